//! What the kind needs and the draft does not hold: required parts and fields, an addressee, a signer.

use super::context::Context;
use crate::draft::{Addressee, Draft, Words};
use crate::finding::{Finding, Place, Severity};
use crate::template::PartName;

/// The kind has inside addresses and the draft names nobody.
pub fn no_addressee(context: &Context<'_>) -> Vec<Finding> {
    if !context.has_part(PartName::Addressees) || has_addressee(context.draft) {
        return Vec::new();
    }
    vec![absence(
        "no-addressee",
        "addressees",
        "the letter has no addressee",
        "Add the body or the person that the letter goes to.",
    )]
}

/// The kind is signed and the draft has no signer.
pub fn no_signer(context: &Context<'_>) -> Vec<Finding> {
    if !context.has_part(PartName::Signers) || has_signer(context.draft) {
        return Vec::new();
    }
    vec![absence("no-signer", "signers", "the letter has no signer", "Add the name of the person who signs.")]
}

/// Something that the kind requires is empty: a part, a field of the item, an answer, the words of an ask.
pub fn missing(context: &Context<'_>) -> Vec<Finding> {
    let template = context.template;
    let mut findings = Vec::new();
    for path in template.required.iter().filter(|path| !has_own_check(context, path)) {
        if let Some(name) = path.strip_prefix("words.") {
            // An answer that is required in both ways is told once, below.
            let asked = template.field(name).filter(|field| !field.required && field.default.trim().is_empty());
            if let Some(field) = asked.filter(|_| is_unanswered(context.draft, name)) {
                findings.push(unanswered(name, &field.prompt));
            }
        } else if is_empty(context.draft, path) == Some(true) {
            let (what, hint) = words_for(path);
            findings.push(absence("missing", path, &format!("{what} is missing"), &hint));
        }
    }
    for field in template.fields.iter().filter(|field| field.required && field.default.trim().is_empty()) {
        if is_unanswered(context.draft, &field.name) {
            findings.push(unanswered(&field.name, &field.prompt));
        }
    }
    for (number, (index, ask)) in context.draft.ordered_asks().into_iter().enumerate() {
        if is_blank(&ask.full) {
            let message = format!("ask {} says nothing", number + 1);
            findings.push(absence("missing", &format!("asks[{index}].full"), &message, "Write the ask, or remove it."));
        }
    }
    findings
}

fn absence(check: &'static str, path: &str, message: &str, hint: &str) -> Finding {
    Finding::new(check, Severity::Error, message, hint, Place::absent(path))
}

fn unanswered(name: &str, prompt: &str) -> Finding {
    absence(
        "missing",
        &format!("words.{name}"),
        &format!("no answer to “{prompt}”"),
        "Answer the question; this kind of letter cannot do without it.",
    )
}

/// Parts whose absence is told by a check of its own.
fn has_own_check(context: &Context<'_>, path: &str) -> bool {
    match path {
        "date" => context.has_part(PartName::Date),
        "addressees" => context.has_part(PartName::Addressees),
        "signers" => context.has_part(PartName::Signers),
        _ => false,
    }
}

fn has_addressee(draft: &Draft) -> bool {
    let named = |addressee: &Addressee| {
        has_text(&addressee.lines)
            || !is_blank(&addressee.body)
            || addressee.persons.iter().any(|person| !is_blank(&person.full_name()))
    };
    draft.addressees.iter().any(named)
}

fn has_signer(draft: &Draft) -> bool {
    draft.signers.iter().any(|signer| !is_blank(&signer.name))
}

fn has_text(lines: &[String]) -> bool {
    lines.iter().any(|line| !is_blank(line))
}

fn is_unanswered(draft: &Draft, name: &str) -> bool {
    match draft.words.get(name) {
        None => true,
        Some(Words::Text(text)) => is_blank(text),
        Some(Words::List(entries)) => !has_text(entries),
        Some(Words::Flag(_) | Words::Number(_) | Words::Date(_)) => false,
    }
}

/// Nothing in the text can be seen: blanks of any width, joiners, and marks of direction.
fn is_blank(text: &str) -> bool {
    let is_unseen = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    text.chars().all(|c| c.is_whitespace() || is_unseen(c))
}

/// The draft holds nothing under this path; none for a path that drafts do not have.
fn is_empty(draft: &Draft, path: &str) -> Option<bool> {
    let blank = is_blank;
    let none_or_blank = |text: &Option<String>| text.as_deref().is_none_or(blank);
    let item = &draft.item;
    Some(match path {
        "date" => draft.date.is_none() && none_or_blank(&draft.date_line),
        "delivery" => !has_text(&draft.delivery),
        "subject" => none_or_blank(&draft.subject),
        "salutation" => none_or_blank(&draft.salutation),
        "closing" => none_or_blank(&draft.closing),
        "enclosures" => !has_text(&draft.enclosures),
        "cc" => !has_text(&draft.cc),
        "letterhead" => draft.letterhead.is_none(),
        "sender" | "sender.name" => blank(&draft.sender.name),
        "sender.short" => blank(&draft.sender.short),
        "sender.lines" => !has_text(&draft.sender.lines),
        "item" => *item == Default::default(),
        "item.body" => blank(&item.body),
        "item.number" => blank(&item.number),
        "item.title" => blank(&item.title),
        "item.file_id" => blank(&item.file_id),
        "item.author" => blank(&item.author),
        "item.version" => blank(&item.version),
        "item.meeting" => item.meeting.is_none(),
        "item.position" => item.position.is_none(),
        "addressees" => !has_addressee(draft),
        "signers" => !has_signer(draft),
        "asks" => draft.asks.is_empty(),
        "references" => draft.references.is_empty(),
        _ => return None,
    })
}

/// What a path is called, and what to do about it.
fn words_for(path: &str) -> (String, String) {
    let (what, hint) = match path {
        "item.number" => ("the number of the item", "Copy the number from the agenda."),
        "item.title" => ("the title of the item", "Copy the title from the agenda, word for word."),
        "item.body" => ("the body that hears the item", "Name the council, board or committee that hears it."),
        "item.file_id" => ("the file number of the item", "Copy the file or docket number from the agenda."),
        "item.author" => ("the author of the bill", "Name the author as the bill does."),
        "item.version" => {
            ("the version of the bill", "Say which version: “as amended” and the date, or “as introduced”.")
        }
        "item.meeting" => ("the date of the meeting", "Give the date of the meeting that hears the item."),
        "item.position" => {
            ("your position on the item", "Choose whether you support it, oppose it or want it changed.")
        }
        "asks" => ("what you ask for", "Add at least one ask."),
        "references" => ("a reference", "Add the source that the letter rests on."),
        _ => {
            let name = path.replace(['.', '_'], " ");
            return (format!("`{path}`"), format!("Fill in the {name}."));
        }
    };
    (what.to_owned(), hint.to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::draft::{Ask, Person, Position, Signer};
    use crate::layout::page::Pages;
    use crate::letter::Letter;
    use crate::preflight::testing::{template, with_words};
    use crate::preflight::{Known, preflight};
    use crate::template::Template;

    fn messages(template: &Template, draft: &Draft) -> Vec<(&'static str, String)> {
        preflight(template, draft, &Letter::default(), &Pages::default(), &Known::default())
            .into_iter()
            .filter(|finding| ["missing", "no-addressee", "no-signer"].contains(&finding.check))
            .inspect(|finding| assert_eq!(finding.severity, Severity::Error))
            .map(|finding| (finding.check, finding.place.path))
            .collect()
    }

    /// A draft that has everything that the cases below ask for.
    fn whole() -> Draft {
        let mut draft = with_words("hook", "It happened.");
        draft.date = Some(date(2026, 2, 10));
        draft.addressees = vec![Addressee { body: "Sacramento City Council".to_owned(), ..Addressee::default() }];
        draft.signers = vec![Signer { name: "Moiz Mir".to_owned(), ..Signer::default() }];
        draft.asks = vec![Ask { full: "Vote yes.".to_owned(), ..Ask::default() }];
        draft.item.number = "3".to_owned();
        draft.item.position = Some(Position::Support);
        draft
    }

    #[test]
    fn what_the_kind_requires_is_told_when_it_is_empty() {
        let check = |required: &[&str], change: fn(&mut Draft), expected: &[(&'static str, &str)]| {
            let mut template = template();
            template.required = required.iter().map(|path| (*path).to_owned()).collect();
            let mut draft = whole();
            change(&mut draft);
            let expected: Vec<(&str, String)> =
                expected.iter().map(|(check, path)| (*check, (*path).to_owned())).collect();
            assert_eq!(messages(&template, &draft), expected, "{required:?}");
        };
        let everything = ["date", "addressees", "signers", "asks", "item.number", "item.position", "words.hook"];
        check(&everything, |_| {}, &[]);
        check(&["item.title"], |_| {}, &[("missing", "item.title")]);
        check(&["item.number"], |draft| draft.item.number = " ".to_owned(), &[("missing", "item.number")]);
        check(&["item.meeting"], |_| {}, &[("missing", "item.meeting")]);
        check(&["asks"], |draft| draft.asks.clear(), &[("missing", "asks")]);
        check(&["references", "sender.name"], |_| {}, &[("missing", "sender.name"), ("missing", "references")]);
        check(&["words.hook"], |draft| draft.words.clear(), &[("missing", "words.hook")]);
        check(&["words.list"], |_| {}, &[("missing", "words.list")]);
        check(&["no.such.path"], |_| {}, &[]);
        check(&["addressees"], |draft| draft.addressees.clear(), &[("no-addressee", "addressees")]);
        check(&[], |draft| draft.addressees = vec![Addressee::default()], &[("no-addressee", "addressees")]);
        check(&["signers"], |draft| draft.signers.clear(), &[("no-signer", "signers")]);
        check(&[], |draft| draft.signers[0].name.clear(), &[("no-signer", "signers")]);
        check(&[], |draft| draft.asks[0].full = "\n".to_owned(), &[("missing", "asks[0].full")]);
        // What nobody sees is no answer.
        let unseen = "\u{200b}\u{a0}\u{202e}";
        check(&[], |draft| draft.asks[0].full = "\u{200b}\u{a0}\u{202e}".to_owned(), &[("missing", "asks[0].full")]);
        check(&[], |draft| draft.signers[0].name = "\u{200b}".to_owned(), &[("no-signer", "signers")]);
        assert!(is_blank(unseen) && !is_blank("\u{200b}Rosa"));
        let mononym = |draft: &mut Draft| {
            let persons = vec![Person { last: "Maple".to_owned(), ..Person::default() }];
            draft.addressees = vec![Addressee { persons, ..Addressee::default() }];
        };
        check(&["addressees"], mononym, &[]);
    }

    #[test]
    fn a_kind_without_the_part_needs_nobody() {
        let mut template = template();
        template.parts = vec![PartName::Body];
        assert_eq!(messages(&template, &Draft::default()), []);
    }

    #[test]
    fn required_fields_are_told_by_their_question() {
        let mut template = template();
        template.fields[0].required = true;
        template.required = vec!["words.hook".to_owned()];
        let mut draft = whole();
        draft.words.clear();
        let found = preflight(&template, &draft, &Letter::default(), &Pages::default(), &Known::default());
        let found: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(found, ["no answer to “What happened?”"]);
        template.fields[0].default = "As everybody knows.".to_owned();
        assert_eq!(messages(&template, &draft), []);
    }
}
