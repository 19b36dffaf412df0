//! Campaigns: what a comment is about, with the asks that a letter chooses from.

use letter::draft::{Addressee, Ask, Draft, Item, Reference};
use letter::template;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::{Code, Error};
use crate::home::DraftId;

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

impl Campaign {
    fn of(draft: Draft, name: &str) -> Self {
        Self {
            id: 0,
            name: name.to_owned(),
            kind: draft.kind,
            item: draft.item,
            asks: draft.asks,
            references: draft.references,
            addressees: draft.addressees,
        }
    }
}

impl Desk {
    /// Puts the sample campaign on the desk, once, and starts a letter for it with its asks still to choose.
    ///
    /// It is made of the worked sample of the first kind that asks.
    pub fn try_sample_campaign(&self) -> Result<DraftId, Error> {
        let has_asks = |kind: &&template::Template| kind.required.iter().any(|path| path == "asks");
        let kinds = template::built_in();
        let kind = kinds.iter().filter(has_asks).find(|kind| !kind.sample.is_empty()).ok_or_else(|| {
            Error::new(Code::Program, "no kind of letter has a sample with asks", "Please report this.")
        })?;
        let held = self.store().sample_campaign()?;
        let id = match held {
            Some(id) => id,
            None => {
                let sample = self.sample(&kind.kind)?;
                let name = format!("Sample: {}", sample.item.title);
                self.store().add_campaign(&Campaign::of(sample, &name), true, self.now())?
            }
        };
        self.start_draft(&kind.kind, Some(id))
    }

    /// Makes a campaign of a draft's item, asks, references and addressees.
    pub fn keep_campaign(&self, draft: DraftId, name: &str) -> Result<Campaign, Error> {
        self.keep_if_open(draft)?;
        let mut store = self.store();
        let (text, _) = store.draft(draft)?;
        let title = text.item.title.clone();
        let named = [name.trim(), title.trim(), "Campaign"].into_iter().find(|name| !name.is_empty());
        let campaign = Campaign::of(text, named.unwrap_or_default());
        let id = store.add_campaign(&campaign, false, self.now())?;
        Ok(Campaign { id, ..campaign })
    }

    /// Takes a campaign off the desk; letters that were begun with it stay as they are.
    pub fn remove_campaign(&self, campaign: i64) -> Result<(), Error> {
        self.store().remove_campaign(campaign, self.now())
    }
}
