//! What is pasted out of Word becomes clean rich text: in the field, in the draft and on the page.

use serde_json::json;

use super::Person;

/// What Word puts on the clipboard, styles, comments and all.
const WORD: &str = include_str!("word.html");
/// The same without any look.
const PLAIN: &str = include_str!("word.txt");

/// Puts HTML and text on the clipboard as another program does: a page that nobody sees answers Ctrl+C.
pub fn copy(person: &Person, html: &str, text: &str) {
    let answer = "const [html, text] = arguments; window.addEventListener('copy', (event) => { \
        event.clipboardData.setData('text/html', html); event.clipboardData.setData('text/plain', text); \
        event.preventDefault(); event.stopImmediatePropagation(); window.copied = true; \
        }, { once: true, capture: true })";
    person.run(answer, &[json!(html), json!(text)]);
    person.press("Ctrl+C");
    person.wait("nothing was copied", || person.run("return window.copied === true", &[]) == json!(true));
}

#[test]
fn a_thousand_characters_from_word_become_clean_rich_text() {
    assert!(PLAIN.chars().count() >= 1000, "{}", PLAIN.chars().count());
    let person = Person::new();
    person.click("Organisation letter");
    person.click("Words");
    person.clear("words.hook");
    copy(&person, WORD, PLAIN);
    person.press("Ctrl+V");
    person.see_in_letter("the council heard from more than two hundred residents");

    // All words, and the looks that a letter has.
    for line in PLAIN.lines().filter(|line| !line.is_empty()) {
        person.see_in_letter(line.trim_start_matches(['·', ' ', '\t']));
    }
    let field = "[data-field='words.hook']";
    let finds = |inner: &str, wanted: &[&str]| {
        let script = "return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent.trim())";
        let found = || person.run(script, &[json!(format!("{field} {inner}"))]);
        person.wait(&format!("the field has no {inner} of {wanted:?}"), || found() == json!(wanted));
    };
    finds("strong", &["more than two hundred residents"]);
    finds("em", &["one bench in three"]);
    finds("a", &["the minutes of that meeting"]);
    finds("li", &["repair what is broken,", "add shade where there is none, and", "report back in spring."]);
    // Nothing of Word's own.
    let html = person.run("return document.querySelector(arguments[0]).innerHTML", &[json!(field)]).to_string();
    for foreign in ["mso", "Mso", "style=", "font", "o:p", "class=\\\"Mso", "<!--", "script"] {
        assert!(!html.contains(foreign), "`{foreign}` came along: {html}");
    }
    // It is kept so, and Undo takes it back in one step.
    person.restart();
    person.click("Organisation letter");
    person.click("Words");
    person.see_in_letter("report back in spring.");
    // The letter may be drawn before the field is.
    finds("strong", &["more than two hundred residents"]);
}

#[test]
fn one_undo_takes_a_paste_back() {
    let person = Person::new();
    person.click("Organisation letter");
    person.click("Words");
    person.type_into("words.hook", "Before. ");
    copy(&person, WORD, PLAIN);
    person.press("Ctrl+V");
    person.see_in_letter("report back in spring.");
    person.press("Ctrl+Z");
    person.wait("the paste is still there", || person.field("words.hook").trim() == "Before.");
}
