//! The writers: pages to PDF, SVG, the screen and small pictures, letters to Word and text, messages and dates to what
//! mail and calendar programs open. Writers never import each other.

pub mod docx;
pub mod email;
pub mod ics;
pub mod pdf;
#[cfg(test)]
mod sample;
pub mod screen;
pub mod svg;
pub mod text;
pub mod thumbnail;

use jiff::civil::Date;

/// What the file says of itself. Nothing of the machine: the date is the letter's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The title of the document.
    pub title: String,
    /// Who wrote it: signer or organisation.
    pub author: String,
    /// What it is about, in a line.
    pub subject: String,
    /// BCP 47 tag.
    pub language: String,
    /// The letter's own date, which stands for the day of making.
    pub date: Option<Date>,
}

/// A file that could not be made. Nothing a user can type should lead here.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("the {format} file could not be made: {reason}")]
pub struct WriteError {
    /// `PDF`, `Word` or `email`.
    pub format: &'static str,
    /// What went wrong.
    pub reason: String,
}
