//! The live letter handed over as files, and drafts brought in from files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::error::Error;
use crate::handed::{self, Handed, Wanted};
use crate::history::Cause;
use crate::home::DraftId;
use crate::lectern_file;
use crate::writing::none_open;

impl Desk {
    /// The name that a dialog proposes for the live letter's file.
    pub fn export_name(&self, wanted: Wanted) -> Result<String, Error> {
        Ok(handed::export_name(self.live().as_ref().ok_or_else(none_open)?, wanted))
    }

    /// Makes files of the live letter where a dialog said; the history says so.
    ///
    /// No lock is held while they are made and written, so that typing goes on beside a slow disk.
    pub fn export(&self, wanted: Wanted, path: &Path) -> Result<(Handed, Vec<PathBuf>), Error> {
        let (written, text) = self.kept_to_export()?;
        let exported = handed::export(&written, wanted, path)?;
        // The files are there, whether or not the desk can be written to now; the window goes on trying to keep.
        let _ = self.note_export(&text);
        Ok(exported)
    }

    /// Makes a PDF of the live letter that only this person can read, to be opened in a viewer and printed.
    pub fn printable(&self) -> Result<PathBuf, Error> {
        let (written, name) = {
            let live = self.live();
            let live = live.as_ref().ok_or_else(none_open)?;
            (live.written(), handed::export_name(live, Wanted::Pdf))
        };
        handed::printable(&written, name, &std::env::temp_dir())
    }

    /// Saves the live draft with its pictures as a `.lectern` file.
    pub fn save_file(&self, path: &Path) -> Result<Handed, Error> {
        let draft = self.live().as_ref().ok_or_else(none_open)?.draft().clone();
        let mut lost = None;
        let bytes = lectern_file::pack(&draft, &mut |name| {
            let found = self.store().picture(name);
            found.unwrap_or_else(|error| {
                lost = Some(error);
                None
            })
        })?;
        // A picture that is not there is left out and told by the letter; a desk that cannot be read is another thing.
        lost.map_or(Ok(()), Err)?;
        handed::put(path, lectern_file::ENDING, bytes)
    }

    /// Puts a `.lectern` file, or a `draft.toml` with the pictures beside it, on the desk as a new draft.
    pub fn bring_in(&self, path: &Path) -> Result<DraftId, Error> {
        let kinds = self.kinds();
        let usable = kinds.iter().filter(|kind| kind.template.is_some());
        let mut names: Vec<&str> = usable.map(|kind| kind.kind.as_str()).collect();
        // A letter that was saved as a file comes back, also when the folder of its kind is gone meanwhile.
        let kept = self.store().kinds().unwrap_or_default();
        names.extend(kept.iter().map(String::as_str));
        let mut brought = lectern_file::bring_in(path, &names)?;
        let mut pictures = BTreeMap::new();
        for (name, bytes) in &brought.pictures {
            // One that cannot be used leaves its place empty, and the letter says so; the words matter more.
            if let Ok(added) = self.add_picture(name, bytes) {
                pictures.insert(name.clone(), added.name);
            }
        }
        lectern_file::rename_pictures(&mut brought.draft, &pictures);
        self.lay_draft(brought.draft, None, Cause::BroughtIn)
    }
}
