//! Checks of what a letter is to those who listen to it, or read it in another light or another language.

mod heading_levels;
mod link_text;

pub use heading_levels::heading_levels;
pub use link_text::link_text;
