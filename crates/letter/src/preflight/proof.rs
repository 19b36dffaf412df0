//! Spelling and grammar of the writer's own text and of the subject line.
//!
//! What is misspelt is `spelling`'s to say, what is a slip `grammar`'s; here stands which fields are read, which words the
//! draft itself vouches for, and what becomes of it. Without a proofreader of the letter's language nothing is read.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::context::{Context, FieldSlip, FieldText, Voice};
use super::proofreader::Slip;
use crate::finding::{Finding, Place, Repair, Severity};
use crate::spelling::KnownWords;

/// Slips that another check tells: doubled words are scars of a form.
const TOLD_ELSEWHERE: &[&str] = &["doubled-word"];

/// A word is probably misspelt.
pub fn spelling<'c>(context: &'c Context<'_>) -> Vec<Finding> {
    let misspelt = slips(context).iter().filter_map(|(field, bytes, slip)| match slip {
        Slip::Misspelt(suggestions) => Some((&context.fields[*field], bytes.clone(), suggestions)),
        Slip::Grammar { .. } => None,
    });
    // A word that stands with a capital within a sentence elsewhere is a name where it opens one.
    let named: LazyCell<HashSet<&str>, _> = LazyCell::new(|| {
        let words = |field: &'c FieldText<'_>| {
            let prose = &field.prose;
            let within = (0..prose.tokens.len()).filter(|at| !prose.starts_sentence(*at)).map(|at| prose.text(at));
            within.filter(|word| word.starts_with(char::is_uppercase)).collect::<Vec<_>>()
        };
        context.own().flat_map(words).collect()
    });
    misspelt
        .filter(|(field, bytes, _)| {
            let at = field.prose.tokens.partition_point(|token| token.end <= bytes.start);
            !field.prose.starts_sentence(at) || !named.contains(&field.text[bytes.clone()])
        })
        .map(|(field, bytes, suggestions)| {
            let word = &field.text[bytes.clone()];
            let quoted: Vec<String> = suggestions.iter().map(|word| format!("“{word}”")).collect();
            let finding = Finding::new(
                "spelling",
                Severity::Note,
                format!("“{word}” is in no dictionary"),
                format!("Write {}, or let it stand if it is a name or a term.", quoted.join(" or ")),
                Place::new(&field.path, word),
            );
            match suggestions.as_slice() {
                [only] => finding.mended_by(Repair::within(&field.path, field.text, bytes, only.as_str())),
                _ => finding,
            }
        })
        .collect()
}

/// A slip of grammar.
pub fn grammar(context: &Context<'_>) -> Vec<Finding> {
    let lints = slips(context).iter().filter_map(|(field, bytes, slip)| match slip {
        Slip::Grammar { name, message, suggestion } if !TOLD_ELSEWHERE.contains(name) => {
            Some((&context.fields[*field], bytes.clone(), message, suggestion))
        }
        Slip::Grammar { .. } | Slip::Misspelt(_) => None,
    });
    lints
        .map(|(field, bytes, message, suggestion)| {
            let words = &field.text[bytes.clone()];
            let hint = if suggestion.is_empty() {
                format!("Take “{words}” out.")
            } else {
                format!("Write “{suggestion}”.")
            };
            Finding::new("grammar", Severity::Note, message, hint, Place::new(&field.path, words))
                .mended_by(Repair::within(&field.path, field.text, bytes, suggestion.as_str()))
        })
        .collect()
}

/// Every slip with the field that it stands in and its bytes there, read once for both checks.
fn slips<'c>(context: &'c Context<'_>) -> &'c [FieldSlip] {
    context.slips.get_or_init(|| read(context))
}

fn read(context: &Context<'_>) -> Vec<FieldSlip> {
    let language = context.draft.language();
    let Some(reader) = context.known.proofreader.as_ref().filter(|reader| reader.reads(language)) else {
        return Vec::new();
    };
    let mut paragraphs = Vec::new();
    for (index, field) in context.fields.iter().enumerate().filter(|(_, field)| is_read(context, field)) {
        let mut start = 0;
        for paragraph in field.text.split("\n\n") {
            paragraphs.push((index, start, paragraph));
            start += paragraph.len() + 2;
        }
    }
    let read = reader.read(vouched_for(context), paragraphs.iter().map(|(_, _, paragraph)| *paragraph));
    let mut out = Vec::new();
    for ((field, start, _), slips) in paragraphs.into_iter().zip(read) {
        out.extend(slips.iter().map(|(bytes, slip)| (field, start + bytes.start..start + bytes.end, slip.clone())));
    }
    out
}

/// The writer's words and the subject line; what the kind says in the person's stead is not theirs to mend.
fn is_read(context: &Context<'_>, field: &FieldText<'_>) -> bool {
    match field.path.strip_prefix("words.").and_then(|rest| rest.split('[').next()) {
        Some(name) => context.draft.words.contains_key(name),
        None => field.voice == Voice::Own || field.path == "subject",
    }
}

/// The words of names, addresses, titles and sources, and the desk's own terms.
fn vouched_for(context: &Context<'_>) -> KnownWords {
    let named = |field: &&FieldText<'_>| {
        matches!(field.voice, Voice::Frame | Voice::Source) || field.voice == Voice::Subject && field.path != "subject"
    };
    let mut known = KnownWords::upon(context.known.terms.clone());
    context.fields.iter().filter(named).for_each(|field| known.add(field.text));
    for seat in &context.known.roster {
        [&seat.body, &seat.person.first, &seat.person.last].into_iter().for_each(|name| known.add(name));
    }
    known
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, LazyLock};

    use crate::draft::{Addressee, Ask, Draft};
    use crate::preflight::testing::{told_knowing, with_words};
    use crate::preflight::{Known, Proofreader};
    use crate::spelling::KnownWords;

    static READER: LazyLock<Arc<Proofreader>> = LazyLock::new(|| Arc::new(Proofreader::english()));

    fn found(draft: &Draft, terms: &[&str], check: &str) -> Vec<(String, String, String)> {
        let terms = Arc::new(KnownWords::of(terms.iter().copied()));
        let known = Known { proofreader: Some(READER.clone()), terms, ..Known::default() };
        let told = told_knowing(draft, &known).into_iter().filter(|finding| finding.check == check);
        told.map(|finding| {
            (finding.place.path, finding.place.excerpt, finding.repair.map_or(String::new(), |repair| repair.to))
        })
        .collect()
    }

    #[test]
    fn misspelt_words_are_told_where_they_stand() {
        let check = |draft: &Draft, expected: &[(&str, &str, &str)]| {
            let found = found(draft, &["vecinas"], "spelling");
            let found: Vec<(&str, &str, &str)> = found.iter().map(|(a, b, c)| (&**a, &**b, &**c)).collect();
            assert_eq!(found, expected, "{draft:?}");
        };
        let hook = |text: &str| with_words("hook", text);
        check(&hook("Our *volunteers* came.\n\nOur volunters came."), &[("words.hook", "volunters", "volunteers")]);
        check(&hook("Our vecinas came, and they said “volunters”."), &[]);
        let lines = vec!["Commitee for Adresses".to_owned()];
        let addressees = vec![Addressee { lines, ..Addressee::default() }];
        check(&Draft { addressees, ..hook("The commitee for adresses met.") }, &[]);
        let asks = vec![Ask { full: "Please accomodate it.".to_owned(), ..Ask::default() }];
        check(&Draft { asks, ..Draft::default() }, &[("asks[0].full", "accomodate", "accommodate")]);
        check(
            &Draft { subject: Some("The plan for recieving guests".to_owned()), ..Draft::default() },
            &[("subject", "recieving", "receiving")],
        );
        check(&Draft { language: "es".to_owned(), ..hook("Our volunters came.") }, &[]);
        check(&Draft { language: "en-GB".to_owned(), ..hook("Our neighbours organised volunters.") }, &[]);
    }

    #[test]
    fn slips_of_grammar_are_told_but_for_doubled_words() {
        let check = |text: &str, expected: &[&str]| {
            let found = found(&with_words("hook", text), &[], "grammar");
            let found: Vec<&str> = found.iter().map(|(_, _, to)| to.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Each child needs a instrument.", &["an"]);
        check("Each child needs an instrument.", &[]);
        check("We met in the the hall.", &[]);
    }

    #[test]
    fn nothing_is_read_without_a_proofreader() {
        let told = told_knowing(&with_words("hook", "Our volunters came."), &Known::default());
        assert!(told.iter().all(|finding| finding.check != "spelling"));
    }
}
