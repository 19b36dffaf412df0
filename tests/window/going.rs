//! From the page to the field, from a finding to the field it speaks of, and from a file to the desk.

use super::Person;
use crate::case::root;

#[test]
fn a_click_on_the_page_goes_to_its_field() {
    let person = Person::away();
    person.open(&[&root().join("tests/letters/seed-aaln/draft.toml")]);
    person.see_in_letter("Accountable and clear timelines");
    // A field of this step, of others, of a list, and rich text.
    for place in ["date", "addressees[0]", "words.hook", "asks[1].full", "words.history", "signers[0]"] {
        person.click_at(&format!("[role=group] [data-place^='{place}'] .area"));
        person.wait(&format!("a click on `{place}` does not go to its field"), || {
            let there = person.run("return document.activeElement.dataset.field ?? ''", &[]);
            there.as_str().is_some_and(|there| there.starts_with(place))
        });
    }
}

#[test]
fn a_finding_takes_a_person_to_the_field_it_speaks_of() {
    let person = Person::new();
    person.click("Organisation letter");
    person.click("Review");
    person.see("things are missing");
    person.click("Take me there : Item title");
    person.see("What is it about?");
    person.wait("the title has no focus", || person.focused() == "Title");
    person.type_text("Lanterns on Elm Street");
    person.see_in_letter("Lanterns on Elm Street");
    person.click("Review");
    person.click("Take me there : Signers");
    person.see("Who signs?");
    person.wait("the signers have no focus", || person.focused() == "Add a signer");
}

#[test]
fn a_lectern_file_that_the_program_is_started_with_lies_on_the_desk() {
    let person = Person::away();
    person.open(&[&root().join("tests/package/letter.lectern")]);
    person.see_in_letter("Quercus suber 1853");
    // Saved and opened again, it is a second letter with the same words.
    let copy = person.folder().join("a copy.lectern");
    person.answer(&[&copy.display().to_string()]);
    person.click("More");
    person.click("Save as file");
    person.see("a copy.lectern");
    person.answer(&[&copy.display().to_string()]);
    person.click("Desk");
    person.click("Open a file");
    person.see_in_letter("Quercus suber 1853");
    person.click("Desk");
    let rows = || person.run("return document.querySelectorAll('.drafts > li').length", &[]);
    person.wait("there are not two letters", || rows() == 2);
}
