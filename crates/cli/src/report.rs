//! Results as JSON for programs: the fields of findings as they are, with the line of each place.

use desk::{Exported, OpenDraft};
use letter::finding::{Finding, Place};
use letter::template::Template;
use serde_json::{Value, json};

/// The kinds.
pub fn kinds(kinds: &[Template]) -> String {
    let kind = |kind: &Template| json!({ "kind": kind.kind, "name": kind.name, "purpose": kind.purpose });
    line(&kinds.iter().map(kind).collect())
}

/// The findings.
pub fn findings(open: &OpenDraft, findings: &[Finding]) -> String {
    line(&all(open, findings))
}

/// The files made and the findings.
pub fn exported(open: &OpenDraft, exported: &Exported) -> String {
    let files: Vec<_> = exported.files.iter().map(|file| file.to_string_lossy()).collect();
    line(&json!({ "files": files, "findings": all(open, &exported.findings) }))
}

fn all(open: &OpenDraft, findings: &[Finding]) -> Value {
    findings.iter().map(|found| finding(open, found)).collect()
}

fn finding(open: &OpenDraft, finding: &Finding) -> Value {
    let place =
        |place: &Place| json!({ "path": place.path, "excerpt": place.excerpt, "line": open.file.line(&place.path) });
    json!({
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "place": place(&finding.place),
        "other": finding.other.as_ref().map(place),
    })
}

fn line(value: &Value) -> String {
    format!("{value:#}\n")
}
