//! The rules of a channel and a meeting in, the instants at which it opens and closes out.
//!
//! Every local time is of the body's own time zone, except a calendar date, which names its own. Zones come from the
//! data that jiff brings along, never from the computer's, so that all computers say the same. Where a clock change
//! makes a local time stand twice or not at all, a channel closes at the earlier reading and opens at the later one: a
//! person who trusts either is never late. What a rule is stands in `rule`, free days in `holidays`, the words that
//! say how long is left in `said`. There is no clock here; `now` is an argument.

pub mod holidays;
pub mod rule;
pub mod said;

pub use rule::Rule;

use jiff::civil::{Date, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Span, Timestamp, ToSpan, Zoned};
use serde::Serialize;

use holidays::Holidays;
use rule::{Meetings, Shape, Tier, Weekday};

/// The meeting that rules count from; for an appeal, the decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Its day.
    pub date: Date,
    /// When it starts, where that is known.
    pub time: Option<Time>,
    /// The IANA time zone of the body: `America/Los_Angeles`.
    pub zone: String,
    /// It is a special meeting.
    pub special: bool,
}

/// One cut-off of one meeting, or the moment from which comments are taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Deadline {
    /// What happens to a comment that is in before this.
    pub tier: Tier,
    /// Comments are taken from this moment on, not until it.
    pub opens: bool,
    /// When.
    pub at: When,
    /// The rule it follows from.
    pub from: Rule,
}

/// When something opens or closes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "when", rename_all = "kebab-case")]
pub enum When {
    /// At an instant, in the zone of the one who set it.
    Exact {
        /// The instant.
        #[cfg_attr(feature = "types", ts(type = "string"))]
        at: Zoned,
    },
    /// On a day whose hour nobody states, such as the last day of an appeal: an office may close early.
    Day {
        /// The day.
        #[cfg_attr(feature = "types", ts(type = "string"))]
        date: Date,
        /// The IANA time zone of the body.
        zone: String,
    },
    /// When the item is voted on.
    ItemVoted,
    /// When comment on the item is closed.
    ItemClosed,
    /// Nobody can say without the time at which the meeting starts.
    MeetingTimeUnknown,
    /// The time zone is none that is known.
    ZoneUnknown {
        /// As it is written.
        zone: String,
    },
    /// A day so far off that no calendar has it.
    OutOfRange,
}

impl When {
    /// The last instant of it, where it can be said: a day ends at its midnight.
    pub fn instant(&self) -> Option<Timestamp> {
        match self {
            When::Exact { at } => Some(at.timestamp()),
            When::Day { date, zone } => {
                let next = date.tomorrow().ok()?.to_zoned(time_zone(zone)?).ok()?;
                next.timestamp().checked_sub(1.second()).ok()
            }
            _ => None,
        }
    }
}

/// A time zone by its IANA name, from the data that the program brings along.
pub fn time_zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// What the rules that hold for this meeting come to: what can be said as an instant first, in its order.
pub fn deadlines(rules: &[Rule], meeting: &Meeting, holidays: &Holidays) -> Vec<Deadline> {
    let holds = |rule: &&Rule| match rule.meetings {
        Meetings::Any => true,
        Meetings::Regular => !meeting.special,
        Meetings::Special => meeting.special,
    };
    let deadline = |rule: &Rule| Deadline {
        tier: rule.tier,
        opens: rule.opens,
        at: when(rule, meeting, holidays),
        from: rule.clone(),
    };
    let mut found: Vec<Deadline> = rules.iter().filter(holds).map(deadline).collect();
    found.sort_by_key(|deadline| deadline.at.instant().map_or((true, Timestamp::MIN), |at| (false, at)));
    found
}

/// The cut-off that a comment handed in now still meets: the first that has not passed. What cannot be said as an
/// instant counts as not passed. `None` when all have passed, or when there are none.
pub fn next_closing(deadlines: &[Deadline], now: Timestamp) -> Option<&Deadline> {
    deadlines.iter().find(|deadline| !deadline.opens && deadline.at.instant().is_none_or(|at| now < at))
}

fn when(rule: &Rule, meeting: &Meeting, holidays: &Holidays) -> When {
    let local = |date: Option<Date>, time: &Time| {
        date.map_or(When::OutOfRange, |date| instant(date, *time, &meeting.zone, rule.opens))
    };
    match &rule.shape {
        Shape::MinutesBefore { minutes } => minutes_before(meeting, *minutes, rule.opens),
        Shape::ClockTime { days_before, time } => local(shifted(meeting.date, -i64::from(*days_before)), time),
        Shape::BusinessDaysBefore { days, time } => local(holidays.business_days_before(meeting.date, *days), time),
        Shape::WeekdayOfPriorWeek { weekday, time } => local(prior_week(meeting.date, *weekday), time),
        Shape::UntilVote => When::ItemVoted,
        Shape::UntilItemClosed => When::ItemClosed,
        Shape::CalendarDate { date, time, zone } => instant(date.unwrap_or(meeting.date), *time, zone, rule.opens),
        Shape::AfterEvent { days, business } => match after_event(meeting.date, *days, *business, holidays) {
            Some(date) => When::Day { date, zone: meeting.zone.clone() },
            None => When::OutOfRange,
        },
    }
}

/// The last day of a window that an event opens. The day of the event is not counted; a last day that is no business
/// day moves to the next one where the calendar says so.
///
/// California: Code of Civil Procedure §§ 12 and 12a.
pub fn after_event(event: Date, days: u32, business: bool, holidays: &Holidays) -> Option<Date> {
    let last = match business {
        true => holidays.business_days_after(event, days)?,
        false => shifted(event, i64::from(days))?,
    };
    if holidays.last_day_rolls { holidays.business_day_from(last) } else { Some(last) }
}

fn minutes_before(meeting: &Meeting, minutes: u32, opens: bool) -> When {
    let Some(time) = meeting.time else { return When::MeetingTimeUnknown };
    match instant(meeting.date, time, &meeting.zone, opens) {
        When::Exact { at } => match at.checked_sub(Span::new().minutes(minutes)) {
            Ok(at) => When::Exact { at },
            Err(_) => When::OutOfRange,
        },
        unknown => unknown,
    }
}

/// A local time as an instant: the earlier reading to close, the later to open.
fn instant(date: Date, time: Time, zone: &str, opens: bool) -> When {
    let Some(time_zone) = time_zone(zone) else { return When::ZoneUnknown { zone: zone.to_owned() } };
    let readings = time_zone.to_ambiguous_zoned(date.to_datetime(time));
    match if opens { readings.later() } else { readings.earlier() } {
        Ok(at) => When::Exact { at },
        Err(_) => When::OutOfRange,
    }
}

fn shifted(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

fn prior_week(date: Date, weekday: Weekday) -> Option<Date> {
    let monday = i64::from(date.weekday().to_monday_zero_offset());
    shifted(date, weekday as i64 - monday - 7)
}

#[cfg(test)]
mod tests;
