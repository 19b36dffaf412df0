//! The finishing pass: what docx-rs wrote, put into the order and shape that Word asks for.
//!
//! The library writes property elements in an order of its own, whole fields into one run, the same id for each
//! picture, and counts paragraphs across letters; it has no endnotes, no marks of one's own for notes, no
//! alternative text and no right-to-left runs. This pass mends all of that on the tree and knows nothing of letters.

use super::order;
use super::tree::{Element, Node, escape, fault, parse};
use crate::language::is_rtl_letter;
use crate::write::WriteError;

/// Notes with an id from here on are endnotes: docx-rs writes references to footnotes only.
pub(super) const ENDNOTES: usize = 100_000;

/// The id of the reference that stands for the note's own mark inside the note.
pub(super) const OWN_MARK: usize = 0;

/// A picture where it is used.
pub(super) struct Figure {
    /// What it shows; decoration when empty.
    pub(super) alt: String,
}

/// What the relationship ids of pictures begin with.
const FIGURE: &str = "rIdPicture";

/// The relationship id of the picture with this index in the list of figures.
pub(super) fn figure_id(index: usize) -> String {
    format!("{FIGURE}{}", index + 1)
}

/// The place in the list of figures, from 1, of the picture with this relationship id.
fn figure_place(id: &str) -> Option<usize> {
    id.strip_prefix(FIGURE)?.parse().ok()
}

/// Reads what docx-rs wrote and finishes each element.
pub(super) fn finished(xml: &[u8], figures: &[Figure]) -> Result<Vec<Element>, WriteError> {
    let mut elements = parse(xml)?;
    for element in &mut elements {
        finish(element, figures);
    }
    Ok(elements)
}

/// Reads what docx-rs wrote for one element.
pub(super) fn finished_one(xml: &[u8], figures: &[Figure]) -> Result<Element, WriteError> {
    finished(xml, figures)?.into_iter().next().ok_or_else(|| fault("an element is missing"))
}

fn finish(element: &mut Element, figures: &[Figure]) {
    for child in element.elements_mut() {
        finish(child, figures);
    }
    element.children.retain(|node| !node.element().is_some_and(is_idle));
    match element.name.as_str() {
        "w:p" => {
            element.attributes.retain(|(name, _)| name != "w14:paraId");
            split_fields(element);
        }
        "w:hyperlink" => split_fields(element),
        "w:r" => finish_run(element),
        // The library writes a right indent of nothing beside each left one, which would undo the style's.
        "w:ind" if element.attribute("w:right") == Some("0") => element.remove("w:right"),
        "w:gridCol" => element.remove("w:type"),
        "w:fldChar" => element.remove("w:dirty"),
        "w:instrText" => element.set("xml:space", "preserve"),
        "w:drawing" => describe(element, figures),
        _ => {}
    }
    sort(element);
}

/// Puts the children of a property element into the order of the schema.
fn sort(element: &mut Element) {
    if let Some(order) = order::of(&element.name) {
        element.children.sort_by_key(|node| {
            let name = node.element().map_or("", |child| child.name.as_str());
            order.iter().position(|other| *other == name).unwrap_or(order.len())
        });
    }
}

/// No space between paragraphs of the style, for which docx-rs has no word.
pub(super) fn set_contextual_spacing(style: &mut Element) {
    for properties in style.elements_mut().filter(|child| child.name == "w:pPr") {
        properties.children.push(Node::Element(Element::new("w:contextualSpacing")));
        sort(properties);
    }
}

/// Endnotes are counted 1, 2, 3 and not i, ii, iii. Word reads this in the settings, other readers in the section.
pub(super) fn count_endnotes(document: &mut Element) {
    each(document, &mut |element| {
        if element.name == "w:sectPr" {
            let mut properties = Element::new("w:endnotePr");
            properties.children.push(Node::Element(Element::new("w:numFmt").with("w:val", "decimal")));
            element.children.push(Node::Element(properties));
            sort(element);
        }
    });
}

/// A property element that says nothing.
fn is_idle(element: &Element) -> bool {
    matches!(element.name.as_str(), "w:pPr" | "w:rPr" | "w:trPr" | "w:tcPr") && element.children.is_empty()
}

/// One run per piece of a field, each with the properties of the run they came in.
fn split_fields(parent: &mut Element) {
    let is_field =
        |node: &Node| node.element().is_some_and(|run| run.name == "w:r" && run.child("w:fldChar").is_some());
    if !parent.children.iter().any(is_field) {
        return;
    }
    let mut children = Vec::with_capacity(parent.children.len() + 8);
    for node in std::mem::take(&mut parent.children) {
        match node {
            Node::Element(run) if run.name == "w:r" && run.child("w:fldChar").is_some() => {
                let properties = run.child("w:rPr").cloned();
                for piece in run.children {
                    if piece.element().is_none_or(|piece| piece.name == "w:rPr") {
                        continue;
                    }
                    let mut one = Element::new("w:r");
                    one.children.extend(properties.clone().map(Node::Element));
                    one.children.push(piece);
                    children.push(Node::Element(one));
                }
            }
            other => children.push(other),
        }
    }
    parent.children = children;
}

fn finish_run(run: &mut Element) {
    let has_words = run.child("w:t").is_some();
    let mut rtl = false;
    for child in run.elements_mut() {
        match child.name.as_str() {
            "w:footnoteReference" => finish_reference(child, has_words),
            "w:t" => rtl |= child.children.iter().any(|node| matches!(node, Node::Text(text) if has_rtl(text))),
            _ => {}
        }
    }
    if rtl {
        if run.child("w:rPr").is_none() {
            run.children.insert(0, Node::Element(Element::new("w:rPr")));
        }
        for properties in run.elements_mut().filter(|child| child.name == "w:rPr") {
            properties.children.push(Node::Element(Element::new("w:rtl")));
            sort(properties);
        }
    }
}

/// A reference to a note; words after it in the run are a mark of its own.
fn finish_reference(reference: &mut Element, has_words: bool) {
    let id: usize = reference.attribute("w:id").and_then(|id| id.parse().ok()).unwrap_or_default();
    let (kind, id) = if id >= ENDNOTES { ("endnote", id - ENDNOTES) } else { ("footnote", id) };
    reference.attributes.clear();
    if id == OWN_MARK {
        reference.name = format!("w:{kind}Ref");
        return;
    }
    reference.name = format!("w:{kind}Reference");
    if has_words {
        reference.set("w:customMarkFollows", "1");
    }
    reference.set("w:id", id.to_string());
}

/// Gives a picture an id of its own, and words for those who do not see it.
fn describe(drawing: &mut Element, figures: &[Figure]) {
    let place = embedded(drawing).and_then(|id| figure_place(&id));
    let Some((place, figure)) = place.and_then(|place| Some((place, figures.get(place.checked_sub(1)?)?))) else {
        return;
    };
    let id = place.to_string();
    let alt = escape(&figure.alt);
    each(drawing, &mut |element| match element.name.as_str() {
        "wp:docPr" | "pic:cNvPr" => {
            element.attributes = vec![
                ("id".to_owned(), id.clone()),
                ("name".to_owned(), format!("Picture {id}")),
                ("descr".to_owned(), alt.clone()),
            ];
            if alt.is_empty() && element.name == "wp:docPr" {
                element.children.push(Node::Element(decorative()));
            }
        }
        _ => {}
    });
}

/// The extension by which Word marks a picture as decoration.
fn decorative() -> Element {
    let flag = Element::new("adec:decorative")
        .with("xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative")
        .with("val", "1");
    let mut extension = Element::new("a:ext").with("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}");
    extension.children.push(Node::Element(flag));
    let mut list = Element::new("a:extLst").with("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
    list.children.push(Node::Element(extension));
    list
}

fn embedded(element: &Element) -> Option<String> {
    if element.name == "a:blip" {
        return element.attribute("r:embed").map(str::to_owned);
    }
    element.elements().find_map(embedded)
}

fn each(element: &mut Element, change: &mut impl FnMut(&mut Element)) {
    change(element);
    for child in element.elements_mut() {
        each(child, change);
    }
}

fn has_rtl(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_rtl_letter)
}

/// The first letter with a direction reads from right to left.
pub(super) fn starts_rtl(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_rtl_letter)
}
