//! Portals: how much a body's channel takes, in which form and until when, as a record that people can edit.
//!
//! The records under `portals/` are built into the program as dated examples, each with the source that it was read from;
//! a record from elsewhere is read from its text in the same way. A body changes its rules without telling anybody, so
//! a record says when it was last checked and how sure it is, and [`Portal::doubt`] says so where it is used. What nobody
//! found is left out, and stays unknown: no field has a default that claims something. Nothing here fits a text or
//! reckons a deadline.

mod file;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::count::Measure;
use crate::date;
use crate::deadline::Rule;
use crate::deadline::holidays::Calendar;
use crate::language;

pub use file::{read, to_toml};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/portals");

/// After so many days a record should be compared with the page again.
const FRESH_DAYS: i32 = 365;

/// One channel of one body, or of a vendor that many bodies use.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Portal {
    /// What drafts call it: `sacramento-city`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The body that it leads to; empty for a vendor's own rules.
    pub body: String,
    /// Who makes it: `Granicus`.
    pub vendor: String,
    /// What kind of channel it is.
    pub channel: ChannelKind,
    /// How much it takes.
    pub limit: Option<Limit>,
    /// What a line break counts, 1 or 2.
    pub line_break: Option<u32>,
    /// How long one may speak, in seconds.
    pub speaking_seconds: Option<u32>,
    /// It takes words without any formatting.
    pub plain_text: Option<bool>,
    /// What may be attached.
    pub attachments: Option<Attachments>,
    /// The positions it lets one choose from, in its own words and order; an empty list when it offers none.
    pub positions: Option<Vec<String>>,
    /// One person may send one comment for each item.
    pub one_per_item: Option<bool>,
    /// One must have an account.
    pub account_required: Option<bool>,
    /// One may stay unnamed.
    pub anonymous_ok: Option<bool>,
    /// It asks for a name.
    pub name_required: Option<bool>,
    /// It asks for an address.
    pub address_required: Option<bool>,
    /// It asks for the number of the item.
    pub item_required: Option<bool>,
    /// What is sent is published.
    pub published: Option<bool>,
    /// What is sent is read out at the meeting.
    pub read_aloud: Option<bool>,
    /// The IANA name of the body's time zone.
    pub time_zone: String,
    /// The free days that its business days are counted without; those of the person's settings when nobody knows.
    pub holidays: Option<Calendar>,
    /// Where e-mail goes.
    pub email: String,
    /// Where paper goes, line by line.
    pub postal: Vec<String>,
    /// The page.
    pub url: String,
    /// How many copies on paper one brings.
    pub copies: Option<u32>,
    /// What the page says beside all this, or what to know about it.
    pub notice: String,
    /// The day on which somebody last compared this with the page.
    #[serde(deserialize_with = "date::read_some")]
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub verified_on: Option<Date>,
    /// Where this was read.
    pub source: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it opens and closes.
    pub deadline: Vec<Rule>,
}

/// What kind of channel a portal is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// A form on a page.
    #[default]
    Form,
    /// E-mail.
    Email,
    /// Speaking at the meeting.
    Speech,
    /// Paper, by mail or by hand.
    Paper,
}

/// How much a portal takes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Limit {
    /// The greatest number.
    pub value: Option<u32>,
    /// Of what.
    pub unit: LimitUnit,
    /// The box stops at it; otherwise it is a rule that people keep.
    pub hard: Option<bool>,
}

/// What a limit counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LimitUnit {
    /// Characters.
    Characters,
    /// Words.
    Words,
    /// Nothing: there is no limit.
    None,
    /// There is one, or may be, and it was not found.
    #[default]
    Unknown,
}

/// What may be attached.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Attachments {
    /// Anything at all.
    pub allowed: Option<bool>,
    /// The most files.
    pub max_files: Option<u32>,
    /// The greatest size of each in megabytes.
    pub max_mb_each: Option<u32>,
    /// The endings of names it takes, without the point; empty when they are not known.
    pub types: Vec<String>,
}

/// How sure a record is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Hearsay, or old.
    #[default]
    Low,
    /// Read where others quote the body, or on an old page of the body.
    Medium,
    /// Read on the body's own page.
    High,
}

impl Portal {
    /// The most that it takes, where that is known.
    pub fn most(&self) -> Option<u32> {
        let limit = self.limit.as_ref()?;
        matches!(limit.unit, LimitUnit::Characters | LimitUnit::Words).then_some(limit.value)?
    }

    /// What its limit counts; characters where nothing is known, a line break as two unless it is known to be one.
    pub fn measure(&self) -> Measure {
        match self.limit.as_ref().map(|limit| limit.unit) {
            Some(LimitUnit::Words) => Measure::Words,
            _ => Measure::Characters { line_break: self.line_break.unwrap_or(2) },
        }
    }

    /// Why not to rely on this record on this day, as a sentence; empty when it is fresh and sure.
    pub fn doubt(&self, today: Date) -> String {
        let sure = self.confidence > Confidence::Low;
        let age = self.verified_on.map(|day| (today - day).get_days());
        match (self.verified_on, age, sure) {
            // A day of grace for whoever lives further east.
            (Some(_), Some(..-1), _) => {
                "The day on which these rules were read is still to come; compare them with what the page says."
                    .to_owned()
            }
            (Some(_), Some(age), true) if age <= FRESH_DAYS => String::new(),
            (Some(day), Some(age), sure) if age > FRESH_DAYS => {
                let also = if sure { "" } else { ", and from a source that may be wrong" };
                let day = language::words("en").long_date(day);
                format!(
                    "These rules were read on {day}, more than a year ago{also}; compare them with what the page says."
                )
            }
            (Some(_), ..) => {
                "These rules come from a source that may be wrong; compare them with what the page says.".to_owned()
            }
            (None, ..) => "Nobody noted when these rules were read; compare them with what the page says.".to_owned(),
        }
    }
}

/// The built-in records by name.
pub fn built_in() -> Vec<Portal> {
    let mut portals: Vec<Portal> = BUILT_IN.files().filter_map(|file| read(file.contents_utf8()?).ok()).collect();
    portals.sort_by(|a, b| a.name.cmp(&b.name));
    portals
}

/// The built-in record with this id.
pub fn built_in_portal(id: &str) -> Option<Portal> {
    read(BUILT_IN.get_file(format!("{id}.toml"))?.contents_utf8()?).ok()
}

#[cfg(test)]
mod tests;
