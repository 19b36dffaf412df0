//! How the window opens and closes: with files, a second time, at the end of the session, and with no desk to open.

use std::path::PathBuf;
use std::process::Command;

use super::Person;
use crate::case::root;
use crate::tools::built;

/// A letter as a file in the person's folder, with a subject of its own.
fn letter(person: &Person, name: &str, subject: &str) -> PathBuf {
    let sample = std::fs::read_to_string(root().join("templates/individual-letter/sample.toml")).unwrap();
    let folder = person.folder().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("draft.toml");
    let line = sample.lines().find(|line| line.starts_with("subject = "));
    let changed = format!("subject = \"{subject}\"");
    let text = line.map_or_else(|| format!("{changed}\n{sample}"), |line| sample.replace(line, &changed));
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_file_that_the_program_is_started_with_is_shown_as_a_letter() {
    let person = Person::away();
    let path = letter(&person, "one", "Lanterns on Elm Street");
    person.open(&[&path]);
    person.see("Lanterns on Elm Street");
    person.see_in_letter("Lanterns on Elm Street");
}

#[test]
fn a_second_copy_hands_its_file_to_the_window_that_is_open() {
    let person = Person::away();
    person.set("LECTERN_E2E_SINGLE", "1");
    person.open(&[]);
    person.see("Start a letter");
    let path = letter(&person, "two", "A crossing at the school");
    let mut second = Command::new(built("lectern-app"));
    second.arg(&path).env("LECTERN_E2E_SINGLE", "1").env("LECTERN_HOME", person.folder().join("another-desk"));
    assert!(second.status().unwrap().success());
    person.see_in_letter("A crossing at the school");
    assert!(!person.folder().join("another-desk").exists(), "the second copy opened a desk of its own");
}

#[test]
fn what_cannot_be_brought_in_is_told_and_the_window_opens() {
    let person = Person::away();
    let path = person.folder().join("broken.lectern");
    std::fs::write(&path, "this is no letter").unwrap();
    person.open(&[&path]);
    person.see("broken.lectern");
    person.see("Start a letter");
}

#[test]
fn the_end_of_the_session_is_a_clean_end() {
    let person = Person::new();
    person.click("Try the sample campaign");
    person.see("Asks");
    person.end_session();
    person.open(&[]);
    person.see("Your letters");
    person.see_no("recovered");
    person.see_no("was not closed");
}

#[test]
fn a_desk_that_cannot_be_opened_is_told_with_what_to_do() {
    let person = Person::away();
    std::fs::create_dir_all(person.folder().join("desk")).unwrap();
    std::fs::write(person.folder().join("desk/lectern.db"), "damaged").unwrap();
    person.open(&[]);
    person.see("Start with an empty desk");
    person.find_nothing_with_axe("trouble");
}
