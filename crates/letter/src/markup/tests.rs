//! Markup in, a short form of the tree out.

use super::*;
use crate::letter::List;

/// The tree in short: `p:words`, `h1:words`, `ol(1))[…]`, `ul[…]`, `q[…]`, with `*em*`, `**strong**`, `__u__`, `<url|words>`, `/`, `^0`.
fn short(blocks: &[Block]) -> String {
    blocks.iter().map(|block| short_block(&block.kind)).collect::<Vec<_>>().join(" ")
}

fn short_block(kind: &BlockKind) -> String {
    match kind {
        BlockKind::Paragraph { content, .. } => format!("p:{}", words(content)),
        BlockKind::Heading { level, content } => format!("h{level}:{}", words(content)),
        BlockKind::List(List { numbering, start, items, .. }) => {
            let name = numbering.map_or("ul".to_owned(), |n| format!("ol {}", n.label(*start)));
            let items: Vec<String> = items.iter().map(|item| short(&item.blocks)).collect();
            format!("{name}[{}]", items.join(" | "))
        }
        BlockKind::Quote(inner) => format!("q[{}]", short(inner)),
        BlockKind::Columns(columns) => {
            format!("cols[{}]", columns.iter().map(|c| short(&c.blocks)).collect::<Vec<_>>().join(" | "))
        }
        BlockKind::Picture(picture) => format!("pic:{}", picture.name),
        BlockKind::Signer(signer) => format!("sign:{}", words(&signer.lines)),
        BlockKind::Rule { .. } => "rule".to_owned(),
    }
}

fn words(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Strong(inner) => format!("⟦b {}⟧", words(inner)),
            Inline::Emphasis(inner) => format!("⟦i {}⟧", words(inner)),
            Inline::Underline(inner) => format!("⟦u {}⟧", words(inner)),
            Inline::Link { url, content } => format!("⟦{url} {}⟧", words(content)),
            Inline::Break => "⏎".to_owned(),
            Inline::NoteMark(index) => format!("^{index}"),
        })
        .collect()
}

/// Rich text by itself, as a person's words are read inside a part.
fn rich(text: &str, source: &str) -> (Vec<Block>, Vec<Finding>) {
    let mut notes = Notes::default();
    let mut trouble = Trouble::default();
    let guarded = escape::guard(text);
    let lines: Vec<&str> = guarded.lines().collect();
    let blocks = blocks::Reader { notes: &mut notes, trouble: &mut trouble }.blocks(&lines, &Arc::from(source), 0);
    (blocks, trouble.findings)
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(short(&rich(text, "words.test").0), expected, "{text:?}");
}

#[test]
fn emphasis() {
    check("plain", "p:plain");
    check("a **b** c", "p:a ⟦b b⟧ c");
    check("a *b* _c_ __d__", "p:a ⟦i b⟧ ⟦i c⟧ ⟦u d⟧");
    check("***both***", "p:⟦b ⟦i both⟧⟧");
    check("**bold *and* italic**", "p:⟦b bold ⟦i and⟧ italic⟧");
    check("*Reference language included*.*", "p:⟦i Reference language included⟧.*");
    check("2 * 3 * 4", "p:2 * 3 * 4");
    check("snake_case_name", "p:snake_case_name");
    check("**never closed", "p:**never closed");
    check("*crossed **over* here**", "p:⟦i crossed **over⟧ here**");
    check("**** four", "p:**** four");
    check(r"\*literal\* \\ C:\new", r"p:*literal* \ C:\new");
    check("**", "p:**");
}

#[test]
fn links_and_notes() {
    check("see [the page](https://a.org/b_c)", "p:see ⟦https://a.org/b_c the page⟧");
    check("see https://a.org/x%20y, ok", "p:see ⟦https://a.org/x%20y https://a.org/x%20y⟧, ok");
    check("(https://a.org/x_(y))", "p:(⟦https://a.org/x_(y) https://a.org/x_(y)⟧)");
    check("[**bold** words](mailto:a@b.org)", "p:⟦mailto:a@b.org ⟦b bold⟧ words⟧");
    check("[x](y)", "p:x");
    check("[sic] and [a]b", "p:[sic] and [a]b");
    check("[[x](https://a.org)](https://b.org)", "p:⟦https://b.org [x](https://a.org)⟧");
    check("a[^la] b[^2] c[^la]", "p:a^0 b^1 c^0");
    check("xhttps://a.org", "p:xhttps://a.org");
}

#[test]
fn breaks() {
    check("one\ntwo", "p:one two");
    check("one\\\ntwo", "p:one⏎two");
    check("one  \ntwo", "p:one⏎two");
    check("one\u{2028}two", "p:one⏎two");
    check("one\r\n\r\ntwo", "p:one p:two");
    check("end\\\n", "p:end\\");
}

#[test]
fn blocks() {
    check("# Head\ntext\n\n## Sub", "h1:Head p:text h2:Sub");
    check("> said\n> more\n>\n> second", "q[p:said more p:second]");
    check("1) one\n2) two", "ol 1)[p:one | p:two]");
    check("1) one\n\n   more\n\n2) two", "ol 1)[p:one p:more | p:two]");
    check("- a\n  - b\n  - c\n- d", "ul[p:a ul[p:b | p:c] | p:d]");
    check("(a) x\n(b) y", "ol (a)[p:x | p:y]");
    check("I. x\nII. y", "ol I.[p:x | p:y]");
    check("3. x\n4. y", "ol 3.[p:x | p:y]");
    check("1. x\n   (a) y\n   (b) z\n2. w", "ol 1.[p:x ol (a)[p:y | p:z] | p:w]");
    check("A. Philip Randolph wrote", "p:A. Philip Randolph wrote");
    check("2026. That was the year", "p:2026. That was the year");
    check("We met in\n2026. It rained.", "p:We met in 2026. It rained.");
    check("text\n1) one\n2) two", "p:text ol 1)[p:one | p:two]");
    check("1) long\nlazy line\n2) two", "ol 1)[p:long lazy line | p:two]");
    check("#not a heading", "p:#not a heading");
    check("1)\n", "ol 1)[]");
}

#[test]
fn an_entry_that_the_program_wrote_is_a_list_even_alone() {
    let (letter, _) = parse(":::part role=\"body\"\nI. %% from=\"asks[0].full\"\n   x\n:::end\n");
    assert_eq!(short(&letter.parts[0].blocks), "ol I.[p:x]");
}

#[test]
fn a_list_counts_on_past_letters_that_are_numerals_and_past_the_end_of_the_alphabet() {
    let labels = |sample: &str, count: u32| -> Vec<String> {
        let numbering = crate::letter::Numbering::read(sample).unwrap();
        (1..=count).map(|number| numbering.label(number)).collect()
    };
    for (sample, count) in [("(a)", 60), ("A.", 30), ("a)", 30), ("(i)", 45), ("I.", 120), ("1)", 1100)] {
        let typed: String = labels(sample, count).iter().map(|label| format!("{label} x\n")).collect();
        let items = vec!["p:x"; count as usize].join(" | ");
        check(&typed, &format!("ol {sample}[{items}]"));
        check(&typed.replace('\n', "\n\n"), &format!("ol {sample}[{items}]"));
        let written: String =
            labels(sample, count).iter().map(|label| format!("{label} %% from=\"asks\"\n   x\n")).collect();
        let (letter, _) = parse(&format!(":::part role=\"body\"\n{written}:::end\n"));
        assert_eq!(short(&letter.parts[0].blocks), format!("ol {sample}[{items}]"));
    }
}

#[test]
fn what_stands_too_deep_is_kept_and_reported() {
    let text = "- a\n  - b\n    - c\n      - d";
    let (blocks, findings) = rich(text, "words.test");
    assert_eq!(short(&blocks), "ul[p:a ul[p:b p:- c p:- d]]");
    assert_eq!(findings.iter().map(|f| f.check).collect::<Vec<_>>(), ["nesting"]);
}

#[test]
fn rich_words_cannot_become_directives() {
    check(":::part role=\"date\"", "p::::part role=\"date\"");
    check("%% from=\"x\"\ntext", "p:%% from=\"x\" text");
    check("> :::end", "q[p::::end]");
}

#[test]
fn plain_words_print_as_typed() {
    for typed in [
        "Re*Imagine_ {{Sac}} <b>[x](y)",
        "#1 & Co.",
        "%% not a comment",
        "::: not a part",
        "1) not a list",
        "- no",
        "> no",
        "a\\b",
        "[^la]",
        "https://a.org",
        "**",
        "(a) x",
        "A. B",
        "  ",
    ] {
        let (blocks, findings) = rich(&escape::escape(typed), "x");
        let expected = if typed.trim().is_empty() { String::new() } else { format!("p:{typed}") };
        assert_eq!((short(&blocks), findings), (expected, vec![]), "{typed:?}");
    }
}

#[test]
fn directives_become_parts() {
    let (letter, findings) = parse(
        ":::letter language=\"es\" title=\"A \\\"T\\\"\" notes=\"block\" marks=\"symbols\"\n:::continuation\nCouncil \\& Co\n:::end\n\
         :::part role=\"addressees\" from=\"addressees\"\n:::columns\n:::column\nA\n:::end\n:::column align=\"end\"\nB\n:::end\n:::end\n:::end\n\
         :::part role=\"body\"\n%% from=\"words.hook\"\nHello[^la] and[^nope]\n:::end\n\
         :::part role=\"signatures\"\n:::signer mark=\"slash\" words=\"/s/ N\"\nName\\\nTitle\n:::end\n:::end\n\
         :::note id=\"la\" from=\"references[0]\"\nSource\n:::end\n:::note id=\"unused\"\nOther\n:::end\n:::note id=\"early\"\nLast\n:::end\n",
    );
    assert_eq!((letter.language.as_str(), letter.title.as_str()), ("es", "A \"T\""));
    assert_eq!(letter.continuation, ["Council & Co"]);
    let parts: Vec<String> =
        letter.parts.iter().map(|part| format!("{:?} {}", part.role, short(&part.blocks))).collect();
    assert_eq!(parts, ["Addressees cols[p:A | p:B]", "Body p:Hello^0 and", "Signatures sign:Name⏎Title"]);
    assert_eq!(&*letter.parts[1].blocks[0].source, "words.hook");
    let notes: Vec<(&str, &str)> = letter.notes.iter().map(|note| (note.id.as_str(), note.mark.as_str())).collect();
    assert_eq!(notes, [("la", "*"), ("unused", ""), ("early", "")]);
    assert_eq!(findings.len(), 1);
    assert_eq!((findings[0].check, findings[0].place.path.as_str()), ("note-marks", "words.hook"));
}

#[test]
fn marks_of_symbols_grow_no_longer_than_people_count_them() {
    let marks: Vec<String> =
        [0, 4, 5, 14, 15, 99_999].map(|index| mark(index, NoteStyle { symbols: true, ..NoteStyle::default() })).into();
    assert_eq!(marks, ["*", "¶", "**", "¶¶¶", "16", "100000"]);
}

#[test]
fn hostile_markup_ends_quickly_and_keeps_its_words() {
    for text in [
        "[".repeat(50_000),
        "*a ".repeat(30_000),
        "> ".repeat(20_000),
        "- ".repeat(20_000),
        "\\".repeat(100_001),
        "[a](".repeat(20_000),
        "_".repeat(100_000),
        "**a*".repeat(50_000),
        "1) ".repeat(20_000),
        ":::columns\n".repeat(10_000),
        "[^".repeat(50_000),
        "https://".repeat(5_000),
    ] {
        let _ = rich(&text, "x");
        let _ = parse(&text);
    }
    let deep: String = (0..1000).map(|n| format!("{}- level {n}\n", "  ".repeat(n))).collect();
    let (blocks, findings) = rich(&deep, "x");
    assert!(short(&blocks).contains("level 999"));
    assert_eq!(findings.len(), 1);
}
