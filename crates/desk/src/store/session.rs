//! What is being done right now, so that the next start knows whether it ended.

use letter::draft::Draft;
use rusqlite::{OptionalExtension, params};

use super::Store;
use super::draft::{Facts, set_facts};
use crate::error::Error;
use crate::home::DraftId;

/// A session that was not closed, with the draft that was open in it: its title and when it was last kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unclosed {
    /// The draft that was open.
    pub(crate) draft: Option<(DraftId, String, i64)>,
}

impl Store {
    /// Begins to write what no backup needs to hold.
    fn note(&mut self) -> Result<rusqlite::Transaction<'_>, Error> {
        self.present()?;
        Ok(self.connection.transaction()?)
    }

    /// Begins a session, and says whether the one before was left open.
    pub(crate) fn begin_session(&mut self, now: jiff::Timestamp) -> Result<Option<Unclosed>, Error> {
        let before = self
            .connection
            .query_row(
                "SELECT draft.id, title, changed FROM session LEFT JOIN draft
                 ON draft.id = session.draft AND removed IS NULL",
                [],
                |row| {
                    let id: Option<DraftId> = row.get(0)?;
                    let draft = id.map(|id| Ok::<_, rusqlite::Error>((id, row.get(1)?, row.get(2)?))).transpose()?;
                    Ok(Unclosed { draft })
                },
            )
            .optional()?;
        let transaction = self.note()?;
        transaction.execute(
            "INSERT INTO session (id, begun) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET begun = ?1, draft = NULL",
            params![now.as_millisecond()],
        )?;
        transaction.commit()?;
        Ok(before)
    }

    /// Notes which draft is open, and writes anew what its card says, without touching when it was changed.
    pub(crate) fn note_open(&mut self, id: DraftId, draft: &Draft, facts: &Facts) -> Result<(), Error> {
        let transaction = self.note()?;
        set_facts(&transaction, id, draft, facts)?;
        transaction.execute("UPDATE session SET draft = ?1", [id])?;
        Ok(transaction.commit()?)
    }

    /// Notes that no draft is open.
    pub(crate) fn note_none_open(&mut self) -> Result<(), Error> {
        let transaction = self.note()?;
        transaction.execute("UPDATE session SET draft = NULL", [])?;
        Ok(transaction.commit()?)
    }

    /// Ends the session.
    pub(crate) fn end_session(&mut self) -> Result<(), Error> {
        let transaction = self.note()?;
        transaction.execute("DELETE FROM session", [])?;
        transaction.commit()?;
        // What the log holds goes into the file, so that the file alone is the desk while the program is closed.
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}
