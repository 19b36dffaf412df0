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

/// Copies a database to another file, which appears whole and tried, or not at all. `so_far` hears the thousandths
/// that are done, and may stop it; then `false` is returned.
pub(crate) fn copy(from: &Path, to: &Path, so_far: &mut dyn FnMut(u32) -> ControlFlow<()>) -> Result<bool, Error> {
    let folder = to.parent().unwrap_or(Path::new(""));
    let unplaced = |error: std::io::Error| Error::unplaced(to, &error);
    let unfinished = Builder::new().prefix(UNFINISHED).tempfile_in(folder).map_err(unplaced)?.into_temp_path();
    let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut target = Connection::open_with_flags(&unfinished, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // A reader holds its moment of the database, so that what is written meanwhile does not begin the copy anew.
    source.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema;")?;
    let not_copied = |error: rusqlite::Error| match Error::from(error) {
        error if error.code == Code::Unkept => Error { code: Code::Place, ..error },
        error => error,
    };
    {
        let backup = Backup::new(&source, &mut target).map_err(not_copied)?;
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
    // One file that any program reads, without a log beside it.
    target.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(())).map_err(not_copied)?;
    target.close().map_err(|(_, error)| not_copied(error))?;
    check(&unfinished, newest_schema())?;
    File::open(&unfinished).and_then(|file| file.sync_all()).map_err(unplaced)?;
    unfinished.persist(to).map_err(|error| unplaced(error.error))?;
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(true)
}

/// How many drafts a backup holds, if it is whole.
pub(crate) fn drafts_in(path: &Path) -> Result<u32, Error> {
    if check(path, newest_schema())? == 0 {
        return Err(Error::new(Code::Draft, format!("`{}` is empty", shown(path)), "Choose another backup."));
    }
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    Ok(connection.query_row("SELECT count(*) FROM draft WHERE removed IS NULL", [], |row| row.get(0))?)
}
