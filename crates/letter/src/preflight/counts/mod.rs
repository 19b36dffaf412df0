//! Counts and numbers that a text gives itself, against what there is: the asks, the list that follows, the numbering.

mod ask_count;
mod ask_lengths;
mod enclosure;
mod listed;
mod numbering;
mod signer_count;
mod tongues;
mod turned_digits;

pub(super) use ask_count::ask_count;
pub(super) use ask_lengths::ask_lengths;
pub(super) use enclosure::enclosure;
pub(super) use numbering::numbering;
pub(super) use signer_count::signer_count;
pub(super) use turned_digits::turned_digits;
