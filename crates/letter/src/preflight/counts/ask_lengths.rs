//! A number in the short text of an ask, or in its line, that its full text does not have: `eleven lamps` in full, and
//! `twelve lamps` in short.
//!
//! Both go out, to different readers. Numbers of the item and of its day are held against the item by other checks.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::numbers;
use crate::finding::{Finding, Place, Severity};
use crate::prose::{Prose, TokenKind};

/// Numbers up to this are said in too many other words: `one`, `both`, `twice`, `half`.
const LEAST: usize = 3;

/// A shorter text of an ask has a number that its full text has not.
pub(in crate::preflight) fn ask_lengths(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for index in 0..context.draft.asks.len() {
        let field = |name: &str| {
            let path = format!("asks[{index}].{name}");
            context.fields.iter().find(move |field| field.path == path)
        };
        let Some(full) = field("full") else { continue };
        let mut known: BTreeSet<String> = of(&full.prose).into_iter().map(|(number, _)| number).collect();
        known.extend(field("label").into_iter().flat_map(|label| of(&label.prose)).map(|(number, _)| number));
        // Where the full text counts by other numbers, the shorter one may have reckoned with them.
        if known.is_empty() {
            continue;
        }
        let item = &context.draft.item;
        let elsewhere = [item.number.as_str(), &item.file_id, &item.title];
        for short in ["short", "line"].iter().filter_map(|name| field(name)) {
            let dated = |at: usize| short.dates.iter().any(|mention| mention.tokens.contains(&at));
            let other = of(&short.prose).into_iter().find(|(number, at)| {
                !known.contains(number) && !dated(*at) && !elsewhere.iter().any(|text| text.contains(number.as_str()))
            });
            let Some((_, at)) = other else { continue };
            let token = short.prose.tokens[at];
            let place = Place::new(&short.path, &short.text[token.start..token.end]);
            let message = format!("the shorter text says “{}”, and the full text of the ask does not", place.said());
            let hint = "See which of the two is right, and say the same in both.";
            findings.push(
                Finding::new("ask-lengths", Severity::Note, message, hint, place).against(Place::absent(&full.path)),
            );
        }
    }
    findings
}

/// The numbers of a text in digits, each with its token.
fn of(prose: &Prose<'_>) -> Vec<(String, usize)> {
    let number = |at: usize| {
        let (token, text) = (prose.tokens[at], prose.text(at));
        if token.kind != TokenKind::Word {
            return None;
        }
        let digits = text.replace(',', "");
        if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(digits);
        }
        numbers::count(text).filter(|count| *count >= LEAST).map(|count| count.to_string())
    };
    (0..prose.tokens.len()).filter_map(|at| Some((number(at)?, at))).collect()
}

#[cfg(test)]
mod tests {
    use crate::draft::{Ask, Draft};
    use crate::preflight::testing::{places, told};

    #[test]
    fn a_number_of_a_shorter_text_stands_in_the_full_one() {
        let check = |full: &str, short: &str, expected: &[&str]| {
            let ask = Ask { full: full.to_owned(), short: short.to_owned(), ..Ask::default() };
            let found = places(&told(&Draft { asks: vec![ask], ..Draft::default() }), "ask-lengths");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{short}");
        };
        check("Repair the eleven lamps by May.", "Repair twelve lamps.", &["twelve"]);
        check("Spend $2,500 on 16 lamps.", "Spend $2,800 on lamps.", &["2,800"]);
        check("Repair the eleven lamps.", "Repair 11 lamps.", &[]);
        check("Repair all lamps.", "Repair 11 lamps.", &[]);
        check("Plant 40 trees within one year.", "Plant 40 trees in a year, and both lanes.", &[]);
    }
}
