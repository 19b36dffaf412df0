//! How long it takes to fit a draft of twelve asks into a box, draft to text: the counter follows the typing.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use letter::count::Measure;
use letter::draft::{Ask, Draft};
use letter::fit::{Room, fit_into};
use letter::speech::speech;
use letter::template;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The organisation sample with twelve asks; every other one has shorter texts, as drafts have.
fn twelve(draft: &Draft) -> Draft {
    let asks = draft.asks.iter().cycle().take(12).enumerate().map(|(index, ask)| {
        let full = format!("{} In district {index}, this is overdue by {} years.", ask.full, index + 2);
        let (short, line) = if index % 2 == 0 { (ask.short.clone(), ask.line.clone()) } else { Default::default() };
        Ask { full, short, line, ..ask.clone() }
    });
    Draft { asks: asks.collect(), ..draft.clone() }
}

fn fits(criterion: &mut Criterion) {
    let template = template::built_in_kind("organisation-letter").expect("the kind is built in");
    let sample: Draft = toml::from_str(&template.sample).expect("the sample reads");
    let draft = twelve(&sample);
    let mut group = criterion.benchmark_group("fit twelve asks");
    for limit in [500, 1000, 2000, 2250, 3000, 4000, 5000] {
        let room = Room { measure: Measure::Characters { line_break: 2 }, limit: Some(limit) };
        group.bench_function(format!("into {limit} characters"), |b| {
            b.iter(|| fit_into(&template, black_box(&draft), &room, &[]));
        });
    }
    for limit in [150, 200, 250, 500] {
        let room = Room { measure: Measure::Words, limit: Some(limit) };
        group.bench_function(format!("into {limit} words"), |b| {
            b.iter(|| fit_into(&template, black_box(&draft), &room, &[]));
        });
    }
    group.bench_function("into two minutes", |b| b.iter(|| speech(&template, black_box(&draft), 120, 0)));
    group.finish();
}

criterion_group!(benches, fits);
criterion_main!(benches);
