//! What a person does with a hand on the mouse, and with words that have a look: verbs beside those of `person`.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::json;

use super::Person;

impl Person {
    /// Writes letter markup into a field of rich text, key by key: bold and italic by Ctrl+B and Ctrl+I, a new paragraph
    /// by Enter.
    pub fn write(&self, field: &str, markup: &str) {
        self.clear(field);
        self.type_markup(markup);
    }

    /// Types letter markup wherever the caret is.
    pub fn type_markup(&self, markup: &str) {
        let mut rest = markup;
        while !rest.is_empty() {
            let plain = rest.find(['*', '\n']).unwrap_or(rest.len());
            if plain > 0 {
                self.type_text(&rest[..plain]);
                rest = &rest[plain..];
            }
            for (sign, key) in [("**", "Ctrl+B"), ("*", "Ctrl+I"), ("\n\n", "Enter"), ("\n", "Shift+Enter")] {
                if let Some(after) = rest.strip_prefix(sign) {
                    self.press(key);
                    rest = after;
                    break;
                }
            }
        }
    }

    /// Clicks in the middle of what the CSS selector finds; for what has no name, as a place on the letter's page.
    #[track_caller]
    pub fn click_at(&self, selector: &str) {
        self.run("document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })", &[json!(selector)]);
        let [left, top, width, height] = self.place(selector);
        self.drag(&[(left + width / 2.0, top + height / 2.0)]);
    }

    /// Draws strokes with the left button held: points in parts of what the CSS selector finds, from 0 to 1.
    pub fn draw(&self, selector: &str, strokes: &[&[(f64, f64)]]) {
        self.run("document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })", &[json!(selector)]);
        let [left, top, width, height] = self.place(selector);
        let place = |(x, y): (f64, f64)| (left + x * width, top + y * height);
        for stroke in strokes {
            let points: Vec<_> = stroke.iter().map(|point| place(*point)).collect();
            self.drag(&points);
        }
    }

    /// Drags what the first selector finds to a place in what the second finds, given in parts of its height.
    pub fn drag_to(&self, selector: &str, target: &str, part: f64) {
        // What is dragged stands as low as it can, so that there is room above it.
        let low = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'end' })";
        self.run(low, &[json!(selector)]);
        let [left, top, width, height] = self.place(selector);
        let (x, y) = (left + width / 2.0, top + height / 2.0);
        let [_, to, _, high] = self.place(target);
        let end = to + part * high;
        let points: Vec<_> = (0..=8).map(|step| (x, y + (end - y) * f64::from(step) / 8.0)).collect();
        self.drag(&points);
    }

    /// Where something is in the window: left, top, width, height.
    fn place(&self, selector: &str) -> [f64; 4] {
        let script = "const found = document.querySelector(arguments[0]); if (!found) return null; \
            const { left, top, width, height } = found.getBoundingClientRect(); return [left, top, width, height]";
        let mut found = None;
        self.wait(&format!("`{selector}` is not there"), || {
            let place = self.run(script, &[json!(selector)]);
            let numbers: Option<Vec<f64>> = place.as_array().map(|all| all.iter().filter_map(|n| n.as_f64()).collect());
            found = numbers.and_then(|numbers| <[f64; 4]>::try_from(numbers).ok());
            found.is_some()
        });
        found.expect("it was waited for")
    }

    fn drag(&self, points: &[(f64, f64)]) {
        let mut hand = MouseActions::new("hand".to_owned());
        for (index, (x, y)) in points.iter().enumerate() {
            let duration = Some(Duration::from_millis(if index == 0 { 0 } else { 16 }));
            hand = hand.then(PointerAction::MoveTo { duration, x: x.round(), y: y.round() });
            if index == 0 {
                hand = hand.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            }
        }
        hand = hand.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.with(|client| async move { client.perform_actions(hand).await });
    }
}
