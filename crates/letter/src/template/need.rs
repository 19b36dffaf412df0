//! What a kind of letter needs beside answers, as data: words that must stand somewhere, a most of words, days between
//! two dates.
//!
//! ```toml
//! [[needs]]
//! message = "a comment names no page or section"
//! hint = "Say where in the document the passage stands."
//! in = ["asks[]"]
//! words = ["page #", "section #", "§"]
//! ```
//!
//! `words` is met when one of its patterns stands in one of the places of `in`: `#` is a word with a digit in it, `*` any
//! word, `plan*` any that begins so, and a digit may be written `#` within a word: `20##`. A place with `[]` is looked at
//! entry by entry; without it, its entries are looked at together. `filled` is met when one of its places holds something.
//! With both, either will do. `when` names an answer without which the need is none. Whether needs are met is for
//! `preflight`.

use serde::{Deserialize, Serialize};

use super::{FieldKind, Template};

/// One need of a kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Need {
    /// What is wrong when it is not met, in lower case without a full stop.
    pub message: String,
    /// What to do, as a full sentence.
    pub hint: String,
    /// The answer without which nothing is needed: `words.not_open`.
    pub when: String,
    /// Where the words are looked for: `asks[]`, `words.grounds[]`, `item.number`.
    #[serde(rename = "in")]
    pub places: Vec<String>,
    /// Patterns of which one must stand there.
    pub words: Vec<String>,
    /// Places of which one must hold something.
    pub filled: Vec<String>,
    /// The most words that the body may have.
    pub most_words: Option<u32>,
    /// How many days may lie between two dates.
    pub days: Option<Days>,
}

/// Days between two dates, either of which may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Days {
    /// The earlier date: `item.meeting`, `date`, `words.decision_date`.
    pub from: String,
    /// The later one.
    pub to: String,
    /// At least so many.
    pub least: Option<i32>,
    /// At most so many.
    pub most: Option<i32>,
}

/// Places outside of the kind's own fields that hold text.
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "asks", "asks[]", "subject", "salutation", "delivery", "enclosures", "references", "item.body", "item.number",
    "item.title", "item.file_id", "item.author", "item.version",
];

/// Places outside of the kind's own fields that hold a date.
const DATES: &[&str] = &["date", "item.meeting"];

impl Need {
    /// What is wrong with the need itself, and what to do about it.
    pub fn fault(&self, template: &Template) -> Option<(String, &'static str)> {
        if self.message.trim().is_empty() {
            return Some((
                "a need says nothing".to_owned(),
                "Write what is wrong when it is not met: `message = \"…\"`.",
            ));
        }
        if !self.hint.trim_end().ends_with('.') {
            return Some(("a need has no hint".to_owned(), "Write what to do as a full sentence: `hint = \"….\"`."));
        }
        let asks_for_words = !self.words.is_empty() || !self.filled.is_empty();
        let rules = [asks_for_words, self.most_words.is_some(), self.days.is_some()];
        if rules.into_iter().filter(|is_set| *is_set).count() != 1 || self.words.is_empty() != self.places.is_empty() {
            let hint = "Give it `in` with `words`, `filled`, `most_words` or `days`.";
            return Some(("a need does not say what it needs".to_owned(), hint));
        }
        let text = |path: &String| !is_text(template, path);
        let date = |path: &String| !is_date(template, path);
        let days = self.days.iter().flat_map(|days| [&days.from, &days.to]);
        let unknown = self.places.iter().find(|path| text(path)).or_else(|| days.clone().find(|path| date(path)));
        let unknown = unknown.or_else(|| self.filled.iter().find(|path| text(path) && date(path)));
        let when = Some(&self.when).filter(|when| !when.is_empty() && asked(template, when).is_none());
        if let Some(path) = unknown.or(when) {
            let hint = "Name a field as `words.name`, a list entry by entry as `words.name[]`, or `asks[]`, `item.number`, `date`.";
            return Some((format!("a need looks for `{path}`, which is nowhere"), hint));
        }
        let days = self.days.as_ref()?;
        (days.least.is_none() && days.most.is_none())
            .then(|| ("a need counts days to no end".to_owned(), "Give `days` a `least` or a `most`."))
    }
}

fn asked<'a>(template: &'a Template, path: &str) -> Option<&'a super::Field> {
    template.field(path.strip_prefix("words.")?.trim_end_matches("[]"))
}

fn is_text(template: &Template, path: &str) -> bool {
    let is_of_kind = |field: &super::Field| !path.ends_with("[]") || field.kind == FieldKind::List;
    TEXTS.contains(&path) || asked(template, path).is_some_and(is_of_kind)
}

fn is_date(template: &Template, path: &str) -> bool {
    DATES.contains(&path) || asked(template, path).is_some_and(|field| field.kind == FieldKind::Date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_say_what_they_need() {
        let check = |need: &str, expected: &str| {
            let settings = format!(
                "name = \"A\"\npurpose = \"B.\"\nparts = [\"body\"]\n\
                 fields = [{{ name = \"day\", prompt = \"?\", kind = \"date\" }}, \
                 {{ name = \"list\", prompt = \"?\", kind = \"list\" }}]\n[[needs]]\n{need}"
            );
            let template = Template::read("a", &settings, "").unwrap();
            let fault = template.needs[0].fault(&template).map(|(message, _)| message).unwrap_or_default();
            assert_eq!(fault, expected, "{need}");
        };
        let said = |rule: &str| format!("message = \"no page\"\nhint = \"Name it.\"\n{rule}");
        check(&said("in = [\"asks[]\", \"words.list[]\"]\nwords = [\"page #\"]"), "");
        check(&said("filled = [\"words.day\", \"item.number\"]"), "");
        check(&said("most_words = 250"), "");
        check(&said("when = \"words.day\"\ndays = { from = \"item.meeting\", to = \"date\", most = 30 }"), "");

        check("hint = \"Name it.\"\nmost_words = 2", "a need says nothing");
        check("message = \"no page\"\nmost_words = 2", "a need has no hint");
        check(&said(""), "a need does not say what it needs");
        check(&said("words = [\"page\"]"), "a need does not say what it needs");
        check(&said("most_words = 2\nfilled = [\"subject\"]"), "a need does not say what it needs");
        check(&said("in = [\"words.nobody\"]\nwords = [\"x\"]"), "a need looks for `words.nobody`, which is nowhere");
        check(&said("in = [\"words.day[]\"]\nwords = [\"x\"]"), "a need looks for `words.day[]`, which is nowhere");
        check(&said("when = \"words.x\"\nmost_words = 2"), "a need looks for `words.x`, which is nowhere");
        check(
            &said("days = { from = \"words.list\", to = \"date\", most = 3 }"),
            "a need looks for `words.list`, which is nowhere",
        );
        check(&said("days = { from = \"words.day\", to = \"date\" }"), "a need counts days to no end");
    }
}
