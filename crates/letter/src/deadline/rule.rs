//! What a body says about its deadlines, as plain data in the words of a portal's record.
//!
//! Every shape that was found in use has a variant; nothing is computed here. Times are on the body's own clock.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::{clock, date};

/// One rule: when it falls, for which meetings, and what it decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Rule {
    /// When it falls.
    #[serde(flatten)]
    pub shape: Shape,
    /// The meetings it holds for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub meetings: Meetings,
    /// What happens to a comment that is in before this.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tier: Tier,
    /// The rule says when comments open, not when they close.
    #[serde(default, skip_serializing_if = "is_default")]
    pub opens: bool,
}

/// When a rule falls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "shape", rename_all = "kebab-case")]
pub enum Shape {
    /// So many minutes before the meeting starts; none when it is the start itself.
    MinutesBefore {
        /// Minutes.
        minutes: u32,
    },
    /// At a time of day, on the day of the meeting or so many calendar days before it.
    ClockTime {
        /// Calendar days; none for the day of the meeting.
        #[serde(default)]
        days_before: u32,
        /// The time on the body's clock.
        #[serde(deserialize_with = "clock::read", serialize_with = "clock::write")]
        #[cfg_attr(feature = "types", ts(type = "string"))]
        time: Time,
    },
    /// At a time of day, so many business days before the meeting.
    BusinessDaysBefore {
        /// Business days.
        days: u32,
        /// The time on the body's clock.
        #[serde(deserialize_with = "clock::read", serialize_with = "clock::write")]
        #[cfg_attr(feature = "types", ts(type = "string"))]
        time: Time,
    },
    /// On a day of the week before the week of the meeting.
    WeekdayOfPriorWeek {
        /// The day.
        weekday: Weekday,
        /// The time on the body's clock.
        #[serde(deserialize_with = "clock::read", serialize_with = "clock::write")]
        #[cfg_attr(feature = "types", ts(type = "string"))]
        time: Time,
    },
    /// Until the body votes.
    UntilVote,
    /// Until comment on the item is closed.
    UntilItemClosed,
    /// On a day of the calendar that the notice names.
    CalendarDate {
        /// The day, where the record is of one notice; otherwise the draft has it.
        #[serde(default, deserialize_with = "date::read_some", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "types", ts(type = "string | null"))]
        date: Option<Date>,
        /// The time on the clock of `zone`.
        #[serde(deserialize_with = "clock::read", serialize_with = "clock::write")]
        #[cfg_attr(feature = "types", ts(type = "string"))]
        time: Time,
        /// The IANA name of the zone; empty for the body's own.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        zone: String,
    },
    /// So many days after an event, such as the decision that is appealed.
    AfterEvent {
        /// Days.
        days: u32,
        /// They are business days.
        #[serde(default)]
        business: bool,
    },
}

/// The meetings that a rule holds for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Meetings {
    /// Regular meetings.
    Regular,
    /// Special meetings.
    Special,
    /// Any meeting.
    #[default]
    Any,
}

/// What happens to a comment that is in before a deadline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// The members get it before they meet.
    Distributed,
    /// It goes into the record, and the members may not have read it.
    RecordOnly,
    /// It is taken; what happens to it then is not stated.
    #[default]
    Accepted,
    /// Its writer may speak.
    Speaking,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the days of the week")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Rules {
        deadline: Vec<Rule>,
    }

    /// A rule as it is written reads, and is written in the same words again.
    fn check(written: &str) {
        let text = format!("[[deadline]]\n{written}\n");
        let rules: Rules = toml::from_str(&text).unwrap_or_else(|error| panic!("{text}{error}"));
        assert_eq!(toml::to_string(&rules).unwrap(), text);
    }

    #[test]
    fn each_shape_reads_and_is_written_again() {
        check("shape = \"minutes-before\"\nminutes = 5");
        check("shape = \"clock-time\"\ndays_before = 1\ntime = \"16:00\"\nmeetings = \"regular\"");
        check("shape = \"business-days-before\"\ndays = 5\ntime = \"17:00\"");
        check("shape = \"weekday-of-prior-week\"\nweekday = \"thursday\"\ntime = \"17:00\"");
        check("shape = \"until-vote\"\ntier = \"distributed\"");
        check("shape = \"until-item-closed\"\ntier = \"speaking\"");
        check("shape = \"calendar-date\"\ntime = \"23:59\"\nzone = \"America/New_York\"");
        check("shape = \"calendar-date\"\ndate = \"2026-06-08\"\ntime = \"23:59\"");
        check("shape = \"after-event\"\ndays = 10\nbusiness = true\nopens = true");
    }

    #[test]
    fn a_bare_toml_time_reads_too() {
        let text = "[[deadline]]\nshape = \"clock-time\"\ntime = 08:00:00\n";
        let rules: Rules = toml::from_str(text).unwrap();
        let expected = Shape::ClockTime { days_before: 0, time: jiff::civil::time(8, 0, 0, 0) };
        assert_eq!(rules.deadline[0].shape, expected);
    }
}
