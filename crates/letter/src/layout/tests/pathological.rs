//! Letters that no one should write: they end, and lose nothing.

use super::*;

/// Every word of the letter is on its pages, in the letter's order.
#[track_caller]
fn check(name: &str, letter: &Letter, expected: &str) -> Pages {
    let pages = pages(letter);
    check_pages(&pages);
    let squeeze = |words: &str| words.split_whitespace().collect::<String>();
    let nodes = set(&pages).into_iter().filter(|line| matches!(line.owner, Owner::Node(_)));
    let found: String = nodes.map(|line| squeeze(&line.words)).collect();
    assert!(found == squeeze(expected), "{name}: {} of {} characters", found.len(), squeeze(expected).len());
    pages
}

#[test]
fn long_and_many() {
    let long = SENTENCE.repeat(430);
    check("40 KB in one paragraph", &body(vec![paragraph(&long)]), &long);
    let word = "x".repeat(5000);
    check("an unbreakable word", &body(vec![paragraph(&word)]), &word);
    let many: Vec<Block> = (0..5000).map(|index| paragraph(&format!("paragraph {index}"))).collect();
    let words: String = (0..5000).map(|index| format!("paragraph {index}")).collect();
    check("5,000 paragraphs", &body(many), &words);
    let headings: Vec<Block> = (0..300).map(|index| heading(1, &format!("heading {index}"))).collect();
    let words: String = (0..300).map(|index| format!("heading {index}")).collect();
    check("headings and nothing else", &body(headings), &words);
}

#[test]
fn more_looks_than_a_paragraph_can_have() {
    let looks = |index: usize| match index % 2 {
        0 => Inline::Strong(vec![text("a ")]),
        _ => text("b "),
    };
    let letter = body(vec![inlines((0..70_000).map(looks).collect())]);
    check("70,000 changes of look", &letter, &"a b ".repeat(35_000));
}

#[test]
fn nothing_at_all() {
    for (name, letter) in [
        ("no parts", letter(vec![])),
        ("no blocks", body(vec![])),
        ("no words", body(vec![paragraph(""), inlines(vec![Inline::Break]), asks(vec![]), columns(vec![])])),
        ("spaces", body(vec![paragraph("  \t ")])),
        ("no signer", letter(vec![part(Role::Signatures, vec![signer(Mark::None, &[])])])),
        ("no picture", body(vec![block(BlockKind::Picture(picture(10.0, 10.0)))])),
    ] {
        assert_eq!(check(name, &letter, "").pages.len(), 1, "{name}");
    }
}

#[test]
fn more_signers_than_a_page_holds() {
    let person = |index: usize| signer(Mark::Slash(format!("P{index}")), &[&format!("name {index}"), "of somewhere"]);
    let words = |index: usize| format!("/s/ P{index} name {index} of somewhere");
    let people: Vec<Block> = (0..200).map(person).collect();
    let letter = letter(vec![part(Role::Closing, vec![paragraph("Closing,")]), part(Role::Signatures, people)]);
    let expected = format!("Closing, {}", (0..200).map(words).collect::<String>());
    check("200 signers", &letter, &expected);
    let tall: Vec<String> = (0..100).map(|index| format!("line-{index}")).collect();
    let lines: Vec<&str> = tall.iter().map(String::as_str).collect();
    let giant = body(vec![columns(vec![vec![signer(Mark::Space, &lines)], vec![signer(Mark::Space, &lines)]])]);
    check("signers taller than a page", &giant, &format!("{0} {0}", tall.concat()));
}

#[test]
fn larger_than_the_page() {
    for (width, height) in [(10_000.0, 10.0), (10.0, 10_000.0), (5000.0, 5000.0)] {
        let letter = with_picture(body(vec![block(BlockKind::Picture(picture(width, height)))]), 30, 30);
        let pages = check("picture", &letter, "");
        let shrunk = pages.findings.iter().any(|finding| finding.check == "picture-size");
        assert_eq!(shrunk, width.min(height) > 1000.0, "{width} by {height}");
    }
    let high: Vec<Block> = (0..90).map(|index| paragraph(&format!("letterhead {index}"))).collect();
    let words: String = (0..90).map(|index| format!("letterhead {index}")).collect();
    let parts =
        |head: Vec<Block>| letter(vec![part(Role::Letterhead, head), part(Role::Body, vec![paragraph("body")])]);
    check("letterhead of lines", &parts(high.clone()), &format!("{words} body"));
    let side = parts(vec![columns(vec![high.clone(), vec![]])]);
    check("letterhead of columns", &side, &format!("{words} body"));
    let foot = letter(vec![part(Role::Body, vec![paragraph("body")]), part(Role::Foot, high)]);
    check("foot", &foot, &format!("body {words}"));
}

#[test]
fn odd_measures() {
    let letter = body(vec![paragraph(SENTENCE), asks(vec![vec![paragraph(SENTENCE)]])]);
    for margins in [[0.0; 4], [72.0, 300.0, 72.0, 300.0], [390.0, 72.0, 390.0, 72.0], [500.0; 4]] {
        let pages = layout(&letter, &Style { margins, ..style() }, &FONTS);
        let nodes = set(&pages).into_iter().filter(|line| matches!(line.owner, Owner::Node(_)));
        let words: String = nodes.map(|line| line.words).collect();
        assert_eq!(words.matches("Sacramentans").count(), 2, "{margins:?}");
    }
    let mut headed = body(vec![lines_of("p", 120)]);
    headed.continuation = vec![SENTENCE.repeat(60)];
    let pages = pages(&headed);
    check_pages(&pages);
    assert!(pages.findings.iter().any(|finding| finding.check == "continuation-head"));
}

#[test]
fn many_notes_on_one_line() {
    let mut content = vec![text("words")];
    content.extend((0..120).map(Inline::NoteMark));
    let marks: Vec<String> = (1..=120).map(|index| index.to_string()).collect();
    let notes: Vec<(&str, &str)> = marks.iter().map(|mark| (mark.as_str(), SENTENCE)).collect();
    let pages = pages(&with_notes(body(vec![inlines(content)]), NotePlace::Foot, &notes));
    check_pages(&pages);
    assert_eq!(read(&pages).matches("Sacramentans").count(), 120);
}
