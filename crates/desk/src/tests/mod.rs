//! The desk as its window uses it: one folder, one clock that the test sets.

mod backups;
mod campaigns;
mod handing;
mod handing_in;
mod history;
mod home;
mod kinds;
mod safety;
mod shelves;
mod stores;
mod writing;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::desk::{Clock, Desk};
use crate::error::Error;
use crate::home::DraftId;
use crate::live::{Change, Kept};

/// A clock that stands still until it is moved.
#[derive(Clone)]
struct Hands(Arc<AtomicI64>);

impl Hands {
    fn at(moment: &str) -> Self {
        Self(Arc::new(AtomicI64::new(moment.parse::<Timestamp>().unwrap().as_millisecond())))
    }

    fn clock(&self) -> Clock {
        let hands = self.0.clone();
        Box::new(move || Timestamp::from_millisecond(hands.load(Ordering::Relaxed)).unwrap())
    }

    fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::Relaxed);
    }
}

/// A desk in a folder of its own.
struct Scene {
    home: tempfile::TempDir,
    hands: Hands,
}

impl Scene {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap(), hands: Hands::at("2026-02-10T17:00:00Z") }
    }

    fn folder(&self) -> &Path {
        self.home.path()
    }

    fn open(&self) -> Desk {
        Desk::open(self.folder(), self.hands.clock()).unwrap_or_else(|trouble| panic!("{:?}", trouble.error))
    }

    /// The names in the desk's folder.
    fn files(&self) -> Vec<String> {
        names(self.folder())
    }

    fn backups(&self) -> Vec<String> {
        names(&self.folder().join("backups"))
    }
}

fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().map(|file| file.unwrap().file_name());
    let mut names: Vec<String> = files.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

/// A letter kind that asks, and has a sample.
fn kind() -> String {
    letter::template::built_in().remove(0).kind
}

fn set(desk: &Desk, path: &str, value: Value) {
    let live = desk.live_id().unwrap();
    desk.edit(live, &[Change { path: path.to_owned(), value }]).unwrap();
}

/// Keeps whichever draft is open.
fn keep(desk: &Desk) -> Result<Kept, Error> {
    desk.keep(desk.live_id().unwrap())
}

/// Starts a letter, opens it and writes its first words.
fn started(desk: &Desk) -> DraftId {
    let id = desk.start_draft(&kind(), None).unwrap();
    desk.open_draft(id).unwrap();
    set(desk, "item.title", json!("A title of its own"));
    keep(desk).unwrap();
    id
}
