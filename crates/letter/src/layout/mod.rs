//! From a letter and its measurements to pages: shaping, line breaking, and the flow of blocks over pages.
//!
//! Nothing here knows PDF or SVG; the finished form is [`page`]. A layout is a pure function of its arguments: the
//! caches in [`font::Fonts`] change how fast it is, never what comes out.

mod shelf;
pub mod font;
pub(crate) mod glyphs;
pub mod page;
