//! Files that the system opens with Lectern in, drafts on the desk out.
//!
//! They come as arguments, from a second copy that was started with them, or on macOS as events. Their paths stay here;
//! the page learns only which draft came of them.

use std::ffi::OsString;
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
pub fn files(arguments: impl Iterator<Item = OsString>, here: &Path) -> Vec<PathBuf> {
    let file = |argument: OsString| {
        let path = here.join(&argument);
        // What is there is a file, even one whose name reads like an address: `re: budget.lectern`.
        if path.exists() {
            return Some(path);
        }
        match argument.to_str().map(Url::parse) {
            Some(Ok(url)) if url.scheme() == "file" => url.to_file_path().ok(),
            // `C:` is no scheme but a drive.
            Some(Ok(url)) if url.scheme().len() > 1 => None,
            _ => Some(path),
        }
    };
    let is_flag = |argument: &OsString| argument.as_encoded_bytes().starts_with(b"-");
    arguments.filter(|argument| !is_flag(argument)).filter_map(file).filter(|path| is_letter(path)).collect()
}

/// A second copy was started: its files come here, and this window comes to the front.
pub fn from_another_copy(app: &AppHandle, arguments: Vec<String>, here: String) {
    take(app, files(arguments.into_iter().skip(1).map(OsString::from), Path::new(&here)));
    if let Some(window) = app.get_webview_window("main") {
        // A window that cannot come forward is still there to be found.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// macOS opens files by events.
#[cfg(target_os = "macos")]
pub fn from_system(app: &AppHandle, urls: Vec<Url>) {
    take(app, files(urls.into_iter().map(|url| String::from(url).into()), Path::new("/")));
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
            let found = files(arguments.split(' ').map(OsString::from), Path::new("/here"));
            let expected: Vec<PathBuf> = expected.iter().map(PathBuf::from).collect();
            assert_eq!(found, expected, "{arguments}");
        };
        check("a.lectern", &["/here/a.lectern"]);
        check("/b/A.LECTERN sub/draft.toml", &["/b/A.LECTERN", "/here/sub/draft.toml"]);
        check("--flag.lectern notes.txt other.toml", &[]);
        #[cfg(unix)]
        check("file:///b/my%20letter.lectern", &["/b/my letter.lectern"]);
        check("https://example.org/a.lectern", &[]);
        check("re:budget.lectern", &[]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_there_may_be_called_anything() {
        use std::os::unix::ffi::OsStringExt;
        let here = tempfile::tempdir().unwrap();
        std::fs::write(here.path().join("re:budget.lectern"), "").unwrap();
        let unreadable = OsString::from_vec(b"caf\xe9.lectern".to_vec());
        let found = files([OsString::from("re:budget.lectern"), unreadable.clone()].into_iter(), here.path());
        assert_eq!(found, [here.path().join("re:budget.lectern"), here.path().join(unreadable)]);
    }
}
