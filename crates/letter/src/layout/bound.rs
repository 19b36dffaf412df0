//! Which spaces of a text end no line: those between a sign, a short abbreviation or a month and its number.
//!
//! `§ 54960.1`, `SB 1499`, `No. 7` and `May 20` stay whole. The rule is narrow, because each word that is bound makes
//! the edge of the lines more uneven. Word gets the signs alone: there a bound space is a character of its own, which
//! a person who searches for a date would stumble over.

use crate::language;

/// Signs that stand before a number.
const SIGNS: [char; 3] = ['§', '¶', '№'];

/// Short words that mostly stand before a number, besides those that are all capitals or end in a full stop.
const WORDS: [&str; 14] =
    ["Item", "Part", "Rule", "Room", "Box", "p.", "pp.", "no.", "nos.", "art.", "sec.", "tit.", "vol.", "fig."];

/// The most letters of an abbreviation.
const LONGEST: usize = 4;

/// The longest number, with what stands around it, that is worth a shorter line.
const LONGEST_NUMBER: usize = 12;

/// Where the spaces stand at which a text in this language does not break.
pub(crate) fn bound_spaces<'a>(text: &'a str, language: &str) -> impl Iterator<Item = usize> + use<'a> {
    let words = language::words(language);
    text.match_indices(' ').map(|(at, _)| at).filter(move |&at| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        if before.ends_with(SIGNS) {
            return true;
        }
        let is_number = after.trim_start_matches('#').starts_with(|c: char| c.is_ascii_digit());
        if !is_number && !before.ends_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let word = last_word(before);
        let number = after.split(char::is_whitespace).next().unwrap_or_default();
        if !is_number {
            return is_day(word) && words.is_month(number.trim_end_matches(|c: char| c.is_ascii_punctuation()));
        }
        let is_short = number.chars().count() <= LONGEST_NUMBER;
        is_short && (is_abbreviation(word) || (words.is_month(word) && is_day(number)))
    })
}

/// The word at the end of a text, without what opens before it.
fn last_word(text: &str) -> &str {
    let start = text.rfind(|c: char| c.is_whitespace() || "([{“‘«\"'/".contains(c));
    start.map_or(text, |at| text[at..].trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// `SB`, `No.`, `Item`: short, and capitals or a full stop say that it is no word of the sentence.
fn is_abbreviation(word: &str) -> bool {
    let letters = word.trim_end_matches('.');
    let count = letters.chars().count();
    let is_capital = (2..=LONGEST).contains(&count) && letters.chars().all(char::is_uppercase);
    let is_cut = letters.len() + 1 == word.len()
        && (1..=LONGEST).contains(&count)
        && letters.starts_with(char::is_uppercase)
        && letters.chars().all(char::is_alphabetic);
    is_capital || is_cut || WORDS.contains(&word)
}

/// One or two digits, with an ending or a comma after them: `20`, `20,`, `27th`.
fn is_day(number: &str) -> bool {
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && !number[digits..].contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_with_what_they_count() {
        // A tilde stands where the space is bound.
        let check = |language: &str, expected: &str| {
            let text = expected.replace('~', " ");
            let mut found = text.clone().into_bytes();
            bound_spaces(&text, language).for_each(|at| found[at] = b'~');
            assert_eq!(String::from_utf8_lossy(&found), expected);
        };
        check("en", "see §~5 and ¶~12 of it");
        check("en", "SB~1499 (Montoya), AB~12");
        check("en", "under (SB~35) and “Item~9”");
        check("en", "Re: Item~#7, No.~188441, p.~12");
        check("en", "on May~20, 2026 and January~27th, 2026");
        check("en", "on 20~May 2026, in May 2026");
        check("en", "In 2025, we asked 12 people");
        check("en", "the City Council 12 times");
        check("en", "Gov. Code section 6254");
        check("en", "RIN 2132-AB99/2026-0047");
        check("es", "el 10 de febrero, núm. 5, Art.~5");
        check("ru", "10~февраля 2026 г., №~5");
        check("en", " 5");
        check("en", "§~");
    }
}
