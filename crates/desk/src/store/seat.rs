//! Seats: which people sit in which bodies, in which role. A body is put together from them, and so is a person.

use letter::draft::Person;
use rusqlite::{Connection, params};

use super::fault::unreadable;
use super::shelf::{known, write};
use crate::error::Error;
use crate::shelf::{Body, PersonEntry, Seat, Shelf, Thing};

/// Whose entries read otherwise when this one is taken or put back.
pub(super) fn beside(connection: &Connection, shelf: Shelf, id: i64) -> Result<Vec<(Shelf, i64)>, Error> {
    match shelf {
        Shelf::People => neighbours(connection, Shelf::Bodies, "SELECT body FROM seat WHERE person = ?1", id),
        Shelf::Bodies => neighbours(connection, Shelf::People, "SELECT person FROM seat WHERE body = ?1", id),
        _ => Ok(Vec::new()),
    }
}

/// The seats of a person who is not taken off the shelf.
pub(super) fn of_person(connection: &Connection, person: i64) -> Result<Vec<Seat>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT body.json, role FROM seat JOIN body ON body.id = seat.body
         WHERE person = ?1 AND removed IS NULL ORDER BY changed DESC, body.id",
    )?;
    let rows = statement.query_map([person], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let seat = |row: rusqlite::Result<(String, String)>| {
        let (json, role) = row?;
        let body: Body = serde_json::from_str(&json).map_err(|error| unreadable("body", 0, &error))?;
        Ok(Seat { body: body.name, role })
    };
    rows.map(seat).collect()
}

/// The members of a body with their roles.
pub(super) fn of_body(connection: &Connection, body: i64) -> Result<Vec<Person>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT person.json, role FROM seat JOIN person ON person.id = seat.person
         WHERE body = ?1 AND removed IS NULL ORDER BY place, person.id",
    )?;
    let rows = statement.query_map([body], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let member = |row: rusqlite::Result<(String, String)>| {
        let (json, role) = row?;
        let person: Person = serde_json::from_str(&json).map_err(|error| unreadable("person", 0, &error))?;
        Ok(Person { role, ..person })
    };
    rows.map(member).collect()
}

/// Seats a person in a body; a seat that is there keeps its place, and its role where none is given.
pub(super) fn seat(connection: &Connection, body: i64, person: i64, role: &str, place: usize) -> Result<(), Error> {
    let query = "INSERT INTO seat (body, person, role, place) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (body, person) DO UPDATE SET role = ?3 WHERE ?3 <> ''";
    connection.prepare_cached(query)?.execute(params![body, person, role, place as i64])?;
    Ok(())
}

/// Makes these the members of a body, in this order; returns whose entries read otherwise from now on.
pub(super) fn set_members(
    connection: &Connection,
    body: i64,
    members: &[Person],
    at: i64,
) -> Result<Vec<(Shelf, i64)>, Error> {
    let mut touched = beside(connection, Shelf::Bodies, body)?;
    connection.execute("DELETE FROM seat WHERE body = ?1", [body])?;
    for (place, member) in members.iter().enumerate() {
        let thing = Thing::person(member);
        if thing.identity().is_empty() {
            continue;
        }
        let person = found_or_made(connection, &thing, at)?;
        seat(connection, body, person, &member.role, place)?;
        touched.push((Shelf::People, person));
    }
    Ok(touched)
}

/// Makes these the seats of a person; returns whose entries read otherwise from now on.
pub(super) fn set_seats(
    connection: &Connection,
    person: i64,
    seats: &[Seat],
    at: i64,
) -> Result<Vec<(Shelf, i64)>, Error> {
    let mut touched = beside(connection, Shelf::People, person)?;
    let mut bodies = Vec::new();
    for held in seats {
        let thing = Thing::Bodies(Body { name: held.body.clone(), ..Body::default() });
        if thing.identity().is_empty() {
            continue;
        }
        let body = found_or_made(connection, &thing, at)?;
        seat(connection, body, person, &held.role, usize::from(u16::MAX))?;
        let role = "UPDATE seat SET role = ?3 WHERE body = ?1 AND person = ?2";
        connection.prepare_cached(role)?.execute(params![body, person, held.role])?;
        bodies.push(body);
        touched.push((Shelf::Bodies, body));
    }
    for (_, body) in touched.iter().filter(|(_, body)| !bodies.contains(body)) {
        connection.execute("DELETE FROM seat WHERE body = ?1 AND person = ?2", [*body, person])?;
    }
    Ok(touched)
}

fn found_or_made(connection: &Connection, thing: &Thing, at: i64) -> Result<i64, Error> {
    let there = known(connection, thing.shelf(), &thing.identity())?.into_iter().find(|held| !held.removed);
    match there {
        Some(held) => Ok(held.id),
        None => write(connection, None, thing, false, at),
    }
}

fn neighbours(connection: &Connection, shelf: Shelf, query: &str, id: i64) -> Result<Vec<(Shelf, i64)>, Error> {
    let mut statement = connection.prepare_cached(query)?;
    let rows = statement.query_map([id], |row| Ok((shelf, row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Thing {
    /// A person as they lie on the shelf: without what belongs to their seat or to one letter.
    pub(crate) fn person(person: &Person) -> Self {
        let person = Person { role: String::new(), absent: false, ..person.clone() };
        Self::People(PersonEntry { person, seats: Vec::new() })
    }
}
