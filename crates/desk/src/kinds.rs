//! The letter kinds: the built-in ones and those that a person keeps in a folder on the desk.
//!
//! A kind of one's own is a folder with the same files as a built-in one: `template.toml`, `letter.tera`, and where it
//! has one `sample.toml` with its pictures. It is read anew each time it is asked for, and filled for trial, so that a
//! mistake is told with its file and line as soon as it is saved.

mod counted;
mod kept;
mod own;
mod picture;
mod trial;

use std::path::{Path, PathBuf};

use letter::draft_file;
use letter::template::{self, Template};
use serde::Serialize;

use crate::desk::Desk;
use crate::error::{Code, Error, shown};

use own::own_kind;
pub(crate) use own::sample_file;
pub(crate) use picture::KindPictures;

/// A letter kind as it is offered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Kind {
    /// The name of its folder, as drafts write it.
    pub kind: String,
    /// What people call it.
    pub name: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// It is the person's own.
    pub own: bool,
    /// The kind itself, unless it cannot be read.
    pub template: Option<Template>,
    /// Why it cannot be used.
    pub fault: Option<KindFault>,
}

/// A mistake in one of the person's own kinds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct KindFault {
    /// `template.toml` or `letter.tera`.
    pub file: String,
    /// The line, from 1; 0 when it is not known.
    pub line: u32,
    /// What is wrong, in lower case without a full stop.
    pub message: String,
    /// What to do, as a full sentence.
    pub hint: String,
}

/// All kinds: the built-in ones in their order, then the person's own by name.
pub(crate) fn all(folder: &Path) -> Vec<Kind> {
    let built_in = template::built_in().into_iter().map(|template| offered(template, false));
    let mut own: Vec<Kind> = own::names(folder)
        .into_iter()
        .map(|name| match own::read(folder, &name) {
            Ok(template) => offered(template, true),
            Err(fault) => Kind {
                name: shown(Path::new(&name)),
                kind: name,
                purpose: String::new(),
                own: true,
                template: None,
                fault: Some(fault),
            },
        })
        .collect();
    own.sort_by(|a, b| a.name.to_lowercase().cmp(&b.name.to_lowercase()).then_with(|| a.kind.cmp(&b.kind)));
    built_in.chain(own).collect()
}

/// The kind that a draft names, built in or the person's own.
pub(crate) fn kind(folder: &Path, name: &str) -> Result<Template, Error> {
    if let Some(template) = template::built_in_kind(name) {
        return Ok(template);
    }
    let name_shown = shown(Path::new(name));
    match own::read(folder, name) {
        Ok(template) => Ok(template),
        Err(_) if !own::exists(folder, name) => {
            let kinds: Vec<Template> = all(folder).into_iter().filter_map(|kind| kind.template).collect();
            Err(Error::new(
                Code::Draft,
                format!("the letter kind `{name_shown}` is no longer among your letter kinds"),
                format!(
                    "The draft is safe. Put the folder `{name_shown}` back among your letter kinds, and open the draft again. {}",
                    draft_file::nearest_kind(name, &kinds)
                ),
            ))
        }
        Err(fault) => Err(Error::new(
            Code::Draft,
            format!(
                "the letter kind `{name_shown}` cannot be used: {}, line {}: {}",
                fault.file, fault.line, fault.message
            ),
            format!("The draft is safe. {}", fault.hint),
        )),
    }
}

fn offered(template: Template, own: bool) -> Kind {
    Kind {
        kind: template.kind.clone(),
        name: template.name.clone(),
        purpose: template.purpose.clone(),
        own,
        template: Some(template),
        fault: None,
    }
}

impl Desk {
    /// All kinds: the built-in ones in their order, then the person's own.
    pub fn kinds(&self) -> Vec<Kind> {
        all(&self.folder.kinds())
    }

    /// Copies a kind into the person's own folder and returns the new kind.
    pub fn own_kind(&self, from: &str) -> Result<Kind, Error> {
        own_kind(&self.folder.kinds(), from)
    }

    /// The folder of the person's own kinds.
    pub fn kinds_folder(&self) -> PathBuf {
        let folder = self.folder.kinds();
        // Where it cannot be made, who shows it says so.
        let _ = std::fs::create_dir_all(&folder);
        folder
    }

    /// A picture of the first page of a kind's sample, as a PNG picture.
    pub fn kind_picture(&self, kind: &str) -> Option<Vec<u8>> {
        self.kind_pictures.of(&self.folder.kinds(), kind, &self.faces.fonts())
    }

    /// A letter kind by its name.
    pub(crate) fn template(&self, name: &str) -> Result<Template, Error> {
        kind(&self.folder.kinds(), name)
    }
}

#[cfg(test)]
mod tests;
