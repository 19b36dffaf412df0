//! The signs that stand in front of the items of numbered lists: `1.`, `(a)`, `iv)`.

/// The highest number that is a sign and not a year.
const HIGHEST: u32 = 999;

/// A sign as it is written: digits, one letter or a small Roman numeral, with a period or brackets.
pub(super) fn is_sign(sign: &str) -> bool {
    number(sign).is_some() || inner(sign).is_some_and(|inner| is_letter(inner) || is_roman(inner))
}

/// The number of a sign that is written in digits.
pub(super) fn number(sign: &str) -> Option<u32> {
    let inner = inner(sign)?;
    let is_short = inner.len() <= 3 && inner.bytes().all(|b| b.is_ascii_digit());
    is_short.then(|| inner.parse().ok()).flatten().filter(|number| *number <= HIGHEST)
}

/// The sign of a list whose first item a program has marked so; none when it is a bullet.
pub(super) fn of_mark(mark: &str) -> Option<String> {
    let mark = mark.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}');
    if is_sign(mark) {
        return Some(mark.to_owned());
    }
    // `1.2.` and the like: numbered, but not as letters number.
    mark.bytes().any(|b| b.is_ascii_digit()).then(|| "1.".to_owned())
}

fn inner(sign: &str) -> Option<&str> {
    let inner = match sign.strip_prefix('(') {
        Some(rest) => rest.strip_suffix(')')?,
        None => sign.strip_suffix(')').or_else(|| sign.strip_suffix('.'))?,
    };
    (!inner.is_empty()).then_some(inner)
}

fn is_letter(inner: &str) -> bool {
    inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_alphabetic())
}

fn is_roman(inner: &str) -> bool {
    let of = |signs: [u8; 3]| inner.bytes().all(|b| signs.contains(&b));
    inner.len() <= 6 && (of(*b"ivx") || of(*b"IVX"))
}
