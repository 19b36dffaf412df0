//! The words of a paragraph in, shaped and broken lines out, through parley.
//!
//! Lines know nothing of pages: their positions count from their own top left corner, so that one paragraph, shaped
//! once, serves every layout in which it stands unchanged. Lines break greedily and without hyphens.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError};

use parley::fontique::Language;
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontFamily, FontFamilyName, FontStyle, FontWeight, Layout,
    LineBreakContext, LineHeight, OverflowWrap, StyleProperty, layout::BreakReason,
};

use super::font::{Fonts, Shaper};
use super::page::{Frame, Glyph, Run};
use super::span::{JOINER, Look, Words};
use crate::draft::Typeface;
use crate::language;
use crate::style::Style;

/// The narrowest measure that lines are broken to; anything narrower is a mistake of the furniture.
const NARROWEST: f32 = 24.0;

/// The most changes of look that are shaped at once.
const MOST_SPANS: usize = 4000;

/// The stand-in for a character that no face has, when a face has the stand-in.
const REPLACEMENT: char = '\u{fffd}';

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    pub(crate) size: f32,
    /// The distance of baselines.
    pub(crate) leading: f32,
    pub(crate) width: f32,
    pub(crate) edge: Edge,
    /// The letter's language, which chooses among the faces of one script.
    pub(crate) language: &'a str,
}

/// Which edges of the lines are straight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Edge {
    Start,
    Centre,
    End,
    Both,
}

/// A paragraph as lines of one height.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    pub(crate) lines: Vec<Line>,
    /// Characters that no face has.
    pub(crate) missing: BTreeSet<char>,
}

/// One line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    /// Its stretches in reading order; neighbours belong to different pieces.
    pub(crate) fragments: Vec<Fragment>,
}

/// A stretch of a line that belongs to one piece.
#[derive(Clone, Debug)]
pub(crate) struct Fragment {
    pub(crate) piece: usize,
    pub(crate) runs: Vec<Run>,
    /// From the first to the last ink.
    pub(crate) extent: (f32, f32),
    pub(crate) underlines: Vec<(Frame, [u8; 3])>,
}

/// Everything that a paragraph's lines depend on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    text: String,
    looks: Vec<(usize, usize, Look)>,
    typeface: Typeface,
    measures: [u32; 3],
    edge: Edge,
    language: String,
}

impl Paragraph {
    /// The width of its widest line.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().filter_map(Line::ink).fold(0.0, |most, (left, right)| most.max(right - left))
    }
}

impl Line {
    /// From the first to the last ink; none when the line has none.
    fn ink(&self) -> Option<(f32, f32)> {
        let extents = self.fragments.iter().map(|fragment| fragment.extent);
        let inked = extents.filter(|(left, right)| right > left);
        inked.reduce(|all, extent| (all.0.min(extent.0), all.1.max(extent.1)))
    }

    /// Moves everything on it sideways.
    fn shift(&mut self, by: f32) {
        for fragment in &mut self.fragments {
            fragment.extent = (fragment.extent.0 + by, fragment.extent.1 + by);
            fragment.runs.iter_mut().for_each(|run| run.x += by);
            fragment.underlines.iter_mut().for_each(|(frame, _)| frame.x += by);
        }
    }
}

impl Fonts {
    /// Shapes and breaks a paragraph, or finds it again.
    pub(crate) fn paragraph(&self, words: &Words, setting: Setting, style: &Style) -> Arc<Paragraph> {
        let setting = Setting { width: setting.width.max(NARROWEST), ..setting };
        let key = Key {
            text: words.text.clone(),
            looks: words.spans.iter().map(|span| (span.end, span.piece, span.look)).collect(),
            typeface: style.typeface,
            measures: [setting.size, setting.leading, setting.width].map(f32::to_bits),
            edge: setting.edge,
            language: setting.language.to_owned(),
        };
        if let Some(found) = self.paragraphs.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return found;
        }
        let paragraph = Arc::new(self.set(&words.bound(setting.language), setting, style));
        let weight = key.text.len() + 1;
        let mut paragraphs = self.paragraphs.lock().unwrap_or_else(PoisonError::into_inner);
        paragraphs.keep(key, Arc::clone(&paragraph), weight);
        paragraph
    }

    fn set(&self, words: &Words, setting: Setting, style: &Style) -> Paragraph {
        if words.text.is_empty() {
            return Paragraph::default();
        }
        // Parley counts the looks of a paragraph in sixteen bits and sorts in each by moving the others; nobody changes
        // the look so often in words that are meant to be read, so such words may break where a part ends.
        if words.spans.len() > MOST_SPANS {
            let mut whole = Paragraph::default();
            for part in words.in_parts(MOST_SPANS) {
                let mut part = self.set(&part, setting, style);
                whole.lines.append(&mut part.lines);
                whole.missing.append(&mut part.missing);
            }
            return whole;
        }
        let mut shaper = self.shaper.lock().unwrap_or_else(PoisonError::into_inner);
        let mut paragraph = self.shape(&mut shaper, words, setting, style);
        let missing = std::mem::take(&mut paragraph.missing);
        if !missing.is_empty() {
            let substitute = self.has(REPLACEMENT).then_some(REPLACEMENT);
            let drawable = words.without(&missing, substitute);
            paragraph = if drawable.text.is_empty() {
                Paragraph::default()
            } else {
                self.shape(&mut shaper, &drawable, setting, style)
            };
            paragraph.missing = missing;
        }
        paragraph
    }

    fn shape(&self, shaper: &mut Shaper, words: &Words, setting: Setting, style: &Style) -> Paragraph {
        let Shaper { fonts, layouts } = shaper;
        let mut builder = layouts.ranged_builder(fonts, &words.text, 1.0, false);
        let families: Vec<_> =
            self.families(style.typeface).map(|name| FontFamilyName::Named(Cow::Borrowed(name))).collect();
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Owned(families))));
        builder.push_default(StyleProperty::FontSize(setting.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(setting.leading)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::Locale(Language::parse(setting.language).ok()));
        if language::is_rtl(setting.language) && follows_rtl(&words.text) {
            builder.set_base_direction(BaseDirection::Rtl);
        }
        let mut start = 0;
        for (index, span) in words.spans.iter().enumerate() {
            let range = start..span.end;
            builder.push(StyleProperty::Brush(index as u32), range.clone());
            if span.look.bold {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
            if span.look.italic {
                builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
            }
            if span.look.raised {
                builder.push(StyleProperty::FontSize(style.mark_size(setting.size)), range);
            }
            start = span.end;
        }
        builder.set_line_break_override(Some(&stays_together));
        let mut layout = builder.build(&words.text);
        layout.break_all_lines(Some(setting.width));
        if setting.edge == Edge::Start {
            lengthen_last_line(&mut layout, &words.text, setting.width);
        }
        let alignment = match setting.edge {
            Edge::Both => Alignment::Justify,
            Edge::Start | Edge::Centre | Edge::End => Alignment::Left,
        };
        layout.align(alignment, AlignmentOptions::default());
        let mut paragraph = self.lines(&layout, words, setting, style);
        for line in &mut paragraph.lines {
            let Some((left, right)) = line.ink() else { continue };
            let free = setting.width - (right - left);
            match (setting.edge, layout.is_rtl()) {
                (Edge::Start, false) | (Edge::End, true) => line.shift(-left),
                (Edge::Start, true) | (Edge::End, false) => line.shift(free - left),
                (Edge::Centre, _) => line.shift(free / 2.0 - left),
                (Edge::Both, _) => {}
            }
        }
        paragraph
    }

    fn lines(&self, layout: &Layout<u32>, words: &Words, setting: Setting, style: &Style) -> Paragraph {
        let text: Arc<str> = words.text.as_str().into();
        let (ascent, descent) = layout
            .root_span_metrics()
            .map_or((setting.size * 0.8, setting.size * 0.2), |metrics| (metrics.ascent, metrics.descent));
        let mut reader = LineReader {
            words,
            style,
            size: setting.size,
            text,
            baseline: (setting.leading + ascent - descent) / 2.0,
            missing: BTreeSet::new(),
        };
        let lines = layout.lines().map(|line| reader.line(self, &line)).collect();
        Paragraph { lines, missing: reader.missing }
    }
}

/// What all lines of a paragraph have in common while they are read.
struct LineReader<'a> {
    words: &'a Words,
    style: &'a Style,
    size: f32,
    text: Arc<str>,
    baseline: f32,
    missing: BTreeSet<char>,
}

/// Glyphs of one face and one span on their way to becoming a run.
struct OpenRun {
    span: usize,
    face: usize,
    size: f32,
    start: usize,
    x: f32,
    glyphs: Vec<Glyph>,
    ink: Option<(f32, f32)>,
}

/// Whether a line may end between two characters, where custom knows better than Unicode: `501(c)(3)` is one word,
/// and nothing parts at a joiner.
fn stays_together(context: LineBreakContext) -> Option<bool> {
    let at_joiner = context.before == JOINER || context.after == JOINER;
    (at_joiner || (context.before == ')' && context.after == '(')).then_some(false)
}

/// Breaks anew, a little narrower, when the last line holds a single word and that costs no further line.
fn lengthen_last_line(layout: &mut Layout<u32>, text: &str, width: f32) {
    const MOST: f32 = 0.12;
    const STEPS: u8 = 6;
    let lonely = |layout: &Layout<u32>| {
        let last = layout.lines().last().map_or(0..0, |line| line.text_range());
        !text[last].trim().contains(char::is_whitespace)
    };
    let count = layout.len();
    let broken_by_width = |layout: &Layout<u32>| {
        let before_last = layout.lines().rev().nth(1);
        before_last.is_some_and(|line| line.break_reason() == BreakReason::Regular)
    };
    if !broken_by_width(layout) || !lonely(layout) {
        return;
    }
    for step in 1..=STEPS {
        layout.break_all_lines(Some(width * (1.0 - MOST * f32::from(step) / f32::from(STEPS))));
        if layout.len() == count && !lonely(layout) {
            return;
        }
    }
    layout.break_all_lines(Some(width));
}

/// The glyphs that stand for one stretch of text.
struct Cluster {
    range: std::ops::Range<usize>,
    span: usize,
    glyphs: Vec<parley::Glyph>,
}

impl LineReader<'_> {
    fn line(&mut self, fonts: &Fonts, line: &parley::Line<'_, u32>) -> Line {
        let metrics = line.metrics();
        let mut x = metrics.inline_min_coord + metrics.offset;
        let text = Arc::clone(&self.text);
        let mut runs: Vec<OpenRun> = Vec::new();
        for run in line.runs() {
            let face = fonts.id_of(run.font());
            let mut clusters = clusters(&run);
            if run.is_rtl() {
                clusters.reverse();
            }
            let mut opened = false;
            for cluster in clusters {
                let source = &text[cluster.range.clone()];
                if source.starts_with([JOINER, '\n']) {
                    continue;
                }
                if !opened || runs.last().is_none_or(|last| last.span != cluster.span) {
                    let size = run.font_size();
                    let (span, start) = (cluster.span, cluster.range.start);
                    runs.push(OpenRun { span, face, size, start, x, glyphs: Vec::new(), ink: None });
                    opened = true;
                }
                let Some(open) = runs.last_mut() else { continue };
                open.start = open.start.min(cluster.range.start);
                let raised = self.words.spans[cluster.span].look.raised;
                let rise = if raised { self.style.mark_rise(self.size) } else { 0.0 };
                let left = x;
                for glyph in &cluster.glyphs {
                    let id = match u16::try_from(glyph.id) {
                        Ok(id) if id != 0 => id,
                        _ => {
                            self.miss(cluster.range.clone());
                            continue;
                        }
                    };
                    open.glyphs.push(Glyph {
                        id,
                        x: x + glyph.x - open.x,
                        dy: rise - glyph.y,
                        advance: glyph.advance,
                        cluster: (cluster.range.start as u32, cluster.range.end as u32),
                    });
                    x += glyph.advance;
                }
                if !source.trim().is_empty() {
                    let from = open.ink.map_or(left, |ink| ink.0);
                    open.ink = Some((from, x));
                }
            }
        }
        runs.sort_by_key(|run| run.start);
        self.fragments(runs)
    }

    /// Runs in reading order in, stretches of one piece out.
    fn fragments(&self, runs: Vec<OpenRun>) -> Line {
        let mut fragments: Vec<Fragment> = Vec::new();
        for run in runs.into_iter().filter(|run| !run.glyphs.is_empty()) {
            let span = &self.words.spans[run.span];
            let ink = run.ink.unwrap_or((run.x, run.x));
            if fragments.last().is_none_or(|last| last.piece != span.piece) {
                let underlines = Vec::new();
                fragments.push(Fragment { piece: span.piece, runs: Vec::new(), extent: ink, underlines });
            }
            let Some(fragment) = fragments.last_mut() else { continue };
            if run.ink.is_some() {
                fragment.extent = (fragment.extent.0.min(ink.0), fragment.extent.1.max(ink.1));
            }
            if span.look.underlined && ink.1 > ink.0 {
                let (drop, thickness) = self.style.underline(run.size);
                let y = self.baseline + drop;
                let frame = Frame { x: ink.0, y, width: ink.1 - ink.0, height: thickness };
                fragment.underlines.push((frame, span.look.colour));
            }
            fragment.runs.push(Run {
                face: run.face,
                size: run.size,
                x: run.x,
                y: self.baseline,
                colour: span.look.colour,
                glyphs: run.glyphs.into(),
                text: Arc::clone(&self.text),
            });
        }
        Line { fragments }
    }

    fn miss(&mut self, range: std::ops::Range<usize>) {
        for c in self.text[range].chars() {
            if !is_invisible(c) {
                self.missing.insert(c);
            }
        }
    }
}

/// The clusters of a run in logical order, each ligature as one.
fn clusters(run: &parley::Run<'_, u32>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for cluster in run.clusters() {
        let range = cluster.text_range();
        if cluster.is_ligature_continuation()
            && let Some(last) = clusters.last_mut()
        {
            last.range = last.range.start.min(range.start)..last.range.end.max(range.end);
            continue;
        }
        let span = cluster.style().brush as usize;
        clusters.push(Cluster { range, span, glyphs: cluster.glyphs().collect() });
    }
    clusters
}

/// The text reads from right to left in a language that does: it has words of it, or no words at all.
fn follows_rtl(text: &str) -> bool {
    text.chars().any(language::is_rtl_letter) || !text.chars().any(char::is_alphabetic)
}

/// The character steers its neighbours and has no form of its own, so that nobody misses its glyph.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(u32::from(c), 0x034f | 0x061c | 0x180b..=0x180f | 0x200b..=0x200f | 0x202a..=0x202e
            | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfff9..=0xfffb | 0xe0000..=0xe0fff)
}
