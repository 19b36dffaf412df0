//! From a text's words to the dates it mentions: `January 27th, 2026`, `27 January`, `1/27/2026`, `2026-01-27`, `el 27 de enero`.
//!
//! In English and in the letter's own language, as far as `tongue` has it. A date without a year is the one nearest to the
//! letter's own. Digits with slashes read month first unless that is no month. Whether a date is spoken of as past is
//! `tense`.

pub mod tongue;

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::prose::Prose;
use tongue::Tongue;

/// A date as a text mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The date; the first day of a span of days.
    pub date: Date,
    /// The text says the year.
    pub has_year: bool,
    /// The text says the day; without it the date is the first of the month.
    pub has_day: bool,
    /// The weekday written before it, right or wrong.
    pub weekday: Option<Weekday>,
    /// The bytes of the weekday's name; empty without one.
    pub weekday_bytes: Range<usize>,
    /// The bytes of the text it stands on, the weekday with it.
    pub bytes: Range<usize>,
    /// The tokens it stands on.
    pub tokens: Range<usize>,
}

/// How dates are read.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The language of the letter, where it is not English.
    tongue: Option<&'static Tongue>,
    /// The day near which those lie whose year is left out; without it they are passed over.
    near: Option<Date>,
}

impl Reader {
    /// Reads dates of a letter in this language, written about this day.
    pub fn new(language: &str, near: Option<Date>) -> Self {
        Self { tongue: tongue::of(language).filter(|tongue| *tongue != tongue::english()), near }
    }

    /// The languages whose names are looked for.
    pub fn tongues(&self) -> impl Iterator<Item = &'static Tongue> {
        [self.tongue, Some(tongue::english())].into_iter().flatten()
    }

    /// The month that a word names, and the language in which it does.
    fn month(&self, word: &str) -> Option<(i8, &'static Tongue)> {
        self.tongues().find_map(|tongue| Some((tongue.month(word)?, tongue)))
    }

    fn weekday(&self, word: &str) -> Option<Weekday> {
        self.tongues().filter(|tongue| !tongue.numbers_months()).find_map(|tongue| tongue.weekday(word))
    }

    fn date(&self, year: Option<i16>, month: i8, day: i8) -> Option<Date> {
        match year {
            Some(year) => Date::new(year, month, day).ok(),
            None => nearest(self.near?, month, day),
        }
    }
}

/// The day of the year that lies nearest.
pub fn nearest(near: Date, month: i8, day: i8) -> Option<Date> {
    let years = near.year().saturating_sub(1)..=near.year().saturating_add(1);
    years.filter_map(|year| Date::new(year, month, day).ok()).min_by_key(|date| apart(*date, near))
}

/// How many days lie between two, whichever comes first.
pub fn apart(one: Date, other: Date) -> i32 {
    (one - other).get_days().abs()
}

/// A date as it was read: the date, whether the year is said, and the token after its last.
type Read = (Date, bool, usize);

/// The dates of a text in their order.
pub fn mentions(prose: &Prose<'_>, reader: &Reader) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < prose.tokens.len() {
        let read = if prose.text(at).starts_with(|c: char| c.is_ascii_digit()) {
            day_first(prose, at, reader).or_else(|| numbered(prose, at, reader)).or_else(|| digits(prose, at))
        } else {
            month_first(prose, at, reader)
        };
        let Some((date, has_year, end)) = read else {
            at += 1;
            continue;
        };
        let (mut weekday, start, mut named) = weekday_before(prose, at, reader);
        let mut bytes = prose.tokens[start].start..prose.tokens[end - 1].end;
        if weekday.is_none()
            && let Some((day, token)) = weekday_after(prose, end, reader)
        {
            (weekday, named) = (Some(day), token);
            bytes.end = prose.tokens[token].end;
        }
        let named = prose.tokens[named];
        let weekday_bytes = named.start..if weekday.is_some() { named.end } else { named.start };
        found.push(Mention { date, has_year, has_day: true, weekday, weekday_bytes, bytes, tokens: start..end });
        at = end;
    }
    found
}

/// Those of a text's dates that begin within these tokens.
pub fn within(dates: &[Mention], tokens: Range<usize>) -> &[Mention] {
    let before = |end: usize| dates.partition_point(|one| one.tokens.start < end);
    &dates[before(tokens.start)..before(tokens.end)]
}

/// The months of a year that an English text mentions without a day: `October 2027`.
pub fn months(prose: &Prose<'_>) -> Vec<Mention> {
    let one = |at: usize| {
        let year = year(prose.text(at + 1))?;
        let month = tongue::english().month(prose.text(at))?;
        let has_day = at.checked_sub(1).is_some_and(|before| {
            day(prose.text(before)).is_some()
                || before > 0 && prose.is(before, "of") && day(prose.text(before - 1)).is_some()
        });
        let date = Date::new(year, month, 1).ok().filter(|_| !has_day)?;
        let bytes = prose.tokens[at].start..prose.tokens[at + 1].end;
        let weekday_bytes = bytes.start..bytes.start;
        Some(Mention { date, has_year: true, has_day: false, weekday: None, weekday_bytes, bytes, tokens: at..at + 2 })
    };
    (0..prose.tokens.len()).filter_map(one).collect()
}

/// `January 27th, 2026`, `Jan. 27 2026`, `January 27-28, 2026`, `January 27 and 28, 2026`, `January 27`.
fn month_first(prose: &Prose<'_>, at: usize, reader: &Reader) -> Option<Read> {
    // Most words stand before no number, so that is asked first.
    let mut next = skip_stop(prose, at + 1);
    let day = day(prose.text(next))?;
    let (month, tongue) = reader.month(prose.text(at))?;
    next += 1;
    let last = next;
    if prose.is_any(next, &["and", "&", "-", "–"]) && self::day(prose.text(next + 1)).is_some() {
        next += 2;
    }
    next = skip(prose, next, &[",", "de", "del"]);
    match year(prose.text(next)) {
        Some(year) => Some((reader.date(Some(year), month, day)?, true, next + 1)),
        None if !tongue.month_leads || !named_as_month(prose, at, tongue) => None,
        None => Some((reader.date(None, month, day)?, false, last)),
    }
}

/// `27 January 2026`, `27th of January, 2026`, `27. Januar`, `27 de enero de 2026`.
fn day_first(prose: &Prose<'_>, at: usize, reader: &Reader) -> Option<Read> {
    let day = day(prose.text(at))?;
    let named = skip(prose, skip(prose, at + 1, &["."]), &["of", "de"]);
    let (month, tongue) = reader.month(prose.text(named))?;
    let next = skip(prose, skip_stop(prose, named + 1), &[",", "de", "del"]);
    match year(prose.text(next)) {
        Some(year) => Some((reader.date(Some(year), month, day)?, true, next + 1)),
        // `Item 3 March 3` ends in another date, and `Item 3. May I …` in none.
        None if !tongue.day_leads
            || !named_as_month(prose, named, tongue)
            || self::day(prose.text(named + 1)).is_some()
            || tongue == tongue::english() && prose.is(at + 1, ".") =>
        {
            None
        }
        None => Some((reader.date(None, month, day)?, false, named + 1)),
    }
}

/// `9 tháng 6, 2026`, `9 tháng 6 năm 2026`.
fn numbered(prose: &Prose<'_>, at: usize, reader: &Reader) -> Option<Read> {
    if !reader.tongue.is_some_and(Tongue::numbers_months) || prose.text(at + 1) != "tháng" {
        return None;
    }
    let (day, month) = (day(prose.text(at))?, number(prose.text(at + 2))?);
    let next = skip(prose, at + 3, &[",", "năm"]);
    match year(prose.text(next)) {
        Some(year) => Some((reader.date(Some(year), month, day)?, true, next + 1)),
        None => Some((reader.date(None, month, day)?, false, at + 3)),
    }
}

/// A word that names a month may also be another word, which its capital tells.
fn named_as_month(prose: &Prose<'_>, at: usize, tongue: &Tongue) -> bool {
    !tongue.capitals || prose.text(at).starts_with(char::is_uppercase)
}

/// `1/27/2026` or `2026-01-27`.
fn digits(prose: &Prose<'_>, at: usize) -> Option<Read> {
    let text = prose.text(at);
    let date = if let [first, second, year] = text.split('/').collect::<Vec<_>>()[..] {
        let (first, second) = (number(first)?, number(second)?);
        let (month, day) = if first > 12 { (second, first) } else { (first, second) };
        Date::new(self::year(year)?, month, day).ok()?
    } else if let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] {
        Date::new(self::year(year)?, number(month)?, number(day)?).ok()?
    } else {
        return None;
    };
    Some((date, true, at + 1))
}

/// The weekday before a date, the date's first token with it, and the token that names it.
fn weekday_before(prose: &Prose<'_>, at: usize, reader: &Reader) -> (Option<Weekday>, usize, usize) {
    let numbered = reader.tongue.filter(|tongue| tongue.numbers_months());
    let mut word = at;
    let mut start = at;
    for words in [&["the", "dem", "den", "el", "le", "ang", "ngày"][..], &[","], &["."]] {
        let is_skipped = |before: &usize| match prose.text(*before) {
            "." => words == ["."] && is_short(prose, *before),
            _ => prose.is_any(*before, words),
        };
        match word.checked_sub(1).filter(is_skipped) {
            Some(before) => word = before,
            None => continue,
        }
        if numbered.is_some() && prose.text(word) == "ngày" {
            start = word;
        }
    }
    let Some(named) = word.checked_sub(1) else { return (None, start, start) };
    if let Some(tongue) = numbered {
        let before = named.checked_sub(1).filter(|at| prose.is_any(*at, &["thứ", "Thứ", "chủ", "Chủ"]));
        if let (Some(before), Some(weekday)) = (before, tongue.weekday(prose.text(named))) {
            return (Some(weekday), before, named);
        }
    }
    match reader.weekday(prose.text(named)).filter(|_| !is_newspaper(prose, named)) {
        Some(weekday) => (Some(weekday), named, named),
        None => (None, start, start),
    }
}

/// `July 14, 2026, a Tuesday`, `July 14 (Tuesday)`, `el 5 de octubre, un lunes`: the weekday, and the token that names it.
fn weekday_after(prose: &Prose<'_>, end: usize, reader: &Reader) -> Option<(Weekday, usize)> {
    let is_of_it = prose.is(end, ",") && prose.is_any(end + 1, &["a", "un", "ein", "um"]);
    let is_bracketed = prose.is(end, "(") && prose.is(end + 2, ")");
    let named = if is_of_it { end + 2 } else { end + 1 };
    let is_whole = !prose.text(named + 1).starts_with(char::is_alphanumeric);
    let day = reader.weekday(prose.text(named)).filter(|_| is_whole && (is_of_it || is_bracketed))?;
    Some((day, named))
}

/// A weekday stands shortened before this stop, which then ends no sentence: `Tues. March 3`.
fn is_short(prose: &Prose<'_>, stop: usize) -> bool {
    let word = stop.checked_sub(1).map_or("", |before| prose.text(before));
    word.len() < "Monday".len() && word.starts_with(char::is_uppercase) && tongue::english().weekday(word).is_some()
}

/// `Las Vegas Sun, Jan. 5` and `The Sun, Jan. 5`: many newspapers have the name of a weekday.
fn is_newspaper(prose: &Prose<'_>, named: usize) -> bool {
    let Some(before) = named.checked_sub(1).filter(|_| prose.text(named) == "Sun") else { return false };
    let is_name = prose.text(before).starts_with(char::is_uppercase) && !prose.starts_sentence(before);
    is_name || prose.is(before, "the")
}

/// The day that `27`, `27th`, `1er` or `27-28` begins with.
fn day(word: &str) -> Option<i8> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let first = word.split(['-', '–']).next()?;
    let suffixes = ["st", "nd", "rd", "th", "er", "º", "ro"];
    let digits = suffixes.iter().find_map(|suffix| first.strip_suffix(suffix)).unwrap_or(first);
    number(digits).filter(|day| (1..=31).contains(day))
}

fn number(digits: &str) -> Option<i8> {
    if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// The year that a word of four digits names.
pub fn year(word: &str) -> Option<i16> {
    let digits = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|year| (1700..2200).contains(year))
}

/// The index after a stop that ends no sentence.
fn skip_stop(prose: &Prose<'_>, at: usize) -> usize {
    if prose.is(at, ".") && !prose.ends_sentence(at) { at + 1 } else { at }
}

/// The index after the token when it is one of these words, the same index when it is not.
fn skip(prose: &Prose<'_>, at: usize, words: &[&str]) -> usize {
    if prose.is_any(at, words) { at + 1 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::Syntax;

    #[test]
    fn dates_are_found_as_people_write_them() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found: Vec<(String, &str)> = mentions(&Prose::of(text, Syntax::Rich), &Reader::new("en-US", None))
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
        let check = |text: &str| {
            assert_eq!(mentions(&Prose::of(text, Syntax::Rich), &Reader::new("en-US", None)), [], "{text}")
        };
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

    #[test]
    fn a_date_without_a_year_is_the_nearest_and_other_languages_have_dates_too() {
        let check = |language: &str, text: &str, expected: &[(&str, &str)]| {
            let reader = Reader::new(language, Some(jiff::civil::date(2026, 2, 10)));
            let found: Vec<(String, &str)> = mentions(&Prose::of(text, Syntax::Rich), &reader)
                .into_iter()
                .map(|mention| {
                    let weekday = mention.weekday.map_or(String::new(), |day| format!(" {day:?}"));
                    (mention.date.to_string() + &weekday, &text[mention.bytes])
                })
                .collect();
            let found: Vec<(&str, &str)> = found.iter().map(|(date, excerpt)| (date.as_str(), *excerpt)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("en", "on Tuesday, March 3, please", &[("2026-03-03 Tuesday", "Tuesday, March 3")]);
        check("en", "on December 2 and January 6", &[("2025-12-02", "December 2"), ("2026-01-06", "January 6")]);
        check(
            "en-GB",
            "Monday 23 June to Sunday 29 June",
            &[("2026-06-23 Monday", "Monday 23 June"), ("2026-06-29 Sunday", "Sunday 29 June")],
        );
        check("en", "Tuesday, the 10th of March", &[("2026-03-10 Tuesday", "Tuesday, the 10th of March")]);
        check("en", "See Item 3. May we speak? You may 3 times. Item 3 March 3 is it.", &[("2026-03-03", "March 3")]);
        check("en", "section 3 of may 4 and the march 3 abreast", &[]);
        check(
            "es-US",
            "del martes 16 de septiembre, 2 de mayo de 2025",
            &[("2025-09-16 Tuesday", "martes 16 de septiembre"), ("2025-05-02", "2 de mayo de 2025")],
        );
        check(
            "de",
            "am Dienstag, dem 18. November 2025, am 3. März",
            &[("2025-11-18 Tuesday", "Dienstag, dem 18. November 2025"), ("2026-03-03", "3. März")],
        );
        check("ru", "во вторник, 3 февраля", &[("2026-02-03 Tuesday", "вторник, 3 февраля")]);
        check("fr", "le mardi 11 février 2025", &[("2025-02-11 Tuesday", "mardi 11 février 2025")]);
        check(
            "vi",
            "vào thứ Ba, ngày 9 tháng 6, 2026, ngày 12 tháng 5",
            &[("2026-06-09 Tuesday", "thứ Ba, ngày 9 tháng 6, 2026"), ("2026-05-12", "ngày 12 tháng 5")],
        );
        check("en", "We met on Saturday. March 17 is the vote.", &[("2026-03-17", "March 17")]);
        check(
            "en",
            "on Tues. March 3, and Tues., March 3",
            &[("2026-03-03 Tuesday", "Tues. March 3"), ("2026-03-03 Tuesday", "Tues., March 3")],
        );
        check("en", "It closed in March. 12 families left, on May 1. 2026 was hard.", &[("2026-05-01", "May 1")]);
        check(
            "en",
            "Las Vegas Sun, Jan. 5, 2026; The Sun, Jan. 5",
            &[("2026-01-05", "Jan. 5, 2026"), ("2026-01-05", "Jan. 5")],
        );
        check(
            "en",
            "On July 14, 2026, a Tuesday, and on July 15, 2026 (Wednesday).",
            &[("2026-07-14 Tuesday", "July 14, 2026, a Tuesday"), ("2026-07-15 Wednesday", "July 15, 2026 (Wednesday")],
        );
        check("en", "On July 14, 2026, a Tuesday meeting was held.", &[("2026-07-14", "July 14, 2026")]);
        check("es", "el 5 de mayo de 2026, un martes", &[("2026-05-05 Tuesday", "5 de mayo de 2026, un martes")]);
        check("en", "See you Sun, Jan. 4.", &[("2026-01-04 Sunday", "Sun, Jan. 4")]);
        check("tl", "ng pulong sa Hulyo 27", &[("2026-07-27", "Hulyo 27")]);
        check("en", "ngày 9 tháng 6, el 2 de mayo", &[]);
    }

    #[test]
    fn months_without_a_day_are_found_by_themselves() {
        let prose = Prose::of("In October 2027, by June 3, 2026, on 3 May 2026, in May of 2025", Syntax::Plain);
        let found: Vec<String> = months(&prose).into_iter().map(|mention| mention.date.to_string()).collect();
        assert_eq!(found, ["2027-10-01"]);
    }
}
