//! Logos and signatures: bytes from outside in, pixels or paths out, with nothing of where they came from.
//!
//! What the bytes are is decided by looking at them, never by the name of the file. Whatever is not a picture that
//! every writer can draw is refused with the way out. Opening files is the desk's, placing pictures is `layout`'s.

mod decode;
pub(crate) mod paint;
mod safe_svg;
mod strokes;
mod svg;
mod work;

pub use strokes::drawn;

/// The greatest size of a picture file in bytes.
pub const MOST_BYTES: usize = 25_000_000;
/// The most pixels of a picture as it comes in.
pub const MOST_PIXELS: u64 = 50_000_000;

/// A picture, ready for every writer.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// Pixels.
    Raster(Raster),
    /// Filled paths.
    Vector(Vector),
}

/// Pixels without metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct Raster {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue of each pixel, rows from the top.
    pub rgb: Vec<u8>,
    /// The opacity of each pixel, none when all are opaque.
    pub alpha: Option<Vec<u8>>,
    /// The same pixels as a JPEG without metadata, when the picture came as one.
    pub jpeg: Option<Vec<u8>>,
}

/// Filled and stroked paths, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector {
    /// Width in its own units.
    pub width: f32,
    /// Height in its own units.
    pub height: f32,
    /// Paths from back to front.
    pub paths: Vec<VectorPath>,
}

/// One path.
#[derive(Clone, Debug, PartialEq)]
pub struct VectorPath {
    /// Its segments.
    pub segments: Vec<Segment>,
    /// The colour of its inside.
    pub fill: Option<[u8; 3]>,
    /// Holes by the even-odd rule instead of the non-zero rule.
    pub even_odd: bool,
    /// Colour and width of its line; round caps and joins.
    pub stroke: Option<([u8; 3], f32)>,
}

/// A piece of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Start anew.
    Move([f32; 2]),
    /// A straight line.
    Line([f32; 2]),
    /// A cubic curve: two controls and the end.
    Curve([f32; 2], [f32; 2], [f32; 2]),
    /// Back to the start.
    Close,
}

/// A picture that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {message}")]
pub struct PictureError {
    /// The file name, as the draft has it.
    pub name: String,
    /// What is wrong, in lower case without a full stop.
    pub message: String,
    /// What to do, as a full sentence.
    pub hint: String,
}

/// What is wrong with a picture and what to do, before its name is known.
pub(crate) type Refusal = (String, String);

impl Picture {
    /// Reads a PNG, JPEG or SVG picture from the bytes of the file with this name.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, PictureError> {
        read(bytes).map_err(|(message, hint)| PictureError { name: name.to_owned(), message, hint })
    }

    /// Width and height in the picture's own units.
    pub fn size(&self) -> (f32, f32) {
        match self {
            Self::Raster(raster) => (raster.width as f32, raster.height as f32),
            Self::Vector(vector) => (vector.width, vector.height),
        }
    }
}

fn read(bytes: &[u8]) -> Result<Picture, Refusal> {
    if bytes.is_empty() {
        return Err(("the picture is empty".to_owned(), "Save or copy the picture again.".to_owned()));
    }
    if bytes.len() > MOST_BYTES {
        return Err((
            format!("the picture has {} bytes; the most is {MOST_BYTES}", bytes.len()),
            "Make it smaller; 2,000 pixels across are plenty for a letter.".to_owned(),
        ));
    }
    match sniff(bytes) {
        Some(Sort::Png) => decode::raster(bytes, image::ImageFormat::Png).map(Picture::Raster),
        Some(Sort::Jpeg) => decode::raster(bytes, image::ImageFormat::Jpeg).map(Picture::Raster),
        Some(Sort::Svg) => svg::read(bytes),
        Some(Sort::Other(what)) => Err((
            format!("this is {what}, which a letter cannot hold"),
            "Save the picture as PNG, JPEG or SVG.".to_owned(),
        )),
        None => Err((
            "this is no picture that a letter can hold".to_owned(),
            "Use a PNG, JPEG or SVG file; check that it opens in a picture viewer.".to_owned(),
        )),
    }
}

/// What some bytes are.
enum Sort {
    Png,
    Jpeg,
    Svg,
    /// Something else that has a name.
    Other(&'static str),
}

/// Tells what bytes are from how they begin.
fn sniff(bytes: &[u8]) -> Option<Sort> {
    const BEGINNINGS: [(&[u8], &str); 8] = [
        (b"GIF8", "a GIF picture"),
        (b"%PDF", "a PDF file"),
        (b"BM", "a BMP picture"),
        (b"II*\0", "a TIFF picture"),
        (b"MM\0*", "a TIFF picture"),
        (b"\x1f\x8b", "a compressed file, perhaps an SVGZ drawing"),
        (b"PK\x03\x04", "a ZIP file"),
        (b"8BPS", "a Photoshop picture"),
    ];
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(Sort::Png);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some(Sort::Jpeg);
    }
    if let Some((_, what)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Some(Sort::Other(what));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Sort::Other("a WebP picture"));
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(Sort::Other("a HEIC or AVIF picture, or a film"));
    }
    // UTF-16 begins with its byte order mark; the reader of drawings refuses it by name.
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    (text.starts_with(b"<") || bytes.starts_with(b"\xff\xfe<") || bytes.starts_with(b"\xfe\xff\0<"))
        .then_some(Sort::Svg)
}

#[cfg(test)]
mod tests;
