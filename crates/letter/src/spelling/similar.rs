//! A word that nobody knows to the known words that a slip or two make of it.
//!
//! spellbook can do this as well. It asks the whole dictionary when no slip explains the word, which takes a hundred
//! times as long, and its likeliest words are not near enough to be told without doubt.

/// Two words that are often written as one. To split any other word would make two of each name.
#[rustfmt::skip]
const JOINED: &[(&str, &str)] = &[
    ("alot", "a lot"), ("aswell", "as well"), ("atleast", "at least"), ("eachother", "each other"), ("incase", "in case"),
    ("infact", "in fact"), ("inorder", "in order"), ("inspite", "in spite"), ("noone", "no one"), ("ofcourse", "of course"),
];
/// Endings that are taken for one another, of which neither is a single slip away.
const ENDINGS: &[(&str, &str)] = &[("ally", "ly"), ("ys", "ies"), ("ible", "able"), ("able", "ible")];

/// The known words that one slip makes of this one: a letter left out, added, mistaken, or two swapped.
pub(super) fn one_slip(word: &str, alphabet: &[char], is_word: impl Fn(&str) -> bool) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    let mut candidate = String::with_capacity(word.len() + 4);
    let mut ask = |parts: [&[char]; 3]| {
        candidate.clear();
        candidate.extend(parts.into_iter().flatten());
        if is_word(&candidate) && !found.contains(&candidate) {
            found.push(candidate.clone());
        }
    };
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        match after {
            [first, second, rest @ ..] if first != second => ask([before, &[*second, *first], rest]),
            _ => {}
        }
        if let [_, rest @ ..] = after {
            ask([before, &[], rest]);
            alphabet.iter().for_each(|letter| ask([before, &[*letter], rest]));
        }
        alphabet.iter().for_each(|letter| ask([before, &[*letter], after]));
    }
    let joined = JOINED.iter().filter(|(written, _)| *written == word);
    found.extend(joined.map(|(_, two)| (*two).to_owned()));
    found
}

/// The word with one “ie” written “ei”, or the other way round: what is taken for another more often than anything else
/// in English, so that no doubt is left when it makes a known word.
pub(super) fn ie_for_ei(word: &str) -> impl Iterator<Item = String> {
    let swapped = |(at, pair): (usize, &str)| {
        let other = if pair == "ie" { "ei" } else { "ie" };
        format!("{}{other}{}", &word[..at], &word[at + 2..])
    };
    ["ie", "ei"].into_iter().flat_map(move |pair| word.match_indices(pair).map(swapped))
}

/// The known words that two slips make of this one, where one of them is a letter doubled or not, or an ending.
pub(super) fn two_slips(word: &str, alphabet: &[char], is_word: impl Fn(&str) -> bool) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut variants: Vec<String> = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let is_double = letters.get(at + 1) == Some(letter);
        let end = if is_double { at } else { at + 1 };
        let doubled = (!is_double).then_some(letter);
        variants.push(letters[..end].iter().chain(doubled).chain(&letters[at + 1..]).collect());
    }
    let ending = |(written, meant): &(&str, &str)| Some(word.strip_suffix(written)?.to_owned() + meant);
    let mut found: Vec<String> = ENDINGS.iter().filter_map(ending).filter(|other| is_word(other)).collect();
    for variant in variants {
        found.extend(one_slip(&variant, alphabet, &is_word));
    }
    found.sort_unstable();
    found.dedup();
    found
}
