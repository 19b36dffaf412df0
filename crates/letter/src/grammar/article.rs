//! `a` before a vowel that is heard, `an` before a consonant.
//!
//! Initials are read as letters or as a word, and nobody can see which; only those that sound alike both ways are told.

use super::{Lint, word_lint};
use crate::prose::{Prose, TokenKind};
use crate::spelling::Speller;

/// The sound that a word opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sound {
    Vowel,
    Consonant,
}

/// Words after the letter A itself: `schedule a and schedule b`.
#[rustfmt::skip]
const AFTER_A_LABEL: &[&str] = &[
    "about", "above", "after", "against", "all", "also", "although", "an", "and", "any", "are", "as", "at", "if", "in",
    "into", "is", "it", "its", "of", "off", "on", "or", "our", "out", "over", "under", "unless", "until", "up", "upon",
    "us", "use", "used", "uses",
];
/// Words before which `an` was to be `and`.
const FOR_AND: &[&str] = &["the", "their", "they", "we", "my", "your", "his", "her", "this", "those", "these", "our"];
/// An `h` that is not heard.
const SILENT_H: &[&str] = &["hour", "honor", "honour", "honest", "heir"];
/// An `h` that some hear and some do not.
const DOUBTFUL_H: &[&str] = &["hist", "hab", "hotel", "herb", "hero", "hallu", "hilar", "hyp", "homage", "hom"];
/// Vowels that open with the sound of a vowel, although `AS_CONSONANT` has their first letters.
const AS_VOWEL: &[&str] = &["onero", "unill", "unin", "unim", "unid", "uniss", "unitem"];
/// Vowels that open with the sound of a consonant.
#[rustfmt::skip]
const AS_CONSONANT: &[&str] = &[
    "eu", "ewe", "one", "once", "ubiq", "ukul", "unanim", "unif", "unil", "union", "unio", "uniq", "unis", "unit",
    "univ", "uran", "urin", "usa", "use", "usi", "usu", "ute", "util", "utop", "unic",
];

/// The article at this place is the wrong one for the word after it.
pub(super) fn article(prose: &Prose<'_>, at: usize, speller: &Speller) -> Option<Lint> {
    let written = prose.text(at);
    let an = match written {
        "a" => false,
        "an" => true,
        // Elsewhere than at the start of a sentence, a capital A is a label.
        "A" if prose.starts_sentence(at) => false,
        "An" if prose.starts_sentence(at) => true,
        _ => return None,
    };
    let next = prose.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Word && !next.quoted)?;
    let bound = |left: usize, right: usize| prose.tokens[left].end == prose.tokens[right].start;
    if bound(at, at + 1) || at > 0 && bound(at - 1, at) && !matches!(prose.text(at - 1), "“" | "—" | "–") {
        return None;
    }
    let word = prose.text(at + 1);
    if prose.is_any(at + 1, if an { FOR_AND } else { AFTER_A_LABEL })
        || next.end - next.start < 2 && !word.starts_with(char::is_numeric)
    {
        return None;
    }
    let sound = sound(word, speller)?;
    let (meant, heard) = match (an, sound) {
        (false, Sound::Vowel) => ("an", "a vowel"),
        (true, Sound::Consonant) => ("a", "a consonant"),
        _ => return None,
    };
    let message = format!("“{written} {word}” has the wrong article, since “{word}” opens with the sound of {heard}");
    Some(word_lint(prose, at, "article", meant, message))
}

/// What is heard first; nothing where that is not sure.
fn sound(word: &str, speller: &Speller) -> Option<Sound> {
    let first = word.chars().next()?;
    if first.is_ascii_digit() {
        return number(word);
    }
    let piece = word.split('-').next().unwrap_or(word);
    if piece.chars().count() > 1 && piece.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) {
        return initials(first);
    }
    // `R-1`, `x-ray`, `U-turn`: the letter is heard by its name.
    if piece.len() == 1 && piece.len() < word.len() {
        return Some(if "aefhilmnorsx".contains(&piece.to_lowercase()) { Sound::Vowel } else { Sound::Consonant });
    }
    let lower = word.to_lowercase();
    let opens = |with: &[&str]| with.iter().any(|with| lower.starts_with(with));
    if !word.is_ascii() && !word.contains('’') || !speller.knows(word) && !speller.knows(piece) || opens(DOUBTFUL_H) {
        return None;
    }
    Some(match lower.as_bytes()[0] {
        _ if opens(SILENT_H) => Sound::Vowel,
        _ if opens(AS_VOWEL) => Sound::Vowel,
        _ if opens(AS_CONSONANT) => Sound::Consonant,
        b'a' | b'e' | b'i' | b'o' | b'u' => Sound::Vowel,
        _ => Sound::Consonant,
    })
}

/// Eight, eleven and eighteen open with a vowel; of four digits nobody knows how they are said.
fn number(word: &str) -> Option<Sound> {
    let digits: String = word.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(|c| *c != ',').collect();
    let rest = &word[digits.len().min(word.len())..];
    if word.contains(['/', '.']) || digits.len() > 3 && !word.contains(',') || rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let lead = match digits.len() % 3 {
        0 => digits.get(..3)?,
        length => digits.get(..length)?,
    };
    Some(if lead.starts_with('8') || matches!(lead, "11" | "18") { Sound::Vowel } else { Sound::Consonant })
}

/// Initials of which letter and word open alike.
fn initials(first: char) -> Option<Sound> {
    match first {
        'A' | 'E' | 'I' | 'O' => Some(Sound::Vowel),
        'B' | 'C' | 'D' | 'G' | 'J' | 'K' | 'P' | 'Q' | 'T' | 'V' | 'W' | 'Y' | 'Z' => Some(Sound::Consonant),
        _ => None,
    }
}
