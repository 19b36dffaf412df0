//! Things to read from or to tick off in, a PDF of its own in large type out: a speech, a checklist.
//!
//! A sheet is a letter without a letterhead, so that it is set, tagged and written as every letter is.

use letter::draft::{Furniture, Typeface};
use letter::layout::layout;
use letter::letter::{Align, Block, BlockKind, Inline, Item, Letter, List, Part, Role, Tone};
use letter::speech::Speech;
use letter::style::Style;
use letter::write::pdf::pdf;
use letter::write::text::{TextRules, text};
use letter::write::{Meta, WriteError};

use crate::error::{Code, Error};
use crate::system_fonts::Faces;

/// The size of type that can be read from a lectern at arm's length, in points.
const SPOKEN: f32 = 20.0;
/// The size of type of a list that lies on a table, in points.
const READ: f32 = 11.5;

/// One line of a sheet.
pub(crate) enum Line {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Words(Vec<Inline>),
    /// Something to tick off.
    Tick(Vec<Inline>),
}

pub(crate) fn plain(words: impl Into<String>) -> Vec<Inline> {
    // The tree holds no breaks within words.
    let words: String = words.into().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    vec![Inline::Text(words)]
}

pub(crate) fn link(words: &str, url: &str) -> Vec<Inline> {
    vec![Inline::Link { url: url.to_owned(), content: plain(words) }]
}

/// A speech to read from. What is said even when only one minute is left stands in bold.
pub(crate) fn spoken(title: &str, language: &str, speech: &Speech) -> Result<Vec<u8>, Error> {
    let mut lines = Vec::new();
    for piece in &speech.pieces {
        let kept = piece.in_a_minute.trim();
        if kept.is_empty() {
            lines.push(Line::Words(plain(&piece.text)));
        } else if kept == piece.text.trim() {
            lines.push(Line::Words(vec![Inline::Strong(plain(&piece.text))]));
        } else {
            lines.push(Line::Words(plain(&piece.text)));
            let mut cut = plain("If one minute is left: ");
            cut.push(Inline::Strong(plain(kept)));
            lines.push(Line::Words(cut));
        }
    }
    let minutes = speech.seconds.div_ceil(60);
    let about = format!(
        "{} words, about {} s. Bold: what to say if the time is cut to one minute.",
        speech.words, speech.seconds
    );
    lines.insert(0, Line::Words(plain(about)));
    let title = format!("{title} ({minutes} min)");
    written(&title, language, &lines, SPOKEN)
}

/// A list to tick off.
pub(crate) fn checklist(title: &str, lines: &[Line]) -> Result<Vec<u8>, Error> {
    written(title, "en-US", lines, READ)
}

fn written(title: &str, language: &str, lines: &[Line], size: f32) -> Result<Vec<u8>, Error> {
    let block = |kind: BlockKind| Block { kind, source: "".into() };
    let words = |content: &[Inline]| block(BlockKind::Paragraph { tone: Tone::Normal, content: content.to_vec() });
    let mut blocks = vec![block(BlockKind::Heading { level: 1, content: plain(title) })];
    for chunk in lines.chunk_by(|one, other| matches!((one, other), (Line::Tick(_), Line::Tick(_)))) {
        if let Line::Tick(_) = chunk[0] {
            let item = |line: &Line| match line {
                Line::Tick(content) => {
                    // An empty box to put a tick in.
                    let boxed: Vec<Inline> = plain("[  ] ").into_iter().chain(content.iter().cloned()).collect();
                    Item { blocks: vec![words(&boxed)] }
                }
                Line::Heading(_) | Line::Words(_) => Item { blocks: Vec::new() },
            };
            let items = chunk.iter().map(item).collect();
            blocks.push(block(BlockKind::List(List { numbering: None, start: 1, asks: false, items })));
            continue;
        }
        blocks.extend(chunk.iter().map(|line| match line {
            Line::Heading(heading) => block(BlockKind::Heading { level: 2, content: plain(heading) }),
            Line::Words(content) | Line::Tick(content) => words(content),
        }));
    }
    let body = Part { role: Role::Body, align: Align::Start, source: "".into(), blocks };
    let letter =
        Letter { language: language.to_owned(), title: title.to_owned(), parts: vec![body], ..Letter::default() };
    let mut style = Style::of(&Furniture { typeface: Some(Typeface::Sans), ..Furniture::default() });
    style.size = size;
    let mut said = String::new();
    gather(&letter, &mut said);
    let fonts = Faces::default().with(said.chars());
    let pages = layout(&letter, &style, &fonts);
    let about = Meta { title: title.to_owned(), language: language.to_owned(), ..Meta::default() };
    pdf(&pages, &fonts, &about).map_err(|error: WriteError| {
        Error::new(Code::Program, error.to_string(), "Your letter is safe. Please report this.")
    })
}

/// All words of a sheet, for the faces that they need.
fn gather(letter: &Letter, said: &mut String) {
    said.push_str(&text(letter, &TextRules { wrap: None }));
}
