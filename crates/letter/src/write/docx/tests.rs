//! Letters built by hand, and what Word is told of them, as an outline that reads `style: text`.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::draft::Furniture;
use crate::letter::{
    Align, Block, BlockKind, Colour, Column, Inline, Item, List, Mark, Note, NoteStyle, Numbering, Part as LetterPart,
    PictureUse, SignerBlock, Tone,
};
use crate::picture::{Picture, Raster, Segment, Vector, VectorPath};

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

fn toned(tone: Tone, content: Vec<Inline>) -> Block {
    block(BlockKind::Paragraph { tone, content })
}

fn paragraph(content: Vec<Inline>) -> Block {
    toned(Tone::Normal, content)
}

fn link(words: &str, url: &str) -> Inline {
    Inline::Link { url: url.to_owned(), content: vec![Inline::Text(words.to_owned())] }
}

fn list(numbering: Option<Numbering>, start: u32, items: Vec<Vec<Block>>) -> Block {
    let items = items.into_iter().map(|blocks| Item { blocks }).collect();
    block(BlockKind::List(List { numbering, start, asks: numbering == Some(Numbering::ASKS), items }))
}

fn column(align: Align, blocks: Vec<Block>) -> Column {
    Column { align, blocks }
}

fn used(name: &str, alt: &str) -> PictureUse {
    PictureUse { name: name.to_owned(), alt: alt.to_owned(), height: 40.0, width: 120.0 }
}

fn signer(mark: Mark, name: &str) -> Block {
    block(BlockKind::Signer(SignerBlock { mark, lines: lines(&[name, "Organizing & Advocacy Manager"]) }))
}

fn part(role: Role, blocks: Vec<Block>) -> LetterPart {
    LetterPart { role, align: Align::Start, source: "".into(), blocks }
}

fn note(mark: &str, blocks: Vec<Block>) -> Note {
    Note { id: mark.to_owned(), mark: mark.to_owned(), blocks, source: "".into() }
}

fn letter(parts: Vec<LetterPart>) -> Letter {
    Letter { language: "en-US".to_owned(), parts, ..Letter::default() }
}

fn body(blocks: Vec<Block>) -> Letter {
    letter(vec![part(Role::Body, blocks)])
}

fn style() -> Style {
    Style::of(&Furniture::default())
}

fn pictures() -> BTreeMap<String, Arc<Picture>> {
    let raster =
        |alpha, jpeg| Picture::Raster(Raster { width: 2, height: 1, rgb: vec![200, 0, 0, 0, 0, 200], alpha, jpeg });
    let segments = vec![
        Segment::Move([0.0, 0.0]),
        Segment::Line([30.0, 0.0]),
        Segment::Curve([30.0, 5.0], [20.0, 10.0], [0.0, 10.0]),
        Segment::Close,
    ];
    let path = VectorPath { segments, fill: Some([0, 60, 120]), even_odd: false, stroke: Some(([0, 0, 0], 0.5)) };
    BTreeMap::from([
        ("seal".to_owned(), Arc::new(raster(Some(vec![255, 0]), None))),
        ("photo".to_owned(), Arc::new(raster(None, Some(vec![0xFF, 0xD8, 0xFF, 0xD9])))),
        ("drawn".to_owned(), Arc::new(Picture::Vector(Vector { width: 30.0, height: 10.0, paths: vec![path] }))),
        ("empty".to_owned(), Arc::new(Picture::Vector(Vector { width: 0.0, height: 0.0, paths: vec![] }))),
    ])
}

/// A letter with something of everything.
fn sample() -> Letter {
    let contacts = ["5770 Freeport Blvd., Suite 100", "Sacramento, CA 95822", "info@aalsac.org"];
    let asks = vec![
        vec![paragraph(vec![
            Inline::Strong(words("Timelines: ")),
            Inline::Text("make ".to_owned()),
            Inline::Emphasis(words("Motion 2")),
            Inline::Text(" now.".to_owned()),
        ])],
        vec![
            paragraph(vec![Inline::Text("Expand".to_owned()), Inline::NoteMark(1), Inline::NoteMark(0)]),
            list(Numbering::read("(a)"), 1, vec![vec![paragraph(words("data"))], vec![paragraph(words("vehicles"))]]),
            paragraph(words("And no further.")),
        ],
        vec![paragraph(words("Close the loophole."))],
    ];
    let mut letter = letter(vec![
        part(
            Role::Letterhead,
            vec![
                block(BlockKind::Picture(used("seal", "Seal of the City"))),
                block(BlockKind::Columns(vec![
                    column(Align::Start, vec![toned(Tone::Name { colour: Some(Colour([0, 90, 156])) }, words("AALN"))]),
                    column(Align::End, vec![paragraph(lines(&contacts))]),
                ])),
                block(BlockKind::Rule { colour: Some(Colour([0, 90, 156])) }),
            ],
        ),
        part(Role::Date, vec![paragraph(words("February 10, 2026"))]),
        part(Role::Delivery, vec![paragraph(words("Via eComment"))]),
        part(
            Role::Addressees,
            vec![block(BlockKind::Columns(vec![
                column(Align::Start, vec![paragraph(lines(&["Sacramento City Council", "915 I Street"]))]),
                column(Align::Start, vec![paragraph(lines(&["Law & Legislation Committee", "915 I Street"]))]),
            ]))],
        ),
        part(Role::Subject, vec![paragraph(words("Re: Item #3"))]),
        part(Role::Salutation, vec![paragraph(words("Hello Chair Maple,"))]),
        part(
            Role::Body,
            vec![
                block(BlockKind::Heading { level: 1, content: words("Why") }),
                paragraph(vec![
                    Inline::Text("See ".to_owned()),
                    link("the ordinance", "https://x.org/a%20b?c=1&d=2"),
                    Inline::Text(" and ".to_owned()),
                    Inline::Underline(words("act")),
                    Inline::NoteMark(0),
                    Inline::Text(".".to_owned()),
                ]),
                toned(Tone::Lead, words("We ask:")),
                list(Some(Numbering::ASKS), 1, asks),
                block(BlockKind::Quote(vec![
                    paragraph(words("All City data.")),
                    list(None, 1, vec![vec![paragraph(words("confidential"))]]),
                ])),
                paragraph(words("Please act.")),
            ],
        ),
        part(Role::Closing, vec![paragraph(words("With care,"))]),
        part(
            Role::Signatures,
            vec![
                block(BlockKind::Columns(vec![
                    column(
                        Align::Start,
                        vec![signer(Mark::Picture(used("drawn", "Signature of Moiz Mir")), "Moiz Mir")],
                    ),
                    column(Align::Start, vec![signer(Mark::Slash("Bo Li".to_owned()), "Bo Li")]),
                ])),
                block(BlockKind::Columns(vec![column(Align::Start, vec![signer(Mark::Space, "Cy Ng")])])),
            ],
        ),
        part(Role::Enclosures, vec![paragraph(words("Enclosure: Exhibit A"))]),
        part(Role::Copies, vec![paragraph(words("cc: City Clerk"))]),
        part(Role::Foot, vec![paragraph(words("The Mission of the Network"))]),
    ]);
    letter.notes = vec![
        note(
            "1",
            vec![paragraph(vec![link("https://x.org/ord", "https://x.org/ord"), Inline::Text(" § 19".to_owned())])],
        ),
        note("2", vec![paragraph(words("Staff report.")), block(BlockKind::Quote(vec![paragraph(words("No data."))]))]),
        note("", vec![paragraph(words("Unmarked reference."))]),
    ];
    letter.continuation = vec!["Sacramento City Council".to_owned(), "February 10, 2026".to_owned()];
    letter.pictures = pictures();
    letter
}

fn meta() -> Meta {
    Meta {
        title: "Item #3 <Re>".to_owned(),
        author: "Moiz Mir & Co".to_owned(),
        subject: "Item #3".to_owned(),
        language: "en-US".to_owned(),
        date: Some(date(2026, 2, 10)),
    }
}

/// The files of a package by name.
fn files(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.insert(file.name().to_owned(), content);
    }
    files
}

fn made(letter: &Letter) -> BTreeMap<String, Vec<u8>> {
    files(&docx(letter, &style(), &meta()).unwrap())
}

fn text_of(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

/// One line per paragraph: `style flags: text`, cells opened by a bar.
///
/// Flags: `+` kept with the next, `1.0` number of list and level, `<440` left indent, `center`, `bidi`, `_` ruled, `v80` space below an item.
fn outline(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let mut out = String::new();
    for root in tree::parse(&files[name]).unwrap() {
        sketch(&root, "", &mut out);
    }
    out
}

fn sketch(element: &Element, before: &str, out: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:p" => {
                let text = run_text(child);
                let style = properties(child);
                out.push_str(format!("{before}{style}: {text}").trim_end());
                out.push('\n');
            }
            "w:tc" => sketch(child, &format!("{before}| "), out),
            _ => sketch(child, before, out),
        }
    }
}

fn properties(paragraph: &Element) -> String {
    let Some(all) = paragraph.child("w:pPr") else { return String::new() };
    let mut out = String::new();
    for property in all.elements() {
        let value = property.attribute("w:val").unwrap_or_default();
        match property.name.as_str() {
            "w:pStyle" => out.push_str(value),
            "w:keepNext" => out.push_str(" +"),
            "w:numPr" => {
                let value = |name| property.child(name).and_then(|child| child.attribute("w:val")).unwrap();
                out.push_str(&format!(" {}.{}", value("w:numId"), value("w:ilvl")));
            }
            "w:ind" => out.push_str(&format!(" <{}", property.attribute("w:left").unwrap())),
            "w:jc" => out.push_str(&format!(" {value}")),
            "w:bidi" => out.push_str(" bidi"),
            "w:pBdr" => out.push_str(" _"),
            "w:spacing" if out.starts_with("List") => {
                out.push_str(&format!(" v{}", property.attribute("w:after").unwrap()))
            }
            _ => {}
        }
    }
    out
}

fn run_text(element: &Element) -> String {
    let mut out = String::new();
    for child in element.elements() {
        let inner = || run_text(child);
        match child.name.as_str() {
            "w:t" => child.children.iter().for_each(|node| {
                if let tree::Node::Text(text) = node {
                    out.push_str(&quick_xml::escape::unescape(text).unwrap());
                }
            }),
            "w:instrText" => out.push_str("field "),
            "w:br" => out.push_str(" / "),
            "w:tab" => out.push_str(" -> "),
            "w:hyperlink" => out.push_str(&format!("[{}]", inner())),
            "w:footnoteReference" | "w:endnoteReference" => {
                let own = if child.attribute("w:customMarkFollows").is_some() { "own " } else { "" };
                let kind = child.name.trim_start_matches("w:").trim_end_matches("Reference");
                out.push_str(&format!("({own}{kind} {})", child.attribute("w:id").unwrap()));
            }
            "w:footnoteRef" | "w:endnoteRef" => out.push_str("(mark)"),
            "wp:docPr" => out.push_str(&format!("({})", child.attribute("descr").unwrap())),
            "w:r" if child.child("w:rPr").is_some_and(|look| look.child("w:b").is_some()) => {
                out.push_str(&format!("*{}*", inner()));
            }
            _ => out.push_str(&inner()),
        }
    }
    out
}

fn check(letter: &Letter, expected: &str) {
    assert_eq!(outline(&made(letter), "word/document.xml"), expected);
}

#[test]
fn a_letter_reads_in_named_styles() {
    let files = made(&sample());
    assert_eq!(
        outline(&files, "word/document.xml"),
        "\
Date: February 10, 2026
DeliveryLine: Via eComment
| InsideAddress: Sacramento City Council / 915 I Street
| InsideAddress: Law & Legislation Committee / 915 I Street
SubjectLine: Re: Item #3
Salutation: Hello Chair Maple,
Heading1: Why
BodyText: See [the ordinance] and act(footnote 1).
BodyText +: We ask:
ListNumber 1.0: *Timelines: *make Motion 2 now.
ListNumber + 1.0: Expand(footnote 2)1
ListNumber2 1.1: data
ListNumber2 1.1 v165: vehicles
ListContinue: And no further.
ListNumber + 1.0: Close the loophole.
Quote +: All City data.
ListBullet 2.0 v165: confidential
BodyText +: Please act.
Closing: With care,
| SignatureMark: (Signature of Moiz Mir)
| Signature +: Moiz Mir / Organizing & Advocacy Manager
| SignatureMark: /s/ Bo Li
| Signature +: Bo Li / Organizing & Advocacy Manager
| SignaturebyHand: Cy Ng / Organizing & Advocacy Manager
| Spacer:
Enclosures +: Enclosure: Exhibit A
Copies: cc: City Clerk
ReferenceNote: Unmarked reference.
"
    );
    assert_eq!(
        outline(&files, "word/header1.xml"),
        "\
LetterheadAddress: (Seal of the City)
| LetterheadName: AALN
| LetterheadAddress right: 5770 Freeport Blvd., Suite 100 / Sacramento, CA 95822 / info@aalsac.org
Spacer _:
"
    );
    assert_eq!(
        outline(&files, "word/header2.xml"),
        "ContinuationHeader: Sacramento City Council -> Page field 1 of field 1 / February 10, 2026\n"
    );
    assert_eq!(outline(&files, "word/footer1.xml"), "Footer _: The Mission of the Network\n");
    assert_eq!(
        outline(&files, "word/footnotes.xml"),
        ":\n:\nFootnoteText: (mark) [https://x.org/ord] §\u{a0}19\nFootnoteText +: (mark) Staff report.\nFootnoteText <484: No data.\n"
    );
}

#[test]
fn notes_stand_where_the_letter_wants_them() {
    let marked = |place, symbols, marks: [&str; 2]| {
        let mut letter = body(vec![paragraph(vec![
            Inline::Text("a".to_owned()),
            Inline::NoteMark(0),
            Inline::NoteMark(1),
            Inline::NoteMark(0),
            Inline::NoteMark(9),
        ])]);
        letter.note_style = NoteStyle { place, symbols };
        letter.notes = marks.map(|mark| note(mark, vec![paragraph(vec![link("see", "https://x.org")])])).into();
        letter
    };
    check(&marked(NotePlace::Foot, false, ["1", "2"]), "BodyText: a(footnote 1)(footnote 2)1\n");
    check(&marked(NotePlace::Foot, true, ["*", "†"]), "BodyText: a(own footnote 1)*(own footnote 2)†*\n");
    check(&marked(NotePlace::Foot, false, ["7", "1"]), "BodyText: a(own footnote 1)7(footnote 2)7\n");
    check(&marked(NotePlace::Foot, false, ["1", ""]), "BodyText: a(footnote 1)1\nReferenceNote: [see]\n");
    check(
        &marked(NotePlace::Block, false, ["1", "2"]),
        "BodyText: a121\nReferenceNote: 1 [see]\nReferenceNote: 2 [see]\n",
    );
    let end = marked(NotePlace::End, false, ["1", "2"]);
    check(&end, "BodyText: a(endnote 1)(endnote 2)1\nHeading2: Notes\n");
    let files = made(&end);
    assert_eq!(outline(&files, "word/endnotes.xml"), ":\n:\nEndnoteText: (mark) [see]\nEndnoteText: (mark) [see]\n");
    assert!(text_of(&files, "word/_rels/endnotes.xml.rels").contains("Target=\"https://x.org\""));
}

#[test]
fn lists_are_numbered_by_word() {
    let one = |text: &str| vec![paragraph(words(text))];
    let nested = |inner: Vec<Block>| list(Numbering::read("A."), 3, vec![inner, one("next")]);
    let levels = |letter: &Letter| {
        let mut out = String::new();
        for definition in tree::parse(&made(letter)["word/numbering.xml"]).unwrap()[0].elements() {
            for level in definition.elements().filter(|child| child.name == "w:lvl") {
                let value = |name| level.child(name).and_then(|child| child.attribute("w:val")).unwrap().to_owned();
                let left =
                    level.child("w:pPr").unwrap().child("w:ind").unwrap().attribute("w:left").unwrap().to_owned();
                out.push_str(&format!("{} {} {} {left}; ", value("w:numFmt"), value("w:lvlText"), value("w:start")));
            }
            out.push_str(if definition.name == "w:abstractNum" { "\n" } else { "" });
        }
        out
    };
    let bullets = list(None, 1, vec![one("in")]);
    let shared = body(vec![nested(vec![one("first").remove(0), bullets.clone()])]);
    check(&shared, "ListNumber + 1.0 v77: first\nListBullet2 1.1: in\nListNumber 1.0: next\n");
    assert_eq!(levels(&shared), "upperLetter %1. 3 440; bullet • 1 880; \n");
    let twice = body(vec![nested(vec![one("first").remove(0), bullets.clone(), bullets.clone()])]);
    check(&twice, "ListNumber + 1.0 v77: first\nListBullet2 + 1.1: in\nListBullet2 2.1: in\nListNumber 1.0: next\n");
    let bare = body(vec![nested(vec![bullets]), list(Numbering::read("(i)"), 1, vec![one("x")])]);
    check(&bare, "ListNumber + 1.0 v77:\nListBullet2 1.1: in\nListNumber + 1.0: next\nListNumber 2.0: x\n");
    assert_eq!(
        levels(&bare),
        "upperLetter %1. 3 440; bullet • 1 880; \nlowerRoman (%1) 1 440; lowerRoman (%2) 1 880; \n"
    );
}

#[test]
fn alignment_is_a_style_where_the_form_asks_for_it() {
    let aligned = |role, align| {
        let mut part = part(role, vec![paragraph(words("x"))]);
        part.align = align;
        part
    };
    let letter = letter(vec![
        aligned(Role::Date, Align::Middle),
        aligned(Role::Body, Align::Middle),
        aligned(Role::Subject, Align::Centre),
        aligned(Role::Copies, Align::End),
    ]);
    check(&letter, "Date <4680: x\nBodyText <4680: x\nSubjectLine center: x\nCopies right: x\n");
    let style = Style { form: crate::draft::BlockForm::ModifiedBlock, ..style() };
    let files = files(&docx(&letter, &style, &meta()).unwrap());
    assert!(outline(&files, "word/document.xml").starts_with("Date: x\nBodyText <4680: x\n"));
    assert!(text_of(&files, "word/styles.xml").contains(r#"<w:ind w:left="4680"/>"#));
}

#[test]
fn hostile_text_stays_text() {
    let same = |text: &str| check(&body(vec![paragraph(words(text))]), &format!("BodyText: {text}\n"));
    same("<w:p>&amp;\"']]></w:p>");
    same("{{ draft.secret }} {% raw %}");
    same("😀 e\u{301} 中文");
    same(&"x".repeat(10_000));
    check(&body(vec![paragraph(words("a\u{1}b\tc\u{FFFE}\u{B}d\ne"))]), "BodyText: ab cd e\n");
    let rtl = vec![paragraph(words("12 مرحبا and שלום")), paragraph(words("Dear مرحبا"))];
    check(&body(rtl.clone()), "BodyText bidi: 12 مرحبا and שלום\nBodyText: Dear مرحبا\n");
    let document = text_of(&made(&body(rtl)), "word/document.xml");
    assert_eq!(document.matches("<w:rtl/>").count(), 3);
}

#[test]
fn links_are_escaped_and_shared() {
    let url = "https://x.org/a%20b?c=\"1\"&d=<2>";
    let letter = body(vec![paragraph(vec![link("one", url), link("two", url), link("three", "mailto:a@x.org")])]);
    check(&letter, "BodyText: [one][two][three]\n");
    let relationships = text_of(&made(&letter), "word/_rels/document.xml.rels");
    let escaped = "Target=\"https://x.org/a%20b?c=&quot;1&quot;&amp;d=&lt;2&gt;\" TargetMode=\"External\"";
    assert_eq!(relationships.matches(escaped).count(), 1);
    assert_eq!(relationships.matches("External").count(), 2);
}

#[test]
fn pictures_keep_their_kind_and_say_what_they_show() {
    let show = |name: &str, alt: &str| block(BlockKind::Picture(used(name, alt)));
    let blocks = ["photo", "seal", "drawn", "seal", "empty", "missing"].map(|name| show(name, "a \"<\" b"));
    let mut letter = body(blocks.into());
    letter.pictures = pictures();
    check(&letter, &"BodyText: (a &quot;&lt;&quot; b)\n".repeat(4));
    let files = made(&letter);
    let media: Vec<&str> = files.keys().filter_map(|name| name.strip_prefix("word/media/")).collect();
    assert_eq!(media, ["picture1.jpeg", "picture2.png", "picture3.png"]);
    assert_eq!(files["word/media/picture1.jpeg"], [0xFF, 0xD8, 0xFF, 0xD9]);
    let drawn = image::load_from_memory(&files["word/media/picture3.png"]).unwrap().into_rgba8();
    assert_eq!(drawn.dimensions(), (500, 167));
    assert_eq!(drawn.get_pixel(100, 60).0, [0, 60, 120, 255]);
    assert_eq!(drawn.get_pixel(499, 166).0[3], 0);
    let types = text_of(&files, "[Content_Types].xml");
    assert!(types.contains("image/jpeg") && types.contains("image/png"));
    let mut plain = body(vec![show("seal", "")]);
    plain.pictures = pictures();
    assert!(text_of(&made(&plain), "word/document.xml").contains("adec:decorative"));
}

#[test]
fn every_relationship_leads_somewhere_and_ids_are_unique() {
    let files = made(&sample());
    for (name, xml) in files.iter().filter(|(name, _)| name.starts_with("word/") && name.ends_with(".xml")) {
        let mut used = Vec::new();
        collect(&tree::parse(xml).unwrap(), &["r:id", "r:embed"], &mut used);
        let path = name.replace("word/", "word/_rels/") + ".rels";
        let relationships = files.get(&path).map(|_| text_of(&files, &path)).unwrap_or_default();
        for id in used {
            assert_eq!(relationships.matches(&format!("Id=\"{id}\"")).count(), 1, "{id} in {name}");
        }
    }
    let mut ids = Vec::new();
    for name in ["word/document.xml", "word/header1.xml"] {
        for picture in text_of(&files, name).split("<wp:docPr id=\"").skip(1) {
            ids.push(picture.split('"').next().unwrap().to_owned());
        }
    }
    ids.sort();
    assert_eq!(ids, ["1", "2"]);
}

fn collect(elements: &[Element], names: &[&str], out: &mut Vec<String>) {
    for element in elements {
        out.extend(names.iter().filter_map(|name| element.attribute(name)).map(str::to_owned));
        let inner: Vec<Element> = element.elements().cloned().collect();
        collect(&inner, names, out);
    }
}

#[test]
fn the_file_says_only_what_the_letter_says() {
    let core = |meta: &Meta| {
        let files = files(&docx(&Letter::default(), &style(), meta).unwrap());
        let root = tree::parse(&files["docProps/core.xml"]).unwrap().remove(0);
        let mut out = String::new();
        root.children.iter().for_each(|node| node.element().unwrap().write(&mut out));
        out
    };
    assert_eq!(core(&Meta::default()), "");
    assert_eq!(
        core(&meta()),
        "<dc:title>Item #3 &lt;Re&gt;</dc:title><dc:subject>Item #3</dc:subject><dc:creator>Moiz Mir &amp; Co</dc:creator>\
         <dc:language>en-US</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-02-10T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">2026-02-10T00:00:00Z</dcterms:modified>"
    );
    let language = |tag: &str| {
        let letter = Letter { language: tag.to_owned(), ..Letter::default() };
        let styles = text_of(&made(&letter), "word/styles.xml");
        styles.split("<w:lang ").nth(1).unwrap().split("/>").next().unwrap().to_owned()
    };
    assert_eq!(language("es"), "w:val=\"es-US\"");
    assert_eq!(language("zh-TW"), "w:val=\"zh-TW\" w:eastAsia=\"zh-TW\"");
    assert_eq!(language("ar"), "w:val=\"ar-SA\" w:bidi=\"ar-SA\"");
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let make = |letter: &Letter| docx(letter, &style(), &meta()).unwrap();
    let other = body(vec![paragraph(vec![link("x", "https://x.org")]), list(None, 1, vec![])]);
    let (first, second) = (make(&sample()), make(&other));
    assert_eq!(make(&other), second);
    assert_eq!(make(&sample()), first);
    let threads: Vec<_> = (0..4)
        .map(|turn| std::thread::spawn(move || docx(&sample(), &style(), &meta()).map(|bytes| (turn, bytes))))
        .collect();
    for thread in threads {
        let (turn, bytes) = thread.join().unwrap().unwrap();
        assert_eq!(make(&other), second);
        assert!(bytes == first, "thread {turn}");
    }
}

#[test]
fn columns_of_a_letterhead_are_as_wide_as_their_lines() {
    let check = |role: Role, name: &str, expected: Option<bool>| {
        let column = |text: &[&str]| Column { align: Align::Start, blocks: vec![paragraph(lines(text))] };
        let contacts = ["1800 Capitol Avenue, Suite 6", "Sacramento, CA 95811", "housingleague.example"];
        let columns = block(BlockKind::Columns(vec![column(&[name]), column(&contacts)]));
        let files = made(&letter(vec![part(role, vec![columns])]));
        let name = if role == Role::Letterhead { "word/header1.xml" } else { "word/document.xml" };
        let xml = text_of(&files, name);
        let widths: Vec<i32> = xml
            .split("<w:gridCol ")
            .skip(1)
            .filter_map(|column| column.split('"').nth(1).and_then(|width| width.parse().ok()))
            .collect();
        assert_eq!(widths.len(), 2, "{xml}");
        assert_eq!((widths[0] != widths[1]).then_some(widths[0] > widths[1]), expected, "{role:?}: {widths:?}");
        assert!((widths.iter().sum::<i32>() - (twips(style().measure()) + 240)).abs() < 4, "{widths:?}");
    };
    check(Role::Letterhead, "Sacramento Valley Housing League", Some(true));
    check(Role::Letterhead, &"Sacramento Valley Housing League ".repeat(9), None);
    check(Role::Addressees, "Sacramento Valley Housing League", None);
}
