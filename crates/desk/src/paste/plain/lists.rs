//! Which lines open an item of a list, and in which list and at which level.

use std::collections::HashMap;

use super::join::Measure;
use super::{Line, Step};
use crate::paste::characters::is_bullet;
use crate::paste::sign;

/// How much further an item is indented that lies a level deeper.
const DEEPER: usize = 2;

/// What opens an item.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    kind: MarkKind,
    /// Bytes up to the words, spaces left out.
    pub(super) length: usize,
}

#[derive(Clone, Debug, PartialEq)]
enum MarkKind {
    Bullet(char),
    /// The sign as written, its brackets, and what its digits count to as numbers, letters and Roman numerals.
    Number {
        sign: String,
        shape: (bool, char),
        counts: [u32; 3],
    },
}

/// The mark of each line that opens an item.
pub(super) fn marks(lines: &[Line], measure: &Measure) -> Vec<Option<Mark>> {
    let mut marks: Vec<Option<Mark>> = lines.iter().map(|line| mark(line.text)).collect();
    keep_rows(&mut marks);
    let dashes: Vec<Option<char>> = marks.iter().map(|mark| mark.as_ref().and_then(Mark::dash)).collect();
    let mut counts: HashMap<char, usize> = HashMap::new();
    dashes.iter().flatten().for_each(|dash| *counts.entry(*dash).or_default() += 1);
    for (at, dash) in dashes.iter().enumerate() {
        // A dash at the start of a line may be one between words that were cut apart there, or before a name.
        let Some(dash) = dash else { continue };
        let before = at.checked_sub(1).filter(|before| !lines[*before].text.is_empty());
        let is_between_words =
            before.is_some_and(|before| marks[before].is_none() && measure.is_full(lines[before].text, lines[at].text));
        if is_between_words || counts.get(dash).is_none_or(|count| *count < 2) {
            marks[at] = None;
        }
    }
    marks
}

impl Mark {
    /// The dash or star that it is.
    fn dash(&self) -> Option<char> {
        match self.kind {
            MarkKind::Bullet(c @ ('-' | '–' | '—' | '*')) => Some(c),
            _ => None,
        }
    }
}

fn mark(line: &str) -> Option<Mark> {
    let (first, rest) = line.split_once([' ', '\t', '\u{a0}'])?;
    if rest.trim().is_empty() {
        return None;
    }
    let mut chars = first.chars();
    let only = chars.next().filter(|_| chars.next().is_none());
    let is_word_circle = first == "o" && line.starts_with("o\t");
    let kind = match only {
        Some(c) if is_bullet(c) || matches!(c, '-' | '*' | '–' | '—' | '§') || is_word_circle => {
            // A section sign in front of a number is one.
            if c == '§' && !line.starts_with("§\t") {
                return None;
            }
            MarkKind::Bullet(c)
        }
        _ if sign::is_sign(first) => {
            let inner = first.trim_matches(['(', ')', '.']).to_ascii_lowercase();
            let shape = (first.starts_with('('), first.chars().next_back().unwrap_or('.'));
            let counts = [sign::number(first).map_or(0, |n| n + 1), letter(&inner), roman(&inner)];
            MarkKind::Number { sign: first.to_owned(), shape, counts }
        }
        _ => return None,
    };
    Some(Mark { kind, length: first.len() })
}

/// Numbers open items when they follow each other: a single `A.` is the initial of a name.
fn keep_rows(marks: &mut [Option<Mark>]) {
    let mut last: HashMap<((bool, char), usize), (u32, usize)> = HashMap::new();
    let mut is_in_row = vec![false; marks.len()];
    for (at, mark) in marks.iter().enumerate() {
        let Some(Mark { kind: MarkKind::Number { shape, counts, .. }, .. }) = mark else { continue };
        for (way, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            if let Some((_, before)) = last.insert((*shape, way), (*count, at)).filter(|(last, _)| last + 1 == *count) {
                is_in_row[at] = true;
                is_in_row[before] = true;
            }
        }
    }
    for (mark, is_in_row) in marks.iter_mut().zip(is_in_row) {
        let is_number = matches!(mark, Some(Mark { kind: MarkKind::Number { .. }, .. }));
        if is_number && !is_in_row {
            *mark = None;
        }
    }
}

fn letter(inner: &str) -> u32 {
    match inner.as_bytes() {
        [b @ b'a'..=b'z'] => u32::from(b - b'a') + 1,
        _ => 0,
    }
}

fn roman(inner: &str) -> u32 {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    ROMAN.iter().position(|roman| *roman == inner).map_or(0, |at| at as u32 + 1)
}

impl MarkKind {
    /// The two may open items of one list.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bullet(one), Self::Bullet(other)) => one == other,
            (Self::Number { shape, counts, .. }, Self::Number { shape: other_shape, counts: others, .. }) => {
                shape == other_shape && counts.iter().zip(others).any(|(one, other)| *one > 0 && *other > 0)
            }
            _ => false,
        }
    }

    /// The second opens items that lie in those of the first, though it is indented no further.
    fn holds(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number { .. }, Self::Bullet(_)) => true,
            (Self::Bullet(one), Self::Bullet(other)) => *one == '•' && matches!(other, 'o' | '◦' | '○' | '▪' | '§'),
            (Self::Number { .. }, Self::Number { counts, .. }) => counts[1] == 1 || counts[2] == 1,
            (Self::Bullet(_), Self::Number { .. }) => false,
        }
    }
}

/// The lists that are open: the outer and the one in its last item.
#[derive(Default)]
pub(super) struct Lists {
    outer: Option<Open>,
    inner: Option<Open>,
    numbers: usize,
}

struct Open {
    list: usize,
    indent: usize,
    kind: MarkKind,
    item: usize,
}

impl Open {
    fn step(&self) -> Step {
        let sign = match &self.kind {
            MarkKind::Bullet(_) => None,
            MarkKind::Number { sign, .. } => Some(sign.clone()),
        };
        Step::Item { list: self.list, item: self.item, sign }
    }
}

impl Lists {
    /// What follows stands in no list.
    pub(super) fn end(&mut self) {
        self.outer = None;
        self.inner = None;
    }

    /// The steps to the next item. After an empty line, only what is indented lies in an item.
    pub(super) fn item(&mut self, mark: &Mark, indent: usize, is_after_blank: bool) -> Vec<Step> {
        self.numbers += 2;
        let (list, item) = (self.numbers, self.numbers + 1);
        let open = || Open { list, indent, kind: mark.kind.clone(), item };
        let is_inner = self.outer.as_ref().is_some_and(|outer| {
            let is_deeper = indent >= outer.indent + DEEPER;
            let holds = !is_after_blank && outer.kind.holds(&mark.kind);
            is_deeper || (!outer.kind.is_like(&mark.kind) && indent == outer.indent && holds)
        });
        let place = if is_inner { &mut self.inner } else { &mut self.outer };
        match place {
            Some(open) if open.kind.is_like(&mark.kind) || (is_inner && indent > open.indent) => open.item = item,
            place => *place = Some(open()),
        }
        if !is_inner {
            self.inner = None;
        }
        self.outer.iter().chain(&self.inner).map(Open::step).collect()
    }
}
