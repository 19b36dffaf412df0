//! One page to SVG: the live preview. It draws the same marks at the same places as the PDF.
//!
//! Each run of text is one path, put together from outlines that are kept from page to page, so no text and no
//! font is left for the viewer to interpret. Marks stand in groups that name the field they came from.

use std::fmt::{self, Display, Write as _};
use std::sync::Arc;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use crate::layout::font::Fonts;
use crate::layout::glyphs::Outlines;
use crate::layout::page::{Frame, Page, PaintMark, Run};
use crate::picture::{Picture, Raster, Segment, Vector, VectorPath};

/// The page as an SVG document of this size.
///
/// A group's `data-place` is the field that its marks came from, so that a click finds its field.
// Writing to a string cannot fail, so no result of `write!` is looked at in this file.
pub fn svg(page: &Page, size: (f32, f32), fonts: &Fonts) -> String {
    let (width, height) = (Short(size.0), Short(size.1));
    let mut svg = String::with_capacity(512 * 1024);
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-hidden=\"true\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
    );
    let mut outlines = fonts.outlines();
    for paints in page.paints.chunk_by(|a, b| a.source == b.source) {
        let source = &*paints[0].source;
        if source.is_empty() {
            svg.push_str("<g>");
        } else {
            let _ = write!(svg, "<g data-place=\"{}\">", Escaped(source));
        }
        for paint in paints {
            match &paint.mark {
                PaintMark::Text(runs) => {
                    if !source.is_empty() {
                        target(&mut svg, runs);
                    }
                    for run in runs {
                        text(&mut svg, run, fonts, &mut outlines);
                    }
                }
                PaintMark::Picture { frame, picture } => draw(&mut svg, frame, picture, fonts),
                PaintMark::Rule { frame, colour } => {
                    let _ = write!(svg, "<rect{}{}/>", Place(frame), Fill(*colour));
                }
            }
        }
        svg.push_str("</g>");
    }
    svg.push_str("</svg>");
    svg
}

/// The area of a line that takes clicks: letters alone would be hard to hit.
fn target(svg: &mut String, runs: &[Run]) {
    let glyphs = || runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| (run.x + glyph.x, glyph.advance)));
    let left = glyphs().map(|(x, _)| x).fold(f32::INFINITY, f32::min);
    let right = glyphs().map(|(x, advance)| x + advance).fold(f32::NEG_INFINITY, f32::max);
    let top = runs.iter().map(|run| run.y - run.size).fold(f32::INFINITY, f32::min);
    let bottom = runs.iter().map(|run| run.y + run.size * 0.35).fold(f32::NEG_INFINITY, f32::max);
    if left < right && top < bottom {
        let frame = Frame { x: left, y: top, width: right - left, height: bottom - top };
        let _ = write!(svg, "<rect{} fill=\"none\" pointer-events=\"all\"/>", Place(&frame));
    }
}

fn text(svg: &mut String, run: &Run, fonts: &Fonts, outlines: &mut Outlines<'_>) {
    let scale = run.size / fonts.units(run.face);
    if scale <= 0.0 {
        return;
    }
    let start = svg.len();
    let (x, y) = (Short(run.x), Short(run.y));
    let _ = write!(svg, "<path{} transform=\"matrix({scale} 0 0 -{scale} {x} {y})\" d=\"", Fill(run.colour));
    let empty = svg.len();
    for glyph in run.glyphs.iter() {
        let outline = outlines.of(run.face, fonts.shown(run.face, glyph.id));
        if !outline.is_empty() {
            let unit = |distance: f32| (distance / scale).round() as i32;
            svg.push('M');
            integer(svg, unit(glyph.x));
            svg.push(' ');
            integer(svg, unit(glyph.dy));
            svg.push_str(outline);
        }
    }
    if svg.len() == empty {
        svg.truncate(start);
    } else {
        svg.push_str("\"/>");
    }
}

fn draw(svg: &mut String, frame: &Frame, picture: &Arc<Picture>, fonts: &Fonts) {
    match &**picture {
        Picture::Raster(raster) => {
            let uri = fonts.made.uris.get(picture, || data_uri(raster));
            let _ = write!(svg, "<image{} preserveAspectRatio=\"none\" href=\"{uri}\"/>", Place(frame));
        }
        Picture::Vector(vector) => paths(svg, "", frame, vector),
    }
}

fn paths(svg: &mut String, space: &str, frame: &Frame, vector: &Vector) {
    let Vector { width, height, paths } = vector;
    let _ = write!(
        svg,
        "<svg{space}{} viewBox=\"0 0 {width} {height}\" preserveAspectRatio=\"none\" fill=\"none\" \
         stroke-linecap=\"round\" stroke-linejoin=\"round\">",
        Place(frame)
    );
    for path in paths {
        outline(svg, path);
    }
    svg.push_str("</svg>");
}

fn outline(svg: &mut String, path: &VectorPath) {
    svg.push_str("<path");
    if let Some(colour) = path.fill {
        let _ = write!(svg, " fill=\"{}\"", Hex(colour));
    }
    if path.even_odd {
        svg.push_str(" fill-rule=\"evenodd\"");
    }
    if let Some((colour, width)) = path.stroke {
        let _ = write!(svg, " stroke=\"{}\" stroke-width=\"{}\"", Hex(colour), Short(width));
    }
    svg.push_str(" d=\"");
    for segment in &path.segments {
        let point = |[x, y]: [f32; 2]| (Short(x), Short(y));
        let _ = match *segment {
            Segment::Move(to) => write!(svg, "M{} {}", point(to).0, point(to).1),
            Segment::Line(to) => write!(svg, "L{} {}", point(to).0, point(to).1),
            Segment::Curve(a, b, to) => {
                let [(ax, ay), (bx, by), (x, y)] = [a, b, to].map(point);
                write!(svg, "C{ax} {ay} {bx} {by} {x} {y}")
            }
            Segment::Close => write!(svg, "Z"),
        };
    }
    svg.push_str("\"/>");
}

/// A picture as a file of its own with its media type; none when its pixels are not as many as it says.
pub fn picture(picture: &Picture) -> Option<(Vec<u8>, &'static str)> {
    match picture {
        Picture::Raster(raster) => encoded(raster),
        Picture::Vector(vector) => {
            let mut svg = String::new();
            let frame = Frame { x: 0.0, y: 0.0, width: vector.width, height: vector.height };
            paths(&mut svg, " xmlns=\"http://www.w3.org/2000/svg\"", &frame, vector);
            Some((svg.into_bytes(), "image/svg+xml"))
        }
    }
}

/// The pixels as a data URI; empty when they are not as many as the picture says.
fn data_uri(raster: &Raster) -> String {
    encoded(raster).map_or_else(String::new, |(bytes, media)| base64(&format!("data:{media};base64,"), &bytes))
}

fn encoded(raster: &Raster) -> Option<(Vec<u8>, &'static str)> {
    if let (None, Some(jpeg)) = (&raster.alpha, &raster.jpeg) {
        return Some((jpeg.clone(), "image/jpeg"));
    }
    let pixels = raster.rgb.chunks_exact(3);
    let (bytes, kind) = match &raster.alpha {
        None => (raster.rgb.clone(), ExtendedColorType::Rgb8),
        Some(alpha) => {
            let bytes = pixels.zip(alpha).flat_map(|(rgb, alpha)| [rgb[0], rgb[1], rgb[2], *alpha]).collect();
            (bytes, ExtendedColorType::Rgba8)
        }
    };
    let channels = usize::from(kind.channel_count());
    if bytes.len() != raster.width as usize * raster.height as usize * channels {
        return None;
    }
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive);
    encoder.write_image(&bytes, raster.width, raster.height, kind).ok()?;
    Some((png, "image/png"))
}

/// Bytes in the alphabet of RFC 4648, behind an opening.
fn base64(opening: &str, bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(opening.len() + bytes.len().div_ceil(3) * 4);
    text.push_str(opening);
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().enumerate().fold(0, |word, (place, byte)| word | u32::from(*byte) << (16 - 8 * place));
        for place in 0..4 {
            let sextet = (word >> (18 - 6 * place)) & 63;
            text.push(if place > chunk.len() { '=' } else { char::from(ALPHABET[sextet as usize]) });
        }
    }
    text
}

/// Writes a whole number; the formatting machinery is too slow for thousands of glyphs.
fn integer(svg: &mut String, value: i32) {
    if value < 0 {
        svg.push('-');
    }
    let mut rest = value.unsigned_abs();
    let mut digits = [0; 10];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    svg.extend(digits[start..].iter().map(|digit| char::from(*digit)));
}

/// A number with three decimals at most.
struct Short(f32);

impl Display for Short {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Adding zero turns a negative zero into zero.
        write!(to, "{}", (self.0 * 1000.0).round() / 1000.0 + 0.0)
    }
}

/// A frame as attributes.
struct Place<'a>(&'a Frame);

impl Display for Place<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [x, y, width, height] = [self.0.x, self.0.y, self.0.width, self.0.height].map(Short);
        write!(to, " x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
    }
}

/// A colour as an attribute, left out for black, which is what shapes are filled with.
struct Fill([u8; 3]);

impl Display for Fill {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == [0; 3] { Ok(()) } else { write!(to, " fill=\"{}\"", Hex(self.0)) }
    }
}

/// `#rrggbb`
struct Hex([u8; 3]);

impl Display for Hex {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(to, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// A text as the value of an attribute.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => to.write_str("&amp;")?,
                '<' => to.write_str("&lt;")?,
                '>' => to.write_str("&gt;")?,
                '"' => to.write_str("&quot;")?,
                c if c.is_control() => to.write_char(' ')?,
                c => to.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::page::Paint;
    use crate::write::sample::{CASES, pages};

    /// What the page of a paint looks like inside its group.
    fn check(source: &str, mark: PaintMark, expected: &str) {
        let owner = crate::layout::page::Owner::Node(0);
        let page = Page { paints: vec![Paint { owner, source: source.into(), mark }], links: Vec::new() };
        let svg = svg(&page, (612.0, 792.0), &Fonts::embedded());
        let start = svg.find("<g").unwrap();
        assert_eq!(&svg[start..], format!("{expected}</svg>"));
    }

    fn raster(width: u32, alpha: Option<Vec<u8>>, jpeg: Option<Vec<u8>>) -> PaintMark {
        let picture = Raster { width, height: 1, rgb: vec![255, 0, 0], alpha, jpeg };
        let frame = Frame { x: 1.0, y: 2.0, width: 3.0, height: 4.0 };
        PaintMark::Picture { frame, picture: Arc::new(Picture::Raster(picture)) }
    }

    #[test]
    fn rules_and_places() {
        let frame = Frame { x: 72.0, y: 100.00049, width: 10.5, height: -0.0001 };
        let rule = |colour| PaintMark::Rule { frame, colour };
        check("", rule([0; 3]), "<g><rect x=\"72\" y=\"100\" width=\"10.5\" height=\"0\"/></g>");
        check(
            "words.\"<&>\n",
            rule([160, 20, 0]),
            "<g data-place=\"words.&quot;&lt;&amp;&gt; \">\
             <rect x=\"72\" y=\"100\" width=\"10.5\" height=\"0\" fill=\"#a01400\"/></g>",
        );
    }

    #[test]
    fn pictures() {
        let image = |href: &str| {
            format!(
                "<g><image x=\"1\" y=\"2\" width=\"3\" height=\"4\" preserveAspectRatio=\"none\" href=\"{href}\"/></g>"
            )
        };
        check("", raster(1, None, Some(b"jpeg".to_vec())), &image("data:image/jpeg;base64,anBlZw=="));
        check("", raster(7, None, None), &image(""));
        let segments = vec![Segment::Move([1.0, 2.0]), Segment::Line([3.5, 2.0]), Segment::Close];
        let path = VectorPath { segments, fill: None, even_odd: true, stroke: Some(([255; 3], 1.5)) };
        let picture = Picture::Vector(Vector { width: 4.0, height: 5.0, paths: vec![path] });
        let frame = Frame { x: 1.0, y: 2.0, width: 3.0, height: 4.0 };
        check(
            "",
            PaintMark::Picture { frame, picture: Arc::new(picture) },
            "<g><svg x=\"1\" y=\"2\" width=\"3\" height=\"4\" viewBox=\"0 0 4 5\" preserveAspectRatio=\"none\" \
             fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\
             <path fill-rule=\"evenodd\" stroke=\"#ffffff\" stroke-width=\"1.5\" d=\"M1 2L3.5 2Z\"/></svg></g>",
        );
    }

    #[test]
    fn every_case_is_well_formed_and_the_same_each_time() {
        let fonts = Fonts::embedded();
        for case in CASES {
            let set = pages(case, &fonts);
            for page in &set.pages {
                let drawn = svg(page, set.size, &fonts);
                assert_eq!(drawn, svg(page, set.size, &Fonts::embedded()), "{}", case.0);
                let mut reader = quick_xml::Reader::from_str(&drawn);
                let mut depth = 0_i32;
                loop {
                    match reader.read_event().unwrap() {
                        quick_xml::events::Event::Eof => break,
                        quick_xml::events::Event::Start(_) => depth += 1,
                        quick_xml::events::Event::End(_) => depth -= 1,
                        _ => {}
                    }
                }
                assert_eq!(depth, 0, "{}", case.0);
            }
        }
    }

    #[test]
    fn a_picture_is_a_file_of_its_own_that_reads_again() {
        let raster = |alpha| Raster { width: 2, height: 1, rgb: vec![255, 0, 0, 0, 255, 0], alpha, jpeg: None };
        let segments = vec![Segment::Move([1.0, 2.0]), Segment::Line([3.5, 2.0]), Segment::Line([3.5, 4.0])];
        let path = VectorPath { segments, fill: Some([1, 2, 3]), even_odd: false, stroke: None };
        let vector = Vector { width: 4.0, height: 5.0, paths: vec![path] };
        let whole =
            [Picture::Raster(raster(None)), Picture::Raster(raster(Some(vec![255, 0]))), Picture::Vector(vector)];
        for (original, media) in whole.iter().zip(["image/png", "image/png", "image/svg+xml"]) {
            let (bytes, found) = picture(original).unwrap();
            let again = Picture::read("x", &bytes).unwrap();
            assert_eq!((found, again.size()), (media, original.size()));
            if let (Picture::Raster(again), Picture::Raster(original)) = (&again, original) {
                assert_eq!((&again.rgb, &again.alpha), (&original.rgb, &original.alpha));
            }
        }
        assert_eq!(picture(&Picture::Raster(Raster { width: 9, ..raster(None) })), None);
    }

    #[test]
    fn bytes_in_base64() {
        let cases = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        for (bytes, expected) in cases {
            assert_eq!(base64("", bytes.as_bytes()), expected);
        }
    }
}
