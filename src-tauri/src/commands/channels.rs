//! Handing in: portals, the text for each channel, packets, and what was handed in.

use desk::{Channels, DraftId, Handed, PortalCard, Receipt, Submission};
use letter::portal::Portal;
use letter::speech::Speech;
use tauri::{AppHandle, WebviewWindow, command};

use super::{Answer, Asked};
use crate::system;

/// All portals.
#[command(async)]
pub fn portals(held: Asked) -> Answer<Vec<PortalCard>> {
    held.ask(|desk| desk.portals())
}

/// Keeps a portal of the person's own.
#[command(async)]
pub fn save_portal(held: Asked, portal: Portal) -> Answer<PortalCard> {
    held.ask(|desk| desk.save_portal(&portal))
}

/// Takes a portal of the person's own away.
#[command(async)]
pub fn remove_portal(held: Asked, id: &str) -> Answer<()> {
    held.ask(|desk| desk.remove_portal(id))
}

/// Opens the page of a portal in the browser.
#[command(async)]
pub fn open_portal(held: Asked, id: &str) -> Answer<()> {
    system::browse(&held.ask(|desk| desk.portal_page(id))?)
}

/// What the live letter says in each channel.
#[command(async)]
pub fn channels(held: Asked) -> Answer<Channels> {
    held.ask(|desk| desk.channels())
}

/// What to say in so many seconds.
#[command(async)]
pub fn speech(held: Asked, seconds: u32) -> Answer<Speech> {
    held.ask(|desk| desk.speech(seconds))
}

/// The speech in large type in the system's viewer, to be printed.
#[command(async)]
pub fn print_speech(held: Asked, seconds: u32) -> Answer<()> {
    system::open(&held.ask(|desk| desk.printable_speech(seconds))?)
}

/// Some words on the clipboard.
#[command(async)]
pub fn copy_words(app: AppHandle, words: String) -> Answer<()> {
    system::copy(&app, words)
}

/// The message to the clerk as a draft in the mail program.
#[command(async)]
pub fn open_message(held: Asked) -> Answer<()> {
    system::open(&held.ask(|desk| desk.message_to_open())?)
}

/// The message to the clerk as a file, where the person says.
#[command]
pub async fn save_message(window: WebviewWindow, held: Asked<'_>) -> Answer<Option<Handed>> {
    let name = held.ask(|desk| desk.file_name("eml"))?;
    let Some(path) = system::save(&window, system::MESSAGE, &name).await else { return Ok(None) };
    held.ask(|desk| desk.save_message(&path)).map(Some)
}

/// The dates as a file for a calendar, where the person says.
#[command]
pub async fn save_calendar(window: WebviewWindow, held: Asked<'_>) -> Answer<Option<Handed>> {
    let name = held.ask(|desk| desk.file_name("ics"))?;
    let Some(path) = system::save(&window, system::CALENDAR, &name).await else { return Ok(None) };
    held.ask(|desk| desk.save_calendar(&path)).map(Some)
}

/// A folder with everything that is needed to hand the letter in, where the person says.
#[command]
pub async fn save_packet(window: WebviewWindow, held: Asked<'_>) -> Answer<Option<Handed>> {
    let Some(folder) = system::folder(&window, "Where to put the packet").await else { return Ok(None) };
    held.save_packet(&folder).map(Some)
}

/// What was handed in of a draft.
#[command(async)]
pub fn submissions(held: Asked, draft: DraftId) -> Answer<Vec<Submission>> {
    held.ask(|desk| desk.submissions(draft))
}

/// Notes that a draft was handed in, with exactly these words.
#[command(async)]
pub fn submit(held: Asked, draft: DraftId, at: &str, receipt: Receipt, words: &str) -> Answer<Submission> {
    held.ask(|desk| desk.submit(draft, at, &receipt, words))
}

/// Takes back what was noted by mistake.
#[command(async)]
pub fn remove_submission(held: Asked, id: i64) -> Answer<()> {
    held.ask(|desk| desk.remove_submission(id))
}
