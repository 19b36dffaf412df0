//! The cases in `tests/paste/`: what was pasted, and beside it the blocks that it becomes.
//!
//! `UPDATE=1` writes what is found over what is expected; read the diff before you commit it.

use std::fs;
use std::path::{Path, PathBuf};

use letter::markup::rich::{markup, rich};

use super::*;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/paste");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|ending| ending == "html" || ending == "txt"));
    cases.sort();
    assert!(cases.len() >= 12);
    cases
}

fn read(case: &Path) -> Vec<RichBlock> {
    let text = fs::read_to_string(case).unwrap();
    if case.extension().is_some_and(|ending| ending == "html") { pasted(&text, "") } else { pasted("", &text) }
}

#[test]
fn every_case_becomes_what_is_expected() {
    for case in cases() {
        let found = read(&case);
        let expected = case.with_extension("json");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
        }
        let expected: Vec<RichBlock> = serde_json::from_str(&fs::read_to_string(&expected).unwrap()).unwrap();
        assert_eq!(found, expected, "{}:\n{}", case.display(), markup(&found));
    }
}

/// The words of blocks without white space.
fn words(blocks: &[RichBlock]) -> String {
    let text = |content: &[RichInline]| -> String {
        content.iter().map(|inline| if let RichInline::Text { text, .. } = inline { text } else { "" }).collect()
    };
    let all: String = blocks
        .iter()
        .map(|block| match block {
            RichBlock::Paragraph { content } | RichBlock::Heading { content, .. } => text(content),
            RichBlock::Quote { content } => words(content),
            RichBlock::BulletList { items } | RichBlock::OrderedList { items, .. } => {
                items.iter().map(|item| words(item)).collect()
            }
        })
        .collect();
    all.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn what_was_pasted_can_be_written_as_markup_and_reads_back() {
    for case in cases() {
        let found = read(&case);
        let again = rich(&markup(&found));
        assert_eq!(words(&again), words(&found), "{}", case.display());
    }
}

#[test]
fn a_thousand_characters_of_word_lose_none_of_their_words() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/paste/word-letter.html");
    let found = read(&case);
    let all = words(&found);
    assert!(markup(&found).chars().count() >= 1000, "{}", markup(&found).chars().count());
    for piece in ["DearCouncilmembers,", "1,240households", "thestategrant;", "peopleofthiscity."] {
        assert!(all.contains(piece), "{piece}");
    }
    for piece in ["mso", "Cambria", "clip_filelist", "·", "StartFragment"] {
        assert!(!all.contains(piece), "{piece}");
    }
}

#[test]
fn nothing_leads_anywhere_but_to_web_pages_and_mail() {
    let links = |blocks: &[RichBlock]| serde_json::to_string(blocks).unwrap().matches("\"link\":\"").count();
    for address in [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//x.org",
        "#top",
    ] {
        let found = pasted(&format!("<a href=\"{address}\">words</a>"), "");
        let json = serde_json::to_string(&found).unwrap();
        assert_eq!(json.matches("\"link\":\"\"").count(), links(&found), "{json}");
    }
    let found = pasted("<a href=' https://example.org/a b '>words</a>", "");
    assert!(serde_json::to_string(&found).unwrap().contains("https://example.org/a%20b"));
}

#[test]
fn html_without_words_gives_way_to_the_text() {
    for html in [
        "",
        " ",
        "<p></p>",
        "<script>x</script>",
        "<style>p{}</style>",
        "<!-- x -->",
        "<img alt='x'>",
        "<script>never closed",
    ] {
        assert_eq!(words(&pasted(html, "The text.")), "Thetext.", "{html}");
    }
    assert_eq!(pasted("", ""), []);
    assert_eq!(pasted("<p>Words</p>", "Other"), pasted("<p>Words</p>", ""));
}

#[test]
fn what_is_too_long_is_left_out_and_that_is_said() {
    let check = |html: &str, text: &str| {
        let found = pasted(html, text);
        let all = words(&found);
        assert!(all.len() <= MOST_WORDS + LEFT_OUT.len(), "{}", all.len());
        assert!(all.ends_with("wasleftout.]"), "{}", &all[all.len() - 40..]);
        assert!(all.len() > MOST_WORDS / 2);
    };
    check(&"<p>word word</p>".repeat(60_000), "");
    check(&"ü ".repeat(300_000), "");
    check("", &"word word word\n\n".repeat(60_000));
    check("", &"w".repeat(MOST_WORDS * 3));
    check(&"x".repeat(MOST_HTML + 1), &"many words ".repeat(60_000));
}

#[test]
fn hostile_html_costs_no_more_than_its_length() {
    for html in [
        "<b>".repeat(300_000),
        "<div>".repeat(300_000),
        "<ul><li>".repeat(200_000),
        "<ul><li>x".repeat(100_000),
        "<p>x</b></i></u>".repeat(60_000),
        "<table><tr><td>".repeat(80_000) + "x",
        format!("<p {}>x", "a=1 ".repeat(300_000)),
        format!("<p style='{}'>x", "font-weight:bold;".repeat(100_000)),
        "&".repeat(1_000_000),
        "<".repeat(1_000_000),
        "<!--".repeat(300_000),
        format!("<a href='{}'>x</a>", "https://".repeat(200_000)),
        "https://a.org ".repeat(60_000),
        "http".repeat(100_000),
    ] {
        // Were a tag looked at again for each tag before it, this would take hours.
        let found = pasted(&html, &html);
        assert!(words(&found).len() <= MOST_WORDS + LEFT_OUT.len());
        let short = &html[..html.floor_char_boundary(20_000)];
        let found = pasted(short, short);
        assert_eq!(words(&rich(&markup(&found))), words(&found), "{}", &html[..html.floor_char_boundary(40)]);
    }
}

#[test]
fn any_heap_of_tags_is_read_and_written_without_harm() {
    const PIECES: [&str; 44] = [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<ul>",
        "</ul>",
        "<ol type=i>",
        "</ol>",
        "<li>",
        "</li>",
        "<div>",
        "</div>",
        "<h1>",
        "</h1>",
        "<blockquote>",
        "</blockquote>",
        "<br>",
        "<a href=https://a.org>",
        "</a>",
        "<td>",
        "<tr>",
        "<table>",
        "</table>",
        "<pre>",
        "</pre>",
        "<span style='mso-list:Ignore'>",
        "</span>",
        "<p style='mso-list:l0 level2'>",
        "1.",
        "word",
        " ",
        "\n",
        "&nbsp;",
        "&#0;",
        "&#x110000;",
        "\u{0}",
        "*",
        "**x**",
        "😀",
        "<![if x]>",
        "<script>",
        "</script>",
    ];
    let mut seed = 5_u64;
    let mut below = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % most
    };
    for _ in 0..4_000 {
        let html: String = (0..below(30)).map(|_| PIECES[below(PIECES.len())]).collect();
        for found in [pasted(&html, ""), pasted("", &html)] {
            let written = markup(&found);
            assert_eq!(words(&rich(&written)), words(&found), "{html}\n{written}");
        }
    }
    for _ in 0..2_000 {
        let bytes: Vec<u8> = (0..below(200)).map(|_| below(256) as u8).collect();
        let text = String::from_utf8_lossy(&bytes);
        markup(&pasted(&text, &text));
    }
}
