//! An addressee whose term in the seat is over, or has not begun, on the day of the letter.

use jiff::civil::Date;

use crate::draft::Person;
use crate::finding::{Finding, Place, Severity};
use crate::language;
use crate::preflight::context::Context;

/// Somebody who is written to does not hold the seat on the letter's date.
pub fn term_over(context: &Context<'_>) -> Vec<Finding> {
    let Some(date) = context.draft.date else { return Vec::new() };
    let mut findings = Vec::new();
    for (index, addressee) in context.draft.addressees.iter().enumerate() {
        for (place, person) in addressee.persons.iter().enumerate() {
            let outside = outside(person, date).or_else(|| {
                // A term that the draft does not know may be known to the desk.
                let unsaid = person.since.is_none() && person.until.is_none();
                if unsaid { on_the_desk(context, &addressee.body, person, date) } else { None }
            });
            if let Some(outside) = outside {
                let path = format!("addressees[{index}].persons[{place}]");
                findings.push(told(person, &outside, date, Place::new(path, person.full_name())));
            }
        }
    }
    findings
}

/// How a day lies outside of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outside {
    Ended(Date),
    Begins(Date),
}

fn outside(person: &Person, date: Date) -> Option<Outside> {
    let ended = person.until.filter(|until| *until < date).map(Outside::Ended);
    ended.or_else(|| person.since.filter(|since| *since > date).map(Outside::Begins))
}

/// The desk knows the person in this body, and in no seat on that day.
fn on_the_desk(context: &Context<'_>, body: &str, person: &Person, date: Date) -> Option<Outside> {
    let same = |one: &str, other: &str| one.trim().eq_ignore_ascii_case(other.trim());
    let seats = context.known.roster.iter().filter(|seat| same(&seat.body, body));
    let terms = seats.map(|seat| &seat.person).filter(|one| same(&one.full_name(), &person.full_name()));
    let terms: Option<Vec<Outside>> = terms.map(|term| outside(term, date)).collect();
    // The last term that ended says more than one that has not begun.
    let terms = terms?;
    let ended = terms.iter().filter(|term| matches!(term, Outside::Ended(_))).max();
    ended.or(terms.iter().min()).copied()
}

fn told(person: &Person, outside: &Outside, date: Date, place: Place) -> Finding {
    let words = language::words("en");
    let name = person.full_name();
    let (message, hint) = match outside {
        Outside::Ended(day) => (
            format!(
                "the term of {name} ended on {}, before the letter’s date of {}",
                words.long_date(*day),
                words.long_date(date)
            ),
            "See who holds the seat now; if the term was renewed, correct its last day.",
        ),
        Outside::Begins(day) => (
            format!(
                "the term of {name} begins on {}, after the letter’s date of {}",
                words.long_date(*day),
                words.long_date(date)
            ),
            "See who holds the seat on the day of the letter, or correct the first day of the term.",
        ),
    };
    Finding::new("term-over", Severity::Warning, message, hint, place).against(Place::new("date", date.to_string()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::draft::{Addressee, Draft};
    use crate::preflight::testing::told_knowing;
    use crate::preflight::{Known, Seat};

    fn person(since: Option<Date>, until: Option<Date>) -> Person {
        Person { first: "Nadia".to_owned(), last: "Khoury".to_owned(), since, until, ..Person::default() }
    }

    fn found(person: Person, roster: &[(Option<Date>, Option<Date>)]) -> Vec<String> {
        let body = "Board of Trustees".to_owned();
        let addressees = vec![Addressee { body: body.clone(), persons: vec![person], ..Addressee::default() }];
        let draft = Draft { date: Some(date(2027, 10, 14)), addressees, ..Draft::default() };
        let seat = |(since, until): &(Option<Date>, Option<Date>)| Seat {
            body: body.clone(),
            person: self::person(*since, *until),
        };
        let roster = roster.iter().map(seat).collect();
        let found = told_knowing(&draft, &Known { roster, ..Known::default() });
        found.into_iter().filter(|finding| finding.check == "term-over").map(|finding| finding.message).collect()
    }

    #[test]
    fn a_term_must_hold_on_the_day_of_the_letter() {
        let ended = "the term of Nadia Khoury ended on December 11, 2026, before the letter’s date of October 14, 2027";
        let begins = "the term of Nadia Khoury begins on December 1, 2027, after the letter’s date of October 14, 2027";
        let (past, ahead) = (Some(date(2026, 12, 11)), Some(date(2027, 12, 1)));
        assert_eq!(found(person(None, past), &[]), [ended]);
        assert_eq!(found(person(ahead, None), &[]), [begins]);
        assert_eq!(found(person(None, None), &[(None, past)]), [ended]);
        assert_eq!(found(person(past, ahead), &[]), [""; 0]);
        assert_eq!(found(person(None, Some(date(2027, 10, 14))), &[]), [""; 0]);
        assert_eq!(found(person(None, None), &[]), [""; 0]);
        assert_eq!(found(person(None, None), &[(None, past), (past, None)]), [""; 0]);
        // What the draft says goes before what the desk knows.
        assert_eq!(found(person(past, ahead), &[(None, past)]), [""; 0]);
    }
}
