//! An exhibit that the text speaks of and the list of enclosures does not have: `Exhibits 1 to 4` beside a list that ends
//! with Exhibit 3.
//!
//! And `we enclose five photographs` beside a list that has six. Only where the list itself names exhibits or attachments
//! by number or letter, or counts the same thing; whose they are in a text that encloses none, nobody can tell.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::context::Context;
use super::super::numbers;
use crate::finding::{Finding, Place, Severity};
use crate::prose::Prose;

/// What enclosures are called.
const NAMES: &[&str] = &["exhibit", "attachment", "enclosure", "appendix"];

/// Words after an exhibit by which it is somebody else’s.
const OF_OTHERS: &[&str] = &["of", "to", "in", "from"];

/// The text speaks of an exhibit that is not enclosed.
pub(in crate::preflight) fn enclosure(context: &Context<'_>) -> Vec<Finding> {
    let mut enclosed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for field in context.fields.iter().filter(|field| field.path.starts_with("enclosures")) {
        for (name, number, _) in named(&field.prose) {
            enclosed.entry(name).or_default().push(number);
        }
    }
    let mut findings = Vec::new();
    for field in context.own() {
        for (name, number, tokens) in named(&field.prose) {
            let Some(numbers) = enclosed.get(&name).filter(|numbers| !numbers.contains(&number)) else { continue };
            // `Attachment 2 to the staff report`, and another way of counting than the list's.
            let of_others = field.prose.is_any(tokens.end, OF_OTHERS) && !field.prose.is(tokens.end + 1, "this");
            let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            if of_others
                || field.prose.tokens[tokens.start].quoted
                || numbers.iter().all(|one| is_number(one) != is_number(&number))
            {
                continue;
            }
            let bytes = field.prose.tokens[tokens.start].start..field.prose.tokens[tokens.end - 1].end;
            let place = Place::new(&field.path, &field.text[bytes]);
            let label = crate::spelling::capitalised(&name);
            let message = format!("the text speaks of {label} {number}, but the list of enclosures has none");
            let hint = "Enclose it and add it to the list, or correct the number.";
            findings.push(
                Finding::new("enclosure", Severity::Warning, message, hint, place)
                    .against(Place::new("enclosures", numbers.join(", "))),
            );
        }
    }
    findings.extend(counted(context));
    findings
}

/// How far before a count the word stands that encloses it, in tokens.
const CLOSE: usize = 6;

/// Beginnings of words by which a sentence speaks of what is enclosed.
const ENCLOSING: &[&str] = &["enclos", "attach", "append", "exhibit"];

/// `We enclose five photographs` beside an enclosure of six.
fn counted(context: &Context<'_>) -> Vec<Finding> {
    let pairs = |prose: &Prose<'_>| -> Vec<(usize, String, Range<usize>)> {
        let pair = |at: usize| {
            let count = numbers::count(prose.text(at)).filter(|count| *count > 0)?;
            let noun = prose.text(at + 1);
            (noun.len() > 4 && noun.ends_with('s')).then(|| (count, noun.to_lowercase(), at..at + 2))
        };
        (0..prose.tokens.len()).filter_map(pair).collect()
    };
    let listed: Vec<(usize, String, &str)> = context
        .fields
        .iter()
        .filter(|field| field.path.starts_with("enclosures"))
        .flat_map(|field| pairs(&field.prose).into_iter().map(|(count, noun, _)| (count, noun, field.path.as_str())))
        .collect();
    let mut findings = Vec::new();
    if listed.is_empty() {
        return findings;
    }
    for field in context.own() {
        for (count, noun, tokens) in pairs(&field.prose) {
            let of_noun = || listed.iter().filter(|(_, listed, _)| *listed == noun);
            let Some((number, _, path)) = of_noun().next().filter(|_| !of_noun().any(|(number, ..)| *number == count))
            else {
                continue;
            };
            let sentence = field.prose.sentence(tokens.start);
            let near = sentence.start.max(tokens.start.saturating_sub(CLOSE))..tokens.start;
            let apart = |at: &usize| field.prose.is_any(*at, &[",", ";", ":"]);
            let start = near.clone().rev().find(apart).unwrap_or(near.start);
            let encloses = (start..near.end).any(|at| {
                let word = field.prose.text(at).to_lowercase();
                ENCLOSING.iter().any(|stem| word.starts_with(stem))
            });
            if !encloses {
                continue;
            }
            let bytes = field.prose.tokens[tokens.start].start..field.prose.tokens[tokens.end - 1].end;
            let place = Place::new(&field.path, &field.text[bytes]);
            let message = format!("the text says “{}”, but the list of enclosures has {number}", place.said());
            let hint = "Count what is enclosed, and say the same in both places.";
            let finding = Finding::new("enclosure", Severity::Warning, message, hint, place);
            findings.push(finding.against(Place::absent(*path)));
        }
    }
    findings
}

/// The exhibits that a text names, in small letters and the singular, each with its number: `Exhibits 1 to 3`, `Exhibits A and B`.
fn named(prose: &Prose<'_>) -> Vec<(String, String, Range<usize>)> {
    let mut found = Vec::new();
    for at in 0..prose.tokens.len() {
        let word = prose.text(at).to_lowercase();
        let Some(name) =
            NAMES.iter().find(|name| word.strip_prefix(**name).is_some_and(|rest| matches!(rest, "" | "s")))
        else {
            continue;
        };
        if !prose.text(at).starts_with(char::is_uppercase) {
            continue;
        }
        let is_number = |at: usize| {
            let text = prose.text(at);
            let is_letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase()) && text != "I";
            (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) || is_letter
        };
        let mut next = at + 1;
        if let Some((first, last)) = prose.text(next).split_once(['–', '-']) {
            found.extend(between(first, last).map(|number| ((*name).to_owned(), number, at..next + 1)));
        }
        let mut before: Option<String> = None;
        while is_number(next) {
            let number = prose.text(next).to_owned();
            if let Some(first) = before.filter(|_| prose.is_any(next - 1, &["to", "through", "–"])) {
                let inner = between(&first, &number).filter(|one| *one != first && *one != number);
                found.extend(inner.map(|number| ((*name).to_owned(), number, at..next + 1)));
            }
            before = Some(number.clone());
            found.push(((*name).to_owned(), number, at..next + 1));
            let joins = prose.is_any(next + 1, &["and", "to", "through", ",", "–", "&"]);
            let comma = usize::from(prose.is(next + 1, ",") && prose.is(next + 2, "and"));
            if !joins || word == *name {
                break;
            }
            next += 2 + comma;
        }
    }
    found
}

/// The numbers or letters from the one to the other: `1` to `5`, `A` to `D`.
fn between(first: &str, last: &str) -> impl Iterator<Item = String> {
    let number = |text: &str| text.parse::<u8>().ok().filter(|number| *number < 100);
    let letter = |text: &str| text.bytes().next().filter(|letter| text.len() == 1 && letter.is_ascii_uppercase());
    let numbers = number(first).zip(number(last)).map(|(first, last)| (first..=last).map(|n| n.to_string()).collect());
    let letters = letter(first)
        .zip(letter(last))
        .map(|(first, last)| (first..=last).map(|c| char::from(c).to_string()).collect());
    let all: Vec<String> = numbers.or(letters).unwrap_or_default();
    all.into_iter()
}

#[cfg(test)]
mod tests {
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn an_exhibit_that_is_not_enclosed_is_told() {
        let check = |text: &str, expected: &[&str]| {
            let mut draft = with_words("hook", text);
            draft.enclosures =
                vec!["Exhibit 1: Decision".to_owned(), "Exhibit 2: Readings".to_owned(), "Exhibit 3".to_owned()];
            let found = places(&told(&draft), "enclosure");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("We rely on Exhibits 1 to 4.", &["Exhibits 1 to 4"]);
        check("See Exhibit 4, and Exhibits 2 and 5.", &["Exhibit 4", "Exhibits 2 and 5"]);
        check("See Exhibits 1, 2, and 3, and Exhibit 2.", &[]);
        check("Exhibit 9 to the staff report, Attachment 7, Exhibit A and the exhibit 8.", &[]);
        assert_eq!(places(&told(&with_words("hook", "See Exhibit 4.")), "enclosure"), []);
        let mut draft = with_words("hook", "Exhibit 3 and Exhibit B show it; see Attachment 4.");
        draft.enclosures =
            vec!["Exhibits 1 to 5".to_owned(), "Exhibits A through D".to_owned(), "Attachments 1–5".to_owned()];
        assert_eq!(places(&told(&draft), "enclosure"), []);
        let mut draft = with_words("hook", "We enclose five photographs. Nine photographs were lost.");
        draft.enclosures = vec!["Six photographs of the corner".to_owned()];
        let place = ("words.hook".to_owned(), "five photographs".to_owned());
        assert_eq!(places(&told(&draft), "enclosure"), [place]);
    }
}
