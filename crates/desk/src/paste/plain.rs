//! Plain text to pieces: paragraphs, lists and quoted lines, with the lines of a PDF or an email joined again.
//!
//! A line was cut by a program when the first word of the next would not have fitted into the widest line; all other
//! ends of lines are a person's. Those stay, as a new paragraph after the end of a sentence, else as a line break.

mod join;
mod lists;

use join::{Joint, Measure, joint};
use lists::{Lists, Mark, marks};

use super::tree::{Piece, Step, step};
use super::words::{Look, Words};

/// How deep quoted lines are told apart.
const DEEPEST_QUOTE: usize = 2;

/// A line without its signs of quotation and the spaces around it.
pub(super) struct Line<'a> {
    /// How many signs of quotation stood in front of it.
    quoted: usize,
    /// How far it is indented.
    indent: usize,
    text: &'a str,
}

/// Reads text.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{c}', '\u{85}'], "\n").replace('\u{2029}', "\n\n");
    let lines: Vec<Line> = text.split('\n').map(line).collect();
    let measure = Measure::of(lines.iter().map(|line| line.text));
    let mut out = Vec::new();
    let mut reader = Reader {
        out: &mut out,
        lists: Lists::default(),
        place: Vec::new(),
        open: None,
        is_after_blank: false,
        measure,
    };
    let mut quotes = [0; DEEPEST_QUOTE];
    let mut number = 0;
    for (region, quoted) in regions(&lines) {
        // A quotation goes on as long as the lines are quoted at all.
        for (depth, quote) in quotes.iter_mut().enumerate() {
            number += 1;
            *quote = if depth >= quoted { number } else { *quote };
        }
        let place = quotes.iter().take(quoted).map(|quote| Step::Quote(*quote)).collect();
        reader.region(region, place);
    }
    out
}

fn line(text: &str) -> Line<'_> {
    let mut rest = text.trim_end();
    let mut quoted = 0;
    while let Some(inner) = rest.strip_prefix('>').or_else(|| rest.strip_prefix(" >").filter(|_| quoted > 0)) {
        rest = inner;
        quoted += 1;
    }
    let trimmed = rest.trim_start();
    let width = |c: char| if c == '\t' { 4 } else { 1 };
    let indent = rest[..rest.len() - trimmed.len()].chars().map(width).sum();
    Line { quoted: quoted.min(DEEPEST_QUOTE), indent, text: trimmed }
}

/// Lines in a row that are quoted equally deep.
fn regions<'a, 'b>(lines: &'b [Line<'a>]) -> impl Iterator<Item = (&'b [Line<'a>], usize)> {
    lines.chunk_by(|one, other| one.quoted == other.quoted).map(|region| (region, region[0].quoted))
}

struct Reader<'a> {
    out: &'a mut Vec<Piece>,
    lists: Lists,
    place: Vec<Step>,
    open: Option<Paragraph>,
    /// An empty line stands before the next one.
    is_after_blank: bool,
    measure: Measure,
}

/// The paragraph that is being read; its last line waits, since the next decides about a hyphen at its end.
struct Paragraph {
    place: Vec<Step>,
    /// How far the item is indented that it opens.
    item: Option<usize>,
    words: Words,
    last: String,
}

impl Reader<'_> {
    fn region(&mut self, lines: &[Line], place: Vec<Step>) {
        self.place = place;
        self.lists.end();
        let marks = marks(lines, &self.measure);
        for (at, (line, mark)) in lines.iter().zip(marks).enumerate() {
            if line.text.is_empty() {
                self.close();
                self.is_after_blank = true;
                continue;
            }
            if let Some(mark) = mark {
                self.close();
                let length = mark.length;
                let place = self.item(&mark, line.indent);
                self.begin(&line.text[length..], place, Some(line.indent));
            } else {
                let is_wrapped = self.is_wrapped_around(lines, at);
                self.go_on(line, is_wrapped);
            }
            self.is_after_blank = false;
        }
        self.close();
    }

    /// The line before or after the joint in front of this line is full as well.
    fn is_wrapped_around(&self, lines: &[Line], at: usize) -> bool {
        let full = |one: usize, other: usize| {
            let pair = lines.get(one).zip(lines.get(other));
            pair.is_some_and(|(one, other)| self.measure.is_full(one.text, other.text))
        };
        full(at, at + 1) || at.checked_sub(2).is_some_and(|before| full(before, at - 1))
    }

    fn item(&mut self, mark: &Mark, indent: usize) -> Vec<Step> {
        self.lists
            .item(mark, indent, self.is_after_blank)
            .into_iter()
            .fold(self.place.clone(), |place, inner| step(&place, inner))
    }

    fn begin(&mut self, text: &str, place: Vec<Step>, item: Option<usize>) {
        self.open = Some(Paragraph { place, item, words: Words::default(), last: text.trim_start().to_owned() });
    }

    fn go_on(&mut self, line: &Line, is_wrapped: bool) {
        let joint = self.open.as_ref().map(|open| match joint(&open.last, line.text, &self.measure, is_wrapped) {
            // Lines that hang under the words of an item belong to them.
            Joint::Break | Joint::Paragraph if open.item.is_some_and(|item| line.indent > item) => Joint::Space,
            joint => joint,
        });
        match (joint, &mut self.open) {
            (Some(Joint::Paragraph) | None, _) | (_, None) => {
                self.close();
                self.lists.end();
                self.begin(line.text, self.place.clone(), None);
            }
            (Some(joint), Some(open)) => {
                let look = Look::default();
                match joint {
                    Joint::Hyphen => {
                        let mut kept = open.last.chars();
                        kept.next_back();
                        open.words.text(kept.as_str(), &look);
                    }
                    Joint::Close => open.words.text(&open.last, &look),
                    Joint::Break => {
                        open.words.text(&open.last, &look);
                        open.words.line_break();
                    }
                    Joint::Space | Joint::Paragraph => {
                        open.words.text(&open.last, &look);
                        open.words.text(" ", &look);
                    }
                }
                open.last = line.text.to_owned();
            }
        }
    }

    fn close(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        open.words.text(&open.last, &Look::default());
        let content = open.words.take();
        if !content.is_empty() {
            self.out.push(Piece { place: open.place, heading: 0, content });
        }
    }
}
