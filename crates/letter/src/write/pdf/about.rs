//! What the file says of itself, twice and alike: the information dictionary and the XMP packet.
//!
//! The only date is the letter's own, at midnight UTC. Nothing of the machine stands here.

use jiff::civil::Date;
use lopdf::{Dictionary, dictionary};

use super::string;
use crate::language;
use crate::write::Meta;

/// The program as the file names it.
const PRODUCER: &str = concat!("Lectern ", env!("CARGO_PKG_VERSION"));

/// The fields that both places show, cleaned of what XML cannot hold.
pub(super) struct About {
    title: String,
    author: String,
    subject: String,
    /// The document's language as a BCP 47 tag, `und` when the letter names none.
    pub(super) language: String,
    date: Option<Date>,
}

impl About {
    pub(super) fn of(meta: &Meta) -> Self {
        let [title, author, subject] = [&meta.title, &meta.author, &meta.subject].map(|text| printable(text));
        // A document without a title is not accessible, so the best line there is stands in.
        let title = [title, subject.clone(), author.clone()].into_iter().find(|text| !text.is_empty());
        Self {
            title: title.unwrap_or_else(|| "Letter".into()),
            author,
            subject,
            language: if language::is_tag(&meta.language) { meta.language.clone() } else { "und".into() },
            date: meta.date.filter(|date| date.year() >= 0),
        }
    }

    /// The information dictionary.
    pub(super) fn info(&self) -> Dictionary {
        let mut info = dictionary! { "Title" => string(&self.title), "Producer" => string(PRODUCER) };
        for (key, value) in [("Author", &self.author), ("Subject", &self.subject)] {
            if !value.is_empty() {
                info.set(key, string(value));
            }
        }
        if let Some(date) = self.date {
            let date = string(&format!("D:{:04}{:02}{:02}000000Z", date.year(), date.month(), date.day()));
            info.set("CreationDate", date.clone());
            info.set("ModDate", date);
        }
        info
    }

    /// The XMP packet: the same, with the claims to PDF/A-2a and PDF/UA-1 and the schema that the latter needs.
    pub(super) fn xmp(&self) -> String {
        let Self { title, author, subject, language, date } = self;
        let mut fields = format!(
            "<dc:format>application/pdf</dc:format>\
             <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\
             <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>",
            escape(title)
        );
        if !author.is_empty() {
            fields += &format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escape(author));
        }
        if !subject.is_empty() {
            fields += &format!(
                "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>",
                escape(subject)
            );
        }
        if let Some(date) = date {
            let date = format!("{:04}-{:02}-{:02}T00:00:00Z", date.year(), date.month(), date.day());
            fields += &format!("<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>");
        }
        format!("{HEAD}{fields}<pdf:Producer>{PRODUCER}</pdf:Producer>{TAIL}")
    }
}

const HEAD: &str = "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">";

const TAIL: &str = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n\
<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n\
</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";

/// The text without the characters that XML 1.0 has no room for.
fn printable(text: &str) -> String {
    text.trim().chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
