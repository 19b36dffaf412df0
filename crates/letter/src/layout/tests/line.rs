//! What lines are made of: exact text, visible marks, straight edges.

use super::*;
use crate::style::LINK_COLOUR;

/// The words of all paints, as they are copied out.
fn copied(pages: &Pages) -> String {
    set(pages).into_iter().map(|line| line.words).collect()
}

#[test]
fn copies_out_exactly() {
    let check = |words: &str, expected: &str| {
        let pages = pages(&body(vec![paragraph(words)]));
        check_pages(&pages);
        assert_eq!(copied(&pages), expected);
    };
    check("one two", "one two");
    check(SENTENCE.repeat(5).trim(), SENTENCE.repeat(5).trim());
    check("efficient office affluent ffi", "efficient office affluent ffi");
    check("a\tb\u{7}c", "a bc");
    check("non\u{ad}cooperation", "noncooperation");
    check("naïve café \u{65}\u{301} Nguyễn §\u{a0}5", "naïve café \u{65}\u{301} Nguyễn §\u{a0}5");
    check("Кира Київ", "Кира Київ");
    check("see § 5 of SB 1499, May 20", "see § 5 of SB 1499, May 20");
}

#[test]
fn breaks_leave_a_space_between_words() {
    let address = inlines(vec![text("City Hall"), Inline::Break, text("915 I Street"), Inline::Break]);
    assert_eq!(copied(&pages(&body(vec![address]))), "City Hall 915 I Street");
}

#[test]
fn characters_without_a_glyph_are_found_once() {
    let letter = body(vec![paragraph("a 漢漢 b"), paragraph("漢 \u{10ffff}")]);
    let pages = pages(&letter);
    check_pages(&pages);
    let found: Vec<_> = pages.findings.iter().map(|finding| (finding.check, finding.place.excerpt.as_str())).collect();
    assert_eq!(found, [("no-glyph", "漢"), ("no-glyph", "\u{10ffff}")]);
    assert!(pages.findings[0].message.contains("U+6F22"));
    assert_eq!(pages.findings[0].place.path, "part");
    assert_eq!(copied(&pages).replace(' ', ""), "ab");
}

#[test]
fn looks_choose_faces() {
    let check = |inline: Inline, face: usize| {
        let pages = pages(&body(vec![inlines(vec![inline])]));
        let faces: Vec<usize> = text_paints(&pages).flat_map(|(_, _, runs)| runs.iter().map(|run| run.face)).collect();
        assert_eq!(faces, [face]);
    };
    let words = || vec![text("words")];
    check(text("words"), 0);
    check(Inline::Strong(words()), 1);
    check(Inline::Emphasis(words()), 2);
    check(Inline::Strong(vec![Inline::Emphasis(words())]), 3);
}

#[test]
fn links_have_areas_and_lines_under_them() {
    let link = Inline::Link { url: "https://a.example/".to_owned(), content: vec![text(SENTENCE.trim())] };
    let pages = pages(&body(vec![inlines(vec![text(SENTENCE.trim()), text(" "), link, text(" end")])]));
    check_pages(&pages);
    let page = &pages.pages[0];
    assert_eq!(page.links.len(), 2, "one area for each line that the link stands on");
    for area in &page.links {
        assert!(matches!(pages.nodes[area.node].role, NodeRole::Link { .. }));
        let line = page.paints.iter().find(|paint| match &paint.mark {
            PaintMark::Rule { frame, colour } => {
                *colour == LINK_COLOUR
                    && frame.x == area.frame.x
                    && frame.width == area.frame.width
                    && frame.y > area.frame.y
                    && frame.y < area.frame.y + area.frame.height
            }
            _ => false,
        });
        assert!(line.is_some());
    }
}

#[test]
fn marks_never_open_a_line() {
    for (symbols, mark) in [(false, "1"), (true, "*"), (true, "†")] {
        for words in ["speech —", "CITY!", "(so)", "“quoted”", "plain", "漢/"] {
            for before in 60..100 {
                let content = vec![text(&"i".repeat(before * 2)), text(" "), text(words), Inline::NoteMark(0)];
                let mut letter = with_notes(body(vec![inlines(content)]), NotePlace::Block, &[(mark, "note")]);
                letter.note_style.symbols = symbols;
                let style = Style { margins: [72.0, 200.0, 72.0, 72.0], ..style() };
                let pages = layout(&letter, &style, &FONTS);
                let lines = set(&pages);
                let index = lines.iter().position(|line| line.words == mark).expect("the mark is set");
                let raised = lines[index].y;
                assert_eq!(lines[index - 1].y, raised, "{mark} stands beside {words}");
                assert!(lines[index].x > lines[index - 1].x, "{mark} follows {words}");
            }
        }
    }
}

#[test]
fn numbers_are_raised_and_symbols_are_not() {
    for (symbols, mark, raised) in [(false, "1", true), (true, "*", false)] {
        let content = vec![text("word"), Inline::NoteMark(0)];
        let mut letter = with_notes(body(vec![inlines(content)]), NotePlace::End, &[(mark, "note")]);
        letter.note_style.symbols = symbols;
        let pages = pages(&letter);
        let (_, _, runs) = text_paints(&pages).find(|(_, _, runs)| words_of(runs) == mark).expect("the mark is set");
        assert_eq!(runs[0].glyphs[0].dy > 0.0, raised);
        assert_eq!(runs[0].size < style().size, raised);
    }
}

#[test]
fn justified_lines_reach_both_margins() {
    let letter = body(vec![paragraph(&SENTENCE.repeat(8))]);
    let right = |justified: bool| {
        let style = Style { justified, ..style() };
        let pages = layout(&letter, &style, &FONTS);
        let lines: Vec<f32> = text_paints(&pages)
            .map(|(_, _, runs)| {
                let run = &runs[runs.len() - 1];
                let inked = run.glyphs.iter().rev().find(|glyph| !run.text[glyph.text_range()].trim().is_empty());
                inked.map_or(0.0, |glyph| run.x + glyph.x + glyph.advance)
            })
            .collect();
        lines
    };
    let edge = style().margins[3] + style().measure();
    let straight = right(true);
    let (last, others) = straight.split_last().expect("the paragraph has lines");
    assert!(others.iter().all(|x| (x - edge).abs() < 0.1), "{others:?}");
    assert!(*last < edge - 1.0);
    assert!(right(false).iter().any(|x| *x < edge - 5.0));
}

#[test]
fn the_same_words_are_shaped_once() {
    let letter = body(vec![paragraph(SENTENCE), paragraph("other"), paragraph(SENTENCE)]);
    let pages = pages(&letter);
    let glyphs: Vec<_> = text_paints(&pages).filter(|(_, _, runs)| words_of(runs).starts_with("Sacra")).collect();
    assert!(Arc::ptr_eq(&glyphs[0].2[0].glyphs, &glyphs[1].2[0].glyphs));
}

#[test]
fn lines_break_where_they_should() {
    let check = |words: &str, together: &str| {
        for before in 60..110 {
            let words = format!("{} {words}", "i".repeat(before * 2));
            let lines = set(&pages(&body(vec![paragraph(&words)])));
            assert!(lines.iter().any(|line| line.words.contains(together)), "{lines:?}");
        }
    };
    check("a 501(c)(3) organisation", "501(c)(3)");
    check("see § 1373 of it", "§ 1373");
    check("the 0-30 days", "0-30");
    check("on SB 1499 and", "SB 1499");
    check("by May 20, 2026", "May 20,");
}

#[test]
fn last_lines_hold_two_words_where_that_is_free() {
    let single = (1..40).filter(|count| {
        let words = "several common words that end up somewhere ".repeat(*count);
        let lines = set(&pages(&body(vec![paragraph(words.trim())])));
        lines.len() > 1 && !lines[lines.len() - 1].words.trim().contains(' ')
    });
    assert_eq!(single.count(), 0);
}
