//! A title that belongs to another kind of body: `Supervisor` to a city council, `Mayor` to a county board.
//!
//! Only where somebody who is written to is meant: in the roles, the address and the salutation, and in the words
//! before an addressee's name. People of other bodies who are spoken of keep their titles.

use super::super::context::Context;
use super::titles::{Office, Title, foreign_to, is_name, title_at, title_of, without_possessive};
use crate::draft::Addressee;
use crate::finding::{Finding, Place, Severity};
use crate::prose::{Prose, Syntax};

const CHECK: &str = "title-body";

/// Somebody who is addressed bears a title that their body does not know.
pub(in crate::preflight) fn title_body(context: &Context<'_>) -> Vec<Finding> {
    // Titles are English words, and offices of the same name differ from country to country.
    if !context.is_english() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (index, addressee) in context.draft.addressees.iter().enumerate() {
        let path = format!("addressees[{index}]");
        findings.extend(roles(addressee, &path));
        findings.extend(lines(addressee, &path));
    }
    findings.extend(salutation(context));
    findings.extend(words(context));
    findings
}

fn finding(said: &str, place: Place, body: &str, body_path: &str) -> Finding {
    Finding::new(
        CHECK,
        Severity::Warning,
        format!("“{said}” is no title of the {body}"),
        "Write the title that the members of this body bear, or correct the body.",
        place,
    )
    .against(Place::new(body_path, body))
}

fn roles(addressee: &Addressee, path: &str) -> Vec<Finding> {
    let foreign = foreign_to(&addressee.body);
    let mut findings = Vec::new();
    for (index, person) in addressee.persons.iter().enumerate() {
        if title_of(&person.role).is_some_and(|title| foreign.contains(&title.office)) {
            let place = Place::new(format!("{path}.persons[{index}].role"), &person.role);
            findings.push(finding(&person.role, place, &addressee.body, &format!("{path}.body")));
        }
    }
    findings
}

/// Titles at the beginning of address lines, unless the lines name another body than the addressee does.
fn lines(addressee: &Addressee, path: &str) -> Vec<Finding> {
    let foreign = foreign_to(&addressee.body);
    let names_another = |line: &String| !foreign_to(line).is_empty() && foreign_to(line) != foreign;
    if foreign.is_empty() || addressee.lines.iter().any(names_another) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (index, line) in addressee.lines.iter().enumerate() {
        let prose = Prose::of(line, Syntax::Plain);
        let start = if prose.is_any(0, &["The"]) && prose.is_any(1, &["Honorable", "Hon"]) { 2 } else { 0 };
        let Some(title) = title_at(&prose, start).filter(|title| foreign.contains(&title.office)) else { continue };
        // A role that is wrong is told at the person.
        let is_role =
            |person: &crate::draft::Person| title_of(&person.role).is_some_and(|role| role.name == title.name);
        let names_somebody = prose.text(title.next).starts_with(char::is_uppercase) || prose.is(title.next, "and");
        if !names_somebody || addressee.persons.iter().any(is_role) {
            continue;
        }
        let place = Place::new(format!("{path}.lines[{index}]"), written(line, &prose, &title));
        findings.push(finding(&place.excerpt.clone(), place, &addressee.body, &format!("{path}.body")));
    }
    findings
}

fn written<'a>(text: &'a str, prose: &Prose<'_>, title: &Title) -> &'a str {
    &text[prose.tokens[title.tokens.start].start..prose.tokens[title.tokens.end - 1].end]
}

/// The title is foreign to every body that is written to.
fn is_foreign_to_all(context: &Context<'_>, office: Office) -> bool {
    let mut bodies = bodies(context).peekable();
    bodies.peek().is_some() && bodies.all(|body| foreign_to(body).contains(&office))
}

fn bodies<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a str> {
    let addressees = context.draft.addressees.iter().map(|addressee| addressee.body.as_str());
    let only = context.draft.addressees.is_empty().then_some(context.draft.item.body.as_str());
    addressees.chain(only).filter(|body| !body.trim().is_empty())
}

fn salutation(context: &Context<'_>) -> Vec<Finding> {
    let Some(field) = context.fields.iter().find(|field| field.path == "salutation") else { return Vec::new() };
    let persons = || context.draft.addressees.iter().flat_map(|addressee| &addressee.persons);
    let mut findings = Vec::new();
    for at in 0..field.prose.tokens.len() {
        let Some(title) = title_at(&field.prose, at).filter(|title| is_foreign_to_all(context, title.office)) else {
            continue;
        };
        if persons().any(|person| title_of(&person.role).is_some_and(|role| role.name == title.name)) {
            continue;
        }
        let place = Place::new(&field.path, written(field.text, &field.prose, &title));
        let body = bodies(context).next().unwrap_or_default();
        findings.push(finding(&place.excerpt.clone(), place, body, "addressees[0].body"));
    }
    findings
}

/// Titles before the names of addressees, in direct address, and those that a county of this kind does not have.
fn words(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for field in context.own() {
        let prose = &field.prose;
        for at in 0..prose.tokens.len() {
            let Some(title) = title_at(prose, at).filter(|_| !prose.tokens[at].quoted) else { continue };
            if title.office == Office::Courtesy || title.office == Office::Any {
                continue;
            }
            let Some((body, path, end)) = meant(context, prose, &title) else { continue };
            let bytes = prose.tokens[at].start..prose.tokens[end - 1].end;
            let said = written(field.text, prose, &title);
            findings.push(finding(said, Place::new(&field.path, &field.text[bytes]), body, &path));
        }
    }
    findings
}

/// The body whose member the title speaks of, with its path and the token after the words.
fn meant<'a>(context: &'a Context<'_>, prose: &Prose<'_>, title: &Title) -> Option<(&'a str, String, usize)> {
    for (index, addressee) in context.draft.addressees.iter().enumerate() {
        let is_foreign = foreign_to(&addressee.body).contains(&title.office);
        for person in &addressee.persons {
            let first: Vec<&str> = person.first.split_whitespace().collect();
            let last: Vec<&str> = person.last.split_whitespace().collect();
            let given = if is_name(prose, title.next, &first) { title.next + first.len() } else { title.next };
            // A body that is not known is known by the seats of its members.
            let role = title_of(&person.role).map(|role| role.office);
            let differs = title.office.is_seat() && role.is_some_and(|role| role.is_seat() && role != title.office);
            let is_theirs = person.role.to_lowercase().contains(title.name.as_str());
            if !is_theirs && (is_foreign || differs) && is_name(prose, given, &last) {
                return Some((&addressee.body, format!("addressees[{index}].body"), given + last.len()));
            }
        }
    }
    if !is_foreign_to_all(context, title.office) {
        return None;
    }
    let copied = copied_with_another_title(context, prose, title);
    let body = bodies(context).next()?;
    let path = if context.draft.addressees.is_empty() { "item.body" } else { "addressees[0].body" };
    if let Some(end) = copied {
        return Some((body, path.to_owned(), end));
    }
    let start = title.tokens.start;
    let before = |back: usize, words: &[&str]| start.checked_sub(back).is_some_and(|at| prose.is_any(at, words));
    // `Thank you, Supervisors`, `Honorable Supervisors`
    let is_called = before(1, &[","]) && before(2, &["you"]) || before(1, &["Honorable", "Dear"]);
    let ends_call = matches!(prose.text(title.next), "," | "." | "!" | ":") || prose.tokens.get(title.next).is_none();
    if title.is_plural && is_called && ends_call {
        return Some((body, path.to_owned(), title.tokens.end));
    }
    // A county has a board of commissioners or one of supervisors, never both.
    let lower = body.to_lowercase();
    let is_twin = title.office == Office::Supervisor && lower.contains("county commissioners");
    let mut sentence = sentence(prose, start);
    let is_theirs = sentence.clone().any(|at| prose.is_any(at, &["your"]));
    let is_elsewhere = sentence.any(|at| prose.is(at, "county"));
    let name = prose.text(title.next);
    (is_twin && is_theirs && !is_elsewhere && name.starts_with(char::is_uppercase))
        .then(|| (body, path.to_owned(), title.next + 1))
}

/// The token after the name, when whoever bears it gets a copy, or stands in the address, with the title of a seat in
/// this body.
fn copied_with_another_title(context: &Context<'_>, prose: &Prose<'_>, title: &Title) -> Option<usize> {
    let name = without_possessive(prose.text(title.next));
    if !name.starts_with(char::is_uppercase) || name.chars().count() < 3 {
        return None;
    }
    let lists = context.fields.iter().filter(|field| field.path.starts_with("cc[") || field.path.contains(".lines["));
    let mut titled = lists.flat_map(|field| {
        (0..field.prose.tokens.len()).filter_map(|at| {
            let title = title_at(&field.prose, at)?;
            // First names may stand between the two.
            let is_named = (title.next..title.next + 3).any(|at| is_name(&field.prose, at, &[name]));
            is_named.then_some(title.office)
        })
    });
    titled.any(|office| office.is_seat() && !is_foreign_to_all(context, office)).then_some(title.next + 1)
}

/// The tokens of the sentence that this one stands in.
fn sentence(prose: &Prose<'_>, at: usize) -> std::ops::Range<usize> {
    const LONGEST: usize = 80;
    let start = (at.saturating_sub(LONGEST)..at).rev().find(|at| prose.ends_sentence(*at)).map_or(0, |end| end + 1);
    let last = prose.tokens.len().min(at + LONGEST);
    let end = (at..last).find(|at| prose.ends_sentence(*at)).map_or(last, |end| end + 1);
    start.max(at.saturating_sub(LONGEST))..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, Item, Person};
    use crate::preflight::testing::{places, told, with_words};

    fn to(body: &str, role: &str, last: &str) -> Vec<Addressee> {
        let person = Person { role: role.to_owned(), last: last.to_owned(), ..Person::default() };
        vec![Addressee { body: body.to_owned(), persons: vec![person], ..Addressee::default() }]
    }

    fn found(draft: &Draft) -> Vec<(String, String)> {
        places(&told(draft), CHECK)
    }

    #[test]
    fn roles_lines_and_salutations_are_held_against_the_body() {
        let check = |body: &str, role: &str, line: &str, salutation: &str, expected: &[&str]| {
            let mut addressees = to(body, role, "Lee");
            addressees[0].lines = vec![line.to_owned(), body.to_owned()];
            let salutation = Some(salutation.to_owned()).filter(|text| !text.is_empty());
            let found = found(&Draft { addressees, salutation: salutation.clone(), ..Draft::default() });
            let found: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
            assert_eq!(found, expected, "{body}: {role}, {line}, {salutation:?}");
        };
        let board = "Alameda County Board of Supervisors";
        let council = "Oakland City Council";
        check("Berkeley Planning Commission", "Trustee", "Trustee Lee", "", &["addressees[0].persons[0].role"]);
        check(board, "Supervisor", "Mayor and Members of the Board of Supervisors", "", &["addressees[0].lines[0]"]);
        check(council, "Councilmember", "Supervisor Lee", "", &["addressees[0].lines[0]"]);
        check(council, "Councilmember", "Councilmember Lee", "Dear Supervisor Lee:", &["salutation"]);
        check(board, "Supervisor", "Supervisor Lee", "Dear Councilmembers,", &["salutation"]);

        check(council, "Mayor", "Mayor Lee and Members of the City Council", "Dear Mayor Lee:", &[]);
        check(board, "President", "President and Members of the Board of Supervisors", "", &[]);
        check("Senate Committee on Housing", "Senator", "The Honorable Lee, Chair", "Dear Chair Lee:", &[]);
        check("Tule Flat Community Services District", "Director", "Board of Directors", "Dear Directors:", &[]);
        check(council, "Council President", "Council President Lee", "", &[]);
        check("Knox County Commission", "Commissioner", "Mayor Lee, Knox County", "", &[]);
    }

    #[test]
    fn only_addressees_are_held_to_their_body_in_the_words() {
        let check = |body: &str, text: &str, expected: &[&str]| {
            let draft = Draft { addressees: to(body, "", "Van der Berg"), ..with_words("hook", text) };
            let found = found(&draft);
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        let board = "Sacramento County Board of Supervisors";
        check(board, "I thank Councilmember Van der Berg for the bench.", &["Councilmember Van der Berg"]);
        check(board, "Councilmember Van der Berg’s bench", &["Councilmember Van der Berg’s"]);
        check(board, "Thank you, Councilmembers.", &["Councilmembers"]);

        check(board, "I thank Supervisor Van der Berg for the bench.", &[]);
        check(board, "Councilmember Devi Rao’s office at the city told me.", &[]);
        check(board, "Thank you, Supervisors.", &[]);
        check("Oakland City Council", "Supervisor Brandt spoke at your last meeting.", &[]);
        check("Oakland City Council", "He called her “Supervisor Van der Berg”.", &[]);
    }

    #[test]
    fn seats_and_copies_tell_of_bodies_that_are_not_known() {
        let check = |role: &str, text: &str, expected: usize| {
            let addressees = to("Tule Flat Community Services District", role, "Reyes");
            assert_eq!(found(&Draft { addressees, ..with_words("hook", text) }).len(), expected, "{role}: {text}");
        };
        check("Director", "Supervisors Reyes and Lee voted no.", 1);
        check("Trustee", "Commissioner Reyes voted no.", 1);
        check("Director", "Directors Reyes and Lee voted no.", 0);
        check("President", "Director Reyes voted no.", 0);
        let check = |text: &str, expected: usize| {
            let cc = vec!["Supervisor Oralia Villaseñor".to_owned(), "Supervisor Marrone, District 4".to_owned()];
            let addressees = to("Yolo County Board of Supervisors", "", "");
            assert_eq!(found(&Draft { addressees, cc, ..with_words("hook", text) }).len(), expected, "{text}");
        };
        check("Councilmember Marrone visited us.", 1);
        check("Councilmember Villaseñor visited us.", 1);
        check("Supervisor Marrone visited us.", 0);
        check("Councilmember Rao visited us.", 0);
    }

    #[test]
    fn a_county_of_commissioners_has_no_supervisors() {
        let check = |text: &str, expected: usize| {
            let body = "Washoe County Board of County Commissioners".to_owned();
            let draft = Draft { item: Item { body, ..Item::default() }, ..with_words("hook", text) };
            assert_eq!(found(&draft).len(), expected, "{text}");
        };
        check("Supervisor Aguirre-Lund asked at your last meeting.", 1);
        check("Commissioner Aguirre-Lund asked at your last meeting.", 0);
        check("Supervisor Marrone of El Dorado County spoke at your last meeting.", 0);
        check("Supervisor Marrone wrote to us.", 0);
    }
}
