//! The text of a drawing in, its refusal out when it is more than a drawing: a program, a reach into other files or
//! the network, or a trap for the reader.
//!
//! This looks before the drawing is parsed for good, and needs little memory and no recursion to do so.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Refusal;
use super::work::Work;

/// The most bytes of a drawing.
const MOST_BYTES: usize = 5_000_000;
/// The deepest that elements may stand within each other.
const DEEPEST: usize = 1_000;
/// The most attributes of an element; each is compared with those before it.
const MOST_ATTRIBUTES: usize = 500;
/// The most references that can lead from part to part: a chain of them nests as deep as elements do.
const MOST_REFERENCES: usize = 1_000;

/// Refuses a drawing that is not safe to parse.
pub(super) fn check(text: &str) -> Result<(), Refusal> {
    if text.len() > MOST_BYTES {
        return Err(refuse(
            format!("the drawing has {} bytes; the most is {MOST_BYTES}", text.len()),
            "Simplify it, or save it as PNG.",
        ));
    }
    let mut reader = Reader::from_str(text);
    let mut seen = Seen::default();
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(element) => {
                seen.depth += 1;
                seen.in_style = element.local_name().as_ref() == b"style";
                seen.patterns += usize::from(element.local_name().as_ref() == b"pattern");
                seen.element(&element)?;
                seen.work.open(element.local_name().as_ref());
            }
            Event::Empty(element) => seen.element(&element)?,
            Event::End(element) => {
                seen.depth = seen.depth.saturating_sub(1);
                seen.in_style = false;
                seen.work.close(element.local_name().as_ref());
                seen.patterns = seen.patterns.saturating_sub(usize::from(element.local_name().as_ref() == b"pattern"));
            }
            Event::DocType(_) => {
                return Err(refuse(
                    "the drawing declares a document type".to_owned(),
                    "Save it as plain SVG; a drawing needs no DOCTYPE and no entities.",
                ));
            }
            Event::Text(content) if seen.in_style => seen.sheet(&String::from_utf8_lossy(&content))?,
            Event::CData(content) if seen.in_style => seen.sheet(&String::from_utf8_lossy(&content))?,
            Event::Text(content) => seen.work.words(content.trim_ascii().len()),
            Event::CData(content) => seen.work.words(content.len()),
            Event::PI(instruction) if instruction.target() == b"xml-stylesheet" => {
                return Err(elsewhere("a style sheet"));
            }
            Event::Eof if seen.has_root && seen.depth == 0 => return seen.work.judge(),
            Event::Eof => return Err(damaged()),
            _ => {}
        }
        if seen.depth > DEEPEST || seen.references > MOST_REFERENCES {
            return Err(refuse(
                format!(
                    "the drawing nests its parts more than {DEEPEST} deep, or uses parts again more than \
                     {MOST_REFERENCES} times"
                ),
                "Ungroup the parts and save it again, or save it as PNG.",
            ));
        }
    }
}

/// What has been seen of a drawing so far.
#[derive(Default)]
struct Seen {
    depth: usize,
    references: usize,
    patterns: usize,
    in_style: bool,
    has_root: bool,
    work: Work,
}

impl Seen {
    fn element(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = element.local_name();
        let name = name.as_ref();
        if !self.has_root && name != b"svg" {
            return Err(refuse(
                "this is no drawing in SVG, though it is written in a language of that family".to_owned(),
                "Use a PNG, JPEG or SVG file; a page saved from the web is none of them.",
            ));
        }
        self.has_root = true;
        if name.eq_ignore_ascii_case(b"script") {
            return Err(program("a script"));
        }
        if name.eq_ignore_ascii_case(b"foreignObject") {
            return Err(program("a piece of a web page"));
        }
        self.references += usize::from(name == b"use");
        self.work.element(name)?;
        for (count, attribute) in element.attributes().enumerate() {
            if count == MOST_ATTRIBUTES {
                return Err(super::work::too_intricate());
            }
            let attribute = attribute.map_err(|_| damaged())?;
            let key = attribute.key.local_name();
            let key = key.as_ref();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| damaged())?;
            if key.len() > 2 && key[..2].eq_ignore_ascii_case(b"on") {
                return Err(program("an event handler"));
            }
            if matches!(key, b"href" | b"src") && name != b"a" {
                check_address(&value)?;
            }
            if matches!(key, b"d" | b"points") {
                self.work.points(&value);
            }
            // A colour leads on to other parts only from within a pattern.
            let leads_on = self.patterns > 0 || !matches!(key, b"fill" | b"stroke");
            let paints = matches!(key, b"fill" | b"stroke");
            self.css(&value, leads_on, |work, _| work.reference(paints))?;
        }
        Ok(())
    }

    /// The text of a style sheet.
    fn sheet(&mut self, css: &str) -> Result<(), Refusal> {
        self.work.rules(css);
        self.css(css, true, |work, before| {
            let property = before.rsplit([';', '{']).next().unwrap_or_default();
            work.style(matches!(property.trim().trim_end_matches(':').trim(), "fill" | "stroke"));
        })
    }

    /// Anything that may name addresses; `refers` hears of each with what stands before it.
    fn css(&mut self, css: &str, leads_on: bool, refers: impl Fn(&mut Work, &str)) -> Result<(), Refusal> {
        let css = css.to_ascii_lowercase();
        if css.contains("@import") {
            return Err(elsewhere("a style sheet"));
        }
        let mut parts = css.split("url(");
        let mut before = parts.next().unwrap_or_default();
        for after in parts {
            self.references += usize::from(leads_on);
            refers(&mut self.work, before);
            let address = after.split(')').next().unwrap_or_default();
            check_address(address.trim().trim_matches(['"', '\'']))?;
            before = after;
        }
        Ok(())
    }
}

/// An address may point into the drawing itself.
fn check_address(address: &str) -> Result<(), Refusal> {
    let address = address.trim().to_ascii_lowercase();
    if address.is_empty() || address.starts_with('#') {
        return Ok(());
    }
    if address.starts_with("data:image/") {
        return Err(refuse(
            "the drawing holds a picture made of pixels".to_owned(),
            "Save the whole of it as PNG; its edges stay sharp at 2,000 pixels across.",
        ));
    }
    if address.starts_with("data:") {
        return Err(refuse(
            "the drawing holds data that is no drawing, such as a typeface".to_owned(),
            "Turn its text into outlines and save it as plain SVG, or save it as PNG.",
        ));
    }
    Err(elsewhere("a file or a page"))
}

fn damaged() -> Refusal {
    refuse("the drawing is damaged or cut off".to_owned(), "Open it in a drawing program and save it again.")
}

fn program(what: &str) -> Refusal {
    refuse(
        format!("the drawing holds {what}"),
        "Open it in a drawing program and save it as plain SVG, or save it as PNG.",
    )
}

fn elsewhere(what: &str) -> Refusal {
    refuse(
        format!("the drawing refers to {what} outside itself"),
        "Save it with everything it needs inside, as plain SVG, or save it as PNG.",
    )
}

fn refuse(message: String, hint: &str) -> Refusal {
    (message, hint.to_owned())
}
