//! Names that the draft lists nowhere and the text spells in two ways: `Mme Thibodeau` and `Mme Thibaudeau`.
//!
//! Any language that writes only names with capitals. Two words count that stand with a capital within sentences, are long,
//! begin and end alike, and differ by one letter in between; endings are what languages change. One of them at least must
//! follow a title or a first name, or both must be streets; another title or first name is another person. Streets of the
//! item's title are held against the text too.

use std::collections::{BTreeMap, BTreeSet};

use super::super::context::{Context, FieldText, Voice};
use super::folded::folded;
use super::titles::{title_at, without_possessive};
use crate::finding::{Finding, Place, Severity};
use crate::prose::TokenKind;

/// The fewest letters of a name that is looked at.
const FEWEST: usize = 6;
/// Names so long may differ by two letters.
const LONG: usize = 9;
/// Among more names than these nobody looks.
const MOST: usize = 300;
/// Languages that write every noun with a capital.
const CAPITAL_NOUNS: &[&str] = &["de", "lb"];

/// A name as it first stands in the letter.
struct Spelling<'a> {
    word: &'a str,
    letters: Vec<char>,
    field: &'a FieldText<'a>,
    /// What stands before it that says who it is, and whether that is a first name.
    led: (&'a str, bool),
    /// What stands after it that makes it a place.
    place: &'a str,
}

/// Two spellings of one name stand in the text; `told` are findings that were told of already, `listed` the words of the
/// names that the draft lists.
pub(super) fn alike(context: &Context<'_>, told: &[Finding], listed: &BTreeSet<&str>) -> Vec<Finding> {
    if CAPITAL_NOUNS.iter().any(|language| context.language().eq_ignore_ascii_case(language)) {
        return Vec::new();
    }
    let mut names: BTreeMap<&str, Spelling<'_>> = BTreeMap::new();
    let is_read = |field: &&FieldText<'_>| field.voice == Voice::Own || field.path == "item.title";
    for field in context.fields.iter().filter(is_read) {
        for at in 0..field.prose.tokens.len() {
            if let Some(word) = name_at(field, at) {
                names.entry(word).or_insert_with(|| Spelling {
                    word,
                    letters: folded(word).chars().collect(),
                    field,
                    led: led_by(field, at),
                    place: place_after(field, at),
                });
            }
        }
    }
    if names.len() > MOST {
        return Vec::new();
    }
    let all: Vec<Spelling<'_>> = names.into_values().collect();
    let mut findings = Vec::new();
    for (index, one) in all.iter().enumerate() {
        for other in all[index + 1..].iter().filter(|other| is_one_name(one, other)) {
            let is_listed = listed.contains(one.word) && listed.contains(other.word);
            if !is_listed && !is_told(told, one.word, other.word) {
                findings.push(disagree(one, other));
            }
        }
    }
    findings
}

fn is_told(told: &[Finding], one: &str, other: &str) -> bool {
    told.iter().any(|finding| {
        let said = [Some(&finding.place), finding.other.as_ref()];
        said.into_iter().flatten().any(|place| place.excerpt.contains(one) || place.excerpt.contains(other))
    })
}

fn disagree(one: &Spelling<'_>, other: &Spelling<'_>) -> Finding {
    // The title of the item is the agenda's.
    let (said, right) = if one.field.path == "item.title" { (other, one) } else { (one, other) };
    let message = format!("“{}” here, “{}” elsewhere", said.word, right.word);
    let hint = "Spell the name in one way, if both are the same.";
    Finding::new("name-spelling", Severity::Note, message, hint, Place::new(&said.field.path, said.word))
        .against(Place::new(&right.field.path, right.word))
}

/// Both are surely names of the same kind, and nothing says that they are two.
fn is_one_name(one: &Spelling<'_>, other: &Spelling<'_>) -> bool {
    let is_place = !one.place.is_empty() && one.place == other.place;
    // Two first names are two people, and so are two titles; `Ms. Ruiz` may be Ana Ruiz.
    let ((before_one, is_first), (before_other, is_other_first)) = (one.led, other.led);
    let are_two = !before_one.is_empty()
        && !before_other.is_empty()
        && is_first == is_other_first
        && before_one.to_lowercase() != before_other.to_lowercase();
    let is_led = !before_one.is_empty() || !before_other.is_empty();
    let is_person = one.place.is_empty() && other.place.is_empty() && is_led && !are_two;
    (is_place || is_person) && are_alike(&one.letters, &other.letters)
}

/// A word with a capital within a sentence.
fn name_at<'a>(field: &'a FieldText<'_>, at: usize) -> Option<&'a str> {
    let prose = &field.prose;
    let token = prose.tokens[at];
    let word = without_possessive(prose.text(at));
    let is_name = token.kind == TokenKind::Word
        && !token.quoted
        && word.starts_with(char::is_uppercase)
        && word.chars().count() >= FEWEST
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && word.chars().skip(1).any(char::is_lowercase);
    (is_name && (field.path == "item.title" || !prose.starts_sentence(at))).then_some(word)
}

/// Words by which people are spoken of, in small letters.
#[rustfmt::skip]
const COURTESY: &[&str] = &[
    "mme", "mlle", "m", "monsieur", "madame", "sr", "sra", "srta", "señor", "señora", "don", "doña", "doctor", "doctora", "пан", "пані",
    "пана", "г-н", "г-жа", "господин", "госпожа", "ông", "bà", "ginang", "ginoo", "aling", "mang", "mr", "mrs", "ms", "mx", "dr",
];

/// What stands before a name and says that it is somebody's: a title, a word of courtesy, or a first name.
fn led_by<'a>(field: &'a FieldText<'_>, at: usize) -> (&'a str, bool) {
    let prose = &field.prose;
    let Some(before) = at.checked_sub(1) else { return ("", false) };
    let before = if prose.is(before, ".") && before > 0 { before - 1 } else { before };
    let word = prose.text(before);
    let is_courtesy = COURTESY.contains(&word.to_lowercase().as_str());
    let is_first = word.starts_with(char::is_uppercase) && !prose.starts_sentence(before) && before + 1 == at;
    let is_titled = is_courtesy
        || (at.saturating_sub(3)..at).any(|start| title_at(prose, start).is_some_and(|title| title.next == at));
    if is_titled || is_first { (word, !is_titled) } else { ("", false) }
}

/// Words after a name that make it a place.
const PLACES: &[&str] =
    &["Street", "Avenue", "Road", "Boulevard", "Drive", "Lane", "Creek", "Park", "School", "Bridge", "Way"];

fn place_after<'a>(field: &'a FieldText<'_>, at: usize) -> &'a str {
    if field.prose.is_any(at + 1, PLACES) { field.prose.text(at + 1) } else { "" }
}

/// They begin with the same two letters, end alike and differ by a letter in between, marks aside.
fn are_alike(one: &[char], other: &[char]) -> bool {
    // `the Rasmussens` and `Ed Rasmusson`
    let single = |word: &[char]| word.strip_suffix(&['s']).filter(|word| word.len() >= FEWEST).map(<[char]>::to_vec);
    are_near(one, other)
        || single(one).is_some_and(|one| one != other && are_near(&one, other))
        || single(other).is_some_and(|other| one != other && are_near(one, &other))
}

fn are_near(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if long.len() - short.len() > 1 || short.len() < FEWEST || one == other {
        return false;
    }
    let front = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let back = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    // `o` and `au` in a long name.
    let in_long = short.len() >= LONG && front >= 3 && back >= 3 && front + back + 2 >= long.len();
    front >= 2 && back >= 1 && front + back + 1 >= long.len() || in_long
}

#[cfg(test)]
mod tests {
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn a_name_is_spelled_in_one_way() {
        let check = |language: &str, text: &str, expected: &[&str]| {
            let mut draft = with_words("hook", text);
            draft.language = language.to_owned();
            draft.item.title = "A Crossing at Waters Avenue".to_owned();
            let found = places(&told(&draft), "name-spelling");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("fr", "J’ai vu Mme Thibodeau, et Mme Thibaudeau aussi.", &["Thibaudeau"]);
        check("uk", "Я бачила пані Гнатишин, а пані Гнатишін мовчала.", &["Гнатишин"]);
        check("", "We walked down Walters Avenue.", &["Walters"]);
        check("", "We went to Fresno and Resno, with the Rasmussens and Ed Rasmussen.", &[]);
        check("uk", "Я бачила Гнатишина, а Гнатишину не бачила.", &[]);
        check("es", "Escribí al Concejo Municipal y al Consejo Escolar.", &[]);
        check("ru", "Я видела Калифорнийский университет и Калифорнийской комиссии.", &[]);
        check("", "Latinos and Latinas, Colombia and Columbia, Council Member Johnson and Supervisor Johnston.", &[]);
        check("de", "Die Sitzung und die Satzung.", &[]);
    }
}
