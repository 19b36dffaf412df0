//! The words by which a sentence is known to speak of the meeting on the item, and of no other.

use std::ops::Range;

use crate::preflight::context::Context;
use crate::prose::Prose;

/// What a body meets for.
pub const MEETINGS: &[&str] = &["meeting", "hearing", "agenda", "session", "vote"];

/// What a body does with an item.
#[rustfmt::skip]
pub const VERBS: &[&str] = &[
    "vote", "adopt", "approve", "pass", "reject", "deny", "refuse", "decide", "uphold", "act", "hear", "hears", "consider",
    "considers", "votes", "meets", "meet",
];

/// Bodies, as a sentence names one.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "commission", "commissions", "committee", "committees", "board", "boards", "council", "senate", "assembly", "trustees",
    "legislature", "workshop",
];

/// Words of asking, by which a sentence speaks of what is still to come.
pub const ASKING: &[&str] = &["please", "ask", "asking", "urge", "urging", "request", "requesting"];

/// The sentence names a body that is not the one written to.
pub fn names_another_body(context: &Context<'_>, prose: &Prose<'_>, sentence: Range<usize>) -> bool {
    let draft = context.draft;
    let own = |word: &str| {
        let bodies = draft.addressees.iter().map(|addressee| addressee.body.as_str());
        let lines = draft.addressees.iter().flat_map(|addressee| addressee.lines.iter().map(String::as_str));
        bodies.chain(lines).chain([draft.item.body.as_str()]).any(|text| has_word(text, word))
    };
    let named = sentence.filter(|at| prose.is_any(*at, BODIES));
    named.into_iter().any(|at| !own(prose.text(at)))
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|one| one.eq_ignore_ascii_case(word))
}
