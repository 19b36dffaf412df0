//! Rich text as a tree for an editor: the closed subset and nothing else, from markup and from what was pasted.
//!
//! The shape is that of an editor's document, so that it can be handed over as it is: nodes with a type, attributes,
//! content, and marks on text.

use serde::{Deserialize, Serialize};

/// A block of rich text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum RichBlock {
    /// A paragraph.
    Paragraph {
        /// Its words.
        content: Vec<RichInline>,
    },
    /// A heading.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Its words.
        content: Vec<RichInline>,
    },
    /// A list with signs such as `•`.
    BulletList {
        /// The blocks of each item.
        items: Vec<Vec<RichBlock>>,
    },
    /// A numbered list.
    OrderedList {
        /// The sign of the first item as written: `1.`, `(a)`.
        sign: String,
        /// The blocks of each item.
        items: Vec<Vec<RichBlock>>,
    },
    /// A quotation set off.
    Quote {
        /// What is quoted.
        content: Vec<RichBlock>,
    },
}

/// Words of one look, or something between words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum RichInline {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// Bold.
        strong: bool,
        /// Italic.
        emphasis: bool,
        /// Underlined.
        underline: bool,
        /// Where it leads; empty when nowhere.
        link: String,
    },
    /// A line break.
    Break,
    /// A mark that points to a note.
    Note {
        /// The id of its reference.
        id: String,
    },
}
