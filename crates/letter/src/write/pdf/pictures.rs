//! Pictures as XObjects: pixels as images with a soft mask, JPEGs as `picture` made them, paths as forms.
//!
//! Each fills the unit square, so that the page only has to say where its frame is.

use std::fmt::Write as _;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::deflate;
use super::ops::round;
use crate::layout::font::Fonts;
use crate::picture::{Picture, Raster, Segment, Vector, VectorPath};

/// Adds a picture to the document; none when its pixels are not as many as it says.
pub(super) fn add(document: &mut Document, picture: &Arc<Picture>, fonts: &Fonts) -> Option<ObjectId> {
    match &**picture {
        Picture::Raster(raster) => add_raster(document, picture, raster, fonts),
        Picture::Vector(vector) => Some(document.add_object(form(vector))),
    }
}

fn add_raster(document: &mut Document, picture: &Arc<Picture>, raster: &Raster, fonts: &Fonts) -> Option<ObjectId> {
    let (width, height) = (i64::from(raster.width), i64::from(raster.height));
    if width == 0 || height == 0 {
        return None;
    }
    if let (None, Some(jpeg)) = (&raster.alpha, &raster.jpeg)
        && let Some(space) = jpeg_space(jpeg, raster)
    {
        let dictionary = image(width, height, space, "DCTDecode");
        return Some(document.add_object(Stream::new(dictionary, jpeg.clone()).with_compression(false)));
    }
    let pixels = usize::try_from(width * height).ok()?;
    let alpha = raster.alpha.as_ref();
    if raster.rgb.len() != pixels * 3 || alpha.is_some_and(|alpha| alpha.len() != pixels) {
        return None;
    }
    let deflated = fonts.made.pixels.get(picture, || (deflate(&raster.rgb), alpha.map(|alpha| deflate(alpha))));
    let mut dictionary = image(width, height, "DeviceRGB", "FlateDecode");
    if let Some(alpha) = &deflated.1 {
        let mask = image(width, height, "DeviceGray", "FlateDecode");
        let mask = document.add_object(Stream::new(mask, alpha.clone()).with_compression(false));
        dictionary.set("SMask", mask);
    }
    Some(document.add_object(Stream::new(dictionary, deflated.0.clone()).with_compression(false)))
}

fn image(width: i64, height: i64, space: &str, filter: &str) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => width,
        "Height" => height,
        "ColorSpace" => space,
        "BitsPerComponent" => 8,
        "Filter" => filter,
    }
}

/// The colour space of a JPEG that can stand in the file as it is: eight bits a channel, one or three channels,
/// and the size that the picture says.
fn jpeg_space(jpeg: &[u8], raster: &Raster) -> Option<&'static str> {
    let mut rest = jpeg.strip_prefix(&[0xff, 0xd8])?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else { return None };
        if marker == 0xff {
            rest = &rest[1..];
            continue;
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(4..2 + length)?;
        // Start of frame, but not the tables for Huffman or arithmetic coding that share the range.
        if matches!(marker, 0xc0..=0xc2) {
            let [bits, h1, h2, w1, w2, channels, ..] = *segment else { return None };
            let size = (u32::from(u16::from_be_bytes([w1, w2])), u32::from(u16::from_be_bytes([h1, h2])));
            return match (bits, size == (raster.width, raster.height), channels) {
                (8, true, 1) => Some("DeviceGray"),
                (8, true, 3) => Some("DeviceRGB"),
                _ => None,
            };
        }
        rest = rest.get(2 + length..)?;
    }
}

fn form(vector: &Vector) -> Stream {
    let mut content = String::from("1 J 1 j\n");
    for path in &vector.paths {
        draw(&mut content, path);
    }
    let (width, height) = (vector.width.max(f32::MIN_POSITIVE), vector.height.max(f32::MIN_POSITIVE));
    // Its own units with y downwards become the unit square with y upwards.
    let matrix = [1.0 / width, 0.0, 0.0, -1.0 / height, 0.0, 1.0].map(Object::Real);
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => [0.0, 0.0, width, height].map(Object::Real).to_vec(),
        "Matrix" => matrix.to_vec(),
        "Resources" => Dictionary::new(),
    };
    Stream::new(dictionary, content.into_bytes())
}

// Writing to a string cannot fail, so the results of `write!` below are not looked at.
fn draw(content: &mut String, path: &VectorPath) {
    let operator = match (path.fill.is_some(), path.stroke.is_some(), path.even_odd) {
        (false, false, _) => return,
        (true, false, false) => "f",
        (true, false, true) => "f*",
        (false, true, _) => "S",
        (true, true, false) => "B",
        (true, true, true) => "B*",
    };
    if let Some([r, g, b]) = path.fill.map(channels) {
        let _ = writeln!(content, "{r} {g} {b} rg");
    }
    if let Some((colour, width)) = path.stroke {
        let [r, g, b] = channels(colour);
        let _ = writeln!(content, "{r} {g} {b} RG {} w", round(width));
    }
    for segment in &path.segments {
        let _ = match *segment {
            Segment::Move(to) => writeln!(content, "{} m", Points([to])),
            Segment::Line(to) => writeln!(content, "{} l", Points([to])),
            Segment::Curve(a, b, to) => writeln!(content, "{} c", Points([a, b, to])),
            Segment::Close => writeln!(content, "h"),
        };
    }
    let _ = writeln!(content, "{operator}");
}

fn channels(colour: [u8; 3]) -> [f32; 3] {
    colour.map(|channel| round(f32::from(channel) / 255.0))
}

/// Coordinates between spaces.
struct Points<const N: usize>([[f32; 2]; N]);

impl<const N: usize> std::fmt::Display for Points<N> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, [x, y]) in self.0.iter().enumerate() {
            let space = if place > 0 { " " } else { "" };
            write!(to, "{space}{} {}", round(*x), round(*y))?;
        }
        Ok(())
    }
}
