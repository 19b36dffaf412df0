//! Citations of laws as they are written: `Gov. Code § 54954.3`, `§§ 1–3`, `42 U.S.C. § 1983`.
//!
//! The forms follow the table of the project's facts: the codes' short names as the California Style Manual writes them, a
//! sign for one section and two for several, a space behind it. Federal agencies write `40 CFR 60.532`, so what has no
//! stops is left alone there. Whether the section exists is for whoever reads it.

use std::ops::Range;

use crate::draft::ReferenceKind;
use crate::finding::{Finding, Place, Repair, Severity};
use crate::preflight::context::{Context, FieldText, Voice};
use crate::prose::{Prose, TokenKind};

const CHECK: &str = "citation";

/// The short names of codes; a name without its stops is told when a section follows.
#[rustfmt::skip]
const CODES: &[&str] = &[
    "Bus. & Prof. Code", "Civ. Code", "Code Civ. Proc.", "Com. Code", "Corp. Code", "Ed. Code", "Elec. Code", "Evid. Code",
    "Fam. Code", "Fin. Code", "Fish & G. Code", "Food & Agr. Code", "Gov. Code", "Harb. & Nav. Code", "Health & Saf. Code",
    "Ins. Code", "Lab. Code", "Mil. & Vet. Code", "Pen. Code", "Prob. Code", "Pub. Contract Code", "Pub. Resources Code",
    "Pub. Res. Code", "Pub. Util. Code", "Rev. & Tax. Code", "Sts. & Hy. Code", "Unemp. Ins. Code", "Veh. Code", "Wat. Code",
    "Welf. & Inst. Code", "Cal. Code Regs.",
];

/// Words before `Code` that make it a law whose sections are cited.
#[rustfmt::skip]
const LAWS: &[&str] = &[
    "government", "elections", "civil", "penal", "vehicle", "labor", "education", "resources", "safety", "professions",
    "utilities", "institutions", "city", "municipal", "county", "administrative", "gov", "gov't", "gov’t", "govt",
];

/// How far words are looked through for a second section.
const NEAR: usize = 5;

/// A citation of a law is not written as laws are cited.
pub fn citation(context: &Context<'_>) -> Vec<Finding> {
    let writes_sign = context.own().any(|field| field.text.contains('§'));
    let mut findings = Vec::new();
    for field in context.fields.iter().filter(|field| is_running(field) || is_law_title(context, field)) {
        for fault in faults(&field.prose, writes_sign) {
            let (written, words) = (&field.text[fault.bytes.clone()], &field.prose.words()[fault.bytes.clone()]);
            let finding = Finding::new(
                CHECK,
                Severity::Warning,
                format!("“{words}” {}", fault.what),
                format!("Write “{}”.", fault.to),
                Place::new(&field.path, written),
            );
            // Where marks of emphasis stand among the words, one cannot know where they belong in the new ones.
            findings.push(if written == words {
                finding.mended_by(Repair::within(&field.path, field.text, fault.bytes, fault.to))
            } else {
                finding
            });
        }
    }
    findings.extend(context.fields.iter().filter(|field| is_running(field)).flat_map(|field| {
        let bytes = without_number(&field.prose);
        bytes.into_iter().map(|bytes| {
            let place = Place::new(&field.path, &field.text[bytes]);
            let message = format!("“{}” has no number behind its sign", place.said());
            Finding::new(CHECK, Severity::Warning, message, "Add the number of the section.", place)
        })
    }));
    findings.extend(context.draft.references.iter().enumerate().filter_map(|(index, reference)| {
        let section = reference.section.trim();
        let bare = section.trim_start_matches(['§', ' ', '\u{a0}']);
        (bare.len() < section.len()).then(|| {
            let path = format!("references[{index}].section");
            Finding::new(
                CHECK,
                Severity::Warning,
                format!("the section “{section}” is written with its sign, which the citation adds"),
                format!("Write “{bare}”."),
                Place::new(&path, section),
            )
            .mended_by(Repair::whole(format!("Write “{bare}”"), path, bare))
        })
    }));
    findings
}

/// Signs for a section behind a word, with a word or a mark where the number should be: `39 U.S.C. § does not`.
fn without_number(prose: &Prose<'_>) -> Vec<Range<usize>> {
    let is_bare = |at: &usize| {
        let next = prose.text(at + 1);
        let is_end =
            next.is_empty() || next.starts_with(char::is_lowercase) || matches!(next, "," | "." | ";" | ")" | ":");
        prose.text(*at) == "§" && !prose.tokens[*at].quoted && is_end && !matches!(prose.text(at - 1), "§" | "(" | ",")
    };
    let start = |at: usize| (1..=5).take_while(|back| *back <= at).last().map_or(at, |back| at - back);
    let first = |at: usize| (start(at)..at).rev().take_while(|at| !prose.ends_sentence(*at)).last().unwrap_or(at);
    (1..prose.tokens.len()).filter(is_bare).map(|at| prose.tokens[first(at)].start..prose.tokens[at].end).collect()
}

/// Fields in which somebody cites; titles are printed as their authors wrote them.
fn is_running(field: &FieldText<'_>) -> bool {
    field.voice == Voice::Own
        || field.path == "subject"
        || field.voice == Voice::Source && field.path.ends_with(".label")
}

/// The title of a statute or a regulation is the name of its code.
fn is_law_title(context: &Context<'_>, field: &FieldText<'_>) -> bool {
    let index = field.path.strip_prefix("references[").and_then(|rest| rest.strip_suffix("].title"));
    let reference = index.and_then(|index| context.draft.references.get(index.parse::<usize>().ok()?));
    reference.is_some_and(|reference| matches!(reference.kind, ReferenceKind::Statute | ReferenceKind::Regulation))
}

/// A citation that is not as it should be.
#[derive(Debug, PartialEq)]
struct Fault {
    bytes: Range<usize>,
    what: &'static str,
    to: String,
}

fn faults(prose: &Prose<'_>, writes_sign: bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut at = 0;
    while at < prose.tokens.len() {
        let token = prose.tokens[at];
        let length = match prose.text(at) {
            _ if token.quoted || token.kind == TokenKind::Address => 1,
            "§" => sign(prose, at, &mut faults),
            text if text.starts_with(|c: char| c.is_uppercase()) => {
                let after = code(prose, at, &mut faults).or_else(|| federal(prose, at, &mut faults));
                let law = after.or_else(|| is_law(prose, at).then_some(1));
                if let Some(length) = law {
                    unsigned(prose, at, length, writes_sign, &mut faults);
                }
                law.unwrap_or(1)
            }
            _ => 1,
        };
        at += length;
    }
    faults
}

/// `§` and the section behind it; how many tokens they are.
fn sign(prose: &Prose<'_>, at: usize, faults: &mut Vec<Fault>) -> usize {
    let signs = (at..).take_while(|index| prose.text(*index) == "§").count();
    let number = at + signs;
    if signs > 2 || !is_number(prose, number) {
        return signs;
    }
    let start = prose.tokens[at].start;
    let bytes = start..prose.tokens[number].end;
    let apart = prose.tokens[number].start > prose.tokens[number - 1].end;
    let several = several(prose, number);
    let wanted = match several {
        Some(true) => "§§",
        Some(false) => "§",
        None => &"§§"[..signs * "§".len()],
    };
    let to = format!("{wanted} {}", prose.text(number));
    let what = match (signs, several) {
        (1, Some(true)) => "cites several sections with the sign for one",
        (2, Some(false)) => "cites one section with the sign for several",
        _ if !apart => "has no space behind the section sign",
        _ if at > 0 && prose.is_any(at - 1, &["section", "sections"]) && !prose.tokens[at - 1].quoted => {
            let bytes = prose.tokens[at - 1].start..bytes.end;
            let to = format!("{} {}", prose.text(at - 1), prose.text(number));
            faults.push(Fault { bytes, what: "says “section” twice", to });
            return signs + 1;
        }
        _ => return signs + 1,
    };
    faults.push(Fault { bytes, what, to });
    signs + 1
}

/// Whether more than one section is cited; nothing where that is not sure.
fn several(prose: &Prose<'_>, number: usize) -> Option<bool> {
    let section = prose.text(number);
    if let Some((first, second)) = section.split_once('–') {
        return is_range(first, second).then_some(true);
    }
    // Many places number their sections with a hyphen: § 92-3.
    if let Some((first, second)) = section.split_once('-') {
        let long = first.len() > 3 && second.len() > 3;
        return if long && is_range(first, second) { Some(true) } else { single(prose, number) };
    }
    let mut next = number + 1;
    while prose.text(next) == "(" && prose.text(next + 2) == ")" {
        next += 3;
    }
    let joins =
        |at: usize| prose.is_any(at, &[",", "and", "&", "or", "through", "to", "–", "-", ";", "y", "und", "et", "bis"]);
    let mut then = next;
    while then < next + 2 && joins(then) {
        then += 1;
    }
    match prose.text(then) {
        text if then > next && is_number(prose, then) => is_like(section, text).then_some(true),
        _ => single(prose, next - 1),
    }
}

/// Nothing nearby could be a second section.
fn single(prose: &Prose<'_>, number: usize) -> Option<bool> {
    for at in number + 1..=number + NEAR {
        if prose.ends_sentence(at - 1) || prose.tokens.get(at).is_none() {
            break;
        }
        let after_list = prose.is_any(at - 1, &[",", "and", "&", "or", "through", "to", "–"]) && prose.text(at) == "(";
        if prose.text(at).starts_with(|c: char| c.is_numeric()) || after_list || prose.is_any(at, &["seq", "ff", "f"]) {
            return None;
        }
    }
    Some(false)
}

fn is_number(prose: &Prose<'_>, at: usize) -> bool {
    prose.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
        && prose.text(at).starts_with(|c: char| c.is_ascii_digit())
}

/// The second section follows the first.
fn is_range(first: &str, second: &str) -> bool {
    match (first.parse::<f64>(), second.parse::<f64>()) {
        (Ok(first), Ok(second)) => second > first,
        // 17.20.010–17.20.050
        _ => first.matches('.').count() == second.matches('.').count() && first.contains('.') && second > first,
    }
}

/// The number is of the same make as a section before it, and neither a year nor a count.
fn is_like(section: &str, other: &str) -> bool {
    let dotted = |text: &str| text.contains('.') && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let plain = |text: &str| text.len() > 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let follows = || section.get(..2) == other.get(..2) && section < other;
    dotted(section) && dotted(other) || plain(section) && (dotted(other) || plain(other) && (!year(other) || follows()))
}

/// The name of a code that lacks its stops; how many tokens any such name has.
fn code(prose: &Prose<'_>, at: usize, faults: &mut Vec<Fault>) -> Option<usize> {
    let (name, length, whole) =
        CODES.iter().filter_map(|name| named(prose, at, name)).max_by_key(|(_, length, _)| *length)?;
    if !whole && is_cited(prose, at, at + length) {
        let bytes = prose.tokens[at].start..prose.tokens[at + length - 1].end;
        faults.push(Fault { bytes, what: "lacks a stop in the short name of the code", to: name.to_owned() });
    }
    Some(length)
}

/// The tokens from here are this name, with or without its stops.
fn named<'n>(prose: &Prose<'_>, at: usize, name: &'n str) -> Option<(&'n str, usize, bool)> {
    if !name.starts_with(prose.text(at)) {
        return None;
    }
    let mut next = at;
    let mut whole = true;
    for piece in name.split(' ') {
        let word = piece.trim_end_matches('.');
        let and = word == "&" && prose.is(next, "and");
        if prose.text(next) != word && !and {
            return None;
        }
        whole &= !and;
        next += 1;
        if piece.len() > word.len() {
            let stop = prose.text(next) == ".";
            whole &= stop;
            next += usize::from(stop);
        }
    }
    Some((name, next - at, whole))
}

/// A section follows, after a comma perhaps, or the name is all there is.
fn is_cited(prose: &Prose<'_>, from: usize, at: usize) -> bool {
    if at >= prose.tokens.len() && from <= 1 {
        return true;
    }
    let at = at + usize::from(prose.text(at) == ",");
    prose.text(at) == "§" || prose.is_any(at, &["section", "sections", "sec", "tit"]) || is_number(prose, at)
}

/// `42 USC`, `28 C.F.R`: how many tokens the name has.
fn federal(prose: &Prose<'_>, at: usize, faults: &mut Vec<Fault>) -> Option<usize> {
    let name = match prose.text(at) {
        "USC" | "U.S.C" => "U.S.C.",
        "C.F.R" => "C.F.R.",
        _ => return None,
    };
    let stop = prose.text(at).contains('.') && prose.text(at + 1) == ".";
    let length = 1 + usize::from(stop);
    if at == 0 || !is_number(prose, at - 1) || !is_cited(prose, at, at + length) {
        return None;
    }
    if !stop {
        let bytes = prose.tokens[at - 1].start..prose.tokens[at].end;
        let to = format!("{} {name}", prose.text(at - 1));
        faults.push(Fault { bytes, what: "lacks a stop in the short name of the code", to });
    }
    Some(length)
}

/// `Code` after a word that makes it a law: `Sacramento City Code`.
fn is_law(prose: &Prose<'_>, at: usize) -> bool {
    let stop = at > 0 && prose.text(at - 1) == ".";
    prose.text(at) == "Code" && at > usize::from(stop) && prose.is_any(at - 1 - usize::from(stop), LAWS)
}

/// The section of a code without its sign.
fn unsigned(prose: &Prose<'_>, at: usize, length: usize, writes_sign: bool, faults: &mut Vec<Fault>) {
    let number = at + length + usize::from(prose.text(at + length) == ",");
    let section = prose.text(number);
    let federal = prose.text(at + length - 1) == "." && matches!(prose.text(at), "U.S.C" | "C.F.R");
    let long = section.len() > 2 && section.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let year = section.len() == 4 && (section.starts_with("19") || section.starts_with("20"));
    // Federal agencies leave the sign out, so there the letter's own habit tells.
    let sure = if federal { writes_sign } else { !year };
    if is_number(prose, number) && long && sure {
        let from = prose.tokens[number].start;
        let bytes = prose.tokens[at].start..prose.tokens[number].end;
        let written = &prose.words()[bytes.clone()];
        let to = format!("{}§ {section}", &written[..from - bytes.start]);
        faults.push(Fault { bytes, what: "lacks the section sign", to });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, Reference};
    use crate::preflight::testing::{told, with_words};
    use crate::prose::Syntax;

    fn mended(text: &str) -> Vec<String> {
        let prose = Prose::of(text, Syntax::Rich);
        let faults = faults(&prose, text.contains('§'));
        faults.into_iter().map(|fault| format!("{} → {}", &text[fault.bytes], fault.to)).collect()
    }

    #[test]
    fn emphasis_among_the_words_is_left_to_the_writer() {
        let check = |text: &str, repairs: usize| {
            let found: Vec<_> = told(&with_words("hook", text)).into_iter().filter(|one| one.check == CHECK).collect();
            let mended = found.iter().filter(|one| one.repair.is_some()).count();
            assert_eq!((found.len(), mended), (1, repairs), "{text}");
        };
        check("under **Gov. Code** 54954.3(b)", 0);
        check("under Gov. Code 54954.3(b)", 1);
        check("**under Gov. Code 54954.3**", 1);
    }

    #[test]
    fn ill_formed_citations_are_mended() {
        let check = |text: &str, expected: &[&str]| assert_eq!(mended(text), expected, "{text}");
        check("under Gov Code § 7927.500.", &["Gov Code → Gov. Code"]);
        check("(Gov Code, § 54957)", &["Gov Code → Gov. Code"]);
        check("Pub Resources Code section 21000", &["Pub Resources Code → Pub. Resources Code"]);
        check("Cal Code Regs, tit. 14", &["Cal Code Regs → Cal. Code Regs."]);
        check("Health & Saf Code § 17920.3", &["Health & Saf Code → Health & Saf. Code"]);
        check("Bus and Prof. Code § 17200", &["Bus and Prof. Code → Bus. & Prof. Code"]);
        check("Gov. Code 54954.3(b)", &["Gov. Code 54954.3 → Gov. Code § 54954.3"]);
        check("Government Code 54954.3", &["Code 54954.3 → Code § 54954.3"]);
        check("Sacramento City Code 4.04.020", &["Code 4.04.020 → Code § 4.04.020"]);
        check("As §1 says", &["§1 → § 1"]);
        check("As we read §§1–3, it is", &["§§1–3 → §§ 1–3"]);
        check("§§ 3025.5 was written", &["§§ 3025.5 → § 3025.5"]);
        check("Gov. Code § 51036–51039 say", &["§ 51036–51039 → §§ 51036–51039"]);
        check("Gov. Code § 51036-51039 say", &["§ 51036-51039 → §§ 51036-51039"]);
        check("§ 17.20.010 and 17.20.020", &["§ 17.20.010 → §§ 17.20.010"]);
        check("§ 54950, 54952, and 54953", &["§ 54950 → §§ 54950"]);
        check("42 USC § 1983", &["42 USC → 42 U.S.C."]);
        check("28 C.F.R § 35.201", &["28 C.F.R → 28 C.F.R."]);
        check("§ 4 and 28 C.F.R. 35.201", &["C.F.R. 35.201 → C.F.R. § 35.201"]);
        check("47 USC", &["47 USC → 47 U.S.C."]);
        check("Gov Code", &["Gov Code → Gov. Code"]);
        check("Section § 12 says", &["Section § 12 → Section 12"]);
    }

    #[test]
    fn well_formed_citations_are_left_alone() {
        let check = |text: &str| assert_eq!(mended(text), Vec::<String>::new(), "{text}");
        check("Gov. Code § 54954.3(b), Gov. Code, § 54957, subd. (b)(1), and Cal. Gov’t Code § 6.");
        check("Gov. Code §§ 51036–51039 and §§ 1 and 2");
        check("§§ 3025.5(a) and (b); §§ 4, 5; §§ 1 to 3; § 7920.000 et seq.; §§ 7920.000 et seq.");
        check("Government Code section 54954.3, subdivision (b)");
        check("Cal. Code Regs., tit. 14, § 15204");
        check("8 U.S.C. § 1373 and 28 C.F.R. § 35.201 and 28 C.F.R. part 35");
        check("40 CFR 60.532 and 5 U.S.C. 552");
        check("Haw. Rev. Stat. § 92-3 and A.R.S. § 38-431.01 and Fresno Municipal Code § 9-4903");
        check("Nach § 10 Abs. 2 der Gemeindeordnung und §§ 34, 35 BauGB");
        check("Washoe County Code § 110.306.15");
        check("the Zip Code 95814 and the Building Code 2022 and the Government Code of 2024");
        check("Our Ed Code class met. The Gov Code is long.");
        check("USC 1983 was a good year, and 12 USC students came");
        check("§ 3 and 5 members, § 1941 and 14,000 people, § 1941 and 2024");
        check("He wrote “Gov Code §1”.");
        check("Ord. 2017-0024 § 3");
        check("§ 8–2 of the charter");
    }

    #[test]
    fn a_reference_names_its_section_without_the_sign() {
        let check = |section: &str, expected: Option<&str>| {
            let reference = Reference { section: section.to_owned(), ..Reference::default() };
            let found = told(&Draft { references: vec![reference], ..Draft::default() });
            let mended = found
                .iter()
                .find(|finding| finding.check == CHECK)
                .map(|finding| &*finding.repair.as_ref().unwrap().to);
            assert_eq!(mended, expected, "{section}");
        };
        check("19.192", None);
        check("§ 19.192", Some("19.192"));
        check("§§ 4 and 5", Some("4 and 5"));
    }

    #[test]
    fn texts_that_nobody_wrote_are_read_in_the_end() {
        for each in ["§", "§ 1 ", "§§ 1–2, ", "Gov Code § ", "Bus & ", "(a)", "42 USC "] {
            mended(&each.repeat(30_000));
        }
    }
}
