//! Signatures that wait for the live draft; nothing here is released.
#![allow(missing_docs, unused_variables)]

use std::path::{Path, PathBuf};

use crate::*;

pub(crate) fn pending() -> Error {
    Error::new(Code::Program, "this part is still being built", "Come back in an hour.")
}

impl Desk {
    pub fn kinds(&self) -> Vec<Kind> {
        let kinds = letter::template::built_in();
        let kind = |template: letter::template::Template| Kind {
            kind: template.kind.clone(),
            name: template.name.clone(),
            purpose: template.purpose.clone(),
            own: false,
            template: Some(template),
            fault: None,
        };
        kinds.into_iter().map(kind).collect()
    }
    pub fn own_kind(&self, from: &str) -> Result<Kind, Error> {
        Err(pending())
    }
    pub fn kinds_folder(&self) -> PathBuf {
        self.folder.path().join("kinds")
    }
    pub fn add_picture(&self, file_name: &str, bytes: &[u8]) -> Result<AddedPicture, Error> {
        Err(pending())
    }
    pub fn lift_white(&self, picture: &str) -> Result<AddedPicture, Error> {
        Err(pending())
    }
    pub fn kind_picture(&self, kind: &str) -> Option<String> {
        None
    }
    pub fn export_name(&self, wanted: Wanted) -> Result<String, Error> {
        Err(pending())
    }
    pub fn export(&self, wanted: Wanted, path: &Path) -> Result<(Handed, Vec<PathBuf>), Error> {
        Err(pending())
    }
    pub fn printable(&self) -> Result<PathBuf, Error> {
        Err(pending())
    }
    pub fn save_file(&self, path: &Path) -> Result<Handed, Error> {
        Err(pending())
    }
    pub fn bring_in(&self, path: &Path) -> Result<DraftId, Error> {
        Err(pending())
    }
}

pub fn rich(markup: &str) -> Vec<letter::markup::rich::RichBlock> {
    Vec::new()
}
