//! The person's own texts in a draft to plain words at each length: asks, and the paragraphs of the kind's fields.
//!
//! Rich text becomes plain by the road of every letter: parsed, then written as text. Note marks go, since what fits a box
//! has no notes under it.

use std::collections::BTreeMap;

use super::sentences::ends;
use crate::draft::{Ask, Draft, Priority, Reference, Shorter, Words};
use crate::letter::Role;
use crate::markup;
use crate::markup::escape::guard;
use crate::template::{FieldKind, Template};
use crate::write::text::paragraphs;

/// How alike a paragraph and the one a shorter text was written for must be, from 0 to 1.
const ALIKE: f64 = 0.5;
/// The first of the signs that stand for texts while a letter is composed; no person types them.
const FIRST_SIGN: u32 = 0xF0000;
/// The signs that there are.
const SIGNS: std::ops::Range<u32> = FIRST_SIGN..0xFFFFE;

/// One text at its lengths, plain; a length that nobody wrote is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Text {
    /// Its path: `asks[1]`, `words.hook[0]`, `words.who_we_are`.
    pub(super) path: String,
    /// The lead-in of an ask, as the letter prints it without its colon.
    pub(super) label: String,
    /// All of it.
    pub(super) full: String,
    /// In a sentence or two.
    pub(super) short: String,
    /// In one line.
    pub(super) line: String,
    /// What becomes of it when there is little room.
    pub(super) priority: Priority,
    /// Where the sentences of an ask end, when it has no shorter text.
    pub(super) ends: Vec<usize>,
}

/// All texts of a draft.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    /// The asks in the order in which the letter says them.
    pub(super) asks: Vec<Text>,
    /// The paragraphs of the person's own words.
    pub(super) own: Vec<Text>,
}

/// The sign that stands for the text with this number, while there are signs left.
pub(super) fn sign(number: usize) -> Option<char> {
    u32::try_from(number).ok()?.checked_add(FIRST_SIGN).filter(|sign| SIGNS.contains(sign)).and_then(char::from_u32)
}

/// The number of the text that a sign stands for.
pub(super) fn number(sign: char) -> Option<usize> {
    SIGNS.contains(&u32::from(sign)).then(|| (u32::from(sign) - FIRST_SIGN) as usize)
}

/// Rich text to plain words.
pub(super) fn plain(rich: &str) -> String {
    let rich: String = rich.chars().filter(|c| number(*c).is_none()).collect();
    let guarded = guard(rich.trim());
    plain_markup(&guarded)
}

/// Letter markup of the body to plain words.
pub(super) fn plain_markup(markup: &str) -> String {
    let (letter, _) = markup::parse(&format!(":::part role=\"body\" from=\"\"\n{markup}\n:::end\n"));
    let mut out = String::new();
    for paragraph in paragraphs(&letter, Role::Body) {
        if !out.is_empty() {
            out.push_str(if paragraph.close { "\n" } else { "\n\n" });
        }
        out.push_str(&paragraph.label);
        out.push_str(&paragraph.words);
    }
    out.trim().to_owned()
}

/// The draft with a sign in place of each text, and the texts that the signs stand for: first the paragraphs, then,
/// two for each ask, label and text. Only the asks with these numbers in [`Texts::asks`] are in it.
pub(super) fn texts(template: &Template, draft: &Draft) -> (Texts, Draft) {
    let mut texts = Texts::default();
    let mut skeleton = draft.clone();
    for field in &template.fields {
        let Some(words) = draft.words.get(&field.name) else { continue };
        let shorter = draft.shorter.get(&field.name).map_or(&[][..], Vec::as_slice);
        if let Some(signs) = own(&mut texts.own, &field.name, field.kind, words, shorter) {
            skeleton.words.insert(field.name.clone(), signs);
        }
    }
    texts.asks = draft.ordered_asks().into_iter().map(|(index, ask)| ask_text(index, ask)).collect();
    skeleton.shorter = BTreeMap::new();
    skeleton.channels = BTreeMap::new();
    skeleton.shown.clear();
    skeleton.overruled.clear();
    for reference in &mut skeleton.references {
        *reference = Reference { id: std::mem::take(&mut reference.id), ..Reference::default() };
    }
    for signer in &mut skeleton.signers {
        signer.strokes.clear();
    }
    (texts, skeleton)
}

/// The skeleton with this many asks, each of signs.
pub(super) fn with_asks(skeleton: &Draft, texts: &Texts, count: usize) -> Draft {
    let labelled = texts.asks.iter().any(|ask| !ask.label.is_empty());
    let written = |number: usize| sign(number).map(String::from).unwrap_or_default();
    let asks = (0..count).map(|ask| {
        let (label, text) = (written(texts.own.len() + 2 * ask), written(texts.own.len() + 2 * ask + 1));
        let label = if labelled { label } else { String::new() };
        Ask { label, full: text.clone(), short: text.clone(), line: text, ..Ask::default() }
    });
    Draft { asks: asks.collect(), ..skeleton.clone() }
}

fn ask_text(index: usize, ask: &Ask) -> Text {
    let label: String = ask.label.chars().filter(|c| number(*c).is_none()).collect();
    let text = Text {
        path: format!("asks[{index}]"),
        label: label.trim().trim_end_matches(':').to_owned(),
        full: plain(&ask.full),
        short: plain(&ask.short),
        line: joined(&plain(&ask.line)),
        priority: ask.priority,
        ends: Vec::new(),
    };
    // An ask of which only a shorter text is written says that one in full.
    let mut text = match (text.full.is_empty(), text.short.is_empty()) {
        (false, _) => text,
        (true, false) => Text { full: text.short.clone(), short: String::new(), ..text },
        (true, true) => Text { full: text.line.clone(), line: String::new(), ..text },
    };
    if text.short.is_empty() && text.line.is_empty() {
        text.ends = ends(&text.full);
    }
    text
}

/// Takes up the texts of one field; what the field holds when signs stand for them.
fn own(own: &mut Vec<Text>, name: &str, kind: FieldKind, words: &Words, shorter: &[Shorter]) -> Option<Words> {
    let pieces: Vec<String> = match (kind, words) {
        (FieldKind::Rich, Words::Text(text)) => split(text),
        (FieldKind::Rich, Words::List(entries)) => split(&entries.join("\n\n")),
        (FieldKind::Phrase | FieldKind::Line, Words::Text(text)) => vec![text.trim().to_owned()],
        (FieldKind::List, Words::List(entries)) => entries.iter().map(|entry| entry.trim().to_owned()).collect(),
        (FieldKind::List, Words::Text(text)) => text.lines().map(|line| line.trim().to_owned()).collect(),
        _ => return None,
    };
    let pieces: Vec<String> = pieces.into_iter().filter(|piece| !piece.is_empty()).collect();
    let inside = matches!(kind, FieldKind::Phrase | FieldKind::Line);
    let matched = matched(&pieces, shorter);
    let mut signs = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let path = if inside { format!("words.{name}") } else { format!("words.{name}[{index}]") };
        let written = |rich: &str| match kind {
            FieldKind::Line => rich.to_owned(),
            FieldKind::Phrase => joined(&plain(rich)),
            _ => plain(rich),
        };
        let shorter = matched[index].cloned().unwrap_or_default();
        signs.push(String::from(sign(own.len())?));
        own.push(Text {
            path,
            label: String::new(),
            full: written(piece),
            short: written(&shorter.short),
            line: joined(&written(&shorter.line)),
            priority: shorter.priority,
            ends: Vec::new(),
        });
    }
    Some(match kind {
        FieldKind::List => Words::List(signs),
        _ => Words::Text(signs.join("\n\n")),
    })
}

/// The paragraphs of a rich text: what empty lines part.
fn split(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for line in text.lines() {
        match (line.trim().is_empty(), out.last_mut()) {
            (false, Some(last)) => {
                last.push_str(if last.is_empty() { "" } else { "\n" });
                last.push_str(line);
            }
            _ => out.push(String::new()),
        }
    }
    out.retain(|paragraph| !paragraph.trim().is_empty());
    out
}

/// Which shorter text each paragraph has: the one written for it word for word, else the one written for what is most like
/// it, so that a shorter text outlives an edit of the long one.
fn matched<'a>(paragraphs: &[String], shorter: &'a [Shorter]) -> Vec<Option<&'a Shorter>> {
    let mut out: Vec<Option<&Shorter>> = vec![None; paragraphs.len()];
    let mut left: Vec<&Shorter> = Vec::new();
    for each in shorter {
        match paragraphs.iter().position(|paragraph| paragraph.trim() == each.of.trim()) {
            Some(index) if out[index].is_none() => out[index] = Some(each),
            _ => left.push(each),
        }
    }
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for (number, each) in left.iter().enumerate() {
        for (index, paragraph) in paragraphs.iter().enumerate().filter(|(index, _)| out[*index].is_none()) {
            let alike_by = strsim::sorensen_dice(paragraph, &each.of);
            if alike_by >= ALIKE {
                alike.push((alike_by, index, number));
            }
        }
    }
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut taken = vec![false; left.len()];
    for (_, index, number) in alike {
        if out[index].is_none() && !taken[number] {
            out[index] = Some(left[number]);
            taken[number] = true;
        }
    }
    out
}

/// The words on one line.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rich_text_becomes_plain_words() {
        let check = |rich: &str, expected: &str| assert_eq!(plain(rich), expected, "{rich}");
        check("", "");
        check("**We** call for *it*.[^la]", "We call for it.");
        check("One\\\ntwo [here](https://a.org).", "One\ntwo here (https://a.org).");
        check("- one\n- two", "- one\n- two");
        check("2 * 3 * 4", "2 * 3 * 4");
        check(":::end\nstill here", ":::end still here");
    }

    #[test]
    fn a_shorter_text_outlives_an_edit_of_the_long_one() {
        let shorter =
            |of: &str, short: &str| Shorter { of: of.to_owned(), short: short.to_owned(), ..Shorter::default() };
        let paragraphs =
            ["The bus on Folsom Boulevard comes once an hour.", "My mother waits in the sun for it.", "Hi."]
                .map(str::to_owned);
        let written = [
            shorter("My mother waits in the sun for the bus.", "mother"),
            shorter("The bus on Folsom Boulevard comes once an hour.", "bus"),
            shorter("Nothing that is still there, anywhere.", "gone"),
        ];
        let found: Vec<&str> =
            matched(&paragraphs, &written).iter().map(|each| each.map_or("", |each| each.short.as_str())).collect();
        assert_eq!(found, ["bus", "mother", ""]);
    }
}
