//! A kind of one's own in, its first mistake out: what reading alone does not find is found by filling it for trial.

use std::collections::BTreeSet;

use letter::draft::Draft;
use letter::draft_file;
use letter::fill::{FillError, fill};
use letter::template::{FieldKind, Template};

use super::KindFault;
use super::counted::{counted, too_often};
use super::own::{BODY, SAMPLE, SETTINGS, fault, is_field_name};

/// Looks at what a kind asks for, and fills it with nothing, with its blanks and with its sample.
pub(super) fn tried(template: &Template, settings: &str) -> Result<(), KindFault> {
    asked(template, settings)?;
    if let Some((line, name)) = unasked(template) {
        let message = format!("`words.{name}` is printed, and no field has the name `{name}`");
        let hint = "Correct the name, or add a field of this name to template.toml.";
        return Err(fault(BODY, line, message, hint));
    }
    let mut drafts = vec![Draft { kind: template.kind.clone(), ..Draft::default() }];
    drafts.extend(draft_file::read(&draft_file::skeleton(template)).ok().map(|file| file.draft));
    if !template.sample.is_empty() {
        let sample = draft_file::read(&template.sample).and_then(|file| {
            draft_file::check_against(&file, template)?;
            Ok(file.draft)
        });
        drafts.push(sample.map_err(|error| fault(SAMPLE, error.line, error.message, &error.hint))?);
    }
    let counted = Template {
        body: counted(&template.body),
        subject: template.subject.as_deref().map(counted),
        ..template.clone()
    };
    drafts.iter().try_for_each(|draft| fill(&counted, draft).map(drop).map_err(unfilled))
}

fn unfilled(error: FillError) -> KindFault {
    // Of the lines of a kind only the subject is filled outside of the body.
    let file = if error.message.starts_with("the subject of ") { SETTINGS } else { BODY };
    if let Some(message) = too_often(&error.message) {
        let hint =
            "Make the loops shorter: in a letter they go over asks, addressees or lines, and not over large numbers.";
        return fault(file, error.line.unwrap_or(0), message, hint);
    }
    let hint = "Correct it: `{{ … }}` prints a value that there is, and each `{% if … %}` or `{% for … %}` is closed. The body of \
                a built-in kind shows which values there are.";
    let message: String = error.message.lines().next().unwrap_or_default().trim_end_matches('.').to_owned();
    fault(file, error.line.unwrap_or(0), message, hint)
}

/// What the fields say must be such that they can be asked for and answered.
fn asked(template: &Template, settings: &str) -> Result<(), KindFault> {
    let line = |words: &str| 1 + settings.lines().position(|line| line.contains(words)).unwrap_or(0);
    let wrong = |words: &str, message: String, hint: &str| Err(fault(SETTINGS, line(words), message, hint));
    if template.name.trim().is_empty() {
        return wrong("name", "the kind has no name".to_owned(), "Write what people call it: `name = \"…\"`.");
    }
    if template.parts.is_empty() {
        return wrong("parts", "the kind has no parts".to_owned(), "List them in their order: `parts = [\"body\"]`.");
    }
    let mut names = BTreeSet::new();
    for field in &template.fields {
        let name = field.name.as_str();
        let quoted = format!("\"{name}\"");
        if !is_field_name(name) {
            let message = format!("a field cannot have the name `{name}`");
            return wrong(&quoted, message, "Name it with small letters, digits and low lines, such as `my_field`.");
        }
        if !names.insert(name) {
            return wrong(&quoted, format!("two fields have the name `{name}`"), "Give each field a name of its own.");
        }
        if field.prompt.trim().is_empty() {
            let message = format!("the field `{name}` asks nothing");
            return wrong(&quoted, message, "Write the question that a person reads: `prompt = \"…\"`.");
        }
        if field.kind == FieldKind::Choice && field.choices.is_empty() {
            let message = format!("the field `{name}` is a choice and has nothing to choose from");
            return wrong(&quoted, message, "List what can be chosen: `choices = [\"…\", \"…\"]`.");
        }
    }
    needed(template, settings)
}

/// What the kind needs must be such that it can be looked for; a mistake is told at the line that opens the need.
fn needed(template: &Template, settings: &str) -> Result<(), KindFault> {
    let mut lines = settings.lines().enumerate().filter(|(_, line)| line.trim().starts_with("[[needs]]"));
    for need in &template.needs {
        let line = lines.next().map_or(0, |(index, _)| index + 1);
        if let Some((message, hint)) = need.fault(template) {
            return Err(fault(SETTINGS, line, message, hint));
        }
    }
    Ok(())
}

/// The first field that the body names and the kind does not ask for, with its line: filling for trial passes over
/// what stands in a branch that is not taken.
fn unasked(template: &Template) -> Option<(usize, String)> {
    let body = template.body.as_str();
    let mut at = 0;
    while let Some(start) = body[at..].find('{').map(|found| at + found) {
        let rest = &body[start..];
        let end = match rest.as_bytes().get(1) {
            Some(b'{') => rest.find("}}"),
            Some(b'%') => rest.find("%}"),
            Some(b'#') => {
                at = rest.find("#}").map_or(body.len(), |end| start + end);
                continue;
            }
            _ => None,
        };
        let Some(end) = end else {
            at = start + 1;
            continue;
        };
        // Every second piece stands in quotes.
        let pieces = rest[..end].split(['"', '\'', '`']).step_by(2);
        if let Some(name) = pieces.flat_map(words_in).find(|name| template.field(name).is_none()) {
            let place = start + rest.find(&format!("words.{name}")).unwrap_or(0);
            return Some((1 + body[..place].matches('\n').count(), name.to_owned()));
        }
        at = start + end;
    }
    None
}

/// The names that stand after `words.` in an expression.
fn words_in(expression: &str) -> impl Iterator<Item = &str> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    expression.match_indices("words.").filter_map(move |(at, found)| {
        let is_whole = !expression[..at].ends_with(|c: char| is_of_name(c) || c == '.');
        let rest = &expression[at + found.len()..];
        let name = &rest[..rest.find(|c: char| !is_of_name(c)).unwrap_or(rest.len())];
        (is_whole && !name.is_empty()).then_some(name)
    })
}
