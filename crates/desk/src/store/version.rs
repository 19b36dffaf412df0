//! The versions of a draft as they lie in the database: whole texts, the newest of which is the draft.

use letter::draft::Draft;
use rusqlite::{Connection, OptionalExtension, params};

use super::fault::{gone, unreadable};
use super::{Store, of_moment};
use crate::error::Error;
use crate::history::Cause;
use crate::home::DraftId;
use crate::thin::Outline;

/// One version with what it says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Text {
    /// Its number on the desk.
    pub(crate) id: i64,
    /// When it was last written to.
    pub(crate) at: i64,
    /// Why it was kept.
    pub(crate) cause: Cause,
    /// What the draft said.
    pub(crate) draft: Draft,
}

impl Cause {
    fn name(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Edited => "edited",
            Self::Restored => "restored",
            Self::Exported => "exported",
            Self::BroughtIn => "brought-in",
        }
    }

    fn of(name: &str) -> Self {
        let all = [Self::Started, Self::Restored, Self::Exported, Self::BroughtIn];
        all.into_iter().find(|cause| cause.name() == name).unwrap_or(Self::Edited)
    }
}

type Row = (i64, i64, String, String);

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

fn text((id, at, cause, json): Row) -> Result<Text, Error> {
    let draft = serde_json::from_str(&json).map_err(|error| unreadable("version", id, &error))?;
    Ok(Text { id, at, cause: Cause::of(&cause), draft })
}

/// Adds a version.
pub(super) fn add(connection: &Connection, draft: DraftId, text: &Draft, cause: Cause, at: i64) -> Result<i64, Error> {
    let json = serde_json::json!(text).to_string();
    let mut statement =
        connection.prepare_cached("INSERT INTO version (draft, at, cause, json) VALUES (?1, ?2, ?3, ?4)")?;
    Ok(statement.insert(params![draft, at, cause.name(), json])?)
}

/// Puts another text into a version.
pub(super) fn amend(connection: &Connection, version: i64, text: &Draft, at: i64) -> Result<(), Error> {
    let json = serde_json::json!(text).to_string();
    let mut statement = connection.prepare_cached("UPDATE version SET at = ?2, json = ?3 WHERE id = ?1")?;
    statement.execute(params![version, at, json])?;
    Ok(())
}

impl Store {
    /// The newest versions of a draft, the newest first.
    pub(crate) fn newest_versions(&self, draft: DraftId, count: u32) -> Result<Vec<Text>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, at, cause, json FROM version WHERE draft = ?1 ORDER BY id DESC LIMIT ?2")?;
        let rows = statement.query_map(params![draft, count], row)?;
        rows.map(|row| text(row?)).collect()
    }

    /// One version of a draft.
    pub(crate) fn version(&self, draft: DraftId, version: i64) -> Result<Text, Error> {
        let mut statement =
            self.connection.prepare_cached("SELECT id, at, cause, json FROM version WHERE draft = ?1 AND id = ?2")?;
        let found = statement.query_row([draft, version], row).optional()?;
        text(found.ok_or_else(|| gone("version"))?)
    }

    /// The versions of a draft in their order, without what they say.
    pub(crate) fn outlines(&self, draft: DraftId) -> Result<Vec<Outline>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, at, cause, length(json) FROM version WHERE draft = ?1 ORDER BY id")?;
        let rows = statement.query_map([draft], |row| {
            let cause = Cause::of(&row.get::<_, String>(2)?);
            Ok(Outline { id: row.get(0)?, at: of_moment(row.get(1)?), cause, length: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes versions away.
    pub(crate) fn drop_versions(&mut self, versions: &[i64]) -> Result<(), Error> {
        let transaction = self.write()?;
        for version in versions {
            transaction.execute("DELETE FROM version WHERE id = ?1", [version])?;
        }
        Ok(transaction.commit()?)
    }

    /// Notes why the newest version of a draft is worth keeping.
    pub(crate) fn mark_version(&mut self, version: i64, cause: Cause) -> Result<(), Error> {
        let transaction = self.write()?;
        transaction.execute("UPDATE version SET cause = ?2 WHERE id = ?1", params![version, cause.name()])?;
        Ok(transaction.commit()?)
    }
}
