//! How long preflight reads the longest sample, whole and check by check, with what the window knows beside a draft.
//!
//! The house's limit for a whole pass is 3 ms. A pass follows a keystroke, so each one reads another word than the one
//! before, in a paragraph that is proofread anew.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use letter::compose::compose;
use letter::draft::{Draft, Person, Words};
use letter::layout::page::Pages;
use letter::letter::{Letter, Pictures};
use letter::preflight::{CHECKS, CampaignWords, Context, Known, Proofreader, Seat, preflight};
use letter::spelling::KnownWords;
use letter::template::{self, Template};
use letter::write::text::{TextRules, text};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Names of a desk that is in use.
const TERMS: usize = 400;
/// The seats of the bodies that are written to.
const SEATS: usize = 12;

/// A draft with its letter. Of the pages preflight hands on what layout noticed, and a sample has nothing to notice.
type Read = (Draft, Letter);

fn read(kind: &Template, draft: Draft) -> Read {
    let (letter, _) = compose(kind, &draft, &Pictures::new()).expect("the sample fills");
    (draft, letter)
}

/// The sample whose letter has the most words.
fn longest() -> (Template, Draft) {
    let sample = |kind: Template| {
        let draft: Draft = toml::from_str(&kind.sample).expect("the sample reads");
        let (letter, _) = compose(&kind, &draft, &Pictures::new()).expect("the sample fills");
        (text(&letter, &TextRules { wrap: None }).len(), kind, draft)
    };
    let samples = template::built_in().into_iter().map(sample);
    let (_, kind, draft) = samples.max_by_key(|(length, ..)| *length).expect("there are kinds");
    (kind, draft)
}

/// What a window knows: a desk in use, and the sample's own asks as a campaign's.
fn known(draft: &Draft) -> Known {
    let body = draft.addressees.first().map_or_else(String::new, |addressee| addressee.body.clone());
    let mut terms = KnownWords::default();
    (0..TERMS).for_each(|index| terms.add(&format!("Firstname{index} Lastname{index}")));
    let seat = |index: usize| {
        let person = Person { first: format!("First{index}"), last: format!("Last{index}"), ..Person::default() };
        Seat { body: body.clone(), person }
    };
    Known {
        today: draft.date,
        zone: "America/Los_Angeles".to_owned(),
        roster: (0..SEATS).map(seat).collect(),
        campaign: CampaignWords::of(draft.asks.iter().map(|ask| ask.full.as_str())),
        terms: Arc::new(terms),
        proofreader: Some(Arc::new(Proofreader::english())),
        ..Known::default()
    }
}

fn passes(criterion: &mut Criterion) {
    let (kind, draft) = longest();
    let known = known(&draft);
    let is_long = |words: &Words| matches!(words, Words::Text(text) if text.split_whitespace().count() > 20);
    let name = draft.words.iter().find(|(_, words)| is_long(words)).expect("the sample has a long answer").0.clone();
    let Words::Text(before) = draft.words[&name].clone() else { unreachable!("a long answer is a text") };
    let mut number = 0_u32;
    let mut keystroke = || {
        number += 1;
        let mut draft = draft.clone();
        let middle = before.floor_char_boundary(before.len() / 2);
        let text = format!("{}{number} {}", &before[..middle], &before[middle..]);
        draft.words.insert(name.clone(), Words::Text(text));
        read(&kind, draft)
    };
    let mut group = criterion.benchmark_group("preflight");
    group.bench_function("whole pass", |b| {
        b.iter_batched(
            &mut keystroke,
            |(draft, letter)| preflight(black_box(&kind), &draft, &letter, &Pages::default(), &known),
            BatchSize::LargeInput,
        );
    });
    let (draft, letter) = keystroke();
    group.bench_function("reading the fields", |b| {
        b.iter(|| Context::new(&kind, black_box(&draft), &letter, &known).fields.len());
    });
    let context = Context::new(&kind, &draft, &letter, &known);
    for check in CHECKS {
        group.bench_function(check.name, |b| b.iter(|| (check.run)(black_box(&context))));
    }
    group.finish();
}

criterion_group!(benches, passes);
criterion_main!(benches);
