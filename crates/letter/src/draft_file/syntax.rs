//! The text of a draft in, a table whose values know their places out, or the place where TOML ends.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::DraftError;

/// Parses the text.
pub(crate) fn parse(text: &str) -> Result<Spanned<DeTable<'_>>, DraftError> {
    DeTable::parse(text).map_err(|error| {
        let mut span = error.span().unwrap_or(text.len()..text.len());
        // A text that is never closed runs to the end of the file; the fault is where it opens.
        if text[span.start.min(text.len())..].trim().is_empty()
            && let Some(opening) = text.rfind("\"\"\"").or_else(|| text.rfind("'''"))
            && error.message().contains("multi-line")
        {
            span = opening..opening + 3;
        }
        let (message, hint) = explain(error.message(), text, &span);
        at(text, span, message, hint)
    })
}

/// What the parser's words mean to the person who wrote the file.
fn explain(said: &str, text: &str, span: &Range<usize>) -> (String, String) {
    let there = text.get(span.clone()).unwrap_or_default();
    let mut lines = said.lines();
    let first = lines.next().unwrap_or_default();
    if first.contains("duplicate key") {
        let name = there.trim().trim_matches(['"', '\'']);
        return (
            format!("`{}` is written twice", shown(name)),
            "Keep one of the two; lists such as asks take a `[[asks]]` for each entry.".to_owned(),
        );
    }
    if first.contains("recurs") {
        return (
            "lists or tables are nested too deep".to_owned(),
            "A draft nests four levels at the most; remove the inner brackets.".to_owned(),
        );
    }
    let at_fault = match first.contains("carriage return") {
        true => Some('\r'),
        false => text.get(span.start..).and_then(|rest| rest.chars().next()),
    };
    if let Some(c) = at_fault.filter(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        return (
            format!("not TOML: the control character U+{:04X}", u32::from(c)),
            match c {
                '\r' => "Save it again with the line ends of Windows or Unix; those of old Macs are no longer read.",
                '\0' => "Save it again in UTF-8; this may be UTF-16, or no text at all.",
                _ => "Remove it; it often comes along when text is copied from a PDF.",
            }
            .to_owned(),
        );
    }
    let hint = match text[line_start(text, span.start)..].lines().next() {
        _ if first.contains("date") => "Write a date as 2026-02-10, without quotation marks.",
        Some(line) if line.contains('=') && !line.contains(['"', '\'']) => {
            "Texts stand between quotation marks: `name = \"Rosa Ortiz\"`."
        }
        Some(line) if line.contains("\"\"\"") => "A text of several lines opens and closes with three quotation marks.",
        Some(line) if line.trim_start().starts_with('[') => {
            "A table opens with its name in brackets, such as `[item]` or `[[asks]]`."
        }
        Some(line) if line.contains('\\') => "In a text, write a backslash twice: `\\\\`.",
        _ => "A field is written `name = \"text\"`, a table `[name]`; close each quotation mark and bracket.",
    };
    let rest: Vec<&str> = lines.collect();
    let message =
        if rest.is_empty() { format!("not TOML: {first}") } else { format!("not TOML: {first}, {}", rest.join(", ")) };
    (message, hint.to_owned())
}

/// An error at a place in the text.
pub(crate) fn at(text: &str, span: Range<usize>, message: String, hint: String) -> DraftError {
    let start = line_start(text, span.start);
    let before = text.get(start..span.start.min(text.len())).unwrap_or_default();
    DraftError { line: line_of(text, span.start), column: 1 + before.chars().count(), message, hint }
}

/// The line of an offset, from 1.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    let end = offset.min(text.len());
    1 + text.as_bytes()[..end].iter().filter(|byte| **byte == b'\n').count()
}

fn line_start(text: &str, offset: usize) -> usize {
    let end = offset.min(text.len());
    text.as_bytes()[..end].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1)
}

/// A name from the file, fit to be printed: short, and without anything that moves a terminal's cursor.
pub(crate) fn shown(name: &str) -> String {
    let mut out: String = name.chars().take(60).flat_map(char::escape_debug).collect();
    if name.chars().nth(60).is_some() {
        out.push('…');
    }
    out
}
