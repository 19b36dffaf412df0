//! The history of a draft: one version for each stretch of work, and nothing that was written is lost.

use serde_json::json;

use super::{Scene, keep, kind, set, started};
use crate::desk::Desk;
use crate::history::Cause;

fn type_words(desk: &Desk, text: &str) {
    set(desk, "words.hook", json!(text));
    keep(desk).unwrap();
}

fn causes(desk: &Desk) -> Vec<Cause> {
    desk.versions().unwrap().iter().map(|version| version.cause).collect()
}

#[test]
fn a_stretch_of_work_is_one_version_and_a_pause_begins_another() {
    let scene = Scene::new();
    let desk = scene.open();
    started(&desk);
    for letters in ["W", "We ", "We ask", "We ask you"] {
        scene.hands.pass(30);
        type_words(&desk, letters);
    }
    assert_eq!(causes(&desk), [Cause::Edited, Cause::Started]);
    let newest = &desk.versions().unwrap()[0];
    assert_eq!(newest.changed, ["Item", "Words: What has happened that makes…"]);
    assert_eq!((newest.words, newest.at.as_str()), (3, "2026-02-10T17:02:00Z"));
    scene.hands.pass(301);
    type_words(&desk, "We ask you to act.");
    assert_eq!(causes(&desk).len(), 3);
    for number in 0..9 {
        scene.hands.pass(200);
        type_words(&desk, &format!("We ask you to act {number}."));
    }
    assert_eq!(causes(&desk).len(), 4, "a long stretch is cut");
}

#[test]
fn a_big_cut_keeps_what_was_cut_even_a_word_at_a_time() {
    let scene = Scene::new();
    let desk = scene.open();
    started(&desk);
    let long: Vec<String> = (0..200).map(|number| format!("word{number}x")).collect();
    type_words(&desk, &long.join(" "));
    type_words(&desk, "gone");
    assert_eq!(causes(&desk).len(), 3);
    let before = desk.versions().unwrap()[1].id;
    assert_eq!(json!(desk.version(before).unwrap().draft.words["hook"]), json!(long.join(" ")));
    let restored = desk.restore(before).unwrap();
    assert_eq!(json!(restored.draft.words["hook"]), json!(long.join(" ")));
    for left in (0..200).rev() {
        type_words(&desk, &long[..left].join(" "));
    }
    let most = desk.versions().unwrap().iter().map(|version| version.words).max();
    assert!(most >= Some(200), "backspace loses no more than a few words: {most:?}");
    let texts: Vec<u32> = desk.versions().unwrap().iter().map(|version| version.words).collect();
    assert!(texts.len() < 10, "and does not leave a version for each: {texts:?}");
}

#[test]
fn restoring_adds_a_version_and_takes_none_away() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    type_words(&desk, "first");
    scene.hands.pass(600);
    set(&desk, "words.hook", json!("second, never kept by itself"));
    let oldest = desk.versions().unwrap().last().unwrap().id;
    let opened = desk.restore(oldest).unwrap();
    assert_eq!((opened.id, opened.draft.words.len()), (id, 0));
    assert_eq!(causes(&desk), [Cause::Restored, Cause::Edited, Cause::Edited, Cause::Started]);
    let second = desk.versions().unwrap()[1].id;
    assert_eq!(json!(desk.version(second).unwrap().draft.words["hook"]), json!("second, never kept by itself"));
    type_words(&desk, "third");
    assert_eq!(causes(&desk)[..2], [Cause::Edited, Cause::Restored], "what was restored is not written over");
    let again = desk.open_draft(id).unwrap();
    assert_eq!(json!(again.draft.words["hook"]), json!("third"));
}

#[test]
fn an_older_version_is_looked_at_without_touching_the_live_draft() {
    let scene = Scene::new();
    let desk = scene.open();
    started(&desk);
    type_words(&desk, "the live words");
    let oldest = desk.versions().unwrap().last().unwrap().id;
    let older = desk.version(oldest).unwrap();
    assert!(older.view.pages.len() == older.view.count as usize && older.draft.words.is_empty());
    let live = desk.leave_version().unwrap();
    assert_eq!(live.pages.len(), live.count as usize, "all pages come again");
    assert!(desk.plain_text().unwrap().contains("the live words"));
    assert!(desk.version(oldest + 1000).is_err());
}

#[test]
fn what_was_exported_is_marked_and_kept_apart() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    type_words(&desk, "sent");
    for _ in 0..2 {
        let (_, text) = desk.kept_to_export().unwrap();
        desk.note_export(&text).unwrap();
    }
    assert_eq!(causes(&desk), [Cause::Exported, Cause::Started]);
    type_words(&desk, "sent, then mended");
    assert_eq!(causes(&desk), [Cause::Edited, Cause::Exported, Cause::Started]);
    let card = desk.home(0, 1).unwrap().drafts.remove(0);
    assert_eq!((card.id, card.exported.is_some()), (id, true));
}

#[test]
fn what_is_typed_while_files_are_placed_is_no_part_of_what_was_exported() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    type_words(&desk, "sent");
    // The disk is slow: no lock is held while it takes the files.
    let (_, text) = desk.kept_to_export().unwrap();
    type_words(&desk, "sent, then mended");
    desk.note_export(&text).unwrap();
    assert_eq!(causes(&desk), [Cause::Edited, Cause::Exported, Cause::Started]);
    let versions = desk.store().newest_versions(id, 2).unwrap();
    let words = versions.iter().map(|version| json!(version.draft.words["hook"]));
    assert_eq!(words.collect::<Vec<_>>(), [json!("sent, then mended"), json!("sent")]);
    desk.remove_draft(id).unwrap();
    assert!(desk.note_export(&text).is_ok(), "a draft that went meanwhile is no fault");
}

#[test]
fn a_clock_that_is_set_back_leaves_the_history_in_order() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    type_words(&desk, "before");
    scene.hands.pass(-400 * 24 * 3600);
    type_words(&desk, "after");
    let versions = desk.versions().unwrap();
    assert!(versions.len() == 3 && versions.windows(2).all(|pair| pair[0].at >= pair[1].at), "{versions:?}");
    let other = desk.start_draft(&kind(), None).unwrap();
    desk.close_draft().unwrap();
    let cards = desk.home(0, 9).unwrap().drafts;
    assert_eq!(cards.iter().map(|card| card.id).collect::<Vec<_>>(), [other, id], "the last changed stands first");
    drop(desk);
    let notices = scene.open().start().notices;
    assert!(notices.iter().any(|notice| notice.message.contains("clock")), "{notices:?}");
}

#[test]
fn old_versions_are_thinned_when_a_draft_comes_to_rest() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    for number in 0..6 {
        scene.hands.pass(400);
        type_words(&desk, &format!("text {number}"));
    }
    desk.close_draft().unwrap();
    desk.open_draft(id).unwrap();
    let before = causes(&desk).len();
    scene.hands.pass(30 * 24 * 3600);
    type_words(&desk, "a month later");
    desk.close_draft().unwrap();
    let opened = desk.open_draft(id).unwrap();
    assert_eq!((before, causes(&desk)), (8, vec![Cause::Edited, Cause::Edited, Cause::Started]));
    assert_eq!(json!(opened.draft.words["hook"]), json!("a month later"));
}

#[test]
fn nothing_is_thinned_by_a_clock_that_may_be_wrong() {
    let scene = Scene::new();
    let mut desk = scene.open();
    let id = started(&desk);
    for number in 0..6 {
        scene.hands.pass(400);
        type_words(&desk, &format!("text {number}"));
    }
    desk.close().unwrap();
    scene.hands.pass(30 * 24 * 3600);
    for (text, expected) in [("a month later", 9), ("and again", 4)] {
        drop(desk);
        desk = scene.open();
        desk.open_draft(id).unwrap();
        type_words(&desk, text);
        desk.close_draft().unwrap();
        desk.open_draft(id).unwrap();
        assert_eq!(causes(&desk).len(), expected, "{text}");
        desk.close().unwrap();
    }
}
