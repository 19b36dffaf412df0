//! Another number for the item than the item's own: `Item 9`, `SB 821`, an id with two digits turned around.
//!
//! A letter may speak of other items. It is thought to mean its own where it says `Item` with one other number, in a
//! sentence that names neither its own number nor another day, or where a longer number is its own but for a slip.

use std::collections::BTreeMap;
use std::ops::Range;

use super::ids::{id_at, ids, is_slip_of};
use crate::finding::{Finding, Place, Repair, Severity};
use crate::language;
use crate::preflight::context::{Context, FieldText, Voice};
use crate::preflight::dates::within;
use crate::preflight::numbers::is_turned;
use crate::prose::Prose;

/// A number no longer than this is one of an agenda, which says nothing without its label.
const LONGEST_ON_AGENDA: usize = 6;

/// Words in whose sentence another item is meant.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "companion", "related", "another", "unlike", "consent", "both", "items", "previous", "earlier", "separate",
    "list", "checklist", "exhibit", "attachment", "line", "heard", "last", "also", "other",
];

/// The same, where they stand close to the number.
const OTHERS_NEAR: &[&str] = &["too"];
const NEAR: usize = 4;
/// How far from the number a day may stand whose item it is.
const OF_A_DAY: usize = 7;

/// Words by which a sentence speaks of what the letter itself is about.
#[rustfmt::skip]
const WANTED: &[&str] = &[
    "about", "regarding", "concerning", "support", "supports", "oppose", "opposes", "vote", "adopt", "approve", "pass", "reject",
    "deny", "re", "urge", "ask", "speak", "hear",
];

/// Labels of numbers that are not of an agenda.
#[rustfmt::skip]
const REGISTERS: &[&str] = &[
    "no", "nos", "number", "id", "file", "case", "docket", "project", "application", "action", "#",
];

/// One number that is not the item's.
struct Other<'c> {
    field: &'c FieldText<'c>,
    /// The label with the number.
    bytes: Range<usize>,
    /// The number alone.
    number: Range<usize>,
}

impl Other<'_> {
    fn said(&self) -> &str {
        &self.field.text[self.number.clone()]
    }
}

/// The text gives the item another number.
pub fn item_number(context: &Context<'_>) -> Vec<Finding> {
    let number = context.draft.item.number.trim();
    if number.is_empty() {
        return Vec::new();
    }
    let spoken = |field: &&FieldText<'_>| {
        field.voice == Voice::Own || field.path == "subject" || field.path.starts_with("enclosures")
    };
    let fields: Vec<&FieldText<'_>> = context.fields.iter().filter(spoken).collect();
    let mut others = Vec::new();
    let mut own = 0;
    for field in fields {
        match number.split_once(' ') {
            Some((letters, digits)) => of_bill(field, letters, digits, &mut others, &mut own),
            None if number.len() <= LONGEST_ON_AGENDA && !is_of_register(context) => {
                of_agenda(context, field, number, &mut others, &mut own);
            }
            None => of_register(field, number, &mut others, &mut own),
        }
    }
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    others.iter().for_each(|other| *times.entry(other.said()).or_default() += 1);
    // What is said more than once beside the item's own number is no slip.
    let cited = |said: &str| own > 0 && times.get(said).is_some_and(|times| *times > 1);
    let referred = |said: &str| context.draft.references.iter().any(|reference| reference.number == said);
    let wrong = others.iter().filter(|other| !cited(other.said()) && !referred(other.said()));
    wrong.map(|other| disagree(context, other, own > 0)).collect()
}

/// The label says that the number is of a register of files, and not of an agenda.
fn is_of_register(context: &Context<'_>) -> bool {
    let label = context.draft.item.label.as_deref().unwrap_or_default();
    last_word(label).is_some_and(|word| REGISTERS.iter().any(|one| one.eq_ignore_ascii_case(word)))
}

fn last_word(label: &str) -> Option<&str> {
    label.split(|c: char| !c.is_alphabetic()).rfind(|word| !word.is_empty())
}

/// `Item 9`, `пункт 12`, `TOP 8`.
fn of_agenda<'c>(
    context: &Context<'_>,
    field: &'c FieldText<'c>,
    number: &str,
    others: &mut Vec<Other<'c>>,
    own: &mut usize,
) {
    let prose = &field.prose;
    let labels = labels(context);
    for at in 0..prose.tokens.len() {
        let Some(value) = labelled(prose, at, &labels) else { continue };
        let bytes = id_at(field.text, prose.tokens[value].start);
        let said = &field.text[bytes.clone()];
        if !is_number(said) || prose.tokens[at].quoted {
            continue;
        }
        if is_part_of(said, number) || is_part_of(number, said) {
            *own += 1;
            continue;
        }
        let sentence = prose.sentence(at);
        let meeting = context.draft.item.meeting;
        // `Item 5 of January 4`; a day further off is of something else.
        let close = at.saturating_sub(OF_A_DAY)..value + 1 + OF_A_DAY;
        let another_day = within(&field.dates, sentence.clone())
            .iter()
            .any(|one| meeting != Some(one.date) && one.tokens.start < close.end && one.tokens.end > close.start);
        let names_own = names(prose, field.text, at, number);
        let is_of_a_list = prose.is_any(value + 1, &["of", "in"]);
        let is_spoken_of = context.is_english()
            && !is_next_to(said, number)
            && !is_turned_pair(said, number)
            && !prose.has_any(sentence.clone(), WANTED);
        let near = at.saturating_sub(NEAR).max(sentence.start)..(value + 1 + NEAR).min(sentence.end);
        let is_another = prose.has_any(near, OTHERS_NEAR) || prose.has_any(sentence, OTHERS);
        if another_day || names_own || is_of_a_list || is_spoken_of || is_another {
            continue;
        }
        others.push(Other { field, bytes: prose.tokens[at].start..bytes.end, number: bytes });
    }
}

/// The words that a number of this agenda stands behind.
fn labels<'c>(context: &'c Context<'_>) -> Vec<&'c str> {
    let label = context.draft.item.label.as_deref().unwrap_or_default();
    let built_in = language::words(context.draft.language()).item;
    let mut labels = vec!["item"];
    labels.extend(last_word(label));
    labels.extend(built_in.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()));
    labels
}

/// The token of the number, when the token is a label before it.
fn labelled(prose: &Prose<'_>, at: usize, labels: &[&str]) -> Option<usize> {
    let word = prose.text(at);
    let is_label = |label: &&str| {
        label.eq_ignore_ascii_case(word) || !word.is_ascii() && label.to_lowercase() == word.to_lowercase()
    };
    if !labels.iter().any(is_label) {
        return None;
    }
    let mut value = at + 1;
    while value < at + 4 && prose.is_any(value, &["#", "no", "number", ".", "n", "º", "n.º", "nº", "№"]) {
        value += 1;
    }
    prose.tokens.get(value).map(|_| value)
}

/// `8`, `10.2`, `2-C`, `F-3`, `11.A`, `4A`.
fn is_number(said: &str) -> bool {
    said.len() <= LONGEST_ON_AGENDA
        && said.bytes().any(|byte| byte.is_ascii_digit())
        && said.chars().filter(|c| c.is_alphabetic()).count() <= 2
}

/// Numbers that follow each other, which a slip of the eye takes one for the other: `8` and `9`, `10.1` and `10.2`.
fn is_next_to(said: &str, number: &str) -> bool {
    let last = |text: &str| {
        let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits: Option<i32> = text[head.len()..].parse().ok();
        digits.map(|digits| (head.to_ascii_lowercase(), digits))
    };
    let head = |text: &str| text.trim_end_matches(char::is_alphabetic).to_owned();
    match (last(said), last(number)) {
        (Some((head, one)), Some((same, other))) => head == same && (one - other).abs() == 1,
        // `11.A` and `11.B`
        (None, None) => head(said) == head(number),
        _ => false,
    }
}

/// The same number, or one that goes on with a mark: `8.1` and `8(a)` belong to 8.
fn is_part_of(said: &str, number: &str) -> bool {
    let head = said.get(..number.len());
    let rest = said.get(number.len()..).unwrap_or_default();
    head.is_some_and(|head| head.eq_ignore_ascii_case(number)) && !rest.starts_with(|c: char| c.is_ascii_digit())
}

/// `SB 821` in a letter on `SB 812`: other bills are spoken of, but seldom ones that are so alike.
fn of_bill<'c>(field: &'c FieldText<'c>, letters: &str, digits: &str, others: &mut Vec<Other<'c>>, own: &mut usize) {
    let prose = &field.prose;
    for at in (0..prose.tokens.len()).filter(|at| prose.is(*at, letters)) {
        let Some(token) = prose.tokens.get(at + 1) else { continue };
        let number = id_at(field.text, token.start);
        let said = &field.text[number.clone()];
        if said.eq_ignore_ascii_case(digits) {
            *own += 1;
        } else if (is_slip_of(digits, said) || is_turned_pair(digits, said))
            && !names(prose, field.text, at, digits)
            && !prose.tokens[at].quoted
        {
            others.push(Other { field, bytes: prose.tokens[at].start..number.end, number });
        }
    }
}

/// `AB 81` in a letter on `AB 18`: of two digits only these two are so near.
fn is_turned_pair(one: &str, other: &str) -> bool {
    one.len() == 2 && is_turned(one, other)
}

/// A longer number with a slip in it.
fn of_register<'c>(field: &'c FieldText<'c>, number: &str, others: &mut Vec<Other<'c>>, own: &mut usize) {
    for bytes in ids(field.prose.words()) {
        let said = &field.text[bytes.clone()];
        if said.eq_ignore_ascii_case(number) {
            *own += 1;
        } else if is_slip_of(number, said) {
            let at = field.prose.tokens.partition_point(|token| token.end <= bytes.start);
            if !field.prose.is_quoted(at) && !names(&field.prose, field.text, at, number) {
                others.push(Other { field, bytes: bytes.clone(), number: bytes });
            }
        }
    }
}

/// The sentence around the token names the number itself too.
fn names(prose: &Prose<'_>, text: &str, at: usize, number: &str) -> bool {
    prose.sentence(at).any(|at| {
        let id = prose.tokens.get(at).map_or("", |token| &text[id_at(text, token.start)]);
        id.eq_ignore_ascii_case(number)
    })
}

fn disagree(context: &Context<'_>, other: &Other<'_>, said_elsewhere: bool) -> Finding {
    let number = context.draft.item.number.trim();
    let place = Place::new(&other.field.path, &other.field.text[other.bytes.clone()]);
    let message = format!("the text says “{}”, but the letter is about {number}", place.said());
    let hint = format!("Write {number}, or correct the number of the item; name both where you mean another one.");
    let finding = Finding::new("item-number", Severity::Warning, message, hint, place)
        .against(Place::new("item.number", &context.draft.item.number));
    if !said_elsewhere {
        return finding;
    }
    // The rest of the letter says it as the item does, so the slip is here.
    let whole = number.split_once(' ').map_or(number, |(_, digits)| digits);
    finding.mended_by(Repair::within(&other.field.path, other.field.text, other.number.clone(), whole))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::draft::{Item, Reference};
    use crate::preflight::testing::{told, with_words};

    /// The excerpts that are told, with what the repair writes.
    fn found(label: &str, number: &str, language: &str, text: &str) -> Vec<(String, String)> {
        let mut draft = with_words("hook", text);
        draft.language = language.to_owned();
        draft.date = Some(date(2026, 3, 12));
        let (label, number, meeting) = (Some(label.to_owned()), number.to_owned(), Some(date(2026, 3, 17)));
        draft.item = Item { label, number, meeting, ..Item::default() };
        draft.references = vec![Reference { number: "26-0415".to_owned(), ..Reference::default() }];
        let found = told(&draft).into_iter().filter(|finding| finding.check == "item-number");
        found.map(|one| (one.place.excerpt, one.repair.map_or(String::new(), |repair| repair.to))).collect()
    }

    #[test]
    fn another_number_for_the_item_is_found() {
        let check = |label: &str, number: &str, language: &str, text: &str, expected: (&str, &str)| {
            let found = found(label, number, language, text);
            let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(found, [expected], "{text}");
        };
        check("Item ", "8", "", "We write about Item 9, the ordinance. Please adopt Item 8.", ("Item 9", "8"));
        check("Item ", "8", "", "We write about **Item 9**.", ("Item 9", ""));
        check("Item ", "10.2", "", "I support Item 10.1.", ("Item 10.1", ""));
        check("Item ", "F-3", "", "On Tuesday, March 17, please vote for Item F-4.", ("Item F-4", ""));
        check("Item #", "3", "", "We support item #5.", ("item #5", ""));
        check("TOP ", "7", "de", "Stimmen Sie unter TOP 8 dafür.", ("TOP 8", ""));
        check("Пункт ", "11", "ru", "Прошу поддержать пункт 12.", ("пункт 12", ""));
        check("Mục ", "4.3", "vi", "Tôi ủng hộ mục 4.3. Xin bỏ phiếu cho mục 4.2.", ("mục 4.2", "4.3"));
        check("", "SB 812", "", "SB 821 would add mold. SB 812 is right.", ("SB 821", "812"));
        check("", "SB 812", "", "SB–821 would add mold. SB 812 is right.", ("SB–821", "812"));
        check("Item ", "8", "", "I support Item –9.", ("Item –9", ""));
        check("Item ", "12", "", "I support Item –1", ("Item –1", ""));
        check("Item ", "8", "", "We support Item ‘9’.", ("Item ‘9", ""));
        check("Application ", "WX/26/01873/FUL", "en-GB", "to object to WX/26/01837/FUL.", ("WX/26/01837/FUL", ""));
        check("File No. ", "24-0091", "", "in File No. 24-0019.", ("24-0019", ""));
    }

    #[test]
    fn items_that_are_meant_are_left_alone() {
        let check = |label: &str, number: &str, text: &str| assert_eq!(found(label, number, "", text), [], "{text}");
        check("Item ", "8", "I support Item 8, Items 7 and 8, and item 8(a). Item 8.1 is fine.");
        check("Item ", "8", "Item 7 and Item 8 belong together.");
        check("Item ", "8", "Unlike Item 7, it costs nothing.");
        check("Item ", "8", "It came before you on May 11, 2025, as Item 9.");
        check("Item ", "8", "Item 2 of the staff report says so.");
        check("Item ", "8", "Item 9 is worse. Item 9 costs more. Please adopt Item 8.");
        check("Item ", "8", "“Adopt Item 9,” she said.");
        check("Item ", "8", "Item 12 deals with parking. As with Item 6 last month, staff had no figures.");
        check("Item ", "8", "Section 9 and page 7, item by item.");
        check("", "SB 812", "We supported AB 37, SB 54 and SB 1100. Unlike SB 811, SB 812 would.");
        check("File No. ", "26-0417", "The report, 26-0415, and file 26-0417. In 2026-04 we met.");
        check("File No. ", "26-0417", "Files 26-0417 and 26-0418.");
        check("File No. ", "26-0417", "Staff wrote: “See file 26-0471.” It rests on a note.[^26-0471]");
        check("File No. ", "26-0417", "> See file 26-0471.");
        check("", "", "Item 9");
    }
}
