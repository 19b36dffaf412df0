//! A draft and a time to what one says in it, and where to stop when the time is cut.
//!
//! The pieces and the choice among them are those of [`crate::fit`], counted in spoken words. What is heard differs from
//! what is read: it opens with who speaks and on which item and ends with thanks, in the words of `voice`; asks are
//! counted as `First` and not as `1)`, and a label is a sentence of its own and not a heading with a colon; sources,
//! addresses and signatures are not said. When a chair drops two minutes to one, nobody can rewrite a
//! text at the microphone, so each piece of a longer version carries what the one-minute version says of it.

mod voice;

use serde::Serialize;

use crate::count::Measure;
use crate::draft::{Draft, Length, Priority, Words};
use crate::fill::FillError;
use crate::fit::pieces::{Form, Frame, Kind, Piece, Source, names};
use crate::fit::{Choice, Omission, Room, choice};
use crate::spoken;
use crate::template::{PartName, Template};
use voice::{ends_with_thanks, opening, voice};

/// The channel under which a draft keeps the choices for a speech.
pub const CHANNEL: &str = "speech";

/// What one says in a given time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Speech {
    /// All of it, with an empty line between paragraphs.
    pub text: String,
    /// How many words are spoken.
    pub words: u32,
    /// How long they take, in seconds.
    pub seconds: u32,
    /// By how many seconds that is longer than the time there is.
    pub over: u32,
    /// The paragraphs in order.
    pub pieces: Vec<SpokenPiece>,
    /// What is said in fewer words than the letter has, or not at all.
    pub changes: Vec<Omission>,
}

/// One paragraph of a speech.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SpokenPiece {
    /// Its path in the draft; empty for the template's words and for the thanks.
    pub piece: String,
    /// What is said.
    pub text: String,
    /// How long it takes, in seconds.
    pub seconds: u32,
    /// What the one-minute version says of it: the same, less, or nothing.
    pub in_a_minute: String,
}

/// What to say in so many seconds. `pace` is in words a minute; none means [`spoken::PACE`].
pub fn speech(template: &Template, draft: &Draft, seconds: u32, pace: u32) -> Result<Speech, FillError> {
    let source = Source::of(template, draft);
    let chosen = said_in(&source, template, draft, seconds, pace)?;
    let minute = said_in(&source, template, draft, seconds.min(60), pace)?;
    let short: Vec<(String, String, Kind)> = spoken_pieces(&minute);
    let mut used = vec![false; short.len()];
    let mut in_a_minute = |path: &str, kind: Kind| {
        let at = short.iter().enumerate().position(|(at, each)| !used[at] && each.0 == path && each.2 == kind)?;
        used[at] = true;
        Some(short[at].1.clone())
    };
    let text = chosen.text();
    let words = spoken::words(&text);
    let pieces = spoken_pieces(&chosen).into_iter().map(|(piece, text, kind)| SpokenPiece {
        seconds: spoken::seconds(spoken::words(&text), pace),
        in_a_minute: in_a_minute(&piece, kind).unwrap_or_default(),
        piece,
        text,
    });
    let pieces = pieces.collect();
    let takes = spoken::seconds(words, pace);
    let changes = chosen.changes(Measure::Spoken);
    Ok(Speech { words, seconds: takes, over: takes.saturating_sub(seconds), pieces, changes, text })
}

/// The versions of three, two and one minute.
pub fn versions(template: &Template, draft: &Draft, pace: u32) -> Result<Vec<Speech>, FillError> {
    [180, 120, 60].into_iter().map(|seconds| speech(template, draft, seconds, pace)).collect()
}

impl Speech {
    /// The speech as a sheet to read from: a bar before what is said even if only one minute is left, and under it, where
    /// there are fewer words for it, those.
    pub fn sheet(&self) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            if !out.is_empty() {
                out.push('\n');
            }
            let bar = if piece.in_a_minute.is_empty() { "  " } else { "| " };
            for line in piece.text.lines().filter(|line| !line.trim().is_empty()) {
                out.push_str(&format!("{bar}{line}\n"));
            }
            if !piece.in_a_minute.is_empty() && piece.in_a_minute != piece.text {
                out.push_str(&format!("|   one minute: {}\n", piece.in_a_minute.replace('\n', " ")));
            }
        }
        out
    }
}

fn said_in(
    source: &Source<'_>,
    template: &Template,
    draft: &Draft,
    seconds: u32,
    pace: u32,
) -> Result<Choice, FillError> {
    let room = Room { measure: Measure::Spoken, limit: Some(spoken::room(seconds, pace)) };
    let pins = draft.channels.get(CHANNEL).map_or(&[][..], Vec::as_slice);
    choice(source, &room, pins, |frame| voiced(frame, template, draft))
}

/// The pieces that are said: path, words and kind.
fn spoken_pieces(choice: &Choice) -> Vec<(String, String, Kind)> {
    let each = choice.each().into_iter();
    each.filter_map(|(piece, form, before)| {
        let text = format!("{}{}", before.trim_start(), form?.text);
        Some((piece.path.clone(), text, piece.kind))
    })
    .collect()
}

/// The written pieces as they are said.
fn voiced(frame: Frame, template: &Template, draft: &Draft) -> Frame {
    let Frame { pieces, labels } = frame;
    let mut said: Vec<Piece> = pieces
        .into_iter()
        .filter(|piece| !matches!(piece.kind, Kind::Source | Kind::Heading) && piece.path != "signers")
        .map(|piece| Piece { forms: voiced_forms(piece.forms), ..piece })
        .collect();
    said.retain(|piece| !piece.forms.is_empty());
    let signed = template.parts.contains(&PartName::Signers);
    let number = draft.item.number.as_str();
    let names_item =
        |piece: &Piece| piece.forms.first().is_some_and(|form| !number.is_empty() && names(&form.text, number));
    let opened = said.iter().position(|piece| piece.kind == Kind::Opening);
    // A kind that is made for speaking says by itself who speaks on what.
    let own = said.iter().position(|piece| piece.kind == Kind::Own && !signed && names_item(piece));
    match own {
        Some(own) => {
            said[own].kind = Kind::Opening;
            said[own].forms.retain(|form| form.kept.is_none());
            said[own].gap = "";
            if let Some(opened) = opened.filter(|opened| *opened < own) {
                said.remove(opened);
            }
        }
        None => {
            said.retain(|piece| piece.kind != Kind::Opening);
            said.splice(0..0, opening_piece(draft));
        }
    }
    let voice = voice(draft.language());
    let thanked = said.iter().any(|piece| piece.forms.iter().any(|form| ends_with_thanks(&form.text)));
    if let Some(voice) = voice.filter(|_| !thanked) {
        let form = Form { length: Length::Full, text: voice.thank().to_owned(), kept: None };
        // It is said whatever else is.
        said.push(Piece {
            path: String::new(),
            kind: Kind::Opening,
            priority: Priority::First,
            forms: vec![form],
            gap: "\n\n",
            barred: false,
        });
    }
    // What the letter numbers is counted aloud; one alone needs no number.
    let is_counted = labels.len() > 1 && labels.iter().all(|(label, _)| !label.is_empty());
    let counts = voice.filter(|_| is_counted);
    let names = Names::of(draft);
    for (index, ask) in draft.asks.iter().enumerate() {
        let path = format!("asks[{index}]");
        for form in said.iter_mut().filter(|piece| piece.path == path).flat_map(|piece| &mut piece.forms) {
            form.text = aloud(&form.text, &ask.label);
            if counts.is_some() {
                form.text = names.within(&form.text);
            }
        }
    }
    let labels = labels.iter().enumerate();
    let labels = labels.map(|(place, _)| (counts.map(|voice| voice.ordinal(place)).unwrap_or_default(), "\n\n"));
    Frame { pieces: said, labels: labels.collect() }
}

/// An ask as it is said: the label that stands before it with a colon becomes a sentence.
fn aloud(text: &str, label: &str) -> String {
    let label = label.trim().trim_end_matches(':').trim_end();
    let rest = text.strip_prefix(label).filter(|_| !label.is_empty());
    let is_wide = rest.is_some_and(|rest| rest.trim_start().starts_with('：'));
    match rest.and_then(|rest| rest.trim_start().strip_prefix([':', '：'])).map(str::trim_start) {
        None | Some("") => text.to_owned(),
        Some(rest) if is_wide => format!("{label}。{rest}"),
        Some(rest) if label.ends_with(['.', '!', '?', '…', '。', '！', '？']) => format!("{label} {rest}"),
        Some(rest) => format!("{label}. {rest}"),
    }
}

/// Which words the letter writes with a capital inside of sentences, so that they keep it after `First, `.
struct Names(Vec<String>);

impl Names {
    fn of(draft: &Draft) -> Self {
        let own = draft.words.values().flat_map(|words| match words {
            Words::Text(text) => vec![text.as_str()],
            Words::List(texts) => texts.iter().map(String::as_str).collect(),
            Words::Flag(_) | Words::Number(_) | Words::Date(_) => Vec::new(),
        });
        let asks = draft.asks.iter().flat_map(|ask| [&ask.full, &ask.short, &ask.line]).map(String::as_str);
        let bodies = draft.addressees.iter().map(|addressee| addressee.body.as_str());
        let signers = draft.signers.iter().flat_map(|signer| [signer.name.as_str(), signer.organisation.as_str()]);
        let mut names: Vec<String> = own.chain(asks).flat_map(inner_capitals).collect();
        let whole = bodies.chain(signers).chain([draft.item.body.as_str(), draft.sender.name.as_str()]);
        names.extend(whole.flat_map(str::split_whitespace).map(|word| bare(word).to_owned()));
        Self(names)
    }

    /// The text as the rest of a sentence that began already.
    fn within(&self, text: &str) -> String {
        let first = bare(text.split_whitespace().next().unwrap_or_default());
        let mut letters = first.chars();
        let begins = letters.next().is_some_and(char::is_uppercase);
        // `AALN`, `I` and `B12` are no words that only begin with a capital.
        let is_word = !letters.as_str().is_empty() || matches!(first, "A" | "Y" | "O" | "Я" | "В" | "О" | "У");
        let is_plain = begins && is_word && letters.all(|c| c.is_lowercase() || "-'’".contains(c));
        // A question in Spanish opens with its sign.
        let (sign, rest) = text.split_at(text.len() - text.trim_start_matches(['¿', '¡']).len());
        let Some(capital) = rest.chars().next().filter(|_| is_plain && !self.0.iter().any(|name| name == first)) else {
            return text.to_owned();
        };
        sign.chars().chain(capital.to_lowercase()).chain(rest[capital.len_utf8()..].chars()).collect()
    }
}

/// The words with a capital that begin no sentence.
fn inner_capitals(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut begins = true;
    for word in text.split_whitespace() {
        let bare = bare(word);
        if !begins && bare.starts_with(char::is_uppercase) {
            found.push(bare.to_owned());
        }
        begins = word.ends_with(['.', ':', '!', '?', '…', '”', '"', '*', ')']) || bare.is_empty();
    }
    found
}

fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// Forms without what is not said: addresses of pages, and those that are then no shorter than the one before.
fn voiced_forms(forms: Vec<Form>) -> Vec<Form> {
    let mut out: Vec<Form> = Vec::new();
    for form in forms {
        let text = without_addresses(&form.text);
        let shorter = out.last().is_none_or(|longer| spoken::words(&text) < spoken::words(&longer.text));
        if !text.is_empty() && shorter {
            out.push(Form { text, ..form });
        }
    }
    out
}

/// The text without addresses of pages, brackets around them included; line breaks stay.
fn without_addresses(text: &str) -> String {
    let is_address = |word: &str| {
        let word = word.trim_start_matches(['(', '<', '[']);
        word.starts_with("http://") || word.starts_with("https://") || word.starts_with("mailto:")
    };
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut words: Vec<String> = Vec::new();
        for word in line.split(' ') {
            if !is_address(word) {
                words.push(word.to_owned());
                continue;
            }
            // The stop after an address ends the sentence before it.
            let stop: String =
                word.chars().rev().take_while(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')')).collect();
            let stop: String = stop.chars().rev().filter(|c| *c != ')').collect();
            if let Some(last) = words.last_mut().filter(|last| !last.ends_with(['.', ',', ':', ';'])) {
                last.push_str(&stop);
            }
        }
        lines.push(words.join(" ").trim_end().to_owned());
    }
    lines.join("\n").trim().to_owned()
}

/// Who speaks, and on which item, with its title and without it.
fn opening_piece(draft: &Draft) -> Option<Piece> {
    let [full, short] = opening(draft);
    if full.is_empty() {
        return None;
    }
    let is_shorter = !draft.item.number.is_empty() && short.len() < full.len();
    let mut forms = vec![Form { length: Length::Full, text: full, kept: None }];
    if is_shorter {
        forms.push(Form { length: Length::Short, text: short, kept: None });
    }
    Some(Piece {
        path: "item".to_owned(),
        kind: Kind::Opening,
        priority: Priority::First,
        forms,
        gap: "",
        barred: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_not_said() {
        let check = |text: &str, expected: &str| assert_eq!(without_addresses(text), expected, "{text}");
        check("Read it (https://a.org/b?c=d). Then act.", "Read it. Then act.");
        check("See https://a.org.", "See.");
        check("The code (https://a.org), as amended.", "The code, as amended.");
        check("One\ntwo", "One\ntwo");
    }

    #[test]
    fn a_label_is_said_as_a_sentence() {
        let check = |text: &str, label: &str, expected: &str| assert_eq!(aloud(text, label), expected, "{text}");
        check("Clear timelines: Make Motion 2.", "Clear timelines", "Clear timelines. Make Motion 2.");
        check("Clear timelines: Make Motion 2.", "Clear timelines:", "Clear timelines. Make Motion 2.");
        check("Why wait?: Make Motion 2.", "Why wait?", "Why wait? Make Motion 2.");
        check("Make Motion 2: now.", "", "Make Motion 2: now.");
        check("Make Motion 2.", "Clear timelines", "Make Motion 2.");
        check("清楚的期限：通过第二项动议。", "清楚的期限", "清楚的期限。通过第二项动议。");
    }

    #[test]
    fn what_follows_a_count_begins_small_unless_it_is_a_name() {
        let mut draft = Draft::default();
        let text = "We live here. Trees in Sacramento die. The City knows it.";
        draft.words.insert("hook".to_owned(), Words::Text(text.to_owned()));
        draft.item.body = "Planning Commission".to_owned();
        let names = Names::of(&draft);
        let check = |text: &str, expected: &str| assert_eq!(names.within(text), expected);
        check("Make Motion 2.", "make Motion 2.");
        check("Trees for all.", "trees for all.");
        check("Sacramento’s trees come first.", "Sacramento’s trees come first.");
        check("City staff must answer.", "City staff must answer.");
        check("Planning must go on.", "Planning must go on.");
        check("AALN asks for more.", "AALN asks for more.");
        check("I ask for more.", "I ask for more.");
        check("Élargir la rue.", "élargir la rue.");
        check("“Quoted” words.", "“Quoted” words.");
        check("A tree for each street.", "a tree for each street.");
        check("¿Qué pasa?", "¿qué pasa?");
        check("3 trees.", "3 trees.");
        check("", "");
    }
}
