//! Files that the system opens with Lectern in, drafts on the desk out.
//!
//! They come as arguments, from a second copy that was started with them, or on macOS as events. Their paths stay here;
//! the page learns only which draft came of them.

use std::path::{Path, PathBuf};

use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager, Url};

use crate::held::Held;

/// What the page hears of a file that was opened.
#[derive(Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Opened {
    Draft(desk::DraftId),
    Error(desk::Error),
}

/// The files among a program's arguments, as they are meant from this folder.
pub fn files(arguments: impl Iterator<Item = String>, here: &Path) -> Vec<PathBuf> {
    let file = |argument: String| match Url::parse(&argument) {
        Ok(url) if url.scheme() == "file" => url.to_file_path().ok(),
        // `C:` is no scheme but a drive.
        Ok(url) if url.scheme().len() > 1 => None,
        _ => Some(here.join(argument)),
    };
    arguments.filter(|argument| !argument.starts_with('-')).filter_map(file).filter(|path| is_letter(path)).collect()
}

/// A second copy was started: its files come here, and this window comes to the front.
pub fn from_another_copy(app: &AppHandle, arguments: Vec<String>, here: String) {
    take(app, files(arguments.into_iter().skip(1), Path::new(&here)));
    if let Some(window) = app.get_webview_window("main") {
        // A window that cannot come forward is still there to be found.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// macOS opens files by events.
#[cfg(target_os = "macos")]
pub fn from_system(app: &AppHandle, urls: Vec<Url>) {
    take(app, files(urls.into_iter().map(String::from), Path::new("/")));
}

fn take(app: &AppHandle, files: Vec<PathBuf>) {
    let app = app.clone();
    // Not on the thread that draws.
    std::thread::spawn(move || {
        for file in files {
            let Some(outcome) = app.state::<Held>().opened(file) else { continue };
            let opened = outcome.map_or_else(Opened::Error, Opened::Draft);
            // Without a page there is nobody to tell, and the draft lies on the desk.
            let _ = app.emit("opened", opened);
        }
    });
}

fn is_letter(path: &Path) -> bool {
    let ending = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("lectern"));
    ending || path.file_name().is_some_and(|name| name == "draft.toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_among_arguments() {
        let check = |arguments: &str, expected: &[&str]| {
            let found = files(arguments.split(' ').map(str::to_owned), Path::new("/here"));
            let expected: Vec<PathBuf> = expected.iter().map(PathBuf::from).collect();
            assert_eq!(found, expected, "{arguments}");
        };
        check("a.lectern", &["/here/a.lectern"]);
        check("/b/A.LECTERN sub/draft.toml", &["/b/A.LECTERN", "/here/sub/draft.toml"]);
        check("--flag.lectern notes.txt other.toml", &[]);
        #[cfg(unix)]
        check("file:///b/my%20letter.lectern", &["/b/my letter.lectern"]);
        check("https://example.org/a.lectern", &[]);
    }
}
