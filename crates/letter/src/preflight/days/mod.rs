//! What a letter says of days, against the calendar, the meeting, the portal and the terms of those it goes to.
//!
//! One check a file.

pub mod deadline_past;
pub mod letter_year;
pub mod term_over;
pub mod weekday;
