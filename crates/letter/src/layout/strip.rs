//! Strips: what blocks become before they are dealt out to pages.
//!
//! A strip is as wide as the page and is never parted: a line, a picture, a row of columns. Across the page its marks
//! stand where they will be; down the page they count from the strip's own top.

use super::page::{Frame, LinkArea, Owner, Paint, PaintMark};

/// A piece of the letter that no page break parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strip {
    /// The space above it, unless it opens a page.
    pub(crate) space: f32,
    pub(crate) height: f32,
    /// It stands on the page on which the next one begins.
    pub(crate) keep: bool,
    /// It would rather do so: it does when all that wish it fit on a page together.
    pub(crate) wish: bool,
    pub(crate) paints: Vec<Paint>,
    pub(crate) links: Vec<LinkArea>,
    /// The notes whose first marks it bears, to be set at the foot of its page.
    pub(crate) notes: Vec<usize>,
    /// Title and level of the heading that begins here.
    pub(crate) heading: Option<(String, u8)>,
}

impl Strip {
    /// Moves everything on it down.
    pub(crate) fn lower(&mut self, by: f32) {
        for paint in &mut self.paints {
            match &mut paint.mark {
                PaintMark::Text(runs) => runs.iter_mut().for_each(|run| run.y += by),
                PaintMark::Picture { frame, .. } | PaintMark::Rule { frame, .. } => frame.y += by,
            }
        }
        for link in &mut self.links {
            link.frame.y += by;
        }
    }

    /// Takes over what another strip bears, `by` lower.
    fn absorb(&mut self, mut other: Self, by: f32) {
        other.lower(by);
        self.paints.append(&mut other.paints);
        self.links.append(&mut other.links);
        self.notes.append(&mut other.notes);
        self.heading = self.heading.take().or(other.heading);
    }
}

/// The height of strips one below the other, the first without its space.
pub(crate) fn height(strips: &[Strip]) -> f32 {
    let all: f32 = strips.iter().map(|strip| strip.space + strip.height).sum();
    all - strips.first().map_or(0.0, |first| first.space)
}

/// Strips one below the other as a single one.
pub(crate) fn stack(strips: Vec<Strip>) -> Strip {
    let mut whole = Strip { space: strips.first().map_or(0.0, |first| first.space), ..Strip::default() };
    for (index, strip) in strips.into_iter().enumerate() {
        let top = if index == 0 { 0.0 } else { whole.height + strip.space };
        whole.height = top + strip.height;
        whole.keep = strip.keep;
        whole.absorb(strip, top);
    }
    whole
}

/// Strips side by side as a single one, tops level, marks in the order of the strips.
pub(crate) fn beside(strips: Vec<Strip>) -> Strip {
    let mut row = Strip::default();
    for strip in strips {
        row.space = row.space.max(strip.space);
        row.height = row.height.max(strip.height);
        row.absorb(strip, 0.0);
    }
    row
}

/// Puts marks before those of the first strip, tops level.
pub(crate) fn lead(strips: &mut Vec<Strip>, label: Strip) {
    match strips.first_mut() {
        Some(first) => {
            let body = std::mem::replace(first, label);
            let label = &mut *first;
            label.space = body.space;
            label.keep = body.keep;
            label.height = label.height.max(body.height);
            label.absorb(body, 0.0);
        }
        None => strips.push(label),
    }
}

/// Neither the first nor the last line of a paragraph stands alone on a page.
pub(crate) fn keep_pairs(lines: &mut [Strip]) {
    let count = lines.len();
    if count >= 2 {
        lines[0].keep = true;
        lines[count - 2].keep = true;
    }
}

/// Keeps all on one page.
pub(crate) fn keep_all(strips: &mut [Strip]) {
    if let Some((_, others)) = strips.split_last_mut() {
        others.iter_mut().for_each(|strip| strip.keep = true);
    }
}

/// Keeps the end of what stands there with what is about to follow.
pub(crate) fn keep_last(strips: &mut [Strip]) {
    if let Some(last) = strips.last_mut() {
        last.keep = true;
    }
}

/// The closing takes the last two lines of the text with it, be they two paragraphs.
pub(crate) fn keep_two_last(strips: &mut [Strip]) {
    keep_last(strips);
    let count = strips.len();
    if count >= 2 {
        strips[count - 2].keep = true;
    }
}

/// Blocks one below the other, of which neither the first nor the last stands alone on a page; if they wish, all
/// stand on one page.
pub(crate) fn gather(blocks: Vec<Vec<Strip>>, wish: bool) -> Vec<Strip> {
    let count = blocks.len();
    let mut strips = Vec::new();
    for (index, mut block) in blocks.into_iter().enumerate() {
        if index + 1 < count {
            let kept = index == 0 || index + 2 == count;
            if let Some(last) = block.last_mut() {
                last.keep |= kept;
                last.wish = wish;
            }
        }
        strips.append(&mut block);
    }
    strips
}

/// The places of the pictures that a strip bears, by their owners.
pub(crate) fn figures(paints: &[Paint]) -> impl Iterator<Item = (usize, Frame)> {
    paints.iter().filter_map(|paint| match (&paint.mark, paint.owner) {
        (PaintMark::Picture { frame, .. }, Owner::Node(node)) => Some((node, *frame)),
        _ => None,
    })
}
