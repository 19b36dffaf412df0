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
            paragraph(vec![Inline::Text("Expand the definition".to_owned()), Inline::NoteMark(0)]),
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
                    Inline::NoteMark(1),
                    Inline::NoteMark(0),
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
