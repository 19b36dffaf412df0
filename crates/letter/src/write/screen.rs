//! One page to marks that a window draws and keeps: words at fixed places, pictures, rules.
//!
//! A mark holds nothing of where on the page it stands but its height above or below its own zero, so that a line
//! that only moved is the same mark. The zero of a line is its first baseline, that of a picture or rule its top.
//!
//! Words are placed by stretches: as many as stand apart by the face's own space and one spacing for all, so that a line
//! is mostly one stretch. The window shapes each with the same face. What is exact: the left edge of every stretch,
//! baselines, sizes and colours are those of the PDF. Inside a stretch glyphs and distances are the PDF's too as
//! long as the window shapes as layout does, and `a_stretch_shaped_alone_is_the_stretch_in_its_line` holds layout to its
//! half: kerning and the usual ligatures on, no letter spacing, no hinting of advances (`text-rendering:
//! geometricPrecision`), and the letter's language as `lang`. What is not: a mark that no face has was replaced
//! before it came here, and a word whose look changes within it comes in several pieces.
//!
//! A word that runs from right to left is one stretch in reading order. Where it begins or ends with a sign that has
//! no direction, right-to-left marks stand around it, so that the window draws the sign on the side where it belongs.

use std::sync::Arc;

use serde::Serialize;

use crate::language::is_rtl_letter;
use crate::layout::font::Fonts;
use crate::layout::page::{Frame, Glyph, Page, Paint, PaintMark, Run};
use crate::picture::Picture;

/// Says that what stands beside it reads from right to left, and has no form of its own.
const RTL_MARK: char = '\u{200f}';

/// Widths of spaces that differ by less, in points, are the same on a screen, also when a line has twenty.
const SAME: f32 = 0.005;

/// One line, picture or rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Mark {
    /// Its id: equal marks have equal ids while a window is open.
    pub id: u32,
    /// The path of the field that it came from; empty for the template's own words.
    pub place: String,
    /// The area that takes clicks and is lit while its field is edited: x, y, width, height in points.
    pub area: [f32; 4],
    /// What is painted, in painting order.
    pub pieces: Vec<Piece>,
}

/// What is painted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Piece {
    /// Words of one face, size and colour on one baseline.
    Words {
        /// The number of the face.
        face: u16,
        /// The size of the type in points.
        size: f32,
        /// `#rrggbb`
        colour: String,
        /// The baseline.
        y: f32,
        /// What each space is wider than the face's own, in points.
        spacing: f32,
        /// Each stretch of words with its left edge.
        words: Vec<(f32, String)>,
    },
    /// A picture, by the name under which the window can fetch it.
    Picture {
        /// x, y, width, height in points.
        frame: [f32; 4],
        /// The picture's number.
        picture: u32,
    },
    /// A filled rectangle.
    Rule {
        /// x, y, width, height in points.
        frame: [f32; 4],
        /// `#rrggbb`
        colour: String,
    },
}

/// Gives a picture the number by which the window can fetch it.
pub type Number<'a> = &'a mut dyn FnMut(&Arc<Picture>) -> u32;

/// The marks of a page in painting order, each with how far down the page its zero stands. Their ids are 0: whoever
/// sends them knows which were sent before.
pub fn marks(page: &Page, fonts: &Fonts, number: Number<'_>) -> Vec<(f32, Mark)> {
    page.paints.chunk_by(is_one_line).filter_map(|paints| mark(paints, fonts, &mut *number)).collect()
}

/// Words of one field on one baseline are one line, with the links and note marks between them.
fn is_one_line(one: &Paint, other: &Paint) -> bool {
    let baseline = |paint: &Paint| match &paint.mark {
        PaintMark::Text(runs) => runs.first().map(|run| run.y),
        PaintMark::Picture { .. } | PaintMark::Rule { .. } => None,
    };
    baseline(one).is_some() && baseline(one) == baseline(other) && one.source == other.source
}

fn mark(paints: &[Paint], fonts: &Fonts, number: Number<'_>) -> Option<(f32, Mark)> {
    let (zero, area, pieces) = match &paints.first()?.mark {
        PaintMark::Text(runs) => {
            let zero = runs.first()?.y;
            let (area, pieces) = line(paints, zero, fonts)?;
            (zero, area, pieces)
        }
        PaintMark::Picture { frame, picture } => {
            let area = placed(frame);
            (frame.y, area, vec![Piece::Picture { frame: area, picture: number(picture) }])
        }
        PaintMark::Rule { frame, colour } => {
            let area = placed(frame);
            (frame.y, area, vec![Piece::Rule { frame: area, colour: hex(*colour) }])
        }
    };
    Some((rounded(zero), Mark { id: 0, place: paints[0].source.to_string(), area, pieces }))
}

/// The area and the pieces of a line; none where it has no words.
fn line(paints: &[Paint], zero: f32, fonts: &Fonts) -> Option<([f32; 4], Vec<Piece>)> {
    let mut pieces = Vec::new();
    let [mut left, mut top, mut right, mut bottom] =
        [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    let runs = paints.iter().flat_map(|paint| match &paint.mark {
        PaintMark::Text(runs) => runs.as_slice(),
        PaintMark::Picture { .. } | PaintMark::Rule { .. } => &[],
    });
    for run in runs {
        left = left.min(run.x);
        right = right.max(run.x + run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>());
        top = top.min(run.y - zero - run.size);
        bottom = bottom.max(run.y - zero + run.size * 0.35);
        piece(run, zero, fonts, &mut pieces);
    }
    let area = [left, top, right - left, bottom - top].map(rounded);
    (!pieces.is_empty()).then_some((area, pieces))
}

/// The words of a run, added to those before them where they look the same.
fn piece(run: &Run, zero: f32, fonts: &Fonts, pieces: &mut Vec<Piece>) {
    let space = fonts.space(run.face) * run.size;
    let spacing = spacing(run, space);
    let found = words(run, space + spacing);
    if found.is_empty() {
        return;
    }
    // Faces are few; one past the last number is one that the window cannot fetch, and so draws in its own.
    let face = u16::try_from(run.face).unwrap_or(u16::MAX);
    let y = rounded(run.y - zero - rise(&run.glyphs));
    let (size, colour) = (rounded(run.size), hex(run.colour));
    if let Some(Piece::Words { face: of, size: at, colour: in_, y: on, spacing: by, words }) = pieces.last_mut()
        && (*of, *at, *on, *by) == (face, size, y, spacing)
        && *in_ == colour
    {
        words.extend(found);
    } else {
        pieces.push(Piece::Words { face, size, colour, y, spacing, words: found });
    }
}

/// How far a run is raised. Signs above letters are raised further than their letters.
fn rise(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.dy).min_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap_or(0.0)
}

/// What most spaces of a run are wider than the face's own.
fn spacing(run: &Run, space: f32) -> f32 {
    let mut wider: Vec<f32> = spaces(run).map(|advance| advance - space).collect();
    if wider.is_empty() {
        return 0.0;
    }
    let middle = wider.len() / 2;
    let wider = *wider.select_nth_unstable_by(middle, f32::total_cmp).1;
    if wider.abs() < SAME { 0.0 } else { rounded(wider) }
}

/// The widths of the spaces that are one glyph each.
fn spaces(run: &Run) -> impl Iterator<Item = f32> {
    run.glyphs.iter().filter(|glyph| run.text.get(glyph.text_range()) == Some(" ")).map(|glyph| glyph.advance)
}

/// The words of a run from left to right, each stretch of those that stand `space` apart with its left edge.
fn words(run: &Run, space: f32) -> Vec<(f32, String)> {
    let is_rtl = is_rtl(run);
    let mut words = Vec::new();
    let mut open: Option<(f32, String)> = None;
    // A space is behind the open stretch, which goes on when words follow.
    let mut spaced = false;
    let mut pen = run.x;
    for cluster in run.glyphs.chunk_by(|a, b| a.cluster == b.cluster) {
        let text = run.text.get(cluster[0].text_range()).unwrap_or_default();
        let advance = cluster.iter().map(|glyph| glyph.advance).sum::<f32>();
        if text.chars().all(char::is_whitespace) {
            let is_usual = text == " " && (advance - space).abs() < SAME;
            if is_rtl || spaced || !is_usual {
                words.extend(open.take());
            }
            spaced = open.is_some();
        } else {
            let (_, word) = open.get_or_insert_with(|| (pen, String::new()));
            if std::mem::take(&mut spaced) {
                word.push(' ');
            }
            let at = if is_rtl { 0 } else { word.len() };
            word.insert_str(at, text);
        }
        pen += advance;
    }
    words.extend(open);
    for (left, word) in &mut words {
        *left = rounded(*left);
        let has_direction = |c: Option<char>| c.is_some_and(is_rtl_letter);
        if is_rtl && !(has_direction(word.chars().next()) && has_direction(word.chars().next_back())) {
            word.insert(0, RTL_MARK);
            word.push(RTL_MARK);
        }
    }
    words
}

/// Clusters that go back in the text as they go on in the line say so; a single one shows it by its letter.
fn is_rtl(run: &Run) -> bool {
    match (run.glyphs.first(), run.glyphs.last()) {
        (Some(first), Some(last)) if first.cluster != last.cluster => first.cluster > last.cluster,
        (Some(only), _) => run.text.get(only.text_range()).is_some_and(|text| text.contains(is_rtl_letter)),
        _ => false,
    }
}

/// A frame whose top is the zero.
fn placed(frame: &Frame) -> [f32; 4] {
    [frame.x, 0.0, frame.width, frame.height].map(rounded)
}

/// Three decimals are finer than any screen, and forget the rounding of sums, so that a line that moved stays equal.
fn rounded(value: f32) -> f32 {
    // Adding zero turns a negative zero into zero.
    (value * 1000.0).round() / 1000.0 + 0.0
}

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[cfg(test)]
mod tests;
