//! Dates of a letter: read from a TOML date or from text, always written `YYYY-MM-DD`.
//!
//! There is no clock here; the day a letter bears is part of the draft. Dates in words are `language`'s.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de};

/// What a date may be written as: `2026-02-10` bare (a TOML date) or between quotation marks.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Toml(toml::value::Datetime),
}

/// Reads a date from either form.
pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    parsed(Written::deserialize(deserializer)?)
}

/// Reads a date that may be left out, or be nothing as JSON writes it.
pub fn read_some<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    Option::<Written>::deserialize(deserializer)?.map(parsed).transpose()
}

fn parsed<E: de::Error>(written: Written) -> Result<Date, E> {
    let text = match written {
        Written::Text(text) => text,
        Written::Toml(datetime) => datetime.to_string(),
    };
    text.parse().map_err(|_| E::custom(format!("`{text}` is not a date; write it as 2026-02-10")))
}
