//! Portals without a desk: the id of a record that comes with the program, or the path of a record in a file, in; the record
//! with its doubt out.
//!
//! The command line has no desk of its own. A person's own portal goes to it as a file, as it goes to anybody else.

use std::path::Path;

use jiff::civil::Date;
use letter::deadline::Rule;
use letter::deadline::rule::{Meetings, Shape, Weekday};
use letter::language;
use letter::portal::{self, Portal};

use crate::channel::limit_words;
use crate::desk::clock;
use crate::due::{here, tier_words};
use crate::error::{Code, Error, shown};
use crate::file;
use crate::open::{at, text};
use crate::portals::PortalCard;

/// The greatest size of a record's file in bytes.
pub(crate) const MOST_BYTES: usize = 100_000;
/// The most names that a hint proposes.
const MOST_NAMES: usize = 3;
/// What is less like a name than this is not meant by it.
const ALIKE: f64 = 0.75;

/// The records that come with the program, by name, as they stand today.
pub fn built_in_portals() -> Vec<PortalCard> {
    portal::built_in().into_iter().map(|portal| card(portal, true)).collect()
}

/// The record with this id that comes with the program, or the one in the file with this path.
pub fn portal_record(name: &str) -> Result<PortalCard, Error> {
    if is_path(name) {
        let path = Path::new(name);
        let text = text(path, file::read("portal's record", path, MOST_BYTES)?)?;
        let portal = portal::read(&text).map_err(|error| at(path, &error))?;
        return Ok(card(portal, false));
    }
    let unknown = || {
        let message = format!("there is no portal `{}`", shown(Path::new(name)));
        Error::new(Code::Draft, message, nearest(name))
    };
    Ok(card(portal::built_in_portal(name).ok_or_else(unknown)?, true))
}

/// A file is known by its ending or by the folders before its name; ids have neither.
pub(crate) fn is_path(name: &str) -> bool {
    name.contains(['/', '\\']) || name.to_ascii_lowercase().ends_with(".toml")
}

fn card(portal: Portal, built_in: bool) -> PortalCard {
    PortalCard { doubt: portal.doubt(today()), own: !built_in, built_in, portal }
}

fn today() -> Date {
    clock()().to_zoned(here()).date()
}

/// What to do about an id that no record has: those most like it, and where all of them and one's own are.
fn nearest(name: &str) -> String {
    // A name of any length may be typed; no id is longer than this.
    let name: String = name.to_lowercase().chars().take(64).collect();
    let mut alike: Vec<(f64, String)> = portal::built_in()
        .into_iter()
        .map(|portal| (strsim::jaro_winkler(&name, &portal.id), portal.id))
        .filter(|(alike, _)| *alike >= ALIKE)
        .collect();
    alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let names: Vec<String> = alike.into_iter().take(MOST_NAMES).map(|(_, id)| format!("`{id}`")).collect();
    let all = "`lectern portals` lists them all; one of your own is named by its file, `portal.toml`.";
    match names.split_last() {
        None => all.to_owned(),
        Some((name, [])) => format!("Did you mean {name}? {all}"),
        Some((last, names)) => format!("Did you mean {} or {last}? {all}", names.join(", ")),
    }
}

impl PortalCard {
    /// How much it takes, in words: `1,000 characters`; empty where nobody knows.
    pub fn limit(&self) -> String {
        limit_words(self.portal.limit.as_ref())
    }

    /// When it opens and closes, in words.
    pub fn deadlines(&self) -> Vec<String> {
        self.portal.deadline.iter().map(rule_words).collect()
    }

    /// The record as a text to be edited, with its doubt as a comment.
    pub fn to_toml(&self) -> String {
        let doubt = if self.doubt.is_empty() { String::new() } else { format!("# {}\n", self.doubt) };
        doubt + &portal::to_toml(&self.portal)
    }
}

/// A rule in words: `comments close: 60 minutes before the meeting starts (special meetings)`.
fn rule_words(rule: &Rule) -> String {
    let what = if rule.opens { "comments open" } else { tier_words(rule.tier) };
    let meetings = match rule.meetings {
        Meetings::Regular => " (regular meetings)",
        Meetings::Special => " (special meetings)",
        Meetings::Any => "",
    };
    format!("{what}: {}{meetings}", shape_words(&rule.shape))
}

fn shape_words(shape: &Shape) -> String {
    let some = |number: u32, one: &str, many: &str| match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    };
    match shape {
        Shape::MinutesBefore { minutes: 0 } => "when the meeting starts".to_owned(),
        Shape::MinutesBefore { minutes } if minutes.is_multiple_of(60) => {
            format!("{} before the meeting starts", some(minutes / 60, "hour", "hours"))
        }
        Shape::MinutesBefore { minutes } => {
            format!("{} before the meeting starts", some(*minutes, "minute", "minutes"))
        }
        Shape::ClockTime { days_before, time } => {
            let day = match days_before {
                0 => "on the day of the meeting".to_owned(),
                days => format!("{} before the meeting", some(*days, "day", "days")),
            };
            format!("{} {day}", time.strftime("%H:%M"))
        }
        Shape::BusinessDaysBefore { days, time } => {
            format!("{} {} before the meeting", time.strftime("%H:%M"), some(*days, "business day", "business days"))
        }
        Shape::WeekdayOfPriorWeek { weekday, time } => {
            format!("{} on {} of the week before the meeting", time.strftime("%H:%M"), day_name(*weekday))
        }
        Shape::UntilVote => "when the item is voted on".to_owned(),
        Shape::UntilItemClosed => "when comment on the item closes".to_owned(),
        Shape::CalendarDate { date, time, zone } => {
            let day = match date {
                Some(date) => format!("on {}", language::words("en").long_date(*date)),
                None => "on the day that the notice names".to_owned(),
            };
            format!("{} {day} ({zone})", time.strftime("%H:%M"))
        }
        Shape::AfterEvent { days, business: true } => {
            format!("{} after the decision", some(*days, "business day", "business days"))
        }
        Shape::AfterEvent { days, business: false } => format!("{} after the decision", some(*days, "day", "days")),
    }
}

fn day_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_of_a_deadline_has_words() {
        let check = |rule: &str, expected: &str| {
            let text = format!("id = \"x\"\n[[deadline]]\n{rule}\n");
            let portal = portal::read(&text).unwrap_or_else(|error| panic!("{rule}: {error}"));
            assert_eq!(card(portal, false).deadlines(), [expected]);
        };
        let starts = "comments close: when the meeting starts";
        check("shape = \"minutes-before\"\nminutes = 0", starts);
        check("shape = \"minutes-before\"\nminutes = 120", "comments close: 2 hours before the meeting starts");
        check(
            "shape = \"minutes-before\"\nminutes = 5\ntier = \"record-only\"\nmeetings = \"special\"",
            "last moment for the record: 5 minutes before the meeting starts (special meetings)",
        );
        check("shape = \"clock-time\"\ntime = \"08:00\"", "comments close: 08:00 on the day of the meeting");
        check(
            "shape = \"clock-time\"\ntime = \"17:00\"\ndays_before = 1\nopens = true",
            "comments open: 17:00 1 day before the meeting",
        );
        check(
            "shape = \"business-days-before\"\ndays = 2\ntime = \"12:00\"\nmeetings = \"regular\"",
            "comments close: 12:00 2 business days before the meeting (regular meetings)",
        );
        check(
            "shape = \"weekday-of-prior-week\"\nweekday = \"thursday\"\ntime = \"17:00\"\ntier = \"distributed\"",
            "last moment to reach the members: 17:00 on Thursday of the week before the meeting",
        );
        check("shape = \"until-vote\"", "comments close: when the item is voted on");
        check("shape = \"until-item-closed\"", "comments close: when comment on the item closes");
        check(
            "shape = \"calendar-date\"\ntime = \"23:59\"\nzone = \"America/New_York\"\ndate = 2026-06-03",
            "comments close: 23:59 on June 3, 2026 (America/New_York)",
        );
        check("shape = \"after-event\"\ndays = 10", "comments close: 10 days after the decision");
    }

    #[test]
    fn a_name_that_no_record_has_leads_to_those_like_it() {
        let hint = portal_record("sacramento-citty").unwrap_err().hint;
        assert!(hint.starts_with("Did you mean `sacramento-city`, "), "{hint}");
        assert!(portal_record("zzzz").unwrap_err().hint.starts_with("`lectern portals` lists"));
        assert!(portal_record("no/such.toml").unwrap_err().message.contains("there is no portal's record"));
    }

    #[test]
    fn a_record_can_be_edited_and_read_again() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("own.toml");
        for card in built_in_portals() {
            std::fs::write(&path, card.to_toml()).unwrap();
            let own = portal_record(&path.to_string_lossy()).unwrap();
            assert!(own.own && own.portal == card.portal, "{}", card.portal.id);
        }
    }
}
