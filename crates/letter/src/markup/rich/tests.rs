//! The cases in `tests/rich/`, which hold the window's writer as well, and words made by chance.

use std::path::Path;

use serde::Deserialize;

use super::*;

/// A case: a sentence that says what it shows, blocks and the markup they are written as.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    what: String,
    blocks: Vec<RichBlock>,
    markup: String,
    /// What the markup reads back as, where that is not the blocks.
    #[serde(default)]
    read: Option<Vec<RichBlock>>,
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test reads its cases; only the library itself must not")]
fn every_case_is_written_as_it_says_and_reads_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rich");
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let case: Case = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(case.what.ends_with('.'), "{name}: {}", case.what);
        assert_eq!(markup(&case.blocks), case.markup, "{name}");
        assert_eq!(rich(&case.markup), case.read.unwrap_or(case.blocks), "{name}");
        count += 1;
    }
    assert!(count >= 20, "{count} cases");
}

#[test]
fn prose_stays_as_typed() {
    for prose in [
        "We ask for 3 things: (1) money, (2) time & care; and 5 * 3 = 15.",
        "See file_name_1.txt [Your name] <b>, Item #3 – “quoted” 50% e.g. C++ a-b it's",
        "2026. That was the year. -1 degrees, +1, #1, 1.5 and 3)4",
        "Visit https://www.example.org/a_b?c=d#e, or (https://example.org).",
        "A line that ends.\n\nDr. Maple said: no.",
    ] {
        assert_eq!(markup(&rich(prose)), prose);
    }
}

#[test]
fn a_bullet_that_is_no_list_keeps_its_backslash() {
    assert_eq!(markup(&rich("\\• one")), "\\• one");
    assert_eq!(rich("• one").len(), 1);
    assert!(matches!(rich("• one")[0], RichBlock::BulletList { .. }));
    assert!(matches!(rich(&crate::markup::escape::escape("• one"))[0], RichBlock::Paragraph { .. }));
}

/// Numbers that look like chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 48] = [
            "a",
            "word",
            " ",
            " ",
            " ",
            "*",
            "**",
            "_",
            "__",
            "\\",
            "[",
            "]",
            "(",
            ")",
            "^",
            "[^x]",
            "](",
            "#",
            ">",
            "-",
            "+",
            "•",
            "1.",
            "2)",
            "(a)",
            "A.",
            "i.",
            "ii)",
            "https://a.org",
            "http://",
            ":",
            "“",
            "”",
            "😀",
            "é",
            "e\u{301}",
            "שלום",
            "!",
            "…",
            "<b>",
            "&",
            "%%",
            ":::",
            "{{",
            "|",
            "~",
            "999.",
            "\u{a0}",
        ];
        (0..self.below(6) + 1).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }

    fn inlines(&mut self) -> Vec<RichInline> {
        let mut out = Vec::new();
        for _ in 0..self.below(6) + 1 {
            match self.below(14) {
                0 => out.push(RichInline::Break),
                1 => out.push(RichInline::Note { id: "note-1".to_owned() }),
                _ => {
                    let [strong, emphasis, underline] = [0; 3].map(|_| self.below(3) == 0);
                    let link = ["", "", "", "", "https://example.org/a_(b)"][self.below(5)].to_owned();
                    out.push(RichInline::Text { text: self.text(), strong, emphasis, underline, link });
                }
            }
        }
        out
    }

    fn blocks(&mut self, depth: usize) -> Vec<RichBlock> {
        let mut out: Vec<RichBlock> = Vec::new();
        for _ in 0..self.below(3) + 1 {
            let kind = self.below(if depth == 0 { 3 } else { 6 });
            let items = |chance: &mut Self| (0..chance.below(3) + 1).map(|_| chance.blocks(depth - 1)).collect();
            out.push(match kind {
                0 | 1 => RichBlock::Paragraph { content: self.inlines() },
                2 => RichBlock::Heading { level: 1 + self.below(2) as u8, content: self.inlines() },
                3 => RichBlock::Quote { content: self.blocks(depth - 1) },
                4 => RichBlock::BulletList { items: items(self) },
                _ => {
                    let sign = ["1.", "1)", "(a)", "7.", "I.", "i)"][self.below(6)].to_owned();
                    RichBlock::OrderedList { sign, items: items(self) }
                }
            });
        }
        out
    }
}

/// The looks of each character of some words, spaces left out, since their looks are those around them.
fn looks(blocks: &[RichBlock]) -> Vec<(char, [bool; 3], String)> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            RichBlock::Paragraph { content } | RichBlock::Heading { content, .. } => {
                for inline in content {
                    match inline {
                        RichInline::Text { text, strong, emphasis, underline, link } => {
                            let looks = [*underline, *strong, *emphasis];
                            let words = text.chars().filter(|c| !c.is_whitespace());
                            out.extend(words.map(|c| (c, looks, link.clone())));
                        }
                        RichInline::Note { id } => out.push(('^', [false; 3], id.clone())),
                        RichInline::Break => {}
                    }
                }
            }
            RichBlock::Quote { content } => out.extend(looks(content)),
            RichBlock::BulletList { items } | RichBlock::OrderedList { items, .. } => {
                items.iter().for_each(|item| out.extend(looks(item)));
            }
        }
    }
    out
}

/// Fails with the first difference alone, since random words are long.
fn same(found: &[RichBlock], expected: &[RichBlock], round: usize, written: &str) {
    let (found, expected) = (looks(found), looks(expected));
    let at = found.iter().zip(&expected).take_while(|(one, other)| one == other).count();
    assert_eq!(found.get(at), expected.get(at), "round {round}, character {at}: {written}");
}

#[test]
fn whatever_is_written_reads_back_with_its_words_and_looks() {
    let mut chance = Chance(7);
    for round in 0..8_000 {
        let content = chance.inlines();
        let blocks = vec![RichBlock::Paragraph { content }];
        let written = markup(&blocks);
        let read = rich(&written);
        same(&read, &blocks, round, &written);
        assert!(read.len() <= 1 && read.iter().all(|block| matches!(block, RichBlock::Paragraph { .. })), "{written}");
        assert_eq!(markup(&read), written, "round {round}: what was read is written the same");
    }
}

#[test]
fn blocks_of_any_shape_keep_their_words() {
    let mut chance = Chance(11);
    for round in 0..1_500 {
        let blocks = chance.blocks(2);
        let written = markup(&blocks);
        let read = rich(&written);
        same(&read, &blocks, round, &written);
        let again = markup(&read);
        let shape = |blocks: &[RichBlock]| format!("{blocks:#?}");
        for (one, other) in shape(&rich(&again)).lines().zip(shape(&read).lines()) {
            assert_eq!(one, other, "round {round}:\n{written}\n---\n{again}");
        }
    }
}

#[test]
fn any_markup_reads_and_what_is_read_is_written_so_that_it_reads_the_same() {
    let mut chance = Chance(3);
    for round in 0..4_000 {
        let text: String =
            (0..chance.below(8)).map(|_| chance.text() + ["", "\n", "\n\n", "\\\n"][chance.below(4)]).collect();
        let read = rich(&text);
        same(&rich(&markup(&read)), &read, round, &text);
    }
    assert_eq!(rich(""), []);
    assert_eq!(markup(&[]), "");
}
