//! Sentences that nobody can read aloud in one breath.
//!
//! A sentence that lists, parted by semicolons, is long by right, and so is what it quotes. Languages that part words by
//! syllables or not at all are left alone, since their words are not counted as others are.

use super::super::context::Context;
use super::sentences::{running, sentences};
use crate::finding::{Finding, Place, Severity};

/// The most words of a sentence. Clean letters of people who write well go up to some forty, and now and then beyond.
const MOST: usize = 50;
/// From so many semicolons and colons on, a sentence is a list.
const LIST: usize = 2;

/// Languages whose words are parted by spaces, and about as long as English ones.
const COUNTED: &[&str] = &["en", "es", "fr", "de", "it", "pt", "nl", "sv", "da", "no", "nb", "tl"];

/// A sentence is longer than can be read aloud.
pub(in crate::preflight) fn long_sentence(context: &Context<'_>) -> Vec<Finding> {
    if !COUNTED.iter().any(|language| language.eq_ignore_ascii_case(context.language())) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for field in running(context) {
        for sentence in sentences(field).into_iter().filter(|sentence| sentence.words > MOST && sentence.parts < LIST) {
            findings.push(Finding::new(
                "long-sentence",
                Severity::Note,
                format!("a sentence has {} words", sentence.words),
                "Make two or three of it; a clerk who reads it aloud needs to breathe.",
                Place::new(&field.path, &field.text[sentence.bytes]),
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn long_sentences_are_found() {
        let check = |language: &str, text: &str, expected: usize| {
            let draft = Draft { language: language.to_owned(), ..with_words("hook", text) };
            assert_eq!(places(&told(&draft), "long-sentence").len(), expected, "{text}");
        };
        let row = |count: usize| "we walk ".repeat(count / 2);
        check("", &format!("{}.", row(52)), 1);
        check("es", &format!("{}.", row(52)), 1);
        check("", &format!("{}. And {}.", row(60), row(60)), 2);

        check("", &format!("{}.", row(50)), 0);
        check("", &format!("{}. And {}.", row(30), row(30)), 0);
        check("", &format!("We ask: {}; {}; {}.", row(20), row(20), row(20)), 0);
        check("", &format!("It says “{}”.", row(60)), 0);
        check("vi", &format!("{}.", row(60)), 0);
        check("", &format!("- {}\n- {}", row(30), row(30)), 0);
    }
}
