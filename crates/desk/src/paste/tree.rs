//! Pieces in a row to blocks that nest, lists and quotations together at most two deep.

use letter::markup::rich::{RichBlock, RichInline};

/// How deep quotations and lists nest together, as in letters.
const DEEPEST: usize = 2;
/// How many steps are known of a place; what matters of those below is told by these.
const KNOWN: usize = 4;

/// A paragraph or heading, and where it stands.
pub(super) struct Piece {
    /// From the outside in.
    pub(super) place: Vec<Step>,
    /// 1 or 2; 0 for a paragraph.
    pub(super) heading: u8,
    /// Its words; never empty.
    pub(super) content: Vec<RichInline>,
}

/// Something that a piece stands in.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// A quotation; pieces with the same number stand in the same one.
    Quote(usize),
    /// An item of a list. `sign` is that of the list's first item, none when it has bullets.
    Item { list: usize, item: usize, sign: Option<String> },
}

/// The place one step further in.
pub(super) fn step(place: &[Step], step: Step) -> Vec<Step> {
    let mut place = place.to_vec();
    if place.len() < KNOWN {
        place.push(step);
    } else if let (Some(Step::Item { item, .. }), Step::Item { item: inner, .. }) = (place.last_mut(), &step) {
        *item = *inner;
    }
    place
}

/// Nests pieces.
pub(super) fn tree(pieces: Vec<Piece>) -> Vec<RichBlock> {
    let flat = |piece: Piece| Piece { place: flat(piece.place), ..piece };
    nest(pieces.into_iter().map(flat).collect(), 0)
}

/// A place as deep as letters have them: of quotations in quotations the outermost counts, and an item that lies
/// deeper is an item of the list at the second level.
fn flat(place: Vec<Step>) -> Vec<Step> {
    if place.len() <= DEEPEST {
        return place;
    }
    let mut out: Vec<Step> = Vec::new();
    for step in place {
        let is_full = out.len() == DEEPEST;
        match (out.last_mut(), step) {
            (Some(Step::Quote(_)), Step::Quote(_)) => {}
            (_, step) if !is_full => out.push(step),
            (Some(Step::Item { item, .. }), Step::Item { item: inner, .. }) => *item = inner,
            _ => {}
        }
    }
    out
}

/// Calls itself once for each of the two levels.
fn nest(pieces: Vec<Piece>, depth: usize) -> Vec<RichBlock> {
    let mut out = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece.place.get(depth).cloned() {
            None if piece.heading > 0 => out.push(RichBlock::Heading { level: piece.heading, content: piece.content }),
            None => out.push(RichBlock::Paragraph { content: piece.content }),
            Some(quote @ Step::Quote(_)) => {
                let mut inner = vec![piece];
                while let Some(next) = pieces.next_if(|next| next.place.get(depth) == Some(&quote)) {
                    inner.push(next);
                }
                out.push(RichBlock::Quote { content: nest(inner, depth + 1) });
            }
            Some(Step::Item { list, item, sign }) => {
                let mut items = vec![vec![piece]];
                let mut last = item;
                while let Some(next) = pieces.next_if(|next| list_of(next, depth).is_some_and(|(of, _)| of == list)) {
                    let item = list_of(&next, depth).map_or(last, |(_, item)| item);
                    match items.last_mut() {
                        Some(pieces) if item == last => pieces.push(next),
                        _ => items.push(vec![next]),
                    }
                    last = item;
                }
                let items = items.into_iter().map(|pieces| nest(pieces, depth + 1)).collect();
                out.push(match sign {
                    Some(sign) => RichBlock::OrderedList { sign, items },
                    None => RichBlock::BulletList { items },
                });
            }
        }
    }
    out
}

fn list_of(piece: &Piece, depth: usize) -> Option<(usize, usize)> {
    match piece.place.get(depth) {
        Some(Step::Item { list, item, .. }) => Some((*list, *item)),
        _ => None,
    }
}
