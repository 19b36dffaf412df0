//! How long a full desk takes to answer: 10,000 drafts, 5,000 people and 20,000 references.
//!
//! The house's limit for each answer is 50 ms. `cargo bench -p desk --bench desk` prints medians; filling the desk comes
//! first and takes a minute.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, criterion_group, criterion_main};
use desk::{Change, Desk, DraftId, Entry, PersonEntry, Seat, Shelf, Thing, Trouble};
use letter::draft::{Person, Reference};
use letter::template;
use serde_json::json;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const DRAFTS: usize = 10_000;
const PEOPLE: usize = 5_000;
const REFERENCES: usize = 20_000;
/// So many drafts say something of their own; the others are copies of them.
const WRITTEN: usize = 50;

const GIVEN: [&str; 20] = [
    "Ada", "Björn", "Chidi", "Dolores", "Eun-ji", "Fatima", "Grace", "Hiroshi", "Inés", "José", "Katie", "Lê", "Mai",
    "Noor", "Olu", "Phil", "Quinn", "Rick", "Sina", "Trần",
];
const FAMILY: [&str; 25] = [
    "Maple",
    "Dickinson",
    "Jennings",
    "Talamantes",
    "Guerra",
    "Vang",
    "Kaplan",
    "Nguyễn",
    "Müller",
    "García",
    "Okafor",
    "Sato",
    "Kim",
    "Haddad",
    "Silva",
    "Novak",
    "Rossi",
    "Dubois",
    "Larsen",
    "O’Brien",
    "Singh",
    "Cohen",
    "Mensah",
    "Park",
    "Ali",
];
const TOPICS: [&str; 10] =
    ["housing", "transit", "libraries", "water", "parks", "policing", "zoning", "budget", "elections", "sanitation"];

fn opened(folder: &Path) -> Desk {
    let opened = Desk::open(folder, desk::clock());
    opened.unwrap_or_else(|Trouble { error, .. }| unreachable!("the desk opens: {error:?}"))
}

fn entry(thing: Thing) -> Entry {
    let (name, detail, changed, references) = (String::new(), String::new(), String::new(), Vec::new());
    Entry { id: 0, name, detail, used: 0, changed, thing, references }
}

/// Fills a desk, as a person does in many years.
fn fill(desk: &Desk) {
    let kind = template::built_in().swap_remove(0).kind;
    for number in 0..PEOPLE {
        let (given, family) = (GIVEN[number % GIVEN.len()], FAMILY[number / GIVEN.len() % FAMILY.len()]);
        let person = Person { first: given.to_owned(), last: format!("{family}{number}"), ..Person::default() };
        let body = format!("{} Board {}", TOPICS[number % TOPICS.len()], number / 10);
        let seats = vec![Seat { body, role: "Member".to_owned(), ..Seat::default() }];
        desk.lay(&entry(Thing::People(PersonEntry { person, seats }))).expect("it is laid");
    }
    for number in 0..REFERENCES {
        let topic = TOPICS[number % TOPICS.len()];
        let reference = Reference {
            title: format!("Ordinance No. {number} on {topic}"),
            number: number.to_string(),
            jurisdiction: format!("City {}", number % 400),
            url: format!("https://city{}.example/ordinances/{number}.pdf", number % 400),
            excerpt: format!("No {topic} shall be withheld from any person by reason of section {number}. ").repeat(6),
            ..Reference::default()
        };
        desk.lay(&entry(Thing::References(reference))).expect("it is laid");
    }
    let mut written: Vec<DraftId> = Vec::new();
    for number in 0..DRAFTS {
        if number >= WRITTEN {
            desk.duplicate_draft(written[number % WRITTEN]).expect("it is doubled");
            continue;
        }
        let id = desk.start_sample(&kind).expect("the kind has a sample");
        desk.open_draft(id).expect("it opens");
        let topic = TOPICS[number % TOPICS.len()];
        let meeting = format!("2031-{:02}-{:02}", 1 + number % 12, 1 + number % 28);
        let change = |path: &str, value| Change { path: path.to_owned(), value };
        let changes = [
            change("item.title", json!(format!("Item {number} on {topic}"))),
            change("item.meeting", if number % 2 == 0 { json!(meeting) } else { json!(null) }),
            change("words.hook", json!(format!("It is time to speak of {topic} number {number}. ").repeat(20))),
        ];
        desk.edit(id, &changes).expect("the fields are there");
        written.push(id);
    }
    desk.close().expect("it closes");
}

/// A full desk on a real disk; it is filled in memory, where the system has such a place.
fn full(folder: &Path) -> PathBuf {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory } else { folder };
    let filling = tempfile::tempdir_in(place).expect("there is room");
    fill(&opened(filling.path()));
    let full = folder.join("desk");
    fs::create_dir_all(&full).expect("there is room");
    let bytes = fs::copy(filling.path().join("lectern.db"), full.join("lectern.db")).expect("there is room");
    println!("the desk has {} MB", bytes / 1_000_000);
    full
}

fn answers(criterion: &mut Criterion) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("there is room");
    let full = full(folder.path());
    let desk = opened(&full);
    let mut group = criterion.benchmark_group("a full desk");
    group.sample_size(20);
    group.bench_function("home, the first page", |b| b.iter(|| black_box(desk.home(0, 50).expect("it answers"))));
    group.bench_function("home, the last page", |b| b.iter(|| black_box(desk.home(9_950, 50).expect("it answers"))));
    for words in ["o", "housing", "sanctuary cit", "garcía", "ordinance no 1234", "we call for the", "nowhere"] {
        group.bench_function(format!("search {words:?}"), |b| b.iter(|| desk.search(words).expect("it answers").len()));
    }
    let shelves = [(Shelf::People, ""), (Shelf::People, "gar"), (Shelf::References, ""), (Shelf::References, "ordi")];
    for (shelf, words) in shelves {
        let asked = || desk.shelf(shelf, words, 0, 50).expect("it answers").entries.len();
        group.bench_function(format!("shelf {shelf:?} {words:?}"), |b| b.iter(asked));
    }
    let mut id = 0;
    group.bench_function("opening a draft", |b| {
        b.iter(|| {
            id = id % 9_000 + 7;
            black_box(desk.open_draft(id).expect("it opens")).view.count
        })
    });
    let mut number = 0;
    group.bench_function("keeping a keystroke", |b| {
        b.iter(|| {
            number += 1;
            let value = json!(format!("Word {number}"));
            desk.edit(id, &[Change { path: "words.restated".to_owned(), value }]).expect("the field is there");
            desk.keep(id).expect("it is kept")
        })
    });
    group.bench_function("putting a draft away", |b| {
        b.iter(|| {
            number += 1;
            desk.open_draft(7).expect("it opens");
            let value = json!(format!("Word {number}"));
            desk.edit(7, &[Change { path: "words.restated".to_owned(), value }]).expect("the field is there");
            desk.close_draft().expect("it closes");
        })
    });
    desk.close().expect("it closes");
    drop(desk);
    group.bench_function("opening and closing the desk", |b| b.iter(|| opened(&full).close().expect("it closes")));
    group.bench_function("opening the desk after a crash", |b| b.iter(|| drop(black_box(opened(&full)))));
    group.finish();
}

criterion_group!(benches, answers);
criterion_main!(benches);
