//! A vote asked for on a matter that is on no agenda, which no body can take at that meeting.
//!
//! English only. The item says that it is on no agenda by its title or the subject.

use std::ops::Range;

use crate::finding::{Finding, Place, Severity};
use crate::preflight::context::{Context, FieldText, Voice};
use crate::prose::Prose;

/// How an agenda calls what is not on it.
#[rustfmt::skip]
const NOT_ON_IT: &[&str] = &[
    "not on the agenda", "not on agenda", "not on this agenda", "off-agenda", "off agenda", "non-agenda", "not listed on the agenda",
    "nonagenda",
];

/// What a body does with an item on its agenda.
const ACTS: &[&str] = &["vote", "adopt", "approve", "pass", "enact", "reject", "deny", "repeal", "authorize"];

/// Words in whose sentence the act is for another day.
#[rustfmt::skip]
const LATER: &[&str] = &[
    "agenda", "agendize", "later", "future", "next", "upcoming", "cannot", "can’t", "can't", "when", "once", "if",
    "report",
];

/// The words ask for a vote, and the matter is not on the agenda.
pub fn off_agenda(context: &Context<'_>) -> Vec<Finding> {
    let Some(named) = not_on_agenda(context).filter(|_| context.is_english()) else {
        return Vec::new();
    };
    let own = context.own().filter(|field| !field.path.ends_with(".label"));
    own.filter_map(|field| acts(field).map(|bytes| asks_for_act(Place::new(&field.path, &field.text[bytes]), &named)))
        .collect()
}

/// The place that says so.
fn not_on_agenda(context: &Context<'_>) -> Option<Place> {
    let fields = context.fields.iter().filter(|field| field.voice == Voice::Subject);
    let mut fields = fields.filter(|field| {
        let lower = field.text.to_lowercase();
        NOT_ON_IT.iter().any(|words| lower.contains(words))
    });
    fields.next().map(|field| Place::new(&field.path, field.text))
}

/// The first act that is asked for in the field, from the verb to the word that it acts on.
fn acts(field: &FieldText<'_>) -> Option<Range<usize>> {
    let prose = &field.prose;
    let at = (0..prose.tokens.len()).find(|at| prose.is_any(*at, ACTS) && is_asked(prose, *at))?;
    let mut end = at + 1;
    while end < at + 3 && end < prose.tokens.len() && !prose.ends_sentence(end - 1) {
        end += 1;
    }
    Some(prose.tokens[at].start..prose.tokens[end - 1].end)
}

/// `Please vote …`, `We ask you to adopt …`, `Adopt …`.
fn is_asked(prose: &Prose<'_>, at: usize) -> bool {
    let sentence = prose.sentence(at);
    if prose.tokens[at].quoted || prose.has_any(sentence.clone(), LATER) {
        return false;
    }
    let before = |back: usize| at.checked_sub(back).filter(|before| sentence.contains(before));
    let is_before = |back: usize, words: &[&str]| before(back).is_some_and(|at| prose.is_any(at, words));
    let asked = is_before(1, &["to"])
        && is_before(2, &["you", "board", "council", "committee", "commission"])
        && prose.has_any(sentence.start..at, &["ask", "urge", "request", "want"]);
    at == sentence.start || is_before(1, &["please"]) || asked
}

fn asks_for_act(place: Place, named: &Place) -> Finding {
    let message = format!("the text asks for a vote (“{}”) on what is not on the agenda", place.excerpt);
    let hint = "Ask for a place on a later agenda or for a report: a body cannot act on what its agenda does not name.";
    Finding::new("off-agenda", Severity::Warning, message, hint, place).against(named.clone())
}

#[cfg(test)]
mod tests {
    use crate::draft::Item;
    use crate::preflight::testing::{places, told, with_words};

    fn found(title: &str, text: &str) -> Vec<String> {
        let mut draft = with_words("hook", text);
        draft.item = Item { title: title.to_owned(), ..Item::default() };
        places(&told(&draft), "off-agenda").into_iter().map(|(_, excerpt)| excerpt).collect()
    }

    #[test]
    fn a_vote_cannot_be_asked_for_off_the_agenda() {
        let check = |text: &str, expected: &str| {
            assert_eq!(found("Matters Not on the Agenda", text), [expected], "{text}");
        };
        check("Please vote on Tuesday, March 16, to build a crossing.", "vote on Tuesday");
        check("Please adopt a motion for the crossing at Tuesday’s meeting.", "adopt a motion");
        check("We ask you to approve a crossing.", "approve a crossing");
        check("Repeal it.", "Repeal it.");
        check("Please adopt it with these changes before the snow.", "adopt it with");
    }

    #[test]
    fn what_a_body_may_do_is_left_alone() {
        let check = |title: &str, text: &str| assert_eq!(found(title, text), [""; 0], "{text}");
        let off = "Matters Not on the Agenda";
        check(off, "Please direct staff to bring a report on a crossing.");
        check(off, "Please put it on an agenda so that you can vote on it.");
        check(off, "I know that the Board cannot act on Tuesday, and cannot vote.");
        check(off, "The Board did vote for it. They adopt children.");
        check(off, "Please adopt a plan at one of your next meetings.");
        check("Crossings", "Please vote for it.");
    }
}
