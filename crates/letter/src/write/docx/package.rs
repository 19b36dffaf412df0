//! The package around the text: content types, relationships and the zip.
//!
//! Files stand in a fixed order and bear the zip format's own first day, so that equal letters are equal bytes.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipWriter};

use super::picture::File;
use super::story::Target;
use super::tree::{escape, fault};
use super::{FIRST_FOOTER, FIRST_HEADER, HEADER, properties, theme};
use crate::letter::Letter;
use crate::style::Style;
use crate::write::{Meta, WriteError};

pub(super) const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// The namespaces of parts that hold text.
pub(super) const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#,
);

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A part with relationships of its own.
#[derive(Default)]
pub(super) struct Part {
    xml: String,
    relationships: Vec<(String, Target)>,
}

impl Part {
    pub(super) fn new(xml: String, relationships: Vec<(String, Target)>) -> Self {
        Self { xml, relationships }
    }
}

/// The parts that a letter makes.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) document: Part,
    pub(super) header: Part,
    pub(super) first_header: Option<Part>,
    pub(super) first_footer: Option<Part>,
    pub(super) footnotes: Option<Part>,
    pub(super) endnotes: Option<Part>,
    pub(super) styles: String,
    pub(super) numbering: Option<String>,
    pub(super) media: Vec<File>,
}

/// A part of the package as the document names it.
struct Entry<'a> {
    id: &'static str,
    /// The last piece of the relationship's type and of the content type.
    kind: &'static str,
    content: &'static str,
    file: &'static str,
    xml: &'a str,
    relationships: &'a [(String, Target)],
}

/// The bytes of the package.
pub(super) fn package(parts: &Parts, style: &Style, letter: &Letter, meta: &Meta) -> Result<Vec<u8>, WriteError> {
    let settings = properties::settings(parts, letter);
    let theme = theme::theme(style.typeface);
    let fonts = theme::font_table(style.typeface);
    let entries = entries(parts, &settings, &theme, &fonts);

    let mut zip = Package { zip: ZipWriter::new(Cursor::new(Vec::with_capacity(64 * 1024))) };
    zip.add("[Content_Types].xml", content_types(&entries, &parts.media).as_bytes())?;
    zip.add("_rels/.rels", ROOT_RELATIONSHIPS.as_bytes())?;
    zip.add("docProps/app.xml", properties::APP.as_bytes())?;
    zip.add("docProps/core.xml", properties::core(meta).as_bytes())?;
    zip.add("word/document.xml", parts.document.xml.as_bytes())?;
    zip.add("word/_rels/document.xml.rels", document_relationships(parts, &entries).as_bytes())?;
    for entry in &entries {
        zip.add(&format!("word/{}", entry.file), entry.xml.as_bytes())?;
        if !entry.relationships.is_empty() {
            let mut out = open_relationships();
            relate(entry.relationships, &parts.media, &mut out);
            zip.add(&format!("word/_rels/{}.rels", entry.file), (out + "</Relationships>").as_bytes())?;
        }
    }
    for (index, file) in parts.media.iter().enumerate() {
        zip.add(&format!("word/{}", media_name(index, file)), &file.bytes)?;
    }
    Ok(zip.zip.finish().map_err(fault)?.into_inner())
}

fn entries<'a>(parts: &'a Parts, settings: &'a str, theme: &'a str, fonts: &'a str) -> Vec<Entry<'a>> {
    let plain = |id, kind, file, xml| Entry { id, kind, content: kind, file, xml, relationships: &[] };
    let full = |id, kind, file, part: &'a Part| Entry {
        id,
        kind,
        content: kind,
        file,
        xml: &part.xml,
        relationships: &part.relationships,
    };
    let mut entries = vec![
        plain("rIdStyles", "styles", "styles.xml", parts.styles.as_str()),
        plain("rIdSettings", "settings", "settings.xml", settings),
        plain("rIdFonts", "fontTable", "fontTable.xml", fonts),
        plain("rIdTheme", "theme", "theme/theme1.xml", theme),
        full(HEADER, "header", "header2.xml", &parts.header),
    ];
    entries.extend(parts.first_header.as_ref().map(|part| full(FIRST_HEADER, "header", "header1.xml", part)));
    entries.extend(parts.first_footer.as_ref().map(|part| full(FIRST_FOOTER, "footer", "footer1.xml", part)));
    entries.extend(parts.numbering.as_deref().map(|xml| plain("rIdNumbering", "numbering", "numbering.xml", xml)));
    entries.extend(parts.footnotes.as_ref().map(|part| full("rIdFootnotes", "footnotes", "footnotes.xml", part)));
    entries.extend(parts.endnotes.as_ref().map(|part| full("rIdEndnotes", "endnotes", "endnotes.xml", part)));
    entries
}

fn content_types(entries: &[Entry], media: &[File]) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for extension in ["jpeg", "png"] {
        if media.iter().any(|file| file.extension == extension) {
            let _ = write!(out, "<Default Extension=\"{extension}\" ContentType=\"image/{extension}\"/>");
        }
    }
    let mut part = |name: &str, content: &str| {
        let _ = write!(out, "<Override PartName=\"/{name}\" ContentType=\"{content}\"/>");
    };
    part("word/document.xml", &format!("{WORD_TYPE}.document.main+xml"));
    for entry in entries {
        let content = match entry.content {
            "theme" => "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
            content => format!("{WORD_TYPE}.{content}+xml"),
        };
        part(&format!("word/{}", entry.file), &content);
    }
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    out + "</Types>"
}

fn open_relationships() -> String {
    format!("{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\">")
}

fn document_relationships(parts: &Parts, entries: &[Entry]) -> String {
    let mut out = open_relationships();
    for Entry { id, kind, file, .. } in entries {
        let _ = write!(out, "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{file}\"/>");
    }
    relate(&parts.document.relationships, &parts.media, &mut out);
    out + "</Relationships>"
}

/// Relationships in the order in which the text uses them.
fn relate(relationships: &[(String, Target)], media: &[File], out: &mut String) {
    for (id, target) in relationships {
        let _ = match target {
            Target::Link(url) => write!(
                out,
                "<Relationship Id=\"{id}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                escape(url)
            ),
            Target::File(index) => {
                let name = media.get(*index).map(|file| media_name(*index, file)).unwrap_or_default();
                write!(out, "<Relationship Id=\"{id}\" Type=\"{OFFICE}/image\" Target=\"{name}\"/>")
            }
        };
    }
}

fn media_name(index: usize, file: &File) -> String {
    format!("media/picture{}.{}", index + 1, file.extension)
}

/// The zip under way.
struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    /// Adds a file: XML deflated, pictures as they are.
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
        let method = if is_xml { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .compression_level(is_xml.then_some(6))
            .last_modified_time(zip::DateTime::default())
            .system(System::Dos);
        self.zip.start_file(name, options).map_err(fault)?;
        self.zip.write_all(bytes).map_err(fault)
    }
}

const ROOT_RELATIONSHIPS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rIdDocument" "#,
    r#"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" "#,
    r#"Target="word/document.xml"/>"#,
    r#"<Relationship Id="rIdCore" "#,
    r#"Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" "#,
    r#"Target="docProps/core.xml"/>"#,
    r#"<Relationship Id="rIdApp" "#,
    r#"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" "#,
    r#"Target="docProps/app.xml"/></Relationships>"#,
);
