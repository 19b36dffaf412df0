//! `Today`, `tonight`, `tomorrow`, `yesterday` and `next week` against the day of the meeting.
//!
//! English only. Such a word counts where its sentence speaks of the meeting, or of what a body does in one; “I write today”
//! and “the law as it stands today” do not.

use std::ops::Range;

use jiff::civil::{Date, Time, time};
use jiff::{Span, ToSpan};

use super::cues::{MEETINGS, VERBS, names_another_body};
use crate::finding::{Finding, Place, Severity};
use crate::language;
use crate::preflight::context::{Context, FieldText, Voice};
use crate::preflight::dates::{Mention, within};
use crate::preflight::tense::has_past_verb;
use crate::prose::{Prose, TokenKind};

/// How far from the word a cue may stand, in tokens.
const REACH: usize = 8;

/// How far from the word a date may stand that says what it is about.
const CLOSE: usize = 4;

/// What stands between the word and a cue that it does not belong to.
const WRITING: &[&str] = &["write", "writing", "written", "call", "calling", "here", "submit", "submitting"];

/// The day that a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    Today,
    /// `Tonight`, `this morning`: today, and a part of it.
    Part(&'static str),
    Tomorrow,
    Yesterday,
    NextWeek,
}

/// A word for the meeting's day names another day than the meeting's.
pub fn meeting_day(context: &Context<'_>) -> Vec<Finding> {
    let (Some(date), Some(meeting)) = (context.draft.date, context.draft.item.meeting) else { return Vec::new() };
    if !context.is_english() {
        return Vec::new();
    }
    let spoken = |field: &&FieldText<'_>| field.voice == Voice::Own || field.path == "subject";
    let mut findings = Vec::new();
    for field in context.fields.iter().filter(spoken) {
        for (day, tokens) in days(&field.prose) {
            if let Some(beside) = beside(field, &tokens).filter(|beside| named(day, date) != Some(beside.date)) {
                findings.extend(named(day, date).map(|named| disagrees_beside(field, date, &tokens, beside, named)));
                continue;
            }
            let is_off = is_off(day, date, meeting) || is_other_hour(day, date, meeting, context.draft.item.time);
            if is_off && is_of_the_meeting(context, field, day, &tokens) {
                let bytes = field.prose.tokens[tokens.start].start..field.prose.tokens[tokens.end - 1].end;
                findings.push(disagree(context, date, meeting, Place::new(&field.path, &field.text[bytes])));
            }
        }
    }
    findings
}

/// The words for a day in a text, in their order.
fn days(prose: &Prose<'_>) -> Vec<(Day, Range<usize>)> {
    let one = |at: usize| {
        let token = prose.tokens[at];
        if token.quoted || token.kind != TokenKind::Word {
            return None;
        }
        let day = match bare(prose.text(at)) {
            word if word.eq_ignore_ascii_case("today") => Day::Today,
            word if word.eq_ignore_ascii_case("tonight") => Day::Part("evening"),
            word if word.eq_ignore_ascii_case("tomorrow") => {
                // `tomorrow evening’s agenda`
                let part = bare(prose.text(at + 1));
                let is_part =
                    ["morning", "afternoon", "evening", "night"].iter().any(|one| one.eq_ignore_ascii_case(part));
                return Some((Day::Tomorrow, at..at + 1 + usize::from(is_part)));
            }
            word if word.eq_ignore_ascii_case("yesterday") => Day::Yesterday,
            word if word.eq_ignore_ascii_case("this") => {
                let next = bare(prose.text(at + 1));
                let part = ["morning", "afternoon", "evening"].iter().find(|part| part.eq_ignore_ascii_case(next))?;
                return Some((Day::Part(part), at..at + 2));
            }
            word if word.eq_ignore_ascii_case("next") && bare(prose.text(at + 1)).eq_ignore_ascii_case("week") => {
                return Some((Day::NextWeek, at..at + 2));
            }
            _ => return None,
        };
        Some((day, at..at + 1))
    };
    (0..prose.tokens.len()).filter_map(one).collect()
}

/// The word without the ending of a possessive.
fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

/// The day that the word names, counted from the letter's; `next week` names none.
fn named(day: Day, date: Date) -> Option<Date> {
    match day {
        Day::Today | Day::Part(_) => Some(date),
        Day::Tomorrow => date.tomorrow().ok(),
        Day::Yesterday => date.yesterday().ok(),
        Day::NextWeek => None,
    }
}

/// The date in apposition to the word: `tomorrow evening, Tuesday, December 1`.
fn beside<'f>(field: &'f FieldText<'_>, tokens: &Range<usize>) -> Option<&'f Mention> {
    let joins = |at: usize| {
        matches!(field.prose.text(at), "," | "(" | "–" | "—")
            || field.prose.is_any(at, &["morning", "afternoon", "evening", "night"])
    };
    let mention =
        field.dates.iter().find(|mention| (tokens.end + 1..tokens.end + 4).contains(&mention.tokens.start))?;
    let between = tokens.end..mention.tokens.start;
    // `As of today, December 18 is the last day` sets nothing beside; a weekday or a bracket does.
    let parts = mention.weekday.is_some() && between.clone().any(|at| field.prose.is(at, ","))
        || between.clone().any(|at| matches!(field.prose.text(at), "(" | "–" | "—"));
    (mention.has_day && parts && between.into_iter().all(joins)).then_some(mention)
}

fn disagrees_beside(
    field: &FieldText<'_>,
    date: Date,
    tokens: &Range<usize>,
    beside: &Mention,
    named: Date,
) -> Finding {
    let words = language::words("en");
    let bytes = field.prose.tokens[tokens.start].start..field.prose.tokens[tokens.end - 1].end;
    let place = Place::new(&field.path, &field.text[bytes]);
    let message = format!(
        "the text says “{}” in a letter of {}, which is {}, and beside it {}",
        place.said(),
        words.long_date(date),
        words.long_date(named),
        words.long_date(beside.date)
    );
    let hint = "Correct the word, the date beside it, or the date of the letter.";
    Finding::new("meeting-day", Severity::Warning, message, hint, place).against(Place::new("date", date.to_string()))
}

/// The meeting is on another day than the word says.
fn is_off(day: Day, date: Date, meeting: Date) -> bool {
    let on = |span: Span| date.checked_add(span).ok() == Some(meeting);
    match day {
        // A letter that follows a meeting speaks of the next one, which nobody noted.
        Day::Today | Day::Part(_) => meeting > date,
        Day::Tomorrow => meeting >= date && !on(1.day()),
        Day::Yesterday => meeting < date && !on((-1).day()),
        Day::NextWeek => {
            // Weeks begin on Sunday or on Monday, and either is meant.
            let ahead = (meeting - date).get_days();
            let to_monday = 7 - i32::from(date.weekday().to_monday_zero_offset());
            ahead >= 0 && !(to_monday - 1..to_monday + 7).contains(&ahead)
        }
    }
}

/// The meeting is on the day, at another hour than the word says.
fn is_other_hour(day: Day, date: Date, meeting: Date, starts: Option<Time>) -> bool {
    let (Day::Part(part), Some(starts)) = (day, starts) else { return false };
    meeting == date
        && match part {
            "morning" => starts >= time(13, 0, 0, 0),
            "afternoon" => starts < time(11, 0, 0, 0) || starts >= time(18, 0, 0, 0),
            _ => starts < time(14, 0, 0, 0),
        }
}

fn is_of_the_meeting(context: &Context<'_>, field: &FieldText<'_>, day: Day, tokens: &Range<usize>) -> bool {
    let prose = &field.prose;
    let sentence = prose.sentence(tokens.start);
    // A date close by says what the word is about; so does that of the meeting wherever it stands.
    let close = |one: &Mention| {
        Some(one.date) == context.draft.item.meeting
            || one.tokens.end + CLOSE > tokens.start && one.tokens.start < tokens.end + CLOSE
    };
    if within(&field.dates, sentence.clone()).iter().any(close) || names_another_body(context, prose, sentence.clone())
    {
        return false;
    }
    if bare(prose.text(tokens.end - 1)) != prose.text(tokens.end - 1) {
        // `Tonight’s agenda`, `next week’s special meeting`.
        let near = tokens.end..tokens.end + 3;
        return prose.has_any(near.clone(), MEETINGS)
            || prose.has_any(near, &["item", "decision", "proposal", "debate"]);
    }
    let behind = sentence.start.max(tokens.start.saturating_sub(REACH))..tokens.start;
    let ahead = tokens.end..sentence.end.min(tokens.end + REACH);
    let near = |words: &[&str]| prose.has_any(behind.clone(), words) || prose.has_any(ahead.clone(), words);
    let to_body = |range: Range<usize>| {
        prose.has_any(range, &["you", "your", "please", "council", "board", "committee", "commission"])
    };
    let takes_up = behind.clone().any(|at| prose.is_any(at, &["take", "takes"]) && prose.is(at + 1, "up"));
    match day {
        Day::Yesterday => to_body(sentence) && near(&["vote", "voting", "voted", "meeting", "hearing", "decision"]),
        Day::Part(_) => {
            (near(MEETINGS) || near(VERBS) || takes_up) && !near(WRITING) && !has_past_verb(prose, sentence)
        }
        Day::Today | Day::Tomorrow | Day::NextWeek => {
            // `We ask you today to vote` says when it is asked; `please vote today` says when to vote.
            let asked =
                prose.has_any(tokens.start.saturating_sub(3)..tokens.start, &["ask", "asking", "urge", "urging"]);
            let begins = tokens.start == sentence.start
                && to_body(tokens.end..tokens.end + 3)
                && prose.has_any(ahead.clone(), VERBS);
            let speaks =
                prose.has_any(behind.clone(), &["speak", "testify"]) && prose.has_any(behind.clone(), &["will"]);
            // `It is time to act today` is said in letters of any day.
            let verb = |at: usize| prose.is_any(at, VERBS) && !prose.is(at, "act");
            let acts = prose.has_any(behind.clone(), MEETINGS) || behind.clone().any(verb);
            let ends = (acts || speaks)
                && (to_body(sentence.clone())
                    || prose.is_any(sentence.start, VERBS)
                    || is_item(context, field, &sentence))
                && !prose.has_any(behind.clone(), &["that", "which", "who", "as", "better"])
                && !prose.has_any(tokens.start.saturating_sub(1)..tokens.start, &["of"]);
            !asked && !prose.has_any(behind, WRITING) && (begins || ends) && !has_past_verb(prose, sentence)
        }
    }
}

/// The sentence names the item by its number.
fn is_item(context: &Context<'_>, field: &FieldText<'_>, sentence: &Range<usize>) -> bool {
    let number = context.draft.item.number.as_str();
    let (start, end) = (field.prose.tokens[sentence.start].start, field.prose.tokens[sentence.end - 1].end);
    !number.is_empty() && field.text[start..end].contains(number)
}

fn disagree(context: &Context<'_>, date: Date, meeting: Date, place: Place) -> Finding {
    let words = language::words("en");
    let said = place.said();
    let (message, other) = match context.draft.item.time.filter(|_| meeting == date) {
        Some(time) => {
            let time = time.strftime("%H:%M").to_string();
            (format!("the text says “{said}”, but the meeting starts at {time}"), Place::new("item.time", time))
        }
        None => (
            format!(
                "the text says “{said}” in a letter of {}, but the meeting is on {}",
                words.long_date(date),
                words.long_date(meeting)
            ),
            Place::new("item.meeting", meeting.to_string()),
        ),
    };
    let hint = "Name the day of the meeting, or correct the date of the letter or of the meeting.";
    Finding::new("meeting-day", Severity::Warning, message, hint, place).against(other)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::preflight::testing::{places, told, with_words};

    /// What is told of a letter of Thursday, March 12, 2026, for a meeting so many days later.
    fn found(text: &str, days: i64, starts: Option<Time>) -> Vec<String> {
        let mut draft = with_words("hook", text);
        draft.date = Some(date(2026, 3, 12));
        draft.item.number = "8".to_owned();
        draft.item.body = "Oakland City Council".to_owned();
        draft.item.meeting = draft.date.map(|date| date + days.days());
        draft.item.time = starts;
        places(&told(&draft), "meeting-day").into_iter().map(|(_, excerpt)| excerpt).collect()
    }

    #[test]
    fn a_word_for_another_day_is_found() {
        let check = |text: &str, days: i64, expected: &str| assert_eq!(found(text, days, None), [expected], "{text}");
        check("Please vote no on Item 8 tonight.", 5, "tonight");
        check("Please vote no on Item 8 tomorrow.", 0, "tomorrow");
        check("Please weigh this when your council hears Item 8 tomorrow, and call us.", 4, "tomorrow");
        check("This evening, please vote for Item 8.", 5, "This evening");
        check("I know that the Council cannot act tonight on what is not on its agenda.", 5, "tonight");
        check("TFA supports Item 8, on the agenda of your council today.", 5, "today");
        check("Four of us will speak on Item 8 tomorrow, and two sing.", 5, "tomorrow");
        check("Tonight’s proposal moves our first bell.", 1, "Tonight’s");
        check("Today you will vote on the plan.", 5, "Today");
        check("I support Item 8 on tonight’s agenda.", 1, "tonight’s");
        check("Thank you for your vote yesterday.", -3, "yesterday");
        check("I will speak at next week’s meeting.", 1, "next week’s");
        check("Please adopt Item 8 next week.", 20, "next week");
    }

    #[test]
    fn a_word_for_the_day_or_for_something_else_is_left_alone() {
        let check = |text: &str, days: i64| assert_eq!(found(text, days, None), [""; 0], "{text}");
        check("Please vote no on Item 8 tonight.", 0);
        check("Please vote no on Item 8 tomorrow.", 1);
        check("Please adopt Item 8 next week.", 5);
        check("Please adopt Item 8 next week.", 3);
        check("Thank you for your vote yesterday.", -1);
        check("I write today to ask you to vote for Item 8.", 5);
        check("I am writing to you today about Item 8 on your agenda.", 5);
        check("We ask you today to adopt Item 8.", 5);
        check("The rules that you have today let anybody approve a permit.", 5);
        check("Please act today, so that nobody sleeps under a wet ceiling.", 5);
        check("Today’s tests burn dry boards.", 5);
        check("Please adopt a plan for the city of tomorrow.", 5);
        check("Please vote for a better tomorrow.", 5);
        check("This morning I counted ninety cars.", 5);
        check("The Planning Commission meets tonight, and your vote follows.", 5);
        check("You can act on what was heard today.", 5);
        check("She wrote: “Please vote for it tonight.”", 5);
        check("At tonight’s dinner we will read the agenda.", 5);
        check("Please cure it at tonight’s meeting.", -9);
        check("There is a vigil tonight, and your hearing on March 17.", 5);
    }

    #[test]
    fn the_hour_of_the_meeting_counts_too() {
        let check = |text: &str, starts: Time, expected: usize| {
            assert_eq!(found(text, 0, Some(starts)).len(), expected, "{text} {starts}");
        };
        check("Please vote no tonight.", time(9, 0, 0, 0), 1);
        check("Please vote no this morning.", time(17, 0, 0, 0), 1);
        check("Please vote no tonight.", time(17, 0, 0, 0), 0);
        check("Please vote no this afternoon.", time(15, 30, 0, 0), 0);
        check("Please vote no today.", time(9, 0, 0, 0), 0);
    }
}
