//! A draft as one file: a `.lectern` file in, a draft with its pictures out, and back again.
//!
//! The file is a zip archive: `lectern.toml` says the version of the format and what the file holds, `draft.toml` is
//! the draft, `pictures/` holds what it names. It carries no letter kind: a kind is a program, and a file from a
//! stranger is data. Nothing is unpacked to the disk, entries are looked for by name, and each is read to a limit of
//! its own, whatever the archive says of its size.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::{Component, Path, PathBuf};

use letter::draft::Draft;
use letter::draft_file;
use letter::picture;
use serde::Deserialize;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::error::{Code, Error, shown};
use crate::file;
use crate::open::pictures_of;

/// The ending of its name.
pub(crate) const ENDING: &str = "lectern";
/// The version that this program writes; it reads this one and those before it.
const FORMAT: i64 = 1;
/// The greatest size of the file in bytes.
pub(crate) const MOST_BYTES: usize = 100_000_000;
/// The most pictures that are taken out of one, and what they may come to together.
const MOST_PICTURES: usize = 400;
const MOST_PICTURE_BYTES: usize = 100_000_000;

const ABOUT: &str = "lectern.toml";
const DRAFT: &str = "draft.toml";
const PICTURES: &str = "pictures/";
const MOST_ABOUT: usize = 10_000;

/// What `lectern.toml` says. Later versions may say more.
#[derive(Deserialize)]
struct About {
    format: i64,
    kind: String,
}

/// The pieces of a draft: in an archive, or beside each other in a folder.
pub(crate) enum Pieces {
    /// A `.lectern` file.
    Packed(Box<ZipArchive<Cursor<Vec<u8>>>>),
    /// A bare `draft.toml` and its folder.
    Beside(Vec<u8>, PathBuf),
}

/// A draft that was brought in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Brought {
    /// What it says; its pictures have the names that the file gives them.
    pub(crate) draft: Draft,
    /// The pictures that could be had, by those names.
    pub(crate) pictures: BTreeMap<String, Vec<u8>>,
}

/// Writes a draft as a file. `picture` finds the bytes of a picture by its name; one that is lost is left out.
pub(crate) fn pack(draft: &Draft, picture: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Result<Vec<u8>, Error> {
    let text = draft_file::to_toml(draft);
    // Better a refusal now than a file that cannot be opened when it is needed.
    draft_file::read(&text).map_err(|error| {
        Error::new(Code::Draft, error.message, format!("{} Your draft is safe; no file was made.", error.hint))
    })?;
    let about = format!("# A draft of a letter, made with Lectern.\nformat = {FORMAT}\nkind = \"draft\"\n");
    let mut entries = vec![(ABOUT.to_owned(), about.into_bytes()), (DRAFT.to_owned(), text.into_bytes())];
    for (_, name) in pictures_of(draft) {
        let entry = format!("{PICTURES}{name}");
        if entries.iter().all(|(known, _)| *known != entry) && is_plain(name) {
            entries.extend(picture(name).map(|bytes| (entry, bytes)));
        }
    }
    zipped(&entries).map_err(|error| {
        let message = format!("the file could not be made: {error}");
        Error::new(Code::Program, message, "Your draft is safe. Please report this.")
    })
}

fn zipped(entries: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let is_text = name.ends_with(".toml") || name.ends_with(".svg");
        let method = if is_text { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        // No time, no user and no rights of this computer.
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        archive.start_file(name.as_str(), options.unix_permissions(0o644))?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Reads a `.lectern` file, or a bare `draft.toml` with the pictures beside it. `kinds` are the kinds there are.
pub(crate) fn bring_in(path: &Path, kinds: &[&str]) -> Result<Brought, Error> {
    let mut pieces = Pieces::open(path)?;
    let text = crate::open::text(path, pieces.draft(path)?)?;
    let at = |error| crate::open::at(path, &error);
    let file = draft_file::read(&text).map_err(at)?;
    draft_file::check_kind(&file, kinds).map_err(at).map_err(|error| Error {
        hint: format!(
            "{} A letter kind of somebody's own does not travel with a draft; ask for its folder and put it among yours.",
            error.hint
        ),
        ..error
    })?;
    let mut pictures = BTreeMap::new();
    let mut bytes = 0;
    for (_, name) in pictures_of(&file.draft).take(MOST_PICTURES) {
        if pictures.contains_key(name) || !pieces.holds(name) {
            continue;
        }
        // One that is not there leaves its place empty, and the letter says so; the words matter more.
        if let Ok(picture) = pieces.picture(path, name) {
            bytes += picture.len();
            if bytes > MOST_PICTURE_BYTES {
                let message = format!("the pictures of `{}` are larger than {MOST_PICTURE_BYTES} bytes", shown(path));
                return Err(Error::new(
                    Code::Draft,
                    message,
                    "Nothing was brought in. Ask for a file with smaller pictures.",
                ));
            }
            pictures.insert(name.clone(), picture);
        }
    }
    Ok(Brought { draft: file.draft, pictures })
}

/// Gives the pictures of a draft the names that the desk has for them; what has none keeps its own.
pub(crate) fn rename_pictures(draft: &mut Draft, names: &BTreeMap<String, String>) {
    let images = draft.signers.iter_mut().filter_map(|signer| signer.image.as_mut());
    let logo = draft.letterhead.as_mut().and_then(|letterhead| letterhead.logo.as_mut());
    for name in images.chain(logo) {
        if let Some(new) = names.get(name) {
            name.clone_from(new);
        }
    }
}

impl Pieces {
    /// Opens a file and looks what it is; the name does not matter.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let is_packed = |start: &[u8]| start == b"PK";
        let most = |start: &[u8]| if is_packed(start) { MOST_BYTES } else { draft_file::MOST_BYTES };
        let bytes = file::read_by("draft", path, most)?;
        if !bytes.get(..2).is_some_and(is_packed) {
            return Ok(Self::Beside(bytes, path.parent().unwrap_or(Path::new("")).to_owned()));
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(path, &error.to_string()))?;
        let about = entry(&mut archive, path, ABOUT, MOST_ABOUT)?;
        let about: Option<About> = String::from_utf8(about).ok().and_then(|text| toml::from_str(&text).ok());
        let about = about.ok_or_else(|| broken(path, "it does not say what it holds"))?;
        let refused = |what: String, hint: &str| {
            Err(Error::new(Code::Draft, format!("`{}` {what}", shown(path)), format!("{hint} Nothing was changed.")))
        };
        if about.format > FORMAT {
            let what = format!("was made with a newer Lectern (format {}; this one reads {FORMAT})", about.format);
            return refused(what, "Install the newest version of Lectern, and open the file again.");
        }
        match about.kind.as_str() {
            "draft" => Ok(Self::Packed(Box::new(archive))),
            "kit" => refused(
                "is a campaign kit and not a draft".to_owned(),
                "This version of Lectern opens drafts only; a newer one may open kits.",
            ),
            kind => {
                let kind: String = kind.chars().filter(|c| !c.is_control()).take(40).collect();
                refused(
                    format!("holds something that this version of Lectern does not know: `{kind}`"),
                    "Install the newest version of Lectern, and open the file again.",
                )
            }
        }
    }

    /// The text of the draft.
    pub(crate) fn draft(&mut self, path: &Path) -> Result<Vec<u8>, Error> {
        match self {
            Self::Packed(archive) => entry(archive, path, DRAFT, draft_file::MOST_BYTES),
            Self::Beside(bytes, _) => Ok(std::mem::take(bytes)),
        }
    }

    /// A picture that the draft names.
    pub(crate) fn picture(&mut self, path: &Path, name: &str) -> Result<Vec<u8>, Error> {
        match self {
            Self::Packed(archive) => entry(archive, path, &format!("{PICTURES}{name}"), picture::MOST_BYTES),
            Self::Beside(_, folder) => file::read("picture", &folder.join(name), picture::MOST_BYTES),
        }
    }

    /// The name leads to nothing but what came with the draft. A person who runs the command on a draft of their own may
    /// name any file; a draft that was sent may not.
    fn holds(&self, name: &str) -> bool {
        matches!(self, Self::Packed(_)) || is_beside(name)
    }
}

/// One entry of an archive, of at most this many bytes.
fn entry(archive: &mut ZipArchive<Cursor<Vec<u8>>>, path: &Path, name: &str, most: usize) -> Result<Vec<u8>, Error> {
    let mut file = archive.by_name(name).map_err(|error| match error {
        ZipError::FileNotFound => broken(path, &format!("there is no `{name}` in it")),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => broken(path, "it is locked with a password"),
        error => broken(path, &format!("`{name}` cannot be read: {error}")),
    })?;
    let mut bytes = Vec::new();
    // What an archive says of a size is not to be trusted; one byte more than allowed tells.
    let read = file.by_ref().take(most as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| broken(path, &format!("`{name}` cannot be read: {error}")))?;
    if bytes.len() > most {
        return Err(broken(path, &format!("`{name}` has more than {most} bytes")));
    }
    Ok(bytes)
}

fn broken(path: &Path, reason: &str) -> Error {
    let message = format!("`{}` is no whole Lectern file: {reason}", shown(path));
    Error::new(Code::Draft, message, "Ask for the file again, or save the draft anew. Nothing was changed.")
}

/// The name of a file and nothing of a way to it.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':']) && !name.contains(char::is_control)
}

/// The file lies in the draft's folder or in one within it.
fn is_beside(name: &str) -> bool {
    !name.is_empty()
        && Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

#[cfg(test)]
mod tests;
