//! What a ready text leaves behind in a letter: its scars, and how much of it is still the campaign's.

mod form_scar;
mod campaign;

pub(super) use campaign::campaign_words;
pub use campaign::{Shares, shares};
pub(super) use form_scar::form_scar;
