//! What the document says of itself to Word and to those who keep it: properties, settings, language.
//!
//! Nothing here knows the clock or the machine: the dates are the letter's.

use std::fmt::Write as _;

use super::package::{DECLARATION, NAMESPACES, Parts};
use super::tree::escape;
use crate::letter::Letter;
use crate::write::Meta;

/// What the document says of itself, without what is not known.
pub(super) fn core(meta: &Meta) -> String {
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

/// The program that made the file; no version, which would tell letters of one draft apart.
pub(super) const APP: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">"#,
    r#"<Application>Lectern</Application></Properties>"#,
);

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
/// How Word treats the document.
pub(super) fn settings(parts: &Parts, letter: &Letter) -> String {
    let mut out = format!(
        "{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/>"
    );
    let separators = |kind: &str| format!("<w:{kind} w:id=\"-1\"/><w:{kind} w:id=\"0\"/>");
    if parts.footnotes.is_some() {
        let _ = write!(out, "<w:footnotePr>{}</w:footnotePr>", separators("footnote"));
    }
    if parts.endnotes.is_some() {
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
