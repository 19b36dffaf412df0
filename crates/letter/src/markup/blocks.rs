//! Lines of markup to blocks: paragraphs, headings, quotations and lists. Never fails.
//!
//! Lists and quotations nest two levels deep; what stands deeper is kept, at the second level, and reported.

use std::sync::Arc;

use super::inlines::inlines;
use super::{Notes, Trouble};
use crate::letter::{Around, Block, BlockKind, Digits, Inline, Item, List, Numbering, Source, Tone};

/// How deep lists and quotations nest together.
const DEEPEST: usize = 2;
/// The first number of a list is at most this: `2026. That was the year` is a sentence.
const HIGHEST_START: u32 = 999;

/// How many lines on the second item of a list is looked for.
const FARTHEST_SECOND: usize = 100;

/// What the next block is to be, said by a `%%` line before it.
#[derive(Clone, Debug, Default)]
struct Next {
    tone: Tone,
    asks: bool,
}

/// Where blocks are read into.
pub(super) struct Reader<'a> {
    pub(super) notes: &'a mut Notes,
    pub(super) trouble: &'a mut Trouble,
}

impl Reader<'_> {
    /// Reads lines that hold no directive but `%%`.
    pub(super) fn blocks(&mut self, lines: &[&str], source: &Source, depth: usize) -> Vec<Block> {
        let mut out = Vec::new();
        let mut source = source.clone();
        let mut next = Next::default();
        let mut at = 0;
        while at < lines.len() {
            let line = lines[at];
            let trimmed = line.trim();
            if trimmed.is_empty() {
                at += 1;
            } else if let Some(settings) = trimmed.strip_prefix("%%") {
                self.settings(settings, &mut source, &mut next);
                at += 1;
            } else if let Some((level, words)) = heading(trimmed) {
                let content = self.inlines(words, &source);
                out.push(Block { kind: BlockKind::Heading { level, content }, source: source.clone() });
                at += 1;
            } else if trimmed.starts_with('>') {
                at = self.quote(lines, at, &source, depth, &mut out);
            } else if let Some(marker) = marker(trimmed).filter(|marker| opens_list(marker, trimmed, &lines[at + 1..]))
            {
                if depth >= DEEPEST {
                    self.trouble.too_deep(&source);
                    let content = trimmed_ends(self.inlines(trimmed, &source));
                    out.push(Block {
                        kind: BlockKind::Paragraph { tone: Tone::Normal, content },
                        source: source.clone(),
                    });
                    at += 1;
                    continue;
                }
                at = self.list(lines, at, marker, &source, depth, &std::mem::take(&mut next), &mut out);
            } else {
                let end = paragraph_end(lines, at);
                let text = joined(&lines[at..end]);
                let content = trimmed_ends(self.inlines(&text, &source));
                if !content.is_empty() {
                    let tone = std::mem::take(&mut next).tone;
                    out.push(Block { kind: BlockKind::Paragraph { tone, content }, source: source.clone() });
                }
                at = end;
            }
        }
        out
    }

    fn inlines(&mut self, text: &str, source: &Source) -> Vec<Inline> {
        self.trouble.source = source.clone();
        inlines(text, self.notes, self.trouble)
    }

    /// `%% from="…" tone="…" colour="…" list="asks"`.
    fn settings(&mut self, text: &str, source: &mut Source, next: &mut Next) {
        let mut colour = None;
        for (name, value) in super::escape::attributes(text) {
            match (name.as_str(), value.as_str()) {
                ("from", path) => *source = Arc::from(path),
                ("colour", value) => colour = super::colour(value),
                ("tone", "name") => next.tone = Tone::Name { colour: None },
                ("tone", "lead") => next.tone = Tone::Lead,
                ("list", "asks") => next.asks = true,
                _ => {}
            }
        }
        if let Tone::Name { colour: slot } = &mut next.tone {
            *slot = slot.or(colour);
        }
    }

    fn quote(&mut self, lines: &[&str], start: usize, source: &Source, depth: usize, out: &mut Vec<Block>) -> usize {
        let length = lines[start..].iter().take_while(|line| line.trim_start().starts_with('>')).count();
        let inner: Vec<&str> = lines[start..start + length]
            .iter()
            .map(|line| {
                let inside = line.trim_start();
                if depth >= DEEPEST {
                    return inside.trim_start_matches(['>', ' ', '\t']);
                }
                let inside = inside.strip_prefix('>').unwrap_or(inside);
                inside.strip_prefix(' ').unwrap_or(inside)
            })
            .collect();
        if depth >= DEEPEST {
            // Every sign of quotation is gone, so this goes no deeper.
            self.trouble.too_deep(source);
            out.extend(self.blocks(&inner, source, depth));
        } else {
            let blocks = self.blocks(&inner, source, depth + 1);
            if !blocks.is_empty() {
                out.push(Block { kind: BlockKind::Quote(blocks), source: source.clone() });
            }
        }
        start + length
    }

    #[allow(clippy::too_many_arguments, reason = "the place in the lines and what is to come of them")]
    fn list(
        &mut self,
        lines: &[&str],
        start: usize,
        first: Marker,
        source: &Source,
        depth: usize,
        next: &Next,
        out: &mut Vec<Block>,
    ) -> usize {
        let numbering = first.number.map(|(_, numbering)| numbering);
        let mut items = Vec::new();
        let mut at = start;
        let indent = indentation(lines[start]);
        while let Some(line) = lines.get(at) {
            let due = first.number.map(|(start, numbering)| numbering.label(nth(start, items.len())));
            let Some(length) = next_in_list(line.trim(), numbering, due.as_deref()) else { break };
            let following = first.number.map(|(start, numbering)| numbering.label(nth(start, items.len() + 1)));
            let (end, content) = item_lines(lines, at, indent, length, following.as_deref());
            let inner: Vec<&str> = content.iter().map(String::as_str).collect();
            items.push(Item { blocks: self.blocks(&inner, source, depth + 1) });
            // Empty lines between two items do not end the list.
            at = end;
            let blank = lines[at..].iter().take_while(|line| line.trim().is_empty()).count();
            let next = lines.get(at + blank).map_or("", |line| line.trim());
            if marker(next).is_some() || following.is_some_and(|label| opens_with(next, &label)) {
                at += blank;
            }
        }
        let list = List { numbering, start: first.number.map_or(1, |(number, _)| number), asks: next.asks, items };
        out.push(Block { kind: BlockKind::List(list), source: source.clone() });
        at
    }
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    let words = line.get(hashes..)?.strip_prefix(' ')?;
    (1..=6).contains(&hashes).then(|| (hashes.min(2) as u8, words.trim()))
}

fn indentation(line: &str) -> usize {
    line.chars().take_while(|c| *c == ' ' || *c == '\t').map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// The line after the last of the paragraph that starts here.
fn paragraph_end(lines: &[&str], start: usize) -> usize {
    let stops = |line: &&str| {
        let trimmed = line.trim();
        // A list may follow a paragraph without an empty line only when it begins at its beginning: `1)`, `(a)`, `-`.
        let list = || {
            marker(trimmed).is_some_and(|marker| match marker.number {
                None => true,
                Some((number, numbering)) => {
                    number == 1 && (numbering.digits == Digits::Decimal || numbering.around != Around::Period)
                }
            })
        };
        trimmed.is_empty()
            || trimmed.starts_with("%%")
            || trimmed.starts_with('>')
            || heading(trimmed).is_some()
            || list()
    };
    lines[start + 1..].iter().position(stops).map_or(lines.len(), |follows| start + 1 + follows)
}

/// The lines of a paragraph: leading space gone, trailing space kept for the inline reader.
fn joined(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim_start()).collect::<Vec<_>>().join("\n")
}

/// Spaces and breaks at both ends of a paragraph are not part of it.
fn trimmed_ends(mut content: Vec<Inline>) -> Vec<Inline> {
    while matches!(content.last(), Some(Inline::Break)) {
        content.pop();
    }
    if let Some(Inline::Text(text)) = content.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
    }
    while matches!(content.first(), Some(Inline::Break)) {
        content.remove(0);
    }
    content.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    content
}

/// The sign that opens an item of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Marker {
    /// The number and its shape; none for a bullet.
    number: Option<(u32, Numbering)>,
    /// Bytes up to the item's words.
    length: usize,
}

/// The number of the item that stands so many places after the first.
fn nth(start: u32, places: usize) -> u32 {
    start.saturating_add(u32::try_from(places).unwrap_or(u32::MAX))
}

/// The line begins with this label and nothing else up to the next space.
fn opens_with(line: &str, label: &str) -> bool {
    line.strip_prefix(label).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Bytes up to the words of the next item of a list, if the line is one.
///
/// The label that is due comes first: `(i)` is the ninth letter after `(h)`, and `(aa)`, `XL.` and `1000)` are
/// numbers only to those who have counted so far.
fn next_in_list(line: &str, numbering: Option<Numbering>, due: Option<&str>) -> Option<usize> {
    if let Some(label) = due.filter(|label| opens_with(line, label)) {
        return Some((label.len() + 1).min(line.len()));
    }
    marker(line).filter(|next| next.number.map(|(_, numbering)| numbering) == numbering).map(|next| next.length)
}

/// The number and the shape of the sign that opens a numbered list.
pub(super) fn first_number(sign: &str) -> Option<(u32, Numbering)> {
    marker(sign)?.number
}

fn marker(line: &str) -> Option<Marker> {
    let (sign, _) = line.split_once(' ').unwrap_or((line, ""));
    let length = sign.len() + (line.len() > sign.len()) as usize;
    if matches!(sign, "-" | "*" | "+" | "•") {
        return (line.len() > sign.len()).then_some(Marker { number: None, length });
    }
    let (inner, around) = Around::of(sign)?;
    let (number, digits) = ordinal(inner)?;
    Some(Marker { number: Some((number, Numbering { digits, around })), length })
}

/// Digits, one letter, or a small Roman numeral. `i` and `I` are Roman, as outlines count.
fn ordinal(text: &str) -> Option<(u32, Digits)> {
    if !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok().filter(|n| *n <= HIGHEST_START).map(|n| (n, Digits::Decimal));
    }
    let may_be_roman = text.len() <= 6 && text.bytes().all(|b| matches!(b.to_ascii_lowercase(), b'i' | b'v' | b'x'));
    let roman = (1..=39).filter(|_| may_be_roman).find(|n| {
        Numbering { digits: Digits::UpperRoman, around: Around::Period }.label(*n).trim_end_matches('.')
            == text.to_ascii_uppercase()
    });
    match (roman, text.as_bytes()) {
        (Some(n), [b'i' | b'v' | b'x', ..]) if text.bytes().all(|b| b.is_ascii_lowercase()) => {
            Some((n, Digits::LowerRoman))
        }
        (Some(n), [b'I' | b'V' | b'X', ..]) if text.bytes().all(|b| b.is_ascii_uppercase()) => {
            Some((n, Digits::UpperRoman))
        }
        (_, [b @ b'a'..=b'z']) => Some((u32::from(b - b'a') + 1, Digits::LowerAlpha)),
        (_, [b @ b'A'..=b'Z']) => Some((u32::from(b - b'A') + 1, Digits::UpperAlpha)),
        _ => None,
    }
}

/// A marker with a letter opens a list only at the first letter, and a letter with a period only when the second item
/// is there too: `A. Philip Randolph` is a name. An entry with settings of its own was written by `fill` and is sure.
fn opens_list(marker: &Marker, line: &str, following: &[&str]) -> bool {
    match marker.number {
        None | Some((_, Numbering { digits: Digits::Decimal, .. })) => true,
        Some((number, numbering)) => {
            number == 1
                && (numbering.around != Around::Period
                    || line[marker.length..].starts_with("%%")
                    || following
                        .iter()
                        .take(FARTHEST_SECOND)
                        .filter_map(|line| self::marker(line.trim()))
                        .any(|next| next.number == Some((2, numbering))))
        }
    }
}

/// The lines of the item that starts here, without their indent, and the line after the last. `following` is the label
/// of the item after it.
fn item_lines(
    lines: &[&str],
    start: usize,
    indent: usize,
    marker_length: usize,
    following: Option<&str>,
) -> (usize, Vec<String>) {
    let first = lines[start].trim();
    let mut content = vec![first[marker_length.min(first.len())..].to_owned()];
    let mut end = start + 1;
    let mut after_blank = false;
    for (offset, line) in lines[start + 1..].iter().enumerate() {
        let blank = line.trim().is_empty();
        let inner = indentation(line) > indent + 1;
        let lazy = !after_blank
            && !blank
            && marker(line.trim()).is_none()
            && !following.is_some_and(|label| opens_with(line.trim(), label))
            && !line.trim_start().starts_with(['>', '#', '%']);
        if blank {
            after_blank = true;
            content.push(String::new());
            continue;
        }
        if !inner && !lazy {
            break;
        }
        let strip = (indent + marker_length).min(indentation(line)).min(line.len() - line.trim_start().len());
        content.push(line[strip..].to_owned());
        after_blank = false;
        end = start + 2 + offset;
    }
    (end, content)
}
