//! Checks of what a letter is to those who listen to it, or read it in another light or another language.

mod link_text;

pub use link_text::link_text;
