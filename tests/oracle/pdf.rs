//! The words of a PDF as poppler reads them in the order of its structure tree: what a screen reader would say.
//!
//! What is no part of the tree (continuation heads, page numbers) is not read out, and so is not here.

use super::{Said, Word};

/// Elements that stand within a line; any other begins a new word.
const INLINE: [&str; 6] = ["Span", "Link", "Reference", "Em", "Strong", "Quote"];

/// Reads what `pdfinfo -struct-text` prints: elements and their text, two columns deeper for each level.
pub fn words(printed: &str) -> Said {
    let mut said = Said::default();
    // The elements that are open, with the column at which each stands.
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut text = String::new();
    for line in printed.lines() {
        let (column, line) = (line.len() - line.trim_start().len(), line.trim_start());
        // An attribute of the element above, or the place of a link's area.
        if line.starts_with('/') || line.starts_with("Object ") {
            continue;
        }
        let deeper = open.iter().take_while(|(place, _)| *place < column).count();
        if open[deeper..].iter().any(|(_, name)| !INLINE.contains(name)) {
            close(&mut said, &open, &mut text);
        }
        open.truncate(deeper);
        if let Some(chunk) = line.strip_prefix('"') {
            if !open.iter().any(|(_, name)| *name == "Reference") {
                text.push_str(chunk.strip_suffix('"').unwrap_or(chunk));
            }
        } else {
            let name = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            if !INLINE.contains(&name) {
                close(&mut said, &open, &mut text);
            }
            open.push((column, name));
        }
    }
    close(&mut said, &open, &mut text);
    said
}

/// Takes up the text of the innermost element that is no inline.
fn close(said: &mut Said, open: &[(usize, &str)], text: &mut String) {
    let text = std::mem::take(text);
    let within = |name: &str| open.iter().any(|(_, element)| *element == name);
    if !within("Lbl") {
        said.add(within("Note"), &text);
    } else if within("LI") && !text.trim().is_empty() {
        let words = if within("Note") { &mut said.notes } else { &mut said.body };
        words.push(Word::Label(Some(text.trim().to_owned())));
    }
}

#[test]
fn words_are_read_in_the_order_of_the_tree() {
    let printed = concat!(
        "Document\n  P (block):\n     /Placement /Block\n    \"One \"\n    \"two\"\n    Link (inline)\n      \"three\"\n",
        "      Object 66 0\n    \".\"\n    Reference (inline)\n      \"1\"\n  L (block)\n    LI (block)\n      Lbl (block)\n        \"1)\"\n",
        "      LBody (block)\n        P (block)\n          \"four\"\n  Note <n1> (inline)\n    Lbl (block)\n      \"1\"\n",
        "    P (block)\n      \"Five\"\n",
    );
    let said = words(printed);
    let plain = |word: &str| Word::Plain(word.to_owned());
    let label = Word::Label(Some("1)".to_owned()));
    assert_eq!(said.body, [plain("One"), plain("twothree."), label, plain("four")]);
    assert_eq!(said.notes, [plain("Five")]);
}
