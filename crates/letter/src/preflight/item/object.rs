//! What a verb is about: the item, the appeal, what staff recommends, or something else.

use super::ids::id_at;
use crate::draft::PositionOn;
use crate::preflight::context::{Context, FieldText};

/// What a body calls the thing before it.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "item", "ordinance", "bill", "measure", "resolution", "proposal", "application", "project", "plan", "rule",
];

/// Words that may stand between a verb and its object.
const DETERMINERS: &[&str] =
    &["the", "this", "proposed", "your", "of", "on", "for", "agenda", "against", "in", "favor"];

/// Words after a thing that leave it whole, where another noun would make it a part of something else.
#[rustfmt::skip]
const AFTER: &[&str] = &[
    "", "if", "unless", "as", "and", "because", "with", "without", "on", "before", "but", "at", "in", "so", "since", "until",
    "only", "now", "again", "today", "tonight", "when", "once", "would", "will", "is",
];
/// Words after a thing by which it may be told apart from others: `the plan that would delay it`, `the proposal to cut`.
const TELLING: &[&str] = &["that", "which", "to", "for"];

/// What stands after the verb: what it is about, and the token after its last.
pub fn after(context: &Context<'_>, field: &FieldText<'_>, verb: usize) -> Option<(PositionOn, usize)> {
    let prose = &field.prose;
    let mut at = verb + 1;
    while at < verb + 4 && prose.is_any(at, DETERMINERS) {
        at += 1;
    }
    if prose.is(at, "appeal") {
        return Some((PositionOn::Appeal, at + 1));
    }
    if prose.is_any(at, &["staff", "staff’s", "staff's"])
        && prose.is_any(at + 1, &["recommendation", "recommendations"])
    {
        return Some((PositionOn::StaffRecommendation, at + 2));
    }
    if let Some(end) = number(context, field, at).or_else(|| title(context, field, at)) {
        return Some((PositionOn::Item, end));
    }
    let whole = |next: usize| {
        let text = prose.text(next);
        !text.starts_with(char::is_alphanumeric) || AFTER.iter().any(|word| text.eq_ignore_ascii_case(word))
    };
    // `this ordinance, which` and `this bill to …` are the one at hand; `the plan to …` may be another.
    let is_this = || prose.has_any(verb + 1..at, &["this", "your"]);
    let whole = |next: usize| whole(next) || is_this() && prose.is_any(next, TELLING);
    (at > verb + 1 && prose.is_any(at, THINGS) && whole(at + 1)).then_some((PositionOn::Item, at + 1))
}

/// `on the lease` where the item's title is of one: enough for what a vote is on.
pub fn named_by_title(context: &Context<'_>, field: &FieldText<'_>, verb: usize) -> Option<(PositionOn, usize)> {
    let prose = &field.prose;
    let at = verb + 3;
    let word = prose.text(at);
    let of_title =
        || context.draft.item.title.split(|c: char| !c.is_alphanumeric()).any(|one| one.eq_ignore_ascii_case(word));
    let introduced = prose.is_any(verb + 1, &["on", "for", "against"]) && prose.is_any(verb + 2, &["the", "this"]);
    let whole = !prose.text(at + 1).starts_with(char::is_alphanumeric)
        || prose.is_any(at + 1, AFTER)
        || prose.is_any(at + 1, TELLING)
        || prose.is(at + 1, "this");
    (introduced && whole && word.len() >= 5 && of_title()).then_some((PositionOn::Item, at + 1))
}

/// The item's own number stands here, with or without its label; the token after it.
pub fn number(context: &Context<'_>, field: &FieldText<'_>, at: usize) -> Option<usize> {
    let (prose, number) = (&field.prose, context.draft.item.number.trim());
    let label = context.draft.item.label.as_deref().unwrap_or_default().trim().to_lowercase();
    let digits = number.split_once(' ');
    if let Some((letters, digits)) = digits {
        let is_it = prose.is(at, letters) && prose.text(at + 1).eq_ignore_ascii_case(digits);
        return is_it.then_some(at + 2);
    }
    let is_label = |at: usize| {
        let word = prose.text(at).to_lowercase();
        let is_of_it = |one: &str| one == word || one.strip_suffix('.') == Some(&word);
        let is_stop = word == "." && label.trim_end().ends_with('.');
        !word.is_empty() && (word == "item" || label.split_whitespace().any(is_of_it) || word == "#" || is_stop)
    };
    let mut value = at;
    while value < at + 4 && is_label(value) {
        value += 1;
    }
    let token = prose.tokens.get(value).filter(|_| !number.is_empty() && value > at)?;
    // `6(c)` is one number here, if nowhere else.
    let whole =
        field.text.get(token.start..token.start + number.len()).is_some_and(|said| said.eq_ignore_ascii_case(number));
    let bytes = if whole && number.contains('(') {
        token.start..token.start + number.len()
    } else {
        id_at(field.text, token.start)
    };
    let end = prose.tokens[value..].iter().take_while(|one| one.start < bytes.end).count();
    field.text[bytes].eq_ignore_ascii_case(number).then_some(value + end)
}

/// The item's own title begins here, at least with its first three words; the token after the last that it shares.
fn title(context: &Context<'_>, field: &FieldText<'_>, at: usize) -> Option<usize> {
    let words = context.draft.item.title.split_whitespace().skip_while(|word| word.eq_ignore_ascii_case("the"));
    let shared = words.enumerate().take_while(|(offset, word)| field.prose.is(at + offset, word)).count();
    (shared >= 3).then_some(at + shared)
}
