//! The versions of the live draft.

use desk::{Opened, Version, View};
use tauri::command;

use super::{Answer, Asked};

/// All versions.
#[command(async)]
pub fn versions(held: Asked) -> Answer<Vec<Version>> {
    held.ask(|desk| desk.versions())
}

/// The live draft as it was.
#[command(async)]
pub fn version(held: Asked, version: i64) -> Answer<Opened> {
    held.ask(|desk| desk.version(version))
}

/// Back to the live draft as it is.
#[command(async)]
pub fn leave_version(held: Asked) -> Answer<View> {
    held.ask(|desk| desk.leave_version())
}

/// Makes an older version the live draft.
#[command(async)]
pub fn restore(held: Asked, version: i64) -> Answer<Opened> {
    held.ask(|desk| desk.restore(version))
}
