//! Findings that a person lets stand, known again by what they speak of.
//!
//! A finding is known by its check, its field and its words, wherever in a list the field stands by now; once the words
//! on either side change, it is told anew. The reasons lie in the draft.

use std::borrow::Cow;

use crate::draft::Overruled;
use crate::finding::{Finding, Place};

impl Overruled {
    /// That this finding may stand, for a reason.
    pub fn of(finding: &Finding, reason: impl Into<String>) -> Self {
        Self {
            check: finding.check.to_owned(),
            path: finding.place.path.clone(),
            excerpt: finding.place.excerpt.clone(),
            other: other(finding).to_owned(),
            reason: reason.into(),
        }
    }

    /// It speaks of this finding.
    fn means(&self, finding: &Finding) -> bool {
        self.check == finding.check
            && self.excerpt == finding.place.excerpt
            && self.other == other(finding)
            && without_indexes(&self.path) == without_indexes(&finding.place.path)
    }
}

/// Notes on each finding that is overruled why it is.
pub fn mark(findings: &mut [Finding], overruled: &[Overruled]) {
    if overruled.is_empty() {
        return;
    }
    for finding in findings {
        let found = overruled.iter().find(|one| one.means(finding));
        finding.overruled = found.map(|one| one.reason.clone());
    }
}

fn other(finding: &Finding) -> &str {
    finding.other.as_ref().map_or("", |Place { excerpt, .. }| excerpt)
}

/// `asks[1].full` as `asks[].full`: entries of a list change their places.
fn without_indexes(path: &str) -> Cow<'_, str> {
    if !path.contains('[') {
        return Cow::Borrowed(path);
    }
    let mut is_within = false;
    let keep = |c: &char| {
        is_within = *c == '[' || is_within && *c != ']';
        !is_within || *c == '['
    };
    Cow::Owned(path.chars().filter(keep).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    fn finding(path: &str, excerpt: &str, other: &str) -> Finding {
        Finding::new("ask-count", Severity::Warning, "", "", Place::new(path, excerpt))
            .against(Place::new("asks", other))
    }

    #[test]
    fn a_finding_is_known_again_until_its_words_change() {
        let overruled = Overruled::of(&finding("asks[1].full", "three changes", "2"), "One of them is double.");
        let check = |finding: Finding, expected: Option<&str>| {
            let mut findings = [finding];
            mark(&mut findings, std::slice::from_ref(&overruled));
            assert_eq!(findings[0].overruled.as_deref(), expected, "{:?}", findings[0].place);
            assert_eq!(findings[0].counts(), expected.is_none());
        };
        check(finding("asks[1].full", "three changes", "2"), Some("One of them is double."));
        check(finding("asks[4].full", "three changes", "2"), Some("One of them is double."));
        check(finding("asks[1].short", "three changes", "2"), None);
        check(finding("asks[1].full", "four changes", "2"), None);
        check(finding("asks[1].full", "three changes", "5"), None);
        check(Finding { check: "weekday", ..finding("asks[1].full", "three changes", "2") }, None);
    }
}
