//! A quotation laid along an excerpt: where they say the same, and where one says what the other does not.
//!
//! Words are compared whole. The quotation may begin and end anywhere in the excerpt; an ellipsis may leave out as much as
//! it likes, and what stands in brackets may be anything. Long excerpts are looked at near the words that they share, so
//! that no text, however long, is compared word by word with another.

use std::collections::HashMap;
use std::ops::Range;

use super::passage::Passage;

/// The longest quotation, in words, whose drift is looked for.
pub(super) const LONGEST: usize = 500;
/// The most pairs of words that one comparison looks at.
const MOST_CELLS: usize = 200_000;

/// Words of the quotation and of the excerpt that do not say the same: of one of them there may be none.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drift {
    /// The units of the quotation.
    pub quoted: Range<usize>,
    /// The units of the excerpt.
    pub source: Range<usize>,
}

/// A quotation laid along an excerpt.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Alignment {
    /// The unit of the excerpt for each unit of the quotation that is the same.
    pub same: Vec<Option<usize>>,
    /// Where they differ, in order; what ellipses and brackets say is no difference.
    pub drifts: Vec<Drift>,
}

impl Alignment {
    /// How much of the quotation is the excerpt's, from 0 to 1; what stands in brackets aside.
    pub fn likeness(&self, quotation: &Passage) -> f64 {
        let own = quotation.units.iter().filter(|unit| !unit.bracketed).count();
        let same = self.same.iter().zip(&quotation.units).filter(|(same, unit)| same.is_some() && !unit.bracketed);
        if own == 0 { 1.0 } else { same.count() as f64 / own as f64 }
    }
}

/// The quotation stands in the excerpt word for word, but for its ellipses: the unit of the excerpt for each of its own.
pub(super) fn exact(quotation: &Passage, excerpt: &Passage) -> Option<Alignment> {
    let mut same = Vec::with_capacity(quotation.units.len());
    let mut from = 0;
    let mut start = 0;
    while start < quotation.units.len() {
        let length = quotation.gaps[start + 1..].iter().position(|gap| *gap).map_or(quotation.units.len(), |at| at + 1);
        let piece = &quotation.units[start..(start + length).min(quotation.units.len())];
        let stands = |window: &[super::passage::Unit]| window.iter().zip(piece).all(|(a, b)| a.word == b.word);
        let at = excerpt.units.get(from..)?.windows(piece.len()).position(stands)? + from;
        same.extend((at..at + piece.len()).map(Some));
        (from, start) = (at + piece.len(), start + piece.len());
    }
    Some(Alignment { same, drifts: Vec::new() })
}

/// Lays a quotation along an excerpt as well as it goes. Nothing for one that is too long; `cells` is what comparing may
/// still cost.
pub(super) fn align(quotation: &Passage, excerpt: &Passage, cells: &mut usize) -> Option<Alignment> {
    let rows = quotation.units.len();
    if rows == 0 || rows > LONGEST || excerpt.units.is_empty() {
        return None;
    }
    let window = window(quotation, excerpt);
    *cells = cells.checked_sub(rows * window.len())?;
    let (start, steps) = Table::fill(quotation, excerpt, window.clone()).steps();
    let mut same = vec![None; rows];
    let mut drifts: Vec<Drift> = Vec::new();
    let (mut row, mut column) = (0, window.start + start);
    let mut drifting = false;
    for step in steps {
        let (quoted, source) = (usize::from(step != Step::Skip), usize::from(step != Step::Add));
        if step == Step::Both && quotation.units[row].word == excerpt.units[column].word {
            same[row] = Some(column);
            drifting = false;
        } else if let Some(drift) = drifts.last_mut().filter(|_| drifting) {
            drift.quoted.end += quoted;
            drift.source.end += source;
        } else {
            drifts.push(Drift { quoted: row..row + quoted, source: column..column + source });
            drifting = true;
        }
        row += quoted;
        column += source;
    }
    drifts.retain_mut(|drift| is_drift(drift, quotation, excerpt));
    Some(Alignment { same, drifts })
}

/// What no ellipsis and no bracket says; what they do say is taken off its ends.
fn is_drift(drift: &mut Drift, quotation: &Passage, excerpt: &Passage) -> bool {
    let bracketed = |at: usize| quotation.units[at].bracketed;
    let gap_before = quotation.gaps[drift.quoted.start];
    let gap_after = quotation.gaps[drift.quoted.end];
    if drift.quoted.is_empty() {
        // What the excerpt itself leaves out may stand there in the source.
        return !gap_before && !excerpt.gaps[drift.source.start..=drift.source.end].contains(&true);
    }
    let all = drift.quoted.clone();
    while !drift.quoted.is_empty() && bracketed(drift.quoted.start) {
        drift.quoted.start += 1;
    }
    while !drift.quoted.is_empty() && bracketed(drift.quoted.end - 1) {
        drift.quoted.end -= 1;
    }
    let most = drift.quoted.len();
    if drift.source.len() > most && (gap_before || gap_after || all.len() > most) {
        // What is left stands at the side where nothing was taken off.
        let first = gap_after || drift.quoted.start == all.start && !gap_before;
        let start = if first { drift.source.start } else { drift.source.end - most };
        drift.source = start..start + most;
    }
    !drift.quoted.is_empty() && !excerpt.gaps[drift.source.start..=drift.source.end].contains(&true)
}

/// The part of a long excerpt that shares most words with the quotation.
fn window(quotation: &Passage, excerpt: &Passage) -> Range<usize> {
    const BUCKET: usize = 32;
    const MOST_PLACES: usize = 20;
    let (rows, columns) = (quotation.units.len(), excerpt.units.len());
    if rows * columns <= MOST_CELLS {
        return 0..columns;
    }
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, unit) in excerpt.units.iter().enumerate().filter(|(_, unit)| unit.word.len() > 3) {
        let known = places.entry(&unit.word).or_default();
        if known.len() < MOST_PLACES {
            known.push(at);
        }
    }
    let mut votes = vec![0_usize; (rows + columns) / BUCKET + 1];
    for (row, unit) in quotation.units.iter().enumerate() {
        for column in places.get(unit.word.as_str()).into_iter().flatten() {
            votes[(column + rows - row) / BUCKET] += 1;
        }
    }
    let best = votes.iter().enumerate().max_by_key(|(at, votes)| (**votes, usize::MAX - at)).map_or(0, |(at, _)| at);
    let room = MOST_CELLS / rows;
    let start = (best * BUCKET).saturating_sub(rows + room / 4);
    start.min(columns.saturating_sub(1))..(start + room).min(columns)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// A word of each.
    Both,
    /// A word of the quotation alone.
    Add,
    /// A word of the excerpt alone.
    Skip,
}

/// What the best way to each pair of places ended with, for each of the three ways to get there.
struct Table {
    /// Two bits for each step: by which the way before it ended.
    came: Vec<u8>,
    columns: usize,
    end: (usize, usize, Step),
}

const STEPS: [Step; 3] = [Step::Both, Step::Add, Step::Skip];
/// Worse than any way there is, and far from the least number there is.
const NEVER: i32 = i32::MIN / 2;

impl Table {
    /// The best alignment in which a run of words left out or added costs little more than one of them.
    fn fill(quotation: &Passage, excerpt: &Passage, window: Range<usize>) -> Self {
        let (rows, columns) = (quotation.units.len(), window.len() + 1);
        let mut came = vec![0_u8; (rows + 1) * columns];
        // Where it begins in the excerpt costs nothing.
        let mut above: Vec<[i32; 3]> = vec![[0, NEVER, NEVER]; columns];
        for row in 1..=rows {
            let unit = &quotation.units[row - 1];
            let mut here: Vec<[i32; 3]> = vec![[NEVER; 3]; columns];
            for column in 0..columns {
                let mut from = 0;
                let open = excerpt.gaps[window.start + column];
                let (open_add, more_add) = if unit.bracketed || open { (-1, -1) } else { (-10, -5) };
                let added = [above[column][0] + open_add, above[column][1] + more_add, above[column][2] + open_add];
                let (best, value) = best(added);
                here[column][1] = value;
                from |= best << 2;
                if column > 0 {
                    let same = unit.word == excerpt.units[window.start + column - 1].word;
                    let gain = match (same, unit.bracketed) {
                        (true, _) if unit.word.len() > 3 => 12,
                        (true, _) => 9,
                        (false, true) => 0,
                        (false, false) => -6,
                    };
                    let (best, value) = self::best(above[column - 1]);
                    here[column][0] = value + gain;
                    from |= best;
                    // So does where it ends; an ellipsis leaves out what it likes.
                    if row < rows {
                        let (open_skip, more_skip) = if quotation.gaps[row] { (0, 0) } else { (-8, -1) };
                        let left = here[column - 1];
                        let skipped = [left[0] + open_skip, left[1] + open_skip, left[2] + more_skip];
                        let (best, value) = self::best(skipped);
                        here[column][2] = value.max(NEVER);
                        from |= best << 4;
                    }
                }
                came[row * columns + column] = from;
            }
            above = here;
        }
        let ends =
            above.iter().enumerate().flat_map(|(column, values)| (0..2).map(move |step| (values[step], column, step)));
        let (_, column, step) =
            ends.max_by_key(|(value, column, _)| (*value, usize::MAX - column)).unwrap_or((0, 0, 0));
        Self { came, columns, end: (rows, column, STEPS[step]) }
    }

    /// Where in the window the best way begins, and its steps.
    fn steps(&self) -> (usize, Vec<Step>) {
        let (mut row, mut column, mut step) = self.end;
        let mut steps = Vec::with_capacity(row);
        while row > 0 {
            steps.push(step);
            let from = self.came[row * self.columns + column];
            let shift = match step {
                Step::Both => 0,
                Step::Add => 2,
                Step::Skip => 4,
            };
            row -= usize::from(step != Step::Skip);
            // A way never leaves the table: the first column is reached by words of the quotation alone.
            column = column.saturating_sub(usize::from(step != Step::Add));
            step = STEPS[usize::from((from >> shift) & 3).min(2)];
        }
        steps.reverse();
        (column, steps)
    }
}

fn best(values: [i32; 3]) -> (u8, i32) {
    let mut at = 0;
    for next in 1..3 {
        if values[next] > values[at] {
            at = next;
        }
    }
    (at as u8, values[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::{Prose, Syntax};

    fn passage(text: &str) -> Passage {
        let prose = Prose::of(text, Syntax::Rich);
        Passage::read(text, prose.words(), 0..text.len())
    }

    fn words(passage: &Passage, units: &Range<usize>) -> String {
        passage.units[units.clone()].iter().map(|unit| unit.word.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn drift_is_where_the_words_differ() {
        const SOURCE: &str = "A converted use may continue without regard to the continued agricultural use of the parcel or \
                              of any adjoining parcel.";
        let check = |quoted: &str, source: &str, expected: &[(&str, &str)]| {
            let (quotation, excerpt) = (passage(quoted), passage(source));
            let alignment =
                exact(&quotation, &excerpt).or_else(|| align(&quotation, &excerpt, &mut MOST_CELLS.clone())).unwrap();
            let drifts: Vec<(String, String)> = alignment
                .drifts
                .iter()
                .map(|drift| (words(&quotation, &drift.quoted), words(&excerpt, &drift.source)))
                .collect();
            let drifts: Vec<(&str, &str)> = drifts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(drifts, expected, "{quoted}");
        };
        check("without regard to the continued agricultural use of the parcel", SOURCE, &[]);
        check("a converted use … of the parcel … adjoining parcel", SOURCE, &[]);
        check("[A]ny use may continue", SOURCE, &[]);
        check("without regard to the agricultural use of the parcel", SOURCE, &[("", "continued")]);
        check("without regard for the continued agricultural use", SOURCE, &[("for", "to")]);
        check("without any regard to the continued agricultural use", SOURCE, &[("any", "")]);
        check(
            "A converted use may continue of any adjoining parcel",
            SOURCE,
            &[("", "without regard to the continued agricultural use of the parcel or")],
        );
        check("A converted use … of each adjoining parcel", SOURCE, &[("each", "any")]);
        check("may continue without [any] regard to [it] … of the parcel", SOURCE, &[]);
        check(
            "may continue without regard to the lasting farm use of the parcel",
            SOURCE,
            &[("lasting farm", "continued agricultural")],
        );
        check("the use of the parcel is final", "the use of … the parcel", &[("is final", "")]);
    }

    #[test]
    fn texts_that_nobody_wrote_are_compared_in_the_end() {
        let many = |each: &str, times: usize| passage(&each.repeat(times));
        let excerpt = many("the parcel of land ", 20_000);
        assert!(align(&many("parcel the land ", 300), &excerpt, &mut MOST_CELLS.clone()).is_none());
        assert!(align(&many("parcel the land ", 100), &excerpt, &mut MOST_CELLS.clone()).is_some());
        assert!(align(&Passage::default(), &excerpt, &mut 10).is_none());
        assert!(align(&many("one ", 3), &excerpt, &mut 10).is_none());
        assert!(exact(&many("parcel the … ", 2_000), &excerpt).is_none());
    }
}
