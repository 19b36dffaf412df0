//! A draft, its portal and the moment in; when the comment has to be in, as words and as entries of a calendar, out.
//!
//! What the rules of a portal come to is `letter`'s business. Here stand where the meeting takes place, what a card keeps
//! of it, and which entries a calendar gets.

use jiff::civil::Date;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Zoned};
use letter::deadline::holidays::{Calendar, Holidays};
use letter::deadline::rule::{Meetings, Shape, Tier};
use letter::deadline::said::said;
use letter::deadline::{Deadline, Meeting, Rule, When, deadlines, time_zone};
use letter::draft::{Draft, Item};
use letter::portal::Portal;
use letter::write::email::subject;
use letter::write::ics::{Entry, On};
use serde::Serialize;

use crate::home::Closing;

/// What is less than this ahead is soon, in seconds.
const SOON: i64 = 24 * 60 * 60;
/// How long before a cut-off a calendar reminds, in minutes.
const ALARMS: [u32; 2] = [24 * 60, 60];
/// How long a meeting is put down for, in minutes.
const MEETING: u32 = 120;

/// One cut-off, or the moment from which comments are taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Due {
    /// What happens to a comment that is in before this.
    pub tier: Tier,
    /// Comments are taken from here on.
    pub opens: bool,
    /// How long is left: `closes in 3 h`.
    pub left: String,
    /// The day and the time, in both zones where they differ; empty where nobody can say.
    pub at: String,
    /// It is behind.
    pub is_past: bool,
    /// It is less than a day ahead.
    pub is_soon: bool,
    /// The date or the time of the meeting has to be known first.
    pub lacks: Option<Lacking>,
}

/// What has to be known before a deadline can be reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Lacking {
    /// The date of the meeting.
    Date,
    /// The time at which the meeting starts.
    Time,
    /// A time zone that is known.
    Zone,
}

/// The time zone of the person.
pub(crate) fn here() -> TimeZone {
    TimeZone::system()
}

/// The time zone of an item: its own, the portal's, or the person's.
pub(crate) fn zone(item: &Item, portal: &Portal) -> String {
    let own = [&item.zone, &portal.time_zone].into_iter().find(|zone| !zone.trim().is_empty());
    own.cloned().or_else(|| here().iana_name().map(str::to_owned)).unwrap_or_else(|| "UTC".to_owned())
}

fn meeting(item: &Item, portal: &Portal) -> Option<Meeting> {
    Some(Meeting { date: item.meeting?, time: item.time, zone: zone(item, portal), special: item.special })
}

/// What the rules come to for the meeting of an item, and the first rule that waits for the day of one.
fn reckoned<'a>(item: &Item, portal: &'a Portal, holidays: &Holidays) -> (Vec<Deadline>, Option<&'a Rule>) {
    if let Some(meeting) = meeting(item, portal) {
        return (deadlines(&portal.deadline, &meeting, holidays), None);
    }
    // A rule that names its own day of the calendar waits for no meeting.
    let own_day = |rule: &Rule| match rule.shape {
        Shape::CalendarDate { date, .. } => date,
        _ => None,
    };
    let alone = |rule: &Rule| {
        let meeting = Meeting { date: own_day(rule)?, time: None, zone: zone(item, portal), special: item.special };
        Some(deadlines(std::slice::from_ref(rule), &meeting, holidays))
    };
    let mut found: Vec<Deadline> = portal.deadline.iter().filter_map(alone).flatten().collect();
    found.sort_by_key(|deadline| deadline.at.instant());
    (found, portal.deadline.iter().find(|rule| own_day(rule).is_none()))
}

/// When the comment has to be in, the soonest first; what nobody can say comes last.
pub fn dues(draft: &Draft, portal: &Portal, holidays: &Holidays, now: Timestamp, here: &TimeZone) -> Vec<Due> {
    let (found, waits) = reckoned(&draft.item, portal, holidays);
    let due = |deadline: &Deadline| {
        let said = said(deadline, now, here, "en");
        let left = deadline.at.instant().map(|at| at.as_second() - now.as_second());
        let lacks = match deadline.at {
            When::MeetingTimeUnknown => Some(Lacking::Time),
            When::ZoneUnknown { .. } => Some(Lacking::Zone),
            _ => None,
        };
        let is_soon = left.is_some_and(|left| (0..SOON).contains(&left));
        let (tier, opens) = (deadline.tier, deadline.opens);
        Due { tier, opens, left: said.left, at: said.at, is_past: said.is_past, is_soon, lacks }
    };
    found.iter().map(due).chain(waits.map(|rule| lacking(rule, Lacking::Date))).collect()
}

/// The zone that was taken for the body's, where neither the item nor the portal says which it is and it matters.
pub(crate) fn zone_taken(item: &Item, portal: &Portal) -> String {
    let is_local =
        |rule: &Rule| !matches!(rule.shape, Shape::UntilVote | Shape::UntilItemClosed | Shape::CalendarDate { .. });
    let is_known = [&item.zone, &portal.time_zone].iter().any(|zone| !zone.trim().is_empty());
    let matters = item.meeting.is_some() && portal.deadline.iter().any(is_local);
    if matters && !is_known { zone(item, portal) } else { String::new() }
}

/// The free days of a portal for what lies on no desk: those that its record names, or California's.
pub(crate) fn holidays_off_desk(portal: Option<&Portal>) -> Holidays {
    Holidays::of(portal.and_then(|portal| portal.holidays).unwrap_or(Calendar::CaliforniaState))
}

/// What the free days are called that the rules of a portal are counted without; empty where no rule counts days of work.
pub(crate) fn free_days(portal: &Portal, holidays: &Holidays) -> String {
    let counts = |rule: &Rule| matches!(rule.shape, Shape::BusinessDaysBefore { .. } | Shape::AfterEvent { .. });
    match (portal.deadline.iter().any(counts), holidays.name.trim()) {
        (false, _) => String::new(),
        (true, "") => "weekends only".to_owned(),
        (true, name) => name.to_owned(),
    }
}

fn lacking(rule: &Rule, lacks: Lacking) -> Due {
    let (left, at) = ("closes at a time that is not known".to_owned(), String::new());
    Due { tier: rule.tier, opens: false, left, at, is_past: false, is_soon: false, lacks: Some(lacks) }
}

/// The moments at which a draft's channel closes, as a card keeps them: one on each line.
pub(crate) fn closes(draft: &Draft, portal: &Portal, holidays: &Holidays) -> Option<String> {
    let zoned = |deadline: &Deadline| match &deadline.at {
        When::Exact { at } if !deadline.opens => Some(at.to_string()),
        When::Day { zone, .. } if !deadline.opens => {
            Some(deadline.at.instant()?.to_zoned(time_zone(zone)?).to_string())
        }
        _ => None,
    };
    let moments: Vec<String> = reckoned(&draft.item, portal, holidays).0.iter().filter_map(zoned).collect();
    (!moments.is_empty()).then(|| moments.join("\n"))
}

impl Closing {
    /// As a card keeps it.
    pub(crate) fn unsaid(moments: String) -> Self {
        Self { moment: moments, left: String::new(), at: String::new(), is_past: false, is_soon: false }
    }

    /// As it is told at this moment: the first cut-off that lies ahead, or the last one behind.
    pub(crate) fn told(self, now: Timestamp) -> Option<Self> {
        let zones = TimeZoneDatabase::bundled();
        let read = |line: &str| -> Option<Zoned> { DateTimeParser::new().parse_zoned_with(&zones, line).ok() };
        let moments: Vec<Zoned> = self.moment.lines().filter_map(read).collect();
        let at = moments.iter().find(|at| at.timestamp() > now).or(moments.last())?.clone();
        let rule = Rule { shape: Shape::UntilVote, meetings: Meetings::Any, tier: Tier::default(), opens: false };
        let deadline = Deadline { tier: rule.tier, opens: false, at: When::Exact { at: at.clone() }, from: rule };
        let said = said(&deadline, now, &here(), "en");
        let left = at.timestamp().as_second() - now.as_second();
        let is_soon = (0..SOON).contains(&left);
        Some(Self { moment: at.to_string(), left: said.left, at: said.at, is_past: said.is_past, is_soon })
    }
}

/// What a calendar gets: each cut-off with an alarm, and the meeting.
pub(crate) fn entries(draft: &Draft, portal: &Portal, holidays: &Holidays) -> Vec<Entry> {
    let about = subject(draft, draft.item.label.as_deref());
    let name = |what: &str, day: Option<Date>| {
        let item: String = draft.item.number.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        let portal = if portal.id.is_empty() { "lectern" } else { &portal.id };
        let day = draft.item.meeting.or(day).map(|day| format!("{day}-")).unwrap_or_default();
        format!("{portal}-{day}{item}-{what}@lectern.invalid")
    };
    let (found, _) = reckoned(&draft.item, portal, holidays);
    let cut_off = |(place, deadline): (usize, &Deadline)| {
        let (on, day) = match &deadline.at {
            When::Exact { at } => (On::Instant(at.timestamp()), at.date()),
            When::Day { date, .. } => (On::Day(*date), *date),
            _ => return None,
        };
        let what = if deadline.opens { "opens" } else { tier_words(deadline.tier) };
        let description = [portal.notice.as_str(), "Check the time with what the page says."].join("\n");
        Some(Entry {
            uid: name(&format!("{what}-{place}").replace(' ', "-"), Some(day)),
            summary: format!("{}: {what} – {about}", portal.name),
            description: description.trim().to_owned(),
            location: String::new(),
            url: portal.url.clone(),
            on,
            alarms: ALARMS.to_vec(),
        })
    };
    let mut entries: Vec<Entry> = found.iter().enumerate().filter_map(cut_off).collect();
    entries.extend(meeting(&draft.item, portal).map(|meeting| {
        let zone = time_zone(&meeting.zone);
        let starts = meeting.time.and_then(|time| meeting.date.to_datetime(time).to_zoned(zone?).ok());
        Entry {
            uid: name("meeting", None),
            summary: format!("{}: {about}", if draft.item.body.is_empty() { "Meeting" } else { &draft.item.body }),
            description: String::new(),
            location: String::new(),
            url: String::new(),
            on: starts.map_or(On::Day(meeting.date), |at| On::From(at.timestamp(), MEETING)),
            alarms: vec![60],
        }
    }));
    entries
}

/// What a cut-off is, in a word or three.
pub(crate) fn tier_words(tier: Tier) -> &'static str {
    match tier {
        Tier::Distributed => "last moment to reach the members",
        Tier::RecordOnly => "last moment for the record",
        Tier::Accepted => "comments close",
        Tier::Speaking => "last moment to ask to speak",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(meeting: &str, time: Option<&str>) -> Draft {
        let mut draft = Draft::default();
        draft.item.meeting = Some(meeting.parse().unwrap());
        draft.item.time = time.map(|time| time.parse().unwrap());
        draft.item.number = "3".to_owned();
        draft
    }

    fn portal(rules: &str) -> Portal {
        let text = format!("id = \"x\"\nname = \"X\"\ntime_zone = \"America/Los_Angeles\"\n{rules}");
        letter::portal::read(&text).unwrap()
    }

    const TWO: &str = "[[deadline]]\nshape = \"clock-time\"\ntime = \"08:00\"\ntier = \"distributed\"\n\
                       [[deadline]]\nshape = \"minutes-before\"\nminutes = 5\ntier = \"record-only\"\n";

    #[test]
    fn a_draft_is_due_when_its_portal_closes() {
        let now: Timestamp = "2026-01-27T13:00:00Z".parse().unwrap();
        let zone = time_zone("America/Los_Angeles").unwrap();
        let found = dues(&draft("2026-01-27", Some("17:00")), &portal(TWO), &Holidays::default(), now, &zone);
        let told: Vec<_> = found.iter().map(|due| (due.tier, due.left.as_str(), due.is_soon)).collect();
        assert_eq!(told, [(Tier::Distributed, "closes in 3 h", true), (Tier::RecordOnly, "closes in 11 h", true)]);
        let found = dues(&draft("2026-01-27", None), &portal(TWO), &Holidays::default(), now, &zone);
        assert_eq!(found.iter().map(|due| due.lacks).collect::<Vec<_>>(), [None, Some(Lacking::Time)]);
        let found = dues(&Draft::default(), &portal(TWO), &Holidays::default(), now, &zone);
        assert_eq!(found[0].lacks, Some(Lacking::Date));
        assert_eq!(dues(&Draft::default(), &Portal::default(), &Holidays::default(), now, &zone), []);
    }

    #[test]
    fn a_day_of_the_calendar_waits_for_no_meeting() {
        let now: Timestamp = "2026-06-01T13:00:00Z".parse().unwrap();
        let zone = time_zone("America/Los_Angeles").unwrap();
        let notice = "[[deadline]]\nshape = \"calendar-date\"\ndate = 2026-06-03\ntime = \"23:59\"\n\
                      zone = \"America/New_York\"\n";
        let (alone, both) = (portal(notice), portal(&format!("{TWO}{notice}")));
        let told = |portal: &Portal| -> Vec<(String, Option<Lacking>)> {
            let found = dues(&Draft::default(), portal, &Holidays::default(), now, &zone);
            found.into_iter().map(|due| (due.at, due.lacks)).collect()
        };
        let eastern = ("June 3, 2026, 23:59 Eastern, 20:59 here".to_owned(), None);
        assert_eq!(told(&alone), std::slice::from_ref(&eastern));
        assert_eq!(told(&both), [eastern, (String::new(), Some(Lacking::Date))]);
        assert!(
            closes(&Draft::default(), &alone, &Holidays::default()).unwrap().starts_with("2026-06-03T23:59:00-04:00")
        );
        let entries = entries(&Draft::default(), &alone, &Holidays::default());
        assert_eq!(entries.len(), 1, "a deadline without a meeting: {entries:?}");
    }

    #[test]
    fn a_zone_that_was_taken_is_named() {
        let check = |item_zone: &str, portal_zone: &str, is_named: bool| {
            let mut draft = draft("2026-01-27", Some("17:00"));
            draft.item.zone = item_zone.to_owned();
            let portal = Portal { time_zone: portal_zone.to_owned(), ..portal(TWO) };
            assert_eq!(!zone_taken(&draft.item, &portal).is_empty(), is_named, "{item_zone} {portal_zone}");
        };
        check("", "", true);
        check("America/Denver", "", false);
        check("", "America/Denver", false);
        assert_eq!(zone_taken(&Item::default(), &portal(TWO)), "");
    }

    #[test]
    fn a_card_tells_the_next_moment_and_then_the_last_one() {
        let kept = closes(&draft("2026-01-27", Some("17:00")), &portal(TWO), &Holidays::default()).unwrap();
        let told = |now: &str| Closing::unsaid(kept.clone()).told(now.parse().unwrap()).unwrap();
        assert!(told("2026-01-27T15:00:00Z").moment.starts_with("2026-01-27T08:00:00-08:00"));
        assert!(told("2026-01-27T17:00:00Z").moment.starts_with("2026-01-27T16:55:00-08:00"));
        let last = told("2026-01-28T17:00:00Z");
        assert!(last.is_past && !last.is_soon && last.left.starts_with("closed"), "{last:?}");
        assert_eq!(closes(&Draft::default(), &portal(TWO), &Holidays::default()), None);
        assert_eq!(Closing::unsaid("no moment".to_owned()).told("2026-01-27T15:00:00Z".parse().unwrap()), None);
    }

    #[test]
    fn a_calendar_gets_each_cut_off_and_the_meeting() {
        let entries = entries(&draft("2026-01-27", Some("17:00")), &portal(TWO), &Holidays::default());
        assert_eq!(entries.len(), 3);
        assert!(entries.iter().all(|entry| !entry.alarms.is_empty()));
        let uids: std::collections::BTreeSet<_> = entries.iter().map(|entry| &entry.uid).collect();
        assert_eq!(uids.len(), 3);
        assert_eq!(entries[2].on, On::From("2026-01-28T01:00:00Z".parse().unwrap(), MEETING));
    }
}
