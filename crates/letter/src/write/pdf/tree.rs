//! The structure tree: what the marked pieces of the pages mean, in reading order, and the links among them.
//!
//! An element's kids are its child elements in the order of the nodes and its own pieces in the order of painting,
//! merged by where each was first painted. What was never painted is left out. ISO 32000-1, 14.7 and 14.8;
//! the rules that matter beyond it are those of ISO 14289-1 (PDF/UA-1), clause 7.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::ops::round;
use super::{broken, string};
use crate::layout::page::{Frame, NodeId, NodeRole, Pages};
use crate::letter::Digits;
use crate::write::WriteError;

/// The structure type of a role. Headings take their level from their place in the tree.
pub(super) fn tag(role: &NodeRole) -> &'static str {
    match role {
        NodeRole::Document => "Document",
        NodeRole::Div => "Div",
        NodeRole::Heading(level) => heading(*level),
        NodeRole::Paragraph => "P",
        NodeRole::List { .. } => "L",
        NodeRole::ListItem => "LI",
        NodeRole::Label => "Lbl",
        NodeRole::ListBody => "LBody",
        NodeRole::BlockQuote => "BlockQuote",
        NodeRole::Link { .. } => "Link",
        NodeRole::Reference => "Reference",
        NodeRole::Note => "Note",
        NodeRole::Figure { .. } => "Figure",
    }
}

fn heading(level: u8) -> &'static str {
    ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.clamp(1, 6)) - 1]
}

/// A kid of an element, with the moment of its painting: page and place.
enum Kid {
    Piece(Moment, i64),
    Annotation(usize, ObjectId),
}

type Moment = (usize, usize);

/// An element while its kids are gathered.
#[derive(Default)]
struct Element {
    id: ObjectId,
    own: Vec<Kid>,
    children: Vec<NodeId>,
    first: Option<Moment>,
}

/// Writes the tree into the document and gives the id of its root. `marks` holds the nodes of each page's pieces.
pub(super) fn write(
    document: &mut Document,
    sheets: &[ObjectId],
    pages: &Pages,
    marks: &[Vec<NodeId>],
) -> Result<ObjectId, WriteError> {
    let mut elements: Vec<Element> = pages.nodes.iter().map(|_| Element::default()).collect();
    if elements.is_empty() {
        elements.push(Element::default());
    }
    gather(&mut elements, pages, marks);
    let root = document.new_object_id();
    for (node, element) in elements.iter_mut().enumerate() {
        if node == 0 || element.first.is_some() {
            element.id = document.new_object_id();
        }
    }

    let parents = tie(document, sheets, pages, marks, &mut elements)?;
    let key = parents.len() as i64 / 2;
    let mut describer = Describer::default();
    for (node, element) in elements.iter().enumerate() {
        if element.id == (0, 0) {
            continue;
        }
        let parent = if node == 0 { root } else { elements[parent(pages, node)].id };
        let mut dictionary = dictionary! { "Type" => "StructElem", "P" => parent };
        let role = pages.nodes.get(node).map_or(&NodeRole::Document, |node| &node.role);
        describer.describe(&mut dictionary, role, element.id, pages.size.1);
        kids(&mut dictionary, element, &elements, sheets);
        document.set_object(element.id, dictionary);
    }

    let parent_tree = document.add_object(dictionary! { "Nums" => parents });
    let mut tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => elements[0].id,
        "ParentTree" => parent_tree,
        "ParentTreeNextKey" => key,
    };
    if !describer.notes.is_empty() {
        let names = document.add_object(dictionary! { "Names" => describer.notes });
        tree.set("IDTree", names);
    }
    document.set_object(root, tree);
    Ok(root)
}

/// Ties the sheets to the tree and gives the way back: for each sheet the elements of its pieces, and for each
/// link its element, as numbers and values in turn.
fn tie(
    document: &mut Document,
    sheets: &[ObjectId],
    pages: &Pages,
    marks: &[Vec<NodeId>],
    elements: &mut [Element],
) -> Result<Vec<Object>, WriteError> {
    let mut parents = Vec::new();
    for (page, nodes) in marks.iter().enumerate() {
        let owners = nodes.iter().map(|node| Object::Reference(elements[*node].id)).collect::<Vec<_>>();
        parents.extend([Object::Integer(page as i64), Object::Array(owners)]);
    }
    for (page, sheet) in sheets.iter().enumerate() {
        let mut annotations = Vec::new();
        for area in &pages.pages[page].links {
            let Some(NodeRole::Link { url, title }) = pages.nodes.get(area.node).map(|node| &node.role) else {
                continue;
            };
            let key = parents.len() as i64 / 2;
            let id = document.add_object(link(url, title, &area.frame, pages.size.1, *sheet, key));
            annotations.push(Object::Reference(id));
            parents.extend([Object::Integer(key), Object::Reference(elements[area.node].id)]);
            elements[area.node].own.push(Kid::Annotation(page, id));
        }
        let sheet = document.get_object_mut(*sheet).and_then(Object::as_dict_mut).map_err(broken)?;
        sheet.set("StructParents", page as i64);
        sheet.set("Tabs", "S");
        sheet.remove(b"Annots");
        if !annotations.is_empty() {
            sheet.set("Annots", annotations);
        }
    }
    Ok(parents)
}

/// Says what elements are, one after the other in reading order.
#[derive(Default)]
struct Describer {
    /// The levels of the headings that the next one may stand under.
    levels: Vec<u8>,
    /// Identifiers of notes, each with its element.
    notes: Vec<Object>,
}

impl Describer {
    fn describe(&mut self, dictionary: &mut Dictionary, role: &NodeRole, id: ObjectId, height: f32) {
        dictionary.set("S", tag(role));
        match role {
            NodeRole::Heading(wanted) => {
                // No level may be skipped on the way down, so what counts is how deep the headings stand.
                self.levels.retain(|above| above < wanted);
                self.levels.push(*wanted);
                dictionary.set("S", heading(self.levels.len() as u8));
            }
            NodeRole::List { numbering } => {
                dictionary.set("A", dictionary! { "O" => "List", "ListNumbering" => list_numbering(*numbering) });
            }
            NodeRole::Note => {
                let name = string(&format!("note-{:06}", self.notes.len() / 2 + 1));
                dictionary.set("ID", name.clone());
                self.notes.extend([name, Object::Reference(id)]);
            }
            NodeRole::Figure { alt, place } => {
                dictionary.set("Alt", string(alt));
                if let Some((_, frame)) = place {
                    let bounds = bounds(frame, height);
                    dictionary.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds });
                }
            }
            NodeRole::Document
            | NodeRole::Div
            | NodeRole::Paragraph
            | NodeRole::ListItem
            | NodeRole::Label
            | NodeRole::ListBody
            | NodeRole::BlockQuote
            | NodeRole::Link { .. }
            | NodeRole::Reference => {}
        }
    }
}

/// A parent stands before its children; anything else hangs on the document.
fn parent(pages: &Pages, node: NodeId) -> NodeId {
    let parent = pages.nodes[node].parent;
    if parent < node { parent } else { 0 }
}

/// Hands every piece to its element, and every painted element to its parent.
fn gather(elements: &mut [Element], pages: &Pages, marks: &[Vec<NodeId>]) {
    for (page, nodes) in marks.iter().enumerate() {
        for (number, node) in nodes.iter().enumerate() {
            let element = &mut elements[*node];
            element.own.push(Kid::Piece((page, number), number as i64));
            element.first.get_or_insert((page, number));
        }
        for area in &pages.pages[page].links {
            if matches!(pages.nodes.get(area.node).map(|node| &node.role), Some(NodeRole::Link { .. })) {
                elements[area.node].first.get_or_insert((page, usize::MAX));
            }
        }
    }
    for node in (1..elements.len()).rev() {
        let Some(first) = elements[node].first else { continue };
        let above = &mut elements[parent(pages, node)];
        above.first = Some(above.first.map_or(first, |other| other.min(first)));
    }
    for node in 1..elements.len() {
        if elements[node].first.is_some() {
            elements[parent(pages, node)].children.push(node);
        }
    }
}

/// Sets the kids of an element, and its page when it has pieces.
fn kids(dictionary: &mut Dictionary, element: &Element, elements: &[Element], sheets: &[ObjectId]) {
    let home = element.own.iter().find_map(|kid| match kid {
        Kid::Piece((page, _), _) => Some(*page),
        Kid::Annotation(..) => None,
    });
    if let Some(page) = home {
        dictionary.set("Pg", sheets[page]);
    }
    let mut kids = Vec::new();
    let mut children = element.children.iter().peekable();
    for own in &element.own {
        let (object, moment) = match own {
            Kid::Piece(moment, number) if Some(moment.0) == home => (Object::Integer(*number), Some(*moment)),
            Kid::Piece(moment, number) => {
                let piece = dictionary! { "Type" => "MCR", "Pg" => sheets[moment.0], "MCID" => *number };
                (piece.into(), Some(*moment))
            }
            Kid::Annotation(page, id) => {
                (dictionary! { "Type" => "OBJR", "Pg" => sheets[*page], "Obj" => *id }.into(), None)
            }
        };
        if let Some(moment) = moment {
            while let Some(child) = children.next_if(|child| elements[**child].first < Some(moment)) {
                kids.push(Object::Reference(elements[*child].id));
            }
        }
        kids.push(object);
    }
    kids.extend(children.map(|child| Object::Reference(elements[*child].id)));
    dictionary.set("K", kids);
}

fn link(url: &str, title: &str, frame: &Frame, height: f32, sheet: ObjectId, key: i64) -> Dictionary {
    let contents = if title.is_empty() || url.ends_with(title) { url.to_owned() } else { format!("{title} ({url})") };
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => bounds(frame, height),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
        "P" => sheet,
        "Contents" => string(&contents),
        "StructParent" => key,
        "A" => dictionary! { "Type" => "Action", "S" => "URI", "URI" => Object::string_literal(ascii(url)) },
    }
}

/// An address in ASCII, as a URI action wants it: anything else as percent escapes of its UTF-8.
fn ascii(url: &str) -> String {
    use std::fmt::Write as _;
    url.bytes().fold(String::with_capacity(url.len()), |mut ascii, byte| {
        if byte.is_ascii_graphic() {
            ascii.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(ascii, "%{byte:02X}");
        }
        ascii
    })
}

fn bounds(frame: &Frame, height: f32) -> Vec<Object> {
    [frame.x, height - frame.y - frame.height, frame.x + frame.width, height - frame.y]
        .map(|value| Object::Real(round(value)))
        .into()
}

fn list_numbering(numbering: Option<Digits>) -> &'static str {
    match numbering {
        None => "Disc",
        Some(Digits::Decimal) => "Decimal",
        Some(Digits::LowerAlpha) => "LowerAlpha",
        Some(Digits::UpperAlpha) => "UpperAlpha",
        Some(Digits::LowerRoman) => "LowerRoman",
        Some(Digits::UpperRoman) => "UpperRoman",
    }
}
