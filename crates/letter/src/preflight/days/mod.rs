//! What a letter says of days, against the calendar, the meeting, the portal and the terms of those it goes to.
//!
//! One check a file; `cues` holds the words by which a sentence is known to speak of the item's own meeting.

mod cues;
pub mod deadline_past;
pub mod letter_year;
pub mod meeting_date;
pub mod meeting_day;
pub mod past_date;
pub mod special_meeting;
pub mod term_over;
pub mod time_zone;
pub mod weekday;
