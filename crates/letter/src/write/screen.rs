//! One page to marks that a window draws and keeps: words at fixed places, pictures, rules.
//!
//! A mark holds nothing of where on the page it stands but its height above or below its own zero, so that a line
//! that only moved is the same mark. Words are placed one by one; the window shapes each with the same face, so what
//! is seen is what the PDF holds.

use serde::Serialize;

/// One line, picture or rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Mark {
    /// Its id: equal marks have equal ids while a window is open.
    pub id: u32,
    /// The path of the field that it came from; empty for the template's own words.
    pub place: String,
    /// The area that takes clicks and is lit while its field is edited: x, y, width, height in points.
    pub area: [f32; 4],
    /// What is painted, in painting order.
    pub pieces: Vec<Piece>,
}

/// What is painted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Piece {
    /// Words of one face, size and colour on one baseline.
    Words {
        /// The number of the face.
        face: u16,
        /// The size of the type in points.
        size: f32,
        /// `#rrggbb`
        colour: String,
        /// The baseline.
        y: f32,
        /// Each word with its left edge.
        words: Vec<(f32, String)>,
    },
    /// A picture, by the name under which the window can fetch it.
    Picture {
        /// x, y, width, height in points.
        frame: [f32; 4],
        /// The picture's number.
        picture: u32,
    },
    /// A filled rectangle.
    Rule {
        /// x, y, width, height in points.
        frame: [f32; 4],
        /// `#rrggbb`
        colour: String,
    },
}
