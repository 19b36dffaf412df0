//! What the kind needs beside answers, held against the draft: its `[[needs]]`, which are data.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::context::{Context, FieldText};
use crate::count::counts;
use crate::draft::Words;
use crate::finding::{Finding, Place, Severity};
use crate::prose::Prose;
use crate::template::{Days, Need};

const CHECK: &str = "kind-needs";

/// The longest opening of a text, in bytes, that stands for it.
const OPENING: usize = 60;

/// A need of the kind is not met.
pub fn kind_needs(context: &Context<'_>) -> Vec<Finding> {
    context.template.needs.iter().filter(|need| holds(context, need)).flat_map(|need| unmet(context, need)).collect()
}

/// The answer is given that the need depends on.
fn holds(context: &Context<'_>, need: &Need) -> bool {
    let Some(name) = need.when.strip_prefix("words.") else { return true };
    match context.draft.words.get(name) {
        None => false,
        Some(Words::Flag(flag)) => *flag,
        Some(Words::Text(text)) => !text.trim().is_empty(),
        Some(Words::List(entries)) => !entries.is_empty(),
        Some(Words::Number(_) | Words::Date(_)) => true,
    }
}

fn unmet(context: &Context<'_>, need: &Need) -> Vec<Finding> {
    let told = |place: Place| Finding::new(CHECK, Severity::Warning, &need.message, &need.hint, place);
    if let Some(most) = need.most_words {
        return too_long(context, most).map(told).into_iter().collect();
    }
    if let Some(days) = &need.days {
        let apart = apart(context, days);
        return apart.map(|(from, to)| told(to).against(from)).into_iter().collect();
    }
    if need.filled.iter().any(|path| is_filled(context, path)) {
        return Vec::new();
    }
    if need.words.is_empty() {
        return need.filled.first().map(|path| told(Place::absent(path))).into_iter().collect();
    }
    let patterns: Vec<Vec<String>> =
        need.words.iter().map(|pattern| pattern.to_lowercase().split(' ').map(str::to_owned).collect()).collect();
    let says = |field: &&FieldText<'_>| patterns.iter().any(|pattern| stands_in(&field.prose, pattern));
    let mut findings = Vec::new();
    let mut together = Vec::new();
    for path in &need.places {
        match path.strip_suffix("[]") {
            Some(list) => {
                let entries = entries(context, list);
                let is_unmet = |texts: &&Vec<&FieldText<'_>>| !texts.iter().any(&says);
                let unmet: Vec<&Vec<&FieldText<'_>>> = entries.values().filter(is_unmet).collect();
                // Where none of them says it, that is one fault of the list.
                if !unmet.is_empty() && unmet.len() == entries.len() {
                    findings.push(told(Place::absent(list)));
                } else {
                    findings.extend(unmet.iter().filter_map(|texts| texts.last().map(|field| told(opening(field)))));
                }
            }
            None => together.extend(texts(context, path)),
        }
    }
    // Where nothing is written, that is told as missing.
    if !together.is_empty() && !together.iter().any(&says) {
        let place = match need.filled.first() {
            Some(path) => Place::absent(path),
            None => opening(together[0]),
        };
        findings.push(told(place));
    }
    findings
}

/// The texts at a path, with all that lies below it, as the letter says them.
fn texts<'a>(context: &'a Context<'_>, path: &str) -> Vec<&'a FieldText<'a>> {
    let is_there = |field: &&FieldText<'_>| {
        field.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']))
            && !(path == "asks" && (field.path.ends_with(".short") || field.path.ends_with(".line")))
    };
    context.fields.iter().filter(is_there).collect()
}

/// The texts of a list by its entries.
fn entries<'a>(context: &'a Context<'_>, list: &str) -> BTreeMap<usize, Vec<&'a FieldText<'a>>> {
    let mut entries: BTreeMap<usize, Vec<&FieldText<'_>>> = BTreeMap::new();
    for field in texts(context, list) {
        let index = field.path[list.len()..].strip_prefix('[').and_then(|rest| rest.split(']').next()?.parse().ok());
        if let Some(index) = index {
            entries.entry(index).or_default().push(field);
        }
    }
    entries
}

fn opening(field: &FieldText<'_>) -> Place {
    let text = field.text.trim();
    let end =
        text.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= OPENING).last().unwrap_or(0);
    let line = text[..end].lines().next().unwrap_or_default();
    Place::new(&field.path, line)
}

/// The words of the pattern stand in the text one after the other.
fn stands_in(prose: &Prose<'_>, pattern: &[String]) -> bool {
    let last = prose.tokens.len().saturating_sub(pattern.len() - 1);
    (0..last).any(|at| pattern.iter().enumerate().all(|(index, word)| is_like(prose.text(at + index), word)))
}

fn is_like(word: &str, pattern: &str) -> bool {
    match pattern {
        "*" => word.starts_with(char::is_alphanumeric),
        "#" => word.bytes().any(|byte| byte.is_ascii_digit()),
        _ => {
            let word = word.to_lowercase();
            let (stem, is_open) = pattern.strip_suffix('*').map_or((pattern, false), |stem| (stem, true));
            let mut letters = word.chars();
            let same =
                |wanted: char| letters.next().is_some_and(|c| c == wanted || wanted == '#' && c.is_ascii_digit());
            stem.chars().all(same) && (is_open || letters.next().is_none())
        }
    }
}

fn is_filled(context: &Context<'_>, path: &str) -> bool {
    let answer = path.strip_prefix("words.").and_then(|name| context.draft.words.get(name));
    let is_value = matches!(answer, Some(Words::Flag(true) | Words::Number(_) | Words::Date(_)));
    is_value || date(context, path).is_some() || !texts(context, path).is_empty()
}

fn date(context: &Context<'_>, path: &str) -> Option<Date> {
    match path {
        "date" => context.draft.date,
        "item.meeting" => context.draft.item.meeting,
        _ => match context.draft.words.get(path.strip_prefix("words.")?)? {
            Words::Date(date) => Some(*date),
            Words::Text(text) => text.trim().parse().ok(),
            _ => None,
        },
    }
}

/// The two dates, earlier and later, when they are too near or too far apart.
fn apart(context: &Context<'_>, days: &Days) -> Option<(Place, Place)> {
    let (from, to) = (date(context, &days.from)?, date(context, &days.to)?);
    let between = from.until(to).ok()?.get_days();
    let is_wrong = days.least.is_some_and(|least| between < least) || days.most.is_some_and(|most| between > most);
    is_wrong.then(|| (Place::new(&days.from, from.to_string()), Place::new(&days.to, to.to_string())))
}

/// The longest of the person's texts, when the body has too many words.
fn too_long(context: &Context<'_>, most: u32) -> Option<Place> {
    let words = if context.body.is_empty() {
        context.own().map(|field| counts(field.text).words).fold(0, u32::saturating_add)
    } else {
        context.body.iter().map(|paragraph| counts(&paragraph.text).words).fold(0, u32::saturating_add)
    };
    let longest = context.own().max_by_key(|field| field.text.len());
    (words > most).then(|| Place::absent(longest.map_or("words", |field| field.path.as_str())))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::draft::{Ask, Draft, Item};
    use crate::layout::page::Pages;
    use crate::letter::Letter;
    use crate::preflight::testing::{places, template, with_words};
    use crate::preflight::{Known, preflight};

    fn check(need: &str, draft: &Draft, expected: &[(&str, &str)]) {
        let mut template = template();
        template.needs = vec![toml::from_str(&format!("message = \"a\"\nhint = \"B.\"\n{need}")).unwrap()];
        let found = preflight(&template, draft, &Letter::default(), &Pages::default(), &Known::default());
        let found = places(&found, CHECK);
        let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, expected, "{need}");
    }

    #[test]
    fn words_must_stand_in_each_entry_or_somewhere() {
        let ask = |label: &str, full: &str| Ask { label: label.to_owned(), full: full.to_owned(), ..Ask::default() };
        let asks = |labels: &[(&str, &str)]| Draft {
            asks: labels.iter().map(|(label, full)| ask(label, full)).collect(),
            ..Draft::default()
        };
        let each = "in = [\"asks[]\"]\nwords = [\"page #\", \"appendi*\", \"§ #\", \"20##\"]";
        check(each, &asks(&[("Light (Page 38)", "It is dark."), ("Oak", "See § 4.")]), &[]);
        check(each, &asks(&[("Light", "See Appendix B."), ("Oak", "It fell in 2024.")]), &[]);
        check(
            each,
            &asks(&[("Light (page 38)", "x"), ("Oak", "It fell on this page.")]),
            &[("asks[1].full", "It fell on this page.")],
        );
        check(each, &asks(&[("Light", "It is dark."), ("Oak", "It fell.")]), &[("asks", "")]);
        let any = "in = [\"asks\", \"words.hook\"]\nwords = [\"page #\"]";
        check(any, &asks(&[("Light (page 38)", "x"), ("Oak", "y")]), &[]);
        check(any, &asks(&[("Light", "x"), ("Oak", "y")]), &[("asks[0].label", "Light")]);
        check(any, &Draft::default(), &[]);
        let or = "in = [\"asks\"]\nwords = [\"since *\"]\nfilled = [\"words.line\"]";
        check(or, &Draft { asks: vec![ask("", "All since May")], ..Draft::default() }, &[]);
        check(or, &Draft { asks: vec![ask("", "All")], ..with_words("line", "May") }, &[]);
        check(or, &Draft { asks: vec![ask("", "All")], ..Draft::default() }, &[("words.line", "")]);
    }

    #[test]
    fn a_place_must_be_filled() {
        let need = "filled = [\"words.line\", \"item.meeting\"]";
        check(need, &with_words("line", "x"), &[]);
        let item = Item { meeting: Some(date(2026, 2, 10)), ..Item::default() };
        check(need, &Draft { item, ..Draft::default() }, &[]);
        check(need, &Draft::default(), &[("words.line", "")]);
    }

    #[test]
    fn words_have_a_most() {
        check("most_words = 3", &with_words("hook", "one two three"), &[]);
        check("most_words = 3", &with_words("hook", "one two three four"), &[("words.hook", "")]);
    }

    #[test]
    fn days_between_two_dates_are_counted() {
        let letter = |month: i8, day: i8| Draft {
            date: Some(date(2026, month, day)),
            item: Item { meeting: Some(date(2026, 2, 10)), ..Item::default() },
            ..with_words("line", "x")
        };
        let most = "days = { from = \"item.meeting\", to = \"date\", most = 30 }";
        check(most, &letter(3, 12), &[]);
        check(most, &letter(3, 13), &[("date", "2026-03-13")]);
        check(most, &Draft::default(), &[]);
        check(&format!("when = \"words.hook\"\n{most}"), &letter(3, 13), &[]);
        check(&format!("when = \"words.line\"\n{most}"), &letter(3, 13), &[("date", "2026-03-13")]);
        let least = "days = { from = \"date\", to = \"item.meeting\", least = 3 }";
        check(least, &letter(2, 7), &[]);
        check(least, &letter(2, 8), &[("item.meeting", "2026-02-10")]);
    }
}
