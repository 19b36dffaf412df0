//! A word that stands twice in a row.

use super::Lint;
use crate::prose::{Prose, TokenKind};

/// Words that may well stand twice: `that that`, `had had`, `very very`, `what it is is`.
const TWICE: &[&str] =
    &["that", "had", "is", "was", "do", "does", "did", "very", "much", "no", "so", "who", "can", "will"];

/// The word at this place only repeats the one before it.
pub(super) fn repeat(prose: &Prose<'_>, words: &[String], at: usize) -> Option<Lint> {
    let before = at.checked_sub(1)?;
    let (first, token) = (prose.tokens[before], prose.tokens[at]);
    let word = &words[at];
    // Two capitals are a name: `Walla Walla`. A letter or a number alone is a label.
    let name = prose.text(at).starts_with(char::is_uppercase);
    let is_word =
        first.kind == TokenKind::Word && !first.quoted && word.chars().all(|c| c.is_alphabetic() || c == '\'');
    let apart = first.end < token.start && !prose.ends_sentence(before);
    if words[before] != *word || !is_word || !apart || name || word.len() < 2 || TWICE.contains(&word.as_str()) {
        return None;
    }
    let message = format!("“{}” stands twice", prose.text(at));
    Some(Lint { range: first.end..token.end, name: "doubled-word", message, suggestion: String::new() })
}
