//! The finished form of a page: shaped glyphs, pictures and rules at fixed positions, and the tree of what they mean.
//!
//! PDF and SVG draw this and nothing else. Positions are points from the top left corner of the sheet, y downwards.

use std::ops::Range;
use std::sync::Arc;

use super::font::FaceId;
use crate::finding::Finding;
use crate::letter::Source;
use crate::picture::Picture;

/// A letter as pages.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// Width and height of each sheet.
    pub size: (f32, f32),
    /// The pages in order.
    pub pages: Vec<Page>,
    /// What the marks on the pages mean. Node 0 is the document; a parent stands before its children,
    /// and siblings stand in reading order.
    pub nodes: Vec<Node>,
    /// Headings for the outline, in order.
    pub outline: Vec<OutlineEntry>,
    /// What layout noticed: a character without a glyph, a picture that had to be made smaller.
    pub findings: Vec<Finding>,
}

/// One page. Equal pages draw equal bytes, so that a preview draws only those that changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// What is painted, in painting order.
    pub paints: Vec<Paint>,
    /// The areas that are links.
    pub links: Vec<LinkArea>,
}

/// An index into [`Pages::nodes`].
pub type NodeId = usize;

/// Something painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Paint {
    /// What it belongs to.
    pub owner: Owner,
    /// The field it came from.
    pub source: Source,
    /// What is painted.
    pub mark: PaintMark,
}

/// What is painted.
#[derive(Clone, Debug, PartialEq)]
pub enum PaintMark {
    /// Shaped text, one line of one element.
    Text(Vec<Run>),
    /// A picture in its frame.
    Picture {
        /// The frame.
        frame: Frame,
        /// The picture.
        picture: Arc<Picture>,
    },
    /// A filled rectangle: a rule, or the line under underlined words.
    Rule {
        /// The rectangle.
        frame: Frame,
        /// Its colour.
        colour: [u8; 3],
    },
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// What a paint belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// An element of the letter.
    Node(NodeId),
    /// Page furniture, which is not read out.
    Artifact(Artifact),
}

/// The kinds of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Artifact {
    /// The continuation head.
    Header,
    /// A page foot.
    Footer,
    /// Rules and other decoration.
    Layout,
}

/// Shaped glyphs of one face, size and colour on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The face.
    pub face: FaceId,
    /// The size of the type.
    pub size: f32,
    /// Where the run begins: the positions of its glyphs count from here.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// The colour.
    pub colour: [u8; 3],
    /// The glyphs in visual order, shared with every other layout of the same paragraph.
    pub glyphs: Arc<[Glyph]>,
    /// The text that the clusters are ranges of.
    pub text: Arc<str>,
}

/// One glyph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// The glyph's id in the face.
    pub id: u16,
    /// Its origin, counted from the run's.
    pub x: f32,
    /// Upward shift from the baseline.
    pub dy: f32,
    /// Its advance.
    pub advance: f32,
    /// The bytes of the run's text that it stands for; glyphs of one cluster share the range.
    pub cluster: (u32, u32),
}

impl Glyph {
    /// The bytes of the run's text that the glyph stands for.
    pub fn text_range(&self) -> Range<usize> {
        self.cluster.0 as usize..self.cluster.1 as usize
    }
}

/// An area that leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkArea {
    /// The [`NodeRole::Link`] it belongs to.
    pub node: NodeId,
    /// Where it is.
    pub frame: Frame,
}

/// An element of the letter, as assistive technology reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub role: NodeRole,
    /// The element it is in; the document is its own parent.
    pub parent: NodeId,
}

/// What an element is; the names follow the standard structure types of ISO 32000-1, 14.8.4.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeRole {
    /// The whole letter.
    Document,
    /// A group of elements: a letterhead, an inside address, a signature block.
    Div,
    /// A heading of this level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list; numbered or bulleted.
    List {
        /// The labels are numbers or letters.
        numbering: Option<crate::letter::Digits>,
    },
    /// An item of a list.
    ListItem,
    /// The label of an item or of a note.
    Label,
    /// What an item says.
    ListBody,
    /// A quotation set off.
    BlockQuote,
    /// A link.
    Link {
        /// Where it goes.
        url: String,
        /// Its words.
        title: String,
    },
    /// A mark that points to a note.
    Reference,
    /// A note.
    Note,
    /// A picture.
    Figure {
        /// What it shows.
        alt: String,
        /// Its page and frame.
        place: Option<(usize, Frame)>,
    },
}

/// A heading in the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// Its words.
    pub title: String,
    /// 1 or 2.
    pub level: u8,
    /// The page, from 0.
    pub page: usize,
    /// The top of the heading.
    pub y: f32,
}
