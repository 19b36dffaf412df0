//! The person's own letter kinds as they last worked. Their home is the folder on the desk; here is what travels with
//! the desk, and what a letter is shown with when that folder is gone.

use rusqlite::{OptionalExtension, params};

use super::Store;
use crate::error::Error;

/// The files of one of the person's own kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KindFiles {
    /// The name of its folder.
    pub(crate) name: String,
    /// It could be used when it was kept.
    pub(crate) works: bool,
    /// Names and contents, by name.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

impl Store {
    /// The files of a kind, if they are kept.
    pub(crate) fn kind(&self, name: &str) -> Result<Option<KindFiles>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT works FROM kind WHERE name = ?1")?;
        let Some(works) = statement.query_row([name], |row| row.get(0)).optional()? else { return Ok(None) };
        let mut statement =
            self.connection.prepare_cached("SELECT name, bytes FROM kind_file WHERE kind = ?1 ORDER BY name")?;
        let rows = statement.query_map([name], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Some(KindFiles { name: name.to_owned(), works, files: rows.collect::<Result<_, _>>()? }))
    }

    /// The names of the kinds that are kept.
    pub(crate) fn kinds(&self) -> Result<Vec<String>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT name FROM kind ORDER BY name")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps the files of a kind in the place of those that were kept before.
    pub(crate) fn keep_kind(&mut self, kind: &KindFiles) -> Result<(), Error> {
        let transaction = self.write()?;
        transaction.execute("DELETE FROM kind WHERE name = ?1", [&kind.name])?;
        transaction.execute("INSERT INTO kind (name, works) VALUES (?1, ?2)", params![kind.name, kind.works])?;
        for (name, bytes) in &kind.files {
            let row = params![kind.name, name, bytes];
            transaction.execute("INSERT INTO kind_file (kind, name, bytes) VALUES (?1, ?2, ?3)", row)?;
        }
        Ok(transaction.commit()?)
    }

    /// Lets go of a kind that no letter is of; says whether it did.
    pub(crate) fn forget_kind(&mut self, name: &str) -> Result<bool, Error> {
        let is_used = "SELECT EXISTS (SELECT 1 FROM draft WHERE kind = ?1)";
        if self.connection.query_row(is_used, [name], |row| row.get(0))? {
            return Ok(false);
        }
        let transaction = self.write()?;
        transaction.execute("DELETE FROM kind WHERE name = ?1", [name])?;
        transaction.commit()?;
        Ok(true)
    }
}
