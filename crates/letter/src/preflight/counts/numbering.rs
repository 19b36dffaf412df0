//! Numbers typed by hand: `(a), (b), (d)`, `1), 1)`, `First, … Third, …`, and the labels that open the entries of a list.
//!
//! A label counts as one of a list when it stands where lists put theirs: after a comma, a semicolon, a colon, `and`,
//! or where a sentence begins. `subd. (a)` and `as (b) says` are references, and are left alone. A list must begin at
//! its first number, so that what goes on from elsewhere is never wrong.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::context::{Context, FieldText};
use crate::finding::{Finding, Place, Severity};
use crate::prose::Prose;

/// The highest number that a list is counted to; what is higher is a year or an amount.
const HIGHEST: usize = 40;
/// A jump of more than this is no slip of the pen.
const LONGEST_GAP: usize = 3;

/// Words before a label that make it a reference.
#[rustfmt::skip]
const REFERRING: &[&str] = &[
    "subd", "subds", "subdivision", "subdivisions", "section", "sections", "subsection", "paragraph", "paragraphs",
    "para", "clause", "clauses", "item", "items", "point", "points", "part", "parts", "option", "options", "measure",
    "condition", "conditions", "alternative", "alternatives", "step", "finding", "§", "§§", "sec", "art", "article",
    "rule", "no", "nos",
];

#[rustfmt::skip]
const ORDINALS: &[[&str; 2]] = &[
    ["first", "firstly"], ["second", "secondly"], ["third", "thirdly"], ["fourth", "fourthly"], ["fifth", "fifthly"],
    ["sixth", "sixthly"], ["seventh", "seventhly"],
];

/// What stands around a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// `(1)`
    Both,
    /// `1)`
    After,
    /// `1.` where a line begins
    Stop,
}

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Digits {
    Decimal,
    Letters,
    Roman,
}

/// A number typed by hand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    around: Around,
    /// What it can mean: `(i)` is the ninth letter and the first numeral.
    values: Vec<(Digits, usize)>,
    /// It stands where a list puts its numbers.
    is_placed: bool,
    opens_line: bool,
    /// The bytes of the text it stands on.
    pub(super) bytes: Range<usize>,
    /// The first token after it.
    pub(super) next: usize,
}

/// Typed numbers leave a gap, or stand twice.
pub(in crate::preflight) fn numbering(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for field in context.own() {
        let places = labels(&field.prose).into_iter().map(|label| (field, label)).collect();
        findings.extend(out_of_order(places));
        if context.is_english() {
            findings.extend(ordinals(field, context));
        }
    }
    findings.extend(entries(context).into_iter().flat_map(out_of_order));
    if context.is_english() {
        findings.extend(of_asks(context));
    }
    findings
}

/// Asks that count themselves, `First, …` and `Third, …`, against their places.
fn of_asks(context: &Context<'_>) -> Vec<Finding> {
    let asks = context.draft.ordered_asks();
    let opening = |index: usize| {
        let path = format!("asks[{index}].full");
        let field = context.fields.iter().find(|field| field.path == path)?;
        let number = ordinal(field.prose.text(0))?;
        let is_count = field.prose.is(1, ",") || field.prose.text(0).ends_with("ly");
        is_count.then_some((field, number))
    };
    let counted: Vec<(usize, &FieldText<'_>, usize)> = asks
        .iter()
        .enumerate()
        .filter_map(|(place, (index, _))| opening(*index).map(|(field, number)| (place + 1, field, number)))
        .collect();
    if counted.len() < 2 {
        return Vec::new();
    }
    let wrong = counted.iter().filter(|(place, _, number)| place != number);
    wrong
        .map(|(place, field, _)| {
            let said = &field.text[field.prose.tokens[0].start..field.prose.tokens[0].end];
            let message = format!("ask {place} begins with “{said}”");
            let hint = "Count the asks in their order, or take the count out.";
            Finding::new("numbering", Severity::Warning, message, hint, Place::new(&field.path, said))
        })
        .collect()
}

/// The labels that open the entries of each list of the draft, and the asks.
fn entries<'a>(context: &'a Context<'_>) -> Vec<Vec<(&'a FieldText<'a>, Label)>> {
    let mut lists: BTreeMap<&str, Vec<(&FieldText<'_>, Label)>> = BTreeMap::new();
    for field in context.own() {
        let Some((list, entry)) = field.path.split_once('[') else { continue };
        if (list.starts_with("words.") || entry.ends_with("].label"))
            && let Some(label) = label_at(&field.prose, 0)
        {
            lists.entry(list).or_default().push((field, label));
        }
    }
    // Asks that have been moved would be out of order by what was typed, and in order by what is printed.
    if context.draft.asks.iter().any(|ask| ask.order.is_some()) {
        lists.remove("asks");
    }
    lists.into_values().collect()
}

fn out_of_order(labels: Vec<(&FieldText<'_>, Label)>) -> Vec<Finding> {
    struct Run<'a> {
        digits: Digits,
        value: usize,
        last: (&'a FieldText<'a>, Label),
    }
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut findings = Vec::new();
    for (field, label) in labels {
        let begins = label.values.iter().find(|(_, value)| *value == 1).copied();
        let Some(run) = runs.iter_mut().find(|run| run.last.1.around == label.around) else {
            if let Some((digits, value)) = begins {
                runs.push(Run { digits, value, last: (field, label) });
            }
            continue;
        };
        if !label.is_placed {
            continue;
        }
        let value = label.values.iter().find(|(digits, _)| *digits == run.digits).map(|(_, value)| *value);
        let is_due = value == Some(run.value + 1);
        if let Some((digits, value)) = begins.filter(|_| !is_due) {
            // In lists that are numbered when they are printed, each entry may be typed as the first.
            *run = Run { digits, value, last: (field, label) };
            continue;
        }
        let Some(value) = value else { continue };
        let (before, last) = &run.last;
        let typed = |field: &FieldText<'_>, label: &Label| field.text[label.bytes.clone()].to_owned();
        let message = if value == run.value {
            format!("“{}” stands twice", typed(field, &label))
        } else if value > run.value + 1 && value <= run.value + LONGEST_GAP {
            format!("the numbering goes from “{}” to “{}”", typed(before, last), typed(field, &label))
        } else if is_due {
            run.value = value;
            run.last = (field, label);
            continue;
        } else {
            continue;
        };
        findings.push(
            Finding::new(
                "numbering",
                Severity::Warning,
                message,
                "Number the points one after the other, or see whether one of them was lost.",
                place(field, &label),
            )
            .against(place(before, last)),
        );
        run.value = value;
        run.last = (field, label);
    }
    findings
}

/// The label with the word after it, so that its place is found again.
fn place(field: &FieldText<'_>, label: &Label) -> Place {
    let after = field.prose.tokens.get(label.next).map_or(label.bytes.end, |token| token.end);
    let second = field.prose.tokens.get(label.next + 1).map_or(after, |token| token.end);
    let is_short = |end: &usize| field.text[label.bytes.start..*end].len() <= 60;
    let end = Some(second).filter(is_short).unwrap_or(after);
    Place::new(&field.path, &field.text[label.bytes.start..end])
}

/// All labels of a text in their order.
pub(super) fn labels(prose: &Prose<'_>) -> Vec<Label> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while at < prose.tokens.len() {
        if depth == 0
            && let Some(label) = label_at(prose, at)
        {
            at = label.next;
            found.push(label);
            continue;
        }
        match prose.text(at) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        // A bracket that nobody closed must not hide the rest of the text.
        if depth > 0 && prose.ends_sentence(at) {
            depth = 0;
        }
        at += 1;
    }
    found
}

fn label_at(prose: &Prose<'_>, at: usize) -> Option<Label> {
    let touches = |left: usize| prose.gap(left).is_empty();
    let (around, number, next) = if prose.is(at, "(") && prose.is(at + 2, ")") && touches(at) && touches(at + 1) {
        (Around::Both, at + 1, at + 3)
    } else if prose.is(at + 1, ")") && touches(at) {
        (Around::After, at, at + 2)
    } else if prose.is(at + 1, ".") && touches(at) && (at == 0 || prose.gap(at - 1).contains('\n')) {
        (Around::Stop, at, at + 2)
    } else {
        return None;
    };
    let values = values(prose.text(number));
    let token = prose.tokens.get(at)?;
    let before = at.checked_sub(1);
    let is_apart = before.is_none_or(|before| !prose.gap(before).is_empty()) && !prose.gap(next - 1).is_empty();
    // What follows a label in a list is the point itself; a mark or an `and` there makes it a reference.
    let opens_a_point = prose.tokens.get(next).is_some()
        && !prose.is_any(next, &["and", "or", "to", "through", ",", ".", ";", ":", ")", "–", "-", "of"]);
    let refers = before.is_some_and(|before| {
        let word = if prose.is(before, ".") { before.wrapping_sub(1) } else { before };
        prose.is_any(word, REFERRING)
    });
    if values.is_empty() || token.quoted || !is_apart || !opens_a_point || refers {
        return None;
    }
    let opens_line = before.is_none_or(|before| prose.gap(before).contains('\n'));
    let follows_a_point =
        before.is_some_and(|before| prose.is_any(before, &[",", ";", ":", "and", "or", "&", "—", "–"]));
    let is_placed = opens_line || follows_a_point || prose.starts_sentence(at);
    // `5)` in running text closes a bracket; only the first of a list may stand after any word.
    let may_begin = values.iter().any(|(_, value)| *value == 1);
    if around != Around::Both && !is_placed && !may_begin {
        return None;
    }
    let bytes = token.start..prose.tokens.get(next - 1)?.end;
    Some(Label { around, values, is_placed, opens_line, bytes, next })
}

fn values(number: &str) -> Vec<(Digits, usize)> {
    if !number.is_empty() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number
            .parse()
            .ok()
            .filter(|value| (1..=HIGHEST).contains(value))
            .map_or(Vec::new(), |value| vec![(Digits::Decimal, value)]);
    }
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let lower = number.to_ascii_lowercase();
    let roman = ROMAN.iter().position(|numeral| *numeral == lower).map(|index| (Digits::Roman, index + 1));
    let letter = match lower.as_bytes() {
        [byte @ b'a'..=b'z'] => Some((Digits::Letters, usize::from(byte - b'a') + 1)),
        _ => None,
    };
    roman.into_iter().chain(letter).collect()
}

/// How many points a sentence numbers from the first on, and the bytes they begin and end at; none when it numbers
/// fewer than two, or not one after the other. `labels` are in the order of the text.
pub(super) fn numbered_points(labels: &[Label], within: Range<usize>) -> Option<(usize, Range<usize>)> {
    let before = |end: usize| labels.partition_point(|label| label.bytes.start < end);
    let from = before(within.start);
    let inside = &labels[from..before(within.end).max(from)];
    let first = inside.first()?;
    let (digits, _) = *first.values.iter().find(|(_, value)| *value == 1)?;
    let is_next = |(index, label): (usize, &Label)| {
        label.around == first.around && !(index > 0 && label.opens_line) && label.values.contains(&(digits, index + 1))
    };
    let is_list = inside.len() > 1 && inside.iter().enumerate().all(is_next);
    is_list.then(|| (inside.len(), first.bytes.start..inside[inside.len() - 1].bytes.end))
}

/// `First, … Third, …` where sentences begin, and a `Second` that no first one precedes.
fn ordinals(field: &FieldText<'_>, context: &Context<'_>) -> Vec<Finding> {
    let prose = &field.prose;
    let mut findings = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for at in 0..prose.tokens.len() {
        let Some(number) = ordinal(prose.text(at)).filter(|_| prose.starts_sentence(at) && !prose.tokens[at].quoted)
        else {
            continue;
        };
        if !prose.is(at + 1, ",") && !prose.text(at).ends_with("ly") {
            continue;
        }
        let here = Place::new(&field.path, &field.text[prose.tokens[at].start..prose.tokens[at].end]);
        let said = &here.excerpt;
        match last {
            Some((before, earlier)) if number > 1 && number != before + 1 => {
                let told = &field.text[prose.tokens[earlier].start..prose.tokens[earlier].end];
                let is_told = (before + 1..number).any(|missing| names(prose, earlier..at, missing));
                let message = match number {
                    _ if number == before => Some(format!("two sentences begin with “{said}”")),
                    _ if number > before && number - before <= LONGEST_GAP && !is_told => {
                        Some(format!("the text goes from “{told}” to “{said}”"))
                    }
                    _ => None,
                };
                findings.extend(message.map(|message| {
                    let hint = "Count them one after the other, or see whether one of them was lost.";
                    Finding::new("numbering", Severity::Warning, message, hint, here.clone())
                        .against(Place::new(&field.path, told))
                }));
            }
            None if number == 2 && !begins_somewhere(context) => {
                let hint = "Say what comes first, or take the count out.";
                let message = format!("the text says “{said}”, and nothing comes first");
                findings.push(Finding::new("numbering", Severity::Warning, message, hint, here));
            }
            _ => {}
        }
        last = Some((number, at));
    }
    findings
}

pub(super) fn ordinal(word: &str) -> Option<usize> {
    if !(5..=9).contains(&word.len()) {
        return None;
    }
    let is = |names: &[&str; 2]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    ORDINALS.iter().position(is).map(|index| index + 1)
}

fn names(prose: &Prose<'_>, mut tokens: Range<usize>, number: usize) -> bool {
    tokens.any(|at| ordinal(prose.text(at)) == Some(number))
}

/// Some words of the letter open a count.
fn begins_somewhere(context: &Context<'_>) -> bool {
    let opening = ["first", "firstly", "one", "begin", "start", "foremost", "1", "initially", "primarily"];
    context.own().any(|field| (0..field.prose.tokens.len()).any(|at| field.prose.is_any(at, &opening)))
}

#[cfg(test)]
mod tests {
    use crate::draft::{Ask, Draft, Words};
    use crate::preflight::testing::{places, told, with_words};

    fn found(draft: &Draft) -> Vec<(String, String)> {
        places(&told(draft), "numbering")
    }

    #[test]
    fn gaps_and_repeats_in_a_text_are_found() {
        let check = |text: &str, expected: &[&str]| {
            let found = found(&with_words("hook", text));
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("It leaves open: (a) who decides, (b) what follows, and (d) who pays.", &["(d) who pays"]);
        check("It leaves open: (i) who decides, (ii) what follows, and (iv) who pays.", &["(iv) who pays"]);
        check("The crew replaces (1) the inlet, (2) the pipe and (2) the roadbed.", &["(2) the roadbed"]);
        check("We ask for 1) light, 2) shade, and 4) water.", &["4) water."]);
        check("1) Light\n\n3) Shade", &["3) Shade"]);
        check("First, we asked. Then we sang. Third, we held a concert.", &["Third"]);
        check("First, we asked. Second, we sang. Second, we danced.", &["Second"]);
        check("Firstly, we asked. Fourthly, we sang.", &["Fourthly"]);
        check("We asked them all. Secondly, we held a concert.", &["Secondly"]);

        check("It leaves open: (a) who decides, (b) what follows, and (c) who pays.", &[]);
        check("(1) Light; (2) shade; (3) water. Later we found (1) a lamp, (2) a tree.", &[]);
        check("(a) Light, (b) shade. As (b) says, or as (d) would, it is dark.", &[]);
        check("See Gov. Code, § 54957, subd. (a) and subd. (c), and section (a) or (d).", &[]);
        check("Under § 54954.2(a), and (d) as well, (c)(3) applies.", &[]);
        check("We chose (a) and (d) of them.", &[]);
        check("It began (in 1) and ended (in 4) of the streets.", &[]);
        check("The word “(a) one, (c) three” is theirs.", &[]);
        check("1. Light\n1. Shade\n1. Water", &[]);
        check("(h) one, (i) two, (k) four", &[]);
        check("First, we asked. Second, we sang. Third, we danced.", &[]);
        check("First, we asked. A second letter followed. Third, we danced.", &[]);
        check("First Street is dark. Third Street is not.", &[]);
        check("One reason is light. Secondly, there is shade.", &[]);
        check("The third one was a driver. Second readings are rare.", &[]);
        check("First, thank you. First, again, thank you.", &[]);
    }

    #[test]
    fn entries_of_a_list_are_read_together() {
        let check = |entries: &[&str], expected: &[&str]| {
            let mut draft = Draft::default();
            let list = entries.iter().map(|entry| (*entry).to_owned()).collect();
            draft.words.insert("list".to_owned(), Words::List(list));
            draft.asks = entries.iter().map(|entry| Ask { label: (*entry).to_owned(), ..Ask::default() }).collect();
            let found = found(&draft);
            let (lists, asks): (Vec<_>, Vec<_>) = found.into_iter().partition(|(path, _)| path.starts_with("words"));
            for found in [lists, asks] {
                let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
                assert_eq!(found, expected, "{entries:?}");
            }
        };
        check(&["1) Fact", "2) Step", "4) Plan"], &["4) Plan"]);
        check(&["(a) Fact", "(b) Step", "(b) Plan"], &["(b) Plan"]);
        check(&["1. Fact", "2. Step", "3. Plan"], &[]);
        check(&["Fact", "Step"], &[]);
        check(&["2) Fact", "5) Step"], &[]);
    }
}
