//! The inside address against the persons of the same addressee, and both against who sits where.
//!
//! The address lines are free text, the persons are what the salutation is built from; when somebody is added or a role
//! changes, one of them is easily forgotten. What the desk knows of the seats is held against the persons on the
//! letter's date.

use super::super::context::Context;
use super::super::known::Seat;
use super::titles::{Office, is_name, title_at, title_of};
use crate::draft::{Addressee, Person};
use crate::finding::{Finding, Place, Severity};
use crate::language;
use crate::prose::{Prose, Syntax, TokenKind};

const CHECK: &str = "roster";

/// What is longer is no inside address.
const MOST_LINES: usize = 40;
const MOST_PERSONS: usize = 60;

/// What bodies of the same kind have in common at the end of their names.
#[rustfmt::skip]
const KINDS: &[&str] = &[
    "city council", "town council", "village council", "county board of supervisors", "planning commission",
    "unified school district", "school district", "water district", "fire district", "transit district",
    "board of education", "county commission",
];

/// Address lines, persons and the desk's roster disagree.
pub(in crate::preflight) fn roster(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, addressee) in context.draft.addressees.iter().enumerate() {
        let path = format!("addressees[{index}]");
        if addressee.lines.len() <= MOST_LINES && addressee.persons.len() <= MOST_PERSONS {
            let lines: Vec<Prose<'_>> = addressee.lines.iter().map(|line| Prose::of(line, Syntax::Plain)).collect();
            findings.extend(roles(addressee, &lines, &path));
            findings.extend(offices(addressee, &lines, &path));
            findings.extend(first_names(addressee, &lines, &path));
            findings.extend(strangers(addressee, &lines, &path));
            findings.extend(body(addressee, &path));
        }
        findings.extend(seats(context, addressee, &path));
    }
    findings
}

fn words(name: &str) -> Vec<&str> {
    name.split_whitespace().collect()
}

/// Where a line names a person, by the whole name or the family name: the token that begins it.
fn named_at(prose: &Prose<'_>, person: &Person) -> Option<usize> {
    let (first, last) = (words(&person.first), words(&person.last));
    let at = (0..prose.tokens.len()).find(|at| is_name(prose, *at, &last))?;
    let start = at.checked_sub(first.len()).filter(|start| is_name(prose, *start, &first));
    Some(start.unwrap_or(at))
}

/// A line gives a person another title than the role in the list of persons.
fn roles(addressee: &Addressee, lines: &[Prose<'_>], path: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (person_index, person) in addressee.persons.iter().enumerate() {
        let presides = title_of(&person.role).is_some_and(|title| title.office == Office::Any);
        if person.role.trim().is_empty() || person.last.trim().is_empty() || presides {
            continue;
        }
        for (line_index, prose) in lines.iter().enumerate() {
            let Some(at) = named_at(prose, person) else { continue };
            let line = &addressee.lines[line_index];
            let Some(title) = title_before(prose, at, addressee) else { continue };
            let said = line[prose.tokens[title.start].start..prose.tokens[title.end - 1].end].to_owned();
            if is_same(&said, &person.role) || line.to_lowercase().contains(&person.role.to_lowercase()) {
                continue;
            }
            let end = at + words(&person.first).len() + words(&person.last).len();
            let end = prose.tokens.get(end - 1).map_or(line.len(), |token| token.end);
            let excerpt = &line[prose.tokens[title.start].start..end];
            let name = person.full_name();
            findings.push(
                Finding::new(
                    CHECK,
                    Severity::Warning,
                    format!("the inside address calls {name} “{said}”, but the list of persons “{}”", person.role),
                    "See which is right on the letter's date, and correct the other.",
                    Place::new(format!("{path}.lines[{line_index}]"), excerpt),
                )
                .against(Place::new(format!("{path}.persons[{person_index}].role"), &person.role)),
            );
        }
    }
    findings
}

/// A line names a person with another office after the name than the role: `Hollis Brandt, Vice President`. A member who
/// presides has two titles, so a role that is a seat says nothing against it.
fn offices(addressee: &Addressee, lines: &[Prose<'_>], path: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (person_index, person) in addressee.persons.iter().enumerate() {
        let role = person.role.trim();
        if title_of(role).is_none_or(|title| title.office.is_seat() || title.office == Office::Courtesy) {
            continue;
        }
        for (line_index, prose) in lines.iter().enumerate() {
            let Some(at) = named_at(prose, person) else { continue };
            let line = &addressee.lines[line_index];
            let mut pieces = line[prose.tokens[at].start..].split(',').map(str::trim).skip(1);
            let Some(office) = pieces.find(|piece| title_of(piece).is_some()) else { continue };
            // `Chair of the Board`, `President and General Manager`
            let goes_on = [" of ", " and ", " & "]
                .iter()
                .any(|word| office.to_lowercase().starts_with(&format!("{}{word}", role.to_lowercase())));
            if is_same(office, role) || goes_on || title_before(prose, at, addressee).is_some() {
                continue;
            }
            let name = person.full_name();
            findings.push(
                Finding::new(
                    CHECK,
                    Severity::Warning,
                    format!("the inside address calls {name} “{office}”, but the list of persons “{role}”"),
                    "See which is right on the letter's date, and correct the other.",
                    Place::new(format!("{path}.lines[{line_index}]"), &line[prose.tokens[at].start..]),
                )
                .against(Place::new(format!("{path}.persons[{person_index}].role"), &person.role)),
            );
        }
    }
    findings
}

/// First names that are short for others, beyond what both begin with.
#[rustfmt::skip]
const SHORT: &[&[&str]] = &[
    &["bill", "will", "william", "billy"], &["bob", "rob", "robert", "bobby"], &["dick", "rick", "richard", "rich"],
    &["jim", "james", "jimmy"], &["jack", "john", "johnny", "jon"], &["liz", "beth", "betty", "elizabeth", "eliza"],
    &["kate", "kathy", "katherine", "catherine", "kathryn", "cathy"], &["peggy", "meg", "maggie", "margaret"],
    &["ted", "ed", "edward", "theodore", "eddie"], &["chuck", "charlie", "charles"], &["tony", "anthony"],
    &["mike", "michael", "mick"], &["hank", "harry", "henry"], &["larry", "lawrence", "laurence"],
    &["sandy", "sandra", "alexandra", "alexander"], &["nancy", "ann", "anne", "anna"], &["pepe", "josé", "jose"],
    &["paco", "pancho", "francisco", "frank"], &["nacho", "ignacio"], &["lupe", "guadalupe"], &["beto", "roberto"],
    &["polly", "molly", "mary", "maria", "maría"], &["sally", "sarah", "sara"], &["drew", "andrew", "andy"],
    &["gene", "eugene"], &["tina", "christina"], &["becky", "rebecca"], &["mando", "armando"], &["tim", "timothy"],
];

/// A line has another first name before the family name of somebody who has no other namesake here.
fn first_names(addressee: &Addressee, lines: &[Prose<'_>], path: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (person_index, person) in addressee.persons.iter().enumerate() {
        let (first, last) = (words(&person.first), words(&person.last));
        let namesakes = addressee.persons.iter().filter(|other| other.last == person.last).count();
        if first.is_empty() || last.is_empty() || namesakes > 1 {
            continue;
        }
        for (line_index, prose) in lines.iter().enumerate() {
            let Some(at) = (1..prose.tokens.len()).find(|at| is_name(prose, *at, &last)) else { continue };
            if !is_other_first_name(prose, at, &first, addressee) {
                continue;
            }
            let line = &addressee.lines[line_index];
            let end = prose.tokens[at + last.len() - 1].end;
            let excerpt = &line[prose.tokens[at - 1].start..end];
            findings.push(
                Finding::new(
                    CHECK,
                    Severity::Warning,
                    format!("the inside address names {excerpt}, but the list of persons {}", person.full_name()),
                    "Correct the line, or the list of persons.",
                    Place::new(format!("{path}.lines[{line_index}]"), excerpt),
                )
                .against(Place::new(format!("{path}.persons[{person_index}].first"), &person.first)),
            );
        }
    }
    findings
}

/// The word before a family name is a first name, and none that the person may go by.
fn is_other_first_name(prose: &Prose<'_>, last: usize, first: &[&str], addressee: &Addressee) -> bool {
    let before = prose.text(last - 1);
    let is_name_like = prose.tokens[last - 1].kind == TokenKind::Word
        && before.starts_with(char::is_uppercase)
        && before.chars().count() > 2
        && !prose.is_any(last - 1, &["Honorable", "Honourable", "Hon", "Rev", "The", "Attention", "Attn"]);
    let ends_title = (last.saturating_sub(3)..last).any(|at| {
        title_at(prose, at).is_some_and(|title| title.next == last)
            || addressee.persons.iter().any(|person| {
                let role = words(&person.role);
                !role.is_empty() && at + role.len() == last && is_name(prose, at, &role)
            })
    });
    let is_theirs = (0..last).any(|at| first.iter().any(|name| prose.text(at).eq_ignore_ascii_case(name)));
    let small = before.to_lowercase();
    let may_be = first.iter().any(|name| {
        let name = name.to_lowercase();
        let short = SHORT.iter().any(|names| names.contains(&name.as_str()) && names.contains(&small.as_str()));
        // What is nearly the same is spelled in two ways, and told as that.
        short || name.starts_with(&small) || small.starts_with(&name) || strsim::damerau_levenshtein(&name, &small) <= 2
    });
    is_name_like && !ends_title && !is_theirs && !may_be
}

/// The tokens of the title right before a name: one of office, or the role of another of these persons.
fn title_before(prose: &Prose<'_>, name: usize, addressee: &Addressee) -> Option<std::ops::Range<usize>> {
    let title = (name.saturating_sub(3)..name).find_map(|at| title_at(prose, at).filter(|title| title.next == name));
    if let Some(title) = title {
        // A chair is a member too, and `Ms.` says nothing of a seat.
        let says_a_seat = !matches!(title.office, Office::Courtesy | Office::Any);
        return says_a_seat.then_some(title.tokens);
    }
    let mut roles = addressee.persons.iter().map(|person| words(&person.role)).filter(|role| !role.is_empty());
    roles.find_map(|role| {
        let start = name.checked_sub(role.len())?;
        is_name(prose, start, &role).then_some(start..name)
    })
}

/// Two ways to write one title, such as `Council Member` and `Councilmember`.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |title: &str| title.to_lowercase().replace([' ', '-'], "").replace("councillor", "councilor");
    let (one, other) = (plain(one), plain(other));
    let members = ["councilmember", "councilor", "councilman", "councilwoman", "citycouncilmember"];
    one == other || members.contains(&one.as_str()) && members.contains(&other.as_str())
}

/// A line names somebody with the role of a member, the persons do not, and one of them is in no line.
fn strangers(addressee: &Addressee, lines: &[Prose<'_>], path: &str) -> Vec<Finding> {
    let is_in_lines = |person: &Person| lines.iter().any(|line| named_at(line, person).is_some());
    let unseen = |(_, person): &(usize, &Person)| !person.last.trim().is_empty() && !is_in_lines(person);
    // Persons who are greeted need not stand in the address; somebody in the address in their place is another matter.
    let missing: Vec<(usize, &Person)> = addressee.persons.iter().enumerate().filter(unseen).collect();
    if missing.is_empty() || missing.len() == addressee.persons.len() && addressee.persons.len() > 1 {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (line_index, prose) in lines.iter().enumerate() {
        if addressee.persons.iter().any(|person| named_at(prose, person).is_some()) {
            continue;
        }
        let Some((role, name)) = titled_name(prose, addressee) else { continue };
        let Some((person_index, person)) = missing.iter().find(|(_, person)| is_same(&person.role, &role)) else {
            continue;
        };
        let line = &addressee.lines[line_index];
        let excerpt = &line[prose.tokens[name.start].start..prose.tokens[name.end - 1].end];
        findings.push(
            Finding::new(
                CHECK,
                Severity::Warning,
                format!("the inside address names {excerpt}, but the list of persons {}", person.full_name()),
                "Address and greet the same people: correct the line, or the list of persons.",
                Place::new(format!("{path}.lines[{line_index}]"), excerpt),
            )
            .against(Place::new(format!("{path}.persons[{person_index}].last"), &person.last)),
        );
    }
    findings
}

/// The role and the tokens of the name in a line that consists of both: `Councilor Pernille Aasgaard`.
fn titled_name(prose: &Prose<'_>, addressee: &Addressee) -> Option<(String, std::ops::Range<usize>)> {
    let at_role = |at: usize| {
        let title = title_at(prose, at).filter(|title| title.office != Office::Courtesy && !title.is_plural);
        if let Some(title) = title {
            return Some((title.name, title.next));
        }
        let role = addressee.persons.iter().find(|person| is_name(prose, at, &words(&person.role)))?;
        Some((role.role.clone(), at + words(&role.role).len()))
    };
    let (role, start) = (0..prose.tokens.len().min(3)).find_map(at_role)?;
    let is_of_name = |at: &usize| {
        prose.tokens[*at].kind == TokenKind::Word
            && (prose.text(*at).starts_with(char::is_uppercase)
                || prose.is_any(*at, &["de", "la", "van", "der", "von"]))
    };
    let end = (start..prose.tokens.len()).take_while(is_of_name).last()? + 1;
    // One word may be a body or a place; two are a name.
    (end - start >= 2 && (end == prose.tokens.len() || prose.is_any(end, &[",", "."]))).then_some((role, start..end))
}

/// A line names a body of the same kind in another place.
fn body(addressee: &Addressee, path: &str) -> Vec<Finding> {
    let body = addressee.body.trim();
    let Some((place, kind)) = place_and_kind(body) else { return Vec::new() };
    let mut findings = Vec::new();
    for (index, line) in addressee.lines.iter().enumerate() {
        let named = line.split([';', ',']).next().unwrap_or_default().trim();
        let Some((other, _)) = place_and_kind(named).filter(|(_, other)| *other == kind) else { continue };
        let (one, other) = (place.to_lowercase(), other.to_lowercase());
        let plain = |name: &str| name.replace("city of ", "").replace("the ", "");
        let (one, other) = (plain(&one), plain(&other));
        if one.contains(&other) || other.contains(&one) {
            continue;
        }
        findings.push(
            Finding::new(
                CHECK,
                Severity::Warning,
                format!("the inside address names the {named}, but the addressee is the {body}"),
                "Correct the line, or the body.",
                Place::new(format!("{path}.lines[{index}]"), named),
            )
            .against(Place::new(format!("{path}.body"), body)),
        );
    }
    findings
}

/// `Oakland City Council` as its place and its kind.
fn place_and_kind(body: &str) -> Option<(&str, &'static str)> {
    let lower = body.to_lowercase();
    let kind = KINDS.iter().find(|kind| lower.ends_with(**kind))?;
    let place = body.get(..body.len().checked_sub(kind.len())?)?.trim();
    // `Members of City Council` names no place.
    let mut words = place.split_whitespace();
    if words.clone().next_back().is_some_and(|word| word == "of") {
        return None;
    }
    let is_name = words.clone().count() <= 4 && words.all(|word| word.starts_with(char::is_uppercase) || word == "of");
    (!place.is_empty() && is_name).then_some((place, kind))
}

/// The desk knows another role of a person, or that the seat was not theirs on the letter's date.
fn seats(context: &Context<'_>, addressee: &Addressee, path: &str) -> Vec<Finding> {
    let is_of_body = |seat: &&Seat| seat.body.trim().eq_ignore_ascii_case(addressee.body.trim());
    let seats: Vec<&Seat> = context.known.roster.iter().filter(is_of_body).collect();
    if seats.is_empty() || addressee.body.trim().is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (index, person) in addressee.persons.iter().enumerate() {
        let name = person.full_name();
        let is_theirs = |seat: &&&Seat| seat.person.full_name().eq_ignore_ascii_case(&name);
        let theirs: Vec<&&Seat> = seats.iter().filter(is_theirs).collect();
        let held = |seat: &&Seat| {
            let seat = &seat.person;
            context.draft.date.is_none_or(|date| {
                seat.since.is_none_or(|since| since <= date) && seat.until.is_none_or(|until| date <= until)
            })
        };
        let path = format!("{path}.persons[{index}]");
        let Some(first) = theirs.first() else { continue };
        let now: Vec<&&&Seat> = theirs.iter().filter(|seat| held(seat)).collect();
        let (message, place, other) = if now.is_empty() {
            let words = language::words("en");
            let (what, day) = match (first.person.until, first.person.since) {
                (Some(until), _) if context.draft.date.is_some_and(|date| until < date) => ("ended on", until),
                (_, Some(since)) => ("begins on", since),
                _ => continue,
            };
            // Where the draft says so itself, it is told of the term.
            if person.until == Some(day) || person.since == Some(day) {
                continue;
            }
            let day = words.long_date(day);
            let message = format!("the roster says that the seat of {name} in the {} {what} {day}", addressee.body);
            (message, Place::new(format!("{path}.last"), &person.last), day)
        } else if !person.role.trim().is_empty()
            && now.iter().all(|seat| !seat.person.role.trim().is_empty() && !is_same(&seat.person.role, &person.role))
        {
            let role = now[0].person.role.clone();
            let message =
                format!("{name} is “{}” here and “{role}” in the roster of the {}", person.role, addressee.body);
            (message, Place::new(format!("{path}.role"), &person.role), role)
        } else {
            continue;
        };
        let hint = "See who holds the seat on the letter's date, and correct the draft or the roster.";
        findings
            .push(Finding::new(CHECK, Severity::Warning, message, hint, place).against(Place::new("roster", other)));
    }
    findings
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::draft::Draft;
    use crate::preflight::Known;
    use crate::preflight::testing::{places, told, told_knowing};

    fn person(first: &str, last: &str, role: &str) -> Person {
        Person { first: first.to_owned(), last: last.to_owned(), role: role.to_owned(), ..Person::default() }
    }

    fn draft(lines: &[&str], persons: Vec<Person>) -> Draft {
        let lines = lines.iter().map(|line| (*line).to_owned()).collect();
        let body = "Oakland City Council".to_owned();
        Draft { addressees: vec![Addressee { body, lines, persons }], ..Draft::default() }
    }

    #[test]
    fn lines_and_persons_agree() {
        let check = |lines: &[&str], persons: &[(&str, &str, &str)], expected: &[&str]| {
            let persons = persons.iter().map(|(first, last, role)| person(first, last, role)).collect();
            let found = places(&told(&draft(lines, persons)), CHECK);
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{lines:?}");
        };
        let hollis = ("Hollis", "Abernathy", "Council President");
        let lucia = ("Ana Lucía", "Obregón", "Councilmember");
        check(&["Councilmember Hollis Abernathy"], &[hollis], &["Councilmember Hollis Abernathy"]);
        check(&["Vice Mayor Hollis Abernathy"], &[hollis, lucia], &["Vice Mayor Hollis Abernathy"]);
        check(
            &["Councilmember Lorenzo de la Peña"],
            &[("Lorenzo", "de la Peña", "Vice Mayor")],
            &["Councilmember Lorenzo de la Peña"],
        );
        check(
            &["Council President Hollis Abernathy", "Councilmember Pernille Aasgaard"],
            &[hollis, lucia],
            &["Pernille Aasgaard"],
        );
        check(
            &["Frau Bürgermeisterin Heike Großmann", "Herrn Stadtrat Emre Çelik"],
            &[("Heike", "Großmann", "Bürgermeisterin"), ("Emre", "Yıldız", "Stadtrat")],
            &["Emre Çelik"],
        );
        check(&["Berkeley City Council", "2180 Milvia Street"], &[], &["Berkeley City Council"]);
        let president = ("Hollis", "Brandt", "President");
        check(&["Hollis Brandt, Vice President"], &[president], &["Hollis Brandt, Vice President"]);
        check(&["Marlene Lee, Chair"], &[("Marlene", "Lee", "Secretary")], &["Marlene Lee, Chair"]);
        let mayor = ("Simone", "Archuleta", "Mayor");
        check(&["The Honorable Simone Archuleta, Mayor Pro Tem"], &[mayor], &["Simone Archuleta, Mayor Pro Tem"]);
        check(&["The Honorable Irene Archuleta, Mayor"], &[mayor], &["Irene Archuleta"]);

        check(&["Hollis Brandt, President and General Manager"], &[president], &[]);
        check(&["Hollis Brandt Jr., President"], &[president], &[]);
        check(&["Mr. Bill Brandt, President"], &[("William", "Brandt", "President")], &[]);
        check(&["H. Brandt, President", "The Honorable Brandt"], &[president], &[]);
        check(&["Mayor Archuleta", "Planning Commission"], &[mayor], &[]);

        check(&["Council President Hollis Abernathy", "Councilmember Ana Lucía Obregón"], &[hollis, lucia], &[]);
        check(&["Council Member Ana Lucía Obregón"], &[lucia], &[]);
        check(&["The Honorable Augustin Leclerc, Chair"], &[("Augustin", "Leclerc", "Senator")], &[]);
        check(&["Trustee Nadia Khoury, President"], &[("Nadia", "Khoury", "Trustee")], &[]);
        check(&["Chair Nadia Khoury"], &[("Nadia", "Khoury", "Trustee")], &[]);
        check(&["Ms. Nadia Khoury"], &[("Nadia", "Khoury", "Ms.")], &[]);
        check(&["Mayor Lorraine Fitch and Members of the City Council"], &[("Lorraine", "Fitch", "Mayor"), lucia], &[]);
        check(&["City Clerk", "Oakland City Council", "1 Frank H. Ogawa Plaza"], &[hollis, lucia], &[]);
        check(&["c/o City Clerk June Tan", "City of Oakland"], &[hollis], &[]);
        check(&["City of Oakland City Council; Rules Committee"], &[], &[]);
        check(&["Alameda County Board of Supervisors"], &[], &[]);
    }

    #[test]
    fn persons_are_held_against_the_roster() {
        let check = |role: &str, seat: Person, expected: &[&str]| {
            let draft = Draft { date: Some(date(2026, 3, 12)), ..draft(&[], vec![person("Wei-Ting", "Ko", role)]) };
            let seat = Seat { body: "Oakland City Council".to_owned(), person: seat };
            let known = Known { roster: vec![seat], ..Known::default() };
            let found = places(&told_knowing(&draft, &known), CHECK);
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{role}");
        };
        let seat = |role: &str| person("Wei-Ting", "Ko", role);
        check("Councilmember", seat("Vice Mayor"), &["Councilmember"]);
        check("Councilmember", Person { until: Some(date(2025, 12, 31)), ..seat("Councilmember") }, &["Ko"]);
        check("Councilmember", Person { since: Some(date(2027, 1, 5)), ..seat("Councilmember") }, &["Ko"]);
        check("Councilmember", seat("Council Member"), &[]);
        check("Councilmember", Person { until: Some(date(2026, 12, 31)), ..seat("Councilmember") }, &[]);
        check("", seat("Vice Mayor"), &[]);
        check("Councilmember", person("Ana", "Obregón", "Mayor"), &[]);
    }
}
