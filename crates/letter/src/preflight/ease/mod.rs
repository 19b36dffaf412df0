//! How easily the text reads: long sentences, the reading grade, words in capitals.

mod sentences;
mod capitals;
mod long_sentence;
mod reading_grade;

pub(super) use capitals::capitals;
pub(super) use long_sentence::long_sentence;
pub(super) use reading_grade::reading_grade;
