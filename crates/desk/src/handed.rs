//! What came of handing the letter over to files, as far as the window may know: names, never paths.

use serde::{Deserialize, Serialize};

/// A file that a letter can become, as the window asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    /// PDF.
    Pdf,
    /// Word.
    Word,
    /// Plain text.
    Text,
    /// All three.
    All,
}

/// Files that were put in place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Handed {
    /// The names of the files.
    pub files: Vec<String>,
    /// The name of their folder.
    pub folder: String,
}

/// A picture that was added to the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AddedPicture {
    /// The name by which drafts call it.
    pub name: String,
    /// What its file was called, as a first guess at what it shows.
    pub alt: String,
    /// Its width in pixels, or in its own units.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// How far a long piece of work has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Progress {
    /// What is being done, as a full sentence.
    pub doing: String,
    /// How much is done, of a thousand.
    pub done: u32,
}
