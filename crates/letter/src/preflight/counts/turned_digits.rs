//! Two numbers of which one is the other with two neighbouring digits exchanged: `287 bicycles`, and `of those 278`.
//!
//! Numbers of three digits and more in the writer's own sentences, where the second points back, `those 278`, or counts the
//! same; of four digits and more in two fields whatever they count. What has a name by its number is no count: years and
//! dates, sections, items and files, times, addresses, and what stands in a quotation.

use std::ops::Range;

use super::super::context::{Context, FieldText};
use super::super::numbers::is_turned;
use crate::finding::{Finding, Place, Severity};
use crate::prose::TokenKind;

/// The fewest digits of a number that is looked at.
const FEWEST: usize = 3;
/// Numbers so long have the same digits by a slip, wherever they stand.
const LONG: usize = 4;
/// Letters with more numbers are tables.
const MOST: usize = 200;

/// Words before a number that make it a name.
#[rustfmt::skip]
const NAMED: &[&str] = &[
    "§", "§§", "section", "sections", "item", "no", "number", "file", "docket", "case", "bill", "page", "pages", "room", "suite", "route",
    "highway", "line", "hb", "sb", "ab", "hf", "sf", "local", "ordinance", "resolution", "order", "district", "box", "station", "title",
    "#", ".", "-", "–", "/", ":", "rule", "article", "chapter", "phase", "unit",
];

/// Two numbers differ by the order of two digits.
pub(in crate::preflight) fn turned_digits(context: &Context<'_>) -> Vec<Finding> {
    let mut counted: Vec<(&FieldText<'_>, Range<usize>, String)> = Vec::new();
    let noun = |field: &FieldText<'_>, bytes: &Range<usize>| {
        let at = field.prose.tokens.partition_point(|token| token.end <= bytes.start);
        let points_back = at > 0 && field.prose.is_any(at - 1, &["those", "these"]);
        (points_back, field.prose.text(at + 1).to_lowercase())
    };
    for field in context.own() {
        counted.extend(numbers(field).into_iter().map(|(bytes, digits)| (field, bytes, digits)));
    }
    let mut findings = Vec::new();
    if counted.len() > MOST {
        return findings;
    }
    for (index, (field, bytes, digits)) in counted.iter().enumerate() {
        let is_new = !counted[..index].iter().any(|(_, _, earlier)| earlier == digits);
        let turned = counted[..index].iter().find(|(_, _, earlier)| is_turned(earlier, digits));
        let Some((other, other_bytes, _)) = turned.filter(|_| is_new) else { continue };
        let ((points_back, counts), (_, counted)) = (noun(field, bytes), noun(other, other_bytes));
        // A field that has both compares them.
        let is_long = digits.len() >= LONG && field.path != other.path;
        if !points_back && !is_long && (counts != counted || counts.len() < 3) {
            continue;
        }
        let (said, before) = (&field.text[bytes.clone()], &other.text[other_bytes.clone()]);
        let message = format!("“{said}” here and “{before}” elsewhere have the same digits in another order");
        let hint = "See whether both are meant.";
        findings.push(
            Finding::new("turned-digits", Severity::Note, message, hint, Place::new(&field.path, said))
                .against(Place::new(&other.path, before)),
        );
    }
    findings
}

/// The counts of a field, by their bytes and their digits.
fn numbers(field: &FieldText<'_>) -> Vec<(Range<usize>, String)> {
    let prose = &field.prose;
    let number = |at: usize| {
        let (token, text) = (prose.tokens[at], prose.text(at));
        if token.kind != TokenKind::Word || token.quoted || !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let digits = text.replace(',', "");
        let is_count =
            digits.len() >= FEWEST && digits.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
        let is_year = digits.len() == 4 && !text.contains(',') && (text.starts_with("19") || text.starts_with("20"));
        let is_named = at > 0 && prose.is_any(at - 1, NAMED)
            || matches!(prose.text(at + 1), "-" | "/" | ":" | "(" | "–") && prose.gap(at).is_empty()
            || prose.text(at + 1).starts_with(char::is_uppercase);
        let is_dated = || field.dates.iter().any(|mention| mention.tokens.contains(&at));
        (is_count && !is_year && !is_named && !is_dated()).then_some((token.start..token.end, digits))
    };
    (0..prose.tokens.len()).filter_map(number).collect()
}

#[cfg(test)]
mod tests {
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn exchanged_digits_are_told_once() {
        let check = |text: &str, expected: &[&str]| {
            let found = places(&told(&with_words("hook", text)), "turned-digits");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("We counted 287 bicycles. Of those 278, most had lights; 278 did.", &["278"]);
        check("It cost 1,250 dollars, and 1,520 dollars with tax.", &["1,520"]);
        check("They charge $130 here, and $310 there.", &[]);
        check("Between the 101 and the 110 we counted them.", &[]);
        check("We counted 287 bicycles and 782 cars in 2012 and 2021.", &[]);
        check("Section 312 and § 321, Item 287, 278 Oak Street; “287” and 278-A.", &[]);
    }
}
