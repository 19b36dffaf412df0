//! Seats: which people sit in which bodies, in which role and for which term. A body is put together from them, and so
//! is a person.

use jiff::civil::Date;
use letter::draft::Person;
use letter::preflight;
use rusqlite::{Connection, Row, params};

use super::Store;
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

/// A row of a seat with the thing at its other end.
struct Sat {
    json: String,
    role: String,
    since: Option<Date>,
    until: Option<Date>,
}

impl Sat {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        // A day that cannot be read is one that nobody knows; the rest of the entry is worth more.
        let day = |column: usize| {
            let text: Option<String> = row.get(column)?;
            Ok::<_, rusqlite::Error>(text.and_then(|text| text.parse().ok()))
        };
        Ok(Self { json: row.get(0)?, role: row.get(1)?, since: day(2)?, until: day(3)? })
    }
}

impl Store {
    /// Who sits in the bodies of these names.
    pub(crate) fn seats_of(&self, bodies: &[&str]) -> Result<Vec<preflight::Seat>, Error> {
        let mut seats = Vec::new();
        for name in bodies {
            let identity = Thing::body(name, &[]).identity();
            for held in known(&self.connection, Shelf::Bodies, &identity)?.into_iter().filter(|held| !held.removed) {
                let members = of_body(&self.connection, held.id)?;
                seats.extend(members.into_iter().map(|person| preflight::Seat { body: (*name).to_owned(), person }));
            }
        }
        Ok(seats)
    }
}

/// The seats of a person who is not taken off the shelf.
pub(super) fn of_person(connection: &Connection, person: i64) -> Result<Vec<Seat>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT body.json, role, since, until FROM seat JOIN body ON body.id = seat.body
         WHERE person = ?1 AND removed IS NULL ORDER BY changed DESC, body.id",
    )?;
    let rows = statement.query_map([person], Sat::read)?;
    let seat = |row: rusqlite::Result<Sat>| {
        let Sat { json, role, since, until } = row?;
        let body: Body = serde_json::from_str(&json).map_err(|error| unreadable("body", 0, &error))?;
        Ok(Seat { body: body.name, role, since, until })
    };
    rows.map(seat).collect()
}

/// The members of a body with their roles.
pub(super) fn of_body(connection: &Connection, body: i64) -> Result<Vec<Person>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT person.json, role, since, until FROM seat JOIN person ON person.id = seat.person
         WHERE body = ?1 AND removed IS NULL ORDER BY place, person.id",
    )?;
    let rows = statement.query_map([body], Sat::read)?;
    let member = |row: rusqlite::Result<Sat>| {
        let Sat { json, role, since, until } = row?;
        let person: Person = serde_json::from_str(&json).map_err(|error| unreadable("person", 0, &error))?;
        Ok(Person { role, since, until, ..person })
    };
    rows.map(member).collect()
}

/// Seats a person in a body; a seat that is there keeps its place, and its role and term where none is given.
pub(super) fn seat(
    connection: &Connection,
    body: i64,
    number: i64,
    person: &Person,
    place: usize,
) -> Result<(), Error> {
    let query = "INSERT INTO seat (body, person, role, place, since, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (body, person) DO UPDATE SET role = CASE ?3 WHEN '' THEN role ELSE ?3 END,
                     since = coalesce(?5, since), until = coalesce(?6, until)";
    let (since, until) = (person.since.map(|day| day.to_string()), person.until.map(|day| day.to_string()));
    connection.prepare_cached(query)?.execute(params![body, number, person.role, place as i64, since, until])?;
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
        seat(connection, body, person, member, place)?;
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
        let sits = Person { role: held.role.clone(), since: held.since, until: held.until, ..Person::default() };
        seat(connection, body, person, &sits, usize::from(u16::MAX))?;
        // What was emptied by hand is empty from now on.
        let query = "UPDATE seat SET role = ?3, since = ?4, until = ?5 WHERE body = ?1 AND person = ?2";
        let (since, until) = (held.since.map(|day| day.to_string()), held.until.map(|day| day.to_string()));
        connection.prepare_cached(query)?.execute(params![body, person, held.role, since, until])?;
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
        let person = Person { role: String::new(), absent: false, since: None, until: None, ..person.clone() };
        Self::People(PersonEntry { person, seats: Vec::new() })
    }
}
