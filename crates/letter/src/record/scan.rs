//! The small tools of the pass: shapes of digits, cue words, and whether something stands alone.

use std::ops::Range;

use super::ExposureKind;

/// Something found in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) kind: ExposureKind,
    pub(super) range: Range<usize>,
}

/// A letter of a script that is written without blanks between words, so that a number may touch it.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A letter or digit of a word that blanks part from others.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_wide(c)
}

/// A blank within a line, of any width; word processors put some that do not break.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}')
}

/// The end of a shape at a place: `d` is a digit, a blank, a hyphen and a bracket are any of their kind, all else is
/// itself. It must stand alone: no letter, digit or sign of a longer number touches it.
pub(super) fn shape(text: &str, at: usize, shape: &str) -> Option<usize> {
    let mut found = text.get(at..)?.chars();
    let mut end = at;
    for wanted in shape.chars() {
        let c = found.next()?;
        let fits = match wanted {
            'd' => c.is_ascii_digit(),
            ' ' => is_blank(c),
            '-' => matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–'),
            '(' => matches!(c, '(' | '（'),
            ')' => matches!(c, ')' | '）'),
            '+' => matches!(c, '+' | '＋'),
            sign => c == sign,
        };
        if !fits {
            return None;
        }
        end += c.len_utf8();
    }
    stands_alone(text, at, end).then_some(end)
}

/// Nothing touches what stands here that would make it a part of something longer.
pub(super) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else { return false };
    let touches_before = before.chars().next_back().is_some_and(|c| is_word(c) || "-–_/.#$§=%+&".contains(c));
    let mut following = after.chars();
    let touches_after = match following.next() {
        // An extension may touch its phone: `555-0134x9`.
        Some('x') => !following.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) if is_word(c) || "_%".contains(c) => true,
        Some('-' | '–' | '.' | '/' | ',') => following.next().is_some_and(is_word),
        _ => false,
    };
    !touches_before && !touches_after
}

/// The text in small letters, each at its own place.
pub(super) fn folded(text: &str) -> String {
    let small = |c: char| {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            // A few letters become longer when they become small; they stay, since places are counted in bytes.
            (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
            _ => c,
        }
    };
    text.chars().map(small).collect()
}

/// Where these cues stand in a folded text, as words of their own.
pub(super) fn cues(folded: &str, cues: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for cue in cues {
        for (start, _) in folded.match_indices(cue) {
            let end = start + cue.len();
            // Where words have no blanks between them, nothing tells where one begins.
            let is_open = |edge: Option<char>, beyond: Option<char>| {
                edge.is_some_and(is_wide) || !beyond.is_some_and(char::is_alphanumeric)
            };
            if is_open(cue.chars().next(), folded[..start].chars().next_back())
                && is_open(cue.chars().next_back(), folded[end..].chars().next())
            {
                found.push(start..end);
            }
        }
    }
    found.sort_unstable_by_key(|range| (range.start, range.end));
    found
}

/// Steps over blanks, signs and the words that may stand between a cue and what it announces, in a folded text.
pub(super) fn over(folded: &str, mut at: usize, words: &[&str]) -> usize {
    loop {
        let rest = &folded[at..];
        let is_sign = |c: char| is_blank(c) || matches!(c, ':' | '#' | ',' | '*' | '：' | '，');
        let blank = rest.len() - rest.trim_start_matches(is_sign).len();
        at += blank;
        let rest = &folded[at..];
        let is_whole = |word: &&&str| {
            rest.strip_prefix(**word)
                .is_some_and(|after| word.chars().next_back().is_some_and(is_wide) || !after.starts_with(is_word))
        };
        match words.iter().filter(is_whole).max_by_key(|word| word.len()) {
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
