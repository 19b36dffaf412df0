//! Letter kinds: a folder with `template.toml` and `letter.tera` in, a [`Template`] out.
//!
//! The kinds under `templates/` are built into the program; a kind from elsewhere is read from its two texts in
//! the same way. Filling a template is `fill`. No kind is named in Rust: adding one is adding a folder.

mod need;

use include_dir::{Dir, include_dir};
use serde::{Deserialize, Serialize};

use crate::draft::Furniture;

pub use need::{Days, Need};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../templates");

/// A kind of letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The name of the folder, as drafts write it: `organisation-letter`.
    #[serde(skip)]
    pub kind: String,
    /// What people call it.
    pub name: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// Its place in the list of kinds, lowest first.
    #[serde(default)]
    pub order: i64,
    /// The parts in their order.
    pub parts: Vec<PartName>,
    /// What the draft must hold beside the required fields: `addressees`, `signers`, `asks`, `item.number`.
    #[serde(default)]
    pub required: Vec<String>,
    /// The subject line after its label, as a line of tera; built from item number and title when left out.
    #[serde(default)]
    pub subject: Option<String>,
    /// The closing phrase that a draft without one takes.
    #[serde(default)]
    pub closing: Option<String>,
    /// The salutation of a letter whose addressees name no persons: `Dear Members of the Committee`.
    #[serde(default)]
    pub salutation: Option<String>,
    /// Defaults of the page furniture.
    #[serde(default)]
    pub page: Furniture,
    /// The fields that the kind asks for, in the order of asking.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// What the letter needs beside answers. Only preflight looks at it.
    #[serde(default, skip_serializing)]
    #[cfg_attr(feature = "types", ts(skip))]
    pub needs: Vec<Need>,
    /// `letter.tera`: the body.
    #[serde(skip)]
    pub body: String,
    /// A worked sample as `draft.toml`; empty when the kind has none.
    #[serde(skip)]
    pub sample: String,
}

/// A part that a kind can hold. References follow the signature, or the marks, as the furniture says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PartName {
    /// The letterhead, or the sender's name and address when the draft has none.
    Letterhead,
    /// The date.
    Date,
    /// The delivery lines.
    Delivery,
    /// The inside addresses.
    Addressees,
    /// The subject line.
    Subject,
    /// The salutation.
    Salutation,
    /// `letter.tera`.
    Body,
    /// The closing phrase.
    Closing,
    /// The signature blocks.
    Signers,
    /// Enclosures.
    Enclosures,
    /// Copies.
    Copies,
}

/// One field that a kind asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name under `[words]`.
    pub name: String,
    /// The question, as the person reads it.
    pub prompt: String,
    /// What helps to answer it.
    #[serde(default)]
    pub help: String,
    /// What it takes.
    pub kind: FieldKind,
    /// The letter cannot do without it.
    #[serde(default)]
    pub required: bool,
    /// What stands there until the person writes something.
    #[serde(default)]
    pub default: String,
    /// What a choice can be.
    #[serde(default)]
    pub choices: Vec<String>,
}

/// What a field takes, and how its value reaches the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// One line of plain text; printed as typed.
    Line,
    /// One paragraph of rich text, usable inside a sentence of the template.
    Phrase,
    /// Paragraphs of rich text; stands on lines of its own.
    Rich,
    /// A list of rich entries; stands on lines of its own, numbered as the asks are.
    List,
    /// One of the choices.
    Choice,
    /// A date, printed in the words of the language.
    Date,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
}

/// A kind that cannot be read.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{file} of the letter kind `{kind}`, line {line}: {message}")]
pub struct TemplateError {
    /// The kind.
    pub kind: String,
    /// `template.toml` or `letter.tera`.
    pub file: &'static str,
    /// The line, from 1; 0 when it is not known.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl Template {
    /// Reads a kind from its two texts.
    pub fn read(kind: &str, settings: &str, body: &str) -> Result<Self, TemplateError> {
        let mut template: Self = toml::from_str(settings).map_err(|error| TemplateError {
            kind: kind.to_owned(),
            file: "template.toml",
            line: error.span().map_or(0, |span| 1 + settings[..span.start.min(settings.len())].matches('\n').count()),
            message: error.message().to_owned(),
        })?;
        template.kind = kind.to_owned();
        template.body = body.to_owned();
        Ok(template)
    }

    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// The built-in kinds in their order.
pub fn built_in() -> Vec<Template> {
    let mut kinds: Vec<Template> =
        BUILT_IN.dirs().filter_map(|dir| built_in_kind(&dir.path().to_string_lossy())).collect();
    kinds.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| a.kind.cmp(&b.kind)));
    kinds
}

/// The built-in kind with this name.
pub fn built_in_kind(kind: &str) -> Option<Template> {
    let text = |file: &str| BUILT_IN.get_file(format!("{kind}/{file}"))?.contents_utf8();
    let mut template = Template::read(kind, text("template.toml")?, text("letter.tera")?).ok()?;
    template.sample = text("sample.toml").unwrap_or_default().to_owned();
    Some(template)
}

/// A file that lies beside a built-in sample, such as its logo.
pub fn built_in_file(kind: &str, name: &str) -> Option<&'static [u8]> {
    Some(BUILT_IN.get_file(format!("{kind}/{name}"))?.contents())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, Words};

    /// The folder names of the kinds, in the order in which people choose from them.
    const KINDS: [&str; 14] = [
        "organisation-letter",
        "individual-letter",
        "individual-ecomment",
        "coalition-letter",
        "bill-position-letter",
        "agency-reply",
        "thank-you",
        "public-records-request",
        "cure-and-correct-demand",
        "ceqa-comment",
        "land-use-appeal",
        "federal-comment",
        "spoken-testimony",
        "language-or-accommodation-request",
    ];

    #[test]
    fn every_built_in_kind_reads() {
        let folders: Vec<String> = BUILT_IN.dirs().map(|dir| dir.path().to_string_lossy().into_owned()).collect();
        for folder in &folders {
            let text = |file: &str| BUILT_IN.get_file(format!("{folder}/{file}")).and_then(|file| file.contents_utf8());
            let settings = text("template.toml").unwrap_or_else(|| panic!("{folder} has no template.toml"));
            let body = text("letter.tera").unwrap_or_else(|| panic!("{folder} has no letter.tera"));
            let sample = text("sample.toml").unwrap_or_else(|| panic!("{folder} has no sample.toml"));
            let template = Template::read(folder, settings, body).unwrap_or_else(|error| panic!("{error}"));
            let draft: Draft = toml::from_str(sample).unwrap_or_else(|error| panic!("{folder}/sample.toml: {error}"));
            check(&template, &draft);
        }
        let kinds: Vec<String> = built_in().into_iter().map(|template| template.kind).collect();
        assert_eq!(kinds, KINDS);
        assert_eq!(folders.len(), KINDS.len());
    }

    /// Each field can be answered as it asks, each is used, and the sample answers what the kind requires.
    fn check(template: &Template, draft: &Draft) {
        let kind = &template.kind;
        assert_eq!(&draft.kind, kind);
        assert!(!template.purpose.is_empty() && template.order > 0, "{kind}");
        for need in &template.needs {
            assert_eq!(need.fault(template), None, "{kind}: {}", need.message);
        }
        for field in &template.fields {
            let name = &field.name;
            assert!(field.prompt.ends_with(['?', '.']), "{kind}: the prompt of {name} is not a sentence");
            let used = |text: &str| text.contains(&format!("words.{name}"));
            let subject = template.subject.as_deref().unwrap_or_default();
            assert!(used(&template.body) || used(subject), "{kind}: the letter leaves {name} out");
            let is_choice = field.kind == FieldKind::Choice;
            assert_eq!(is_choice, !field.choices.is_empty(), "{kind}: {name}");
            assert!(!is_choice || field.default.is_empty() || field.choices.contains(&field.default), "{kind}: {name}");
            let Some(words) = draft.words.get(name) else {
                assert!(!field.required, "{kind}: the sample leaves {name} out");
                continue;
            };
            let fits = match (field.kind, words) {
                (FieldKind::Choice, Words::Text(text)) => field.choices.contains(text),
                (FieldKind::Line, Words::Text(text)) => !text.contains('\n'),
                (FieldKind::Phrase, Words::Text(text)) => !text.contains("\n\n"),
                (FieldKind::Rich, Words::Text(_))
                | (FieldKind::List, Words::List(_))
                | (FieldKind::Date, Words::Date(_))
                | (FieldKind::Number, Words::Number(_))
                | (FieldKind::Flag, Words::Flag(_)) => true,
                _ => false,
            };
            assert!(fits, "{kind}: the sample answers {name} with {words:?}");
        }
        for name in draft.words.keys() {
            assert!(template.field(name).is_some(), "{kind}: the sample answers {name}, which nobody asks for");
        }
    }
}
