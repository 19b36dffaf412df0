//! What the desk could not do: a message and a hint for people, a code for programs.

use std::io;
use std::path::Path;

/// What sort of thing went wrong, as far as a front end acts on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The draft, or a picture it names, cannot be used; the person changes it.
    Draft,
    /// The files cannot be put where they were to go; the person chooses another place.
    Place,
    /// The program could not make a file; the person reports it.
    Program,
    /// What was asked for is no longer on the desk; the list it was chosen from is shown anew.
    Gone,
    /// The desk could not keep a change; the window holds it and tries again.
    Unkept,
    /// Another copy of the program has the desk open.
    Busy,
    /// A newer version of the program wrote the desk; nothing was touched.
    Newer,
    /// The person stopped it, and nothing was changed; that is no fault.
    Stopped,
    /// The desk is damaged; it was set aside, and a backup can be opened instead.
    Damaged,
}

/// Something that could not be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[error("{message}")]
pub struct Error {
    /// For programs.
    pub code: Code,
    /// What went wrong, in lower case without a full stop, naming the thing.
    pub message: String,
    /// What to do next, as a full sentence.
    pub hint: String,
}

impl Error {
    pub(crate) fn new(code: Code, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into() }
    }

    /// A file that was to be read and could not be.
    pub(crate) fn unread(what: &str, path: &Path, error: &io::Error) -> Self {
        let shown = shown(path);
        let (message, hint) = match error.kind() {
            io::ErrorKind::NotFound => {
                (format!("there is no {what} `{shown}`"), "Check the name and the folder.".to_owned())
            }
            io::ErrorKind::PermissionDenied => (
                format!("the {what} `{shown}` may not be read"),
                "Ask its owner for leave, or copy it to a folder of yours.".to_owned(),
            ),
            _ => (
                format!("the {what} `{shown}` cannot be read: {}", reason(error)),
                "Check that the disk is well.".to_owned(),
            ),
        };
        Self::new(Code::Draft, message, hint)
    }

    /// A file that was to be put in place and could not be.
    pub(crate) fn unplaced(path: &Path, error: &io::Error) -> Self {
        let chosen = "Choose another folder, or check that this one may be written to. What was there is untouched.";
        let (reason, hint) = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => (
                "the disk is full".to_owned(),
                "Make room or choose another folder. What was there before is untouched.",
            ),
            io::ErrorKind::PermissionDenied => ("you have no leave to write there".to_owned(), chosen),
            io::ErrorKind::ReadOnlyFilesystem => ("the disk can only be read".to_owned(), chosen),
            io::ErrorKind::NotFound => ("its folder is not there any more".to_owned(), chosen),
            _ => (reason(error), chosen),
        };
        Self::new(Code::Place, format!("`{}` cannot be written: {reason}", shown(path)), hint)
    }
}

/// What the system says of it, without the number that it has there.
pub fn reason(error: &io::Error) -> String {
    let said = error.to_string();
    let said = said.split(" (os error").next().unwrap_or_default();
    let mut letters = said.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A path as it can be printed: on one line, and without anything that moves a terminal's cursor.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
