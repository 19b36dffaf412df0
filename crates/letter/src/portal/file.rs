//! The text of a portal's record in, a [`Portal`] out; and back again.
//!
//! Numbers beyond any sense are slips of the hand, or a portal that has no limit and says so with `unit = "none"`.
//! A record that cannot be used is refused with its line and what to do, in the words that drafts are refused with.

use serde::Deserialize;
use toml::{Spanned, Table, Value};

use super::Portal;
use crate::deadline::rule;
use crate::deadline::time_zone;
use crate::draft_file::schema::{Key, Shape, check_keys, key};
use crate::draft_file::write::{entry, fields, value};
use crate::draft_file::{DraftError, syntax};

/// The greatest size of a record in bytes.
const MOST_BYTES: usize = 100_000;

static PORTAL: [Key; 30] = [
    key("id", Shape::Text),
    key("name", Shape::Text),
    key("body", Shape::Text),
    key("vendor", Shape::Text),
    key("channel", Shape::Choice(&["form", "email", "speech", "paper"])),
    key("limit", Shape::Table(&LIMIT)),
    key("line_break", Shape::Count(1, 2)),
    key("speaking_seconds", Shape::Count(1, 86_400)),
    key("plain_text", Shape::Flag),
    key("attachments", Shape::Table(&ATTACHMENTS)),
    key("positions", Shape::Texts),
    key("one_per_item", Shape::Flag),
    key("account_required", Shape::Flag),
    key("anonymous_ok", Shape::Flag),
    key("name_required", Shape::Flag),
    key("address_required", Shape::Flag),
    key("item_required", Shape::Flag),
    key("published", Shape::Flag),
    key("read_aloud", Shape::Flag),
    key("time_zone", Shape::Text),
    key("holidays", Shape::Choice(&["california-state", "us-federal", "weekends"])),
    key("email", Shape::Text),
    key("postal", Shape::Texts),
    key("url", Shape::Text),
    key("copies", Shape::Count(0, 10_000)),
    key("notice", Shape::Text),
    key("verified_on", Shape::Date),
    key("source", Shape::Texts),
    key("confidence", Shape::Choice(&["high", "medium", "low"])),
    key("deadline", Shape::Tables(&RULE)),
];

static LIMIT: [Key; 3] = [
    key("value", Shape::Count(1, 10_000_000)),
    key("unit", Shape::Choice(&["characters", "words", "none", "unknown"])),
    key("hard", Shape::Flag),
];

static ATTACHMENTS: [Key; 4] = [
    key("allowed", Shape::Flag),
    key("max_files", Shape::Count(1, 10_000)),
    key("max_mb_each", Shape::Count(1, 100_000)),
    key("types", Shape::Texts),
];

static RULE: [Key; 12] = [
    key(
        "shape",
        Shape::Choice(&[
            "minutes-before",
            "clock-time",
            "business-days-before",
            "weekday-of-prior-week",
            "until-vote",
            "until-item-closed",
            "calendar-date",
            "after-event",
        ]),
    ),
    key("minutes", Shape::Count(0, 525_600)),
    key("days_before", Shape::Count(0, 3_660)),
    key("days", Shape::Count(0, 3_660)),
    key("business", Shape::Flag),
    key("weekday", Shape::Choice(&["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])),
    key("date", Shape::Date),
    key("time", Shape::Time),
    key("zone", Shape::Text),
    key("meetings", Shape::Choice(&["regular", "special", "any"])),
    key("tier", Shape::Choice(&["distributed", "record-only", "accepted", "speaking"])),
    key("opens", Shape::Flag),
];

/// What each shape of a deadline must say, and what it may say.
const SHAPES: [(&str, &[&str], &[&str]); 8] = [
    ("minutes-before", &["minutes"], &[]),
    ("clock-time", &["time"], &["days_before"]),
    ("business-days-before", &["days", "time"], &[]),
    ("weekday-of-prior-week", &["weekday", "time"], &[]),
    ("until-vote", &[], &[]),
    ("until-item-closed", &[], &[]),
    ("calendar-date", &["time"], &["date", "zone"]),
    ("after-event", &["days"], &["business"]),
];

/// Reads a record from its text.
pub fn read(text: &str) -> Result<Portal, DraftError> {
    if text.len() > MOST_BYTES {
        return Err(DraftError {
            line: 1,
            column: 1,
            message: format!("the file has {} bytes, and a portal's record has at most {MOST_BYTES}", text.len()),
            hint: "Check that this is the record of a portal.".to_owned(),
        });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let table = syntax::parse(&text)?;
    let lines = check_keys(&text, table.get_ref(), &PORTAL, "a portal's record")?;
    let refused = |path: &str, message: String, hint: String| DraftError {
        line: lines.get(path).copied().unwrap_or(1),
        column: 1,
        message,
        hint,
    };
    let rules = table.get_ref().get("deadline").and_then(|value| value.get_ref().as_array());
    for (index, rule) in rules.into_iter().flatten().enumerate() {
        if let Some((name, message, hint)) = misfit(index, rule) {
            let path = format!("deadline[{index}]{name}");
            return Err(refused(&path, message, hint));
        }
    }
    let portal = Portal::deserialize(toml::de::Deserializer::from(table))
        .map_err(|error| syntax::at(&text, error.span().unwrap_or(0..0), error.message().to_owned(), String::new()))?;
    let is_id =
        |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !is_id(&portal.id) {
        let hint = "Name it in small letters, digits and hyphens: `id = \"sacramento-city\"`.".to_owned();
        return Err(match portal.id.as_str() {
            "" => refused("id", "the record has no id".to_owned(), hint),
            id => refused("id", format!("`id` cannot be `{}`", syntax::shown(id)), hint),
        });
    }
    let zones = portal.deadline.iter().enumerate().filter_map(|(index, rule)| match &rule.shape {
        rule::Shape::CalendarDate { zone, .. } => Some((format!("deadline[{index}].zone"), zone)),
        _ => None,
    });
    let mut zones = std::iter::once(("time_zone".to_owned(), &portal.time_zone)).chain(zones);
    if let Some((path, zone)) = zones.find(|(_, zone)| !zone.is_empty() && time_zone(zone).is_none()) {
        let hint = "Write the name of its largest city as time zones are called: `America/Los_Angeles`.".to_owned();
        return Err(refused(&path, format!("there is no time zone `{}`", syntax::shown(zone)), hint));
    }
    Ok(portal)
}

/// What is wrong with a rule: the part of its path, the message and the hint.
fn misfit(index: usize, rule: &Spanned<toml::de::DeValue<'_>>) -> Option<(String, String, String)> {
    let table = rule.get_ref().as_table()?;
    let Some(shape) = table.get("shape").and_then(|value| value.get_ref().as_str()) else {
        let all: Vec<String> = SHAPES.iter().map(|(name, ..)| format!("`{name}`")).collect();
        let hint = format!("Add a line such as `shape = \"clock-time\"`. It is one of {}.", all.join(", "));
        return Some((String::new(), format!("`deadline[{index}]` has no shape"), hint));
    };
    let (_, needed, allowed) = SHAPES.iter().find(|(name, ..)| *name == shape)?;
    if let Some(missing) = needed.iter().find(|name| !table.contains_key(**name)) {
        let message = format!("a deadline of the shape `{shape}` has no `{missing}`");
        return Some((String::new(), message, format!("Add `{missing} = …` under its `[[deadline]]`.")));
    }
    let common = ["shape", "meetings", "tier", "opens"];
    let stray = table.keys().find(|name| {
        let name = name.get_ref().as_ref();
        !common.contains(&name) && !needed.contains(&name) && !allowed.contains(&name)
    })?;
    let stray = stray.get_ref();
    let message = format!("a deadline of the shape `{shape}` takes no `{stray}`");
    Some((format!(".{stray}"), message, "Remove the line, or choose the shape that takes it.".to_owned()))
}

/// Writes a record so that [`read`] gives the same record again.
pub fn to_toml(portal: &Portal) -> String {
    let table = Table::try_from(portal).unwrap_or_default();
    let blank = Table::try_from(Portal::default()).unwrap_or_default();
    let mut out = String::new();
    for key in &PORTAL {
        match (&key.shape, table.get(key.name)) {
            (Shape::Tables(keys), Some(Value::Array(rules))) => {
                for rule in rules.iter().filter_map(Value::as_table) {
                    out.push_str("\n[[deadline]]\n");
                    fields(&mut out, keys, rule, None);
                }
            }
            (Shape::Table(keys), Some(Value::Table(inner))) => {
                let inner: Vec<String> = keys
                    .iter()
                    .filter_map(|key| Some(format!("{} = {}", key.name, value(&key.shape, inner.get(key.name)?, None))))
                    .collect();
                entry(&mut out, key.name, &format!("{{ {} }}", inner.join(", ")));
            }
            (shape, Some(found)) if blank.get(key.name) != Some(found) || key.name == "channel" => {
                entry(&mut out, key.name, &value(shape, found, None));
            }
            (_, _) => {}
        }
    }
    out
}
