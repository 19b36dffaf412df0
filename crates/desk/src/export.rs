//! An open draft in, its files in place and what preflight says of it out.
//!
//! Everything is made in memory before anything is written, so that a fault leaves the folder as it was.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use letter::compose::{compose, meta};
use letter::draft_file;
use letter::file_name::file_name;
use letter::fill::furniture;
use letter::finding::Finding;
use letter::layout::font::Fonts;
use letter::layout::layout;
use letter::layout::page::Pages;
use letter::letter::Letter;
use letter::preflight::{Known, preflight};
use letter::style::Style;
use letter::template;
use letter::write::docx::docx;
use letter::write::pdf::pdf;
use letter::write::text::{TextRules, text};
use letter::write::{Meta, WriteError};

use crate::beside;
use crate::error::{Code, Error};
use crate::open::{OpenDraft, open_draft, pictures_of};
use crate::place;
use crate::system_fonts::Faces;

/// A file that a letter can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PDF.
    Pdf,
    /// Word.
    Docx,
    /// Plain text, with lines of at most this many columns; without a number each paragraph is one line.
    Text {
        /// The greatest number of columns.
        wrap: Option<usize>,
    },
}

impl Format {
    /// The ending of its file name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Text { .. } => "txt",
        }
    }
}

/// What an export came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Exported {
    /// The files, in the order of the formats asked for.
    pub files: Vec<PathBuf>,
    /// What preflight says.
    pub findings: Vec<Finding>,
}

/// Says what preflight finds in a draft at a moment; without one, nothing that depends on the day it is.
pub fn check(open: &OpenDraft, now: Option<Timestamp>) -> Result<Vec<Finding>, Error> {
    Ok(finish(open, &known(open, now))?.1)
}

/// Makes a draft's files and puts them into a folder, under names that say what the letter is.
pub fn export(open: &OpenDraft, formats: &[Format], folder: &Path, now: Option<Timestamp>) -> Result<Exported, Error> {
    let (written, findings) = finish(open, &known(open, now))?;
    let name = file_name(&open.file.draft);
    let files = formats
        .iter()
        .map(|format| Ok((format!("{name}.{}", format.ending()), written.bytes(*format)?)))
        .collect::<Result<Vec<_>, Error>>()?;
    Ok(Exported { files: place::place(folder, &files)?, findings })
}

/// Puts the worked sample of the first kind into a folder as a draft of one's own, with all its files beside it.
///
/// A draft that is there already is the person's work: it is kept, and the files are made from it.
pub fn demo(folder: &Path) -> Result<(OpenDraft, Exported), Error> {
    let draft = folder.join("draft.toml");
    if !draft.exists() {
        place::place(folder, &sample_files()?)?;
    }
    let open = open_draft(&draft)?;
    let exported = export(&open, &[Format::Pdf, Format::Docx, Format::Text { wrap: None }], folder, None)?;
    Ok((open, exported))
}

/// The sample's draft and the pictures that it names.
fn sample_files() -> Result<Vec<(String, Vec<u8>)>, Error> {
    let unfit = |reason: String| Error::new(Code::Program, reason, "Please report this.");
    let kind = template::built_in()
        .into_iter()
        .find(|kind| !kind.sample.is_empty())
        .ok_or_else(|| unfit("no kind of letter has a sample".to_owned()))?;
    let sample = draft_file::read(&kind.sample)
        .map_err(|error| unfit(format!("the sample of `{}`, line {}: {error}", kind.kind, error.line)))?;
    let mut files = vec![("draft.toml".to_owned(), kind.sample.clone().into_bytes())];
    files.extend(pictures_of(&sample.draft).filter_map(|(_, name)| {
        let bytes = template::built_in_file(&kind.kind, name)?;
        Some((name.clone(), bytes.to_vec()))
    }));
    Ok(files)
}

/// What is known beside a draft that names its portal itself, if any.
fn known(open: &OpenDraft, now: Option<Timestamp>) -> Known {
    beside::of_file(now, letter::portal::built_in_portal(&open.file.draft.portal))
}

/// Takes a draft through every stage before the writers, with what preflight says.
pub(crate) fn finish(open: &OpenDraft, known: &Known) -> Result<(Written, Vec<Finding>), Error> {
    let (template, draft) = (&open.template, &open.file.draft);
    let (letter, mut findings) = compose(template, draft, &open.pictures)
        .map_err(|error| Error::new(Code::Program, error.to_string(), "Please report this with your draft."))?;
    let fonts = Faces::default().with(draft_file::to_toml(draft).chars());
    let style = Style::of(&furniture(template, draft));
    let pages = layout(&letter, &style, &fonts);
    findings.extend(preflight(template, draft, &letter, &pages, known));
    let about = meta(draft, &letter);
    Ok((Written { letter, style, pages, fonts, about }, findings))
}

/// A letter as the writers take it: a copy of its own, so that nobody waits for them.
pub(crate) struct Written {
    pub(crate) letter: Letter,
    pub(crate) style: Style,
    pub(crate) pages: Pages,
    pub(crate) fonts: Arc<Fonts>,
    pub(crate) about: Meta,
}

impl Written {
    /// The bytes of a file.
    pub(crate) fn bytes(&self, format: Format) -> Result<Vec<u8>, Error> {
        let unwritten = |error: WriteError| {
            Error::new(Code::Program, error.to_string(), "Your draft is safe. Please report this with your draft.")
        };
        match format {
            Format::Pdf => pdf(&self.pages, &self.fonts, &self.about).map_err(unwritten),
            Format::Docx => docx(&self.letter, &self.style, &self.about).map_err(unwritten),
            Format::Text { wrap } => Ok(text(&self.letter, &TextRules { wrap }).into_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_draft_of_any_kind_opens_and_its_blanks_are_found() {
        let home = tempfile::tempdir().unwrap();
        for kind in template::built_in() {
            let draft = home.path().join("draft.toml");
            let text = draft_file::skeleton(&kind);
            std::fs::write(&draft, &text).unwrap();
            let open = open_draft(&draft).unwrap_or_else(|error| panic!("{}: {error}", kind.kind));
            let findings = check(&open, None).unwrap();
            let is_blank = |line: &str| !line.starts_with('#') && line.contains("\"[");
            for (line, number) in text.lines().zip(1..).filter(|(line, _)| is_blank(line)) {
                let found = |finding: &Finding| {
                    finding.check == "placeholder" && open.file.line(&finding.place.path) == Some(number)
                };
                assert!(findings.iter().any(found), "{}: {line}", kind.kind);
            }
        }
    }

    #[test]
    fn letters_in_other_scripts_take_faces_of_this_computer_and_never_fail() {
        let home = tempfile::tempdir().unwrap();
        let (mut open, _) = demo(home.path()).unwrap();
        open.file.draft.signers[0].name = "中村 ひろし \u{10ffff}".to_owned();
        let exported =
            export(&open, &[Format::Pdf, Format::Docx, Format::Text { wrap: Some(60) }], home.path(), None).unwrap();
        assert!(std::fs::read(&exported.files[0]).unwrap().starts_with(b"%PDF-"));
        assert!(std::fs::read_to_string(&exported.files[2]).unwrap().contains("中村 ひろし"));
    }

    #[test]
    fn a_demonstration_keeps_the_draft_that_is_there() {
        let home = tempfile::tempdir().unwrap();
        let (open, _) = demo(home.path()).unwrap();
        let edited = std::fs::read_to_string(&open.path).unwrap().replace("Moiz Mir", "Mai Vang");
        std::fs::write(&open.path, &edited).unwrap();
        let (_, again) = demo(home.path()).unwrap();
        assert_eq!(std::fs::read_to_string(&open.path).unwrap(), edited);
        assert!(std::fs::read_to_string(&again.files[2]).unwrap().contains("Mai Vang"));
    }

    #[test]
    fn the_same_draft_gives_the_same_bytes() {
        let home = tempfile::tempdir().unwrap();
        let (open, first) = demo(&home.path().join("first")).unwrap();
        let again =
            export(&open, &[Format::Pdf, Format::Docx, Format::Text { wrap: None }], &home.path().join("again"), None);
        for (one, other) in first.files.iter().zip(again.unwrap().files) {
            assert!(std::fs::read(one).unwrap() == std::fs::read(&other).unwrap(), "{}", other.display());
        }
    }
}
