//! How long each stage takes on the organisation sample, faces opened and caches warm as they are in the window.
//!
//! `cargo bench` prints medians; the README says what was measured, where, and against what.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use letter::compose::{compose, meta};
use letter::draft::{Draft, Words};
use letter::fill::furniture;
use letter::layout::font::Fonts;
use letter::layout::layout;
use letter::layout::page::Pages;
use letter::letter::{Letter, Pictures};
use letter::style::Style;
use letter::template::{self, Template};
use letter::write::docx::docx;
use letter::write::pdf::pdf;
use letter::write::svg::svg;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The sample with everything that stays the same from one letter to the next.
struct Bench {
    template: Template,
    draft: Draft,
    style: Style,
    fonts: Fonts,
}

impl Bench {
    fn new() -> Self {
        let template = template::built_in_kind("organisation-letter").expect("the kind is built in");
        let draft: Draft = toml::from_str(&template.sample).expect("the sample reads");
        let style = Style::of(&furniture(&template, &draft));
        Self { template, draft, style, fonts: Fonts::embedded() }
    }

    fn letter(&self, draft: &Draft) -> Letter {
        compose(&self.template, draft, &Pictures::new()).expect("the sample fills").0
    }

    fn pages(&self, letter: &Letter) -> Pages {
        layout(letter, &self.style, &self.fonts)
    }

    fn pdf(&self, draft: &Draft) -> Vec<u8> {
        let letter = self.letter(draft);
        pdf(&self.pages(&letter), &self.fonts, &meta(draft, &letter)).expect("the sample is written")
    }

    fn docx(&self, draft: &Draft) -> Vec<u8> {
        let letter = self.letter(draft);
        docx(&letter, &self.style, &meta(draft, &letter)).expect("the sample is written")
    }
}

/// The draft with a word more in its first paragraph, another one each time.
fn keystroke(draft: &Draft, number: usize) -> Draft {
    let mut draft = draft.clone();
    if let Some(Words::Text(hook)) = draft.words.get_mut("hook") {
        hook.push_str(&format!(" {number}"));
    }
    draft
}

/// The draft addressed to another person.
fn named(draft: &Draft, number: usize) -> Draft {
    let mut draft = draft.clone();
    draft.addressees[0].lines[0] = format!("Councilmember {number} of the City Council");
    draft.addressees[0].persons[0].last = format!("Maple-{number}");
    draft
}

fn stages(criterion: &mut Criterion) {
    let bench = Bench::new();
    let letter = bench.letter(&bench.draft);
    let pages = bench.pages(&letter);
    let about = meta(&bench.draft, &letter);
    criterion.bench_function("draft to letter", |b| b.iter(|| bench.letter(black_box(&bench.draft))));
    criterion.bench_function("draft to pages", |b| b.iter(|| bench.pages(&bench.letter(black_box(&bench.draft)))));
    criterion.bench_function("pages to pdf", |b| b.iter(|| pdf(black_box(&pages), &bench.fonts, &about)));
    criterion.bench_function("draft to pdf", |b| b.iter(|| bench.pdf(black_box(&bench.draft))));
    criterion.bench_function("draft to docx", |b| b.iter(|| bench.docx(black_box(&bench.draft))));
    criterion.bench_function("page to svg", |b| b.iter(|| svg(black_box(&pages.pages[0]), pages.size, &bench.fonts)));
    let mut number = 0;
    criterion.bench_function("keystroke to pages and svg", |b| {
        b.iter_batched(
            || {
                number += 1;
                keystroke(&bench.draft, number)
            },
            |draft| {
                let pages = bench.pages(&bench.letter(&draft));
                svg(&pages.pages[0], pages.size, &bench.fonts)
            },
            BatchSize::SmallInput,
        );
    });
    criterion.bench_function("first draft to pdf, caches cold", |b| {
        b.iter_batched(
            Fonts::embedded,
            |fonts| Bench { fonts, ..Bench::new() }.pdf(&bench.draft),
            BatchSize::PerIteration,
        );
    });
}

fn thousand(criterion: &mut Criterion) {
    let bench = Bench::new();
    let mut group = criterion.benchmark_group("1,000 letters");
    group.sample_size(10);
    group.bench_function("pdf and docx to 1,000 names", |b| {
        b.iter(|| {
            for number in 0..1000 {
                let draft = named(&bench.draft, number);
                black_box((bench.pdf(&draft), bench.docx(&draft)));
            }
        });
    });
    group.finish();
    memory(&bench);
}

/// Memory is flat when the later thousands need no more than the first.
fn memory(bench: &Bench) {
    for thousand in 1..=5 {
        for number in 0..1000 {
            let draft = named(&bench.draft, thousand * 1000 + number);
            black_box((bench.pdf(&draft), bench.docx(&draft)));
        }
        let highest = highest_memory().unwrap_or_else(|| "not known on this system".to_owned());
        println!("highest memory after {thousand},000 letters to new names: {highest}");
    }
}

/// The highest resident memory so far, as Linux tells it.
#[allow(clippy::disallowed_methods, reason = "a measurement asks the system; only the library itself must not")]
fn highest_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map(|size| size.trim().to_owned())
}

criterion_group!(benches, stages, thousand);
criterion_main!(benches);
