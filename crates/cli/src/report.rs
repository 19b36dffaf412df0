//! Results as JSON for programs: the fields of findings as they are, with the line of each place.

use desk::{Exported, OpenDraft, PortalCard, Sent};
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

/// The portals in short, with their limits and deadlines in words.
pub fn portals(cards: &[PortalCard]) -> String {
    let card = |card: &PortalCard| {
        let portal = &card.portal;
        json!({
            "id": portal.id,
            "name": portal.name,
            "limit": card.limit(),
            "deadlines": card.deadlines(),
            "verified_on": portal.verified_on,
            "confidence": portal.confidence,
            "doubt": card.doubt,
        })
    };
    line(&cards.iter().map(card).collect())
}

/// One portal: its whole record, and why not to rely on it.
pub fn portal(card: &PortalCard) -> String {
    line(&json!({ "portal": card.portal, "doubt": card.doubt }))
}

/// All that came of an export through channels. Every key is always there; what was not asked for is null.
pub fn sent(open: &OpenDraft, sent: &Sent) -> String {
    let files: Vec<_> = sent.files.iter().map(|file| file.to_string_lossy()).collect();
    let channels = &sent.channels;
    let portal = channels.portal.as_ref().map(|card| {
        json!({ "id": card.portal.id, "name": card.portal.name, "limit": card.limit(), "url": card.portal.url,
                "notice": card.portal.notice, "doubt": card.doubt })
    });
    line(&json!({
        "files": files,
        "findings": all(open, &sent.findings),
        "portal": portal,
        "ecomment": sent.ecomment,
        "speech": sent.speech,
        "speech_seconds": sent.speech.as_ref().map(|_| sent.seconds),
        "email": sent.email,
        "packet": sent.packet.as_ref().map(|folder| folder.to_string_lossy()),
        "over": sent.is_over(),
        "position": channels.position,
        "legislature": channels.legislature,
        "deadlines": channels.dues,
        "free_days": channels.free_days,
        "zone_taken": channels.zone_taken,
        "published": channels.published,
        "personal": sent.personal,
    }))
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
        "why": finding.why,
        "hint": finding.hint,
        "place": place(&finding.place),
        "other": finding.other.as_ref().map(place),
        "repair": finding.repair,
        "overruled": finding.overruled,
    })
}

fn line(value: &Value) -> String {
    format!("{value:#}\n")
}
