//! Where things stand on pages, and what keeps together.

use super::*;

/// Words that stand on one page, however many lines come before them.
#[track_caller]
fn check_together(make: impl Fn(Vec<Block>) -> Letter, words: &[&str]) {
    let mut parted_page = false;
    for before in 20..60 {
        let pages = pages(&make(vec![lines_of("before", before)]));
        check_pages(&pages);
        let first = page_of(&pages, words[0]);
        parted_page |= first > 0;
        for word in words {
            assert_eq!(page_of(&pages, word), first, "{word} after {before} lines");
        }
    }
    assert!(parted_page, "the test never reached the second page");
}

fn after(blocks: Vec<Block>) -> impl Fn(Vec<Block>) -> Letter {
    move |mut before: Vec<Block>| {
        before.extend(blocks.clone());
        body(before)
    }
}

#[test]
fn nothing_stands_alone() {
    let many = || lines_of("more", 5);
    check_together(after(vec![lines_of("p", 6)]), &["p-0", "p-1"]);
    check_together(after(vec![lines_of("p", 6)]), &["p-4", "p-5"]);
    check_together(after(vec![lines_of("p", 3)]), &["p-0", "p-1", "p-2"]);
    check_together(after(vec![heading(1, "title"), many()]), &["title", "more-0", "more-1"]);
    check_together(after(vec![heading(1, "title"), paragraph("one"), many()]), &["title", "one", "more-0", "more-1"]);
    check_together(after(vec![heading(1, "title"), heading(2, "sub"), many()]), &["title", "sub", "more-1"]);
    let lead = block(BlockKind::Paragraph { tone: Tone::Lead, content: vec![text("we ask:")] });
    let list = asks(vec![vec![lines_of("a", 4)], vec![lines_of("b", 4)]]);
    check_together(after(vec![lead, list.clone()]), &["we ask:", "1)", "a-0", "a-1"]);
    check_together(after(vec![list.clone()]), &["2)", "b-0", "b-1"]);
    check_together(after(vec![asks(vec![vec![paragraph("short"), many()]])]), &["1)", "short", "more-0", "more-1"]);
    let quote = block(BlockKind::Quote(vec![lines_of("q", 4)]));
    check_together(after(vec![lines_of("words", 3), quote]), &["words-1", "words-2", "q-0", "q-1"]);
}

#[test]
fn signature_block_is_never_parted_nor_alone() {
    for mark in [Mark::None, Mark::Space, Mark::Slash("Name".to_owned()), Mark::Picture(picture(120.0, 60.0))] {
        let make = |before: Vec<Block>| {
            let closing = part(Role::Closing, vec![paragraph("Closing,")]);
            let signatures = part(Role::Signatures, vec![signer(mark.clone(), &["Name", "Title", "Organisation"])]);
            with_picture(letter(vec![part(Role::Body, before), closing, signatures]), 20, 10)
        };
        for count in 20..60 {
            let pages = pages(&make(vec![lines_of("before", count)]));
            let page = page_of(&pages, "Closing,");
            let last = [format!("before-{}", count - 1), format!("before-{}", count - 2)];
            for words in ["Name", "Title", "Organisation", &last[0], &last[1]] {
                assert_eq!(page_of(&pages, words), page, "{words} after {count} lines with {mark:?}");
            }
        }
    }
}

/// The page of each signer, when so many lines stand before the closing.
fn signer_pages(before: usize, people: usize, blocks: impl Fn(Vec<Block>) -> Vec<Block>) -> Vec<usize> {
    let person = |index: usize| signer(Mark::Space, &[&format!("name-{index}."), "Title", "Organisation"]);
    let signatures = part(Role::Signatures, blocks((0..people).map(person).collect()));
    let closing = part(Role::Closing, vec![paragraph("Closing,")]);
    let pages = pages(&letter(vec![part(Role::Body, vec![lines_of("before", before)]), closing, signatures]));
    check_pages(&pages);
    let first = page_of(&pages, "Closing,");
    for words in [format!("before-{}", before - 2), format!("before-{}", before - 1), "name-0.".to_owned()] {
        assert_eq!(page_of(&pages, &words), first, "{words} with {people} signers");
    }
    (0..people).map(|index| page_of(&pages, &format!("name-{index}."))).collect()
}

#[test]
fn stacked_signers_stand_together_or_at_least_in_pairs() {
    for before in 10..60 {
        for people in [2, 3, 5] {
            let at = signer_pages(before, people, |blocks| blocks);
            assert_eq!(at.first(), at.last(), "{people} after {before} lines");
        }
        for people in [7, 10] {
            let at = signer_pages(before, people, |blocks| blocks);
            assert_eq!((at[0], at[people - 2]), (at[1], at[people - 1]), "{people} after {before} lines");
        }
    }
}

#[test]
fn the_last_row_of_signers_does_not_stand_alone() {
    let row = |row: &[Block]| columns(row.iter().map(|one| vec![one.clone()]).collect());
    for before in 10..60 {
        let at = signer_pages(before, 14, |blocks| blocks.chunks(2).map(row).collect());
        assert_eq!((at[0], at[10]), (at[2], at[12]), "after {before} lines");
    }
}

#[test]
fn two_lines_of_an_item_may_end_a_page() {
    let inner = asks(vec![vec![lines_of("inner", 6)]]);
    let item = asks(vec![vec![lines_of("item", 2), inner]]);
    let parted = (20..60).any(|before| {
        let pages = pages(&body(vec![lines_of("before", before), item.clone()]));
        assert_eq!(page_of(&pages, "item-0"), page_of(&pages, "item-1"));
        page_of(&pages, "item-1") < page_of(&pages, "inner-0")
    });
    assert!(parted, "the whole item is kept together");
}

#[test]
fn what_is_listed_below_the_signature_stays_with_it() {
    let make = |lines: usize| {
        move |before: Vec<Block>| {
            letter(vec![
                part(Role::Body, before),
                part(Role::Closing, vec![paragraph("Closing,")]),
                part(Role::Signatures, vec![signer(Mark::Space, &["Name"])]),
                part(Role::Enclosures, vec![lines_of("exhibit", lines)]),
                part(Role::Copies, vec![paragraph("cc: the clerk")]),
            ])
        }
    };
    check_together(make(3), &["Closing,", "Name", "exhibit-0", "exhibit-2", "cc: the clerk"]);
    // What would not fit on one page goes on to the next, and parts no signature.
    check_together(make(60), &["Closing,", "Name"]);
}

#[test]
fn rows_of_signers_break_between_rows_only() {
    let person = |index: usize| signer(Mark::Space, &[&format!("name-{index}."), &format!("title-{index}.")]);
    for people in [2, 7, 30, 200] {
        let sides = [0, 1].map(|side| (0..people).filter(|index| index % 2 == side).map(person).collect());
        let signatures = part(Role::Signatures, vec![columns(sides.to_vec())]);
        let pages = pages(&letter(vec![part(Role::Closing, vec![paragraph("Closing,")]), signatures]));
        check_pages(&pages);
        for index in 0..people {
            let page = page_of(&pages, &format!("name-{index}."));
            assert_eq!(page_of(&pages, &format!("title-{index}.")), page, "{index} of {people}");
            if index % 2 == 1 {
                assert_eq!(page_of(&pages, &format!("name-{}.", index - 1)), page, "{index} of {people}");
            }
        }
    }
}

#[test]
fn reads_as_the_letter_reads() {
    let check = |letter: Letter, expected: &str| {
        let pages = pages(&letter);
        check_pages(&pages);
        assert_eq!(read(&pages), expected);
    };
    let addresses = columns(vec![
        vec![inlines(vec![text("Ana"), Inline::Break, text("Chair")])],
        vec![inlines(vec![text("Ben"), Inline::Break, text("Member")])],
    ]);
    let mixed = inlines(vec![
        text("See "),
        Inline::Link { url: "https://a.example/".to_owned(), content: vec![text("this page")] },
        text(" and "),
        Inline::Strong(vec![text("decide")]),
        text("."),
    ]);
    check(
        letter(vec![
            part(Role::Foot, vec![paragraph("Our mission.")]),
            part(Role::Addressees, vec![addresses]),
            part(Role::Subject, vec![paragraph("Re: Item 3")]),
            part(
                Role::Body,
                vec![
                    heading(1, "Asks"),
                    mixed,
                    asks(vec![vec![paragraph("First.")], vec![paragraph("Second.")]]),
                    block(BlockKind::Quote(vec![paragraph("Quoted.")])),
                ],
            ),
            part(Role::Signatures, vec![signer(Mark::Slash("Moiz Mir".to_owned()), &["Moiz Mir", "Manager"])]),
        ]),
        "\
Document
  Div
    Div
      Paragraph Ana Chair
    Div
      Paragraph Ben Member
  H1 Re: Item 3
  H2 Asks
  Paragraph See  and decide.
    Link https://a.example/ this page
  List
    ListItem
      Label 1)
      ListBody
        Paragraph First.
    ListItem
      Label 2)
      ListBody
        Paragraph Second.
  BlockQuote
    Paragraph Quoted.
  Div
    Paragraph /s/ Moiz Mir
    Paragraph Moiz Mir Manager
  Paragraph Our mission.
",
    );
}

#[test]
fn parts_stand_where_they_are_aligned() {
    let x = |align: Align| {
        let mut letter = letter(vec![part(Role::Date, vec![paragraph("May 1, 2026")])]);
        letter.parts[0].align = align;
        set(&pages(&letter))[0].x
    };
    let style = style();
    assert_eq!(x(Align::Start), style.margins[3]);
    assert_eq!(x(Align::Middle), style.margins[3] + style.measure() / 2.0);
    assert!(x(Align::Centre) > style.margins[3] && x(Align::Centre) < x(Align::Middle));
    assert!(x(Align::End) > x(Align::Middle));
}

#[test]
fn lines_end_at_the_edge_they_are_aligned_to() {
    let mut letter = letter(vec![part(Role::Letterhead, vec![lines_of("word", 3)])]);
    letter.parts[0].align = Align::End;
    let pages = pages(&letter);
    let edge = style().margins[3] + style().measure();
    for (_, _, runs) in text_paints(&pages) {
        let ink = runs[0].glyphs.iter().rfind(|glyph| !runs[0].text[glyph.text_range()].trim().is_empty());
        let ink = ink.expect("the line has ink");
        assert!((runs[0].x + ink.x + ink.advance - edge).abs() < 0.01);
    }
}

#[test]
fn columns_stand_side_by_side() {
    let address = |name: &str| vec![lines_of(name, 3)];
    let pages = pages(&letter(vec![part(Role::Addressees, vec![columns(vec![address("a"), address("b")])])]));
    let set = set(&pages);
    let find = |words: &str| set.iter().find(|line| line.words.trim() == words).expect("the line is set");
    assert_eq!(find("a-0").y, find("b-0").y);
    assert!(find("b-0").x > find("a-0").x + 100.0);
    let order: Vec<&str> = set.iter().map(|line| line.words.trim()).collect();
    assert_eq!(order, ["a-0", "a-1", "a-2", "b-0", "b-1", "b-2"]);
}

#[test]
fn columns_of_a_letterhead_are_as_wide_as_their_lines() {
    let name = "Sacramento Valley Housing League of Renters and Landlords";
    let contacts = "1800 Capitol Avenue";
    // The name stands on one line only where it has more than half of the measure.
    let check = |role: Role, name: &str, contacts: &str, lines: usize| {
        let mut letter =
            letter(vec![part(role, vec![columns(vec![vec![paragraph(name)], vec![paragraph(contacts)]])])]);
        if let BlockKind::Columns(columns) = &mut letter.parts[0].blocks[0].kind {
            columns[1].align = Align::End;
        }
        let pages = pages(&letter);
        check_pages(&pages);
        assert_eq!(set(&pages).len(), lines, "{role:?}: {:?}", set(&pages));
        let (_, _, runs) = text_paints(&pages).last().expect("the contacts are set");
        let last = runs[0].glyphs.last().expect("the contacts have glyphs");
        let edge = style().margins[3] + style().measure();
        assert!((runs[0].x + last.x + last.advance - edge).abs() < 0.1);
    };
    check(Role::Letterhead, name, contacts, 2);
    check(Role::Letterhead, contacts, name, 2);
    check(Role::Letterhead, name, &name.repeat(2), 5);
    check(Role::Addressees, name, contacts, 3);
}

#[test]
fn columns_that_would_be_too_narrow_stand_in_rows() {
    for (count, rows) in [(1, 1), (2, 1), (3, 1), (4, 2), (6, 2), (7, 3), (40, 14)] {
        let addresses = (0..count).map(|index| vec![lines_of(&format!("address-{index}"), 2)]).collect();
        let pages = pages(&letter(vec![part(Role::Addressees, vec![columns(addresses)])]));
        check_pages(&pages);
        let firsts: Vec<Set> = set(&pages).into_iter().filter(|line| line.words.trim().ends_with("-0")).collect();
        assert_eq!(firsts.len(), count);
        let mut tops: Vec<_> = firsts.iter().map(|line| (line.page, line.y.to_bits())).collect();
        tops.dedup();
        assert_eq!(tops.len(), rows, "{count} columns");
    }
}

#[test]
fn later_pages_open_with_the_head() {
    let mut letter = body(vec![lines_of("p", 100)]);
    letter.continuation = vec!["City Council".to_owned(), "May 1, 2026".to_owned()];
    let pages = pages(&letter);
    check_pages(&pages);
    let count = pages.pages.len();
    assert!(count > 2);
    for page in 0..count {
        let head: Vec<String> = set(&pages)
            .into_iter()
            .filter(|line| line.page == page && matches!(line.owner, Owner::Artifact(_)))
            .map(|line| line.words)
            .collect();
        let number = format!("Page {} of {count}", page + 1);
        let expected = ["City Council", "May 1, 2026", &number];
        assert_eq!(head, if page == 0 { &[][..] } else { &expected[..] }, "page {page}");
    }
}

#[test]
fn foot_stands_on_page_one_below_the_text() {
    let foot = part(Role::Foot, vec![paragraph(&SENTENCE.repeat(3))]);
    let mut letter = body(vec![lines_of("p", 100)]);
    letter.parts.push(foot);
    let pages = pages(&letter);
    check_pages(&pages);
    let lines = set(&pages);
    let top = lines.iter().find(|line| line.words.contains("Sacramentans")).expect("the foot is set");
    assert_eq!(top.page, 0);
    let lowest = lines.iter().filter(|line| line.page == 0 && line.words.starts_with("p-")).map(|line| line.y);
    assert!(lowest.fold(0.0, f32::max) < top.y);
}

#[test]
fn headings_and_figures_know_their_places() {
    let mut letter = body(vec![heading(1, "One"), lines_of("p", 60), heading(2, "Two")]);
    letter.parts.insert(0, part(Role::Letterhead, vec![block(BlockKind::Picture(picture(100.0, 50.0)))]));
    let pages = pages(&with_picture(letter, 40, 10));
    let outline: Vec<_> = pages.outline.iter().map(|entry| (entry.title.as_str(), entry.level, entry.page)).collect();
    assert_eq!(outline, [("One", 1, 0), ("Two", 2, 1)]);
    let places: Vec<_> = pages
        .nodes
        .iter()
        .filter_map(|node| match &node.role {
            NodeRole::Figure { place: Some((page, frame)), .. } => Some((*page, frame.width, frame.height)),
            _ => None,
        })
        .collect();
    assert_eq!(places, [(0, 100.0, 25.0)]);
}

#[test]
fn unchanged_pages_are_equal() {
    let make = |last: &str| pages(&body(vec![lines_of("p", 60), paragraph(last)]));
    let (one, two) = (make("old words"), make("new words"));
    assert_eq!(one.pages[0], two.pages[0]);
    assert_ne!(one.pages[1], two.pages[1]);
}

#[test]
fn lists_indent_from_the_side_where_reading_starts() {
    for (language, label_first) in [("en", true), ("es", true), ("ar", false), ("fa-AF", false)] {
        let mut letter = body(vec![asks(vec![vec![paragraph("123")]])]);
        letter.language = language.to_owned();
        let lines = set(&pages(&letter));
        assert_eq!(lines[0].words, "1)");
        assert_eq!(lines[0].x < lines[1].x, label_first, "{language}");
        assert!((lines[0].x - lines[1].x).abs() < 45.0, "{language}: the words stand beside their label");
    }
}
