//! Names of persons who do not speak here: only those that a relation or a social title announces.
//!
//! Two words with capitals may be a street, a park or an agency, so capitals alone say nothing.

use super::ExposureKind;
use super::scan::{Found, cues};

#[rustfmt::skip]
const RELATIONS: [&str; 38] = [
    "neighbor", "neighbour", "son", "daughter", "husband", "wife", "spouse", "mother", "father", "mom", "dad", "brother",
    "sister", "grandmother", "grandfather", "grandson", "granddaughter", "aunt", "uncle", "cousin", "nephew", "niece",
    "friend", "roommate", "landlord", "tenant", "coworker", "co-worker", "boyfriend", "girlfriend", "fiancé", "fiancée",
    "stepson", "stepdaughter", "grandma", "grandpa", "child", "caregiver",
];

const TITLES: [&str; 5] = ["mr.", "mrs.", "ms.", "mx.", "miss"];

/// Words with a capital that begin no name.
#[rustfmt::skip]
const NO_NAMES: [&str; 31] = [
    "councilmember", "council", "mayor", "chair", "vice", "supervisor", "commissioner", "senator", "assemblymember",
    "member", "chief", "director", "city", "county", "state", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "monday", "tuesday", "english", "spanish",
];

/// The names that nobody who signs or is addressed bears.
pub(super) fn find(text: &str, known: &[String]) -> Vec<Found> {
    let relations: Vec<String> = ["my", "our", "his", "her", "their"]
        .iter()
        .flat_map(|owner| RELATIONS.iter().map(move |relation| format!("{owner} {relation}")))
        .collect();
    let relations: Vec<&str> = relations.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    for cue in cues(text, &relations) {
        let rest = &text[cue..];
        let gap = if rest.starts_with(", ") { 2 } else { usize::from(rest.starts_with(' ')) };
        found.extend(name(text, cue + gap, known).filter(|_| gap > 0));
    }
    // `The Ms. Foundation` is no person.
    let is_person =
        |cue: &usize| !text[..*cue].to_ascii_lowercase().trim_end_matches(|c: char| c != ' ').ends_with("the ");
    for cue in cues(text, &TITLES).into_iter().filter(is_person) {
        let gap = usize::from(text[cue..].starts_with(' '));
        found.extend(name(text, cue + gap, known).filter(|_| gap > 0));
    }
    found
}

/// One to three capitalised words that are nobody's who is known.
fn name(text: &str, start: usize, known: &[String]) -> Option<Found> {
    let mut end = start;
    let mut last = "";
    for (place, word) in text[start..].split(' ').take(3).enumerate() {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
        let is_name = bare.chars().next().is_some_and(char::is_uppercase)
            && bare.chars().skip(1).any(char::is_lowercase)
            && !bare.contains(|c: char| !(c.is_alphabetic() || "-'’".contains(c)))
            && !NO_NAMES.contains(&bare.to_lowercase().as_str());
        if !is_name {
            break;
        }
        end += usize::from(place > 0) + bare.len();
        last = bare;
        // What follows a sign belongs to something else.
        if bare.len() < word.len() {
            break;
        }
    }
    let is_known = known.iter().any(|known| known.eq_ignore_ascii_case(last));
    (end > start && !is_known).then_some(Found { kind: ExposureKind::Name, range: start..end })
}
