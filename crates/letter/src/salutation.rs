//! Persons and roles to the salutation line: `Hello Chair Maple and Committee Members Dickinson, Pluckebaum, and Jennings,`.
//!
//! The presiding officer comes first, then the vice chair, then the others in the order given; people who share a role
//! share its word, once, in the plural. A role belongs to a seat, so it is never taken from anywhere but the draft.

use std::collections::BTreeMap;

use crate::draft::{Addressee, Furniture, Person};
use crate::language::{Everyone, Words};

/// The most persons that a salutation names unless the furniture says otherwise.
pub const MOST_NAMED: usize = 7;

/// The salutation line. `nobody` is what is greeted when no person is named.
pub fn salutation(addressees: &[Addressee], furniture: &Furniture, words: &Words, nobody: Option<&str>) -> String {
    let greeting = furniture.greeting.as_deref().unwrap_or(words.greeting);
    let end = furniture.salutation_end.as_deref().unwrap_or(":");
    let serial = if furniture.serial_comma.unwrap_or(true) { "," } else { "" };
    let mut people: Vec<&Person> =
        addressees.iter().flat_map(|a| &a.persons).filter(|p| !p.absent && named(p)).collect();
    people.sort_by_key(|person| rank(&person.role));
    let body = addressees.iter().map(|a| a.body.as_str()).find(|body| !body.is_empty()).unwrap_or_default();
    if people.is_empty() {
        return match (nobody, words.everyone(body)) {
            (Some(line), _) => line.to_owned(),
            (None, Everyone::Members(members)) => {
                let greeting = furniture.greeting.as_deref().unwrap_or(words.greeting_many);
                joined(greeting, &members, end)
            }
            (None, Everyone::Nobody(line)) => line.to_owned() + end,
        };
    }
    let most = furniture.most_named.unwrap_or(MOST_NAMED);
    let others = people.len() > most;
    if others {
        people.retain(|person| rank(&person.role) < MEMBER);
    }
    let mut groups = grouped(&people, words, serial);
    if others {
        groups.push(words.other_members(body));
    }
    let several = people.len() > 1 || others;
    let greeting = if several && furniture.greeting.is_none() { words.greeting_many } else { greeting };
    joined(greeting, &words.join(&groups, serial), end)
}

fn joined(greeting: &str, names: &str, end: &str) -> String {
    let space = if greeting.is_empty() { "" } else { " " };
    format!("{greeting}{space}{names}{end}")
}

fn named(person: &Person) -> bool {
    !person.last.is_empty() || !person.first.is_empty() || person.greet.is_some()
}

/// The rank of everyone who does not preside.
const MEMBER: u8 = 3;

/// Who is greeted first.
fn rank(role: &str) -> u8 {
    let role = role.to_lowercase();
    match role.as_str() {
        "mayor" | "chair" | "chairperson" | "chairman" | "chairwoman" | "president" | "governor"
        | "presiding officer" | "speaker" | "board president" | "board chair" => 0,
        "vice mayor" | "vice chair" | "vice chairperson" | "vice president" => 1,
        "mayor pro tem" | "mayor pro tempore" | "president pro tem" => 2,
        _ => MEMBER,
    }
}

/// Neighbours of one role as one group: `Committee Members A, B, and C`. Only English plurals are known here, so in
/// other languages each person keeps the role as written.
fn grouped(people: &[&Person], words: &Words, serial: &str) -> Vec<String> {
    let mut groups: Vec<(String, Vec<&Person>)> = Vec::new();
    let mut group_of: BTreeMap<String, usize> = BTreeMap::new();
    let mut same_name: BTreeMap<&str, usize> = BTreeMap::new();
    for &person in people {
        let role = if person.greet.is_some() { String::new() } else { person.role.clone() };
        let alone = role.is_empty() || words.language != "en";
        let group =
            if alone { groups.len() } else { *group_of.entry(role.to_ascii_lowercase()).or_insert(groups.len()) };
        match groups.get_mut(group) {
            Some((_, members)) => members.push(person),
            None => groups.push((role, vec![person])),
        }
        *same_name.entry(&person.last).or_default() += usize::from(person.greet.is_none());
    }
    groups
        .iter()
        .map(|(role, members)| {
            let names: Vec<String> = members.iter().map(|person| name(person, &same_name)).collect();
            let names = words.join(&names, serial);
            match (role.as_str(), members.len()) {
                ("", _) => names,
                (role, 1) => format!("{role} {names}"),
                (role, _) => format!("{} {names}", plural(role)),
            }
        })
        .collect()
}

/// The name that a greeting uses: the family name after a role, the whole name without one or when two share it.
/// `same_name` counts the persons of each family name.
fn name(person: &Person, same_name: &BTreeMap<&str, usize>) -> String {
    if let Some(greet) = &person.greet {
        return greet.clone();
    }
    let shared = same_name.get(person.last.as_str()).is_some_and(|count| *count > 1);
    if person.role.is_empty() || shared || person.last.is_empty() { person.full_name() } else { person.last.clone() }
}

/// The English plural of a role.
fn plural(role: &str) -> String {
    if let Some(head) = role.strip_suffix(" Pro Tem") {
        return plural(head) + " Pro Tem";
    }
    if let Some(stem) = role.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'i', 'o', 'u'])
    {
        return format!("{stem}ies");
    }
    if let Some(stem) = role.strip_suffix("man").or_else(|| role.strip_suffix("woman").map(|_| &role[..role.len() - 3]))
    {
        return format!("{stem}men");
    }
    if role.ends_with(['s', 'x']) || role.ends_with("ch") || role.ends_with("sh") {
        return format!("{role}es");
    }
    format!("{role}s")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    #[test]
    fn greetings_without_names_speak_the_language() {
        let check = |language: &str, body: &str, expected: &str| {
            let addressee = Addressee { body: body.to_owned(), ..Addressee::default() };
            assert_eq!(salutation(&[addressee], &Furniture::default(), language::words(language), None), expected);
        };
        check("es", "Concejo Municipal", "Estimados/as integrantes de Concejo Municipal:");
        check("es", "", "A quien corresponda:");
        check("vi", "Sacramento City Council", "Kính gửi quý thành viên Sacramento City Council:");
        check("ru", "Sacramento City Council", "Здравствуйте, члены Sacramento City Council:");
        check("uk", "", "Шановні пані та панове:");
    }

    #[test]
    fn roles_of_other_languages_stay_as_written() {
        let person =
            |role: &str, last: &str| Person { role: role.to_owned(), last: last.to_owned(), ..Person::default() };
        let persons = vec![person("Concejal", "Ruiz"), person("Concejal", "Núñez")];
        let line = salutation(
            &[Addressee { persons, ..Addressee::default() }],
            &Furniture::default(),
            language::words("es"),
            None,
        );
        assert_eq!(line, "Estimados/as Concejal Ruiz y Concejal Núñez:");
    }

    /// Persons as `Role/First/Last`, or `=Greet`.
    fn check(body: &str, persons: &str, furniture: &Furniture, expected: &str) {
        let person = |text: &str| match text.strip_prefix('=') {
            Some(greet) => Person { greet: Some(greet.to_owned()), last: greet.to_owned(), ..Person::default() },
            None => {
                let mut parts = text.split('/').map(str::to_owned);
                let mut part = || parts.next().unwrap_or_default();
                Person { role: part(), first: part(), last: part(), ..Person::default() }
            }
        };
        let persons = persons.split(';').filter(|text| !text.is_empty()).map(person).collect();
        let addressee = Addressee { body: body.to_owned(), persons, ..Addressee::default() };
        assert_eq!(salutation(&[addressee], furniture, language::words("en"), None), expected);
    }

    #[test]
    fn salutations() {
        let plain = Furniture::default();
        let seed =
            Furniture { greeting: Some("Hello".into()), salutation_end: Some(",".into()), ..Furniture::default() };
        let members = "Committee Member//Dickinson;Committee Member//Pluckebaum;Committee Member//Jennings";
        check(
            "Law & Legislation Committee",
            &format!("Chair//Maple;{members}"),
            &seed,
            "Hello Chair Maple and Committee Members Dickinson, Pluckebaum, and Jennings,",
        );
        // The chair comes first wherever the draft names her.
        check(
            "",
            &format!("{members};Chair//Maple"),
            &seed,
            "Hello Chair Maple and Committee Members Dickinson, Pluckebaum, and Jennings,",
        );
        let no_serial = Furniture { serial_comma: Some(false), ..Furniture::default() };
        check(
            "",
            "Speaker//Pelosi;Leader//Schumer;Leader//McCarthy;Leader//McConnell",
            &no_serial,
            "Dear Speaker Pelosi and Leaders Schumer, McCarthy and McConnell:",
        );
        check("", "=Moiz", &plain, "Dear Moiz:");
        check("", "/Jordan/Rivera", &plain, "Dear Jordan Rivera:");
        check("", "Mayor/Kevin/McCarty", &plain, "Dear Mayor McCarty:");
        check(
            "",
            "Mayor//McCarty;Vice Mayor//Talamantes;Councilmember//Kaplan;Councilmember//Vang",
            &plain,
            "Dear Mayor McCarty, Vice Mayor Talamantes, and Councilmembers Kaplan and Vang:",
        );
        check(
            "",
            "Councilmember/Ana/García;Councilmember/Luis/García",
            &plain,
            "Dear Councilmembers Ana García and Luis García:",
        );
        check("", "Secretary//Cruz-Ñáñez;Secretary//王小明", &plain, "Dear Secretaries Cruz-Ñáñez and 王小明:");
        check("City Council", "", &plain, "Dear Members of the City Council:");
        check("", "", &plain, "To Whom It May Concern:");
        let eight = "Mayor//A;Councilmember//B;Councilmember//C;Councilmember//D;Councilmember//E;Councilmember//F;Councilmember//G;Councilmember//H";
        check("City Council", eight, &plain, "Dear Mayor A and Members of the City Council:");
        check("", eight, &plain, "Dear Mayor A and Members:");
    }
}
