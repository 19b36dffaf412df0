//! What lies on the desk: the drafts with what is missing in them and when they are due, and search over everything.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::Error;
use crate::shelf::Shelf;

/// A draft on the desk.
pub type DraftId = i64;

/// A moment as RFC 3339 text in UTC: `2026-02-10T17:03:22Z`.
pub type Moment = String;

/// The part of the desk that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Home {
    /// Drafts: those with a meeting ahead, the soonest first, then the others, the last changed first.
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
    /// When its channel closes.
    pub closing: Option<Closing>,
    /// When it was last changed.
    pub changed: Moment,
    /// When it was last made into files.
    pub exported: Option<Moment>,
    /// When it was last handed in.
    pub submitted: Option<Moment>,
    /// How many required parts are missing.
    pub missing: u32,
    /// How many other findings are errors or warnings.
    pub doubts: u32,
}

/// When a channel closes, as it is told now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Closing {
    /// The moment, with the time zone of the body.
    pub moment: String,
    /// How long is left: `closes in 3 h`.
    pub left: String,
    /// The day and the time, in both zones where they differ.
    pub at: String,
    /// It is behind.
    pub is_past: bool,
    /// It is less than a day ahead.
    pub is_soon: bool,
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

impl Desk {
    /// Part of the drafts, and the campaigns.
    pub fn home(&self, from: u32, count: u32) -> Result<Home, Error> {
        let today = self.today();
        let (mut drafts, count, campaigns) = {
            let store = self.store();
            (store.cards(today, from, count)?, store.count_drafts()?, store.campaigns()?)
        };
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let now = self.now();
        for card in &mut drafts {
            card.closing = card.closing.take().and_then(|closing| closing.told(now));
            let name = names.entry(card.kind.clone()).or_insert_with(|| self.kind_name(&card.kind));
            card.kind_name.clone_from(name);
        }
        Ok(Home { drafts, count, campaigns })
    }

    /// Searches drafts and shelves for words; the last word may be unfinished.
    pub fn search(&self, words: &str) -> Result<Vec<Hit>, Error> {
        self.settle();
        self.store().search(words, MOST_HITS)
    }
}

/// The most that a search finds.
const MOST_HITS: u32 = 60;
