//! Opening the desk, and stopping what takes too long.

use desk::{Desk, Start};
use tauri::{AppHandle, command};

use super::Asked;
use crate::system;

/// The state of the desk as the page opens.
#[command(async)]
pub fn start(app: AppHandle, held: Asked) -> Start {
    let start = held.start();
    system::spell(&app, &start.settings);
    start
}

/// Out of trouble: the desk from a backup.
#[command(async)]
pub fn start_from(app: AppHandle, held: Asked, backup: &str) -> Start {
    let start = held.open_otherwise(|folder| Desk::open_from(folder, desk::clock(), backup));
    system::spell(&app, &start.settings);
    start
}

/// Out of trouble: an empty desk.
#[command(async)]
pub fn start_anew(held: Asked) -> Start {
    held.open_otherwise(|folder| Desk::open_anew(folder, desk::clock()))
}

/// Stops the long work that goes on.
#[command(async)]
pub fn cancel(held: Asked) {
    held.cancel();
}
