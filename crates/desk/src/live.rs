//! The draft that is being written: changes in, the pages and findings that follow from them out.
//!
//! Only what changed is handed out: a page that is as it was is left out, and a mark that was sent before is named.

use letter::draft::Draft;
use letter::finding::Finding;
use letter::template::Template;
use letter::write::screen::Mark;
use serde::{Deserialize, Serialize};

use crate::campaign::Campaign;
use crate::home::DraftId;

/// A draft as it is opened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Opened {
    /// The draft.
    pub id: DraftId,
    /// What it says.
    pub draft: Draft,
    /// Its kind.
    pub template: Template,
    /// The campaign whose asks it chooses from.
    pub campaign: Option<Campaign>,
    /// The letter as it stands.
    pub view: View,
}

/// One change of the live draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Change {
    /// The path of what changes: `date`, `words.hook`, `asks[1].full`, `asks`, `letterhead`. The empty path is the
    /// whole draft.
    pub path: String,
    /// What stands there from now on, as JSON; `null` for nothing.
    #[cfg_attr(feature = "types", ts(type = "unknown"))]
    pub value: serde_json::Value,
}

/// The letter that follows from the live draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct View {
    /// Width and height of a sheet in points.
    pub size: (f32, f32),
    /// How many pages there are.
    pub count: u32,
    /// The pages that changed since the last view.
    pub pages: Vec<PageUpdate>,
    /// What preflight says, the gravest first.
    pub findings: Vec<Finding>,
    /// What the letter says where the draft leaves it to Lectern.
    pub built: Built,
}

/// A page that changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PageUpdate {
    /// Which page, from 0.
    pub index: u32,
    /// All its marks in painting order.
    pub marks: Vec<Placed>,
    /// Those of them that were never sent since the draft was opened.
    pub fresh: Vec<Mark>,
}

/// A mark where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Placed {
    /// The mark's id.
    pub id: u32,
    /// How far down the page its own zero stands, in points.
    pub y: f32,
}

/// What the letter says where the draft leaves it to Lectern: shown as what stands there until something is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Built {
    /// What the letter is called.
    pub title: String,
    /// The name of its files, without an ending.
    pub file_name: String,
    /// The date line.
    pub date_line: String,
    /// The subject line without its label.
    pub subject: String,
    /// The salutation line.
    pub salutation: String,
    /// The closing phrase.
    pub closing: String,
    /// The inside address of each addressee.
    pub addresses: Vec<Vec<String>>,
}

/// That the live draft is on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Kept {
    /// When it was kept.
    pub at: String,
}
