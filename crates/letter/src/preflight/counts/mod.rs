//! Counts and numbers that a text gives itself, against what there is: the asks, the list that follows, the numbering.

mod ask_count;
mod listed;
mod numbering;
mod tongues;

pub(super) use ask_count::ask_count;
pub(super) use numbering::numbering;
