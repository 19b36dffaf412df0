//! Handing the letter over: files, the clipboard, drafts as files.

use desk::{DraftId, Handed, Wanted};
use tauri::{AppHandle, WebviewWindow, command};

use super::{Answer, Asked};
use crate::system;

/// Files of the live draft, where the person says.
#[command]
pub async fn export_draft(window: WebviewWindow, held: Asked<'_>, wanted: Wanted) -> Answer<Option<Handed>> {
    let name = held.ask(|desk| desk.export_name(wanted))?;
    let Some(path) = system::save(&window, wanted.into(), &name).await else { return Ok(None) };
    held.export(wanted, &path).map(Some)
}

/// Opens a file of the last export.
#[command(async)]
pub fn open_file(held: Asked, index: usize) -> Answer<()> {
    system::open(&held.handed(index)?)
}

/// Shows the last export in the file manager.
#[command(async)]
pub fn show_in_folder(held: Asked) -> Answer<()> {
    system::show(&held.handed(0)?)
}

/// The live letter in the system's viewer, to be printed.
#[command(async)]
pub fn print(held: Asked) -> Answer<()> {
    system::open(&held.ask(|desk| desk.printable())?)
}

/// The plain text on the clipboard.
#[command(async)]
pub fn copy_text(app: AppHandle, held: Asked) -> Answer<()> {
    system::copy(&app, held.ask(|desk| desk.plain_text())?)
}

/// The live draft as a file, where the person says.
#[command]
pub async fn save_as_file(window: WebviewWindow, held: Asked<'_>) -> Answer<Option<Handed>> {
    let name = system::draft_name(&held.ask(|desk| desk.export_name(Wanted::Pdf))?);
    let Some(path) = system::save(&window, system::DRAFT, &name).await else { return Ok(None) };
    held.ask(|desk| desk.save_file(&path)).map(Some)
}

/// A file that the person chooses, as a new draft.
#[command]
pub async fn bring_in(window: WebviewWindow, held: Asked<'_>) -> Answer<Option<DraftId>> {
    let Some(path) = system::choose(&window, system::DRAFTS).await else { return Ok(None) };
    held.ask(|desk| desk.bring_in(&path)).map(Some)
}
