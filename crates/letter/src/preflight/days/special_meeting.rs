//! A special meeting in the text that is a regular one in the item, or the reverse: bodies set other deadlines for them.
//!
//! English only, and only where the text names the item's meeting: by its date, or as one that is to come.

use std::ops::Range;

use super::cues::{ASKING, names_another_body};
use crate::finding::{Finding, Place, Severity};
use crate::preflight::context::{Context, FieldText, Voice};
use crate::preflight::dates::within;
use crate::preflight::tense::has_past_verb;
use crate::prose::Prose;

/// The text and the item disagree on whether the meeting is a special one.
pub fn special_meeting(context: &Context<'_>) -> Vec<Finding> {
    let item = &context.draft.item;
    if item.meeting.is_none() || !context.is_english() {
        return Vec::new();
    }
    let said: &[&str] = if item.special { &["regular"] } else { &["special", "emergency", "extraordinary"] };
    let spoken = |field: &&FieldText<'_>| field.voice == Voice::Own || field.path == "subject";
    let mut findings = Vec::new();
    for field in context.fields.iter().filter(spoken) {
        let prose = &field.prose;
        let called = |at: &usize| prose.is_any(*at, said) && prose.is(*at + 1, "meeting") && !prose.tokens[*at].quoted;
        for at in (0..prose.tokens.len()).filter(called).filter(|at| is_the_items(context, field, *at)) {
            let bytes = prose.tokens[at].start..prose.tokens[at + 1].end;
            findings.push(disagree(item.special, Place::new(&field.path, &field.text[bytes])));
        }
    }
    findings
}

fn is_the_items(context: &Context<'_>, field: &FieldText<'_>, at: usize) -> bool {
    let (prose, sentence) = (&field.prose, field.prose.sentence(at));
    if names_another_body(context, prose, sentence.clone())
        || !prose.has_any(near(at), &["the", "your", "this", "tonight’s", "tonight's", "today’s", "today's"])
    {
        return false;
    }
    let dates = within(&field.dates, sentence.clone());
    let names_it = dates.iter().any(|one| context.draft.item.meeting == Some(one.date));
    names_it || dates.is_empty() && is_ahead(context, prose, sentence)
}

/// The word before, or the one before that: `your special meeting`, `the council’s special meeting`.
fn near(at: usize) -> Range<usize> {
    at.saturating_sub(3)..at
}

fn is_ahead(context: &Context<'_>, prose: &Prose<'_>, sentence: Range<usize>) -> bool {
    let item = &context.draft.item;
    let coming = item.meeting.zip(context.draft.date).is_some_and(|(meeting, date)| meeting >= date);
    let announced = prose.has_any(sentence.clone(), ASKING) || prose.has_any(sentence.clone(), &["will"]);
    coming && announced && !has_past_verb(prose, sentence)
}

fn disagree(special: bool, place: Place) -> Finding {
    let message = match special {
        true => format!("the text speaks of a “{}”, but the item’s meeting is marked as a special one", place.excerpt),
        false => {
            format!("the text speaks of a “{}”, but the item’s meeting is not marked as a special one", place.excerpt)
        }
    };
    let hint = "See what the agenda calls it, and correct the text or the item: a special meeting has other deadlines.";
    Finding::new("special-meeting", Severity::Warning, message, hint, place)
        .against(Place::new("item.special", special.to_string()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::preflight::testing::{places, told, with_words};

    fn found(text: &str, special: bool) -> Vec<String> {
        let mut draft = with_words("hook", text);
        draft.date = Some(date(2026, 3, 12));
        draft.item.body = "Oakland City Council".to_owned();
        draft.item.meeting = Some(date(2026, 3, 17));
        draft.item.special = special;
        places(&told(&draft), "special-meeting").into_iter().map(|(_, excerpt)| excerpt).collect()
    }

    #[test]
    fn text_and_item_must_agree_on_the_meeting() {
        let check = |text: &str, special: bool, expected: &str| assert_eq!(found(text, special), [expected], "{text}");
        check("on the agenda of your special meeting on Tuesday, March 17", false, "special meeting");
        check("Please vote for it at tonight’s special meeting.", false, "special meeting");
        check("I will speak at the special meeting on Item 8.", false, "special meeting");
        check("at the Council’s Special Meeting of March 17, 2026", false, "Special Meeting");
        check("at your regular meeting on March 17", true, "regular meeting");
    }

    #[test]
    fn other_meetings_are_left_alone() {
        let check = |text: &str, special: bool| assert_eq!(found(text, special), [""; 0], "{text}");
        check("on the agenda of your special meeting on Tuesday, March 17", true);
        check("at your regular meeting on March 17", false);
        check("The Act requires 24 hours for a special meeting.", false);
        check("You held a special meeting on March 3.", false);
        check("At the special meeting of March 3 we asked for it.", false);
        check("Please hear it at a regular meeting.", true);
        check("Your special meeting left many questions, so please answer.", false);
        check("Please come to the special meeting of the Parks Commission.", false);
    }
}
