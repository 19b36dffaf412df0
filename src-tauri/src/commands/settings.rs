//! Settings, and backups of the whole desk.

use desk::{Handed, Settings, Start};
use tauri::{AppHandle, Emitter, WebviewWindow, command};

use super::{Answer, Asked};
use crate::system;

/// Changes the settings.
#[command(async)]
pub fn set_settings(app: AppHandle, held: Asked, settings: Settings) -> Answer<Settings> {
    let settings = held.ask(|desk| desk.set_settings(&settings))?;
    system::spell(&app, &settings);
    Ok(settings)
}

/// The whole desk as one file, where the person says.
#[command]
pub async fn save_backup(window: WebviewWindow, held: Asked<'_>) -> Answer<Option<Handed>> {
    let Some(path) = system::save(&window, system::BACKUPS, &system::backup_name()).await else { return Ok(None) };
    held.work(tell(&window), |desk, told| desk.save_backup(&path, told)).map(Some)
}

/// The desk as it was in a backup that the person chooses.
#[command]
pub async fn restore_backup(window: WebviewWindow, held: Asked<'_>) -> Answer<Option<Start>> {
    let Some(path) = system::choose(&window, system::BACKUPS).await else { return Ok(None) };
    held.work(tell(&window), |desk, told| desk.restore_backup(&path, told)).map(Some)
}

/// Tells the page how far long work is.
fn tell(window: &WebviewWindow) -> impl Fn(Option<desk::Progress>) {
    // A page that is gone misses nothing.
    move |progress| drop(window.emit("progress", progress))
}
