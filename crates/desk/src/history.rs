//! The versions of a draft: what changed when. Restoring one adds a version and takes none away.

use letter::template::Template;
use serde::Serialize;

use crate::compare::{changed, word_count};
use crate::desk::Desk;
use crate::error::Error;
use crate::home::{DraftId, Moment};
use crate::store::{Text, moment};

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
    /// The versions of a draft, the newest first.
    pub(crate) fn versions_of(&self, draft: DraftId) -> Result<Vec<Version>, Error> {
        let texts = self.store().newest_versions(draft, u32::MAX)?;
        let template = texts.first().and_then(|text| self.template(&text.draft.kind).ok());
        let version = |(at, text)| Version::of(text, texts.get(at + 1), template.as_ref());
        Ok(texts.iter().enumerate().map(version).collect())
    }
}
