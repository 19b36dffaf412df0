//! What a ready text leaves behind in a letter: its scars, and how much of it is still the campaign's.

mod form_scar;
mod campaign;
mod unclosed;

pub use campaign::Shares;
pub(super) use campaign::{campaign_words, shares};
pub(super) use form_scar::form_scar;
pub(super) use unclosed::unclosed;
