//! What was pasted in, rich text of the closed subset out: nothing of the HTML itself goes any further.
//!
//! ```text
//! HTML ─html─► lines ─nest─► blocks        words of Word, Google Docs and web pages
//! text ─plain─► lines ─┘                    of PDF viewers and plain editors
//! ```
//!
//! A line is a paragraph with what it is: plain, a heading, an item of a list. Nothing here fails, and what it costs is
//! bounded: HTML that is too long is taken as its plain text, and words past a limit are left out with a line that says so.

mod html;
mod nest;
mod plain;
mod words;

use letter::markup::rich::{RichBlock, RichInline};

use words::Looks;

/// HTML longer than this is not looked at; a letter pasted from Word has some hundred thousand bytes.
const MOST_HTML: usize = 4_000_000;
/// Words longer than this together, in bytes, are no letter; the rest is left out, and that is said.
const MOST_WORDS: usize = 400_000;
/// What stands where something was left out. The brackets make it a placeholder, so preflight finds it.
const LEFT_OUT: &str = "[The rest of what was pasted was too long and was left out.]";

/// Cleans what was pasted. `html` is empty when there is none; `text` is the same as plain text.
pub fn pasted(html: &str, text: &str) -> Vec<RichBlock> {
    if html.len() <= MOST_HTML {
        let blocks = nest::nested(bounded(html::lines(html), false));
        if !blocks.is_empty() {
            return blocks;
        }
    }
    let end = text.floor_char_boundary(MOST_WORDS + 1);
    nest::nested(bounded(plain::lines(&text[..end]), end < text.len()))
}

/// A paragraph and what it is.
#[derive(Clone, Debug, Default, PartialEq)]
struct Line {
    kind: Kind,
    /// It stands in a quotation.
    quoted: bool,
    content: Vec<RichInline>,
}

/// What a paragraph is.
#[derive(Clone, Debug, Default, PartialEq)]
enum Kind {
    #[default]
    Plain,
    /// A heading of this level.
    Heading(u8),
    /// The first paragraph of an item.
    Item {
        /// How deep the list is, from 1.
        level: usize,
        /// The sign of a numbered item; none for a bullet.
        sign: Option<String>,
    },
    /// A further paragraph of an item.
    Within {
        /// How deep the list is, from 1.
        level: usize,
    },
}

/// At most so many words, and a line that says that there were more, here or before.
fn bounded(mut lines: Vec<Line>, mut is_cut: bool) -> Vec<Line> {
    let mut left = MOST_WORDS;
    for at in 0..lines.len() {
        let length: usize = lines[at].content.iter().map(|inline| words::length(inline)).sum();
        if length > left {
            words::cut(&mut lines[at].content, left);
            lines.truncate(at + 1);
            is_cut = true;
            break;
        }
        left -= length;
    }
    if is_cut {
        let content = vec![words::text(LEFT_OUT, &Looks::default())];
        lines.push(Line { content, ..Line::default() });
    }
    lines
}

#[cfg(test)]
mod tests;
