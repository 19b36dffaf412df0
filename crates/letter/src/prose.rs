//! From a field's text to its words: markup blanked out, words and marks as tokens, sentence ends.
//!
//! Blanking keeps every byte where it was, so a place in the words is the same place in the text as written, and
//! an excerpt can be cut from the draft itself. What the words mean is for the checks.

use std::borrow::Cow;
use std::ops::Range;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Printed as typed.
    Plain,
    /// Letter markup.
    Rich,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word or a number, with the hyphens, slashes and apostrophes inside it.
    Word,
    /// A web or e-mail address, which says nothing to any check of words.
    Address,
    /// One mark of punctuation.
    Mark,
}

/// A token by its bytes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it is.
    pub kind: TokenKind,
    /// It stands between quotation marks.
    pub quoted: bool,
}

/// The words of one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Prose<'a> {
    words: Cow<'a, str>,
    /// The tokens in order.
    pub tokens: Vec<Token>,
    /// Whether a sentence ends after each token: nearly every check asks, so it is looked for once.
    ends: Vec<bool>,
}

/// How far a sentence is looked for, in tokens; keeps a text without full stops from costing the square of itself.
const REACH: usize = 60;

/// Words before a full stop that do not end a sentence.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "sec", "secs",
    "art", "ch", "div", "st", "ave", "blvd", "mr", "mrs", "ms", "mx", "dr", "hon", "rev", "rep", "sen", "gov", "jr",
    "sr", "inc", "vs", "v", "cf", "e.g", "i.e", "u.s", "a.m", "p.m",
];

impl<'a> Prose<'a> {
    /// Reads a text.
    pub fn of(text: &'a str, syntax: Syntax) -> Self {
        let words = match syntax {
            Syntax::Plain => Cow::Borrowed(text),
            Syntax::Rich => blank_markup(text),
        };
        let tokens = tokens(&words);
        let mut prose = Self { words, tokens, ends: Vec::new() };
        prose.ends = (0..prose.tokens.len()).map(|index| prose.is_end(index)).collect();
        prose
    }

    /// The text with its markup blanked out, byte for byte.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The token's text; empty past either end.
    pub fn text(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| &self.words[token.start..token.end])
    }

    /// What stands from one token to another, both included, with one space for each gap.
    pub fn span(&self, first: usize, last: usize) -> String {
        let bytes = self.tokens.get(first).zip(self.tokens.get(last)).map(|(first, last)| first.start..last.end);
        let words = bytes.and_then(|bytes| self.words.get(bytes)).unwrap_or_default();
        words.split_whitespace().collect::<Vec<&str>>().join(" ")
    }

    /// What stands between the token and the next one; empty past the last.
    pub fn gap(&self, index: usize) -> &str {
        match (self.tokens.get(index), self.tokens.get(index + 1)) {
            (Some(token), Some(next)) => &self.words[token.end..next.start],
            _ => "",
        }
    }

    /// The token stands between quotation marks.
    pub fn is_quoted(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.quoted)
    }

    /// The token is this word, whatever its case.
    pub fn is(&self, index: usize, word: &str) -> bool {
        self.text(index).eq_ignore_ascii_case(word)
    }

    /// The token is one of these words, whatever its case.
    pub fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let text = self.text(index);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// One of these words is among the tokens.
    pub fn has_any(&self, mut tokens: Range<usize>, words: &[&str]) -> bool {
        tokens.any(|at| self.is_any(at, words))
    }

    /// The tokens of the sentence around a token, within reach of it.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let farthest = at.saturating_sub(REACH);
        let start = (farthest..=at).rev().find(|at| self.starts_sentence(*at)).unwrap_or(farthest);
        let limit = self.tokens.len().min(at + REACH);
        let end = (at..limit).find(|at| self.ends_sentence(*at)).map_or(limit, |at| at + 1);
        start..end
    }

    /// The token is the first word of a sentence, or the text's first.
    pub fn starts_sentence(&self, index: usize) -> bool {
        index == 0 || self.ends_sentence(index - 1)
    }

    /// A sentence, a paragraph or the text ends after the token.
    pub fn ends_sentence(&self, index: usize) -> bool {
        self.ends.get(index).copied().unwrap_or(true)
    }

    fn is_end(&self, index: usize) -> bool {
        let (Some(token), Some(next)) = (self.tokens.get(index), self.tokens.get(index + 1)) else { return true };
        let gap = &self.words[token.end..next.start];
        let lines = gap.bytes().filter(|byte| *byte == b'\n').count();
        if lines > 1 || lines == 1 && self.opens_list_item(index + 1) {
            return true;
        }
        // A closing quotation mark or bracket belongs to the sentence that ended before it.
        let stop = if self.is_closing(index) && index > 0 { index - 1 } else { index };
        match self.text(stop) {
            "!" | "?" => !gap.is_empty() && !self.is_closing(index + 1),
            "." => {
                let before = stop.checked_sub(1).map_or("", |before| self.text(before));
                let initial = before.chars().count() == 1 && before.starts_with(char::is_uppercase);
                !gap.is_empty()
                    && !initial
                    && !self.is_abbreviation(before, index + 1)
                    && !self.text(index + 1).starts_with(char::is_lowercase)
                    && !self.is_closing(index + 1)
            }
            _ => false,
        }
    }

    /// `No.` before a number, and the words that are never whole with a stop after them.
    fn is_abbreviation(&self, word: &str, next: usize) -> bool {
        let number = ["no", "nos"].iter().any(|short| word.eq_ignore_ascii_case(short));
        number && self.text(next).starts_with(char::is_numeric)
            || ABBREVIATIONS.iter().any(|short| word.eq_ignore_ascii_case(short))
    }

    fn is_closing(&self, index: usize) -> bool {
        matches!(self.text(index), "”" | "’" | "\"" | ")")
            && index > 0
            && self.tokens.get(index).is_some_and(|token| self.tokens[index - 1].end == token.start)
    }

    fn opens_list_item(&self, index: usize) -> bool {
        match self.text(index) {
            "-" | "(" => true,
            label => label.len() <= 3 && matches!(self.text(index + 1), ")" | "."),
        }
    }
}

/// Blanks the markup of a rich text, byte for byte: marks of emphasis, note marks, addresses of links, quoted lines.
fn blank_markup(text: &str) -> Cow<'_, str> {
    let source = text.as_bytes();
    let mut out = source.to_vec();
    let mut brackets = Closing { source, closing: b']', stop: None };
    let mut parentheses = Closing { source, closing: b')', stop: None };
    let alphanumeric = |at: Option<usize>| {
        at.and_then(|at| source.get(at)).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
    };
    let mut line_start = true;
    let mut bracket = None;
    let mut at = 0;
    while at < source.len() {
        let next = source.get(at + 1).copied().unwrap_or(b' ');
        let mut end = at + 1;
        match source[at] {
            b'>' if line_start => {
                end = source[at..].iter().position(|byte| *byte == b'\n').map_or(source.len(), |stop| at + stop);
                out[at..end].fill(b' ');
            }
            b'#' if line_start => out[at] = b' ',
            b'\\' if next.is_ascii_punctuation() => {
                out[at] = b' ';
                end = at + 2;
            }
            b'*' => out[at] = b' ',
            b'_' if !(alphanumeric(at.checked_sub(1)) && alphanumeric(Some(at + 1))) => out[at] = b' ',
            b'[' if next == b'^' => {
                if let Some(close) = brackets.after(at) {
                    end = close + 1;
                    out[at..end].fill(b' ');
                }
            }
            b'[' => bracket = Some(at),
            b']' if next == b'(' => {
                let close = parentheses.after(at);
                if let (Some(open), Some(close)) = (bracket.take(), close) {
                    end = close + 1;
                    out[open] = b' ';
                    out[at..end].fill(b' ');
                }
            }
            _ => {}
        }
        let seen = source[at];
        line_start = seen == b'\n' || line_start && matches!(seen, b' ' | b'#');
        at = end;
    }
    // Only ASCII and whole lines are blanked, so this stays UTF-8; the text as written would do no harm either.
    String::from_utf8(out).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The next closing mark before any space, found without reading a text twice.
struct Closing<'a> {
    source: &'a [u8],
    closing: u8,
    /// The mark or space that the last search ended at.
    stop: Option<usize>,
}

impl Closing<'_> {
    fn after(&mut self, from: usize) -> Option<usize> {
        let stop = self.stop.filter(|stop| *stop >= from).unwrap_or_else(|| {
            let mut rest = self.source[from..].iter();
            let length = rest.position(|byte| *byte == self.closing || byte.is_ascii_whitespace());
            length.map_or(self.source.len(), |length| from + length)
        });
        self.stop = Some(stop);
        (self.source.get(stop) == Some(&self.closing)).then_some(stop)
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut quoted = false;
    let mut previous_end = 0;
    for chunk in text.split_whitespace() {
        let base = chunk.as_ptr() as usize - text.as_ptr() as usize;
        // A quotation mark that nobody closed must not swallow the rest of the letter.
        if text[previous_end..base].bytes().filter(|byte| *byte == b'\n').count() > 1 {
            quoted = false;
        }
        previous_end = base + chunk.len();
        if is_address(chunk) {
            tokens.push(Token { start: base, end: previous_end, kind: TokenKind::Address, quoted });
            continue;
        }
        let mut at = 0;
        while let Some(first) = chunk[at..].chars().next() {
            let (end, kind) = if first.is_alphanumeric() {
                (at + word_length(&chunk[at..]), TokenKind::Word)
            } else {
                (at + first.len_utf8(), TokenKind::Mark)
            };
            match first {
                '“' | '«' => quoted = true,
                '”' | '»' => quoted = false,
                '"' => quoted = !quoted,
                _ => {}
            }
            tokens.push(Token { start: base + at, end: base + end, kind, quoted });
            at = end;
        }
    }
    tokens
}

fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.contains('@') || chunk.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("www."))
}

/// The bytes of the word that opens the chunk, with the marks that join its pieces.
fn word_length(chunk: &str) -> usize {
    let mut chars = chunk.char_indices().peekable();
    let mut end = 0;
    let mut before = ' ';
    let mut piece = 0;
    while let Some((at, c)) = chars.next() {
        // Marks above letters stand by themselves when a name was typed on some keyboards.
        if c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c) {
            end = at + c.len_utf8();
            piece += 1;
        } else {
            let after = chars.peek().map_or(' ', |(_, c)| *c);
            let digits = before.is_numeric() && after.is_numeric();
            let joins = match c {
                '-' | '\'' | '’' => after.is_alphanumeric(),
                '–' | '/' | ',' => digits,
                '.' => digits || piece == 1 && after.is_alphabetic(),
                _ => false,
            };
            if !joins {
                break;
            }
            piece = 0;
        }
        before = c;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_words_and_marks() {
        let check = |text: &str, syntax: Syntax, expected: &str| {
            let prose = Prose::of(text, syntax);
            let words: Vec<&str> = (0..prose.tokens.len()).map(|index| prose.text(index)).collect();
            assert_eq!(words.join("|"), expected, "{text}");
        };
        check("On Jan. 27, 2026 we asked", Syntax::Plain, "On|Jan|.|27|,|2026|we|asked");
        check("**three** changes", Syntax::Rich, "three|changes");
        check("a [plan](https://x.org/2026-01-27) of_ours[^la]", Syntax::Rich, "a|plan|of|_|ours");
        check("see https://x.org/2026-01-27, please", Syntax::Plain, "see|https://x.org/2026-01-27,|please");
        check(
            "out-of-state U.S. data, 1,000 of 2/3/2026",
            Syntax::Plain,
            "out-of-state|U.S|.|data|,|1,000|of|2/3/2026",
        );
        check("[^la][x](https://a.org)[^ no](y", Syntax::Rich, "x|[|^|no|]|(|y");
        check("> quoted lines\nare gone", Syntax::Rich, "are|gone");
        check("the city’s “plan”—now", Syntax::Plain, "the|city’s|“|plan|”|—|now");
    }

    #[test]
    fn sentences_end_where_people_hear_them_end() {
        let check = |text: &str, expected: &[&str]| {
            let prose = Prose::of(text, Syntax::Plain);
            let starts: Vec<&str> = (0..prose.tokens.len())
                .filter(|index| prose.starts_sentence(*index))
                .map(|index| prose.text(index))
                .collect();
            assert_eq!(starts, expected, "{text}");
        };
        check("One met. Two left! Three?", &["One", "Two", "Three"]);
        check("It met on Jan. 27, 2026. Then Mr. Lee of the U.S. House spoke.", &["It", "Then"]);
        check("It is No. 3 of 4. No. 5 is not.", &["It", "No"]);
        check("He said “No.” They left.", &["He", "They"]);
        check("Title\n\nnext", &["Title", "next"]);
        check("We ask:\n- one\n- two", &["We", "-", "-"]);
    }
}
