//! The names of an overridden salutation against the persons it should greet.
//!
//! A salutation built from the persons agrees with them by itself. In one written by hand, a name is a capitalised word
//! that no greeting, role or body accounts for, in English letters only; in other languages it is one that follows the
//! role of an addressee. Who is greeted at all is the writer's choice: leaving somebody out is a note, and none when the
//! others are greeted together.

use std::collections::BTreeSet;

use super::super::context::Context;
use crate::draft::{Draft, Person};
use crate::finding::{Finding, Place, Severity};
use crate::prose::{Prose, Syntax, TokenKind};

const CHECK: &str = "salutation-names";

/// What is longer is no salutation, and every name in it is held against every person.
const LONGEST: usize = 2000;
/// How many persons a finding names, and among how many a misspelt one is looked for.
const MOST_NAMED: usize = 40;
/// The most words of a family name.
const LONGEST_FAMILY: usize = 3;
/// The longest name, in bytes, that can be a slip of another.
const LONGEST_NAME: usize = 64;

/// Roles and titles: a name follows them, and what precedes them describes them.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "chair", "chairs", "chairperson", "chairman", "chairwoman", "co-chair", "co-chairs", "vice-chair", "member",
    "members", "councilmember", "councilmembers", "councilor", "councilors", "councillor", "councillors", "councilman",
    "councilwoman", "mayor", "mayors", "commissioner", "commissioners", "supervisor", "supervisors", "trustee",
    "trustees", "director", "directors", "assemblymember", "assemblymembers", "senator", "senators", "representative",
    "representatives", "governor", "secretary", "president", "clerk", "manager", "administrator", "administrators",
    "planner", "planners", "attorney", "judge", "justice", "chief", "officer", "officers", "speaker", "leader",
    "superintendent", "coordinator", "mr", "mrs", "ms", "mx", "dr", "hon", "rev", "prof", "professor", "congressman",
    "congresswoman", "delegate", "alderman",
];

/// Bodies and groups: they end a phrase that names no person.
#[rustfmt::skip]
const GROUPS: &[&str] = &[
    "council", "committee", "board", "commission", "agency", "department", "staff", "office", "team", "district",
    "authority", "assembly", "senate", "city", "county", "colleagues", "neighbors", "neighbours", "friends", "all",
    "committeemembers", "everyone", "officials", "panel", "subcommittee", "bureau",
];

/// Capitalised words of greetings and forms of address.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "dear", "hello", "hi", "greetings", "good", "morning", "afternoon", "evening", "day", "to", "whom", "it", "may",
    "concern", "and", "the", "honorable", "honourable", "esteemed", "distinguished", "respected", "vice", "deputy",
    "acting", "interim", "pro", "tem", "tempore", "madam", "madame", "sir", "sirs", "of", "or", "fellow", "presiding",
    "jr", "sr",
];

/// The salutation greets somebody who is no addressee, or leaves one out.
pub(in crate::preflight) fn salutation_names(context: &Context<'_>) -> Vec<Finding> {
    let draft = context.draft;
    let Some(salutation) = draft.salutation.as_deref().filter(|text| !text.trim().is_empty()) else {
        return Vec::new();
    };
    if salutation.len() > LONGEST {
        return Vec::new();
    }
    // The lists of roles and bodies are English; elsewhere every capital could be one of theirs.
    if !context.is_english() {
        return after_roles(draft, salutation);
    }
    let persons: Vec<&Person> = draft.addressees.iter().flat_map(|addressee| &addressee.persons).collect();
    let greeting = Greeting::read(salutation);
    let mut findings = strangers(draft, &persons, &greeting);
    findings.extend(left_out(draft, salutation, &greeting));
    findings
}

fn strangers(draft: &Draft, persons: &[&Person], greeting: &Greeting<'_>) -> Vec<Finding> {
    let known = known_words(draft);
    if known.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = persons.iter().take(MOST_NAMED).map(|person| person.full_name()).collect();
    let unknown = greeting.names.iter().filter(|name| !known.contains(&name.to_lowercase()));
    unknown.map(|name| stranger(name, persons, &names)).collect()
}

fn stranger(name: &str, persons: &[&Person], names: &[String]) -> Finding {
    let hint = match nearest(name, persons) {
        Some(near) => format!("If you mean {near}, correct the name; otherwise add {name} to the addressees."),
        None => format!("Correct the salutation, or add {name} to the addressees."),
    };
    Finding::new(
        CHECK,
        Severity::Warning,
        format!("the salutation greets {name}, but no addressee has that name"),
        hint,
        Place::new("salutation", name),
    )
    .against(Place::new("addressees", names.join(", ")))
}

/// Capitalised words after the role of an addressee that are none of the addressees' names, in any language.
fn after_roles(draft: &Draft, salutation: &str) -> Vec<Finding> {
    let prose = Prose::of(salutation, Syntax::Plain);
    let known = known_words(draft);
    let persons: Vec<&Person> = draft.addressees.iter().flat_map(|addressee| &addressee.persons).collect();
    let roles: BTreeSet<Vec<String>> = persons.iter().take(MOST_NAMED).map(|person| words_of(&person.role)).collect();
    let names: Vec<String> = persons.iter().take(MOST_NAMED).map(|person| person.full_name()).collect();
    let mut findings = Vec::new();
    for role in roles.iter().filter(|role| !role.is_empty()) {
        for at in 0..prose.tokens.len() {
            let is_role = role.iter().enumerate().all(|(index, word)| prose.text(at + index).to_lowercase() == *word);
            if !is_role {
                continue;
            }
            // Family names may be of two words: `presidente Colón Maldonado`.
            let after = (0..LONGEST_FAMILY).map(|offset| prose.text(at + role.len() + offset));
            let unknown = after.take_while(|name| is_name(name)).find(|name| !known.contains(&name.to_lowercase()));
            findings.extend(unknown.map(|name| stranger(name, &persons, &names)));
        }
    }
    findings
}

fn left_out(draft: &Draft, salutation: &str, greeting: &Greeting<'_>) -> Vec<Finding> {
    let greeted = words_of(salutation);
    let is_greeted = |person: &Person| {
        let names = [Some(person.last.as_str()), Some(person.first.as_str()), person.greet.as_deref()];
        names.into_iter().flatten().any(|name| holds_phrase(&greeted, &words_of(name)))
    };
    // Only one who greets some by name can have forgotten others.
    let by_name = draft.addressees.iter().flat_map(|addressee| &addressee.persons).any(is_greeted);
    if !by_name || greeting.greets_a_group {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (index, addressee) in draft.addressees.iter().enumerate() {
        for (person_index, person) in addressee.persons.iter().enumerate() {
            if person.absent || person.last.trim().is_empty() || is_greeted(person) {
                continue;
            }
            let path = format!("addressees[{index}].persons[{person_index}].last");
            findings.push(
                Finding::new(
                    CHECK,
                    Severity::Note,
                    format!("the salutation does not greet {}", person.full_name()),
                    "Add the name to the salutation, or leave it if that is meant.",
                    Place::new("salutation", salutation),
                )
                .against(Place::new(path, &person.last)),
            );
        }
    }
    findings
}

/// The words, in lower case, that addressees and item account for.
fn known_words(draft: &Draft) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for addressee in &draft.addressees {
        known.extend(words_of(&addressee.body));
        known.extend(addressee.lines.iter().flat_map(|line| words_of(line)));
        for person in &addressee.persons {
            for text in [&person.first, &person.last, &person.role, &person.honorific] {
                known.extend(words_of(text));
            }
            known.extend(words_of(person.greet.as_deref().unwrap_or_default()));
        }
    }
    if !known.is_empty() {
        known.extend(words_of(&draft.item.body));
    }
    known
}

fn words_of(text: &str) -> Vec<String> {
    let prose = Prose::of(text, Syntax::Plain);
    (0..prose.tokens.len())
        .filter(|at| prose.tokens[*at].kind == TokenKind::Word)
        .map(|at| prose.text(at).to_lowercase())
        .collect()
}

fn holds_phrase(words: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
}

/// The family name that the misspelt one is closest to.
fn nearest<'a>(name: &str, persons: &[&'a Person]) -> Option<&'a str> {
    let distance = |person: &&'a Person| {
        (strsim::damerau_levenshtein(&name.to_lowercase(), &person.last.to_lowercase()), person.last.as_str())
    };
    let short = |person: &&&'a Person| name.len().max(person.last.len()) <= LONGEST_NAME;
    let near = persons.iter().take(MOST_NAMED).filter(short);
    let (distance, last) = near.map(distance).min_by_key(|(distance, _)| *distance)?;
    (distance <= 2 && distance < name.chars().count() / 2).then_some(last)
}

/// Whom a salutation greets.
#[derive(Debug, PartialEq)]
struct Greeting<'a> {
    names: Vec<&'a str>,
    /// Others are greeted together: `and Members of the Council`.
    greets_a_group: bool,
}

impl<'a> Greeting<'a> {
    fn read(salutation: &'a str) -> Self {
        let prose = Prose::of(salutation, Syntax::Plain);
        let mut greeting = Self { names: Vec::new(), greets_a_group: false };
        let mut phrases: Vec<Vec<&'a str>> = vec![Vec::new()];
        for (at, token) in prose.tokens.iter().enumerate() {
            if prose.is_any(at, &["and", "&", ",", ";", ":", "/"]) {
                phrases.push(Vec::new());
            } else if let (TokenKind::Word, Some(phrase)) = (token.kind, phrases.last_mut()) {
                phrase.push(&salutation[token.start..token.end]);
            }
        }
        for (index, phrase) in phrases.iter().enumerate() {
            // `Law & Legislation Committee`: what stands before the `and` describes the body too.
            let shared = phrases.get(index + 1).is_some_and(|next| describes_a_group(next)) && !holds_role(phrase);
            greeting.read_phrase(phrase, shared);
        }
        greeting
    }

    fn read_phrase(&mut self, phrase: &[&'a str], shared: bool) {
        // What follows `of` names a body or a place.
        let of = phrase.iter().position(|word| word.eq_ignore_ascii_case("of")).unwrap_or(phrase.len());
        let phrase = &phrase[..of];
        let role = phrase.iter().rposition(|word| is_any(word, ROLES));
        let group = phrase.iter().any(|word| is_any(word, GROUPS));
        let after = &phrase[role.map_or(0, |at| at + 1)..];
        let names: Vec<&'a str> = after
            .iter()
            .copied()
            .filter(|word| is_name(word) && !is_any(word, COMMON) && !is_any(word, GROUPS))
            .collect();
        let ends_in_group = after.last().is_some_and(|word| is_any(word, GROUPS));
        let ends_in_role = role.is_some_and(|at| at + 1 == phrase.len());
        if ends_in_group || ends_in_role && phrase[phrase.len() - 1].ends_with(['s', 'S']) || group && names.is_empty()
        {
            self.greets_a_group = true;
        }
        if !shared && !ends_in_group {
            self.names.extend(names);
        }
    }
}

/// The phrase ends in a body or role and has words before it that only describe it.
fn describes_a_group(phrase: &[&str]) -> bool {
    let [first, .., last] = phrase else { return false };
    (is_any(last, GROUPS) || is_any(last, ROLES))
        && !is_any(first, ROLES)
        && !is_any(first, GROUPS)
        && !is_any(first, COMMON)
}

fn holds_role(phrase: &[&str]) -> bool {
    phrase.iter().any(|word| is_any(word, ROLES))
}

fn is_any(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| word.eq_ignore_ascii_case(other))
}

fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Addressee;
    use crate::preflight::testing::{places, told};

    fn committee() -> Draft {
        let person =
            |last: &str, role: &str| Person { last: last.to_owned(), role: role.to_owned(), ..Person::default() };
        let persons = vec![
            person("Maple", "Chair"),
            person("Dickinson", "Committee Member"),
            person("Pluckebaum", "Committee Member"),
            Person { first: "Rick".to_owned(), absent: true, ..person("Jennings", "Committee Member") },
        ];
        let lines = vec!["Sacramento City Council; Law & Legislation Committee Members".to_owned()];
        let addressee = Addressee { body: "Sacramento City Council".to_owned(), lines, persons };
        Draft { addressees: vec![addressee], ..Draft::default() }
    }

    fn greeted(draft: &Draft) -> (Vec<String>, Vec<String>) {
        let findings: Vec<Finding> = told(draft).into_iter().filter(|finding| finding.check == CHECK).collect();
        let strangers = findings.iter().filter(|finding| finding.severity == Severity::Warning);
        let left_out = findings.iter().filter(|finding| finding.severity == Severity::Note);
        (
            strangers.map(|finding| finding.place.excerpt.clone()).collect(),
            left_out.filter_map(|finding| Some(finding.other.as_ref()?.excerpt.clone())).collect(),
        )
    }

    #[test]
    fn salutations_are_held_against_the_persons() {
        let check = |salutation: &str, strangers: &[&str], left_out: &[&str]| {
            let draft = Draft { salutation: Some(salutation.to_owned()), ..committee() };
            let found = greeted(&draft);
            assert_eq!(found.0, strangers, "{salutation}");
            assert_eq!(found.1, left_out, "{salutation}");
        };
        check("Hello Chair Maple and Committee Members Dickinson, Pluckebaum, and Jennings,", &[], &[]);
        check("Dear Chair Maple and Committee Members Dickinson and Pluckebaum:", &[], &[]);
        check("Dear Chair Maple and Members of the Committee,", &[], &[]);
        check("Dear Chair Maple, Vice Mayor Talamantes, and Members,", &["Talamantes"], &[]);
        check("Dear Chair Mapel and Committee Members Dickinson and Pluckebaum,", &["Mapel"], &["Maple"]);
        check("Dear Chair Maple,", &[], &["Dickinson", "Pluckebaum"]);
        check("Dear Chair Maple, Committee Members Dickinson and Guerra,", &["Guerra"], &["Pluckebaum"]);
        check("Dear Mr. Guerra, Ms. Maple, and Planning Commissioners,", &["Guerra"], &[]);
        check("Dear Members of the Sacramento City Council,", &[], &[]);
        check("To Whom It May Concern:", &[], &[]);
        check("Good evening Mayor and Councilmembers,", &[], &[]);
        check("To the Honorable Chair and Members of the Law & Legislation Committee,", &[], &[]);
        check("Dear Parks and Recreation Commissioners,", &[], &[]);
        check("Dear Zoning Administrator,", &[], &[]);
        check("Presiding Officer, Members, City Council", &[], &[]);
        check("Dear City Council and Staff,", &[], &[]);
        check("Dear Planning and Zoning Commission,", &[], &[]);
        check("Dear friends and neighbors,", &[], &[]);
        check("DEAR CHAIR MAPLE AND MEMBERS,", &[], &[]);
        check("Dear Rick,", &[], &["Maple", "Dickinson", "Pluckebaum"]);
        check("   ", &[], &[]);
    }

    #[test]
    fn names_of_all_shapes_are_known() {
        let check = |first: &str, last: &str, greet: Option<&str>, salutation: &str, expected: (&[&str], &[&str])| {
            let greet = greet.map(str::to_owned);
            let persons = vec![Person { first: first.to_owned(), last: last.to_owned(), greet, ..Person::default() }];
            let addressees = vec![Addressee { persons, ..Addressee::default() }];
            let found = greeted(&Draft { salutation: Some(salutation.to_owned()), addressees, ..Draft::default() });
            assert_eq!(found.0, expected.0, "{salutation}");
            assert_eq!(found.1, expected.1, "{salutation}");
        };
        check("Moiz", "Mir", Some("Moiz"), "Dear Moiz:", (&[], &[]));
        check("Kevin", "de León", None, "Dear Senator De León,", (&[], &[]));
        check("Ana", "O’Brien-Katz", None, "Dear Ms. O’Brien-Katz,", (&[], &[]));
        check("Ana", "Van Dyke", None, "Dear Supervisor Van Horn,", (&["Horn"], &[]));
        check("Kevin", "McCarty", None, "Dear Mayor McCarthy,", (&["McCarthy"], &[]));
        check("Đào", "Hạnh", None, "Dear Councilmember Hạnh,", (&[], &[]));
    }

    #[test]
    fn there_must_be_something_to_disagree_with() {
        let check = |draft: Draft, expected: usize| {
            let found = greeted(&draft);
            assert_eq!(found.0.len() + found.1.len(), expected);
        };
        check(committee(), 0);
        check(Draft { salutation: Some("Dear Mayor Smith,".to_owned()), ..Draft::default() }, 0);
        let lines = vec!["The Honorable Jane Smith".to_owned(), "Mayor of Elk Grove".to_owned()];
        let smith = vec![Addressee { lines, ..Addressee::default() }];
        let dear = |name: &str| Draft {
            salutation: Some(format!("Dear Mayor {name},")),
            addressees: smith.clone(),
            ..Draft::default()
        };
        check(dear("Smith"), 0);
        check(dear("Jones"), 1);
        let spanish = |salutation: &str| Draft {
            language: "es".to_owned(),
            salutation: Some(salutation.to_owned()),
            ..committee()
        };
        check(spanish("Estimada Alcaldesa:"), 0);
        check(spanish("Estimada Chair Maple y demás integrantes:"), 0);
        check(spanish("Estimado Chair Ortega y demás integrantes:"), 1);
    }

    #[test]
    fn a_slip_of_the_pen_is_named() {
        let draft = Draft { salutation: Some("Dear Chair Mapel and Members,".to_owned()), ..committee() };
        let found = told(&draft);
        let found = found.iter().find(|finding| finding.check == CHECK).unwrap();
        assert_eq!(found.message, "the salutation greets Mapel, but no addressee has that name");
        assert_eq!(found.hint, "If you mean Maple, correct the name; otherwise add Mapel to the addressees.");
        assert_eq!(places(&told(&draft), CHECK), [("salutation".to_owned(), "Mapel".to_owned())]);
    }
}
