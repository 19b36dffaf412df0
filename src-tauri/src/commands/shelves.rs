//! The libraries.

use desk::{Entries, Entry, Shelf};
use tauri::command;

use super::{Answer, Asked};

/// Part of a shelf.
#[command(async)]
pub fn shelf(held: Asked, shelf: Shelf, words: &str, from: u32, count: u32) -> Answer<Entries> {
    held.ask(|desk| desk.shelf(shelf, words, from, count))
}

/// Lays something on its shelf.
#[command(async)]
pub fn lay(held: Asked, entry: Entry) -> Answer<Entry> {
    held.ask(|desk| desk.lay(&entry))
}

/// Takes something off its shelf.
#[command(async)]
pub fn take(held: Asked, shelf: Shelf, id: i64) -> Answer<()> {
    held.ask(|desk| desk.take(shelf, id))
}

/// Brings back what was taken off.
#[command(async)]
pub fn put_back(held: Asked, shelf: Shelf, id: i64) -> Answer<()> {
    held.ask(|desk| desk.put_back(shelf, id))
}
