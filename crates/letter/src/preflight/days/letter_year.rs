//! The year of the letter's date against the year in which it is written: the slip of the first weeks of a year.

use jiff::civil::Date;

use crate::finding::{Finding, Place, Repair, Severity};
use crate::language;
use crate::preflight::context::Context;
use crate::preflight::dates::{apart, nearest};

/// A letter may bear a day that is so far from today.
const NEAR: i32 = 31;
/// A letter whose meeting is so near is one of its time, only read again later.
const OF_ITS_TIME: i32 = 62;

/// Today's day and month in another year.
pub fn letter_year(context: &Context<'_>) -> Vec<Finding> {
    let (Some(date), Some(today)) = (context.draft.date, context.known.today) else { return Vec::new() };
    let meant = nearest(today, date.month(), date.day()).filter(|meant| apart(*meant, today) <= NEAR);
    let Some(meant) = meant.filter(|meant| *meant != date) else { return Vec::new() };
    if context.draft.item.meeting.is_some_and(|meeting| apart(meeting, date) <= OF_ITS_TIME) {
        return Vec::new();
    }
    vec![slipped(context, date, meant, today)]
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
    // What is printed is another line, and the year would have to change there too.
    if context.draft.date_line.as_deref().is_some_and(|line| !line.trim().is_empty()) {
        return finding;
    }
    finding.mended_by(Repair::whole(format!("Write “{}”", words.long_date(meant)), "date", meant.to_string()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::draft::{Draft, Item};
    use crate::preflight::Known;
    use crate::preflight::testing::told_knowing;

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
}
