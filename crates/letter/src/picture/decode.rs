//! PNG and JPEG bytes in, upright pixels without metadata out, no larger than a letter needs.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage};

use super::{MOST_PIXELS, Raster, Refusal};

/// The longest side that is kept, in pixels: 300 dots to the inch over the width of a letter.
const LONGEST: u32 = 2000;
/// The memory that decoding may take: the most pixels at sixteen bits in four channels.
const MOST_MEMORY: u64 = MOST_PIXELS * 8 + 16_000_000;
/// The quality of a JPEG that is written anew.
const QUALITY: u8 = 90;

/// Decodes a picture; the size in its header is judged before any pixel is.
pub(super) fn raster(bytes: &[u8], format: ImageFormat) -> Result<Raster, Refusal> {
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        return Err((
            format!("the picture has {width} by {height} pixels, {pixels} in all; the most is {MOST_PIXELS}"),
            format!("Make it smaller; {LONGEST} pixels across are plenty for a letter."),
        ));
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(broken)?;
    // An orientation that cannot be read is no reason to refuse the picture: it stands as its pixels do.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(broken)?;
    image.apply_orientation(orientation);
    let raster = if image.color().has_alpha() { with_alpha(image) } else { opaque(reduced(image).into_rgb8()) };
    match format {
        ImageFormat::Jpeg => as_jpeg(raster),
        _ => Ok(raster),
    }
}

fn broken(error: ImageError) -> Refusal {
    let message = match error {
        ImageError::Limits(_) => "the picture needs too much memory".to_owned(),
        ImageError::Unsupported(unsupported) => format!("the picture is of a rare kind: {unsupported}"),
        _ => "the picture is damaged or cut off".to_owned(),
    };
    (message, "Open it in a picture program and save it again as PNG or JPEG.".to_owned())
}

fn opaque(image: RgbImage) -> Raster {
    Raster { width: image.width(), height: image.height(), rgb: image.into_raw(), alpha: None, jpeg: None }
}

fn with_alpha(image: DynamicImage) -> Raster {
    let mut image = image.into_rgba8();
    if image.width().max(image.height()) > LONGEST {
        // Averaging pixels must not mix in the colour that stands, unseen, in transparent ones.
        scale_by_alpha(&mut image, |channel, alpha| channel * alpha / 255);
        image = reduced(DynamicImage::ImageRgba8(image)).into_rgba8();
        scale_by_alpha(&mut image, |channel, alpha| (channel * 255).checked_div(alpha).unwrap_or(0).min(255));
    }
    split(image.width(), image.height(), image.as_raw())
}

fn scale_by_alpha(image: &mut RgbaImage, scale: impl Fn(u32, u32) -> u32) {
    for pixel in image.pixels_mut() {
        let [r, g, b, a] = pixel.0;
        // Both scalings give at most 255.
        let scaled = |channel: u8| scale(u32::from(channel), u32::from(a)) as u8;
        pixel.0 = [scaled(r), scaled(g), scaled(b), a];
    }
}

/// Colours and opacity apart, the opacity left out when nothing shines through.
pub(super) fn split(width: u32, height: u32, rgba: &[u8]) -> Raster {
    let mut rgb = Vec::with_capacity(rgba.len() / 4 * 3);
    let mut alpha = Vec::with_capacity(rgba.len() / 4);
    for pixel in rgba.chunks_exact(4) {
        rgb.extend_from_slice(&pixel[..3]);
        alpha.push(pixel[3]);
    }
    let alpha = alpha.iter().any(|a| *a != 255).then_some(alpha);
    Raster { width, height, rgb, alpha, jpeg: None }
}

/// The picture, made smaller when its long side is longer than a letter needs.
fn reduced(image: DynamicImage) -> DynamicImage {
    let long = image.width().max(image.height());
    if long <= LONGEST {
        return image;
    }
    // A quick average takes the bulk away, so that the good filter has little left to do.
    let image = if long > LONGEST * 4 { image.thumbnail(LONGEST * 2, LONGEST * 2) } else { image };
    image.resize(LONGEST, LONGEST, FilterType::CatmullRom)
}

/// The same pixels with a JPEG of them, written anew so that nothing but pixels is in it.
fn as_jpeg(mut raster: Raster) -> Result<Raster, Refusal> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .encode(&raster.rgb, raster.width, raster.height, image::ExtendedColorType::Rgb8)
        .map_err(broken)?;
    raster.jpeg = Some(bytes);
    Ok(raster)
}
