//! Dialogs that a person answers, and programs that show what was made.

use std::path::{Path, PathBuf};

use desk::Error;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath, MessageDialogButtons, MessageDialogKind};
use tokio::sync::oneshot;

use super::{Parent, Sort};

/// Asks where to save a file that is to be called so. Closed without a choice, there is no path.
pub async fn save(parent: &Parent, sort: Sort, name: &str) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    dialog(parent, sort).set_file_name(name).save_file(move |path| drop(answer.send(path)));
    path(answered.await)
}

/// Asks for a file to read.
pub async fn choose(parent: &Parent, sort: Sort) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    dialog(parent, sort).pick_file(move |path| drop(answer.send(path)));
    path(answered.await)
}

/// Asks for a folder to put something into.
pub async fn folder(parent: &Parent, title: &str) -> Option<PathBuf> {
    let (answer, answered) = oneshot::channel();
    let dialog = parent.dialog().file().set_parent(parent).set_title(title);
    dialog.pick_folder(move |path| drop(answer.send(path)));
    path(answered.await)
}

/// Tells that the last changes cannot be kept, and asks whether to close all the same.
pub async fn close_anyway(parent: &Parent, error: &Error) -> bool {
    let (answer, answered) = oneshot::channel();
    let text = format!("Your last changes could not be kept: {}.\n\n{}", error.message, error.hint);
    let buttons =
        MessageDialogButtons::OkCancelCustom("Close without them".to_owned(), "Stay in the window".to_owned());
    let message = parent.dialog().message(text).title("Lectern").kind(MessageDialogKind::Error);
    message.buttons(buttons).parent(parent).show(move |goes| {
        // Nobody waits any longer when the window is gone.
        let _ = answer.send(goes);
    });
    // A dialog that cannot be shown must not keep the window open for ever.
    answered.await.unwrap_or(true)
}

/// Opens a path with the system's program for it.
pub fn open(path: &Path) -> Result<(), String> {
    tauri_plugin_opener::open_path(path, None::<&str>).map_err(|error| error.to_string())
}

/// Opens a page in the browser.
pub fn browse(url: &str) -> Result<(), String> {
    tauri_plugin_opener::open_url(url, None::<&str>).map_err(|error| error.to_string())
}

/// Shows a path in the file manager.
pub fn show(path: &Path) -> Result<(), String> {
    tauri_plugin_opener::reveal_item_in_dir(path).map_err(|error| error.to_string())
}

fn dialog(parent: &Parent, sort: Sort) -> FileDialogBuilder<tauri::Wry> {
    parent.dialog().file().set_parent(parent).set_title(sort.title).add_filter(sort.name, sort.endings)
}

fn path(answered: Result<Option<FilePath>, oneshot::error::RecvError>) -> Option<PathBuf> {
    answered.ok().flatten()?.into_path().ok()
}
