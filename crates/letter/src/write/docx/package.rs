//! The package around the text: content types, relationships, settings, theme, fonts, properties, and the zip.
//!
//! Nothing here knows the clock or the machine: dates are the letter's, times in the zip are those of its format.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipWriter};

use super::picture::File;
use super::story::Target;
use super::tree::{escape, fault};
use super::{FIRST_FOOTER, FIRST_HEADER, HEADER};
use crate::draft::Typeface;
use crate::letter::{Letter, NotePlace};
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
    let settings = settings(parts, letter);
    let theme = theme(style.typeface);
    let fonts = font_table(style.typeface);
    let entries = entries(parts, &settings, &theme, &fonts);

    let mut zip = Package { zip: ZipWriter::new(Cursor::new(Vec::with_capacity(64 * 1024))) };
    zip.add("[Content_Types].xml", content_types(&entries, &parts.media).as_bytes())?;
    zip.add("_rels/.rels", ROOT_RELATIONSHIPS.as_bytes())?;
    zip.add("docProps/app.xml", APP.as_bytes())?;
    zip.add("docProps/core.xml", core(meta).as_bytes())?;
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

/// What Word calls the language of a tag: with a region, as its dictionaries have one.
pub(super) fn language(tag: &str) -> String {
    let tag = escape(tag);
    let primary = tag.split('-').next().unwrap_or_default();
    let full = match tag.as_str() {
        "" | "en" => "en-US",
        "es" => "es-US",
        "tl" | "fil" => "fil-PH",
        "vi" => "vi-VN",
        "ru" => "ru-RU",
        "uk" => "uk-UA",
        "zh" => "zh-CN",
        "ko" => "ko-KR",
        "ja" => "ja-JP",
        "ar" => "ar-SA",
        "fa" => "fa-IR",
        "he" => "he-IL",
        tag => tag,
    };
    let script = match primary {
        "zh" | "ko" | "ja" => format!(" w:eastAsia=\"{full}\""),
        "ar" | "fa" | "he" | "ur" | "ps" => format!(" w:bidi=\"{full}\""),
        _ => String::new(),
    };
    format!("<w:lang w:val=\"{full}\"{script}/>")
}

fn settings(parts: &Parts, letter: &Letter) -> String {
    let mut out = format!(
        "{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/>"
    );
    let separators = |kind: &str| format!("<w:{kind} w:id=\"-1\"/><w:{kind} w:id=\"0\"/>");
    if parts.footnotes.is_some() {
        let _ = write!(out, "<w:footnotePr>{}</w:footnotePr>", separators("footnote"));
    }
    if parts.endnotes.is_some() && letter.note_style.place == NotePlace::End {
        let number = "<w:numFmt w:val=\"decimal\"/>";
        let _ = write!(out, "<w:endnotePr>{number}{}</w:endnotePr>", separators("endnote"));
    }
    out.push_str("<w:compat>");
    for (name, value) in [
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    ] {
        let _ = write!(
            out,
            "<w:compatSetting w:name=\"{name}\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"{value}\"/>"
        );
    }
    let tag = language(&letter.language).replace("w:lang", "w:themeFontLang");
    out.push_str("</w:compat>");
    out.push_str(&tag);
    out + CLOSE_OF_SETTINGS
}

const CLOSE_OF_SETTINGS: &str = concat!(
    r#"<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" "#,
    r#"w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" "#,
    r#"w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>"#,
    r#"<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"#,
);

/// The fonts of the letter: those that every Word has.
fn family(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::Serif => "Cambria",
        Typeface::Sans => "Calibri",
    }
}

/// What another program may take when it lacks the font: the same widths, then the faces of the pages.
fn font_table(typeface: Typeface) -> String {
    let (other, panose, kind) = match typeface {
        Typeface::Serif => ("Caladea,Source Serif 4", "02040503050406030204", "roman"),
        Typeface::Sans => ("Carlito,Source Sans 3", "020F0502020204030204", "swiss"),
    };
    format!(
        "{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name=\"{}\"><w:altName w:val=\"{other}\"/>\
         <w:panose1 w:val=\"{panose}\"/><w:charset w:val=\"00\"/><w:family w:val=\"{kind}\"/>\
         <w:pitch w:val=\"variable\"/></w:font></w:fonts>",
        family(typeface)
    )
}

/// The theme: Office's colours, the letter's font, and a font for each script that it lacks.
fn theme(typeface: Typeface) -> String {
    let latin = family(typeface);
    let fonts = |kind: &str| {
        format!(
            "<a:{kind}Font><a:latin typeface=\"{latin}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>{SCRIPTS}</a:{kind}Font>"
        )
    };
    format!(
        "{DECLARATION}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Letter\">\
         <a:themeElements>{COLOURS}<a:fontScheme name=\"Letter\">{}{}</a:fontScheme>{FORMATS}</a:themeElements></a:theme>",
        fonts("major"),
        fonts("minor")
    )
}

const SCRIPTS: &str = concat!(
    r#"<a:font script="Jpan" typeface="游明朝"/><a:font script="Hang" typeface="맑은 고딕"/>"#,
    r#"<a:font script="Hans" typeface="等线"/><a:font script="Hant" typeface="新細明體"/>"#,
    r#"<a:font script="Arab" typeface="Arial"/><a:font script="Hebr" typeface="Arial"/>"#,
    r#"<a:font script="Thai" typeface="Cordia New"/><a:font script="Viet" typeface="Arial"/>"#,
);

const COLOURS: &str = concat!(
    r#"<a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>"#,
    r#"<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2>"#,
    r#"<a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1>"#,
    r#"<a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3>"#,
    r#"<a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5>"#,
    r#"<a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink>"#,
    r#"<a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme>"#,
);

/// Fills, lines and effects of shapes: a letter has none, but a theme must name three of each.
const FORMATS: &str = concat!(
    r#"<a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>"#,
    r#"<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>"#,
    r#"</a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>"#,
    r#"<a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>"#,
    r#"<a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>"#,
    r#"<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>"#,
    r#"<a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst>"#,
    r#"<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>"#,
    r#"<a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>"#,
);

/// What the document says of itself, without what is not known.
fn core(meta: &Meta) -> String {
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    );
    for (name, value) in [
        ("dc:title", &meta.title),
        ("dc:subject", &meta.subject),
        ("dc:creator", &meta.author),
        ("dc:language", &meta.language),
    ] {
        if !value.is_empty() {
            let _ = write!(out, "<{name}>{}</{name}>", escape(value));
        }
    }
    if let Some(date) = meta.date {
        for name in ["created", "modified"] {
            let _ = write!(
                out,
                "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{:04}-{:02}-{:02}T00:00:00Z</dcterms:{name}>",
                date.year(),
                date.month(),
                date.day()
            );
        }
    }
    out + "</cp:coreProperties>"
}

const APP: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">"#,
    r#"<Application>Lectern</Application></Properties>"#,
);

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
