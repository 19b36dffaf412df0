//! Drafts as cards: what is seen of them before they are opened. What they say is their newest version.

use jiff::civil::Date;
use letter::draft::Draft;
use rusqlite::{Connection, OptionalExtension, params};

use super::fault::gone;
use super::{Store, moment, version};
use crate::error::Error;
use crate::history::Cause;
use crate::home::{Card, Closing, DraftId};

/// What a card says beside the draft's own kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// What the letter is called.
    pub(crate) title: String,
    /// To whom.
    pub(crate) to: String,
    /// The day of the meeting.
    pub(crate) due: Option<Date>,
    /// When its channel closes, with the time zone of the body.
    pub(crate) closes: Option<String>,
    /// How many required parts are missing.
    pub(crate) missing: u32,
    /// How many other findings are errors or warnings.
    pub(crate) doubts: u32,
}

/// After thirty days a removed draft is deleted.
const LONG_AGO: i64 = 30 * 24 * 60 * 60 * 1000;

const CARD: &str = "id, title, kind, addressed, due, changed, exported, missing, doubts, closes, submitted";

fn card(row: &rusqlite::Row<'_>) -> rusqlite::Result<Card> {
    let due: Option<String> = row.get(4)?;
    let kind: String = row.get(2)?;
    Ok(Card {
        id: row.get(0)?,
        title: row.get(1)?,
        kind_name: kind.clone(),
        kind,
        to: row.get(3)?,
        due: due.and_then(|day| day.parse().ok()),
        changed: moment(row.get(5)?),
        exported: row.get::<_, Option<i64>>(6)?.map(moment),
        missing: row.get(7)?,
        doubts: row.get(8)?,
        closing: row.get::<_, Option<String>>(9)?.map(Closing::unsaid),
        submitted: row.get::<_, Option<i64>>(10)?.map(moment),
    })
}

pub(super) fn set_facts(connection: &Connection, id: DraftId, draft: &Draft, facts: &Facts) -> Result<usize, Error> {
    let mut statement = connection.prepare_cached(
        "UPDATE draft SET kind = ?2, title = ?3, addressed = ?4, due = ?5, missing = ?6, doubts = ?7, portal = ?8,
             closes = ?9
         WHERE id = ?1",
    )?;
    let due = facts.due.map(|day| day.to_string());
    let Facts { title, to, closes, missing, doubts, .. } = facts;
    Ok(statement.execute(params![id, draft.kind, title, to, due, missing, doubts, draft.portal, closes])?)
}

impl Store {
    /// How many drafts lie on the desk.
    pub(crate) fn count_drafts(&self) -> Result<u32, Error> {
        let mut statement = self.connection.prepare_cached("SELECT count(*) FROM draft WHERE removed IS NULL")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Some of the drafts: those with a meeting ahead first, the soonest before the later, then the last changed.
    pub(crate) fn cards(&self, today: Date, from: u32, count: u32) -> Result<Vec<Card>, Error> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {CARD} FROM draft JOIN (
                 SELECT id AS found, CASE WHEN due >= ?1 THEN due ELSE 'later' END AS soon, changed AS last
                 FROM draft WHERE removed IS NULL ORDER BY soon, last DESC, id DESC LIMIT ?2 OFFSET ?3
             ) ON id = found ORDER BY soon, last DESC, id DESC"
        ))?;
        let rows = statement.query_map(params![today.to_string(), count, from], card)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Puts a new draft on the desk.
    pub(crate) fn add_draft(
        &mut self,
        draft: &Draft,
        facts: &Facts,
        campaign: Option<i64>,
        cause: Cause,
        now: jiff::Timestamp,
    ) -> Result<DraftId, Error> {
        let at = self.tick(now);
        let transaction = self.write()?;
        transaction.execute(
            "INSERT INTO draft (kind, title, addressed, changed, missing, doubts, campaign)
             VALUES ('', '', '', ?1, 0, 0, ?2)",
            params![at, campaign],
        )?;
        let id = transaction.last_insert_rowid();
        set_facts(&transaction, id, draft, facts)?;
        version::add(&transaction, id, draft, cause, at)?;
        transaction.commit()?;
        Ok(id)
    }

    /// What a draft says, and the campaign that it was begun with.
    pub(crate) fn draft(&self, id: DraftId) -> Result<(Draft, Option<i64>), Error> {
        let mut statement =
            self.connection.prepare_cached("SELECT campaign FROM draft WHERE id = ?1 AND removed IS NULL")?;
        let campaign = statement.query_row([id], |row| row.get(0)).optional()?.ok_or_else(|| gone("draft"))?;
        let newest = self.newest_versions(id, 1)?.into_iter().next().ok_or_else(|| gone("draft"))?;
        Ok((newest.draft, campaign))
    }

    /// Keeps a text as the newest version of a draft, in the place of `amended` or as a version of its own.
    pub(crate) fn keep(
        &mut self,
        id: DraftId,
        draft: &Draft,
        facts: &Facts,
        cause: Cause,
        amended: Option<i64>,
        now: jiff::Timestamp,
    ) -> Result<(i64, i64), Error> {
        let at = self.tick(now);
        let transaction = self.write()?;
        if set_facts(&transaction, id, draft, facts)? == 0 {
            return Err(gone("draft"));
        }
        transaction.prepare_cached("UPDATE draft SET changed = ?2 WHERE id = ?1")?.execute([id, at])?;
        let version = match amended {
            Some(version) => version::amend(&transaction, version, draft, at).map(|()| version)?,
            None => version::add(&transaction, id, draft, cause, at)?,
        };
        transaction.commit()?;
        Ok((version, at))
    }

    /// Notes that a draft was made into files.
    pub(crate) fn note_export(&mut self, id: DraftId, now: jiff::Timestamp) -> Result<(), Error> {
        let at = self.tick(now);
        let transaction = self.write()?;
        transaction.execute("UPDATE draft SET exported = ?2 WHERE id = ?1", [id, at])?;
        Ok(transaction.commit()?)
    }

    /// The drafts that go through a portal, or through any.
    pub(crate) fn drafts_of_portal(&self, portal: Option<&str>) -> Result<Vec<DraftId>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id FROM draft WHERE portal <> '' AND (?1 IS NULL OR portal = ?1)")?;
        let rows = statement.query_map([portal], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Notes when the channels of drafts close.
    pub(crate) fn set_closes(&mut self, closes: &[(DraftId, Option<String>)]) -> Result<(), Error> {
        let transaction = self.write()?;
        for (id, closes) in closes {
            transaction.prepare_cached("UPDATE draft SET closes = ?2 WHERE id = ?1")?.execute(params![id, closes])?;
        }
        Ok(transaction.commit()?)
    }

    /// Takes a draft off the desk. It is not deleted.
    pub(crate) fn remove_draft(&mut self, id: DraftId, now: jiff::Timestamp) -> Result<(), Error> {
        let at = self.tick(now);
        let transaction = self.write()?;
        if transaction.execute("UPDATE draft SET removed = ?2 WHERE id = ?1 AND removed IS NULL", [id, at])? == 0 {
            return Err(gone("draft"));
        }
        super::search::forget(&transaction, None, id)?;
        Ok(transaction.commit()?)
    }

    /// Deletes what was removed long ago: nobody takes it back any more, and it was not meant to stay.
    pub(crate) fn forget_removed(&mut self, now: jiff::Timestamp) -> Result<(), Error> {
        let before = now.as_millisecond() - LONG_AGO;
        let query = "SELECT EXISTS (SELECT 1 FROM draft WHERE removed < ?1)";
        if self.connection.query_row(query, [before], |row| row.get(0))? {
            let transaction = self.write()?;
            transaction.execute("DELETE FROM draft WHERE removed < ?1", [before])?;
            transaction.commit()?;
        }
        Ok(())
    }

    /// Brings a removed draft back.
    pub(crate) fn put_back_draft(&mut self, id: DraftId) -> Result<(), Error> {
        let transaction = self.write()?;
        if transaction.execute("UPDATE draft SET removed = NULL WHERE id = ?1", [id])? == 0 {
            return Err(gone("draft"));
        }
        Ok(transaction.commit()?)
    }
}
