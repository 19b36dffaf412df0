//! When a channel takes comments, as a record states it: a shape, the meetings it holds for and what it means.
//!
//! Computing an instant from a rule is the parent module's. In a file a rule is one flat table, `shape` and its own
//! keys beside `meetings`, `tier` and `opens`; a key that the shape does not know is refused by name.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize, Serializer};

use crate::date;

/// How a cut-off is stated.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "shape", rename_all = "kebab-case")]
pub enum Shape {
    /// So many minutes before the meeting starts.
    MinutesBefore {
        /// How many; 0 is the start itself.
        minutes: u32,
    },
    /// At a time of the day of the meeting, or of a day before it.
    ClockTime {
        /// How many calendar days before the meeting; 0 is its own day.
        days_before: u32,
        /// The local time of the body.
        #[serde(serialize_with = "write_time")]
        #[cfg_attr(feature = "types", ts(type = "string"))]
        time: Time,
    },
    /// At a time of the so-manieth business day before the meeting.
    BusinessDaysBefore {
        /// How many business days.
        days: u32,
        /// The local time of the body.
        #[serde(serialize_with = "write_time")]
        #[cfg_attr(feature = "types", ts(type = "string"))]
        time: Time,
    },
    /// On a day of the week before that of the meeting; weeks begin on Monday.
    WeekdayOfPriorWeek {
        /// The day.
        weekday: Weekday,
        /// The local time of the body.
        #[serde(serialize_with = "write_time")]
        #[cfg_attr(feature = "types", ts(type = "string"))]
        time: Time,
    },
    /// Until the item is voted on.
    UntilVote,
    /// Until comment on the item is closed.
    UntilItemClosed,
    /// At a time of a day of the calendar, as dockets have it.
    CalendarDate {
        /// The day; without one it is the day of what is commented on, such as the close of a docket.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "types", ts(type = "string | null", optional))]
        date: Option<Date>,
        /// The time in the zone.
        #[serde(serialize_with = "write_time")]
        #[cfg_attr(feature = "types", ts(type = "string"))]
        time: Time,
        /// The IANA time zone, which need not be the body's: `America/New_York`.
        zone: String,
    },
    /// By the end of a day counted from an event such as a decision; the day of the event is not counted.
    AfterEvent {
        /// How many days.
        days: u32,
        /// Business days are counted, not calendar days.
        business: bool,
    },
}

/// The meetings that a rule holds for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Meetings {
    /// Regular meetings only.
    Regular,
    /// Special meetings only.
    Special,
    /// All of them.
    #[default]
    Any,
}

/// What happens to a comment that is in before the cut-off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// It reaches the members before the meeting.
    Distributed,
    /// It is filed in the record, and members may not see it in time.
    RecordOnly,
    /// It is taken, and the body does not say more.
    #[default]
    Accepted,
    /// The person may speak.
    Speaking,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// One cut-off of a channel, or the moment from which it takes comments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(try_from = "Written")]
pub struct Rule {
    /// How it is stated.
    #[serde(flatten)]
    pub shape: Shape,
    /// The meetings it holds for.
    pub meetings: Meetings,
    /// What happens to a comment that is in before this.
    pub tier: Tier,
    /// Comments are taken from this moment on, not until it.
    pub opens: bool,
}

/// A rule as it is written: every key that some shape knows. Flattening alone would let unknown keys through.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    shape: String,
    #[serde(default)]
    meetings: Meetings,
    #[serde(default)]
    tier: Tier,
    #[serde(default)]
    opens: bool,
    minutes: Option<u32>,
    days_before: Option<u32>,
    days: Option<u32>,
    business: Option<bool>,
    weekday: Option<Weekday>,
    time: Option<String>,
    #[serde(default, deserialize_with = "date::read_some")]
    date: Option<Date>,
    zone: Option<String>,
}

impl TryFrom<Written> for Rule {
    type Error = String;

    fn try_from(mut written: Written) -> Result<Rule, String> {
        let (meetings, tier, opens) = (written.meetings, written.tier, written.opens);
        let shape = written.take_shape()?;
        match written.left() {
            Some(key) => Err(format!("`{key}` does not belong to the shape `{}`", written.shape)),
            None => Ok(Rule { shape, meetings, tier, opens }),
        }
    }
}

impl Written {
    fn take_shape(&mut self) -> Result<Shape, String> {
        let name = self.shape.clone();
        let needs = |key: &str| format!("the shape `{name}` needs `{key}`");
        Ok(match name.as_str() {
            "minutes-before" => Shape::MinutesBefore { minutes: self.minutes.take().ok_or_else(|| needs("minutes"))? },
            "clock-time" => {
                Shape::ClockTime { days_before: self.days_before.take().unwrap_or_default(), time: self.take_time()? }
            }
            "business-days-before" => Shape::BusinessDaysBefore {
                days: self.days.take().ok_or_else(|| needs("days"))?,
                time: self.take_time()?,
            },
            "weekday-of-prior-week" => Shape::WeekdayOfPriorWeek {
                weekday: self.weekday.take().ok_or_else(|| needs("weekday"))?,
                time: self.take_time()?,
            },
            "until-vote" => Shape::UntilVote,
            "until-item-closed" => Shape::UntilItemClosed,
            "calendar-date" => Shape::CalendarDate {
                date: self.date.take(),
                time: self.take_time()?,
                zone: self.zone.take().ok_or_else(|| needs("zone"))?,
            },
            "after-event" => Shape::AfterEvent {
                days: self.days.take().ok_or_else(|| needs("days"))?,
                business: self.business.take().unwrap_or_default(),
            },
            _ => return Err(format!("`{name}` is no shape of a deadline")),
        })
    }

    fn take_time(&mut self) -> Result<Time, String> {
        let text = self.time.take().ok_or_else(|| format!("the shape `{}` needs `time`", self.shape))?;
        read_time(&text)
    }

    /// A key that was written and that the shape did not take.
    fn left(&self) -> Option<&'static str> {
        let keys = [
            ("minutes", self.minutes.is_some()),
            ("days_before", self.days_before.is_some()),
            ("days", self.days.is_some()),
            ("business", self.business.is_some()),
            ("weekday", self.weekday.is_some()),
            ("time", self.time.is_some()),
            ("date", self.date.is_some()),
            ("zone", self.zone.is_some()),
        ];
        keys.into_iter().find(|(_, is_there)| *is_there).map(|(key, _)| key)
    }
}

/// Reads `HH:MM`.
pub(crate) fn read_time(text: &str) -> Result<Time, String> {
    let fault = || format!("`{text}` is not a time; write it as 16:00");
    let (hours, minutes) = text.split_once(':').ok_or_else(fault)?;
    let number = |digits: &str| {
        let is_two = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        is_two.then(|| digits.parse::<i8>().ok()).flatten().ok_or_else(fault)
    };
    Time::new(number(hours)?, number(minutes)?, 0, 0).map_err(|_| fault())
}

fn write_time<S: Serializer>(time: &Time, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&time.strftime("%H:%M"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn rule(shape: Shape) -> Rule {
        Rule { shape, meetings: Meetings::Any, tier: Tier::Accepted, opens: false }
    }

    #[test]
    fn rules_read_and_write_the_same() {
        let check = |text: &str, expected: Rule| {
            let read: Rule = toml::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(read, expected, "{text}");
            let toml = toml::to_string(&read).unwrap();
            assert_eq!(toml::from_str::<Rule>(&toml).unwrap(), expected, "{toml}");
            let json = serde_json::to_string(&read).unwrap();
            assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), expected, "{json}");
        };
        let four = Time::constant(16, 0, 0, 0);
        check("shape = 'minutes-before'\nminutes = 5", rule(Shape::MinutesBefore { minutes: 5 }));
        check(
            "shape = 'clock-time'\ntime = '16:00'\ndays_before = 1\ntier = 'record-only'\nmeetings = 'special'",
            Rule {
                shape: Shape::ClockTime { days_before: 1, time: four },
                meetings: Meetings::Special,
                tier: Tier::RecordOnly,
                opens: false,
            },
        );
        check(
            "shape = 'business-days-before'\ndays = 5\ntime = '16:00'",
            rule(Shape::BusinessDaysBefore { days: 5, time: four }),
        );
        check(
            "shape = 'weekday-of-prior-week'\nweekday = 'thursday'\ntime = '16:00'",
            rule(Shape::WeekdayOfPriorWeek { weekday: Weekday::Thursday, time: four }),
        );
        check("shape = 'until-vote'", rule(Shape::UntilVote));
        check("shape = 'until-item-closed'\nopens = true", Rule { opens: true, ..rule(Shape::UntilItemClosed) });
        let eastern = |date| Shape::CalendarDate { date, time: four, zone: "America/New_York".to_owned() };
        check("shape = 'calendar-date'\ntime = '16:00'\nzone = 'America/New_York'", rule(eastern(None)));
        check(
            "shape = 'calendar-date'\ndate = 2026-06-19\ntime = '16:00'\nzone = 'America/New_York'",
            rule(eastern(Some(date(2026, 6, 19)))),
        );
        check(
            "shape = 'after-event'\ndays = 10\nbusiness = true",
            rule(Shape::AfterEvent { days: 10, business: true }),
        );
    }

    #[test]
    fn what_a_shape_does_not_know_is_refused_by_name() {
        let check = |text: &str, words: &str| {
            let error = toml::from_str::<Rule>(text).unwrap_err().to_string();
            assert!(error.contains(words), "{text}: {error}");
        };
        check("shape = 'until-vote'\nminutes = 5", "`minutes` does not belong to the shape `until-vote`");
        check("shape = 'until-vote'\nminuets = 5", "minuets");
        check("shape = 'minutes-before'", "needs `minutes`");
        check("shape = 'clock-time'\ntime = '4 pm'", "`4 pm` is not a time");
        check("shape = 'clock-time'\ntime = '24:00'", "`24:00` is not a time");
        check("shape = 'clock-time'\ntime = '9:00'", "`9:00` is not a time");
        check("shape = 'soon'", "`soon` is no shape");
    }
}
