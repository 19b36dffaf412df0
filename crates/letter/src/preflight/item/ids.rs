//! From a text to the ids in it, and whether one is another with a digit or two gone wrong.

use std::ops::Range;

/// Ids with fewer digits are too often like another by chance.
const FEWEST_DIGITS: usize = 3;
/// Marks that end an id, beside spaces.
#[rustfmt::skip]
const ENDS: &[char] = &[
    ',', ';', ':', '(', ')', '[', ']', '“', '”', '"', '*', '«', '»',
];

/// The words of a text that hold a digit, whole with the marks within them: `WX/26/01873/FUL`, `27-0312`, `11.A`.
pub fn ids(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = move |part: &str| whole(part, part.as_ptr() as usize - text.as_ptr() as usize);
    text.split_whitespace()
        .filter(|chunk| {
            chunk.bytes().any(|byte| byte.is_ascii_digit()) && !chunk.contains("://") && !chunk.contains('@')
        })
        .flat_map(|chunk| chunk.split(ENDS))
        .filter(|part| part.bytes().any(|byte| byte.is_ascii_digit()))
        .map(bytes)
}

/// The bytes of the id that begins here, or after the marks that stand here.
pub fn id_at(text: &str, start: usize) -> Range<usize> {
    let rest = &text[start..];
    whole(rest.split(|c: char| c.is_whitespace() || ENDS.contains(&c)).next().unwrap_or_default(), start)
}

/// The bytes of the id in a part of a text that begins at `start`, without marks around it and without the ending of a
/// possessive.
fn whole(part: &str, start: usize) -> Range<usize> {
    let is_mark = |c: char| !c.is_alphanumeric();
    let start = start + part.len() - part.trim_start_matches(is_mark).len();
    let id = part.trim_matches(is_mark);
    let id = id.strip_suffix("’s").or_else(|| id.strip_suffix("'s")).unwrap_or(id);
    start..start + id.len()
}

/// The other id is this one with one digit wrong, missing or too many, or with its digits in another order.
pub fn is_slip_of(own: &str, other: &str) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    if own.eq_ignore_ascii_case(other) || digits(own) < FEWEST_DIGITS || !own.is_ascii() || !other.is_ascii() {
        return false;
    }
    let shape = |text: &str| {
        text.bytes().filter(|byte| !byte.is_ascii_digit()).map(|b| b.to_ascii_lowercase()).collect::<Vec<u8>>()
    };
    if own.len() == other.len() {
        let pairs = || own.bytes().zip(other.bytes());
        let same_shape = pairs().all(|(a, b)| a.is_ascii_digit() && b.is_ascii_digit() || a.eq_ignore_ascii_case(&b));
        if !same_shape {
            return false;
        }
        let wrong: Vec<(u8, u8)> = pairs().filter(|(a, b)| !a.eq_ignore_ascii_case(b)).collect();
        let (mut ours, mut theirs): (Vec<u8>, Vec<u8>) = wrong.iter().copied().unzip();
        ours.sort_unstable();
        theirs.sort_unstable();
        return wrong.len() == 1 || wrong.len() <= 4 && ours == theirs;
    }
    // Short ids of other lengths are other ids.
    own.len().abs_diff(other.len()) == 1
        && digits(own) >= 6
        && shape(own) == shape(other)
        && strsim::damerau_levenshtein(own, other) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_whole() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = ids(text).map(|bytes| &text[bytes]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("object to application WX/26/01873/FUL, which", &["WX/26/01873/FUL"]);
        check("Council File 27-0312’s title (File 2027-118).[^x1] No", &["27-0312", "2027-118", "x1"]);
        check("Item 11.A. See https://x.org/27-0312", &["11.A"]);
        check("“WADMIN26-0009”", &["WADMIN26-0009"]);
        assert_eq!(id_at("see Item 11.A, and", 9), 9..13);
        assert_eq!(id_at("Item –9’s", 5), 8..9);
    }

    #[test]
    fn a_slip_is_a_digit_or_the_order_of_digits() {
        let check =
            |own: &str, other: &str, expected: bool| assert_eq!(is_slip_of(own, other), expected, "{own} {other}");
        check("27-0312", "27-0321", true);
        check("2026-288", "2026-228", true);
        check("WADMIN26-0009", "WADMIN26-0090", true);
        check("WX/26/01873/FUL", "WX/26/01837/FUL", true);
        check("EPA-HQ-OAR-2025-0158", "EPA-HQ-OAR-2025-158", true);
        check("27-0312", "27-0312", false);
        check("27-0312", "27-0499", false);
        check("27-0312", "P27-0312", false);
        check("FTA-2026-0047", "FHA-2026-0047", false);
        check("8", "9", false);
        check("26-41", "26-411", false);
    }
}
