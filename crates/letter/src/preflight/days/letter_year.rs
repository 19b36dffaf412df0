//! The year of the letter's date against the year in which it is written: the slip of the first weeks of a year.

use jiff::civil::Date;

use crate::finding::{Finding, Place, Repair, Severity};
use crate::language;
use crate::preflight::context::Context;
use crate::preflight::dates::{apart, nearest};
use crate::preflight::letter_date::letter_date;

/// A letter may bear a day that is so far from today.
const NEAR: i32 = 31;
/// A letter whose meeting is so near is one of its time, only read again later.
const OF_ITS_TIME: i32 = 62;

/// Today's day and month in another year. Where the letter itself gives the year away, `letter_date`
/// says so and mends it.
pub fn letter_year(context: &Context<'_>) -> Vec<Finding> {
    let (Some(date), Some(today)) = (context.draft.date, context.known.today) else { return Vec::new() };
    match meant(context) {
        Some(meant) if !letter_date(context).iter().any(|finding| finding.repair.is_some()) => {
            vec![slipped(context, date, meant, today)]
        }
        _ => Vec::new(),
    }
}

/// The letter's date in the year in which it is written, where it bears another one and no other doubt is left.
pub(in crate::preflight) fn meant(context: &Context<'_>) -> Option<Date> {
    let (date, today) = (context.draft.date?, context.known.today?);
    let meant =
        nearest(today, date.month(), date.day()).filter(|meant| apart(*meant, today) <= NEAR && *meant != date)?;
    let is_of_its_time = context.draft.item.meeting.is_some_and(|meeting| apart(meeting, date) <= OF_ITS_TIME);
    (!is_of_its_time).then_some(meant)
}

/// The finding with the letter's date written in the right year.
pub(in crate::preflight) fn mended(context: &Context<'_>, finding: Finding, meant: Date) -> Finding {
    // What is printed is another line, and the year would have to change there too.
    if context.draft.date_line.as_deref().is_some_and(|line| !line.trim().is_empty()) {
        return finding;
    }
    let label = format!("Write “{}”", language::words("en").long_date(meant));
    finding.mended_by(Repair::whole(label, "date", meant.to_string()))
}

fn slipped(context: &Context<'_>, date: Date, meant: Date, today: Date) -> Finding {
    let words = language::words("en");
    let finding = Finding::new(
        "letter-year",
        Severity::Error,
        format!("the letter is dated {}, but today is {}", words.long_date(date), words.long_date(today)),
        format!("If only the year slipped, date the letter {}.", words.long_date(meant)),
        Place::new("date", date.to_string()),
    );
    mended(context, finding, meant)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::draft::{Draft, Item};
    use crate::preflight::Known;
    use crate::preflight::testing::{told_knowing, with_words};

    #[test]
    fn a_year_that_slipped_is_found_and_mended() {
        let check = |dated: Date, meeting: Option<Date>, today: Option<Date>, expected: Option<&str>| {
            let item = Item { meeting, ..Item::default() };
            let draft = Draft { date: Some(dated), item, ..Draft::default() };
            let found = told_knowing(&draft, &Known { today, ..Known::default() });
            let found = found.into_iter().find(|finding| finding.check == "letter-year");
            let repair = found.map(|finding| finding.repair.expect("the year is certain").to);
            assert_eq!(repair.as_deref(), expected, "{dated} on {today:?}");
        };
        let today = Some(date(2026, 1, 12));
        check(date(2025, 1, 12), None, today, Some("2026-01-12"));
        check(date(2025, 1, 26), Some(date(2026, 1, 30)), today, Some("2026-01-26"));
        check(date(2027, 1, 12), None, today, Some("2026-01-12"));
        check(date(2026, 1, 12), None, today, None);
        // Over the turn of the year, and a letter of old.
        check(date(2025, 12, 28), None, today, None);
        check(date(2025, 6, 2), None, today, None);
        check(date(2025, 1, 12), Some(date(2025, 1, 20)), today, None);
        check(date(2025, 1, 12), None, None, None);
        check(date(2024, 2, 29), None, Some(date(2026, 3, 1)), None);
    }

    #[test]
    fn what_the_letter_itself_gives_away_is_told_once() {
        let mut draft = with_words("hook", "The council heard it following the January 27th, 2026 meeting.");
        draft.date = Some(date(2025, 2, 10));
        let check = |today: Date, expected: &[(&str, Option<&str>)]| {
            let found = told_knowing(&draft, &Known { today: Some(today), ..Known::default() });
            let found: Vec<(&str, Option<&str>)> = found
                .iter()
                .filter(|finding| matches!(finding.check, "letter-date" | "letter-year"))
                .map(|finding| (finding.check, finding.repair.as_ref().map(|repair| repair.to.as_str())))
                .collect();
            assert_eq!(found, expected, "{today}");
        };
        check(date(2026, 2, 9), &[("letter-date", Some("2026-02-10"))]);
        check(date(2026, 9, 9), &[("letter-date", None)]);
    }
}
