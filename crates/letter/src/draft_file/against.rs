//! A draft against the kind of letter it names: the kind is known, its fields are known, what it needs is there.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::syntax::shown;
use super::{DraftError, DraftFile, nearest};
use crate::draft::Words;
use crate::letter::is_note_id;
use crate::template::{Field, FieldKind, Template};

/// Checks that the draft names one of the kinds there are.
pub fn check_kind(file: &DraftFile, kinds: &[&str]) -> Result<(), DraftError> {
    let kind = file.draft.kind.as_str();
    if kinds.contains(&kind) {
        return Ok(());
    }
    if kind.is_empty() {
        let all = nearest::hint("", kinds.iter().copied(), "The kinds are");
        let first = kinds.first().copied().unwrap_or_default();
        return Err(DraftError {
            line: file.lines.get("kind").copied().unwrap_or(1),
            column: 1,
            message: "the draft does not say what kind of letter it is".to_owned(),
            hint: format!("Add a first line such as `kind = \"{first}\"`. {all}"),
        });
    }
    let message = format!("there is no letter kind `{}`", shown(kind));
    Err(file.error("kind", message, nearest::hint(kind, kinds.iter().copied(), "The kinds are")))
}

/// What to write instead of a kind that there is not: the nearest one, or all there are.
pub fn nearest_kind(name: &str, kinds: &[Template]) -> String {
    nearest::hint(name, kinds.iter().map(|kind| kind.kind.as_str()), "The kinds are")
}

/// Checks the draft's own words and its references against the kind it names.
pub fn check_against(file: &DraftFile, template: &Template) -> Result<(), DraftError> {
    let mut names: Vec<&String> = file.draft.words.keys().collect();
    names.sort_by_key(|name| file.line(&format!("words.{name}")));
    for name in names {
        let path = format!("words.{name}");
        let Some(field) = template.field(name) else {
            let known = template.fields.iter().map(|field| field.name.as_str());
            let all = format!("The fields of `{}` are", template.kind);
            let message = format!("the kind `{}` has no field `{}`", template.kind, shown(name));
            return Err(file.error(&path, message, nearest::hint(name, known, &all)));
        };
        if let Some((message, hint)) = misfit(field, &file.draft.words[name]) {
            return Err(file.error(&path, message, hint));
        }
    }
    for field in &template.fields {
        if field.required && field.default.is_empty() && !file.draft.words.contains_key(&field.name) {
            let message = format!("`words.{}` is missing: {}", field.name, field.prompt);
            let hint = format!("Add `{} = {}` under `[words]`.", field.name, sample(field));
            return Err(file.error("words", message, hint));
        }
    }
    check_references(file)
}

/// What is wrong with the value of a field, and what to write instead.
fn misfit(field: &Field, value: &Words) -> Option<(String, String)> {
    let name = &field.name;
    let fits = match (field.kind, value) {
        (FieldKind::Line | FieldKind::Phrase | FieldKind::Rich, Words::Text(_))
        | (FieldKind::List, Words::List(_))
        | (FieldKind::Date, Words::Date(_))
        | (FieldKind::Number, Words::Number(_))
        | (FieldKind::Flag, Words::Flag(_)) => true,
        (FieldKind::Date, Words::Text(text)) => text.is_empty() || text.parse::<Date>().is_ok(),
        (FieldKind::Choice, Words::Text(text)) if !text.is_empty() && !field.choices.contains(text) => {
            let choices = field.choices.iter().map(String::as_str);
            let hint = nearest::hint(text, choices, "It is one of");
            return Some((format!("`words.{name}` cannot be `{}`", shown(text)), hint));
        }
        (FieldKind::Choice, Words::Text(_)) => true,
        _ => false,
    };
    let found = match value {
        Words::Text(_) => "text",
        Words::List(_) => "a list",
        Words::Flag(_) => "true or false",
        Words::Number(_) => "a whole number",
        Words::Date(_) => "a date",
    };
    (!fits).then(|| (format!("`words.{name}` is {found}"), format!("Write it as `{name} = {}`.", sample(field))))
}

/// How the value of a field looks in a draft.
fn sample(field: &Field) -> String {
    match field.kind {
        FieldKind::Line | FieldKind::Phrase | FieldKind::Rich => "\"…\"".to_owned(),
        FieldKind::List => "[\"…\", \"…\"]".to_owned(),
        FieldKind::Choice => format!("\"{}\"", field.choices.first().map_or("…", String::as_str)),
        FieldKind::Date => "2026-02-10".to_owned(),
        FieldKind::Number => "3".to_owned(),
        FieldKind::Flag => "true".to_owned(),
    }
}

/// Note marks find their reference by its id, so each has one, and no two the same.
fn check_references(file: &DraftFile) -> Result<(), DraftError> {
    let mut earlier = BTreeMap::new();
    for (index, reference) in file.draft.references.iter().enumerate() {
        let path = format!("references[{index}].id");
        if reference.id.trim().is_empty() {
            return Err(file.error(
                &path,
                "a reference has no id".to_owned(),
                "Add a short name such as `id = \"budget\"`; a text points to it with `[^budget]`.".to_owned(),
            ));
        }
        if !is_note_id(&reference.id) {
            return Err(file.error(
                &path,
                format!("the id `{}` of a reference cannot stand in a note mark", shown(&reference.id)),
                "Make it of at most 64 letters without accents, digits, hyphens and low lines, such as `id = \"budget\"`."
                    .to_owned(),
            ));
        }
        if let Some(earlier) = earlier.insert(reference.id.as_str(), index) {
            let line = file.line(&format!("references[{earlier}].id")).unwrap_or(1);
            return Err(file.error(
                &path,
                format!("two references have the id `{}`, the first on line {line}", shown(&reference.id)),
                "Give each reference an id of its own.".to_owned(),
            ));
        }
    }
    Ok(())
}
