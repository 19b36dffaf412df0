//! From a word to the number it says: `three`, `3`, `twenty-one`.
//!
//! Counts of things only, small enough that a person would count them. Ordinals, money and years are not here.

#[rustfmt::skip]
const SMALL: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];

#[rustfmt::skip]
const TENS: &[&str] = &[
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// The count that a word or up to two digits say.
pub fn count(word: &str) -> Option<usize> {
    if !word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok();
    }
    let position = |list: &[&str], word: &str| list.iter().position(|name| name.eq_ignore_ascii_case(word));
    if let Some(small) = position(SMALL, word) {
        return Some(small);
    }
    let (tens, ones) = word.split_once('-').map_or((word, None), |(tens, ones)| (tens, Some(ones)));
    let tens = 10 * (position(TENS, tens)? + 2);
    match ones {
        None => Some(tens),
        Some(ones) => position(&SMALL[..10], ones).filter(|ones| *ones > 0).map(|ones| tens + ones),
    }
}

/// The one number is the other with two neighbouring digits exchanged: `287` and `278`.
pub fn is_turned(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let differ: Vec<usize> = (0..one.len().min(other.len())).filter(|at| one[*at] != other[*at]).collect();
    let are_digits = |first: usize| one[first].is_ascii_digit() && one[first + 1].is_ascii_digit();
    one.len() == other.len()
        && matches!(differ[..], [first, second] if second == first + 1 && are_digits(first)
            && one[first] == other[second] && one[second] == other[first])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_digits_count() {
        let check = |word: &str, expected: Option<usize>| assert_eq!(count(word), expected, "{word}");
        check("three", Some(3));
        check("Three", Some(3));
        check("3", Some(3));
        check("12", Some(12));
        check("nineteen", Some(19));
        check("twenty", Some(20));
        check("Twenty-One", Some(21));
        check("twenty-twelve", None);
        check("2026", None);
        check("third", None);
        check("ones", None);
        check("", None);
    }
}
