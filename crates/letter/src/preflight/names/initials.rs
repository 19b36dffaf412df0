//! Initials that nobody spelled out: `TFA` where the Tenants of Fruitvale Association was never followed by `(TFA)`.
//!
//! Initials are a word of two to six capitals. They are spelled out where they stand in brackets after words that begin
//! with their letters, or before such words in brackets. Well-known ones need it not, nor do those in names that the
//! draft lists, in titles, before numbers (`SB 812`) and in quotations. Shouted words are `capitals`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::context::{Context, FieldText, Voice};
use super::folded::folded;
use super::titles::without_possessive;
use super::well_known::is_well_known;
use crate::finding::{Finding, Place, Repair, Severity};
use crate::preflight::shouted::{is_capitals, is_ordinary, lower_case_words};
use crate::prose::{Prose, Syntax, TokenKind};

const CHECK: &str = "initials";

/// How many words before the bracket their letters are looked for in.
const FARTHEST: usize = 12;

/// Among how many paragraphs a field is looked for.
const MOST_PARAGRAPHS: usize = 300;

/// Initials in the running text.
struct Use<'a> {
    field: &'a FieldText<'a>,
    /// Their place among all uses in the order of reading.
    order: usize,
    bytes: Range<usize>,
    /// The words that spell them out here.
    spelled: Option<Range<usize>>,
    /// They stand in brackets of their own after words that begin otherwise.
    is_bracketed: bool,
}

/// Initials are used that the text does not spell out, or only later, or in two ways.
pub(in crate::preflight) fn initials(context: &Context<'_>) -> Vec<Finding> {
    if !context.is_english() {
        return Vec::new();
    }
    let names = names(context);
    let lower = lower_case_words(context);
    let mut uses: BTreeMap<String, Vec<Use<'_>>> = BTreeMap::new();
    for (order, field) in reading_order(context).into_iter().enumerate() {
        for at in 0..field.prose.tokens.len() {
            let Some(initials) = initials_at(&field.prose, at) else { continue };
            let is_bracketed = is_in_brackets(&field.prose, at);
            let is_known = is_well_known(&initials)
                || names.contains(&initials)
                || initials != context.draft.sender.short.trim() && context.known.terms.has_capitals(&initials);
            if !is_bracketed && (is_known || is_ordinary(&initials, &lower)) {
                continue;
            }
            let spelled = spelled_out(&field.prose, at, &initials);
            let start = field.prose.tokens[at].start;
            let bytes = start..start + initials.len();
            uses.entry(initials).or_default().push(Use { field, order, bytes, spelled, is_bracketed });
        }
    }
    let short = context.draft.sender.short.trim();
    let (mut findings, exchanged) = exchanged(&uses, short);
    for (initials, uses) in uses.iter().filter(|(initials, _)| !exchanged.contains(*initials)) {
        findings.extend(of_initials(context, initials, uses, short));
    }
    findings.extend(behind_another_name(&uses, short, &context.draft.sender.name));
    findings
}

/// The fields in which the letter speaks, as the reader meets them; the shorter texts of asks are for other channels.
fn reading_order<'a>(context: &'a Context<'_>) -> Vec<&'a FieldText<'a>> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, paragraph) in context.body.iter().enumerate() {
        places.entry(paragraph.path()).or_insert(place);
    }
    // A field inside a sentence of the template stands in a paragraph that is the template's.
    let place = |field: &&FieldText<'_>| {
        let list = field.path.split('[').next().unwrap_or_default();
        let own = places.get(field.path.as_str()).or_else(|| places.get(list)).copied();
        own.or_else(|| {
            // Whoever has more paragraphs than these has written no letter.
            if context.body.len() > MOST_PARAGRAPHS {
                return None;
            }
            let opening: String = field.text.trim().chars().take(40).collect();
            context.body.iter().position(|paragraph| paragraph.text.contains(&opening))
        })
        .unwrap_or(usize::MAX)
    };
    // What is printed as typed is a title, a number or an address.
    let is_read = |field: &&FieldText<'_>| {
        field.syntax == Syntax::Rich && (!field.path.starts_with("asks") || field.path.ends_with(".full"))
    };
    let mut fields: Vec<&FieldText<'_>> = context.own().filter(is_read).collect();
    fields.sort_by_cached_key(place);
    fields
}

/// Words in capitals in whatever the draft lists by name.
fn names(context: &Context<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let short = context.draft.sender.short.trim();
    for field in context.fields.iter().filter(|field| field.voice != Voice::Own && field.path != "sender.short") {
        names.extend((0..field.prose.tokens.len()).filter_map(|at| initials_at(&field.prose, at)));
    }
    // The sender's own initials must be spelled out, wherever else they stand.
    names.remove(short);
    names
}

/// The initials that this token is: capitals alone, with at most an ending of its own, and no number after them.
fn initials_at(prose: &Prose<'_>, at: usize) -> Option<String> {
    prose.tokens.get(at).filter(|token| token.kind == TokenKind::Word && !token.quoted)?;
    // Most words end here.
    if !prose.text(at).bytes().take(2).all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let word = without_possessive(prose.text(at));
    let word = word.strip_suffix('s').filter(|single| is_capitals(single)).unwrap_or(word);
    if !is_capitals(word) || !(2..=6).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let next = prose.text(at + 1);
    // `PG&E`, `AQ-4` and `SB 812` are names and numbers.
    let touches = prose.gap(at).is_empty() && matches!(next, "&" | "-" | "_");
    let is_label = next.starts_with(|c: char| c.is_ascii_digit()) || next == "§" || next == "No";
    let joined = at.checked_sub(1).is_some_and(|before| {
        matches!(prose.text(before), "&" | "/" | "-" | "_" | "#") && prose.gap(before).is_empty()
    });
    // A run of capitals is a name or is shouted.
    let in_a_run = |other: &str| other.len() > 1 && is_capitals(other);
    let run = in_a_run(next) || at.checked_sub(1).is_some_and(|before| in_a_run(prose.text(before)));
    (!touches && !is_label && !joined && !run).then(|| word.to_owned())
}

/// In brackets of their own, or with what stands before the bracket too: `(ATU)`, `(ATU Local 88)`.
fn is_in_brackets(prose: &Prose<'_>, at: usize) -> bool {
    at > 0 && prose.is(at - 1, "(") && prose.is(at + 1, ")")
        || at > 1 && prose.is(at - 2, "(") && prose.is(at + 1, ")")
        || at > 1 && prose.is(at - 2, "(") && prose.is(at + 2, ")")
}

/// The tokens of the words that spell the initials out, before or after them.
fn spelled_out(prose: &Prose<'_>, at: usize, initials: &str) -> Option<Range<usize>> {
    let letters: Vec<char> = initials.to_lowercase().chars().collect();
    // `Draft Environmental Impact Report (Draft EIR)`: what stands before the initials begins the name too.
    if let Some(open) = at.checked_sub(2).filter(|open| prose.is(*open, "(") && prose.is(at + 1, ")")) {
        let said = prose.text(at - 1);
        return (open.saturating_sub(FARTHEST)..open).rev().find_map(|start| {
            (prose.text(start) == said && begin_with(prose, start + 1..open, &letters)).then_some(start..open)
        });
    }
    if let Some(open) = at.checked_sub(1).filter(|open| prose.is(*open, "(")) {
        // `Amalgamated Transit Union Local 88 (ATU Local 88)`: what stands behind both is no part of the name.
        let behind =
            (at + 1..at + FARTHEST).take_while(|next| *next < prose.tokens.len() && !prose.is(*next, ")")).count();
        let same =
            (1..=behind).all(|back| back <= open && prose.text(open - back) == prose.text(at + 1 + behind - back));
        let close = if same { open - behind } else { open };
        return (open.saturating_sub(FARTHEST)..close).rev().find_map(|start| {
            (begin_with(prose, start..close, &letters) && !prose.is_any(start, SMALL)).then_some(start..close)
        });
    }
    let open = at + 1;
    if prose.is(open, "(") {
        let close = (open..open + FARTHEST).find(|at| prose.is(*at, ")"))?;
        return begin_with(prose, open + 1..close, &letters).then_some(open + 1..close);
    }
    // `NIOSH, the National Institute for Occupational Safety and Health.`
    if prose.is(open, ",") {
        let start = open + 1 + usize::from(prose.is(open + 1, "the"));
        let close = (start..start + FARTHEST).find(|at| prose.is_any(*at, &[",", ".", ";", ")", "–", "—"]))?;
        let is_name = prose.text(start).starts_with(char::is_uppercase);
        return (is_name && begin_with(prose, start..close, &letters)).then_some(start..close);
    }
    None
}

const SMALL: &[&str] = &["of", "the", "and", "for", "in", "on", "at", "to", "a", "an", "de", "la", "y", "&"];

/// The words begin with these letters one after the other; small words may be passed over.
fn begin_with(prose: &Prose<'_>, words: Range<usize>, letters: &[char]) -> bool {
    let mut pieces: Vec<(char, bool)> = Vec::new();
    for at in words {
        if prose.tokens.get(at).is_none_or(|token| token.kind != TokenKind::Word) {
            continue;
        }
        for piece in prose.text(at).split('-') {
            pieces.extend(folded(piece).chars().next().map(|first| (first, prose.is_any(at, SMALL))));
        }
    }
    fn matches(pieces: &[(char, bool)], letters: &[char]) -> bool {
        match (pieces.split_first(), letters.split_first()) {
            (None, None) => true,
            (None, Some(_)) => false,
            (Some(((_, is_small), rest)), None) => *is_small && matches(rest, letters),
            (Some(((first, is_small), rest)), Some((letter, others))) => {
                first == letter && matches(rest, others) || *is_small && matches(rest, letters)
            }
        }
    }
    matches(&pieces, letters)
}

/// Where the running text has the words that the initials stand for, all of them with capitals.
fn named<'a>(context: &'a Context<'_>, initials: &str) -> Option<(&'a FieldText<'a>, Range<usize>)> {
    let letters: Vec<char> = initials.to_lowercase().chars().collect();
    if letters.len() < 3 {
        return None;
    }
    reading_order(context).into_iter().find_map(|field| {
        let prose = &field.prose;
        (0..prose.tokens.len()).find_map(|start| {
            let is_capital = |at: usize| prose.text(at).starts_with(char::is_uppercase);
            if !is_capital(start) || prose.is_any(start, SMALL) || prose.tokens[start].quoted {
                return None;
            }
            let is_of_name = |at: &usize| is_capital(*at) || prose.is_any(*at, SMALL);
            let longest = (start..(start + FARTHEST).min(prose.tokens.len())).take_while(is_of_name).last()? + 1;
            let end =
                (start + 2..=longest).find(|end| is_capital(end - 1) && begin_with(prose, start..*end, &letters))?;
            Some((field, prose.tokens[start].start..prose.tokens[end - 1].end))
        })
    })
}

fn of_initials(context: &Context<'_>, initials: &str, uses: &[Use<'_>], short: &str) -> Option<Finding> {
    let place = |used: &Use<'_>| Place::new(&used.field.path, &used.field.text[used.bytes.clone()]);
    let defining = |used: &&Use<'_>| used.spelled.is_some() || used.is_bracketed;
    let severity = if initials == short { Severity::Warning } else { Severity::Note };
    let first = uses.first()?;
    let Some(defined) = uses.iter().find(defining) else {
        let message = format!("“{initials}” is used, and nothing says what it stands for");
        let Some((field, name)) = named(context, initials) else {
            let hint = format!("Spell the name out where it stands first, and put ({initials}) behind it.");
            return Some(Finding::new(CHECK, severity, message, hint, place(first)));
        };
        // Where the name stands without its brackets, they are all that is missing.
        let used = uses.iter().find(|used| used.field.path == field.path).unwrap_or(first);
        let said = &field.text[name.clone()];
        let hint = format!("Put ({initials}) behind “{said}”.");
        let finding = Finding::new(CHECK, severity, message, hint, place(used)).against(Place::new(&field.path, said));
        let repair = Repair::within(&field.path, field.text, name, format!("{said} ({initials})"));
        return Some(finding.mended_by(repair));
    };
    // Asks are read in the letter and alone in boxes, so what an ask says before the words explain it is no fault.
    if first.field.path.starts_with("asks") && first.field.path != defined.field.path {
        return None;
    }
    if defined.order > first.order || defined.order == first.order && defined.bytes.start > first.bytes.start {
        let hint = format!("Spell the name out where {initials} stands first.");
        let message = format!("“{initials}” is used before it is spelled out");
        return Some(Finding::new(CHECK, severity, message, hint, place(first)).against(place(defined)));
    }
    let words = |used: &Use<'_>| {
        let tokens = used.spelled.clone()?;
        let bytes = used.field.prose.tokens[tokens.start].start..used.field.prose.tokens[tokens.end - 1].end;
        Some(used.field.text[bytes].to_owned())
    };
    let one = words(defined)?;
    let plain = |words: &str| words.to_lowercase().replace(['*', '_'], "");
    let differs = |used: &&Use<'_>| words(used).is_some_and(|words| plain(&words) != plain(&one));
    let other = uses.iter().find(differs)?;
    let two = words(other)?;
    let message = format!("“{initials}” stands for “{one}”, and for “{two}”");
    let hint = "Write the name in one way, or choose other initials for one of the two.";
    let finding = Finding::new(CHECK, Severity::Warning, message, hint, Place::new(&other.field.path, two));
    Some(finding.against(Place::new(&defined.field.path, one)))
}

/// Initials in brackets whose letters are in another order than those that the text, or the sender, uses.
/// The second are those that are used instead.
fn exchanged(uses: &BTreeMap<String, Vec<Use<'_>>>, short: &str) -> (Vec<Finding>, BTreeSet<String>) {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let (mut findings, mut others) = (Vec::new(), BTreeSet::new());
    for (initials, defined) in uses {
        let Some(bracket) =
            defined.first().filter(|used| defined.len() == 1 && used.is_bracketed && used.spelled.is_none())
        else {
            continue;
        };
        let is_same_letters = |other: &str| other != initials && sorted(other) == sorted(initials);
        let used = uses.iter().find(|(other, _)| is_same_letters(other)).and_then(|(other, uses)| {
            let used = uses.first()?;
            Some((other.clone(), Place::new(&used.field.path, other)))
        });
        let of_sender = is_same_letters(short).then(|| (short.to_owned(), Place::new("sender.short", short)));
        let Some((right, other)) = used.or(of_sender) else { continue };
        let message = format!("“({initials})” is introduced, but “{right}” is used");
        let hint = "Write the same initials where they are introduced and where they are used.";
        let place = Place::new(&bracket.field.path, initials);
        findings.push(Finding::new(CHECK, Severity::Warning, message, hint, place).against(other));
        others.insert(right);
    }
    (findings, others)
}

/// The sender's own initials stand in brackets behind words that are nearly, but not, their name.
fn behind_another_name(uses: &BTreeMap<String, Vec<Use<'_>>>, short: &str, name: &str) -> Option<Finding> {
    let bracket = uses.get(short)?.iter().find(|used| used.is_bracketed && used.spelled.is_none())?;
    let text = bracket.field.text[..bracket.bytes.start].trim_end_matches(['(', ' ', '“', '"']);
    let count = name.split_whitespace().count();
    let start = text.char_indices().rev().filter(|(_, c)| c.is_whitespace()).nth(count.checked_sub(1)?);
    let said = text[start.map_or(0, |(at, _)| at)..].trim();
    let words = |name: &str| name.split_whitespace().map(folded).collect::<Vec<_>>();
    let (ours, theirs) = (words(name), words(said));
    let same = ours.iter().zip(&theirs).filter(|(one, two)| one == two).count();
    if count < 2 || same * 2 < count || same == count || said.contains(['*', '[']) {
        return None;
    }
    let message = format!("“({short})” stands behind “{said}”, but the sender is the {name}");
    let hint = "Write the name as the sender writes it, or correct the initials.";
    let finding = Finding::new(CHECK, Severity::Warning, message, hint, Place::new(&bracket.field.path, said));
    Some(finding.against(Place::new("sender.name", name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, Sender, Signer};
    use crate::preflight::testing::{places, told, with_words};

    fn draft(text: &str) -> Draft {
        let sender = Sender {
            name: "Tenants of Fruitvale Association".to_owned(),
            short: "TFA".to_owned(),
            ..Sender::default()
        };
        let signers = vec![Signer { organisation: "PODER PDX and AQRP".to_owned(), ..Signer::default() }];
        Draft { sender, signers, ..with_words("hook", text) }
    }

    #[test]
    fn initials_are_spelled_out() {
        let check = |text: &str, expected: &[&str]| {
            let found = places(&told(&draft(text)), CHECK);
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("The Tenants of Fruitvale Association asks. TFA supports it.", &["TFA"]);
        check("TFA asks. The Tenants of Fruitvale Association (TFA) supports it.", &["TFA"]);
        check("Pay the rate of the IHSS program.", &["IHSS"]);
        check("The Heron Street Riders Union (HRSU) asks; HSRU counts.", &["HRSU"]);
        check("The Tenants of Fruitvale Association (TAF) asks.", &["TAF"]);
        check("I speak American Sign Language. ASL is my first.", &["ASL"]);
        check("The Bay Area Council (BAC) met the Bay Arts Club (BAC).", &["Bay Arts Club"]);
        check("Two DEIRs were made.", &["DEIR"]);
        check("The Tenants of Fruitvale Union (TFA) asks. TFA counts.", &["Tenants of Fruitvale Union"]);

        check("The Tenants of Fruitvale Association (TFA) asks. TFA supports it, and TFA’s members too.", &[]);
        check("The rate of the In-Home Supportive Services (IHSS) program; IHSS pays.", &[]);
        check("The automated license plate readers (ALPR) came. ALPR cameras see.", &[]);
        check("The two Draft Environmental Impact Reports (DEIRs) came. DEIRs are long.", &[]);
        check("The FBI, ICE and the EPA want a PDF by 5 PM in CA.", &[]);
        check("SB 812, RCW 84.34.020 and QXB 12 apply, and MM AQ-4.", &[]);
        check("PODER PDX answers, and AQRP helps. CAL FIRE came.", &[]);
        check("It said “the QXB is gone”. PG&E pays; AT&T too.", &[]);
        check("Louis XIV and World War II.", &[]);
        check("We MUST act NOW, and EVERYONE knows.", &[]);
        check("The QXB (Quiet Xylophone Band) plays. QXB is loud.", &[]);
    }

    #[test]
    fn the_brackets_are_one_click_away() {
        let found = told(&draft("The Tenants of Fruitvale Association asks. TFA supports it."));
        let repair = found.iter().find(|finding| finding.check == CHECK).unwrap().repair.clone().unwrap();
        assert_eq!(repair.to, "Tenants of Fruitvale Association (TFA)");
    }
}
