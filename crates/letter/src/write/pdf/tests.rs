//! What stands in the file, read back through lopdf: the structure with its words, and what must not be there.

use std::collections::BTreeMap;

use jiff::civil::date;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

use super::pdf;
use crate::layout::font::Fonts;
use crate::layout::page::{Owner, PaintMark};
use crate::write::Meta;
use crate::write::sample::{CASES, Sheet, pages};

fn meta() -> Meta {
    Meta {
        title: "Zoning <&\"> “now”".into(),
        author: "Jane & Co".into(),
        subject: "Item 5\u{1}".into(),
        language: "en-US".into(),
        date: Some(date(2026, 2, 10)),
    }
}

fn written(name: &str) -> Document {
    let case = *CASES.iter().find(|case| case.0 == name).unwrap();
    let fonts = Fonts::embedded();
    Document::load_mem(&pdf(&pages(case, &fonts), &fonts, &meta()).unwrap()).unwrap()
}

/// The structure of a case as indented lines: type, attributes that matter, and the words of its own pieces.
#[track_caller]
fn check(name: &str, expected: &str) {
    let document = written(name);
    let said = Said::of(&document);
    let tree = dict(&document, document.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let mut lines = String::new();
    said.write(&document, tree.get(b"K").unwrap().as_reference().unwrap(), 0, &mut lines);
    assert_eq!(lines.trim(), expected.trim(), "{name}");
}

fn dict<'a>(document: &'a Document, object: &'a Object) -> &'a Dictionary {
    document.dereference(object).unwrap().1.as_dict().unwrap()
}

/// The words of each marked piece, by page and number.
struct Said(BTreeMap<(ObjectId, i64), String>);

impl Said {
    fn of(document: &Document) -> Self {
        let mut said = BTreeMap::new();
        for page in document.page_iter() {
            let fonts: BTreeMap<_, _> = document.get_page_fonts(page).unwrap();
            let maps: BTreeMap<_, _> =
                fonts.iter().map(|(name, font)| (name.clone(), to_unicode(document, font))).collect();
            let content = Content::decode(&document.get_page_content(page)).unwrap();
            let (mut font, mut stack) = (Vec::new(), Vec::new());
            for operation in &content.operations {
                match (operation.operator.as_str(), operation.operands.as_slice()) {
                    ("Tf", [name, _]) => font = name.as_name().unwrap().to_vec(),
                    ("BDC", [_, properties]) => {
                        let properties = properties.as_dict().unwrap();
                        let spelt = properties.get(b"ActualText").ok().map(|text| decode_text_string(text).unwrap());
                        let number = properties.get(b"MCID").ok().map(|number| number.as_i64().unwrap());
                        if let (Some(text), Some((Some(owner), _))) = (&spelt, stack.last()) {
                            *said.entry((page, *owner)).or_insert_with(String::new) += text;
                        }
                        stack.push((number, spelt));
                    }
                    ("EMC", _) => drop(stack.pop().expect("a piece is open")),
                    ("TJ" | "Tj", [shown]) => {
                        let text = text(shown, &maps[&font]);
                        match stack.last() {
                            Some((Some(number), None)) => {
                                *said.entry((page, *number)).or_insert_with(String::new) += &text;
                            }
                            Some(_) => {}
                            None => panic!("unmarked text {text}"),
                        }
                    }
                    _ => {}
                }
            }
            assert!(stack.is_empty(), "every piece is closed");
        }
        Self(said)
    }

    fn write(&self, document: &Document, element: ObjectId, depth: usize, lines: &mut String) {
        let element = document.get_dictionary(element).unwrap();
        *lines += &"  ".repeat(depth);
        *lines += std::str::from_utf8(element.get(b"S").unwrap().as_name().unwrap()).unwrap();
        for key in ["ID", "Alt"] {
            if let Ok(value) = element.get(key.as_bytes()) {
                *lines += &format!(" {key}={}", decode_text_string(value).unwrap());
            }
        }
        if let Ok(attributes) = element.get(b"A").and_then(Object::as_dict) {
            for (key, value) in attributes.iter().filter(|(key, _)| *key != b"O") {
                *lines += &format!(" {}={value:?}", String::from_utf8_lossy(key));
            }
        }
        *lines += "\n";
        let home = element.get(b"Pg").and_then(Object::as_reference).ok();
        for kid in element.get(b"K").unwrap().as_array().unwrap() {
            match kid {
                Object::Reference(child) => self.write(document, *child, depth + 1, lines),
                Object::Integer(number) => self.piece(home.unwrap(), *number, "", depth, lines),
                kid => {
                    let kid = kid.as_dict().unwrap();
                    let page = kid.get(b"Pg").unwrap().as_reference().unwrap();
                    let sheet = document.page_iter().position(|other| other == page).unwrap() + 1;
                    if let Ok(annotation) = kid.get(b"Obj") {
                        let contents = decode_text_string(dict(document, annotation).get(b"Contents").unwrap());
                        *lines += &format!("{}@ {sheet}: {}\n", "  ".repeat(depth + 1), contents.unwrap());
                    } else {
                        let number = kid.get(b"MCID").unwrap().as_i64().unwrap();
                        self.piece(page, number, &format!("{sheet}: "), depth, lines);
                    }
                }
            }
        }
    }

    fn piece(&self, page: ObjectId, number: i64, sheet: &str, depth: usize, lines: &mut String) {
        let text = self.0.get(&(page, number)).map_or("", String::as_str);
        *lines += &format!("{}- {sheet}{text}\n", "  ".repeat(depth + 1));
    }
}

fn text(shown: &Object, map: &BTreeMap<u16, String>) -> String {
    match shown {
        Object::Array(items) => items.iter().map(|item| text(item, map)).collect(),
        Object::String(codes, _) => {
            codes.chunks(2).map(|code| map[&u16::from_be_bytes([code[0], code[1]])].as_str()).collect()
        }
        _ => String::new(),
    }
}

/// Reads a ToUnicode map: lines of `<code> <text>` or `<from> <to> <text>`, with `<text>` or `[<text> …]`.
fn to_unicode(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = font.get(b"ToUnicode").unwrap().as_reference().and_then(|id| document.get_object(id)).unwrap();
    let map = String::from_utf8(stream.as_stream().unwrap().decompressed_content().unwrap()).unwrap();
    let mut texts = BTreeMap::new();
    let mut in_range = None;
    for line in map.lines() {
        in_range = match line.trim().split(' ').next_back() {
            Some("beginbfchar") => Some(false),
            Some("beginbfrange") => Some(true),
            Some("endbfchar" | "endbfrange") => None,
            _ => in_range,
        };
        let hex: Vec<&str> = line.split('<').skip(1).filter_map(|part| part.split('>').next()).collect();
        let units = |hex: &str| {
            (0..hex.len() / 4).map(|i| u16::from_str_radix(&hex[i * 4..i * 4 + 4], 16).unwrap()).collect::<Vec<_>>()
        };
        match (in_range, hex.as_slice()) {
            (Some(false), [code, text]) => {
                texts.insert(units(code)[0], String::from_utf16(&units(text)).unwrap());
            }
            (Some(true), [from, to, rest @ ..]) if !rest.is_empty() => {
                for (place, code) in (units(from)[0]..=units(to)[0]).enumerate() {
                    let mut text = units(rest.get(place).unwrap_or(&rest[0]));
                    if rest.len() == 1 {
                        *text.last_mut().unwrap() += place as u16;
                    }
                    texts.insert(code, String::from_utf16(&text).unwrap());
                }
            }
            _ => {}
        }
    }
    texts
}

#[test]
fn structure() {
    check("empty", "Document");
    check(
        "headings",
        "
Document
  H1
    - Background
  H2
    - In 2024
  H2
    - Ñow & “then”
  H1
    - Requests",
    );
    check(
        "headings from the second level",
        "
Document
  H1
    - First
  H1
    - Second",
    );
    check(
        "nested list",
        "
Document
  L ListNumbering=/Decimal
    LI
      Lbl
        - 1)
      LBody
        P
          - Fund the library.
        L ListNumbering=/LowerAlpha
          LI
            Lbl
              - (a)
            LBody
              - On Sundays.",
    );
    check(
        "link over two pages",
        "
Document
  P
    - As\u{20}
    Link
      - the staff report\u{20}
      - 2: says
      @ 1: the staff report (https://example.org/a?b=c&d=é)
      @ 1: the staff report (https://example.org/a?b=c&d=é)
      @ 2: the staff report (https://example.org/a?b=c&d=é)
    - 2: , it rains.",
    );
    check(
        "note",
        "
Document
  P
    - It rains.
    Reference
      - 1
    - It also snows.
  Note ID=note-000001
    Lbl
      - 1
    P
      - Almanac, 2025.",
    );
    check(
        "quotation and columns",
        "
Document
  Div
    P
      - Jane Doe
  BlockQuote
    P
      - We shall see.",
    );
    check(
        "figures",
        "
Document
  Figure Alt=A seal Placement=/Block BBox=[72 652 162 712]
    -\u{20}
  Figure Alt=A photo Placement=/Block BBox=[72 546 162 606]
    -\u{20}
  Figure Alt=Signature of Jane Placement=/Block BBox=[72 440 162 500]
    -\u{20}",
    );
}

#[test]
fn words_copy_out_as_they_were_typed() {
    let paragraph = |words: &str| format!("Document\n  P\n    - {words}");
    check("furniture", &paragraph("Underlined and italic words."));
    let marks = "q\u{303}ue e\u{301}te\u{301}, q\u{303} and \u{a0}\u{2011}-\u{ad}";
    check("ligatures and marks", &paragraph(&format!("The office’s “staff” ffi ﬃ – naïve{marks}")));
    check("Vietnamese", &paragraph("Kính gửi Ủy ban Quận, ngày 10 tháng 2: những đề nghị của tổ chức."));
    check("characters without a glyph", &paragraph("Thanks 🎉 all?"));
    check("only characters without a glyph", &paragraph("🎉"));
}

/// The outline of a case as indented titles.
#[track_caller]
fn check_outline(name: &str, expected: &[&str]) {
    fn walk(document: &Document, item: &Dictionary, depth: usize, titles: &mut Vec<String>) {
        let mut next = item.get(b"First").ok();
        while let Some(id) = next {
            let item = dict(document, id);
            let title = decode_text_string(item.get(b"Title").unwrap()).unwrap();
            titles.push(format!("{}{title}", "  ".repeat(depth)));
            walk(document, item, depth + 1, titles);
            next = item.get(b"Next").ok();
        }
    }
    let document = written(name);
    let mut titles = Vec::new();
    if let Ok(outline) = document.catalog().unwrap().get(b"Outlines") {
        walk(&document, dict(&document, outline), 0, &mut titles);
    }
    assert_eq!(titles, expected, "{name}");
}

#[test]
fn outlines() {
    check_outline("headings", &["Background", "  In 2024", "  Ñow & “then”", "Requests"]);
    check_outline("headings from the second level", &["First", "Second"]);
    check_outline("note", &[]);
}

#[test]
fn a_picture_stands_in_the_file_once() {
    let document = written("figures");
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let mut kinds: Vec<String> = streams
        .filter(|stream| stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == b"XObject"))
        .map(|stream| {
            let name = |key: &[u8]| {
                stream.dict.get(key).and_then(Object::as_name).map(|name| String::from_utf8_lossy(name).into_owned())
            };
            let mask = if stream.dict.has(b"SMask") { " masked" } else { "" };
            format!("{} {}{mask}", name(b"Subtype").unwrap(), name(b"ColorSpace").unwrap_or_default())
        })
        .collect();
    kinds.sort();
    assert_eq!(kinds, ["Form ", "Image DeviceGray", "Image DeviceRGB", "Image DeviceRGB masked"]);
}

#[test]
fn the_file_says_of_itself_what_the_letter_says() {
    let document = written("note");
    let catalog = document.catalog().unwrap();
    let packet = document.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap();
    let packet = String::from_utf8(packet.as_stream().unwrap().content.clone()).unwrap();
    for expected in [
        ">Zoning &lt;&amp;\"&gt; “now”<",
        ">Jane &amp; Co<",
        ">Item 5<",
        ">en-US<",
        "<xmp:CreateDate>2026-02-10T00:00:00Z<",
        "<pdfaid:conformance>A<",
        "<pdfuaid:part>1<",
    ] {
        assert!(packet.contains(expected), "{expected} in {packet}");
    }
    let info = dict(&document, document.trailer.get(b"Info").unwrap());
    let said: Vec<String> = info
        .iter()
        .map(|(key, value)| format!("{}: {}", String::from_utf8_lossy(key), decode_text_string(value).unwrap()))
        .collect();
    let mut said: Vec<&str> = said.iter().map(String::as_str).collect();
    said.sort_unstable();
    let producer = concat!("Producer: Lectern ", env!("CARGO_PKG_VERSION"));
    assert_eq!(
        said,
        [
            "Author: Jane & Co",
            "CreationDate: D:20260210000000Z",
            "ModDate: D:20260210000000Z",
            producer,
            "Subject: Item 5",
            "Title: Zoning <&\"> “now”",
        ]
    );
}

#[test]
fn without_a_date_the_file_has_none() {
    let fonts = Fonts::embedded();
    let bytes = pdf(&pages(CASES[1], &fonts), &fonts, &Meta::default()).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let info = dict(&document, document.trailer.get(b"Info").unwrap());
    assert_eq!(info.len(), 2, "{info:?}");
    assert_eq!(document.catalog().unwrap().get(b"Lang").unwrap(), &super::string("und"));
    let packet = String::from_utf8_lossy(&bytes);
    assert!(packet.contains("<dc:title>") && !packet.contains("Date>"));
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let shared = Fonts::embedded();
    let mut identifiers = Vec::new();
    for case in CASES {
        let first = pdf(&pages(case, &shared), &shared, &meta()).unwrap();
        let again = pdf(&pages(case, &shared), &shared, &meta()).unwrap();
        let fresh = Fonts::embedded();
        assert!(first == again && first == pdf(&pages(case, &fresh), &fresh, &meta()).unwrap(), "{}", case.0);
        let document = Document::load_mem(&first).unwrap();
        identifiers.push(document.trailer.get(b"ID").unwrap().as_array().unwrap()[0].as_str().unwrap().to_vec());
    }
    identifiers.sort();
    identifiers.dedup();
    assert_eq!(identifiers.len(), CASES.len(), "every case has an identifier of its own");
}

#[test]
fn no_page_is_an_error_and_not_a_panic() {
    let error = pdf(&crate::layout::page::Pages::default(), &Fonts::embedded(), &meta()).unwrap_err();
    assert_eq!(error.to_string(), "the PDF file could not be made: there is no page");
}

#[test]
fn a_face_without_outlines_is_named() {
    let mut bytes = Fonts::embedded().face(2).data.data().to_vec();
    let table = bytes.windows(4).position(|tag| tag == b"glyf").unwrap();
    bytes[table..table + 4].copy_from_slice(b"glyX");
    let mut fonts = Fonts::embedded();
    fonts.add_fallback(bytes);
    let mut sheet = Sheet::new(&fonts);
    let run = sheet.run(8, 72.0, "abc");
    sheet.paint(Owner::Node(0), "", PaintMark::Text(vec![run]));
    let error = pdf(&sheet.pages, &fonts, &meta()).unwrap_err();
    assert!(error.reason.starts_with("the face SourceSerif4-It cannot be embedded"), "{error}");
}
