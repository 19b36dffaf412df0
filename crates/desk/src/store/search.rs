//! Search over drafts and shelves: words in, the best found first. What a person types is never search syntax.

use rusqlite::{Connection, params};

use super::Store;
use crate::error::Error;
use crate::home::Hit;
use crate::shelf::Shelf;

/// The places of a row's number: 0 for drafts, then the shelves.
const PLACES: i64 = 8;

/// Of a shelf, no more than this is ranked.
const MOST_RANKED: u32 = 5_000;

/// What stands on either side of what was found, inside the database; no text of a person holds it.
const MARK: char = '\u{e000}';

fn place(shelf: Option<Shelf>) -> i64 {
    let place = |shelf| Shelf::ALL.iter().position(|one| *one == shelf).map_or(0, |place| place + 1);
    shelf.map_or(0, |shelf| i64::try_from(place(shelf)).unwrap_or(0))
}

fn row_of(shelf: Option<Shelf>, id: i64) -> i64 {
    id * PLACES + place(shelf)
}

/// What was typed as a query: each word as it is, the last one perhaps unfinished.
pub(super) fn query(words: &str) -> Option<String> {
    let words: Vec<String> = words
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
        .collect();
    (!words.is_empty()).then(|| format!("{}*", words.join(" ")))
}

/// Puts what can be found under a number in the place of what was there.
pub(super) fn learn(
    connection: &Connection,
    shelf: Option<Shelf>,
    id: i64,
    title: &str,
    text: &str,
) -> Result<(), Error> {
    let clean = |text: &str| text.replace(MARK, "");
    let mut statement =
        connection.prepare_cached("INSERT OR REPLACE INTO search (rowid, title, text) VALUES (?1, ?2, ?3)")?;
    statement.execute(params![row_of(shelf, id), clean(title), clean(text)])?;
    Ok(())
}

/// Finds something no longer.
pub(super) fn forget(connection: &Connection, shelf: Option<Shelf>, id: i64) -> Result<(), Error> {
    connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row_of(shelf, id)])?;
    Ok(())
}

impl Store {
    /// What things on a shelf are called, the last used first.
    pub(crate) fn titles(&self, shelf: Shelf, most: u32) -> Result<Vec<String>, Error> {
        let table = super::shelf::table(shelf);
        let query = format!(
            "SELECT title FROM (SELECT id FROM {table} WHERE removed IS NULL ORDER BY changed DESC LIMIT ?1)
             JOIN search ON search.rowid = id * {PLACES} + {}",
            place(Some(shelf))
        );
        let mut statement = self.connection.prepare_cached(&query)?;
        let titles = statement.query_map([most], |row| row.get(0))?;
        Ok(titles.collect::<Result<_, _>>()?)
    }

    /// What is found for words, the best first.
    pub(crate) fn search(&self, words: &str, most: u32) -> Result<Vec<Hit>, Error> {
        let Some(mut query) = query(words) else { return Ok(Vec::new()) };
        // One letter begins a word of nearly everything: ranking all of that takes long and tells nothing, so that the
        // newest of what is called so is found.
        let is_one_letter = words.trim().chars().count() == 1;
        let order = if is_one_letter { "rowid DESC" } else { "rank" };
        if is_one_letter {
            query.insert_str(0, "title : ");
        }
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT rowid, title, snippet(search, -1, ?2, ?2, '…', 12) FROM search WHERE search MATCH ?1
             ORDER BY {order} LIMIT ?3"
        ))?;
        let rows = statement.query_map(params![query, MARK.to_string(), most], |row| {
            let number: i64 = row.get(0)?;
            let excerpt: String = row.get(2)?;
            let place = usize::try_from(number % PLACES).unwrap_or(0);
            Ok(Hit {
                shelf: place.checked_sub(1).and_then(|place| Shelf::ALL.get(place)).copied(),
                id: number / PLACES,
                title: row.get(1)?,
                excerpt: excerpt.split(MARK).map(str::to_owned).collect(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Part of the numbers on one shelf that words find, the best first, and how many there are in all.
    pub(super) fn search_shelf(
        &self,
        shelf: Shelf,
        query: &str,
        from: u32,
        count: u32,
    ) -> Result<(Vec<i64>, u32), Error> {
        let place = place(Some(shelf));
        let found = "FROM search WHERE search MATCH ?1 AND rowid % ?3 = ?2";
        let mut statement = self.connection.prepare_cached(&format!("SELECT count(*) {found}"))?;
        let all: u32 = statement.query_row(params![query, place, PLACES], |row| row.get(0))?;
        // What nearly everything holds ranks nothing; the newest are found sooner.
        let order = if all > MOST_RANKED { "rowid DESC" } else { "rank" };
        let part = format!("SELECT rowid / ?3 {found} ORDER BY {order} LIMIT ?4 OFFSET ?5");
        let mut statement = self.connection.prepare_cached(&part)?;
        let rows = statement.query_map(params![query, place, PLACES, count, from], |row| row.get(0))?;
        Ok((rows.collect::<Result<_, _>>()?, all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_types_is_never_search_syntax() {
        let check = |words: &str, expected: Option<&str>| assert_eq!(query(words).as_deref(), expected, "{words:?}");
        check("data sanct", Some("\"data\" \"sanct\"*"));
        check("a OR b* NEAR(c)", Some("\"a\" \"OR\" \"b*\" \"NEAR(c)\"*"));
        check("say \"no\" -- ", Some("\"say\" \"\"\"no\"\"\"*"));
        check(" \t—  ", None);
    }
}
