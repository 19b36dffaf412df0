//! A bracket or a quotation mark that is opened and not closed: `§ 35.160(b(1)`, `(see page 4.`, `“It says.`
//!
//! Counted by paragraph. A quotation of several paragraphs opens each of them anew and closes the last; the signs of lists,
//! `a)` and `1)`, close what nobody opened.

use super::super::context::{Context, FieldText, Voice};
use crate::finding::{Finding, Place, Severity};

/// How many characters of what is not closed are shown.
const SHOWN: usize = 40;

/// Something was opened and not closed.
pub(in crate::preflight) fn unclosed(context: &Context<'_>) -> Vec<Finding> {
    let is_read = |field: &&FieldText<'_>| {
        field.voice == Voice::Own
            || field.path == "subject"
            || field.path.ends_with("].title") && field.path.starts_with("references")
    };
    context.fields.iter().filter(is_read).flat_map(of_field).collect()
}

fn of_field(field: &FieldText<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Quotations set off begin their lines with `>`, and part their paragraphs with lines of nothing else.
    let text = field.text.replace("\n>\n", "\n\n");
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let goes_on = paragraphs
            .get(index + 1)
            .is_some_and(|next| next.trim_start().trim_start_matches(['>', ' ', '*', '_']).starts_with('“'));
        // In German the same sign closes: „so“.
        let marks = || open_at(paragraph, '“', '”').filter(|_| !goes_on && !field.text.contains('„'));
        let open = open_at(paragraph, '(', ')').or_else(marks);
        if let Some(at) = open {
            let excerpt: String = paragraph[at..].lines().next().unwrap_or_default().chars().take(SHOWN).collect();
            let place = Place::new(&field.path, excerpt);
            let message = format!("“{}” is opened and not closed", place.said());
            let hint = "Close it where it ends, or take the sign out.";
            findings.push(Finding::new("unclosed", Severity::Note, message, hint, place));
        }
    }
    findings
}

/// The byte of the first sign that nothing closes.
fn open_at(text: &str, opening: char, closing: char) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        if c == opening {
            open.push(at);
        } else if c == closing {
            open.pop();
        }
    }
    open.first().copied()
}

#[cfg(test)]
mod tests {
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn what_is_opened_is_closed() {
        let check = |text: &str, expected: &[&str]| {
            let found = places(&told(&with_words("hook", text)), "unclosed");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("It is late (see page 4.", &["(see page 4."]);
        check("Under 28 C.F.R. § 35.160(b(1), they must.", &["(b(1), they must."]);
        check("He said: “It is late.", &["“It is late."]);
        check("He said: “One.\n\n“Two.”", &[]);
        check("> “One.\n>\n> “Two.”", &[]);
        check("He said: “One.\n\n**“Two.”**", &[]);
        check("a) this, b) that, (c) it (and so on), “he” and [x](https://a.example/b_(c)).", &[]);
        check("It is 6′ 2″ tall, the dog’s, and 3) is nothing.", &[]);
    }
}
