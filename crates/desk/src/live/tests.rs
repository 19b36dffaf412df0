//! The live draft as a window uses it: changes in, and only what changed out.

use std::collections::BTreeSet;

use letter::draft::{Sign, Words};
use letter::picture::Raster;
use letter::template::{self, FieldKind};
use letter::write::screen::Piece;
use serde_json::json;

use super::*;
use crate::error::Code;

fn sample(number: usize) -> (Draft, Template) {
    let kind = template::built_in().remove(number);
    (letter::draft_file::read(&kind.sample).unwrap().draft, kind)
}

fn live() -> Live {
    let (draft, kind) = sample(0);
    Live::open(7, draft, kind, Pictures::new(), Arc::default(), Default::default())
}

fn change(path: &str, value: serde_json::Value) -> Change {
    Change { path: path.to_owned(), value }
}

fn edit(live: &mut Live, path: &str, value: serde_json::Value) -> Result<View, Error> {
    live.edit(&[change(path, value)], &mut |_| None, &mut |_, _, _| {})
}

/// The name of the first field that takes this.
fn field(live: &Live, kind: FieldKind) -> String {
    live.template().fields.iter().find(|field| field.kind == kind).unwrap().name.clone()
}

/// A window that keeps what it was sent.
#[derive(Default)]
struct Window {
    marks: std::collections::BTreeMap<u32, Mark>,
    pages: Vec<Vec<Placed>>,
}

impl Window {
    /// Takes a view, and fails when something was sent twice or never.
    fn take(&mut self, view: &View) {
        self.pages.resize(view.count as usize, Vec::new());
        for page in &view.pages {
            for mark in &page.fresh {
                assert!(self.marks.insert(mark.id, mark.clone()).is_none(), "mark {} was sent twice", mark.id);
            }
            let known = |placed: &Placed| self.marks.contains_key(&placed.id);
            assert!(page.marks.iter().all(known), "a mark was never sent");
            self.pages[page.index as usize].clone_from(&page.marks);
        }
    }

    /// What the window shows: every word with its place.
    fn shown(&self) -> Vec<(usize, String, String)> {
        let mut shown = Vec::new();
        for (page, marks) in self.pages.iter().enumerate() {
            for placed in marks {
                let mark = &self.marks[&placed.id];
                for piece in &mark.pieces {
                    if let Piece::Words { words, .. } = piece {
                        shown.extend(words.iter().map(|(x, word)| (page, format!("{x} {}", placed.y), word.clone())));
                    }
                }
            }
        }
        shown
    }
}

#[test]
fn a_window_that_takes_every_view_shows_what_the_draft_says() {
    let mut live = live();
    let mut window = Window::default();
    window.take(&live.view());
    let rich = field(&live, FieldKind::Rich);
    let mut text = String::new();
    let mut sent = 0;
    for number in 0..40 {
        text += &format!("word{number} ");
        let view = edit(&mut live, &format!("words.{rich}"), json!(text)).unwrap();
        sent += view.pages.iter().map(|page| page.fresh.len()).sum::<usize>();
        window.take(&view);
    }
    assert!(sent < 160, "{sent} marks were sent for 40 words");
    window.take(&edit(&mut live, "delivery", json!(["Via email"])).unwrap());
    window.take(&edit(&mut live, "asks", json!([])).unwrap());
    window.take(&edit(&mut live, "page.paper", json!("a4")).unwrap());
    let mut other = Window::default();
    other.take(&live.whole_view());
    assert_eq!(window.shown(), other.shown());
    assert!(window.shown().iter().any(|(.., words)| words.split(' ').any(|word| word == "word39")));
    let marks = |window: &Window| window.marks.keys().copied().collect::<BTreeSet<u32>>();
    assert!(marks(&window).is_disjoint(&marks(&other)), "numbers are never used again");
}

#[test]
fn what_did_not_change_is_not_sent() {
    let mut live = live();
    let all = live.view();
    assert_eq!((all.pages.len(), all.count as usize), (all.pages.len(), all.pages.len()));
    assert_eq!(live.view().pages, []);
    let closing = live.draft().closing.clone();
    assert_eq!(edit(&mut live, "closing", json!(closing)).unwrap().pages, []);
    let moved = edit(&mut live, "delivery", json!(["Via email"])).unwrap();
    let first = &moved.pages[0];
    assert!(first.fresh.len() < 6 && first.marks.len() > 20, "{} of {}", first.fresh.len(), first.marks.len());
}

#[test]
fn a_change_that_cannot_be_leaves_the_draft_as_it_was() {
    let mut live = live();
    live.view();
    let before = live.draft().clone();
    for (path, value) in [
        ("nothing", json!("x")),
        ("words", json!("x")),
        ("words.nobody_asks_for_this", json!("x")),
        ("words.", json!("x")),
        ("asks[99].full", json!("x")),
        ("asks[-1].full", json!("x")),
        ("asks[+1].full", json!("x")),
        ("asks[0", json!("x")),
        ("asks[0]full", json!("x")),
        ("asks..full", json!("x")),
        ("asks[0].full", json!(3)),
        ("asks[0].full", json!(null)),
        ("asks[0].order", json!("first")),
        ("date", json!("yesterday")),
        ("date", json!("2026-02-30")),
        ("item.position", json!("undecided")),
        ("letterhead.logo.width", json!(3)),
        ("addressees", json!([{ "unknown": 1 }])),
        ("", json!("x")),
        ("", json!({ "kind": 1 })),
        ("language", json!(["en"])),
        ("signers[0].strokes", json!([[["a", 1]]])),
        ("asks[99999999999999999999].full", json!("x")),
    ] {
        let error = edit(&mut live, path, value.clone()).expect_err(&format!("{path}: {value}"));
        assert_eq!(error.code, Code::Program, "{path}");
        assert!(error.message.contains(&format!("`{path}`")) && error.hint.ends_with('.'), "{error:?}");
        assert_eq!(*live.draft(), before, "{path}");
    }
    let both = [change("closing", json!("Bye")), change("nothing", json!(1))];
    live.edit(&both, &mut |_| None, &mut |_, _, _| {}).expect_err("all or none");
    assert_eq!(*live.draft(), before);
    assert_eq!(live.view().pages, []);
}

#[test]
fn every_place_of_a_draft_can_be_changed() {
    let mut live = live();
    let line = live.template().fields[0].name.clone();
    for (path, value) in [
        ("date", json!("2026-03-01")),
        ("date", json!(null)),
        ("date_line", json!("March")),
        ("delivery", json!(["Via email"])),
        ("delivery[0]", json!("By hand")),
        ("item.meeting", json!("2026-03-02")),
        ("item.position", json!("oppose")),
        ("letterhead", json!(null)),
        ("letterhead", json!({ "name": "Riders" })),
        ("letterhead.lines", json!(["1 Street"])),
        ("letterhead.logo_height", json!(40.5)),
        ("page.justified", json!(true)),
        ("addressees[0].persons", json!([{ "last": "Maple" }])),
        ("addressees[0].persons[0].first", json!("Eric")),
        ("asks", json!([{ "full": "Fund it." }])),
        ("asks[0].order", json!(2)),
        ("signers[0].strokes", json!([[[1, 2.5], [3, 4]]])),
        (&format!("words.{line}"), json!("Something.")),
        (&format!("words.{line}"), json!(null)),
        ("words", json!({})),
    ] {
        edit(&mut live, path, value.clone()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let whole = serde_json::to_value(live.draft()).unwrap();
        let pointer: String = path.split(['.', '[']).map(|step| format!("/{}", step.trim_end_matches(']'))).collect();
        let found = whole.pointer(&pointer).cloned().unwrap_or_default();
        match (&found, &value) {
            (serde_json::Value::Object(_) | serde_json::Value::Array(_), _) => assert!(!value.is_null(), "{path}"),
            _ => assert_eq!(found, value, "{path}"),
        }
    }
    let (draft, _) = sample(0);
    edit(&mut live, "", serde_json::to_value(&draft).unwrap()).unwrap();
    assert_eq!(*live.draft(), draft);
}

#[test]
fn what_a_file_cannot_hold_is_taken_out_of_what_was_typed() {
    let mut live = live();
    edit(&mut live, "asks[0].full", json!("a\u{0}b\u{c}c\r\nd\te\u{9f}")).unwrap();
    assert_eq!(live.draft().asks[0].full, "abc\nd\te");
    edit(&mut live, "addressees", json!([{ "lines": ["x\u{1b}[31m"] }])).unwrap();
    assert_eq!(live.draft().addressees[0].lines, ["x[31m"]);
    let again = letter::draft_file::read(&letter::draft_file::to_toml(live.draft())).unwrap();
    assert_eq!(again.draft, *live.draft());
}

#[test]
fn dates_that_come_as_text_are_printed_in_words_and_count_as_answered() {
    let kinds = template::built_in();
    let is_date = |field: &&letter::template::Field| field.kind == FieldKind::Date && field.required;
    let kind = kinds.iter().find(|kind| kind.fields.iter().any(|field| is_date(&field))).unwrap().clone();
    let name = kind.fields.iter().find(is_date).unwrap().name.clone();
    let draft = Draft { kind: kind.kind.clone(), ..Draft::default() };
    let mut live = Live::open(1, draft, kind, Pictures::new(), Arc::default(), Default::default());
    let path = format!("words.{name}");
    let misses = |live: &Live| live.findings.iter().any(|finding| finding.place.path == path);
    assert!(misses(&live));
    let missing = live.missing();
    edit(&mut live, &path, json!("2026-02-10")).unwrap();
    assert!(!misses(&live) && live.missing() == missing - 1);
    assert!(live.plain_text().contains("February 10, 2026"), "{}", live.plain_text());
    assert!(matches!(live.draft().words[&name], Words::Text(_)));
}

#[test]
fn one_field_leaves_room_for_what_others_lack() {
    let mut live = live();
    edit(&mut live, "addressees", json!([])).unwrap();
    let view = edit(&mut live, "item.title", json!("Lorem ipsum dolor sit amet. ".repeat(400))).unwrap();
    let of_title = view.findings.iter().filter(|finding| finding.place.path == "item.title").count();
    assert!(of_title <= 2 * MOST_ALIKE, "{of_title}");
    assert!(view.findings.iter().any(|finding| finding.check == "no-addressee"));
}

#[test]
fn findings_are_told_gravest_first_and_not_without_end() {
    let mut live = live();
    let asks: Vec<_> = (0..500).map(|_| json!({ "full": "See [here](nowhere)." })).collect();
    let view = edit(&mut live, "asks", json!(asks)).unwrap();
    assert_eq!(view.findings.len(), MOST_FINDINGS + 1);
    let last = view.findings.last().unwrap();
    assert!(last.message.ends_with("more findings are not shown") && last.check == "more", "{last:?}");
    let graves: Vec<Severity> = view.findings.iter().map(|finding| finding.severity).collect();
    assert!(graves.is_sorted_by(|a, b| a >= b));
    assert!(live.doubts() >= 500);
    let view = edit(&mut live, "", json!({ "kind": "" })).unwrap();
    assert!(live.missing() > 2 && view.findings.iter().any(|finding| finding.check == "no-signer"));
}

#[test]
fn pictures_are_found_when_they_are_named_and_their_loss_is_told() {
    let mut live = live();
    let raster = Raster { width: 1, height: 1, rgb: vec![1, 2, 3], alpha: None, jpeg: None };
    let picture = Arc::new(Picture::Raster(raster));
    let mut asked = Vec::new();
    let mut find = |name: &str| {
        asked.push(name.to_owned());
        (name == "logo.png").then(|| Arc::clone(&picture))
    };
    let head = json!({ "name": "Riders", "logo": "logo.png" });
    let signers = json!([{ "name": "A", "sign": "image", "image": "lost.png" }]);
    let changes = [change("letterhead", head), change("signers", signers)];
    let view = live.edit(&changes, &mut find, &mut |_, _, _| {}).unwrap();
    assert_eq!(asked, ["logo.png", "lost.png"]);
    let numbers: Vec<u32> = view
        .pages
        .iter()
        .flat_map(|page| &page.fresh)
        .flat_map(|mark| &mark.pieces)
        .filter_map(|piece| match piece {
            Piece::Picture { picture, .. } => Some(*picture),
            Piece::Words { .. } | Piece::Rule { .. } => None,
        })
        .collect();
    assert_eq!(numbers.len(), 1);
    assert_eq!(live.page_picture(numbers[0]).unwrap().1, "image/png");
    assert_eq!(live.page_picture(u32::MAX), None);
    let lost: Vec<&str> =
        view.findings.iter().filter(|finding| finding.check == "picture").map(|finding| &*finding.place.path).collect();
    assert_eq!(lost, ["signers[0].image"]);
}

#[test]
fn a_signature_that_is_drawn_stroke_by_stroke_is_a_picture_each_time() {
    let mut live = live();
    live.view();
    edit(&mut live, "signers[0].sign", json!("drawn")).unwrap();
    let mut seen = BTreeSet::new();
    for number in 1..=100 {
        let strokes: Vec<_> = (0..number).map(|at| json!([[at, 0], [at + 3, 10]])).collect();
        let view = edit(&mut live, "signers[0].strokes", json!(strokes)).unwrap();
        let pieces = view.pages.iter().flat_map(|page| &page.fresh).flat_map(|mark| &mark.pieces);
        for piece in pieces {
            if let Piece::Picture { picture, .. } = piece {
                assert!(seen.insert(*picture));
                assert_eq!(live.page_picture(*picture).unwrap().1, "image/svg+xml");
            }
        }
    }
    assert_eq!((seen.len(), live.draft().signers[0].sign), (100, Sign::Drawn));
    assert!(live.sent.pictures.len() <= 64);
}

#[test]
fn a_kind_that_cannot_be_filled_keeps_the_words_and_says_so() {
    let (draft, mut kind) = sample(0);
    let whole = Live::open(1, draft.clone(), kind.clone(), Pictures::new(), Arc::default(), Default::default());
    kind.body = format!("{{% if ask_count == 0 %}}{{{{ nothing.at.all }}}}{{% endif %}}{}", whole.template.body);
    let mut live = Live::open(1, draft, kind, Pictures::new(), Arc::default(), Default::default());
    live.view();
    let before = live.plain_text();
    let view = edit(&mut live, "asks", json!([])).unwrap();
    let finding = view.findings.iter().find(|finding| finding.check == "kind").unwrap();
    assert!(finding.message.contains("letter.tera") && finding.hint.contains("safe"), "{finding:?}");
    assert_eq!(live.plain_text(), before);
    assert_eq!(live.draft().asks, []);
    let mut broken = whole.template.clone();
    broken.body = "{% for %}".to_owned();
    let mut live = Live::open(1, live.draft().clone(), broken, Pictures::new(), Arc::default(), Default::default());
    let view = live.view();
    assert_eq!(view.findings[0].check, "kind");
    assert!(edit(&mut live, "closing", json!("Bye")).is_ok());
}

#[test]
fn letters_in_other_scripts_are_drawn_as_far_as_this_computer_can() {
    let mut live = live();
    edit(&mut live, "closing", json!("中村 שלום \u{10ffff}")).unwrap();
    assert!(live.findings.iter().any(|finding| finding.check == "no-glyph" && finding.place.excerpt == "\u{10ffff}"));
    let fonts = Arc::clone(&live.fonts);
    edit(&mut live, "closing", json!("中村 שלום \u{10ffff}!")).unwrap();
    assert!(Arc::ptr_eq(&fonts, &live.fonts), "the computer is asked once");
}
