//! The desk's database: the only folder that knows SQL. Plain data in and out, one noun per file.
//!
//! What is written is on the disk when a call returns (WAL, `synchronous = FULL`), whole or not at all. Moments that
//! are written never run backwards, whatever the computer's clock does.

mod fault;
mod migration;
mod moment;
mod settings;
mod draft;
mod version;
mod picture;
mod shelf;
mod seat;
mod settle;
mod behind;
mod campaign;
mod kind;
mod portal;
mod submission;
mod session;
mod search;
mod copy;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::{Code, Error, shown};
use crate::folder::{self, Identity};

pub(crate) use copy::{copy, copy_backup, drafts_in};
pub(crate) use draft::Facts;
pub(crate) use kind::KindFiles;
pub(crate) use moment::{moment, of_moment};
pub(crate) use session::Unclosed;
pub(crate) use version::Text;

/// What the database is called while another takes its place. A crash may leave it there, and the next start must not
/// take it for something unfinished: it may be the only one that is whole.
const ASIDE: &str = "lectern-before-restoring.db";

/// The open database.
pub(crate) struct Store {
    connection: Connection,
    path: PathBuf,
    file: Option<Identity>,
    /// What tells this desk from every other.
    mark: Vec<u8>,
    latest: i64,
    /// Something was written that no backup holds.
    written: bool,
}

impl Store {
    /// Opens the database, which is made when there is none. A copy is kept beside it before its schema changes.
    ///
    /// `wary` looks through all of it, however large it is.
    pub(crate) fn open(path: &Path, wary: bool) -> Result<Self, Error> {
        Self::open_with(path, migration::STEPS, wary)
    }

    fn open_with(path: &Path, steps: &[&str], wary: bool) -> Result<Self, Error> {
        folder::private_file(path).map_err(|error| Error::unplaced(path, &error))?;
        let schema = check(&copy::untouched(path)?, path, steps.len(), wary)?;
        if schema > 0 && schema < steps.len() {
            let name = format!("lectern-of-schema-{schema}.db");
            copy(path, &path.with_file_name(name), &mut |_| ControlFlow::Continue(()))?;
        }
        let mut connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if connection.is_readonly("main")? {
            return Err(unwritable(path));
        }
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "temp_store", "memory")?;
        if schema < steps.len() {
            migration::migrate(&mut connection, steps)?;
            // The file alone says from now on which desk it is; a log that cannot be emptied now is emptied later.
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        let mark = mark(&connection)?;
        let newest = "SELECT coalesce(max(max(changed, coalesce(removed, 0), coalesce(exported, 0))), 0) FROM draft";
        let latest = connection.query_row(newest, [], |row| row.get(0))?;
        let file = folder::identity(path);
        Ok(Self { connection, path: path.to_owned(), file, mark, latest, written: false })
    }

    /// Puts another database in the place of this one. Where that fails, this one is in its place again.
    pub(crate) fn replace(&mut self, ready: &Path) -> Result<(), Error> {
        let path = self.path.clone();
        let unplaced = |error: std::io::Error| Error::unplaced(&path, &error);
        let aside = path.with_file_name(ASIDE);
        self.checkpoint()?;
        // The file is let go of before it moves; not every system moves a file that is open.
        self.connection = Connection::open_in_memory()?;
        let opened = std::fs::rename(&path, &aside).map_err(unplaced).and_then(|()| {
            let opened = std::fs::rename(ready, &path).map_err(unplaced).and_then(|()| Self::open(&path, true));
            if opened.is_err() {
                std::fs::rename(&aside, &path).map_err(unplaced)?;
            }
            opened
        });
        match opened {
            Ok(store) => {
                *self = store;
                // Its backup was made before; this is only what SQLite had open.
                let _ = std::fs::remove_file(&aside);
                Ok(())
            }
            Err(error) => {
                let (latest, written) = (self.latest, self.written);
                *self = Self { latest, written, ..Self::open(&path, true)? };
                Err(error)
            }
        }
    }

    /// Moves what the log holds into the file, so that the file alone is the desk.
    fn checkpoint(&self) -> Result<(), Error> {
        let is_busy = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0))?;
        if is_busy {
            return Err(Error::new(
                Code::Unkept,
                "another program holds the desk's file",
                "Nothing was changed. Close programs that copy or scan the desk's folder, then begin again.",
            ));
        }
        Ok(())
    }

    /// Whether anything was written that no backup holds.
    pub(crate) fn is_written(&self) -> bool {
        self.written
    }

    /// A backup holds everything.
    pub(crate) fn note_backup(&mut self) {
        self.written = false;
    }

    /// The moment to write: now, or just after the last one when the clock was set back.
    fn tick(&mut self, now: jiff::Timestamp) -> i64 {
        let now = now.as_millisecond();
        self.latest = if now > self.latest { now } else { self.latest + 1 };
        self.latest
    }

    /// How far the computer's clock is behind what the desk was last written at, in milliseconds.
    pub(crate) fn clock_is_behind(&self, now: jiff::Timestamp) -> i64 {
        (self.latest - now.as_millisecond()).max(0)
    }

    /// How far the computer's clock is past what the desk was last written at, in milliseconds.
    pub(crate) fn clock_is_ahead(&self, now: jiff::Timestamp) -> i64 {
        if self.latest == 0 { 0 } else { (now.as_millisecond() - self.latest).max(0) }
    }

    /// Does what a disk or another program would do.
    #[cfg(test)]
    pub(crate) fn run(&self, sql: &str) -> Result<(), Error> {
        Ok(self.connection.execute_batch(sql)?)
    }

    /// Says a number that the database knows of itself.
    #[cfg(test)]
    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.connection.query_row(sql, [], |row| row.get(0)).unwrap_or_default()
    }

    /// Begins to write. The file may have gone under our feet: SQLite would write on into a file without a name.
    fn write(&mut self) -> Result<rusqlite::Transaction<'_>, Error> {
        self.present()?;
        self.written = true;
        Ok(self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?)
    }

    /// The file stands where it stood; where another one came in its place, as when a drive comes back, that is opened if
    /// it is this desk.
    fn present(&mut self) -> Result<(), Error> {
        let found = folder::identity(&self.path);
        if found.is_none() {
            return Err(Error::new(
                Code::Unkept,
                format!("the desk's file `{}` is no longer there", shown(&self.path)),
                "What you see is still in this window. If it lies on a drive that was removed, put it back; Lectern \
                 tries again. You can also save the letter as a file elsewhere.",
            ));
        }
        if found != self.file {
            self.is_this_desk()?;
            let anew = Self::open(&self.path, true)?;
            let latest = self.latest.max(anew.latest);
            *self = Self { latest, ..anew };
        }
        Ok(())
    }

    /// The file under the desk's name is a copy of this desk, of the schema that it has here. Nothing is written to one
    /// that is not, and the log beside it is left out: it may belong to the file that was there before.
    fn is_this_desk(&self) -> Result<(), Error> {
        let other = |_| {
            Error::new(
                Code::Unkept,
                format!("another file lies where the desk's file `{}` was", shown(&self.path)),
                "What you see is still in this window, and that file is untouched. Put the desk's file back; Lectern tries \
                 again. You can also save the letter as a file elsewhere.",
            )
        };
        let found = copy::at_rest(&self.path).map_err(other)?;
        let schema = schema(&found, &self.path, newest_schema()).map_err(other)?;
        let is_same = schema == newest_schema() && mark(&found).map_err(other)? == self.mark;
        if is_same { Ok(()) } else { Err(other(damaged(&self.path))) }
    }
}

/// What tells a desk and its copies from every other desk.
fn mark(connection: &Connection) -> Result<Vec<u8>, Error> {
    Ok(connection.query_row("SELECT mark FROM desk", [], |row| row.get(0))?)
}

/// How many bytes are looked through at each start: this much takes a few hundredths of a second.
const LOOKED_THROUGH: u64 = 8_000_000;

/// Looks at a database without changing a byte of it, and says of which schema it is.
///
/// All of it is looked through when it is small and when `wary`. A large one that was closed was looked through then,
/// when its backup was made. Where its last session did not end, or its schema is to change, every table of a large one
/// is; only whether the words of the search are those of the letters is left to the next backup, since comparing them
/// takes ten times as long as all the rest, and they can be made anew.
fn check(connection: &Connection, path: &Path, newest: usize, wary: bool) -> Result<usize, Error> {
    let schema = schema(connection, path, newest)?;
    if schema == 0 {
        return Ok(0);
    }
    let size = std::fs::metadata(path).map_or(0, |about| about.len());
    let was_closed = connection.query_row("SELECT NOT EXISTS (SELECT 1 FROM session)", [], |row| row.get(0));
    let is_large = !wary && size > LOOKED_THROUGH;
    let is_whole = match is_large && schema == newest && was_closed.unwrap_or(false) {
        true => true,
        false if is_large => are_tables_whole(connection).unwrap_or(false),
        false => connection
            .query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))
            .is_ok_and(|says| says == "ok"),
    };
    if is_whole { Ok(schema) } else { Err(damaged(path)) }
}

/// Looks through every table and index, those that the search is made of included.
fn are_tables_whole(connection: &Connection) -> Result<bool, Error> {
    let query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0";
    let mut statement = connection.prepare(query)?;
    let tables = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    for table in ["sqlite_schema".to_owned()].into_iter().chain(tables) {
        let mut is_whole = false;
        connection.pragma(None, "quick_check", &table, |row| {
            is_whole = row.get::<_, String>(0)? == "ok";
            Ok(())
        })?;
        if !is_whole {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The number of a desk's schema, 0 for a file with nothing in it; an error for what is no desk, or a newer one.
fn schema(connection: &Connection, path: &Path, newest: usize) -> Result<usize, Error> {
    let schema = migration::schema(connection).map_err(|error| match error.code {
        Code::Damaged => damaged(path),
        _ => error,
    })?;
    if schema > newest {
        return Err(Error::new(
            Code::Newer,
            format!("`{}` was written by a newer Lectern", shown(path)),
            "Nothing was changed. Install the newest Lectern and open it with that.",
        ));
    }
    let size = std::fs::metadata(path).map_or(0, |about| about.len());
    if schema == 0 && size == 0 {
        return Ok(0);
    }
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != migration::APPLICATION || schema == 0 {
        return Err(damaged(path));
    }
    Ok(schema)
}

/// The schema that this program writes.
fn newest_schema() -> usize {
    migration::STEPS.len()
}

fn damaged(path: &Path) -> Error {
    Error::new(
        Code::Damaged,
        format!("the desk's file `{}` is damaged", shown(path)),
        "Open the newest backup. The damaged file is set aside under another name and not deleted.",
    )
}

fn unwritable(path: &Path) -> Error {
    Error::new(
        Code::Place,
        format!("the desk's file `{}` can only be read", shown(path)),
        "Nothing was changed. Give yourself leave to write the file and its folder, then open Lectern again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_kept_before_the_schema_changes_and_all_of_it_changes_or_nothing() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("lectern.db");
        let mut store = Store::open(&path, false).unwrap();
        store.set_settings(&crate::Settings { language: "de-DE".to_owned(), ..Default::default() }).unwrap();
        store.end_session().unwrap();
        drop(store);
        let step = |next| [migration::STEPS, &[next]].concat();
        let failed =
            Store::open_with(&path, &step("ALTER TABLE settings ADD COLUMN x; ALTER TABLE nowhere ADD y;"), false);
        assert_eq!(failed.err().map(|error| error.code), Some(Code::Program));
        assert_eq!(Store::open(&path, false).unwrap().settings().unwrap().language, "de-DE", "it is as it was");
        let store = Store::open_with(&path, &step("ALTER TABLE settings ADD COLUMN x TEXT;"), false).unwrap();
        let newest = newest_schema() as i64 + 1;
        let told = (store.number("PRAGMA user_version"), store.settings().unwrap().language);
        assert_eq!(told, (newest, "de-DE".to_owned()));
        drop(store);
        assert_eq!(Store::open(&path, false).err().map(|error| error.code), Some(Code::Newer));
        let copy = format!("lectern-of-schema-{}.db", newest_schema());
        let copy = Store::open(&home.path().join(copy), false).unwrap();
        assert_eq!(copy.settings().unwrap().language, "de-DE");
    }

    #[test]
    fn a_database_that_cannot_be_replaced_stays_open() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("lectern.db");
        let settings = |language: &str| crate::Settings { language: language.to_owned(), ..Default::default() };
        let mut store = Store::open(&path, false).unwrap();
        store.set_settings(&settings("de-DE")).unwrap();
        let ready = home.path().join("ready.db");
        copy(&path, &ready, &mut |_| ControlFlow::Continue(())).unwrap();
        let aside = home.path().join(ASIDE);
        let mut refused = |why: &str, code: Code, ready: &Path| {
            assert_eq!(store.replace(ready).map_err(|error| error.code), Err(code), "{why}");
            assert_eq!(store.settings().unwrap().language, "de-DE", "{why}");
            store.set_settings(&settings("de-DE")).unwrap();
        };
        std::fs::create_dir(&aside).unwrap();
        refused("it cannot be moved", Code::Place, &ready);
        std::fs::remove_dir(&aside).unwrap();
        refused("there is no other", Code::Place, &home.path().join("nowhere.db"));
        std::fs::write(home.path().join("broken.db"), "no database").unwrap();
        refused("the other is broken", Code::Damaged, &home.path().join("broken.db"));
        let reader = Connection::open(&path).unwrap();
        reader.execute_batch("BEGIN; SELECT count(*) FROM settings;").unwrap();
        store.set_settings(&settings("de-AT")).unwrap();
        assert_eq!(store.replace(&ready).map_err(|error| error.code), Err(Code::Unkept), "somebody reads it");
        drop(reader);
        store.replace(&ready).unwrap();
        assert_eq!(store.settings().unwrap().language, "de-DE");
        assert!(!aside.exists());
    }

    #[test]
    fn what_is_kept_is_on_the_disk_and_refers_to_what_is_there() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(&home.path().join("lectern.db"), false).unwrap();
        let mode: String = store.connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
        assert_eq!(
            (mode.as_str(), store.number("PRAGMA synchronous"), store.number("PRAGMA foreign_keys")),
            ("wal", 2, 1)
        );
    }
}
