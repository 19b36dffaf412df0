//! A weekday beside a date that falls on another one.
//!
//! A date without a year is given every year that may be meant, so that a story of last winter is left alone.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use crate::finding::{Finding, Place, Repair, Severity};
use crate::language;
use crate::preflight::context::{Context, FieldText, Voice};
use crate::preflight::dates::{self, Mention, apart, tongue};

/// Within so many days of the letter nobody needs to say which year is meant.
const NEAR: i32 = 60;

/// The weekday written beside a date is that of another day.
pub fn weekday(context: &Context<'_>) -> Vec<Finding> {
    let fields = || context.fields.iter().filter(|field| field.voice != Voice::Quoted);
    let mut right = BTreeMap::new();
    for field in fields() {
        for mention in field.dates.iter().filter(|one| one.weekday == Some(one.date.weekday())) {
            right.entry(mention.date).or_insert_with(|| Place::new(&field.path, &field.text[mention.bytes.clone()]));
        }
    }
    let mut findings = Vec::new();
    for field in fields().filter(|field| field.dates.iter().any(|one| one.weekday.is_some())) {
        let years = bare_years(field);
        for (mention, weekday) in field.dates.iter().filter_map(|mention| Some((mention, mention.weekday?))) {
            if !days_meant(context, mention, &years).iter().any(|day| day.weekday() == weekday) {
                findings.push(disagree(context, field, mention, weekday, same_day(context, mention, &right)));
            }
        }
    }
    findings
}

/// Years that stand by themselves, each with the token at which it stands first.
fn bare_years(field: &FieldText<'_>) -> BTreeMap<i16, usize> {
    let mut years = BTreeMap::new();
    for at in 0..field.prose.tokens.len() {
        if let Some(year) = dates::year(field.prose.text(at)).filter(|_| !is_dated(field, at)) {
            years.entry(year).or_insert(at);
        }
    }
    years
}

/// The token is a part of a date.
fn is_dated(field: &FieldText<'_>, at: usize) -> bool {
    let next = field.dates.partition_point(|one| one.tokens.end <= at);
    field.dates.get(next).is_some_and(|one| one.tokens.contains(&at))
}

/// The days that a mention may mean.
fn days_meant(context: &Context<'_>, mention: &Mention, bare: &BTreeMap<i16, usize>) -> Vec<Date> {
    let mut days = vec![mention.date];
    if mention.has_year {
        return days;
    }
    let year = mention.date.year();
    let near = context.draft.date.is_some_and(|date| apart(date, mention.date) <= NEAR);
    let mut years: Vec<i16> = if near { Vec::new() } else { vec![year - 1, year + 1] };
    // A story that opens with a year of old goes on in it.
    years.extend(bare.range(..year).filter(|(_, at)| **at < mention.tokens.start).map(|(year, _)| *year));
    days.extend(years.iter().filter_map(|year| Date::new(*year, mention.date.month(), mention.date.day()).ok()));
    days
}

fn disagree(
    context: &Context<'_>,
    field: &FieldText<'_>,
    mention: &Mention,
    weekday: Weekday,
    same_day: Option<Place>,
) -> Finding {
    let english = tongue::english();
    let (long, right) = (language::words("en").long_date(mention.date), mention.date.weekday());
    let (is, says) = (english.name(right), english.name(weekday));
    let place = Place::new(&field.path, &field.text[mention.bytes.clone()]);
    let finding = |hint: String| {
        let message = format!("{long} is a {is}, but “{}” says {says}", place.said());
        Finding::new("weekday", Severity::Warning, message, hint, place.clone())
    };
    if let Some(other) = same_day {
        let word = &field.text[mention.weekday_bytes.clone()];
        let finding = finding(format!("Write {is}.")).against(other);
        let right = context.reader.tongues().find_map(|tongue| tongue.instead(right, word));
        return match right {
            Some(name) => {
                finding.mended_by(Repair::within(&field.path, field.text, mention.weekday_bytes.clone(), name))
            }
            None => finding,
        };
    }
    match context.draft.item.meeting {
        Some(day) if day.weekday() == weekday && apart(day, mention.date) <= 7 => {
            let meeting = format!("{}, {}", english.name(day.weekday()), language::words("en").long_date(day));
            finding(format!("If you mean the meeting, write {meeting}; otherwise correct the weekday or the date."))
                .against(Place::new("item.meeting", day.to_string()))
        }
        _ => finding("See which of the two is right, and correct the other.".to_owned()),
    }
}

/// Another place that has the same day, so that the day is sure and the weekday wrong.
fn same_day(context: &Context<'_>, mention: &Mention, right: &BTreeMap<Date, Place>) -> Option<Place> {
    let (draft, day) = (context.draft, mention.date);
    if draft.item.meeting == Some(day) {
        return Some(Place::new("item.meeting", day.to_string()));
    }
    if draft.date == Some(day) {
        return Some(Place::new("date", day.to_string()));
    }
    right.get(&day).cloned()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::preflight::testing::{told, with_words};

    /// Excerpt, path of the other place and what the repair writes, of a letter of Thursday, March 12, 2026 for a meeting on
    /// Tuesday, March 17.
    fn found(language: &str, text: &str) -> Vec<(String, String, String)> {
        let mut draft = with_words("hook", text);
        draft.language = language.to_owned();
        draft.date = Some(date(2026, 3, 12));
        draft.item.meeting = Some(date(2026, 3, 17));
        let found = told(&draft).into_iter().filter(|finding| finding.check == "weekday");
        let described = found.map(|finding| {
            let other = finding.other.map_or(String::new(), |other| other.path);
            let repair = finding.repair.map_or(String::new(), |repair| format!("{} → {}", repair.from, repair.to));
            (finding.place.excerpt, other, repair)
        });
        described.collect()
    }

    #[test]
    fn a_weekday_that_is_not_the_dates_is_found() {
        let check = |language: &str, text: &str, expected: (&str, &str, &str)| {
            let found = found(language, text);
            let found: Vec<(&str, &str, &str)> =
                found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
            assert_eq!(found, [expected], "{text}");
        };
        check("", "On Monday, March 17, you meet.", ("Monday, March 17", "item.meeting", "Monday → Tuesday"));
        check("", "On MONDAY, MARCH 17, 2026", ("MONDAY, MARCH 17, 2026", "item.meeting", "MONDAY → TUESDAY"));
        check("", "Today, Friday, March 12, I write.", ("Friday, March 12", "date", "Friday → Thursday"));
        check("", "You meet on Tuesday, March 18.", ("Tuesday, March 18", "item.meeting", ""));
        check("", "On Monday, December 2, 2025 you voted.", ("Monday, December 2, 2025", "", ""));
        check(
            "",
            "Friday, May 1. No, Wednesday, May 1, I say.",
            ("Wednesday, May 1", "words.hook", "Wednesday → Friday"),
        );
        check(
            "en-GB",
            "on Wednesday 17 March 2026",
            ("Wednesday 17 March 2026", "item.meeting", "Wednesday → Tuesday"),
        );
        check("es", "el miércoles 17 de marzo", ("miércoles 17 de marzo", "item.meeting", "miércoles → martes"));
        check("de", "am Mittwoch, dem 17. März", ("Mittwoch, dem 17. März", "item.meeting", "Mittwoch → Dienstag"));
        check("ru", "в среду, 17 марта", ("среду, 17 марта", "item.meeting", ""));
        check("vi", "thứ Hai, ngày 17 tháng 3", ("thứ Hai, ngày 17 tháng 3", "item.meeting", ""));
    }

    #[test]
    fn a_weekday_that_may_be_right_is_left_alone() {
        let check = |text: &str| assert_eq!(found("", text), [], "{text}");
        check("On Tuesday, March 17, and on Wednesday, March 18, 2026.");
        // Last fall, the fall before that, and a year that was said.
        check("On Tuesday, December 2, I fell.");
        check("On Monday, August 4, and on Tuesday, August 4, I fell.");
        check("In 2019 the road was closed. On Friday, March 1, a bus sank.");
        check("Every Tuesday in March 2026. On Tuesdays, March 3 children ran.");
        check("> On Monday, March 17, 2026");
    }
}
