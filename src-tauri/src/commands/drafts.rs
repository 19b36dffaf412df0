//! Drafts and campaigns, and the live draft.

use desk::{Campaign, Change, DraftId, Kept, Opened, View};
use tauri::command;

use super::{Answer, Asked};

/// A new draft of a kind.
#[command(async)]
pub fn start_draft(held: Asked, kind: &str, campaign: Option<i64>) -> Answer<DraftId> {
    held.ask(|desk| desk.start_draft(kind, campaign))
}

/// A draft from the worked sample of a kind.
#[command(async)]
pub fn start_sample(held: Asked, kind: &str) -> Answer<DraftId> {
    held.ask(|desk| desk.start_sample(kind))
}

/// The sample campaign with a letter for it.
#[command(async)]
pub fn try_sample_campaign(held: Asked) -> Answer<DraftId> {
    held.ask(|desk| desk.try_sample_campaign())
}

/// A campaign made of a draft.
#[command(async)]
pub fn keep_campaign(held: Asked, draft: DraftId, name: &str) -> Answer<Campaign> {
    held.ask(|desk| desk.keep_campaign(draft, name))
}

/// Takes a campaign off the desk.
#[command(async)]
pub fn remove_campaign(held: Asked, campaign: i64) -> Answer<()> {
    held.ask(|desk| desk.remove_campaign(campaign))
}

/// Makes a draft the live one.
#[command(async)]
pub fn open_draft(held: Asked, draft: DraftId) -> Answer<Opened> {
    held.ask(|desk| desk.open_draft(draft))
}

/// Changes the live draft, if it is this one.
#[command(async)]
pub fn edit(held: Asked, draft: DraftId, changes: Vec<Change>) -> Answer<View> {
    held.ask(|desk| desk.edit(draft, &changes))
}

/// Writes the live draft to the disk, if it is this one.
#[command(async)]
pub fn keep(held: Asked, draft: DraftId) -> Answer<Kept> {
    held.ask(|desk| desk.keep(draft))
}

/// Keeps and closes the live draft.
#[command(async)]
pub fn close_draft(held: Asked) -> Answer<()> {
    held.ask(|desk| desk.close_draft())
}

/// A copy of a draft.
#[command(async)]
pub fn duplicate_draft(held: Asked, draft: DraftId) -> Answer<DraftId> {
    held.ask(|desk| desk.duplicate_draft(draft))
}

/// Takes a draft off the desk.
#[command(async)]
pub fn remove_draft(held: Asked, draft: DraftId) -> Answer<()> {
    held.ask(|desk| desk.remove_draft(draft))
}

/// Brings a removed draft back.
#[command(async)]
pub fn put_back_draft(held: Asked, draft: DraftId) -> Answer<()> {
    held.ask(|desk| desk.put_back_draft(draft))
}

/// The live letter as plain text.
#[command(async)]
pub fn plain_text(held: Asked) -> Answer<String> {
    held.ask(|desk| desk.plain_text())
}
