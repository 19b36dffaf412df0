//! The parts of a letter in reading order in, strips and the tree of what they mean out.
//!
//! What keeps together is decided here, where it is known what things are; `paginate` only obeys.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::font::Fonts;
use super::line::{Edge, Line, Paragraph, Setting};
use super::page::{Artifact, Frame, LinkArea, Node, NodeId, NodeRole, Owner, Paint, PaintMark};
use super::span::{Look, Piece, Words};
use super::strip::{Strip, gather, height, keep_all, keep_last, keep_pairs, keep_two_last};
use crate::finding::{Finding, Place, Severity};
use crate::language;
use crate::letter::{Align, Block, BlockKind, Letter, NotePlace, Part, Role, Source};
use crate::style::Style;

/// The node of the whole letter.
pub(crate) const DOCUMENT: NodeId = 0;

/// A letter on its way to pages.
pub(crate) struct Flow<'a> {
    pub(crate) letter: &'a Letter,
    pub(crate) style: &'a Style,
    pub(crate) fonts: &'a Fonts,
    /// Lists indent and columns follow each other from the right.
    pub(crate) rtl: bool,
    pub(crate) nodes: Vec<Node>,
    pub(crate) findings: Vec<Finding>,
    /// Characters without a glyph, and the field where each first stands.
    missing: BTreeMap<char, Source>,
    /// The notes for the feet of pages, by index.
    pub(crate) foot_notes: BTreeMap<usize, Vec<Strip>>,
    /// Notes whose first marks stand in the paragraph that is being set.
    pub(crate) marked: Vec<usize>,
    seen: Vec<bool>,
    /// A mark inside a note points on, but brings no note with it.
    pub(crate) inside_note: bool,
}

/// See [`Flow::checkpoint`].
pub(crate) struct Checkpoint {
    nodes: usize,
    findings: usize,
    seen: Vec<bool>,
}

/// Where blocks stand, and how their words are set.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) edge: Edge,
    pub(crate) size: f32,
    pub(crate) look: Look,
    /// The space between blocks.
    pub(crate) gap: f32,
    /// They are what an item of a list says.
    pub(crate) in_item: bool,
    /// Columns are as wide as their lines, where these fit.
    pub(crate) natural: bool,
    /// The element that the blocks are in.
    pub(crate) parent: NodeId,
    pub(crate) source: Source,
}

impl Spot {
    /// The whole width of the text in the size of notes, outside all elements but the document.
    pub(crate) fn across(style: &Style) -> Self {
        Self {
            x: style.margins[3],
            width: style.measure(),
            edge: Edge::Start,
            size: style.note_size(),
            look: Look::of(None),
            gap: style.note_space(),
            in_item: false,
            natural: false,
            parent: DOCUMENT,
            source: Source::from(""),
        }
    }

    /// The spot without a strip at the side where reading starts, and one at the other.
    pub(crate) fn inset(&self, start: f32, end: f32, rtl: bool) -> Self {
        let left = if rtl { end } else { start };
        Self { x: self.x + left, width: self.width - start - end, ..self.clone() }
    }
}

/// The strips of a letter.
#[derive(Default)]
pub(crate) struct Flowed {
    /// What runs over the pages.
    pub(crate) strips: Vec<Strip>,
    /// The foot of page one.
    pub(crate) foot: Vec<Strip>,
}

/// The level of the subject line among headings.
const SUBJECT_LEVEL: u8 = 1;

impl<'a> Flow<'a> {
    pub(crate) fn new(letter: &'a Letter, style: &'a Style, fonts: &'a Fonts) -> Self {
        Self {
            letter,
            style,
            fonts,
            rtl: language::is_rtl(&letter.language),
            nodes: vec![Node { role: NodeRole::Document, parent: DOCUMENT }],
            findings: Vec::new(),
            missing: BTreeMap::new(),
            foot_notes: BTreeMap::new(),
            marked: Vec::new(),
            seen: vec![false; letter.notes.len()],
            inside_note: false,
        }
    }

    /// Sets all parts, then the notes that stand after them, then the foot.
    pub(crate) fn letter(&mut self) -> Flowed {
        let letter = self.letter;
        let mut flowed = Flowed::default();
        let mut before = None;
        for part in letter.parts.iter().filter(|part| part.role != Role::Foot) {
            let strips = self.part(part);
            join(&mut flowed.strips, strips, (part.role, before), self.style);
            before = Some(part.role);
        }
        flowed.strips.extend(self.block_notes());
        if letter.note_style.place == NotePlace::End {
            flowed.strips.extend(self.end_notes());
        }
        for part in letter.parts.iter().filter(|part| part.role == Role::Foot) {
            flowed.foot.extend(self.part(part));
        }
        flowed
    }

    fn part(&mut self, part: &Part) -> Vec<Strip> {
        let style = self.style;
        let mut spot = Spot {
            x: style.margins[3],
            width: style.measure(),
            edge: Edge::Start,
            size: if part.role == Role::Foot { style.note_size() } else { style.size },
            look: Look { bold: part.role == Role::Subject, ..Look::of(None) },
            gap: style.space_between(part.role),
            in_item: false,
            natural: part.role == Role::Letterhead,
            parent: DOCUMENT,
            source: Arc::clone(&part.source),
        };
        if part.role == Role::Body && style.justified {
            spot.edge = Edge::Both;
        }
        spot = self.aligned(spot, part.align);
        if matches!(part.role, Role::Letterhead | Role::Sender | Role::Addressees) {
            spot.parent = self.node(NodeRole::Div, DOCUMENT);
        }
        let mut strips = match part.role {
            Role::Signatures => self.signatures(&part.blocks, &spot),
            Role::Subject => self.subject(&part.blocks, &spot),
            _ => self.blocks(&part.blocks, &spot),
        };
        if let Some(first) = strips.first_mut() {
            first.space = style.space_before(part.role);
        }
        strips
    }

    /// The subject line, which is the heading of the whole letter to those who jump from heading to heading.
    fn subject(&mut self, blocks: &[Block], spot: &Spot) -> Vec<Strip> {
        match blocks {
            [Block { kind: BlockKind::Paragraph { content, .. }, .. }] => {
                self.words(content, spot, NodeRole::Heading(SUBJECT_LEVEL))
            }
            _ => self.blocks(blocks, spot),
        }
    }

    /// The level of a heading of the body, below the subject where the letter has one.
    pub(crate) fn heading_level(&self, level: u8) -> u8 {
        let below = self.letter.parts.iter().any(|part| part.role == Role::Subject);
        level + if below { SUBJECT_LEVEL } else { 0 }
    }

    /// Signature blocks below each other, on one page if they can; rows of a grid fill pages.
    fn signatures(&mut self, blocks: &[Block], spot: &Spot) -> Vec<Strip> {
        let mut units: Vec<Vec<Strip>> = Vec::with_capacity(blocks.len());
        for block in blocks {
            let mut unit = self.blocks(std::slice::from_ref(block), spot);
            let Some(first) = unit.first_mut() else { continue };
            if !units.is_empty() {
                first.space = first.space.max(spot.gap);
            }
            units.push(unit);
        }
        gather(units, blocks.iter().all(|block| matches!(block.kind, BlockKind::Signer(_))))
    }

    /// The spot as an alignment changes it.
    pub(crate) fn aligned(&self, spot: Spot, align: Align) -> Spot {
        match align {
            Align::Start => spot,
            Align::Centre => Spot { edge: Edge::Centre, ..spot },
            Align::End => Spot { edge: Edge::End, ..spot },
            Align::Middle => spot.inset(spot.width / 2.0, 0.0, self.rtl),
        }
    }

    /// Adds an element.
    pub(crate) fn node(&mut self, role: NodeRole, parent: NodeId) -> NodeId {
        self.nodes.push(Node { role, parent });
        self.nodes.len() - 1
    }

    /// Sets words in the element `node`, whose pieces become elements inside it; no words, no strips.
    pub(crate) fn lines(&mut self, words: &Words, spot: &Spot, node: NodeId) -> Vec<Strip> {
        let owners: Vec<NodeId> = words.pieces.iter().map(|piece| self.piece(piece, node)).collect();
        let paragraph = self.set(words, spot);
        let leading = spot.size * self.style.leading;
        let mut strips: Vec<Strip> =
            paragraph.lines.iter().map(|line| strip(line, words, spot, leading, &owners)).collect();
        for strip in &mut strips {
            if self.inside_note {
                strip.notes.clear();
            }
            strip.notes.retain(|note| !std::mem::replace(&mut self.seen[*note], true));
            self.marked.extend(&strip.notes);
        }
        keep_pairs(&mut strips);
        strips
    }

    /// Shapes words, remembering what could not be drawn.
    pub(crate) fn set(&mut self, words: &Words, spot: &Spot) -> Arc<Paragraph> {
        let setting = Setting {
            size: spot.size,
            leading: spot.size * self.style.leading,
            width: spot.width,
            edge: spot.edge,
            language: &self.letter.language,
        };
        let paragraph = self.fonts.paragraph(words, setting, self.style);
        for c in &paragraph.missing {
            self.missing.entry(*c).or_insert_with(|| Arc::clone(&spot.source));
        }
        paragraph
    }

    fn piece(&mut self, piece: &Piece, node: NodeId) -> NodeId {
        match piece {
            Piece::Own => node,
            Piece::Link { url, title } => self.node(NodeRole::Link { url: url.clone(), title: title.clone() }, node),
            Piece::Mark(_) => self.node(NodeRole::Reference, node),
            Piece::Label(label) => *label,
        }
    }

    /// How far setting has come, so that columns can be set anew.
    pub(crate) fn checkpoint(&self) -> Checkpoint {
        Checkpoint { nodes: self.nodes.len(), findings: self.findings.len(), seen: self.seen.clone() }
    }

    /// Forgets what was set after the checkpoint.
    pub(crate) fn restore(&mut self, checkpoint: Checkpoint) {
        self.nodes.truncate(checkpoint.nodes);
        self.findings.truncate(checkpoint.findings);
        self.seen = checkpoint.seen;
    }

    /// The tree, and what layout noticed, characters without a glyph last.
    pub(crate) fn finish(mut self) -> (Vec<Node>, Vec<Finding>) {
        for (c, source) in &self.missing {
            self.findings.push(Finding::new(
                "no-glyph",
                Severity::Error,
                format!("no typeface at hand can draw “{c}” (U+{:04X})", u32::from(*c)),
                "Install a font that has this character, or write it in another way.",
                Place::new(source.to_string(), c.to_string()),
            ));
        }
        (self.nodes, self.findings)
    }

    /// The program's own words in the letter's language.
    pub(crate) fn own_words(&self) -> &'static language::Words {
        language::words(&self.letter.language)
    }
}

/// Adds a part's strips to those before it, and keeps together what belongs together.
fn join(strips: &mut Vec<Strip>, mut part: Vec<Strip>, (role, before): (Role, Option<Role>), style: &Style) {
    if part.is_empty() {
        return;
    }
    match role {
        Role::Subject | Role::Salutation => keep_last(&mut part),
        Role::Closing => {
            keep_two_last(strips);
            keep_all(&mut part);
            keep_last(&mut part);
        }
        Role::Enclosures | Role::Copies if matches!(before, Some(Role::Signatures | Role::Enclosures)) => {
            stay_with_signature(strips, &mut part, style);
        }
        // The closing has asked for the first block already.
        Role::Signatures if before != Some(Role::Closing) => keep_two_last(strips),
        _ => {}
    }
    strips.append(&mut part);
}

/// What is listed below the signature wishes for its page, unless the wish alone would part what keeps together now.
fn stay_with_signature(strips: &mut [Strip], part: &mut [Strip], style: &Style) {
    let bound = strips.iter().rev().skip(1).take_while(|strip| strip.keep || strip.wish).count();
    let together = &strips[strips.len().saturating_sub(bound + 1)..];
    let (top, bottom) = style.text_area();
    // A continuation head may take a part of the page.
    let fits = height(together) + style.part_space() + height(part) <= (bottom - top) * 0.8;
    if let (Some(last), true) = (strips.last_mut(), fits) {
        last.wish = true;
        if let Some((_, others)) = part.split_last_mut() {
            others.iter_mut().for_each(|strip| strip.wish = true);
        }
    }
}

/// A line as a strip.
fn strip(line: &Line, words: &Words, spot: &Spot, leading: f32, owners: &[NodeId]) -> Strip {
    let mut strip = Strip { height: leading, ..Strip::default() };
    for fragment in &line.fragments {
        let node = owners[fragment.piece];
        match &words.pieces[fragment.piece] {
            Piece::Link { .. } => strip.links.push(LinkArea {
                node,
                frame: Frame {
                    x: spot.x + fragment.extent.0,
                    y: 0.0,
                    width: fragment.extent.1 - fragment.extent.0,
                    height: leading,
                },
            }),
            Piece::Mark(note) => strip.notes.push(*note),
            Piece::Own | Piece::Label(_) => {}
        }
    }
    strip.paints = paints(line, spot.x, &spot.source, |piece| Owner::Node(owners[piece]));
    strip
}

/// A line as paints, its top at 0.
pub(crate) fn paints(line: &Line, x: f32, source: &Source, owner: impl Fn(usize) -> Owner) -> Vec<Paint> {
    let mut paints = Vec::with_capacity(line.fragments.len());
    for fragment in &line.fragments {
        let mut runs = fragment.runs.clone();
        runs.iter_mut().for_each(|run| run.x += x);
        paints.push(Paint { owner: owner(fragment.piece), source: Arc::clone(source), mark: PaintMark::Text(runs) });
        for (frame, colour) in &fragment.underlines {
            paints.push(Paint {
                owner: Owner::Artifact(Artifact::Layout),
                source: Arc::clone(source),
                mark: PaintMark::Rule { frame: Frame { x: frame.x + x, ..*frame }, colour: *colour },
            });
        }
    }
    paints
}
