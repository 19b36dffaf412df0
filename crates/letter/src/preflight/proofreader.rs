//! Paragraphs to their slips, each read once as long as it stays as it is.
//!
//! A paragraph's slips depend on nothing but its words and the words that are vouched for, so a live draft pays for the
//! paragraph that is being typed and no other. What the last pass did not ask for is forgotten.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use crate::grammar::lints;
use crate::prose::{Prose, Syntax};
use crate::spelling::{KnownWords, Speller};

/// What is wrong with some words.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Slip {
    /// A word that no dictionary knows, with what was probably meant.
    Misspelt(Vec<String>),
    /// A slip of grammar, with what should stand there.
    Grammar { name: &'static str, message: String, suggestion: String },
}

/// The slips of a paragraph, each with its bytes.
type Slips = Arc<[(Range<usize>, Slip)]>;

/// A dictionary and what was read with it.
///
/// Making one takes some milliseconds, and it may be shared between drafts that are not read at once.
#[derive(Debug)]
pub struct Proofreader {
    speller: Speller,
    kept: Mutex<Kept>,
}

/// The paragraphs of the last pass.
#[derive(Debug, Default)]
struct Kept {
    vouched_for: KnownWords,
    paragraphs: HashMap<String, Slips>,
}

impl Proofreader {
    /// A proofreader of American English.
    pub fn english() -> Self {
        Self::new(Speller::english())
    }

    /// A proofreader with this dictionary.
    pub fn new(speller: Speller) -> Self {
        Self { speller, kept: Mutex::default() }
    }

    /// It reads texts in this language.
    pub fn reads(&self, language: &str) -> bool {
        self.speller.speaks(language)
    }

    /// The slips of each paragraph.
    pub(super) fn read<'a>(&self, vouched_for: KnownWords, paragraphs: impl Iterator<Item = &'a str>) -> Vec<Slips> {
        // A pass that was broken off leaves nothing half-written behind.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.vouched_for != vouched_for {
            *kept = Kept { vouched_for, paragraphs: HashMap::new() };
        }
        let mut read: HashMap<String, Slips> = HashMap::with_capacity(kept.paragraphs.len());
        let mut out = Vec::new();
        for paragraph in paragraphs {
            let known = read.get(paragraph).or_else(|| kept.paragraphs.get(paragraph)).cloned();
            let slips = known.unwrap_or_else(|| self.slips(paragraph, &kept.vouched_for));
            if !read.contains_key(paragraph) {
                read.insert(paragraph.to_owned(), slips.clone());
            }
            out.push(slips);
        }
        kept.paragraphs = read;
        out
    }

    fn slips(&self, paragraph: &str, vouched_for: &KnownWords) -> Slips {
        let prose = Prose::of(paragraph, Syntax::Rich);
        let misspelt = self.speller.misspelt(&prose, vouched_for).into_iter();
        let misspelt = misspelt.map(|word| (word.range, Slip::Misspelt(word.suggestions)));
        let lints = lints(&prose, &self.speller).into_iter();
        let lints = lints.map(|lint| {
            let slip = Slip::Grammar { name: lint.name, message: lint.message, suggestion: lint.suggestion };
            (lint.range, slip)
        });
        misspelt.chain(lints).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_read_again_only_when_something_changed() {
        let reader = Proofreader::english();
        let read = |vouched: &[&str], paragraphs: &[&'static str]| {
            reader.read(KnownWords::of(vouched.iter().copied()), paragraphs.iter().copied())
        };
        let first = read(&[], &["Our volunters came.", "They sang."]);
        let second = read(&[], &["They sang.", "Our volunters came.", "Our volunters came."]);
        assert!(Arc::ptr_eq(&first[0], &second[1]) && Arc::ptr_eq(&first[1], &second[0]));
        assert!(Arc::ptr_eq(&second[1], &second[2]));
        let vouched = read(&["Volunters"], &["Our volunters came."]);
        assert_eq!((first[0].len(), vouched[0].len()), (1, 0));
        let forgotten = read(&["Volunters"], &[]);
        assert!(forgotten.is_empty() && reader.kept.lock().unwrap().paragraphs.is_empty());
    }
}
