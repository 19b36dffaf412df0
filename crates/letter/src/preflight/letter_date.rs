//! The date of the letter: that there is one, and that nothing later is spoken of as past.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::context::{Context, Voice};
use super::dates::{Mention, mentions};
use super::prose::{Prose, Syntax};
use super::tense::is_past;
use crate::finding::{Finding, Place, Severity};
use crate::language;
use crate::template::PartName;

/// The kind bears a date and the draft has none.
pub fn no_date(context: &Context<'_>) -> Vec<Finding> {
    let line = context.draft.date_line.as_deref().unwrap_or_default();
    if !context.has_part(PartName::Date) || context.draft.date.is_some() || !line.trim().is_empty() {
        return Vec::new();
    }
    vec![Finding::new(
        "no-date",
        Severity::Error,
        "the letter has no date",
        "Give the letter the date of the day it goes out.",
        Place::absent("date"),
    )]
}

/// The letter is dated before something that it tells as past; each such date is told once, where it stands first.
pub fn letter_date(context: &Context<'_>) -> Vec<Finding> {
    let Some(date) = context.draft.date else { return Vec::new() };
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for field in context.fields.iter().filter(|field| matches!(field.voice, Voice::Own | Voice::Subject)) {
        for mention in later_past(&field.prose, date, &mut told) {
            findings.push(disagree(date, &mention, Place::new(&field.path, &field.text[mention.bytes.clone()])));
        }
    }
    // The template's own words can make a date past that says nothing of itself in its field.
    for paragraph in &context.body {
        for mention in later_past(&Prose::of(&paragraph.text, Syntax::Plain), date, &mut told) {
            let place = Place::new(paragraph.path(), &paragraph.text[mention.bytes.clone()]);
            findings.push(disagree(date, &mention, place));
        }
    }
    findings
}

fn later_past(prose: &Prose<'_>, date: Date, told: &mut BTreeSet<Date>) -> Vec<Mention> {
    let mut later = mentions(prose);
    later.retain(|mention| {
        mention.date > date && !told.contains(&mention.date) && is_past(prose, mention) && told.insert(mention.date)
    });
    later
}

fn disagree(date: Date, mention: &Mention, other: Place) -> Finding {
    let words = language::words("en");
    let message = format!(
        "the letter is dated {}, but speaks of {} as past",
        words.long_date(date),
        words.long_date(mention.date)
    );
    // The commonest slip, in the first weeks of a year and in letters made from older ones, is the year alone.
    let same_year = Date::new(mention.date.year(), date.month(), date.day()).ok().filter(|day| *day >= mention.date);
    let hint = match same_year {
        Some(day) => format!(
            "If only the year slipped, date the letter {}; otherwise correct the date in the text.",
            words.long_date(day)
        ),
        None => "Correct the date of the letter, or the date in the text.".to_owned(),
    };
    Finding::new("letter-date", Severity::Error, message, hint, Place::new("date", date.to_string())).against(other)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::draft::{Ask, Draft, Reference};
    use crate::preflight::testing::{told, with_words};

    const SEED: &str = "As you surely know following the January 27th, 2026 City Council meeting which saw record \
        submissions of eComments, and more in-person commenters than could fit in City Hall chambers, **Sacramentans \
        are overwhelmingly telling you a clear message: we demand more of you to keep our community safe from ICE.**";

    #[test]
    fn a_letter_dated_before_what_it_tells_as_past_is_found() {
        let check = |day: Date, text: &str, expected: &[(&str, &str)]| {
            let mut draft = with_words("hook", text);
            draft.date = Some(day);
            let found: Vec<(String, String)> = told(&draft)
                .into_iter()
                .filter(|finding| finding.check == "letter-date")
                .map(|finding| (finding.message, finding.other.map(|other| other.excerpt).unwrap_or_default()))
                .collect();
            let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        };
        check(
            date(2025, 2, 10),
            SEED,
            &[("the letter is dated February 10, 2025, but speaks of January 27, 2026 as past", "January 27th, 2026")],
        );
        check(date(2026, 2, 10), SEED, &[]);
        check(date(2026, 1, 27), SEED, &[]);
        check(
            date(2024, 1, 18),
            "Sharing ceased on June 11, 2024. It ceased, as we said, on 6/11/2024.",
            &[("the letter is dated January 18, 2024, but speaks of June 11, 2024 as past", "June 11, 2024")],
        );
        check(date(2025, 2, 10), "Please decide by March 1, 2026.", &[]);
        check(date(2025, 2, 10), "On March 1, 2026 you will vote on what was begun on March 1, 2024.", &[]);
        check(
            date(2025, 2, 10),
            "We met on March 1, 2025 and again on April 1, 2025.",
            &[
                ("the letter is dated February 10, 2025, but speaks of March 1, 2025 as past", "March 1, 2025"),
                ("the letter is dated February 10, 2025, but speaks of April 1, 2025 as past", "April 1, 2025"),
            ],
        );
    }

    #[test]
    fn both_places_are_named() {
        let mut draft = Draft { date: Some(date(2025, 2, 10)), ..Draft::default() };
        draft.asks = vec![Ask { full: "Repeal what passed on March 3, 2025.".to_owned(), ..Ask::default() }];
        draft.subject = Some("Your letter of May 1, 2025".to_owned());
        draft.references =
            vec![Reference { excerpt: "The council met on June 1, 2025.".to_owned(), ..Reference::default() }];
        let found: Vec<(String, Option<String>)> = told(&draft)
            .into_iter()
            .filter(|finding| finding.check == "letter-date")
            .map(|finding| (finding.place.path, finding.other.map(|other| other.path)))
            .collect();
        let expected = [("date", "subject"), ("date", "asks[0].full")];
        assert_eq!(found, expected.map(|(place, other)| (place.to_owned(), Some(other.to_owned()))));
    }

    #[test]
    fn a_letter_needs_a_date_or_a_date_line() {
        let check = |draft: Draft, expected: usize| {
            assert_eq!(told(&draft).iter().filter(|finding| finding.check == "no-date").count(), expected);
        };
        check(Draft::default(), 1);
        check(Draft { date: Some(date(2026, 2, 10)), ..Draft::default() }, 0);
        check(Draft { date_line: Some("Early spring".to_owned()), ..Draft::default() }, 0);
        check(Draft { date_line: Some("  ".to_owned()), ..Draft::default() }, 1);
    }
}
