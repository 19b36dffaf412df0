//! The whole walk, as a person takes it who has never seen it: from an empty desk to the letter that the project began
//! with, typed, clicked and signed, and handed out in every format.

use std::path::Path;

use letter::draft::Draft;
use letter::draft_file;

use super::Person;
use super::paste::copy;
use crate::case::{Case, cases};
use crate::{oracle, validators};

/// A signature in two strokes, in parts of the sheet.
const SIGNATURE: [&[(f64, f64)]; 2] = [
    &[(0.15, 0.7), (0.2, 0.25), (0.27, 0.65), (0.34, 0.25), (0.4, 0.7), (0.5, 0.55), (0.6, 0.68), (0.75, 0.5)],
    &[(0.2, 0.82), (0.45, 0.78), (0.8, 0.8)],
];

/// The letter that the project began with, as the case of that name has it.
fn seed() -> (Case, Draft) {
    let case = cases().into_iter().find(|case| case.name == "seed-aaln").unwrap();
    let draft = draft_file::read(&case.draft).unwrap().draft;
    (case, draft)
}

#[test]
fn from_an_empty_desk_to_the_letter_that_the_project_began_with() {
    let (case, draft) = seed();
    let person = Person::new();
    person.see("There are no letters yet.");
    person.click("Organisation letter");
    item(&person, &draft);
    asks(&person, &draft);
    addressees(&person, &draft);
    words(&person, &draft);
    references(&person, &draft);
    sign(&person, &draft);
    let folder = person.folder().join("handed in");
    std::fs::create_dir(&folder).unwrap();
    export(&person, &folder);
    judge(&case, &folder);
}

fn item(person: &Person, draft: &Draft) {
    let item = &draft.item;
    person.see("What is it about?");
    person.type_into("item.body", &item.body);
    person.type_into("item.number", &item.number);
    person.type_into("item.title", &item.title);
    person.click("File number, time zone and how the number reads");
    person.type_into("item.label", item.label.as_deref().unwrap());
    person.type_into("date", "February 10, 2025");
    person.see("Monday, February 10, 2025");
    person.see_in_letter("February 10, 2025");
    person.see_in_letter(&format!("Re: Item #3, {}", item.title));
}

fn asks(person: &Person, draft: &Draft) {
    person.click("Next: Asks");
    person.see("No asks yet");
    for (index, ask) in draft.asks.iter().enumerate() {
        person.click("Write a new ask");
        person.type_into(&format!("asks[{index}].label"), &ask.label);
        person.write(&format!("asks[{index}].full"), &ask.full);
        // A single ask has no number and no label.
        person.see_in_letter(ask.full.split(['*', '.']).next().unwrap());
    }
    for (index, ask) in draft.asks.iter().enumerate() {
        person.see_in_letter(&format!("{}) {}: ", index + 1, ask.label));
    }
    person.see_in_letter("the following three changes");
    // The last goes before the second by its handle, and back by the button.
    let [_, second, third] = &draft.asks[..] else { panic!("the letter has three asks") };
    person.drag_to("[data-field='asks[2]'] .grip", "[data-field='asks[1]']", 0.4);
    person.see_in_letter(&format!("2) {}", third.label));
    person.see_in_letter(&format!("3) {}", second.label));
    person.click(&format!("Move down: {}", third.label));
    person.see_in_letter(&format!("2) {}", second.label));
    person.see_in_letter(&format!("3) {}", third.label));
}

fn addressees(person: &Person, draft: &Draft) {
    let addressee = &draft.addressees[0];
    person.click("Next: Addressees");
    person.click("Add an addressee");
    // The body is that of the item.
    person.see_in_letter(&addressee.body);
    person.type_into("addressees[0].lines", &addressee.lines.join("\n"));
    for (index, member) in addressee.persons.iter().enumerate() {
        person.click("Add a person");
        person.type_into(&format!("addressees[0].persons[{index}].last"), &member.last);
        person.type_into(&format!("addressees[0].persons[{index}].role"), &member.role);
    }
    person.see_in_letter("Dear Chair Maple and Committee Members Dickinson, Pluckebaum, and Jennings");
    person.click("How it is built");
    person.type_into("page.greeting", "Hello");
    person.see_in_letter("Hello Chair Maple and Committee Members Dickinson, Pluckebaum, and Jennings,");
}

fn words(person: &Person, draft: &Draft) {
    let said = |name: &str| match &draft.words[name] {
        letter::draft::Words::Text(text) => text.clone(),
        other => panic!("{name} is {other:?}"),
    };
    person.click("Next: Words");
    for name in ["hook", "who_we_are", "history", "restated"] {
        person.write(&format!("words.{name}"), &said(name));
    }
    person.click(&said("asks_are"));
    person.see_in_letter("Sacramentans are overwhelmingly telling you a clear message");
    person.see_in_letter("Please revise this proposal and take decisive action");
}

fn references(person: &Person, draft: &Draft) {
    let source = &draft.references[0];
    person.click("Next: References");
    person.click("Add a new reference");
    person.choose("references[0].kind", "Ordinance");
    person.type_into("references[0].title", &source.title);
    person.type_into("references[0].jurisdiction", &source.jurisdiction);
    person.type_into("references[0].number", &source.number);
    person.type_into("references[0].section", &source.section);
    // A quotation is copied from where it stands.
    person.clear("references[0].excerpt");
    copy(person, &quotation(&source.excerpt), &source.excerpt.replace("**", ""));
    person.press("Ctrl+V");
    person.type_into("references[0].url", &source.url);
    person.type_into("references[0].date", "2024-12-19");
    person.click("More about it");
    person.type_into("references[0].label", &source.label);
    person.see("Nothing cites it yet.");
    // The second ask rests on it.
    person.click("Asks");
    person.click_at("[data-field='asks[1]'] fieldset label:has(input[type=checkbox])");
    person.see_in_letter("Reference language from the City of Los Angeles:");
    person.see_in_letter("“Ordinance No. 188441");
}

/// A quotation as a web page has it.
fn quotation(markup: &str) -> String {
    let bold = |part: (usize, &str)| if part.0 % 2 == 1 { format!("<b>{}</b>", part.1) } else { part.1.to_owned() };
    let paragraph = |text: &str| format!("<p>{}</p>", text.split("**").enumerate().map(bold).collect::<String>());
    markup.split("\n\n").map(paragraph).collect()
}

fn sign(person: &Person, draft: &Draft) {
    let (head, signer) = (draft.letterhead.as_ref().unwrap(), &draft.signers[0]);
    person.click("Sign");
    person.type_into("sender.name", &draft.sender.name);
    person.type_into("sender.short", &draft.sender.short);
    person.click("Make a letterhead");
    person.type_into("letterhead.lines", &head.lines.join("\n"));
    person.see_in_letter(&head.lines[2]);
    person.type_into("closing", draft.closing.as_deref().unwrap());
    person.click("Add a signer");
    person.type_into("signers[0].name", &signer.name);
    person.type_into("signers[0].title", &signer.title);
    person.type_into("signers[0].organisation", &signer.organisation);
    person.click("Drawn here");
    person.draw("[data-field='signers[0].strokes']", &SIGNATURE);
    person.see("2 strokes");
    person.see_in_letter(&signer.title);
}

fn export(person: &Person, folder: &Path) {
    person.click("Next: Review");
    // The letter is dated before something that it tells as past, as the one that was sent.
    person.see("Take me there");
    person.answer(&[&format!("{}/", folder.display())]);
    person.click("All three");
    person.see("Export it as it is?");
    person.click("Export anyway");
    person.see("3 files are ready");
    person.click("Open");
    person.click("Show in folder");
    let shown = person.shown();
    let first =
        |word: &str| shown.iter().find_map(|line| line.strip_prefix(word)).unwrap_or_else(|| panic!("{shown:?}"));
    assert!(Path::new(first("open ")).is_file(), "{shown:?}");
    assert!(Path::new(first("show ")).exists(), "{shown:?}");
    // Asked once, it does not ask again.
    person.answer(&[&format!("{}/again.pdf", folder.display())]);
    person.click("PDF");
    person.see("again.pdf");
    std::fs::remove_file(folder.join("again.pdf")).unwrap();
}

/// The files are what they should be, word by word, and foreign programs accept them.
fn judge(case: &Case, folder: &Path) {
    let file = |ending: &str| {
        let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(files.len(), 3, "{files:?}");
        files.into_iter().find(|file| file.extension().is_some_and(|found| found == ending)).unwrap()
    };
    let (pdf, word, text) = (file("pdf"), file("docx"), file("txt"));
    let text = std::fs::read_to_string(text).unwrap();
    let expected = std::fs::read_to_string(case.expected("letter.txt")).unwrap();
    assert_eq!(text, expected);
    validators::accept_pdfs(std::slice::from_ref(&pdf));
    validators::accept_word_files(std::slice::from_ref(&word));
    let letter = case.make(&letter::layout::font::Fonts::embedded()).letter;
    let faults = oracle::faults(&letter, &text, &pdf, &std::fs::read(&word).unwrap());
    assert!(faults.is_empty(), "{faults}");
}
