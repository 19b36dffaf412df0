//! The quotations of a text: what stands between quotation marks of any style, and quotations set off, each with the note
//! marks that say whose words they are.

use std::borrow::Cow;
use std::ops::Range;

use super::passage::Passage;
use crate::preflight::context::FieldText;
use crate::prose::{Prose, Syntax};

/// More quotations than any text holds.
const MOST: usize = 200;
/// How many tokens the sentence around a quotation has on either side, at most.
const FARTHEST: usize = 200;
/// The longest remark in brackets between a quotation and its note mark: `(emphasis added)`, `(page 14)`.
const LONGEST_REMARK: usize = 80;

/// A quotation.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quoted {
    /// Its bytes in the text, without quotation marks.
    pub bytes: Range<usize>,
    /// The byte after its closing mark.
    pub end: usize,
    /// Its words.
    pub passage: Passage,
    /// The ids of the note marks that follow it.
    pub marks: Vec<String>,
    /// The ids of the other note marks of its sentence.
    pub near: Vec<String>,
    /// Somebody says that the emphasis is theirs.
    pub owns_emphasis: bool,
}

/// The quotations of a field, in order.
pub(super) fn quotations(field: &FieldText<'_>) -> Vec<Quoted> {
    let words = field.prose.words();
    let marks = note_marks(field.text);
    let mut found: Vec<(Range<usize>, usize)> = between_marks(words);
    let unset = set_off(field.text);
    found.extend(unset.iter().map(|bytes| (bytes.clone(), bytes.end)));
    found.sort_by_key(|(bytes, _)| bytes.start);
    found.truncate(MOST);
    let lines = if unset.is_empty() { Cow::Borrowed(field.text) } else { Cow::Owned(without_signs(field.text)) };
    let blanked = if unset.is_empty() { None } else { Some(Prose::of(&lines, Syntax::Rich)) };
    let words = blanked.as_ref().map_or(words, Prose::words);
    let read = |(bytes, end): (Range<usize>, usize)| {
        let passage = Passage::read(&lines, words, bytes.clone());
        let (own, after) = marks_after(field.text, &bytes, end);
        let sentence = sentence(field, &bytes, after);
        let first = marks.partition_point(|(at, _)| *at < sentence.start);
        let near = marks[first..].iter().take_while(|(at, _)| *at < sentence.end).filter(|(_, id)| !own.contains(id));
        let near = near.map(|(_, id)| id.clone()).collect();
        let owns_emphasis = passage.owns_emphasis || says_emphasis_is_ours(&field.text[end..]);
        Quoted { bytes, end, passage, marks: own, near, owns_emphasis }
    };
    found.into_iter().map(read).collect()
}

/// The marks that may close what this one opens.
fn closing(open: char) -> &'static [char] {
    match open {
        '“' => &['”'],
        '„' => &['“', '”'],
        '"' => &['"'],
        '«' => &['»'],
        '»' => &['«'],
        '‘' => &['’'],
        '‚' => &['‘', '’'],
        '‹' => &['›'],
        '「' => &['」'],
        '『' => &['』'],
        _ => &[],
    }
}

/// What stands between quotation marks, with the byte after the closing one. A quotation ends with its paragraph.
fn between_marks(words: &str) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in words.split("\n\n") {
        // A mark that is not closed here is looked for once.
        let mut unclosed = Vec::new();
        let mut from = 0;
        while let Some((at, open)) = paragraph[from..].char_indices().find(|(_, c)| !closing(*c).is_empty()) {
            let at = from + at;
            let inside = at + open.len_utf8();
            from = inside;
            if unclosed.contains(&open) || open == '‘' && !opens(paragraph, at) {
                continue;
            }
            match close(paragraph, inside, open) {
                Some((end, mark)) => {
                    from = end + mark.len_utf8();
                    found.push((start + inside..start + end, start + from));
                }
                None => unclosed.push(open),
            }
        }
        start += paragraph.len() + 2;
    }
    found
}

/// A single mark opens where no word goes on before it: `rock ‘n’ roll` is no quotation.
fn opens(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Where the quotation that begins here is closed, and by what.
fn close(text: &str, inside: usize, open: char) -> Option<(usize, char)> {
    let marks = closing(open);
    let mut found = None;
    for (at, mark) in text[inside..].char_indices().map(|(at, c)| (inside + at, c)) {
        if open == '‘' && mark == '‘' {
            break;
        }
        if !marks.contains(&mark) {
            continue;
        }
        if mark != '’' {
            return Some((at, mark));
        }
        // An apostrophe inside a word closes nothing; the one of a plural may.
        let after = text[at + mark.len_utf8()..].chars().next();
        if after.is_some_and(char::is_alphanumeric) {
            continue;
        }
        found = Some((at, mark));
        if !text[..at].ends_with(['s', 'S']) {
            break;
        }
    }
    found
}

/// Runs of lines that a sign sets off as quotations.
fn set_off(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('>') {
            match found.last_mut().filter(|last| last.end == at) {
                Some(last) => last.end += line.len(),
                None => found.push(at..at + line.len()),
            }
        }
        at += line.len();
    }
    found
}

/// The text with the signs of quoted lines blanked, byte for byte.
fn without_signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let words = line.trim_start().trim_start_matches(['>', ' ']);
        let blank = if line.trim_start().starts_with('>') { line.len() - words.len() } else { 0 };
        out.extend(std::iter::repeat_n(' ', blank));
        out.push_str(&line[blank..]);
    }
    out
}

/// Every note mark of a text by its first byte.
fn note_marks(text: &str) -> Vec<(usize, String)> {
    text.match_indices("[^").filter_map(|(at, _)| Some((at, note_mark(&text[at..])?.to_owned()))).collect()
}

/// The id of the note mark that a text begins with.
fn note_mark(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("[^")?;
    let near = &inside[..inside.floor_char_boundary(80)];
    near.split_once(']').map(|(id, _)| id).filter(|id| crate::letter::is_note_id(id))
}

/// The ids of the note marks at the end of a quotation or right after it, and the byte after them.
fn marks_after(text: &str, bytes: &Range<usize>, end: usize) -> (Vec<String>, usize) {
    let mut ids = Vec::new();
    let inside = text[bytes.clone()].trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?*_".contains(c));
    if let Some(id) =
        inside.rfind("[^").and_then(|at| note_mark(&inside[at..]).filter(|id| at + id.len() + 3 == inside.len()))
    {
        ids.push(id.to_owned());
    }
    let mut at = end;
    let mut remark = false;
    loop {
        let rest = &text[at..];
        if let Some(id) = note_mark(rest) {
            ids.push(id.to_owned());
            at += id.len() + 3;
        } else if !remark && rest.trim_start().starts_with('(') {
            let near = &rest[..rest.floor_char_boundary(LONGEST_REMARK)];
            let Some(close) = near.find(')') else { break };
            remark = true;
            at += close + 1;
        } else if let Some(mark) = rest.chars().next().filter(|c| ".,;:!?*_”’\"»".contains(*c)) {
            at += mark.len_utf8();
        } else {
            break;
        }
    }
    (ids, at)
}

/// The bytes of the sentence or sentences that a quotation stands in, up to the marks after it.
fn sentence(field: &FieldText<'_>, bytes: &Range<usize>, after: usize) -> Range<usize> {
    let prose = &field.prose;
    let first = prose.tokens.partition_point(|token| token.end <= bytes.start);
    let mut start = first.min(prose.tokens.len().saturating_sub(1));
    let farthest = start.saturating_sub(FARTHEST);
    while start > farthest && !prose.starts_sentence(start) {
        start -= 1;
    }
    let mut end = prose.tokens.partition_point(|token| token.end <= after).saturating_sub(1);
    let farthest = (end + FARTHEST).min(prose.tokens.len());
    while end < farthest && !prose.ends_sentence(end) {
        end += 1;
    }
    let from = prose.tokens.get(start).map_or(0, |token| token.start).min(bytes.start);
    let to = prose.tokens.get(end).map_or(field.text.len(), |token| token.end).max(after);
    // Marks close the sentence that they stand behind.
    let (_, to) = marks_after(field.text, &(to..to), to);
    from..to
}

/// Words by which a remark in brackets speaks of emphasis, in the languages that letters are written in.
#[rustfmt::skip]
const EMPHASIS: &[&str] = &[
    "emphas", "italic", "bold", "underlin", "énfasis", "cursiva", "negrita", "hervorheb", "kursiv", "soulign", "italique",
    "diin", "nhấn mạnh", "курсив", "выделен", "виділен",
];

/// The text goes on with a remark such as `(emphasis added)`.
fn says_emphasis_is_ours(after: &str) -> bool {
    let near = after[..after.floor_char_boundary(LONGEST_REMARK * 2)].split("\n\n").next().unwrap_or_default();
    let Some((_, remark)) = near.split_once(['(', '[']) else { return false };
    let remark = remark.to_lowercase();
    EMPHASIS.iter().any(|word| remark.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Letter;
    use crate::preflight::testing::{template, with_words};
    use crate::preflight::{Context, Known};

    fn read(text: &str) -> Vec<Quoted> {
        let (template, draft) = (template(), with_words("hook", text));
        let (letter, known) = (Letter::default(), Known::default());
        let context = Context::new(&template, &draft, &letter, &known);
        quotations(context.own().next().unwrap())
    }

    #[test]
    fn quotations_of_any_style_are_found() {
        let check = |text: &str, expected: &[&str]| {
            let found = read(text);
            let found: Vec<&str> = found.iter().map(|quoted| &text[quoted.bytes.clone()]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("It says “one thing” and \"another\".", &["one thing", "another"]);
        check("Он сказал «да». Er sagte „ja“, und sie »nein«.", &["да", "ja", "nein"]);
        check("He said ‘the tenants’ plan isn’t one’ to us.", &["the tenants’ plan isn’t one"]);
        check("rock‘n’roll and the tenants’ plan", &[]);
        check("“never closed\n\n“closed”", &["closed"]);
        check("They wrote:\n> the *whole* plan\n> of it\n\nNo more.", &["> the *whole* plan\n> of it\n"]);
        check("他说「好」。", &["好"]);
    }

    #[test]
    fn note_marks_belong_to_the_words_before_them() {
        let check = |text: &str, marks: &[&str], near: &[&str]| {
            let found = read(text);
            assert_eq!(
                (found[0].marks.clone(), found[0].near.clone()),
                (marks.iter().map(|id| (*id).to_owned()).collect(), near.iter().map(|id| (*id).to_owned()).collect()),
                "{text}"
            );
        };
        check("It says “so.”[^a] Then[^b]", &["a"], &[]);
        check("It says “so”.[^a][^b]", &["a", "b"], &[]);
        check("It says “so[^a].” More.", &["a"], &[]);
        check("It says “so” (page 4).[^a] More.[^b]", &["a"], &[]);
        check("The plan[^p] says “so” of it.[^a] More.[^b]", &[], &["p", "a"]);
        check("One.[^a] Two says “so.” Three.[^b]", &[], &[]);
        check("As it says:[^a]\n> so", &[], &["a"]);
    }

    #[test]
    fn remarks_say_whose_the_emphasis_is() {
        let check = |text: &str, expected: bool| assert_eq!(read(text)[0].owns_emphasis, expected, "{text}");
        check("“the *only* way” (emphasis added).", true);
        check("“the *only* way”[^a] (cursiva nuestra).", true);
        check("“the *only* way (emphasis added)”", true);
        check("“the *only* way” (page 4).", false);
        check("“the *only* way”", false);
    }

    #[test]
    fn texts_that_nobody_wrote_are_read_in_the_end() {
        for each in ["“", "“a”", "‘s ", "s’ ", "“a[^a]", "[^", "> “\n", "„\n\n", "“a” ("] {
            read(&each.repeat(30_000));
        }
    }
}
