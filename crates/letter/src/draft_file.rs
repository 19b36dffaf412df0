//! `draft.toml` in, a [`Draft`] and the line of each of its fields out; and back again.
//!
//! Reading ([`read`]) knows what any draft may hold. What one kind of letter asks for is checked apart
//! ([`check_kind`], [`check_against`]), so that a window can show a half-written draft that a command refuses.
//! Nothing here opens files, and nothing judges the letter: that is `preflight`.

mod against;
mod lines;
mod nearest;
pub(crate) mod schema;
mod skeleton;
pub(crate) mod syntax;
pub(crate) mod write;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::draft::Draft;

pub use against::{check_against, check_kind, nearest_kind};
pub use skeleton::skeleton;
pub use write::to_toml;

/// The greatest size of a draft file in bytes; a long letter has some ten thousand.
pub const MOST_BYTES: usize = 4_000_000;

/// A draft as it was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftFile {
    /// What it says.
    pub draft: Draft,
    /// The line of each path: `date`, `words.hook`, `asks[1].full`, `addressees[0].persons[2].last`. The empty path
    /// has the last line.
    pub lines: BTreeMap<String, usize>,
}

/// A draft that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DraftError {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
    /// What is wrong, in lower case without a full stop.
    pub message: String,
    /// What to do, as a full sentence; empty where the message says it.
    pub hint: String,
}

impl DraftFile {
    /// The line of a path, or of the nearest thing around it that was written.
    pub fn line(&self, path: &str) -> Option<usize> {
        let mut path = path;
        loop {
            if path.is_empty() {
                return None;
            }
            if let Some(line) = self.lines.get(path) {
                return Some(*line);
            }
            path = path.rfind(['.', '[']).map_or("", |end| &path[..end]);
        }
    }

    fn error(&self, path: &str, message: String, hint: String) -> DraftError {
        let line = self.line(path).or_else(|| self.lines.get("").copied()).unwrap_or(1);
        DraftError { line, column: 1, message, hint }
    }
}

/// Reads a draft from its text.
pub fn read(text: &str) -> Result<DraftFile, DraftError> {
    if text.len() > MOST_BYTES {
        return Err(DraftError {
            line: 1,
            column: 1,
            message: format!("the file has {} bytes, and a draft has at most {MOST_BYTES}", text.len()),
            hint: "Check that this is a draft; pictures stay in files of their own beside it.".to_owned(),
        });
    }
    // Drafts saved on Windows end their lines in two characters; within a text only the line break is meant.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let table = syntax::parse(&text)?;
    let lines = schema::check(&text, table.get_ref())?;
    let draft = Draft::deserialize(toml::de::Deserializer::from(table))
        .map_err(|error| syntax::at(&text, error.span().unwrap_or(0..0), error.message().to_owned(), String::new()))?;
    Ok(DraftFile { draft, lines })
}

#[cfg(test)]
mod tests;
