//! The desk as it is seen: order, counts, search.

use serde_json::json;

use super::{Scene, keep, kind, set, started};
use crate::home::Hit;

#[test]
fn meetings_ahead_stand_first_and_the_rest_by_when_it_was_changed() {
    let scene = Scene::new();
    let desk = scene.open();
    let mut made = Vec::new();
    for meeting in [None, Some("2026-03-01"), Some("2026-01-01"), Some("2026-02-12"), None] {
        scene.hands.pass(60);
        let id = desk.start_draft(&kind(), None).unwrap();
        desk.open_draft(id).unwrap();
        set(&desk, "item.meeting", json!(meeting));
        desk.close_draft().unwrap();
        made.push(id);
    }
    let home = desk.home(0, 99).unwrap();
    let order: Vec<_> = home.drafts.iter().map(|card| card.id).collect();
    assert_eq!(order, [made[3], made[1], made[4], made[2], made[0]]);
    assert_eq!(home.count, 5);
    let part = desk.home(1, 2).unwrap();
    assert_eq!(part.drafts, home.drafts[1..3]);
    let card = &home.drafts[0];
    assert!(card.missing > 0 && card.kind == kind() && card.kind_name != card.kind, "{card:?}");
    assert_eq!(desk.home(7, 5).unwrap().drafts, []);
}

#[test]
fn a_card_says_whom_it_is_for_and_what_it_is_called() {
    let scene = Scene::new();
    let desk = scene.open();
    let id = desk.start_sample(&kind()).unwrap();
    let card = desk.home(0, 1).unwrap().drafts.remove(0);
    assert_eq!((card.id, card.missing, card.to.as_str()), (id, 0, "Sacramento City Council"));
    assert!(card.title.contains("Prohibiting the Use of City Facilities"), "{}", card.title);
}

#[test]
fn everything_is_found_by_its_words_as_they_are_typed() {
    let scene = Scene::new();
    let desk = scene.open();
    let sample = desk.start_sample(&kind()).unwrap();
    let own = started(&desk);
    set(&desk, "words.hook", json!("Straße, façade, naïve; “O’Brien” said 100% \"no\" OR yes*"));
    keep(&desk).unwrap();
    let check = |words: &str, expected: &[i64]| {
        let mut hits: Vec<Hit> = desk.search(words).unwrap();
        hits.retain(|hit| hit.shelf.is_none());
        let mut found: Vec<i64> = hits.iter().map(|hit| hit.id).collect();
        found.sort();
        assert_eq!(found, expected, "{words}");
    };
    check("data sanct", &[sample]);
    check("FACADE", &[own]);
    check("naive", &[own]);
    check("faça", &[own]);
    check("Pluckeb", &[sample]);
    check("\"no\" OR yes*", &[own]);
    check("zebra OR (", &[]);
    check("title:title", &[]);
    check("NEAR(", &[]);
    check("", &[]);
    check("* \" '", &[]);
    check("sanctuary zebra", &[]);
    let hit = desk.search("sanctuary cit").unwrap().into_iter().find(|hit| hit.shelf.is_none()).unwrap();
    let mut found = hit.excerpt.iter().skip(1).step_by(2).map(|word| word.to_lowercase());
    assert!(found.any(|word| word.starts_with("sanct")), "{:?}", hit.excerpt);
}
