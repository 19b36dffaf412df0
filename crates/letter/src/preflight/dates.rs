//! From a text's words to the dates it mentions: `January 27th, 2026`, `27 January 2026`, `1/27/2026`, `2026-01-27`.
//!
//! Only whole dates with a year, in English words or in digits; digits with slashes read month first unless that is
//! no month. Whether a date is spoken of as past is `tense`.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::prose::Prose;

/// A date as a text mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The date; the first day of a span of days.
    pub date: Date,
    /// The weekday written before it, right or wrong.
    pub weekday: Option<Weekday>,
    /// The bytes of the text it stands on, the weekday with it.
    pub bytes: Range<usize>,
    /// The tokens it stands on.
    pub tokens: Range<usize>,
}

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The dates of a text in their order.
pub fn mentions(prose: &Prose<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < prose.tokens.len() {
        let read = month_first(prose, at).or_else(|| day_first(prose, at)).or_else(|| digits(prose, at));
        let Some((date, end)) = read else {
            at += 1;
            continue;
        };
        let (weekday, start) = weekday_before(prose, at);
        let bytes = prose.tokens[start].start..prose.tokens[end - 1].end;
        found.push(Mention { date, weekday, bytes, tokens: start..end });
        at = end;
    }
    found
}

/// `January 27th, 2026`, `Jan. 27 2026`, `January 27-28, 2026`, `January 27 and 28, 2026`.
fn month_first(prose: &Prose<'_>, at: usize) -> Option<(Date, usize)> {
    let month = month(prose.text(at))?;
    let mut next = skip(prose, at + 1, ".");
    let day = day(prose.text(next))?;
    next += 1;
    if prose.is_any(next, &["and", "&", "-", "–"]) && self::day(prose.text(next + 1)).is_some() {
        next += 2;
    }
    next = skip(prose, next, ",");
    Some((Date::new(year(prose.text(next))?, month, day).ok()?, next + 1))
}

/// `27 January 2026`, `27th of January, 2026`.
fn day_first(prose: &Prose<'_>, at: usize) -> Option<(Date, usize)> {
    let day = day(prose.text(at))?;
    let next = skip(prose, at + 1, "of");
    let month = month(prose.text(next))?;
    let next = skip(prose, skip(prose, next + 1, "."), ",");
    Some((Date::new(year(prose.text(next))?, month, day).ok()?, next + 1))
}

/// `1/27/2026` or `2026-01-27`.
fn digits(prose: &Prose<'_>, at: usize) -> Option<(Date, usize)> {
    let text = prose.text(at);
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let date = if let [first, second, year] = text.split('/').collect::<Vec<_>>()[..] {
        let (first, second) = (number(first)?, number(second)?);
        let (month, day) = if first > 12 { (second, first) } else { (first, second) };
        Date::new(self::year(year)?, month, day).ok()?
    } else if let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] {
        Date::new(self::year(year)?, number(month)?, number(day)?).ok()?
    } else {
        return None;
    };
    Some((date, at + 1))
}

fn weekday_before(prose: &Prose<'_>, at: usize) -> (Option<Weekday>, usize) {
    let before = |at: usize| at.checked_sub(1);
    let Some(mut word) = before(at) else { return (None, at) };
    if matches!(prose.text(word), "," | ".") {
        match before(word) {
            Some(earlier) => word = earlier,
            None => return (None, at),
        }
    }
    match weekday(prose.text(word)) {
        Some(weekday) => (Some(weekday), word),
        None => (None, at),
    }
}

/// The weekday that a word names, whole or shortened: `Tuesday`, `Tues`, `Tue`.
pub fn weekday(word: &str) -> Option<Weekday> {
    let lower = word.to_ascii_lowercase();
    let short = ["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"].contains(&lower.as_str());
    WEEKDAYS.iter().find(|(name, _)| *name == lower || short && name.starts_with(&lower)).map(|(_, weekday)| *weekday)
}

fn month(word: &str) -> Option<i8> {
    if !(3..=9).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let short = lower.len() == 3 || lower == "sept";
    let index = MONTHS.iter().position(|name| *name == lower || short && name.starts_with(&lower))?;
    i8::try_from(index + 1).ok()
}

/// The day that `27`, `27th` or `27-28` begins with.
fn day(word: &str) -> Option<i8> {
    let first = word.split(['-', '–']).next()?;
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|suffix| first.strip_suffix(suffix)).unwrap_or(first);
    number(digits)
}

fn number(digits: &str) -> Option<i8> {
    if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

fn year(word: &str) -> Option<i16> {
    let digits = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|year| (1700..2200).contains(year))
}

/// The index after the token when it is this word, the same index when it is not.
fn skip(prose: &Prose<'_>, at: usize, word: &str) -> usize {
    if prose.is(at, word) { at + 1 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preflight::prose::Syntax;

    #[test]
    fn dates_are_found_as_people_write_them() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found: Vec<(String, &str)> = mentions(&Prose::of(text, Syntax::Rich))
                .into_iter()
                .map(|mention| (mention.date.to_string(), &text[mention.bytes]))
                .collect();
            let found: Vec<(&str, &str)> = found.iter().map(|(date, excerpt)| (date.as_str(), *excerpt)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("the January 27th, 2026 meeting", &[("2026-01-27", "January 27th, 2026")]);
        check("on January 27, 2026.", &[("2026-01-27", "January 27, 2026")]);
        check("on 27 January 2026", &[("2026-01-27", "27 January 2026")]);
        check("the 27th of January, 2026", &[("2026-01-27", "27th of January, 2026")]);
        check("on Jan. 27, 2026 and Sept 3 2026", &[("2026-01-27", "Jan. 27, 2026"), ("2026-09-03", "Sept 3 2026")]);
        check("(1/27/2026)", &[("2026-01-27", "1/27/2026")]);
        check("27/1/2026", &[("2026-01-27", "27/1/2026")]);
        check("as of 2026-01-27,", &[("2026-01-27", "2026-01-27")]);
        check("on Tuesday, February 10, 2026", &[("2026-02-10", "Tuesday, February 10, 2026")]);
        check("**January 27**, *2026*", &[("2026-01-27", "January 27**, *2026")]);
        check("January 27-28, 2026", &[("2026-01-27", "January 27-28, 2026")]);
        check("January 27 and 28, 2026", &[("2026-01-27", "January 27 and 28, 2026")]);
        check("March 3, 2026’s vote", &[("2026-03-03", "March 3, 2026’s")]);
        check("MAY 5, 2026", &[("2026-05-05", "MAY 5, 2026")]);
        check("Item 3 March 3, 2026", &[("2026-03-03", "March 3, 2026")]);
    }

    #[test]
    fn what_is_no_date_is_left_alone() {
        let check = |text: &str| assert_eq!(mentions(&Prose::of(text, Syntax::Rich)), [], "{text}");
        check("since May of 2025");
        check("January 2026");
        check("February 30, 2026");
        check("January 27");
        check("file 23-0243 and ordinance 188441 of 12-19-24");
        check("https://example.org/2026/01/27 and https://example.org/2026-01-27");
        check("you may 3 times in 2026");
        check("a score of 3/4/26");
        check("[the report](https://example.org/2026-01-27)");
        check("13/13/2026");
    }
}
