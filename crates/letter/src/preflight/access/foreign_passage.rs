//! Passages in another language than the letter's.
//!
//! Lectern marks one language for the whole letter, and a voice that reads it out reads every word in that one. So a
//! sentence in another needs to stand as a quotation, with a translation beside it, or the letter needs another language.
//! Names, titles and short phrases are no passages; what stands between quotation marks, in italics or set off is marked.

use std::ops::Range;

use super::languages::{FEWEST, Script, foreign, profile};
use crate::finding::{Finding, Place, Repair, Severity};
use crate::preflight::context::{Context, FieldText};
use crate::prose::TokenKind;

const CHECK: &str = "foreign-passage";

/// The fewest characters of a passage in a script without spaces.
const FEWEST_CHARACTERS: usize = 12;
/// The fewest passages that make a letter one of another language.
const FEWEST_PASSAGES: usize = 3;
/// The longest text of one field that is looked at, in tokens.
const MOST_TOKENS: usize = 20_000;

/// A sentence in another language.
struct Passage {
    tokens: Range<usize>,
    /// What it is in: a language or a script.
    name: &'static str,
    /// The tag of the language, where it is known.
    tag: Option<&'static str>,
}

/// A passage is in another language than the letter's.
pub fn foreign_passage(context: &Context<'_>) -> Vec<Finding> {
    let own = context.language();
    let mut findings = Vec::new();
    let (mut sentences, mut tags) = (0, Vec::new());
    for field in context.own().filter(|field| is_written(context, field)) {
        let (read, passages) = passages(field, own);
        sentences += read;
        tags.extend(passages.iter().map(|passage| passage.tag));
        for passage in joined(passages, field) {
            let bytes = field.prose.tokens[passage.tokens.start].start..field.prose.tokens[passage.tokens.end - 1].end;
            let words = &field.text[bytes];
            findings.push(Finding::new(
                CHECK,
                Severity::Note,
                format!("“{}” is in {}, and nothing in the letter says so", shortened(words), passage.name),
                "Set it between quotation marks with a translation beside it, or say it in the language of the letter.",
                Place::new(&field.path, words),
            ));
        }
    }
    match of_letter(&tags, sentences) {
        Some(tag) => vec![other_language(context, tag)],
        None => findings,
    }
}

/// Somebody wrote it; what the kind says in the person's stead is in the language of the kind.
fn is_written(context: &Context<'_>, field: &FieldText<'_>) -> bool {
    let name = field.path.strip_prefix("words.").and_then(|rest| rest.split('[').next());
    name.is_none_or(|name| context.draft.words.contains_key(name))
}

/// The language in which nearly every sentence is.
fn of_letter(tags: &[Option<&'static str>], sentences: usize) -> Option<&'static str> {
    let tag = (*tags.first()?)?;
    let same = tags.iter().filter(|other| **other == Some(tag)).count();
    (same >= FEWEST_PASSAGES && same * 10 >= sentences * 9).then_some(tag)
}

fn other_language(context: &Context<'_>, tag: &'static str) -> Finding {
    let name = |tag: &str| profile(tag).map_or_else(|| tag.to_owned(), |profile| profile.name.to_owned());
    let (is, set) = (name(tag), name(context.language()));
    Finding::new(
        CHECK,
        Severity::Warning,
        format!("the letter is written in {is}, and its language is set to {set}"),
        "Set the language of the letter, so that dates, hyphens and voices that read it out follow.",
        Place::new("language", &context.draft.language),
    )
    .mended_by(Repair::whole(format!("Set the language to {is}"), "language", tag))
}

/// How many sentences of some length a field has, and those in another language.
fn passages(field: &FieldText<'_>, own: &str) -> (usize, Vec<Passage>) {
    let prose = &field.prose;
    if prose.tokens.len() > MOST_TOKENS {
        return (0, Vec::new());
    }
    let (mut sentences, mut found) = (0, Vec::new());
    let mut start = 0;
    for at in 0..prose.tokens.len() {
        if prose.ends_sentence(at) {
            let tokens = start..at + 1;
            start = at + 1;
            let words = words(field, tokens.clone());
            sentences += usize::from(words.len() >= FEWEST);
            if !is_set_apart(field, &tokens)
                && let Some((name, tag)) = of_other_script(&words, own).or_else(|| of_other_words(&words, own))
            {
                found.push(Passage { tokens, name, tag });
            }
        }
    }
    (sentences, found)
}

/// The words of a sentence that stand in no quotation.
fn words<'a>(field: &'a FieldText<'_>, tokens: Range<usize>) -> Vec<&'a str> {
    let spoken = |at: &usize| {
        let token = field.prose.tokens[*at];
        token.kind == TokenKind::Word && !token.quoted && field.prose.text(*at).starts_with(char::is_alphabetic)
    };
    tokens.filter(spoken).map(|at| field.prose.text(at)).collect()
}

/// The whole sentence is in italics or bold.
fn is_set_apart(field: &FieldText<'_>, tokens: &Range<usize>) -> bool {
    let [first, last] = [field.prose.tokens[tokens.start], field.prose.tokens[tokens.end - 1]];
    field.text[..first.start].ends_with(['*', '_']) && field.text[last.end..].starts_with(['*', '_'])
}

fn of_other_words(words: &[&str], own: &str) -> Option<(&'static str, Option<&'static str>)> {
    // A sentence of which most words are capitalised is a row of names.
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    if words.len() < FEWEST || capitals * 2 > words.len() {
        return None;
    }
    let small: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let other = foreign(small.iter().map(String::as_str), own)?;
    Some((other.name, Some(other.tag)))
}

fn of_other_script(words: &[&str], own: &str) -> Option<(&'static str, Option<&'static str>)> {
    let own = own_scripts(own)?;
    // Latin letters are read by their small words: names and terms are often left in them.
    let other = |c: char| Script::of(c).filter(|script| *script != Script::Latin && !own.contains(script));
    let first = words.iter().flat_map(|word| word.chars()).find_map(other)?;
    let size = if first.runs_on() {
        words.iter().flat_map(|word| word.chars()).filter(|c| Script::of(*c) == Some(first)).count()
            / (FEWEST_CHARACTERS / FEWEST)
    } else {
        words.iter().filter(|word| word.chars().next().and_then(Script::of) == Some(first)).count()
    };
    (size >= FEWEST).then(|| (first.name(), None))
}

/// The scripts that a language is written in; nothing where that is not known.
fn own_scripts(language: &str) -> Option<&'static [Script]> {
    Some(match language.to_ascii_lowercase().as_str() {
        "ru" | "uk" | "be" | "bg" | "mk" | "sr" | "kk" | "ky" | "mn" | "tg" => &[Script::Cyrillic],
        "el" => &[Script::Greek],
        "he" | "yi" => &[Script::Hebrew],
        "ar" | "fa" | "prs" | "ps" | "ur" | "ku" | "ckb" | "sd" | "ug" => &[Script::Arabic],
        "hi" | "mr" | "ne" | "sa" => &[Script::Devanagari],
        "pa" => &[Script::Gurmukhi, Script::Arabic],
        "bn" | "as" => &[Script::Bengali],
        "ta" => &[Script::Tamil],
        "th" => &[Script::Thai],
        "lo" => &[Script::Lao],
        "km" => &[Script::Khmer],
        "hy" => &[Script::Armenian],
        "ka" => &[Script::Georgian],
        "am" | "ti" => &[Script::Ethiopic],
        "ko" => &[Script::Hangul, Script::Han],
        "zh" | "ja" | "yue" => &[Script::Han],
        language if profile(language).is_some() => &[],
        _ => return None,
    })
}

/// Sentences that follow each other within a paragraph are one passage.
fn joined(passages: Vec<Passage>, field: &FieldText<'_>) -> Vec<Passage> {
    let mut out: Vec<Passage> = Vec::new();
    for passage in passages {
        let goes_on = |last: &Passage| {
            let between = field.prose.tokens[last.tokens.end - 1].end..field.prose.tokens[passage.tokens.start].start;
            last.tokens.end == passage.tokens.start
                && last.name == passage.name
                && !field.text[between].contains("\n\n")
        };
        match out.last_mut().filter(|last| goes_on(last)) {
            Some(last) => last.tokens.end = passage.tokens.end,
            None => out.push(passage),
        }
    }
    out
}

/// Enough of a passage to know it by.
fn shortened(words: &str) -> String {
    let mut short: String = words.chars().take(60).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::preflight::testing::{places, told, with_words};

    fn found(language: &str, text: &str) -> Vec<(String, String)> {
        places(&told(&Draft { language: language.to_owned(), ..with_words("hook", text) }), super::CHECK)
    }

    const SPANISH: &str = "La línea de descanso es lo único que nos deja dormir una noche entera sin miedo.";
    const ENGLISH: &str = "I very much hope that you will keep the pool open.";

    #[test]
    fn passages_in_other_languages_are_told() {
        let check = |language: &str, text: &str, expected: &str| {
            assert_eq!(found(language, text), [("words.hook".to_owned(), expected.to_owned())], "{text}");
        };
        check("", &format!("Please restore respite care on June 3. {SPANISH}"), SPANISH);
        check("de", &format!("Ich werde am Montag in der Sitzung sein. {ENGLISH}"), ENGLISH);
        check("es", &format!("Pedimos más árboles para la escuela. {ENGLISH}"), ENGLISH);
        check("ru", &format!("Я поддерживаю этот автобус. {ENGLISH}"), ENGLISH);
        check("hmn", ENGLISH, ENGLISH);
        check(
            "en",
            "We came. Мы просим вас оставить автобус на всю ночь.",
            "Мы просим вас оставить автобус на всю ночь.",
        );
        check("en", "We came. 我们请求市议会保留夜间公共汽车线路。", "我们请求市议会保留夜间公共汽车线路。");
        check(
            "en",
            "We came. Chúng tôi xin thành phố giữ xe buýt cho người già trong khu này.",
            "Chúng tôi xin thành phố giữ xe buýt cho người già trong khu này.",
        );
        check(
            "en",
            "We came. Hindi po namin kaya ang mataas na upa sa aming lugar.",
            "Hindi po namin kaya ang mataas na upa sa aming lugar.",
        );
        check(
            "en",
            "We came. Nous demandons que le conseil garde les bus de nuit pour nos enfants.",
            "Nous demandons que le conseil garde les bus de nuit pour nos enfants.",
        );
        let two = format!("{SPANISH} Mi madre no puede salir de la casa sin ayuda.");
        check("en", &format!("Please restore it. We ask you to. {two}"), &two);
    }

    #[test]
    fn names_titles_and_marked_passages_are_left_alone() {
        let check = |language: &str, text: &str| assert_eq!(found(language, text), [], "{text}");
        check("en", ENGLISH);
        check("es", SPANISH);
        check(
            "en",
            "Círculo de Cuidadoras meets in Spanish, and so does La Casa de la Cultura y del Arte de los Ángeles.",
        );
        check("en", &format!("My mother said: “{SPANISH}” She meant it."));
        check("en", &format!("My mother said:\n\n> {SPANISH}\n\nShe meant it."));
        check("en", &format!("*{SPANISH}* That is what she said."));
        check("en", "As my mother says, más vale tarde que nunca, and she is right about it.");
        check("en", "Мария Иванова and 王小明 of the Союз came.");
        check("ru", "Совет города Sacramento City Council и программа Safe Routes to School for All of Us.");
        check("pt", "A cidade não tem dinheiro para os ônibus da noite, e nós pedimos que o conselho ajude.");
        check("ca", "Demanem que la ciutat mantingui les línies de nit per a la gent que treballa de nit.");
        check("so", "Waxaan codsaneynaa in magaaladu ay sii wado basaska habeenkii.");
        check("en", "De minimis non curat lex, as the court said in the case.");
    }

    #[test]
    fn a_letter_all_in_another_language_needs_that_language() {
        let text = format!(
            "{SPANISH} Mi madre no puede salir de la casa sin ayuda. Por favor, no cierren la línea de la noche."
        );
        let draft = with_words("hook", &text);
        let findings = told(&draft);
        let findings: Vec<_> = findings.iter().filter(|finding| finding.check == super::CHECK).collect();
        assert_eq!(findings.len(), 1);
        assert_eq!(
            (findings[0].place.path.as_str(), findings[0].repair.as_ref().unwrap().to.as_str()),
            ("language", "es")
        );
    }
}
