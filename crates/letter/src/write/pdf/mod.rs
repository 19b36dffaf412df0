//! Pages to PDF: PDF/UA-1 and PDF/A-2a at once, the same bytes for the same pages.
//!
//! ```text
//! pages ─faces─► subsets ─┐
//!   └────ops───► operations and marks ─printpdf─► lopdf document ─tree, outline, about─► bytes
//! ```
//!
//! printpdf writes pages, operations and font dictionaries; what it does not know (structure, metadata, colour
//! intent, pictures, a file identifier without chance) is added to its lopdf document here. Nothing is laid out.

mod about;
mod faces;
mod ops;
mod outline;
mod pictures;
mod profile;
mod tree;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::Arc;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect, XObjectId};

use self::about::About;
use self::faces::Faces;
use super::{Meta, WriteError};
use crate::layout::font::Fonts;
use crate::layout::page::{Pages, PaintMark};
use crate::picture::Picture;

/// The pages as a PDF file.
pub fn pdf(pages: &Pages, fonts: &Fonts, meta: &Meta) -> Result<Vec<u8>, WriteError> {
    if pages.pages.is_empty() {
        return Err(broken("there is no page"));
    }
    let faces = Faces::of(pages, fonts)?;
    let gallery = Gallery::of(pages);
    let mut marks = Vec::with_capacity(pages.pages.len());
    let mut draft = PdfDocument::new("");
    draft.resources.fonts.map = faces.to_printpdf();
    for page in &pages.pages {
        let picture = |place: usize| gallery.name(&page.paints.get(place)?.mark);
        let marked = ops::page_ops(page, pages, &faces, picture);
        marks.push(marked.nodes);
        draft.pages.push(sheet(pages.size, marked.ops));
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut document = draft.to_lopdf_document(&options, &mut Vec::new());
    finish(&mut document, pages, &marks, &gallery, fonts, &About::of(meta))?;
    deflate_streams(&mut document, fonts);
    to_bytes(&mut document)
}

/// An empty sheet with these operations. printpdf measures new pages in millimetres, which would round them.
fn sheet(size: (f32, f32), ops: Vec<printpdf::Op>) -> PdfPage {
    let paper = Rect::from_wh(Pt(ops::round(size.0)), Pt(ops::round(size.1)));
    PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops }
}

/// The pictures of a document, each once however often it is painted.
struct Gallery<'a> {
    pictures: Vec<&'a Arc<Picture>>,
    places: HashMap<*const Picture, usize>,
}

impl<'a> Gallery<'a> {
    fn of(pages: &'a Pages) -> Self {
        let mut gallery = Self { pictures: Vec::new(), places: HashMap::new() };
        for paint in pages.pages.iter().flat_map(|page| &page.paints) {
            if let PaintMark::Picture { picture, .. } = &paint.mark {
                let same = gallery.pictures.iter().position(|kept| Arc::ptr_eq(kept, picture) || *kept == picture);
                let place = same.unwrap_or(gallery.pictures.len());
                if same.is_none() {
                    gallery.pictures.push(picture);
                }
                gallery.places.insert(Arc::as_ptr(picture), place);
            }
        }
        gallery
    }

    fn name(&self, mark: &PaintMark) -> Option<XObjectId> {
        match mark {
            PaintMark::Picture { picture, .. } => {
                self.places.get(&Arc::as_ptr(picture)).map(|place| XObjectId(format!("P{place}")))
            }
            PaintMark::Text(_) | PaintMark::Rule { .. } => None,
        }
    }
}

/// Adds everything that printpdf does not write.
fn finish(
    document: &mut Document,
    pages: &Pages,
    marks: &[Vec<usize>],
    gallery: &Gallery<'_>,
    fonts: &Fonts,
    about: &About,
) -> Result<(), WriteError> {
    document.version = "1.7".into();
    let sheets: Vec<ObjectId> = document.page_iter().collect();
    if sheets.len() != pages.pages.len() {
        return Err(broken("the pages were not all written"));
    }
    add_pictures(document, sheets[0], gallery, fonts)?;
    let tree = tree::write(document, &sheets, pages, marks)?;
    let outline = outline::write(document, &sheets, pages);
    let packet = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, about.xmp().into_bytes());
    let packet = document.add_object(packet.with_compression(false));
    let profile = Stream::new(dictionary! { "N" => 3, "Alternate" => "DeviceRGB" }, profile::SRGB.clone());
    let profile = document.add_object(profile);
    let intent = document.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => string("sRGB"),
        "Info" => string("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    });

    let catalog = document.catalog_mut().map_err(broken)?;
    catalog.remove(b"PageLayout");
    catalog.set("Lang", string(&about.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", tree);
    catalog.set("Metadata", packet);
    catalog.set("OutputIntents", vec![Object::Reference(intent)]);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    let info = document.trailer.get(b"Info").and_then(Object::as_reference).map_err(broken)?;
    document.set_object(info, about.info());
    Ok(())
}

/// Adds the pictures to the resources, which all pages share.
fn add_pictures(
    document: &mut Document,
    sheet: ObjectId,
    gallery: &Gallery<'_>,
    fonts: &Fonts,
) -> Result<(), WriteError> {
    for (place, picture) in gallery.pictures.iter().enumerate() {
        let Some(picture) = pictures::add(document, picture, fonts) else {
            return Err(broken("a picture has not as many pixels as it says"));
        };
        let dictionary = |id| document.get_dictionary(id);
        let resources = dictionary(sheet).and_then(|sheet| sheet.get(b"Resources")).and_then(Object::as_reference);
        let shared = resources.and_then(dictionary).and_then(|resources| resources.get(b"XObject")?.as_reference());
        let shared = shared.map_err(broken)?;
        let shared = document.get_object_mut(shared).and_then(Object::as_dict_mut).map_err(broken)?;
        shared.set(format!("P{place}"), picture);
    }
    Ok(())
}

/// Deflates what is not deflated yet. Font programs recur from one version of a letter to the next.
fn deflate_streams(document: &mut Document, fonts: &Fonts) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let is_program = stream.dict.has(b"Length1") || stream.dict.has(b"Subtype") || stream.dict.has(b"N");
        let deflated =
            if is_program { fonts.made.deflated(&stream.content, deflate).to_vec() } else { deflate(&stream.content) };
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(deflated);
    }
}

fn deflate(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 2), Compression::default());
    // Writing to a vector cannot fail.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

/// The file, with an identifier that is the hash of everything else in it.
fn to_bytes(document: &mut Document) -> Result<Vec<u8>, WriteError> {
    const BLANK: [u8; 16] = *b"LECTERN FILE ID.";
    let blank = Object::String(BLANK.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![blank.clone(), blank]);
    let mut bytes = Vec::with_capacity(64 * 1024);
    document.save_modern(&mut bytes).map_err(broken)?;
    let identifier = hex(&hash(&bytes).to_be_bytes());
    let mut end = bytes.len();
    // The trailer stands last and holds the identifier twice, so two short searches from the end find it.
    for _ in 0..2 {
        let place =
            rfind(&bytes[..end], &hex(&BLANK)).ok_or_else(|| broken("the file identifier is not in its place"))?;
        bytes[place..place + identifier.len()].copy_from_slice(&identifier);
        end = place;
    }
    Ok(bytes)
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window.eq_ignore_ascii_case(wanted))
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| b"0123456789ABCDEF"[usize::from(digit)]).collect()
}

/// FNV-1a in 128 bits, over words of eight bytes for speed.
fn hash(bytes: &[u8]) -> u128 {
    bytes.chunks(8).fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash, chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        (hash ^ u128::from(u64::from_le_bytes(word))).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    })
}

/// A text string: ASCII as it is, anything else as UTF-16.
fn string(text: &str) -> Object {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        Object::string_literal(text)
    } else {
        Object::String(utf16(text), StringFormat::Hexadecimal)
    }
}

/// UTF-16 with the mark that says so, high bytes first.
fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

fn broken(reason: impl ToString) -> WriteError {
    WriteError { format: "PDF", reason: reason.to_string() }
}
