//! Whether a text in another language speaks of a date as past, by a few signs that are sure: `noong Hulyo 30`, `cayó el …`,
//! `ont parlé`, `ich danke Ihnen für …`.
//!
//! Far fewer signs than English has; a sentence without one says nothing.

use std::ops::Range;

use crate::preflight::dates::Mention;
use crate::prose::Prose;

/// The text speaks of the date as past.
pub fn is_past(prose: &Prose<'_>, mention: &Mention, language: &str) -> bool {
    let sentence = prose.sentence(mention.tokens.start);
    let tag = language.split('-').next().unwrap_or_default();
    let Some(tells) = TELLS.iter().find(|(language, _)| language.eq_ignore_ascii_case(tag)) else { return false };
    (tells.1)(prose, mention, sentence)
}

type Tells = fn(&Prose<'_>, &Mention, Range<usize>) -> bool;

const TELLS: &[(&str, Tells)] =
    &[("es", spanish), ("fr", french), ("de", german), ("tl", tagalog), ("ru", russian), ("vi", vietnamese)];

fn spanish(prose: &Prose<'_>, _: &Mention, sentence: Range<usize>) -> bool {
    #[rustfmt::skip]
    const PAST: &[&str] = &[
        "fue", "fueron", "hubo", "tuvo", "dio", "hizo", "dijo", "dijeron", "votó", "votaron", "aprobó", "aprobaron", "adoptó",
        "pidió", "cayó", "cerró", "murió", "escuchó", "escuchamos", "vimos", "supimos", "oímos", "confirmaron", "entregaron",
        "prometió", "prometieron", "respondió", "celebró", "ocurrió",
    ];
    prose.has_any(sentence.clone(), PAST) && !prose.has_any(sentence, &["si", "cuando", "será", "serán", "antes"])
}

/// A helper and a participle: `a marché`, `ont parlé`, `est restée`.
fn french(prose: &Prose<'_>, mention: &Mention, sentence: Range<usize>) -> bool {
    const HELPERS: &[&str] = &["a", "ont", "avons", "ai", "avez", "est", "sont", "sommes"];
    const AHEAD: &[&str] =
        &["si", "quand", "lorsque", "sera", "seront", "aura", "auront", "prévu", "prévue", "fixé", "fixée"];
    let is_participle = |at: usize| {
        let word = prose.text(at);
        word.chars().count() > 3 && ["é", "ée", "és", "ées", "ndu", "nu", "ni"].iter().any(|end| word.ends_with(end))
    };
    let tells = |at: usize| prose.is_any(at, HELPERS) && is_participle(at + 1);
    // `samedi dernier, le 3 avril`
    let last = mention.tokens.start.saturating_sub(4).max(sentence.start)..mention.tokens.start;
    const WEEKDAYS: &[&str] = &["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    if last.into_iter().any(|at| prose.is(at, "dernier") && at > 0 && prose.is_any(at - 1, WEEKDAYS)) {
        return true;
    }
    sentence.clone().any(tells) && !prose.has_any(sentence, AHEAD)
}

/// Thanks for something on a day are for what has been.
fn german(prose: &Prose<'_>, mention: &Mention, sentence: Range<usize>) -> bool {
    let before = sentence.start..mention.tokens.start;
    let thanks = prose.has_any(before.clone(), &["danke", "danken"]) && prose.has_any(before, &["für"]);
    let was =
        prose.has_any(sentence.clone(), &["war", "waren", "wurde", "wurden", "fand", "fanden", "hatte", "hatten"]);
    let ahead = [
        "komme",
        "kommen",
        "spreche",
        "sprechen",
        "freue",
        "freuen",
        "nehme",
        "nehmen",
        "wird",
        "werden",
        "soll",
        "sollen",
        "wenn",
        "Einladung",
        "Termin",
        "würde",
        "würden",
    ];
    (thanks || was) && !prose.has_any(sentence.start..mention.tokens.end, &ahead)
}

/// A word of its own for a day that has been.
fn tagalog(prose: &Prose<'_>, mention: &Mention, _: Range<usize>) -> bool {
    mention.tokens.start.checked_sub(1).is_some_and(|before| prose.is(before, "noong"))
}

fn russian(prose: &Prose<'_>, _: &Mention, sentence: Range<usize>) -> bool {
    #[rustfmt::skip]
    const PAST: &[&str] = &[
        "был", "была", "было", "были", "прошло", "прошла", "прошли", "состоялось", "состоялась", "сказал", "сказала", "сказали",
        "ждал", "ждала", "ждали", "видел", "видела", "видели", "голосовали", "проголосовали", "говорили", "просили", "упал",
        "упала", "умер", "умерла",
    ];
    let told = |at: usize| PAST.contains(&prose.text(at).to_lowercase().as_str());
    sentence.clone().any(told) && !prose.has_any(sentence, &["если", "когда", "бы", "чтобы", "будет", "будут"])
}

/// Verbs have no tense; the word that something is done has, and “that day”, by which the text goes on.
fn vietnamese(prose: &Prose<'_>, mention: &Mention, sentence: Range<usize>) -> bool {
    let after = mention.tokens.end..prose.tokens.len().min(mention.tokens.end + 50);
    let that_day = after.into_iter().any(|at| prose.is_any(at, &["hôm", "Hôm"]) && prose.is_any(at + 1, &["ấy", "đó"]));
    that_day || prose.has_any(sentence.clone(), &["đã"]) && !prose.has_any(sentence, &["sẽ", "nếu", "khi"])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::preflight::dates::{Reader, mentions};
    use crate::prose::Syntax;

    #[test]
    fn sure_signs_are_read_and_nothing_else() {
        let check = |language: &str, text: &str, expected: bool| {
            let prose = Prose::of(text, Syntax::Rich);
            let dates = mentions(&prose, &Reader::new(language, Some(date(2026, 2, 10))));
            assert_eq!(dates.len(), 1, "{text}");
            assert_eq!(is_past(&prose, &dates[0], language), expected, "{text}");
        };
        check("es-US", "En la reunión del 19 de agosto de 2025 escuchamos que recibirá árboles.", true);
        check("es", "El martes 3 de marzo de 2026, la señora Ibáñez cayó en la banqueta.", true);
        check("es", "su agenda del martes 16 de septiembre", false);
        check("es", "Si la ley fue aprobada, votarán el 3 de marzo.", false);
        check("fr", "Le 14 octobre 2025, deux d’entre nous ont parlé devant vous.", true);
        check("fr", "l’ordre du jour du mardi 2 décembre", false);
        check("fr", "Samedi dernier, le 3 avril, il pleuvait.", true);
        check("fr", "Le dernier délai est le 3 avril.", false);
        check("fr", "La séance est prévue le 2 décembre.", false);
        check("de", "Ich danke Ihnen für die Ortsbegehung am 21. Oktober 2025 und werde kommen.", true);
        check("de", "Ich danke Ihnen für die Einladung zum 3. März.", false);
        check("de", "Ich danke Ihnen für Ihre Zeit und komme am 3. März gern in die Sitzung.", false);
        check("de", "Bitte stimmen Sie am 18. November 2025 dafür.", false);
        check("tl", "Noong Hunyo 30, 2026, naglakad si Aling Corazon.", true);
        check("tl", "ng pulong sa Hulyo 27", false);
        check("ru", "Я ждала сына 27 января.", true);
        check("ru", "Мы готовы прийти 3 февраля.", false);
        check("vi", "Ngày 12 tháng 5, 2026, mẹ tôi ngã. Hôm ấy chiếc xe đang đậu.", true);
        check("vi", "Tôi sẽ đến buổi họp ngày 9 tháng 6.", false);
        check("hmn", "2026-03-03", false);
    }
}
