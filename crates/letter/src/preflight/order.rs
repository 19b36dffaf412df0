//! The order in which findings are told: errors first, then as the eye meets their fields in the letter; last those that
//! the person lets stand.

use std::cmp::Reverse;

use super::context::Context;
use crate::finding::{Finding, Severity};
use crate::template::PartName;

/// Sorts findings; those of the same field stay as they were found.
pub fn sort(findings: &mut [Finding], context: &Context<'_>) {
    let mut places = vec![0; context.draft.asks.len()];
    for (place, (index, _)) in context.draft.ordered_asks().into_iter().enumerate() {
        places[index] = place;
    }
    findings.sort_by_cached_key(|finding| key(finding, context, &places));
}

type Key = (bool, Reverse<Severity>, usize, usize, usize);

/// `places` says where each ask stands among the others.
fn key(finding: &Finding, context: &Context<'_>, places: &[usize]) -> Key {
    let path = finding.place.path.as_str();
    let field = path.split(['[', '.']).next().unwrap_or_default();
    let part = part(field)
        .and_then(|part| context.template.parts.iter().position(|name| *name == part))
        // References follow the letter; what belongs to no part of it comes last.
        .unwrap_or(if field == "references" { 100 } else { 101 });
    (
        !finding.counts(),
        Reverse(finding.severity),
        part,
        place_in_body(field, path, context),
        index(field, path, places),
    )
}

fn part(field: &str) -> Option<PartName> {
    Some(match field {
        "letterhead" | "sender" => PartName::Letterhead,
        "date" | "date_line" => PartName::Date,
        "delivery" => PartName::Delivery,
        "addressees" => PartName::Addressees,
        "subject" | "item" => PartName::Subject,
        "salutation" => PartName::Salutation,
        "words" | "asks" | "body" => PartName::Body,
        "closing" => PartName::Closing,
        "signers" => PartName::Signers,
        "enclosures" => PartName::Enclosures,
        "cc" => PartName::Copies,
        _ => return None,
    })
}

/// Where the template sets the field, in bytes; a field that it does not set comes after the others.
fn place_in_body(field: &str, path: &str, context: &Context<'_>) -> usize {
    let name = match field {
        "words" => path.split('[').next().unwrap_or(path),
        "asks" => "asks",
        _ => return 0,
    };
    let body = &context.template.body;
    let starts = body.match_indices(name).map(|(at, _)| at);
    let whole = |at: &usize| !body[at + name.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let mut starts = starts.filter(|at| field == "asks" || whole(at));
    starts.next().unwrap_or(body.len())
}

fn index(field: &str, path: &str, places: &[usize]) -> usize {
    let written = path
        .split_once('[')
        .and_then(|(_, rest)| rest.split_once(']'))
        .and_then(|(digits, _)| digits.parse().ok())
        .unwrap_or(0);
    if field == "asks" { places.get(written).copied().unwrap_or(written) } else { written }
}
