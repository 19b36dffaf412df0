//! The whole database as one file: copied while it is in use, tried, and put in place in one move.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use tempfile::Builder;

use super::{check, newest_schema};
use crate::error::{Code, Error, shown};
use crate::folder::UNFINISHED;

/// How many pages are copied at a time: a megabyte.
const PAGES: i32 = 256;

/// Opens a database that may be in use, to be read.
fn in_use(path: &Path) -> Result<Connection, Error> {
    Ok(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}

/// Opens a database that nobody uses, to be read: nothing is written beside it, so that it may lie on any disk.
pub(super) fn at_rest(path: &Path) -> Result<Connection, Error> {
    let path = std::path::absolute(path).map_err(|error| Error::unread("backup", path, &error))?;
    let path = address(&path);
    let name = format!("file://{}{path}?immutable=1", if path.starts_with('/') { "" } else { "/" });
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(name, flags)?)
}

/// A path as part of an address: every byte of its name, whatever it may be, and slashes between the parts.
fn address(path: &Path) -> String {
    let mut address = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' => address.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(*byte)),
            byte => address.push_str(&format!("%{byte:02x}")),
        }
    }
    address
}

/// Opens a database that may have been left in the middle of a write, to be read.
pub(super) fn untouched(path: &Path) -> Result<Connection, Error> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    if Path::new(&log).exists() { in_use(path) } else { at_rest(path) }
}

/// Copies the database that is in use; see [`copied`].
pub(crate) fn copy(from: &Path, to: &Path, so_far: &mut dyn FnMut(u32) -> ControlFlow<()>) -> Result<bool, Error> {
    copied(&in_use(from)?, to, so_far)
}

/// Copies a backup; see [`copied`].
pub(crate) fn copy_backup(
    from: &Path,
    to: &Path,
    so_far: &mut dyn FnMut(u32) -> ControlFlow<()>,
) -> Result<bool, Error> {
    drafts_in(from)?;
    copied(&at_rest(from)?, to, so_far)
}

/// Copies a database to another file, which appears whole and tried, or not at all. `so_far` hears the thousandths
/// that are done, and may stop it; then `false` is returned.
fn copied(source: &Connection, to: &Path, so_far: &mut dyn FnMut(u32) -> ControlFlow<()>) -> Result<bool, Error> {
    let folder = to.parent().unwrap_or(Path::new(""));
    let unplaced = |error: std::io::Error| Error::unplaced(to, &error);
    let unfinished = Builder::new().prefix(UNFINISHED).tempfile_in(folder).map_err(unplaced)?.into_temp_path();
    let mut target = Connection::open_with_flags(&unfinished, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let not_copied = |error: rusqlite::Error| match Error::from(error) {
        error if error.code == Code::Unkept => {
            let message = format!("`{}` cannot be written: {}", shown(to), error.message);
            Error::new(Code::Place, message, "Choose another folder, or make room. The desk is as it was.")
        }
        error => error,
    };
    // A reader holds its moment of the database, so that what is written meanwhile does not begin the copy anew.
    source.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema;")?;
    {
        let backup = Backup::new(source, &mut target).map_err(not_copied)?;
        loop {
            let step = backup.step(PAGES).map_err(not_copied)?;
            let about = backup.progress();
            let done = i64::from(about.pagecount - about.remaining) * 1000 / i64::from(about.pagecount.max(1));
            if so_far(u32::try_from(done).unwrap_or(0)).is_break() {
                return Ok(false);
            }
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => std::thread::sleep(std::time::Duration::from_millis(5)),
            }
        }
    }
    // One file that any program reads, without a log beside it; and what is open now is not open in the copy.
    target.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(())).map_err(not_copied)?;
    target.execute("DELETE FROM session", []).map_err(not_copied)?;
    target.close().map_err(|(_, error)| not_copied(error))?;
    check(&at_rest(&unfinished)?, &unfinished, newest_schema(), true)?;
    File::open(&unfinished).and_then(|file| file.sync_all()).map_err(unplaced)?;
    unfinished.persist(to).map_err(|error| unplaced(error.error))?;
    // The move itself is safe once the folder is on the disk; some systems cannot say when that is.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(true)
}

/// How many drafts a backup holds, if it is whole.
pub(crate) fn drafts_in(path: &Path) -> Result<u32, Error> {
    let about = std::fs::metadata(path).map_err(|error| Error::unread("backup", path, &error))?;
    let no_backup = || {
        let message = format!("`{}` is no backup of Lectern, or it is damaged", shown(path));
        Error::new(Code::Draft, message, "The desk is as it was. Choose another file.")
    };
    if !about.is_file() || about.len() == 0 {
        return Err(no_backup());
    }
    let connection = at_rest(path)?;
    match check(&connection, path, newest_schema(), true) {
        Ok(_) => {}
        Err(error) if error.code == Code::Newer => return Err(error),
        Err(_) => return Err(no_backup()),
    }
    Ok(connection.query_row("SELECT count(*) FROM draft WHERE removed IS NULL", [], |row| row.get(0))?)
}
