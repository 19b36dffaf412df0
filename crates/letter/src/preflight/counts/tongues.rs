//! Counts of asks in other languages than English: `Pedimos dos cambios`, `estos dos cambios`, `nous demandons trois choses`.
//!
//! A number, right after it a noun for asks, and before it in the sentence a verb of asking of our own, or `these`,
//! `our`, `the following` beside it. A language that is not here is left alone.

use super::ask_count::Claim;
use crate::prose::Prose;

/// How far before the number the verb may stand.
const REACH: usize = 8;

struct Tongue {
    language: &'static str,
    /// The numbers from two on.
    numbers: &'static [&'static str],
    /// What we do when we ask.
    asking: &'static [&'static str],
    /// What says that they are ours, right before the number.
    ours: &'static [&'static str],
    nouns: &'static [&'static str],
}

#[rustfmt::skip]
const TONGUES: [Tongue; 4] = [
    Tongue {
        language: "es",
        numbers: &["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
        asking: &[
            "pedimos", "pido", "solicitamos", "solicito", "proponemos", "propongo", "exigimos", "exijo", "recomendamos",
            "rogamos",
        ],
        ours: &["estos", "estas", "nuestros", "nuestras", "mis", "siguientes"],
        nouns: &[
            "cambios", "cosas", "medidas", "acciones", "enmiendas", "modificaciones", "peticiones", "solicitudes",
            "pasos", "puntos", "demandas", "exigencias", "compromisos",
        ],
    },
    Tongue {
        language: "fr",
        numbers: &["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
        asking: &["demandons", "demande", "proposons", "sollicitons", "réclamons", "recommandons"],
        ours: &["ces", "nos", "mes"],
        nouns: &["choses", "changements", "modifications", "mesures", "demandes", "amendements", "points", "actions"],
    },
    Tongue {
        language: "de",
        numbers: &["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"],
        asking: &["bitten", "bitte", "fordern", "beantragen", "schlagen"],
        ours: &["diese", "diesen", "unsere", "unseren", "meine", "folgende", "folgenden"],
        nouns: &["änderungen", "dinge", "dingen", "bitten", "forderungen", "maßnahmen", "schritte", "anträge", "punkte"],
    },
    Tongue {
        language: "tl",
        numbers: &["dalawang", "tatlong", "apat na", "limang", "anim na", "pitong", "walong", "siyam na", "sampung"],
        asking: &["hinihiling", "hiling", "humihiling"],
        ours: &["ang", "mga"],
        nouns: &["pagbabago", "hakbang", "kahilingan", "bagay"],
    },
];

/// The counts of asks in a text of this language.
pub(super) fn claims(prose: &Prose<'_>, language: &str) -> Vec<Claim> {
    let Some(tongue) = TONGUES.iter().find(|tongue| tongue.language.eq_ignore_ascii_case(language)) else {
        return Vec::new();
    };
    (0..prose.tokens.len()).filter_map(|at| claim(prose, at, tongue)).collect()
}

fn claim(prose: &Prose<'_>, at: usize, tongue: &Tongue) -> Option<Claim> {
    let token = prose.tokens.get(at).filter(|token| !token.quoted)?;
    let is = |number: &&str| {
        let mut words = number.split(' ');
        words.next().is_some_and(|word| prose.is(at, word)) && words.next().is_none_or(|word| prose.is(at + 1, word))
    };
    let (count, noun) = match tongue.numbers.iter().position(is) {
        Some(index) => (index + 2, at + tongue.numbers[index].split(' ').count()),
        None => (prose.text(at).parse().ok().filter(|count| (2..=20).contains(count))?, at + 1),
    };
    let name = prose.text(noun).to_lowercase();
    if !tongue.nouns.contains(&name.as_str()) {
        return None;
    }
    let is_any = |at: usize, words: &[&str]| words.contains(&prose.text(at).to_lowercase().as_str());
    let mut sentence = (at.saturating_sub(REACH)..at).rev().take_while(|at| !prose.ends_sentence(*at));
    let asks = sentence.any(|at| is_any(at, tongue.asking));
    // In Tagalog every noun may have such a word before it, so the verb must be there too.
    let ours = tongue.language != "tl" && at.checked_sub(1).is_some_and(|before| is_any(before, tongue.ours));
    (asks || ours).then(|| Claim { count, bytes: token.start..prose.tokens[noun].end })
}

#[cfg(test)]
mod tests {
    use crate::draft::{Ask, Draft};
    use crate::preflight::testing::{places, told, with_words};

    #[test]
    fn counts_of_asks_are_read_in_other_languages() {
        let check = |language: &str, text: &str, expected: &[&str]| {
            // Eleven asks agree with none of the texts.
            let asks = (0..11).map(|number| Ask { full: format!("x{number}"), ..Ask::default() }).collect();
            let draft = Draft { language: language.to_owned(), asks, ..with_words("hook", text) };
            let found = places(&told(&draft), "ask-count");
            let found: Vec<&str> = found.iter().map(|(_, excerpt)| excerpt.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("es-US", "Pedimos dos cambios a la propuesta:", &["dos cambios"]);
        check("es", "Pedimos al Concejo dos cosas.", &["dos cosas"]);
        check("es", "Aprueben el plan con estos tres cambios.", &["tres cambios"]);
        check("fr", "Nous vous demandons trois choses.", &["trois choses"]);
        check("de", "Wir bitten Sie um zwei Änderungen.", &["zwei Änderungen"]);
        check("tl", "Hinihiling namin ang dalawang bagay.", &["dalawang bagay"]);

        check("es", "El plan propone dos cambios.", &[]);
        check("es", "Pedimos los dos años de datos.", &[]);
        check("fr", "La ville a fait trois choses.", &[]);
        check("de", "Es gibt zwei Änderungen.", &[]);
        check("vi", "Chúng tôi xin hai điều.", &[]);
    }
}
