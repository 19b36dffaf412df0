//! Two people of one surname, and nothing that says which of them is meant.
//!
//! A salutation that is built from the persons gives such people their first names by itself; one written by hand may
//! not, and a sentence that thanks `Council Member Garcia` thanks either.

use super::super::context::{Context, FieldText};
use super::titles::{Office, is_name, title_at};
use crate::draft::Person;
use crate::finding::{Finding, Place, Severity};

/// Among more persons than these nobody looks for namesakes.
const MOST_PERSONS: usize = 60;

/// Two addressees of one surname are named by it alone.
pub(in crate::preflight) fn same_surname(context: &Context<'_>) -> Vec<Finding> {
    let persons: Vec<(String, &Person)> = persons(context).collect();
    if persons.len() > MOST_PERSONS {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (index, (path, person)) in persons.iter().enumerate() {
        let is_namesake = |(_, other): &&(String, &Person)| {
            !person.last.trim().is_empty()
                && other.last.eq_ignore_ascii_case(&person.last)
                && other.first != person.first
        };
        // Each surname is told once, at the second who bears it.
        let Some((_, other)) = persons[..index].iter().find(is_namesake) else { continue };
        if persons[..index].iter().filter(is_namesake).count() > 1 {
            continue;
        }
        findings.extend(in_greeting(context, path, person, other));
        for field in &context.fields {
            let ambiguous = if field.path == "salutation" {
                in_salutation(field, person, other)
            } else if field.voice == super::super::context::Voice::Own {
                in_words(field, person, other)
            } else {
                None
            };
            findings.extend(ambiguous.map(|excerpt| {
                let (one, two) = (other.full_name(), person.full_name());
                Finding::new(
                    "same-surname",
                    Severity::Warning,
                    format!("“{excerpt}” may be {one} or {two}"),
                    "Add the first names.",
                    Place::new(&field.path, excerpt),
                )
                .against(Place::new(format!("{path}.last"), &person.last))
            }));
        }
    }
    findings
}

/// A greeting of one's own that has the surname alone, in a salutation that is built from the persons.
fn in_greeting(context: &Context<'_>, path: &str, person: &Person, other: &Person) -> Option<Finding> {
    if context.draft.salutation.as_deref().is_some_and(|text| !text.trim().is_empty()) {
        return None;
    }
    let both = [(path.to_owned(), person, other), (path_of(context, other)?, other, person)];
    both.into_iter().find_map(|(path, person, other)| {
        let greet = person.greet.as_deref().map(str::trim).filter(|greet| !greet.is_empty())?;
        let has = |name: &str| !name.trim().is_empty() && greet.to_lowercase().contains(&name.trim().to_lowercase());
        (has(&person.last) && !has(&person.first)).then(|| {
            let (one, two) = (other.full_name(), person.full_name());
            Finding::new(
                "same-surname",
                Severity::Warning,
                format!("“{greet}” may be {one} or {two}"),
                "Add the first names.",
                Place::new(format!("{path}.greet"), greet),
            )
        })
    })
}

fn path_of(context: &Context<'_>, person: &Person) -> Option<String> {
    persons(context).find(|(_, one)| std::ptr::eq(*one, person)).map(|(path, _)| path)
}

fn persons<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (String, &'a Person)> {
    context.draft.addressees.iter().enumerate().flat_map(|(index, addressee)| {
        let path = move |person| format!("addressees[{index}].persons[{person}]");
        addressee.persons.iter().enumerate().map(move |(at, person)| (path(at), person))
    })
}

fn names(field: &FieldText<'_>, name: &str) -> Vec<std::ops::Range<usize>> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let found = (0..field.prose.tokens.len()).filter(|at| is_name(&field.prose, *at, &words));
    found.map(|at| at..at + words.len()).collect()
}

fn in_salutation(field: &FieldText<'_>, one: &Person, two: &Person) -> Option<String> {
    if one.absent || two.absent {
        return None;
    }
    let prose = &field.prose;
    let firsts: Vec<std::ops::Range<usize>> = [one, two]
        .iter()
        .flat_map(|person| [person.first.as_str(), person.greet.as_deref().unwrap_or_default()])
        .flat_map(|name| names(field, name))
        .collect();
    // `Ruth and Dale Halvorsen`: a first name stands before it, and no comma between.
    let is_told = |surname: &&std::ops::Range<usize>| {
        let parts = |at: usize| matches!(prose.text(at), "," | ";");
        firsts.iter().any(|first| {
            first.end <= surname.start && !(first.end..surname.start).any(parts) || first.start == surname.start
        })
    };
    let surnames = names(field, &one.last);
    let mut untold = surnames.iter().filter(|surname| !is_told(surname));
    let (first, last) = (untold.next()?, surnames.last()?);
    let end = if surnames.iter().any(|surname| is_told(&surname)) { first.end } else { last.end };
    let bytes = prose.tokens[first.start].start..prose.tokens[end - 1].end;
    Some(field.text[bytes].to_owned())
}

/// A title and the surname alone, in a text that has neither first name.
fn in_words(field: &FieldText<'_>, one: &Person, two: &Person) -> Option<String> {
    let prose = &field.prose;
    let words: Vec<&str> = one.last.split_whitespace().collect();
    let title = (0..prose.tokens.len()).find_map(|at| {
        let title = title_at(prose, at).filter(|title| title.office != Office::Courtesy && !title.is_plural)?;
        (!prose.tokens[at].quoted && is_name(prose, title.next, &words)).then_some(title)
    })?;
    let is_named = |person: &Person| person.first.trim().is_empty() || !names(field, &person.first).is_empty();
    let has_role = |person: &Person| person.role.is_empty() || person.role.eq_ignore_ascii_case(&title.name);
    // Who alone bears the title is meant by it.
    if is_named(one) || is_named(two) || !has_role(one) || !has_role(two) {
        return None;
    }
    let bytes = prose.tokens[title.tokens.start].start..prose.tokens[title.next + words.len() - 1].end;
    Some(field.text[bytes].to_owned())
}

#[cfg(test)]
mod tests {
    use crate::draft::{Addressee, Draft, Person};
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn namesakes_need_their_first_names() {
        let check = |salutation: &str, text: &str, expected: &[&str]| {
            let person = |first: &str, last: &str| Person {
                first: first.to_owned(),
                last: last.to_owned(),
                role: "Council Member".to_owned(),
                ..Person::default()
            };
            let persons = vec![person("Elena", "Garcia"), person("Ruben", "Garcia"), person("Mai Der", "Xiong")];
            let addressees = vec![Addressee { persons, ..Addressee::default() }];
            let salutation = Some(salutation.to_owned()).filter(|text| !text.is_empty());
            let draft = Draft { addressees, salutation: salutation.clone(), ..with_words("hook", text) };
            let found = places(&told(&draft), "same-surname");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{salutation:?} {text}");
        };
        check("Dear Council Members Garcia, Garcia, and Xiong,", "", &["Garcia, Garcia"]);
        check("Dear Council Members Garcia and Xiong,", "", &["Garcia"]);
        check("", "I thank Council Member Garcia for coming.", &["Council Member Garcia"]);

        check("Dear Council Members Elena Garcia, Ruben Garcia, and Xiong,", "", &[]);
        check("Dear Council Members Elena and Ruben Garcia,", "", &[]);
        check("Dear Council Member Xiong,", "", &[]);
        check("", "I thank Council Member Ruben Garcia. Council Member Garcia came.", &[]);
        check("", "I thank Mayor Garcia and Council Member Xiong.", &[]);
        check("", "The Garcia family came.", &[]);
    }
}
