//! Pictures by their content: the same bytes lie here once, under a name made of their hash.

use std::fmt::Write;

use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::Store;
use crate::error::{Code, Error};

impl Store {
    /// Keeps a picture and returns its name: the first 16 hex digits of its hash, and the ending of its format.
    pub(crate) fn add_picture(&mut self, bytes: &[u8], ending: &str) -> Result<String, Error> {
        let hash = Sha256::digest(bytes);
        let mut name = hash.iter().take(8).fold(String::new(), |mut name, byte| {
            // Writing to a string cannot fail.
            let _ = write!(name, "{byte:02x}");
            name
        });
        name.push('.');
        name.push_str(ending);
        let transaction = self.write()?;
        let held: Option<Vec<u8>> =
            transaction.query_row("SELECT hash FROM picture WHERE name = ?1", [&name], |row| row.get(0)).optional()?;
        match held {
            None => {
                let row = params![name, hash.as_slice(), bytes];
                transaction.execute("INSERT INTO picture (name, hash, bytes) VALUES (?1, ?2, ?3)", row)?;
            }
            Some(held) if held == hash.as_slice() => {}
            Some(_) => {
                let message = format!("another picture is already called `{name}`");
                return Err(Error::new(Code::Draft, message, "Save the picture anew in any program and add that."));
            }
        }
        transaction.commit()?;
        Ok(name)
    }

    /// The bytes of a picture.
    pub(crate) fn picture(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT bytes FROM picture WHERE name = ?1")?;
        Ok(statement.query_row([name], |row| row.get(0)).optional()?)
    }
}
