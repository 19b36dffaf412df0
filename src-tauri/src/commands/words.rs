//! Rich text, what is pasted, and pictures.

use desk::AddedPicture;
use letter::markup::rich::RichBlock;
use tauri::{WebviewWindow, command};

use super::{Answer, Asked};
use crate::system::{self, PictureUse};

/// Rich text as an editor's tree.
#[command(async)]
pub fn rich(markup: &str) -> Vec<RichBlock> {
    desk::rich(markup)
}

/// What was pasted, cleaned.
#[command(async)]
pub fn pasted(html: &str, text: &str) -> Vec<RichBlock> {
    desk::pasted(html, text)
}

/// A picture that the person chooses.
#[command]
pub async fn choose_picture(window: WebviewWindow, held: Asked<'_>, r#use: PictureUse) -> Answer<Option<AddedPicture>> {
    let Some(path) = system::choose(&window, r#use.into()).await else { return Ok(None) };
    let (name, bytes) = system::read(&path)?;
    held.ask(|desk| desk.add_picture(&name, &bytes)).map(Some)
}

/// The same picture with its white background made clear.
#[command(async)]
pub fn lift_white(held: Asked, picture: &str) -> Answer<AddedPicture> {
    held.ask(|desk| desk.lift_white(picture))
}
