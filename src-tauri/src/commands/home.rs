//! What lies on the desk, and the letter kinds.

use desk::{Hit, Home, Kind};
use tauri::command;

use super::{Answer, Asked};
use crate::system;

/// Part of the desk.
#[command(async)]
pub fn home(held: Asked, from: u32, count: u32) -> Answer<Home> {
    held.ask(|desk| desk.home(from, count))
}

/// What a search finds on desk and shelves.
#[command(async)]
pub fn search(held: Asked, words: &str) -> Answer<Vec<Hit>> {
    held.ask(|desk| desk.search(words))
}

/// The letter kinds.
#[command(async)]
pub fn kinds(held: Asked) -> Answer<Vec<Kind>> {
    held.ask(|desk| Ok(desk.kinds()))
}

/// A kind of the person's own, and its folder before them.
#[command(async)]
pub fn own_kind(held: Asked, from: &str) -> Answer<Kind> {
    let kind = held.ask(|desk| desk.own_kind(from))?;
    let folder = held.ask(|desk| Ok(desk.kinds_folder()))?.join(&kind.kind);
    // The kind is made, whether or not a file manager can show it; its folder can be shown again.
    let _ = system::open(&folder);
    Ok(kind)
}

/// The folder of the person's own kinds, in the file manager.
#[command(async)]
pub fn show_kinds_folder(held: Asked) -> Answer<()> {
    system::open(&held.ask(|desk| Ok(desk.kinds_folder()))?)
}
