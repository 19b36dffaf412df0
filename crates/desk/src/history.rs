//! The versions of a draft: what changed when. Restoring one adds a version and takes none away.

use serde::Serialize;

use crate::desk::Desk;
use crate::error::Error;
use crate::home::{DraftId, Moment};

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

/// The version that is being written to.
#[derive(Debug, Default)]
pub(crate) struct Sitting {
}
