//! Links whose words do not say where they go: `click here`, or a long bare address.
//!
//! Whoever listens to a letter jumps from link to link, and hears nothing but their words. Addresses of references are
//! printed so that they can be typed from paper, and are left alone.

use std::ops::Range;

use crate::finding::{Finding, Place, Severity};
use crate::preflight::context::{Context, FieldText};
use crate::prose::{Syntax, TokenKind};

/// A bare address that can be read out has at most this many characters.
const LONGEST_ADDRESS: usize = 60;
/// The longest words of a link that are looked at.
const LONGEST_WORDS: usize = 40;

/// Words that say nothing of where a link goes, in the languages that letters are written in.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "here", "click", "click here", "this", "this link", "this page", "this site", "this website", "this url", "this article",
    "this document", "this one", "that link", "the link", "link", "links", "a link", "page", "website", "site", "url", "web",
    "more", "read more", "learn more", "see more", "more info", "more information", "find out more", "see here", "read here",
    "look here", "at this link", "follow this link", "source", "visit", "go here", "right here", "continue", "details",
    "aquí", "haga clic aquí", "clic aquí", "este enlace", "enlace", "ver más", "más", "más información", "esta página",
    "ici", "cliquez ici", "ce lien", "lien", "en savoir plus", "cette page",
    "hier", "hier klicken", "dieser link", "diesem link", "mehr", "diese seite",
    "dito", "i-click dito", "ang link na ito", "link na ito", "tại đây", "ở đây", "đây", "bấm vào đây", "liên kết này",
    "здесь", "тут", "по ссылке", "ссылка", "эта ссылка", "нажмите здесь", "посилання", "натисніть тут",
    "这里", "此处", "点击这里", "點擊這裡", "這裡", "此處", "链接", "連結", "여기", "여기를 클릭", "هنا", "اضغط هنا", "اینجا", "यहाँ", "यहां",
];

/// A link does not say where it goes.
pub fn link_text(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for field in context.own().filter(|field| field.syntax == Syntax::Rich) {
        for words in links(field.text) {
            let (place, said) = (&field.text[words.clone()], bare(&field.text[words.clone()]));
            if EMPTY.contains(&said.as_str()) {
                findings.push(finding(field, place, format!("the link “{place}” does not say where it goes")));
            } else if is_long_address(place) {
                findings.push(finding(field, place, format!("the words of a link are the address “{place}”")));
            }
        }
        for token in field.prose.tokens.iter().filter(|token| token.kind == TokenKind::Address) {
            let address = field.text[token.start..token.end].trim_start_matches('(');
            let address = address.trim_end_matches(|c: char| ".,;:!?)”’\"".contains(c));
            // The words of a link were looked at above.
            let linked = field.text[token.end..].starts_with("](") || field.text[..token.start].ends_with('[');
            if is_long_address(address) && !linked {
                findings.push(finding(field, address, format!("the long address “{address}” stands in the text")));
            }
        }
    }
    findings
}

fn finding(field: &FieldText<'_>, place: &str, message: String) -> Finding {
    Finding::new(
        "link-text",
        Severity::Warning,
        message,
        "Let the link’s words name the page that it opens, such as [the minutes of May 4](https://…).",
        Place::new(&field.path, place),
    )
}

fn is_long_address(text: &str) -> bool {
    text.contains("://") && text.chars().count() > LONGEST_ADDRESS && !text.contains(char::is_whitespace)
}

/// The words in small letters, without what stands around them.
fn bare(words: &str) -> String {
    if words.len() > LONGEST_WORDS {
        return String::new();
    }
    words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The words of each link, `[words](address)`, by their bytes.
fn links(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices("](") {
        if let Some(open) = text[from..at].rfind('[') {
            found.push(from + open + 1..at);
        }
        from = at + 2;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn links_say_where_they_go() {
        let check = |text: &str, expected: &[&str]| {
            let found = places(&told(&with_words("hook", text)), "link-text");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        let long = "https://example.org/a/very/long/path/that/nobody/reads/out?id=1234567";
        check("See [the minutes of May 4](https://example.org).", &[]);
        check("See [here we stand](https://example.org) and https://example.org/short.", &[]);
        check("[here] is no link, (here) neither", &[]);
        check("Please [click here](https://example.org)!", &["click here"]);
        check("as is shown [**Here**](https://example.org/a)", &["**Here**"]);
        check("[this link](https://example.org) and [this link.](https://example.org)", &["this link", "this link."]);
        check("haga clic [aquí](https://example.org)", &["aquí"]);
        check("请点击[这里](https://example.org)", &["这里"]);
        check(&format!("The page is {long}."), &[long]);
        check(&format!("The page is [{long}]({long})."), &[long]);
        check(&format!("The page is [the page of minutes]({long})."), &[]);
    }

    #[test]
    fn texts_that_nobody_wrote_are_read_in_the_end() {
        for each in ["[", "](", "[a](", "[here](https://a.b) "] {
            told(&with_words("hook", &each.repeat(30_000)));
        }
    }
}
