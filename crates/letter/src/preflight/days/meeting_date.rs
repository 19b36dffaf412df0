//! Another date for the item's meeting than the item's own, and a meeting that lies behind the letter but is spoken of as
//! ahead.
//!
//! A date is the meeting's where its sentence says so: `your agenda for …`, `the hearing on …`, `the March 17 vote`. Where a
//! body is only asked to do something on a day, it is the meeting's that the date must nearly be: a week or a month off.

use std::ops::Range;

use jiff::civil::Date;

use super::cues::{ASKING, MEETINGS, VERBS, names_another_body};
use crate::finding::{Finding, Place, Severity};
use crate::language;
use crate::preflight::context::{Context, FieldText, Voice};
use crate::preflight::dates::{Mention, apart, mentions, within};
use crate::preflight::item::object;
use crate::preflight::tense::{has_past_verb, is_past};
use crate::prose::{Prose, Syntax};

/// Meetings so far apart are not mistaken for each other.
const FAR: i32 = 62;

/// Words before a noun for a meeting that make it another one.
#[rustfmt::skip]
const ANOTHER: &[&str] = &[
    "a", "an", "another", "each", "every", "any", "next", "previous", "earlier", "last", "later", "second", "following",
    "continued", "public", "joint", "community", "no", "our", "first",
];

/// Words in whose sentence a meeting is spoken of that is not wanted, or not the one.
#[rustfmt::skip]
const UNWANTED: &[&str] = &[
    "not", "delay", "wait", "postpone", "postponed", "continue", "continued", "instead", "late", "later", "rather", "reschedule",
    "rescheduled", "cancelled", "canceled", "moved",
];

/// What is to happen on a day of its own, when somebody is asked for it.
#[rustfmt::skip]
const ELSEWHEN: &[&str] = &[
    "begin", "begins", "start", "starts", "starting", "open", "opens", "effect", "effective", "return", "report", "publish",
    "close", "launch", "resume", "submit", "answer", "respond", "reply", "visit", "send", "until", "by", "before", "after",
    "since", "another", "hold", "through", "between", "schedule", "postpone", "continue", "move", "workshop",
];

/// Beginnings of the words for a meeting or its agenda in other languages.
#[rustfmt::skip]
const NOUNS: &[(&str, &[&str])] = &[
    ("es", &["reunión", "sesión", "agenda", "audiencia", "votación"]),
    ("fr", &["réunion", "séance", "audience", "jour"]),
    ("de", &["sitzung", "tagesordnung", "anhörung"]),
    ("ru", &["заседани", "слушани", "собрани", "повестк"]),
    ("uk", &["засіданн", "слуханн", "порядк"]),
    ("tl", &["pulong", "pagdinig", "agenda"]),
    ("vi", &["họp"]),
];

/// Something that reads like a field: a field or the template's own words.
struct Text<'t> {
    path: &'t str,
    text: &'t str,
    prose: &'t Prose<'t>,
    dates: &'t [Mention],
}

/// The text names another date for the meeting, or speaks of a past one as ahead.
pub fn meeting_date(context: &Context<'_>) -> Vec<Finding> {
    let spoken = |field: &&FieldText<'_>| field.voice == Voice::Own || field.path == "subject";
    let mut findings = Vec::new();
    for field in context.fields.iter().filter(spoken).filter(|field| !field.dates.is_empty()) {
        let text = Text { path: &field.path, text: field.text, prose: &field.prose, dates: &field.dates };
        findings.extend(of_text(context, &text));
    }
    // The template's own words name the meeting as the item has it, which may lie behind.
    for paragraph in context.body.iter().filter(|paragraph| paragraph.source.is_empty()) {
        let prose = Prose::of(&paragraph.text, Syntax::Plain);
        let dates = mentions(&prose, &context.reader);
        findings.extend(of_text(
            context,
            &Text { path: paragraph.path(), text: &paragraph.text, prose: &prose, dates: &dates },
        ));
    }
    findings.extend(over(context));
    findings
}

/// A vote is asked for, or something announced, on an item whose meeting lies before the letter.
fn over(context: &Context<'_>) -> Option<Finding> {
    let (date, meeting) = (context.draft.date?, context.draft.item.meeting?);
    if meeting >= date || !context.is_english() || context.draft.item.number.trim().is_empty() {
        return None;
    }
    let ahead = context.own().find_map(|field| {
        let prose = &field.prose;
        let at = (0..prose.tokens.len()).find(|at| object::number(context, field, *at).is_some())?;
        let sentence = prose.sentence(at);
        let announced = prose.has_any(sentence.clone(), &["will", "please"]);
        let dated = !within(&field.dates, sentence.clone()).is_empty();
        let bytes = prose.tokens[sentence.start].start..prose.tokens[sentence.end - 1].end;
        (announced && !dated && !has_past_verb(prose, sentence)).then(|| Place::new(&field.path, &field.text[bytes]))
    })?;
    let words = language::words("en");
    let message = format!(
        "the meeting was on {}, before the letter’s date of {}, but the text speaks of it as ahead",
        words.long_date(meeting),
        words.long_date(date)
    );
    let hint = "Correct the date of the meeting; if the item was continued, give it the new date.";
    let place = Place::new("item.meeting", meeting.to_string());
    Some(Finding::new("meeting-date", Severity::Warning, message, hint, place).against(ahead))
}

fn of_text(context: &Context<'_>, text: &Text<'_>) -> Vec<Finding> {
    let (Some(date), meeting) = (context.draft.date, context.draft.item.meeting) else { return Vec::new() };
    let quoted = |mention: &&Mention| text.prose.tokens[mention.tokens.start].quoted;
    let said = |mention: &Mention| Place::new(text.path, &text.text[mention.bytes.clone()]);
    let mut findings = Vec::new();
    for mention in text.dates.iter().filter(|mention| !quoted(mention)) {
        let other = meeting.filter(|meeting| *meeting >= date && *meeting != mention.date);
        if mention.date >= date {
            if let Some(meeting) = other.filter(|meeting| names_meeting(context, text, mention, *meeting)) {
                findings.push(disagree(mention, said(mention), meeting));
            }
        } else if let Some(meeting) =
            meeting.filter(|meeting| *meeting < date && is_past_meeting(context, text, mention, *meeting))
        {
            findings.push(disagree(mention, said(mention), meeting));
        } else if context.is_english() && is_told_as_ahead(context, text, mention, date) {
            findings.push(behind(mention, said(mention), date));
        }
    }
    findings
}

/// The mention means the item's meeting, and gets it wrong.
fn names_meeting(context: &Context<'_>, text: &Text<'_>, mention: &Mention, meeting: Date) -> bool {
    let near = is_near_miss(mention.date, meeting);
    if !context.is_english() {
        return near && follows_noun(context, text.prose, mention);
    }
    let sentence = text.prose.sentence(mention.tokens.start);
    let names_it_too = within(text.dates, sentence.clone()).iter().any(|one| one.date == meeting);
    if names_it_too || names_another_body(context, text.prose, sentence.clone()) || is_past(text.prose, mention) {
        return false;
    }
    if text.prose.has_any(sentence.clone(), UNWANTED) {
        return false;
    }
    let is_subject = text.path == "subject";
    is_meetings(text.prose, mention, sentence.start) && apart(mention.date, meeting) <= FAR
        || near
            && (is_asked_for(text.prose, mention, &sentence)
                || is_subject && leads(text.prose, mention, &["on", "for", ","]))
}

/// In a letter that looks back on the meeting: the mention means it, and nothing else in the letter does.
fn is_past_meeting(context: &Context<'_>, text: &Text<'_>, mention: &Mention, meeting: Date) -> bool {
    let sentence = text.prose.sentence(mention.tokens.start);
    let said = || context.own().flat_map(|field| &field.dates).any(|one| one.date == meeting);
    context.is_english()
        && mention.date != meeting
        && is_near_miss(mention.date, meeting)
        && leads(text.prose, mention, &["of", "on"])
        && is_meetings(text.prose, mention, sentence.start)
        && !names_another_body(context, text.prose, sentence)
        && !said()
}

/// A day that is written for another by a slip: a day or a week off, or in another month or year.
fn is_near_miss(day: Date, meeting: Date) -> bool {
    let same_day = day.day() == meeting.day() && (apart(day, meeting) <= 31 || day.month() == meeting.month());
    // `17` for `7`: a digit too many.
    let slipped =
        day.month() == meeting.month() && day.year() == meeting.year() && day.day() % 10 == meeting.day() % 10;
    same_day || slipped || matches!(apart(day, meeting), 1 | 2 | 7 | 14)
}

/// The word before the mention is one of these.
fn leads(prose: &Prose<'_>, mention: &Mention, words: &[&str]) -> bool {
    mention.tokens.start.checked_sub(1).is_some_and(|before| prose.is_any(before, words))
}

/// `your agenda for …`, `the special meeting on …`, `the … vote`.
fn is_meetings(prose: &Prose<'_>, mention: &Mention, start: usize) -> bool {
    let own = |noun: usize| !prose.has_any(start.max(noun.saturating_sub(3))..noun, ANOTHER);
    if leads(prose, mention, &["the", "your", "this"]) {
        let end = mention.tokens.end;
        return (end..end + 3).any(|at| prose.is_any(at, MEETINGS)) && !prose.is_any(end, &[",", ".", ";"]);
    }
    if !leads(prose, mention, &["on", "for", "of"]) {
        return false;
    }
    let lead = mention.tokens.start - 1;
    let noun = (start.max(lead.saturating_sub(6))..lead)
        .rev()
        .take_while(|at| !matches!(prose.text(*at), "," | ";" | ":" | "—" | "(" | ")"))
        .find(|at| prose.is_any(*at, MEETINGS));
    noun.is_some_and(own)
}

/// `Please vote for it on …`, `On …, please approve it`, `We ask you to refuse it on …`.
fn is_asked_for(prose: &Prose<'_>, mention: &Mention, sentence: &Range<usize>) -> bool {
    let asked = prose.has_any(sentence.clone(), ASKING) || prose.is_any(sentence.start, VERBS);
    let opens =
        mention.tokens.start <= sentence.start + 1 && prose.is_any(mention.tokens.end + 1, &["please", "we", "I"]);
    let before = sentence.start..mention.tokens.start;
    leads(prose, mention, &["on"]) && asked && (opens || !prose.has_any(before, ELSEWHEN))
}

/// In other languages: a noun for a meeting shortly before the date.
fn follows_noun(context: &Context<'_>, prose: &Prose<'_>, mention: &Mention) -> bool {
    let tag = context.draft.language();
    let nouns = NOUNS.iter().find(|(language, _)| tag.split('-').next() == Some(language)).map(|(_, nouns)| *nouns);
    let start = mention.tokens.start;
    let sentence = prose.sentence(start);
    let before = sentence.start.max(start.saturating_sub(5))..start;
    nouns.is_some_and(|nouns| {
        before.into_iter().any(|at| {
            let word = prose.text(at).to_lowercase();
            nouns.iter().any(|noun| word.starts_with(noun))
        })
    })
}

/// The mention lies behind the letter, and its sentence speaks of it as a meeting ahead.
fn is_told_as_ahead(context: &Context<'_>, text: &Text<'_>, mention: &Mention, date: Date) -> bool {
    if apart(mention.date, date) > FAR || is_past(text.prose, mention) {
        return false;
    }
    let prose = text.prose;
    let sentence = prose.sentence(mention.tokens.start);
    let lead = mention.tokens.start.saturating_sub(1);
    let on_agenda = prose.is(lead, "for") && prose.is_any(lead.saturating_sub(1), &["agenda", "calendar"]);
    let hears = leads(prose, mention, &["on"])
        && prose.has_any(lead.saturating_sub(4)..lead, &["hears", "considers"])
        && prose.has_any(sentence.clone(), &["when"]);
    let meets = is_meetings(prose, mention, sentence.start)
        && leads(prose, mention, &["on", "for"])
        && prose.has_any(sentence.clone(), &["will", "upcoming", "scheduled", "please"]);
    (on_agenda || hears || meets)
        && !has_past_verb(prose, sentence.clone())
        && !names_another_body(context, prose, sentence)
}

fn disagree(mention: &Mention, place: Place, meeting: Date) -> Finding {
    let words = language::words("en");
    let message = format!(
        "the text puts the meeting on {}, but the item’s meeting is on {}",
        words.long_date(mention.date),
        words.long_date(meeting)
    );
    let hint = "See on the agenda which of the two is right, and correct the other.";
    Finding::new("meeting-date", Severity::Warning, message, hint, place)
        .against(Place::new("item.meeting", meeting.to_string()))
}

fn behind(mention: &Mention, place: Place, date: Date) -> Finding {
    let words = language::words("en");
    let message = format!(
        "the text speaks of {} as ahead, but the letter is dated {}",
        words.long_date(mention.date),
        words.long_date(date)
    );
    let hint = "Correct the date in the text, or the date of the letter.";
    Finding::new("meeting-date", Severity::Warning, message, hint, place).against(Place::new("date", date.to_string()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::preflight::testing::{told, with_words};

    /// What is told of a letter of March 12, 2026, for a meeting of the council on Tuesday, March 17: excerpts, and the paths
    /// of the other places.
    fn found(language: &str, text: &str) -> Vec<(String, String)> {
        let mut draft = with_words("hook", text);
        draft.language = language.to_owned();
        draft.date = Some(date(2026, 3, 12));
        draft.item.body = "Oakland City Council".to_owned();
        draft.item.meeting = Some(date(2026, 3, 17));
        let found = told(&draft).into_iter().filter(|finding| finding.check == "meeting-date");
        found.map(|finding| (finding.place.excerpt, finding.other.map_or(String::new(), |other| other.path))).collect()
    }

    #[test]
    fn another_date_for_the_meeting_is_found() {
        let check = |language: &str, text: &str, excerpt: &str, other: &str| {
            assert_eq!(found(language, text), [(excerpt.to_owned(), other.to_owned())], "{text}");
        };
        check("", "about Item 8, on your agenda for Tuesday, March 24.", "Tuesday, March 24", "item.meeting");
        check("", "I will speak at the special meeting on March 31, 2026.", "March 31, 2026", "item.meeting");
        check("", "Before the April 7 vote I will call.", "April 7", "item.meeting");
        check("", "On Tuesday, March 24, please approve Item 8.", "Tuesday, March 24", "item.meeting");
        check(
            "",
            "On Tuesday, March 24, please approve Item 8, starting this year.",
            "Tuesday, March 24",
            "item.meeting",
        );
        check("", "**Please restore respite care on March 24.**", "March 24", "item.meeting");
        check("en-GB", "We ask you to refuse the application on 18 March.", "18 March", "item.meeting");
        check("", "Item 8 is on your agenda for Tuesday, March 10.", "Tuesday, March 10", "date");
        check("", "You will decide at your meeting on March 10.", "March 10", "date");
        check("es", "su agenda del 24 de marzo", "24 de marzo", "item.meeting");
        check("ru", "прийти на заседание во вторник, 24 марта", "вторник, 24 марта", "item.meeting");
        check("vi", "đến buổi họp thứ Ba, ngày 24 tháng 3", "thứ Ba, ngày 24 tháng 3", "item.meeting");
    }

    #[test]
    fn other_days_are_left_alone() {
        let check = |text: &str| assert_eq!(found("", text), [], "{text}");
        check("on your agenda for Tuesday, March 17.");
        check("On March 24, the Planning Commission will hear it.");
        check("Please continue the hearing to March 24.");
        check("Please do not put it off to your meeting on March 31.");
        check("A delay to the meeting of March 24 would cost us a week.");
        check("Please hold another hearing on March 24.");
        check("Please publish the report on March 24.");
        check("Please open the shelter on April 1, 2026.");
        check("Let it take effect on May 1.");
        check("Please adopt it on March 17 and read it again on March 24.");
        check("At your meeting on March 10 you heard us.");
        check("It was on your agenda for March 10.");
        check("We met on March 10, and will meet again on March 24.");
        check("She said: “See you at the meeting on March 24.”");
        check("We adopted our own plan on March 24, 2025.");
        check("The comment period closes on March 24.");
        assert_eq!(found("es", "En la reunión del 10 de marzo escuchamos"), []);
        assert_eq!(found("es", "la reunión del 21 de mayo"), []);
    }

    #[test]
    fn a_letter_that_looks_back_names_the_meeting_too() {
        let check = |number: &str, text: &str, expected: &[&str]| {
            let mut draft = with_words("hook", text);
            draft.date = Some(date(2026, 3, 30));
            draft.item.number = number.to_owned();
            draft.item.meeting = Some(date(2026, 3, 17));
            let found = told(&draft).into_iter().filter(|finding| finding.check == "meeting-date");
            let found: Vec<String> = found.map(|finding| finding.place.excerpt).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("", "At your meeting of Tuesday, March 24, you moved to close it.", &["Tuesday, March 24"]);
        check("", "At your meeting of March 17 you moved it, and at the meeting of March 24 you did it.", &[]);
        check("", "At the meeting of January 6 you spoke of it.", &[]);
        check("8", "Four of us will speak on Item 8.", &["2026-03-17"]);
        check("8", "Please adopt Item 8.", &["2026-03-17"]);
        check("8", "Thank you for moving Item 8. You voted for Item 8.", &[]);
        check("8", "When Item 8 comes back on April 14, please adopt Item 8 then.", &[]);
        check("", "We will write again.", &[]);
    }
}
