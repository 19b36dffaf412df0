//! What preflight and the parsers have to say: a finding names one fault, where it stands and what to do.
//!
//! A finding never stops anything. Front ends decide whether to ask before an export; the person decides
//! whether the finding is right. Faults that make a draft unusable are errors of `draft_file`, not findings.

use serde::Serialize;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look; the letter may well be right.
    Note,
    /// Probably a mistake.
    Warning,
    /// The letter should not go out like this.
    Error,
}

/// A place in the draft, in the words of `draft.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Place {
    /// The path of the field: `date`, `words.hook`, `asks[1].full`, `addressees[0].persons[2].last`.
    pub path: String,
    /// The words the finding speaks of, as they stand there; empty when the fault is an absence.
    pub excerpt: String,
}

impl Place {
    /// A place with the words that stand there.
    pub fn new(path: impl Into<String>, excerpt: impl Into<String>) -> Self {
        Self { path: path.into(), excerpt: excerpt.into() }
    }

    /// A field that is missing or empty.
    pub fn absent(path: impl Into<String>) -> Self {
        Self::new(path, "")
    }
}

/// One fault, found by one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Finding {
    /// The name of the check, stable across versions: `letter-date`, `ask-count`.
    pub check: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in lower case without a full stop, naming both places when two disagree.
    pub message: String,
    /// What to do next, as a full sentence.
    pub hint: String,
    /// Where it stands.
    pub place: Place,
    /// The other place, when two places disagree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<Place>,
}

impl Finding {
    /// A finding at one place.
    pub fn new(
        check: &'static str,
        severity: Severity,
        message: impl Into<String>,
        hint: impl Into<String>,
        place: Place,
    ) -> Self {
        Self { check, severity, message: message.into(), hint: hint.into(), place, other: None }
    }

    /// The same finding, naming the place that it disagrees with.
    pub fn against(mut self, other: Place) -> Self {
        self.other = Some(other);
        self
    }
}
