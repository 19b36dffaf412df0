//! A database of any age in, one of today's schema out. A step that was released is never changed.
//!
//! All steps happen in one transaction: a database is of the old schema or of the new one, never between them. Making
//! a copy of the file before is the opener's business.

use rusqlite::Connection;

use crate::error::Error;

/// The steps; the number of a schema is how many of them were taken.
pub(crate) const STEPS: &[&str] = &[
    include_str!("migrations/1.sql"),
    include_str!("migrations/2.sql"),
    include_str!("migrations/3.sql"),
    include_str!("migrations/4.sql"),
];

/// Tells a desk's file from any other SQLite file: `Lect`.
pub(crate) const APPLICATION: i32 = 0x4c65_6374;

/// The number of a database's schema; 0 for one that is empty.
pub(super) fn schema(connection: &Connection) -> Result<usize, Error> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

/// Takes the steps that a database has not taken yet.
pub(super) fn migrate(connection: &mut Connection, steps: &[&str]) -> Result<(), Error> {
    let from = schema(connection)?;
    let transaction = connection.transaction()?;
    for step in steps.iter().skip(from) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", steps.len() as i64)?;
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The schema as SQLite tells it, one statement after another.
    fn told(connection: &Connection) -> String {
        let mut statement =
            connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name").unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.map(|row| row.unwrap() + ";\n").collect()
    }

    #[test]
    fn the_schema_is_the_one_that_was_released() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stores/schema.sql");
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, STEPS).unwrap();
        let told = told(&connection);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &told).unwrap();
        }
        assert!(told == std::fs::read_to_string(&path).unwrap(), "add a step; a step that was released never changes");
    }

    #[test]
    fn a_step_that_fails_leaves_the_database_as_it_was() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, &["CREATE TABLE one (a) ;"]).unwrap();
        let before = told(&connection);
        migrate(&mut connection, &["", "CREATE TABLE two (a);", "CREATE TABLE one (a);"]).unwrap_err();
        assert_eq!((told(&connection), schema(&connection).unwrap()), (before, 1));
        migrate(&mut connection, &["", "CREATE TABLE two (a);"]).unwrap();
        assert_eq!(schema(&connection).unwrap(), 2);
    }
}
