//! XML to a light tree and back, for the finishing pass.
//!
//! Text and attribute values stay escaped as they were read, so that nothing is decoded and encoded in vain.
//! Namespaces are not resolved: the writer knows its own prefixes.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::write::WriteError;

/// An element.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

/// An element or text.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Element(Element),
    /// Escaped text.
    Text(String),
}

impl Element {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The same element with one more attribute; the value is escaped already.
    pub(super) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.attributes.push((name.to_owned(), value.into()));
        self
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Sets an attribute; the value is escaped already.
    pub(super) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.remove(name);
        self.attributes.push((name.to_owned(), value.into()));
    }

    pub(super) fn remove(&mut self, name: &str) {
        self.attributes.retain(|(key, _)| key != name);
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(Node::element)
    }

    pub(super) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.children.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|child| child.name == name)
    }

    /// Appends the element as XML.
    pub(super) fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for (key, value) in &self.attributes {
            for piece in [" ", key, "=\"", value, "\""] {
                out.push_str(piece);
            }
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(text),
            }
        }
        for piece in ["</", &self.name, ">"] {
            out.push_str(piece);
        }
    }
}

impl Node {
    pub(super) fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }
}

/// Reads the elements that stand at the top of a document or fragment.
pub(super) fn parse(xml: &[u8]) -> Result<Vec<Element>, WriteError> {
    let xml = std::str::from_utf8(xml).map_err(fault)?;
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().map_err(fault)? {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => add(&mut open, Node::Element(element(&start)?)),
            Event::End(_) => {
                if let Some(done) = open.pop() {
                    add(&mut open, Node::Element(done));
                }
            }
            Event::Text(text) => add_text(&mut open, &text.xml10_content().map_err(fault)?),
            Event::GeneralRef(reference) => {
                add_text(&mut open, &format!("&{};", reference.decode().map_err(fault)?));
            }
            Event::Eof => break,
            Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let top = open.into_iter().next().unwrap_or_default();
    Ok(top.children.into_iter().filter_map(|node| if let Node::Element(e) = node { Some(e) } else { None }).collect())
}

fn element(start: &BytesStart) -> Result<Element, WriteError> {
    let mut element = Element::new(std::str::from_utf8(start.name().into_inner()).map_err(fault)?);
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(fault)?;
        let key = std::str::from_utf8(attribute.key.into_inner()).map_err(fault)?;
        element.attributes.push((key.to_owned(), std::str::from_utf8(&attribute.value).map_err(fault)?.to_owned()));
    }
    Ok(element)
}

fn add(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn add_text(open: &mut [Element], more: &str) {
    if let Some(parent) = open.last_mut() {
        match parent.children.last_mut() {
            Some(Node::Text(text)) => text.push_str(more),
            _ => parent.children.push(Node::Text(more.to_owned())),
        }
    }
}

/// A fault of the writer's own making.
pub(super) fn fault(reason: impl std::fmt::Display) -> WriteError {
    WriteError { format: "Word", reason: reason.to_string() }
}

/// Text fit for XML: characters that XML 1.0 forbids left out, tabs and line ends as spaces, the rest as it is.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\t' | '\n' | '\r' => Some(' '),
            c if c < ' ' || matches!(c, '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}') => None,
            c => Some(c),
        })
        .collect()
}

/// Clean text with `<`, `>`, `&` and quotation marks escaped.
pub(super) fn escape(text: &str) -> String {
    quick_xml::escape::escape(clean(text)).into_owned()
}
