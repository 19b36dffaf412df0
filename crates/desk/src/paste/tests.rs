//! The cases in `tests/paste/`, and soup made by chance.
//!
//! A case is a folder with `paste.html`, `paste.txt` or both, as the clipboard holds them, and `expected.json`.
//! `UPDATE=1` writes what is expected anew.

use std::path::Path;

use letter::markup::rich::{RichBlock, RichInline, markup, rich};

use super::*;

/// All words of blocks, in their order, with a space between paragraphs.
fn words(blocks: &[RichBlock]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            RichBlock::Paragraph { content } | RichBlock::Heading { content, .. } => {
                for inline in content {
                    match inline {
                        RichInline::Text { text, .. } => out.push_str(text),
                        RichInline::Break | RichInline::Note { .. } => out.push(' '),
                    }
                }
            }
            RichBlock::Quote { content } => out.push_str(&words(content)),
            RichBlock::BulletList { items } | RichBlock::OrderedList { items, .. } => {
                items.iter().for_each(|item| out.push_str(&words(item)));
            }
        }
        out.push(' ');
    }
    out
}

/// How deep lists and quotations nest, and whether every level holds something.
fn depth(blocks: &[RichBlock]) -> usize {
    let of = |inner: &[RichBlock]| {
        assert!(!inner.is_empty(), "an item or a quotation is empty");
        1 + depth(inner)
    };
    let depths = blocks.iter().map(|block| match block {
        RichBlock::Paragraph { content } | RichBlock::Heading { content, .. } => {
            assert!(!content.is_empty(), "a paragraph is empty");
            0
        }
        RichBlock::Quote { content } => of(content),
        RichBlock::BulletList { items } | RichBlock::OrderedList { items, .. } => {
            items.iter().map(|item| of(item)).max().expect("a list has items")
        }
    });
    depths.max().unwrap_or(0)
}

fn check(html: &str, text: &str, expected: &[RichBlock], name: &str) {
    let found = pasted(html, text);
    assert_eq!(
        serde_json::to_string_pretty(&found).unwrap(),
        serde_json::to_string_pretty(expected).unwrap(),
        "{name}:\n{}",
        markup(&found)
    );
}

#[test]
fn every_case_is_cleaned_to_what_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/paste");
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let case = entry.unwrap().path();
        if !case.is_dir() {
            continue;
        }
        let read = |name: &str| std::fs::read_to_string(case.join(name));
        let (html, text) = (read("paste.html").unwrap_or_default(), read("paste.txt").unwrap_or_default());
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!html.is_empty() || !text.is_empty(), "{name} has nothing to paste");
        if std::env::var_os("UPDATE").is_some() {
            let json = serde_json::to_string_pretty(&pasted(&html, &text)).unwrap();
            std::fs::write(case.join("expected.json"), json + "\n").unwrap();
        }
        let expected: Vec<RichBlock> =
            serde_json::from_str(&read("expected.json").unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
        check(&html, &text, &expected, &name);
        let letters = |blocks: &[RichBlock]| words(blocks).split_whitespace().collect::<String>();
        assert_eq!(letters(&rich(&markup(&expected))), letters(&expected), "{name} as markup");
        count += 1;
    }
    assert!(count >= 30, "{count} cases");
}

/// Numbers that look like chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

const TAGS: [&str; 40] = [
    "p",
    "div",
    "b",
    "i",
    "u",
    "span",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h1",
    "h3",
    "table",
    "tr",
    "td",
    "pre",
    "o:p",
    "font",
    "br",
    "hr",
    "dl",
    "dd",
    "center",
    "q",
    "sup",
    "x-unknown",
    "body",
    "html",
    "article",
    "section",
    "label",
    "strong",
    "em",
    "math",
    "mi",
    "tbody",
    "th",
    "address",
    "menu",
];
const ATTRIBUTES: [&str; 16] = [
    "",
    " style='font-weight:bold'",
    " style='font-weight:normal'",
    " style=\"mso-list:l0 level1 lfo1\"",
    " style=\"mso-list:l0 level2 lfo1\"",
    " style='mso-list:l1 level4 lfo2'",
    " class=MsoListParagraph",
    " class=MsoTitle",
    " href=\"https://example.org/\"",
    " href='javascript:alert(1)'",
    " onclick=\"alert('>')\"",
    " start=4 type=a",
    " style='white-space:pre'",
    " style=';;:;color:red;font-style:'",
    " =x 'y\" <z",
    " style='text-decoration:underline' / /",
];

#[test]
fn the_words_of_any_soup_of_tags_survive_in_their_order() {
    let mut chance = Chance(5);
    for round in 0..6_000 {
        let mut soup = String::new();
        let mut expected = String::new();
        for number in 0..chance.below(30) + 1 {
            match chance.below(5) {
                0 | 1 => soup += &format!("<{}{}>", chance.pick(&TAGS), chance.pick(&ATTRIBUTES)),
                2 => soup += &format!("</{}>", chance.pick(&TAGS)),
                3 => {
                    soup += chance.pick(&[
                        " ",
                        "\n",
                        "&nbsp;",
                        "<!-- gone -->",
                        "<![if x]>",
                        "<![endif]>",
                        "<!DOCTYPE x>",
                        "<img src=x onerror=y>",
                        "<script>gone</script>",
                        "<style>gone</style>",
                        "<select><option>gone</select>",
                    ])
                }
                _ => {
                    soup += &format!("word{number} ");
                    expected += &format!("word{number} ");
                }
            }
        }
        let blocks = pasted(&soup, "");
        assert!(depth(&blocks) <= 2, "round {round}: {soup}");
        let found = words(&blocks);
        let found: Vec<&str> = found.split_whitespace().filter(|word| *word != "|").collect();
        // A cell may close up with the sign before it, nothing else may.
        assert_eq!(found.join(" "), expected.trim_end(), "round {round}: {soup}");
    }
}

#[test]
fn the_words_of_any_lines_survive_in_their_order() {
    const PIECES: [&str; 20] = [
        "word",
        "Council.",
        "\n",
        "\n",
        "\n\n",
        " ",
        " ",
        "\t",
        "> ",
        ">> ",
        "- ",
        "• ",
        "1. ",
        "2. ",
        "a line that goes on for longer than any address would, and a little further",
        "x-\n",
        "\u{ad}",
        "\u{a0}",
        "\r\n",
        "\u{b}",
    ];
    let mut chance = Chance(9);
    for round in 0..6_000 {
        let text: String = (0..chance.below(24)).map(|_| chance.pick(&PIECES)).collect();
        let blocks = pasted("", &text);
        assert!(depth(&blocks) <= 2, "round {round}: {text:?}");
        // Signs of items are written anew, and are no words.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        assert_eq!(letters(&words(&blocks)), letters(&text), "round {round}: {text:?}");
    }
}

#[test]
fn any_characters_are_read() {
    const PIECES: [&str; 30] = [
        "<",
        ">",
        "</",
        "/>",
        "<!",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&",
        "&#",
        "&#x110000;",
        "&amp",
        "\"",
        "'",
        "=",
        "\0",
        "\u{feff}",
        "😀",
        "e\u{301}",
        "שלום",
        "style",
        "script",
        "<script>",
        "</script",
        "<textarea>",
        "<title>",
        "mso-list:",
        ";",
        "<plaintext>",
    ];
    let mut chance = Chance(13);
    for round in 0..20_000 {
        let text: String = (0..chance.below(20)).map(|_| chance.pick(&PIECES)).collect();
        assert!(depth(&pasted(&text, "")) <= 2, "round {round}: {text:?}");
        assert!(depth(&pasted("", &text)) <= 2, "round {round}: {text:?}");
        assert!(!text.contains('😀') || words(&pasted("", &text)).contains('😀'), "round {round}: {text:?}");
    }
}

#[test]
fn a_hundred_thousand_tags_deep_is_read() {
    for tag in ["div", "ul><li", "select"] {
        let html = format!("{}deep{}", format!("<{tag}>").repeat(100_000), "</p></li></x>".repeat(5_000));
        let blocks = pasted(&html, "");
        assert_eq!(words(&blocks).trim(), "deep", "{tag}");
        assert!(depth(&blocks) <= 2, "{tag}");
    }
}

#[test]
fn an_element_that_is_dropped_but_never_closed_gives_its_words() {
    assert_eq!(words(&pasted("<p>one<select><option>two", "")).trim(), "onetwo");
    assert_eq!(words(&pasted("<p>one<button>two</button> three", "")).trim(), "one three");
}

#[test]
fn what_is_too_large_is_taken_as_text() {
    let html = format!("<p>{}</p>", "<b>word</b> ".repeat(MOST_HTML / 10));
    assert_eq!(words(&pasted(&html, "the text")).trim(), "the text");
    assert!(words(&pasted(&html, "")).trim().starts_with("word word"), "without text it is read at any size");
}

#[test]
fn a_picture_in_the_page_does_not_count() {
    let html = format!("<p><img src=\"data:image/png;base64,{}\"><b>word</b></p>", "iVBORw0K/+".repeat(MOST_HTML / 5));
    check(&html, "the text", &pasted("<p><b>word</b></p>", ""), "a picture");
    let html = format!("<p>words data:{} more", "x".repeat(9000));
    assert!(words(&pasted(&html, "")).len() > 9000, "what only looks like a picture stays");
}

#[test]
fn a_tag_that_is_too_long_is_not_read() {
    let names: String = (0..LONGEST_TAG / 4).map(|number| format!(" a{number}")).collect();
    let html = format!("<p>before <b{names}>word</b> after</p>");
    assert_eq!(words(&pasted(&html, "the text")).trim(), "the text");
    assert!(words(&pasted(&html, "")).contains("after"));
    let long = format!("<!-- {} --><p title=\"{}\">word</p>", "a b ".repeat(LONGEST_TAG), "y".repeat(LONGEST_TAG / 2));
    assert_eq!(words(&pasted(&long, "the text")).trim(), "word", "a comment may be as long as it likes");
}

#[test]
fn a_page_without_words_leaves_the_text() {
    assert_eq!(
        words(&pasted("<meta charset=utf-8><img src='https://example.org/x.png'>", "the text")).trim(),
        "the text"
    );
    assert_eq!(pasted("", ""), []);
    assert_eq!(pasted("<p>&nbsp;</p>", " \n"), []);
}

#[test]
fn links_lead_to_the_web_or_to_a_mail_address() {
    let links = |html: &str| {
        let json = serde_json::to_value(pasted(html, "")).unwrap();
        let inlines = json[0]["content"].as_array().unwrap().clone();
        inlines.iter().map(|inline| inline["link"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for address in [
        "javascript:alert(1)",
        " JAVASCRIPT:x",
        "java\nscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//x.org",
        "#top",
        "",
    ] {
        assert_eq!(links(&format!("<a href=\"{address}\">words</a>")), [""], "{address}");
    }
    assert_eq!(links("<a href=' https://example.org/a b '>words</a>"), ["https://example.org/a%20b"]);
    assert_eq!(links("<a href='mailto:a@example.org'>words</a>"), ["mailto:a@example.org"]);
    assert_eq!(links("see (https://example.org/a_(b)), or"), ["", "https://example.org/a_(b)", ""]);
}

#[test]
fn hostile_pages_cost_no_more_than_their_length() {
    for html in [
        "<p>x</b></i></u>".repeat(20_000),
        "<ul><li>x".repeat(20_000),
        "<li>x".repeat(20_000),
        "<table><tr><td>".repeat(20_000) + "x",
        format!("<p {}>x", "a=1 ".repeat(100_000)),
        format!("<p style='{}'>x", "font-weight:bold;".repeat(40_000)),
        "&".repeat(100_000),
        "<".repeat(100_000),
        "<!--".repeat(100_000),
        format!("<a href='{}'>x</a>", "https://".repeat(50_000)),
        "http".repeat(100_000),
        "https://".repeat(50_000),
        "\"data:".repeat(50_000),
        "> ".repeat(100_000),
        "1. x\n".repeat(30_000),
        "- x\n".repeat(30_000),
    ] {
        // Were a tag or a line looked at again for each before it, this would take minutes.
        assert!(depth(&pasted(&html, &html)) <= 2 && depth(&pasted("", &html)) <= 2);
    }
}
