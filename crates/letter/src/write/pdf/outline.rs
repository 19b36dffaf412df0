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
    let mut above: Vec<Option<usize>> = Vec::with_capacity(entries.len());
    // The children of the root, then those of each entry.
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); entries.len() + 1];
    // Where each entry stands among its siblings.
    let mut own: Vec<usize> = Vec::with_capacity(entries.len());
    let mut open: Vec<usize> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        while open.last().is_some_and(|last| entries[*last].level >= entry.level) {
            open.pop();
        }
        let parent = open.last().copied();
        let siblings = &mut children[row(parent)];
        own.push(siblings.len());
        siblings.push(place);
        above.push(parent);
        open.push(place);
    }
    for parent in std::iter::once(None).chain((0..entries.len()).map(Some)) {
        let children_of = |parent| &children[row(parent)];
        let mut dictionary = match parent {
            None => dictionary! { "Type" => "Outlines" },
            Some(place) => {
                let entry = entries[place];
                let top = Object::Real(round(pages.size.1 - entry.y));
                let goal = vec![Object::Reference(sheets[entry.page]), "XYZ".into(), 0.into(), top, Object::Null];
                let siblings = children_of(above[place]);
                let mut item = dictionary! {
                    "Title" => string(&entry.title),
                    "Parent" => above[place].map_or(root, |parent| ids[parent]),
                    "Dest" => goal,
                };
                if own[place] > 0 {
                    item.set("Prev", ids[siblings[own[place] - 1]]);
                }
                if let Some(next) = siblings.get(own[place] + 1) {
                    item.set("Next", ids[*next]);
                }
                item
            }
        };
        let below = children_of(parent);
        if let (Some(first), Some(last)) = (below.first(), below.last()) {
            dictionary.set("First", ids[*first]);
            dictionary.set("Last", ids[*last]);
            // Everything stands open, so the root counts all and an entry counts its own.
            let count = if parent.is_none() { entries.len() } else { below.len() };
            dictionary.set("Count", count as i64);
        }
        document.set_object(parent.map_or(root, |place| ids[place]), dictionary);
    }
    Some(root)
}

/// Where the children of an entry, or of the root, are kept.
fn row(parent: Option<usize>) -> usize {
    parent.map_or(0, |place| place + 1)
}
