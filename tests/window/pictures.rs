//! The pictures of the README, made at the real window with the letter that the project began with.
//!
//! `cargo xtask screenshots` runs this; other runs leave it out.

use serde_json::json;

use super::Person;
use super::palette::with_palette;
use crate::case::root;

#[test]
#[ignore = "makes the README's pictures; run by `cargo xtask screenshots`"]
fn the_readme_has_its_pictures() {
    let person = Person::away();
    person.open(&[&root().join("tests/letters/seed-aaln/draft.toml")]);
    person.resize(1280, 800);
    person.see_in_letter("Moiz Mir");
    let steps = [
        ("item", "What is it about?", "item.title"),
        ("asks", "What do you ask for?", "asks[0].label"),
        ("addressees", "To whom?", "addressees[0].lines"),
        ("words", "In your own words", "words.hook"),
        ("references", "What does it rest on?", "references[0].title"),
        ("sign", "Who signs?", "signers[0].name"),
    ];
    for (number, (name, heading, field)) in steps.iter().enumerate() {
        person.press(&format!("Ctrl+{}", number + 1));
        person.see(heading);
        person.focus(field);
        picture(&person, name);
    }
    person.press("Ctrl+7");
    person.see("Review and export");
    picture(&person, "review");
    person.press("Ctrl+8");
    person.click("City of Sacramento eComment");
    person.see("991 of 1,000 characters");
    person.run("[...document.querySelectorAll('[role=tablist]')].find((tabs) => tabs.textContent.includes('Speech'))?.scrollIntoView({ block: 'start' })", &[]);
    picture(&person, "hand-in");
    person.click("Desk");
    person.see("Your letters");
    picture(&person, "home");
    person.click("Settings");
    person.click("Dark");
    person.click("Lectern");
    person.click("Item");
    person.press("Ctrl+2");
    person.focus("asks[1].label");
    picture(&person, "asks-dark");
}

/// A picture in which nothing moves: no caret, nothing half saved.
fn picture(person: &Person, name: &str) {
    person.run("document.documentElement.style.caretColor = 'transparent'", &[]);
    person.wait("rich text does not open", || {
        person.run("return document.querySelector('[aria-busy=true]') === null", &[]) == json!(true)
    });
    person.wait("it is not saved", || {
        person.run("return document.querySelector('[data-saving]')?.dataset.saving ?? 'kept'", &[]) == json!("kept")
    });
    person.wait("something moves", || person.run("return document.getAnimations().length", &[]) == json!(0));
    let shot = person.shot(&format!("readme/{name}"));
    let place = root().join("docs/screenshots").join(format!("{name}.png"));
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(place, with_palette(&std::fs::read(shot).unwrap())).unwrap();
}
