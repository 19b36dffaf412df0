//! Handing in, as the window does: portals, what each channel says, packets, and what was handed in.

use std::fs;

use letter::portal::Portal;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Scene, keep, kind, names, set, started};
use crate::desk::Desk;
use crate::error::Code;
use crate::submissions::{Channel, Receipt};

const PORTAL: &str = "sacramento-city";

/// The sample, on its way to a meeting at five o'clock in Sacramento, five hours ahead.
fn on_its_way(desk: &Desk) -> i64 {
    let id = desk.start_sample(&kind()).unwrap();
    desk.open_draft(id).unwrap();
    for (path, value) in [
        ("portal", json!(PORTAL)),
        ("item.meeting", json!("2026-02-10")),
        ("item.time", json!("17:00")),
        ("words.hook", json!("Please call me at (916) 555-0142.")),
    ] {
        set(desk, path, value);
    }
    id
}

fn portal(desk: &Desk, id: &str) -> Portal {
    desk.portals().unwrap().into_iter().find(|card| card.portal.id == id).unwrap().portal
}

#[test]
fn a_portal_can_be_changed_added_and_given_back() {
    let scene = Scene::new();
    let desk = scene.open();
    let all = desk.portals().unwrap();
    let card = all.iter().find(|card| card.portal.id == PORTAL).unwrap();
    assert!(card.built_in && !card.own && card.doubt.contains("compare them"), "{card:?}");
    assert!(all.is_sorted_by_key(|card| card.portal.name.to_lowercase()));

    let mut changed = card.portal.clone();
    changed.limit.as_mut().unwrap().value = Some(2000);
    let kept = desk.save_portal(&changed).unwrap();
    assert!(kept.own && kept.built_in);
    assert_eq!(portal(&desk, PORTAL).most(), Some(2000));
    assert_eq!(desk.portals().unwrap().len(), all.len());

    let named = |name: &str| desk.save_portal(&Portal { id: String::new(), name: name.to_owned(), ..changed.clone() });
    assert_eq!(named("Elk Grove eComment").unwrap().portal.id, "elk-grove-ecomment");
    assert_eq!(named("Elk Grove eComment").unwrap().portal.id, "elk-grove-ecomment-2");
    assert_eq!(named("中央").unwrap().portal.id, "portal");
    assert_eq!(named("  ").unwrap_err().code, Code::Draft);

    desk.remove_portal(PORTAL).unwrap();
    assert_eq!(portal(&desk, PORTAL).most(), Some(1000), "the built-in one is there again");
    assert_eq!(desk.remove_portal(PORTAL).unwrap_err().code, Code::Gone);
}

#[test]
fn nothing_but_a_page_is_opened_in_the_browser() {
    let scene = Scene::new();
    let desk = scene.open();
    assert!(desk.portal_page(PORTAL).unwrap().starts_with("https://"));
    for url in ["", "file:///etc/passwd", "javascript:alert(1)", "https://a.example/ b"] {
        let saved = Portal { name: "Odd".to_owned(), url: url.to_owned(), ..Portal::default() };
        let Ok(card) = desk.save_portal(&saved) else { continue };
        assert_eq!(desk.portal_page(&card.portal.id).unwrap_err().code, Code::Draft, "{url}");
    }
    assert_eq!(desk.portal_page("no-such-portal").unwrap_err().code, Code::Draft);
}

#[test]
fn a_card_tells_when_its_channel_closes_and_follows_the_portal() {
    let scene = Scene::new();
    let desk = scene.open();
    on_its_way(&desk);
    keep(&desk).unwrap();
    let closing = || desk.home(0, 9).unwrap().drafts[0].closing.clone();
    assert_eq!(closing(), None, "nobody found when it closes");
    let mut changed = portal(&desk, PORTAL);
    changed.deadline =
        letter::portal::read("id = \"x\"\nname = \"X\"\n[[deadline]]\nshape = \"minutes-before\"\nminutes = 60\n")
            .unwrap()
            .deadline;
    desk.save_portal(&changed).unwrap();
    let told = closing().unwrap();
    // It is 9 in the morning there, and it closes at 4 in the afternoon.
    assert_eq!((told.is_soon, told.is_past), (true, false));
    assert!(told.moment.starts_with("2026-02-10T16:00:00-08:00"), "{told:?}");
    scene.hands.pass(8 * 60 * 60);
    assert!(closing().unwrap().is_past);
    desk.remove_portal(PORTAL).unwrap();
    assert_eq!(closing(), None);
}

#[test]
fn what_is_published_leaves_out_what_the_person_did_not_agree_to_show() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = on_its_way(&desk);
    let channels = desk.channels().unwrap();
    assert!(channels.published && channels.fitted.gauge.over == 0, "{:?}", channels.fitted.gauge);
    assert!(channels.fitted.counts.units <= 1000 && channels.fitted.text.contains("Item"));
    assert!(!channels.fitted.changes.is_empty(), "the sample does not fit as it is");
    let phone = channels.exposures.iter().find(|one| one.words.contains("555-0142")).unwrap().clone();
    assert!(!channels.message.body.contains("555-0142"), "{}", channels.message.body);
    set(&desk, "shown", json!([{ "path": phone.path, "words": phone.words }]));
    assert!(desk.channels().unwrap().message.body.contains("555-0142"));
    // It stays agreed to with the draft, and the words are what was agreed to, not the place.
    desk.keep(id).unwrap();
    desk.close_draft().unwrap();
    desk.open_draft(id).unwrap();
    assert!(desk.channels().unwrap().message.body.contains("555-0142"));
    set(&desk, "words.hook", json!("Please call me at (916) 555-0143."));
    assert!(!desk.channels().unwrap().message.body.contains("555-0143"));
    set(&desk, "words.hook", json!("Please call me at (916) 555-0142."));
    set(&desk, "shown", json!([]));
    assert!(desk.plain_text().unwrap().contains("555-0142"), "the letter itself stays as it is");
    assert_eq!(channels.message.to, ["publiccomment@cityofsacramento.org"]);
    for seconds in [60, 120, 180] {
        let speech = desk.speech(seconds).unwrap();
        assert!(speech.seconds <= seconds && !speech.text.contains("555-0142"), "{}", speech.text);
    }
}

#[test]
fn a_packet_is_one_folder_whose_manifest_can_be_checked() {
    let scene = Scene::new();
    let desk = scene.open();
    on_its_way(&desk);
    let out = tempfile::tempdir().unwrap();
    let (handed, paths) = desk.save_packet(out.path()).unwrap();
    assert_eq!(handed.files.len(), paths.len());
    let folder = paths[0].parent().unwrap();
    assert!(handed.folder.ends_with(" packet"), "{}", handed.folder);
    for part in [
        "(public copy).pdf",
        ".docx",
        "portal text.txt",
        "email.eml",
        "speech 2 min.pdf",
        "deadlines.ics",
        "checklist.pdf",
    ] {
        assert!(handed.files.iter().any(|file| file.contains(part)), "{part}: {:?}", handed.files);
    }
    let manifest = fs::read_to_string(folder.join("manifest.txt")).unwrap();
    let hashed: Vec<(&str, &str)> =
        manifest.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once("  ").unwrap()).collect();
    assert_eq!(hashed.len(), handed.files.len() - 1, "{manifest}");
    for (hash, name) in hashed {
        let bytes = fs::read(folder.join(name)).unwrap();
        let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, hash, "{name}");
    }
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert!(!read("portal text.txt").contains("555-0142") && !read("email.eml").contains("555-0142"));
    // Another packet of the same letter stands beside the first.
    let (again, _) = desk.save_packet(out.path()).unwrap();
    assert!(again.folder.ends_with(" packet 2"), "{}", again.folder);
    assert_eq!(names(out.path()).len(), 2);
    assert!(desk.home(0, 9).unwrap().drafts[0].exported.is_some());
    let file = scene.folder().join("a file");
    fs::write(&file, "").unwrap();
    let error = desk.save_packet(&file).unwrap_err();
    assert_eq!(error.code, Code::Place);
}

#[test]
fn dates_need_a_meeting_and_a_message_opens_as_a_draft() {
    let scene = Scene::new();
    let desk = scene.open();
    on_its_way(&desk);
    let out = tempfile::tempdir().unwrap();
    desk.save_message(&out.path().join("to the clerk.eml")).unwrap();
    let message = fs::read_to_string(out.path().join("to the clerk.eml")).unwrap();
    assert!(message.contains("X-Unsent: 1") && message.contains("application/pdf"), "{message:.400}");
    assert!(desk.message_to_open().unwrap().extension().is_some_and(|ending| ending == "eml"));
    desk.save_calendar(&out.path().join("dates.ics")).unwrap();
    assert!(fs::read_to_string(out.path().join("dates.ics")).unwrap().contains("BEGIN:VALARM"));
    set(&desk, "item.meeting", json!(null));
    assert_eq!(desk.save_calendar(&out.path().join("none.ics")).unwrap_err().code, Code::Draft);
    assert!(!out.path().join("none.ics").exists());
}

#[test]
fn what_was_handed_in_is_known_with_exactly_its_words() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    let receipt = Receipt {
        channel: Channel::Ecomment,
        place: "City of Sacramento eComment".to_owned(),
        confirmation: "EC-4711".to_owned(),
        ..Receipt::default()
    };
    let first = desk.submit(id, "2026-02-10T17:03:00Z", &receipt, "The words that went.\n").unwrap();
    assert_eq!((first.words.as_str(), &first.receipt), ("The words that went.\n", &receipt));
    let second = desk.submit(id, "2026-02-10T18:00:00Z", &receipt, "Others.").unwrap();
    let card = || desk.home(0, 9).unwrap().drafts[0].clone();
    assert_eq!(card().submitted.as_deref(), Some("2026-02-10T18:00:00Z"));
    set(&desk, "words.hook", json!("Written afterwards."));
    keep(&desk).unwrap();
    desk.close().unwrap();
    drop(desk);
    let desk = scene.open();
    let told: Vec<_> = desk.submissions(id).unwrap().into_iter().map(|one| one.words).collect();
    assert_eq!(told, ["Others.", "The words that went.\n"]);
    desk.remove_submission(second.id).unwrap();
    assert_eq!(desk.home(0, 9).unwrap().drafts[0].submitted.as_deref(), Some("2026-02-10T17:03:00Z"));
    assert_eq!(desk.remove_submission(second.id).unwrap_err().code, Code::Gone);
    for (at, words) in [("yesterday", "x"), ("2026-02-10T18:00:00Z", "  ")] {
        assert_eq!(desk.submit(id, at, &receipt, words).unwrap_err().code, Code::Draft);
    }
    assert_eq!(desk.submit(999, "2026-02-10T18:00:00Z", &receipt, "x").unwrap_err().code, Code::Gone);
}

#[test]
fn a_deadline_is_past_only_while_nothing_was_handed_in() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = started(&desk);
    let knows = || desk.live().as_mut().is_some_and(|live| live.known().handed_in);
    assert!(!knows());
    let receipt = Receipt { channel: Channel::Ecomment, ..Receipt::default() };
    let handed = desk.submit(id, "2026-02-10T17:03:00Z", &receipt, "The words that went.").unwrap();
    assert!(knows());
    desk.remove_submission(handed.id).unwrap();
    assert!(!knows());
}
