//! What must be true of marks, on pages set by hand and on the samples of all built-in kinds.

use super::*;
use crate::compose::compose;
use crate::draft::{Draft, Words};
use crate::fill::furniture;
use crate::layout::font::{FaceId, Fonts};
use crate::layout::layout;
use crate::layout::page::{Artifact, Owner, Pages};
use crate::letter::Pictures;
use crate::style::Style;
use crate::template;
use crate::write::sample::{CASES, pages};

fn laid_out(kind: &template::Template, draft: &Draft, fonts: &Fonts) -> Pages {
    let (letter, _) = compose(kind, draft, &Pictures::new()).unwrap();
    layout(&letter, &Style::of(&furniture(kind, draft)), fonts)
}

/// The pages of all built-in samples.
fn samples(fonts: &Fonts) -> Vec<Pages> {
    let pages = |kind: &template::Template| laid_out(kind, &toml::from_str(&kind.sample).unwrap(), fonts);
    template::built_in().iter().map(pages).collect()
}

/// All words of marks in order, with their pieces' looks.
fn words_of(marks: &[(f32, Mark)]) -> Vec<(FaceId, f32, f32, String)> {
    let mut out = Vec::new();
    for (_, mark) in marks {
        for piece in &mark.pieces {
            if let Piece::Words { face, size, words, .. } = piece {
                out.extend(words.iter().map(|(x, word)| (usize::from(*face), *size, *x, word.clone())));
            }
        }
    }
    out
}

fn runs(page: &Page) -> impl Iterator<Item = &Run> {
    page.paints.iter().flat_map(|paint| match &paint.mark {
        PaintMark::Text(runs) => runs.as_slice(),
        PaintMark::Picture { .. } | PaintMark::Rule { .. } => &[],
    })
}

#[test]
fn the_words_of_the_marks_are_the_words_of_the_page_in_order() {
    let fonts = Fonts::embedded();
    let by_hand = CASES.into_iter().map(|case| pages(case, &fonts));
    for set in samples(&fonts).into_iter().chain(by_hand) {
        for page in &set.pages {
            let mut expected: Vec<String> = Vec::new();
            for run in runs(page) {
                // Each character of the text that some glyph stands for, once, in the order of the text.
                let covered: std::collections::BTreeSet<usize> =
                    run.glyphs.iter().flat_map(|glyph| glyph.text_range()).collect();
                let text: String =
                    run.text.char_indices().filter(|(at, _)| covered.contains(at)).map(|(_, c)| c).collect();
                expected.extend(text.split_whitespace().map(str::to_owned));
            }
            let found = words_of(&marks(page, &fonts, &mut |_| 7));
            let found: Vec<&str> = found.iter().flat_map(|(.., words)| words.split(' ')).collect();
            assert_eq!(found, expected);
        }
    }
}

#[test]
fn a_stretch_shaped_alone_is_the_stretch_in_its_line() {
    let fonts = Fonts::embedded();
    let (mut words_seen, mut stretches) = (0, 0);
    for set in samples(&fonts) {
        for run in set.pages.iter().flat_map(runs) {
            let space = fonts.space(run.face) * run.size;
            let wider = spacing(run, space);
            for (left, word) in words(run, space + wider) {
                let alone = alone(&fonts, run.face, run.size, &word);
                let inside: Vec<&Glyph> = {
                    let mut pen = run.x;
                    let mut at = |glyph: &&Glyph| {
                        let start = pen;
                        pen += glyph.advance;
                        start >= left - 0.001
                    };
                    run.glyphs.iter().skip_while(|glyph| !at(glyph)).take(alone.len()).collect()
                };
                let mut widened = 0.0;
                for (one, other) in alone.iter().zip(&inside) {
                    let x = other.x + run.x - left;
                    assert_eq!(one.id, other.id, "{word}");
                    assert!((one.x + widened - x).abs() < 0.1, "{word}: {} is not {x}", one.x + widened);
                    if run.text.get(other.text_range()) == Some(" ") {
                        widened += wider;
                    }
                }
                assert_eq!(alone.len(), inside.len(), "{word}");
                words_seen += word.split(' ').count();
                stretches += 1;
            }
        }
    }
    assert!(words_seen > 3000 && stretches * 4 < words_seen, "{words_seen} words in {stretches} stretches");
}

/// The glyphs of a word on a line of its own.
fn alone(fonts: &Fonts, face: FaceId, size: f32, word: &str) -> Vec<Glyph> {
    use crate::draft::{Furniture, Typeface};
    use crate::letter::{Align, Block, BlockKind, Inline, Letter, Part, Role, Tone};
    let mut content = Inline::Text(word.to_owned());
    // Regular, bold, italic and bold italic of the serif stand before those of the sans.
    if [1, 3].contains(&(face % 4)) {
        content = Inline::Strong(vec![content]);
    }
    if face % 4 >= 2 {
        content = Inline::Emphasis(vec![content]);
    }
    let block = Block { kind: BlockKind::Paragraph { tone: Tone::Normal, content: vec![content] }, source: "".into() };
    let part = Part { role: Role::Body, align: Align::Start, source: "".into(), blocks: vec![block] };
    let letter = Letter { language: "en-US".to_owned(), parts: vec![part], ..Letter::default() };
    let typeface = if face < 4 { Typeface::Serif } else { Typeface::Sans };
    let mut style = Style::of(&Furniture { typeface: Some(typeface), ..Furniture::default() });
    style.size = size;
    let set = layout(&letter, &style, fonts);
    let runs: Vec<&Run> = set.pages.iter().flat_map(runs).collect();
    assert_eq!((runs.len(), runs[0].face), (1, face), "{word}");
    runs[0].glyphs.to_vec()
}

#[test]
fn a_line_that_only_moved_is_the_same_mark() {
    let fonts = Fonts::embedded();
    let kind = template::built_in().remove(0);
    let mut draft: Draft = toml::from_str(&kind.sample).unwrap();
    let before = laid_out(&kind, &draft, &fonts);
    draft.delivery = vec!["Via email".to_owned()];
    let after = laid_out(&kind, &draft, &fonts);
    let [before, after] = [before, after].map(|set| marks(&set.pages[0], &fonts, &mut |_| 7));
    let same = |mark: &&(f32, Mark)| before.iter().any(|(y, other)| *other == mark.1 && *y != mark.0);
    let moved = after.iter().filter(same).count();
    assert!(moved > 20, "{moved} of {} marks moved", after.len());
}

#[test]
fn note_marks_are_raised_and_links_keep_their_colour() {
    let fonts = Fonts::embedded();
    let mut raised = 0;
    let mut coloured = 0;
    for set in samples(&fonts) {
        for (_, mark) in set.pages.iter().flat_map(|page| marks(page, &fonts, &mut |_| 7)) {
            for piece in &mark.pieces {
                if let Piece::Words { y, colour, words, .. } = piece {
                    raised += usize::from(*y < 0.0 && words[0].1.chars().all(|c| c.is_ascii_digit()));
                    coloured += usize::from(colour == "#0b3d91");
                    assert!(*y <= 0.0, "{words:?}");
                }
            }
        }
    }
    assert!(raised > 3 && coloured > 0, "{raised} raised, {coloured} coloured");
}

/// A run whose glyphs are as wide as the type is high, each for one character.
fn run(text: &str, order: impl Iterator<Item = usize>) -> Run {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let glyph = |(place, at): (usize, usize)| {
        let cluster = (starts[at] as u32, starts[at + 1] as u32);
        Glyph { id: 1, x: place as f32 * 10.0, dy: 0.0, advance: 10.0, cluster }
    };
    let glyphs = order.enumerate().map(glyph).collect();
    Run { face: 0, size: 10.0, x: 100.0, y: 50.0, colour: [0; 3], glyphs, text: text.into() }
}

#[test]
fn words_from_right_to_left_are_whole_and_signs_stay_on_their_side() {
    let check = |text: &str, expected: &[(f32, &str)]| {
        let found = words(&run(text, (0..text.chars().count()).rev()), 10.0);
        let found: Vec<(f32, &str)> = found.iter().map(|(x, word)| (*x, word.as_str())).collect();
        assert_eq!(found, expected);
    };
    check("שלום עולם", &[(100.0, "עולם"), (150.0, "שלום")]);
    check("שלום!", &[(100.0, "\u{200f}שלום!\u{200f}")]);
    check("(אב) ג", &[(100.0, "ג"), (120.0, "\u{200f}(אב)\u{200f}")]);
    assert_eq!(words(&run("  ", 0..2), 10.0), []);
}

#[test]
fn words_that_stand_as_far_apart_as_most_are_one_stretch() {
    let check = |text: &str, space: f32, expected: &[(f32, &str)]| {
        let found = words(&run(text, 0..text.chars().count()), space);
        let found: Vec<(f32, &str)> = found.iter().map(|(x, words)| (*x, words.as_str())).collect();
        assert_eq!(found, expected);
    };
    check("ab cd e", 10.0, &[(100.0, "ab cd e")]);
    check("ab  cd ", 10.0, &[(100.0, "ab"), (140.0, "cd")]);
    check(" ab cd ", 10.0, &[(110.0, "ab cd")]);
    check("ab cd", 9.9, &[(100.0, "ab"), (130.0, "cd")]);
    check("ab\u{a0}cd e", 10.0, &[(100.0, "ab"), (130.0, "cd e")]);
    assert_eq!(spacing(&run("ab cd ef", 0..8), 8.0), 2.0);
    assert_eq!(spacing(&run("abcd", 0..4), 8.0), 0.0);
}

#[test]
fn pictures_are_named_by_number_and_rules_stand_on_their_own() {
    let fonts = Fonts::embedded();
    let mut pictures: Vec<Arc<Picture>> = Vec::new();
    let mut numbers = Vec::new();
    let mut rules = 0;
    for set in CASES.into_iter().map(|case| pages(case, &fonts)) {
        let mut number = |picture: &Arc<Picture>| {
            pictures.push(Arc::clone(picture));
            pictures.len() as u32
        };
        for (y, mark) in set.pages.iter().flat_map(|page| marks(page, &fonts, &mut number)) {
            match &mark.pieces[0] {
                Piece::Picture { picture, frame } => {
                    assert!(y > 0.0 && frame[1] == 0.0 && mark.area == *frame);
                    numbers.push(*picture);
                }
                Piece::Rule { .. } => rules += 1,
                Piece::Words { .. } => {}
            }
        }
    }
    assert!(rules > 0 && !numbers.is_empty());
    assert_eq!(numbers, (1..=pictures.len() as u32).collect::<Vec<_>>());
}

#[test]
fn a_field_that_was_typed_can_be_found_on_the_page() {
    let fonts = Fonts::embedded();
    let kind = template::built_in().remove(0);
    let mut draft: Draft = toml::from_str(&kind.sample).unwrap();
    let name = kind.fields.iter().find(|field| field.kind == template::FieldKind::Rich).unwrap().name.clone();
    draft.words.insert(name.clone(), Words::Text("Xylophones".to_owned()));
    let set = laid_out(&kind, &draft, &fonts);
    let marks = marks(&set.pages[0], &fonts, &mut |_| 7);
    let (_, mark) = marks
        .iter()
        .find(|mark| words_of(std::slice::from_ref(mark)).iter().any(|(.., word)| word == "Xylophones"))
        .unwrap();
    assert_eq!(mark.place, format!("words.{name}"));
    let [_, top, width, height] = mark.area;
    assert!(top < 0.0 && width > 30.0 && height > 8.0, "{:?}", mark.area);
}

#[test]
fn furniture_has_marks_too_and_an_empty_page_has_none() {
    assert_eq!(marks(&Page::default(), &Fonts::embedded(), &mut |_| 7), []);
    let owner = Owner::Artifact(Artifact::Footer);
    let paint = |text: &str| Paint { owner, source: "".into(), mark: PaintMark::Text(vec![run(text, 0..text.len())]) };
    let page = Page { paints: vec![paint("a"), paint(" "), paint("b")], links: Vec::new() };
    let marks = marks(&page, &Fonts::embedded(), &mut |_| 7);
    assert_eq!((marks.len(), marks[0].0, marks[0].1.pieces.len()), (1, 50.0, 1));
}
