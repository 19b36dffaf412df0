//! Words in capitals throughout: `MUST COME`, `EVERYONE`.
//!
//! Initials, names that the draft lists, headings, lines that are capitals alone and quotations are left alone. One
//! word counts when it is surely an ordinary one of four letters and more; several in a row, when one of them is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::context::{Context, FieldText, Voice};
use super::super::shouted::{is_capitals, is_ordinary, lower_case_words};
use crate::finding::{Finding, Place, Repair, Severity};
use crate::prose::TokenKind;

/// The shortest word, in letters, that is told by itself.
const SHORTEST: usize = 4;
/// How many rows of one text are told.
const MOST: usize = 20;
/// A line with no more words than these may be a heading.
const HEADING: usize = 10;
/// No heading has more bytes.
const LONGEST_LINE: usize = 200;

/// Words are in capitals that are no initials.
pub(in crate::preflight) fn capitals(context: &Context<'_>) -> Vec<Finding> {
    let lower = lower_case_words(context);
    let mut names: Option<BTreeSet<String>> = None;
    let mut findings = Vec::new();
    for field in context.own() {
        for tokens in runs(field).into_iter().take(MOST) {
            let names = names.get_or_insert_with(|| names_of(context));
            let words: Vec<&str> = tokens.clone().map(|at| field.prose.text(at)).collect();
            let is_name = |word: &str| names.contains(word) || context.known.terms.has_capitals(word);
            if words.iter().any(|word| is_name(word))
                || is_written_so(field, &tokens)
                || !is_shouted(&words, &lower, context)
            {
                continue;
            }
            let bytes = field.prose.tokens[tokens.start].start..field.prose.tokens[tokens.end - 1].end;
            let said = &field.text[bytes.clone()];
            let finding = Finding::new(
                "capitals",
                Severity::Note,
                format!("“{said}” is in capitals"),
                "Write it in small letters; if it must stand out, make it bold.",
                Place::new(&field.path, said),
            );
            // What may be a name keeps its capitals until somebody looks at it.
            let is_sure = context.is_english() && words.iter().all(|word| is_ordinary(word, &lower));
            let repair = is_sure.then(|| {
                // A letter may be longer in its small form, so what stands is cut and not what follows from it.
                let first = said.chars().next().map_or(0, char::len_utf8);
                let kept = if field.prose.starts_sentence(tokens.start) { first } else { 0 };
                let small = said[..kept].to_owned() + &said[kept..].to_lowercase();
                Repair::within(&field.path, field.text, bytes, small)
            });
            findings.push(match repair {
                Some(repair) => finding.mended_by(repair),
                None => finding,
            });
        }
    }
    findings
}

/// What a sign or a form says is written as it stands there: `a mat that says WELCOME`.
fn is_written_so(field: &FieldText<'_>, tokens: &Range<usize>) -> bool {
    const SAYS: &[&str] = &[
        "says", "said", "saying", "reads", "read", "sign", "word", "words", "marked", "labeled", "stamped", "letters",
    ];
    let near = tokens.start.saturating_sub(3)..tokens.start;
    // `STOP signs`
    field.prose.has_any(near, SAYS) || field.prose.is_any(tokens.end, &["sign", "signs", "button", "buttons"])
}

/// The words in capitals in whatever the draft lists by name.
fn names_of(context: &Context<'_>) -> BTreeSet<String> {
    let listed = context.fields.iter().filter(|field| field.voice != Voice::Own);
    let words = listed.flat_map(|field| (0..field.prose.tokens.len()).map(|at| field.prose.text(at)));
    words.filter(|word| is_capitals(word)).map(str::to_owned).collect()
}

fn is_shouted(words: &[&str], lower: &BTreeSet<String>, context: &Context<'_>) -> bool {
    let long = |word: &&&str| word.chars().count() >= SHORTEST;
    if !context.is_english() {
        // Without the words of the language, only a row of long ones is sure.
        return words.iter().filter(long).count() > 1;
    }
    let ordinary = |word: &&&str| is_ordinary(word, lower);
    match words {
        [word] => long(&word) && ordinary(&word),
        _ => words.iter().filter(ordinary).count() > 1 && words.iter().filter(long).any(|word| ordinary(&word)),
    }
}

/// Rows of words in capitals that are no headings.
fn runs(field: &FieldText<'_>) -> Vec<Range<usize>> {
    let prose = &field.prose;
    let is_run = |at: usize| {
        let token = prose.tokens[at];
        let word = prose.text(at);
        // `I` and `A` are capitals of their own and go along within a row.
        let is_word = token.kind == TokenKind::Word && !token.quoted && word.starts_with(char::is_uppercase);
        is_word && is_capitals(&word.replace(['’', '\'', '-'], ""))
    };
    let mut runs = Vec::new();
    let mut at = 0;
    while at < prose.tokens.len() {
        if !is_run(at) {
            at += 1;
            continue;
        }
        let start = at;
        while at + 1 < prose.tokens.len()
            && (is_run(at + 1)
                || matches!(prose.text(at + 1), "I" | "A") && at + 2 < prose.tokens.len() && is_run(at + 2))
        {
            at += 1;
        }
        at += 1;
        if !is_heading(field, start, at) {
            runs.push(start..at);
        }
    }
    runs
}

/// The line is a heading by its sign, or has nothing but capitals.
fn is_heading(field: &FieldText<'_>, start: usize, end: usize) -> bool {
    let (first, last) = (field.prose.tokens[start].start, field.prose.tokens[end - 1].end);
    let bytes = field.text.as_bytes();
    let before = bytes[..first].iter().rev().take(LONGEST_LINE).take_while(|byte| **byte != b'\n').count();
    let after = bytes[last..].iter().take(LONGEST_LINE).take_while(|byte| **byte != b'\n').count();
    if before == LONGEST_LINE || after == LONGEST_LINE {
        return false;
    }
    let line = &field.text[first - before..last + after];
    let is_alone = line.split_whitespace().count() <= HEADING && !line.chars().any(char::is_lowercase);
    line.trim_start().starts_with('#') || is_alone && field.text.trim() != line.trim()
}

#[cfg(test)]
mod tests {
    use crate::draft::{Draft, Sender};
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn shouted_words_are_found() {
        let check = |language: &str, text: &str, expected: &[&str]| {
            let sender = Sender { name: "PODER PDX".to_owned(), ..Sender::default() };
            let draft = Draft { language: language.to_owned(), sender, ..with_words("hook", text) };
            let found = places(&told(&draft), "capitals");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("", "EVERYONE wanted to know.", &["EVERYONE"]);
        check("", "What they lack is somebody who MUST COME.", &["MUST COME"]);
        check("", "I would like to GO ON TAKING THEM.", &["GO ON TAKING THEM"]);
        check("", "This is UNACCEPTABLE to us.", &["UNACCEPTABLE"]);
        check("", "The gravel is bad, and GRAVEL it stays.", &["GRAVEL"]);
        check("es", "Nosotros EXIGIMOS AHORA una respuesta.", &["EXIGIMOS AHORA"]);

        check("", "The IHSS, CEQA and USFWS rules, and a PDF.", &[]);
        check("", "PODER PDX answers; CAL FIRE came.", &[]);
        check("", "# WHY WE OBJECT\n\nBecause.", &[]);
        check("", "WHY WE OBJECT\n\nBecause.", &[]);
        check("", "He said “YOU MUST COME” twice.", &[]);
        check("", "We do NOT agree.", &[]);
        check("", "I AM here, and A B C are not.", &[]);
        check("de", "Unter TOP 7 der SPD.", &[]);
    }

    #[test]
    fn small_letters_are_one_click_away() {
        let check = |text: &str, expected: &str| {
            let found = told(&with_words("hook", text));
            let finding = found.iter().find(|finding| finding.check == "capitals").unwrap();
            assert_eq!(finding.repair.as_ref().map(|repair| repair.to.as_str()), Some(expected), "{text}");
        };
        check("EVERYONE wanted it.", "Everyone");
        check("They MUST COME.", "must come");
        check("İSTANBUL taught us this.", "İstanbul");
    }
}
