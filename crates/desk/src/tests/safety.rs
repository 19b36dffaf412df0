//! What can go wrong with a disk: each has its own words, and nothing is lost.
//!
//! The tests may run as root, whom no permission stops: a full disk is a database that may not grow, a disk that can
//! only be read is a connection that may only read, a removed drive is a file that is moved away.

use std::fs;

use serde_json::json;

use super::{Scene, keep, set, started};
use crate::desk::Desk;
use crate::error::{Code, Error};

fn refused(folder: &std::path::Path, scene: &Scene) -> Error {
    match Desk::open(folder, scene.hands.clock()) {
        Ok(_) => panic!("{} opened", folder.display()),
        Err(trouble) => {
            assert!(!trouble.can_start_anew && trouble.backups.is_empty());
            trouble.error
        }
    }
}

/// An error names the thing, says that the work is safe and what to do.
fn is_clear(error: &Error, code: Code, words: &str) {
    assert_eq!(error.code, code, "{error:?}");
    assert!(error.message.contains(words), "{error:?}");
    assert!(!error.message.ends_with('.') && error.hint.ends_with('.') && error.hint.len() > 20, "{error:?}");
}

#[test]
fn a_second_copy_of_the_program_is_told_to_go_to_the_first() {
    let scene = Scene::new();
    let desk = scene.open();
    is_clear(&refused(scene.folder(), &scene), Code::Busy, "already open");
    drop(desk);
    scene.open();
}

#[test]
fn a_newer_desk_is_refused_untouched() {
    let scene = Scene::new();
    let desk = scene.open();
    started(&desk);
    desk.store().run("PRAGMA user_version = 99").unwrap();
    desk.store().end_session().unwrap();
    drop(desk);
    let path = scene.folder().join("lectern.db");
    let (before, files) = (fs::read(&path).unwrap(), scene.files());
    is_clear(&refused(scene.folder(), &scene), Code::Newer, "newer Lectern");
    assert!(fs::read(&path).unwrap() == before);
    assert_eq!(scene.files(), files);
}

#[test]
fn a_full_disk_keeps_the_draft_open_until_there_is_room() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    let pages = desk.store().number("PRAGMA page_count");
    desk.store().run(&format!("PRAGMA max_page_count = {pages}")).unwrap();
    let long = "a word and another ".repeat(9000);
    set(&desk, "words.hook", json!(long));
    is_clear(&keep(&desk).unwrap_err(), Code::Unkept, "disk is full");
    is_clear(&desk.close_draft().unwrap_err(), Code::Unkept, "disk is full");
    is_clear(&desk.close().unwrap_err(), Code::Unkept, "disk is full");
    set(&desk, "closing", json!("Typed on a full disk,"));
    desk.store().run("PRAGMA max_page_count = 100000").unwrap();
    desk.close().unwrap();
    drop(desk);
    let draft = scene.open().open_draft(id).unwrap().draft;
    assert_eq!((json!(draft.words["hook"]), draft.closing.as_deref()), (json!(long), Some("Typed on a full disk,")));
}

#[test]
fn a_disk_that_can_only_be_read_keeps_the_draft_open() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    desk.store().run("PRAGMA query_only = true").unwrap();
    set(&desk, "closing", json!("Warmly,"));
    is_clear(&keep(&desk).unwrap_err(), Code::Unkept, "can only be read");
    is_clear(&desk.open_draft(id).unwrap_err(), Code::Unkept, "can only be read");
    assert!(desk.plain_text().unwrap().contains("Warmly,"), "the draft is still open");
    desk.store().run("PRAGMA query_only = false").unwrap();
    keep(&desk).unwrap();
}

#[test]
fn a_disk_that_takes_nothing_more_does_not_hold_what_is_kept() {
    let scene = Scene::new();
    let desk = scene.open();
    let (one, other) = (started(&desk), started(&desk));
    desk.store().run("PRAGMA query_only = true").unwrap();
    assert_eq!(desk.open_draft(one).unwrap().id, one);
    desk.close_draft().unwrap();
    assert_eq!(desk.edit(one, &[]).unwrap_err().code, Code::Gone);
    desk.open_draft(other).unwrap();
    desk.close().unwrap();
    drop(desk);
    assert_eq!(scene.open().home(0, 9).unwrap().count, 2);
}

#[test]
fn a_drive_that_is_removed_and_comes_back_loses_nothing() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    let (path, away) = (scene.folder().join("lectern.db"), tempfile::tempdir_in(scene.folder()).unwrap());
    let endings = ["", "-wal", "-shm"];
    let beside = |ending: &str| scene.folder().join(format!("lectern.db{ending}"));
    for ending in endings {
        fs::rename(beside(ending), away.path().join(format!("x{ending}"))).unwrap();
    }
    set(&desk, "closing", json!("Warmly,"));
    is_clear(&keep(&desk).unwrap_err(), Code::Unkept, "no longer there");
    assert!(!path.exists(), "nothing is written where a drive should be");
    // It comes back as another file of the same content, as a drive does that was mounted anew.
    for ending in endings {
        fs::copy(away.path().join(format!("x{ending}")), beside(ending)).unwrap();
    }
    keep(&desk).unwrap();
    desk.close().unwrap();
    drop(desk);
    assert_eq!(scene.open().open_draft(id).unwrap().draft.closing.as_deref(), Some("Warmly,"));
}

#[test]
fn a_file_that_takes_the_desks_place_is_not_written_to_unless_it_is_this_desk() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    let path = scene.folder().join("lectern.db");
    let another = Scene::new();
    let other = another.open();
    assert_eq!(started(&other), id, "the draft of another desk has the same number");
    other.close().unwrap();
    drop(other);
    let strangers = [
        ("another desk", fs::read(another.folder().join("lectern.db")).unwrap()),
        ("nothing", Vec::new()),
        ("a letter", b"a letter to my mother".to_vec()),
        ("another program's", other_database(&scene)),
    ];
    let away = scene.folder().join("away.db");
    fs::rename(&path, &away).unwrap();
    set(&desk, "closing", json!("Warmly,"));
    for (what, bytes) in strangers {
        fs::write(&path, &bytes).unwrap();
        is_clear(&keep(&desk).unwrap_err(), Code::Unkept, "another file lies where");
        is_clear(&desk.set_settings(&Default::default()).unwrap_err(), Code::Unkept, "another file lies where");
        assert!(fs::read(&path).unwrap() == bytes, "{what}");
        fs::remove_file(&path).unwrap();
    }
    fs::rename(&away, &path).unwrap();
    desk.close().unwrap();
    drop(desk);
    assert_eq!(scene.open().open_draft(id).unwrap().draft.closing.as_deref(), Some("Warmly,"));
}

#[test]
fn a_folder_that_is_missing_is_made_and_one_that_cannot_be_is_named() {
    let scene = Scene::new();
    let deep = scene.folder().join("not/yet/there");
    drop(Desk::open(&deep, scene.hands.clock()).unwrap_or_else(|trouble| panic!("{:?}", trouble.error)));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&deep), mode(&deep.join("lectern.db"))), (0o700, 0o600));
        fs::set_permissions(deep.join("lectern.db"), fs::Permissions::from_mode(0o644)).unwrap();
        drop(Desk::open(&deep, scene.hands.clock()).ok().unwrap());
        assert_eq!(mode(&deep.join("lectern.db")), 0o600, "one that others could read is made private");
    }
    let file = scene.folder().join("a file");
    fs::write(&file, "the person's own").unwrap();
    is_clear(&refused(&file, &scene), Code::Place, "it is a file, not a folder");
    is_clear(&refused(&file.join("below"), &scene), Code::Place, "a file/below");
    assert_eq!(fs::read_to_string(&file).unwrap(), "the person's own");
    let blocked = scene.folder().join("blocked");
    fs::create_dir_all(blocked.join("lectern.db")).unwrap();
    is_clear(&refused(&blocked, &scene), Code::Place, "lectern.db");
}

#[test]
fn a_file_that_is_no_desk_is_not_taken_for_one() {
    let scene = Scene::new();
    let path = scene.folder().join("lectern.db");
    for bytes in [b"a letter to my mother".to_vec(), vec![0; 8192], other_database(&scene)] {
        fs::write(&path, &bytes).unwrap();
        let Err(trouble) = Desk::open(scene.folder(), scene.hands.clock()) else { panic!("it opened") };
        assert_eq!((trouble.error.code, trouble.can_start_anew), (Code::Damaged, true));
        assert!(fs::read(&path).unwrap() == bytes);
    }
}

/// A database of another program.
fn other_database(scene: &Scene) -> Vec<u8> {
    let folder = tempfile::tempdir_in(scene.folder()).unwrap();
    let desk = Desk::open(folder.path(), scene.hands.clock()).ok().unwrap();
    desk.store().run("PRAGMA application_id = 7").unwrap();
    desk.store().end_session().unwrap();
    drop(desk);
    fs::read(folder.path().join("lectern.db")).unwrap()
}

#[test]
fn what_a_crash_left_unfinished_is_swept_and_nothing_else() {
    let scene = Scene::new();
    drop(scene.open());
    fs::create_dir_all(scene.folder().join("backups")).unwrap();
    for name in [".lectern-x1y2", "backups/.lectern-z", "notes.txt", "backups/mine.db"] {
        fs::write(scene.folder().join(name), "x").unwrap();
    }
    let desk = scene.open();
    assert_eq!(scene.backups(), ["mine.db"]);
    let files = scene.files();
    assert!(files.contains(&"notes.txt".to_owned()) && files.iter().all(|name| !name.starts_with('.')), "{files:?}");
    drop(desk);
}
