//! Numbers and e-mail addresses of persons in a text: by their exact shape, or by the words before them.

use super::ExposureKind;
use super::scan::{Found, cues, folded, is_blank, is_wide, is_word, over, shape, stands_alone, web};
use super::tongues::{Tongue, tongues};
use crate::language;

/// Phones as North America writes them; eleven digits with the country's 1.
#[rustfmt::skip]
const PHONES: [&str; 24] = [
    "+d (ddd) ddd-dddd", "+d (ddd) ddd dddd", "+d (ddd)ddd-dddd", "+d ddd-ddd-dddd", "+d ddd ddd dddd",
    "+d ddd.ddd.dddd", "+d-ddd-ddd-dddd", "+d.ddd.ddd.dddd", "+ddddddddddd", "d-ddd-ddd-dddd", "d.ddd.ddd.dddd",
    "d ddd.ddd.dddd", "d ddd-ddd-dddd", "d (ddd)ddd-dddd", "d (ddd) ddd-dddd", "d (ddd) ddd dddd",
    "(ddd) ddd-dddd", "(ddd)ddd-dddd", "(ddd) ddd.dddd", "(ddd) ddd dddd", "(ddd)ddd dddd", "ddd-ddd-dddd",
    "ddd.ddd.dddd", "ddd ddd-dddd",
];

/// Phones of nothing but digits and blanks, which a row of numbers may look like.
const BLANK_PHONES: [&str; 2] = ["d ddd ddd dddd", "ddd ddd dddd"];

/// Cards, longest first; the check digit decides.
#[rustfmt::skip]
const CARDS: [&str; 8] = [
    "dddd dddd dddd dddd", "dddd-dddd-dddd-dddd", "dddd dddddd ddddd", "dddd-dddddd-ddddd",
    "ddddddddddddddddddd", "dddddddddddddddd", "ddddddddddddddd", "dddddddddddddd",
];

/// What comes before the extension of a phone.
const EXTENSIONS: [&str; 5] = ["extension", "ext.", "ext", "x.", "x"];

/// Social Security numbers as people write them.
const SECURITY: [&str; 3] = ["ddd-dd-dddd", "ddd dd dddd", "ddddddddd"];

/// What joins a second number to the first.
const JOINS: [&str; 9] = ["and", "or", "y", "o", "at", "và", "и", "і", "та"];

/// How far before a phone its owner is named: in words, and in letters of a script without blanks.
const NEAR: (usize, usize) = (9, 24);

/// Hosts whose addresses are private persons'.
#[rustfmt::skip]
const FREE_MAIL: [&str; 28] = [
    "gmail.com", "googlemail.com", "yahoo.com", "ymail.com", "hotmail.com", "outlook.com", "live.com", "msn.com",
    "icloud.com", "me.com", "mac.com", "aol.com", "proton.me", "protonmail.com", "pm.me", "gmx.com", "gmx.net",
    "mail.com", "comcast.net", "sbcglobal.net", "att.net", "verizon.net", "pacbell.net", "earthlink.net", "cox.net",
    "fastmail.com", "zoho.com", "tutanota.com",
];

/// The numbers of persons.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let web = web(text);
    let folded = folded(text);
    let starts = text.char_indices().filter(|(at, c)| {
        (c.is_ascii_digit() || matches!(c, '(' | '（' | '+' | '＋')) && !web.iter().any(|range| range.contains(at))
    });
    for (at, _) in starts {
        let hit = social_security(text, at)
            .map(|end| (ExposureKind::SocialSecurity, end))
            .or_else(|| card(text, at).map(|end| (ExposureKind::PaymentCard, end)))
            .or_else(|| phone(text, &folded, at).map(|end| (ExposureKind::Phone, end)));
        found.extend(hit.map(|(kind, end)| Found { kind, range: at..end }));
    }
    for tongue in tongues(text) {
        by_cue(&mut found, text, &folded, tongue);
    }
    found
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

fn social_security(text: &str, at: usize) -> Option<usize> {
    let end = shape(text, at, "ddd-dd-dddd")?;
    let number = digits(&text[at..end]);
    // Numbers that were never given out: 000, 666 and 9xx, group 00, serial 0000.
    let [area, group, serial] = [&number[..3], &number[3..5], &number[5..]];
    let is_given = area[0] != 9 && area != [0; 3] && area != [6; 3] && group != [0; 2] && serial != [0; 4];
    is_given.then_some(end)
}

fn card(text: &str, at: usize) -> Option<usize> {
    let end = CARDS.iter().find_map(|card| shape(text, at, card))?;
    let digits = digits(&text[at..end]);
    let is_issued = matches!(digits.first(), Some(3..=6)) || matches!(digits.get(..2), Some([2, 2..=7]));
    (is_issued && passes_luhn(&digits)).then_some(end)
}

/// ISO/IEC 7812-1, annex B.
fn passes_luhn(digits: &[u32]) -> bool {
    let weigh = |(place, digit): (usize, &u32)| match place % 2 {
        1 if *digit > 4 => digit * 2 - 9,
        1 => digit * 2,
        _ => *digit,
    };
    digits.iter().rev().enumerate().map(weigh).sum::<u32>() % 10 == 0
}

fn phone(text: &str, folded: &str, at: usize) -> Option<usize> {
    let blanks =
        || BLANK_PHONES.iter().find_map(|phone| shape(text, at, phone)).filter(|end| !is_in_row(text, at, *end));
    let end = PHONES.iter().find_map(|phone| shape(text, at, phone)).or_else(blanks);
    let end = match end {
        Some(end) => (is_national(&digits(&text[at..end])) && !is_of_office(folded, at)).then_some(end),
        None => abroad(text, at).filter(|_| !is_of_office(folded, at)),
    };
    end.map(|end| with_extension(folded, end))
}

/// The end of a phone with the extension that follows: ` x9`, `, ext. 204`.
fn with_extension(folded: &str, end: usize) -> usize {
    let rest = folded[end..].trim_start_matches(|c| is_blank(c) || c == ',');
    let Some(word) = EXTENSIONS.iter().find(|word| rest.starts_with(**word)) else { return end };
    let rest = rest[word.len()..].trim_start_matches(is_blank);
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !rest[length..].starts_with(is_word);
    if (1..=6).contains(&length) && ends { folded.len() - rest.len() + length } else { end }
}

/// Another number stands beside it, so that it is one of a row.
fn is_in_row(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].trim_end_matches(is_blank);
    let after = text[end..].trim_start_matches(is_blank);
    before.ends_with(|c: char| c.is_ascii_digit()) || after.starts_with(|c: char| c.is_ascii_digit())
}

/// A number that North America gives out to persons.
fn is_national(digits: &[u32]) -> bool {
    let national = match digits {
        [1, national @ ..] if national.len() == 10 => national,
        national if national.len() == 10 => national,
        _ => return false,
    };
    // Neither an area nor an exchange begins with 0 or 1; 8xx numbers are those of organisations.
    let is_free = national[0] == 8 && national[1] == national[2];
    national[0] > 1 && national[3] > 1 && !is_free
}

/// The end of a phone of another country: a plus sign, the country, and so many digits that it is no amount.
fn abroad(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(['+', '＋'])?;
    let start = text.len() - rest.len();
    let end = start + run(rest);
    let digits = digits(&text[start..end]);
    let is_number = (10..=15).contains(&digits.len()) && digits[0] > 1;
    (is_number && stands_alone(text, at, end)).then_some(end)
}

/// The length of digits in groups, as phones are written.
fn run(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_digit() || is_blank(c) || "()（）-.\u{2010}\u{2011}–".contains(c);
    let all = &text[..text.find(|c| !is_part(c)).unwrap_or(text.len())];
    all.trim_end_matches(|c: char| !c.is_ascii_digit()).len()
}

/// The words shortly before speak of an office, and not of the person.
pub(super) fn is_of_office(folded: &str, at: usize) -> bool {
    let sentence = folded[..at]
        .rfind(['.', '!', '?', '\n', '。', '！', '？'])
        .map_or(0, |end| end + folded[end..].chars().next().map_or(0, char::len_utf8));
    let near = &folded[sentence..at];
    let words = near.rmatch_indices(is_blank).nth(NEAR.0).map_or(0, |(place, _)| place);
    let wide = near.char_indices().rev().filter(|(_, c)| is_wide(*c)).nth(NEAR.1).map_or(0, |(place, _)| place);
    let near = &near[words.max(wide)..];
    let speaks =
        |of: fn(&Tongue) -> &'static [&'static str]| tongues(near).any(|tongue| !cues(near, of(tongue)).is_empty());
    !speaks(|tongue| tongue.own) && speaks(|tongue| tongue.offices)
}

/// Numbers that only the words before them make personal.
fn by_cue(found: &mut Vec<Found>, text: &str, folded: &str, tongue: &Tongue) {
    let owned = owned(folded, tongue.cases, tongue.owners);
    for (places, kind) in [(cues(folded, tongue.licences), ExposureKind::Licence), (owned, ExposureKind::CaseNumber)] {
        for cue in places {
            let start = over(folded, cue.end, tongue.between);
            let end = start + number(&text[start..]);
            if digits(&text[start..end]).len() >= LEAST_DIGITS {
                found.push(Found { kind, range: start..end });
            }
        }
    }
    for cue in cues(folded, tongue.security) {
        let mut start = over(folded, cue.end, tongue.between);
        // One word announces as many as follow each other.
        while let Some(end) = SECURITY.iter().find_map(|security| shape(text, start, security)) {
            found.push(Found { kind: ExposureKind::SocialSecurity, range: start..end });
            start = over(folded, end, &JOINS);
        }
    }
    for cue in cues(folded, tongue.births) {
        let start = over(folded, over(folded, cue.end, tongue.between), &["on"]);
        let end = start + day(&text[start..]);
        if end > start {
            found.push(Found { kind: ExposureKind::BirthDate, range: start..end });
        }
    }
    // After such a word the ten digits of a phone need no shape.
    for cue in cues(folded, tongue.phones) {
        let start = over(folded, cue.end, tongue.between);
        let end = start + run(&text[start..]);
        let is_phone = stands_alone(text, start, end) && is_national(&digits(&text[start..end]));
        if is_phone && !is_of_office(folded, start) {
            found.push(Found { kind: ExposureKind::Phone, range: start..with_extension(folded, end) });
        }
    }
}

/// Where these nouns stand beside an owner, from the noun on to the end of both.
pub(super) fn owned(folded: &str, nouns: &[&str], owners: &[&str]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    for noun in cues(folded, nouns) {
        let before = folded[..noun.start].trim_end_matches(is_blank);
        let ends = |owner: &&&str| {
            let whole = |rest: &str| owner.chars().next().is_some_and(is_wide) || !rest.ends_with(is_word);
            before.strip_suffix(**owner).is_some_and(whole)
        };
        let after = folded[noun.end..].trim_start_matches(is_blank);
        let begins = |owner: &&&str| {
            let whole = |rest: &str| owner.chars().next_back().is_some_and(is_wide) || !rest.starts_with(is_word);
            after.strip_prefix(**owner).is_some_and(whole)
        };
        let follows = owners.iter().filter(begins).map(|owner| owner.len()).max();
        match follows {
            Some(length) => found.push(noun.start..folded.len() - after.len() + length),
            None if owners.iter().any(|owner| ends(&owner)) => found.push(noun),
            None => {}
        }
    }
    found
}

/// The length of a number with its letters and hyphens, as files bear them.
fn number(text: &str) -> usize {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "-/".contains(c))).unwrap_or(text.len());
    text[..end].trim_end_matches(['-', '/']).len()
}

/// The length of a date: `4/12/1961`, `1961-04-12`, `April 12, 1961`, `12 de abril de 1961`, `1961年4月12日`.
fn day(text: &str) -> usize {
    let digits = text.find(|c: char| !(c.is_ascii_digit() || "/-.".contains(c))).unwrap_or(text.len());
    let plain = text[..digits].trim_end_matches(['.', '-', '/']);
    if plain.len() >= 6 && plain.contains(['/', '-', '.']) {
        return plain.len();
    }
    let wide = text.find(|c: char| !(c.is_ascii_digit() || "年月日".contains(c))).unwrap_or(text.len());
    if text[..wide].contains('年') && text[..wide].contains('月') {
        return wide;
    }
    let mut length = 0;
    let mut words = Vec::new();
    for word in text.split_inclusive([' ', ',']).take(MOST_DAY_WORDS) {
        words.push(word.trim_end_matches(|c: char| !c.is_alphanumeric()));
        length += word.len();
        let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        if is_year(words.last().copied().unwrap_or_default()) {
            // A month and a year alone are nobody's birthday.
            let is_day = |word: &&str| word.len() <= 2 && word.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
            let opens = words.first().is_some_and(|word| is_day(word) || language::is_month(word));
            let has_month = opens && words.iter().any(is_day) && words.iter().any(|word| language::is_month(word));
            return if has_month { text[..length].trim_end_matches(|c: char| !c.is_alphanumeric()).len() } else { 0 };
        }
    }
    0
}

/// The fewest digits of a number by which a person is found.
const LEAST_DIGITS: usize = 4;

/// The most words of a day: `12 tháng 4 năm 1961`, `12 de abril de 1961`.
const MOST_DAY_WORDS: usize = 5;

/// The e-mail addresses of private persons.
pub(super) fn emails(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        // Rich text may escape a line below the letters.
        let is_local = |c: char| c.is_ascii_alphanumeric() || "._%+-\\".contains(c);
        let start = text[..at]
            .rfind(|c: char| !is_local(c))
            .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
        let host = &text[at + 1..];
        let length = host.find(|c: char| !(c.is_ascii_alphanumeric() || ".-".contains(c))).unwrap_or(host.len());
        let host = host[..length].trim_end_matches(['.', '-']);
        if start < at && FREE_MAIL.iter().any(|free| host.eq_ignore_ascii_case(free)) {
            found.push(Found { kind: ExposureKind::Email, range: start..at + 1 + host.len() });
        }
    }
    found
}
