//! What is written is kept: through a power cut, undo, older versions, deleting and duplicating.

use std::time::{Duration, Instant};

use super::Person;

/// What a power cut may cost.
const LOST: Duration = Duration::from_millis(500);

#[test]
fn a_power_cut_in_mid_typing_costs_half_a_second_and_the_next_start_says_so() {
    let person = Person::new();
    person.click("Organisation letter");
    person.type_into("item.number", "3");
    person.focus("item.title");
    // Words without end, each with the moment at which it was typed.
    let mut typed = Vec::new();
    for number in 0..30 {
        person.type_text(&format!("lantern{number} "));
        typed.push(Instant::now());
    }
    let cut = Instant::now();
    person.kill();
    let safe = typed.iter().take_while(|at| cut.duration_since(**at) > LOST).count();
    assert!(safe > 5, "typing went too fast to say anything: {safe}");

    person.open(&[]);
    person.see("Lectern was not closed while “Item #3, lantern0");
    person.see("It is here as it was at");
    person.click("Open the letter");
    person.see_in_letter("lantern0 lantern1 lantern2");
    let title = person.field("item.title");
    let expected: Vec<String> = (0..safe).map(|number| format!("lantern{number}")).collect();
    assert!(
        title.starts_with(&expected.join(" ")),
        "{safe} words were typed half a second before, and {title:?} is kept"
    );
}

#[test]
fn an_older_version_comes_back_and_the_newer_stays_in_the_history() {
    let person = Person::new();
    person.click("Organisation letter");
    person.type_into("item.number", "7");
    person.type_into("item.title", "Benches on Elm Street");
    person.see_in_letter("Benches on Elm Street");
    // Another sitting.
    person.restart();
    person.click("Item #7");
    person.type_into("item.title", "Lanterns on Oak Street");
    person.see_in_letter("Lanterns on Oak Street");
    person.click("History");
    person.see("the letter as it is");

    person.click("Look at it");
    person.see("This is an older version");
    person.see_in_letter("Benches on Elm Street");
    person.click("Back to the letter as it is");
    person.see_in_letter("Lanterns on Oak Street");

    person.click("Restore");
    person.see("That version is your letter again");
    person.see("Restored an older version");
    person.see_in_letter("Benches on Elm Street");
    person.click("Back to the form");
    person.reads("item.title", "Benches on Elm Street");

    // What was there before the restoring is a version as well.
    person.click("History");
    person.click("Look at it");
    person.see_in_letter("Lanterns on Oak Street");
    person.click("Restore");
    person.click("Back to the form");
    person.reads("item.title", "Lanterns on Oak Street");
}

#[test]
fn undo_goes_back_through_the_fields_and_redo_forward_again() {
    let person = Person::new();
    person.click("Organisation letter");
    person.type_into("item.number", "12");
    person.type_into("item.title", "A crossing");
    person.click("Next: Asks");
    person.click("Write a new ask");
    person.type_into("asks[0].label", "Paint it");
    person.see_in_letter("A crossing");

    // A step is a word, so each field takes a few.
    let until = |keys: &str, what: &str, is_so: &dyn Fn() -> bool| {
        for _ in 0..12 {
            if is_so() {
                return;
            }
            person.press(keys);
        }
        person.wait(what, is_so);
    };
    until("Ctrl+Z", "the label is not taken back", &|| person.field("asks[0].label").is_empty());
    assert_eq!(person.focused(), "Label (optional)");
    until("Ctrl+Z", "the ask is not taken back", &|| person.field("asks[0].label") == "null");
    person.see("No asks yet");
    // It goes to the field of the step before.
    until("Ctrl+Z", "the title is not taken back", &|| person.field("item.title").is_empty());
    assert_eq!(person.focused(), "Title");
    until("Ctrl+Z", "the number is not taken back", &|| person.field("item.number").is_empty());
    until("Ctrl+Shift+Z", "the label does not come back", &|| person.field("asks[0].label") == "Paint it");
    person.see_in_letter("A crossing");
    person.click("Item");
    person.reads("item.number", "12");
}

#[test]
fn a_letter_is_duplicated_and_deleted_and_comes_back() {
    let person = Person::new();
    person.click("Organisation letter");
    person.type_into("item.number", "9");
    person.type_into("item.title", "Shade for the bus stop");
    person.see_in_letter("Shade for the bus stop");
    person.click("More");
    person.click("Duplicate this letter");
    person.see("This is the copy");
    person.type_into("item.number", "10");
    person.see_in_letter("Shade for the bus stop");
    person.click("Desk");
    person.see("Item #9, Shade for the bus stop");
    person.see("Item #10, Shade for the bus stop");

    person.click("More for Item #9");
    person.click("Delete");
    person.see("was deleted.");
    let rows = || person.run("return document.querySelectorAll('.drafts > li').length", &[]);
    person.wait("the letter is still there", || rows() == 1);
    person.click("Undo");
    person.wait("the letter does not come back", || rows() == 2);
    // Deleted for good by nobody: it lies there after a new start, and its words are found.
    person.restart();
    person.click("Item #9");
    person.reads("item.title", "Shade for the bus stop");
}
