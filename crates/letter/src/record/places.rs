//! Where a person lives: the street of an address, by its line or by the words before it. City and ZIP code stay.

use super::ExposureKind;
use super::scan::{Found, cues, over};

/// What announces somebody's home.
#[rustfmt::skip]
const HOMES: [&str; 14] = [
    "i live at", "we live at", "lives at", "live at", "i reside at", "we reside at", "resides at", "my home at",
    "our home at", "my house at", "my apartment at", "my address is", "my home address is", "my mailing address is",
];

/// What a street ends with, in the forms that lines and sentences have.
#[rustfmt::skip]
const STREETS: [&str; 29] = [
    "st", "street", "ave", "avenue", "rd", "road", "blvd", "boulevard", "dr", "drive", "ln", "lane", "way", "ct",
    "court", "pl", "place", "ter", "terrace", "cir", "circle", "pkwy", "parkway", "hwy", "highway", "broadway", "loop",
    "alley", "trail",
];

/// What a unit begins with.
const UNITS: [&str; 7] = ["apt", "apartment", "unit", "#", "ste", "suite", "no."];

/// The most words of a street after its number.
const MOST_WORDS: usize = 5;

/// The street or box in a line of a person's own address.
pub(super) fn line(text: &str) -> Vec<Found> {
    let start = text.len() - text.trim_start().len();
    let line = text.trim();
    let first = line.split(',').next().unwrap_or_default();
    let lower = first.to_ascii_lowercase().replace('.', "");
    let is_box = lower.starts_with("po box ") || lower.starts_with("p o box ");
    let number = first.split(' ').next().unwrap_or_default();
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=6).contains(&digits) && number.len() <= digits + 2;
    let next = first[number.len()..].trim_start().chars().next();
    let is_street = is_number && next.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let end = start + first.trim_end().len();
    let address = Found { kind: ExposureKind::Address, range: start..with_unit(text, end) };
    if is_box || is_street { vec![address] } else { Vec::new() }
}

/// The street that follows words such as `I live at`.
pub(super) fn prose(text: &str) -> Vec<Found> {
    let street = |cue: usize| {
        let start = over(text, cue, &[]);
        let end = start + street(&text[start..])?;
        Some(Found { kind: ExposureKind::Address, range: start..with_unit(text, end) })
    };
    cues(text, &HOMES).into_iter().filter_map(street).collect()
}

/// The length of a number and a street.
fn street(text: &str) -> Option<usize> {
    let mut length = 0;
    for (place, word) in text.split_inclusive(' ').take(MOST_WORDS + 1).enumerate() {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if place == 0 && !bare.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let is_end = place > 0 && STREETS.contains(&bare.to_ascii_lowercase().as_str());
        if is_end {
            return Some(length + bare.len());
        }
        // A sentence that ends, or a comma, ends the street as well.
        if place > 0 && word.trim_end().ends_with([',', '.', ';', '!', '?']) && bare.len() > 2 {
            return None;
        }
        length += word.len();
    }
    None
}

/// The end of the address with the unit that follows: `, Apt. B`.
fn with_unit(text: &str, end: usize) -> usize {
    let rest = text[end..].strip_prefix('.').unwrap_or(&text[end..]);
    let open = rest.trim_start_matches([',', ' ']);
    let lower = open.to_ascii_lowercase();
    let Some(unit) = UNITS.iter().find(|unit| lower.starts_with(**unit)) else { return end };
    let after = open[unit.len()..].trim_start_matches(['.', ' ', '#']);
    let name = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(after.len());
    let is_name = (1..=6).contains(&name) && after.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
    if is_name { text.len() - after.len() + name } else { end }
}
