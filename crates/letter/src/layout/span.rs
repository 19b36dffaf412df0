//! A run of inlines in, plain text with spans of one look out: what shaping reads.
//!
//! The text holds no control character, tab or soft hyphen; a break is a line feed after a space, so that the last
//! word of one line and the first of the next never run together when they are copied out.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::bound::bound_spaces;
use super::page::NodeId;
use crate::letter::{Inline, Letter, plain};
use crate::style::{INK, LINK_COLOUR};

/// Keeps a note mark on the line of the word before it, and a number on that of its sign; taken out again after
/// shaping.
pub(crate) const JOINER: char = '\u{2060}';

/// The text of one paragraph.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    pub(crate) text: String,
    /// Spans in order, without gaps.
    pub(crate) spans: Vec<Span>,
    /// What the pieces of the spans are; the first is the paragraph itself.
    pub(crate) pieces: Vec<Piece>,
}

/// A stretch of text that looks the same and belongs to the same piece.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    /// Where it ends in the text.
    pub(crate) end: usize,
    /// The index of its piece.
    pub(crate) piece: usize,
    pub(crate) look: Look,
}

/// How type looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Look {
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) underlined: bool,
    pub(crate) raised: bool,
    pub(crate) colour: [u8; 3],
}

/// What a piece of a paragraph is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    /// The paragraph's own words.
    Own,
    /// The words of a link.
    Link { url: String, title: String },
    /// A mark that points to the note with this index.
    Mark(usize),
    /// The mark that opens a note, an element of its own beside the paragraph.
    Label(NodeId),
}

impl Look {
    /// Upright, regular, in this colour.
    pub(crate) fn of(colour: Option<[u8; 3]>) -> Self {
        Self { colour: colour.unwrap_or(INK), ..Self::default() }
    }
}

impl Words {
    /// No words yet.
    pub(crate) fn new() -> Self {
        Self { pieces: vec![Piece::Own], ..Self::default() }
    }

    /// Plain words in one look.
    pub(crate) fn plain(text: &str, look: Look) -> Self {
        let mut words = Self::new();
        words.push(text, 0, look);
        words
    }

    /// Adds inlines; marks take their looks from the letter's notes.
    pub(crate) fn add(&mut self, content: &[Inline], look: Look, letter: &Letter) {
        self.add_to(content, 0, look, letter);
    }

    /// Adds a note's own mark, with the space that parts it from the note.
    pub(crate) fn add_label(&mut self, mark: &str, look: Look, label: NodeId) {
        let piece = self.piece(Piece::Label(label));
        self.push(mark, piece, look);
        let own = Look { raised: false, ..look };
        if look.raised {
            self.push(" ", piece, own);
        }
    }

    fn add_to(&mut self, content: &[Inline], piece: usize, look: Look, letter: &Letter) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.push(text, piece, look),
                Inline::Strong(inner) => self.add_to(inner, piece, Look { bold: true, ..look }, letter),
                Inline::Emphasis(inner) => self.add_to(inner, piece, Look { italic: !look.italic, ..look }, letter),
                Inline::Underline(inner) => self.add_to(inner, piece, Look { underlined: true, ..look }, letter),
                Inline::Link { url, content } => {
                    let link = self.piece(Piece::Link { url: url.clone(), title: plain(content) });
                    self.add_to(content, link, Look { underlined: true, colour: LINK_COLOUR, ..look }, letter);
                }
                Inline::Break => {
                    if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                        self.push(" ", piece, look);
                    }
                    self.text.push('\n');
                    self.close(piece, look);
                }
                Inline::NoteMark(note) => {
                    let Some(mark) = letter.notes.get(*note).map(|note| note.mark.as_str()) else { continue };
                    if mark.is_empty() {
                        continue;
                    }
                    if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                        self.text.push(JOINER);
                        self.close(piece, look);
                    }
                    let raised = !letter.note_style.symbols;
                    let reference = self.piece(Piece::Mark(*note));
                    self.push(mark, reference, Look { raised, italic: false, underlined: false, ..look });
                }
            }
        }
    }

    fn piece(&mut self, piece: Piece) -> usize {
        self.pieces.push(piece);
        self.pieces.len() - 1
    }

    fn push(&mut self, text: &str, piece: usize, look: Look) {
        self.text.extend(text.chars().filter_map(printable));
        self.close(piece, look);
    }

    /// Ends a span where the text ends now.
    fn close(&mut self, piece: usize, look: Look) {
        let end = self.text.len();
        match self.spans.last_mut() {
            Some(last) if last.end == end => {}
            Some(last) if last.piece == piece && last.look == look => last.end = end,
            None if end == 0 => {}
            _ => self.spans.push(Span { end, piece, look }),
        }
    }

    /// Takes out breaks and spaces at the end, which would add an empty line.
    pub(crate) fn trim_end(&mut self) {
        let end = self.text.trim_end_matches(['\n', ' ']).len();
        self.text.truncate(end);
        for span in &mut self.spans {
            span.end = span.end.min(end);
        }
        let mut start = 0;
        self.spans.retain(|span| {
            let filled = span.end > start;
            start = span.end;
            filled
        });
    }

    /// The same words with a joiner after each space that ends no line.
    pub(crate) fn bound(&self, language: &str) -> Cow<'_, Self> {
        let spaces: Vec<usize> = bound_spaces(&self.text, language).collect();
        if spaces.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut text = String::with_capacity(self.text.len() + spaces.len() * JOINER.len_utf8());
        let mut start = 0;
        for at in &spaces {
            text.push_str(&self.text[start..=*at]);
            text.push(JOINER);
            start = at + 1;
        }
        text.push_str(&self.text[start..]);
        let moved = |end: usize| end + spaces.partition_point(|at| *at < end) * JOINER.len_utf8();
        let spans = self.spans.iter().map(|span| Span { end: moved(span.end), ..span.clone() }).collect();
        Cow::Owned(Self { text, spans, pieces: self.pieces.clone() })
    }

    /// The same words in parts of at most so many spans, for shaping: the pieces stay with the whole.
    pub(crate) fn in_parts(&self, most: usize) -> impl Iterator<Item = Self> {
        let mut start = 0;
        self.spans.chunks(most.max(1)).map(move |spans| {
            let end = spans.last().map_or(start, |last| last.end);
            let text = self.text[start..end].to_owned();
            let spans = spans.iter().map(|span| Span { end: span.end - start, ..span.clone() }).collect();
            start = end;
            Self { text, spans, pieces: Vec::new() }
        })
    }

    /// The same words without these characters, or with another in their place.
    pub(crate) fn without(&self, missing: &BTreeSet<char>, substitute: Option<char>) -> Self {
        let mut words = Self { text: String::new(), spans: Vec::new(), pieces: self.pieces.clone() };
        let mut start = 0;
        for span in &self.spans {
            let kept = self.text[start..span.end].chars();
            words.text.extend(kept.filter_map(|c| if missing.contains(&c) { substitute } else { Some(c) }));
            words.close(span.piece, span.look);
            start = span.end;
        }
        words
    }
}

/// The character as it can be drawn: white space of any kind as a space, what has no form not at all.
fn printable(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{ad}' | '\u{feff}' | JOINER => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}
