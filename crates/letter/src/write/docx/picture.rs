//! Pictures to the files that Word embeds: JPEG as `picture` made it, other pixels and drawings as PNG.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use resvg::tiny_skia::{Pixmap, Transform};

use super::tree::fault;
use crate::letter::PictureUse;
use crate::picture::{Picture, Raster, Vector, paint};
use crate::style;
use crate::write::WriteError;

/// Drawings are turned into this many pixels per inch of their greatest size on paper.
const RESOLUTION: f32 = 300.0;

/// No drawing gets more pixels along one side.
const MOST_PIXELS: f32 = 4000.0;

/// A picture as a file of the package.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct File {
    /// `png` or `jpeg`.
    pub(super) extension: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// Width and height in points of a picture that fills its frame as far as its proportions allow; none when it is empty.
pub(super) fn fit(picture: &Picture, used: &PictureUse) -> Option<(f32, f32)> {
    let size = style::fit(picture.size(), (used.width, used.height))?;
    // Word takes no lengths beyond these, in points.
    let sound = |side: f32| (0.05..10_000.0).contains(&side);
    (sound(size.0) && sound(size.1)).then_some(size)
}

/// The file of a picture that is shown at this size in points.
pub(super) fn file(picture: &Picture, size: (f32, f32)) -> Result<File, WriteError> {
    match picture {
        Picture::Raster(Raster { jpeg: Some(bytes), .. }) => Ok(File { extension: "jpeg", bytes: bytes.clone() }),
        Picture::Raster(raster) => Ok(File { extension: "png", bytes: raster_png(raster)? }),
        Picture::Vector(vector) => Ok(File { extension: "png", bytes: vector_png(vector, size)? }),
    }
}

fn raster_png(raster: &Raster) -> Result<Vec<u8>, WriteError> {
    let pixels = raster.width as usize * raster.height as usize;
    if raster.rgb.len() != pixels * 3 || raster.alpha.as_ref().is_some_and(|alpha| alpha.len() != pixels) {
        return Err(fault("a picture has fewer pixels than it says"));
    }
    match &raster.alpha {
        None => png(&raster.rgb, raster.width, raster.height, ExtendedColorType::Rgb8),
        Some(alpha) => {
            let rgba: Vec<u8> =
                raster.rgb.chunks_exact(3).zip(alpha).flat_map(|(rgb, a)| [rgb[0], rgb[1], rgb[2], *a]).collect();
            png(&rgba, raster.width, raster.height, ExtendedColorType::Rgba8)
        }
    }
}

fn vector_png(vector: &Vector, size: (f32, f32)) -> Result<Vec<u8>, WriteError> {
    let density = (RESOLUTION / 72.0).min(MOST_PIXELS / size.0.max(size.1));
    let pixels = |points: f32| (points * density).ceil().max(1.0) as u32;
    let (width, height) = (pixels(size.0), pixels(size.1));
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| fault("a drawing has no size"))?;
    let scale = Transform::from_scale(width as f32 / vector.width, height as f32 / vector.height);
    for path in &vector.paths {
        paint::path(path, scale, &mut pixmap);
    }
    let rgba: Vec<u8> = pixmap
        .pixels()
        .iter()
        .map(|pixel| pixel.demultiply())
        .flat_map(|c| [c.red(), c.green(), c.blue(), c.alpha()])
        .collect();
    png(&rgba, width, height, ExtendedColorType::Rgba8)
}

fn png(pixels: &[u8], width: u32, height: u32, colour: ExtendedColorType) -> Result<Vec<u8>, WriteError> {
    let mut out = Vec::new();
    PngEncoder::new_with_quality(&mut out, CompressionType::Fast, FilterType::Adaptive)
        .write_image(pixels, width, height, colour)
        .map_err(fault)?;
    Ok(out)
}
