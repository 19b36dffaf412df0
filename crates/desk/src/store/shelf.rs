//! What lies on the shelves. Six tables of one form: how a thing is known again, whether a hand laid it there, what it
//! says. Which seats people hold is `seat`'s.

use rusqlite::{Connection, OptionalExtension, params};

use super::fault::{gone, unreadable};
use super::{Store, behind, moment, search, seat};
use crate::error::Error;
use crate::home::DraftId;
use crate::shelf::{Entries, Entry, Shelf, Thing};

/// Something on a shelf, as far as it takes to know it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    /// Its number on the shelf.
    pub(crate) id: i64,
    /// How it is known again.
    pub(crate) identity: String,
    /// It was taken off the shelf.
    pub(crate) removed: bool,
    /// Nobody but one draft ever held it, and no hand changed it.
    pub(crate) of_one_draft: bool,
}

/// That a draft holds something of a shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Use {
    /// On which shelf.
    pub(crate) shelf: Shelf,
    /// Its number there.
    pub(crate) entry: i64,
    /// What the draft said of it, as a number.
    pub(crate) said: i64,
}

pub(super) fn table(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::People => "person",
        Shelf::Bodies => "body",
        Shelf::Asks => "ask",
        Shelf::References => "reference",
        Shelf::Letterheads => "letterhead",
        Shelf::Signers => "signer",
    }
}

fn number(shelf: Shelf) -> i64 {
    Shelf::ALL.iter().position(|one| *one == shelf).map_or(0, |place| place as i64 + 1)
}

/// Writes a thing: under a number, or under a new one. Returns the number.
pub(super) fn write(
    connection: &Connection,
    id: Option<i64>,
    thing: &Thing,
    by_hand: bool,
    at: i64,
) -> Result<i64, Error> {
    let table = table(thing.shelf());
    let json = thing.bare().to_string();
    let Some(id) = id else {
        let query = format!("INSERT INTO {table} (identity, by_hand, changed, json) VALUES (?1, ?2, ?3, ?4)");
        return Ok(connection.prepare_cached(&query)?.insert(params![thing.identity(), by_hand, at, json])?);
    };
    let query = format!(
        "UPDATE {table} SET identity = ?2, by_hand = max(by_hand, ?3), changed = ?4, json = ?5, removed = NULL
         WHERE id = ?1"
    );
    match connection.prepare_cached(&query)?.execute(params![id, thing.identity(), by_hand, at, json])? {
        0 => Err(gone("entry")),
        _ => Ok(id),
    }
}

/// What lies on a shelf under an identity.
pub(super) fn known(connection: &Connection, shelf: Shelf, identity: &str) -> Result<Vec<Held>, Error> {
    held(connection, shelf, "identity = ?1", identity)
}

fn held(connection: &Connection, shelf: Shelf, which: &str, value: impl rusqlite::ToSql) -> Result<Vec<Held>, Error> {
    let (table, number) = (table(shelf), number(shelf));
    let query = format!(
        "SELECT id, identity, removed IS NOT NULL,
             NOT by_hand AND (SELECT count(*) FROM used WHERE shelf = {number} AND entry = id) <= 1
         FROM {table} WHERE {which} ORDER BY removed IS NOT NULL, changed DESC"
    );
    let mut statement = connection.prepare_cached(&query)?;
    let rows = statement.query_map([value], |row| {
        Ok(Held { id: row.get(0)?, identity: row.get(1)?, removed: row.get(2)?, of_one_draft: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A thing with its seats or members.
pub(super) fn entry(connection: &Connection, shelf: Shelf, id: i64) -> Result<Entry, Error> {
    let (table, number) = (table(shelf), number(shelf));
    let query = format!(
        "SELECT json, changed, (SELECT count(*) FROM used WHERE shelf = {number} AND entry = id)
         FROM {table} WHERE id = ?1"
    );
    let row = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?));
    let found = connection.prepare_cached(&query)?.query_row([id], row).optional()?;
    let (json, changed, used) = found.ok_or_else(|| gone("entry"))?;
    let mut thing = Thing::read(shelf, &json).map_err(|error| unreadable(table, id, &error))?;
    let mut references = Vec::new();
    match &mut thing {
        Thing::Asks(ask) => {
            references = behind::of_ask(connection, id)?;
            ask.references = references.iter().map(|reference| reference.id.clone()).collect();
        }
        Thing::People(person) => person.seats = seat::of_person(connection, id)?,
        Thing::Bodies(body) => body.members = seat::of_body(connection, id)?,
        _ => {}
    }
    Ok(Entry { id, name: thing.name(), detail: thing.detail(), used, changed: moment(changed), thing, references })
}

/// Makes a thing findable as it lies there now, or not at all once it was taken.
pub(super) fn learn(connection: &Connection, shelf: Shelf, id: i64) -> Result<(), Error> {
    if by_number(connection, shelf, id)?.is_none_or(|held| held.removed) {
        return search::forget(connection, Some(shelf), id);
    }
    let entry = entry(connection, shelf, id)?;
    search::learn(connection, Some(shelf), id, &entry.name, &entry.thing.text())
}

/// Makes a thing and what names it findable as they lie there now.
fn learn_all(connection: &Connection, shelf: Shelf, id: i64) -> Result<(), Error> {
    learn(connection, shelf, id)?;
    seat::beside(connection, shelf, id)?.into_iter().try_for_each(|(shelf, id)| learn(connection, shelf, id))
}

/// Notes that a draft holds something, or holds it no longer.
pub(super) fn note_use(connection: &Connection, draft: DraftId, held: &Use, holds: bool) -> Result<(), Error> {
    if holds {
        let query = "INSERT INTO used (shelf, entry, draft, said) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (shelf, entry, draft) DO UPDATE SET said = ?4";
        connection.prepare_cached(query)?.execute(params![number(held.shelf), held.entry, draft, held.said])?;
    } else {
        let query = "DELETE FROM used WHERE shelf = ?1 AND entry = ?2 AND draft = ?3";
        connection.prepare_cached(query)?.execute(params![number(held.shelf), held.entry, draft])?;
    }
    Ok(())
}

/// What a draft is known to hold.
pub(super) fn uses(connection: &Connection, draft: DraftId) -> Result<Vec<Use>, Error> {
    let mut statement = connection.prepare_cached("SELECT shelf, entry, said FROM used WHERE draft = ?1")?;
    let rows = statement.query_map([draft], |row| {
        let shelf = usize::try_from(row.get::<_, i64>(0)? - 1).ok().and_then(|place| Shelf::ALL.get(place));
        Ok(shelf.map(|shelf| (*shelf, row.get(1), row.get(2))))
    })?;
    let mut uses = Vec::new();
    for row in rows {
        if let Some((shelf, entry, said)) = row? {
            uses.push(Use { shelf, entry: entry?, said: said? });
        }
    }
    Ok(uses)
}

/// One thing of a shelf by its number.
pub(super) fn by_number(connection: &Connection, shelf: Shelf, id: i64) -> Result<Option<Held>, Error> {
    Ok(held(connection, shelf, "id = ?1", id)?.into_iter().next())
}

impl Store {
    /// Part of a shelf: the last used first, or with words what they find, the best first.
    pub(crate) fn shelf(&self, shelf: Shelf, words: &str, from: u32, count: u32) -> Result<Entries, Error> {
        let connection = &self.connection;
        let part = |ids: Vec<i64>| -> Result<Vec<Entry>, Error> {
            ids.into_iter().map(|id| entry(connection, shelf, id)).collect()
        };
        if let Some(query) = search::query(words) {
            let (ids, count) = self.search_shelf(shelf, &query, from, count)?;
            return Ok(Entries { entries: part(ids)?, count });
        }
        let table = table(shelf);
        let query =
            format!("SELECT id FROM {table} WHERE removed IS NULL ORDER BY changed DESC, id DESC LIMIT ?1 OFFSET ?2");
        let mut statement = connection.prepare_cached(&query)?;
        let ids = statement.query_map([count, from], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
        let counted = format!("SELECT count(*) FROM {table} WHERE removed IS NULL");
        let count = connection.prepare_cached(&counted)?.query_row([], |row| row.get(0))?;
        Ok(Entries { entries: part(ids)?, count })
    }

    /// Lays a thing on its shelf by hand: under its number, or as a new one when that is 0.
    pub(crate) fn lay(&mut self, id: i64, thing: &Thing, now: jiff::Timestamp) -> Result<Entry, Error> {
        let at = self.tick(now);
        let transaction = self.write()?;
        let id = write(&transaction, (id != 0).then_some(id), thing, true, at)?;
        let neighbours = match thing {
            Thing::People(person) => seat::set_seats(&transaction, id, &person.seats, at)?,
            Thing::Bodies(body) => seat::set_members(&transaction, id, &body.members, at)?,
            Thing::Asks(ask) => behind::thin(&transaction, id, ask).map(|()| Vec::new())?,
            _ => Vec::new(),
        };
        learn(&transaction, thing.shelf(), id)?;
        for (shelf, id) in neighbours {
            learn(&transaction, shelf, id)?;
        }
        let entry = entry(&transaction, thing.shelf(), id)?;
        transaction.commit()?;
        Ok(entry)
    }

    /// Takes a thing off its shelf. It is not deleted.
    pub(crate) fn take(&mut self, shelf: Shelf, id: i64, now: jiff::Timestamp) -> Result<(), Error> {
        let at = self.tick(now);
        let transaction = self.write()?;
        let query = format!("UPDATE {} SET removed = ?2 WHERE id = ?1 AND removed IS NULL", table(shelf));
        if transaction.execute(&query, [id, at])? == 0 {
            return Err(gone("entry"));
        }
        learn_all(&transaction, shelf, id)?;
        Ok(transaction.commit()?)
    }

    /// Puts back what was taken off a shelf.
    pub(crate) fn put_back(&mut self, shelf: Shelf, id: i64) -> Result<(), Error> {
        let transaction = self.write()?;
        if transaction.execute(&format!("UPDATE {} SET removed = NULL WHERE id = ?1", table(shelf)), [id])? == 0 {
            return Err(gone("entry"));
        }
        learn_all(&transaction, shelf, id)?;
        Ok(transaction.commit()?)
    }
}
