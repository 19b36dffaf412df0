//! A text to its sentences, as whoever reads it hears them.

use std::ops::Range;

use super::super::context::{Context, FieldText};
use crate::prose::TokenKind;

/// A sentence by its tokens.
pub(super) struct Sentence {
    pub(super) tokens: Range<usize>,
    /// How many words it has that are not quoted.
    pub(super) words: usize,
    /// How many semicolons and colons part it.
    pub(super) parts: usize,
    pub(super) bytes: Range<usize>,
}

/// The sentences of a text in their order.
pub(super) fn sentences(field: &FieldText<'_>) -> Vec<Sentence> {
    let prose = &field.prose;
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..prose.tokens.len() {
        if !prose.ends_sentence(at) {
            continue;
        }
        let tokens = start..at + 1;
        let spoken = prose.tokens[tokens.clone()].iter().filter(|token| token.kind == TokenKind::Word && !token.quoted);
        let parts = tokens.clone().filter(|at| matches!(prose.text(*at), ";" | ":")).count();
        let bytes = prose.tokens[start].start..prose.tokens[at].end;
        found.push(Sentence { words: spoken.count(), parts, tokens, bytes });
        start = at + 1;
    }
    found
}

/// The running texts of the letter that the person wrote: no lines, no suggestions, no shorter texts for other channels.
pub(super) fn running<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a FieldText<'a>> {
    context.own().filter(|field| {
        let name = field.path.strip_prefix("words.").unwrap_or_default();
        let name = name.split('[').next().unwrap_or_default();
        let asked = context.template.field(name);
        let is_suggested = asked.is_some_and(|asked| asked.default.trim() == field.text.trim());
        let is_full = !field.path.starts_with("asks") || field.path.ends_with(".full");
        is_full && !is_suggested
    })
}
