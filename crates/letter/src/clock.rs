//! Times of day: read from a TOML time or from text, always written `HH:MM`.
//!
//! A time here belongs to no day and no zone, and there is no clock; putting the three together is `deadline`.

use jiff::civil::Time;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What a time may be written as: `16:00:00` bare (a TOML time) or `16:00` between quotation marks.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Toml(toml::value::Datetime),
}

/// Reads a time from either form.
pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Time, D::Error> {
    parsed(Written::deserialize(deserializer)?)
}

/// Reads a time that may be left out, or be nothing as JSON writes it.
pub fn read_some<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Time>, D::Error> {
    Option::<Written>::deserialize(deserializer)?.map(parsed).transpose()
}

/// Writes a time as `16:00`.
pub fn write<S: Serializer>(time: &Time, serializer: S) -> Result<S::Ok, S::Error> {
    shown(*time).serialize(serializer)
}

/// Writes a time that may be left out.
pub fn write_some<S: Serializer>(time: &Option<Time>, serializer: S) -> Result<S::Ok, S::Error> {
    time.map(shown).serialize(serializer)
}

/// The text is a time of day: `9:00` and `16:30`, with or without seconds.
pub fn parse(text: &str) -> Option<Time> {
    let text = if text.find(':') == Some(1) { format!("0{text}") } else { text.to_owned() };
    // Jiff reads `16` and `T16` too, which people do not write for a time.
    if text.len() < "16:00".len() || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn parsed<E: de::Error>(written: Written) -> Result<Time, E> {
    let text = match written {
        Written::Text(text) => text,
        Written::Toml(datetime) => datetime.to_string(),
    };
    parse(&text).ok_or_else(|| E::custom(format!("`{text}` is not a time; write it as 16:00")))
}

/// The time as it is written: minutes are as fine as any deadline goes.
fn shown(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, expected) in [("16:00", "16:00"), ("9:05", "09:05"), ("23:59:00", "23:59"), ("00:00", "00:00")] {
            assert_eq!(parse(text).map(shown).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "16", "T16:00", "4 p.m.", "24:00", "12:60", "2026-02-10"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
