//! Rich text to markup that reads back as the same rich text, with as few backslashes as that takes.
//!
//! The window's editor has a writer of its own, in TypeScript, that must write the same; the cases in `tests/rich/`
//! hold both. The rules, in the order in which they are applied:
//!
//! 1. **Blocks** stand apart by an empty line. Blocks and items without words are left out. A list that follows a
//!    paragraph inside an item follows it without an empty line if it is bulleted or opens with `1.`, `1)` or `(1)`.
//!    `# ` and `## ` open headings, `> ` each line of a quotation (`>` an empty one), `- ` an item; numbered items have
//!    their labels counted on from the sign of the first; letters and Roman numerals from their first, and a list of one
//!    item has `)` instead of `.` after them. Further lines of an item are indented as far as its words.
//! 2. **Lines**: a break is a backslash at the end of a line, in a heading a space. Tabs and line feeds are spaces,
//!    control characters are nothing, and spaces at both ends of a line go.
//! 3. **Looks of spaces**: spaces between words have the looks and the link that the words on both sides share; at the
//!    edge of a link they have none.
//! 4. **Links** are `[words](address)` with a backslash before `\ ( ) [` of the address, or the bare address where
//!    its words are the address, have no look, and [`is_bare`] holds.
//! 5. **Looks** open and close as `__`, `**` and `*`. What ends is closed, and what was opened after it is closed and
//!    opened again before the next word. Of those that open at one place the longest opens first, else in this order. All close at a link,
//!    at a note mark and at the end of a line.
//! 6. **Backslashes** stand before `\`; before `*` and `_` except in a run with spaces on both sides, and except a
//!    single `_` between letters or digits; before `[` in front of `^`; before `]` in front of `(`; before both inside
//!    a link, and before a `^` that opens one; before the `:` of `http://` and `https://` outside links; before `:::`
//!    and `%%`; at the start of a line that has no look before what would open a quotation, heading or list
//!    ([`opening`]); and where looks change, before a sign that would keep the delimiter from opening or closing
//!    ([`loosen`]).

use super::{RichBlock, RichInline};
use crate::letter::{Around, Digits, Numbering, is_note_id};
use crate::markup::blocks;
use crate::markup::escape::LINE_BREAK;

/// Writes rich text as markup, without a line feed at its end.
pub fn markup(blocks: &[RichBlock]) -> String {
    lines_of(blocks, false).join("\n")
}

/// The lines of blocks. `in_item` says that they are an item's.
fn lines_of(blocks: &[RichBlock], in_item: bool) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut before: Option<&RichBlock> = None;
    for block in blocks {
        let lines = block_lines(block);
        if lines.is_empty() {
            continue;
        }
        let after_paragraph = matches!(before, Some(RichBlock::Paragraph { .. }));
        if before.is_some() && !(in_item && after_paragraph && follows_closely(block)) {
            out.push(String::new());
        }
        out.extend(lines);
        before = Some(block);
    }
    out
}

/// A list that is one without an empty line before it.
fn follows_closely(block: &RichBlock) -> bool {
    match block {
        RichBlock::BulletList { .. } => true,
        RichBlock::OrderedList { sign, .. } => ["1.", "1)", "(1)"].contains(&sign.as_str()),
        RichBlock::Paragraph { .. } | RichBlock::Heading { .. } | RichBlock::Quote { .. } => false,
    }
}

fn block_lines(block: &RichBlock) -> Vec<String> {
    match block {
        RichBlock::Paragraph { content } => split(content).into_iter().filter_map(|line| inline(line, true)).fold(
            Vec::new(),
            |mut lines: Vec<String>, line| {
                if let Some(last) = lines.last_mut() {
                    last.push('\\');
                }
                lines.push(line);
                lines
            },
        ),
        RichBlock::Heading { level, content } => {
            let space = Token { what: What::Char(' '), looks: [false; 3], link: "", escaped: false };
            let words = inline(split(content).join(&space), false);
            let sign = if *level <= 1 { "#" } else { "##" };
            words.map(|words| format!("{sign} {words}")).into_iter().collect()
        }
        RichBlock::Quote { content } => {
            let quoted = |line: String| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
            lines_of(content, false).into_iter().map(quoted).collect()
        }
        RichBlock::BulletList { items } => {
            items_lines(items.iter().map(|item| lines_of(item, true)).collect(), |_| "-".to_owned())
        }
        RichBlock::OrderedList { sign, items } => {
            let items: Vec<Vec<String>> = items.iter().map(|item| lines_of(item, true)).collect();
            let (start, numbering) = numbered(sign, items.iter().filter(|item| !item.is_empty()).count());
            items_lines(items, |index| numbering.label(start.saturating_add(index)))
        }
    }
}

/// The first number of a list and its shape. Letters count from the first, and a single one with a period would read
/// as the initial of a name, so it stands before a bracket.
fn numbered(sign: &str, count: usize) -> (u32, Numbering) {
    let plain = Numbering { digits: Digits::Decimal, around: Around::Period };
    let (start, numbering) = blocks::first_number(sign).unwrap_or((1, plain));
    match (numbering.digits, numbering.around) {
        (Digits::Decimal, _) => (start, numbering),
        (_, Around::Period) if count < 2 => (1, Numbering { around: Around::After, ..numbering }),
        _ => (1, numbering),
    }
}

fn items_lines(items: Vec<Vec<String>>, label: impl Fn(u32) -> String) -> Vec<String> {
    let mut out = Vec::new();
    let mut count = 0;
    for lines in items {
        if lines.is_empty() {
            continue;
        }
        let label = label(count);
        count += 1;
        let indent = " ".repeat(label.len() + 1);
        for (place, line) in lines.into_iter().enumerate() {
            out.push(match (place, line.is_empty()) {
                (0, _) => format!("{label} {line}"),
                (_, true) => line,
                (_, false) => format!("{indent}{line}"),
            });
        }
    }
    out
}

/// How a character looks: underlined, strong, emphasised, in the order in which they open.
type Looks = [bool; 3];

const DELIMITERS: [&str; 3] = ["__", "**", "*"];

/// A character or a note mark on its way out.
#[derive(Clone, Debug, PartialEq)]
struct Token<'a> {
    what: What<'a>,
    looks: Looks,
    link: &'a str,
    escaped: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What<'a> {
    Char(char),
    Note(&'a str),
}

impl Token<'_> {
    fn char(&self) -> Option<char> {
        match self.what {
            What::Char(c) => Some(c),
            What::Note(_) => None,
        }
    }

    fn is_space(&self) -> bool {
        self.char().is_some_and(char::is_whitespace)
    }

    /// It counts as a letter beside a delimiter.
    fn is_word(&self) -> bool {
        self.escaped || self.char().is_some_and(char::is_alphanumeric)
    }

    fn is_sign(&self) -> bool {
        !self.is_word() && !self.is_space() && self.char().is_some()
    }

    /// Nothing is written between this one and the next.
    fn is_joined(&self, other: &Self) -> bool {
        self.looks == other.looks && self.link == other.link
    }
}

/// The lines of a block's words: characters that can be written, one by one.
fn split(content: &[RichInline]) -> Vec<Vec<Token<'_>>> {
    let mut lines: Vec<Vec<Token<'_>>> = vec![Vec::new()];
    for inline in content {
        match inline {
            RichInline::Break => lines.push(Vec::new()),
            RichInline::Note { id } if is_note_id(id) => {
                push(&mut lines, Token { what: What::Note(id), looks: [false; 3], link: "", escaped: false });
            }
            RichInline::Note { .. } => {}
            RichInline::Text { text, strong, emphasis, underline, link } => {
                for c in text.chars() {
                    let c = if matches!(c, '\t' | '\n') { ' ' } else { c };
                    let looks = [*underline, *strong, *emphasis];
                    match c {
                        LINE_BREAK => lines.push(Vec::new()),
                        c if c.is_control() => {}
                        c => push(&mut lines, Token { what: What::Char(c), looks, link, escaped: false }),
                    }
                }
            }
        }
    }
    lines
}

fn push<'a>(lines: &mut [Vec<Token<'a>>], token: Token<'a>) {
    if let Some(line) = lines.last_mut() {
        line.push(token);
    }
}

/// One line of words as markup; none when there are none.
fn inline(mut line: Vec<Token<'_>>, at_start: bool) -> Option<String> {
    while line.last().is_some_and(Token::is_space) {
        line.pop();
    }
    let blank = line.iter().take_while(|token| token.is_space()).count();
    line.drain(..blank);
    share_looks(&mut line);
    escape(&mut line, at_start);
    let mut out = String::new();
    let mut start = 0;
    for group in line.chunk_by(|a, b| a.link == b.link) {
        let end = start + group.len();
        let link = group[0].link;
        if link.is_empty() {
            words(group, &mut out);
        } else if is_bare(&line[..start], group, &line[end..]) {
            out.push_str(link);
        } else {
            out.push('[');
            words(group, &mut out);
            out.push_str("](");
            for c in link.chars().filter(|c| !c.is_control()) {
                if matches!(c, '\\' | '(' | ')' | '[') {
                    out.push('\\');
                }
                out.push(c);
            }
            out.push(')');
        }
        start = end;
    }
    (!out.is_empty()).then_some(out)
}

/// Gives spaces the looks and the link that the words on both sides share.
fn share_looks(line: &mut [Token<'_>]) {
    let mut start = 0;
    while start < line.len() {
        if !line[start].is_space() {
            start += 1;
            continue;
        }
        let end = start + line[start..].iter().take_while(|token| token.is_space()).count();
        if start > 0 && end < line.len() {
            let (before, after) = (line[start - 1].clone(), line[end].clone());
            let is_within = before.link == after.link;
            for token in &mut line[start..end] {
                token.looks = std::array::from_fn(|look| is_within && before.looks[look] && after.looks[look]);
                token.link = if is_within { before.link } else { "" };
            }
        }
        start = end;
    }
}

/// Whether an address can stand as it is: it reads as a link by itself, apart from the words around it.
fn is_bare(before: &[Token<'_>], group: &[Token<'_>], after: &[Token<'_>]) -> bool {
    let link = group[0].link;
    let is_itself = group.iter().all(|token| token.looks == [false; 3])
        && group.iter().filter_map(Token::char).eq(link.chars())
        && (link.starts_with("http://") || link.starts_with("https://"));
    let unfit = |c: char| c.is_whitespace() || "<>\"“”\\()[]".contains(c);
    let is_plain = !link.contains(unfit) && !link.ends_with(['.', ',', ';', ':', '!', '?', '*', '_', '\'', '’']);
    let begins = before.last().is_none_or(|token| token.is_space() || token.what == What::Char('('));
    let rest = after.iter().skip_while(|token| {
        token.looks == [false; 3] && token.char().is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')'))
    });
    is_itself && is_plain && begins && rest.clone().next().is_none_or(Token::is_space)
}

/// Marks what takes a backslash.
fn escape(line: &mut [Token<'_>], at_start: bool) {
    for at in 0..line.len() {
        let Some(c) = line[at].char() else { continue };
        let next = line.get(at + 1).filter(|next| line[at].is_joined(next)).and_then(Token::char);
        line[at].escaped = match c {
            '\\' => true,
            '*' | '_' => !is_harmless(line, at, c),
            '[' => !line[at].link.is_empty() || next == Some('^'),
            // The first of a link would make a note mark of it.
            '^' => {
                !line[at].link.is_empty() && at.checked_sub(1).is_none_or(|before| line[before].link != line[at].link)
            }
            ']' => !line[at].link.is_empty() || next == Some('('),
            ':' if line[at].link.is_empty() && is_scheme(line, at) => true,
            ':' => opens_run(line, at, 3),
            '%' => opens_run(line, at, 2),
            _ => false,
        };
    }
    if at_start && line.first().is_some_and(|first| first.looks == [false; 3] && first.link.is_empty()) {
        let text: String = line.iter().map_while(Token::char).take(12).collect();
        if let Some(at) = opening(&text) {
            line[at].escaped = true;
        }
    }
    loosen(line);
}

/// A run of `*` or `_` that reads as itself: between spaces, or a single `_` between letters or digits.
fn is_harmless(line: &[Token<'_>], at: usize, c: char) -> bool {
    let same = |token: &&Token<'_>| token.what == What::Char(c) && token.is_joined(&line[at]);
    let start = at - line[..at].iter().rev().take_while(same).count();
    let end = at + line[at..].iter().take_while(same).count();
    let beside = |token: Option<&Token<'_>>| token.filter(|token| token.is_joined(&line[at])).and_then(Token::char);
    match (start.checked_sub(1).and_then(|before| beside(line.get(before))), beside(line.get(end))) {
        (Some(before), Some(after)) => {
            (before == ' ' && after == ' ')
                || (c == '_' && end - start == 1 && before.is_alphanumeric() && after.is_alphanumeric())
        }
        _ => false,
    }
}

/// The first of at least so many of the same in a row, as templates write directives.
fn opens_run(line: &[Token<'_>], at: usize, least: usize) -> bool {
    let same = |token: &&Token<'_>| token.what == line[at].what && token.is_joined(&line[at]);
    !at.checked_sub(1).is_some_and(|before| same(&&line[before])) && line[at..].iter().take_while(same).count() >= least
}

/// The colon at this place follows `http` or `https` and stands before two slashes.
fn is_scheme(line: &[Token<'_>], at: usize) -> bool {
    let ends = |word: &str| {
        let start = at.checked_sub(word.len());
        start.is_some_and(|start| line[start..at].iter().filter_map(Token::char).eq(word.chars()))
    };
    (ends("http") || ends("https")) && line[at + 1..].iter().take(2).filter_map(Token::char).eq("//".chars())
}

/// Which character of a line's start takes a backslash so that it opens no block.
fn opening(text: &str) -> Option<usize> {
    let chars: Vec<char> = text.chars().collect();
    let is_end = |at: usize| chars.get(at).is_none_or(|c| *c == ' ');
    match chars.first()? {
        '>' => return Some(0),
        '-' | '+' | '•' if is_end(1) => return Some(0),
        '#' => {
            let hashes = chars.iter().take_while(|c| **c == '#').count();
            return (hashes <= 6 && is_end(hashes)).then_some(0);
        }
        _ => {}
    }
    let is_open = chars[0] == '(';
    let start = usize::from(is_open);
    let sign: String = chars[start..].iter().take_while(|c| c.is_ascii_alphanumeric()).collect();
    let close = start + sign.len();
    let closes = matches!((is_open, chars.get(close)), (_, Some(')')) | (false, Some('.')));
    (closes && is_end(close + 1) && counts(&sign)).then_some(if is_open { 0 } else { close })
}

/// What could be a number of a list: up to 999, a letter, the same letter again, or Roman digits of one case.
fn counts(sign: &str) -> bool {
    let bytes = sign.as_bytes();
    match bytes {
        [] => false,
        [b'0'..=b'9', ..] => bytes.len() <= 4 && sign.parse::<u32>().is_ok_and(|number| number <= 999),
        _ if bytes.len() > 6 => false,
        [first, rest @ ..] => {
            rest.iter().all(|byte| byte == first)
                || bytes.iter().all(|byte| b"ivxlcdm".contains(byte))
                || bytes.iter().all(|byte| b"IVXLCDM".contains(byte))
        }
    }
}

/// Marks the signs beside a change of looks that would keep a delimiter from opening or closing.
///
/// A delimiter opens before a letter, and before a sign unless a letter stands before it; it closes the other way
/// round. A sign after a backslash counts as a letter. Where a look ends, those that go on may open anew.
fn loosen(line: &mut [Token<'_>]) {
    let mut changed = true;
    while changed {
        changed = false;
        for at in 1..line.len() {
            let (before, after) = (&line[at - 1], &line[at]);
            if before.link != after.link {
                continue;
            }
            let closes = (0..3).any(|look| before.looks[look] && !after.looks[look]);
            // What was opened after something that closes is closed and opened again.
            let opens = (0..3).any(|look| after.looks[look] && (closes || !before.looks[look]));
            if closes && before.is_sign() && after.is_word() {
                line[at - 1].escaped = true;
                changed = true;
            } else if opens && after.is_sign() && before.is_word() {
                line[at].escaped = true;
                changed = true;
            }
        }
    }
}

/// Words with their looks; all looks are closed at the end.
fn words(group: &[Token<'_>], out: &mut String) {
    let mut open: Vec<usize> = Vec::new();
    for (at, token) in group.iter().enumerate() {
        if let Some(first) = open.iter().position(|look| !token.looks[*look]) {
            open.drain(first..).rev().for_each(|look| out.push_str(DELIMITERS[look]));
        }
        let lasts = |look: usize| group[at..].iter().take_while(|token| token.looks[look]).count();
        let is_due = |look: &usize| token.looks[*look] && !token.is_space() && !open.contains(look);
        let mut opening: Vec<usize> = (0..3).filter(is_due).collect();
        opening.sort_by_key(|look| std::cmp::Reverse(lasts(*look)));
        opening.iter().for_each(|look| out.push_str(DELIMITERS[*look]));
        open.extend(opening);
        if token.escaped {
            out.push('\\');
        }
        match token.what {
            What::Char(c) => out.push(c),
            What::Note(id) => {
                out.push_str("[^");
                out.push_str(id);
                out.push(']');
            }
        }
    }
    open.iter().rev().for_each(|look| out.push_str(DELIMITERS[*look]));
}
