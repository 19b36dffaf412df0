//! Blocks in, strips out: paragraphs, headings, lists, quotations, pictures, rules and signatures.

use std::sync::Arc;

use super::flow::{Flow, Spot};
use super::line::Edge;
use super::page::{Artifact, Frame, NodeId, NodeRole, Owner, Paint, PaintMark};
use super::span::{Look, Words};
use super::strip::{Strip, keep_all, keep_last, lead};
use crate::finding::{Finding, Place, Severity};
use crate::letter::{Block, BlockKind, Colour, Inline, List, Mark, PictureUse, SignerBlock, Source, Tone, plain};
use crate::style::{RULE, RULE_COLOUR, fit};

impl Flow<'_> {
    /// Blocks one below the other. The first strip's space is the caller's to give.
    pub(crate) fn blocks(&mut self, blocks: &[Block], spot: &Spot) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        let mut announces = false;
        let mut before: Option<&Block> = None;
        for block in blocks {
            let mut next = self.block(block, spot);
            let Some(first) = next.first_mut() else { continue };
            first.space = match before {
                Some(before) => self.style.gap_below(before, block, spot.gap.max(first.space)),
                None => 0.0,
            };
            before = Some(block);
            if announces {
                first.keep = true;
            }
            announces = matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Paragraph { tone: Tone::Lead, .. });
            // A list or a quotation begins on the page of the words that announce it. Two lines of an item stand
            // well alone: they say what the item is about.
            let announced = matches!(block.kind, BlockKind::List(_) | BlockKind::Quote(_));
            if announced && !(spot.in_item && strips.len() > 1) {
                keep_last(&mut strips);
            }
            strips.append(&mut next);
        }
        strips
    }

    fn block(&mut self, block: &Block, spot: &Spot) -> Vec<Strip> {
        let source = if block.source.is_empty() { &spot.source } else { &block.source };
        let spot = &Spot { source: Arc::clone(source), ..spot.clone() };
        match &block.kind {
            BlockKind::Paragraph { tone, content } => self.paragraph(content, *tone, spot),
            BlockKind::Heading { level, content } => self.heading(content, *level, spot),
            BlockKind::List(list) => self.list(list, spot),
            BlockKind::Quote(blocks) => self.quote(blocks, spot),
            BlockKind::Columns(columns) => self.columns(columns, spot),
            BlockKind::Picture(used) => self.picture(used, spot).into_iter().collect(),
            BlockKind::Signer(signer) => self.signer(signer, spot),
            BlockKind::Rule { colour } => vec![rule(*colour, spot, self.style.tight_space() * 2.0)],
        }
    }

    fn paragraph(&mut self, content: &[Inline], tone: Tone, spot: &Spot) -> Vec<Strip> {
        let spot = self.toned(tone, spot.clone());
        let mut strips = self.words(content, &spot, NodeRole::Paragraph);
        if tone == Tone::Lead {
            keep_with_next(&mut strips);
        }
        strips
    }

    /// The spot as the tone of a paragraph changes it.
    pub(crate) fn toned(&self, tone: Tone, spot: Spot) -> Spot {
        match tone {
            Tone::Name { colour } => {
                let look = Look { bold: true, ..Look::of(colour.map(|Colour(rgb)| rgb)) };
                Spot { size: self.style.name_size(), look, ..spot }
            }
            Tone::Normal | Tone::Lead => spot,
        }
    }

    fn heading(&mut self, content: &[Inline], level: u8, spot: &Spot) -> Vec<Strip> {
        let mut spot = spot.clone();
        spot.size = self.style.heading_size(level);
        spot.look.bold = true;
        spot.edge = if spot.edge == Edge::Both { Edge::Start } else { spot.edge };
        let mut strips = self.words(content, &spot, NodeRole::Heading(self.heading_level(level)));
        keep_with_next(&mut strips);
        if let Some(first) = strips.first_mut() {
            first.heading = Some((plain(content).trim().to_owned(), level));
            first.space = self.style.part_space();
        }
        strips
    }

    /// Sets inlines as an element of their own, then the notes that they mark.
    pub(crate) fn words(&mut self, content: &[Inline], spot: &Spot, role: NodeRole) -> Vec<Strip> {
        let mut words = Words::new();
        words.add(content, spot.look, self.letter);
        words.trim_end();
        if words.text.is_empty() {
            return Vec::new();
        }
        let node = self.node(role, spot.parent);
        let strips = self.lines(&words, spot, node);
        self.set_marked_notes();
        strips
    }

    fn list(&mut self, list: &List, spot: &Spot) -> Vec<Strip> {
        let node =
            self.node(NodeRole::List { numbering: list.numbering.map(|numbering| numbering.digits) }, spot.parent);
        let labels: Vec<Words> = (0..list.items.len())
            .map(|index| {
                let number = list.start.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
                let label = list.numbering.map_or_else(|| "•".to_owned(), |numbering| numbering.label(number));
                Words::plain(&label, Look { bold: false, italic: false, ..spot.look })
            })
            .collect();
        let label_spot = Spot { edge: Edge::Start, ..spot.clone() };
        let widest = labels.iter().map(|label| self.set(label, &label_spot).width()).fold(0.0, f32::max);
        let indent = self.style.list_indent().max(widest + spot.size * 0.4).min(spot.width / 2.0);
        let gap = if list.asks { self.style.paragraph_space() } else { self.style.item_space() };
        let mut strips = Vec::new();
        for (item, label) in list.items.iter().zip(&labels) {
            let element = self.node(NodeRole::ListItem, node);
            let label_node = self.node(NodeRole::Label, element);
            let body = self.node(NodeRole::ListBody, element);
            let label = self.lines(label, &label_spot, label_node).into_iter().next().unwrap_or_default();
            let mut inner = spot.inset(indent, 0.0, self.rtl);
            inner.parent = body;
            inner.gap = gap;
            inner.in_item = true;
            let mut item = self.blocks(&item.blocks, &inner);
            lead(&mut item, label);
            if let [first, _, ..] = item.as_mut_slice() {
                first.keep = true;
                first.space = gap;
            }
            if let Some(first) = item.first_mut() {
                first.space = if strips.is_empty() { 0.0 } else { gap };
            }
            strips.append(&mut item);
        }
        strips
    }

    fn quote(&mut self, blocks: &[Block], spot: &Spot) -> Vec<Strip> {
        let indent = self.style.quote_indent().min(spot.width / 4.0);
        let mut inner = spot.inset(indent, indent, self.rtl);
        inner.parent = self.node(NodeRole::BlockQuote, spot.parent);
        self.blocks(blocks, &inner)
    }

    /// A picture as large as it asks to be, or as the room allows.
    pub(crate) fn picture(&mut self, used: &PictureUse, spot: &Spot) -> Option<Strip> {
        let picture = self.letter.pictures.get(&used.name)?;
        let wanted = fit(picture.size(), (used.width, used.height))?;
        let (top, bottom) = self.style.text_area();
        // A continuation head may take a part of the page.
        let room = (spot.width, (bottom - top) * 0.8);
        let size = fit(wanted, (room.0.min(wanted.0), room.1.min(wanted.1)))?;
        if size.0 < wanted.0 * 0.999 {
            self.findings.push(Finding::new(
                "picture-size",
                Severity::Note,
                format!("the picture “{}” is larger than the room for it and was made smaller", used.alt),
                "Ask for a smaller size, or leave it as it is.",
                Place::new(spot.source.to_string(), used.name.clone()),
            ));
        }
        let left = match (spot.edge, self.rtl) {
            (Edge::Centre, _) => (spot.width - size.0) / 2.0,
            (Edge::End, false) | (Edge::Start | Edge::Both, true) => spot.width - size.0,
            (Edge::Start | Edge::Both, false) | (Edge::End, true) => 0.0,
        };
        let frame = Frame { x: spot.x + left, y: 0.0, width: size.0, height: size.1 };
        let node = self.node(NodeRole::Figure { alt: used.alt.clone(), place: None }, spot.parent);
        let mark = PaintMark::Picture { frame, picture: Arc::clone(picture) };
        let paints = vec![paint(Owner::Node(node), &spot.source, mark)];
        Some(Strip { height: size.1, paints, ..Strip::default() })
    }

    /// One signature block, never parted.
    pub(crate) fn signer(&mut self, signer: &SignerBlock, spot: &Spot) -> Vec<Strip> {
        let inner = Spot { parent: self.node(NodeRole::Div, spot.parent), ..spot.clone() };
        let mut strips = match &signer.mark {
            Mark::None => Vec::new(),
            Mark::Space => vec![Strip { height: self.style.signing_space(), ..Strip::default() }],
            Mark::Slash(name) => {
                let look = Look { italic: true, ..inner.look };
                let words = Words::plain(&format!("/s/ {name}"), look);
                let node: NodeId = self.node(NodeRole::Paragraph, inner.parent);
                self.lines(&words, &inner, node)
            }
            Mark::Picture(used) => self.picture(used, &inner).into_iter().collect(),
        };
        let mut lines = self.words(&signer.lines, &inner, NodeRole::Paragraph);
        if let Some(first) = lines.first_mut() {
            first.space = self.style.tight_space();
        }
        strips.append(&mut lines);
        keep_all(&mut strips);
        strips
    }
}

/// Keeps lines together, and with what follows them.
fn keep_with_next(strips: &mut [Strip]) {
    keep_all(strips);
    keep_last(strips);
}

/// A thin line across the spot.
pub(crate) fn rule(colour: Option<Colour>, spot: &Spot, space: f32) -> Strip {
    let frame = Frame { x: spot.x, y: 0.0, width: spot.width, height: RULE };
    let colour = colour.map_or(RULE_COLOUR, |Colour(rgb)| rgb);
    let mark = PaintMark::Rule { frame, colour };
    let paints = vec![paint(Owner::Artifact(Artifact::Layout), &spot.source, mark)];
    Strip { space, height: RULE, paints, ..Strip::default() }
}

fn paint(owner: Owner, source: &Source, mark: PaintMark) -> Paint {
    Paint { owner, source: Arc::clone(source), mark }
}
