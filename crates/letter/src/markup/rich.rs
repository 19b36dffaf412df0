//! Rich text as a tree for an editor: the closed subset and nothing else, from markup and back to it.
//!
//! The shape is that of an editor's document: blocks, and words with their looks. [`rich`] reads with the parser of
//! letters, so an editor shows what the letter will hold; what that parser would report is not reported here, since
//! the letter's findings say it. [`markup`] writes.

#[cfg(test)]
mod tests;
mod write;

use serde::{Deserialize, Serialize};

pub use write::markup;

use super::{Notes, Trouble, blocks};
use crate::letter::{Block, BlockKind, Inline, Source};
use crate::markup::escape::guard;

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

/// Reads markup as rich text; never fails.
pub fn rich(markup: &str) -> Vec<RichBlock> {
    let guarded = guard(markup);
    let lines: Vec<&str> = guarded.lines().collect();
    let (mut notes, mut trouble) = (Notes::default(), Trouble::default());
    let read = blocks::Reader { notes: &mut notes, trouble: &mut trouble }.blocks(&lines, &Source::default(), 0);
    rich_blocks(&read, &notes)
}

fn rich_blocks(blocks: &[Block], notes: &Notes) -> Vec<RichBlock> {
    blocks.iter().filter_map(|block| rich_block(block, notes)).collect()
}

fn rich_block(block: &Block, notes: &Notes) -> Option<RichBlock> {
    let inlines = |content: &[Inline]| {
        let mut out = Vec::new();
        rich_inlines(content, &Look::default(), notes, &mut out);
        out
    };
    Some(match &block.kind {
        BlockKind::Paragraph { content, .. } => RichBlock::Paragraph { content: inlines(content) },
        BlockKind::Heading { level, content } => RichBlock::Heading { level: *level, content: inlines(content) },
        BlockKind::Quote(inner) => RichBlock::Quote { content: rich_blocks(inner, notes) },
        BlockKind::List(list) => {
            let items = list.items.iter().map(|item| rich_blocks(&item.blocks, notes)).collect();
            match list.numbering {
                Some(numbering) => RichBlock::OrderedList { sign: numbering.label(list.start), items },
                None => RichBlock::BulletList { items },
            }
        }
        // These come of directives, which rich text has none of.
        BlockKind::Columns(_) | BlockKind::Picture(_) | BlockKind::Signer(_) | BlockKind::Rule { .. } => return None,
    })
}

#[derive(Clone, Default)]
struct Look {
    strong: bool,
    emphasis: bool,
    underline: bool,
    link: String,
}

fn rich_inlines(content: &[Inline], look: &Look, notes: &Notes, out: &mut Vec<RichInline>) {
    for inline in content {
        match inline {
            Inline::Text(words) => push_text(words, look, out),
            Inline::Strong(inner) => rich_inlines(inner, &Look { strong: true, ..look.clone() }, notes, out),
            // Emphasis within emphasis stands upright, as it does on the page.
            Inline::Emphasis(inner) => {
                rich_inlines(inner, &Look { emphasis: !look.emphasis, ..look.clone() }, notes, out);
            }
            Inline::Underline(inner) => rich_inlines(inner, &Look { underline: true, ..look.clone() }, notes, out),
            Inline::Link { url, content } => {
                rich_inlines(content, &Look { link: url.clone(), ..look.clone() }, notes, out);
            }
            Inline::Break => out.push(RichInline::Break),
            Inline::NoteMark(index) => {
                if let Some((id, _)) = notes.ids.get(*index) {
                    out.push(RichInline::Note { id: id.clone() });
                }
            }
        }
    }
}

fn push_text(words: &str, look: &Look, out: &mut Vec<RichInline>) {
    let Look { strong, emphasis, underline, link } = look.clone();
    if let Some(RichInline::Text { text, strong: s, emphasis: e, underline: u, link: l }) = out.last_mut()
        && (*s, *e, *u) == (strong, emphasis, underline)
        && *l == link
    {
        text.push_str(words);
    } else {
        out.push(RichInline::Text { text: words.to_owned(), strong, emphasis, underline, link });
    }
}
