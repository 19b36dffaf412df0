//! Paths and pixels painted onto a canvas of pixels: for Word, which takes no drawings, and for pages shown small.

use resvg::tiny_skia::{
    Color, FillRule, FilterQuality, LineCap, LineJoin, Paint, PathBuilder, Pixmap, PixmapPaint, PremultipliedColorU8,
    Stroke, Transform,
};

use super::{Raster, Segment, VectorPath};

/// Paints a path.
pub(crate) fn path(path: &VectorPath, at: Transform, canvas: &mut Pixmap) {
    let mut builder = PathBuilder::new();
    for segment in &path.segments {
        match *segment {
            Segment::Move([x, y]) => builder.move_to(x, y),
            Segment::Line([x, y]) => builder.line_to(x, y),
            Segment::Curve([ax, ay], [bx, by], [x, y]) => builder.cubic_to(ax, ay, bx, by, x, y),
            Segment::Close => builder.close(),
        }
    }
    let Some(outline) = builder.finish() else { return };
    if let Some(colour) = path.fill {
        let rule = if path.even_odd { FillRule::EvenOdd } else { FillRule::Winding };
        canvas.fill_path(&outline, &filling(colour), rule, at, None);
    }
    if let Some((colour, width)) = path.stroke {
        let stroke = Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        canvas.stroke_path(&outline, &filling(colour), &stroke, at, None);
    }
}

/// Paints pixels, each one unit wide; nothing when they are not as many as the picture says.
pub(crate) fn raster(raster: &Raster, at: Transform, canvas: &mut Pixmap) {
    let Some(mut pixels) = Pixmap::new(raster.width, raster.height) else { return };
    if raster.rgb.len() != pixels.pixels().len() * 3 {
        return;
    }
    let alpha = raster.alpha.as_deref().unwrap_or_default();
    for ((place, pixel), rgb) in pixels.pixels_mut().iter_mut().enumerate().zip(raster.rgb.chunks_exact(3)) {
        let alpha = alpha.get(place).copied().unwrap_or(u8::MAX);
        let part = |colour: u8| (u16::from(colour) * u16::from(alpha) / 255) as u8;
        // No part is greater than its opacity.
        *pixel = PremultipliedColorU8::from_rgba(part(rgb[0]), part(rgb[1]), part(rgb[2]), alpha).unwrap_or(*pixel);
    }
    let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
    canvas.draw_pixmap(0, 0, pixels.as_ref(), &paint, at, None);
}

fn filling([red, green, blue]: [u8; 3]) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(Color::from_rgba8(red, green, blue, u8::MAX));
    paint
}
