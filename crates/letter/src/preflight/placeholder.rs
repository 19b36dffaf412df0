//! Placeholders left in: `[Your name]`, `<name>`, `{{name}}`, `XX/XX/XXXX`, `TBD`, `Lorem ipsum`, `____`.
//!
//! Brackets have honest uses: `[sic]`, `[1]`, `[t]he`, a word put into a quotation. So a bracket counts only when its
//! words are those of a blank to fill, and inside quotation marks nearly never. Excerpts of references are exempt.

use std::ops::Range;

use super::context::{Context, FieldText, Voice};
use super::dates::tongue;
use crate::finding::{Finding, Place, Severity};
use crate::prose::Syntax;

/// The longest blank, in bytes; what is longer is a remark.
const LONGEST: usize = 80;

/// A blank that is one word.
#[rustfmt::skip]
const BLANKS: &[&str] = &[
    "name", "date", "address", "phone", "email", "e-mail", "signature", "title", "recipient", "organization",
    "organisation", "org", "city", "zip", "zipcode", "number", "amount", "link", "url", "topic", "issue", "reason",
    "section", "page", "meeting", "council", "member", "street", "agency", "placeholder", "tbd", "todo", "tk", "firstname", "lastname", "salutation", "fullname", "blank", "neighborhood",
    "neighbourhood",
];

/// What a blank of several words begins with.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "your", "insert", "add", "enter", "describe", "fill", "choose", "select", "type", "explain", "share", "tell",
    "write", "put", "provide", "mention", "include", "name", "date", "title", "list", "first", "last", "full", "todo",
    "tbd", "personalize",
];

/// What a blank of several words ends with.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "name", "date", "address", "number", "title", "here", "email", "phone", "organization", "organisation", "zip",
    "signature", "county", "city", "neighborhood", "neighbourhood", "code", "tbd", "district", "affiliation",
];

/// Endings of remarks that an editor puts in brackets.
#[rustfmt::skip]
const REMARKS: &[&str] = &[
    "omitted", "added", "removed", "redacted", "original", "supplied", "mine", "ours", "sic", "translated",
];

/// Placeholders were left in a text.
pub fn placeholder(context: &Context<'_>) -> Vec<Finding> {
    let english = context.draft.language().split('-').next().is_some_and(|tag| tag.eq_ignore_ascii_case("en"));
    let mut findings = Vec::new();
    for field in context.fields.iter().filter(|field| field.voice != Voice::Quoted) {
        // A line to be filled by hand stands under a signature by right.
        let by_hand = field.path.starts_with("signers");
        for range in blanks(field, english) {
            let excerpt = &field.text[range];
            if by_hand && excerpt.starts_with('_') {
                continue;
            }
            findings.push(Finding::new(
                "placeholder",
                Severity::Error,
                format!("`{excerpt}` is still to be filled in"),
                "Write what belongs there, or take it out.",
                Place::new(&field.path, excerpt),
            ));
        }
    }
    findings
}

fn blanks(field: &FieldText<'_>, english: bool) -> Vec<Range<usize>> {
    let mut found = enclosed(field);
    found.extend(spelled(field, english));
    found.sort_by_key(|range| range.start);
    // `[____]` is one blank.
    found.dedup_by(|next, kept| next.start < kept.end);
    found
}

/// Blanks between brackets of any kind.
fn enclosed(field: &FieldText<'_>) -> Vec<Range<usize>> {
    let text = field.text;
    let mut found = Vec::new();
    let mut quoted = false;
    let mut tokens = field.prose.tokens.iter().peekable();
    let mut at = 0;
    while let Some(open) = text[at..].find(['[', '<', '{']).map(|offset| at + offset) {
        at = open + 1;
        while let Some(token) = tokens.next_if(|token| token.start <= open) {
            quoted = token.quoted;
        }
        let (inside, close) = match text.as_bytes()[open] {
            b'[' => (1, "]"),
            b'<' => (1, ">"),
            _ if text[open..].starts_with("{{") => (2, "}}"),
            _ => (1, "}"),
        };
        let limit = (open + LONGEST).min(text.len());
        let limit = (open..=limit).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(open);
        // A blank holds no other bracket, so the search ends at the first of any kind.
        let rest = text.get(open + inside..limit).unwrap_or_default();
        let stop = rest.find(['[', ']', '<', '>', '{', '}']).filter(|stop| rest[*stop..].starts_with(close));
        let Some(length) = stop else { continue };
        let content = &text[open + inside..open + inside + length];
        let end = open + inside + length + close.len();
        let before = text[..open].chars().next_back();
        let link = field.syntax == Syntax::Rich && text[end..].starts_with('(') || content.starts_with('^');
        let blank = match close {
            "}}" => !content.trim().is_empty() && !content.contains('\n'),
            // Comparisons and tags hug their neighbours.
            ">" => is_blank(content) && !before.is_some_and(char::is_alphanumeric),
            "}" => is_blank(content),
            _ => !link && is_blank(content) && (!quoted || opens_instruction(content)),
        };
        if blank {
            found.push(open..end);
            at = end;
        }
    }
    found
}

/// The words between brackets name what is to stand there.
fn is_blank(content: &str) -> bool {
    let content = content.trim();
    if content.contains("://") || content.contains('@') {
        return false;
    }
    let words: Vec<String> = content
        .split(|c: char| c.is_whitespace() || matches!(c, '_' | '/' | ',' | ':' | '#'))
        .filter(|word| !word.is_empty())
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase())
        .collect();
    let is = |word: &String, list: &[&str]| list.contains(&word.as_str());
    match &words[..] {
        [] => false,
        [word] => is(word, BLANKS),
        // A sentence has a verb and a stop; a blank has a few words.
        [_, .., last] if words.len() > 10 || is(last, REMARKS) => false,
        [first, .., last] => is(first, OPENINGS) && !content.ends_with(['.', '?']) || is(last, ENDINGS),
    }
}

fn opens_instruction(content: &str) -> bool {
    let first = content.split_whitespace().next().unwrap_or_default();
    first.eq_ignore_ascii_case("insert") && content.trim().contains(' ')
}

/// Blanks without brackets: runs of X or of low lines, `TBD`, `MM/DD/YYYY`, `Lorem ipsum`.
fn spelled(field: &FieldText<'_>, english: bool) -> Vec<Range<usize>> {
    let text = field.text;
    let mut found = low_lines(text);
    found.extend(open_ids(field));
    let tokens = &field.prose.tokens;
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        let word = field.prose.text(at);
        let to_do = english && matches!(word, "TODO" | "TO-DO") && !shouts(field, at);
        if !token.quoted && (matches!(word, "TBD" | "TBA") || to_do || is_open_number(field, at)) {
            found.push(token.start..token.end);
        } else if field.prose.is(at, "lorem") && field.prose.is(at + 1, "ipsum") {
            found.push(token.start..tokens[at + 1].end);
        } else if let Some(last) = pattern(field, at) {
            found.push(token.start..tokens[last].end);
            at = last;
        }
        at += 1;
    }
    found
}

/// `Oct. XX`, `$XX`: what stands for a day or a sum that was not known.
fn is_open_number(field: &FieldText<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| field.prose.text(at));
    let month = if before(1) == "." { before(2) } else { before(1) };
    let is_dated = tongue::english().month(month).is_some() && month.starts_with(char::is_uppercase);
    let open = field.prose.text(at);
    // `Oct. ??`
    let is_asked = open == "?" && field.prose.text(at + 1) == "?" && field.prose.gap(at).is_empty();
    is_asked && (before(1) == "$" || is_dated)
        || matches!(open, "X" | "XX" | "XXX") && (before(1) == "$" || is_dated && open != "X")
}

/// `AMS-DA-26-XXXX`, `2026-###`: a number of the item that was not known.
fn open_ids(field: &FieldText<'_>) -> Option<Range<usize>> {
    if !matches!(field.path.as_str(), "item.number" | "item.file_id") {
        return None;
    }
    let text = field.text;
    let of = |mark: char| text.rfind(|c: char| c != mark && !c.is_whitespace()).map_or(0, |at| at + 1);
    let open = ['X', 'x', '#', '?'].into_iter().map(|mark| (of(mark), mark)).min()?;
    let end = text.trim_end();
    let run = end.chars().rev().take_while(|c| *c == open.1).count();
    let start = end.len() - run;
    let is_part = start == 0 || !text[..start].ends_with(char::is_alphabetic);
    // `XX` alone may be the twentieth.
    (run >= 2 && is_part && (start > 0 || run > 3)).then_some(0..end.len())
}

fn low_lines(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("__").map(|offset| at + offset) {
        at = start + text[start..].bytes().take_while(|byte| *byte == b'_').count();
        // Two may be marks of emphasis, which touch a word.
        let touches = text[..start].ends_with(|c: char| !c.is_whitespace() && c != '$')
            || text[at..].starts_with(|c: char| !c.is_whitespace() && !matches!(c, ',' | '.' | ';'));
        if at - start > 3 || !touches {
            found.push(start..at);
        }
    }
    found
}

/// The neighbours are in capitals too, so that the word is no mark of its own.
fn shouts(field: &FieldText<'_>, at: usize) -> bool {
    let capitals = |at: usize| {
        let word = field.prose.text(at);
        word.len() > 1 && word.chars().all(char::is_uppercase)
    };
    at.checked_sub(1).is_some_and(capitals) || capitals(at + 1)
}

/// The last token of `XX/XX/XXXX`, `MM/DD/YYYY`, `XXX-XXXX` or `XXXX` that begins here.
fn pattern(field: &FieldText<'_>, at: usize) -> Option<usize> {
    let letters = |at: usize, of: &str| {
        let word = field.prose.text(at);
        !word.is_empty() && word.bytes().all(|byte| of.as_bytes().contains(&byte.to_ascii_uppercase()))
    };
    let touches =
        |at: usize| field.prose.tokens.get(at + 1).is_some_and(|next| next.start == field.prose.tokens[at].end);
    let separated = |at: usize| matches!(field.prose.text(at), "/" | "-" | ".") && touches(at - 1) && touches(at);
    // A Roman thirty is `XXX`; nothing that people count is `XXXX`.
    let mut last = at;
    let mut of = "X";
    if !letters(at, "X-") {
        of = "MDY";
    }
    if !letters(at, if of == "X" { "X-" } else { "MDY-" }) {
        return None;
    }
    // A date has three parts; a row of them without end is none, and is not read to its end from each of its letters.
    while separated(last + 1) && letters(last + 2, of) && (of == "X" || last - at < 6) {
        last += 2;
    }
    let whole = &field.text[field.prose.tokens[at].start..field.prose.tokens[last].end];
    let length = whole.bytes().filter(|byte| byte.is_ascii_alphabetic()).count();
    let parts = whole.split(['/', '-', '.']).count();
    match of {
        "X" => (length >= 4).then_some(last),
        _ => (parts == 3 && length >= 6 && is_date_pattern(whole)).then_some(last),
    }
}

/// Day, month and year, each of one letter: `MM/DD/YYYY`, `dd-mm-yy`.
fn is_date_pattern(whole: &str) -> bool {
    let mut kinds: Vec<u8> = whole
        .split(['/', '-', '.'])
        .filter_map(|part| {
            let first = part.bytes().next()?.to_ascii_uppercase();
            part.bytes().all(|byte| byte.to_ascii_uppercase() == first).then_some(first)
        })
        .collect();
    kinds.sort_unstable();
    kinds == b"DMY"
}

#[cfg(test)]
mod tests {
    use crate::draft::{Draft, Reference, Signer};
    use crate::preflight::testing::{places, told, with_words};

    fn excerpts(draft: &Draft) -> Vec<String> {
        places(&told(draft), "placeholder").into_iter().map(|(_, excerpt)| excerpt).collect()
    }

    #[test]
    fn what_was_to_be_filled_in_is_told() {
        let check = |text: &str, expected: &[&str]| assert_eq!(excerpts(&with_words("hook", text)), expected, "{text}");
        check("My name is [Your name] and I live in [CITY].", &["[Your name]", "[CITY]"]);
        check("On [DATE] we met.", &["[DATE]"]);
        check("Dear [Councilmember's name],", &["[Councilmember's name]"]);
        check("[insert your story here]", &["[insert your story here]"]);
        check("He said “[insert quotation]”", &["[insert quotation]"]);
        check("<name> of <Your organization>", &["<name>", "<Your organization>"]);
        check("Dear {{name}}, dear {first_name}", &["{{name}}", "{first_name}"]);
        check("on XX/XX/XXXX at noon", &["XX/XX/XXXX"]);
        check("on mm/dd/yyyy", &["mm/dd/yyyy"]);
        check("call (916) XXX-XXXX or XXXX", &["XXX-XXXX", "XXXX"]);
        check("The room is TBD. TODO: ask.", &["TBD", "TODO"]);
        check("Lorem ipsum dolor", &["Lorem ipsum"]);
        check("I have lived here for ____ years", &["____"]);
        check("[____]", &["____"]);
        check("[First and last name], [ZIP code]", &["[First and last name]", "[ZIP code]"]);
        check("**[Add a sentence about you]**", &["[Add a sentence about you]"]);
    }

    #[test]
    fn brackets_with_honest_work_are_left_alone() {
        let check = |text: &str| assert_eq!(excerpts(&with_words("hook", text)), [""; 0], "{text}");
        check("“the councel [sic] voted” [emphasis added]");
        check("as shown in [1] and [12]");
        check("“[t]he city shall” and the report(s)");
        check("“the [city] must protect [your] residents”");
        check("“No [Date] shall be set by the [City]”");
        check("[citation omitted], [internal quotation marks omitted]");
        check("“We […] refuse [...] to wait”");
        check("see [the title](https://example.org) and [name](https://example.org/name)");
        check("as Los Angeles does[^name]");
        check("a < b and c > d; <https://example.org/name> and <clerk@example.org>");
        check("we asked [ICE] to leave");
        check("[The Chair left the room, and the item was heard by the members who were still there.]");
        check("**bold** and __underlined__ and snake_case");
        check("Super Bowl XX, Title XXX and Article XIX");
        check("“location TBD” was what the notice said");
        check("our to-do list, todos los vecinos");
        check("the set {1, 2} and DM/DM");
        check("[list omitted]");
    }

    #[test]
    fn every_field_but_a_quotation_is_read() {
        let mut draft = Draft { subject: Some("Item [number]".to_owned()), ..Draft::default() };
        draft.salutation = Some("Dear [NAME],".to_owned());
        draft.cc = vec!["[name]".to_owned()];
        draft.references = vec![Reference {
            label: "[title]".to_owned(),
            excerpt: "The [name] of the [city] is TBD.".to_owned(),
            ..Reference::default()
        }];
        draft.signers = vec![Signer {
            name: "[Your name]".to_owned(),
            lines: vec!["Date: ________".to_owned()],
            ..Signer::default()
        }];
        let found: Vec<String> = places(&told(&draft), "placeholder").into_iter().map(|(path, _)| path).collect();
        assert_eq!(found, ["subject", "salutation", "signers[0].name", "cc[0]", "references[0].label"]);
    }

    #[test]
    fn todo_is_a_word_in_spanish() {
        let mut draft = with_words("hook", "Esto es TODO, de verdad.");
        draft.language = "es-US".to_owned();
        assert_eq!(excerpts(&draft), [""; 0]);
    }
}
