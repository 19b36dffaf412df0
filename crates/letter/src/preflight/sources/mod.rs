//! Checks of what a letter rests on: its quotations, citations and sources, and claims that rest on nothing.

mod access_date;
mod align;
mod citation;
mod cues;
mod old_citation;
mod passage;
mod quotation;
mod quoted;
mod unsupported;

pub use access_date::access_date;
pub use citation::citation;
pub use old_citation::old_citation;
pub use quotation::quotation;
pub use unsupported::unsupported;
