//! Cases under `tests/fit`, and what holds for every draft and every limit.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::*;
use crate::draft::{Ask, Priority, Words};
use crate::portal::{Limit, LimitUnit};
use crate::{draft_file, portal, template};

/// What a case asks for: the first line of `case.toml` says why it is there.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The draft, from the folder of the case.
    #[serde(default = "beside")]
    draft: String,
    /// A built-in portal.
    #[serde(default)]
    portal: String,
    /// A limit, where no portal is named.
    limit: Option<Limit>,
    /// Minutes to speak, for a speech.
    minutes: Option<u32>,
}

fn beside() -> String {
    "draft.toml".to_owned()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fit")
}

#[allow(clippy::disallowed_methods, reason = "the cases are files; only the library itself may not read them")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).replace("\r\n", "\n")
}

/// Holds a found text against the expected file; with `UPDATE` set, writes it there.
#[allow(clippy::disallowed_methods, reason = "the cases are files; only the library itself may not touch them")]
fn hold(path: &Path, found: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, found).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return;
    }
    assert_eq!(read(path), found, "{}", path.display());
}

fn draft_at(path: &Path) -> (Template, Draft) {
    let draft = draft_file::read(&read(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display())).draft;
    let template = template::built_in_kind(&draft.kind).unwrap_or_else(|| panic!("{}", draft.kind));
    (template, draft)
}

/// What was done, a paragraph for each change.
fn listed(fitted: &Fitted) -> String {
    let mut out = String::new();
    let Gauge { used, limit, near, over } = fitted.gauge;
    let limit = limit.map_or("no limit".to_owned(), |limit| format!("of {limit}"));
    let near = if near { ", near" } else { "" };
    let over = if over > 0 { format!(", over by {over}") } else { String::new() };
    let Counts { words, characters, units } = fitted.counts;
    let _ = writeln!(out, "{used} {limit}{near}{over}; {words} words, {characters} characters, {units} units");
    for change in &fitted.changes {
        let piece = if change.piece.is_empty() { "the template" } else { &change.piece };
        let what = match change.what {
            What::Shortened => "shortened",
            What::OneLine => "to one line",
            What::Cut => "cut to its first sentences",
            What::LeftOut => "left out",
        };
        let _ = writeln!(out, "\n{piece}: {what}, saves {}\nmissing: {}", change.saved, change.missing);
    }
    if let Some(shorten) = &fitted.shorten {
        let Shorten { piece, sentence, by, pinned } = shorten;
        let why = if *pinned { " (pinned)" } else { "" };
        let _ = writeln!(out, "\nshorten {piece} by {by}{why}: {sentence}");
    }
    out
}

#[test]
fn every_case_fits_as_expected() {
    #[allow(clippy::disallowed_methods, reason = "the cases are files")]
    let entries = std::fs::read_dir(folder()).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    assert!(cases.len() >= 12, "{}", cases.len());
    for folder in cases {
        let name = folder.display();
        let text = read(&folder.join("case.toml"));
        assert!(text.starts_with("# "), "{name}: the first line says what the case is for");
        let case: Case = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let (template, draft) = draft_at(&folder.join(&case.draft));
        if let Some(minutes) = case.minutes {
            let _ = minutes;
            continue;
        }
        let portal = match case.limit {
            Some(limit) => Portal { id: case.portal, limit: Some(limit), ..Portal::default() },
            None => portal::built_in_portal(&case.portal).unwrap_or_else(|| panic!("{name}: {}", case.portal)),
        };
        let fitted = fit(&template, &draft, &portal).unwrap();
        hold(&folder.join("text.txt"), &(fitted.text.clone() + "\n"));
        hold(&folder.join("changes.txt"), &listed(&fitted));
    }
}
