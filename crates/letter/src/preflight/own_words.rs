//! Fields left as the kind suggests them, where the letter asks for the person's own words.
//!
//! A suggestion that is a choice, a line or a number is an answer like any other; only running text is meant to be
//! written anew. Never more than a note: whoever means the suggested words may keep them.

use super::context::Context;
use crate::draft::Words;
use crate::finding::{Finding, Place, Severity};
use crate::template::{Field, FieldKind};

/// A field of running text still holds the kind's words: its default, or the question itself.
pub fn own_words(context: &Context<'_>) -> Vec<Finding> {
    let fields = context.template.fields.iter();
    fields
        .filter(|field| matches!(field.kind, FieldKind::Phrase | FieldKind::Rich))
        .filter_map(|field| {
            let text = match context.draft.words.get(&field.name) {
                Some(Words::Text(text)) => text.trim(),
                None if field.required => field.default.trim(),
                _ => return None,
            };
            is_suggested(field, text).then(|| {
                Finding::new(
                    "own-words",
                    Severity::Note,
                    format!("the answer to “{}” is still the one suggested", field.prompt),
                    "Write it in your own words; officials give more weight to a letter that only you could write.",
                    Place::new(format!("words.{}", field.name), text),
                )
            })
        })
        .collect()
}

fn is_suggested(field: &Field, text: &str) -> bool {
    let given = [&field.default, &field.prompt, &field.help];
    // What the help gives as an example, between quotation marks.
    let mut examples = field.help.split('“').skip(1).filter_map(|rest| rest.split('”').next());
    let plain =
        |text: &str| text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | ',')).to_lowercase();
    !text.is_empty() && given.iter().any(|suggested| suggested.trim() == text)
        || text.chars().count() >= SHORTEST_EXAMPLE && examples.any(|example| plain(example) == plain(text))
}

/// Shorter examples may be what somebody means: “amendments”.
const SHORTEST_EXAMPLE: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::page::Pages;
    use crate::letter::Letter;
    use crate::preflight::testing::{places, template, with_words};
    use crate::preflight::{Known, preflight};

    #[test]
    fn suggested_words_are_noted_in_running_text_only() {
        let check = |kind: FieldKind, required: bool, text: Option<&str>, expected: &[&str]| {
            let mut template = template();
            template.fields.retain(|field| field.name == "hook");
            template.fields[0].default = "I live here.".to_owned();
            template.fields[0].kind = kind;
            template.fields[0].required = required;
            let draft = text.map(|text| with_words("hook", text)).unwrap_or_default();
            let found = places(
                &preflight(&template, &draft, &Letter::default(), &Pages::default(), &Known::default()),
                "own-words",
            );
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text:?}");
        };
        check(FieldKind::Rich, false, Some("I live here."), &["I live here."]);
        check(FieldKind::Phrase, false, Some(" I live here.\n"), &["I live here."]);
        check(FieldKind::Rich, false, Some("What happened?"), &["What happened?"]);
        check(FieldKind::Rich, true, None, &["I live here."]);
        check(FieldKind::Rich, false, None, &[]);
        check(FieldKind::Rich, true, Some("I live there."), &[]);
        check(FieldKind::Rich, true, Some(""), &[]);
        check(FieldKind::Choice, true, Some("I live here."), &[]);
        check(FieldKind::Line, true, None, &[]);
    }
}
