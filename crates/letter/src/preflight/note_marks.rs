//! Note marks and notes that do not meet.
//!
//! A mark `[^id]` whose reference does not exist is reported where it is read, in `markup`; the same mark used twice
//! is no fault. Here: notes that nothing points to, marks typed by hand, and marks in fields of plain text.

use std::collections::BTreeMap;

use super::context::{Context, Voice};
use crate::finding::{Finding, Place, Severity};
use crate::letter::{Block, BlockKind, Note, NotePlace, Role, plain};
use crate::prose::Syntax;

const CHECK: &str = "note-marks";

/// Marks that people type by hand.
const HAND_MARKS: [char; 3] = ['*', '†', '‡'];

/// A note has no mark that points to it, or a mark typed by hand has no note.
pub fn note_marks(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = without_mark(context);
    findings.extend(in_plain_text(context));
    findings.extend(typed_by_hand(context));
    findings
}

fn without_mark(context: &Context<'_>) -> Vec<Finding> {
    let notes = &context.letter.notes;
    let some_marked = notes.iter().any(|note| !note.mark.is_empty());
    // A block after the signature is a list of sources in its own right until one of them bears a mark.
    if context.letter.note_style.place == NotePlace::Block && !some_marked {
        return Vec::new();
    }
    let unmarked = notes.iter().filter(|note| note.mark.is_empty());
    let written = context.draft.references.iter().enumerate();
    let index_of: BTreeMap<&str, usize> = written.rev().map(|(index, reference)| (&*reference.id, index)).collect();
    let path = |note: &Note| match index_of.get(note.id.as_str()) {
        Some(index) => format!("references[{index}]"),
        None => note.source.to_string(),
    };
    unmarked
        .map(|note| {
            Finding::new(
                CHECK,
                Severity::Warning,
                format!("nothing in the letter points to the reference `{}`", note.id),
                format!(
                    "Put [^{}] after the words that it stands behind, name it under an ask, or remove it.",
                    note.id
                ),
                Place::new(path(note), &note.id),
            )
        })
        .collect()
}

/// `[^id]` in a line of plain text prints as it stands.
fn in_plain_text(context: &Context<'_>) -> Vec<Finding> {
    let plain = context.fields.iter().filter(|field| {
        field.syntax == Syntax::Plain && matches!(field.voice, Voice::Own | Voice::Subject | Voice::Frame)
    });
    plain
        .filter_map(|field| {
            let start = field.text.find("[^")?;
            let length = field.text[start..].find(']')? + 1;
            let mark = &field.text[start..start + length];
            (!mark.contains(char::is_whitespace)).then(|| {
                Finding::new(
                    CHECK,
                    Severity::Warning,
                    format!("the note mark `{mark}` stands in plain text and prints as it stands"),
                    "Move the mark into the running text.",
                    Place::new(&field.path, mark),
                )
            })
        })
        .collect()
}

/// An asterisk or dagger at the end of a word, with no note or paragraph that opens with the same mark.
fn typed_by_hand(context: &Context<'_>) -> Vec<Finding> {
    let mut paragraphs = Vec::new();
    for part in context.letter.parts.iter().filter(|part| matches!(part.role, Role::Body | Role::Subject)) {
        collect(&part.blocks, &mut paragraphs);
    }
    let opened: Vec<char> = HAND_MARKS
        .into_iter()
        .filter(|mark| {
            paragraphs.iter().any(|(_, text)| text.starts_with(*mark))
                || context.draft.references.iter().any(|reference| reference.label.starts_with(*mark))
        })
        .collect();
    let mut findings = Vec::new();
    for (block, text) in &paragraphs {
        if let Some((mark, words)) = stray_mark(text).filter(|(mark, _)| !opened.contains(mark)) {
            let path = if block.source.is_empty() { "body" } else { &block.source };
            findings.push(Finding::new(
                CHECK,
                Severity::Warning,
                format!("the mark `{mark}` after “{words}” points to no note"),
                "Put [^id] with the id of the reference in its place, name the reference under the ask, or remove the mark.",
                Place::new(path, format!("{words}{mark}")),
            ));
        }
    }
    findings
}

fn collect<'a>(blocks: &'a [Block], paragraphs: &mut Vec<(&'a Block, String)>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph { content, .. } | BlockKind::Heading { content, .. } => {
                paragraphs.push((block, plain(content)));
            }
            BlockKind::List(list) => list.items.iter().for_each(|item| collect(&item.blocks, paragraphs)),
            BlockKind::Columns(columns) => columns.iter().for_each(|column| collect(&column.blocks, paragraphs)),
            BlockKind::Quote(_) | BlockKind::Picture(_) | BlockKind::Signer(_) | BlockKind::Rule { .. } => {}
        }
    }
}

/// The first mark that closes a word, with the word: `included*`, `included.*`.
fn stray_mark(text: &str) -> Option<(char, &str)> {
    let mut before = ' ';
    // `*stars*` around words is emphasis that somebody typed where it does not work, not a note.
    let mut opened = None;
    for (at, mark) in text.char_indices() {
        if HAND_MARKS.contains(&mark) {
            let rest = &text[at + mark.len_utf8()..];
            let closes = rest.chars().next().is_none_or(|next| !next.is_alphanumeric() && !HAND_MARKS.contains(&next));
            // A word may close with a stop and a quotation mark before its mark; more is decoration.
            let stops: usize =
                text[..at].chars().rev().take_while(|c| !c.is_alphanumeric()).take(3).map(char::len_utf8).sum();
            let word = &text[..at - stops];
            let start = word
                .rfind(|c: char| !c.is_alphanumeric())
                .map_or(0, |space| space + word[space..].chars().next().map_or(1, char::len_utf8));
            // `6*` is arithmetic, `d***` is good manners, a mark after a space belongs to what follows.
            let is_word = word[start..].chars().any(char::is_alphabetic) && word[start..].chars().count() > 1;
            let opens = !rest.starts_with(char::is_whitespace)
                && !before.is_alphanumeric()
                && at + mark.len_utf8() < text.len();
            if closes && opened == Some(mark) {
                opened = None;
            } else if opens && !closes {
                opened = Some(mark);
            } else if closes && is_word && !before.is_whitespace() && !HAND_MARKS.contains(&before) {
                return Some((mark, &text[start..at]));
            }
        }
        before = mark;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, Reference, Words};
    use crate::layout::page::Pages;
    use crate::letter::{Align, Inline, Letter, NoteStyle, Part, Tone};
    use crate::preflight::preflight;
    use crate::preflight::testing::{places, template};

    fn found(draft: &Draft, letter: &Letter) -> Vec<(String, String)> {
        places(&preflight(&template(), draft, letter, &Pages::default(), &Default::default()), CHECK)
    }

    fn borrowed(found: &[(String, String)]) -> Vec<(&str, &str)> {
        found.iter().map(|(path, excerpt)| (path.as_str(), excerpt.as_str())).collect()
    }

    #[test]
    fn notes_need_marks() {
        let check = |place: NotePlace, notes: &[(&str, &str)], expected: &[(&str, &str)]| {
            let notes = notes
                .iter()
                .map(|(id, mark)| Note {
                    id: (*id).to_owned(),
                    mark: (*mark).to_owned(),
                    blocks: Vec::new(),
                    source: "".into(),
                })
                .collect();
            let letter = Letter { notes, note_style: NoteStyle { place, symbols: false }, ..Letter::default() };
            let references = ["la", "sb54"].map(|id| Reference { id: id.to_owned(), ..Reference::default() }).to_vec();
            let draft = Draft { references, ..Draft::default() };
            assert_eq!(borrowed(&found(&draft, &letter)), expected);
        };
        let both = [("la", "1"), ("sb54", "")];
        check(NotePlace::Foot, &both, &[("references[1]", "sb54")]);
        check(NotePlace::End, &both, &[("references[1]", "sb54")]);
        check(NotePlace::Block, &both, &[("references[1]", "sb54")]);
        check(NotePlace::Block, &[("la", ""), ("sb54", "")], &[]);
        check(NotePlace::Foot, &[("la", "")], &[("references[0]", "la")]);
        check(NotePlace::Foot, &[("la", "1"), ("sb54", "2")], &[]);
    }

    #[test]
    fn marks_typed_by_hand_need_a_note() {
        let check = |paragraphs: &[&str], expected: &[(&str, &str)]| {
            let blocks = paragraphs
                .iter()
                .map(|text| Block {
                    kind: BlockKind::Paragraph { tone: Tone::Normal, content: vec![Inline::Text((*text).to_owned())] },
                    source: "words.hook".into(),
                })
                .collect();
            let part = Part { role: Role::Body, align: Align::Start, source: "".into(), blocks };
            let letter = Letter { parts: vec![part], ..Letter::default() };
            assert_eq!(borrowed(&found(&Draft::default(), &letter)), expected, "{paragraphs:?}");
        };
        let hook = |excerpt| ("words.hook", excerpt);
        check(&["Reference language included*."], &[hook("included*")]);
        check(&["Reference language included.*"], &[hook("included.*")]);
        check(&["the city’s policy† applies"], &[hook("policy†")]);
        check(&["included*.", "*Reference language from the City of Los Angeles"], &[]);
        check(&["included*.", "†Another note"], &[hook("included*")]);
        check(&["5 * 3 is 15, and 6* is nothing"], &[]);
        check(&["what the f*** is this, f**k"], &[]);
        check(&["* a bullet of sorts"], &[]);
        check(&["the *Safe Streets* plan"], &[]);
        check(&["the *Safe Streets* plan, as included*."], &[hook("included*")]);
        check(&["the A* search"], &[]);
        check(&["snake*case and a *.pdf file"], &[]);
        check(&["Nothing here."], &[]);
    }

    #[test]
    fn marks_do_not_work_in_plain_text() {
        let check = |name: &str, text: &str, expected: &[(&str, &str)]| {
            let mut draft = Draft::default();
            draft.words.insert(name.to_owned(), Words::Text(text.to_owned()));
            assert_eq!(borrowed(&found(&draft, &Letter::default())), expected, "{text}");
        };
        check("line", "Moiz Mir[^la]", &[("words.line", "[^la]")]);
        check("line", "Moiz Mir [sic]", &[]);
        check("line", "[^ a caret in a box]", &[]);
        check("hook", "as Los Angeles does[^la]", &[]);
    }
}
