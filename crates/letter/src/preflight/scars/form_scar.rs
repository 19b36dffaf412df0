//! Scars of a form: `and/or`, `member(s)`, `he/she`, empty brackets, two spaces, a word twice, marks out of place.
//!
//! Only in the writer's own running text and the phrases around it: titles, quotations and address lines are printed as
//! they are. A double space after the end of a sentence is an old habit and no scar. Which words may rightly stand
//! twice depends on the language, so that is looked for in a few of them.

use std::ops::Range;

use super::super::context::{Context, FieldText, Voice};
use crate::finding::{Finding, Place, Repair, Severity};
use crate::prose::{Prose, TokenKind};

/// How many scars of one text are told.
const MOST: usize = 20;

/// The longest sign of a list, in bytes, with the spaces before it.
const LONGEST_SIGN: usize = 12;

/// How far back a word is looked for the beginning of, in bytes; what has no blanks is no word.
const LONGEST_WORD: usize = 200;

/// Words with a slash between them that leave a choice to the reader.
#[rustfmt::skip]
const CHOICES: &[[&str; 2]] = &[
    ["and", "or"], ["he", "she"], ["she", "he"], ["s", "he"], ["his", "her"], ["her", "his"], ["his", "hers"],
    ["him", "her"], ["himself", "herself"], ["we", "i"], ["i", "we"], ["my", "our"], ["our", "my"], ["is", "are"],
    ["has", "have"], ["mr", "ms"], ["was", "were"], ["me", "us"], ["us", "me"],
];

/// Words that may stand twice, by language; a language that is not here has too many of them.
#[rustfmt::skip]
const DOUBLES: &[(&str, &[&str])] = &[
    ("en", &["that", "had", "very", "so", "long", "many", "much", "really", "far", "no", "is", "her", "never", "bye",
        "night", "hear", "knock", "ha", "do", "can", "will", "chop"]),
    ("de", &["die", "der", "das", "den", "dem", "sie", "sehr", "ganz", "nein", "ja", "war", "wie"]),
    ("es", &["nos", "muy", "no", "sí", "casi", "que", "poco"]),
    ("fr", &["nous", "vous", "très", "non", "oui", "si"]),
    ("pt", &["muito", "não", "sim", "se"]),
    ("it", &["molto", "no", "piano", "via"]),
];

/// Scars of a form were left in.
pub(in crate::preflight) fn form_scar(context: &Context<'_>) -> Vec<Finding> {
    let doubles = DOUBLES.iter().find(|(language, _)| language.eq_ignore_ascii_case(context.language()));
    let mut findings = Vec::new();
    for field in context.fields.iter().filter(|field| is_running(field)) {
        let mut found = Vec::new();
        if context.is_english() {
            found.extend(choices(field));
        }
        found.extend(empty(field));
        if let Some((_, allowed)) = doubles {
            found.extend(twice(field, allowed));
        }
        found.extend(spaces(field));
        found.extend(marks(field));
        found.sort_by_key(|(bytes, _)| bytes.start);
        found.truncate(MOST);
        findings.extend(found.into_iter().map(|(bytes, scar)| told(field, bytes, scar)));
    }
    findings
}

fn is_running(field: &FieldText<'_>) -> bool {
    field.voice == Voice::Own || matches!(field.path.as_str(), "salutation" | "closing" | "subject" | "letterhead.foot")
}

/// What is wrong, what to do, and what certainly sets it right: the bytes to replace with what.
struct Scar {
    message: String,
    hint: &'static str,
    repair: Option<(Range<usize>, &'static str)>,
}

fn told(field: &FieldText<'_>, bytes: Range<usize>, scar: Scar) -> Finding {
    let excerpt = &field.text[bytes];
    let place = Place::new(&field.path, excerpt);
    let finding = Finding::new("form-scar", Severity::Warning, scar.message, scar.hint, place);
    match scar.repair {
        Some((bytes, to)) => finding.mended_by(Repair::within(&field.path, field.text, bytes, to)),
        None => finding,
    }
}

fn span(prose: &Prose<'_>, tokens: Range<usize>) -> Range<usize> {
    prose.tokens[tokens.start].start..prose.tokens[tokens.end - 1].end
}

/// The tokens touch, and none is quoted.
fn is_joined(prose: &Prose<'_>, tokens: Range<usize>) -> bool {
    tokens.end <= prose.tokens.len()
        && tokens.clone().all(|at| !prose.tokens[at].quoted)
        && (tokens.start..tokens.end - 1).all(|at| prose.gap(at).is_empty())
}

/// `and/or`, `he/she`, `member(s)`.
fn choices(field: &FieldText<'_>) -> Vec<(Range<usize>, Scar)> {
    let prose = &field.prose;
    let mut found = Vec::new();
    for at in 0..prose.tokens.len() {
        let is_choice =
            prose.is(at + 1, "/") && CHOICES.iter().any(|[one, two]| prose.is(at, one) && prose.is(at + 2, two));
        // `Mr./Ms. Lindgren`
        let titles = ["Mr", "Ms", "Mrs", "Mx", "Dr"];
        let dot = usize::from(prose.is(at + 1, "."));
        if prose.is_any(at, &titles) && prose.is(at + 1 + dot, "/") && prose.is_any(at + 2 + dot, &titles) && dot == 1 {
            let bytes = span(prose, at..at + 3 + dot);
            let message = format!("“{}” leaves the choice to the reader", &field.text[bytes.clone()]);
            found.push((bytes, Scar { message, hint: "Write the one that is meant.", repair: None }));
        }
        // `(she/he/they)` after a name says how somebody is called.
        let goes_on = prose.is(at + 3, "/") || at > 0 && prose.is(at - 1, "/");
        if is_choice && !goes_on && is_joined(prose, at..at + 3) {
            let bytes = span(prose, at..at + 3);
            let message = format!("“{}” leaves the choice to the reader", &field.text[bytes.clone()]);
            let hint = "Write the one that you mean, or both in words.";
            found.push((bytes, Scar { message, hint, repair: None }));
        }
        let is_plural =
            prose.is(at + 1, "(") && prose.is_any(at + 2, &["s", "es", "ies", "ren"]) && prose.is(at + 3, ")");
        let is_word = prose.text(at).chars().all(char::is_alphabetic) && prose.text(at).chars().count() > 2;
        if is_plural && is_word && is_joined(prose, at..at + 4) {
            let bytes = span(prose, at..at + 4);
            let message = format!("“{}” leaves open whether it is one or several", &field.text[bytes.clone()]);
            found.push((bytes, Scar { message, hint: "Write one or several.", repair: None }));
        }
    }
    found
}

/// Brackets and quotation marks with nothing in between.
fn empty(field: &FieldText<'_>) -> Vec<(Range<usize>, Scar)> {
    let text = field.text;
    let mut found = Vec::new();
    for (open, close) in [("(", ')'), ("[", ']'), ("“", '”')] {
        for (start, _) in text.match_indices(open) {
            let inside = &text[start + open.len()..];
            let blank = inside.len() - inside.trim_start_matches([' ', '\u{a0}']).len();
            let Some(rest) = inside[blank..].strip_prefix(close) else { continue };
            let end = text.len() - rest.len();
            // A link without words, a call such as `f()` and a box to tick are other matters.
            let before = text[..start].chars().next_back();
            let is_other =
                rest.starts_with('(') || before.is_some_and(|c| c.is_alphanumeric() || c == ']') && open != "“";
            let is_box = open == "[" && blank > 0;
            if !is_other && !is_box {
                let message = format!("nothing stands between “{open}” and “{close}”");
                let hint = "Write what belongs there, or take them out.";
                found.push((start..end, Scar { message, hint, repair: None }));
            }
        }
    }
    found
}

/// A word that stands twice in a row.
fn twice(field: &FieldText<'_>, allowed: &[&str]) -> Vec<(Range<usize>, Scar)> {
    let prose = &field.prose;
    let mut found = Vec::new();
    for at in 1..prose.tokens.len() {
        let (first, second) = (prose.tokens[at - 1], prose.tokens[at]);
        let (one, two) = (prose.text(at - 1), prose.text(at));
        if first.kind != TokenKind::Word || second.kind != TokenKind::Word || second.quoted || one.len() != two.len() {
            continue;
        }
        let same = one == two || one.to_lowercase() == two.to_lowercase();
        // A name such as `Walla Walla` has capitals; a line that begins with the last word of another is a list.
        let is_name = two.starts_with(char::is_uppercase) && two.len() > 1;
        let gap = &field.text[first.end..second.start];
        let is_apart = gap.is_empty()
            || gap.matches('\n').count() > 1
            || !gap.chars().all(|c| c.is_whitespace() || c == '*' || c == '_');
        let is_word = two.chars().all(|c| c.is_alphabetic() || matches!(c, '’' | '\'' | '-'));
        let small = two.to_lowercase();
        if !same || is_name || is_apart || !is_word || allowed.contains(&small.as_str()) || prose.ends_sentence(at - 1)
        {
            continue;
        }
        let bytes = first.start..second.end;
        let message = format!("“{two}” stands twice");
        // Emphasis around one of the two must not be torn apart.
        let repair = gap.chars().all(char::is_whitespace).then_some((first.end..second.end, ""));
        found.push((bytes, Scar { message, hint: "Take one of them out.", repair }));
    }
    found
}

/// What stands at this byte is quoted, or an address.
fn is_untouchable(field: &FieldText<'_>, at: usize) -> bool {
    let index = field.prose.tokens.partition_point(|token| token.end <= at);
    field.prose.tokens.get(index).is_some_and(|token| token.quoted || token.kind == TokenKind::Address)
}

/// Two spaces and more within a sentence.
fn spaces(field: &FieldText<'_>) -> Vec<(Range<usize>, Scar)> {
    let text = field.text;
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("  ").map(|at| from + at).filter(|_| found.len() < MOST) {
        let length = text[start..].len() - text[start..].trim_start_matches(' ').len();
        from = start + length;
        let (before, after) = (text[..start].chars().next_back(), text[from..].chars().next());
        let (Some(before), Some(after)) = (before, after) else { continue };
        // The sign of a list may have spaces after it.
        let sign = text[..start].bytes().rev().take_while(|byte| *byte != b'\n').take(LONGEST_SIGN + 1).count();
        let opens_entry = sign <= LONGEST_SIGN && text[..start].ends_with(['-', '*', '+', '•', '.', ')']);
        let is_within =
            (before.is_alphanumeric() || matches!(before, ',' | ';' | '’' | '*' | '_' | '-' | '–')) && after != '\n';
        if !is_within || opens_entry || is_untouchable(field, start) {
            continue;
        }
        let word_start = word_start(text, start);
        let word_end = text[from..].find(char::is_whitespace).map_or(text.len(), |at| from + at);
        let word_start = text[word_start..]
            .char_indices()
            .find(|(_, c)| !c.is_whitespace())
            .map_or(start, |(at, _)| word_start + at);
        let message = "two spaces stand within a sentence".to_owned();
        found.push((word_start..word_end, Scar { message, hint: "Take one out.", repair: Some((start..from, " ")) }));
    }
    found
}

/// Where the word begins that ends at this byte, or stands around it. A space may take three bytes.
fn word_start(text: &str, end: usize) -> usize {
    let from = (end.saturating_sub(LONGEST_WORD)..=end).find(|from| text.is_char_boundary(*from)).unwrap_or(end);
    from + text[from..end].trim_end_matches(|c: char| !c.is_whitespace()).len()
}

/// A space before a comma, two commas, two full stops.
fn marks(field: &FieldText<'_>) -> Vec<(Range<usize>, Scar)> {
    let text = field.text;
    let bytes = text.as_bytes();
    let byte = |at: Option<usize>| at.and_then(|at| bytes.get(at)).copied().unwrap_or(0);
    let mut found = Vec::new();
    for (at, mark) in text.match_indices([',', '.']) {
        let before = byte(at.checked_sub(1));
        let start = text[..at].trim_end_matches(' ').len();
        let word = word_start(text, start);
        if is_untouchable(field, at) {
            continue;
        }
        match mark {
            "," if byte(start.checked_sub(1)) == b',' => {
                let message = "two commas stand in a row".to_owned();
                found.push((
                    start - 1..at + 1,
                    Scar { message, hint: "Take one out.", repair: Some((start - 1..at + 1, ",")) },
                ));
            }
            "," if before == b' ' && start > 0 && bytes[start - 1] != b'\n' => {
                let message = "a space stands before a comma".to_owned();
                found.push((word..at + 1, Scar { message, hint: "Take it out.", repair: Some((start..at + 1, ",")) }));
            }
            "." if before == b'.'
                && byte(at.checked_sub(2)) != b'.'
                && !matches!(byte(Some(at + 1)), b'.' | b'/')
                && byte(at.checked_sub(2)) != b' ' =>
            {
                let message = "two full stops stand in a row".to_owned();
                let hint = "Take one out; three make an ellipsis.";
                found.push((word.min(at - 1)..at + 1, Scar { message, hint, repair: Some((at - 1..at + 1, ".")) }));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::preflight::testing::{places, told, with_words};

    fn found(language: &str, text: &str) -> Vec<String> {
        let draft = Draft { language: language.to_owned(), ..with_words("hook", text) };
        places(&told(&draft), "form-scar").into_iter().map(|(_, excerpt)| excerpt).collect()
    }

    #[test]
    fn scars_are_found() {
        let check = |text: &str, expected: &[&str]| assert_eq!(found("", text), expected, "{text}");
        check("in public and/or with time", &["and/or"]);
        check("lend the instrument(s) to them", &["instrument(s)"]);
        check("when he/she comes with his/her child", &["he/she", "his/her"]);
        check("I/we ask you", &["I/we"]);
        check("the plan () says", &["()"]);
        check("the plan [] says “”", &["[]", "“”"]);
        check("begin on on Monday", &["on on"]);
        check("The the plan", &["The the"]);
        check("read the  bill aloud", &["the  bill"]);
        check("light , shade", &["light ,"]);
        check("light,, shade", &[",,"]);
        check("light, , shade", &[", ,"]);
        check("It is dark.. We fell.", &["dark.."]);
        check("the\u{a0}city  council", &["city  council"]);
        check("Code §\u{a0}54954.3 , which", &["54954.3 ,"]);
        check("Mr.\u{3000}Lopez..", &["Lopez.."]);

        check("He said that that had had an effect, and it is very very dark.", &[]);
        check("Walla Walla is far. We met. We fell.", &[]);
        check("It is dark.  We fell.", &[]);
        check("- one\n    - two\n-  three", &[]);
        check("two lines  \nbroken", &[]);
        check("and so on ... and on…", &[]);
        check("The code says “cities and/or counties, and  their agent(s)”.", &[]);
        check("section 4(s) and f() and [x](https://a.org/../b)", &[]);
        check("Alex Lee (she/her) and Sam (he/they) came; (she/he/they) too.", &[]);
        check("either/or, 24/7, and Mr. and Ms. Lee", &[]);
        check("- [ ] a box", &[]);
        check("It ended in.\n\nin May", &[]);
    }

    #[test]
    fn other_languages_have_other_doubles() {
        let check = |language: &str, text: &str, expected: usize| {
            assert_eq!(found(language, text).len(), expected, "{text}");
        };
        check("de", "die ersten und und die letzten", 1);
        check("de", "die, die die Bahnen zählen", 0);
        check("fr", "nous nous réunissons", 0);
        check("es", "el plan de de la ciudad", 1);
        check("vi", "ngày ngày và luôn luôn", 0);
        check("tl", "iba iba", 0);
    }

    #[test]
    fn what_is_certain_is_one_click_away() {
        let check = |text: &str, expected: &str| {
            let found = told(&with_words("hook", text));
            let finding = found.iter().find(|finding| finding.check == "form-scar").unwrap();
            let repair = finding.repair.as_ref().unwrap();
            let at = text.match_indices(repair.from.as_str()).nth(repair.nth).unwrap().0;
            let mended = format!("{}{}{}", &text[..at], repair.to, &text[at + repair.from.len()..]);
            assert_eq!(mended, expected);
        };
        check("begin on on Monday", "begin on Monday");
        check("read the  bill aloud", "read the bill aloud");
        check("light , shade", "light, shade");
        check("light, , shade", "light, shade");
        check("It is dark.. We fell.", "It is dark. We fell.");
    }
}
