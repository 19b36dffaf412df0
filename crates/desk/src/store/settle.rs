//! A draft that comes to rest: what it holds is laid on the shelves, and it can be found by its words.
//!
//! A thing is known again by its identity, so that it lies on its shelf once however many drafts hold it. What only
//! this draft ever held follows the draft's corrections, so that a half-typed name does not stay beside the whole one.
//! What a hand changed on a shelf is overwritten only by what a draft says anew.

use letter::draft::Draft;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::shelf::{self, Held, Use};
use super::{Store, behind, search, seat};
use crate::error::Error;
use crate::held::{named_references, things};
use crate::home::DraftId;
use crate::shelf::{Shelf, Thing};

/// How much of a text is compared with another.
const COMPARED: usize = 400;

/// A thing as a draft says it, as a number that is another when the draft says it otherwise.
fn said(thing: &Thing) -> i64 {
    let hash = Sha256::digest(thing.bare().to_string());
    let mut first = [0; 8];
    first.copy_from_slice(&hash[..8]);
    i64::from_be_bytes(first)
}

/// One thing is the other with a correction.
fn is_corrected(shelf: Shelf, before: &str, now: &str) -> bool {
    let alike = match shelf {
        Shelf::Asks | Shelf::References => 0.6,
        _ => 0.9,
    };
    let head = |text: &str| text.chars().take(COMPARED).collect::<String>();
    let (before, now) = (head(before), head(now));
    now.starts_with(&before) || before.starts_with(&now) || strsim::normalized_levenshtein(&before, &now) >= alike
}

impl Store {
    /// Makes a draft findable under its title, and lays nothing of it on the shelves.
    pub(crate) fn learn_draft(&mut self, id: DraftId) -> Result<(), Error> {
        let (draft, _) = self.draft(id)?;
        let transaction = self.write()?;
        learn(&transaction, id, &draft)?;
        Ok(transaction.commit()?)
    }

    /// Lays what a draft holds on the shelves, and makes the draft findable under its title.
    pub(crate) fn settle(&mut self, id: DraftId, now: jiff::Timestamp) -> Result<(), Error> {
        let (draft, _) = self.draft(id)?;
        let at = self.tick(now);
        let transaction = self.write()?;
        let before = shelf::uses(&transaction, id)?;
        let mut after: Vec<Use> = Vec::new();
        let things = things(&draft);
        let mut numbers: Vec<Option<i64>> = vec![None; things.len()];

        // What the draft says as before needs nothing.
        for (thing, number) in things.iter().zip(&mut numbers) {
            let (shelf, said) = (thing.shelf(), said(thing));
            let same = |held: &&Use| held.shelf == shelf && held.said == said && !after.contains(held);
            if let Some(held) = before.iter().find(same) {
                *number = Some(held.entry);
                after.push(held.clone());
            }
        }
        let mut touched: Vec<(Shelf, i64)> = Vec::new();
        for (thing, number) in things.iter().zip(&mut numbers).filter(|(_, number)| number.is_none()) {
            let shelf = thing.shelf();
            let is_free = |held: &Held| !after.iter().any(|one| one.shelf == shelf && one.entry == held.id);
            let was_held = |held: &Held| before.iter().any(|one| one.shelf == shelf && one.entry == held.id);
            let identity = thing.identity();
            let mut known = shelf::known(&transaction, shelf, &identity)?;
            known.retain(is_free);
            known.sort_by_key(|held| !was_held(held));
            let mut there = known.into_iter().next();
            if there.is_none() {
                for held in before.iter().filter(|held| held.shelf == shelf) {
                    let held = shelf::by_number(&transaction, shelf, held.entry)?;
                    there = there.or(held.filter(|held| {
                        is_free(held) && held.of_one_draft && is_corrected(shelf, &held.identity, &identity)
                    }));
                }
            }
            let entry = match &there {
                // What was taken off the shelf while this draft held it stays off.
                Some(held) if held.removed && was_held(held) => held.id,
                Some(held) => {
                    let lies_there = shelf::entry(&transaction, shelf, held.id)?.thing;
                    shelf::write(&transaction, Some(held.id), &thing.over(&lies_there), false, at)?
                }
                None => shelf::write(&transaction, None, thing, false, at)?,
            };
            if !there.is_some_and(|held| held.removed && was_held(&held)) {
                touched.push((shelf, entry));
            }
            *number = Some(entry);
            after.push(Use { shelf, entry, said: said(thing) });
        }
        for held in
            before.iter().filter(|held| !after.iter().any(|one| (one.shelf, one.entry) == (held.shelf, held.entry)))
        {
            shelf::note_use(&transaction, id, held, false)?;
        }
        for held in &after {
            shelf::note_use(&transaction, id, held, true)?;
        }
        // People sit in the body that they are addressed in.
        let number_of = |wanted: &Thing| {
            let at = things
                .iter()
                .position(|thing| thing.shelf() == wanted.shelf() && thing.identity() == wanted.identity());
            at.and_then(|at| numbers[at])
        };
        for addressee in &draft.addressees {
            let body = number_of(&Thing::body(&addressee.body, &[]));
            for (place, person) in addressee.persons.iter().enumerate() {
                if let (Some(body), Some(number)) = (body, number_of(&Thing::person(person))) {
                    seat::seat(&transaction, body, number, person, place)?;
                    touched.extend([(Shelf::Bodies, body), (Shelf::People, number)]);
                }
            }
        }
        // References stand behind the asks that name them; a letter that names none makes no shelf forget.
        let exactly = |wanted: &Thing| {
            let is_it = |thing: &Thing| thing.shelf() == wanted.shelf() && thing.bare() == wanted.bare();
            numbers[things.iter().position(is_it)?]
        };
        for ask in &draft.asks {
            let behind = named_references(ask).into_iter().filter_map(|name| {
                let reference = draft.references.iter().find(|reference| reference.id == name)?;
                Some((name.to_owned(), exactly(&Thing::References(reference.clone()))?))
            });
            let behind: Vec<_> = behind.collect();
            if let Some(number) = exactly(&Thing::ask(ask)).filter(|_| !behind.is_empty()) {
                behind::put(&transaction, number, &behind)?;
            }
        }
        touched.sort();
        touched.dedup();
        for (shelf, entry) in touched {
            shelf::learn(&transaction, shelf, entry)?;
        }
        learn(&transaction, id, &draft)?;
        Ok(transaction.commit()?)
    }
}

fn learn(connection: &Connection, id: DraftId, draft: &Draft) -> Result<(), Error> {
    let title: String = connection.query_row("SELECT title FROM draft WHERE id = ?1", [id], |row| row.get(0))?;
    search::learn(connection, None, id, &title, &crate::held::text(draft))
}
