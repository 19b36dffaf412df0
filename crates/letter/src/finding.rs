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

    /// The words as they are read, without marks of emphasis.
    pub fn said(&self) -> String {
        self.excerpt.replace(['*', '_'], "")
    }

    /// A field that is missing or empty.
    pub fn absent(path: impl Into<String>) -> Self {
        Self::new(path, "")
    }
}

/// What sets a finding right at one click: other words in one field.
///
/// Offered only where there is no doubt what was meant. Whoever applies it looks for the words first, since the person may
/// have gone on typing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Repair {
    /// What the button says: `Write “Tuesday”`.
    pub label: String,
    /// The path of the field that changes.
    pub path: String,
    /// The words that are replaced, as they stand there; empty for the whole field.
    pub from: String,
    /// How many times these words stand in the field before the place that is meant.
    pub nth: usize,
    /// The words that take their place.
    pub to: String,
}

impl Repair {
    /// Writes `to` in the whole field.
    pub fn whole(label: impl Into<String>, path: impl Into<String>, to: impl Into<String>) -> Self {
        Self { label: label.into(), path: path.into(), from: String::new(), nth: 0, to: to.into() }
    }

    /// Writes `to` in place of what stands at these bytes of the field's text.
    pub fn within(path: impl Into<String>, text: &str, bytes: std::ops::Range<usize>, to: impl Into<String>) -> Self {
        let (from, to) = (&text[bytes.clone()], to.into());
        // Places are counted as overlapping ones are found by whoever applies it: one after the other.
        let nth = text[..bytes.start].matches(from).count();
        let label = if to.is_empty() { format!("Take out “{from}”") } else { format!("Write “{to}”") };
        Self { label, path: path.into(), from: from.to_owned(), nth, to }
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
    /// Why it matters, as a full sentence; empty where the message says so.
    pub why: &'static str,
    /// What to do next, as a full sentence.
    pub hint: String,
    /// Where it stands.
    pub place: Place,
    /// The other place, when two places disagree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<Place>,
    /// What sets it right, where that is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repair: Option<Repair>,
    /// Why the person lets it stand; such a finding is told, and counts no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overruled: Option<String>,
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
        let (message, hint) = (message.into(), hint.into());
        Self { check, severity, message, why: "", hint, place, other: None, repair: None, overruled: None }
    }

    /// The same finding, naming the place that it disagrees with.
    pub fn against(mut self, other: Place) -> Self {
        self.other = Some(other);
        self
    }

    /// The same finding, with what sets it right.
    pub fn mended_by(mut self, repair: Repair) -> Self {
        self.repair = Some(repair);
        self
    }

    /// The person has not let it stand.
    pub fn counts(&self) -> bool {
        self.overruled.is_none()
    }
}
