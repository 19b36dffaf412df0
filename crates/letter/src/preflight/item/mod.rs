//! What a letter says of its item, against the item: number, title, ids, position, and whether it can be acted on.
//!
//! One check a file; `ids` knows how numbers and ids are written.

mod ids;
pub mod file_id;
pub mod item_number;
pub mod item_title;
pub mod off_agenda;
