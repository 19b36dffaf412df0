//! A draft from its start to its end: what is kept is there after a kill.

use letter::draft::{Letterhead, Paper, Sender, Signer};
use serde_json::json;

use super::{Scene, keep, kind, set, started};
use crate::error::Code;
use crate::live::Change;
use crate::settings::Settings;

#[test]
fn what_was_kept_is_there_after_a_kill_and_the_next_start_says_so() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    set(&desk, "words.hook", json!("kept"));
    keep(&desk).unwrap();
    set(&desk, "words.hook", json!("kept and then more"));
    // A kill: nothing is closed.
    drop(desk);
    let desk = scene.open();
    let start = desk.start();
    assert_eq!(start.notices.len(), 1);
    let notice = &start.notices[0];
    assert_eq!(notice.draft, Some(id));
    assert!(
        notice.message.contains("A title of its own") && notice.message.contains("February 10, 2026"),
        "{notice:?}"
    );
    assert_eq!(desk.start().notices, [], "it is told once");
    let draft = desk.open_draft(id).unwrap().draft;
    assert_eq!(json!(draft.words["hook"]), json!("kept"));
    assert_eq!(desk.search("kept").unwrap()[0].id, id, "it can be found");
}

#[test]
fn a_desk_that_was_closed_has_nothing_to_tell() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    set(&desk, "closing", json!("Warmly,"));
    desk.close().unwrap();
    drop(desk);
    let desk = scene.open();
    assert_eq!(desk.start().notices, []);
    assert_eq!(desk.open_draft(id).unwrap().draft.closing.as_deref(), Some("Warmly,"), "closing keeps");
}

#[test]
fn a_new_letter_takes_what_the_settings_say() {
    let scene = Scene::new();
    let desk = scene.open();
    let settings = Settings {
        me: Signer { name: "Mai Vang".to_owned(), ..Signer::default() },
        organisation: Sender { short: "AALN".to_owned(), ..Sender::default() },
        letterhead: Some(Letterhead { name: "Network".to_owned(), ..Letterhead::default() }),
        paper: Some(Paper::A4),
        language: "de-DE".to_owned(),
        ..Settings::default()
    };
    assert_eq!(desk.set_settings(&settings).unwrap(), settings);
    desk.close().unwrap();
    drop(desk);
    let desk = scene.open();
    assert_eq!(desk.start().settings, settings);
    let id = desk.start_draft(&kind(), None).unwrap();
    let draft = desk.open_draft(id).unwrap().draft;
    assert_eq!((draft.signers, draft.letterhead), (vec![settings.me], settings.letterhead));
    assert_eq!((draft.page.paper, draft.language.as_str()), (Some(Paper::A4), "de-DE"));
    assert_eq!(draft.sender, settings.organisation);
    assert!(draft.date.is_some() && draft.asks.is_empty());
}

#[test]
fn a_draft_is_doubled_removed_and_put_back() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    set(&desk, "words.hook", json!("zebra"));
    let double = desk.duplicate_draft(id).unwrap();
    desk.remove_draft(id).unwrap();
    let found = |desk: &super::Desk| desk.search("zebra").unwrap().iter().map(|hit| hit.id).collect::<Vec<_>>();
    assert_eq!((desk.home(0, 9).unwrap().count, found(&desk)), (1, vec![double]));
    assert_eq!(desk.open_draft(id).unwrap_err().code, Code::Gone);
    assert_eq!(desk.remove_draft(id).unwrap_err().code, Code::Gone);
    assert_eq!(desk.edit(id, &[]).unwrap_err().code, Code::Gone, "it is no longer open");
    desk.put_back_draft(id).unwrap();
    let mut both = found(&desk);
    both.sort();
    assert_eq!((desk.home(0, 9).unwrap().count, both), (2, vec![id, double]));
    assert_eq!(
        json!(desk.open_draft(double).unwrap().draft.words["hook"]),
        json!("zebra"),
        "its last words came along"
    );
}

#[test]
fn what_was_removed_long_ago_is_deleted_and_what_was_removed_lately_is_not() {
    let scene = Scene::new();
    let desk = scene.open();
    let (long_ago, lately) = (started(&desk), started(&desk));
    desk.remove_draft(long_ago).unwrap();
    scene.hands.pass(20 * 24 * 3600);
    desk.remove_draft(lately).unwrap();
    scene.hands.pass(20 * 24 * 3600);
    desk.close().unwrap();
    drop(desk);
    // Nothing was written for so long that the clock may be wrong.
    let desk = scene.open();
    assert_eq!(desk.store().number("SELECT count(*) FROM draft WHERE removed IS NOT NULL"), 2);
    started(&desk);
    desk.close().unwrap();
    drop(desk);
    let desk = scene.open();
    assert_eq!(desk.put_back_draft(long_ago).unwrap_err().code, Code::Gone);
    desk.put_back_draft(lately).unwrap();
    assert_eq!(desk.home(0, 9).unwrap().count, 2);
}

#[test]
fn typing_goes_on_while_the_disk_is_waited_for() {
    let scene = Scene::new();
    let desk = scene.open();
    started(&desk);
    let store = desk.store();
    set(&desk, "words.hook", json!("typed while the database was held"));
    drop(store);
    keep(&desk).unwrap();
    assert!(desk.plain_text().unwrap().contains("typed while the database was held"));
}

#[test]
fn what_comes_late_never_goes_to_another_draft() {
    let scene = Scene::new();
    let desk = scene.open();
    let (before, now) = (started(&desk), started(&desk));
    let late = [Change { path: "words.hook".to_owned(), value: json!("meant for another") }];
    assert_eq!(desk.edit(before, &late).unwrap_err().code, Code::Gone);
    assert_eq!(desk.keep(before).unwrap_err().code, Code::Gone);
    assert!(!desk.plain_text().unwrap().contains("meant for another"));
    desk.edit(now, &late).unwrap();
    desk.close_draft().unwrap();
    assert_eq!((desk.edit(now, &late).unwrap_err().code, desk.keep(now).unwrap_err().code), (Code::Gone, Code::Gone));
}

#[test]
fn keeps_that_race_end_with_the_newest_text() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..5).for_each(|_| drop(keep(&desk).unwrap())));
        }
        for number in 0..20 {
            set(&desk, "words.hook", json!(format!("text {number}")));
        }
    });
    desk.close_draft().unwrap();
    assert_eq!(json!(desk.open_draft(id).unwrap().draft.words["hook"]), json!("text 19"));
}

/// Types without a pause until the draft is gone or another; says how often that went well.
fn typed(desk: &super::Desk) -> u32 {
    let mut number = 0;
    loop {
        {
            let mut live = desk.live();
            let Some(live) = live.as_mut().filter(|live| live.draft().closing.as_deref() != Some("As before,")) else {
                return number;
            };
            let change = Change { path: "words.hook".to_owned(), value: json!(format!("text {}", number + 1)) };
            live.edit(&[change], &mut |_| None, &mut |_, _, _| {}).unwrap();
        }
        number += 1;
        std::thread::sleep(std::time::Duration::from_micros(200));
    }
}

#[test]
fn what_is_typed_while_a_draft_is_put_away_or_replaced_is_kept() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    let hook = |draft: &letter::draft::Draft| json!(draft.words["hook"]);
    for _ in 0..3 {
        let number = std::thread::scope(|scope| {
            let typing = scope.spawn(|| typed(&desk));
            std::thread::sleep(std::time::Duration::from_millis(20));
            desk.close_draft().unwrap();
            typing.join().unwrap()
        });
        assert_eq!(hook(&desk.open_draft(id).unwrap().draft), json!(format!("text {number}")), "closed");
    }
    set(&desk, "closing", json!("As before,"));
    desk.close_draft().unwrap();
    desk.open_draft(id).unwrap();
    let before = desk.versions().unwrap()[0].id;
    set(&desk, "closing", json!("As now,"));
    scene.hands.pass(3600);
    let number = std::thread::scope(|scope| {
        let typing = scope.spawn(|| typed(&desk));
        std::thread::sleep(std::time::Duration::from_millis(20));
        desk.restore(before).unwrap();
        typing.join().unwrap()
    });
    let versions = desk.store().newest_versions(id, 2).unwrap();
    assert_eq!(versions[0].cause, crate::Cause::Restored);
    assert_eq!(hook(&versions[1].draft), json!(format!("text {number}")), "restored");
}
