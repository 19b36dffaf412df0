//! An SVG drawing in, filled paths out when it is made of flat colours, pixels when it is more than that.
//!
//! usvg reads the drawing with the embedded faces and nothing of this computer; resvg paints what paths cannot say.

use std::sync::Arc;

use resvg::tiny_skia::{Path, PathSegment, Pixmap, Point, Transform};
use usvg::{BlendMode, FillRule, Group, ImageHrefResolver, Node, Options, Paint, PaintOrder, Tree, fontdb};

use super::{Picture, Refusal, Segment, Vector, VectorPath, decode, safe_svg, work};
use crate::faces;

/// The long side of a drawing that had to become pixels.
const LONG_SIDE: f32 = 1600.0;
/// Room for the deepest drawing that [`safe_svg`] lets through; reading one is recursive.
const STACK: usize = 256 << 20;

/// Reads a drawing.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, Refusal> {
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).map_err(|_| {
        ("the drawing is not written in UTF-8".to_owned(), "Save it again as plain SVG in UTF-8.".to_owned())
    })?;
    safe_svg::check(text)?;
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || picture(text));
        match reader.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(picture)) => picture,
            Ok(Err(_)) | Err(_) => Err(unreadable("it is too intricate")),
        }
    })
}

fn unreadable(reason: &str) -> Refusal {
    (
        format!("the drawing cannot be read: {reason}"),
        "Open it in a drawing program and save it again as plain SVG or PNG.".to_owned(),
    )
}

fn picture(text: &str) -> Result<Picture, Refusal> {
    let tree = Tree::from_str(text, &options()).map_err(|error| unreadable(&error.to_string()))?;
    let (width, height) = (tree.size().width(), tree.size().height());
    if !(0.001..=1000.0).contains(&(width / height)) {
        return Err(unreadable(&format!("its size is {width} by {height}")));
    }
    let mut has_marks = false;
    check_group(tree.root(), &mut has_marks)?;
    if !has_marks {
        return Err((
            "the drawing shows nothing".to_owned(),
            "Check that it opens in a web browser, and save it as plain SVG or PNG.".to_owned(),
        ));
    }
    let mut paths = Vec::new();
    if flat(tree.root(), (width, height), &mut paths).is_some() {
        return Ok(Picture::Vector(measured(Vector { width, height, paths })));
    }
    let mut left = Painting { layers: MOST_LAYERS, nodes: MOST_NODES };
    left.group(tree.root(), 0).ok_or_else(work::too_intricate)?;
    pixels(&tree).map(Picture::Raster)
}

/// A drawing in units that every format can write: numbers of thirty digits, or of none before the thirtieth, are legal
/// in SVG and in nothing else.
fn measured(mut vector: Vector) -> Vector {
    let long = vector.width.max(vector.height);
    if (1.0..=10_000.0).contains(&long) {
        return vector;
    }
    let scale = f64::from(LONG_SIDE) / f64::from(long);
    let scaled = |length: f32| (f64::from(length) * scale) as f32;
    let point = |[x, y]: [f32; 2]| [scaled(x), scaled(y)];
    (vector.width, vector.height) = (scaled(vector.width), scaled(vector.height));
    for path in &mut vector.paths {
        for segment in &mut path.segments {
            *segment = match *segment {
                Segment::Move(to) => Segment::Move(point(to)),
                Segment::Line(to) => Segment::Line(point(to)),
                Segment::Curve(first, second, to) => Segment::Curve(point(first), point(second), point(to)),
                Segment::Close => Segment::Close,
            };
        }
        path.stroke = path.stroke.map(|(colour, width)| (colour, scaled(width)));
    }
    vector
}

/// The most layers of a painting: a group that is see-through, cut or blurred is painted apart and laid over the rest.
const MOST_LAYERS: usize = 100;
/// The deepest that layers may lie within each other, since all of them are in memory then.
const MOST_NESTED: usize = 12;
/// The most shapes of a painting.
const MOST_NODES: usize = 50_000;

/// What a painting may still hold.
struct Painting {
    layers: usize,
    nodes: usize,
}

impl Painting {
    /// Takes a group off what is left; nothing when it is too much.
    fn group(&mut self, group: &Group, depth: usize) -> Option<()> {
        let own = group.should_isolate() || !group.filters().is_empty();
        let depth = if own { self.layer(depth)? } else { depth };
        if let Some(clip) = group.clip_path() {
            self.clip(clip, depth)?;
        }
        if let Some(mask) = group.mask() {
            self.mask(mask, depth)?;
        }
        for node in group.children() {
            self.nodes = self.nodes.checked_sub(1)?;
            match node {
                Node::Group(inner) => self.group(inner, depth)?,
                Node::Text(text) => self.group(text.flattened(), depth)?,
                Node::Image(_) => return None,
                Node::Path(path) => {
                    for paint in [path.fill().map(usvg::Fill::paint), path.stroke().map(usvg::Stroke::paint)] {
                        if let Some(Paint::Pattern(pattern)) = paint {
                            let depth = self.layer(depth)?;
                            self.group(pattern.root(), depth)?;
                        }
                    }
                }
            }
        }
        Some(())
    }

    fn clip(&mut self, clip: &usvg::ClipPath, depth: usize) -> Option<()> {
        let depth = self.layer(depth)?;
        self.group(clip.root(), depth)?;
        clip.clip_path().map_or(Some(()), |outer| self.clip(outer, depth))
    }

    fn mask(&mut self, mask: &usvg::Mask, depth: usize) -> Option<()> {
        let depth = self.layer(depth)?;
        self.group(mask.root(), depth)?;
        mask.mask().map_or(Some(()), |outer| self.mask(outer, depth))
    }

    fn layer(&mut self, depth: usize) -> Option<usize> {
        self.layers = self.layers.checked_sub(1)?;
        (depth < MOST_NESTED).then_some(depth + 1)
    }
}

/// How drawings are read: no files, no system fonts, no pictures within pictures.
fn options() -> Options<'static> {
    let mut fonts = fontdb::Database::new();
    for face in faces::EMBEDDED {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face)));
    }
    fonts.set_serif_family(faces::SERIF);
    for set in [
        fontdb::Database::set_sans_serif_family,
        fontdb::Database::set_monospace_family,
        fontdb::Database::set_cursive_family,
        fontdb::Database::set_fantasy_family,
    ] {
        set(&mut fonts, faces::SANS);
    }
    Options {
        fontdb: Arc::new(fonts),
        font_family: faces::SANS.to_owned(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// Refuses text that would be left out for want of letters, and notes whether there is anything to see.
fn check_group(group: &Group, has_marks: &mut bool) -> Result<(), Refusal> {
    for node in group.children() {
        match node {
            Node::Group(inner) => check_group(inner, has_marks)?,
            Node::Text(text) => {
                *has_marks = true;
                let known = |c: char| faces::EMBEDDED.iter().all(|face| faces::has_glyph(face, 0, c));
                let mut words = text.chunks().iter().flat_map(|chunk| chunk.text().chars());
                if let Some(c) = words.find(|c| !c.is_whitespace() && !c.is_control() && !known(*c)) {
                    return Err((
                        format!("the drawing holds text with `{c}`, which the embedded faces lack"),
                        "Turn its text into outlines and save it as plain SVG, or save it as PNG.".to_owned(),
                    ));
                }
            }
            Node::Path(_) | Node::Image(_) => *has_marks = true,
        }
    }
    Ok(())
}

/// The drawing as filled paths; nothing when it holds anything that they cannot say.
fn flat(group: &Group, size: (f32, f32), paths: &mut Vec<VectorPath>) -> Option<()> {
    let plain = group.opacity().get() >= 1.0
        && group.blend_mode() == BlendMode::Normal
        && group.clip_path().is_none()
        && group.mask().is_none()
        && group.filters().is_empty();
    if !plain {
        return None;
    }
    for node in group.children() {
        match node {
            Node::Group(inner) => flat(inner, size, paths)?,
            Node::Text(text) => flat(text.flattened(), size, paths)?,
            Node::Image(_) => return None,
            Node::Path(path) if path.is_visible() => {
                let bounds = path.abs_stroke_bounding_box();
                let slack = size.0.max(size.1) * 0.002;
                let inside = bounds.left() >= -slack
                    && bounds.top() >= -slack
                    && bounds.right() <= size.0 + slack
                    && bounds.bottom() <= size.1 + slack;
                // What stands outside the drawing's frame is cut off by it, and paths have no frame.
                if !inside {
                    return None;
                }
                let mut layers = [filled(path)?, outlined(path)?];
                if path.paint_order() == PaintOrder::StrokeAndFill {
                    layers.reverse();
                }
                paths.extend(layers.into_iter().flatten());
            }
            Node::Path(_) => {}
        }
    }
    Some(())
}

/// The inside of a path: nothing to paint, one path, or no flat colour at all.
fn filled(path: &usvg::Path) -> Option<Option<VectorPath>> {
    let Some(fill) = path.fill() else { return Some(None) };
    let bounds = path.data().bounds();
    if bounds.width() == 0.0 || bounds.height() == 0.0 {
        return Some(None);
    }
    let colour = flat_colour(fill.paint(), fill.opacity())?;
    let even_odd = fill.rule() == FillRule::EvenOdd;
    Some(vector_path(path.data().clone(), path.abs_transform(), colour, even_odd))
}

/// The line of a path as the outline of what the pen covers.
fn outlined(path: &usvg::Path) -> Option<Option<VectorPath>> {
    let Some(stroke) = path.stroke() else { return Some(None) };
    let colour = flat_colour(stroke.paint(), stroke.opacity())?;
    let pen = stroke.to_tiny_skia();
    // Curves are broken up finely enough for print at several times the drawing's own size.
    let resolution = 8.0;
    let dashed = match &pen.dash {
        Some(dash) => path.data().dash(dash, resolution)?,
        None => path.data().clone(),
    };
    match dashed.stroke(&pen, resolution) {
        Some(outline) => Some(vector_path(outline, path.abs_transform(), colour, false)),
        None => Some(None),
    }
}

fn flat_colour(paint: &Paint, opacity: usvg::Opacity) -> Option<[u8; 3]> {
    match paint {
        Paint::Color(colour) if opacity.get() >= 1.0 => Some([colour.red, colour.green, colour.blue]),
        _ => None,
    }
}

fn vector_path(path: Path, transform: Transform, colour: [u8; 3], even_odd: bool) -> Option<VectorPath> {
    let path = path.transform(transform)?;
    let mut segments = Vec::with_capacity(path.len());
    let mut last = Point::zero();
    let at = |point: Point| [point.x, point.y];
    for segment in path.segments() {
        let (segment, end) = match segment {
            PathSegment::MoveTo(to) => (Segment::Move(at(to)), to),
            PathSegment::LineTo(to) => (Segment::Line(at(to)), to),
            PathSegment::QuadTo(control, to) => {
                let toward = |from: Point| {
                    [from.x + (control.x - from.x) * 2.0 / 3.0, from.y + (control.y - from.y) * 2.0 / 3.0]
                };
                (Segment::Curve(toward(last), toward(to), at(to)), to)
            }
            PathSegment::CubicTo(first, second, to) => (Segment::Curve(at(first), at(second), at(to)), to),
            PathSegment::Close => (Segment::Close, last),
        };
        last = end;
        segments.push(segment);
    }
    Some(VectorPath { segments, fill: Some(colour), even_odd, stroke: None })
}

/// The drawing painted, for gradients, masks, filters and the like.
fn pixels(tree: &Tree) -> Result<super::Raster, Refusal> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = LONG_SIDE / width.max(height);
    // Both sides are at most the long side, and at least one pixel.
    let side = |length: f32| (length * scale).round().max(1.0) as u32;
    let mut pixmap = Pixmap::new(side(width), side(height))
        .ok_or_else(|| unreadable(&format!("its size is {width} by {height}")))?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let rgba: Vec<u8> = pixmap
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let colour = pixel.demultiply();
            [colour.red(), colour.green(), colour.blue(), colour.alpha()]
        })
        .collect();
    Ok(decode::split(pixmap.width(), pixmap.height(), &rgba))
}
