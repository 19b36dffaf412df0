//! The shelves: filled from use, each thing once, and a hand's word before a draft's.

use serde_json::json;

use super::{Scene, kind, set};
use crate::desk::Desk;
use crate::error::Code;
use crate::home::DraftId;
use crate::shelf::{Body, Entry, PersonEntry, Seat, Shelf, Thing};

fn named(desk: &Desk, shelf: Shelf) -> Vec<String> {
    let entries = desk.shelf(shelf, "", 0, 99).unwrap();
    assert_eq!(entries.count as usize, entries.entries.len());
    let mut names: Vec<String> = entries.entries.into_iter().map(|entry| entry.name).collect();
    names.sort();
    names
}

fn first(desk: &Desk, shelf: Shelf, words: &str) -> Entry {
    desk.shelf(shelf, words, 0, 1).unwrap().entries.remove(0)
}

fn addressed(desk: &Desk, persons: serde_json::Value) -> DraftId {
    let id = desk.start_draft(&kind(), None).unwrap();
    desk.open_draft(id).unwrap();
    address(desk, persons);
    id
}

fn address(desk: &Desk, persons: serde_json::Value) {
    set(desk, "addressees", json!([{ "body": "City Council", "lines": ["1 Main Street"], "persons": persons }]));
    desk.close_draft().unwrap();
}

fn person(entry: &Entry) -> PersonEntry {
    match &entry.thing {
        Thing::People(person) => person.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_letter_fills_every_shelf_once_however_often_it_is_put_away() {
    let scene = Scene::new();
    let desk = scene.open();
    let sample = desk.start_sample(&kind()).unwrap();
    for _ in 0..2 {
        desk.open_draft(sample).unwrap();
        set(&desk, "closing", json!("Warmly,"));
        desk.close_draft().unwrap();
        assert_eq!(named(&desk, Shelf::People), ["Dickinson", "Jennings", "Maple", "Pluckebaum"]);
        assert_eq!(named(&desk, Shelf::Bodies), ["Sacramento City Council"]);
        let asks = ["Accountable and clear timelines", "Close the joint task force loophole"];
        assert_eq!(named(&desk, Shelf::Asks)[..2], asks);
        assert_eq!(named(&desk, Shelf::References), ["Ordinance No. 188441"]);
        assert_eq!(named(&desk, Shelf::Letterheads), ["Asian American Liberation Network"]);
        assert_eq!(named(&desk, Shelf::Signers), ["Moiz Mir"]);
        assert_eq!(first(&desk, Shelf::Asks, "").used, 1);
    }
    desk.duplicate_draft(sample).unwrap();
    assert_eq!((named(&desk, Shelf::Asks).len(), first(&desk, Shelf::Asks, "").used), (3, 2));
    let chair = person(&first(&desk, Shelf::People, "map"));
    let seat = |body: &str| Seat { body: body.to_owned(), role: "Chair".to_owned(), ..Seat::default() };
    assert_eq!(chair.seats, [seat("Sacramento City Council")]);
    let Thing::Bodies(body) = first(&desk, Shelf::Bodies, "sacramento").thing else { panic!() };
    let members: Vec<_> = body.members.iter().map(|member| (member.last.as_str(), member.role.as_str())).collect();
    assert_eq!(members[..2], [("Maple", "Chair"), ("Dickinson", "Committee Member")]);
    assert_eq!(body.lines[1], "915 I Street, 5th floor");
    let hits = desk.search("maple").unwrap();
    assert!(hits.iter().any(|hit| hit.shelf == Some(Shelf::People) && hit.title == "Maple"), "{hits:?}");
}

#[test]
fn a_sample_fills_no_shelf_until_it_is_changed() {
    let scene = Scene::new();
    let desk = scene.open();
    let count = |desk: &Desk| Shelf::ALL.map(|shelf| named(desk, shelf).len());
    let (sample, begun) = (desk.start_sample(&kind()).unwrap(), desk.try_sample_campaign().unwrap());
    desk.duplicate_draft(sample).unwrap();
    desk.duplicate_draft(begun).unwrap();
    for id in [sample, begun] {
        desk.open_draft(id).unwrap();
        desk.close_draft().unwrap();
    }
    assert_eq!(count(&desk), [0; 6], "looking at it makes it nobody's own");
    let hits = desk.search("maple").unwrap();
    assert!(hits.len() >= 2 && hits.iter().all(|hit| hit.shelf.is_none()), "it is found all the same: {hits:?}");
    desk.open_draft(begun).unwrap();
    set(&desk, "closing", json!("Warmly,"));
    desk.close_draft().unwrap();
    assert_eq!(count(&desk)[..2], [4, 1], "its addressees");
    desk.open_draft(sample).unwrap();
    set(&desk, "closing", json!("Warmly,"));
    desk.close_draft().unwrap();
    assert!(count(&desk).iter().all(|count| *count > 0), "the first change makes it the person's own");
}

#[test]
fn a_name_that_was_half_typed_or_mistyped_follows_its_correction() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = addressed(&desk, json!([{ "first": "Cai", "last": "" }]));
    let reword = |persons| {
        desk.open_draft(id).unwrap();
        address(&desk, persons);
    };
    reword(json!([{ "first": "Caitlin", "last": "Mapel" }]));
    assert_eq!(named(&desk, Shelf::People), ["Caitlin Mapel"]);
    reword(json!([{ "first": "Caitlyn", "last": "Mapel", "role": "Chair" }]));
    assert_eq!(named(&desk, Shelf::People), ["Caitlyn Mapel"]);
    // Somebody else takes the place of the one before, who stays on the shelf.
    reword(json!([{ "first": "Roger", "last": "Dickinson" }]));
    assert_eq!(named(&desk, Shelf::People), ["Caitlyn Mapel", "Roger Dickinson"]);
    assert_eq!((first(&desk, Shelf::People, "mapel").used, first(&desk, Shelf::People, "roger").used), (0, 1));
    // What another letter holds as well is not renamed.
    addressed(&desk, json!([{ "first": "Roger", "last": "Dickinson" }]));
    reword(json!([{ "first": "Roger", "last": "Dickinsen" }]));
    assert_eq!(named(&desk, Shelf::People), ["Caitlyn Mapel", "Roger Dickinsen", "Roger Dickinson"]);
}

#[test]
fn a_letter_that_says_less_does_not_make_the_shelf_forget() {
    let scene = Scene::new();
    let desk = scene.open();
    addressed(
        &desk,
        json!([{ "last": "Maple", "role": "Chair", "honorific": "The Honorable", "greet": "Chair Maple" }]),
    );
    addressed(&desk, json!([{ "last": "maple " }]));
    let entry = first(&desk, Shelf::People, "maple");
    let known = person(&entry);
    assert_eq!(
        (known.person.honorific.as_str(), known.seats[0].role.as_str(), entry.used),
        ("The Honorable", "Chair", 2)
    );
    assert_eq!(known.person.greet.as_deref(), Some("Chair Maple"));
    assert_eq!(known.person.role, "", "the role belongs to the seat");
}

#[test]
fn what_a_hand_changed_stays_until_a_letter_says_something_new() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = addressed(&desk, json!([{ "last": "Maple", "role": "Member" }]));
    let mut entry = first(&desk, Shelf::People, "maple");
    let mut changed = person(&entry);
    changed.person.honorific = "Dr.".to_owned();
    let until = Some(jiff::civil::date(2026, 12, 8));
    changed.seats =
        vec![Seat { body: "Planning Commission".to_owned(), role: "Chair".to_owned(), until, ..Seat::default() }];
    entry.thing = Thing::People(changed.clone());
    scene.hands.pass(10);
    let laid = desk.lay(&entry).unwrap();
    assert_eq!((person(&laid), laid.detail.as_str()), (changed.clone(), "Chair, Planning Commission"));
    assert!(laid.changed > entry.changed);
    assert_eq!(named(&desk, Shelf::Bodies), ["City Council", "Planning Commission"]);
    let Thing::Bodies(council) = first(&desk, Shelf::Bodies, "council").thing else { panic!() };
    assert_eq!(council.members, [], "nobody sits where they were taken from");
    desk.open_draft(id).unwrap();
    set(&desk, "closing", json!("Warmly,"));
    desk.close_draft().unwrap();
    assert_eq!(
        person(&first(&desk, Shelf::People, "maple")).person.honorific,
        "Dr.",
        "the old letter said nothing new"
    );
    assert_eq!(desk.search("planning").unwrap().len(), 2, "the commission and who sits in it");
}

#[test]
fn what_was_taken_stays_away_until_a_new_letter_uses_it() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = addressed(&desk, json!([{ "last": "Maple" }]));
    let entry = first(&desk, Shelf::People, "");
    desk.take(Shelf::People, entry.id).unwrap();
    assert_eq!(desk.take(Shelf::People, entry.id).unwrap_err().code, Code::Gone);
    desk.open_draft(id).unwrap();
    address(&desk, json!([{ "last": "Maple", "role": "Chair" }]));
    assert_eq!((named(&desk, Shelf::People).len(), desk.search("maple").unwrap().len()), (0, 1), "the draft alone");
    desk.put_back(Shelf::People, entry.id).unwrap();
    assert_eq!((named(&desk, Shelf::People), desk.search("maple").unwrap().len()), (vec!["Maple".to_owned()], 3));
    desk.take(Shelf::People, entry.id).unwrap();
    addressed(&desk, json!([{ "last": "Maple" }]));
    assert_eq!(named(&desk, Shelf::People), ["Maple"]);
}

#[test]
fn a_body_laid_by_hand_brings_its_members() {
    let scene = Scene::new();
    let desk = scene.open();
    let member = |last: &str, role: &str| letter::draft::Person {
        last: last.to_owned(),
        role: role.to_owned(),
        ..letter::draft::Person::default()
    };
    let body = Body { name: "Library Board".to_owned(), parent: "City".to_owned(), ..Body::default() };
    let thing = Thing::Bodies(Body { members: vec![member("Ada", "Chair"), member("Bo", ""), member("", "")], ..body });
    let (name, detail, changed, references) = (String::new(), String::new(), String::new(), Vec::new());
    let entry = Entry { id: 0, name, detail, used: 0, changed, thing, references };
    let mut laid = desk.lay(&entry).unwrap();
    assert_eq!((laid.name.as_str(), laid.detail.as_str(), laid.used), ("Library Board", "City", 0));
    assert_eq!(named(&desk, Shelf::People), ["Ada", "Bo"]);
    let Thing::Bodies(body) = &mut laid.thing else { panic!() };
    body.members.reverse();
    body.members.pop();
    assert_eq!(desk.lay(&laid).unwrap().thing, laid.thing);
    assert_eq!(person(&first(&desk, Shelf::People, "ada")).seats, []);
    let nothing = Entry { thing: Thing::Bodies(Body::default()), ..entry };
    assert_eq!(desk.lay(&nothing).unwrap_err().code, Code::Draft);
    assert_eq!(desk.lay(&Entry { id: 99, ..laid }).unwrap_err().code, Code::Gone);
}

#[test]
fn an_ask_on_the_shelf_brings_the_references_behind_it() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = desk.start_draft(&kind(), None).unwrap();
    let source = |id: &str, title: &str| json!({ "id": id, "title": title, "excerpt": "Exact words." });
    desk.open_draft(id).unwrap();
    set(&desk, "references", json!([source("la", "Ordinance"), source("ca", "Statute"), source("ny", "Charter")]));
    set(&desk, "asks", json!([{ "full": "Do as others[^ca] do, not as [^nobody] says.", "references": ["la"] }]));
    desk.close_draft().unwrap();
    let behind = |entry: &Entry| -> Vec<(String, String)> {
        entry.references.iter().map(|one| (one.id.clone(), one.title.clone())).collect()
    };
    let both = [("la".to_owned(), "Ordinance".to_owned()), ("ca".to_owned(), "Statute".to_owned())];
    let entry = first(&desk, Shelf::Asks, "");
    assert_eq!(behind(&entry), both);
    assert_eq!(entry.references[0].excerpt, "Exact words.");
    let Thing::Asks(ask) = &entry.thing else { panic!() };
    assert_eq!(ask.references, ["la", "ca"]);

    // Another letter with the same ask and no references makes the shelf forget nothing.
    let other = desk.start_draft(&kind(), None).unwrap();
    desk.open_draft(other).unwrap();
    set(&desk, "asks", json!([{ "full": "Do as others[^ca] do, not as [^nobody] says." }]));
    desk.close_draft().unwrap();
    assert_eq!(behind(&first(&desk, Shelf::Asks, "")), both);
    // What a hand changed on the shelf of references is what an ask brings from then on.
    let mut reference = first(&desk, Shelf::References, "ordinance");
    let Thing::References(changed) = &mut reference.thing else { panic!() };
    changed.url = "https://city.example/ordinance".to_owned();
    desk.lay(&reference).unwrap();
    assert_eq!(first(&desk, Shelf::Asks, "").references[0].url, "https://city.example/ordinance");
    // And an ask that names one of them no more lets go of it.
    let mut entry = first(&desk, Shelf::Asks, "");
    let Thing::Asks(ask) = &mut entry.thing else { panic!() };
    (ask.full, ask.references) = ("Do as others do.".to_owned(), vec!["la".to_owned()]);
    assert_eq!(behind(&desk.lay(&entry).unwrap()), both[..1]);
}

#[test]
fn two_quotations_of_one_source_are_two_references() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = desk.start_draft(&kind(), None).unwrap();
    let quote =
        |id: &str, excerpt: &str| json!({ "id": id, "url": "https://city.example/minutes", "excerpt": excerpt });
    desk.open_draft(id).unwrap();
    set(&desk, "references", json!([quote("a", "one thing"), quote("b", "another")]));
    desk.close_draft().unwrap();
    assert_eq!(named(&desk, Shelf::References).len(), 2);
    desk.open_draft(id).unwrap();
    set(&desk, "references", json!([quote("a", "one thing"), quote("b", "another, longer")]));
    desk.close_draft().unwrap();
    assert_eq!(named(&desk, Shelf::References).len(), 2);
    assert_eq!(desk.shelf(Shelf::References, "longer", 0, 9).unwrap().count, 1);
    assert_eq!(desk.shelf(Shelf::References, "nowhere", 0, 9).unwrap().entries, []);
}
