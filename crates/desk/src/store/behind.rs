//! Which references stand behind an ask on its shelf. An ask names them as the letter did that it was taken from; who
//! takes it into another letter gives them names that are free there.

use letter::draft::{Ask, Reference};
use rusqlite::{Connection, params};

use super::fault::unreadable;
use crate::error::Error;
use crate::held::named_references;

/// The references behind an ask, in their order, under the names that the ask gives them.
pub(super) fn of_ask(connection: &Connection, ask: i64) -> Result<Vec<Reference>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT reference.id, json, name FROM behind JOIN reference ON reference.id = behind.reference
         WHERE ask = ?1 ORDER BY place, name",
    )?;
    let rows = statement.query_map([ask], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?)))?;
    let reference = |row: rusqlite::Result<(i64, String, String)>| {
        let (id, json, name) = row?;
        let reference: Reference = serde_json::from_str(&json).map_err(|error| unreadable("reference", id, &error))?;
        Ok(Reference { id: name, ..reference })
    };
    rows.map(reference).collect()
}

/// Puts references behind an ask, under these names, in the place of those that stood there.
pub(super) fn put(connection: &Connection, ask: i64, references: &[(String, i64)]) -> Result<(), Error> {
    connection.prepare_cached("DELETE FROM behind WHERE ask = ?1")?.execute([ask])?;
    let query = "INSERT OR IGNORE INTO behind (ask, name, reference, place) VALUES (?1, ?2, ?3, ?4)";
    for (place, (name, reference)) in references.iter().enumerate() {
        connection.prepare_cached(query)?.execute(params![ask, name, reference, place as i64])?;
    }
    Ok(())
}

/// Takes away the references that an ask names no more.
pub(super) fn thin(connection: &Connection, id: i64, ask: &Ask) -> Result<(), Error> {
    let names = named_references(ask);
    for reference in of_ask(connection, id)?.iter().filter(|reference| !names.contains(&reference.id.as_str())) {
        let query = "DELETE FROM behind WHERE ask = ?1 AND name = ?2";
        connection.prepare_cached(query)?.execute(params![id, reference.id])?;
    }
    Ok(())
}
