//! Letters built by hand, and what must be true of their pages.

use std::sync::{Arc, LazyLock};

use super::font::Fonts;
use super::layout;
use super::page::{Owner, Pages, PaintMark};
use crate::draft::Furniture;
use crate::letter::{Align, Block, BlockKind, Inline, Letter, Part, Role, Tone};
use crate::style::Style;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

fn style() -> Style {
    Style::of(&Furniture::default())
}

fn pages(letter: &Letter) -> Pages {
    layout(letter, &style(), &FONTS)
}

fn block(kind: BlockKind) -> Block {
    Block { kind, source: Arc::from("") }
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn paragraph(words: &str) -> Block {
    block(BlockKind::Paragraph { tone: Tone::Normal, content: vec![text(words)] })
}

fn part(role: Role, blocks: Vec<Block>) -> Part {
    Part { role, align: Align::Start, source: Arc::from("part"), blocks }
}

fn letter(parts: Vec<Part>) -> Letter {
    Letter { language: "en".to_owned(), parts, ..Letter::default() }
}

/// Each line of text as `page node y text`.
fn outline(pages: &Pages) -> String {
    let mut out = String::new();
    for (index, page) in pages.pages.iter().enumerate() {
        for paint in &page.paints {
            let PaintMark::Text(runs) = &paint.mark else { continue };
            let owner = match paint.owner {
                Owner::Node(node) => format!("{node}"),
                Owner::Artifact(artifact) => format!("{artifact:?}"),
            };
            let words: String = runs
                .iter()
                .flat_map(|run| {
                    let mut last = None;
                    run.glyphs
                        .iter()
                        .filter(move |g| std::mem::replace(&mut last, Some(g.cluster)) != Some(g.cluster))
                        .map(|g| run.text[g.text_range()].to_owned())
                        .collect::<Vec<_>>()
                })
                .collect();
            out.push_str(&format!("{index} {owner} {:.1} {words}\n", runs[0].y));
        }
    }
    out
}

#[test]
fn smoke() {
    let words = "Sacramentans are overwhelmingly telling you a clear message: we demand more. ".repeat(6);
    let letter = letter(vec![part(Role::Body, (0..20).map(|_| paragraph(&words)).collect())]);
    let pages = pages(&letter);
    println!("{}", outline(&pages));
    assert!(pages.pages.len() > 1);
}
