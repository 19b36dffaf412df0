//! Answers of the tests that drive the window, in the place of a person whom no driver can play in a native dialog.
//!
//! The file that `LECTERN_E2E_ANSWERS` names holds one answer in each line, in the order in which dialogs open: a path,
//! a folder (ends with `/`) in which the offered name is taken, or nothing for a dialog that is closed. What would be
//! opened or shown outside, and what was asked, is written to the file `LECTERN_E2E_SHOWN`, a line for each.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use desk::Error;

use super::{Parent, Sort};

pub async fn save(_: &Parent, sort: Sort, name: &str) -> Option<PathBuf> {
    let answer = answer(&sort, name)?;
    Some(if answer.ends_with('/') { Path::new(&answer).join(name) } else { answer.into() })
}

pub async fn choose(_: &Parent, sort: Sort) -> Option<PathBuf> {
    answer(&sort, "").map(PathBuf::from)
}

pub async fn folder(_: &Parent, title: &str) -> Option<PathBuf> {
    let sort = Sort { title: "", name: "a folder", endings: &[] };
    note(title).ok()?;
    answer(&sort, "").map(PathBuf::from)
}

pub async fn close_anyway(_: &Parent, error: &Error) -> bool {
    // Told or not, the window goes.
    let _ = note(&format!("unkept {}", error.message));
    true
}

pub fn open(path: &Path) -> Result<(), String> {
    note(&format!("open {}", path.display()))
}

pub fn browse(url: &str) -> Result<(), String> {
    note(&format!("browse {url}"))
}

pub fn show(path: &Path) -> Result<(), String> {
    note(&format!("show {}", path.display()))
}

/// Takes the first answer off the file; an empty line, or none, closes the dialog.
fn answer(sort: &Sort, name: &str) -> Option<String> {
    note(&format!("ask {} ({}; {}): {name}", sort.title, sort.name, sort.endings.join(", "))).ok()?;
    let file = std::env::var_os("LECTERN_E2E_ANSWERS")?;
    let answers = fs::read_to_string(&file).ok()?;
    let (first, rest) = answers.split_once('\n').unwrap_or((&answers, ""));
    fs::write(&file, rest).ok()?;
    Some(first.to_owned()).filter(|answer| !answer.is_empty())
}

fn note(line: &str) -> Result<(), String> {
    let Some(file) = std::env::var_os("LECTERN_E2E_SHOWN") else { return Ok(()) };
    let shown = fs::OpenOptions::new().create(true).append(true).open(file);
    shown.and_then(|mut file| writeln!(file, "{line}")).map_err(|error| error.to_string())
}
