//! From one page to printpdf's operations: what is painted, in what order, and which element each piece belongs to.
//!
//! Every piece of content is marked, either with the element it belongs to or as an artifact. The structure
//! tree itself is made in `tree`, from the list of marks that comes with the operations.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, Op, PaintMode, PdfFontHandle, Pt, Rect, Rgb, TextItem, TextMatrix, XObjectId,
    XObjectTransform,
};

use super::faces::{Face, Faces, clusters};
use super::tree::tag;
use super::utf16;
use crate::layout::page::{Artifact, Frame, Glyph, NodeId, NodeRole, Owner, Page, Pages, PaintMark, Run};

/// A page's operations, and the element of each marked piece: the index is the piece's number.
pub(super) struct Marked {
    pub(super) ops: Vec<Op>,
    pub(super) nodes: Vec<NodeId>,
}

/// What the graphics state holds while a page is written.
struct Writer<'a> {
    pages: &'a Pages,
    faces: &'a Faces,
    ops: Vec<Op>,
    nodes: Vec<NodeId>,
    open: Option<Owner>,
    font: Option<(usize, f32)>,
    colour: [u8; 3],
}

/// The operations of a page. `picture` names the XObject of a picture by its place among the page's paints.
pub(super) fn page_ops(
    page: &Page,
    pages: &Pages,
    faces: &Faces,
    picture: impl Fn(usize) -> Option<XObjectId>,
) -> Marked {
    let mut writer =
        Writer { pages, faces, ops: Vec::new(), nodes: Vec::new(), open: None, font: None, colour: [0; 3] };
    for (place, paint) in page.paints.iter().enumerate() {
        match &paint.mark {
            PaintMark::Text(runs) => {
                if runs.iter().all(|run| run.glyphs.is_empty()) {
                    continue;
                }
                writer.mark(writer.owner(paint.owner));
                writer.ops.push(Op::StartTextSection);
                for run in runs {
                    writer.show(run);
                }
                writer.ops.push(Op::EndTextSection);
            }
            PaintMark::Picture { frame, .. } => {
                if let Some(id) = picture(place) {
                    writer.mark(writer.owner(paint.owner));
                    writer.picture(id, frame);
                }
            }
            PaintMark::Rule { frame, colour } => {
                // A rule says nothing, even where it stands under words that do.
                let artifact = match paint.owner {
                    Owner::Artifact(artifact) => artifact,
                    Owner::Node(_) => Artifact::Layout,
                };
                writer.mark(Owner::Artifact(artifact));
                writer.rule(frame, *colour);
            }
        }
    }
    writer.close();
    Marked { ops: writer.ops, nodes: writer.nodes }
}

impl Writer<'_> {
    /// The owner as it is marked: a picture without words for it is decoration.
    fn owner(&self, owner: Owner) -> Owner {
        match owner {
            Owner::Node(node) => match self.pages.nodes.get(node).map(|node| &node.role) {
                None => Owner::Artifact(Artifact::Layout),
                Some(NodeRole::Figure { alt, .. }) if alt.trim().is_empty() => Owner::Artifact(Artifact::Layout),
                Some(_) => owner,
            },
            Owner::Artifact(_) => owner,
        }
    }

    /// Opens a marked piece, unless the open one belongs to the same owner.
    fn mark(&mut self, owner: Owner) {
        if self.open == Some(owner) {
            return;
        }
        self.close();
        let (tag, properties) = match owner {
            Owner::Node(node) => {
                self.nodes.push(node);
                let number = self.nodes.len() as i64 - 1;
                (tag(&self.pages.nodes[node].role), vec![("MCID", DictItem::Int(number))])
            }
            Owner::Artifact(Artifact::Layout) => ("Artifact", vec![("Type", name("Layout"))]),
            Owner::Artifact(Artifact::Header) => ("Artifact", pagination("Header", "Top")),
            Owner::Artifact(Artifact::Footer) => ("Artifact", pagination("Footer", "Bottom")),
        };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.into(), properties: dict(properties) });
        self.open = Some(owner);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn fill(&mut self, colour: [u8; 3]) {
        if self.colour != colour {
            let [r, g, b] = colour.map(|channel| round(f32::from(channel) / 255.0));
            self.ops.push(Op::SetFillColor { col: Color::Rgb(Rgb::new(r, g, b, None)) });
            self.colour = colour;
        }
    }

    fn rule(&mut self, frame: &Frame, colour: [u8; 3]) {
        self.fill(colour);
        let height = self.pages.size.1;
        let mut rectangle = Rect::from_xywh(
            Pt(round(frame.x)),
            Pt(round(height - frame.y - frame.height)),
            Pt(round(frame.width)),
            Pt(round(frame.height)),
        );
        rectangle.mode = Some(PaintMode::Fill);
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn picture(&mut self, id: XObjectId, frame: &Frame) {
        let transform = XObjectTransform {
            translate_x: Some(Pt(round(frame.x))),
            translate_y: Some(Pt(round(self.pages.size.1 - frame.y - frame.height))),
            scale_x: Some(round(frame.width)),
            scale_y: Some(round(frame.height)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id, transform });
    }

    fn show(&mut self, run: &Run) {
        let Some(face) = self.faces.get(run.face) else { return };
        if run.glyphs.is_empty() || run.size <= 0.0 {
            return;
        }
        self.fill(run.colour);
        if self.font != Some((run.face, run.size)) {
            let font = PdfFontHandle::External(face.resource.clone());
            self.ops.push(Op::SetFont { font, size: Pt(run.size) });
            self.font = Some((run.face, run.size));
        }
        let mut line = Line {
            face,
            ops: &mut self.ops,
            origin: (run.x, self.pages.size.1 - run.y),
            thousandth: run.size / 1000.0,
            pen: None,
            shown: Vec::with_capacity(run.glyphs.len()),
        };
        for (glyphs, text) in clusters(run) {
            let says_itself = matches!(glyphs, [glyph] if face.text(face.code(glyph.id)) == text);
            if says_itself {
                line.glyph(&glyphs[0]);
            } else {
                line.flush();
                let spelling = dict(vec![("ActualText", DictItem::Bytes(utf16(text)))]);
                line.ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties: spelling });
                for glyph in glyphs {
                    line.glyph(glyph);
                }
                line.flush();
                line.ops.push(Op::EndMarkedContent);
            }
        }
        line.flush();
    }
}

/// A run while it is shown. The pen stands where a viewer's pen stands, so rounding never adds up.
struct Line<'a> {
    face: &'a Face,
    ops: &'a mut Vec<Op>,
    /// The start of the run's baseline on the sheet, y upwards.
    origin: (f32, f32),
    thousandth: f32,
    /// The position of the pen, and its upward shift.
    pen: Option<(f32, f32)>,
    shown: Vec<Codepoint>,
}

impl Line<'_> {
    fn glyph(&mut self, glyph: &Glyph) {
        let code = self.face.code(glyph.id);
        let at = self.origin.0 + glyph.x;
        let x = match self.pen {
            Some((x, dy)) if dy == glyph.dy => {
                let kern = ((x - at) / self.thousandth).round();
                if kern == 0.0 {
                    x
                } else {
                    match self.shown.last_mut() {
                        Some(last) => last.offset = kern,
                        None => self.ops.push(Op::ShowText { items: vec![TextItem::Offset(kern)] }),
                    }
                    x - kern * self.thousandth
                }
            }
            _ => {
                self.flush();
                let (x, y) = (round(at), round(self.origin.1 + glyph.dy));
                self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(x), Pt(y)) });
                x
            }
        };
        self.shown.push(Codepoint { gid: code, offset: 0.0, cid: Some(self.face.text(code).to_owned()) });
        self.pen = Some((x + self.face.width(code) * self.thousandth, glyph.dy));
    }

    fn flush(&mut self) {
        if !self.shown.is_empty() {
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(std::mem::take(&mut self.shown))] });
        }
    }
}

/// Three decimals: finer than any printer, and short in the file.
pub(super) fn round(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

fn pagination(subtype: &str, edge: &str) -> Vec<(&'static str, DictItem)> {
    vec![("Type", name("Pagination")), ("Subtype", name(subtype)), ("Attached", DictItem::Array(vec![name(edge)]))]
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn dict(entries: Vec<(&str, DictItem)>) -> DictItem {
    DictItem::Dict { map: entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<BTreeMap<_, _>>() }
}
