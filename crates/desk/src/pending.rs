//! Signatures that wait for pasting; nothing here is released.
#![allow(missing_docs, unused_variables)]

pub fn pasted(html: &str, text: &str) -> Vec<letter::markup::rich::RichBlock> {
    Vec::new()
}
