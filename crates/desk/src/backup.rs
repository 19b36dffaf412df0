//! Backups: rolling ones that nobody asks for, and the whole desk as one file where the person says.
//!
//! A backup is tried before it counts as one. Nothing here deletes a desk: what another takes the place of is set aside.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::desk::Desk;
use crate::error::{Code, Error, shown};
use crate::folder::Folder;
use crate::handed::{Handed, Progress};
use crate::start::{Backup, Notice, Start};
use crate::store;

/// How a moment is written in names of files, in UTC.
const STAMP: &str = "%Y%m%d-%H%M%S";
const BEFORE: &str = "lectern-";
const ENDING: &str = ".db";

/// A moment as part of a file's name.
pub(crate) fn stamp(now: Timestamp) -> String {
    now.strftime(STAMP).to_string()
}

/// The good backups of a desk, the newest first.
pub(crate) fn found(folder: &Folder) -> Vec<Backup> {
    let Ok(backups) = folder.backups() else { return Vec::new() };
    let tried = names(&backups).into_iter().filter_map(|(made, name)| {
        let drafts = store::drafts_in(&backups.join(&name)).ok()?;
        Some(Backup { name, made: store::moment(made.as_millisecond()), drafts })
    });
    tried.collect()
}

/// The files that bear the name of a backup, the newest first.
fn names(backups: &Path) -> Vec<(Timestamp, String)> {
    let files = fs::read_dir(backups).into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<(Timestamp, String)> = files
        .filter_map(|file| {
            let name = file.file_name().into_string().ok()?;
            let written = name.strip_prefix(BEFORE)?.strip_suffix(ENDING)?.get(..15)?;
            let made = DateTime::strptime(STAMP, written).ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp();
            Some((made, name))
        })
        .collect();
    names.sort();
    names.reverse();
    names
}

/// Puts a backup in the desk's place, which is set aside.
pub(crate) fn bring_back(folder: &Folder, backup: &str, now: Timestamp) -> Result<Notice, Error> {
    let backups = folder.backups()?;
    // Only a name that is listed is a name: no path leads anywhere else.
    let made = names(&backups).into_iter().find(|(_, name)| name == backup).map(|(made, _)| made);
    let made = made.ok_or_else(|| {
        Error::new(Code::Gone, format!("there is no backup `{}`", shown(Path::new(backup))), "Choose another one.")
    })?;
    let ready = folder.path().join(format!("{}restored{ENDING}", crate::folder::UNFINISHED));
    store::copy(&backups.join(backup), &ready, &mut |_| ControlFlow::Continue(()))?;
    let aside = folder.set_aside(&stamp(now))?;
    let database = folder.database();
    fs::rename(&ready, &database).map_err(|error| Error::unplaced(&database, &error))?;
    let day = made.to_zoned(TimeZone::system()).strftime("%H:%M on %B %-d, %Y").to_string();
    Ok(Notice {
        message: format!("The desk was opened from its backup of {day}."),
        hint: aside.map_or_else(String::new, |name| format!("The file before it was set aside as “{name}”.")),
        draft: None,
    })
}

impl Desk {
    pub(crate) fn back_up(&self) -> Result<(), Error> {
        Ok(())
    }

    /// Saves the whole desk as one file.
    pub fn save_backup(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Handed, Error> {
        let _ = (path, progress);
        Err(crate::pending::pending())
    }

    /// Replaces the whole desk by a backup; the desk as it was is kept as a backup of its own.
    pub fn restore_backup(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Start, Error> {
        let _ = (path, progress);
        Err(crate::pending::pending())
    }
}
