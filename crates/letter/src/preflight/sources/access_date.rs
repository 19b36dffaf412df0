//! The day on which a source was read against the day of the letter and the source's own.

use crate::finding::{Finding, Place, Severity};
use crate::preflight::context::Context;

/// A source was read long ago, before there was one, or after the letter.
pub fn access_date(context: &Context<'_>) -> Vec<Finding> {
    let draft = context.draft;
    // What preflight says is in English, whatever the letter is in.
    let words = crate::language::words("en");
    let mut findings = Vec::new();
    for (index, reference) in draft.references.iter().enumerate() {
        let Some(accessed) = reference.accessed else { continue };
        let place = || Place::new(format!("references[{index}].accessed"), accessed.to_string());
        let read = format!("the reference `{}` was read on {}", reference.id, words.long_date(accessed));
        let warn = |message: String, hint: &str| Finding::new("access-date", Severity::Warning, message, hint, place());
        if let Some(date) = reference.date.filter(|date| accessed < *date) {
            let message = format!("{read}, before its own date, {}", words.long_date(date));
            findings.push(
                warn(message, "Correct one of the two dates.")
                    .against(Place::new(format!("references[{index}].date"), date.to_string())),
            );
        }
        let Some(day) = draft.date.or(context.known.today) else { continue };
        let of_letter = |finding: Finding| match draft.date {
            Some(date) => finding.against(Place::new("date", date.to_string())),
            None => finding,
        };
        if accessed > day && draft.date.is_some() {
            let message = format!("{read}, after the letter’s date, {}", words.long_date(day));
            findings.push(of_letter(warn(message, "Correct one of the two dates.")));
        } else if day.checked_sub(jiff::Span::new().years(1)).is_ok_and(|year_ago| accessed < year_ago) {
            let message = format!("{read}, more than a year before {}", words.long_date(day));
            findings.push(of_letter(warn(
                message,
                "Open it again, see that it still says the same, and write today’s date.",
            )));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::draft::{Draft, Reference};
    use crate::preflight::Known;
    use crate::preflight::testing::{places, told_knowing};

    #[test]
    fn sources_are_read_between_their_date_and_the_letters() {
        let check = |letter: Option<&str>, source: Option<&str>, accessed: &str, expected: usize| {
            let reference = Reference {
                date: source.map(|date| date.parse().unwrap()),
                accessed: Some(accessed.parse().unwrap()),
                ..Reference::default()
            };
            let date = letter.map(|date| date.parse().unwrap());
            let draft = Draft { references: vec![reference], date, ..Draft::default() };
            let known = Known { today: Some("2026-06-01".parse().unwrap()), ..Known::default() };
            let found = places(&told_knowing(&draft, &known), "access-date");
            let place = ("references[0].accessed".to_owned(), accessed.to_owned());
            assert_eq!(found, vec![place; expected], "{letter:?} {source:?} {accessed}");
        };
        check(Some("2026-03-12"), Some("2026-02-13"), "2026-03-02", 0);
        check(Some("2026-03-12"), None, "2025-03-12", 0);
        check(Some("2026-03-12"), Some("2026-03-12"), "2026-03-12", 0);
        check(None, None, "2025-06-01", 0);
        check(None, None, "2026-06-20", 0);
        check(Some("2026-03-12"), None, "2025-03-11", 1);
        check(Some("2026-03-12"), None, "2026-03-13", 1);
        check(Some("2026-03-12"), Some("2026-03-03"), "2026-03-02", 1);
        check(Some("2026-03-12"), Some("2026-03-03"), "2024-03-02", 2);
        check(None, None, "2025-05-31", 1);
    }
}
