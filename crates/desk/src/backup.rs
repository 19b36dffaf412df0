//! Backups: rolling ones that nobody asks for, and the whole desk as one file where the person says.
//!
//! A backup is tried before it counts as one. Nothing here deletes a desk: what another takes the place of is set aside.

use std::ffi::OsStr;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::desk::Desk;
use crate::error::{Code, Error, shown};
use crate::folder::Folder;
use crate::handed::{Handed, Progress};
use crate::sitting::Sitting;
use crate::start::{Backup, Notice, Start};
use crate::store;

/// How a moment is written in names of files, in UTC.
const STAMP: &str = "%Y%m%d-%H%M%S";
const BEFORE: &str = "lectern-";
const ENDING: &str = ".db";
/// So many of the last backups stay.
const LAST: usize = 5;
/// On so many days before those, one stays.
const DAYS: usize = 7;
/// What the names of backups say that were made before a great change; nobody can make one again.
const BEFORE_CHANGE: &str = "-before-";
/// So long one that was made before a great change stays.
const CHANGE_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
/// While the desk is open, a backup is made no more often.
const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);

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
    let ready = folder.unfinished("restored.db");
    store::copy_backup(&backups.join(backup), &ready, &mut |_| ControlFlow::Continue(()))?;
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

/// Makes a rolling backup, and notes for the next start when it cannot be made.
fn roll_or_note(database: &Path, backups: Result<PathBuf, Error>, note: &Path, now: Timestamp) -> Result<(), Error> {
    let made = backups.and_then(|backups| roll(database, &backups, "", now));
    // A note that cannot be filled, as on a full disk, is still there; one that cannot be made or removed changes nothing.
    let _ = match &made {
        Err(error) => fs::write(note, &error.message),
        Ok(_) if note.exists() => fs::remove_file(note),
        Ok(_) => Ok(()),
    };
    made.map(drop)
}

/// What the next start tells of a rolling backup that could not be made.
pub(crate) fn unbacked(folder: &Folder) -> Option<Notice> {
    let reason = fs::read(folder.unbacked()).ok()?;
    let reason = String::from_utf8_lossy(&reason);
    let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
    Some(Notice {
        message: format!("The last backup of the desk could not be made{reason}."),
        hint: "Everything on the desk is here. Make room on the disk, or save a backup in another place from the settings; \
               Lectern tries again when it is closed."
            .to_owned(),
        draft: None,
    })
}

/// Makes a rolling backup, and lets go of those that it makes superfluous. `mark` is part of its name.
fn roll(folder: &Path, backups: &Path, mark: &str, now: Timestamp) -> Result<String, Error> {
    let named = |number: u32| match number {
        1 => format!("{BEFORE}{}{mark}{ENDING}", stamp(now)),
        _ => format!("{BEFORE}{}{mark}-{number}{ENDING}", stamp(now)),
    };
    let free = (1..).map(named).find(|name| !backups.join(name).exists()).unwrap_or_default();
    store::copy(folder, &backups.join(&free), &mut |_| ControlFlow::Continue(()))?;
    for (_, name) in superfluous(names(backups), now, &TimeZone::system()) {
        // One backup too many is no fault.
        let _ = fs::remove_file(backups.join(name));
    }
    Ok(free)
}

/// The backups that can go, of all from the newest on: the last few stay, then one for each day. Those before a great
/// change are no part of that, and go by their age alone.
fn superfluous(names: Vec<(Timestamp, String)>, now: Timestamp, zone: &TimeZone) -> Vec<(Timestamp, String)> {
    let day = |made: Timestamp| made.to_zoned(zone.clone()).date();
    let (marked, names): (Vec<_>, Vec<_>) = names.into_iter().partition(|(_, name)| name.contains(BEFORE_CHANGE));
    let mut days: Vec<Date> = names.iter().take(LAST).map(|(made, _)| day(*made)).collect();
    days.dedup();
    let last = days.len();
    let mut goes: Vec<_> = marked.into_iter().filter(|(made, _)| now.duration_since(*made) > CHANGE_KEPT).collect();
    for (made, name) in names.into_iter().skip(LAST) {
        if days.contains(&day(made)) || days.len() - last >= DAYS {
            goes.push((made, name));
        } else {
            days.push(day(made));
        }
    }
    goes
}

/// Copies made while the desk is open; the thread that makes one is waited for before the desk is closed.
#[derive(Default)]
pub(crate) struct Rolling {
    last: Option<Timestamp>,
    work: Option<JoinHandle<()>>,
}

impl Rolling {
    pub(crate) fn wait(&mut self) {
        if let Some(work) = self.work.take() {
            // A fault in it ends the whole program where it is released, and what was kept stays kept; elsewhere, as in
            // tests, the fault goes on from here.
            if let Err(fault) = work.join() {
                std::panic::resume_unwind(fault);
            }
        }
    }
}

impl Drop for Rolling {
    fn drop(&mut self) {
        self.wait();
    }
}

impl Desk {
    /// Makes a backup when something was written that none holds. That it cannot be made stands in nobody's way, and is
    /// told at the next start.
    pub(crate) fn back_up(&self) {
        self.rolling().wait();
        // What of the kinds cannot be kept now is kept with the next backup.
        let _ = self.keep_kinds();
        let note = self.folder.unbacked();
        if self.store().is_written() || note.exists() {
            match roll_or_note(&self.folder.database(), self.folder.backups(), &note, self.now()) {
                Ok(()) => self.store().note_backup(),
                Err(error) => self.folder.suspect(error.code == Code::Damaged),
            }
        }
    }

    /// Makes a backup beside the work when the last one is an hour old.
    pub(crate) fn back_up_hourly(&self) {
        let now = self.now();
        let mut rolling = self.rolling();
        let Ok(backups) = self.folder.backups() else { return };
        let last =
            *rolling.last.get_or_insert_with(|| names(&backups).first().map_or(Timestamp::MIN, |(made, _)| *made));
        if now.duration_since(last).abs() < AN_HOUR {
            return;
        }
        let _ = self.keep_kinds();
        if !self.store().is_written() {
            return;
        }
        rolling.wait();
        rolling.last = Some(now);
        let (database, note) = (self.folder.database(), self.folder.unbacked());
        rolling.work = Some(thread::spawn(move || {
            // What fails here is made up for when the desk is closed, or told at the next start.
            let _ = roll_or_note(&database, Ok(backups), &note, now);
        }));
    }

    /// Saves the whole desk as one file.
    pub fn save_backup(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Handed, Error> {
        self.keep_if_any()?;
        self.keep_kinds()?;
        let mut so_far = |done| progress(Progress { doing: "The desk is being copied.".to_owned(), done });
        if path.is_dir() {
            return Err(Error::unplaced(path, &std::io::Error::other("a folder of that name is in the way")));
        }
        if !store::copy(&self.folder.database(), path, &mut so_far)? {
            return Err(stopped("saving the backup"));
        }
        let name = |path: Option<&OsStr>| path.unwrap_or_default().to_string_lossy().into_owned();
        let folder = path.parent().and_then(Path::file_name);
        Ok(Handed { files: vec![name(path.file_name())], folder: name(folder) })
    }

    /// Replaces the whole desk by a backup; the desk as it was is kept as a backup of its own.
    pub fn restore_backup(
        &self,
        path: &Path,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Start, Error> {
        let ready = self.folder.unfinished("restored.db");
        let mut so_far = |done| progress(Progress { doing: "The backup is being read.".to_owned(), done });
        if !store::copy_backup(path, &ready, &mut so_far)? {
            return Err(stopped("restoring the backup"));
        }
        self.keep_if_any()?;
        self.settle();
        self.keep_kinds()?;
        self.rolling().wait();
        let backups = self.folder.backups()?;
        let kept = {
            // Nothing is opened or written between the backup of the desk as it was and the desk that takes its place.
            let mut sitting = self.keeping();
            let mut live = self.live();
            self.keep_held(&mut sitting, live.as_ref())?;
            let mut store = self.store();
            let kept = roll(&self.folder.database(), &backups, "-before-restoring", self.now())?;
            store.replace(&ready)?;
            *live = None;
            *self.looked_at() = None;
            *sitting = Sitting::default();
            // The desk is in its place; without the note the next start only says less.
            let _ = store.begin_session(self.now());
            kept
        };
        let mut start = self.start();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        start.notices.push(Notice {
            message: format!("The desk was restored from “{name}”."),
            hint: format!("The desk as it was before is kept among its backups as “{kept}”."),
            draft: None,
        });
        start.notices.extend(self.bring_back_kinds());
        Ok(start)
    }
}

fn stopped(what: &str) -> Error {
    Error::new(Code::Stopped, format!("{what} was stopped"), "Nothing was changed. Begin again when you like.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_backups_stay_and_one_of_each_day_before() {
        let now = "2026-02-20T21:00:00Z".parse().unwrap();
        let check = |made: &[&str], expected: &[&str]| {
            let moment = |name: &str| name.split("-before-").next().unwrap().parse().unwrap();
            let names = made.iter().map(|made| (moment(made), (*made).to_owned())).collect();
            let goes: Vec<String> = superfluous(names, now, &TimeZone::UTC).into_iter().map(|(_, name)| name).collect();
            assert_eq!(goes, expected);
        };
        check(&[], &[]);
        let at = |day: u32, hour: u32| format!("2026-02-{day:02}T{hour:02}:00:00Z");
        let mut made: Vec<String> = (0..7).map(|back| at(20, 20 - back)).collect();
        made.extend((0..10).flat_map(|back| [at(19 - back, 12), at(19 - back, 8)]));
        let mut goes = vec![at(20, 15), at(20, 14)];
        goes.extend((0..7).map(|back| at(19 - back, 8)));
        goes.extend((7..10).flat_map(|back| [at(19 - back, 12), at(19 - back, 8)]));
        check(
            &made.iter().map(String::as_str).collect::<Vec<_>>(),
            &goes.iter().map(String::as_str).collect::<Vec<_>>(),
        );
        let mut made: Vec<String> = (0..6).map(|back| at(20, 20 - back)).collect();
        made.insert(1, format!("{}-before-restoring", at(20, 20)));
        made.extend([format!("{}-before-restoring", at(1, 9)), "2026-01-20T08:00:00Z-before-restoring".to_owned()]);
        check(
            &made.iter().map(String::as_str).collect::<Vec<_>>(),
            &["2026-01-20T08:00:00Z-before-restoring", &at(20, 15)],
        );
    }
}
