//! What is seen of a draft before it is opened, reckoned from the draft and what preflight says of it.

use letter::compose::compose;
use letter::draft::Draft;
use letter::finding::{Finding, Severity};
use letter::layout::page::Pages;
use letter::letter::Pictures;
use letter::preflight::preflight;
use letter::template::Template;

use crate::store::Facts;

/// The checks that say that something required is not there.
const MISSING: [&str; 4] = ["missing", "no-addressee", "no-signer", "no-date"];

impl Facts {
    /// The facts of a draft whose letter is called `title`, with what was found in it.
    pub(crate) fn of(template: &Template, draft: &Draft, title: &str, findings: &[Finding]) -> Self {
        let is_missing = |finding: &&Finding| MISSING.contains(&finding.check);
        let missing = findings.iter().filter(is_missing).count();
        let grave = findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        let doubts = grave.filter(|finding| !is_missing(finding)).count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            title: if title.trim().is_empty() { template.name.clone() } else { title.to_owned() },
            to: to(draft),
            due: draft.item.meeting,
            missing: count(missing),
            doubts: count(doubts),
        }
    }

    /// The facts of a draft that is not laid out: what only its pages would show is not among them.
    pub(crate) fn reckoned(template: &Template, draft: &Draft) -> Self {
        let Ok((letter, mut findings)) = compose(template, draft, &Pictures::new()) else {
            return Self::of(template, draft, "", &[]);
        };
        findings.extend(preflight(template, draft, &letter, &Pages::default()));
        Self::of(template, draft, &letter.title, &findings)
    }
}

/// To whom a letter goes: the body of its item, or its first addressee.
fn to(draft: &Draft) -> String {
    let first = draft.addressees.first();
    let body = first.map(|addressee| addressee.body.as_str()).unwrap_or_default();
    let line = first.and_then(|addressee| addressee.lines.first()).map(String::as_str).unwrap_or_default();
    let person = first.and_then(|addressee| addressee.persons.first()).map(|person| person.full_name());
    let texts = [draft.item.body.as_str(), body, line, person.as_deref().unwrap_or_default()];
    texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default().to_owned()
}
