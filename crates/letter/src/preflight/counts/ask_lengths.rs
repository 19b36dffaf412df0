//! What the shorter texts of an ask count otherwise than its full text does: `eleven lamps` in full, `twelve lamps` in short.
//!
//! Both go out, to different readers. Only the same noun with another number before it, or another sum, is told: a shorter
//! text may count what the full one lists.

use std::ops::Range;

use super::super::context::Context;
use super::super::numbers;
use crate::finding::{Finding, Place, Severity};
use crate::prose::{Prose, TokenKind};

/// A shorter text of an ask counts something otherwise than its full text does.
pub(in crate::preflight) fn ask_lengths(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for index in 0..context.draft.asks.len() {
        let field = |name: &str| {
            let path = format!("asks[{index}].{name}");
            context.fields.iter().find(move |field| field.path == path)
        };
        let Some(full) = field("full") else { continue };
        let counted = of(&full.prose);
        // `from 40 beds to 60`
        let said: Vec<String> = (0..full.prose.tokens.len()).filter_map(|at| number(full.prose.text(at))).collect();
        for short in ["label", "short", "line"].iter().filter_map(|name| field(name)) {
            let other = of(&short.prose).into_iter().find(|(count, noun, _)| {
                let mut of_noun = counted.iter().filter(|(_, other, _)| other == noun).peekable();
                // Forty on the one street and twenty on the other are sixty.
                let sum: usize = counted
                    .iter()
                    .filter(|(_, other, _)| other == noun)
                    .filter_map(|(n, ..)| n.parse::<usize>().ok())
                    .sum();
                sum.to_string() != *count
                    && of_noun.peek().is_some()
                    && !of_noun.any(|(other, ..)| other == count)
                    && !said.contains(count)
            });
            let Some((_, _, tokens)) = other else { continue };
            let bytes = short.prose.tokens[tokens.start].start..short.prose.tokens[tokens.end - 1].end;
            let place = Place::new(&short.path, &short.text[bytes]);
            let message = format!("“{}” here, and another number in the full text of the ask", place.said());
            let hint = "See which of the two is right, and say the same in both.";
            let finding = Finding::new("ask-lengths", Severity::Note, message, hint, place);
            findings.push(finding.against(Place::absent(&full.path)));
        }
    }
    findings
}

/// The number that a word says, in digits.
fn number(word: &str) -> Option<String> {
    let digits = word.replace(',', "");
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { Some(digits) } else { numbers::count(word).map(|count| count.to_string()) }
}

/// What a text counts: the number, the noun after it or a dollar before it, and their tokens.
fn of(prose: &Prose<'_>) -> Vec<(String, String, Range<usize>)> {
    let counted = |at: usize| {
        let number = number(prose.text(at))?;
        if number.len() == 4 && (number.starts_with("19") || number.starts_with("20")) {
            return None;
        }
        if at > 0 && prose.is(at - 1, "$") {
            // `$1 million` and `$1,000,000` are the same.
            if prose.is_any(at + 1, &["thousand", "million", "billion"]) {
                return None;
            }
            return Some((number, "$".to_owned(), at - 1..at + 1));
        }
        let noun = prose.text(at + 1);
        let is_noun = noun.len() > 3
            && !prose.is_any(at + 1, &["this", "less", "does", "unless", "always"])
            && noun.ends_with('s')
            && noun.chars().all(char::is_alphabetic);
        (prose.tokens[at].kind == TokenKind::Word && is_noun).then(|| (number, noun.to_lowercase(), at..at + 2))
    };
    (0..prose.tokens.len()).filter_map(counted).collect()
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
        check("Repair the eleven lamps by May.", "Repair twelve lamps.", &["twelve lamps"]);
        check("Spend $2,500 on 16 lamps.", "Spend $2,800 on lamps.", &["$2,800"]);
        check("Repair the eleven lamps.", "Repair 11 lamps.", &[]);
        check("Repair all lamps.", "Repair 11 lamps.", &[]);
        check("Plant 40 trees within one year.", "Plant 40 trees in a year, and both lanes.", &[]);
        check("Restore $1 million.", "Restore $1,000,000.", &[]);
        check("Plant 40 trees on Elm and 20 trees on Oak.", "Plant 60 trees.", &[]);
        check("Use the mean of 2016 to 2025.", "Use ten years.", &[]);
        check("Of 12 lamps repair 8 lamps.", "Repair 8 lamps.", &[]);
    }
}
