//! The words of a text to those worth asking about: unknown ones, less what looks like a name, a term or another
//! language.

use std::collections::HashSet;
use std::ops::Range;

use super::{KnownWords, Speller, bare};
use crate::prose::{Prose, TokenKind};

/// How a word stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// With a small letter.
    Small,
    /// With a capital, since it opens the sentence.
    Opening,
    /// With a capital of its own, as names and titles do.
    Titled,
}

/// A word that nobody knows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Suspect<'a> {
    /// The word, without the ending of a possessive.
    pub word: &'a str,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// How it stands.
    pub stands: Stands,
}

/// Pieces that make a new word of any other: `rezone`, `nonprofit`, `multifamily`. Not `co`, which would allow `comission`.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "anti", "bio", "counter", "cyber", "de", "eco", "geo", "hyper", "inter", "intra", "mega", "micro", "mid",
    "mini", "mis", "multi", "neuro", "non", "out", "over", "post", "pre", "pseudo", "re", "semi", "socio", "sub",
    "super", "tele", "trans", "ultra", "un", "under", "up",
];
/// The same at the end: `countywide`.
const SUFFIXES: &[&str] = &["wide", "like", "less", "ness", "ship", "based"];

/// Marks that make one thing of what stands on both sides of them: a domain, a path, a handle, a section.
const JOINING: &[&str] = &[".", "/", "\\", "_", "@", "#", "&", "+", "=", "~", ":", "§", "%", "$"];

/// The unknown words of a text, in its order.
pub(super) fn suspects<'a>(speller: &Speller, prose: &'a Prose<'_>, known: &KnownWords) -> Vec<Suspect<'a>> {
    let unknown: Vec<bool> = (0..prose.tokens.len()).map(|at| is_unknown(speller, prose, at, known)).collect();
    // A word that opens a sentence may be a name; where it is written with a capital elsewhere too, it is one.
    let titled = (0..unknown.len()).filter(|at| unknown[*at] && stands(prose, *at) == Stands::Titled);
    let names: HashSet<&str> = titled.map(|at| bare(prose.text(at))).collect();
    let is_name =
        |at: usize| prose.text(at + 1).starts_with(char::is_uppercase) || names.contains(bare(prose.text(at)));
    let mut suspects = Vec::new();
    for at in (0..unknown.len()).filter(|at| unknown[*at] && !prose.tokens[*at].quoted) {
        let stands = stands(prose, at);
        if is_joined(prose, at)
            || is_shortened(prose, at)
            || in_a_passage(&unknown, at)
            || stands == Stands::Opening && is_name(at)
        {
            continue;
        }
        for (word, range) in pieces(prose, at) {
            if looks_like_word(word, speller) && !is_known(speller, word, known) {
                suspects.push(Suspect { word, range, stands });
            }
        }
    }
    suspects
}

/// The token is a word with a piece that neither dictionary nor desk knows. What holds digits says nothing.
fn is_unknown(speller: &Speller, prose: &Prose<'_>, at: usize, known: &KnownWords) -> bool {
    prose.tokens[at].kind == TokenKind::Word
        && !prose.text(at).contains(|c: char| c.is_numeric())
        && !speller.knows(prose.text(at))
        && pieces(prose, at).any(|(word, _)| !is_known(speller, word, known))
}

/// The parts of a word between its hyphens, each without the ending of a possessive.
fn pieces<'a>(prose: &'a Prose<'_>, at: usize) -> impl Iterator<Item = (&'a str, Range<usize>)> {
    let text = prose.text(at);
    let start = prose.tokens[at].start;
    text.split('-').map(move |piece| {
        let word = bare(piece);
        let from = start + (word.as_ptr() as usize - text.as_ptr() as usize);
        (word, from..from + word.len())
    })
}

fn is_known(speller: &Speller, word: &str, known: &KnownWords) -> bool {
    if word.chars().count() < 2 || known.contains(word) || speller.knows(word) {
        return true;
    }
    let lower = word.to_lowercase();
    let whole = |rest: &str| rest.chars().count() >= 5 && speller.knows(rest);
    // `borings`, `boardings`: what is done once is done several times.
    let of_doings =
        speller.is_english() && lower.strip_suffix('s').is_some_and(|one| one.ends_with("ing") && speller.knows(one));
    // `scalloper`: who does it.
    let does = |stem: &str| {
        let bare = stem.strip_suffix('e').unwrap_or(stem);
        stem.chars().count() >= 4 && speller.knows(stem) && speller.knows(&format!("{bare}ing"))
    };
    let doer = lower.strip_suffix('s').unwrap_or(&lower);
    let of_e = || doer.strip_suffix('r').is_some_and(|stem| stem.ends_with('e') && does(stem));
    let of_doers = speller.is_english() && (doer.strip_suffix("er").is_some_and(does) || of_e());
    speller.knows(&lower)
        || of_doings
        || of_doers
        || PREFIXES.iter().any(|prefix| lower.strip_prefix(prefix).is_some_and(whole))
        || SUFFIXES.iter().any(|suffix| lower.strip_suffix(suffix).is_some_and(whole))
}

/// The longest word that is looked into: what is tried in its place grows with the cube of its letters, and no stem of the
/// dictionary is longer.
const LONGEST: usize = 24;

/// Three letters at least and not too many, no capitals but the first, and for English no letters that English does not write.
fn looks_like_word(word: &str, speller: &Speller) -> bool {
    (3..=LONGEST).contains(&word.chars().count())
        && !word.chars().skip(1).any(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
        && (!speller.is_english() || word.chars().all(|c| c.is_ascii() || c == '’'))
}

fn stands(prose: &Prose<'_>, at: usize) -> Stands {
    let text = prose.text(at);
    if !text.starts_with(char::is_uppercase) {
        Stands::Small
    } else if prose.starts_sentence(at) && !text.contains('-') {
        Stands::Opening
    } else {
        Stands::Titled
    }
}

/// A mark binds the word to its neighbour: it is a piece of a domain or a path.
fn is_joined(prose: &Prose<'_>, at: usize) -> bool {
    let touches = |left: usize, right: usize| {
        let tokens = prose.tokens.get(left).zip(prose.tokens.get(right));
        tokens.is_some_and(|(left, right)| left.end == right.start)
    };
    let before = at >= 1 && touches(at - 1, at) && prose.is_any(at - 1, JOINING);
    let after = touches(at, at + 1) && prose.is_any(at + 1, JOINING) && touches(at + 1, at + 2);
    before || after
}

/// A full stop after it ends no sentence: `subd. (b)`.
fn is_shortened(prose: &Prose<'_>, at: usize) -> bool {
    prose.is(at + 1, ".") && prose.tokens[at].end == prose.tokens[at + 1].start && !prose.ends_sentence(at + 1)
}

/// It stands among other unknown words: in a passage in another language, or in a name of several words.
fn in_a_passage(unknown: &[bool], at: usize) -> bool {
    let among = |around: usize| {
        let words = at.saturating_sub(around)..unknown.len().min(at + around + 1);
        words.filter(|other| *other != at && unknown[*other]).count()
    };
    among(2) > 1 || among(4) > 2
}
