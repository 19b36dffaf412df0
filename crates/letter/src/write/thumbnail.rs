//! One page to a small picture of pixels, for where many pages are shown side by side.
//!
//! A browser keeps a drawing of a page as thousands of paths and paints it anew at each size; pixels cost it a hundredth
//! of that. The same marks at the same places as the PDF; what is clicked on is not known here.

use std::collections::HashMap;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use resvg::tiny_skia::{Color, Pixmap, Transform};

use crate::layout::font::{FaceId, Fonts};
use crate::layout::page::{Frame, Page, PaintMark, Run};
use crate::picture::{Picture, Segment, VectorPath, paint};

/// The head of a page as a PNG picture of so many pixels: its whole width, and as much of its height as there is room
/// for. None when a side is 0.
pub fn thumbnail(page: &Page, size: (f32, f32), pixels: (u32, u32), fonts: &Fonts) -> Option<Vec<u8>> {
    let mut canvas = Pixmap::new(pixels.0, pixels.1)?;
    canvas.fill(Color::WHITE);
    let scale = pixels.0 as f32 / size.0;
    let mut painter = Painter { canvas, scale, fonts, outlines: HashMap::new() };
    for painted in &page.paints {
        match &painted.mark {
            PaintMark::Text(runs) => runs.iter().for_each(|run| painter.text(run)),
            PaintMark::Picture { frame, picture } => painter.picture(frame, picture),
            PaintMark::Rule { frame, colour } => painter.rule(frame, *colour),
        }
    }
    // On white paper every pixel is opaque.
    let rgb: Vec<u8> =
        painter.canvas.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive)
        .write_image(&rgb, pixels.0, pixels.1, ExtendedColorType::Rgb8)
        .ok()?;
    Some(png)
}

struct Painter<'a> {
    canvas: Pixmap,
    /// Pixels in a point.
    scale: f32,
    fonts: &'a Fonts,
    outlines: HashMap<(FaceId, u16), Vec<Segment>>,
}

impl Painter<'_> {
    fn text(&mut self, run: &Run) {
        let unit = run.size / self.fonts.units(run.face);
        let page = Transform::from_scale(self.scale, self.scale);
        for glyph in run.glyphs.iter() {
            let shown = self.fonts.shown(run.face, glyph.id);
            let outline = self.outlines.entry((run.face, shown)).or_insert_with(|| self.fonts.drawn(run.face, shown));
            let path = VectorPath { segments: outline.clone(), fill: Some(run.colour), even_odd: false, stroke: None };
            let at = page.pre_translate(run.x + glyph.x, run.y - glyph.dy).pre_scale(unit, -unit);
            paint::path(&path, at, &mut self.canvas);
        }
    }

    fn picture(&mut self, frame: &Frame, picture: &Picture) {
        let (width, height) = picture.size();
        let at = Transform::from_scale(self.scale, self.scale)
            .pre_translate(frame.x, frame.y)
            .pre_scale(frame.width / width, frame.height / height);
        match picture {
            Picture::Raster(raster) => paint::raster(raster, at, &mut self.canvas),
            Picture::Vector(vector) => vector.paths.iter().for_each(|path| paint::path(path, at, &mut self.canvas)),
        }
    }

    fn rule(&mut self, frame: &Frame, colour: [u8; 3]) {
        let Frame { x, y, width, height } = *frame;
        let corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]];
        let mut segments: Vec<Segment> = corners.into_iter().map(Segment::Line).collect();
        segments[0] = Segment::Move(corners[0]);
        segments.push(Segment::Close);
        let path = VectorPath { segments, fill: Some(colour), even_odd: false, stroke: None };
        paint::path(&path, Transform::from_scale(self.scale, self.scale), &mut self.canvas);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::layout::page::{Artifact, Owner, Paint};
    use crate::picture::Raster;
    use crate::write::sample;

    /// How dark the pixels of a part of the picture are, from 0 to 1.
    fn ink(png: &[u8], [x, y, width, height]: [u32; 4]) -> f32 {
        let grey = image::load_from_memory(png).unwrap().to_luma8();
        let part = image::imageops::crop_imm(&grey, x, y, width, height).to_image();
        1.0 - part.pixels().map(|pixel| f32::from(pixel.0[0])).sum::<f32>() / (255.0 * (width * height) as f32)
    }

    #[test]
    fn words_pictures_and_rules_stand_where_the_page_has_them() {
        let fonts = Fonts::embedded();
        let mut sheet = sample::Sheet::new(&fonts);
        let document = 0;
        let line = sheet.say(document, "MMMMMMMMMMMM");
        let frame = Frame { x: 72.0, y: 200.0, width: 60.0, height: 60.0 };
        let raster = Raster { width: 2, height: 2, rgb: vec![0; 12], alpha: None, jpeg: None };
        let picture = Arc::new(Picture::Raster(raster));
        let rule = Frame { x: 72.0, y: 400.0, width: 300.0, height: 10.0 };
        for mark in [PaintMark::Picture { frame, picture }, PaintMark::Rule { frame: rule, colour: [0, 0, 0] }] {
            let owner = Owner::Artifact(Artifact::Layout);
            sheet.pages.pages[0].paints.push(Paint { owner, source: "".into(), mark });
        }
        // One pixel in a point: numbers on the page are numbers in the picture.
        let png = thumbnail(&sheet.pages.pages[0], sheet.pages.size, (612, 500), &fonts).unwrap();
        let whole = |frame: Frame| [frame.x, frame.y, frame.width, frame.height].map(|side| side.floor() as u32);
        assert!((0.15..0.7).contains(&ink(&png, whole(line))), "{}", ink(&png, whole(line)));
        assert!(ink(&png, whole(frame)) > 0.8);
        assert!(ink(&png, whole(rule)) > 0.98);
        assert_eq!(ink(&png, [0, 0, 70, 500]), 0.0, "margins are white");
        assert_eq!(ink(&png, [72, 420, 400, 80]), 0.0);
        // What is further down than the picture reaches is left out, and half the width is half the size.
        let small = thumbnail(&sheet.pages.pages[0], sheet.pages.size, (306, 100), &fonts).unwrap();
        assert!(ink(&small, [0, 60, 306, 30]) < 0.001);
        assert!(thumbnail(&sheet.pages.pages[0], sheet.pages.size, (0, 100), &fonts).is_none());
    }
}
