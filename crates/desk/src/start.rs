//! What the window learns when it opens: settings, what happened since last time, or why the desk cannot be opened.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::home::{DraftId, Moment};
use crate::settings::Settings;

/// The state of the desk when the window opens.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Start {
    /// The program's version.
    pub version: String,
    /// The settings; the defaults while there is trouble.
    pub settings: Settings,
    /// What happened that the person should know: what was recovered, what was set aside.
    pub notices: Vec<Notice>,
    /// A draft to show at once: brought in from a file that was opened with Lectern.
    pub open: Option<DraftId>,
    /// Why the desk cannot be opened; nothing else works until it is settled.
    pub trouble: Option<Trouble>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Notice {
    /// What happened, as a full sentence.
    pub message: String,
    /// What to do next, as a full sentence; may be empty.
    pub hint: String,
    /// The draft it is about.
    pub draft: Option<DraftId>,
}

/// Why a desk cannot be opened, and what it could be opened from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Trouble {
    /// What is wrong.
    pub error: Error,
    /// Good backups, the newest first.
    pub backups: Vec<Backup>,
    /// A desk could be started anew; what is there is set aside and not deleted.
    pub can_start_anew: bool,
}

/// A backup that was tried and found whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Backup {
    /// Its file name.
    pub name: String,
    /// When it was made.
    pub made: Moment,
    /// How many drafts are in it.
    pub drafts: u32,
}
