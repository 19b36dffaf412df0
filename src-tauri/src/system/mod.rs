//! The system's own dialogs, programs and clipboard, asked from here and never by the page.
//!
//! A path that a person chose comes in here and goes to the desk; the page sees only names. In the tests that drive the
//! window, `scripted` answers in the place of a person.

#[cfg(not(feature = "e2e"))]
mod asked;
#[cfg(feature = "e2e")]
mod scripted;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use desk::{Code, Error, Settings, Wanted};
use letter::picture::MOST_BYTES;
use serde::Deserialize;
use tauri::{AppHandle, WebviewWindow};
use tauri_plugin_clipboard_manager::ClipboardExt;

#[cfg(not(feature = "e2e"))]
use asked as person;
#[cfg(feature = "e2e")]
use scripted as person;

pub use person::{choose, close_anyway, folder, save};

/// A sort of file that a dialog offers.
#[derive(Clone, Copy, Debug)]
pub struct Sort {
    /// The title of the dialog.
    pub title: &'static str,
    /// What people call such files.
    pub name: &'static str,
    /// The endings of their names.
    pub endings: &'static [&'static str],
}

/// Drafts that are brought in.
pub const DRAFTS: Sort = Sort { title: "Open a letter", name: "Lectern letters", endings: &["lectern", "toml"] };
/// A draft that is saved.
pub const DRAFT: Sort = Sort { title: "Save the letter as a file", name: "Lectern letter", endings: &["lectern"] };
/// A message to a clerk.
pub const MESSAGE: Sort = Sort { title: "Save the message", name: "E-mail draft", endings: &["eml"] };
/// Dates for a calendar.
pub const CALENDAR: Sort = Sort { title: "Save the dates", name: "Calendar file", endings: &["ics"] };
/// A backup of the whole desk.
pub const BACKUPS: Sort = Sort { title: "Backup of the desk", name: "Lectern backups", endings: &["lectern-backup"] };

/// What a picture is wanted for.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PictureUse {
    /// The logo of a letterhead.
    Logo,
    /// A signature.
    Signature,
    /// A picture of a confirmation.
    Receipt,
}

impl From<PictureUse> for Sort {
    fn from(wanted: PictureUse) -> Self {
        let title = match wanted {
            PictureUse::Logo => "Choose a logo",
            PictureUse::Signature => "Choose a picture of a signature",
            PictureUse::Receipt => "Choose a picture of the confirmation",
        };
        Self { title, name: "Pictures", endings: &["png", "jpg", "jpeg", "svg"] }
    }
}

impl From<Wanted> for Sort {
    fn from(wanted: Wanted) -> Self {
        let (name, endings): (_, &[_]) = match wanted {
            Wanted::Pdf => ("PDF", &["pdf"]),
            Wanted::Word => ("Word", &["docx"]),
            Wanted::Text => ("Plain text", &["txt"]),
            Wanted::All => ("PDF, with Word and plain text beside it", &["pdf"]),
        };
        Self { title: "Export the letter", name, endings }
    }
}

/// What a draft's file is called, after the PDF of the same letter.
pub fn draft_name(pdf: &str) -> String {
    Path::new(pdf).with_extension("lectern").to_string_lossy().into_owned()
}

/// What a backup of today is called.
pub fn backup_name() -> String {
    format!("lectern-{}.lectern-backup", jiff::Zoned::now().date())
}

/// A picture's name and its bytes; one byte more than a picture may have is enough to refuse it.
pub fn read(path: &Path) -> Result<(String, Vec<u8>), Error> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok((name, bytes)),
        Err(error) => Err(Error {
            code: Code::Place,
            message: format!("the picture `{name}` cannot be read: {error}"),
            hint: "Your letter is as it was. Copy the picture to a folder of yours and choose it there.".to_owned(),
        }),
    }
}

/// Opens a file or a folder of ours with the system's program for it.
pub fn open(path: &Path) -> Result<(), Error> {
    person::open(path).map_err(|reason| unopened(path, &reason))
}

/// Opens the page of a portal in the browser.
pub fn browse(url: &str) -> Result<(), Error> {
    person::browse(url).map_err(|reason| Error {
        code: Code::Place,
        message: format!("`{url}` cannot be opened: {reason}"),
        hint: "Copy the address and paste it into your browser.".to_owned(),
    })
}

/// Shows a file of ours in the file manager.
pub fn show(path: &Path) -> Result<(), Error> {
    person::show(path).map_err(|reason| unopened(path, &reason))
}

/// Puts text on the clipboard.
pub fn copy(app: &AppHandle, text: String) -> Result<(), Error> {
    app.clipboard().write_text(text).map_err(|error| Error {
        code: Code::Place,
        message: format!("the text cannot be put on the clipboard: {error}"),
        hint: "Your letter is safe. Mark the text in the plain-text tab and copy it from there.".to_owned(),
    })
}

/// Underlines misspelt words as the settings say, where that is ours to switch; elsewhere the system does as it is set.
pub fn spell(app: &AppHandle, settings: &Settings) {
    #[cfg(target_os = "linux")]
    crate::linux::spell(app, settings);
    #[cfg(not(target_os = "linux"))]
    let _ = (app, settings);
}

fn unopened(path: &Path, reason: &str) -> Error {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Error {
        code: Code::Place,
        message: format!("`{name}` cannot be opened: {reason}"),
        hint: "It is where it was put. Open it from the file manager.".to_owned(),
    }
}

/// The window that dialogs belong to.
pub type Parent = WebviewWindow;
