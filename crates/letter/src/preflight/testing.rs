//! What the tests of the checks share: a kind with every part, drafts of one field, and what preflight says of them.

use super::{Known, preflight};
use crate::draft::{Draft, Words};
use crate::finding::Finding;
use crate::layout::page::Pages;
use crate::letter::Letter;
use crate::template::Template;

/// A kind with every part and one field of each kind of text.
pub fn template() -> Template {
    let settings = r#"
        name = "Test letter"
        purpose = "Holds every part."
        parts = [
            "letterhead", "date", "delivery", "addressees", "subject", "salutation", "body", "closing", "signers",
            "enclosures", "copies",
        ]
        fields = [
            { name = "hook", prompt = "What happened?", kind = "rich" },
            { name = "line", prompt = "Your name in a line?", kind = "line" },
            { name = "list", prompt = "Which streets?", kind = "list" },
        ]
    "#;
    Template::read("test-letter", settings, "").unwrap()
}

/// A draft with one field of its own words.
pub fn with_words(name: &str, text: &str) -> Draft {
    let mut draft = Draft::default();
    draft.words.insert(name.to_owned(), Words::Text(text.to_owned()));
    draft
}

/// What preflight says of a draft of the test kind, without a letter.
pub fn told(draft: &Draft) -> Vec<Finding> {
    preflight(&template(), draft, &Letter::default(), &Pages::default(), &Known::default())
}

/// What preflight says of a draft of the test kind, with what else is known.
pub fn told_knowing(draft: &Draft, known: &Known) -> Vec<Finding> {
    preflight(&template(), draft, &Letter::default(), &Pages::default(), known)
}

/// The findings of one check as path and excerpt.
pub fn places(findings: &[Finding], check: &str) -> Vec<(String, String)> {
    findings
        .iter()
        .filter(|finding| finding.check == check)
        .map(|finding| (finding.place.path.clone(), finding.place.excerpt.clone()))
        .collect()
}
