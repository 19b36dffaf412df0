//! axe-core in the window: what it finds wrong for people who use a screen reader, a keyboard or large text.

use serde_json::{Value, json};

use super::Person;
use crate::case::root;

/// The rules of WCAG 2.2 A and AA, and axe's own best practices.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Person {
    /// Fails with all that axe-core finds on the screen as it is now.
    #[track_caller]
    pub fn find_nothing_with_axe(&self, screen: &str) {
        let found = self.axe();
        assert!(found.is_empty(), "on the screen `{screen}`:\n{}", found.join("\n"));
    }

    /// What axe-core finds: the rule, why it matters, and where.
    pub fn axe(&self) -> Vec<String> {
        if self.run("return window.axe === undefined", &[]) == json!(true) {
            let axe = root().join("ui/node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(&axe).unwrap_or_else(|error| panic!("{}: {error}", axe.display()));
            // Handed over as a script of the driver, which the content security policy of the page does not stop.
            self.run(&axe, &[]);
        }
        let script = "const [tags, done] = arguments;\
             window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(\
             (results) => done(results.violations.map((v) => [v.id, v.help, v.nodes.map((n) => n.html)])),\
             (error) => done([['axe', String(error), []]]));";
        let found = self.run_to_end(script, &[json!(TAGS)]);
        let line = |violation: &Value| {
            let places: Vec<&str> = violation[2].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            format!("{}: {}\n    {}", violation[0], violation[1], places.join("\n    "))
        };
        found.as_array().unwrap_or_else(|| panic!("axe said {found}")).iter().map(line).collect()
    }
}
