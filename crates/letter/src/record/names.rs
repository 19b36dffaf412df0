//! Names of persons who do not speak here: only those that a relation or a social title announces.
//!
//! Two words with capitals may be a street, a park or an agency, so capitals alone say nothing.

use super::ExposureKind;
use super::numbers::owned;
use super::scan::{Found, cues, folded, is_blank, is_wide};
use super::tongues::tongues;

/// Words with a capital that begin no name.
#[rustfmt::skip]
const NO_NAMES: [&str; 54] = [
    "councilmember", "council", "mayor", "chair", "vice", "supervisor", "commissioner", "senator", "assemblymember",
    "member", "chief", "director", "city", "county", "state", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "monday", "tuesday", "english", "spanish",
    "alcalde", "alcaldesa", "concejal", "concejala", "concejo", "supervisora", "gobernador", "gobernadora", "senadora",
    "presidente", "presidenta", "alkalde", "konsehal", "kagawad", "tagapangulo", "мэр", "депутат", "губернатор",
    "председатель", "мер", "депутатка", "голова", "governor",
];

/// The names that nobody who signs or is addressed bears.
pub(super) fn find(text: &str, known: &[String]) -> Vec<Found> {
    let small = folded(text);
    let mut found = Vec::new();
    for tongue in tongues(text) {
        for cue in owned(&small, tongue.relations, tongue.owners) {
            let rest = &text[cue.end..];
            let open = rest.strip_prefix([',', '，']).unwrap_or(rest).trim_start_matches(is_blank);
            let touches = open.len() == rest.len() && !text[..cue.end].ends_with(is_wide);
            found.extend(name(text, text.len() - open.len(), known).filter(|_| !touches));
        }
        // `The Ms. Foundation` is no person.
        for cue in cues(&small, tongue.titles) {
            let is_thing = small[..cue.start].trim_end().ends_with("the");
            let open = text[cue.end..].trim_start_matches(is_blank);
            let touches = open.len() == text[cue.end..].len();
            found.extend(name(text, text.len() - open.len(), known).filter(|_| !touches && !is_thing));
        }
    }
    found
}

/// One to three capitalised words that are nobody's who is known.
fn name(text: &str, start: usize, known: &[String]) -> Option<Found> {
    let mut end = start;
    let mut last = "";
    for (place, word) in text[start..].split(' ').take(3).enumerate() {
        let bare = &word[..word.find(is_wide).unwrap_or(word.len())];
        let bare = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
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
