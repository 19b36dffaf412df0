//! The date of the letter: that there is one, and that nothing later is spoken of as past.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::context::{Context, FieldText, Voice};
use super::dates::{self, Mention, apart, mentions, months};
use super::days::letter_year;
use super::tense::{abroad, is_past};
use crate::finding::{Finding, Place, Severity};
use crate::language;
use crate::prose::{Prose, Syntax};
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

/// How far after the letter a date without a year may lie and still be the day that is meant, and not the year before's.
const NEAR: i32 = 14;
/// The same, where the weekday is that of this year.
const NEAR_BY_WEEKDAY: i32 = 31;

/// Words by which a sentence tells of another year.
const OF_OLD: &[&str] =
    &["ago", "last", "previous", "earlier", "year", "years", "summer", "summers", "winter", "winters"];

/// The letter is dated before something that it tells as past; each such date is told once, where it stands first.
pub fn letter_date(context: &Context<'_>) -> Vec<Finding> {
    let Some(date) = context.draft.date else { return Vec::new() };
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for field in context.fields.iter().filter(|field| matches!(field.voice, Voice::Own | Voice::Subject)) {
        for mention in later_past(context, &field.prose, &field.dates, date, &mut told) {
            let place = Place::new(&field.path, &field.text[mention.bytes.clone()]);
            findings.push(disagree(context, date, &mention, place));
        }
    }
    // The template's own words can make a date past that says nothing of itself in its field.
    for paragraph in context.body.iter().filter(|paragraph| paragraph.source.is_empty()) {
        let prose = Prose::of(&paragraph.text, Syntax::Plain);
        for mention in later_past(context, &prose, &mentions(&prose, &context.reader), date, &mut told) {
            let place = Place::new(paragraph.path(), &paragraph.text[mention.bytes.clone()]);
            findings.push(disagree(context, date, &mention, place));
        }
    }
    if findings.is_empty() {
        findings.extend(read_later(context, date));
    }
    if context.is_english() {
        findings.extend(context.own().flat_map(|field| since_later(field, date)));
    }
    findings
}

/// `Since the spring of 2028` in a letter of 2027.
fn since_later(field: &FieldText<'_>, date: Date) -> Vec<Finding> {
    let prose = &field.prose;
    // `Since the spring of 2028`; `since the 2028 budget` gives a reason.
    let leads = ["the", "spring", "summer", "fall", "autumn", "winter", "of", "early", "late", "about", "around", "in"];
    let goes_on = |at: usize| {
        let next = prose.text(at);
        !next.starts_with(char::is_alphanumeric) || prose.is_any(at, &["we", "I", "they", "and", "when", "my", "our"])
    };
    let is_later = |at: &usize| {
        let later = dates::year(prose.text(*at)).is_some_and(|year| year > date.year());
        let since = || (at.saturating_sub(5)..*at).rev().find(|at| !prose.is_any(*at, &leads));
        later
            && !prose.tokens[*at].quoted
            && since().is_some_and(|at| prose.is(at, "since"))
            && goes_on(at + 1)
            && !field.dates.iter().any(|mention| mention.tokens.contains(at))
    };
    let later = (0..prose.tokens.len()).filter(is_later);
    later
        .map(|at| {
            let place = Place::new(&field.path, &field.text[prose.tokens[at].start..prose.tokens[at].end]);
            let message = format!(
                "the text says “since” of {}, but the letter is dated {}",
                place.said(),
                language::words("en").long_date(date)
            );
            let hint = "Correct the year in the text, or the date of the letter.";
            Finding::new("letter-date", Severity::Error, message, hint, place)
                .against(Place::new("date", date.to_string()))
        })
        .collect()
}

fn later_past(
    context: &Context<'_>,
    prose: &Prose<'_>,
    days: &[Mention],
    date: Date,
    told: &mut BTreeSet<Date>,
) -> Vec<Mention> {
    let language = context.draft.language();
    let is_past = |mention: &Mention| is_past(prose, mention) || abroad::is_past(prose, mention, language);
    let mut later: Vec<Mention> = days.iter().chain(&months(prose)).filter(|one| one.date > date).cloned().collect();
    later.retain(|one| is_sure(prose, one, date) && !told.contains(&one.date) && is_past(one) && told.insert(one.date));
    later
}

/// The text says which year is meant, or leaves little doubt of it.
fn is_sure(prose: &Prose<'_>, mention: &Mention, date: Date) -> bool {
    if mention.has_year {
        return true;
    }
    let told_of_old = prose
        .sentence(mention.tokens.start)
        // `Last Friday, February 26` is of this year.
        .filter(|at| mention.weekday.is_none() || at + 1 != mention.tokens.start)
        .any(|at| prose.is_any(at, OF_OLD) || dates::year(prose.text(at)).is_some_and(|year| year != date.year()));
    let near = match mention.weekday {
        Some(weekday) if weekday == mention.date.weekday() => NEAR_BY_WEEKDAY,
        Some(_) => 0,
        None => NEAR,
    };
    apart(mention.date, date) <= near && !told_of_old
}

/// A source that was read after the day that the letter bears.
fn read_later(context: &Context<'_>, date: Date) -> Option<Finding> {
    let read = context.draft.references.iter().map(|reference| reference.accessed).enumerate();
    let (index, read) = read.filter_map(|(index, day)| Some((index, day?))).find(|(_, day)| *day > date)?;
    let words = language::words("en");
    let message =
        format!("the letter is dated {}, but a source was read on {}", words.long_date(date), words.long_date(read));
    let other = Place::new(format!("references[{index}].accessed"), read.to_string());
    let hint = "Correct the date of the letter, or the day on which the source was read.";
    Some(
        Finding::new("letter-date", Severity::Error, message, hint, Place::new("date", date.to_string()))
            .against(other),
    )
}

fn disagree(context: &Context<'_>, date: Date, mention: &Mention, other: Place) -> Finding {
    let words = language::words("en");
    let day = words.long_date(mention.date);
    let said = if mention.has_day { day } else { other.said() };
    let message = format!("the letter is dated {}, but speaks of {said} as past", words.long_date(date));
    // The commonest slip, in the first weeks of a year and in letters made from older ones, is the year alone.
    let same_year = Date::new(mention.date.year(), date.month(), date.day()).ok().filter(|day| *day >= mention.date);
    let hint = match same_year {
        Some(day) => format!(
            "If only the year slipped, date the letter {}; otherwise correct the date in the text.",
            words.long_date(day)
        ),
        None => "Correct the date of the letter, or the date in the text.".to_owned(),
    };
    let finding = Finding::new("letter-date", Severity::Error, message, hint, Place::new("date", date.to_string()))
        .against(other);
    // The letter goes out in these days, which leaves no doubt of its year.
    match letter_year::meant(context).filter(|meant| Some(*meant) == same_year) {
        Some(meant) => letter_year::mended(context, finding, meant),
        None => finding,
    }
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
    fn a_date_without_a_year_counts_where_it_is_near() {
        let check = |text: &str, expected: usize| {
            let mut draft = with_words("hook", text);
            draft.date = Some(date(2026, 7, 6));
            let found = told(&draft).into_iter().filter(|finding| finding.check == "letter-date").count();
            assert_eq!(found, expected, "{text}");
        };
        check("You voted on July 14 to keep the bus.", 1);
        check("You voted on Tuesday, July 14 to keep the bus.", 1);
        // Monday was the July 14 of the year before.
        check("You voted on Monday, July 14 to keep the bus.", 0);
        check("You voted last July 14 to keep the bus.", 0);
        check("On July 14, two summers ago, it was hot, and you voted on nothing.", 0);
        check("One of those days was December 4.", 0);
        check("You voted on July 2 to keep the bus.", 0);
        check("Please vote on July 14 for the bus.", 0);
    }

    #[test]
    fn months_and_other_languages_count_too() {
        let check = |language: &str, text: &str, expected: &[&str]| {
            let mut draft = with_words("hook", text);
            draft.date = Some(date(2026, 7, 6));
            draft.language = language.to_owned();
            let found = told(&draft).into_iter().filter(|finding| finding.check == "letter-date");
            let found: Vec<String> = found.map(|finding| finding.message).collect();
            assert_eq!(found, expected, "{text}");
        };
        let october = "the letter is dated July 6, 2026, but speaks of October 2026 as past";
        check("", "In October 2026 the city’s inspectors found mold.", &[october]);
        check("", "In October 2025 they found mold, and in October 2026 they will look again.", &[]);
        let july = "the letter is dated July 6, 2026, but speaks of July 30, 2026 as past";
        check("tl", "Noong Hulyo 30, 2026, naglakad si Aling Corazon.", &[july]);
        check("es", "El 30 de julio de 2026 votarán ustedes.", &[]);
    }

    #[test]
    fn a_source_cannot_be_read_after_the_letter() {
        let check = |read: Option<Date>, expected: usize| {
            let references = vec![Reference::default(), Reference { accessed: read, ..Reference::default() }];
            let draft = Draft { date: Some(date(2026, 7, 6)), references, ..Draft::default() };
            let found = told(&draft).into_iter().filter(|finding| finding.check == "letter-date").count();
            assert_eq!(found, expected, "{read:?}");
        };
        check(Some(date(2026, 7, 7)), 1);
        check(Some(date(2026, 7, 6)), 0);
        check(None, 0);
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
