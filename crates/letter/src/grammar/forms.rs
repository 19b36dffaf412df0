//! What a word can be, by the forms that the dictionary has of it: a noun owns something, a verb goes on as `-ing`.
//!
//! The dictionary has no parts of speech. Most words can be several; what is asked here is narrow, so that a yes is sure.

use super::rules::TURNS;
use crate::spelling::Speller;

/// Words that look like nouns or verbs by their forms, and stand in sentences as something else.
#[rustfmt::skip]
const NEITHER: &[&str] = &[
    "us", "me", "him", "her", "them", "one", "ones", "out", "down", "off", "back", "here", "there", "now", "then", "today", "tomorrow",
    "yesterday", "home", "all", "both", "each", "this", "these", "those", "who", "every", "everybody", "everyone", "nobody", "due",
    "subject", "north", "south", "east", "west", "key", "best", "morning", "evening", "outside", "inside", "downtown", "no", "yes",
];

/// The word is a noun in the singular, and no adjective.
pub(super) fn is_noun(speller: &Speller, word: &str) -> bool {
    word.len() >= 3
        && !is_neither(word)
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !word.ends_with("ing")
        && !word.ends_with("ed")
        && owns(speller, word)
        && !is_adjective(speller, word)
}

/// The word is a noun in the plural.
pub(super) fn is_plural(speller: &Speller, word: &str) -> bool {
    let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() >= 3) else { return false };
    if !word.bytes().all(|byte| byte.is_ascii_lowercase()) || stem.ends_with(['s', 'u', 'i']) || owns(speller, word) {
        return false;
    }
    let of_es = stem.strip_suffix('e');
    let of_ies = stem.strip_suffix("ie").map(|stem| format!("{stem}y"));
    speller.knows(word)
        && (owns(speller, stem)
            || of_es.is_some_and(|stem| owns(speller, stem))
            || of_ies.is_some_and(|stem| owns(speller, &stem)))
}

/// The word is a verb in one of its forms.
pub(super) fn is_verb(speller: &Speller, word: &str) -> bool {
    if is_neither(word) {
        return false;
    }
    let goes_on = |stem: &str| {
        let bare = stem.strip_suffix('e').unwrap_or(stem);
        let twice = || stem.chars().next_back().is_some_and(|last| speller.knows(&format!("{stem}{last}ing")));
        bare.len() >= 2
            && bare.contains(['a', 'e', 'i', 'o', 'u', 'y'])
            && (speller.knows(&format!("{bare}ing")) || twice())
    };
    let endings = ["", "s", "es", "d", "ed"];
    let plain = endings.iter().any(|ending| word.strip_suffix(ending).is_some_and(goes_on));
    let of_y =
        ["ies", "ied"].iter().any(|ending| word.strip_suffix(ending).is_some_and(|stem| goes_on(&format!("{stem}y"))));
    plain || of_y
}

fn is_neither(word: &str) -> bool {
    TURNS.contains(&word) || NEITHER.contains(&word)
}

/// The word is an adjective: it makes an adverb, or can be compared.
pub(super) fn is_adjective(speller: &Speller, word: &str) -> bool {
    let stem = word.strip_suffix('y').map_or_else(|| word.to_owned(), |stem| format!("{stem}i"));
    ["ly", "est"].iter().any(|ending| speller.knows(&format!("{stem}{ending}")))
        || word.strip_suffix('e').is_some_and(|stem| speller.knows(&format!("{stem}est")))
        || word.strip_suffix("le").is_some_and(|stem| speller.knows(&format!("{stem}ly")))
}

fn owns(speller: &Speller, word: &str) -> bool {
    speller.knows(&format!("{word}'s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_by_their_forms() {
        let speller = Speller::english();
        let check = |is: fn(&Speller, &str) -> bool, words: &str, expected: bool| {
            for word in words.split(' ') {
                assert_eq!(is(&speller, word), expected, "{word}");
            }
        };
        check(is_noun, "parcel guard street council ordinance budget streetlight", true);
        check(is_noun, "parcels clear important quickly the running adopted safe Oakland that you here one", false);
        check(is_plural, "parcels guards boxes cities buses churches policies homes", true);
        check(is_plural, "bus class news this parcel analysis runs-on Parks his was is", false);
        check(is_verb, "sell sells supply supplied adopt carries protect", true);
        check(is_verb, "important the of municipality us while out selling", false);
        check(is_adjective, "clear important easy safe terrible quick", true);
        check(is_adjective, "parcel guard ordinance", false);
    }
}
