//! What a letter says of its item, against the item: number, title, ids, position, and whether it can be acted on.
//!
//! One check a file; `ids` knows how numbers and ids are written, `object` what a verb is about.

mod ids;
pub mod object;
pub mod file_id;
pub mod item_number;
pub mod item_title;
pub mod off_agenda;
pub mod position;
