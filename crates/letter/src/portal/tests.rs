//! Records good and bad: the built-in ones are whole, what is written reads back, what cannot be used is refused.

use jiff::civil::date;

use super::*;
use crate::deadline::rule::{Shape, Tier};

#[test]
fn every_built_in_record_reads_and_says_where_it_is_from() {
    let files: Vec<_> = BUILT_IN.files().collect();
    assert!(files.len() >= 30, "{}", files.len());
    for file in files {
        let name = file.path().to_string_lossy().into_owned();
        let text = file.contents_utf8().unwrap();
        let portal = read(text).unwrap_or_else(|error| panic!("{name}:{}: {error} {}", error.line, error.hint));
        assert_eq!(format!("{}.toml", portal.id), name);
        assert!(!portal.name.is_empty() && !portal.source.is_empty(), "{name} says not what it is or where it is from");
        assert!(portal.source.iter().all(|url| url.starts_with("http")), "{name}");
        let limit = portal.limit.clone().unwrap_or_default();
        let counted = matches!(limit.unit, LimitUnit::Characters | LimitUnit::Words);
        assert!(counted || limit.value.is_none(), "{name}: a number of what?");
        let zoned = !portal.time_zone.is_empty() || portal.body.is_empty() || portal.deadline.is_empty();
        assert!(zoned, "{name}: deadlines without a time zone");
        assert_eq!(read(&to_toml(&portal)).unwrap(), portal, "{name}");
    }
    assert_eq!(built_in().len(), BUILT_IN.files().count());
}

#[test]
fn what_the_records_say_is_what_the_pages_say() {
    let most = |id: &str| {
        let portal = built_in_portal(id).unwrap_or_else(|| panic!("{id}"));
        (portal.most(), portal.measure())
    };
    let characters = Measure::Characters { line_break: 2 };
    assert_eq!(most("sacramento-city"), (Some(1000), characters));
    assert_eq!(most("brookings"), (Some(500), characters));
    assert_eq!(most("washoe-county"), (Some(2250), characters));
    assert_eq!(most("regulations-gov"), (Some(5000), characters));
    assert_eq!(most("mariposa-county"), (Some(1999), characters));
    assert_eq!(most("san-diego"), (Some(500), Measure::Words));
    assert_eq!(most("san-francisco-summary"), (Some(150), Measure::Words));
    assert_eq!(most("oakland"), (None, characters));
    let calendar = |id: &str| built_in_portal(id).unwrap().holidays;
    assert_eq!((calendar("regulations-gov"), calendar("assembly-housing")), (Some(Calendar::UsFederal), None));
    let san_diego = built_in_portal("san-diego").unwrap();
    assert_eq!(san_diego.deadline[0].tier, Tier::Distributed);
    let eight = jiff::civil::time(8, 0, 0, 0);
    assert_eq!(san_diego.deadline[0].shape, Shape::ClockTime { days_before: 0, time: eight });
}

#[test]
fn what_is_not_offered_is_told_from_what_is_not_known() {
    let check = |line: &str, expected: Option<&[&str]>| {
        let portal = read(&format!("id = \"x\"\n{line}")).unwrap();
        let expected = expected.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(portal.positions, expected, "{line}");
        assert_eq!(read(&to_toml(&portal)).unwrap(), portal, "{line}");
    };
    check("", None);
    check("positions = []", Some(&[]));
    check("positions = [\"Support\"]", Some(&["Support"]));
}

#[test]
fn an_old_or_doubtful_record_says_so() {
    let check = |verified_on: Option<Date>, confidence: Confidence, expected: &str| {
        let portal = Portal { verified_on, confidence, ..Portal::default() };
        let doubt = portal.doubt(date(2026, 6, 1));
        assert_eq!(doubt.is_empty(), expected.is_empty(), "{doubt}");
        assert!(doubt.contains(expected), "{doubt}");
    };
    check(Some(date(2026, 5, 1)), Confidence::High, "");
    check(Some(date(2025, 6, 1)), Confidence::Medium, "");
    check(Some(date(2026, 6, 2)), Confidence::High, "");
    check(Some(date(9999, 6, 2)), Confidence::High, "is still to come");
    check(Some(date(2025, 5, 31)), Confidence::High, "read on May 31, 2025, more than a year ago; compare");
    check(Some(date(2020, 3, 1)), Confidence::Low, "more than a year ago, and from a source that may be wrong");
    check(Some(date(2026, 5, 1)), Confidence::Low, "come from a source that may be wrong");
    check(None, Confidence::High, "Nobody noted when");
}

#[test]
fn faults_name_their_place_and_the_way_out() {
    let check = |text: &str, line: usize, message: &str, hint: &str| {
        let error = read(text).expect_err(text);
        assert_eq!((error.line, error.message.as_str()), (line, message), "{text}");
        assert!(error.hint.contains(hint), "{text}: {}", error.hint);
    };
    check("name = \"x\"", 1, "the record has no id", "`id = \"sacramento-city\"`");
    check("\nid = \"My City\"", 2, "`id` cannot be `My City`", "small letters");
    check("id = \"x\"\nlimits = 3", 2, "a portal's record has no field `limits`", "Did you mean `limit`?");
    check("id = \"x\"\nlimit = 3", 2, "`limit` is a whole number", "`[limit]`");
    check("id = \"x\"\n[limit]\nunit = \"chars\"", 3, "`limit.unit` cannot be `chars`", "`characters`");
    check("id = \"x\"\nline_break = 3", 2, "`line_break` is 3", "from 1 to 2");
    check("id = \"x\"\nline_break = 1.5", 2, "`line_break` is a number", "a whole number from 1 to 2");
    let limit = |value: &str| format!("id = \"x\"\nlimit = {{ value = {value}, unit = \"words\" }}");
    for value in ["0", "-5", "1000000000000", "99999999999999999999999"] {
        check(&limit(value), 2, &format!("`limit.value` is {value}"), "from 1 to 10000000");
    }
    check("id = \"x\"\nspeaking_seconds = 0", 2, "`speaking_seconds` is 0", "from 1 to 86400");
    let years = "id = \"x\"\n[[deadline]]\nshape = \"minutes-before\"\nminutes = 4000000000";
    check(years, 4, "`deadline[0].minutes` is 4000000000", "to 525600");
    check("id = \"x\"\nholidays = \"california\"", 2, "`holidays` cannot be `california`", "`us-federal`");
    for zone in ["Mars/Olympus", "UTC+25", "LMT", " "] {
        let told = format!("there is no time zone `{zone}`");
        check(&format!("id = \"x\"\ntime_zone = \"{zone}\""), 2, &told, "America/Los_Angeles");
        let rule = format!("shape = \"calendar-date\"\ntime = \"23:59\"\nzone = \"{zone}\"");
        check(&format!("id = \"x\"\n[[deadline]]\n{rule}"), 5, &told, "America/Los_Angeles");
    }
    check("id = \"x\"\nconfidence = \"hihg\"", 2, "`confidence` cannot be `hihg`", "Did you mean `high`?");
    check("id = \"x\"\n[[deadline]]\nminutes = 3", 2, "`deadline[0]` has no shape", "`until-vote`");
    let shaped = |rest: &str| format!("id = \"x\"\n[[deadline]]\n{rest}");
    check(&shaped("shape = \"clock-time\""), 2, "a deadline of the shape `clock-time` has no `time`", "`time = …`");
    let stray = "shape = \"until-vote\"\nminutes = 5";
    check(&shaped(stray), 4, "a deadline of the shape `until-vote` takes no `minutes`", "Remove the line");
    let late = "shape = \"clock-time\"\ntime = \"25:00\"";
    check(&shaped(late), 4, "`deadline[0].time` cannot be `25:00`", "`time = \"16:00\"`");
    check(&" ".repeat(MOST), 1, "the file has 100001 bytes, and a portal's record has at most 100000", "record");
}

const MOST: usize = 100_001;
