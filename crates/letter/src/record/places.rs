//! Where a person lives: the street of an address, by its line or by the words before it. City and ZIP code stay.

use super::ExposureKind;
use super::numbers::is_of_office;
use super::scan::{Found, cues, folded, is_blank, is_word, over};
use super::tongues::tongues;

/// What a street ends with, in the forms that lines and sentences have.
#[rustfmt::skip]
const STREETS: [&str; 29] = [
    "st", "street", "ave", "avenue", "rd", "road", "blvd", "boulevard", "dr", "drive", "ln", "lane", "way", "ct",
    "court", "pl", "place", "ter", "terrace", "cir", "circle", "pkwy", "parkway", "hwy", "highway", "broadway", "loop",
    "alley", "trail",
];

/// What stands before the name of a street in other languages: `calle Sol 12`, `12 đường Elder Creek`, `ул. Мира, д. 5`.
#[rustfmt::skip]
const STREETS_BEFORE: [&str; 17] = [
    "calle", "avenida", "av.", "bulevar", "paseo", "camino", "carretera", "kalye", "kalyeng", "đường", "phố", "улица",
    "улице", "ул.", "вулиця", "вулиці", "вул.",
];

/// What may stand before the number of a house.
const NUMBERS: [&str; 8] = ["número", "núm.", "n.º", "no.", "số", "дом", "д.", "буд."];

/// What a unit begins with.
#[rustfmt::skip]
const UNITS: [&str; 13] = [
    "apartment", "apto.", "apto", "apt", "unit", "#", "ste", "suite", "no.", "depto.", "căn hộ", "кв.", "室",
];

/// The units that people live in; a suite is an office.
const HOME_UNITS: [&str; 8] = ["apartment", "apto.", "apto", "apt", "unit", "#", "căn hộ", "кв."];

/// The most characters that a unit is looked for in.
const LONGEST_UNIT: usize = 24;
/// The longest word of a street, in bytes.
const LONGEST_WORD: usize = 40;

/// How a box at the post office is called in a line, without its stops.
const BOXES: [&str; 5] = ["po box ", "p o box ", "apartado postal ", "apartado ", "apdo postal "];

/// How it is called in a sentence.
#[rustfmt::skip]
const BOXES_IN_PROSE: [&str; 6] = ["p.o. box", "p. o. box", "po box", "post office box", "apartado postal", "apdo. postal"];

/// The most words of a street after its number.
const MOST_WORDS: usize = 5;

/// The street or box in a line of a person's own address.
pub(super) fn line(text: &str) -> Vec<Found> {
    let start = text.len() - text.trim_start().len();
    let start = start + label(&text[start..]);
    let line = text[start..].trim_end();
    let first = line.split(',').next().unwrap_or_default();
    let lower = folded(first).replace('.', "");
    let is_box = BOXES.iter().any(|name| lower.starts_with(name));
    let number = first.split(' ').next().unwrap_or_default();
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=6).contains(&digits) && number.len() <= digits + 2;
    let next = first[number.len()..].trim_start().chars().next();
    let is_street = is_number && next.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let end = start + first.trim_end().len();
    let named = street_first(line).map(|length| start + length);
    let found = if is_box || is_street { Some(end) } else { named };
    let address = |end| Found { kind: ExposureKind::Address, range: start..with_unit(text, end) };
    found.map(address).into_iter().collect()
}

/// The length of what a line may begin with: `Home: `, `Mailing address: `.
fn label(line: &str) -> usize {
    let is_label =
        |label: &&str| label.len() <= LONGEST_LABEL && label.chars().all(|c| is_blank(c) || c.is_alphabetic());
    let Some((label, rest)) = line.split_once(':').filter(|(label, _)| is_label(label)) else { return 0 };
    label.len() + 1 + (rest.len() - rest.trim_start().len())
}

/// The longest label of a line, in bytes.
const LONGEST_LABEL: usize = 24;

/// The street that follows words such as `I live at`, a street with the unit of a home, and a box at the post office.
pub(super) fn prose(text: &str) -> Vec<Found> {
    let small = folded(text);
    let mut found = Vec::new();
    for tongue in tongues(text) {
        for cue in cues(&small, tongue.homes) {
            let start = over(&small, cue.end, tongue.between);
            let rest = &text[start..];
            if let Some(length) = street(rest).or_else(|| street_first(rest)) {
                found.push(Found { kind: ExposureKind::Address, range: start..with_unit(text, start + length) });
            }
        }
    }
    found.extend(homes(text, &small));
    for cue in cues(&small, &BOXES_IN_PROSE) {
        let start = over(&small, cue.end, &NUMBERS);
        let end = start + digits(&text[start..]);
        if (1..=6).contains(&(end - start)) && !is_of_office(&small, cue.start) {
            found.push(Found { kind: ExposureKind::Address, range: cue.start..end });
        }
    }
    found
}

/// The streets of a text that are followed by the unit of a home: `1450 26th Avenue #3`. Without one a street may be
/// anybody's.
fn homes(text: &str, small: &str) -> Vec<Found> {
    let begins = |at: &usize| !small[..*at].ends_with(|c: char| is_word(c) || "-–/.$§#".contains(c));
    let numbers = text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).filter(begins);
    let home = |at: usize| {
        let street = at + street(&text[at..])?;
        let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let end = with_unit(text, street);
        let unit = small[street..end].trim_start_matches(['.', ',', ' ']);
        let is_home =
            HOME_UNITS.iter().any(|home| unit.starts_with(home)) && text[at..street].split(is_blank).all(is_name);
        (is_home && !is_office(small, at)).then_some(Found { kind: ExposureKind::Address, range: at..end })
    };
    numbers.filter_map(home).collect()
}

/// A word shortly before the street says whose office is there, be it one's own.
fn is_office(small: &str, at: usize) -> bool {
    let start = (at.saturating_sub(NEAR)..=at).find(|start| small.is_char_boundary(*start)).unwrap_or(at);
    let near = &small[start..at];
    tongues(near).any(|tongue| !cues(near, tongue.offices).is_empty())
}

/// How far before a street its office is named, in bytes.
const NEAR: usize = 60;

/// The length of a number and a street.
fn street(text: &str) -> Option<usize> {
    let mut length = 0;
    let mut is_named_before = false;
    for (place, word) in text.split_inclusive(is_blank).take(MOST_WORDS + 1).enumerate() {
        if word.len() > LONGEST_WORD {
            return None;
        }
        let bare = bare(word);
        let lower = folded(bare);
        if place == 0 && !bare.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if place == 1 && STREETS_BEFORE.contains(&lower.as_str()) {
            is_named_before = true;
            length += word.len();
            continue;
        }
        // After `đường` its name goes on as long as its capitals do.
        if is_named_before {
            let name = capitals(&text[length..]);
            return (name > 0).then_some(length + name);
        }
        if place > 0 && STREETS.contains(&lower.as_str()) {
            return Some(length + bare.len());
        }
        // A sentence that ends, or a comma, ends the street as well.
        if place > 0 && word.trim_end().ends_with([',', '.', ';', '!', '?', '，', '。']) && bare.len() > 2 {
            return None;
        }
        length += word.len();
    }
    None
}

/// The length of a street whose name stands before its number: `calle Elder Creek número 7412`, `ул. Мира, д. 5`.
fn street_first(text: &str) -> Option<usize> {
    let small = folded(text);
    let before = STREETS_BEFORE.iter().find(|word| {
        small.strip_prefix(**word).is_some_and(|rest| rest.starts_with(is_blank) || word.ends_with('.'))
    })?;
    let start = before.len() + text[before.len()..].len() - text[before.len()..].trim_start_matches(is_blank).len();
    let name = match capitals(&text[start..]) {
        0 => digits(&text[start..]),
        length => length,
    };
    let at = over(&small, start + name, &NUMBERS);
    let number = digits(&text[at..]);
    ((1..=6).contains(&number) && name > 0 && at > start + name).then_some(at + number)
}

/// The length of one to three words with capitals at the beginning.
fn capitals(text: &str) -> usize {
    let mut length = 0;
    for word in text.split_inclusive(is_blank).take(3) {
        let bare = bare(word);
        if !bare.starts_with(char::is_uppercase) {
            break;
        }
        length += word.len();
        if bare.len() < word.trim_end_matches(is_blank).len() {
            return length - word.len() + bare.len();
        }
    }
    text[..length].trim_end_matches(is_blank).len()
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The word without the signs after it, and without what another script goes on with.
fn bare(word: &str) -> &str {
    let end = word.find(|c: char| !(is_word(c) || "-'’.".contains(c))).unwrap_or(word.len());
    match word[..end].trim_end_matches(['.', '-', '\'', '’']) {
        // `ул.` and `av.` are written with their stop.
        bare if STREETS_BEFORE.contains(&folded(&word[..end]).as_str()) && end > bare.len() => &word[..end],
        bare => bare,
    }
}

/// The end of the address with the unit that follows: `, Apt. B`.
fn with_unit(text: &str, end: usize) -> usize {
    let rest = text[end..].strip_prefix('.').unwrap_or(&text[end..]);
    let open = rest.trim_start_matches([',', ' ']);
    // A unit and its name are short; the text may not be.
    let near: String = open.chars().take(LONGEST_UNIT).collect();
    let lower = folded(&near);
    let Some(unit) = UNITS.iter().find(|unit| lower.starts_with(**unit)) else { return end };
    let after = open[unit.len()..].trim_start_matches(['.', ' ', '#']);
    let name = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(after.len());
    let is_name = (1..=6).contains(&name) && after.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
    if is_name { text.len() - after.len() + name } else { end }
}
