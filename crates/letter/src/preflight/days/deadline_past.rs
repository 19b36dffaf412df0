//! The portal has closed, or the meeting is over, and nothing was handed in.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::deadline::rule::Tier;
use crate::deadline::{Meeting, deadlines, time_zone};
use crate::finding::{Finding, Place, Severity};
use crate::language;
use crate::portal::ChannelKind;
use crate::preflight::context::Context;

/// The last moment for a comment on the item has passed.
pub fn deadline_past(context: &Context<'_>) -> Vec<Finding> {
    let (known, item) = (context.known, &context.draft.item);
    let (Some(now), Some(date)) = (known.now, item.meeting) else { return Vec::new() };
    // A letter that is dated after the meeting looks back on it.
    if known.handed_in || context.draft.date.is_some_and(|dated| dated > date) {
        return Vec::new();
    }
    let portal = known.portal.as_ref();
    let zones = [item.zone.as_str(), portal.map_or("", |portal| &portal.time_zone), &known.zone];
    let zone = zones.into_iter().find(|zone| !zone.trim().is_empty()).unwrap_or_default();
    let Some(time_zone) = time_zone(zone) else { return Vec::new() };
    let meeting = Meeting { date, time: item.time, zone: zone.to_owned(), special: item.special };
    let closed = if now.to_zoned(time_zone.clone()).date() > date {
        Some((format!("the meeting of {} is over", language::words("en").long_date(date)), AFTER))
    } else {
        closing(context, &meeting, now).map(|(name, at)| {
            let at = at.to_zoned(time_zone);
            let day = language::words("en").long_date(at.date());
            (format!("{name} closed for this meeting on {day} at {}", at.strftime("%H:%M")), CLOSED)
        })
    };
    let told = |(message, hint)| Finding::new("deadline-past", Severity::Warning, message, hint, meets(date));
    closed.map(told).map(|finding| against(finding, portal.map(|portal| portal.id.as_str()))).into_iter().collect()
}

const AFTER: &str = "See whether the item was continued to another meeting; otherwise write to the members themselves.";
const CLOSED: &str = "Speak at the meeting, bring copies, or write to the clerk and the members by email.";

fn meets(date: Date) -> Place {
    Place::new("item.meeting", date.to_string())
}

fn against(finding: Finding, portal: Option<&str>) -> Finding {
    match portal {
        Some(id) => finding.against(Place::new("portal", id)),
        None => finding,
    }
}

/// The portal's name and its last closing, where all have passed.
fn closing<'c>(context: &'c Context<'_>, meeting: &Meeting, now: Timestamp) -> Option<(&'c str, Timestamp)> {
    let portal = context.known.portal.as_ref()?;
    let speaks = portal.channel == ChannelKind::Speech;
    let mut last = None;
    for deadline in deadlines(&portal.deadline, meeting, &context.known.holidays) {
        if deadline.opens || !speaks && deadline.tier == Tier::Speaking {
            continue;
        }
        // What nobody can say as an instant may be ahead.
        let at = deadline.at.instant().filter(|at| *at <= now)?;
        last = last.max(Some(at));
    }
    Some((&portal.name, last?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::draft::{Draft, Item};
    use crate::portal::{Portal, read};
    use crate::preflight::Known;
    use crate::preflight::testing::told_knowing;

    fn portal(rules: &str) -> Portal {
        read(&format!("id = \"x\"\nname = \"X\"\ntime_zone = \"America/Los_Angeles\"\n{rules}")).unwrap()
    }

    const NOON_BEFORE: &str = "[[deadline]]\nshape = \"clock-time\"\ndays_before = 1\ntime = \"12:00\"\n";

    #[test]
    fn what_has_passed_is_told() {
        let check = |dated: Date, rules: Option<&str>, now: &str, expected: &str| {
            let item = Item { meeting: Some(date(2026, 3, 17)), ..Item::default() };
            let draft = Draft { date: Some(dated), item, ..Draft::default() };
            let known = Known {
                now: Some(now.parse().unwrap()),
                portal: rules.map(portal),
                zone: "America/Los_Angeles".to_owned(),
                ..Known::default()
            };
            let found = told_knowing(&draft, &known);
            let found = found.iter().find(|finding| finding.check == "deadline-past");
            assert_eq!(found.map_or("", |finding| finding.message.as_str()), expected, "{now}");
            let handed_in = told_knowing(&draft, &Known { handed_in: true, ..known });
            assert!(handed_in.iter().all(|finding| finding.check != "deadline-past"));
        };
        let dated = date(2026, 3, 12);
        let closed = "X closed for this meeting on March 16, 2026 at 12:00";
        check(dated, Some(NOON_BEFORE), "2026-03-16T19:01Z", closed);
        check(dated, Some(NOON_BEFORE), "2026-03-16T18:59Z", "");
        check(dated, None, "2026-03-17T20:00Z", "");
        check(dated, None, "2026-03-18T08:00Z", "the meeting of March 17, 2026 is over");
        // Still the 17th in California.
        check(dated, None, "2026-03-18T06:00Z", "");
        check(dated, Some("[[deadline]]\nshape = \"until-vote\"\n"), "2026-03-17T20:00Z", "");
        let speaking = format!("{NOON_BEFORE}tier = \"speaking\"\n");
        check(dated, Some(&speaking), "2026-03-16T20:00Z", "");
        check(date(2026, 3, 20), Some(NOON_BEFORE), "2026-03-20T20:00Z", "");
    }

    #[test]
    fn without_a_clock_nothing_is_past() {
        let item = Item { meeting: Some(date(2026, 3, 17)), ..Item::default() };
        let found = told_knowing(&Draft { item, ..Draft::default() }, &Known::default());
        assert!(found.iter().all(|finding| finding.check != "deadline-past"));
    }
}
