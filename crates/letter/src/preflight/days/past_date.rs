//! A day that lies behind the letter and is spoken of as ahead: `comments are due by …`, `we will come back on …`.
//!
//! English only, and only where the sentence leaves no doubt: it says what closes or is due, or what somebody will do, and
//! nothing in it has happened. What is said of a meeting is `meeting_date`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::finding::{Finding, Place, Severity};
use crate::language;
use crate::preflight::context::Context;
use crate::preflight::dates::{Mention, apart};
use crate::preflight::tense::{has_past_verb, is_past};
use crate::prose::Prose;

/// How far back a day without a year is still the one that is meant.
const NEAR: i32 = 62;
/// How far before the date a word may stand that puts it ahead, in tokens; `by 11:59 p.m. Eastern Time` has ten.
const REACH: usize = 16;

/// What closes, or is due.
#[rustfmt::skip]
const CLOSING: &[&str] = &[
    "due", "closes", "close", "ends", "end", "expires", "expire", "deadline", "accepts", "accept", "takes", "asks", "invites", "runs",
];

/// What is handed in until a day.
const PERIODS: &[&str] =
    &["comment", "comments", "period", "docket", "objections", "applications", "appeals", "bids", "petitions", "days"];

/// A day before the letter’s is spoken of as ahead.
pub fn past_date(context: &Context<'_>) -> Vec<Finding> {
    let Some(date) = context.draft.date.filter(|_| context.is_english()) else { return Vec::new() };
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for field in context.own() {
        let ahead = |mention: &&Mention| {
            mention.has_day
                && mention.date < date
                && Some(mention.date) != context.draft.item.meeting
                && (mention.has_year || apart(mention.date, date) <= NEAR)
                && !field.prose.tokens[mention.tokens.start].quoted
                && is_ahead(&field.prose, mention)
        };
        for mention in field.dates.iter().filter(ahead) {
            if told.insert(mention.date) {
                findings.push(disagree(
                    mention.date,
                    date,
                    Place::new(&field.path, &field.text[mention.bytes.clone()]),
                ));
            }
        }
    }
    findings
}

/// The sentence says that something closes, is due or will be done on the day, and nothing in it has happened.
fn is_ahead(prose: &Prose<'_>, mention: &Mention) -> bool {
    let sentence = prose.sentence(mention.tokens.start);
    let lead = mention.tokens.start.checked_sub(1).filter(|lead| *lead >= sentence.start);
    let Some(lead) = lead else { return false };
    let first = lead.saturating_sub(REACH).max(sentence.start);
    let parts = |at: &usize| matches!(prose.text(*at), "," | ";" | "—" | "–" | "(");
    let near = (first..lead).rev().find(parts).map_or(first, |mark| mark + 1)..mention.tokens.start;
    let happened =
        has_past_verb(prose, near.clone()) || is_past(prose, mention) || prose.has_any(near.clone(), HAPPENED);
    if happened {
        return false;
    }
    let closes = prose
        .is_any(lead, &["on", "by", "until", "till", "through", "at", "is", "Time", "Eastern", "Pacific"])
        && prose.has_any(near.clone(), CLOSING)
        && prose.has_any(sentence.start..mention.tokens.start, PERIODS);
    // `We will write again on …`, and not `will be four years on …`.
    let who = (near.start..lead).rev().find(|at| prose.is_any(*at, &["will", "shall"]));
    let will = prose.is_any(lead, &["on", "by", "until"])
        && who.is_some_and(|will| {
            let thinks = ["be", "have", "recall", "remember", "see", "find", "know", "note", "notice"];
            !prose.is_any(will + 1, &thinks) && !prose.has_any(will..lead, &["that", "what", "how", "who"])
        });
    closes || will
}

/// Words by which a sentence tells of what has been.
const HAPPENED: &[&str] =
    &["ago", "last", "was", "were", "had", "would", "since", "passed", "missed", "promised", "said"];

fn disagree(day: Date, date: Date, place: Place) -> Finding {
    let words = language::words("en");
    let message = format!(
        "the text speaks of {} as ahead, but the letter is dated {}",
        words.long_date(day),
        words.long_date(date)
    );
    let hint = "Correct the date in the text, or the date of the letter.";
    Finding::new("past-date", Severity::Warning, message, hint, place).against(Place::new("date", date.to_string()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn a_day_behind_the_letter_is_no_day_ahead() {
        let check = |text: &str, expected: &[&str]| {
            let mut draft = with_words("hook", text);
            draft.date = Some(date(2026, 12, 14));
            let found = places(&told(&draft), "past-date");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("The notice is long, and comments are due by December 8.", &["December 8"]);
        check(
            "The comment period closes on Friday, November 20, 2026, and this is timely.",
            &["Friday, November 20, 2026"],
        );
        check(
            "The FRA asks for comments by 11:59 p.m. Eastern Time on Friday, August 14, 2026.",
            &["Friday, August 14, 2026"],
        );
        check("It was published on October 19, 2026, and comments are due by December 8.", &["December 8"]);
        check("Thank you for taking comments, which end on December 8.", &["December 8"]);
        check("We will write again on March 1, 2026.", &["March 1, 2026"]);

        check("Comments are due by December 18, and we will come on January 5.", &[]);
        check("The comment period closed on November 20, 2026.", &[]);
        check("On March 1, 2026, staff said that it will be done.", &[]);
        check("Staff said that it would close by March 1, 2026.", &[]);
        check("We know what will be asked of those who came on March 1, 2026.", &[]);
        check("The comment period was open until November 20.", &[]);
        check("It will be four years on December 1 that he died.", &[]);
        check("The law ends on what was agreed on March 1, 2026.", &[]);
        check("The City accepted comments until November 20, 2026. We collected petitions until November 20.", &[]);
        check(
            "It rained for nine days until November 20. You will recall that on November 4 we counted 212 trucks.",
            &[],
        );
        check("He said “comments are due by December 8.”", &[]);
    }
}
