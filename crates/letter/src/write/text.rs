//! A letter to plain text, as an eComment box or an e-mail takes it.
//!
//! The words of the letter in the order of its tree, labels of lists included, with nothing left of markup.
//! Page furniture (continuation heads, page numbers, rules) is not text and stays out; a picture has no words,
//! and the name under a signature speaks for it.

use crate::language;
use crate::letter::{Block, BlockKind, Inline, Letter, List, Mark, Note, NotePlace, Role, SignerBlock, plain};

/// How text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextRules {
    /// The greatest number of columns of a line; each paragraph is one line when none.
    pub wrap: Option<usize>,
}

/// The indent of a quotation, in columns.
const QUOTE_INDENT: usize = 4;

/// The text of a letter; ends with one newline.
pub fn text(letter: &Letter, rules: &TextRules) -> String {
    let mut gathered = Gathered { notes: &letter.notes, chunks: Vec::new() };
    for part in &letter.parts {
        gathered.blocks(&part.blocks, 0, &mut None);
    }
    // As on paper, references that nothing points to stand before the notes, except where all are one block.
    let (marked, alone): (Vec<_>, Vec<_>) = letter
        .notes
        .iter()
        .enumerate()
        .partition(|(_, note)| letter.note_style.place == NotePlace::Block || !note.mark.is_empty());
    for (_, note) in alone {
        gathered.blocks(&note.blocks, 0, &mut None);
    }
    if letter.note_style.place == NotePlace::End && !marked.is_empty() {
        gathered.paragraph(language::words(&letter.language).notes.to_owned(), 0, &mut None);
    }
    // Marks are numbers here whatever they are on paper: plain text keeps no asterisks.
    for (index, note) in marked {
        let mut mark = (!note.mark.is_empty()).then(|| format!("[{}] ", index + 1));
        gathered.blocks(&note.blocks, 0, &mut mark);
    }
    let mut out = String::new();
    for chunk in &gathered.chunks {
        if chunk.apart && !out.is_empty() {
            out.push('\n');
        }
        chunk.print(rules.wrap, &mut out);
    }
    out
}

/// One paragraph of a part, as [`text`] says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// It is a heading.
    pub heading: bool,
    /// What opens it: the number of an item and a space; empty for most.
    pub label: String,
    /// Its words, with a newline for each break.
    pub words: String,
    /// No empty line stands before it.
    pub close: bool,
}

/// The paragraphs of the parts with this role, for those who choose among them.
pub fn paragraphs(letter: &Letter, role: Role) -> Vec<Paragraph> {
    let mut gathered = Gathered { notes: &letter.notes, chunks: Vec::new() };
    for part in letter.parts.iter().filter(|part| part.role == role) {
        gathered.blocks(&part.blocks, 0, &mut None);
    }
    gathered.chunks.into_iter().map(Chunk::paragraph).collect()
}

/// A paragraph that knows where its lines begin.
struct Chunk {
    /// It is a heading.
    heading: bool,
    /// An empty line stands before it.
    apart: bool,
    /// What opens its first line: indent and label.
    opening: String,
    /// The indent of its other lines.
    indent: usize,
    /// Its words, with a newline for each break.
    words: String,
}

/// The paragraphs of a letter as they are gathered.
struct Gathered<'a> {
    notes: &'a [Note],
    chunks: Vec<Chunk>,
}

impl Gathered<'_> {
    /// Gathers blocks; the first paragraph among them takes the label.
    fn blocks(&mut self, blocks: &[Block], indent: usize, label: &mut Option<String>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph { content, .. } => {
                    let words = self.words(content);
                    self.paragraph(words, indent, label);
                }
                BlockKind::Heading { content, .. } => {
                    let words = self.words(content);
                    let before = self.chunks.len();
                    self.paragraph(words, indent, label);
                    self.chunks[before..].iter_mut().for_each(|chunk| chunk.heading = true);
                }
                BlockKind::List(list) => self.list(list, indent, label),
                BlockKind::Quote(inner) => self.blocks(inner, indent + QUOTE_INDENT, label),
                BlockKind::Columns(columns) => {
                    for column in columns {
                        self.blocks(&column.blocks, indent, label);
                    }
                }
                BlockKind::Signer(signer) => {
                    let words = self.signer(signer);
                    self.paragraph(words, indent, label);
                }
                BlockKind::Picture(_) | BlockKind::Rule { .. } => {}
            }
        }
    }

    fn paragraph(&mut self, words: String, indent: usize, label: &mut Option<String>) {
        if words.trim().is_empty() && label.is_none() {
            return;
        }
        let label = label.take().unwrap_or_default();
        let lead = indent.saturating_sub(columns(&label));
        self.chunks.push(Chunk { heading: false, apart: true, opening: format!("{:lead$}{label}", ""), indent, words });
    }

    /// Items of several paragraphs and asks stand apart; short items stand line under line.
    fn list(&mut self, list: &List, indent: usize, outer: &mut Option<String>) {
        if outer.is_some() {
            self.paragraph(String::new(), indent, outer);
        }
        let loose = list.asks || list.items.iter().any(|item| item.blocks.len() > 1);
        for (index, item) in list.items.iter().enumerate() {
            let number = list.start.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
            let label = list.numbering.map_or_else(|| "-".to_owned(), |numbering| numbering.label(number)) + " ";
            let first = self.chunks.len();
            let inner = indent + columns(&label);
            let mut label = Some(label);
            self.blocks(&item.blocks, inner, &mut label);
            if label.is_some() {
                self.paragraph(String::new(), inner, &mut label);
            }
            if index > 0 && !loose {
                self.chunks[first].apart = false;
            }
        }
    }

    fn signer(&self, signer: &SignerBlock) -> String {
        let lines = self.words(&signer.lines);
        match &signer.mark {
            Mark::Slash(name) => format!("/s/ {name}\n{lines}"),
            Mark::None | Mark::Space | Mark::Picture(_) => lines,
        }
    }

    /// The words of inlines, with a newline for each break.
    fn words(&self, content: &[Inline]) -> String {
        let mut out = String::new();
        for inline in content {
            match inline {
                Inline::Text(text) => out.extend(text.chars().filter(|c| !c.is_control())),
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Underline(inner) => {
                    out.push_str(&self.words(inner));
                }
                Inline::Link { url, content } => {
                    out.push_str(&self.words(content));
                    if !says(&plain(content), url) {
                        out.push_str(&format!(" ({url})"));
                    }
                }
                Inline::Break => out.push('\n'),
                Inline::NoteMark(index) => {
                    if self.notes.get(*index).is_some_and(|note| !note.mark.is_empty()) {
                        out.push_str(&format!("[{}]", index + 1));
                    }
                }
            }
        }
        out
    }
}

/// The words of a link name its address already, with or without the scheme.
fn says(words: &str, url: &str) -> bool {
    let bare = |address: &str| {
        let address = address.trim();
        let address = ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .find_map(|scheme| address.strip_prefix(scheme))
            .unwrap_or(address);
        address.trim_end_matches('/').to_owned()
    };
    bare(words) == bare(url)
}

impl Chunk {
    fn paragraph(self) -> Paragraph {
        let words: Vec<&str> = self.words.split('\n').map(str::trim).collect();
        let label = self.opening.trim_start().to_owned();
        Paragraph { heading: self.heading, label, words: words.join("\n"), close: !self.apart }
    }

    fn print(&self, wrap: Option<usize>, out: &mut String) {
        let mut opening = self.opening.clone();
        for line in self.words.split('\n') {
            match wrap {
                Some(width) => self.print_wrapped(line, opening, width, out),
                None => print_line(&format!("{opening}{}", line.trim()), out),
            }
            opening = " ".repeat(self.indent);
        }
    }

    /// Fills lines word by word; a word that is longer than the line, such as a URL, keeps a line to itself.
    fn print_wrapped(&self, text: &str, opening: String, width: usize, out: &mut String) {
        let mut line = opening;
        let mut filled = false;
        let mut spaced = false;
        for piece in text.split(' ').flat_map(|word| pieces(word).into_iter().enumerate()) {
            let (place, piece) = piece;
            // Only the first piece of a word has a space before it.
            spaced |= place == 0;
            if piece.is_empty() {
                continue;
            }
            let gap = usize::from(filled && spaced);
            if filled && columns(&line) + gap + columns(piece) > width {
                print_line(&line, out);
                line = " ".repeat(self.indent);
            } else if gap == 1 {
                line.push(' ');
            }
            line.push_str(piece);
            filled = true;
            spaced = false;
        }
        print_line(&line, out);
    }
}

fn print_line(line: &str, out: &mut String) {
    out.push_str(line.trim_end());
    out.push('\n');
}

/// The pieces of a word between which a line may break: before each ideograph or kana, which know no spaces.
fn pieces(word: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, c) in word.char_indices() {
        if at > start && matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}') {
            pieces.push(&word[start..at]);
            start = at;
        }
    }
    pieces.push(&word[start..]);
    pieces
}

/// The columns that a text takes: two for each wide East Asian character, one for all others.
fn columns(text: &str) -> usize {
    text.chars().map(|c| 1 + usize::from(matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}'))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::{Align, Column, Item, Numbering, Part, PictureUse, Tone};

    fn block(kind: BlockKind) -> Block {
        Block { kind, source: "".into() }
    }

    fn words(text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.to_owned())]
    }

    fn lines(lines: &[&str]) -> Vec<Inline> {
        let mut out = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                out.push(Inline::Break);
            }
            out.push(Inline::Text((*line).to_owned()));
        }
        out
    }

    fn paragraph(content: Vec<Inline>) -> Block {
        block(BlockKind::Paragraph { tone: Tone::Normal, content })
    }

    fn list(numbering: Option<Numbering>, start: u32, asks: bool, items: Vec<Vec<Block>>) -> Block {
        let items = items.into_iter().map(|blocks| Item { blocks }).collect();
        block(BlockKind::List(List { numbering, start, asks, items }))
    }

    fn letter(blocks: Vec<Block>) -> Letter {
        let part = Part { role: Role::Body, align: Align::Start, source: "".into(), blocks };
        Letter { parts: vec![part], ..Letter::default() }
    }

    fn note(mark: &str, blocks: Vec<Block>) -> Note {
        Note { id: mark.to_owned(), mark: mark.to_owned(), blocks, source: "".into() }
    }

    fn check(letter: &Letter, wrap: Option<usize>, expected: &str) {
        assert_eq!(text(letter, &TextRules { wrap }), expected);
    }

    #[test]
    fn paragraphs_stand_apart_and_address_lines_under_each_other() {
        check(&letter(vec![]), None, "");
        check(
            &letter(vec![
                paragraph(lines(&["City Council ", "915 I Street"])),
                paragraph(words("Dear § 12, ")),
                paragraph(words("")),
                block(BlockKind::Heading { level: 1, content: words("Why") }),
                block(BlockKind::Quote(vec![paragraph(words("All City data.")), paragraph(words("All of it."))])),
                block(BlockKind::Rule { colour: None }),
            ]),
            None,
            "City Council\n915 I Street\n\nDear § 12,\n\nWhy\n\n    All City data.\n\n    All of it.\n",
        );
    }

    #[test]
    fn lists_keep_their_labels_and_hang_when_wrapped() {
        let asks = list(
            Some(Numbering::ASKS),
            9,
            true,
            vec![
                vec![paragraph(words("Close the loophole at once")), paragraph(words("Please."))],
                vec![paragraph(words("Act")), list(None, 1, false, vec![vec![paragraph(words("now"))]])],
            ],
        );
        check(
            &letter(vec![asks]),
            Some(16),
            "9) Close the\n   loophole at\n   once\n\n   Please.\n\n10) Act\n\n    - now\n",
        );
        let short = vec![vec![paragraph(words("one"))], vec![paragraph(words("two"))]];
        check(&letter(vec![list(Numbering::read("(a)"), 2, false, short)]), None, "(b) one\n(c) two\n");
        let bare = vec![vec![list(None, 1, false, vec![vec![paragraph(words("in"))]])], vec![]];
        check(&letter(vec![list(Numbering::read("1."), 1, false, bare)]), None, "1.\n\n   - in\n2.\n");
    }

    #[test]
    fn links_say_where_they_lead_unless_they_say_it_already() {
        let link = |words: &str, url: &str| {
            letter(vec![paragraph(vec![Inline::Link {
                url: url.to_owned(),
                content: vec![Inline::Text(words.to_owned())],
            }])])
        };
        check(&link("the ordinance", "https://x.org/a%20b"), None, "the ordinance (https://x.org/a%20b)\n");
        check(&link("https://x.org/a", "https://x.org/a"), None, "https://x.org/a\n");
        check(&link("www.x.org", "https://www.x.org/"), None, "www.x.org\n");
        check(&link("info@x.org", "mailto:info@x.org"), None, "info@x.org\n");
    }

    #[test]
    fn notes_come_last_with_their_marks() {
        let mut marked = letter(vec![paragraph(vec![
            Inline::Emphasis(vec![Inline::Text("included".to_owned()), Inline::NoteMark(0)]),
            Inline::Text(".".to_owned()),
            Inline::NoteMark(1),
            Inline::NoteMark(7),
        ])]);
        marked.notes = vec![
            note("*", vec![paragraph(words("Ordinance:")), block(BlockKind::Quote(vec![paragraph(words("Sec. 1"))]))]),
            note("", vec![paragraph(words("Unmarked."))]),
        ];
        check(&marked, None, "included[1].\n\nUnmarked.\n\n[1] Ordinance:\n\n    Sec. 1\n");
        marked.note_style.place = NotePlace::End;
        check(&marked, None, "included[1].\n\nUnmarked.\n\nNotes\n\n[1] Ordinance:\n\n    Sec. 1\n");
        marked.note_style.place = NotePlace::Block;
        check(&marked, None, "included[1].\n\n[1] Ordinance:\n\n    Sec. 1\n\nUnmarked.\n");
    }

    #[test]
    fn signatures_and_columns_are_read_one_after_the_other() {
        let picture = PictureUse { name: "s".to_owned(), alt: "Signature of A".to_owned(), height: 40.0, width: 90.0 };
        let signer =
            |mark: Mark, name: &str| block(BlockKind::Signer(SignerBlock { mark, lines: lines(&[name, "Chair"]) }));
        let column = |blocks| Column { align: Align::Start, blocks };
        check(
            &letter(vec![
                block(BlockKind::Picture(picture.clone())),
                block(BlockKind::Columns(vec![
                    column(vec![signer(Mark::Picture(picture), "Ana")]),
                    column(vec![signer(Mark::Slash("Bo Li".to_owned()), "Bo Li"), signer(Mark::Space, "Cy")]),
                ])),
            ]),
            None,
            "Ana\nChair\n\n/s/ Bo Li\nBo Li\nChair\n\nCy\nChair\n",
        );
    }

    #[test]
    fn wrapping_never_breaks_a_word() {
        let url = "https://cityclerk.lacity.org/online/docs/2023/23-0243_ord_%20188441_12-19-24.pdf";
        let long = format!("see {url} now");
        check(&letter(vec![paragraph(words(&long))]), Some(20), &format!("see\n{url}\nnow\n"));
        check(&letter(vec![paragraph(words("a  b c"))]), Some(1), "a\nb\nc\n");
        check(&letter(vec![paragraph(words("尊敬的主席，您好 OK"))]), Some(8), "尊敬的主\n席，您好\nOK\n");
        check(&letter(vec![paragraph(words("cafés\u{1} ok"))]), Some(8), "cafés ok\n");
    }
}
