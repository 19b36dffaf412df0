//! A [`Draft`] in, the `draft.toml` that a person would have written out: fields in reading order, long texts over
//! several lines, persons one to a line.

use std::collections::BTreeMap;
use std::fmt::Write;

use toml::{Table, Value};

use super::schema::{DRAFT, Key, Shape};
use crate::draft::{
    Addressee, Ask, Draft, Letterhead, LetterheadColumn, Overruled, Person, Reference, Shorter, Shown, Signer, Words,
};

/// Texts longer than this stand over several lines.
const LONG: usize = 90;

/// Writes a draft so that [`super::read`] gives the same draft again.
pub fn to_toml(draft: &Draft) -> String {
    // The one value that TOML cannot hold is a count beyond its whole numbers, and no letter names that many persons.
    let mut table = Table::try_from(draft).unwrap_or_default();
    table.remove("words");
    let blank = blank();
    let mut out = String::new();
    for key in &DRAFT {
        match (&key.shape, table.get(key.name)) {
            (Shape::Words, _) if !draft.words.is_empty() => {
                out.push_str("\n[words]\n");
                for (name, words) in &draft.words {
                    entry(&mut out, name, &words_value(words));
                }
            }
            (Shape::Table(keys), Some(Value::Table(inner))) => {
                let mut inside = String::new();
                fields(&mut inside, keys, inner, blank.get(key.name));
                // A letterhead without a word is still a letterhead; the other tables are only what is in them.
                if !inside.is_empty() || draft.letterhead.is_some() && key.name == "letterhead" {
                    let _ = write!(out, "\n[{}]\n{inside}", key.name);
                }
            }
            (Shape::Tables(keys), Some(Value::Array(entries))) => {
                for inner in entries.iter().filter_map(Value::as_table) {
                    let _ = writeln!(out, "\n[[{}]]", key.name);
                    fields(&mut out, keys, inner, blank.get(key.name));
                }
            }
            (Shape::Named(keys), Some(Value::Table(named))) => {
                for (name, entries) in named {
                    for inner in entries.as_array().into_iter().flatten().filter_map(Value::as_table) {
                        let _ = writeln!(out, "\n[[{}.{}]]", key.name, key_text(name));
                        fields(&mut out, keys, inner, blank.get(key.name).and_then(|named| named.get("")));
                    }
                }
            }
            (shape, Some(found)) if blank.get(key.name) != Some(found) => {
                entry(&mut out, key.name, &value(shape, found, blank.get(key.name)));
            }
            (_, _) => {}
        }
    }
    out
}

/// What an untouched draft with one entry in each list says: a field that says the same is left out.
fn blank() -> Table {
    let letterhead = Letterhead { columns: vec![LetterheadColumn::default()], ..Letterhead::default() };
    let draft = Draft {
        letterhead: Some(letterhead),
        addressees: vec![Addressee { persons: vec![Person::default()], ..Addressee::default() }],
        asks: vec![Ask::default()],
        references: vec![Reference::default()],
        signers: vec![Signer::default()],
        shown: vec![Shown::default()],
        shorter: BTreeMap::from([(String::new(), vec![Shorter::default()])]),
        overruled: vec![Overruled::default()],
        ..Draft::default()
    };
    Table::try_from(draft).unwrap_or_default()
}

/// The table that the entries of a list, or a table itself, are measured against.
fn entry_of(blank: Option<&Value>) -> Option<&Table> {
    match blank? {
        Value::Array(entries) => entries.first()?.as_table(),
        other => other.as_table(),
    }
}

/// The fields of a table that say something, each with what a blank one says.
fn told<'a>(
    keys: &'a [Key],
    table: &'a Table,
    blank: Option<&'a Value>,
) -> impl Iterator<Item = (&'a Key, &'a Value, Option<&'a Value>)> {
    let blank = entry_of(blank);
    let is_empty = |value: &Value| value.as_array().is_some_and(Vec::is_empty);
    keys.iter().filter_map(move |key| {
        let (found, blank) = (table.get(key.name)?, blank.and_then(|blank| blank.get(key.name)));
        (blank != Some(found) && !is_empty(found)).then_some((key, found, blank))
    })
}

/// Writes the fields of a table that say something else than a blank one does.
pub(crate) fn fields(out: &mut String, keys: &[Key], table: &Table, blank: Option<&Value>) {
    for (key, found, blank) in told(keys, table, blank) {
        entry(out, key.name, &value(&key.shape, found, blank));
    }
}

/// Writes one field.
pub(crate) fn entry(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "{} = {value}", key_text(name));
}

/// A name as a TOML key: bare where it can be.
fn key_text(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    if bare { name.to_owned() } else { line_text(name) }
}

fn words_value(words: &Words) -> String {
    match words {
        Words::Text(text) => any_text(text),
        Words::List(entries) => list(entries.iter().map(|entry| any_text(entry))),
        Words::Flag(flag) => flag.to_string(),
        Words::Number(number) => number.to_string(),
        Words::Date(date) => date.to_string(),
    }
}

/// The value of a field as TOML.
pub(crate) fn value(shape: &Shape, found: &Value, blank: Option<&Value>) -> String {
    match (shape, found) {
        (Shape::Date, Value::String(date)) => date.clone(),
        (Shape::Tables(keys), Value::Array(entries)) => {
            list(entries.iter().filter_map(Value::as_table).map(|table| inline_table(keys, table, blank)))
        }
        (_, Value::String(text)) => any_text(text),
        (_, Value::Array(entries)) if matches!(shape, Shape::Strokes) => list(entries.iter().map(stroke)),
        (_, Value::Array(entries)) => list(entries.iter().filter_map(Value::as_str).map(any_text)),
        // The drafts' numbers are single precision; their shortest form is what a person wrote.
        (_, Value::Float(number)) => format!("{:?}", *number as f32),
        (_, other) => other.to_string(),
    }
}

/// A list on one line when it is short, else with one entry to a line.
fn list(entries: impl Iterator<Item = String>) -> String {
    let entries: Vec<String> = entries.collect();
    let width: usize = entries.iter().map(|entry| entry.chars().count() + 2).sum();
    if width <= LONG && !entries.iter().any(|entry| entry.starts_with('{') || entry.contains('\n')) {
        return format!("[{}]", entries.join(", "));
    }
    let mut out = "[\n".to_owned();
    for entry in entries {
        let _ = writeln!(out, "  {entry},");
    }
    out + "]"
}

fn inline_table(keys: &[Key], table: &Table, blank: Option<&Value>) -> String {
    let fields: Vec<String> = told(keys, table, blank)
        .map(|(key, found, _)| {
            let value = match found {
                Value::String(text) => line_text(text),
                Value::Array(lines) => {
                    let lines: Vec<String> = lines.iter().filter_map(Value::as_str).map(line_text).collect();
                    format!("[{}]", lines.join(", "))
                }
                other => other.to_string(),
            };
            format!("{} = {value}", key.name)
        })
        .collect();
    format!("{{ {} }}", fields.join(", "))
}

fn stroke(points: &Value) -> String {
    let number = |value: &Value| value.as_float().map_or_else(String::new, |number| format!("{:?}", number as f32));
    let point = |point: &Value| {
        format!("[{}]", point.as_array().map_or_else(Vec::new, |xy| xy.iter().map(number).collect()).join(", "))
    };
    let points: Vec<String> = points.as_array().into_iter().flatten().map(point).collect();
    format!("[{}]", points.join(", "))
}

fn any_text(text: &str) -> String {
    if text.contains('\n') || text.chars().count() > LONG { long_text(text) } else { line_text(text) }
}

/// A text on one line.
fn line_text(text: &str) -> String {
    let mut out = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            c => escaped(&mut out, c),
        }
    }
    out + "\""
}

/// A text over several lines; a backslash at the end of a line joins it to the next.
fn long_text(text: &str) -> String {
    let mut out = "\"\"\"\n".to_owned();
    let mut width = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        width += 1;
        match c {
            '\n' => {
                width = 0;
                out.push('\n');
            }
            '"' if chars.peek().is_none_or(|next| *next == '"') => out.push_str("\\\""),
            ' ' if width > LONG && chars.peek().is_some_and(|next| !next.is_whitespace()) => {
                width = 0;
                out.push_str(" \\\n");
            }
            c => escaped(&mut out, c),
        }
    }
    out + "\"\"\""
}

fn escaped(out: &mut String, c: char) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\t' => out.push('\t'),
        c if c.is_control() => {
            let _ = write!(out, "\\u{:04X}", u32::from(c));
        }
        c => out.push(c),
    }
}
