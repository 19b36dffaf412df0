//! A name spelled in two ways: as the draft lists it, and nearly so somewhere else; or both in the running text.
//!
//! Near is a letter more, less or other, two neighbours exchanged, or the marks on letters lost. That alone would find
//! `Marsh` in every `March`, so there must be more to say that the same name is meant: the other words of it around, a
//! title or the first name before it, or a surname so long that nothing else looks like it. Who is listed under both
//! spellings is two people; plurals and possessives are no spellings; quotations are left as they are.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::context::{Context, FieldText, Voice};
use super::alike::alike;
use super::folded::folded;
use super::titles::{Title, title_at, without_possessive};
use crate::finding::{Finding, Place, Repair, Severity};
use crate::prose::TokenKind;

/// How many names are looked for, and how long a name may be in words; what has more is no letter.
const MOST_NAMES: usize = 200;
const MOST_WORDS: usize = 8;
/// The longest word, in bytes, that is compared letter by letter.
const LONGEST_WORD: usize = 40;
/// A surname of so many letters is meant by whatever looks like it, with a capital and within a sentence.
const UNMISTAKABLE: usize = 7;

/// Words after a name that make it a place.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "street", "avenue", "road", "boulevard", "plaza", "drive", "lane", "way", "court", "county", "city", "river",
    "creek", "park", "hall", "school", "hospital", "bridge", "highway", "valley", "beach", "district", "act", "hills",
    "heights", "house", "center", "library", "parkway", "square", "place", "terrace", "university", "college",
];

/// Words that open a sentence before a name, and are no first names.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "then", "when", "since", "but", "and", "in", "on", "at", "with", "for", "yet", "so", "as", "after", "before", "while",
    "if", "both", "dear", "hello", "thank", "thanks", "ask", "to", "from", "did", "does", "has", "is", "was", "our",
    "your", "my", "the", "later", "today", "yesterday", "here", "there", "or", "nor", "because", "until", "only", "now",
];

/// A name as the draft lists it.
struct Name<'a> {
    path: String,
    words: Vec<&'a str>,
    folded: Vec<String>,
    /// The words of it that are a surname; empty for a body or an organisation.
    surname: Range<usize>,
}

/// A word of a text, without the ending of a possessive.
struct Word<'a> {
    token: usize,
    bytes: Range<usize>,
    text: &'a str,
    /// Empty for a word without a capital.
    folded: String,
}

impl Word<'_> {
    /// The word without case and marks, with or without a capital.
    fn plain(&self) -> Cow<'_, str> {
        if self.folded.is_empty() { Cow::Owned(folded(self.text)) } else { Cow::Borrowed(&self.folded) }
    }
}

/// Words of the names that say something of others.
struct Lists<'a> {
    /// The words of persons: two persons of one list are two people, while a sender and a signer may well be one.
    known: BTreeSet<&'a str>,
    first_names: BTreeSet<&'a str>,
    /// What the roles of persons end with, in lower case: `concejal`.
    roles: BTreeSet<String>,
}

impl<'a> Lists<'a> {
    fn of(context: &Context<'a>, names: &'a [Name<'a>]) -> Self {
        let persons = || names.iter().filter(|name| !name.surname.is_empty() && name.path != "sender.name");
        let roles = context.draft.addressees.iter().flat_map(|addressee| &addressee.persons);
        Self {
            known: persons().flat_map(|name| name.words.iter().copied()).collect(),
            first_names: persons().flat_map(|name| &name.folded[..name.surname.start]).map(String::as_str).collect(),
            roles: roles.filter_map(|person| Some(person.role.split_whitespace().last()?.to_lowercase())).collect(),
        }
    }
}

/// A name is spelled in two ways.
pub(in crate::preflight) fn name_spelling(context: &Context<'_>) -> Vec<Finding> {
    let names = listed(context);
    if names.len() > MOST_NAMES {
        return Vec::new();
    }
    let lists = Lists::of(context, &names);
    let mut of_listed = Vec::new();
    let mut mentions = Vec::new();
    for field in context.fields.iter().filter(|field| field.voice != Voice::Quoted && !field.path.ends_with(".role")) {
        let words = words(field);
        let capitals: Vec<usize> = (0..words.len()).filter(|at| !words[*at].folded.is_empty()).collect();
        let mut taken = BTreeSet::new();
        for name in names.iter().filter(|name| name.path != field.path) {
            for (bytes, right) in misspelt(field, &words, &capitals, name, &lists) {
                if taken.insert(bytes.start) {
                    of_listed.push(Slip { field, bytes, name, right });
                }
            }
        }
        let speaks = field.voice == Voice::Own && !is_shortened(&field.path);
        if speaks || field.path.starts_with("cc[") || field.path.contains(".lines[") {
            mentions.extend(titled(field, &words, &lists.known));
        }
    }
    let sure = sure(context, &of_listed);
    let mut findings: Vec<Finding> = of_listed.iter().map(|slip| slip.told(sure.contains(&slip.key()))).collect();
    findings.extend(among_themselves(&mentions));
    let alike = alike(context, &findings, &lists.known);
    findings.extend(alike);
    findings
}

/// The slips of which the listed spelling is surely the right one: it stands elsewhere too, or only one place differs, and
/// that is no list of names itself.
fn sure<'s>(context: &Context<'_>, slips: &'s [Slip<'_>]) -> BTreeSet<(&'s str, &'s str)> {
    let mut alike: BTreeMap<(&str, &str), Vec<&Slip<'_>>> = BTreeMap::new();
    slips.iter().for_each(|slip| alike.entry(slip.key()).or_default().push(slip));
    alike.retain(|(_, right), slips| {
        let stands = |field: &FieldText<'_>| field.path != slips[0].name.path && field.text.contains(right);
        matches!(slips[..], [only] if only.field.voice != Voice::Frame) || context.fields.iter().any(stands)
    });
    alike.into_keys().collect()
}

/// The shorter texts of an ask say what it says, and are told of by it.
fn is_shortened(path: &str) -> bool {
    path.starts_with("asks") && !path.ends_with(".full")
}

/// A place that nearly says a listed name.
struct Slip<'a> {
    field: &'a FieldText<'a>,
    bytes: Range<usize>,
    name: &'a Name<'a>,
    right: String,
}

impl Slip<'_> {
    fn said(&self) -> &str {
        &self.field.text[self.bytes.clone()]
    }

    /// What all slips share that say the same for the same.
    fn key(&self) -> (&str, &str) {
        (self.said(), &self.right)
    }

    fn told(&self, is_sure: bool) -> Finding {
        let (said, right) = (self.said(), self.right.as_str());
        let finding = Finding::new(
            "name-spelling",
            Severity::Warning,
            format!("“{said}” here, “{right}” elsewhere"),
            "Spell the name in one way; ask its bearer, or look at their own page.",
            Place::new(&self.field.path, said),
        )
        .against(Place::new(&self.name.path, right));
        // Marks of emphasis within the name would be lost with it.
        if !is_sure || said.contains(['*', '_', '[', '\\']) {
            return finding;
        }
        finding.mended_by(Repair::within(&self.field.path, self.field.text, self.bytes.clone(), right))
    }
}

/// The names that the draft lists: persons, signers, sender, author of the bill, bodies and organisations.
fn listed<'a>(context: &Context<'a>) -> Vec<Name<'a>> {
    let draft = context.draft;
    let mut names: Vec<Name<'a>> = Vec::new();
    let mut seen: BTreeSet<(String, bool)> = BTreeSet::new();
    let mut add = |path: String, first: &'a str, last: &'a str, is_person: bool| {
        let words: Vec<&str> = first.split_whitespace().chain(last.split_whitespace()).collect();
        let words: Vec<&str> = words.into_iter().map(|word| word.trim_matches([',', '.', ';', ':'])).collect();
        if words.is_empty() || words.len() > MOST_WORDS || !seen.insert((words.join(" "), is_person)) {
            return;
        }
        let folded: Vec<String> = words.iter().map(|word| folded(word)).collect();
        let given = first.split_whitespace().count();
        let surname = if is_person { given..words.len() } else { words.len()..words.len() };
        names.push(Name { path, words, folded, surname });
    };
    for (index, addressee) in draft.addressees.iter().enumerate() {
        for (person_index, person) in addressee.persons.iter().enumerate() {
            let path = format!("addressees[{index}].persons[{person_index}].last");
            add(path, &person.first, &person.last, true);
        }
        add(format!("addressees[{index}].body"), "", &addressee.body, false);
    }
    add("item.body".to_owned(), "", &draft.item.body, false);
    add("item.author".to_owned(), "", &draft.item.author, true);
    for (index, signer) in draft.signers.iter().enumerate() {
        let (first, last) = first_and_last(&signer.name);
        add(format!("signers[{index}].name"), first, last, true);
        add(format!("signers[{index}].organisation"), "", &signer.organisation, false);
    }
    // Who sends is a person or an organisation; an organisation has no surname, and a person's stands among the signers.
    let is_one_name = !draft.sender.name.trim().contains(' ');
    add("sender.name".to_owned(), "", &draft.sender.name, is_one_name);
    if let Some(head) = &draft.letterhead {
        add("letterhead.name".to_owned(), "", &head.name, false);
        for (index, column) in head.columns.iter().enumerate() {
            add(format!("letterhead.columns[{index}].name"), "", &column.name, false);
        }
    }
    names
}

/// The first name, and the rest without what follows it: `Jr.`, `M.D.`
fn first_and_last(name: &str) -> (&str, &str) {
    let name = name.split(',').next().unwrap_or_default().trim();
    let name = [" Jr.", " Sr.", " II", " III", " IV"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    name.rsplit_once(' ').unwrap_or(("", name))
}

fn words<'a>(field: &'a FieldText<'_>) -> Vec<Word<'a>> {
    let prose = &field.prose;
    let read = |token: usize| {
        let place = prose.tokens[token];
        let text = without_possessive(prose.text(token));
        let is_word = place.kind == TokenKind::Word && !place.quoted && text.starts_with(char::is_alphabetic);
        // Words without a capital stand within names at most; what they look like is asked for rarely.
        let is_of_name = is_word && text.starts_with(char::is_uppercase);
        let folded = if is_of_name { folded(text) } else { String::new() };
        is_word.then(|| Word { token, bytes: place.start..place.start + text.len(), text, folded })
    };
    (0..prose.tokens.len()).filter_map(read).collect()
}

/// Where a text nearly says a name: the bytes, and the words that would be right there. `capitals` are the words that
/// begin with a capital, as every name does.
fn misspelt(
    field: &FieldText<'_>,
    words: &[Word<'_>],
    capitals: &[usize],
    name: &Name<'_>,
    lists: &Lists<'_>,
) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let count = name.words.len();
    let surname = name.surname.clone();
    let mut next = 0;
    for start in capitals.iter().copied() {
        if start < next {
            continue;
        }
        // Where one word is other, the first or the last is not.
        let may_be = |window: &&[Word<'_>]| {
            let same = |index: usize| window[index].text.eq_ignore_ascii_case(name.words[index]);
            same(0) || same(count - 1)
        };
        if count > 1
            && let Some(window) = words.get(start..start + count).filter(may_be)
            && is_whole(field, window)
            && is_nearly(window, name)
            && !window
                .iter()
                .zip(&name.words)
                .all(|(word, right)| lists.known.contains(word.text) || word.text == *right)
        {
            found.push((window[0].bytes.start..window[count - 1].bytes.end, name.words.join(" ")));
            next = start + count;
            continue;
        }
        let Some(window) = words.get(start..start + surname.len()).filter(|window| !window.is_empty()) else {
            continue;
        };
        let said: usize = window.iter().map(|word| word.plain().len()).sum();
        let right: usize = name.folded[surname.clone()].iter().map(String::len).sum();
        if said.abs_diff(right) > 2 || !is_whole(field, window) {
            continue;
        }
        if let Some(right) = surname_is_near(field, words, start, window, name, lists) {
            found.push((window[0].bytes.start..window[window.len() - 1].bytes.end, right));
        }
    }
    found
}

/// Only spaces stand between the words.
fn is_whole(field: &FieldText<'_>, window: &[Word<'_>]) -> bool {
    window.windows(2).all(|pair| pair[1].token == pair[0].token + 1 && field.prose.gap(pair[0].token).trim().is_empty())
}

/// All words of the name but one stand there, and that one nearly.
fn is_nearly(window: &[Word<'_>], name: &Name<'_>) -> bool {
    let mut others = 0;
    for (word, (right, plain)) in window.iter().zip(name.words.iter().zip(&name.folded)) {
        if word.text == *right || word.text.eq_ignore_ascii_case(right) {
            continue;
        }
        // A first word of two letters may be any: what differs must be a name itself.
        others += 1;
        let is_particle = word.text.starts_with(char::is_lowercase) && window.len() > 2;
        if others > 1
            || !(word.text.starts_with(char::is_uppercase) || is_particle)
            || !is_near(&word.plain(), plain, Sureness::Rest)
        {
            return false;
        }
    }
    let longest = name.folded.iter().map(String::len).max().unwrap_or(0);
    others == 1 && longest >= 4
}

/// What says that the name is meant, beside the word itself.
#[derive(Clone, Copy)]
enum Sureness {
    /// The rest of the name around it.
    Rest,
    /// Nothing, or a title.
    Alone,
}

/// A letter more, less or other, two neighbours exchanged; two such slips in long words; or marks lost.
fn is_near(word: &str, right: &str, sureness: Sureness) -> bool {
    if word == right {
        return true;
    }
    let (least, twice) = match sureness {
        Sureness::Rest => (3, 7),
        Sureness::Alone => (4, 8),
    };
    let (short, long) = (word.len().min(right.len()), word.len().max(right.len()));
    let is_plural =
        |one: &str, other: &str| one.strip_prefix(other).is_some_and(|end| matches!(end, "s" | "es" | "'s"));
    if short < least || long > LONGEST_WORD || long - short > 2 || is_plural(word, right) || is_plural(right, word) {
        return false;
    }
    if word.bytes().chain(right.bytes()).any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let most = if short >= twice { 2 } else { 1 };
    strsim::damerau_levenshtein(word, right) <= most
}

/// The surname that the words nearly are, when enough says that it is meant.
fn surname_is_near(
    field: &FieldText<'_>,
    words: &[Word<'_>],
    start: usize,
    window: &[Word<'_>],
    name: &Name<'_>,
    lists: &Lists<'_>,
) -> Option<String> {
    let right = &name.words[name.surname.clone()];
    let plain = &name.folded[name.surname.clone()];
    let said = window.iter().map(|word| word.text);
    if said.clone().zip(right).all(|(word, right)| word.eq_ignore_ascii_case(right))
        || said.clone().all(|word| lists.known.contains(word))
        || !window[0].text.starts_with(char::is_uppercase)
    {
        return None;
    }
    let joined = |words: &[String]| words.join(" ");
    let (word, plain) = (window.iter().map(Word::plain).collect::<Vec<_>>().join(" "), joined(plain));
    if plain.len() < 5 || !is_near(&word, &plain, Sureness::Alone) {
        return None;
    }
    let prose = &field.prose;
    let first = window[0].token;
    let last = window[window.len() - 1].token;
    let is_place = prose.is_any(last + 1, PLACES) || prose.text(last + 1).starts_with(char::is_uppercase);
    let before = start.checked_sub(1).map(|at| &words[at]).filter(|before| before.token + 1 == first);
    let after_first_name = before.is_some_and(|before| name.folded[..name.surname.start].contains(&before.folded));
    let after_title = (first.saturating_sub(3)..first).any(|at| title_at(prose, at).is_some_and(|t| t.next == first))
        || first.checked_sub(1).is_some_and(|at| lists.roles.contains(&prose.text(at).to_lowercase()));
    // A name that is all that the field holds is that of whoever sends and signs.
    let is_all = field.path.ends_with("name") && words.len() == window.len();
    if after_first_name || is_all {
        return Some(right.join(" "));
    }
    // Another first name is another person.
    let is_long = plain.len() >= UNMISTAKABLE;
    let may_have_any_first_name = name.surname.start == 0 && is_long;
    let after_other_name = !may_have_any_first_name
        && before.is_some_and(|before| {
            let opens = prose.starts_sentence(before.token) && prose.is_any(before.token, OPENERS);
            // What stands before a name in a salutation is how somebody is addressed.
            let greets = field.path == "salutation";
            before.text.starts_with(char::is_uppercase) && !after_title && !opens && !greets
                || lists.first_names.contains(before.folded.as_str())
        });
    if after_other_name || is_place {
        return None;
    }
    let lost_marks = word == plain && plain.len() >= 5;
    let stands_alone = !prose.starts_sentence(first) && is_long;
    let is_free = field.voice == Voice::Own
        || matches!(field.path.as_str(), "salutation" | "subject")
        || field.path.starts_with("cc[");
    (after_title || is_free && (stands_alone || lost_marks && !prose.starts_sentence(first))).then(|| right.join(" "))
}

/// Somebody whom a text names by title and surname, and whom nothing else lists.
struct Mention<'a> {
    field: &'a FieldText<'a>,
    title: String,
    bytes: Range<usize>,
    folded: String,
}

fn titled<'a>(field: &'a FieldText<'a>, words: &[Word<'_>], known: &BTreeSet<&str>) -> Vec<Mention<'a>> {
    let by_token: BTreeMap<usize, &Word<'_>> = words.iter().map(|word| (word.token, word)).collect();
    let mention = |at: usize| {
        let Title { name, next, is_plural, .. } = title_at(&field.prose, at)?;
        let mut last = *by_token.get(&next)?;
        // The surname is the last of the names.
        while let Some(word) = by_token.get(&(last.token + 1))
            && word.text.starts_with(char::is_uppercase)
            && field.prose.gap(last.token).trim().is_empty()
            && field.text[last.bytes.end..word.bytes.start].len() == 1
        {
            last = word;
        }
        let is_name = last.text.starts_with(char::is_uppercase) && !is_plural && !known.contains(last.text);
        is_name.then(|| Mention { field, title: name, bytes: last.bytes.clone(), folded: last.folded.clone() })
    };
    (0..field.prose.tokens.len()).filter_map(mention).collect()
}

/// Two spellings among the texts, told at the later one.
fn among_themselves(mentions: &[Mention<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, later) in mentions.iter().enumerate().take(MOST_NAMES) {
        let said = |mention: &Mention<'_>| mention.field.text[mention.bytes.clone()].to_owned();
        let is_other_spelling = |earlier: &&Mention<'_>| {
            earlier.title == later.title
                && said(earlier) != said(later)
                && later.folded.len() >= 6
                && is_near(&later.folded, &earlier.folded, Sureness::Alone)
        };
        let Some(earlier) = mentions[..index].iter().find(is_other_spelling) else { continue };
        findings.push(
            Finding::new(
                "name-spelling",
                Severity::Warning,
                format!("“{}” here, “{}” before", said(later), said(earlier)),
                "Spell the name in one way, if one person is meant.",
                Place::new(&later.field.path, said(later)),
            )
            .against(Place::new(&earlier.field.path, said(earlier))),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Addressee, Draft, Item, Person, Sender, Signer};
    use crate::preflight::testing::{told, with_words};

    /// What is said, with what the repair would write.
    fn found(draft: &Draft) -> Vec<(String, String)> {
        let findings = told(draft).into_iter().filter(|finding| finding.check == "name-spelling");
        let right = |finding: &Finding| finding.repair.as_ref().map(|repair| repair.to.clone()).unwrap_or_default();
        findings.map(|finding| (finding.place.excerpt.clone(), right(&finding))).collect()
    }

    fn draft(text: &str) -> Draft {
        let person = |first: &str, last: &str| Person {
            first: first.to_owned(),
            last: last.to_owned(),
            role: "Councilmember".to_owned(),
            ..Person::default()
        };
        let persons = vec![
            person("Ana Lucía", "Obregón"),
            person("Johanna", "Van der Berg"),
            person("Julián", "Ibáñez"),
            person("Ezekiel", "Marsh"),
            person("Lisa", "Kaplan"),
            person("Rick", "Kaplen"),
            person("", "Pluckebaum"),
        ];
        let addressees = vec![Addressee { body: "Oakland City Council".to_owned(), persons, ..Addressee::default() }];
        let sender = Sender { name: "Heron Street Riders Union".to_owned(), ..Sender::default() };
        let signers = vec![Signer { name: "Marisol Echeverría".to_owned(), ..Signer::default() }];
        let item = Item { author: "Okonkwo-Reyes".to_owned(), ..Item::default() };
        Draft { addressees, sender, signers, item, ..with_words("hook", text) }
    }

    #[test]
    fn names_are_spelled_as_they_are_listed() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = found(&draft(text));
            let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Councilmember Obregon walked with us.", &[("Obregon", "Obregón")]);
        check("Then Pluckenbaum spoke.", &[("Pluckenbaum", "Pluckebaum")]);
        check("We thank Councilmember Pluckebuam’s staff.", &[("Pluckebuam", "Pluckebaum")]);
        check("Councilmember Van den Berg came.", &[("Van den Berg", "Van der Berg")]);
        check("We met Julian Ibáñez in June.", &[("Julian Ibáñez", "Julián Ibáñez")]);
        check("We met Councilmember Ibañes in June.", &[("Ibañes", "Ibáñez")]);
        check("The Herron Street Riders Union counts.", &[("Herron Street Riders Union", "Heron Street Riders Union")]);
        check("Before the Oakland City Counsel we speak.", &[("Oakland City Counsel", "Oakland City Council")]);
        check("I am Marisol Echevería.", &[("Marisol Echevería", "Marisol Echeverría")]);
        check("We thank Senator Okonkwo-Reyez.", &[("Okonkwo-Reyez", "Okonkwo-Reyes")]);
        check("Ezekiel Marsch spoke.", &[("Ezekiel Marsch", "Ezekiel Marsh")]);
        check("Mr. Marsch spoke.", &[("Marsch", "Marsh")]);
        check("Ms. Villanueva-Ross spoke. We told Ms. Villanueva-Rose so.", &[("Villanueva-Rose", "")]);

        check("Councilmember Obregón and Lisa Kaplan walked with Rick Kaplen.", &[]);
        check("In March we met the Kaplans and the Obregóns.", &[]);
        check("We ask Pluckebaum’s office; Ezekiel Marsh’s too.", &[]);
        check("The marsh at Pluckebaun Street floods.", &[]);
        check("He wrote “Obregon” on a slip.", &[]);
        check("Heron Street riders union members met the Riders Unions.", &[]);
        check("Oakland’s city council and the Oakland City Councils of old met.", &[]);
        check("Ms. Martin spoke, and Mr. Martins answered.", &[]);
        check("Ms. Lee spoke, and Ms. Leo answered.", &[]);
        check("Peter Obregon is a neighbor.", &[]);
        check("We thank Ifeoma Okonkwo-Reyez.", &[("Okonkwo-Reyez", "Okonkwo-Reyes")]);
    }

    #[test]
    fn who_sends_and_who_signs_is_one_person() {
        let check = |sender: &str, signer: &str, expected: usize| {
            let sender = Sender { name: sender.to_owned(), ..Sender::default() };
            let signers = vec![Signer { name: signer.to_owned(), ..Signer::default() }];
            assert_eq!(found(&Draft { sender, signers, ..Draft::default() }).len(), expected, "{signer}");
        };
        check("Inês Okonkwo-Barrera", "Ines Okonkwo-Barrera", 1);
        check("Leopold Nakashima-Greene", "Leopold Nakashima-Green", 1);
        check("Suryani", "Suriani", 1);
        check("Suryani", "Suryani", 0);
        check("Inês Okonkwo-Barrera", "Lamar Gutierrez Sr.", 0);
        check("Friends of Oak Park", "Oak Parker", 0);
    }

    #[test]
    fn lists_are_held_against_each_other() {
        let check = |first: &str, last: &str, line: &str, expected: &[&str]| {
            let persons = vec![Person { first: first.to_owned(), last: last.to_owned(), ..Person::default() }];
            let addressees = vec![Addressee { persons, lines: vec![line.to_owned()], ..Addressee::default() }];
            let found = found(&Draft { addressees, ..Draft::default() });
            let found: Vec<&str> = found.iter().map(|(excerpt, _)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{line}");
        };
        check("Anneliese", "Brückner", "Annelise Brückner", &["Annelise Brückner"]);
        check("Anneliese", "Brückner", "Anneliese Bruckner", &["Anneliese Bruckner"]);
        check("Anneliese", "Brückner", "Ms. Anneliese Brückner", &[]);
        check("Anneliese", "Brückner", "Anneliese Street 4", &[]);
        check("John", "Smith", "Jane Smith", &[]);
    }
}
