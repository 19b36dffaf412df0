//! Citations of sections that have moved, with their new home.
//!
//! The California Public Records Act stood in Gov. Code §§ 6250–6276.48 until the end of 2022 and has stood in
//! §§ 7920.000–7931.000 since (Stats. 2021, ch. 614); the law on accessory dwelling units moved within the Government Code
//! on March 25, 2024 (Stats. 2024, ch. 7). Only sections that went to one new section are mended; the exemptions that were
//! cut into several are told with the place where their part of the law begins.

use std::ops::Range;

use jiff::civil::{Date, date};

use crate::draft::{Reference, ReferenceKind};
use crate::finding::{Finding, Place, Repair, Severity};
use crate::preflight::context::{Context, FieldText, Voice};
use crate::prose::Prose;

const CHECK: &str = "old-citation";

/// Where a section stands now.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Home {
    /// In one section.
    One(&'static str),
    /// In several, or in one that says more.
    Among(&'static str),
}

use Home::{Among, One};

/// Sections of the former Public Records Act, with the letter of the subdivision where it was split.
#[rustfmt::skip]
const RECORDS: &[(&str, &str, Home)] = &[
    ("6250", "", Among("§ 7920.000 et seq.; its declaration is § 7921.000")),
    ("6251", "", One("7920.000")),
    ("6252", "e", One("7920.530")),
    ("6252", "g", One("7920.545")),
    ("6252", "", Among("§§ 7920.500–7920.545")),
    ("6253", "a", One("7922.525")),
    ("6253", "b", One("7922.530")),
    ("6253", "c", One("7922.535")),
    ("6253", "", Among("§§ 7922.500–7922.545")),
    ("6253.1", "", Among("§§ 7922.600–7922.605")),
    ("6253.9", "", Among("§§ 7922.570–7922.585")),
    ("6254", "a", One("7927.500")),
    ("6254", "b", One("7927.200")),
    ("6254", "c", One("7927.700")),
    ("6254", "f", Among("§§ 7923.600–7923.625")),
    ("6254", "k", One("7927.705")),
    ("6254", "", Among("the parts that begin with § 7923.600")),
    ("6255", "a", One("7922.000")),
    ("6255", "", Among("§ 7922.000, and § 7922.540 for the answer in writing")),
    ("6258", "", Among("§§ 7923.000–7923.005")),
    ("6259", "", Among("§§ 7923.100–7923.500")),
];

/// The first day of the new sections.
const RECORDS_SINCE: Date = date(2023, 1, 1);
const DWELLINGS_SINCE: Date = date(2024, 3, 25);

/// What has moved.
#[derive(Debug, PartialEq)]
struct Moved {
    /// From the section sign to the end of the citation.
    bytes: Range<usize>,
    /// The number with its subdivision.
    number: Range<usize>,
    what: &'static str,
    since: Date,
    home: Home,
    /// The new number may be written in place of the old one.
    sure: bool,
}

/// A citation names a section that has moved.
pub fn old_citation(context: &Context<'_>) -> Vec<Finding> {
    let day = context.draft.date.or(context.known.today);
    let current = |since: Date| day.is_none_or(|day| day >= since);
    let own: Vec<&FieldText<'_>> = context.fields.iter().filter(|field| is_running(field)).collect();
    let speaks_of_records = own.iter().any(|field| is_on_records(field.prose.words()));
    let mut findings = Vec::new();
    for field in own {
        for moved in moved(&field.prose, speaks_of_records).into_iter().filter(|moved| current(moved.since)) {
            let written = &field.text[moved.bytes.clone()];
            let finding = finding(written, &moved, Place::new(&field.path, written));
            findings.push(match moved.home {
                One(new) if moved.sure => finding.mended_by(Repair::within(&field.path, field.text, moved.number, new)),
                _ => finding,
            });
        }
    }
    findings.extend(context.draft.references.iter().enumerate().filter_map(|(index, reference)| {
        let moved = cited(reference).filter(|moved| current(moved.since))?;
        let path = format!("references[{index}].section");
        let finding = finding(&format!("§ {}", reference.section), &moved, Place::new(&path, &reference.section));
        Some(match moved.home {
            One(new) if moved.sure => finding.mended_by(Repair::whole(format!("Write “{new}”"), path, new)),
            _ => finding,
        })
    }));
    findings
}

fn finding(written: &str, moved: &Moved, place: Place) -> Finding {
    let home = match moved.home {
        One(new) => format!("§ {new}"),
        Among(new) => new.to_owned(),
    };
    let since = crate::language::words("en").long_date(moved.since);
    Finding::new(
        CHECK,
        Severity::Warning,
        format!("“{written}” is an old number of {}; since {since} it is {home}", moved.what),
        format!("Cite {home}, or say “former” before the old number."),
        place,
    )
}

fn is_running(field: &FieldText<'_>) -> bool {
    matches!(field.voice, Voice::Own | Voice::Subject) || field.voice == Voice::Source && field.path.ends_with(".label")
}

/// The text is about public records in California.
fn is_on_records(text: &str) -> bool {
    ["Public Records Act", "CPRA", "PRA request", "Gov. Code", "Gov Code", "Government Code"]
        .iter()
        .any(|s| text.contains(s))
}

fn moved(prose: &Prose<'_>, speaks_of_records: bool) -> Vec<Moved> {
    let mut found = Vec::new();
    for at in 1..prose.tokens.len() {
        let first = prose.text(at).split(['–', '-']).next().unwrap_or_default();
        if prose.tokens[at].quoted || !is_cited(prose, at) || is_former(prose, at) || !is_old(first) {
            continue;
        }
        let is_government = match code_before(prose, at) {
            Some(code) => code,
            None => speaks_of_records,
        };
        let number = number(prose, at);
        let to_end =
            prose.text(at).contains(['–', '-']) || prose.is(number.after, "et") && prose.is(number.after + 1, "seq");
        let home = home(first, &number.subdivision, to_end, prose.text(at));
        if let Some((what, since, home, sure)) = home.filter(|_| is_government) {
            let start = (0..at).rev().take_while(|before| prose.text(*before) == "§").last().unwrap_or(at);
            let number = prose.tokens[at].start..prose.tokens[number.after - 1].end;
            found.push(Moved { bytes: prose.tokens[start].start..number.end, number, what, since, home, sure });
        }
    }
    found
}

/// The number could be of the former act, or of what else has moved.
fn is_old(section: &str) -> bool {
    let old = section.parse::<f64>().is_ok_and(|number| (6250.0..6277.0).contains(&number));
    old && section.len() <= 7 || DWELLINGS.contains(&section)
}

const DWELLINGS: [&str; 2] = ["65852.2", "65852.22"];

/// What it was, since when it is elsewhere and where, and whether one number can be written for the other.
fn home(section: &str, subdivision: &str, to_end: bool, written: &str) -> Option<(&'static str, Date, Home, bool)> {
    const ACT: &str = "the Public Records Act";
    if DWELLINGS.contains(&section) {
        let home = Among("in the chapter that begins with § 66310");
        return Some(("the law on accessory dwelling units", DWELLINGS_SINCE, home, false));
    }
    let known = |wanted: &str| {
        let same = |(old, part, _): &&(&str, &str, Home)| *old == section && *part == wanted;
        RECORDS.iter().find(same).map(|(_, _, home)| *home)
    };
    // Deeper subdivisions went with their section, and are cited by other letters there.
    let (part, deeper) = subdivision.split_once('(').unwrap_or((subdivision, ""));
    let (home, sure) = match section {
        "6250" | "6251" if to_end && part.is_empty() => {
            (One(if written.len() > section.len() { "7920.000–7931.000" } else { "7920.000" }), true)
        }
        _ => match known(part) {
            Some(home) => (home, !to_end && deeper.is_empty()),
            None => (known("").unwrap_or(Among("in the division that begins with § 7920.000")), false),
        },
    };
    Some((ACT, RECORDS_SINCE, home, sure))
}

/// A section sign, `section` or the name of a code stands before it.
fn is_cited(prose: &Prose<'_>, at: usize) -> bool {
    let stop = usize::from(prose.text(at - 1) == "." && at > 1);
    prose.text(at - 1) == "§" || prose.is_any(at - 1 - stop, &["section", "sections", "sec", "secs", "code"])
}

/// The letter knows that it cites the old number.
fn is_former(prose: &Prose<'_>, at: usize) -> bool {
    const WORDS: &[&str] =
        &["former", "formerly", "previously", "old", "then", "replaced", "recodified", "now", "was", "were"];
    let near = at.saturating_sub(8)..(at + 8).min(prose.tokens.len());
    near.into_iter().any(|index| prose.is_any(index, WORDS))
}

/// Whether the code that the number is of is the Government Code; nothing where none is named before it.
fn code_before(prose: &Prose<'_>, at: usize) -> Option<bool> {
    const FARTHEST: usize = 12;
    for before in (at.saturating_sub(FARTHEST)..at).rev() {
        if prose.is_any(before, &["U.S.C", "USC", "C.F.R", "CFR", "RCW", "Stat"]) {
            return Some(false);
        }
        if prose.is(before, "Code") {
            let stop = usize::from(before > 0 && prose.text(before - 1) == ".");
            let name = before.checked_sub(1 + stop)?;
            return Some(prose.is_any(name, &["Gov", "Government", "Govt", "Gov't", "Gov’t"]));
        }
    }
    None
}

struct Number {
    /// `c`, or `f(4)` where it goes deeper.
    subdivision: String,
    /// The token after it.
    after: usize,
}

/// The subdivision behind a section: `(c)`, `, subd. (c)`.
fn number(prose: &Prose<'_>, at: usize) -> Number {
    let mut after = at + 1;
    if prose.text(after) == "," && prose.is_any(after + 1, &["subd", "subdivision"]) {
        after += 2 + usize::from(prose.text(after + 2) == ".");
        if prose.text(after) != "(" {
            after = at + 1;
        }
    }
    let mut subdivision = String::new();
    while prose.text(after) == "(" && prose.text(after + 2) == ")" && prose.text(after + 1).len() <= 4 {
        if subdivision.is_empty() {
            subdivision = prose.text(after + 1).to_owned();
        } else {
            subdivision = format!("{subdivision}({})", prose.text(after + 1));
        }
        after += 3;
    }
    Number { subdivision, after }
}

/// What the section of a reference was, where it has moved.
fn cited(reference: &Reference) -> Option<Moved> {
    let named = |name: &str| {
        reference.title.contains(name) || reference.label.contains(name) || reference.number.contains(name)
    };
    let government = ["Gov. Code", "Gov Code", "Government Code", "Gov’t Code"].into_iter().any(named);
    let code = format!("§ {}", reference.section);
    let prose = Prose::of(&code, crate::prose::Syntax::Plain);
    (government && reference.kind == ReferenceKind::Statute).then(|| moved(&prose, true).into_iter().next())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::preflight::testing::{told, with_words};

    fn found(draft: &Draft) -> Vec<(String, String)> {
        told(draft)
            .into_iter()
            .filter(|finding| finding.check == CHECK)
            .map(|finding| (finding.place.excerpt, finding.repair.map_or(String::new(), |repair| repair.to)))
            .collect()
    }

    #[test]
    fn old_numbers_get_their_new_ones() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = found(&with_words("hook", text));
            let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("under Gov. Code § 6253(c).", &[("§ 6253(c)", "7922.535")]);
        check("(Gov. Code, § 6253, subd. (c))", &[("§ 6253, subd. (c)", "7922.535")]);
        check("exempt under Government Code section 6254(a)", &[("6254(a)", "7927.500")]);
        check("the California Public Records Act, Gov. Code § 6250 et seq.", &[("§ 6250", "7920.000")]);
        check("the Public Records Act (§§ 6250–6276.48)", &[("§§ 6250–6276.48", "7920.000–7931.000")]);
        check("Gov. Code § 6250", &[("§ 6250", "")]);
        check("Gov. Code § 6254(f)", &[("§ 6254(f)", "")]);
        check("Gov. Code § 6254(c)(1)", &[("§ 6254(c)(1)", "")]);
        check("Gov. Code § 6254.16", &[("§ 6254.16", "")]);
        check("The CPRA gives you ten days (§ 6253(c)).", &[("§ 6253(c)", "7922.535")]);
        check("Gov. Code § 65852.2", &[("§ 65852.2", "")]);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        let check = |text: &str| assert_eq!(found(&with_words("hook", text)), [], "{text}");
        check("Gov. Code § 7922.535 and Gov. Code § 65852.21");
        check("former Gov. Code § 6253(c), and § 7922.535 (formerly § 6253(c))");
        check("42 U.S.C. § 6255 and Civ. Code § 6254");
        check("Gov. Code § 54950 and then 6,250 people, 6254 residents");
        check("§ 6253(c) of an unnamed law");
        check("The notice said “Gov. Code § 6250”.");
    }

    #[test]
    fn a_letter_of_that_time_cites_its_law() {
        let dated =
            |day: &str| Draft { date: Some(day.parse().unwrap()), ..with_words("hook", "Gov. Code § 6253(c)") };
        assert_eq!(found(&dated("2022-12-31")).len(), 0);
        assert_eq!(found(&dated("2023-01-01")).len(), 1);
    }

    #[test]
    fn references_cite_by_the_new_number_too() {
        let check = |kind: ReferenceKind, title: &str, section: &str, expected: &[(&str, &str)]| {
            let reference =
                Reference { kind, title: title.to_owned(), section: section.to_owned(), ..Reference::default() };
            let found = found(&Draft { references: vec![reference], ..Draft::default() });
            let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
            assert_eq!(found, expected, "{title} {section}");
        };
        check(ReferenceKind::Statute, "Gov. Code", "6253(c)", &[("6253(c)", "7922.535")]);
        check(ReferenceKind::Statute, "Government Code", "6254", &[("6254", "")]);
        check(ReferenceKind::Statute, "Civ. Code", "6254", &[]);
        check(ReferenceKind::Statute, "Gov. Code", "7922.535", &[]);
        check(ReferenceKind::Ordinance, "Gov. Code", "6254", &[]);
    }
}
