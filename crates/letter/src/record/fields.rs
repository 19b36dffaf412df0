//! Which fields of a draft would be published as whose words, and what in it is official.
//!
//! Not looked at, being official: addressees, the item, references, the letterhead, how the letter travels, who gets a
//! copy, and the address lines of an organisation.

use crate::draft::{Draft, Signer, Words};

/// Whose a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// Sentences.
    Prose,
    /// A line of a person's own address.
    Person,
}

/// Shows each field that may hold something personal, with its path.
pub(super) fn visit(draft: &mut Draft, see: &mut dyn FnMut(&str, Owner, &mut String)) {
    let sender_is_person = sender_is_person(draft);
    for (name, words) in &mut draft.words {
        match words {
            Words::Text(text) => see(&format!("words.{name}"), Owner::Prose, text),
            Words::List(texts) => {
                for (index, text) in texts.iter_mut().enumerate() {
                    see(&format!("words.{name}[{index}]"), Owner::Prose, text);
                }
            }
            Words::Flag(_) | Words::Number(_) | Words::Date(_) => {}
        }
    }
    for (index, ask) in draft.asks.iter_mut().enumerate() {
        let fields = [("label", &mut ask.label), ("full", &mut ask.full), ("short", &mut ask.short)];
        for (field, text) in fields.into_iter().chain([("line", &mut ask.line)]) {
            see(&format!("asks[{index}].{field}"), Owner::Prose, text);
        }
    }
    for (index, text) in draft.enclosures.iter_mut().enumerate() {
        see(&format!("enclosures[{index}]"), Owner::Prose, text);
    }
    for (path, text) in [("subject", &mut draft.subject), ("closing", &mut draft.closing)] {
        if let Some(text) = text {
            see(path, Owner::Prose, text);
        }
    }
    if sender_is_person {
        for (index, text) in draft.sender.lines.iter_mut().enumerate() {
            see(&format!("sender.lines[{index}]"), Owner::Person, text);
        }
    }
    for (number, signer) in draft.signers.iter_mut().enumerate().filter(|(_, signer)| is_person(signer)) {
        for (index, text) in signer.lines.iter_mut().enumerate() {
            see(&format!("signers[{number}].lines[{index}]"), Owner::Person, text);
        }
    }
}

/// Signs for herself: an organisation named for identification only does not make its phone of hers.
fn is_person(signer: &Signer) -> bool {
    signer.organisation.trim().is_empty() || signer.identification_only
}

/// The sender is one of those who sign for themselves, and not an organisation that they sign for.
fn sender_is_person(draft: &Draft) -> bool {
    let name = draft.sender.name.trim();
    let signs = |signer: &Signer| is_person(signer) && (name.is_empty() || signer.name.trim() == name);
    draft.letterhead.is_none() && draft.signers.iter().any(signs)
}

/// All words of the names of those who sign, are addressed, get a copy or wrote what is referred to.
pub(super) fn known_names(draft: &Draft) -> Vec<String> {
    let persons = draft.addressees.iter().flat_map(|addressee| &addressee.persons);
    let names = persons.flat_map(|person| [&person.first, &person.last]);
    let names = names.chain(draft.signers.iter().map(|signer| &signer.name));
    let names = names.chain(draft.references.iter().flat_map(|reference| [&reference.author, &reference.title]));
    let names = names.chain(draft.addressees.iter().flat_map(|addressee| &addressee.lines));
    let names = names.chain(&draft.cc).chain([&draft.sender.name, &draft.item.author, &draft.item.title]);
    let letterhead = draft.letterhead.iter().flat_map(|head| head.lines.iter().chain([&head.name]));
    let words =
        names.chain(letterhead).flat_map(|name| name.split(|c: char| !(c.is_alphabetic() || "-'’".contains(c))));
    words.filter(|word| word.chars().count() > 1).map(str::to_owned).collect()
}

/// The lines of those who are official, where a phone or an address is nobody's own.
pub(super) fn official_text(draft: &Draft) -> String {
    let addressees = draft.addressees.iter().flat_map(|addressee| &addressee.lines);
    let head = draft.letterhead.iter();
    let head = head.flat_map(|head| head.lines.iter().chain(head.columns.iter().flat_map(|column| &column.lines)));
    let signers = draft.signers.iter().filter(|signer| !is_person(signer)).flat_map(|signer| &signer.lines);
    let lines = addressees.chain(head).chain(signers).chain(&draft.delivery).chain(&draft.cc);
    let sender = if sender_is_person(draft) { &[][..] } else { &draft.sender.lines };
    lines.chain(sender).map(String::as_str).collect::<Vec<_>>().join("\n")
}
