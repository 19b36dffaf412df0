//! A count that announces a list in the same text: `three things: (a) …, (b) …`, `two reasons:` above a bulleted list.

use std::ops::Range;

use super::super::context::FieldText;
use super::super::numbers;
use super::ask_count::{Claim, DESCRIBING, PARTIAL};
use super::numbering::{labels, numbered_points};
use crate::finding::{Finding, Place, Severity};
use crate::prose::Prose;

/// Nouns for what lists list.
#[rustfmt::skip]
const POINTS: &[&str] = &[
    "things", "points", "items", "reasons", "questions", "changes", "steps", "asks", "requests", "demands", "parts",
    "problems", "concerns", "errors", "grounds", "facts", "examples", "matters", "ways", "conditions", "amendments",
    "decisions", "actions", "effects", "recommendations", "mistakes", "gaps", "defects", "issues", "comments",
    "measures", "principles", "goals", "options", "groups", "places", "revisions", "improvements",
];

/// How many tokens may stand between the noun and the list.
const FARTHEST: usize = 12;
/// The most tokens of a sentence that a list is looked for in; keeps a text without full stops from costing the square of
/// itself.
const LONGEST: usize = 1000;

/// A count with the list that it announces.
pub(super) struct Announced {
    pub(super) claim: Claim,
    /// The words of the claim.
    pub(super) excerpt: String,
    /// How many points the list has.
    there_are: usize,
    /// The bytes of the text that the list stands on.
    list: Range<usize>,
}

impl Announced {
    /// What there is to say when count and list differ.
    pub(super) fn disagrees(&self, field: &FieldText<'_>) -> Option<Finding> {
        if self.claim.count == self.there_are {
            return None;
        }
        let words = crate::language::words("en").number(self.there_are);
        let place = Place::new(&field.path, &self.excerpt);
        let finding = Finding::new(
            "ask-count",
            Severity::Warning,
            format!("the text says “{}”, but {words} follow", place.said()),
            format!("Write {words} instead of {}, or see whether a point is missing or too many.", self.claim.count),
            place,
        );
        Some(finding.against(Place::new(&field.path, &field.text[self.list.clone()])))
    }
}

/// The counts of a text that announce a list in it.
pub(super) fn announced(field: &FieldText<'_>) -> Vec<Announced> {
    let prose = &field.prose;
    let counts: Vec<(Claim, usize)> = (0..prose.tokens.len()).filter_map(|at| count(prose, at)).collect();
    if counts.is_empty() {
        return Vec::new();
    }
    let labels = labels(prose);
    let list_after = |(claim, noun): (Claim, usize)| {
        let (there_are, list) = inline(prose, noun, &labels)
            .or_else(|| below(field, noun))
            .or_else(|| enumerated(prose, noun, claim.count))?;
        let excerpt = field.text[claim.bytes.clone()].to_owned();
        Some(Announced { claim, excerpt, there_are, list })
    };
    counts.into_iter().filter_map(list_after).collect()
}

/// `three things` with the token of its noun.
fn count(prose: &Prose<'_>, at: usize) -> Option<(Claim, usize)> {
    let token = *prose.tokens.get(at)?;
    let count = numbers::count(prose.text(at)).filter(|count| *count > 1 && !token.quoted)?;
    let noun = if prose.is_any(at + 1, DESCRIBING) { at + 2 } else { at + 1 };
    let before = at.checked_sub(1);
    let follows = before.is_some_and(|at| prose.is(at, "following")) || prose.is(at + 1, "following");
    let is_plural = prose.text(noun).ends_with('s');
    let before_the = before.map(|at| if prose.is_any(at, &["the", "these", "our"]) { at.wrapping_sub(1) } else { at });
    let hedged = before.is_some_and(|at| prose.is_any(at, PARTIAL)) || before_the.is_some_and(|at| prose.is(at, "of"));
    let claims = prose.is_any(noun, POINTS) || follows && is_plural;
    let bytes = token.start..prose.tokens.get(noun)?.end;
    (claims && !hedged).then_some((Claim { count, bytes }, noun))
}

/// The points that the rest of the sentence numbers.
fn inline(prose: &Prose<'_>, noun: usize, labels: &[super::numbering::Label]) -> Option<(usize, Range<usize>)> {
    let end = (noun..prose.tokens.len().min(noun + LONGEST)).find(|at| prose.ends_sentence(*at))?;
    let near = prose.tokens.get(noun + FARTHEST).map_or(usize::MAX, |token| token.start);
    let (count, list) = numbered_points(labels, prose.tokens[noun].end..prose.tokens[end].end)?;
    (list.start < near).then_some((count, list))
}

/// The things that the rest of the sentence names, between commas: `three places: the storm, the hours and the count`. An
/// `and` within one of them looks like another, so only a count of more than there can be is wrong.
fn enumerated(prose: &Prose<'_>, noun: usize, count: usize) -> Option<(usize, Range<usize>)> {
    if !prose.is(noun + 1, ":") || prose.ends_sentence(noun + 1) {
        return None;
    }
    let start = noun + 2;
    let end = (start..prose.tokens.len().min(noun + LONGEST)).find(|at| prose.ends_sentence(*at))?;
    let parts = |at: &usize| {
        prose.is_any(*at, &[",", ";"]) || prose.is_any(*at, &["and", "or"]) && !prose.is_any(*at - 1, &[",", ";"])
    };
    // A question, or a list that goes on in the next sentence, does not end here.
    let joins = |at: usize| prose.is_any(at, &["and", "or"]);
    let last = (start..end).rev().find(|at| parts(at))?;
    if !(joins(last) || joins(last + 1))
        || prose.is(end, "?")
        || prose.is_any(start, &["who", "what", "how", "why", "when"])
    {
        return None;
    }
    let most = 1 + (start..end).filter(parts).count();
    let list = prose.tokens.get(start)?.start..prose.tokens[end].end;
    (most > 1).then_some((count.min(most), list))
}

/// The list that stands below the line that the noun's sentence ends with a colon.
fn below(field: &FieldText<'_>, noun: usize) -> Option<(usize, Range<usize>)> {
    let prose = &field.prose;
    let colon = (noun + 1..=noun + FARTHEST).find(|at| prose.is(*at, ":") || prose.ends_sentence(*at))?;
    if !prose.is(colon, ":") || !prose.gap(colon).contains('\n') {
        return None;
    }
    let start = prose.tokens.get(colon + 1)?.start;
    // The sign of the first entry may be a token of its own or none at all.
    let start = field.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let mut indent = None;
    let mut entries = 0;
    let mut end = start;
    for line in field.text[start..].split_inclusive('\n') {
        let inner = line.trim_start();
        let depth = line.len() - inner.len();
        let is_entry = opens_entry(inner);
        match indent {
            _ if inner.trim().is_empty() => {}
            None if is_entry => (indent, entries) = (Some(depth), 1),
            None => return None,
            Some(indent) if is_entry && depth == indent => entries += 1,
            Some(indent) if depth > indent => {}
            Some(_) => break,
        }
        end += line.len();
    }
    let length = field.text[start..end].trim_end().len();
    (entries > 1).then(|| (entries, start..start + length))
}

/// The line begins with the sign of a list.
fn opens_entry(line: &str) -> bool {
    let Some((sign, _)) = line.split_once(' ') else { return false };
    let inner = sign.trim_start_matches('(').trim_end_matches([')', '.']);
    matches!(sign, "-" | "*" | "+" | "•")
        || sign.ends_with([')', '.'])
            && (1..=2).contains(&inner.len())
            && inner.bytes().all(|b| b.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn a_count_agrees_with_the_list_that_it_announces() {
        let check = |text: &str, expected: &[&str]| {
            let found = places(&told(&with_words("hook", text)), "ask-count");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("It leaves three things open: (a) who decides and (b) who pays.", &["three things"]);
        check("We have two questions: (1) who, (2) when, and (3) why?", &["two questions"]);
        check("There are **two reasons** for it:\n\n- light\n- shade\n- water\n\nMore.", &["two reasons"]);
        check("The following three streets are dark:\n- Oak\n- Elm", &["three streets"]);

        check("It leaves two things open: (a) who decides and (b) who pays.", &[]);
        check("There are three reasons for it:\n\n- light\n    - by day\n    - by night\n- shade\n- water", &[]);
        check("There are three reasons for it: light, shade and water.", &[]);
        check("There are three reasons for it:\n\nLight. Shade.", &[]);
        check("Two of the three reasons are good: (a) light, (b) shade.", &[]);
        check("We waited three years: (a) in the rain, (b) in the sun.", &[]);
        check("At least two questions remain: (a) who, (b) when, (c) why.", &[]);
        check("We have three questions. They said (a) no, (b) never.", &[]);
    }
}
