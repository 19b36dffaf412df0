//! The number of asks that the text says against the asks that there are: `the following three changes`.
//!
//! Only counts that are surely about this letter's asks: a number, perhaps one describing word, a noun for asks, and
//! a cue that they are ours. A count that fits a list of its own beside it in the body is about that list; one that announces a
//! list of its own is held against it by `listed`. Other languages than English are `tongues`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::context::Context;
use super::super::numbers;
use super::listed::{Announced, announced};
use super::numbering::ordinal;
use super::tongues;
use crate::finding::{Finding, Place, Severity};
use crate::letter::{BlockKind, Role};
use crate::prose::{Prose, Syntax};

/// How many labels of asks a finding names.
const MOST_LABELS: usize = 12;

/// Nouns that name asks and little else.
#[rustfmt::skip]
const ASKS: &[&str] = &[
    "asks", "ask", "requests", "request", "demands", "demand", "recommendations", "recommendation",
];

/// Nouns that name asks when a cue says so.
#[rustfmt::skip]
const CHANGES: &[&str] = &[
    "changes", "change", "amendments", "amendment", "revisions", "revision", "modifications", "modification", "actions",
    "action", "steps", "step", "measures", "improvements", "reforms", "commitments", "comments", "comment", "additions",
];

/// Nouns that name asks only right after `the following`, `we ask for` and the like.
const THINGS: &[&str] = &["things", "points", "items", "decisions", "assurances", "corrections"];

/// Those that name asks only where the text says that they are told below.
#[rustfmt::skip]
const TOLD_BELOW: &[&str] = &[
    "places", "respects", "problems", "gaps", "errors", "defects", "issues", "concerns", "matters",
];

/// How far before the number `we ask` may stand.
const FARTHEST: usize = 16;

/// Words between the number and the noun that leave the count as it is.
#[rustfmt::skip]
pub(super) const DESCRIBING: &[&str] = &[
    "specific", "simple", "key", "important", "concrete", "small", "critical", "urgent", "major", "main", "policy",
    "proposed", "modest", "immediate", "clear", "basic", "requested", "recommended", "crucial", "minor", "targeted",
    "essential", "necessary", "practical", "reasonable", "straightforward", "core", "central", "short", "following",
    "big", "primary", "significant", "vital",
];

/// Words before the number that make it a part or a bound of the whole.
#[rustfmt::skip]
pub(super) const PARTIAL: &[&str] = &[
    "first", "last", "other", "remaining", "next", "top", "another", "additional", "further", "more", "than", "least",
    "most", "about", "over", "only", "or",
];

/// Words after the noun that tell of another time or of somebody else's.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "were", "was", "had", "have", "has", "did", "from", "made", "submitted", "sent", "adopted", "approved", "rejected",
    "that", "by", "taken", "last", "already", "received",
];

/// Verbs of asking, after `we` or `I`.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "request", "requesting", "demand", "demanding", "recommend", "recommending", "propose", "proposing", "seek",
    "seeking", "urge", "urging", "ask", "asking", "suggest", "want",
];

/// A count of asks in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Claim {
    pub(super) count: usize,
    pub(super) bytes: Range<usize>,
}

/// The text says another number of asks than there are, or of points than the list has that it announces.
pub(in crate::preflight) fn ask_count(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut judged = Vec::new();
    for field in context.own() {
        for announced in announced(field) {
            findings.extend(announced.disagrees(field));
            judged.push((field.path.as_str(), announced));
        }
    }
    findings.extend(of_asks(context, &judged));
    findings
}

/// The counts of asks that are wrong, without those that a list of their own has judged.
fn of_asks(context: &Context<'_>, judged: &[(&str, Announced)]) -> Vec<Finding> {
    let asks = &context.draft.asks;
    if asks.is_empty() {
        // A letter may hold its asks in its own words; a kind that needs them says that they are missing.
        return Vec::new();
    }
    let lists = lists_beside(context);
    let there_are = Asks::of(context);
    let mut told = BTreeSet::new();
    let is_wrong = |claim: &Claim, path: &str| {
        claim.count != asks.len() && !lists.get(path).is_some_and(|lengths| lengths.contains(&claim.count))
    };
    let mut findings: Vec<Finding> = Vec::new();
    for field in context.own().filter(|field| !field.path.starts_with("asks")) {
        let is_judged = |claim: &Claim| {
            judged.iter().any(|(path, other)| *path == field.path && other.claim.bytes.start == claim.bytes.start)
        };
        // `I ask three things: First, … Second, … Third, …`
        let told_out = told_out(&field.prose);
        for claim in claims(&field.prose, context.language()) {
            if is_judged(&claim) || !is_wrong(&claim, &field.path) || told_out == Some(claim.count) {
                continue;
            }
            let place = Place::new(&field.path, &field.text[claim.bytes.clone()]);
            told.insert(place.said());
            findings.push(there_are.disagree(&claim, place));
        }
    }
    for paragraph in context.body.iter().filter(|paragraph| !paragraph.source.starts_with("asks")) {
        let prose = Prose::of(&paragraph.text, Syntax::Plain);
        for claim in claims(&prose, context.language()) {
            if !is_wrong(&claim, paragraph.path()) {
                continue;
            }
            let place = Place::new(paragraph.path(), &paragraph.text[claim.bytes.clone()]);
            // A phrase inside a sentence of the template has been told, or judged, under its own field.
            let is_judged = judged.iter().any(|(_, other)| other.excerpt == place.excerpt);
            if !is_judged && !told.contains(&place.excerpt) {
                findings.push(there_are.disagree(&claim, place));
            }
        }
    }
    findings
}

/// How far the sentences of a text count themselves: three with `First, …`, `Second, …`, `Third, …`.
fn told_out(prose: &Prose<'_>) -> Option<usize> {
    let opens = (0..prose.tokens.len()).filter(|at| prose.starts_sentence(*at) && prose.is(at + 1, ","));
    opens.filter_map(|at| ordinal(prose.text(at))).max()
}

/// The asks that there are.
struct Asks {
    count: usize,
    labels: String,
}

impl Asks {
    fn of(context: &Context<'_>) -> Self {
        let asks = context.draft.ordered_asks();
        let labels: Vec<&str> = asks.iter().take(MOST_LABELS).map(|(_, ask)| ask.label.as_str()).collect();
        let more = if asks.len() > MOST_LABELS { "; …" } else { "" };
        Self { count: asks.len(), labels: labels.join("; ") + more }
    }

    fn disagree(&self, claim: &Claim, place: Place) -> Finding {
        let there_are = if self.count == 1 { "is 1 ask".to_owned() } else { format!("are {} asks", self.count) };
        Finding::new(
            "ask-count",
            Severity::Warning,
            format!("the text says “{}”, but there {there_are}", place.said()),
            format!(
                "Write {} instead of {}, or see whether an ask is missing or too many.",
                crate::language::words("en").number(self.count),
                claim.count
            ),
            place,
        )
        .against(Place::new("asks", &self.labels))
    }
}

/// The lengths of the lists in the body that are no asks, by the fields that they are of, or stand next to.
fn lists_beside<'a>(context: &'a Context<'_>) -> BTreeMap<&'a str, BTreeSet<usize>> {
    let mut lengths: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for part in context.letter.parts.iter().filter(|part| part.role == Role::Body) {
        for (index, block) in part.blocks.iter().enumerate() {
            let BlockKind::List(list) = &block.kind else { continue };
            if list.asks {
                continue;
            }
            let beside = part.blocks[index.saturating_sub(1)..].iter().take(if index == 0 { 2 } else { 3 });
            for field in beside.map(|block| if block.source.is_empty() { "body" } else { &block.source }) {
                lengths.entry(field).or_default().insert(list.items.len());
            }
        }
    }
    lengths
}

fn claims(prose: &Prose<'_>, language: &str) -> Vec<Claim> {
    if !language.eq_ignore_ascii_case("en") {
        return tongues::claims(prose, language);
    }
    (0..prose.tokens.len()).filter_map(|at| both(prose, at).or_else(|| counted(prose, at))).collect()
}

/// `three changes`, `3 specific requests`, `three things we ask`.
fn counted(prose: &Prose<'_>, at: usize) -> Option<Claim> {
    let token = *prose.tokens.get(at)?;
    let count = numbers::count(prose.text(at)).filter(|count| *count > 0 && !token.quoted)?;
    let mut noun = at + 1;
    while noun <= at + 2 && prose.is_any(noun, DESCRIBING) {
        noun += 1;
    }
    // `the following two:` needs no noun.
    if prose.is(at + 1, ":") && at > 0 && prose.is(at - 1, "following") {
        return Some(Claim { count, bytes: token.start..token.end });
    }
    // `all three of these requests`
    let of = if prose.is(at + 1, "of") && prose.is_any(at + 2, &["these", "our", "my"]) { Some(at + 3) } else { None };
    if let Some(noun) = of {
        let all = at.checked_sub(1).filter(|all| prose.is(*all, "all"))?;
        let is_ours = (prose.is_any(noun, ASKS) || prose.is_any(noun, CHANGES)) && !prose.is_any(noun + 1, ELSEWHERE);
        let bytes = prose.tokens[all].start..prose.tokens.get(noun)?.end;
        return is_ours.then_some(Claim { count, bytes });
    }
    // A noun that describes another noun (`three action items`, `one change order`) is no count of asks.
    let plural = prose.text(noun).ends_with(['s', 'S']);
    let named = prose.is_any(noun, ASKS) || prose.is_any(noun, CHANGES) || prose.is_any(noun, THINGS);
    let named = named || prose.is_any(noun, TOLD_BELOW);
    if !named || plural != (count != 1) {
        return None;
    }
    let before = |back: usize| at.checked_sub(back);
    let is_before = |back: usize, words: &[&str]| before(back).is_some_and(|at| prose.is_any(at, words));
    // `our two asks of last year`
    let was = prose.is(noun + 1, "of") && prose.is_any(noun + 2, &["last", "earlier", "previous"]);
    let hedged = was || is_before(1, PARTIAL) || is_before(1, &["of"]) && is_before(2, &["out", "number"]);
    if hedged || prose.is_any(noun + 1, ELSEWHERE) || prose.is_any(noun + 1, &["or"]) {
        return None;
    }
    let cue = cue(prose, at);
    let ours = match () {
        () if prose.is_any(noun, THINGS) => matches!(cue, Some(Cue::Follow | Cue::Ask)) || we_ask_after(prose, noun),
        () if prose.is_any(noun, TOLD_BELOW) => cue == Some(Cue::Follow),
        () if prose.is_any(noun, CHANGES) => cue.is_some() || we_ask_after(prose, noun),
        () => cue.is_some() || we_ask_after(prose, noun) || prose.is(noun + 1, ":"),
    };
    let claim = Claim { count, bytes: token.start..prose.tokens.get(noun)?.end };
    ours.then_some(claim)
}

/// `both of our requests`, `both these changes`, `both asks`.
fn both(prose: &Prose<'_>, at: usize) -> Option<Claim> {
    let token = *prose.tokens.get(at)?;
    if !prose.is(at, "both") || token.quoted {
        return None;
    }
    let of = if prose.is(at + 1, "of") { at + 2 } else { at + 1 };
    let ours = prose.is_any(of, &["our", "my", "these"]);
    let noun = if ours { of + 1 } else { of };
    let near = at.saturating_sub(6);
    let pleads = (near..at).rev().any(|at| prose.is_any(at, &["please", "with", "without"]));
    let named = match () {
        () if ours => prose.is_any(noun, ASKS) || prose.is_any(noun, CHANGES),
        () if pleads && of == at + 1 => prose.is_any(noun, &["asks", "changes", "amendments"]),
        () => prose.is(noun, "asks"),
    };
    if !named || !prose.text(noun).ends_with('s') || prose.is_any(noun + 1, ELSEWHERE) {
        return None;
    }
    Some(Claim { count: 2, bytes: token.start..prose.tokens.get(noun)?.end })
}

/// What says that the count is of our own asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    /// `the following three`.
    Follow,
    /// `we ask for three`.
    Ask,
    /// `these three`, `our three`.
    Ours,
}

fn cue(prose: &Prose<'_>, number: usize) -> Option<Cue> {
    let at = number.checked_sub(1)?;
    if prose.is(at, "following") || prose.is(number + 1, "following") {
        return Some(Cue::Follow);
    }
    if prose.is_any(at, &["these", "our", "my"]) {
        return Some(Cue::Ours);
    }
    // `Please adopt all three amendments.`
    if prose.is(at, "all") {
        let near = at.saturating_sub(6);
        let asked = prose.is_any(number + 1, &["changes", "amendments", "requests", "asks", "conditions"]);
        let unless = || asked && (near..at).any(|at| prose.is_any(at, &["unless", "until"]));
        let pleads = (near..at).any(|at| prose.is_any(at, &["please", "with", "without"])) || unless();
        return pleads.then_some(Cue::Ours);
    }
    // `In three places, which are set out below, …`
    if prose.is_any(number + 1, TOLD_BELOW) && prose.is(at, "in") {
        return announces(prose, number).then_some(Cue::Follow);
    }
    let at = if prose.is_any(at, &["the", "just"]) { at.checked_sub(1)? } else { at };
    if prose.is(at, "for") {
        let verb = at.checked_sub(1)?;
        let plain = prose.is_any(verb, &["ask", "asking", "call", "calling", "petition", "petitioning", "push"]);
        // `we ask the council for three changes`
        let whom = (at.saturating_sub(6)..at).rev().find(|at| prose.is_any(*at, &["we", "I"]));
        let of_whom =
            whom.is_some_and(|we| (we + 1..we + 3).any(|at| prose.is_any(at, &["ask", "asking", "petition"])));
        return (plain && !prose.is(verb.wrapping_sub(1), "they") || of_whom).then_some(Cue::Ask);
    }
    // `we would support it with two changes`
    if prose.is_any(at, &["with", "without"]) {
        let near = at.saturating_sub(8);
        let we = (near..at).rev().find(|at| prose.is_any(*at, &["we", "I", "please"]))?;
        let stands = ["support", "oppose", "accept", "adopt", "approve", "pass"];
        return (we..at).any(|at| prose.is_any(at, &stands)).then_some(Cue::Ask);
    }
    // `we request three changes`, `we ask that you make three changes`, `we have three requests`.
    let near = prose.sentence(at).start.max(at.saturating_sub(FARTHEST));
    let we = (near..at).rev().find(|at| prose.is_any(*at, &["we", "I"]))?;
    // What others make, take or do is theirs.
    if prose.has_any(we..at, &["who", "which", "he", "she", "they", "applicant", "developer"]) {
        return None;
    }
    let asks = (we..=at).any(|at| prose.is_any(at, ASKING));
    let direct = prose.is_any(at, ASKING) && at - we <= 3;
    let make = prose.is_any(at, &["make", "adopt", "take", "consider", "you", "do"]) && asks;
    let have = prose.is(at, "have") && at - we <= 2;
    (direct || make || have).then_some(Cue::Ask)
}

/// The sentence of this number, or the next, says that what it counts is told below.
fn announces(prose: &Prose<'_>, number: usize) -> bool {
    let sentence = prose.sentence(number);
    let next = if sentence.end < prose.tokens.len() { prose.sentence(sentence.end).end } else { sentence.end };
    let says = |words: &[&str]| prose.has_any(sentence.start..next, words);
    (says(&["below", "follow", "follows", "following"])
        || says(&["comments"]) && says(&["take", "takes", "address", "addresses"]))
        && !says(&["above", "earlier", "table", "other", "remaining", "settled"])
}

/// `three things we ask`, `two changes that we are asking for`, without the `that`.
fn we_ask_after(prose: &Prose<'_>, noun: usize) -> bool {
    let we = noun + 1;
    let verb = if prose.is_any(we + 1, &["are", "am"]) { we + 2 } else { we + 1 };
    prose.is_any(we, &["we", "I"]) && prose.is_any(verb, ASKING)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Ask, Draft};
    use crate::layout::page::Pages;
    use crate::letter::{Align, Block, BlockKind, Inline, Item, Letter, List, Part, Role, Tone};
    use crate::preflight::testing::{places, template, told, with_words};
    use crate::preflight::{Known, preflight};

    fn asks(count: usize) -> Vec<Ask> {
        (1..=count).map(|number| Ask { full: format!("Ask {number}"), ..Ask::default() }).collect()
    }

    fn body(kinds: Vec<BlockKind>) -> Letter {
        let blocks = kinds.into_iter().map(|kind| Block { kind, source: "".into() }).collect();
        let part = Part { role: Role::Body, align: Align::Start, source: "".into(), blocks };
        Letter { parts: vec![part], ..Letter::default() }
    }

    fn paragraph(text: &str) -> BlockKind {
        BlockKind::Paragraph { tone: Tone::Normal, content: vec![Inline::Text(text.to_owned())] }
    }

    #[test]
    fn counts_of_asks_are_read() {
        let check = |text: &str, expected: &[&str]| {
            // Eleven asks agree with none of the texts, so every count that is read is told.
            let draft = Draft { asks: asks(11), ..with_words("hook", text) };
            let found = places(&told(&draft), "ask-count");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("**We call for the following three changes to the proposal as written.**", &["three changes"]);
        check("These two requests are modest.", &["two requests"]);
        check("Our 4 asks:", &["4 asks"]);
        check("We ask for two specific amendments.", &["two specific amendments"]);
        check("We urge you to adopt both of our recommendations.", &["both of our recommendations"]);
        check("We support both asks.", &["both asks"]);
        check("I have three requests.", &["three requests"]);
        check("We respectfully request three changes.", &["three changes"]);
        check("We ask three things of you.", &["three things"]);
        check("There are three things we ask.", &["three things"]);
        check("Here are five recommendations:", &["five recommendations"]);
        check("We ask you to take these three steps:", &["three steps"]);
        check("We ask that you make **two** changes.", &["two** changes"]);
        check("I write to ask for one change.", &["one change"]);
        check("One of our three demands is a hearing.", &["three demands"]);
        check("We ask you for the following two decisions:", &["two decisions"]);
        check("We ask you to do the following two:", &["two"]);
        check("Please say yes to all three of these requests.", &["all three of these requests"]);
        check("We hope for answers to these four comments.", &["four comments"]);
        check("Please adopt all three amendments.", &["three amendments"]);
        check("We ask the council for four changes to the plan.", &["four changes"]);
        check("We would support the proposal with three changes.", &["three changes"]);
        check("Please adopt Item 8 with both amendments.", &["both amendments"]);

        check("It falls short in three places, which are set out below.", &["three places"]);
        check("We ask you to adopt the item and, with it, to take four small steps:", &["four small steps"]);
        check("We came away with three concerns, of which the other two are below.", &[]);
        check("In four places it errs. The comments below take them in order.", &["four places"]);
        check("Unless all three amendments are made, vote no.", &["three amendments"]);
        check("The report has three problems, described below.", &[]);
        check("We have three concerns about the plan.", &[]);
        check("We ask that the applicant, who told us he would make two changes, return.", &[]);
        check("Once all three measures are in place, crashes fall.", &[]);
        check("I ask three things of you. First, fund it. Second, say when. Third, come.", &[]);
        check("It floods in three places. We ask you to come.", &[]);
        check("I have lived here for three years, and these two members know it.", &[]);
        check("We ask for three years of records.", &[]);
        check("The Commission's three recommendations are sound.", &[]);
        check("These three steps were taken by the City in 2024.", &[]);
        check("Our two requests from last year got no answer.", &[]);
        check("The first two requests are urgent.", &[]);
        check("We ask for at least two changes.", &[]);
        check("We ask for two or three changes.", &[]);
        check("The applicant made two requests; please deny both requests.", &[]);
        check("Staff recommends three changes.", &[]);
        check("The city has made three changes since.", &[]);
        check("He called it “the following three changes”.", &[]);
        check("Two of our asks are met.", &[]);
        check("All three of our organizations had people on the phones.", &[]);
        check("The council made all three decisions in May, and both amendments failed.", &[]);
        check("There are two decisions to be made.", &[]);
        check("The city published it with three changes; we ask why.", &[]);
        check("We met the council for two steps of it.", &[]);
        check("We have two additional requests.", &[]);
        check("One step at a time, both sides of the street changed.", &[]);
        check("We call for Item 3 changes to be heard.", &[]);
        check("> We call for the following three changes.", &[]);
    }

    #[test]
    fn a_count_is_wrong_only_when_it_fits_neither_the_asks_nor_a_list() {
        let check = |count: usize, blocks: Vec<BlockKind>, expected: &[(&str, &str)]| {
            let draft = Draft { asks: asks(count), ..Draft::default() };
            let found = preflight(&template(), &draft, &body(blocks), &Pages::default(), &Known::default());
            let found = places(&found, "ask-count");
            let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(found, expected);
        };
        let list = |length: usize, asks: bool| {
            let items = (0..length).map(|_| Item { blocks: Vec::new() }).collect();
            BlockKind::List(List { numbering: None, start: 1, asks, items })
        };
        let following = || paragraph("We call for the following three changes.");
        check(3, vec![following()], &[]);
        check(2, vec![following()], &[("body", "three changes")]);
        check(2, vec![following(), list(3, false)], &[]);
        check(2, vec![following(), list(3, true)], &[("body", "three changes")]);
        check(0, vec![following()], &[]);
    }

    #[test]
    fn a_phrase_in_a_sentence_of_the_template_is_told_once_and_names_both_places() {
        let mut draft = with_words("hook", "We call for the following **three changes**.");
        draft.asks = vec![
            Ask { label: "Timelines".to_owned(), full: "x".to_owned(), ..Ask::default() },
            Ask { label: "Property".to_owned(), full: "y".to_owned(), ..Ask::default() },
        ];
        let letter = body(vec![paragraph("I write. We call for the following three changes.")]);
        let found: Vec<Finding> = preflight(&template(), &draft, &letter, &Pages::default(), &Known::default())
            .into_iter()
            .filter(|finding| finding.check == "ask-count")
            .collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message, "the text says “three changes”, but there are 2 asks");
        assert_eq!(found[0].place, Place::new("words.hook", "three changes"));
        assert_eq!(found[0].other, Some(Place::new("asks", "Timelines; Property")));
    }
}
