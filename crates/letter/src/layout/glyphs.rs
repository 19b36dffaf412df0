//! What the writers take out of faces: subsets with their widths for PDF, outlines for SVG and small pictures.
//!
//! Everything here is a pure function of a face's bytes and the glyphs asked for, and is kept because
//! the live preview asks for the same again and again. Nothing here knows PDF or SVG dictionaries.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::cache::Cache;
use super::font::{FaceId, Fonts};
use crate::picture::{Picture, Segment};

/// Behind a lock, so that a shared `Fonts` can fill it.
type Kept<K, V> = Mutex<Cache<K, Arc<V>>>;

/// What has been made of faces and pictures so far, each by what it depends on.
pub(crate) struct Made {
    subsets: Kept<(FaceId, Vec<u16>), Subset>,
    outlines: Mutex<HashMap<(FaceId, u16), Box<str>>>,
    deflated: Kept<Vec<u8>, Vec<u8>>,
    /// Colours and opacities of rasters, deflated.
    pub(crate) pixels: Album<(Vec<u8>, Option<Vec<u8>>)>,
    /// Rasters as data URIs.
    pub(crate) uris: Album<String>,
}

/// Outlines kept at most: more than the letters of any one document, less than a whole CJK collection.
const OUTLINES: usize = 16_384;
/// How many bytes each generation of subsets, and of deflated streams, holds.
const PROGRAMS: usize = 4_000_000;
/// How many bytes of pixels the pictures of each generation have.
const PIXELS: usize = 32_000_000;

impl Made {
    pub(crate) fn new() -> Self {
        Self {
            subsets: Mutex::new(Cache::new(PROGRAMS)),
            outlines: Mutex::default(),
            deflated: Mutex::new(Cache::new(PROGRAMS)),
            pixels: Album(Mutex::new(Cache::new(PIXELS))),
            uris: Album(Mutex::new(Cache::new(PIXELS))),
        }
    }

    /// A stream that is likely to come again, deflated.
    pub(crate) fn deflated(&self, content: &Vec<u8>, deflate: impl Fn(&[u8]) -> Vec<u8>) -> Arc<Vec<u8>> {
        if let Some(kept) = held(&self.deflated).get(content) {
            return kept;
        }
        let deflated = Arc::new(deflate(content));
        held(&self.deflated).keep(content.clone(), deflated.clone(), content.len());
        deflated
    }
}

/// Something made of pictures. A picture is known by where it stands in memory, and is held so that no other can
/// stand there.
pub(crate) struct Album<T>(Kept<usize, (Arc<Picture>, Arc<T>)>);

impl<T> Album<T> {
    /// What was made of this picture, or is made now.
    pub(crate) fn get(&self, picture: &Arc<Picture>, make: impl FnOnce() -> T) -> Arc<T> {
        let place = Arc::as_ptr(picture).addr();
        if let Some(kept) = held(&self.0).get(&place) {
            return kept.1.clone();
        }
        let made = Arc::new(make());
        let weight = match &**picture {
            Picture::Raster(raster) => raster.rgb.len(),
            Picture::Vector(vector) => vector.paths.len(),
        };
        held(&self.0).keep(place, Arc::new((picture.clone(), made.clone())), weight);
        made
    }
}

/// The lock, also after a panic elsewhere: a cache is never half written.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A face with only the glyphs that are used. Measures are in thousandths of an em.
#[derive(Debug)]
pub(crate) struct Subset {
    /// The font program; glyph `n` is the n-th of the glyphs asked for, counted from one, and 0 is `.notdef`.
    pub(crate) program: Vec<u8>,
    /// The PostScript name behind a tag of six letters that stands for the choice of glyphs.
    pub(crate) name: String,
    /// The advance of each glyph of the program.
    pub(crate) widths: Vec<u16>,
    /// How far the face reaches up.
    pub(crate) ascent: i16,
    /// How far it reaches down, a negative number.
    pub(crate) descent: i16,
    /// Left, bottom, right and top of the box that holds every glyph.
    pub(crate) bounds: [i16; 4],
    /// Rise and run of the caret.
    pub(crate) slope: (i16, i16),
    /// The weight, 400 for regular.
    pub(crate) weight: u16,
}

impl Fonts {
    /// The subset of a face with these glyphs, which stand in order and without 0.
    ///
    /// An error is a sentence that names the face: a fallback may hold bitmaps only, or be broken.
    pub(crate) fn subset(&self, id: FaceId, glyphs: &[u16]) -> Result<Arc<Subset>, String> {
        let key = (id, glyphs.to_vec());
        if let Some(subset) = held(&self.made.subsets).get(&key) {
            return Ok(subset);
        }
        let face = self.face(id);
        let font = face.open().ok_or_else(|| format!("face {id} cannot be read"))?;
        let mapper = subsetter::GlyphRemapper::new_from_glyphs_sorted(glyphs);
        let name = postscript_name(&font);
        let program = subsetter::subset(face.data.data(), face.index, &mapper)
            .map_err(|error| format!("the face {name} cannot be embedded: {error}"))?;
        let subset = Arc::new(measured(&font, program, &name, glyphs));
        held(&self.made.subsets).keep(key, subset.clone(), subset.program.len());
        Ok(subset)
    }

    /// The glyph drawn for this one: itself, or what stands in for a character that no face has.
    ///
    /// `.notdef` must not be shown in an accessible PDF, so the face's replacement character, a box or a
    /// question mark is; the text itself is kept.
    pub(crate) fn shown(&self, id: FaceId, glyph: u16) -> u16 {
        if glyph != 0 {
            return glyph;
        }
        let Some(font) = self.face(id).open() else { return 0 };
        let map = font.charmap();
        let found = ['\u{fffd}', '\u{25a1}', '?', ' '].into_iter().find_map(|c| map.map(c));
        found.and_then(|glyph| u16::try_from(glyph.to_u32()).ok()).unwrap_or(0)
    }

    /// The glyph of a character in a face.
    pub(crate) fn glyph(&self, id: FaceId, c: char) -> Option<u16> {
        self.face(id).open()?.charmap().map(c).and_then(|glyph| u16::try_from(glyph.to_u32()).ok())
    }

    /// The units of a face's em.
    pub(crate) fn units(&self, id: FaceId) -> f32 {
        self.face(id).open().map_or(1000.0, |font| f32::from(units(&font)))
    }

    /// The width of a face's space, in parts of its em.
    pub(crate) fn space(&self, id: FaceId) -> f32 {
        let Some(font) = self.face(id).open() else { return 0.0 };
        let advances = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let advance = font.charmap().map(' ').and_then(|space| advances.advance_width(space));
        advance.unwrap_or_default() / f32::from(units(&font))
    }

    /// The outline of a glyph in the face's own units, y upwards.
    pub(crate) fn drawn(&self, face: FaceId, glyph: u16) -> Vec<Segment> {
        let mut pen = Drawing::default();
        if traced(self, face, glyph, &mut pen) { pen.segments } else { Vec::new() }
    }

    /// Outlines of all faces, kept from page to page.
    pub(crate) fn outlines(&self) -> Outlines<'_> {
        let mut kept = held(&self.made.outlines);
        if kept.len() > OUTLINES {
            kept.clear();
        }
        Outlines { fonts: self, kept }
    }
}

/// Outlines at hand.
pub(crate) struct Outlines<'a> {
    fonts: &'a Fonts,
    kept: MutexGuard<'a, HashMap<(FaceId, u16), Box<str>>>,
}

impl Outlines<'_> {
    /// The outline of a glyph in the face's own units, y upwards, as path commands relative to its origin.
    pub(crate) fn of(&mut self, face: FaceId, glyph: u16) -> &str {
        self.kept.entry((face, glyph)).or_insert_with(|| outline(self.fonts, face, glyph).into_boxed_str())
    }
}

fn measured(font: &FontRef<'_>, program: Vec<u8>, name: &str, glyphs: &[u16]) -> Subset {
    let em = 1000.0 / f32::from(units(font));
    let thousandths = |value: f32| (value * em).round() as i16;
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let advances = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let advance =
        |glyph: u16| (advances.advance_width(GlyphId::from(glyph)).unwrap_or(0.0) * em).round().max(0.0) as u16;
    let bounds = metrics.bounds.unwrap_or_default();
    Subset {
        program,
        name: format!("{}+{name}", tag(glyphs)),
        widths: std::iter::once(0).chain(glyphs.iter().copied()).map(advance).collect(),
        ascent: thousandths(metrics.ascent),
        descent: thousandths(metrics.descent),
        bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(thousandths),
        slope: font.hhea().map_or((1, 0), |hhea| (hhea.caret_slope_rise(), hhea.caret_slope_run())),
        weight: font.os2().map_or(0, |os2| os2.us_weight_class()),
    }
}

fn units(font: &FontRef<'_>) -> u16 {
    font.head().map_or(1000, |head| head.units_per_em()).max(1)
}

/// The PostScript name with the characters that a name may have.
fn postscript_name(font: &FontRef<'_>) -> String {
    let names = font.localized_strings(StringId::POSTSCRIPT_NAME);
    let name = names.english_or_first().map(|name| name.to_string()).unwrap_or_default();
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).take(63).collect();
    if name.is_empty() { "Unnamed".into() } else { name }
}

/// Six letters that stand for a choice of glyphs (FNV-1a over their ids).
fn tag(glyphs: &[u16]) -> String {
    let hash = glyphs
        .iter()
        .flat_map(|glyph| glyph.to_be_bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (0..6).map(|place| char::from(b'A' + ((hash >> (place * 9)) % 26) as u8)).collect()
}

fn outline(fonts: &Fonts, face: FaceId, glyph: u16) -> String {
    let mut pen = Relative::default();
    if traced(fonts, face, glyph, &mut pen) { pen.path } else { String::new() }
}

/// Leads a pen along a glyph. A glyph that cannot be drawn is blank, as it is in every viewer.
fn traced(fonts: &Fonts, face: FaceId, glyph: u16, pen: &mut impl OutlinePen) -> bool {
    let Some(font) = fonts.face(face).open() else { return false };
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    font.outline_glyphs().get(GlyphId::from(glyph)).is_some_and(|outline| outline.draw(settings, pen).is_ok())
}

/// Keeps a path as segments.
#[derive(Default)]
struct Drawing {
    segments: Vec<Segment>,
    at: [f32; 2],
}

impl OutlinePen for Drawing {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = [x, y];
        self.segments.push(Segment::Move(self.at));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.at = [x, y];
        self.segments.push(Segment::Line(self.at));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        // A quadratic curve is the cubic one whose controls lie two thirds of the way to its own.
        let control = |[x, y]: [f32; 2]| [x + (cx - x) * 2.0 / 3.0, y + (cy - y) * 2.0 / 3.0];
        let from = std::mem::replace(&mut self.at, [x, y]);
        self.segments.push(Segment::Curve(control(from), control(self.at), self.at));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.at = [x, y];
        self.segments.push(Segment::Curve([ax, ay], [bx, by], self.at));
    }

    fn close(&mut self) {
        self.segments.push(Segment::Close);
    }
}

/// Writes a path relative to the point before, in whole units, so that a glyph's path holds wherever it stands.
#[derive(Default)]
struct Relative {
    path: String,
    at: [i32; 2],
    start: [i32; 2],
}

impl Relative {
    fn step<const N: usize>(&mut self, command: char, points: [[f32; 2]; N]) {
        self.path.push(command);
        let points = points.map(|point| point.map(|value| value.round() as i32));
        for (place, value) in points.iter().flat_map(|point| [point[0] - self.at[0], point[1] - self.at[1]]).enumerate()
        {
            if place > 0 && value >= 0 {
                self.path.push(' ');
            }
            // Writing to a string cannot fail.
            let _ = write!(self.path, "{value}");
        }
        self.at = points[N - 1];
    }
}

impl OutlinePen for Relative {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('m', [[x, y]]);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('l', [[x, y]]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.step('q', [[cx, cy], [x, y]]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.step('c', [[ax, ay], [bx, by], [x, y]]);
    }

    fn close(&mut self) {
        self.path.push('z');
        self.at = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_are_relative_to_the_origin() {
        let fonts = Fonts::embedded();
        let hyphen = fonts.glyph(0, '-').unwrap();
        let path = fonts.outlines().of(0, hyphen).to_owned();
        assert!(path.starts_with('m') && path.ends_with('z'), "{path}");
        assert_eq!(fonts.outlines().of(0, fonts.glyph(0, ' ').unwrap()), "");
    }

    #[test]
    fn a_subset_has_the_widths_of_its_glyphs() {
        let fonts = Fonts::embedded();
        let glyphs = ['a', 'm'].map(|c| fonts.glyph(0, c).unwrap());
        let subset = fonts.subset(0, &glyphs).unwrap();
        assert_eq!(subset.widths.len(), 3);
        assert!(subset.widths[1] < subset.widths[2]);
        assert!(subset.name.ends_with("+SourceSerif4-Regular"), "{}", subset.name);
        assert!(Arc::ptr_eq(&subset, &fonts.subset(0, &glyphs).unwrap()), "the second is the first");
    }
}
