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
    pub fn open_draft(&self, draft: DraftId) -> Result<Opened, Error> {
        Err(pending())
    }
    pub fn edit(&self, changes: &[Change]) -> Result<View, Error> {
        Err(pending())
    }
    pub fn keep(&self) -> Result<Kept, Error> {
        Err(pending())
    }
    pub fn close_draft(&self) -> Result<(), Error> {
        Ok(())
    }
    pub fn plain_text(&self) -> Result<String, Error> {
        Err(pending())
    }
    pub fn versions(&self) -> Result<Vec<Version>, Error> {
        Err(pending())
    }
    pub fn version(&self, version: i64) -> Result<Opened, Error> {
        Err(pending())
    }
    pub fn leave_version(&self) -> Result<View, Error> {
        Err(pending())
    }
    pub fn restore(&self, version: i64) -> Result<Opened, Error> {
        Err(pending())
    }
    pub fn shelf(&self, shelf: Shelf, words: &str, from: u32, count: u32) -> Result<Entries, Error> {
        Err(pending())
    }
    pub fn lay(&self, entry: &Entry) -> Result<Entry, Error> {
        Err(pending())
    }
    pub fn take(&self, shelf: Shelf, id: i64) -> Result<(), Error> {
        Err(pending())
    }
    pub fn put_back(&self, shelf: Shelf, id: i64) -> Result<(), Error> {
        Err(pending())
    }
    pub fn add_picture(&self, file_name: &str, bytes: &[u8]) -> Result<AddedPicture, Error> {
        Err(pending())
    }
    pub fn lift_white(&self, picture: &str) -> Result<AddedPicture, Error> {
        Err(pending())
    }
    pub fn picture(&self, name: &str) -> Option<(Vec<u8>, &'static str)> {
        None
    }
    pub fn page_picture(&self, number: u32) -> Option<(Vec<u8>, &'static str)> {
        None
    }
    pub fn face(&self, number: u16) -> Option<Vec<u8>> {
        None
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
    pub(crate) fn keep_if_open(&self, draft: DraftId) -> Result<(), Error> {
        Ok(())
    }
    pub(crate) fn close_if_open(&self, draft: DraftId) -> Result<(), Error> {
        Ok(())
    }
    pub(crate) fn settle(&self) -> Result<(), Error> {
        Ok(())
    }
    pub(crate) fn settle_draft(&self, draft: DraftId) -> Result<(), Error> {
        Ok(())
    }
}

pub fn rich(markup: &str) -> Vec<letter::markup::rich::RichBlock> {
    Vec::new()
}
pub fn pasted(html: &str, text: &str) -> Vec<letter::markup::rich::RichBlock> {
    Vec::new()
}
