//! The words of a text to slips of English grammar that no dictionary sees: `could of`, `a extension`, `they was`.
//!
//! Only what is wrong in nearly every text that holds it is told; the rules are a short list of data in `rules`, each
//! with the words around a slip that make it sure, and most slips of grammar go untold. What stands between quotation
//! marks is somebody else's. Spelling is `spelling`'s, style and length of sentences are for the checks of preflight.

mod article;
mod forms;
mod modal;
mod pattern;
mod repeat;
mod rules;

use std::ops::Range;
use std::sync::LazyLock;

use crate::prose::{Prose, TokenKind};
use crate::spelling::{Speller, capitalised};
use pattern::Rules;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(rules::RULES));

/// One slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// The bytes that the suggestion replaces.
    pub range: Range<usize>,
    /// Which rule it breaks: `article`, `agreement`, `modal-of`.
    pub name: &'static str,
    /// What is wrong, in lower case and without a full stop.
    pub message: String,
    /// What should stand there; empty where the words are to go.
    pub suggestion: String,
}

/// The slips of a text in English, in its order. In other languages there are none.
pub fn lints(prose: &Prose<'_>, speller: &Speller) -> Vec<Lint> {
    if !speller.is_english() {
        return Vec::new();
    }
    // Elsewhere than at the start of a sentence a capital A is no article: `its A rating`.
    let word = |at: usize| match prose.text(at) {
        "A" if !prose.starts_sentence(at) => "A".to_owned(),
        text => text.to_lowercase().replace('’', "'"),
    };
    let words: Vec<String> = (0..prose.tokens.len()).map(word).collect();
    let mut lints = Vec::new();
    for at in (0..words.len()).filter(|at| prose.tokens[*at].kind == TokenKind::Word && !prose.tokens[*at].quoted) {
        lints.extend(article::article(prose, at, speller));
        lints.extend(modal::modal(prose, &words, at, speller));
        lints.extend(repeat::repeat(prose, &words, at));
        lints.extend(RULES.slip(prose, &words, at, speller));
    }
    lints
}

/// A slip of one word, and what should stand for it.
fn word_lint(prose: &Prose<'_>, at: usize, name: &'static str, meant: &str, message: String) -> Lint {
    let written = prose.text(at);
    let suggestion = if written.starts_with(char::is_uppercase) { capitalised(meant) } else { meant.to_owned() };
    let suggestion = if written.contains('’') { suggestion.replace('\'', "’") } else { suggestion };
    let token = prose.tokens[at];
    Lint { range: token.start..token.end, name, message, suggestion }
}

#[cfg(test)]
mod tests;
