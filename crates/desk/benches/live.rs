//! How long a keystroke in the longest sample takes from the change to the view that is sent, and what it is made of.
//!
//! The house's limit for all of it is 3 ms. `cargo bench -p desk` prints medians; what preflight takes, and each of its
//! checks, is a bench of `letter`.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use desk::{Change, Faces, Live};
use letter::compose;
use letter::draft::{Draft, Words};
use letter::draft_file;
use letter::fill::{built, furniture};
use letter::layout::layout;
use letter::letter::Pictures;
use letter::preflight::{CampaignWords, Known, Proofreader};
use letter::spelling::KnownWords;
use letter::style::Style;
use letter::template::{self, FieldKind, Template};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The sample whose letter has the most words, the faces, and the field that is typed in.
fn longest() -> (Live, Template, String) {
    let live = |kind: &Template| {
        let draft = draft_file::read(&kind.sample).expect("the sample reads").draft;
        let known = known(&draft);
        Live::open(1, draft, kind.clone(), Pictures::new(), Arc::new(Faces::default()), known)
    };
    let kinds = template::built_in();
    let kind = kinds.iter().max_by_key(|kind| live(kind).plain_text().len()).expect("there are kinds").clone();
    let is_rich = |name: &String| kind.field(name).is_some_and(|field| field.kind == FieldKind::Rich);
    let live = live(&kind);
    let name = live.draft().words.keys().find(|name| is_rich(name)).expect("the sample has words").clone();
    (live, kind, name)
}

/// What the window knows beside the draft: a desk in use, and the sample's own asks as a campaign's.
fn known(draft: &Draft) -> Known {
    let mut terms = KnownWords::default();
    (0..400).for_each(|index| terms.add(&format!("Firstname{index} Lastname{index}")));
    Known {
        today: draft.date,
        campaign: CampaignWords::of(draft.asks.iter().map(|ask| ask.full.as_str())),
        terms: Arc::new(terms),
        proofreader: Some(Arc::new(Proofreader::english())),
        ..Known::default()
    }
}

fn keystroke(criterion: &mut Criterion) {
    let (mut live, kind, name) = longest();
    let path = format!("words.{name}");
    let Words::Text(before) = live.draft().words[&name].clone() else { unreachable!("rich words are a text") };
    live.view();
    let mut number = 0_u32;
    criterion.bench_function("keystroke to view as JSON", |b| {
        b.iter(|| {
            number += 1;
            // In the middle of a paragraph, another word each time.
            let middle = before.floor_char_boundary(before.len() / 2);
            let value = format!("{}{number} {}", &before[..middle], &before[middle..]).into();
            let view = live
                .edit(&[Change { path: path.clone(), value }], &mut |_| None, &mut |_, _, _| {})
                .expect("the field is there");
            serde_json::to_string(&view).expect("a view is JSON").len()
        });
    });
    let draft = live.draft().clone();
    let (letter, _) = compose(&kind, &draft, &Pictures::new()).expect("the sample fills");
    let style = Style::of(&furniture(&kind, &draft));
    let fonts = Faces::default().fonts();
    let mut group = criterion.benchmark_group("part");
    group.bench_function("compose", |b| b.iter(|| compose(black_box(&kind), &draft, &Pictures::new())));
    group.bench_function("layout, warm", |b| b.iter(|| layout(black_box(&letter), &style, &fonts)));
    group.bench_function("built", |b| b.iter(|| built(black_box(&kind), &draft)));
    group.bench_function("draft to JSON and back", |b| {
        b.iter(|| {
            let value = serde_json::to_value(black_box(&draft)).expect("a draft is JSON");
            serde_json::from_value::<letter::draft::Draft>(value).expect("and back")
        });
    });
    group.bench_function("whole view as JSON", |b| {
        b.iter(|| serde_json::to_string(&live.whole_view()).expect("a view is JSON").len());
    });
    group.finish();
}

criterion_group!(benches, keystroke);
criterion_main!(benches);
