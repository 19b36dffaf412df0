//! Checks of what a letter is to those who listen to it, or read it in another light or another language.

mod contrast;
mod foreign_passage;
mod heading_levels;
mod languages;
mod link_text;

pub use contrast::contrast;
pub use foreign_passage::foreign_passage;
pub use heading_levels::heading_levels;
pub use link_text::link_text;
