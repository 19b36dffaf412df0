//! Every past store stays readable: one file of each schema that was ever released lies in `tests/stores/`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::{Scene, kind, set};
use crate::shelf::Shelf;

fn stores() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stores")
}

/// Makes the file of today's schema, once, when the schema is released: `cargo test -p desk -- --ignored store_of`.
#[test]
#[ignore = "a store that was released is never made anew"]
fn a_store_of_todays_schema_is_made() {
    let scene = Scene::new();
    let desk = scene.open();
    // A sample that is as it was begun would fill no shelf.
    let sample = desk.start_sample(&kind()).unwrap();
    desk.open_draft(sample).unwrap();
    set(&desk, "closing", json!("With care"));
    let id = desk.try_sample_campaign().unwrap();
    desk.open_draft(id).unwrap();
    set(&desk, "words.hook", json!("Words that were written under schema 1."));
    let picture = desk.store().add_picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg").unwrap();
    assert_eq!(picture, "a87cba1d08bc5397.svg");
    let name = format!("schema-{}.db", desk.store().number("PRAGMA user_version"));
    desk.close().unwrap();
    drop(desk);
    fs::copy(scene.folder().join("lectern.db"), stores().join(name)).unwrap();
}

#[test]
fn every_past_store_opens_with_all_that_is_in_it() {
    let past: Vec<PathBuf> = super::names(&stores()).iter().map(|name| stores().join(name)).collect();
    let past: Vec<&PathBuf> =
        past.iter().filter(|path| path.extension().is_some_and(|ending| ending == "db")).collect();
    assert!(!past.is_empty());
    for store in past {
        let scene = Scene::new();
        fs::copy(store, scene.folder().join("lectern.db")).unwrap();
        let desk = scene.open();
        assert_eq!(desk.start().notices, [], "{}", store.display());
        let home = desk.home(0, 9).unwrap();
        assert_eq!((home.count, home.campaigns.len()), (2, 1));
        let found = desk.search("written under").unwrap();
        let opened = desk.open_draft(found[0].id).unwrap();
        assert_eq!(json!(opened.draft.words["hook"]), json!("Words that were written under schema 1."));
        assert_eq!(desk.versions().unwrap().len(), 2);
        let count = |shelf| desk.shelf(shelf, "", 0, 9).unwrap().count;
        assert_eq!(Shelf::ALL.map(count), [4, 1, 3, 1, 1, 1]);
        assert!(desk.store().picture("a87cba1d08bc5397.svg").unwrap().is_some());
        desk.close().unwrap();
    }
}
