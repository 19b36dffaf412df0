//! One title written in two ways: `Council Member` where the council itself writes `Councilmember`.
//!
//! How a body writes it is told by the roles of the persons who are addressed; where they say nothing, the way that
//! the letter uses most. Words without capitals are no titles, and whoever bears another name is of another body.

use std::ops::Range;

use super::super::context::{Context, FieldText, Voice};
use super::titles::is_name;
use crate::finding::{Finding, Place, Repair, Severity};
use crate::prose::Prose;

/// Ways to write one title, without the ending of the plural.
const FORMS: &[&[&str]] = &[
    &["Councilmember", "Council Member"],
    &["Boardmember", "Board Member"],
    &["Committeemember", "Committee Member"],
    &["Assemblymember", "Assembly Member"],
    &["Councilor", "Councillor"],
];

/// How many titles are told.
const MOST: usize = 40;

/// A title as it stands in a text.
struct Written<'a> {
    field: &'a FieldText<'a>,
    /// Which of the titles, and which of its forms.
    title: usize,
    form: usize,
    bytes: Range<usize>,
    /// The token after it.
    next: usize,
}

/// A title is written in another way than the body's.
pub(in crate::preflight) fn title_form(context: &Context<'_>) -> Vec<Finding> {
    if !context.is_english() {
        return Vec::new();
    }
    let written: Vec<Written<'_>> = context.fields.iter().flat_map(written).collect();
    FORMS.iter().enumerate().flat_map(|(title, forms)| of_title(context, title, forms, &written)).collect()
}

fn of_title(context: &Context<'_>, title: usize, forms: &[&str], written: &[Written<'_>]) -> Vec<Finding> {
    let written: Vec<&Written<'_>> = written.iter().filter(|one| one.title == title).collect();
    let count = |form: usize, is_role: bool| {
        written.iter().filter(|one| one.form == form && is_role == one.field.path.ends_with(".role")).count()
    };
    // The body's own way is that of its members' roles; two ways among them leave it open.
    let own = match (count(0, true), count(1, true)) {
        (0, 0) => {
            let (first, second) = (count(0, false), count(1, false));
            if first == 0 || second == 0 || first == second {
                return Vec::new();
            }
            usize::from(second > first)
        }
        (_, 0) => 0,
        (0, _) => 1,
        (first, second) => usize::from(second > first),
    };
    let model = written.iter().filter(|one| one.form == own).max_by_key(|one| one.field.path.ends_with(".role"));
    let Some(model) = model else { return Vec::new() };
    let other = Place::new(&model.field.path, &model.field.text[model.bytes.clone()]);
    let strays = written.iter().filter(|one| one.form != own && is_of_body(context, one)).take(MOST);
    strays
        .map(|stray| {
            let said = &stray.field.text[stray.bytes.clone()];
            let plural = if said.ends_with('s') { "s" } else { "" };
            let right = format!("{}{plural}", forms[own]);
            let message = format!("“{said}” stands here, and “{}” elsewhere", other.excerpt);
            let hint = format!("Write “{right}” throughout, as the body does.");
            let place = Place::new(&stray.field.path, said);
            let repair = Repair::within(&stray.field.path, stray.field.text, stray.bytes.clone(), right);
            Finding::new("title-form", Severity::Note, message, hint, place).against(other.clone()).mended_by(repair)
        })
        .collect()
}

fn written<'a>(field: &'a FieldText<'a>) -> Vec<Written<'a>> {
    // Titles of sources and of items are printed as they are.
    let is_free = matches!(field.voice, Voice::Own) || is_of_address(&field.path) || field.path == "salutation";
    if !is_free {
        return Vec::new();
    }
    let prose = &field.prose;
    let read = |at: usize| {
        let is_possible = prose.text(at).starts_with(['A', 'B', 'C']) && !prose.tokens[at].quoted;
        let mut forms = FORMS.iter().enumerate().filter(|_| is_possible);
        let (title, form) =
            forms.find_map(|(title, forms)| Some((title, forms.iter().position(|form| stands(prose, at, form))?)))?;
        let next = at + FORMS[title][form].split(' ').count();
        let bytes = prose.tokens[at].start..prose.tokens[next - 1].end;
        Some(Written { field, title, form, bytes, next })
    };
    (0..prose.tokens.len()).filter_map(read).collect()
}

fn is_of_address(path: &str) -> bool {
    path.starts_with("addressees") && (path.ends_with(".role") || path.contains(".lines["))
}

fn stands(prose: &Prose<'_>, at: usize, form: &str) -> bool {
    let is = |token: usize, word: &str| {
        let text = prose.text(token);
        text == word || text.strip_suffix('s') == Some(word)
    };
    match form.split_once(' ') {
        Some((first, second)) => prose.text(at) == first && is(at + 1, second) && prose.gap(at) == " ",
        None => is(at, form),
    }
}

/// The title is that of an addressee, or of members in general; a person of another name may sit elsewhere.
fn is_of_body(context: &Context<'_>, title: &Written<'_>) -> bool {
    let prose = &title.field.prose;
    if title.field.voice != Voice::Own || !prose.text(title.next).starts_with(char::is_uppercase) {
        return true;
    }
    let persons = context.draft.addressees.iter().flat_map(|addressee| &addressee.persons);
    let mut persons = persons.peekable();
    if persons.peek().is_none() {
        return true;
    }
    persons.any(|person| {
        [&person.first, &person.last].iter().any(|name| {
            let words: Vec<&str> = name.split_whitespace().collect();
            is_name(prose, title.next, &words)
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::draft::{Addressee, Draft, Person};
    use crate::preflight::testing::{places, told, with_words};

    fn draft(role: &str, line: &str, text: &str) -> Draft {
        let person = Person { last: "Obregón".to_owned(), role: role.to_owned(), ..Person::default() };
        let lines = vec![line.to_owned()];
        let addressees = vec![Addressee { lines, persons: vec![person], ..Addressee::default() }];
        Draft { addressees, ..with_words("hook", text) }
    }

    #[test]
    fn titles_are_written_as_the_body_writes_them() {
        let check = |role: &str, line: &str, text: &str, expected: &[(&str, &str)]| {
            let found = places(&told(&draft(role, line, text)), "title-form");
            let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(found, expected, "{role}, {line}, {text}");
        };
        let one = "Councilmember";
        check(one, "", "Council Member Obregón came.", &[("words.hook", "Council Member")]);
        check(one, "", "We thank the Council Members.", &[("words.hook", "Council Members")]);
        check("Council Member", "Councilmember Obregón", "", &[("addressees[0].lines[0]", "Councilmember")]);
        check("Councillor", "", "Councilor Obregón came.", &[("words.hook", "Councilor")]);
        check("", "", "Councilmember A came, Councilmember B left, Council Member C stayed.", &[]);
        check(
            "Mayor",
            "",
            "Councilmember Obregón and two Councilmembers met a Council Member.",
            &[("words.hook", "Council Member")],
        );

        check(one, "Councilmember Obregón", "Councilmember Obregón came.", &[]);
        check(one, "", "Council Member Rao of the other city came.", &[]);
        check(one, "", "He said “Council Member Obregón” twice.", &[]);
        check(one, "", "Two council members came.", &[]);
        check("Council Member", "", "Council Member Obregón came.", &[]);
        check("Mayor", "", "Council Member Obregón came.", &[]);
    }

    #[test]
    fn the_bodys_way_is_one_click_away() {
        let found = told(&draft("Councilmember", "", "Thank you, Council Members."));
        let repair = found.iter().find_map(|finding| finding.repair.clone()).unwrap();
        assert_eq!((repair.from.as_str(), repair.to.as_str()), ("Council Members", "Councilmembers"));
    }
}
