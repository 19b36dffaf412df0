//! The versions of a draft: what changed when. Restoring one adds a version and takes none away.

use letter::template::Template;
use serde::Serialize;

use crate::compare::{changed, word_count};
use crate::desk::Desk;
use crate::error::Error;
use crate::home::{DraftId, Moment};
use crate::live::{Opened, View};
use crate::store::{Text, moment};
use crate::writing::none_open;

/// One version of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Version {
    /// Its number on the desk.
    pub id: i64,
    /// When it was last written to.
    pub at: Moment,
    /// What changed against the version before, in words: `Ask 2`, `Salutation`.
    pub changed: Vec<String>,
    /// Why it was kept: `started`, `edited`, `restored`, `exported`, `brought in`.
    pub cause: Cause,
    /// How many words the letter has.
    pub words: u32,
}

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The draft was started.
    Started,
    /// It was edited.
    Edited,
    /// An older version was restored.
    Restored,
    /// It was made into files.
    Exported,
    /// It was brought in from a file.
    BroughtIn,
}

impl Version {
    /// A version as it is listed: with what changed against the one before.
    fn of(text: &Text, before: Option<&Text>, template: Option<&Template>) -> Self {
        let changed = before.map_or_else(Vec::new, |before| changed(template, &before.draft, &text.draft));
        Self { id: text.id, at: moment(text.at), changed, cause: text.cause, words: word_count(&text.draft) }
    }
}

impl Desk {
    /// The versions of the live draft, the newest first.
    pub fn versions(&self) -> Result<Vec<Version>, Error> {
        let id = self.kept_id()?;
        let texts = self.store().newest_versions(id, u32::MAX)?;
        let template = texts.first().map(|text| self.kind_of(&text.draft).0);
        let version = |(at, text)| Version::of(text, texts.get(at + 1), template.as_ref());
        Ok(texts.iter().enumerate().map(version).collect())
    }

    /// The live draft as it was, with all its pages; the live draft stays as it is.
    pub fn version(&self, version: i64) -> Result<Opened, Error> {
        let id = self.kept_id()?;
        let (text, campaign) = {
            let store = self.store();
            (store.version(id, version)?, store.draft(id)?.1)
        };
        let mut live = self.taken_up(id, text.draft)?;
        let campaign = campaign.map(|campaign| self.store().campaign(campaign)).transpose()?;
        let view = live.whole_view();
        let (draft, template) = (live.draft().clone(), live.template().clone());
        *self.looked_at() = Some(live);
        Ok(Opened { id, draft, template, campaign, view })
    }

    /// Ends looking at an older version: the view has all pages of the live draft again.
    pub fn leave_version(&self) -> Result<View, Error> {
        *self.looked_at() = None;
        Ok(self.live().as_mut().ok_or_else(none_open)?.whole_view())
    }

    /// Makes an older version the live draft; the newer ones stay in the history.
    pub fn restore(&self, version: i64) -> Result<Opened, Error> {
        let id = self.kept_id()?;
        let text = self.store().version(id, version)?;
        self.replace_live(id, text.draft)
    }

    /// The live draft, once all of it is in the history.
    fn kept_id(&self) -> Result<DraftId, Error> {
        let id = self.live_id().ok_or_else(none_open)?;
        self.keep(id).map(|_| id)
    }
}
