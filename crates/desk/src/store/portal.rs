//! The portals that a person wrote or changed.

use letter::portal::Portal;
use rusqlite::{OptionalExtension, params};

use super::Store;
use crate::error::Error;

impl Store {
    /// The person's own portals. One that an other version of the program wrote and this one cannot read is left out.
    pub(crate) fn portals(&self) -> Result<Vec<Portal>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT json FROM portal ORDER BY id")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        let texts: Vec<String> = rows.collect::<Result<_, _>>()?;
        Ok(texts.iter().filter_map(|json| serde_json::from_str(json).ok()).collect())
    }

    /// The person's own portal with this id.
    pub(crate) fn portal(&self, id: &str) -> Result<Option<Portal>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT json FROM portal WHERE id = ?1")?;
        let json: Option<String> = statement.query_row([id], |row| row.get(0)).optional()?;
        Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
    }

    /// Keeps a portal in the place of the one with its id.
    pub(crate) fn set_portal(&mut self, portal: &Portal) -> Result<(), Error> {
        let json = serde_json::json!(portal).to_string();
        let transaction = self.write()?;
        transaction.execute(
            "INSERT INTO portal (id, json) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET json = ?2",
            params![portal.id, json],
        )?;
        Ok(transaction.commit()?)
    }

    /// Takes a person's own portal away; says whether there was one.
    pub(crate) fn remove_portal(&mut self, id: &str) -> Result<bool, Error> {
        let transaction = self.write()?;
        let gone = transaction.execute("DELETE FROM portal WHERE id = ?1", [id])? > 0;
        transaction.commit()?;
        Ok(gone)
    }
}
