//! Plain text in, lines out: what a PDF viewer or an editor broke at the edge of a page is put together again.
//!
//! Text is taken as broken at the edge when many of its lines are about as long as the longest. Then a line goes on in
//! the next one, unless it ends a sentence well before the edge, or the next is empty or opens an item.

use super::words::{Looks, Paragraph, is_space};
use super::{Kind, Line};

/// The edge of pages: lines of text that was broken there end at this column or before.
const WIDEST: usize = 130;
const NARROWEST: usize = 38;
/// A line shorter than this share of the widest ends early.
const EARLY: f32 = 0.72;
/// Beginnings of words that keep their hyphen when the word is broken after it.
const HYPHENATED: [&str; 15] =
    ["all", "co", "cross", "ex", "full", "half", "high", "long", "low", "no", "non", "part", "self", "short", "well"];

/// Reads plain text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let text =
        text.replace("\r\n", "\n").replace(['\r', '\u{c}', '\u{b}', '\u{2028}'], "\n").replace('\u{2029}', "\n\n");
    let raw: Vec<&str> = text.split('\n').map(|line| line.trim_matches(is_space)).collect();
    let edge = edge(&raw);
    let has_gaps = raw.iter().enumerate().any(|(at, line)| line.is_empty() && at > 0 && at + 1 < raw.len());
    let mut reader = Reader { out: Vec::new(), kind: Kind::Plain, paragraph: Paragraph::default() };
    let looks = Looks::default();
    let mut before: Option<&str> = None;
    for line in raw {
        if line.is_empty() {
            reader.flush();
            before = None;
            continue;
        }
        if let Some((sign, words)) = item(line) {
            reader.flush();
            reader.kind = Kind::Item { level: 1, sign };
            reader.paragraph.add(words, &looks);
        } else if let (Some(last), Some(edge)) = (before, edge) {
            let width = last.chars().count();
            let ends = last.ends_with(['.', '!', '?', ':', '”', '"', ')']) && (width as f32) < edge as f32 * EARLY;
            if ends {
                reader.flush();
                reader.paragraph.add(line, &looks);
            } else {
                reader.goes_on(last, line);
            }
        } else if before.is_some() && has_gaps {
            // Paragraphs stand apart by empty lines, so these are lines of one, as in an address.
            reader.paragraph.break_line();
            reader.paragraph.add(line, &looks);
        } else {
            reader.flush();
            reader.paragraph.add(line, &looks);
        }
        before = Some(line);
    }
    reader.flush();
    reader.out
}

struct Reader {
    out: Vec<Line>,
    kind: Kind,
    paragraph: Paragraph,
}

impl Reader {
    fn flush(&mut self) {
        let kind = std::mem::take(&mut self.kind);
        if let Some(content) = self.paragraph.finish() {
            self.out.push(Line { kind, quoted: false, content });
        }
    }

    /// The next line of the same paragraph.
    fn goes_on(&mut self, last: &str, line: &str) {
        let looks = Looks::default();
        if !(last.ends_with(['-', '\u{2010}', '\u{ad}']) && line.starts_with(char::is_lowercase)) {
            self.paragraph.add(" ", &looks);
        } else if !keeps_hyphen(last) {
            self.paragraph.drop_hyphen();
        }
        self.paragraph.add(line, &looks);
    }
}

/// The hyphen at the end of a line belongs to the word: `well-`, or another one before it.
fn keeps_hyphen(line: &str) -> bool {
    let word = line.rsplit(is_space).next().unwrap_or(line).trim_end_matches(['-', '\u{2010}', '\u{ad}']);
    let letters: String = word.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
    letters.contains('-')
        || letters.ends_with(|c: char| c.is_ascii_digit())
        || HYPHENATED.contains(&letters.to_lowercase().as_str())
}

/// The column at which the lines were broken; none where they were not.
fn edge(lines: &[&str]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.chars().count()).filter(|width| *width > 0).collect();
    widths.sort_unstable();
    // A line or two may reach further, such as an address that could not be broken.
    let longest = *widths.get(widths.len().saturating_sub(1 + widths.len() / 20))?;
    let full = widths.iter().filter(|width| **width as f32 >= longest as f32 * EARLY).count();
    let is_broken = widths.len() >= 3 && (NARROWEST..=WIDEST).contains(&longest) && full * 5 >= widths.len() * 2;
    is_broken.then_some(longest)
}

/// The sign of an item, none for a bullet, and its words.
fn item(line: &str) -> Option<(Option<String>, &str)> {
    let (sign, words) = line.split_once(is_space)?;
    let words = words.trim_start_matches(is_space);
    if words.is_empty() {
        return None;
    }
    if matches!(
        sign,
        "•" | "▪" | "◦" | "‣" | "●" | "○" | "■" | "□" | "–" | "—" | "-" | "*" | "+" | "·" | "\u{f0b7}" | "\u{f0a7}"
    ) {
        return Some((None, words));
    }
    // `A. Philip Randolph` is a name, so a letter needs a bracket here.
    let is_letter = sign.ends_with('.') && !sign.starts_with(|c: char| c.is_ascii_digit());
    (!is_letter).then(|| Some((Some(numbered(sign)?), words))).flatten()
}

/// The sign of a numbered item, if it is one.
pub(super) fn numbered(sign: &str) -> Option<String> {
    let inner = sign.strip_prefix('(').unwrap_or(sign);
    let digits = inner.strip_suffix(')').or_else(|| inner.strip_suffix('.').filter(|_| inner.len() == sign.len()))?;
    let is_number = digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = digits.len() == 1 && digits.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_roman = digits.len() <= 5
        && (digits.bytes().all(|byte| b"ivx".contains(&byte)) || digits.bytes().all(|byte| b"IVX".contains(&byte)));
    (!digits.is_empty() && (is_number || is_letter || is_roman)).then(|| sign.to_owned())
}
