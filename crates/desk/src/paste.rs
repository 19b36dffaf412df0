//! What lies on the clipboard in, rich text out: the closed subset of letters, and nothing of the page it came from.
//!
//! ```text
//! HTML ─page─► pieces ─tree─► blocks
//! text ─plain─► pieces ─┘
//! ```
//!
//! - `page` reads HTML tag by tag, so that no depth of nesting can overflow anything; `style` knows what tags and
//!   styles of Word, Google Docs, LibreOffice and web pages mean.
//! - `plain` reads text, and joins what a PDF or an email has cut into lines.
//! - A `Piece` is a paragraph or heading with the quotations and list items it stands in; `tree` nests them, at most
//!   two deep. `words` gathers words with their looks, with clean characters and single spaces.
//!
//! Words are never lost: elements that nobody knows give their words. What is no words is dropped: scripts, styles,
//! pictures, comments, form controls, and what the page hides. Links lead to the web or to a mail address, else
//! their words stay alone.
//!
//! HTML of more than [`MOST_HTML`] bytes, pictures in it not counted, or with a tag of more than [`LONGEST_TAG`] bytes
//! is not read: the text that the clipboard holds beside it is taken whole, without its looks. Where there is no such
//! text, HTML of any size is read, and one with such a tag is taken as text, tags and all. Nothing is cut.

mod characters;
mod page;
mod plain;
mod sign;
mod style;
#[cfg(test)]
mod tests;
mod tree;
mod words;

use letter::markup::rich::RichBlock;

/// The most HTML that is read where there is text beside it.
const MOST_HTML: usize = 2_000_000;
/// The longest tag that is read; attributes are compared with each other, and the time for that must stay small.
const LONGEST_TAG: usize = 16_000;

/// Cleans what was pasted: `html` and `text` as the clipboard holds them, either of them empty when it has none.
pub fn pasted(html: &str, text: &str) -> Vec<RichBlock> {
    let html = page::without_pictures(html);
    let has_text = !text.trim().is_empty();
    let is_too_large = has_text && html.len() > MOST_HTML;
    if !is_too_large && !html.trim().is_empty() {
        match page::pieces(&html) {
            Some(pieces) if !pieces.is_empty() || !has_text => return tree::tree(pieces),
            None if !has_text => return tree::tree(plain::pieces(&html)),
            _ => {}
        }
    }
    tree::tree(plain::pieces(text))
}
