//! Letters built by hand, and what must be true of their pages.

mod flow;
mod line;
mod notes;
mod pathological;

use std::sync::{Arc, LazyLock};

use super::font::Fonts;
use super::layout;
use super::page::{NodeId, NodeRole, Owner, Pages, Paint, PaintMark, Run};
use crate::draft::Furniture;
use crate::letter::{
    Align, Block, BlockKind, Column, Inline, Item, Letter, List, Mark, Note, NotePlace, NoteStyle, Numbering, Part,
    PictureUse, Role, SignerBlock, Tone,
};
use crate::picture::{Picture, Raster};
use crate::style::Style;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

/// A sentence that no two lines of a test share by chance.
const SENTENCE: &str =
    "Sacramentans are telling you a clear message: we ask more of you to keep all of our neighbours safe. ";

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

fn inlines(content: Vec<Inline>) -> Block {
    block(BlockKind::Paragraph { tone: Tone::Normal, content })
}

fn paragraph(words: &str) -> Block {
    inlines(vec![text(words)])
}

/// A paragraph of this many lines, each of which begins with the word and its number: `name-0 name-1`.
fn lines_of(name: &str, count: usize) -> Block {
    let mut content = Vec::new();
    for index in 0..count {
        content.extend([text(&format!("{name}-{index}")), Inline::Break]);
    }
    inlines(content)
}

fn heading(level: u8, words: &str) -> Block {
    block(BlockKind::Heading { level, content: vec![text(words)] })
}

fn asks(items: Vec<Vec<Block>>) -> Block {
    let items = items.into_iter().map(|blocks| Item { blocks }).collect();
    block(BlockKind::List(List { numbering: Some(Numbering::ASKS), start: 1, asks: true, items }))
}

fn signer(mark: Mark, lines: &[&str]) -> Block {
    let mut content = Vec::new();
    for line in lines {
        content.extend([text(line), Inline::Break]);
    }
    block(BlockKind::Signer(SignerBlock { mark, lines: content }))
}

fn columns(columns: Vec<Vec<Block>>) -> Block {
    let columns = columns.into_iter().map(|blocks| Column { align: Align::Start, blocks }).collect();
    block(BlockKind::Columns(columns))
}

fn part(role: Role, blocks: Vec<Block>) -> Part {
    Part { role, align: Align::Start, source: Arc::from("part"), blocks }
}

fn letter(parts: Vec<Part>) -> Letter {
    Letter { language: "en".to_owned(), parts, ..Letter::default() }
}

fn body(blocks: Vec<Block>) -> Letter {
    letter(vec![part(Role::Body, blocks)])
}

fn with_notes(mut letter: Letter, place: NotePlace, notes: &[(&str, &str)]) -> Letter {
    letter.note_style = NoteStyle { place, symbols: false };
    letter.notes = notes
        .iter()
        .map(|(mark, words)| Note {
            id: (*mark).to_owned(),
            mark: (*mark).to_owned(),
            blocks: vec![paragraph(words)],
            source: Arc::from("references[0]"),
        })
        .collect();
    letter
}

fn with_picture(mut letter: Letter, width: u32, height: u32) -> Letter {
    let rgb = vec![0; (width * height * 3) as usize];
    let raster = Raster { width, height, rgb, alpha: None, jpeg: None };
    letter.pictures.insert("picture".to_owned(), Arc::new(Picture::Raster(raster)));
    letter
}

fn picture(width: f32, height: f32) -> PictureUse {
    PictureUse { name: "picture".to_owned(), alt: "a picture".to_owned(), width, height }
}

/// A line of text as it stands on a page.
#[derive(Debug, Clone, PartialEq)]
struct Set {
    page: usize,
    owner: Owner,
    x: f32,
    y: f32,
    words: String,
}

/// The words of one paint, read from its clusters.
fn words_of(runs: &[Run]) -> String {
    let mut words = String::new();
    for run in runs {
        let mut clusters: Vec<_> = run.glyphs.iter().map(|glyph| glyph.cluster).collect();
        clusters.sort_unstable();
        clusters.dedup();
        words.extend(clusters.iter().map(|(start, end)| &run.text[*start as usize..*end as usize]));
    }
    words
}

fn text_paints(pages: &Pages) -> impl Iterator<Item = (usize, &Paint, &[Run])> {
    pages.pages.iter().enumerate().flat_map(|(index, page)| {
        page.paints.iter().filter_map(move |paint| match &paint.mark {
            PaintMark::Text(runs) => Some((index, paint, runs.as_slice())),
            PaintMark::Picture { .. } | PaintMark::Rule { .. } => None,
        })
    })
}

/// Every text paint in painting order.
fn set(pages: &Pages) -> Vec<Set> {
    text_paints(pages)
        .map(|(page, paint, runs)| Set { page, owner: paint.owner, x: runs[0].x, y: runs[0].y, words: words_of(runs) })
        .collect()
}

/// The page on which the first line with these words stands.
fn page_of(pages: &Pages, words: &str) -> usize {
    let found = set(pages).into_iter().find(|line| line.words.contains(words));
    found.unwrap_or_else(|| panic!("no line says {words:?}")).page
}

/// The words of all elements as their tree is read, one element a line.
fn read(pages: &Pages) -> String {
    fn visit(pages: &Pages, node: NodeId, depth: usize, out: &mut String) {
        let name = match &pages.nodes[node].role {
            NodeRole::Heading(level) => format!("H{level}"),
            NodeRole::List { .. } => "List".to_owned(),
            NodeRole::Link { url, .. } => format!("Link {url}"),
            NodeRole::Figure { alt, .. } => format!("Figure {alt}"),
            role => format!("{role:?}"),
        };
        let words: String = text_paints(pages)
            .filter(|(_, paint, _)| paint.owner == Owner::Node(node))
            .map(|(_, _, runs)| words_of(runs))
            .collect();
        let line = format!("{}{name} {}", "  ".repeat(depth), words.trim());
        out.push_str(line.trim_end());
        out.push('\n');
        for child in node + 1..pages.nodes.len() {
            if pages.nodes[child].parent == node {
                visit(pages, child, depth + 1, out);
            }
        }
    }
    let mut out = String::new();
    visit(pages, 0, 0, &mut out);
    out
}

/// What must be true of every layout: parents before children, each mark on its sheet and owned by an element that
/// exists, no glyph without a form, and no two lines on top of each other in one column.
fn check_pages(pages: &Pages) {
    assert!(!pages.pages.is_empty(), "a letter has a page, even when it has no words");
    for (index, node) in pages.nodes.iter().enumerate() {
        assert!(node.parent < index || index == 0, "node {index} stands before its parent");
    }
    for (page, paint, runs) in text_paints(pages) {
        if let Owner::Node(node) = paint.owner {
            assert!(node < pages.nodes.len());
        }
        for run in runs {
            assert!(run.y > 0.0 && run.y < pages.size.1, "page {page} line off the sheet: {}", words_of(runs));
            for glyph in run.glyphs.iter() {
                assert_ne!(glyph.id, 0);
                assert!(run.text.get(glyph.text_range()).is_some());
            }
        }
    }
    for page in &pages.pages {
        for paint in &page.paints {
            if let PaintMark::Picture { frame, .. } = &paint.mark {
                assert!(frame.x >= 0.0 && frame.x + frame.width <= pages.size.0 + 0.1);
                assert!(frame.y >= 0.0 && frame.y + frame.height <= pages.size.1 + 0.1);
            }
        }
    }
}
