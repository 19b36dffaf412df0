//! The letter kinds: the built-in ones and those that a person keeps in a folder on the desk.

use letter::template::Template;
use serde::Serialize;

/// A letter kind as it is offered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Kind {
    /// The name of its folder, as drafts write it.
    pub kind: String,
    /// What people call it.
    pub name: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// It is the person's own.
    pub own: bool,
    /// The kind itself, unless it cannot be read.
    pub template: Option<Template>,
    /// Why it cannot be used.
    pub fault: Option<KindFault>,
}

/// A mistake in one of the person's own kinds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct KindFault {
    /// `template.toml` or `letter.tera`.
    pub file: String,
    /// The line, from 1; 0 when it is not known.
    pub line: u32,
    /// What is wrong, in lower case without a full stop.
    pub message: String,
    /// What to do, as a full sentence.
    pub hint: String,
}
