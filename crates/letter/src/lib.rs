//! From draft to bytes.
//!
//! ```text
//! draft ─fill─► markup ─parse─► LETTER ─┬─ docx, text
//!              (tera)          (tree)   └─ layout ─► PAGES ─┬─ pdf
//!                                                           └─ svg, the live preview
//! ```
//!
//! Pure: no disk, clock, environment or network. The same draft, template and fonts give the same bytes.
//! Modules stand in reading order, and each imports only from those above it.

pub mod finding;
pub mod date;
pub mod clock;
pub mod spoken;
pub mod count;
pub mod language;
pub mod prose;
pub mod spelling;
pub mod grammar;
pub mod deadline;
pub mod draft;
pub mod template;
mod faces;
pub mod picture;
pub mod letter;
pub mod draft_file;
pub mod portal;
pub mod position;
pub mod file_name;
pub mod markup;
pub mod salutation;
pub mod citation;
pub mod fill;
pub mod style;
pub mod layout;
pub mod write;
pub mod record;
pub mod compose;
pub mod preflight;
pub mod fit;
pub mod speech;

pub use compose::compose;
pub use preflight::preflight;
