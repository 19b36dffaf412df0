//! Patterns of words, and where a text fits them.
//!
//! A pattern is one slip between square brackets, with the words that must stand around it, one item for each:
//!
//! ```text
//! could|should|would [of=have] !course
//! START the|our ~? @plural [was=were]
//! ```
//!
//! | item | fits |
//! | --- | --- |
//! | `[of=have]`, `[is=are\|was=were]` | the slip, and what should stand for it |
//! | `word`, `one\|other` | one of these words, whatever its case |
//! | `!one\|other` | a word that is none of these, a mark, or the end of the sentence |
//! | `@class` | a word of a class |
//! | `NOUN`, `NOUNS`, `VERB` | a noun in the singular or in the plural, a verb, by its forms |
//! | `NOUN!class` | the same, but none of a class |
//! | `~` | any word that does not turn the sentence: no verb of being, no `that`, no `and` |
//! | `..` | one to three of those |
//! | `#` | a number in digits |
//! | `START`, `CLAUSE` | nothing; here a sentence starts, or what may stand as one |
//! | `END` | nothing; here the sentence ends or a mark stands |
//! | `PLAIN` | nothing; no `if` or `when` stands before this in the sentence |
//!
//! A `?` after an item says that it may be missing. Rules are found by the word of their slip, so that a text costs one
//! look-up for each of its words.

use std::collections::HashMap;

use super::forms::{is_noun, is_plural, is_verb};
use super::rules::{CLASSES, Rule, TURNS};
use super::{Lint, word_lint};
use crate::prose::{Prose, TokenKind};
use crate::spelling::Speller;

/// What a word can be.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    Noun,
    Nouns,
    Verb,
}

/// What one place of a pattern takes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fit {
    /// A word of a form, but for those of a class.
    Form(Form, &'static [&'static str]),
    Words(&'static str),
    NoneOf(&'static str),
    Class(&'static [&'static str]),
    Filler,
    Fillers,
    Number,
    Start,
    Clause,
    End,
    Plain,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Item {
    fit: Fit,
    optional: bool,
}

/// The words around one slip.
#[derive(Clone, Debug, PartialEq)]
struct Around {
    name: &'static str,
    meant: &'static str,
    /// From the slip backwards.
    before: Vec<Item>,
    after: Vec<Item>,
}

/// Every rule, by the word of its slip.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Rules(HashMap<&'static str, Vec<Around>>);

impl Rules {
    /// Reads patterns. What is no pattern is left out; a test sees to it that nothing is.
    pub(super) fn read(rules: &[Rule]) -> Self {
        let mut read = Self::default();
        for (rule, pattern) in rules.iter().flat_map(|rule| rule.patterns.iter().map(move |pattern| (rule, *pattern))) {
            let Some((before, rest)) = pattern.split_once('[') else { continue };
            let Some((slips, after)) = rest.split_once(']') else { continue };
            let items = |text: &'static str| text.split_whitespace().map(item).collect::<Option<Vec<Item>>>();
            let (Some(mut before), Some(after)) = (items(before), items(after)) else { continue };
            before.reverse();
            for (slip, meant) in slips.split('|').filter_map(|slip| slip.split_once('=')) {
                let around = Around { name: rule.name, meant, before: before.clone(), after: after.clone() };
                read.0.entry(slip).or_default().push(around);
            }
        }
        read
    }

    /// The slip at this place, if it is one.
    pub(super) fn slip(&self, prose: &Prose<'_>, words: &[String], at: usize, speller: &Speller) -> Option<Lint> {
        let text = Text { prose, words, speller };
        let rule = self
            .0
            .get(words[at].as_str())?
            .iter()
            .find(|rule| text.fits(&rule.before, at, Way::Back) && text.fits(&rule.after, at, Way::On))?;
        let mut lint = word_lint(prose, at, rule.name, rule.meant, String::new());
        if lint.suggestion == prose.text(at) {
            return None;
        }
        // Enough of the sentence for the slip to be seen: four words before it, one after.
        let first = (0..4).fold(at, |at, _| text.step(at, Way::Back).unwrap_or(at));
        let last = text.step(at, Way::On).filter(|last| prose.tokens[*last].kind == TokenKind::Word).unwrap_or(at);
        let before = if first < at { prose.span(first, at - 1) + " " } else { String::new() };
        let after = if last > at { " ".to_owned() + prose.text(last) } else { String::new() };
        let written = prose.text(at);
        lint.message = format!("“{before}{written}{after}” should probably be “{before}{}{after}”", lint.suggestion);
        Some(lint)
    }

    /// How many slips there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }
}

fn item(text: &'static str) -> Option<Item> {
    let (text, optional) = text.strip_suffix('?').map_or((text, false), |text| (text, true));
    let fit = match text {
        "~" => Fit::Filler,
        ".." => Fit::Fillers,
        "#" => Fit::Number,
        "START" => Fit::Start,
        "CLAUSE" => Fit::Clause,
        "END" => Fit::End,
        "PLAIN" => Fit::Plain,
        _ => match (text.strip_prefix('!'), text.strip_prefix('@'), form(text)) {
            (_, _, Some((form, ""))) => Fit::Form(form, &[]),
            (_, _, Some((form, but))) => Fit::Form(form, class(but.strip_prefix('!')?)?),
            (Some(words), ..) => Fit::NoneOf(words),
            (_, Some(name), _) => Fit::Class(class(name)?),
            _ => Fit::Words(text),
        },
    };
    Some(Item { fit, optional })
}

fn class(name: &str) -> Option<&'static [&'static str]> {
    CLASSES.iter().find(|(class, _)| *class == name).map(|(_, words)| *words)
}

fn form(text: &'static str) -> Option<(Form, &'static str)> {
    let forms = [("NOUNS", Form::Nouns), ("NOUN", Form::Noun), ("VERB", Form::Verb)];
    forms.iter().find_map(|(name, form)| text.strip_prefix(name).map(|rest| (*form, rest)))
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Back,
    On,
}

/// A text under a pattern.
struct Text<'a> {
    prose: &'a Prose<'a>,
    words: &'a [String],
    speller: &'a Speller,
}

impl Text<'_> {
    /// The items fit what stands before or after this place.
    fn fits(&self, items: &[Item], at: usize, way: Way) -> bool {
        let Some((item, rest)) = items.split_first() else { return true };
        if item.optional && self.fits(rest, at, way) {
            return true;
        }
        let next = self.step(at, way);
        let one = |fits: bool| fits && next.is_some_and(|next| self.fits(rest, next, way));
        let word = next.map_or("", |next| self.words[next].as_str());
        match item.fit {
            Fit::Words(words) => one(words.split('|').any(|other| other == word)),
            Fit::Class(class) => one(class.contains(&word)),
            Fit::Form(form, but) => one(!but.contains(&word) && next.is_some_and(|next| self.is_of(form, next))),
            Fit::Filler => one(self.fills(next)),
            Fit::Number => one(word.starts_with(|c: char| c.is_ascii_digit())),
            Fit::NoneOf(words) => match next {
                Some(next) => !words.split('|').any(|other| other == word) && self.fits(rest, next, way),
                None => rest.is_empty(),
            },
            Fit::Fillers => {
                let mut here = at;
                (0..3).any(|_| {
                    let next = self.step(here, way).filter(|next| self.fills(Some(*next)));
                    next.is_some_and(|next| {
                        here = next;
                        self.fits(rest, here, way)
                    })
                })
            }
            Fit::Start => self.prose.starts_sentence(at) && self.fits(rest, at, way),
            Fit::Clause => self.starts_clause(at) && self.fits(rest, at, way),
            Fit::Plain => !self.is_conditional(at) && self.fits(rest, at, way),
            Fit::End => {
                next.is_none_or(|next| self.prose.tokens[next].kind == TokenKind::Mark) && self.fits(rest, at, way)
            }
        }
    }

    /// The neighbour in the same sentence and outside quotation marks.
    fn step(&self, at: usize, way: Way) -> Option<usize> {
        let next = match way {
            Way::Back if self.prose.starts_sentence(at) => None,
            Way::Back => at.checked_sub(1),
            Way::On if self.prose.ends_sentence(at) => None,
            Way::On => at.checked_add(1),
        };
        next.filter(|next| self.prose.tokens.get(*next).is_some_and(|token| !token.quoted))
    }

    fn is_of(&self, form: Form, at: usize) -> bool {
        let word = self.prose.text(at);
        match form {
            Form::Noun => is_noun(self.speller, word),
            Form::Nouns => is_plural(self.speller, word),
            Form::Verb => is_verb(self.speller, word),
        }
    }

    fn fills(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| self.prose.tokens[at].kind == TokenKind::Word && !TURNS.contains(&self.words[at].as_str()))
    }

    /// `If it is higher then` stands for no comparison.
    fn is_conditional(&self, at: usize) -> bool {
        let mut before = std::iter::successors(Some(at), |at| self.step(*at, Way::Back));
        before.any(|at| matches!(self.words[at].as_str(), "if" | "when" | "whenever" | "once" | "where" | "unless"))
    }

    /// What stands here may be a sentence of its own.
    fn starts_clause(&self, at: usize) -> bool {
        let opening = ["and", "but", "because", "so", "since", "although", "while", ",", ";", ":", "—", "–"];
        self.prose.starts_sentence(at) || at > 0 && opening.contains(&self.words[at - 1].as_str())
    }
}
