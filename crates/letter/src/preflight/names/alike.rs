//! Names that the draft lists nowhere and the text spells in two ways: `Mme Thibodeau` and `Mme Thibaudeau`.
//!
//! Any language that writes only names with capitals. Two words count that stand with a capital within sentences, are long,
//! begin and end alike, and differ by one letter in between; endings are what languages change. Words of the item's title
//! are held against the text too.

use std::collections::BTreeMap;

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

/// Two spellings of one name stand in the text; `told` are words that were told of already.
pub(super) fn alike(context: &Context<'_>, told: &[Finding]) -> Vec<Finding> {
    if CAPITAL_NOUNS.iter().any(|language| context.language().eq_ignore_ascii_case(language)) {
        return Vec::new();
    }
    let mut names: BTreeMap<&str, (&FieldText<'_>, &str)> = BTreeMap::new();
    let is_read = |field: &&FieldText<'_>| field.voice == Voice::Own || field.path == "item.title";
    for field in context.fields.iter().filter(is_read) {
        for at in 0..field.prose.tokens.len() {
            if let Some(name) = name_at(field, at) {
                names.entry(name).or_insert((field, first_name(field, at)));
            }
        }
    }
    let mut findings = Vec::new();
    if names.len() > MOST {
        return findings;
    }
    let all: Vec<(&str, (&FieldText<'_>, &str))> = names.into_iter().collect();
    for (index, (one, (field, first))) in all.iter().enumerate() {
        for (other, (elsewhere, second)) in &all[index + 1..] {
            // Lisa Kaplan and Rick Kaplen are two people.
            if !first.is_empty() && !second.is_empty() && first != second {
                continue;
            }
            let is_told = told.iter().any(|finding| {
                let said = [Some(&finding.place), finding.other.as_ref()];
                said.into_iter().flatten().any(|place| place.excerpt.contains(one) || place.excerpt.contains(other))
            });
            if is_told || !are_alike(one, other) || is_known(context, one) && is_known(context, other) {
                continue;
            }
            // The title of the item is the agenda's.
            let (said, at, right, there) = if field.path == "item.title" {
                (other, elsewhere, one, field)
            } else {
                (one, field, other, elsewhere)
            };
            let message = format!("“{said}” here, “{right}” elsewhere");
            let hint = "Spell the name in one way, if both are the same.";
            findings.push(
                Finding::new("name-spelling", Severity::Note, message, hint, Place::new(&at.path, *said))
                    .against(Place::new(&there.path, *right)),
            );
        }
    }
    findings
}

/// A word with a capital within a sentence.
fn name_at<'a>(field: &'a FieldText<'_>, at: usize) -> Option<&'a str> {
    let prose = &field.prose;
    let token = prose.tokens[at];
    let word = without_possessive(prose.text(at));
    let is_title = field.path == "item.title";
    let is_name = token.kind == TokenKind::Word
        && !token.quoted
        && word.starts_with(char::is_uppercase)
        && word.chars().count() >= FEWEST
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && word.chars().skip(1).any(char::is_lowercase);
    (is_name && (is_title || !prose.starts_sentence(at) || prose.text(at + 1).starts_with(char::is_uppercase)))
        .then_some(word)
}

/// The word with a capital before a name, that is no title.
fn first_name<'a>(field: &'a FieldText<'_>, at: usize) -> &'a str {
    let before = at.checked_sub(1).map_or("", |before| field.prose.text(before));
    // What opens a sentence has its capital from that.
    let is_title = at > 0 && (title_at(&field.prose, at - 1).is_some() || field.prose.starts_sentence(at - 1));
    if before.starts_with(char::is_uppercase) && !is_title { before } else { "" }
}

/// They begin with the same two letters, end alike and differ by a letter in between, marks aside.
fn are_alike(one: &str, other: &str) -> bool {
    let letters = |word: &str| folded(word).chars().collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    // `the Rasmussens` and `Ed Rasmusson`
    let single = |word: &[char]| word.strip_suffix(&['s']).filter(|word| word.len() >= FEWEST).map(<[char]>::to_vec);
    are_near(&one, &other)
        || single(&one).is_some_and(|one| one != other && are_near(&one, &other))
        || single(&other).is_some_and(|other| one != other && are_near(&one, &other))
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

/// The draft lists the word, or the dictionary has it in small letters: `Station` is none.
fn is_known(context: &Context<'_>, word: &str) -> bool {
    let lower = word.to_lowercase();
    context.known.proofreader.as_ref().is_some_and(|reader| reader.knows(context.draft.language(), &lower))
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
        check("de", "Die Sitzung und die Satzung.", &[]);
    }
}
