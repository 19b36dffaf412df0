//! The school year that it takes to follow the text, told at its hardest sentence.
//!
//! The grade of Flesch and Kincaid, for English: 0.39 × words per sentence + 11.8 × syllables per word − 15.59
//! (J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, “Derivation of New Readability Formulas for Navy
//! Enlisted Personnel”, Research Branch Report 8-75, Naval Technical Training Command, 1975). Syllables are counted by
//! the groups of vowels in a word, which is right for most and near for the rest.

use super::super::context::{Context, FieldText};
use super::sentences::{Sentence, running, sentences};
use crate::finding::{Finding, Place, Severity};
use crate::prose::TokenKind;

/// Above this grade people put a letter down.
const HIGHEST: f64 = 16.0;
/// So many words and sentences must there be to speak of a grade; one sentence alone is long, and told as that.
const LEAST: usize = 30;
const LEAST_SENTENCES: usize = 2;

/// What a grade is made of.
#[derive(Clone, Copy, Default)]
struct Measure {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Measure {
    fn of(field: &FieldText<'_>, sentence: &Sentence) -> Self {
        let mut measure = Self { sentences: 1, ..Self::default() };
        for at in sentence.tokens.clone() {
            let token = field.prose.tokens[at];
            let word = field.prose.text(at);
            if token.kind == TokenKind::Word && !token.quoted && word.starts_with(char::is_alphabetic) {
                measure.words += 1;
                measure.syllables += syllables(word);
            }
        }
        measure
    }

    fn and(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    fn is_hard(self) -> bool {
        self.words >= LEAST && self.sentences >= LEAST_SENTENCES && self.grade() > HIGHEST
    }

    fn grade(self) -> f64 {
        let (sentences, words) = (self.sentences.max(1) as f64, self.words.max(1) as f64);
        0.39 * words / sentences + 11.8 * self.syllables as f64 / words - 15.59
    }
}

/// The person's own words read above the highest grade.
pub(in crate::preflight) fn reading_grade(context: &Context<'_>) -> Vec<Finding> {
    if !context.is_english() {
        return Vec::new();
    }
    running(context).filter_map(of_field).collect()
}

fn of_field(field: &FieldText<'_>) -> Option<Finding> {
    let sentences = sentences(field).into_iter().filter(|sentence| sentence.words > 0);
    let measured: Vec<_> = sentences.map(|sentence| (Measure::of(field, &sentence), sentence)).collect();
    let whole = measured.iter().fold(Measure::default(), |sum, (measure, _)| sum.and(*measure));
    if !whole.is_hard() {
        return None;
    }
    let (_, hardest) = measured.iter().max_by(|(one, _), (other, _)| one.grade().total_cmp(&other.grade()))?;
    Some(Finding::new(
        "reading-grade",
        Severity::Note,
        format!("this reads at grade {:.0}, as law reviews do", whole.grade()),
        "Write shorter sentences and shorter words, and begin with this one; say who does what.",
        Place::new(&field.path, &field.text[hardest.bytes.clone()]),
    ))
}

/// The syllables of an English word, at least one.
fn syllables(word: &str) -> usize {
    let word = word.to_ascii_lowercase();
    word.split('-').filter(|piece| !piece.is_empty()).map(of_piece).sum::<usize>().max(1)
}

fn of_piece(word: &str) -> usize {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || !c.is_ascii() && c.is_alphabetic();
    let mut groups = 0;
    let mut before = false;
    for c in word.chars() {
        let vowel = is_vowel(c);
        groups += usize::from(vowel && !before);
        before = vowel;
    }
    let word = ["’s", "'s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let is_silent =
        |ending: &str, kept: &[&str]| word.ends_with(ending) && !kept.iter().any(|kept| word.ends_with(kept));
    // The e at the end is silent, and so it is in most plurals and pasts.
    let silent = is_silent("e", &["le", "ee", "ie", "oe", "ye", "ue"])
        || is_silent("es", &["ses", "zes", "ches", "shes", "xes", "ces", "ges", "les", "ies"])
        || is_silent("ed", &["ted", "ded", "ied", "eed"]);
    groups.saturating_sub(usize::from(silent && groups > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn syllables_are_counted() {
        let check = |word: &str, expected: usize| assert_eq!(syllables(word), expected, "{word}");
        check("the", 1);
        check("shade", 1);
        check("table", 2);
        check("walked", 1);
        check("wanted", 2);
        check("accommodation", 5);
        check("unconditional", 5);
        check("buses", 2);
        check("year-old", 2);
        check("city’s", 2);
        check("x", 1);
    }

    #[test]
    fn the_language_of_offices_is_noted() {
        let check = |language: &str, text: &str, expected: &[&str]| {
            let draft = Draft { language: language.to_owned(), ..with_words("hook", text) };
            let found = places(&told(&draft), "reading-grade");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        let office = "Notwithstanding considerations regarding commercial utilization, unconditional prioritization of \
            vehicular accommodation necessarily disadvantages economically vulnerable individuals. Discontinuation of \
            established recreational infrastructure demonstrates institutional indifference toward neighborhood \
            sustainability. Comprehensive evaluation of alternative configurations appears administratively unavoidable.";
        let plain = "I wash dishes at the diner next to the parklet. Last Tuesday I counted thirty-one people who sat \
            there without buying anything, and none of them did any harm. Where else would they sit?";
        check("", office, &[&office[..office.find(" Disc").unwrap()]]);
        check("", plain, &[]);
        check("", "Discontinuation of established recreational infrastructure is regrettable.", &[]);
        check("de", office, &[]);
    }
}
