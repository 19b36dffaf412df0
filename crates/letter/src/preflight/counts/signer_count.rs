//! How many organisations a text says that it speaks for, against those that sign it: `the five organizations` above four
//! names.
//!
//! Only in letters that three organisations sign at least. A count that fits any list of the draft is about that list.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::numbers;
use super::ask_count::DESCRIBING;
use crate::draft::Words;
use crate::finding::{Finding, Place, Severity};
use crate::prose::Prose;

/// What signs.
#[rustfmt::skip]
const SIGNERS: &[&str] = &[
    "organizations", "organisations", "groups", "associations", "partners", "signatories", "signers", "congregations", "unions",
];

/// Words after them by which they are others.
#[rustfmt::skip]
const OTHERS: &[&str] = &["that", "which", "who", "in", "of", "from", "whose", "across", "around", "at"];

/// The fewest organisations that a text counts as its own.
const FEWEST: usize = 3;

/// The text counts other organisations than sign.
pub(in crate::preflight) fn signer_count(context: &Context<'_>) -> Vec<Finding> {
    let draft = context.draft;
    let organisations: BTreeSet<&str> =
        draft.signers.iter().map(|signer| signer.organisation.trim()).filter(|name| !name.is_empty()).collect();
    if organisations.len() < FEWEST || !context.is_english() {
        return Vec::new();
    }
    let lists = draft.words.values().filter_map(|words| match words {
        Words::List(entries) => Some(entries.len()),
        _ => None,
    });
    let known: BTreeSet<usize> = lists.chain([organisations.len(), draft.signers.len(), draft.asks.len()]).collect();
    let mut findings = Vec::new();
    for field in context.own() {
        for at in 0..field.prose.tokens.len() {
            let Some((count, end)) = claim(&field.prose, at).filter(|(count, _)| !known.contains(count)) else {
                continue;
            };
            let bytes = field.prose.tokens[at].start..field.prose.tokens[end - 1].end;
            let place = Place::new(&field.path, &field.text[bytes]);
            let many = organisations.len();
            let message = format!("the text says “{}”, but {many} organizations sign", place.said());
            let hint = format!(
                "Write {} instead of {count}, or see who is missing.",
                crate::language::words("en").number(many)
            );
            let names: Vec<&str> = organisations.iter().copied().collect();
            findings.push(
                Finding::new("signer-count", Severity::Note, message, hint, place)
                    .against(Place::new("signers", names.join(", "))),
            );
        }
    }
    findings
}

/// `the five organizations`, `our four member groups`, `the five of us`: the number and the token after its noun.
fn claim(prose: &Prose<'_>, at: usize) -> Option<(usize, usize)> {
    let count = numbers::count(prose.text(at)).filter(|count| *count > 1 && !prose.tokens[at].quoted)?;
    let opens = prose.starts_sentence(at);
    let before = at.checked_sub(1).filter(|before| prose.is_any(*before, &["the", "our", "these", "all", "we"]));
    if opens {
        let noun = at + 1;
        return (prose.is_any(noun, &["organizations", "organisations"])
            && (prose.is(noun + 1, "whose") || prose.is(noun + 1, "sign")))
        .then_some((count, noun + 1));
    }
    let before = before?;
    if prose.is(at + 1, "of") && prose.is(at + 2, "us") {
        return prose.is_any(before, &["the", "all"]).then_some((count, at + 3));
    }
    let noun =
        at + 1 + usize::from(prose.is_any(at + 1, DESCRIBING) || prose.is_any(at + 1, &["member", "undersigned"]));
    (prose.is_any(noun, SIGNERS) && !prose.is_any(noun + 1, OTHERS)).then_some((count, noun + 1))
}

#[cfg(test)]
mod tests {
    use crate::draft::Signer;
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn the_organisations_of_a_text_are_those_that_sign() {
        let check = |text: &str, expected: &[&str]| {
            let mut draft = with_words("hook", text);
            let signer = |name: &&str| Signer { organisation: (*name).to_owned(), ..Signer::default() };
            draft.signers = ["A", "B", "C", "D"].iter().map(signer).collect();
            let found = places(&told(&draft), "signer-count");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("The five organizations have met since March.", &["five organizations"]);
        check("All three of us counted, and our five member groups know it.", &["three of us", "five member groups"]);
        check("Five organizations whose members work at night ask you.", &["Five organizations"]);
        check("Two organizations spoke against it. We ask all seven members to vote yes.", &[]);
        check("The four organizations ask you. Five groups came, the two groups of boys, and two of us.", &[]);
    }
}
