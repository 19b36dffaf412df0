//! Lists to Word's numbering: one multilevel definition per list, shared with the list inside its items.

use std::fmt::Write as _;

use docx_rs::{
    AbstractNumbering, BuildXML, Level, LevelJc, LevelText, NumberFormat, Numbering as WordNumbering,
    SpecialIndentType, Start,
};

use super::finish::finished_one;
use super::package::{DECLARATION, NAMESPACES};
use super::styles::twips;
use super::tree::{Element, Node};
use crate::letter::{Around, BlockKind, Digits, List, Numbering};
use crate::style::Style;
use crate::write::WriteError;

/// The deepest level that Word knows, counted from nought.
pub(super) const DEEPEST: usize = 8;

/// The highest number that Word counts to.
const HIGHEST: u32 = 32_767;

/// The shape of one level.
#[derive(Clone, Copy, PartialEq)]
struct Shape {
    /// Bulleted when none.
    numbering: Option<Numbering>,
    start: u32,
    /// The left edge of the text, in twentieths of a point.
    left: i32,
}

/// The numbering definitions of a document; the id of a definition is its place, from 1.
#[derive(Default)]
pub(super) struct Lists {
    definitions: Vec<Vec<Shape>>,
}

impl Lists {
    /// Defines the numbering of a list whose text stands at `left`, and returns its id.
    ///
    /// A list inside the first item of `outer` that has one takes the next level of its definition, as in Word's
    /// own multilevel lists; any other gets a definition of its own.
    pub(super) fn define(
        &mut self,
        list: &List,
        level: usize,
        left: i32,
        outer: Option<usize>,
        style: &Style,
    ) -> usize {
        let own = Shape { numbering: list.numbering, start: list.start, left };
        if let Some(id) = outer
            && self.definitions.get(id - 1).and_then(|shapes| shapes.get(level)) == Some(&own)
        {
            return id;
        }
        let step = twips(style.list_indent());
        let above = |depth: usize| Shape { start: 1, left: left - step * (level - depth) as i32, ..own };
        let mut shapes: Vec<Shape> = (0..level).map(above).collect();
        shapes.push(own);
        if level < DEEPEST {
            let below = Shape { left: left + step, start: 1, ..own };
            shapes.push(inner(list).map_or(below, |inner| Shape {
                numbering: inner.numbering,
                start: inner.start,
                ..below
            }));
        }
        self.definitions.push(shapes);
        self.definitions.len()
    }

    /// The part `word/numbering.xml`, none when the letter has no lists.
    pub(super) fn part(&self, style: &Style) -> Result<Option<String>, WriteError> {
        if self.definitions.is_empty() {
            return Ok(None);
        }
        let mut out = DECLARATION.to_owned();
        let _ = write!(out, "<w:numbering {NAMESPACES}>");
        for (at, shapes) in self.definitions.iter().enumerate() {
            let mut numbering = AbstractNumbering::new(at + 1);
            for (level, shape) in shapes.iter().enumerate() {
                numbering = numbering.add_level(shape.level(level, style));
            }
            let mut element = finished_one(&numbering.build(), &[])?;
            element.attributes.retain(|(name, _)| name == "w:abstractNumId");
            element.children.retain(|node| node.element().is_some_and(|child| child.name == "w:lvl"));
            // Word tells lists apart by this number when text is pasted from one letter into another.
            let token = Element::new("w:nsid").with("w:val", format!("4C54{:04X}", at + 1));
            let kind = Element::new("w:multiLevelType").with("w:val", "multilevel");
            element.children.splice(0..0, [Node::Element(token), Node::Element(kind)]);
            element.write(&mut out);
        }
        for id in 1..=self.definitions.len() {
            finished_one(&WordNumbering::new(id, id).build(), &[])?.write(&mut out);
        }
        out.push_str("</w:numbering>");
        Ok(Some(out))
    }
}

/// The first list inside the items of a list.
fn inner(list: &List) -> Option<&List> {
    list.items.iter().flat_map(|item| &item.blocks).find_map(|block| match &block.kind {
        BlockKind::List(inner) => Some(inner),
        _ => None,
    })
}

impl Shape {
    fn level(&self, level: usize, style: &Style) -> Level {
        let number = format!("%{}", level + 1);
        let (format, text) = match self.numbering {
            None => ("bullet", "•".to_owned()),
            Some(Numbering { digits, around }) => (
                match digits {
                    Digits::Decimal => "decimal",
                    Digits::LowerAlpha => "lowerLetter",
                    Digits::UpperAlpha => "upperLetter",
                    Digits::LowerRoman => "lowerRoman",
                    Digits::UpperRoman => "upperRoman",
                },
                match around {
                    Around::After => format!("{number})"),
                    Around::Period => format!("{number}."),
                    Around::Both => format!("({number})"),
                },
            ),
        };
        let hanging = twips(style.list_indent()).min(self.left.max(0));
        Level::new(
            level,
            Start::new(self.start.min(HIGHEST) as usize),
            NumberFormat::new(format),
            LevelText::new(text),
            LevelJc::new("left"),
        )
        .indent(Some(self.left.max(0)), Some(SpecialIndentType::Hanging(hanging)), None, None)
    }
}
