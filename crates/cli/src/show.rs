//! Results as lines for people: the place first, as compilers and editors have it, then the hint.

use std::fmt::Write;
use std::path::PathBuf;

use desk::{Error, Exported, OpenDraft, PortalCard};
use letter::finding::{Finding, Place, Severity};
use letter::portal::Confidence;
use letter::template::Template;

/// The kinds, one to a line, with what they are for.
pub fn kinds(kinds: &[Template]) -> String {
    let width = kinds.iter().map(|kind| kind.kind.len()).max().unwrap_or_default();
    let mut out = String::new();
    for kind in kinds {
        let _ = writeln!(out, "{:width$}  {}", kind.kind, kind.purpose);
    }
    out
}

/// The portals, each with its limit, its deadlines, and how far to trust it.
pub fn portals(cards: &[PortalCard]) -> String {
    let mut out = String::new();
    for card in cards {
        let portal = &card.portal;
        let _ = writeln!(out, "{}  {}", portal.id, portal.name);
        let limit = card.limit();
        let _ = writeln!(out, "    {}", if limit.is_empty() { "limit not known" } else { &limit });
        if let Some(seconds) = portal.speaking_seconds {
            let _ = writeln!(out, "    {seconds} s to speak");
        }
        for deadline in card.deadlines() {
            let _ = writeln!(out, "    {deadline}");
        }
        let read = portal.verified_on.map_or_else(String::new, |day| format!("verified {day}, "));
        let sure = match portal.confidence {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        };
        let _ = writeln!(out, "    {read}confidence {sure}");
        if !card.doubt.is_empty() {
            let _ = writeln!(out, "    {}", card.doubt);
        }
    }
    out
}

/// Each finding with its place, its hint, and the other place when two disagree.
pub fn findings(open: &OpenDraft, findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        if let Some(reason) = &finding.overruled {
            let _ = writeln!(out, "{}: let stand: {}", place(open, &finding.place), finding.message);
            let _ = writeln!(out, "  reason: {reason}");
            continue;
        }
        let _ = writeln!(out, "{}: {severity}: {}", place(open, &finding.place), finding.message);
        if let Some(other) = &finding.other {
            let _ = writeln!(out, "  {}: {}", place(open, other), described(other));
        }
        if !finding.hint.is_empty() {
            let _ = writeln!(out, "  hint: {}", finding.hint);
        }
    }
    out
}

/// The file and the line of a place; what is nowhere in the file stands at no line.
pub fn place(open: &OpenDraft, place: &Place) -> String {
    let path = open.path.display();
    match open.file.line(&place.path) {
        Some(line) => format!("{path}:{line}"),
        None => path.to_string(),
    }
}

fn described(place: &Place) -> String {
    match (place.path.as_str(), place.excerpt.as_str()) {
        (path, "") => format!("see `{path}`"),
        ("", excerpt) => format!("“{excerpt}”"),
        (path, excerpt) => format!("`{path}` says “{excerpt}”"),
    }
}

/// The files made, one to a line.
pub fn files(files: &[PathBuf]) -> String {
    files.iter().map(|file| format!("{}\n", file.display())).collect()
}

/// The demonstration: where it is, what was found, and what to do with it.
pub fn demo(open: &OpenDraft, exported: &Exported) -> String {
    let mut out = format!("{}\n{}", open.path.display(), files(&exported.files));
    if exported.findings.is_empty() {
        out.push_str("\npreflight finds nothing\n");
    } else {
        let _ = write!(out, "\npreflight finds:\n{}", findings(open, &exported.findings));
    }
    let folder = open.path.parent().unwrap_or(&open.path).display();
    let _ = writeln!(
        out,
        "\nChange the draft and make the letter anew:\n  lectern export {} --to pdf,docx,txt --out {folder}",
        open.path.display()
    );
    out
}

/// An error with its hint.
pub fn error(error: &Error) -> String {
    let mut out = format!("error: {}\n", error.message);
    if !error.hint.is_empty() {
        let _ = writeln!(out, "  hint: {}", error.hint);
    }
    out
}
