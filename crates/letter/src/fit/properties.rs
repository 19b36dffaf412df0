//! What holds for every letter and every limit, tried on letters that are made by chance, with the chance written down.
//!
//! A letter is made of sentences that are known, so whether one was cut is seen without asking the code that cuts.

use std::collections::BTreeMap;

use super::*;
use crate::draft::{Ask, Priority, Shorter, Signer, Words};
use crate::template;

/// Numbers by chance: the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        // Knuth's MMIX; its upper bits are the better ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    fn some_of<'a>(&mut self, of: &[&'a str], most: usize) -> Vec<&'a str> {
        (0..self.below(most + 1)).map(|_| *self.one(of)).collect()
    }
}

/// Sentences with what could be taken for the end of one, and with characters that are counted differently.
const SENTENCES: [&str; 16] = [
    "Please plant trees.",
    "Would you wait an hour in the sun for the bus?",
    "Dr. J. Ruiz of St. Paul spoke at 5 p.m. on it.",
    "It costs $4.5 million, i.e. less than Ord. No. 188441.",
    "See Gov. Code § 54954.3(a) and https://a.org/b.c?d=e too.",
    "He said “Stop. Now.” and left!",
    "Trees (see p. 4. It says so) matter.",
    "My mother’s 🌳🌳 died; José and Jose\u{301} saw it.",
    "👨‍👩‍👧‍👦 live there.",
    "Cooling centers must stay open through the night whenever it is hot, for as long as it is, and for all who come.",
    "¿Quién espera el autobús?",
    "Мы живём здесь.",
    "We ask for 12,000 more.",
    "Act.",
    "Nobody disagrees…",
    "The U.S. Census Bureau counted 8,214 of us in 2020.",
];

/// A letter, and the sentences of each text by the path of its piece.
struct Made {
    draft: Draft,
    texts: BTreeMap<String, Vec<&'static str>>,
}

fn made(seed: u64) -> Made {
    let mut chance = Chance(seed);
    let mut draft = Draft { kind: "organisation-letter".to_owned(), ..Draft::default() };
    let mut texts = BTreeMap::new();
    draft.item.number = (*chance.one(&["3", "12", "CA-4", "7.B", ""])).to_owned();
    draft.item.title = (*chance.one(&["", "Trees for Broadway", "An Ordinance Amending § 4.04.020, 🌳"])).to_owned();
    draft.item.position = *chance.one(&[None, Some(crate::draft::Position::OpposeUnlessAmended)]);
    let priorities = [Priority::Normal, Priority::Normal, Priority::First, Priority::Last];
    for index in 0..chance.below(8) {
        let mut full = chance.some_of(&SENTENCES, 4);
        full.push(*chance.one(&SENTENCES));
        texts.insert(format!("asks[{index}]"), full.clone());
        draft.asks.push(Ask {
            label: (*chance.one(&["", "", "More trees", "Why wait?"])).to_owned(),
            full: full.join(" "),
            short: chance.some_of(&SENTENCES, 1).join(" "),
            line: (*chance.one(&["", "", "Plant trees."])).to_owned(),
            priority: *chance.one(&priorities),
            ..Ask::default()
        });
    }
    // Who writes stands in one paragraph with the template's words that introduce the asks.
    draft.words.insert("who_we_are".to_owned(), Words::Text("We are neighbors.".to_owned()));
    for name in ["hook", "history", "restated"] {
        let paragraphs: Vec<Vec<&str>> =
            (0..chance.below(3)).map(|_| chance.some_of(&SENTENCES, 5)).filter(|said| !said.is_empty()).collect();
        for (index, said) in paragraphs.iter().enumerate() {
            texts.insert(format!("words.{name}[{index}]"), said.clone());
        }
        let joined: Vec<String> = paragraphs.iter().map(|said| said.join(" ")).collect();
        if let Some(first) = joined.first().filter(|_| chance.below(3) == 0) {
            let short = chance.some_of(&SENTENCES, 1).join(" ");
            let shorter =
                Shorter { of: first.clone(), short, priority: *chance.one(&priorities), ..Shorter::default() };
            draft.shorter.insert(name.to_owned(), vec![shorter]);
        }
        draft.words.insert(name.to_owned(), Words::Text(joined.join("\n\n")));
    }
    if chance.below(2) == 0 {
        draft.signers = vec![Signer { name: "Ana Ruiz".to_owned(), ..Signer::default() }];
    }
    Made { draft, texts }
}

/// Which of the letter's texts a piece says, as the letter prints it; nothing where it is said in words of its own.
fn said_whole(made: &Made, piece: &str, text: &str) -> bool {
    let Some(sentences) = made.texts.get(piece) else { return true };
    let shorter = |short: &str, line: &str| [short, line].iter().any(|form| !form.is_empty() && text.ends_with(form));
    let asks = made.draft.asks.iter().enumerate();
    let mut asks = asks.filter(|(index, _)| format!("asks[{index}]") == piece);
    if asks.any(|(_, ask)| shorter(&ask.short, &ask.line)) {
        return true;
    }
    let mut all = made.draft.shorter.values().flatten();
    if all.any(|each| shorter(&each.short, &each.line)) {
        return true;
    }
    (1..=sentences.len()).any(|kept| text.ends_with(&sentences[..kept].join(" ")))
}

#[test]
fn letters_made_by_chance_keep_every_rule() {
    let template = template::built_in_kind("organisation-letter").unwrap();
    let measures = [Measure::Characters { line_break: 1 }, Measure::Characters { line_break: 2 }, Measure::Words];
    for seed in 0..24 {
        let made = made(seed);
        let draft = &made.draft;
        let source = Source::of(&template, draft);
        let values = Values::of(&source.frame(source.asks()).unwrap().pieces);
        let mut chance = Chance(seed ^ 0x5eed);
        for measure in measures {
            let whole = fit_into(&template, draft, &Room { measure, limit: None }, &[]).unwrap();
            let mut limits: Vec<u32> = (0..10).map(|_| chance.below(whole.gauge.used as usize + 2) as u32).collect();
            limits.extend([0, 1, whole.gauge.used.saturating_sub(1), whole.gauge.used]);
            limits.sort_unstable();
            let mut most = 0;
            for limit in limits {
                let room = Room { measure, limit: Some(limit) };
                let choice = choice(&source, &room, &[], |frame| frame).unwrap();
                let fitted = choice.fitted(&room, source.asks());
                let at = format!("letter {seed} in {limit} {measure:?}:\n{}", fitted.text);
                assert_eq!(fitted.gauge.over, measure.of(&fitted.text).saturating_sub(limit), "{at}");
                if fitted.gauge.over > 0 {
                    // Nothing but what must be said, and which sentence of it to shorten.
                    assert!(fitted.said.len() <= 1 && fitted.shorten.is_some(), "{at}");
                    continue;
                }
                let number = draft.item.number.as_str();
                let first = fitted.text.lines().next().unwrap_or_default();
                assert!(number.is_empty() || pieces::names(first, number), "{at}");
                for said in &fitted.said {
                    assert!(said_whole(&made, &said.piece, &said.text), "{} is cut: {}\n{at}", said.piece, said.text);
                }
                for (piece, full) in &made.texts {
                    let is_full = fitted.said.iter().any(|said| said.piece == *piece && said.at == Length::Full);
                    let change = fitted.changes.iter().find(|change| change.piece == *piece);
                    assert!(is_full != change.is_some(), "{piece} is lost in silence, or listed for nothing: {at}");
                    if let Some(change) = change.filter(|change| change.what == What::Cut) {
                        let both = format!("{} {}", change.instead, change.missing);
                        assert!(both.ends_with(&full.join(" ")), "{both}\n{at}");
                    }
                }
                let each = choice.each();
                let worth =
                    each.iter().filter_map(|(piece, form, _)| Some(values.worth(piece, (*form)?))).sum::<u128>();
                assert!(worth >= most, "a longer limit says less: {at}");
                most = worth;
                // The text fits the room it takes exactly, and one less is too little for it.
                let exact = fit_into(&template, draft, &Room { measure, limit: Some(fitted.gauge.used) }, &[]).unwrap();
                assert_eq!((exact.text.as_str(), exact.gauge.over), (fitted.text.as_str(), 0), "{at}");
            }
            assert_eq!(whole.changes, [], "letter {seed}");
        }
    }
}
