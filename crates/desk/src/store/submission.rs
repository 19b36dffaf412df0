//! What was handed in, with the words that went.

use letter::draft::Draft;
use rusqlite::params;

use super::fault::{gone, unreadable};
use super::{Store, moment};
use crate::error::Error;
use crate::home::DraftId;
use crate::submissions::{Receipt, Submission};

impl Store {
    /// What was handed in of a draft, the newest first.
    pub(crate) fn submissions(&self, draft: DraftId) -> Result<Vec<Submission>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, at, json, words FROM submission WHERE draft = ?1 ORDER BY at DESC, id DESC")?;
        let rows = statement.query_map([draft], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
        })?;
        let mut submissions = Vec::new();
        for row in rows {
            let (id, at, json, words) = row?;
            let receipt: Receipt = serde_json::from_str(&json).map_err(|error| unreadable("submission", id, &error))?;
            submissions.push(Submission { id, draft, at: moment(at), receipt, words });
        }
        Ok(submissions)
    }

    /// Keeps what was handed in, and with it the draft as it was; returns its number.
    pub(crate) fn add_submission(
        &mut self,
        draft: DraftId,
        at: jiff::Timestamp,
        receipt: &Receipt,
        words: &str,
        said: &Draft,
    ) -> Result<i64, Error> {
        let (json, said) = (serde_json::json!(receipt).to_string(), serde_json::json!(said).to_string());
        let at = at.as_millisecond();
        let transaction = self.write()?;
        let known = "UPDATE draft SET submitted = max(coalesce(submitted, 0), ?2) WHERE id = ?1 AND removed IS NULL";
        if transaction.execute(known, [draft, at])? == 0 {
            return Err(gone("draft"));
        }
        transaction.execute(
            "INSERT INTO submission (draft, at, json, words, said) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![draft, at, json, words, said],
        )?;
        let id = transaction.last_insert_rowid();
        transaction.commit()?;
        Ok(id)
    }

    /// Takes one back that was noted by mistake.
    pub(crate) fn remove_submission(&mut self, id: i64) -> Result<(), Error> {
        let transaction = self.write()?;
        let draft: Option<DraftId> = {
            let mut statement = transaction.prepare_cached("DELETE FROM submission WHERE id = ?1 RETURNING draft")?;
            let mut rows = statement.query([id])?;
            rows.next()?.map(|row| row.get(0)).transpose()?
        };
        let draft = draft.ok_or_else(|| gone("submission"))?;
        transaction.execute(
            "UPDATE draft SET submitted = (SELECT max(at) FROM submission WHERE draft = ?1) WHERE id = ?1",
            [draft],
        )?;
        Ok(transaction.commit()?)
    }
}
