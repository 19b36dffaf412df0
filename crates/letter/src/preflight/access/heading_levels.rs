//! Headings that skip a level.
//!
//! Letters have two levels of headings, and deeper ones are set as the second; what was typed is checked here, since
//! whoever listens to the text goes through it by its headings. A letter may begin with the second level: its subject
//! stands above it.

use crate::finding::{Finding, Place, Repair, Severity};
use crate::preflight::context::Context;
use crate::prose::Syntax;

/// The deepest that a heading is read.
const DEEPEST: usize = 6;

/// A heading skips a level.
pub fn heading_levels(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut before: Option<(usize, &str)> = None;
    for field in context.own().filter(|field| field.syntax == Syntax::Rich) {
        let mut start = 0;
        for line in field.text.split_inclusive('\n') {
            let at = start + (line.len() - line.trim_start().len());
            start += line.len();
            let Some((level, words)) = heading(line.trim()) else { continue };
            let deepest = before.map_or(2, |(level, _)| level + 1);
            let (last, name) = before.unwrap_or((0, ""));
            before = Some((level.min(deepest), words));
            if level <= deepest {
                continue;
            }
            let message = if name.is_empty() {
                format!("the first heading, “{words}”, is of level {level}")
            } else {
                format!("the heading “{words}” of level {level} follows “{name}” of level {last}")
            };
            let signs = "#".repeat(deepest.min(2));
            let hint = format!("Begin it with {signs}, or choose the next level in the editor.");
            findings.push(
                Finding::new("heading-levels", Severity::Warning, message, hint, Place::new(&field.path, words))
                    .mended_by(Repair::within(
                        &field.path,
                        field.text,
                        at..at + level + 1 + words.len(),
                        format!("{signs} {words}"),
                    )),
            );
        }
    }
    findings
}

/// The level and the words of a heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let words = line.get(level..)?.strip_prefix(' ')?;
    ((1..=DEEPEST).contains(&level) && !words.starts_with(' ')).then_some((level, words))
}

#[cfg(test)]
mod tests {
    use crate::preflight::testing::{told, with_words};

    #[test]
    fn headings_go_down_by_one_level() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found = told(&with_words("hook", text));
            let found: Vec<(&str, &str)> = found
                .iter()
                .filter(|finding| finding.check == "heading-levels")
                .map(|finding| (&*finding.place.excerpt, &*finding.repair.as_ref().unwrap().to))
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check("# One\n\nWords\n\n## Two\n\nWords\n\n# Three", &[]);
        check("## One\n\nWords\n\n## Two", &[]);
        check("#hashtag and #### four\n\n- # one", &[]);
        check("# One\n\n### Two\n\nWords", &[("Two", "## Two")]);
        check("## One\n\n#### Two", &[("Two", "## Two")]);
        check("### One", &[("One", "## One")]);
        check("# One\n\n#### Two\n\n#### Three", &[("Two", "## Two"), ("Three", "## Three")]);
        check("# One\n\n## Two\n\n### Three", &[]);
    }
}
