//! From a letter and its measurements to pages: shaping, line breaking, and the flow of blocks over pages.
//!
//! ```text
//! inlines ─span─► text and looks ─line─► lines ─flow─► strips ─paginate─► pages
//! ```
//!
//! Nothing here knows PDF or SVG; the finished form is [`page`]. A layout is a pure function of its arguments: the
//! caches in [`font::Fonts`] change how fast it is, never what comes out.

mod bound;
mod cache;
mod flow;
mod flow_block;
mod flow_columns;
mod flow_notes;
pub mod font;
pub(crate) mod glyphs;
mod head;
mod line;
pub mod page;
mod paginate;
mod span;
mod strip;
#[cfg(test)]
mod tests;

use flow::{Flow, Spot};
use font::Fonts;
use head::Head;
use page::{Frame, NodeRole, Pages};
use paginate::{Area, paginate};
use strip::{Strip, figures, height};

use crate::letter::Letter;
use crate::style::{RULE, Style};

/// The largest part of page one that its foot may take; a longer one follows the letter instead.
const LARGEST_FOOT: f32 = 0.3;

/// Lays a letter out.
pub fn layout(letter: &Letter, style: &Style, fonts: &Fonts) -> Pages {
    let mut flow = Flow::new(letter, style, fonts);
    let mut flowed = flow.letter();
    let head = Head::of(&mut flow);
    let (top, bottom) = style.text_area();
    let mut first = Area { top, bottom };
    if height(&flowed.foot) > style.paper.1 * LARGEST_FOOT {
        flowed.strips.append(&mut flowed.foot);
    }
    let foot = foot(flowed.foot, style);
    if let Some(foot) = &foot {
        first.bottom = bottom.min(style.foot_bottom() - foot.height - style.head_space());
    }
    let notes = std::mem::take(&mut flow.foot_notes);
    let width = style.note_rule();
    let left = style.margins[3] + if flow.rtl { style.measure() - width } else { 0.0 };
    let rule = Frame { x: left, y: 0.0, width, height: RULE };
    let (mut pages, outline) = paginate(flowed.strips, notes, (first, head.area(&flow)), rule, style);
    if let (Some(page), Some(mut foot)) = (pages.first_mut(), foot) {
        foot.lower(style.foot_bottom() - foot.height);
        page.paints.append(&mut foot.paints);
        page.links.append(&mut foot.links);
    }
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate().skip(1) {
        page.paints.splice(0..0, head.paints(&mut flow, index + 1, count));
    }
    let (mut nodes, findings) = flow.finish();
    for (index, page) in pages.iter().enumerate() {
        for (node, frame) in figures(&page.paints) {
            if let NodeRole::Figure { place, .. } = &mut nodes[node].role {
                *place = Some((index, frame));
            }
        }
    }
    Pages { size: style.paper, pages, nodes, outline, findings }
}

/// The foot of page one under its rule.
fn foot(strips: Vec<Strip>, style: &Style) -> Option<Strip> {
    if strips.is_empty() {
        return None;
    }
    let mut foot = vec![flow_block::rule(None, &Spot::across(style), 0.0)];
    foot.extend(strips);
    if let Some(first) = foot.get_mut(1) {
        first.space = style.note_space();
    }
    Some(strip::stack(foot))
}
