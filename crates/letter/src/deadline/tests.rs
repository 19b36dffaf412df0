//! Rules and meetings with the instants they must come to, and what is said of them.

use jiff::civil::date;

use super::*;
use crate::deadline::said::said;

const CALIFORNIA: &str = "America/Los_Angeles";

fn rule(shape: &str) -> Rule {
    toml::from_str(shape).unwrap_or_else(|error| panic!("{shape}: {error}"))
}

fn meeting(start: &str, zone: &str) -> Meeting {
    let (day, hour) = start.split_once(' ').unwrap_or((start, ""));
    let time = (!hour.is_empty()).then(|| rule::read_time(hour).unwrap());
    Meeting { date: day.parse().unwrap(), time, zone: zone.to_owned(), special: false }
}

fn only(shape: &str, meeting: &Meeting) -> Deadline {
    deadlines(&[rule(shape)], meeting, &Holidays::california_state()).remove(0)
}

fn said_when(when: &When) -> String {
    match when {
        When::Exact { at } => at.strftime("%Y-%m-%d %H:%M %:z").to_string(),
        When::Day { date, .. } => format!("day {date}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn rules_come_to_instants_in_the_zone_of_the_body() {
    let check = |shape: &str, start: &str, expected: &str| {
        assert_eq!(said_when(&only(shape, &meeting(start, CALIFORNIA)).at), expected, "{shape}, {start}");
    };
    let minutes = "shape = 'minutes-before'\nminutes = 120";
    check(minutes, "2026-01-27 17:00", "2026-01-27 15:00 -08:00");
    check(minutes, "2026-01-27", "MeetingTimeUnknown");
    // A meeting just after midnight, at the end of a year.
    check(minutes, "2027-01-01 00:05", "2026-12-31 22:05 -08:00");
    check("shape = 'minutes-before'\nminutes = 0", "2026-01-27 00:00", "2026-01-27 00:00 -08:00");
    // Two hours are two hours when clocks go forward between 2 and 3, and back between 2 and 1.
    check(minutes, "2026-03-08 04:00", "2026-03-08 01:00 -08:00");
    check(minutes, "2026-11-01 03:00", "2026-11-01 01:00 -08:00");
    check(minutes, "2026-11-01 02:30", "2026-11-01 01:30 -07:00");

    let day_of = "shape = 'clock-time'\ntime = '12:00'";
    check(day_of, "2026-01-27", "2026-01-27 12:00 -08:00");
    check(day_of, "2026-07-07", "2026-07-07 12:00 -07:00");
    let day_before = "shape = 'clock-time'\ndays_before = 1\ntime = '16:00'";
    check(day_before, "2026-01-01", "2025-12-31 16:00 -08:00");
    check(day_before, "2028-03-01", "2028-02-29 16:00 -08:00");
    check(day_before, "2027-03-01", "2027-02-28 16:00 -08:00");
    check("shape = 'clock-time'\ndays_before = 4000000000\ntime = '16:00'", "2026-01-01", "OutOfRange");
    // Clocks: closing takes the earlier reading, opening the later.
    let gap = "shape = 'clock-time'\ntime = '02:30'";
    check(gap, "2026-03-08", "2026-03-08 01:30 -08:00");
    check(&format!("{gap}\nopens = true"), "2026-03-08", "2026-03-08 03:30 -07:00");
    let fold = "shape = 'clock-time'\ntime = '01:30'";
    check(fold, "2026-11-01", "2026-11-01 01:30 -07:00");
    check(&format!("{fold}\nopens = true"), "2026-11-01", "2026-11-01 01:30 -08:00");

    let business = "shape = 'business-days-before'\ndays = 5\ntime = '17:00'";
    check(business, "2026-01-27", "2026-01-20 17:00 -08:00");
    // Over Martin Luther King day, over Christmas and New Year, and from a Sunday.
    check(business, "2026-01-22", "2026-01-14 17:00 -08:00");
    check(business, "2026-01-05", "2025-12-26 17:00 -08:00");
    check("shape = 'business-days-before'\ndays = 1\ntime = '12:00'", "2026-03-01", "2026-02-27 12:00 -08:00");
    check("shape = 'business-days-before'\ndays = 0\ntime = '12:00'", "2026-03-01", "2026-03-01 12:00 -08:00");
    // The day after Thanksgiving is free.
    check("shape = 'business-days-before'\ndays = 2\ntime = '12:00'", "2026-12-01", "2026-11-25 12:00 -08:00");

    let thursday = "shape = 'weekday-of-prior-week'\nweekday = 'thursday'\ntime = '17:00'";
    check(thursday, "2026-04-15", "2026-04-09 17:00 -07:00");
    check(thursday, "2026-04-13", "2026-04-09 17:00 -07:00");
    check(thursday, "2026-04-19", "2026-04-09 17:00 -07:00");
    check(thursday, "2027-01-01", "2026-12-24 17:00 -08:00");

    check("shape = 'until-vote'", "2026-01-27", "ItemVoted");
    check("shape = 'until-item-closed'", "2026-01-27", "ItemClosed");
    let eastern = "time = '23:59'\nzone = 'America/New_York'\nshape = 'calendar-date'";
    check(&format!("{eastern}\ndate = 2026-06-19"), "2026-01-27", "2026-06-19 23:59 -04:00");
    check(eastern, "2026-12-31", "2026-12-31 23:59 -05:00");
    check(
        "shape = 'calendar-date'\ntime = '23:59'\nzone = 'Mars/Olympus'",
        "2026-12-31",
        "ZoneUnknown { zone: \"Mars/Olympus\" }",
    );
}

#[test]
fn windows_after_an_event_leave_its_day_out_and_roll() {
    let check = |days: u32, business: bool, event: &str, expected: &str| {
        let shape = format!("shape = 'after-event'\ndays = {days}\nbusiness = {business}");
        assert_eq!(said_when(&only(&shape, &meeting(event, CALIFORNIA)).at), expected, "{days} {business} {event}");
    };
    check(10, false, "2026-01-27", "day 2026-02-06");
    // Saturday rolls to Monday, which Presidents' Day moves to Tuesday.
    check(10, false, "2026-02-04", "day 2026-02-17");
    check(7, false, "2026-03-24", "day 2026-04-01");
    check(10, true, "2026-01-27", "day 2026-02-10");
    check(10, true, "2025-12-19", "day 2026-01-06");
    check(30, false, "2028-01-30", "day 2028-02-29");
    check(90, false, "2026-01-27", "day 2026-04-27");
    let calm = Holidays::default();
    assert_eq!(after_event(date(2026, 2, 4), 10, false, &calm), Some(date(2026, 2, 14)));
}

#[test]
fn tiers_stand_in_order_and_regular_and_special_meetings_apart() {
    let rules = [
        rule("shape = 'until-item-closed'\ntier = 'speaking'"),
        rule("shape = 'minutes-before'\nminutes = 0\ntier = 'record-only'"),
        rule("shape = 'clock-time'\ntime = '08:00'\ntier = 'distributed'\nmeetings = 'regular'"),
        rule("shape = 'minutes-before'\nminutes = 180\ntier = 'distributed'\nmeetings = 'special'"),
        rule("shape = 'clock-time'\ndays_before = 1\ntime = '12:00'\nopens = true"),
    ];
    let check = |special: bool, now: &str, expected: &[&str], next: Tier| {
        let council = Meeting { special, ..meeting("2026-01-27 17:00", CALIFORNIA) };
        let found = deadlines(&rules, &council, &Holidays::default());
        let said: Vec<String> = found.iter().map(|deadline| said_when(&deadline.at)).collect();
        assert_eq!(said, expected);
        assert_eq!(next_closing(&found, now.parse().unwrap()).unwrap().tier, next, "{now}");
    };
    let regular = ["2026-01-26 12:00 -08:00", "2026-01-27 08:00 -08:00", "2026-01-27 17:00 -08:00", "ItemClosed"];
    check(false, "2026-01-26T22:00:00Z", &regular, Tier::Distributed);
    check(false, "2026-01-27T15:59:59Z", &regular, Tier::Distributed);
    check(false, "2026-01-27T16:00:00Z", &regular, Tier::RecordOnly);
    check(false, "2026-01-29T16:00:00Z", &regular, Tier::Speaking);
    let special = ["2026-01-26 12:00 -08:00", "2026-01-27 14:00 -08:00", "2026-01-27 17:00 -08:00", "ItemClosed"];
    check(true, "2026-01-27T20:00:00Z", &special, Tier::Distributed);
}

#[test]
fn what_is_left_is_said_in_the_words_of_a_language() {
    let close = only("shape = 'clock-time'\ntime = '16:00'", &meeting("2026-01-27", CALIFORNIA));
    let open = Deadline { opens: true, ..close.clone() };
    let here = time_zone(CALIFORNIA).unwrap();
    let check = |deadline: &Deadline, language: &str, now: &str, expected: &str| {
        let now = now.parse::<jiff::civil::DateTime>().unwrap().to_zoned(here.clone()).unwrap().timestamp();
        assert_eq!(said(deadline, now, &here, language).left, expected, "{now}");
    };
    check(&close, "en-US", "2026-01-27T13:00", "closes in 3 h");
    check(&close, "en-US", "2026-01-27T13:01", "closes in 2 h");
    check(&close, "en-US", "2026-01-27T00:01", "closes in 15 h");
    check(&close, "en-US", "2026-01-27T15:35", "closes in 25 min");
    check(&close, "en-US", "2026-01-27T15:59:30", "closes in less than a minute");
    check(&close, "en-US", "2026-01-27T16:00", "closed just now");
    check(&close, "en-US", "2026-01-27T18:30", "closed 2 h ago");
    check(&close, "en-US", "2026-01-28T09:00", "closed yesterday at 16:00");
    check(&close, "en-US", "2026-01-30T09:00", "closed 3 days ago");
    check(&close, "en-US", "2026-01-26T23:30", "closes tomorrow at 16:00");
    check(&close, "en-US", "2026-01-22T23:30", "closes in 5 days");
    check(&close, "en-US", "2025-10-01T09:00", "closes on January 27, 2026");
    check(&open, "en-US", "2026-01-27T13:00", "opens in 3 h");
    check(&open, "en-US", "2026-01-27T18:30", "opened 2 h ago");
    check(&close, "es", "2026-01-26T12:00", "cierra mañana, 16:00");
    check(&close, "tl", "2026-01-27T13:00", "magsasara sa loob ng 3 oras");
    check(&close, "vi", "2026-01-27T18:30", "đã đóng 2 giờ trước");
    check(&close, "ru", "2026-01-22T12:00", "закрывается через 5 дн.");
    check(&close, "uk", "2026-01-26T12:00", "закривається завтра о 16:00");
    check(&close, "hmn", "2026-01-27T13:00", "closes in 3 h");
    let vote = only("shape = 'until-vote'", &meeting("2026-01-27", CALIFORNIA));
    check(&vote, "en", "2026-01-27T13:00", "closes when the item is voted on");
    let unknown = only("shape = 'minutes-before'\nminutes = 5", &meeting("2026-01-27", CALIFORNIA));
    check(&unknown, "en", "2026-01-27T13:00", "closes at a time that is not known");
    let appeal = only("shape = 'after-event'\ndays = 10", &meeting("2026-01-27", CALIFORNIA));
    check(&appeal, "en", "2026-02-01T13:00", "closes in 5 days");
    check(&appeal, "en", "2026-02-06T23:00", "closes on February 6, 2026");
    check(&appeal, "en", "2026-02-07T00:00", "closed on February 6, 2026");
}

#[test]
fn two_zones_are_both_said() {
    let docket = "shape = 'calendar-date'\ndate = 2026-06-19\ntime = '23:59'\nzone = 'America/New_York'";
    let check = |shape: &str, here: &str, language: &str, expected: &str| {
        let deadline = only(shape, &meeting("2026-01-27", CALIFORNIA));
        let now = "2026-06-19T20:00:00Z".parse().unwrap();
        assert_eq!(said(&deadline, now, &time_zone(here).unwrap(), language).at, expected, "{here}");
    };
    check(docket, CALIFORNIA, "en", "June 19, 2026, 23:59 Eastern, 20:59 here");
    check(docket, "America/New_York", "en", "June 19, 2026, 23:59");
    // Another zone with the same clock.
    check(docket, "America/Toronto", "en", "June 19, 2026, 23:59");
    check(docket, "Asia/Manila", "en", "June 19, 2026, 23:59 Eastern, June 20, 2026, 11:59 here");
    check(docket, CALIFORNIA, "es", "19 de junio de 2026, 23:59 hora del Este, 20:59 aquí");
    check(docket, CALIFORNIA, "ru", "19 июня 2026 г., 23:59 по восточному времени, 20:59 здесь");
    let kyiv = "shape = 'calendar-date'\ndate = 2026-06-19\ntime = '10:00'\nzone = 'Europe/Kyiv'";
    check(kyiv, CALIFORNIA, "en", "June 19, 2026, 10:00 Kyiv, 00:00 here");
    check("shape = 'until-vote'", CALIFORNIA, "en", "");
}

#[test]
fn deadlines_read_as_plain_data() {
    let close = only("shape = 'clock-time'\ntime = '16:00'", &meeting("2026-01-27", CALIFORNIA));
    assert_eq!(
        serde_json::to_string(&close).unwrap(),
        r#"{"tier":"accepted","opens":false,"at":{"when":"exact","at":"2026-01-27T16:00:00-08:00[America/Los_Angeles]"},"from":{"shape":"clock-time","days_before":0,"time":"16:00","meetings":"any","tier":"accepted","opens":false}}"#
    );
}
