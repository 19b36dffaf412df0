//! The words of a Word file, read from its parts: the head of page one, the document, its foot, and the notes.
//!
//! The continuation head is page furniture and stays out. Word counts lists by itself: an item's label is a mark here.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Said, Word};

/// The parts of a Word file with their names.
pub fn parts(docx: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        parts.push((entry.name().to_owned(), bytes));
    }
    parts
}

/// The words of a Word file.
pub fn words(docx: &[u8]) -> Said {
    let parts = parts(docx);
    let part = |name: &str| parts.iter().find(|(part, _)| part == name).map_or(&[][..], |(_, bytes)| bytes);
    let numbered = numbered_styles(part("word/styles.xml"));
    let document = part("word/document.xml");
    let first = |kind: &str| match first_page(document, part("word/_rels/document.xml.rels"), kind) {
        Some(target) => part(&format!("word/{target}")),
        None => &[],
    };
    let mut said = Said::default();
    for (bytes, in_note) in [
        (first("w:headerReference"), false),
        (document, false),
        (first("w:footerReference"), false),
        (part("word/footnotes.xml"), true),
        (part("word/endnotes.xml"), true),
    ] {
        story(bytes, in_note, &numbered, &mut said);
    }
    said
}

/// Takes up the words of one part.
fn story(bytes: &[u8], in_note: bool, numbered: &[String], said: &mut Said) {
    let mut text = String::new();
    let (mut is_mark, mut is_text, mut fields) = (false, false, 0);
    each(bytes, &mut |event| match event {
        Tag::Open(element) => match element.name().as_ref() {
            b"w:pStyle" if numbered.contains(&value(element, "w:val")) => text = "\u{1}".to_owned(),
            b"w:numId" => text = if value(element, "w:val") == "0" { String::new() } else { "\u{1}".to_owned() },
            b"w:r" => is_mark = false,
            b"w:rStyle" => is_mark = value(element, "w:val").ends_with("Reference"),
            b"w:t" => is_text = true,
            b"w:br" | b"w:tab" => text.push(' '),
            b"w:fldChar" => match value(element, "w:fldCharType").as_str() {
                "begin" => fields += 1,
                "end" => fields -= 1,
                _ => {}
            },
            _ => {}
        },
        Tag::Text(words) if is_text && !is_mark && fields == 0 => text.push_str(words),
        Tag::Text(_) => {}
        Tag::Close(b"w:t") => is_text = false,
        Tag::Close(b"w:p") => {
            let words = if in_note { &mut said.notes } else { &mut said.body };
            let plain = text.strip_prefix('\u{1}').map(|rest| {
                words.push(Word::Label(None));
                rest.to_owned()
            });
            said.add(in_note, plain.as_deref().unwrap_or(&text));
            text.clear();
        }
        Tag::Close(_) => {}
    });
}

/// The styles whose paragraphs Word numbers.
fn numbered_styles(bytes: &[u8]) -> Vec<String> {
    let (mut numbered, mut style) = (Vec::new(), String::new());
    each(bytes, &mut |event| {
        if let Tag::Open(element) = event {
            match element.name().as_ref() {
                b"w:style" => style = value(element, "w:styleId"),
                b"w:numId" => numbered.push(style.clone()),
                _ => {}
            }
        }
    });
    numbered
}

/// The part that is the head or the foot of page one.
fn first_page(document: &[u8], relationships: &[u8], kind: &str) -> Option<String> {
    let (mut id, mut target) = (None, None);
    each(document, &mut |event| {
        if let Tag::Open(element) = event
            && element.name().as_ref() == kind.as_bytes()
            && value(element, "w:type") == "first"
        {
            id = Some(value(element, "r:id"));
        }
    });
    let id = id?;
    each(relationships, &mut |event| {
        if let Tag::Open(element) = event
            && value(element, "Id") == id
        {
            target = Some(value(element, "Target"));
        }
    });
    target
}

/// What a part is made of.
enum Tag<'a> {
    Open(&'a BytesStart<'a>),
    Text(&'a str),
    Close(&'a [u8]),
}

/// Walks over a part.
fn each(bytes: &[u8], see: &mut dyn FnMut(Tag<'_>)) {
    let mut reader = Reader::from_reader(bytes);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => see(Tag::Open(&element)),
            Event::Empty(element) => see(Tag::Open(&element)),
            Event::Text(text) => see(Tag::Text(&text.decode().unwrap())),
            Event::GeneralRef(reference) => {
                let name = reference.decode().unwrap();
                let entity = format!("&{name};");
                see(Tag::Text(&quick_xml::escape::unescape(&entity).unwrap()));
            }
            Event::End(element) => see(Tag::Close(element.name().as_ref())),
            Event::Eof => return,
            _ => {}
        }
    }
}

fn value(element: &BytesStart<'_>, name: &str) -> String {
    let attribute = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name.as_bytes());
    attribute.map_or_else(String::new, |attribute| {
        let text = String::from_utf8_lossy(&attribute.value).into_owned();
        quick_xml::escape::unescape(&text).unwrap().into_owned()
    })
}
