//! Every screen of the window, in light and dark, large and small, with text of twice its size: axe-core finds nothing
//! wrong with any, and none is wider than the window.

use serde_json::{Value, json};

use super::Person;
use crate::case::root;

/// What stands beyond the window's right edge, or scrolls sideways; the pages of the letter may, when they are zoomed.
const TOO_WIDE: &str = r#"
const name = (element) => `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className}: ${element.textContent.trim().slice(0, 40)}`;
const found = [];
const root = document.scrollingElement;
if (root.scrollHeight > innerHeight || root.scrollTop > 0) found.push(`the page is ${root.scrollHeight} high and the window ${innerHeight}`);
if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} wide and the window ${innerWidth}`);
for (const element of document.body.querySelectorAll('*')) {
  if (element.closest('svg, [inert], [aria-label="Pages"], [aria-label="Plain text"]')) continue;
  const style = getComputedStyle(element);
  const scrolls = /auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
  if (scrolls && !element.matches('textarea, input, [role=tablist]')) found.push(`scrolls sideways: ${name(element)}`);
  const box = element.getBoundingClientRect();
  const able = element.matches('button, input, select, textarea, a[href], summary, [role=textbox]');
  const unseen = style.clipPath !== 'none' || box.width < 2;
  if (able && !unseen && element.checkVisibility() && box.right > innerWidth + 1) found.push(`ends beyond the window: ${name(element)}`);
}
return found;
"#;

/// A window on which somebody looks closely.
struct Look<'a> {
    person: &'a Person,
    faults: std::cell::RefCell<Vec<String>>,
    theme: &'a str,
}

impl Look<'_> {
    /// Looks at the screen as it is: on a usual window, and by day on a small one as well, as it is and with the largest
    /// text. By night only the colours are others.
    fn at(&self, screen: &str) {
        let mut sizes = vec![(1366, 900, "usual")];
        if self.theme == "light" {
            sizes.extend([(1024, 640, "usual"), (1024, 640, "largest")]);
        }
        for (width, height, text) in sizes {
            self.person.resize(width, height);
            // What the setting does; here it would be on the way to another screen.
            self.person.run("document.documentElement.dataset.textSize = arguments[0]", &[json!(text)]);
            self.settle();
            if std::env::var_os("SHOTS").is_some() {
                self.person.shot(&format!("screens/{}-{screen}-{width}-{text}", self.theme));
            }
            let wide = self.person.run(TOO_WIDE, &[]);
            let mut found: Vec<String> =
                wide.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
            if (width, text) != (1024, "usual") {
                found.extend(self.person.axe());
            }
            for fault in found {
                let fault = format!("{screen}, {}, {width} x {height}, {text} text: {fault}", self.theme);
                // Said at once, should the walk stop before its end.
                eprintln!("{fault}");
                self.faults.borrow_mut().push(fault);
            }
        }
        self.person.resize(1366, 900);
        self.person.run("document.documentElement.dataset.textSize = 'usual'", &[]);
    }

    /// Waits until nothing moves, so that no colour is half way.
    fn settle(&self) {
        let moving = "return document.getAnimations().filter((one) => one.playState === 'running').length";
        self.person.wait("something moves on and on", || self.person.run(moving, &[]) == json!(0));
    }
}

#[test]
fn every_screen_is_whole_by_day() {
    every_screen_is_whole("Light");
}

#[test]
fn every_screen_is_whole_by_night() {
    every_screen_is_whole("Dark");
}

#[track_caller]
fn every_screen_is_whole(theme: &str) {
    let person = Person::new();
    person.click("Settings");
    person.click(theme);
    let shown = theme.to_lowercase();
    let set = "return document.documentElement.dataset.theme";
    person.wait("the theme is not set", || person.run(set, &[]) == json!(shown));
    let look = Look { person: &person, faults: Default::default(), theme: &shown };
    frame(&look);
    walk(&look);
    shelves(&look);
    trouble(&look);
    let faults = look.faults.take();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn frame(look: &Look) {
    let person = look.person;
    look.at("settings");
    person.click("Lectern");
    person.see("There are no letters yet.");
    look.at("home-empty");
    person.press("F1");
    person.see("Keyboard");
    look.at("help");
    person.press("Esc");
    person.press("Ctrl+N");
    person.see("Agency");
    look.at("kinds");
    person.click("Lectern");
}

fn walk(look: &Look) {
    let person = look.person;
    // Every part of a letter, opened as from the file manager.
    person.end_session();
    person.open(&[&root().join("tests/letters/seed-aaln/draft.toml")]);
    person.see_in_letter("Accountable and clear timelines");
    let steps = [
        ("Item", "What is it about?"),
        ("Asks", "What do you ask for?"),
        ("Addressees", "To whom?"),
        ("Words", "In your own words"),
        ("References", "What does it rest on?"),
        ("Sign", "Who signs?"),
        ("Review", "Review and export"),
        ("Hand-in", "Hand it in"),
    ];
    for (number, (step, heading)) in steps.into_iter().enumerate() {
        person.press(&format!("Ctrl+{}", number + 1));
        person.see(heading);
        let busy = "return document.querySelector('[aria-busy=true]')";
        person.wait("rich text does not open", || person.run(busy, &[]).is_null());
        look.at(&step.to_lowercase());
    }
    person.click("City of Sacramento eComment");
    person.see("991 of 1,000 characters");
    look.at("hand-in-ecomment");
    for channel in ["Email", "Packet", "Speech"] {
        person.click(channel);
        look.at(&format!("hand-in-{}", channel.to_lowercase()));
    }
    person.click("Rehearse");
    person.see("Space starts and pauses");
    look.at("rehearsal");
    person.press("Esc");
    person.click("I handed it in");
    look.at("receipt");
    person.click("Not now");
    person.click("Correct its rules");
    person.see("Body that it leads to");
    look.at("library-portals");
    person.click("Back to the letter");
    person.see("Hand it in");
    person.click("Plain text");
    person.see("Copy");
    look.at("plain-text");
    person.click("Pages");
    person.press("Ctrl+1");
    person.click("Choose from a calendar: Letter date");
    look.at("calendar");
    person.press("Esc");
    person.press("Ctrl+6");
    person.click("Drawn here");
    look.at("sign-drawn");
    person.press("Ctrl+4");
    person.focus("words.hook");
    person.press("Ctrl+L");
    person.see("Add a link");
    look.at("link");
    person.press("Esc");
    person.click("History");
    person.see("the letter as it is");
    look.at("history");
    person.click("Back to the form");
    person.click("More");
    look.at("more");
    person.press("Esc");
    person.click("More");
    person.click("Make a campaign of it");
    look.at("campaign");
    person.click("Make the campaign");
    person.see("is on the desk");
    person.click("Desk");
    person.click("Write a letter for");
    person.see("What is it about?");
    person.press("Ctrl+2");
    person.see("Choose from the campaign");
    look.at("asks-of-a-campaign");
    person.click("Desk");
    person.see("Your campaigns");
    look.at("home");
    person.press("Ctrl+K");
    person.see("a word or its beginning is enough");
    person.type_text("city");
    person.see("Sacramento City Council");
    look.at("search");
    person.press("Esc");
}

fn shelves(look: &Look) {
    let person = look.person;
    person.click("Library");
    for shelf in ["People", "Bodies", "Asks", "References", "Letterheads", "Signers"] {
        person.click(shelf);
        let first = "#shelf li button";
        person.click_at(first);
        look.at(&format!("library-{}", shelf.to_lowercase()));
    }
}

fn trouble(look: &Look) {
    let person = look.person;
    person.end_session();
    std::fs::write(person.folder().join("desk/lectern.db"), "damaged").unwrap();
    person.open(&[]);
    person.see("Start with an empty desk");
    person.run("document.documentElement.dataset.theme = arguments[0]", &[json!(look.theme)]);
    look.at("trouble");
}
