//! Deadlines and meetings to a calendar file that any calendar program takes, with alarms: RFC 5545.
//!
//! What an entry says is the caller's; its identity and the moment of making are arguments, so that the same entries
//! give the same bytes and a calendar replaces what it knows already. Instants are written in UTC: no zone has to
//! travel along. The writer is our own: the crate `icalendar` brings a clock (chrono) and chance (uuid), and asks for
//! both wherever an entry does not; what is needed here is this page.

use jiff::Timestamp;
use jiff::civil::Date;

/// One entry of a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its identity, the same in each version of it: `sacramento-2026-01-27-3-closes@lectern.invalid`.
    pub uid: String,
    /// What it is, in a line.
    pub summary: String,
    /// More about it; lines stand apart.
    pub description: String,
    /// Where it takes place; may be empty.
    pub location: String,
    /// The page where it is done; may be empty.
    pub url: String,
    /// When.
    pub on: On,
    /// Alarms, each so many minutes before it begins; before the midnight that begins a day.
    pub alarms: Vec<u32>,
}

/// When an entry is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum On {
    /// At an instant, such as a cut-off.
    Instant(Timestamp),
    /// From an instant on, for so many minutes, such as a meeting.
    From(Timestamp, u32),
    /// On a day.
    Day(Date),
}

/// The most octets of a line, without its end.
const LONGEST_LINE: usize = 75;

/// The calendar file; `stamp` is the moment of its making.
pub fn ics(entries: &[Entry], stamp: Timestamp) -> String {
    let mut out = String::new();
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lectern//Lectern//EN", "CALSCALE:GREGORIAN"];
    head.iter().chain(&["METHOD:PUBLISH"]).for_each(|text| line(&mut out, text));
    for entry in entries {
        event(&mut out, entry, stamp);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, entry: &Entry, stamp: Timestamp) {
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}", escaped(&entry.uid)));
    line(out, &format!("DTSTAMP:{}", utc(stamp)));
    match entry.on {
        On::Instant(at) => line(out, &format!("DTSTART:{}", utc(at))),
        On::From(at, minutes) => {
            line(out, &format!("DTSTART:{}", utc(at)));
            line(out, &format!("DURATION:PT{minutes}M"));
        }
        On::Day(date) => line(out, &format!("DTSTART;VALUE=DATE:{}", date.strftime("%Y%m%d"))),
    }
    for (name, value) in
        [("SUMMARY", &entry.summary), ("DESCRIPTION", &entry.description), ("LOCATION", &entry.location)]
    {
        if !value.is_empty() {
            line(out, &format!("{name}:{}", escaped(value)));
        }
    }
    // The value of a URL is no text and knows no escapes; what could end the line goes.
    let url: String = entry.url.chars().filter(|c| !c.is_control()).collect();
    if !url.is_empty() {
        line(out, &format!("URL:{url}"));
    }
    // A cut-off takes no time of the day's plan.
    line(out, if matches!(entry.on, On::From(..)) { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" });
    for minutes in &entry.alarms {
        line(out, "BEGIN:VALARM");
        line(out, "ACTION:DISPLAY");
        line(out, &format!("DESCRIPTION:{}", escaped(&entry.summary)));
        line(out, &format!("TRIGGER:-PT{minutes}M"));
        line(out, "END:VALARM");
    }
    line(out, "END:VEVENT");
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Text as section 3.3.11 has it; control characters, which it does not allow, fall away.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line, folded at 75 octets and never within a character; the blank that opens a folded line counts.
fn line(out: &mut String, text: &str) {
    let mut width = 0;
    for c in text.chars() {
        if width + c.len_utf8() > LONGEST_LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn entry(on: On) -> Entry {
        Entry {
            uid: "a@lectern.invalid".to_owned(),
            summary: "Comment on Item 3 closes".to_owned(),
            description: String::new(),
            location: String::new(),
            url: String::new(),
            on,
            alarms: Vec::new(),
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_deadline_and_its_meeting_are_written_as_calendars_read_them() {
        let closes = Entry {
            description: "Item 3; Council, 915 I Street\nBring a \\ copy".to_owned(),
            url: "https://sacramento.granicusideas.com/meetings?scope=upcoming,all;x\r\nATTACH:evil".to_owned(),
            alarms: vec![1440, 60],
            ..entry(On::Instant(at("2026-01-28T01:00:00Z")))
        };
        let meets = Entry {
            uid: "b@lectern.invalid".to_owned(),
            summary: "Council meets".to_owned(),
            location: "915 I Street, Sacramento".to_owned(),
            ..entry(On::From(at("2026-01-28T01:00:00Z"), 120))
        };
        let expected = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Lectern//Lectern//EN\nCALSCALE:GREGORIAN\n\
            METHOD:PUBLISH\nBEGIN:VEVENT\nUID:a@lectern.invalid\nDTSTAMP:20260120T120000Z\n\
            DTSTART:20260128T010000Z\nSUMMARY:Comment on Item 3 closes\n\
            DESCRIPTION:Item 3\\; Council\\, 915 I Street\\nBring a \\\\ copy\n\
            URL:https://sacramento.granicusideas.com/meetings?scope=upcoming,all;xATTAC\n H:evil\n\
            TRANSP:TRANSPARENT\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Comment on Item 3 closes\n\
            TRIGGER:-PT1440M\nEND:VALARM\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Comment on Item 3 closes\n\
            TRIGGER:-PT60M\nEND:VALARM\nEND:VEVENT\nBEGIN:VEVENT\nUID:b@lectern.invalid\n\
            DTSTAMP:20260120T120000Z\nDTSTART:20260128T010000Z\nDURATION:PT120M\nSUMMARY:Council meets\n\
            LOCATION:915 I Street\\, Sacramento\nTRANSP:OPAQUE\nEND:VEVENT\nEND:VCALENDAR\n";
        assert_eq!(ics(&[closes, meets], at("2026-01-20T12:00:00Z")), expected.replace('\n', "\r\n"));
    }

    #[test]
    fn a_day_is_a_date_of_no_zone() {
        let out = ics(&[entry(On::Day(date(2028, 2, 29)))], at("2026-01-20T12:00:00Z"));
        assert!(out.contains("\r\nDTSTART;VALUE=DATE:20280229\r\n"), "{out}");
    }

    #[test]
    fn lines_fold_at_75_octets_and_unfold_to_what_was_said() {
        for summary in ["é".repeat(200), "x".repeat(75), "x".repeat(300), "🏛️ 尊敬的主席".repeat(20), String::new()]
        {
            let out =
                ics(&[Entry { summary: summary.clone(), ..entry(On::Day(date(2026, 1, 1))) }], Timestamp::UNIX_EPOCH);
            assert!(out.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{out}");
            assert!(!out.replace("\r\n", "").contains(['\r', '\n']));
            let said = out.replace("\r\n ", "");
            let found = said.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap_or_default();
            assert_eq!(found, summary);
        }
    }

    #[test]
    fn no_text_begins_a_line_of_its_own() {
        let out = ics(
            &[Entry {
                uid: "a\r\nb".to_owned(),
                summary: "x\rBEGIN:VALARM\n\u{7}y".to_owned(),
                ..entry(On::Day(date(2026, 1, 1)))
            }],
            Timestamp::UNIX_EPOCH,
        );
        assert!(out.contains("UID:a\\nb\r\n") && out.contains("SUMMARY:x\\nBEGIN:VALARM\\ny\r\n"), "{out}");
    }
}
