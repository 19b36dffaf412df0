//! Numbers and e-mail addresses of persons in a text: by their exact shape, or by the words before them.

use super::ExposureKind;
use super::scan::{Found, cues, over, shape, web};

/// Phones as North America writes them; eleven digits with the country's 1.
#[rustfmt::skip]
const PHONES: [&str; 14] = [
    "+d (ddd) ddd-dddd", "+d ddd-ddd-dddd", "+d ddd ddd dddd", "+d-ddd-ddd-dddd", "+d.ddd.ddd.dddd", "+ddddddddddd",
    "d-ddd-ddd-dddd", "d (ddd) ddd-dddd",
    "(ddd) ddd-dddd", "(ddd)ddd-dddd", "(ddd) ddd.dddd", "ddd-ddd-dddd", "ddd.ddd.dddd", "ddd ddd-dddd",
];

/// Cards, longest first; the check digit decides.
#[rustfmt::skip]
const CARDS: [&str; 8] = [
    "dddd dddd dddd dddd", "dddd-dddd-dddd-dddd", "dddd dddddd ddddd", "dddd-dddddd-ddddd",
    "ddddddddddddddddddd", "dddddddddddddddd", "ddddddddddddddd", "dddddddddddddd",
];

/// Whose number it is, before a phone.
const OFFICES: [&str; 22] = [
    "clerk",
    "clerk's",
    "city",
    "county",
    "office",
    "department",
    "council",
    "board",
    "agency",
    "hotline",
    "district",
    "commission",
    "committee",
    "police",
    "staff",
    "switchboard",
    "fax",
    "dispatch",
    "bureau",
    "library",
    "school",
    "state",
];

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
    let starts = text.char_indices().filter(|(at, c)| {
        (c.is_ascii_digit() || matches!(c, '(' | '+')) && !web.iter().any(|range| range.contains(at))
    });
    for (at, _) in starts {
        let hit = social_security(text, at)
            .map(|end| (ExposureKind::SocialSecurity, end))
            .or_else(|| card(text, at).map(|end| (ExposureKind::PaymentCard, end)))
            .or_else(|| phone(text, at).map(|end| (ExposureKind::Phone, end)));
        found.extend(hit.map(|(kind, end)| Found { kind, range: at..end }));
    }
    found.extend(by_cue(text));
    found
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

fn social_security(text: &str, at: usize) -> Option<usize> {
    let end = shape(text, at, "ddd-dd-dddd")?;
    let number = &text[at..end];
    // Numbers that were never given out: 000, 666 and 9xx, group 00, serial 0000.
    let is_given = !number.starts_with(['9']) && !number.starts_with("000") && !number.starts_with("666");
    (is_given && &number[4..6] != "00" && &number[7..] != "0000").then_some(end)
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

fn phone(text: &str, at: usize) -> Option<usize> {
    let end = PHONES.iter().find_map(|phone| shape(text, at, phone))?;
    let digits = digits(&text[at..end]);
    let national = match digits.as_slice() {
        [1, national @ ..] if national.len() == 10 => national,
        national if national.len() == 10 => national,
        _ => return None,
    };
    // Neither an area nor an exchange begins with 0 or 1; 8xx numbers are those of organisations.
    let is_number = national[0] > 1 && national[3] > 1;
    let is_free = national[0] == 8 && national[1] == national[2];
    (is_number && !is_free && !is_of_office(text, at)).then_some(end)
}

/// The words shortly before speak of an office, and not of the person.
fn is_of_office(text: &str, at: usize) -> bool {
    let sentence = text[..at].rfind(['.', '!', '?', '\n']).map_or(0, |end| end + 1);
    let lower = text[sentence..at].to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).collect();
    let near = &words[words.len().saturating_sub(9)..];
    let is_own = near.iter().any(|word| matches!(*word, "my" | "me" | "i" | "our" | "us" | "we" | "cell" | "mobile"));
    !is_own && near.iter().any(|word| OFFICES.contains(word))
}

/// Numbers that only the words before them make personal.
fn by_cue(text: &str) -> Vec<Found> {
    const BETWEEN: [&str; 7] = ["number", "no.", "no", "num.", "is", "was", "id"];
    const SECURITY: [&str; 3] = ["ssn", "social security", "itin"];
    const LICENCE: [&str; 7] = [
        "driver's license",
        "driver’s license",
        "drivers license",
        "driver's licence",
        "driver’s licence",
        "driver license",
        "cdl",
    ];
    const OWNERS: [&str; 5] = ["my", "his", "her", "their", "our"];
    const CASES: [&str; 13] = [
        "case",
        "claim",
        "account",
        "client",
        "member",
        "patient",
        "medical record",
        "alien",
        "a-number",
        "file",
        "booking",
        "inmate",
        "benefit",
    ];
    const BIRTH: [&str; 6] = ["date of birth", "dob", "birth date", "birthdate", "was born on", "i was born on"];
    let cases: Vec<String> =
        OWNERS.iter().flat_map(|owner| CASES.iter().map(move |case| format!("{owner} {case}"))).collect();
    let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    let rows = [
        (&SECURITY[..], ExposureKind::SocialSecurity, 9),
        (&LICENCE, ExposureKind::Licence, 4),
        (&cases, ExposureKind::CaseNumber, 4),
    ];
    for (words, kind, least) in rows {
        for cue in cues(text, words) {
            let start = over(text, cue, &BETWEEN);
            let end = start + number(&text[start..]);
            let many = digits(&text[start..end]).len();
            if many >= least && (kind != ExposureKind::SocialSecurity || many == 9) {
                found.push(Found { kind, range: start..end });
            }
        }
    }
    for cue in cues(text, &BIRTH) {
        let start = over(text, cue, &["is", "was", "on"]);
        let end = start + day(&text[start..]);
        if end > start {
            found.push(Found { kind: ExposureKind::BirthDate, range: start..end });
        }
    }
    found
}

/// The length of a number with its letters and hyphens, as files bear them.
fn number(text: &str) -> usize {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "-/".contains(c))).unwrap_or(text.len());
    text[..end].trim_end_matches(['-', '/']).len()
}

/// The length of a date: `4/12/1961`, `1961-04-12`, `April 12, 1961`, `12 April 1961`.
fn day(text: &str) -> usize {
    let digits = text.find(|c: char| !(c.is_ascii_digit() || "/-.".contains(c))).unwrap_or(text.len());
    let plain = text[..digits].trim_end_matches(['.', '-', '/']);
    if plain.len() >= 6 && plain.contains(['/', '-', '.']) {
        return plain.len();
    }
    let mut length = 0;
    let mut words = Vec::new();
    for word in text.split_inclusive([' ', ',']).take(5) {
        words.push(word.trim_end_matches([' ', ',', '.']));
        length += word.len();
        let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        if is_year(words.last().copied().unwrap_or_default()) {
            let has_month = words.iter().any(|word| crate::language::words("en").is_month(word));
            return if has_month { text[..length].trim_end_matches([' ', ',', '.']).len() } else { 0 };
        }
    }
    0
}

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
