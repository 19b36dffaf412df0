//! All that is done on this computer: reading drafts with their pictures, and putting finished letters in place.
//!
//! What a letter is and how it looks is `letter`'s business; how people are told is the front ends'.

mod error;
mod file;
mod open;
mod system_fonts;
mod place;
mod export;

pub use error::{Code, Error};
pub use export::{Exported, Format, check, demo, export};
pub use open::{OpenDraft, kind, open_draft};
