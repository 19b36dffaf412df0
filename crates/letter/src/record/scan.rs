//! The small tools of the pass: shapes of digits, cue words, and whether something stands alone.

use std::ops::Range;

use super::ExposureKind;

/// Something found in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) kind: ExposureKind,
    pub(super) range: Range<usize>,
}

/// The end of a shape at a place: `d` is a digit, all else is itself. It must stand alone: no letter, digit or sign of
/// a longer number touches it.
pub(super) fn shape(text: &str, at: usize, shape: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let end = at + shape.len();
    let window = bytes.get(at..end)?;
    let fits = shape.bytes().zip(window).all(|(s, b)| if s == b'd' { b.is_ascii_digit() } else { s == *b });
    (fits && stands_alone(text, at, end)).then_some(end)
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else { return false };
    let touches_before = before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || "-–_/.#$§=%+&".contains(c));
    let mut following = after.chars();
    let touches_after = match following.next() {
        Some(c) if c.is_alphanumeric() || "_%".contains(c) => true,
        Some('-' | '–' | '.' | '/' | ',') => following.next().is_some_and(char::is_alphanumeric),
        _ => false,
    };
    !touches_before && !touches_after
}

/// Where each of these cues ends, in lower case, as words of their own.
pub(super) fn cues(text: &str, cues: &[&str]) -> Vec<usize> {
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for cue in cues {
        for (start, _) in lower.match_indices(cue) {
            let end = start + cue.len();
            let is_open = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
            if is_open(lower[..start].chars().next_back()) && is_open(lower[end..].chars().next()) {
                found.push(end);
            }
        }
    }
    found.sort_unstable();
    found
}

/// Steps over blanks, signs and the words that may stand between a cue and what it announces.
pub(super) fn over(text: &str, mut at: usize, words: &[&str]) -> usize {
    loop {
        let rest = &text[at..];
        let blank = rest.len() - rest.trim_start_matches([' ', ':', '#', ',', '*']).len();
        at += blank;
        let rest = &text[at..];
        let step = words.iter().find(|word| {
            let is_word = rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
            is_word && !rest[word.len()..].starts_with(char::is_alphanumeric)
        });
        match step {
            Some(word) => at += word.len(),
            None if blank == 0 => return at,
            None => {}
        }
    }
}

/// The places where the words of an address on the web stand; digits in them are no one's.
pub(super) fn web(text: &str) -> Vec<Range<usize>> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let is_web = |word: &&str| word.contains("://") || word.contains("www.");
    text.split_whitespace().filter(is_web).map(|word| start(word)..start(word) + word.len()).collect()
}
