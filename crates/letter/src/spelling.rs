//! The words of a text to those that no dictionary knows, each with the words that were probably meant.
//!
//! A [`Speller`] is built once from a dictionary in the format of Hunspell, the one for American English being built
//! in, and says of a text which words are misspelt. It is made to be believed: a word is told only when a known word
//! lies a slip or two away, so that names, terms and passages in other languages go untold. What a text marks as
//! somebody else's words, between quotation marks or set off, is not ours to correct. The only module that names
//! spellbook. Which fields are read, and when, is for the caller: what is said of a paragraph depends on the paragraph
//! and on what is known, so it can be kept until one of them changes.

mod dictionary;
mod similar;
mod suspects;

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::prose::Prose;
use suspects::{Stands, Suspect, suspects};

/// The most words of one text that are looked up among the similar ones. A text with more is not in the language.
const MOST_SUSPECTS: usize = 60;
/// The most words that are offered for one.
const MOST_SUGGESTIONS: usize = 3;
/// A word of so many letters leaves no doubt of what was meant after two slips, or when it is one of [`TITLES`].
const LONG: usize = 7;

/// Words that public comment writes with a capital, in which a slip is told from a name.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "administration", "affairs", "amendment", "appeals", "assembly", "association", "assistant", "attachment",
    "attorney", "authority", "boulevard", "california", "chairman", "chairperson", "chairwoman", "citizens",
    "coalition", "commission", "commissioner", "committee", "community", "congress", "constitution", "coordinator",
    "council", "councilmember", "councilwoman", "counsel", "development", "december", "department", "director",
    "district", "education", "election", "emergency", "enforcement", "environmental", "february", "federal",
    "finance", "general", "government", "governor", "hearing", "honorable", "housing", "immigration", "january",
    "justice", "legislature", "majority", "management", "manager", "meeting", "members", "municipal", "national",
    "neighborhood", "november", "october", "opposition", "ordinance", "planning", "position", "president", "program",
    "project", "property", "protection", "recommendation", "records", "representative", "request", "resolution",
    "resources", "saturday", "secretary", "senator", "september", "services", "sincerely", "subcommittee", "subject",
    "superintendent", "supervisor", "supervisors", "support", "technology", "thursday", "transit", "transportation",
    "treasurer", "tuesday", "university", "wednesday",
];

/// A dictionary that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DictionaryError {
    /// Its letters are written in an encoding that is not read here.
    #[error("the dictionary is written in the encoding {0}, which Lectern does not read")]
    Encoding(String),
    /// It is no dictionary in the format of Hunspell.
    #[error("the dictionary does not read: {0}")]
    Format(String),
}

/// A word that is probably misspelt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelt {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What was probably meant, the likeliest first; never empty.
    pub suggestions: Vec<String>,
}

/// Words that are right because the desk knows them: names of people and bodies, initials, terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownWords {
    /// In small letters.
    words: HashSet<String>,
    /// Those that are written in capitals alone.
    capitals: HashSet<String>,
    /// Those of a desk, which stay while one draft after another adds its own.
    beneath: Option<Arc<KnownWords>>,
}

impl KnownWords {
    /// The words of these texts.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known = Self::default();
        texts.into_iter().for_each(|text| known.add(text));
        known
    }

    /// These words, to which others can be added without a copy of them.
    pub fn upon(beneath: Arc<KnownWords>) -> Self {
        Self { beneath: Some(beneath), ..Self::default() }
    }

    /// Adds the words of a text.
    pub fn add(&mut self, text: &str) {
        let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
        for word in words.map(bare).filter(|word| !word.is_empty()) {
            self.words.insert(word.to_lowercase());
            if word.chars().all(char::is_uppercase) {
                self.capitals.insert(word.to_owned());
            }
        }
    }

    /// The word is one of them, whatever its case, or the plural of one.
    pub fn contains(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.has(&word) || ["es", "s"].iter().any(|end| word.strip_suffix(end).is_some_and(|word| self.has(word)))
    }

    /// The word in capitals is one of them, written so.
    pub fn has_capitals(&self, word: &str) -> bool {
        self.capitals.contains(word) || self.beneath.as_ref().is_some_and(|beneath| beneath.has_capitals(word))
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(word) || self.beneath.as_ref().is_some_and(|beneath| beneath.has(word))
    }
}

/// One language's dictionary, ready to be asked.
pub struct Speller {
    language: String,
    words: spellbook::Dictionary,
    /// The letters that are tried in the place of others.
    alphabet: Vec<char>,
    /// Words that the dictionary has and does not want to be offered.
    unoffered: HashSet<String>,
}

impl std::fmt::Debug for Speller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Speller").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Speller {
    /// The built-in dictionary of American English, with the terms of public comment. Takes some milliseconds: build it
    /// once, and not while somebody waits for a key.
    pub fn english() -> Self {
        let (affixes, stems) = dictionary::built_in();
        let mut words = spellbook::Dictionary::new(affixes, &stems).expect("the built-in dictionary is read by a test");
        for term in dictionary::terms() {
            words.add(term).expect("the built-in terms are read by a test");
        }
        Self::with("en-US", words, affixes, &stems)
    }

    /// A dictionary from elsewhere: the bytes of its `.aff` and `.dic` for a language such as `es` or `pt-BR`.
    pub fn new(language: &str, affixes: &[u8], stems: &[u8]) -> Result<Self, DictionaryError> {
        let (affixes, stems) = dictionary::decode(affixes, stems)?;
        let words =
            spellbook::Dictionary::new(&affixes, &stems).map_err(|error| DictionaryError::Format(error.to_string()))?;
        Ok(Self::with(language, words, &affixes, &stems))
    }

    fn with(language: &str, words: spellbook::Dictionary, affixes: &str, stems: &str) -> Self {
        let alphabet = dictionary::alphabet(affixes);
        let unoffered = dictionary::unoffered(affixes, stems);
        Self { language: language.replace('_', "-"), words, alphabet, unoffered }
    }

    /// The dictionary is for texts in this language. American spelling is not asked of a text marked as British.
    pub fn speaks(&self, language: &str) -> bool {
        let language = language.replace('_', "-");
        let (own, other) = (split(&self.language), split(&language));
        own.0.eq_ignore_ascii_case(other.0)
            && (own.1.is_empty() || other.1.is_empty() || own.1.eq_ignore_ascii_case(other.1))
    }

    /// The language is English, for which there are rules of grammar.
    pub fn is_english(&self) -> bool {
        split(&self.language).0.eq_ignore_ascii_case("en")
    }

    /// The dictionary has the word, in this form and case.
    pub fn knows(&self, word: &str) -> bool {
        self.words.check(word)
    }

    /// The words of a text that are probably misspelt, in the order of the text.
    pub fn misspelt(&self, prose: &Prose<'_>, known: &KnownWords) -> Vec<Misspelt> {
        let suspects = suspects(self, prose, known);
        let mut meant: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut misspelt = Vec::new();
        for suspect in &suspects {
            if meant.len() >= MOST_SUSPECTS && !meant.contains_key(suspect.word) {
                continue;
            }
            let suggestions = meant.entry(suspect.word).or_insert_with(|| self.meant(suspect));
            if !suggestions.is_empty() {
                misspelt.push(Misspelt { range: suspect.range.clone(), suggestions: suggestions.clone() });
            }
        }
        misspelt
    }

    /// What was meant by a word that nobody knows; nothing when no known word is near enough to be sure.
    fn meant(&self, suspect: &Suspect<'_>) -> Vec<String> {
        let word = suspect.word.to_lowercase();
        // A name is not what somebody meant who wrote a small letter, nor is a word that nobody wants to be offered.
        let is_word = |other: &str| self.knows(other) && !self.unoffered.contains(other);
        let length = word.chars().count();
        let mut meant = match suspect.stands {
            Stands::Titled if length < LONG || !self.is_english() => Vec::new(),
            Stands::Titled => TITLES.iter().filter(|title| slips(title, &word) == 1).map(|t| (*t).to_owned()).collect(),
            Stands::Small | Stands::Opening => similar::one_slip(&word, &self.alphabet, is_word),
        };
        // Nearly every word of four letters is near another; only swapped or doubled letters leave no doubt.
        if length <= 4 {
            meant.retain(|other| other.contains([' ', '\'']) || has_letters_of(other, &word));
            meant.retain(|other| length == 4 || other.chars().count() == length);
        }
        if meant.is_empty() && length >= LONG && suspect.stands == Stands::Small {
            meant = similar::two_slips(&word, &self.alphabet, is_word);
            meant.retain(|other| starts_alike(other, &word));
        }
        meant.sort_by_cached_key(|other| {
            (!other.contains(' '), slips(other, &word), !has_letters_of(other, &word), !starts_alike(other, &word))
        });
        meant.truncate(MOST_SUGGESTIONS);
        if let Some(sure) = similar::ie_for_ei(&word).find(|other| self.is_english() && meant.contains(other)) {
            meant = vec![sure];
        }
        if suspect.word.starts_with(char::is_uppercase) {
            meant.iter_mut().for_each(|other| *other = capitalised(other));
        }
        meant
    }
}

/// The words have the same letters, swapped, or doubled in one and not in the other.
fn has_letters_of(other: &str, word: &str) -> bool {
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    let swapped = |mut letters: Vec<char>| {
        letters.sort_unstable();
        letters
    };
    let undoubled = |mut letters: Vec<char>| {
        letters.dedup();
        letters
    };
    swapped(letters(other)) == swapped(letters(word)) || undoubled(letters(other)) == undoubled(letters(word))
}

/// The first letter is the last that people get wrong.
fn starts_alike(one: &str, other: &str) -> bool {
    one.chars().next() == other.chars().next()
}

/// How many letters were added, left out, mistaken or swapped. What stands between letters does not count.
fn slips(other: &str, word: &str) -> usize {
    strsim::osa_distance(&other.replace(['-', '\'', '’', ' '], "").to_lowercase(), word)
}

/// The word with its first letter a capital.
pub(crate) fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The word without the apostrophe of a possessive.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(['\'', '’']);
    ["'s", "’s", "'S", "’S"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word)
}

/// The primary subtag and the region of a language tag.
fn split(language: &str) -> (&str, &str) {
    let mut parts = language.split('-');
    let primary = parts.next().unwrap_or_default();
    (primary, parts.find(|part| part.len() == 2).unwrap_or_default())
}

#[cfg(test)]
mod tests;
