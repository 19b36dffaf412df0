//! Campaigns: what a comment is about, with the asks that a letter chooses from.

use letter::draft::{Addressee, Ask, Item, Reference};
use serde::{Deserialize, Serialize};

/// A campaign.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default)]
pub struct Campaign {
    /// Its number on the desk.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// The kind of letter that it was made for.
    pub kind: String,
    /// The item it is about.
    pub item: Item,
    /// The asks to choose from.
    pub asks: Vec<Ask>,
    /// The references that the asks name.
    pub references: Vec<Reference>,
    /// To whom.
    pub addressees: Vec<Addressee>,
}
