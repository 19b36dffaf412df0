//! A modal before a verb that ends as after `he`: `would lets`, `should gets`.

use super::forms::{is_plural, is_verb};
use super::{Lint, word_lint};
use crate::prose::Prose;
use crate::spelling::Speller;

/// Modals that are no nouns; `will` and `can` are, and so are left out.
const MODALS: &[&str] = &["would", "could", "should", "must"];

/// The verb after a modal at this place has an ending that it cannot have.
pub(super) fn modal(prose: &Prose<'_>, words: &[String], at: usize, speller: &Speller) -> Option<Lint> {
    let stem = words[at].strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']))?;
    let before =
        at.checked_sub(1).filter(|before| !prose.starts_sentence(at) && MODALS.contains(&words[*before].as_str()))?;
    // `Should rates rise` asks, and its noun is no verb.
    let asks = prose.starts_sentence(before) || matches!(prose.text(before - 1), "," | ";" | "—" | "–");
    if asks || words[at] != prose.text(at) || !is_verb(speller, stem) || !speller.knows(stem) {
        return None;
    }
    // `what would parks be`: a noun with its verb behind it.
    let sentence = prose.sentence(at);
    let is_question = prose.is(sentence.end - 1, "?");
    let is_noun = is_plural(speller, &words[at])
        && words.get(at + 1).is_some_and(|next| matches!(next.as_str(), "be" | "have" | "not"));
    (!is_noun && !is_question).then(|| {
        let message =
            format!("“{} {}” should probably be “{} {stem}”", prose.text(before), prose.text(at), prose.text(before));
        word_lint(prose, at, "modal", stem, message)
    })
}
