//! The live letter handed over to files: what the window may know of it are names, never paths.
//!
//! The place comes from a dialog of the system, on the Rust side; what a name must be so that every system takes it is
//! decided here. Files appear whole or not at all.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use letter::file_name::file_name;
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};
use crate::export::{Format, Written};
use crate::live::Live;
use crate::place::place;

/// The longest file name that every system takes, in bytes; the names of files on their way are longer by a little.
const LONGEST_NAME: usize = 200;
/// Endings that a person may have written for a letter; the right one stands instead.
const ENDINGS: [&str; 10] = ["pdf", "docx", "doc", "txt", "rtf", "odt", "text", "lectern", "eml", "ics"];
/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];
/// What folders with files to print are called.
const PRINT_FOLDER: &str = "lectern-print-";
/// For so long a file to print may be open in a viewer.
const PRINT_KEPT: Duration = Duration::from_secs(24 * 60 * 60);

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

impl Wanted {
    fn formats(self) -> &'static [Format] {
        match self {
            Self::Pdf => &[Format::Pdf],
            Self::Word => &[Format::Docx],
            Self::Text => &[Format::Text { wrap: None }],
            Self::All => &[Format::Pdf, Format::Docx, Format::Text { wrap: None }],
        }
    }

    /// The ending of the file that a dialog asks for; of all three the first.
    pub fn ending(self) -> &'static str {
        self.formats()[0].ending()
    }
}

/// The name that a dialog proposes for a letter's file.
pub(crate) fn export_name(live: &Live, wanted: Wanted) -> String {
    format!("{}.{}", file_name(live.draft()), wanted.ending())
}

/// Makes the files of a letter at the place that a dialog gave, and says where they are.
///
/// All three stand beside each other under one name. Only the file of which a dialog asked whether it may be replaced is
/// replaced; where any other would be, nothing is, and the name gets a number.
pub(crate) fn export(written: &Written, wanted: Wanted, path: &Path) -> Result<(Handed, Vec<PathBuf>), Error> {
    let made: Vec<(&str, Vec<u8>)> = wanted
        .formats()
        .iter()
        .map(|format| Ok((format.ending(), written.bytes(*format)?)))
        .collect::<Result<_, Error>>()?;
    let endings: Vec<&str> = made.iter().map(|(ending, _)| *ending).collect();
    let (folder, names) = names(path, &endings)?;
    let files: Vec<(String, Vec<u8>)> = names.into_iter().zip(made).map(|(name, (_, bytes))| (name, bytes)).collect();
    let paths = place(&folder, &files)?;
    Ok((handed(&folder, &files), paths))
}

/// Puts one file of ours at the place that a dialog gave.
pub(crate) fn put(path: &Path, ending: &str, bytes: Vec<u8>) -> Result<Handed, Error> {
    let (folder, names) = names(path, &[ending])?;
    let files: Vec<(String, Vec<u8>)> = names.into_iter().map(|name| (name, bytes.clone())).collect();
    place(&folder, &files)?;
    Ok(handed(&folder, &files))
}

/// Makes a PDF of a letter that nobody else can read, to be opened in a viewer and printed.
pub(crate) fn printable(written: &Written, name: String, temporary: &Path) -> Result<PathBuf, Error> {
    self::temporary(name, written.bytes(Format::Pdf)?, temporary)
}

/// Makes a file that nobody else can read, to be opened in another program.
pub(crate) fn temporary(name: String, bytes: Vec<u8>, temporary: &Path) -> Result<PathBuf, Error> {
    sweep(temporary);
    let unplaced = |error| Error::unplaced(temporary, &error);
    let mut builder = tempfile::Builder::new();
    builder.prefix(PRINT_FOLDER);
    // Elsewhere the folder for temporary files is the person's own.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o700));
    }
    let folder = builder.tempdir_in(temporary).map_err(unplaced)?;
    let paths = place(folder.path(), &[(name, bytes)])?;
    let _ = folder.keep();
    paths.into_iter().next().ok_or_else(|| Error::new(Code::Program, "no file was made", "Please report this."))
}

/// Removes what was made for printing a day ago or earlier.
fn sweep(temporary: &Path) {
    let entries = std::fs::read_dir(temporary).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PRINT_FOLDER)) {
        let is_old = |made: SystemTime| SystemTime::now().duration_since(made).is_ok_and(|age| age > PRINT_KEPT);
        let about = entry.metadata();
        if about.is_ok_and(|about| about.is_dir() && about.modified().is_ok_and(is_old)) {
            // One that belongs to somebody else, or is open, stays; that is no reason not to print.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

pub(crate) fn handed(folder: &Path, files: &[(String, Vec<u8>)]) -> Handed {
    let folder = folder.file_name().unwrap_or(folder.as_os_str());
    Handed {
        files: files.iter().map(|(name, _)| name.clone()).collect(),
        folder: crate::error::shown(Path::new(folder)),
    }
}

/// The folder and the names of the files with these endings, of which the dialog asked for the first.
fn names(path: &Path, endings: &[&str]) -> Result<(PathBuf, Vec<String>), Error> {
    let chosen = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default().into_owned();
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    if chosen.is_empty() {
        return Err(Error::unplaced(path, &std::io::Error::other("it names no file")));
    }
    let stem = stem(&chosen);
    let with = |stem: &str| -> Vec<String> {
        let own = |ending: &str| {
            // A name that is right but for its case stays as it was written.
            let same = |(before, written): (&str, &str)| before == stem && written.eq_ignore_ascii_case(ending);
            chosen.rsplit_once('.').is_some_and(same)
        };
        endings.iter().map(|ending| if own(ending) { chosen.clone() } else { format!("{stem}.{ending}") }).collect()
    };
    let names = with(&stem);
    let is_taken = |names: &[String]| names.iter().any(|name| folder.join(name).exists());
    // A dialog asks about the name that it gave, and about no other.
    let unasked = if names.first() == Some(&chosen) { &names[1..] } else { &names[..] };
    if !is_taken(unasked) {
        return Ok((folder, names));
    }
    let free = (2..=9999).map(|number| with(&format!("{stem}-{number}"))).find(|names| !is_taken(names));
    let full = || Error::unplaced(path, &std::io::Error::other("every name like it is taken"));
    free.map(|names| (folder, names)).ok_or_else(full)
}

/// A name without the ending of a letter's file, as every system takes it.
fn stem(name: &str) -> String {
    let bare = match name.rsplit_once('.') {
        Some((stem, ending)) if ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)) => stem,
        _ => name,
    };
    let is_unfit = |c: char| c.is_control() || "<>:\"/\\|?*".contains(c);
    let plain: String = bare.chars().map(|c| if is_unfit(c) { '-' } else { c }).collect();
    let cut = plain.floor_char_boundary(LONGEST_NAME);
    // Windows drops spaces and full stops at the end of a name, and a full stop at the start hides it elsewhere.
    let trimmed = plain[..cut].trim_end_matches(['.', ' ']).trim_start_matches(' ');
    if trimmed.is_empty() {
        return "letter".to_owned();
    }
    let first = trimmed.split('.').next().unwrap_or(trimmed).trim_end().to_lowercase();
    let numbered = |port: &str| {
        first.strip_prefix(port).is_some_and(|number| {
            let mut chars = number.chars();
            matches!((chars.next(), chars.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
        })
    };
    if RESERVED.contains(&first.as_str()) || numbered("com") || numbered("lpt") {
        format!("letter-{trimmed}")
    } else {
        trimmed.to_owned()
    }
}

#[cfg(test)]
mod tests;
