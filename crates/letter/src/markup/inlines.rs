//! One paragraph of markup to inlines: emphasis, underline, links, breaks and note marks. Never fails, and reads each
//! character a bounded number of times.
//!
//! Emphasis follows CommonMark's flanking rules, with three liberties that let every mix of looks be written: a sign
//! after a backslash counts as a letter, other delimiters between a delimiter and the words do not count, and `__` may
//! stand within a word. `__words__` is underline here, not bold, because letters underline.

use super::{Notes, Trouble};
use crate::letter::{Inline, is_note_id};
use crate::markup::escape::LINE_BREAK;

/// The longest address of a link that is read as one, in bytes.
const LONGEST_URL: usize = 2000;

/// Reads one paragraph. Newlines are spaces unless the line ends in a backslash or two spaces.
pub(super) fn inlines(text: &str, notes: &mut Notes, trouble: &mut Trouble) -> Vec<Inline> {
    let mut reader = Reader { text, closing: closing_brackets(text), notes, trouble };
    reader.run(0, text.len(), LinkUse::Allowed)
}

/// For each `[` (by byte), the byte of its `]`.
fn closing_brackets(text: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => open.push(at),
            b']' => pairs.extend(open.pop().map(|start| (start, at))),
            _ => {}
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Links do not stand in links.
#[derive(Clone, Copy, PartialEq)]
enum LinkUse {
    Allowed,
    Inside,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Delimiter {
    Strong(&'static str),
    Emphasis(&'static str),
    Underline,
}

impl Delimiter {
    fn text(self) -> &'static str {
        match self {
            Self::Strong(text) | Self::Emphasis(text) => text,
            Self::Underline => "__",
        }
    }

    fn wrap(self, content: Vec<Inline>) -> Inline {
        match self {
            Self::Strong(_) => Inline::Strong(content),
            Self::Emphasis(_) => Inline::Emphasis(content),
            Self::Underline => Inline::Underline(content),
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    closing: Vec<(usize, usize)>,
    notes: &'a mut Notes,
    trouble: &'a mut Trouble,
}

/// What has been read so far, with the delimiters that are still open and where their content starts.
#[derive(Default)]
struct Output {
    inlines: Vec<Inline>,
    open: Vec<(Delimiter, usize)>,
    words: String,
}

impl Output {
    fn flush(&mut self) {
        if !self.words.is_empty() {
            self.inlines.push(Inline::Text(std::mem::take(&mut self.words)));
        }
    }

    fn push(&mut self, inline: Inline) {
        self.flush();
        self.inlines.push(inline);
    }

    /// The innermost open delimiter becomes the characters that it was.
    fn abandon(&mut self) {
        self.flush();
        if let Some((delimiter, start)) = self.open.pop() {
            self.inlines.insert(start, Inline::Text(delimiter.text().to_owned()));
        }
    }

    fn open(&mut self, delimiter: Delimiter) {
        self.flush();
        self.open.push((delimiter, self.inlines.len()));
    }

    fn is_open(&self, delimiter: Delimiter) -> bool {
        self.open.iter().any(|(open, _)| *open == delimiter)
    }

    fn close(&mut self, delimiter: Delimiter) {
        // Of two that opened at one place, the one that closes first was the inner.
        if let [.., (below, outer), (_, inner)] = self.open.as_slice()
            && outer == inner
            && *below == delimiter
        {
            let last = self.open.len() - 1;
            self.open.swap(last - 1, last);
        }
        while self.open.last().is_some_and(|(open, _)| *open != delimiter) {
            self.abandon();
        }
        self.flush();
        if let Some((_, start)) = self.open.pop() {
            let content = self.inlines.split_off(start);
            if !content.is_empty() {
                self.inlines.push(delimiter.wrap(content));
            }
        }
    }

    fn finish(mut self) -> Vec<Inline> {
        while !self.open.is_empty() {
            self.abandon();
        }
        self.flush();
        merged(self.inlines)
    }
}

/// Neighbouring runs of text as one.
fn merged(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match (out.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => out.push(inline),
        }
    }
    out
}

impl Reader<'_> {
    fn run(&mut self, start: usize, end: usize, links: LinkUse) -> Vec<Inline> {
        let mut out = Output::default();
        let mut at = start;
        while at < end {
            let rest = &self.text[at..end];
            let c = rest.chars().next().unwrap_or_default();
            at += match c {
                '\\' => self.backslash(rest, &mut out),
                '\n' => {
                    line_end(rest, &mut out);
                    1
                }
                LINE_BREAK => {
                    out.push(Inline::Break);
                    c.len_utf8()
                }
                '*' | '_' => self.delimiters(at, end, &mut out),
                '[' => self.bracket(at, end, links, &mut out),
                'h' if links == LinkUse::Allowed => self.bare_link(at, end, &mut out),
                c if c.is_control() => c.len_utf8(),
                c => {
                    out.words.push(c);
                    c.len_utf8()
                }
            };
        }
        out.finish()
    }

    /// A backslash before punctuation prints it; before the end of the line it breaks the line.
    fn backslash(&mut self, rest: &str, out: &mut Output) -> usize {
        match rest[1..].chars().next() {
            Some('\n') => {
                out.push(Inline::Break);
                2
            }
            Some(c) if is_escapable(c) => {
                out.words.push(c);
                1 + c.len_utf8()
            }
            _ => {
                out.words.push('\\');
                1
            }
        }
    }

    /// A run of `*` or `_`, read as CommonMark reads it.
    fn delimiters(&mut self, at: usize, end: usize, out: &mut Output) -> usize {
        let text = &self.text[..end];
        let sign = text.as_bytes()[at];
        let length = text.as_bytes()[at..].iter().take_while(|b| **b == sign).count();
        let (before, after) = (before(&text[..at]), after(&text[at + length..]));
        let (opens, closes) = flanking(sign == b'_' && length == 1, before, after);
        let (single, double) = if sign == b'*' {
            (Delimiter::Emphasis("*"), Delimiter::Strong("**"))
        } else {
            (Delimiter::Emphasis("_"), Delimiter::Underline)
        };
        let last = out.open.last().map(|(open, _)| *open);
        let parts: &[Delimiter] = match length {
            1 => &[single],
            2 => &[double],
            3 if last == Some(single) => &[single, double],
            3 => &[double, single],
            // One ends both and opens one again: `**a *b****c*`.
            4 if last == Some(single) => &[single, double, single],
            4 if last == Some(double) => &[double, single, single],
            5 if last == Some(double) => &[double, single, double],
            _ => &[],
        };
        if parts.is_empty() {
            out.words.push_str(&text[at..at + length]);
        }
        for &part in parts {
            if closes && out.is_open(part) {
                out.close(part);
            } else if opens && !out.is_open(part) {
                out.open(part);
            } else {
                out.words.push_str(part.text());
            }
        }
        length
    }

    /// `[^id]`, `[words](address)`, or a bracket as typed.
    fn bracket(&mut self, at: usize, end: usize, links: LinkUse, out: &mut Output) -> usize {
        let closing = self.closing.binary_search_by_key(&at, |(open, _)| *open).ok().map(|i| self.closing[i].1);
        let Some(close) = closing.filter(|close| *close < end) else {
            out.words.push('[');
            return 1;
        };
        let inside = &self.text[at + 1..close];
        if let Some(id) = inside.strip_prefix('^')
            && is_note_id(id)
        {
            let index = self.notes.mark(id, &self.trouble.source);
            out.push(Inline::NoteMark(index));
            return close + 1 - at;
        }
        let address = self.text[close + 1..end].strip_prefix('(').and_then(address);
        let Some((url, length)) = address.filter(|_| links == LinkUse::Allowed) else {
            out.words.push('[');
            return 1;
        };
        let content = self.run(at + 1, close, LinkUse::Inside);
        if is_absolute(&url) {
            out.push(Inline::Link { url, content });
        } else {
            self.trouble.bad_link(inside, &url);
            for inline in content {
                out.push(inline);
            }
        }
        close + 2 + length - at
    }

    /// An address that stands in the text as it is.
    fn bare_link(&mut self, at: usize, end: usize, out: &mut Output) -> usize {
        let rest = &self.text[at..end];
        let begins = rest.starts_with("https://") || rest.starts_with("http://");
        let apart = !self.text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        if begins && apart {
            let near = &rest[..rest.floor_char_boundary(LONGEST_URL + 1)];
            let stop =
                near.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '“' | '\\' | LINE_BREAK));
            let url = without_punctuation(&near[..stop.unwrap_or(near.len())]);
            if url.len() <= LONGEST_URL && is_absolute(url) {
                out.push(Inline::Link { url: url.to_owned(), content: vec![Inline::Text(url.to_owned())] });
                return url.len();
            }
        }
        out.words.push('h');
        1
    }
}

/// An address without the punctuation of the sentence it ends.
fn without_punctuation(mut url: &str) -> &str {
    let mut unpaired = url.matches(')').count().saturating_sub(url.matches('(').count());
    while let Some(last) = url.chars().next_back() {
        match last {
            ')' if unpaired > 0 => unpaired -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '\'' | '’' | ']' => {}
            _ => break,
        }
        url = &url[..url.len() - last.len_utf8()];
    }
    url
}

/// A newline: a break after two spaces, else a space.
fn line_end(rest: &str, out: &mut Output) {
    let hard = out.words.ends_with("  ");
    let kept = out.words.trim_end_matches(' ').len();
    out.words.truncate(kept);
    if hard {
        out.push(Inline::Break);
    } else if rest.len() > 1 && !matches!(out.inlines.last(), Some(Inline::Break) if out.words.is_empty()) {
        out.words.push(' ');
    }
}

/// How many other delimiters are looked past, so that long rows of them are not read again and again.
const DELIMITERS: usize = 12;

/// What a delimiter stands beside.
#[derive(Clone, Copy, PartialEq)]
enum Beside {
    Space,
    Punctuation,
    Letter,
}

impl Beside {
    fn of(c: char) -> Self {
        if c.is_whitespace() {
            Self::Space
        } else if c.is_alphanumeric() {
            Self::Letter
        } else {
            Self::Punctuation
        }
    }
}

/// What stands before a run of delimiters, other delimiters looked past.
fn before(text: &str) -> Beside {
    let words = text.len() - text.bytes().rev().take(DELIMITERS).take_while(|b| matches!(b, b'*' | b'_')).count();
    let backslashes = |end: usize| text.as_bytes()[..end].iter().rev().take_while(|b| **b == b'\\').count();
    // The first of these delimiters may be a sign that was meant as such.
    if words < text.len() && backslashes(words) % 2 == 1 {
        return Beside::Letter;
    }
    match text[..words].chars().next_back() {
        None => Beside::Space,
        Some(c) if is_escapable(c) && backslashes(words - c.len_utf8()) % 2 == 1 => Beside::Letter,
        Some(c) => Beside::of(c),
    }
}

/// What stands after a run of delimiters, other delimiters looked past.
fn after(text: &str) -> Beside {
    let words = text.bytes().take(DELIMITERS).take_while(|b| matches!(b, b'*' | b'_')).count();
    let mut chars = text[words..].chars();
    match chars.next() {
        None => Beside::Space,
        Some('\\') if chars.next().is_some_and(is_escapable) => Beside::Letter,
        Some(c) => Beside::of(c),
    }
}

/// A backslash before this character means the character.
pub(super) fn is_escapable(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

/// Whether a run of delimiters may open and may close, by what stands on either side.
fn flanking(apart: bool, before: Beside, after: Beside) -> (bool, bool) {
    let left = after != Beside::Space && (after == Beside::Letter || before != Beside::Letter);
    let right = before != Beside::Space && (before == Beside::Letter || after != Beside::Letter);
    if apart {
        (left && (!right || before == Beside::Punctuation), right && (!left || after == Beside::Punctuation))
    } else {
        (left, right)
    }
}

/// The address after `(` and how many bytes it takes with its `)`.
fn address(text: &str) -> Option<(String, usize)> {
    let mut url = String::new();
    let mut depth = 0;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            ')' if depth == 0 => return Some((url.trim().to_owned(), at + 1)),
            '\n' | '[' => return None,
            _ if url.len() > LONGEST_URL => return None,
            '\\' => {
                let (_, next) = chars.next()?;
                if !next.is_ascii_punctuation() {
                    url.push('\\');
                }
                url.push(next);
            }
            c => {
                depth += i32::from(c == '(') - i32::from(c == ')');
                url.push(c);
            }
        }
    }
    None
}

/// The text is an absolute web or mail address: a known scheme, a host with a dot or an `@`, and no space or control.
pub fn is_absolute(url: &str) -> bool {
    let plain = !url.chars().any(|c| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}')
    });
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    if lower.starts_with("mailto:") {
        let address = &url[7..];
        return plain
            && address
                .split_once('@')
                .is_some_and(|(user, host)| !user.is_empty() && is_host(host.split('?').next().unwrap_or_default()));
    }
    let Some(rest) =
        lower.starts_with("https://").then(|| &url[8..]).or_else(|| lower.starts_with("http://").then(|| &url[7..]))
    else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.split(':').next().unwrap_or_default();
    let port =
        authority.split_once(':').is_none_or(|(_, port)| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()));
    plain && port && is_host(host)
}

fn is_host(host: &str) -> bool {
    host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
        })
}
