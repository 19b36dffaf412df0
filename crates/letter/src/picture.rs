//! Logos and signatures: bytes from outside in, pixels or paths out, with nothing of where they came from.

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

impl Picture {
    /// Width and height in the picture's own units.
    pub fn size(&self) -> (f32, f32) {
        match self {
            Self::Raster(raster) => (raster.width as f32, raster.height as f32),
            Self::Vector(vector) => (vector.width, vector.height),
        }
    }
}
