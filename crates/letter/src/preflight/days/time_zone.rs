//! The time zone of the meeting is none: `UTC+25`, `Pacific`.

use crate::deadline;
use crate::finding::{Finding, Place, Severity};
use crate::preflight::context::Context;

/// The item names a time zone that no computer knows.
pub fn time_zone(context: &Context<'_>) -> Vec<Finding> {
    let zone = context.draft.item.zone.trim();
    if zone.is_empty() || deadline::time_zone(zone).is_some() {
        return Vec::new();
    }
    vec![Finding::new(
        "time-zone",
        Severity::Warning,
        format!("there is no time zone `{zone}`"),
        "Name it by its largest city, such as America/Los_Angeles, or leave it empty.",
        Place::new("item.zone", zone),
    )]
}

#[cfg(test)]
mod tests {
    use crate::draft::{Draft, Item};
    use crate::preflight::testing::{places, told};

    #[test]
    fn a_time_zone_that_does_not_exist_is_told() {
        let check = |zone: &str, expected: bool| {
            let item = Item { zone: zone.to_owned(), ..Item::default() };
            let found = places(&told(&Draft { item, ..Draft::default() }), "time-zone");
            assert_eq!(!found.is_empty(), expected, "{zone}: {found:?}");
        };
        check("", false);
        check("America/Los_Angeles", false);
        check("america/denver", false);
        check("UTC", false);
        check("Mars/Olympus", true);
        check("UTC+25", true);
        check("Pacific", true);
    }
}
