//! Backups: rolling, saved, restored, and offered when the desk is damaged.

use std::fs;
use std::ops::ControlFlow;

use serde_json::json;

use super::{Scene, keep, set, started};
use crate::desk::Desk;
use crate::error::Code;
use crate::handed::Progress;
use crate::start::Trouble;

fn on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn trouble(scene: &Scene) -> Trouble {
    match Desk::open(scene.folder(), scene.hands.clock()) {
        Ok(_) => panic!("the desk opened"),
        Err(trouble) => trouble,
    }
}

/// A desk with one letter, closed, with a backup.
fn closed(scene: &Scene) {
    let desk = scene.open();
    started(&desk);
    desk.close().unwrap();
}

/// Overwrites the middle of the desk's file, as a bad disk would.
fn damage(scene: &Scene) -> Vec<u8> {
    let path = scene.folder().join("lectern.db");
    let mut bytes = fs::read(&path).unwrap();
    let from = bytes.len() / 8;
    bytes[from..].fill(0x5a);
    fs::write(&path, &bytes).unwrap();
    bytes
}

#[test]
fn a_damaged_desk_is_set_aside_and_its_newest_good_backup_opened() {
    let scene = Scene::new();
    closed(&scene);
    scene.hands.pass(60);
    let desk = scene.open();
    started(&desk);
    desk.close().unwrap();
    drop(desk);
    fs::write(scene.folder().join("backups/lectern-20260210-170200.db"), "no database at all").unwrap();
    let damaged = damage(&scene);
    let trouble = trouble(&scene);
    assert_eq!((trouble.error.code, trouble.can_start_anew), (Code::Damaged, true));
    let offered: Vec<_> = trouble.backups.iter().map(|backup| (backup.made.as_str(), backup.drafts)).collect();
    assert_eq!(offered, [("2026-02-10T17:01:00Z", 2), ("2026-02-10T17:00:00Z", 1)], "the newest first, good ones only");
    assert!(fs::read(scene.folder().join("lectern.db")).unwrap() == damaged, "looking changes nothing");

    let desk = Desk::open_from(scene.folder(), scene.hands.clock(), &trouble.backups[0].name).unwrap();
    assert_eq!(desk.home(0, 9).unwrap().count, 2);
    let notices = desk.start().notices;
    assert!(notices.len() == 1 && notices[0].hint.contains("lectern-set-aside-20260210-170100.db"), "{notices:?}");
    let aside = scene.folder().join("lectern-set-aside-20260210-170100.db");
    assert!(fs::read(aside).unwrap() == damaged, "it is kept as it was");
}

/// Makes a desk so large that not all of it is looked through at each start.
fn grow(scene: &Scene, desk: &Desk) {
    for _ in 0..3 {
        let noise: Vec<u8> =
            (0..4_000_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let mut picture = noise;
        picture.extend(scene.hands.clock()().as_millisecond().to_be_bytes());
        scene.hands.pass(1);
        desk.store().add_picture(&picture, "png").unwrap();
    }
}

/// Overwrites a page that holds a draft's text, which opening alone does not read.
fn damage_text(scene: &Scene) -> Vec<u8> {
    let path = scene.folder().join("lectern.db");
    let mut bytes = fs::read(&path).unwrap();
    assert!(bytes.len() > 8_000_000);
    let text = bytes.windows(9).position(|text| text == b"\"closing\"").unwrap() / 4096 * 4096;
    bytes[text..text + 4].fill(0xff);
    fs::write(&path, &bytes).unwrap();
    bytes
}

#[test]
fn damage_in_a_large_desk_is_found_when_its_backup_is_made_and_told_at_the_next_start() {
    let scene = Scene::new();
    closed(&scene);
    let desk = scene.open();
    grow(&scene, &desk);
    desk.close().unwrap();
    drop(desk);
    damage_text(&scene);
    let desk = scene.open();
    desk.set_settings(&crate::Settings::default()).unwrap();
    scene.hands.pass(60);
    desk.close().unwrap();
    drop(desk);
    assert_eq!(scene.backups().len(), 2, "no damaged backup takes the place of a good one");
    let trouble = trouble(&scene);
    assert_eq!((trouble.error.code, trouble.backups.len()), (Code::Damaged, 2));
    let desk = Desk::open_from(scene.folder(), scene.hands.clock(), &trouble.backups[0].name).unwrap();
    desk.close().unwrap();
    drop(desk);
    assert_eq!(scene.open().home(0, 9).unwrap().count, 1);
}

#[test]
fn damage_in_a_large_desk_that_crashed_is_found_at_once() {
    let scene = Scene::new();
    closed(&scene);
    let desk = scene.open();
    grow(&scene, &desk);
    // A kill: the session does not end.
    drop(desk);
    drop(scene.open());
    let damaged = damage_text(&scene);
    assert_eq!(trouble(&scene).error.code, Code::Damaged);
    assert!(fs::read(scene.folder().join("lectern.db")).unwrap() == damaged, "looking changes nothing");
}

#[test]
fn a_desk_is_started_anew_beside_the_damaged_one() {
    let scene = Scene::new();
    closed(&scene);
    let damaged = damage(&scene);
    let desk = Desk::open_anew(scene.folder(), scene.hands.clock()).unwrap();
    assert_eq!((desk.home(0, 9).unwrap().count, desk.start().notices.len()), (0, 1));
    drop(desk);
    let again = Desk::open_anew(scene.folder(), scene.hands.clock()).unwrap();
    drop(again);
    let aside: Vec<String> = scene.files().into_iter().filter(|name| name.contains("set-aside")).collect();
    assert_eq!(aside, ["lectern-set-aside-20260210-170000-2.db", "lectern-set-aside-20260210-170000.db"]);
    assert!(fs::read(scene.folder().join(&aside[1])).unwrap() == damaged);
}

#[test]
fn a_desk_that_is_gone_or_empty_is_not_silently_a_new_one() {
    let scene = Scene::new();
    closed(&scene);
    let path = scene.folder().join("lectern.db");
    fs::write(&path, "").unwrap();
    assert_eq!((trouble(&scene).error.code, trouble(&scene).backups.len()), (Code::Damaged, 1));
    fs::remove_file(&path).unwrap();
    let found = trouble(&scene);
    assert_eq!((found.error.code, found.can_start_anew), (Code::Damaged, true));
    let desk = Desk::open_from(scene.folder(), scene.hands.clock(), &found.backups[0].name).unwrap();
    assert_eq!(desk.home(0, 9).unwrap().count, 1);
}

#[test]
fn only_a_backup_that_is_listed_is_opened() {
    let scene = Scene::new();
    closed(&scene);
    let refused = |name: &str| match Desk::open_from(scene.folder(), scene.hands.clock(), name) {
        Ok(_) => panic!("{name} opened"),
        Err(trouble) => trouble.error.code,
    };
    assert_eq!(refused("../lectern.db"), Code::Gone);
    assert_eq!(refused("lectern-20990101-000000.db"), Code::Gone);
    assert_eq!(scene.open().home(0, 9).unwrap().count, 1, "the desk is where it was");
}

#[test]
fn backups_roll_when_something_was_written_and_not_otherwise() {
    let scene = Scene::new();
    closed(&scene);
    assert_eq!(scene.backups(), ["lectern-20260210-170000.db"]);
    for _ in 0..2 {
        scene.hands.pass(60);
        scene.open().close().unwrap();
    }
    assert_eq!(scene.backups().len(), 1, "nothing was written");
    let desk = scene.open();
    scene.hands.pass(600);
    started(&desk);
    desk.close_draft().unwrap();
    desk.rolling().wait();
    assert_eq!(scene.backups().len(), 1, "the last one is not an hour old");
    scene.hands.pass(3600);
    started(&desk);
    desk.close_draft().unwrap();
    desk.rolling().wait();
    assert_eq!(scene.backups().len(), 2);
    drop(desk);
    for day in 0..20 {
        scene.hands.pass(24 * 3600);
        let desk = scene.open();
        started(&desk);
        desk.close().unwrap();
        assert!(scene.backups().len() <= 12, "day {day}");
    }
    assert_eq!(scene.backups().len(), 12);
    assert!(scene.files().iter().all(|name| !name.starts_with('.')), "{:?}", scene.files());
}

#[test]
fn a_rolling_backup_that_fails_is_told_at_the_next_start_until_one_is_made() {
    let scene = Scene::new();
    let blocked = scene.folder().join("backups");
    fs::write(&blocked, "a file where the folder should be").unwrap();
    closed(&scene);
    for _ in 0..2 {
        let desk = scene.open();
        let told: Vec<_> = desk.start().notices.into_iter().map(|notice| notice.message).collect();
        assert!(told.len() == 1 && told[0].contains("could not be made: `"), "{told:?}");
        desk.close().unwrap();
    }
    fs::remove_file(&blocked).unwrap();
    scene.open().close().unwrap();
    assert_eq!(scene.backups().len(), 1, "it is made up for, though nothing new was written");
    assert_eq!(scene.open().start().notices, []);
    // A full disk may take the name of a note and not a word of it.
    fs::write(scene.folder().join("lectern.unbacked"), "").unwrap();
    let told = scene.open().start().notices;
    assert_eq!(told[0].message, "The last backup of the desk could not be made.");
}

#[test]
fn a_folder_may_be_called_anything() {
    let scene = Scene::new();
    let mut names = vec![std::ffi::OsString::from("100% of it? #1; \u{e4}\u{4e2d}"), "file:".into()];
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStringExt;
        names.push("back\\slash".into());
        names.push(std::ffi::OsString::from_vec(b"caf\xe9".to_vec()));
    }
    for name in names {
        let folder = scene.folder().join(&name);
        let open = || Desk::open(&folder, scene.hands.clock()).unwrap_or_else(|trouble| panic!("{:?}", trouble.error));
        let desk = open();
        started(&desk);
        desk.close().unwrap();
        drop(desk);
        let found = super::names(&folder.join("backups"));
        assert_eq!(found.len(), 1, "{name:?}");
        let desk = open();
        assert_eq!(desk.start().notices, [], "{name:?}");
        desk.restore_backup(&folder.join("backups").join(&found[0]), &mut on).unwrap();
        desk.close().unwrap();
        drop(desk);
        let desk = Desk::open_from(&folder, scene.hands.clock(), &found[0]);
        assert_eq!(desk.ok().unwrap().home(0, 9).unwrap().count, 1, "{name:?}");
    }
}

#[test]
fn the_whole_desk_goes_into_one_file_and_comes_back() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    set(&desk, "words.hook", json!("in the backup"));
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("my desk 100%?#.lectern-desk");
    let mut told = Vec::new();
    let handed = desk
        .save_backup(&path, &mut |progress| {
            told.push(progress.done);
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(handed.files, ["my desk 100%?#.lectern-desk"]);
    assert_eq!(told.last(), Some(&1000));
    set(&desk, "words.hook", json!("after the backup"));
    let other = desk.start_draft(&super::kind(), None).unwrap();

    let start = desk.restore_backup(&path, &mut on).unwrap();
    assert_eq!(start.notices.len(), 1, "{:?}", start.notices);
    assert!(start.notices[0].message.contains("my desk"), "{:?}", start.notices);
    assert_eq!(json!(desk.open_draft(id).unwrap().draft.words["hook"]), json!("in the backup"));
    assert_eq!(desk.open_draft(other).unwrap_err().code, Code::Gone, "and the one that is open stays open");
    set(&desk, "closing", json!("Goes on,"));
    desk.close().unwrap();
    drop(desk);

    let kept = scene.backups().into_iter().find(|name| name.contains("before-restoring")).unwrap();
    let desk = Desk::open_from(scene.folder(), scene.hands.clock(), &kept).unwrap();
    assert_eq!(json!(desk.open_draft(id).unwrap().draft.words["hook"]), json!("after the backup"));
    assert!(desk.open_draft(other).is_ok(), "nothing of the desk before was lost");
}

#[test]
fn what_is_written_while_a_desk_is_restored_is_in_one_of_the_two() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("desk");
    let settings = |language: &str| crate::Settings { language: language.to_owned(), ..Default::default() };
    desk.set_settings(&settings("restored")).unwrap();
    desk.save_backup(&path, &mut on).unwrap();
    desk.set_settings(&settings("before")).unwrap();
    let written = std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            let mut last = "before".to_owned();
            for number in 0.. {
                {
                    let mut store = desk.store();
                    if store.settings().unwrap().language == "restored" {
                        break;
                    }
                    last = number.to_string();
                    store.set_settings(&settings(&last)).unwrap();
                }
                std::thread::sleep(std::time::Duration::from_micros(200));
            }
            last
        });
        desk.restore_backup(&path, &mut on).unwrap();
        writing.join().unwrap()
    });
    assert!(desk.live_id().is_none());
    drop(desk);
    let kept = scene.backups().into_iter().find(|name| name.contains("before-restoring")).unwrap();
    let desk = Desk::open_from(scene.folder(), scene.hands.clock(), &kept).unwrap();
    assert_eq!((desk.start().settings.language, desk.open_draft(id).is_ok()), (written, true));
}

#[test]
fn what_is_no_backup_is_refused_and_what_is_stopped_leaves_nothing() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    let elsewhere = tempfile::tempdir().unwrap();
    let at = |name: &str| elsewhere.path().join(name);
    let mut stop = |_: Progress| ControlFlow::Break(());
    let stopped = |error: crate::Error, message: &str| {
        assert_eq!((error.code, error.message.as_str()), (Code::Stopped, message));
        assert!(error.hint.starts_with("Nothing was changed."));
    };
    stopped(desk.save_backup(&at("stopped"), &mut stop).unwrap_err(), "saving the backup was stopped");
    assert_eq!(super::names(elsewhere.path()), Vec::<String>::new());
    desk.save_backup(&at("good"), &mut on).unwrap();
    stopped(desk.restore_backup(&at("good"), &mut stop).unwrap_err(), "restoring the backup was stopped");

    fs::write(at("text"), "not a database").unwrap();
    fs::write(at("empty"), "").unwrap();
    let mut bytes = fs::read(at("good")).unwrap();
    let middle = bytes.len() / 3;
    bytes[middle..].fill(1);
    fs::write(at("broken"), bytes).unwrap();
    for name in ["text", "empty", "broken", "missing", "."] {
        let error = desk.restore_backup(&at(name), &mut on).unwrap_err();
        assert!(error.code == Code::Draft && !error.hint.is_empty(), "{name}: {error:?}");
    }
    assert!(desk.save_backup(elsewhere.path(), &mut on).is_err(), "a folder is in the way");
    assert_eq!(desk.save_backup(&at("no/such/folder"), &mut on).unwrap_err().code, Code::Place);
    set(&desk, "closing", json!("Still here,"));
    keep(&desk).unwrap();
    assert_eq!(desk.open_draft(id).unwrap().draft.closing.as_deref(), Some("Still here,"));
    assert!(scene.files().iter().all(|name| !name.starts_with('.')), "{:?}", scene.files());
}
