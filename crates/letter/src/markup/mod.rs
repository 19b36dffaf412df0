//! Letter markup to the letter's tree. Parsing never fails: what cannot be read is kept as words and reported.
//!
//! Markup is what `fill` makes of a template and a draft. It has two layers:
//!
//! - **Directives**, lines that open with `:::`, which only templates and `fill` can write:
//!   `:::letter language="en-US" title="…" notes="foot" marks="symbols"` opens, then
//!   `:::continuation` (lines of the continuation head),
//!   `:::part role="date" align="middle" from="date"`, `:::columns`, `:::column align="end"`,
//!   `:::signer mark="picture" name="…" alt="…"`, `:::note id="…" from="…"`, each closed by `:::end`, and the single lines
//!   `:::picture name="…" alt="…" height="54"` and `:::rule colour="#rrggbb"`.
//!   A line `%% from="asks[0].full" tone="name" list="asks"` says where the next blocks come from and what they are.
//! - **Rich text**, a closed subset of Markdown (`blocks`, `inlines`), which people's own words may use.
//!
//! Nothing here knows tera, drafts or pages.

mod blocks;
pub mod escape;
mod inlines;
pub mod rich;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use inlines::is_absolute;

use crate::finding::{Finding, Place, Severity};
use crate::letter::{
    Align, Block, BlockKind, Colour, Column, Inline, Letter, Mark, Note, NotePlace, NoteStyle, Part, PictureUse, Role,
    SignerBlock, Source,
};

/// How deep directives nest.
const DEEPEST: usize = 8;

/// Reads letter markup. The letter's pictures are left empty: the markup only names them.
pub fn parse(markup: &str) -> (Letter, Vec<Finding>) {
    let mut parser = Parser {
        lines: markup.lines().collect(),
        at: 0,
        letter: Letter::default(),
        notes: Notes::default(),
        trouble: Trouble::default(),
        written: BTreeMap::new(),
    };
    parser.letter();
    parser.finish()
}

/// Reads `#rrggbb`.
pub fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some(Colour([channel(0)?, channel(2)?, channel(4)?]))
}

/// The ids of note marks in the order of their first appearance.
#[derive(Default)]
struct Notes {
    ids: Vec<(String, Source)>,
    index: BTreeMap<String, usize>,
}

impl Notes {
    fn mark(&mut self, id: &str, source: &Source) -> usize {
        *self.index.entry(id.to_owned()).or_insert_with(|| {
            self.ids.push((id.to_owned(), source.clone()));
            self.ids.len() - 1
        })
    }
}

/// What could not be read as it was meant.
#[derive(Default)]
struct Trouble {
    source: Source,
    findings: Vec<Finding>,
    /// The fields in which something stands too deep; each is told once.
    nested: BTreeSet<Source>,
}

impl Trouble {
    fn bad_link(&mut self, words: &str, url: &str) {
        self.findings.push(Finding::new(
            "link",
            Severity::Error,
            format!("the link “{}” leads to “{}”, which is no web address", shortened(words), shortened(url)),
            "Write the whole address, such as https://www.example.org/page, or remove the link; its words are kept.",
            Place::new(&*self.source, shortened(url)),
        ));
    }

    fn too_deep(&mut self, source: &Source) {
        if self.nested.insert(source.clone()) {
            self.findings.push(Finding::new(
                "nesting",
                Severity::Warning,
                "a list or quotation stands more than two levels deep",
                "Lift it to the second level; its words are kept there for now.",
                Place::new(&**source, ""),
            ));
        }
    }
}

/// Enough of a text to know it by.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

struct Parser<'a> {
    lines: Vec<&'a str>,
    at: usize,
    letter: Letter,
    notes: Notes,
    trouble: Trouble,
    /// With their places, so that those that nothing marks keep the order of the draft.
    written: BTreeMap<String, (usize, Note)>,
}

/// A directive's name and attributes.
struct Directive {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Directive {
    fn read(line: &str) -> Option<Self> {
        let text = line.trim_end().strip_prefix(":::")?;
        let (name, rest) = text.split_once(' ').unwrap_or((text, ""));
        Some(Self { name: name.to_owned(), attributes: escape::attributes(rest) })
    }

    fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn number(&self, name: &str, otherwise: f32) -> f32 {
        self.get(name).parse().ok().filter(|n: &f32| n.is_finite() && *n > 0.0).unwrap_or(otherwise)
    }

    fn picture(&self) -> PictureUse {
        PictureUse {
            name: self.get("name").to_owned(),
            alt: self.get("alt").to_owned(),
            height: self.number("height", 54.0),
            width: self.number("width", 220.0),
        }
    }

    fn align(&self) -> Align {
        match self.get("align") {
            "centre" => Align::Centre,
            "end" => Align::End,
            "middle" => Align::Middle,
            _ => Align::Start,
        }
    }

    fn source(&self, outer: &Source) -> Source {
        match self.get("from") {
            "" => outer.clone(),
            path => Arc::from(path),
        }
    }
}

const ROLES: [(&str, Role); 13] = [
    ("letterhead", Role::Letterhead),
    ("sender", Role::Sender),
    ("date", Role::Date),
    ("delivery", Role::Delivery),
    ("addressees", Role::Addressees),
    ("subject", Role::Subject),
    ("salutation", Role::Salutation),
    ("body", Role::Body),
    ("closing", Role::Closing),
    ("signatures", Role::Signatures),
    ("enclosures", Role::Enclosures),
    ("copies", Role::Copies),
    ("foot", Role::Foot),
];

/// The role that a `:::part` line names.
fn role(name: &str) -> Role {
    ROLES.iter().find(|(known, _)| *known == name).map_or(Role::Body, |(_, role)| *role)
}

impl Parser<'_> {
    fn letter(&mut self) {
        while self.at < self.lines.len() {
            let line = self.lines[self.at];
            let Some(directive) = Directive::read(line) else {
                self.stray();
                continue;
            };
            self.at += 1;
            match directive.name.as_str() {
                "letter" => self.settings(&directive),
                "continuation" => {
                    let lines = self.raw_lines();
                    self.letter.continuation = lines;
                }
                "part" => {
                    let source = directive.source(&Source::default());
                    let blocks = self.contents(&source, DEEPEST);
                    if !blocks.is_empty() {
                        let part = Part { role: role(directive.get("role")), align: directive.align(), source, blocks };
                        self.letter.parts.push(part);
                    }
                }
                "note" => {
                    let source = directive.source(&Source::default());
                    let blocks = self.contents(&source, DEEPEST);
                    let id = directive.get("id").to_owned();
                    let place = self.written.len();
                    let note = Note { id: id.clone(), mark: String::new(), blocks, source };
                    self.written.entry(id).or_insert((place, note));
                }
                _ => {}
            }
        }
    }

    /// Words outside every part belong to the body.
    fn stray(&mut self) {
        let source = Source::default();
        let length = self.lines[self.at..].iter().take_while(|line| !line.starts_with(":::")).count();
        let lines = self.lines[self.at..self.at + length].to_vec();
        self.at += length;
        let blocks = self.text(&lines, &source);
        if !blocks.is_empty() {
            self.letter.parts.push(Part { role: Role::Body, align: Align::Start, source, blocks });
        }
    }

    fn settings(&mut self, directive: &Directive) {
        self.letter.language = directive.get("language").to_owned();
        self.letter.title = directive.get("title").to_owned();
        self.letter.note_style = NoteStyle {
            place: match directive.get("notes") {
                "end" => NotePlace::End,
                "block" => NotePlace::Block,
                _ => NotePlace::Foot,
            },
            symbols: directive.get("marks") == "symbols",
        };
    }

    /// The lines up to `:::end`, their escapes read.
    fn raw_lines(&mut self) -> Vec<String> {
        let mut out = Vec::new();
        while let Some(line) = self.lines.get(self.at) {
            self.at += 1;
            if line.trim_end() == ":::end" {
                break;
            }
            let words = crate::letter::plain(&inlines::inlines(line.trim(), &mut self.notes, &mut self.trouble));
            if !words.is_empty() {
                out.push(words);
            }
        }
        out
    }

    fn text(&mut self, lines: &[&str], source: &Source) -> Vec<Block> {
        blocks::Reader { notes: &mut self.notes, trouble: &mut self.trouble }.blocks(lines, source, 0)
    }

    /// What stands up to the directive's `:::end`.
    fn contents(&mut self, source: &Source, depth: usize) -> Vec<Block> {
        let mut out = Vec::new();
        let mut pending: Vec<&str> = Vec::new();
        while let Some(line) = self.lines.get(self.at).copied() {
            let Some(directive) = Directive::read(line) else {
                pending.push(line);
                self.at += 1;
                continue;
            };
            // A part or note that was not closed ends where the next one begins.
            if matches!(directive.name.as_str(), "part" | "note" | "letter") {
                break;
            }
            self.at += 1;
            let before = std::mem::take(&mut pending);
            out.extend(self.text(&before, source));
            if directive.name == "end" {
                return out;
            }
            if depth > 0 {
                out.extend(self.directive(&directive, source, depth));
            }
        }
        out.extend(self.text(&pending, source));
        out
    }

    fn directive(&mut self, directive: &Directive, source: &Source, depth: usize) -> Option<Block> {
        let source = directive.source(source);
        let kind = match directive.name.as_str() {
            "columns" => {
                let columns = self.columns(&source, depth - 1);
                (!columns.is_empty()).then_some(BlockKind::Columns(columns))?
            }
            "signer" => {
                let mark = match directive.get("mark") {
                    "space" => Mark::Space,
                    "slash" => Mark::Slash(directive.get("words").to_owned()),
                    "picture" => Mark::Picture(directive.picture()),
                    _ => Mark::None,
                };
                let lines = self.contents(&source, 0).into_iter().find_map(|block| match block.kind {
                    BlockKind::Paragraph { content, .. } => Some(content),
                    _ => None,
                });
                BlockKind::Signer(SignerBlock { mark, lines: lines.unwrap_or_default() })
            }
            "picture" => BlockKind::Picture(directive.picture()),
            "rule" => BlockKind::Rule { colour: colour(directive.get("colour")) },
            _ => return None,
        };
        Some(Block { kind, source })
    }

    fn columns(&mut self, source: &Source, depth: usize) -> Vec<Column> {
        let mut out = Vec::new();
        while let Some(line) = self.lines.get(self.at) {
            let Some(directive) = Directive::read(line) else {
                self.at += 1;
                continue;
            };
            match directive.name.as_str() {
                "column" => {
                    self.at += 1;
                    let blocks = self.contents(&directive.source(source), depth);
                    out.push(Column { align: directive.align(), blocks });
                }
                "end" => {
                    self.at += 1;
                    break;
                }
                _ => break,
            }
        }
        out
    }

    /// Gives marks their notes and notes their marks.
    fn finish(mut self) -> (Letter, Vec<Finding>) {
        let mut index_of = Vec::new();
        for (id, source) in &self.notes.ids {
            if let Some((_, mut note)) = self.written.remove(id) {
                note.mark = mark(self.letter.notes.len(), self.letter.note_style);
                index_of.push(Some(self.letter.notes.len()));
                self.letter.notes.push(note);
            } else {
                index_of.push(None);
                self.trouble.findings.push(Finding::new(
                    "note-marks",
                    Severity::Error,
                    format!("the note mark [^{id}] points to no reference"),
                    format!("Add a reference with the id `{id}`, or remove the mark."),
                    Place::new(&**source, format!("[^{id}]")),
                ));
            }
        }
        let mut unmarked: Vec<(usize, Note)> = std::mem::take(&mut self.written).into_values().collect();
        unmarked.sort_by_key(|(place, _)| *place);
        self.letter.notes.extend(unmarked.into_iter().map(|(_, note)| note));
        let mut letter = self.letter;
        for part in &mut letter.parts {
            point_marks(&mut part.blocks, &index_of);
        }
        for note in &mut letter.notes {
            point_marks(&mut note.blocks, &index_of);
        }
        (letter, self.trouble.findings)
    }
}

/// The mark of the note with this index: numbers from 1, or *, †, ‡, §, ¶, then doubled and tripled, which is as far as
/// anybody counts asterisks.
fn mark(index: usize, style: NoteStyle) -> String {
    const SYMBOLS: [&str; 5] = ["*", "†", "‡", "§", "¶"];
    let rows = index / SYMBOLS.len() + 1;
    if style.symbols && rows <= 3 { SYMBOLS[index % SYMBOLS.len()].repeat(rows) } else { (index + 1).to_string() }
}

/// Marks were read before their notes were known; now each gets its note, and those without one go.
fn point_marks(blocks: &mut [Block], index_of: &[Option<usize>]) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph { content, .. } | BlockKind::Heading { content, .. } => {
                point_inlines(content, index_of)
            }
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| point_marks(&mut item.blocks, index_of)),
            BlockKind::Quote(inner) => point_marks(inner, index_of),
            BlockKind::Columns(columns) => {
                columns.iter_mut().for_each(|column| point_marks(&mut column.blocks, index_of))
            }
            BlockKind::Signer(signer) => point_inlines(&mut signer.lines, index_of),
            BlockKind::Picture(_) | BlockKind::Rule { .. } => {}
        }
    }
}

fn point_inlines(content: &mut Vec<Inline>, index_of: &[Option<usize>]) {
    content.retain_mut(|inline| match inline {
        Inline::NoteMark(index) => match index_of.get(*index).copied().flatten() {
            Some(found) => {
                *index = found;
                true
            }
            None => false,
        },
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Underline(inner)
        | Inline::Link { content: inner, .. } => {
            point_inlines(inner, index_of);
            true
        }
        Inline::Text(_) | Inline::Break => true,
    });
}

#[cfg(test)]
mod tests;
