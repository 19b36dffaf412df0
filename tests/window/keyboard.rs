//! The whole walk by keyboard alone: never a click, never a script that moves the focus; at every stop the focus is to be
//! seen, and there is always a way on.

use serde_json::{Value, json};

use super::Person;

/// Two frames on, by which what gets the focus has come into sight.
const FRAMES: &str =
    "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";

/// Where the focus is: its field, its accessible name, and what is wrong with it.
const FOCUS: &str = r#"
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return null;
const field = element.dataset.field ?? '';
const rings = (one, pseudo) => {
  const style = getComputedStyle(one, pseudo);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 && style.outlineColor !== 'rgba(0, 0, 0, 0)';
};
// The ring stands on the control, on what is drawn over it, on the label of a choice, or around a rich text.
const around = [element, ...(element.labels ?? []), element.nextElementSibling, element.closest('.rich')].filter(Boolean);
const ringed = around.some((one) => rings(one) || rings(one, '::after') || rings(one, '::before'));
const box = element.getBoundingClientRect();
const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
const top = document.elementFromPoint(x, y);
const covered = !top || !(element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(top)));
const heading = element.matches('h1, h2');
// Every stop has a number of its own, so that a way round is seen.
window.stops ??= new WeakMap();
if (!window.stops.has(element)) window.stops.set(element, (window.stopped = (window.stopped ?? 0) + 1));
const wrong = heading ? '' : !ringed ? 'no ring is to be seen' : !inside ? 'it is out of sight' : covered ? 'something lies over it' : '';
return [field, wrong, window.stops.get(element), element.outerHTML.slice(0, 160)];
"#;

/// A person without a mouse.
struct Hands {
    person: Person,
}

impl Hands {
    /// Presses a key and looks where the focus is: the field, and the number of the stop.
    fn press(&self, keys: &str) -> Option<(String, u64)> {
        self.person.press(keys);
        self.focus()
    }

    fn focus(&self) -> Option<(String, u64)> {
        self.person.run_to_end(FRAMES, &[]);
        let found = self.person.run(FOCUS, &[]);
        let stop = found.as_array()?;
        assert!(stop[1] == "", "the focus is on {}, and {}", stop[3], stop[1]);
        Some((stop[0].as_str().unwrap_or_default().to_owned(), stop[2].as_u64().unwrap_or_default()))
    }

    /// Goes on with Tab to a field.
    fn to(&self, field: &str) {
        self.go(&format!("the field `{field}`"), || self.focus().is_some_and(|(found, _)| found == field));
    }

    /// Goes on with Tab to what is called so.
    fn to_name(&self, name: &str) {
        self.go(&format!("`{name}`"), || self.person.focused() == name);
    }

    fn go(&self, what: &str, is_there: impl Fn() -> bool) {
        for _ in 0..120 {
            if is_there() {
                return;
            }
            self.press("Tab");
        }
        panic!("Tab never comes to {what}; it is on `{}`", self.person.focused());
    }

    /// Types into a field.
    fn fill(&self, field: &str, text: &str) {
        self.to(field);
        self.person.press("Ctrl+A");
        self.person.press("Backspace");
        self.person.type_text(text);
    }

    /// Goes to what is called so and presses it.
    fn use_(&self, name: &str) {
        self.to_name(name);
        self.person.press("Enter");
    }

    fn step(&self, number: u32, heading: &str) {
        self.person.press(&format!("Ctrl+{number}"));
        self.person.see(heading);
        self.ready();
    }

    /// Waits until rich text has opened.
    fn ready(&self) {
        let busy = "return document.querySelector('[aria-busy=true]')";
        self.person.wait("rich text does not open", || self.person.run(busy, &[]) == Value::Null);
    }
}

#[test]
fn a_letter_is_written_and_handed_out_by_keyboard_alone() {
    let hands = Hands { person: Person::new() };
    let person = &hands.person;
    person.see("There are no letters yet.");
    hands.use_("Individual letter");

    person.see("What is it about?");
    hands.fill("item.body", "Elk Grove City Council");
    hands.fill("item.number", "5");
    hands.fill("item.title", "Lanterns on Elm Street");
    // A position is chosen with the arrow keys.
    hands.to_name("No position");
    person.press("Up");
    person.wait("the arrow key does not choose", || person.focused() == "Oppose");
    hands.fill("date", "2026-03-03");
    person.see("Tuesday, March 3, 2026");
    // The calendar opens, closes and gives the focus back.
    hands.to_name("Choose from a calendar: Letter date");
    person.press("Enter");
    person.press("Right");
    person.press("Enter");
    person.see("Wednesday, March 4, 2026");
    assert_eq!(person.focused(), "Choose from a calendar: Letter date");

    hands.step(2, "What do you ask for?");
    for (index, label) in ["Light the path", "Mend the bench"].iter().enumerate() {
        hands.use_("Write a new ask");
        hands.ready();
        hands.fill(&format!("asks[{index}].label"), label);
        hands.to(&format!("asks[{index}].full"));
        person.type_text("Please see to it ");
        // Bold by the toolbar: Alt and F10 lead there, Escape back.
        person.press("Alt+F10");
        hands.focus();
        person.press("Enter");
        person.press("Esc");
        person.type_text("before winter");
        person.see_in_letter("Please see to it before winter");
    }
    person.press("Alt+Up");
    person.see_in_letter("1. Mend the bench");
    person.press("Alt+Down");
    person.see_in_letter("1. Light the path");

    hands.step(3, "To whom?");
    hands.use_("Add an addressee");
    // The focus goes to what was added; a key pressed before it is there would go elsewhere.
    person.wait("a new addressee has no focus", || {
        hands.focus().is_some_and(|(field, _)| field.starts_with("addressees[0]"))
    });
    for (index, (last, role)) in [("Maple", "Mayor"), ("Rose", "Councilmember")].iter().enumerate() {
        hands.use_("Add a person");
        hands.fill(&format!("addressees[0].persons[{index}].last"), last);
        hands.fill(&format!("addressees[0].persons[{index}].role"), role);
        // What is offered is not taken.
        person.press("Esc");
    }
    person.see_in_letter("Dear Mayor Maple and Councilmember Rose");

    hands.step(4, "In your own words");
    for (field, words) in
        [("who_i_am", "I live on Elm Street."), ("why", "It is dark at five."), ("thanks", "Thank you.")]
    {
        hands.to(&format!("words.{field}"));
        person.type_text(words);
    }
    person.see_in_letter("It is dark at five.");

    hands.step(5, "What does it rest on?");
    hands.use_("Add a new reference");
    hands.ready();
    hands.fill("references[0].title", "Street lighting survey");
    hands.to("references[0].excerpt");
    person.type_text("Forty lanterns are out.");
    // The first ask rests on it; Space ticks.
    hands.step(2, "What do you ask for?");
    hands.to_name("Street lighting survey");
    person.press("Space");
    person.see_in_letter("Street lighting survey");

    hands.step(6, "Who signs?");
    hands.fill("sender.name", "Rose Park");
    hands.use_("Add a signer");
    hands.fill("signers[0].name", "Rose Park");
    person.see_in_letter("Rose Park");

    person.press("Ctrl+E");
    person.see("Review and export");
    let folder = person.folder().join("out");
    std::fs::create_dir(&folder).unwrap();
    person.answer(&[&format!("{}/", folder.display())]);
    hands.use_("All three");
    let ready = || person.run("return document.body.innerText.includes('3 files are ready')", &[]) == json!(true);
    let asks = || person.run("return document.querySelector('dialog[open]') !== null", &[]) == json!(true);
    person.wait("nothing is exported and nothing is asked", || ready() || asks());
    if asks() {
        hands.use_("Export anyway");
    }
    person.see("3 files are ready");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 3);

    // F6 goes round the parts of the window.
    let region = || {
        person.press("F6");
        hands.focus();
        person.run("return document.activeElement.closest('[data-region]')?.dataset.region", &[])
    };
    let mut regions: Vec<Value> = (0..4).map(|_| region()).collect();
    regions.sort_by_key(Value::to_string);
    assert_eq!(json!(regions), json!(["form", "letter", "steps", "top"]));
    hands.to_name("Desk");
    person.press("Enter");
    person.see("Your letters");
    person.see("Lanterns on Elm Street");
}

#[test]
fn tab_goes_round_every_screen_and_is_to_be_seen_at_every_stop() {
    let hands = Hands { person: Person::new() };
    let person = &hands.person;
    person.see("There are no letters yet.");
    let rounds = |screen: &str| {
        let mut seen = Vec::new();
        for _ in 0..200 {
            let Some((_, stop)) = hands.press("Tab") else { continue };
            if seen.last() == Some(&stop) {
                panic!("{screen}: Tab stays on `{}`", person.focused());
            }
            if seen.contains(&stop) {
                return;
            }
            seen.push(stop);
        }
        panic!("{screen}: Tab does not come round");
    };
    rounds("home");
    hands.use_("Try the sample campaign");
    person.see("What is it about?");
    for (number, heading) in [
        (1, "What is it about?"),
        (2, "What do you ask for?"),
        (3, "To whom?"),
        (4, "In your own words"),
        (5, "What does it rest on?"),
        (6, "Who signs?"),
        (7, "Review and export"),
    ] {
        hands.step(number, heading);
        rounds(heading);
    }
    hands.to_name("Desk");
    person.press("Enter");
    person.see("Your letters");
    for screen in ["Library", "Settings"] {
        hands.use_(screen);
        rounds(screen);
    }
}
