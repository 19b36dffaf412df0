//! Cases under `tests/fit`, and what holds for every draft and every limit.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::*;
use crate::draft::{Ask, Priority, Words};
use crate::portal::Limit;
use crate::{draft_file, portal, speech, template};

/// What a case asks for: the first line of `case.toml` says why it is there.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The draft, from the folder of the case.
    #[serde(default = "beside")]
    draft: String,
    /// A built-in portal.
    #[serde(default)]
    portal: String,
    /// A limit, where no portal is named.
    limit: Option<Limit>,
    /// Minutes to speak, for a speech.
    minutes: Option<u32>,
}

fn beside() -> String {
    "draft.toml".to_owned()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fit")
}

#[allow(clippy::disallowed_methods, reason = "the cases are files; only the library itself may not read them")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).replace("\r\n", "\n")
}

/// Holds a found text against the expected file; with `UPDATE` set, writes it there.
#[allow(clippy::disallowed_methods, reason = "the cases are files; only the library itself may not touch them")]
fn hold(path: &Path, found: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, found).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return;
    }
    assert_eq!(read(path), found, "{}", path.display());
}

fn draft_at(path: &Path) -> (Template, Draft) {
    let draft = draft_file::read(&read(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display())).draft;
    let template = template::built_in_kind(&draft.kind).unwrap_or_else(|| panic!("{}", draft.kind));
    (template, draft)
}

/// What was done, a paragraph for each change.
fn listed(fitted: &Fitted) -> String {
    let mut out = String::new();
    let Gauge { used, limit, near, over } = fitted.gauge;
    let limit = limit.map_or("no limit".to_owned(), |limit| format!("of {limit}"));
    let near = if near { ", near" } else { "" };
    let over = if over > 0 { format!(", over by {over}") } else { String::new() };
    let Counts { words, characters, units } = fitted.counts;
    let _ = writeln!(out, "{used} {limit}{near}{over}; {words} words, {characters} characters, {units} units");
    for change in &fitted.changes {
        let piece = if change.piece.is_empty() { "the template" } else { &change.piece };
        let what = match change.what {
            What::Shortened => "shortened",
            What::OneLine => "to one line",
            What::Cut => "cut to its first sentences",
            What::LeftOut => "left out",
        };
        let _ = writeln!(out, "\n{piece}: {what}, saves {}\nmissing: {}", change.saved, change.missing);
    }
    if let Some(shorten) = &fitted.shorten {
        let Shorten { piece, sentence, by, pinned, enough } = shorten;
        let why = if *pinned { " (pinned)" } else { "" };
        let more = if *enough { "" } else { " and more" };
        let _ = writeln!(out, "\nshorten {piece}{more} by {by}{why}: {sentence}");
    }
    out
}

#[test]
fn every_case_fits_as_expected() {
    #[allow(clippy::disallowed_methods, reason = "the cases are files")]
    let entries = std::fs::read_dir(folder()).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    assert!(cases.len() >= 12, "{}", cases.len());
    for folder in cases {
        let name = folder.display();
        let text = read(&folder.join("case.toml"));
        assert!(text.starts_with("# "), "{name}: the first line says what the case is for");
        let case: Case = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let (template, draft) = draft_at(&folder.join(&case.draft));
        if let Some(minutes) = case.minutes {
            let speech = speech::speech(&template, &draft, 60 * minutes, 0).unwrap();
            assert!(speech.seconds <= 60 * minutes, "{name}: {} seconds", speech.seconds);
            hold(&folder.join("speech.txt"), &format!("{} seconds\n\n{}", speech.seconds, speech.sheet()));
            continue;
        }
        let portal = match case.limit {
            Some(limit) => Portal { id: case.portal, limit: Some(limit), ..Portal::default() },
            None => portal::built_in_portal(&case.portal).unwrap_or_else(|| panic!("{name}: {}", case.portal)),
        };
        let fitted = fit(&template, &draft, &portal).unwrap();
        hold(&folder.join("text.txt"), &(fitted.text.clone() + "\n"));
        hold(&folder.join("changes.txt"), &listed(&fitted));
    }
}

/// The drafts that every rule is tried on: the samples of the kinds, and the advocacy letter.
fn drafts() -> Vec<(Template, Draft)> {
    let samples = template::built_in().into_iter().map(|template| {
        let draft: Draft = toml::from_str(&template.sample).unwrap();
        (template, draft)
    });
    samples.chain([draft_at(&folder().join("seed/draft.toml"))]).collect()
}

fn room(limit: u32, measure: Measure) -> Room {
    Room { measure, limit: Some(limit) }
}

const MEASURES: [Measure; 3] =
    [Measure::Characters { line_break: 1 }, Measure::Characters { line_break: 2 }, Measure::Words];

/// The limits from nothing to where everything fits, closer where they are small.
fn limits(measure: Measure) -> impl Iterator<Item = u32> {
    let step = if measure == Measure::Words { 23 } else { 137 };
    (0..40).map(move |number| number * step)
}

#[test]
fn no_text_is_longer_than_its_limit_or_loses_its_item() {
    for (template, draft) in drafts() {
        for measure in MEASURES {
            for limit in limits(measure) {
                let fitted = fit_into(&template, &draft, &room(limit, measure), &[]).unwrap();
                let at = format!("{} in {limit} {measure:?}:\n{}", draft.kind, fitted.text);
                assert_eq!(fitted.gauge.used, measure.of(&fitted.text), "{at}");
                assert!(fitted.gauge.over == 0 || fitted.shorten.is_some(), "{at}");
                if fitted.gauge.over > 0 {
                    assert!(fitted.said.len() <= 1, "too long with more than what must be said: {at}");
                }
                let number = draft.item.number.as_str();
                let first = fitted.text.lines().next().unwrap_or_default();
                assert!(number.is_empty() || pieces::names(first, number), "{at}");
                let joined: String = fitted.said.iter().map(|said| said.text.clone()).collect::<Vec<_>>().join(" ");
                assert_eq!(squeezed(&joined), squeezed(&fitted.text), "{at}");
            }
        }
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_sentence_is_cut_and_nothing_is_dropped_in_silence() {
    for (template, draft) in drafts() {
        let whole = fit(&template, &draft, &Portal::default()).unwrap();
        assert_eq!(whole.changes, [], "{}", draft.kind);
        for limit in limits(MEASURES[1]) {
            let fitted = fit_into(&template, &draft, &room(limit, MEASURES[1]), &[]).unwrap();
            for change in &fitted.changes {
                if change.what == What::Cut {
                    let full = format!("{} {}", change.instead, change.missing);
                    let sentences = sentences::sentences(&full);
                    let kept = sentences.iter().scan(String::new(), |text, sentence| {
                        *text = squeezed(&format!("{text} {sentence}"));
                        Some(text.clone())
                    });
                    assert!(kept.into_iter().any(|kept| kept == squeezed(&change.instead)), "{}", change.instead);
                }
            }
            // Every piece of the whole text is said in full, or is listed. The template's own words may count the asks.
            for said in whole.said.iter().filter(|said| !said.piece.is_empty()) {
                let full = fitted.said.iter().any(|now| now.piece == said.piece && now.at == Length::Full);
                let listed = fitted.changes.iter().any(|change| change.piece == said.piece);
                assert!(full || listed, "{} loses {} at {limit}", draft.kind, said.piece);
            }
        }
    }
}

/// The letter and the text without a limit say the same words.
#[test]
fn without_a_limit_the_text_says_what_the_body_of_the_letter_says() {
    for (template, draft) in drafts() {
        let fitted = fit(&template, &draft, &Portal::default()).unwrap();
        // Shorter texts that a kind chooses by itself, and note marks, are the letter's own affair.
        let mut plain = draft.clone();
        for ask in &mut plain.asks {
            ask.short.clear();
            ask.line.clear();
            ask.references.clear();
        }
        plain.references.clear();
        let (letter, _) = crate::compose(&template, &plain, &crate::letter::Pictures::new()).unwrap();
        for paragraph in crate::write::text::paragraphs(&letter, crate::letter::Role::Body) {
            let words = squeezed(&paragraph.words);
            assert!(squeezed(&fitted.text).contains(&words), "{}: {words}\n\n{}", draft.kind, fitted.text);
        }
    }
}

fn worth(source: &Source<'_>, choice: &Choice) -> u128 {
    let values = Values::of(&source.frame(source.asks()).unwrap().pieces);
    choice.each().iter().filter_map(|(piece, form, _)| Some(values.worth(piece, (*form)?))).sum()
}

#[test]
fn a_longer_limit_never_says_less() {
    for (template, draft) in drafts() {
        let source = Source::of(&template, &draft);
        for measure in MEASURES {
            let mut most = 0;
            for limit in limits(measure) {
                let choice = choice(&source, &room(limit, measure), &[], |frame| frame).unwrap();
                if measure.of(&choice.text()) > limit {
                    continue;
                }
                let worth = worth(&source, &choice);
                assert!(worth >= most, "{} in {limit} {measure:?}", draft.kind);
                most = worth;
            }
        }
    }
}

/// Not every number of asks is tried; for the kinds there are, trying each finds nothing better.
#[test]
fn numbers_of_asks_that_are_not_tried_would_not_fit() {
    for (template, draft) in drafts() {
        let source = Source::of(&template, &draft);
        let values = Values::of(&source.frame(source.asks()).unwrap().pieces);
        for measure in MEASURES {
            for limit in limits(measure).take(14) {
                let found = choice(&source, &room(limit, measure), &[], |frame| frame).unwrap();
                let found = (measure.of(&found.text()) <= limit).then(|| worth(&source, &found));
                let each = (0..=source.asks()).filter_map(|asks| {
                    let frame = source.frame(asks).unwrap();
                    let groups = groups(&frame, &values, measure, &[]);
                    let room = (limit + unused_gap(&frame, measure)).checked_sub(fixed(&frame, asks, measure))?;
                    let said = asks.min(frame.labels.len());
                    let chosen = choose::best(&groups, room, said, &values.shifts())?;
                    let choice = Choice::new(frame, &groups, &chosen, asks, &[]);
                    Some(worth(&source, &choice))
                });
                assert_eq!(each.max(), found, "{} in {limit} {measure:?}", draft.kind);
            }
        }
    }
}

/// A draft of three asks and two paragraphs, with lengths and priorities by the number.
fn small(number: u32) -> Draft {
    let text = |seed: u32, words: u32| {
        let words: Vec<String> =
            (0..words).map(|at| "abcdefghij"[..1 + ((seed * 7 + at * 3) % 9) as usize].to_owned()).collect();
        format!("Do {}.", words.join(" "))
    };
    let priority =
        |seed: u32| [Priority::Normal, Priority::First, Priority::Normal, Priority::Last][(seed % 4) as usize];
    let ask = |seed: u32| Ask {
        label: if seed.is_multiple_of(3) { "Label".to_owned() } else { String::new() },
        full: format!("{} {}", text(seed, 9), text(seed + 1, 6 + seed % 5)),
        short: if seed.is_multiple_of(2) { text(seed, 6) } else { String::new() },
        line: if seed % 5 < 3 { text(seed, 2 + seed % 3) } else { String::new() },
        priority: priority(seed / 3),
        ..Ask::default()
    };
    let mut draft = Draft { kind: "organisation-letter".to_owned(), ..Draft::default() };
    draft.item.number = "3".to_owned();
    draft.item.title = text(number, 3 + number % 4);
    draft.asks = (0..3).map(|at| ask(number * 3 + at * 5 + number % 7)).collect();
    draft.words = BTreeMap::from([
        ("hook".to_owned(), Words::Text(format!("{} {}", text(number, 5), text(number + 2, 7)))),
        ("who_we_are".to_owned(), Words::Text(text(number + 1, 6))),
    ]);
    draft
}

#[test]
fn the_text_is_the_best_of_all_that_there_are() {
    for number in 0..8 {
        let draft = small(number);
        let template = template::built_in_kind(&draft.kind).unwrap();
        let source = Source::of(&template, &draft);
        // Every way to say every piece, with every number of asks: its length as it is printed, and its worth.
        let mut all: Vec<(String, u128)> = Vec::new();
        for asks in 0..=source.asks() {
            let frame = source.frame(asks).unwrap();
            let ways = |piece: &Piece| {
                let out = (piece.kind != Kind::Opening).then_some(None);
                let forms = (0..piece.forms.len()).map(Some).filter(|_| !piece.barred);
                forms.chain(out).collect::<Vec<_>>()
            };
            let mut forms: Vec<Vec<Option<usize>>> = vec![Vec::new()];
            for piece in &frame.pieces {
                let longer = |chosen: Vec<Option<usize>>| {
                    ways(piece).into_iter().map(move |way| [chosen.clone(), vec![way]].concat())
                };
                forms = forms.into_iter().flat_map(longer).collect();
            }
            for forms in forms {
                let said =
                    frame.pieces.iter().zip(&forms).filter(|(piece, form)| piece.kind == Kind::Ask && form.is_some());
                if said.count() == asks {
                    let choice = Choice { frame: Some(frame.clone()), forms, asks, pinned: false };
                    all.push((choice.text(), worth(&source, &choice)));
                }
            }
        }
        for measure in MEASURES {
            let lengths: Vec<u32> = all.iter().map(|(text, _)| measure.of(text)).collect();
            let top = lengths.iter().max().copied().unwrap();
            for limit in (0..=top + 1).step_by(if measure == Measure::Words { 2 } else { 11 }) {
                let fitting = all.iter().zip(&lengths).filter(|(_, length)| **length <= limit);
                let Some(best) = fitting.map(|((_, worth), _)| *worth).max() else { continue };
                let found = choice(&source, &room(limit, measure), &[], |frame| frame).unwrap();
                let text = found.text();
                assert!(measure.of(&text) <= limit, "{number} in {limit}: {text}");
                assert_eq!(worth(&source, &found), best, "{number} in {limit} {measure:?}: {text}");
            }
        }
    }
}

#[test]
fn what_a_person_puts_back_stays() {
    let (template, draft) = draft_at(&folder().join("seed/draft.toml"));
    let portal = portal::built_in_portal("sacramento-city").unwrap();
    let check = |pins: &[(&str, Length)]| {
        let mut draft = draft.clone();
        let pins = pins.iter().map(|(piece, at)| Pin { piece: (*piece).to_owned(), at: *at });
        draft.channels.insert(portal.id.clone(), pins.collect());
        fit(&template, &draft, &portal).unwrap()
    };
    let at = |fitted: &Fitted, piece: &str| fitted.said.iter().find(|said| said.piece == piece).map(|said| said.at);
    let free = check(&[]);
    assert_eq!(at(&free, "words.hook[0]"), None);
    let hook = check(&[("words.hook[0]", Length::Full)]);
    assert_eq!((at(&hook, "words.hook[0]"), hook.gauge.over), (Some(Length::Full), 0));
    let two = check(&[("words.hook[0]", Length::Full), ("asks[1]", Length::Out)]);
    assert_eq!((at(&two, "asks[1]"), at(&two, "asks[2]").is_some()), (None, true));
    assert!(two.text.contains("\n\n2) Close the joint task force loophole"), "{}", two.text);
    // All asks in full and the hook are more than the box holds, and the longest sentence is named.
    let all = ["asks[0]", "asks[1]", "asks[2]", "words.hook[0]"].map(|piece| (piece, Length::Full));
    let over = check(&all);
    let shorten = over.shorten.clone().unwrap();
    assert!(over.gauge.over > 0 && shorten.by == over.gauge.over && shorten.pinned, "{shorten:?}");
    assert!(
        over.text.contains(&shorten.sentence) && shorten.sentence.starts_with("Close the joint task force"),
        "{shorten:?}"
    );
    // A pin to what is not there changes nothing.
    assert_eq!(
        check(&[("asks[7]", Length::Full), ("asks[0]", Length::Out)]).said.len(),
        check(&[("asks[0]", Length::Out)]).said.len()
    );
}

#[test]
fn priorities_say_what_stays() {
    let (template, mut draft) = draft_at(&folder().join("seed/draft.toml"));
    let measure = Measure::Characters { line_break: 2 };
    let asks = |draft: &Draft, limit: u32| {
        let fitted = fit_into(&template, draft, &room(limit, measure), &[]).unwrap();
        let asks = fitted.said.iter().filter(|said| said.piece.starts_with("asks"));
        asks.map(|said| said.piece.clone()).collect::<Vec<_>>()
    };
    assert_eq!(asks(&draft, 140), ["asks[1]"]);
    draft.asks[2].priority = Priority::First;
    assert_eq!(asks(&draft, 140), ["asks[2]"]);
    draft.asks[1].priority = Priority::Last;
    draft.asks[2].priority = Priority::Normal;
    assert_eq!(asks(&draft, 200), ["asks[0]"]);
}
