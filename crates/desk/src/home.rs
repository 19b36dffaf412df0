//! What lies on the desk: the drafts with what is missing in them and when they are due, and search over everything.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::shelf::Shelf;

/// A draft on the desk.
pub type DraftId = i64;

/// A moment as RFC 3339 text in UTC: `2026-02-10T17:03:22Z`.
pub type Moment = String;

/// The part of the desk that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Home {
    /// Drafts, the soonest due first, then the last changed first.
    pub drafts: Vec<Card>,
    /// How many drafts there are in all.
    pub count: u32,
    /// Campaigns, the last used first.
    pub campaigns: Vec<CampaignCard>,
}

/// What is seen of a draft before it is opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Card {
    /// The draft.
    pub id: DraftId,
    /// What the letter is called: its subject, or the kind while it has none.
    pub title: String,
    /// The letter kind by its folder's name.
    pub kind: String,
    /// The letter kind as people call it.
    pub kind_name: String,
    /// To whom: the body, or the first addressee.
    pub to: String,
    /// The day of the meeting.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub due: Option<Date>,
    /// When it was last changed.
    pub changed: Moment,
    /// When it was last made into files.
    pub exported: Option<Moment>,
    /// How many required parts are missing.
    pub missing: u32,
    /// How many other findings are errors or warnings.
    pub doubts: u32,
}

/// A campaign as it is offered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CampaignCard {
    /// The campaign.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// How many asks it has.
    pub asks: u32,
    /// The kind of letter that it was made for.
    pub kind: String,
}

/// Something that a search found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Hit {
    /// Where it lies; none for a draft.
    pub shelf: Option<Shelf>,
    /// Its number there.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// The words around what was found, as pieces; every second piece, from the second on, is what was found.
    pub excerpt: Vec<String>,
}
