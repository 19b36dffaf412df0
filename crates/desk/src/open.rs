//! The path of a draft in, the draft with its kind and its pictures out.
//!
//! A draft opened here is whole: its kind is known and has what it requires, and each picture it names was read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use letter::draft::Draft;
use letter::draft_file::{self, DraftError, DraftFile};
use letter::letter::Pictures;
use letter::picture::Picture;
use letter::template::{self, Template};

use crate::error::{Code, Error, shown};
use crate::lectern_file::Pieces;

/// A draft, ready to be made into a letter.
#[derive(Clone, Debug)]
pub struct OpenDraft {
    /// Where it was read from.
    pub path: PathBuf,
    /// What it says, with the line of each field.
    pub file: DraftFile,
    /// The kind of letter it is.
    pub template: Template,
    /// The pictures it names, by the names it gives them.
    pub pictures: Pictures,
}

/// Reads a draft and the pictures it names: a `.lectern` file, or a `draft.toml` with the pictures beside it.
pub fn open_draft(path: &Path) -> Result<OpenDraft, Error> {
    let mut pieces = Pieces::open(path)?;
    let text = text(path, pieces.draft(path)?)?;
    let at = |error: DraftError| at(path, &error);
    let file = draft_file::read(&text).map_err(at)?;
    let kinds = template::built_in();
    let names: Vec<&str> = kinds.iter().map(|kind| kind.kind.as_str()).collect();
    draft_file::check_kind(&file, &names).map_err(at)?;
    let template = kind(&file.draft.kind)?;
    draft_file::check_against(&file, &template).map_err(at)?;
    let pictures = pictures(path, &mut pieces, &file)?;
    Ok(OpenDraft { path: path.to_owned(), file, template, pictures })
}

/// The built-in kind of letter with this name.
pub fn kind(name: &str) -> Result<Template, Error> {
    let unknown = || {
        let hint = draft_file::nearest_kind(name, &template::built_in());
        Error::new(Code::Draft, format!("there is no letter kind `{}`", shown(Path::new(name))), hint)
    };
    template::built_in_kind(name).ok_or_else(unknown)
}

/// The text of a file; letters of the wrong encoding are named with their line.
pub(crate) fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Error::new(
            Code::Draft,
            format!("{}: the text is in UTF-16", shown(path)),
            "Save it again in UTF-8; Notepad asks for the encoding under Save as.",
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count();
        Error::new(
            Code::Draft,
            format!("{}:{line}: the text is not in UTF-8; byte {offset} is the first that is not", shown(path)),
            "Save it again in UTF-8.",
        )
    })
}

pub(crate) fn at(path: &Path, error: &DraftError) -> Error {
    let message = format!("{}:{}:{}: {}", shown(path), error.line, error.column, error.message);
    Error::new(Code::Draft, message, error.hint.clone())
}

/// The pictures that a draft names, each with the field that names it.
pub(crate) fn pictures_of(draft: &Draft) -> impl Iterator<Item = (String, &String)> {
    let logo = draft.letterhead.iter().filter_map(|head| head.logo.as_ref());
    let images = draft.signers.iter().enumerate();
    logo.map(|logo| ("letterhead.logo".to_owned(), logo))
        .chain(images.filter_map(|(index, signer)| Some((format!("signers[{index}].image"), signer.image.as_ref()?))))
}

/// The names of pictures in a draft, to be changed.
pub(crate) fn picture_names(draft: &mut Draft) -> impl Iterator<Item = &mut String> {
    let logo = draft.letterhead.iter_mut().filter_map(|head| head.logo.as_mut());
    logo.chain(draft.signers.iter_mut().filter_map(|signer| signer.image.as_mut()))
}

fn pictures(path: &Path, pieces: &mut Pieces, file: &DraftFile) -> Result<Pictures, Error> {
    let mut pictures = Pictures::new();
    for (field, name) in pictures_of(&file.draft) {
        let line = file.line(&field).unwrap_or(1);
        let at = |message: String| format!("{}:{line}: {message}", shown(path));
        if name.trim().is_empty() {
            let hint = "Write the name of a PNG, JPEG or SVG file, or take the line out.";
            return Err(Error::new(Code::Draft, at(format!("`{field}` names no file")), hint));
        }
        if pictures.contains_key(name) {
            continue;
        }
        let bytes = pieces.picture(path, name).map_err(|error| Error { message: at(error.message), ..error })?;
        let picture = Picture::read(name, &bytes).map_err(|error| {
            Error::new(Code::Draft, at(format!("`{}`: {}", shown(Path::new(name)), error.message)), error.hint)
        })?;
        pictures.insert(name.clone(), Arc::new(picture));
    }
    Ok(pictures)
}
