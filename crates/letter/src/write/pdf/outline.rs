//! The outline that viewers show beside the pages: the headings, nested by level.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::ops::round;
use super::string;
use crate::layout::page::{OutlineEntry, Pages};

/// Writes the outline and gives the id of its root; none when the letter has no headings.
pub(super) fn write(document: &mut Document, sheets: &[ObjectId], pages: &Pages) -> Option<ObjectId> {
    let entries: Vec<&OutlineEntry> = pages.outline.iter().filter(|entry| entry.page < sheets.len()).collect();
    if entries.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    let above: Vec<Option<usize>> = (0..entries.len())
        .map(|place| (0..place).rev().find(|other| entries[*other].level < entries[place].level))
        .collect();
    let below = |parent| (0..entries.len()).filter(|place| above[*place] == parent).collect::<Vec<_>>();
    for parent in std::iter::once(None).chain((0..entries.len()).map(Some)) {
        let children = below(parent);
        let mut dictionary = match parent {
            None => dictionary! { "Type" => "Outlines" },
            Some(place) => {
                let entry = entries[place];
                let top = Object::Real(round(pages.size.1 - entry.y));
                let goal = vec![Object::Reference(sheets[entry.page]), "XYZ".into(), 0.into(), top, Object::Null];
                let siblings = below(above[place]);
                let mut item = dictionary! {
                    "Title" => string(&entry.title),
                    "Parent" => above[place].map_or(root, |parent| ids[parent]),
                    "Dest" => goal,
                };
                let own = siblings.iter().position(|sibling| *sibling == place).unwrap_or(0);
                if own > 0 {
                    item.set("Prev", ids[siblings[own - 1]]);
                }
                if let Some(next) = siblings.get(own + 1) {
                    item.set("Next", ids[*next]);
                }
                item
            }
        };
        if let (Some(first), Some(last)) = (children.first(), children.last()) {
            dictionary.set("First", ids[*first]);
            dictionary.set("Last", ids[*last]);
            // Everything stands open, so the root counts all and an entry counts its own.
            let count = if parent.is_none() { entries.len() } else { children.len() };
            dictionary.set("Count", count as i64);
        }
        document.set_object(parent.map_or(root, |place| ids[place]), dictionary);
    }
    Some(root)
}
