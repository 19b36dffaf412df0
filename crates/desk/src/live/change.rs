//! A draft and changes in, the changed draft out, or why a change cannot be: that is a fault of the window.
//!
//! Paths are those of `draft.toml`: `date`, `words.hook`, `asks[1].full`, `addressees[0].persons`; the empty path is
//! the whole draft. A path leads to something that is there; entries are added by setting the list.

use letter::draft::Draft;
use letter::template::Template;
use serde::Deserialize;
use serde_json::Value;

use super::Change;
use crate::error::{Code, Error};

/// How deep a path leads at most; the deepest there is has six steps.
const DEEPEST: usize = 16;

/// The draft with all changes applied.
pub(super) fn changed(draft: &Draft, template: &Template, changes: &[Change]) -> Result<Draft, Error> {
    let mut value = serde_json::to_value(draft).map_err(|error| refused("", &error.to_string()))?;
    for change in changes {
        apply(&mut value, template, change)?;
    }
    let last = changes.last().map_or("", |change| change.path.as_str());
    let draft = Draft::deserialize(value).map_err(|error| refused(last, &error.to_string()))?;
    if let Some(name) = draft.words.keys().find(|name| name.is_empty()) {
        return Err(refused(last, &format!("a field of the kind has the name `{name}`")));
    }
    Ok(draft)
}

fn apply(draft: &mut Value, template: &Template, change: &Change) -> Result<(), Error> {
    let refused = |reason: &str| refused(&change.path, reason);
    let mut value = change.value.clone();
    clean(&mut value);
    let steps = steps(&change.path).ok_or_else(|| refused("the path cannot be read"))?;
    // The fields of the kind are there whether or not they have been answered; nothing in one is no answer.
    if let [Step::Name("words"), Step::Name(name)] = steps.as_slice() {
        let words =
            draft.get_mut("words").and_then(Value::as_object_mut).ok_or_else(|| refused("there are no words"))?;
        if value.is_null() {
            words.remove(*name);
        } else if words.contains_key(*name) || template.field(name).is_some() {
            words.insert((*name).to_owned(), value);
        } else {
            return Err(refused("the kind has no such field"));
        }
        return Ok(());
    }
    let mut place = draft;
    for step in steps {
        let inner = match step {
            Step::Name(name) => place.as_object_mut().and_then(|table| table.get_mut(name)),
            Step::Index(index) => place.as_array_mut().and_then(|list| list.get_mut(index)),
        };
        place = inner.ok_or_else(|| refused("there is no such place in the draft"))?;
    }
    *place = value;
    Ok(())
}

/// A step of a path.
enum Step<'a> {
    Name(&'a str),
    Index(usize),
}

/// The steps of a path; none when it is no path.
fn steps(path: &str) -> Option<Vec<Step<'_>>> {
    if path.is_empty() {
        return Some(Vec::new());
    }
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (name, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
        if name.is_empty() {
            return None;
        }
        steps.push(Step::Name(name));
        while let Some(open) = rest.strip_prefix('[') {
            let (index, after) = open.split_once(']')?;
            let is_plain = !index.is_empty() && index.bytes().all(|byte| byte.is_ascii_digit());
            steps.push(Step::Index(index.parse().ok().filter(|_| is_plain)?));
            rest = after;
        }
        if !rest.is_empty() || steps.len() > DEEPEST {
            return None;
        }
    }
    Some(steps)
}

/// Takes out what a draft's file cannot hold: control characters have no look and no meaning in a letter.
fn clean(value: &mut Value) {
    match value {
        Value::String(text) => {
            if text.contains('\r') {
                *text = text.replace("\r\n", "\n").replace('\r', "\n");
            }
            if text.contains(is_unfit) {
                text.retain(|c| !is_unfit(c));
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(clean),
        Value::Object(fields) => fields.values_mut().for_each(clean),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn is_unfit(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

fn refused(path: &str, reason: &str) -> Error {
    Error::new(
        Code::Program,
        format!("the change of `{path}` was not understood: {reason}"),
        "Your draft is as it was before this change. Close the draft and open it again; if it happens again, please \
         report it.",
    )
}
