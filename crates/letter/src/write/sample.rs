//! Pages set by hand, for the tests of the writers: no shaping and no breaking, only glyphs in a row.

use std::sync::Arc;

use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};

use crate::layout::font::{FaceId, Fonts};
use crate::layout::page::{
    Artifact, Frame, Glyph, LinkArea, Node, NodeId, NodeRole, OutlineEntry, Owner, Page, Pages, Paint, PaintMark, Run,
};
use crate::letter::Digits;
use crate::picture::{Picture, Raster, Segment, Vector, VectorPath};

/// Sets lines one below the other.
pub(super) struct Sheet<'a> {
    fonts: &'a Fonts,
    pub(super) pages: Pages,
    y: f32,
    size: f32,
}

/// The regular serif, and the italic one.
const FACES: [FaceId; 2] = [0, 2];

impl<'a> Sheet<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        let document = Node { role: NodeRole::Document, parent: 0 };
        let pages =
            Pages { size: (612.0, 792.0), pages: vec![Page::default()], nodes: vec![document], ..Pages::default() };
        Self { fonts, pages, y: 72.0, size: 11.0 }
    }

    pub(super) fn node(&mut self, parent: NodeId, role: NodeRole) -> NodeId {
        self.pages.nodes.push(Node { role, parent });
        self.pages.nodes.len() - 1
    }

    /// Sets a line. `_` opens and closes italics; `ffi` is one glyph; a mark joins the letter before it.
    pub(super) fn line(&mut self, owner: Owner, source: &str, text: &str) -> Frame {
        self.y += self.size * 1.4;
        let mut frame = Frame { x: 72.0, y: self.y - self.size, width: 0.0, height: self.size * 1.3 };
        let mut runs = Vec::new();
        for (place, part) in text.split('_').enumerate() {
            let run = self.run(FACES[place % 2], 72.0 + frame.width, part);
            frame.width += run.glyphs.last().map_or(0.0, |glyph| glyph.x + glyph.advance);
            runs.push(run);
        }
        self.paint(owner, source, PaintMark::Text(runs));
        frame
    }

    /// Sets a line of an element.
    pub(super) fn say(&mut self, node: NodeId, text: &str) -> Frame {
        self.line(Owner::Node(node), "", text)
    }

    pub(super) fn run(&self, face: FaceId, x: f32, text: &str) -> Run {
        let font = self.fonts.face(face).open().unwrap();
        let map = font.charmap();
        let metrics = font.glyph_metrics(Size::new(self.size), LocationRef::default());
        let mut glyphs: Vec<Glyph> = Vec::new();
        let mut end = 0.0;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (taken, drawn) = if rest.starts_with("ffi") { (3, 'ﬃ') } else { (first.len_utf8(), first) };
            let start = (text.len() - rest.len()) as u32;
            let mut cluster = (start, start + taken as u32);
            rest = &rest[taken..];
            let glyph = map.map(drawn).unwrap_or_default();
            let mut advance = metrics.advance_width(glyph).unwrap_or(0.0);
            if ('\u{300}'..'\u{370}').contains(&first) {
                let base = glyphs.last_mut().unwrap();
                base.cluster.1 = cluster.1;
                cluster = base.cluster;
                advance = 0.0;
            }
            glyphs.push(Glyph { id: glyph.to_u32() as u16, x: end, dy: 0.0, advance, cluster });
            // A little more than the advance, as justified lines have it.
            end += advance + if first == ' ' { 0.37 } else { 0.0 };
        }
        Run { face, size: self.size, x, y: self.y, colour: [0; 3], glyphs: glyphs.into(), text: text.into() }
    }

    pub(super) fn paint(&mut self, owner: Owner, source: &str, mark: PaintMark) {
        let page = self.pages.pages.last_mut().unwrap();
        page.paints.push(Paint { owner, source: source.into(), mark });
    }

    pub(super) fn picture(&mut self, node: NodeId, width: f32, height: f32, picture: Arc<Picture>) {
        self.y += 8.0;
        let frame = Frame { x: 72.0, y: self.y, width, height };
        self.y += height;
        if let NodeRole::Figure { place, .. } = &mut self.pages.nodes[node].role {
            *place = Some((self.pages.pages.len() - 1, frame));
        }
        self.paint(Owner::Node(node), "sender.logo", PaintMark::Picture { frame, picture });
    }

    pub(super) fn link(&mut self, node: NodeId, text: &str) {
        let frame = self.say(node, text);
        self.pages.pages.last_mut().unwrap().links.push(LinkArea { node, frame });
    }

    pub(super) fn turn(&mut self) {
        self.pages.pages.push(Page::default());
        self.y = 72.0;
    }

    fn heading(&mut self, level: u8, text: &str) {
        let node = self.node(0, NodeRole::Heading(level));
        let frame = self.say(node, text);
        let page = self.pages.pages.len() - 1;
        self.pages.outline.push(OutlineEntry { title: text.into(), level, page, y: frame.y });
    }
}

/// A case: a name, what it shows, and how it is set.
pub(super) type Case = (&'static str, fn(&mut Sheet<'_>));

/// One page or two for each thing that a letter may hold.
pub(super) const CASES: [Case; 13] = [
    ("empty", |_| {}),
    ("headings", |sheet| {
        sheet.heading(1, "Background");
        sheet.heading(2, "In 2024");
        sheet.heading(2, "Ñow & “then”");
        sheet.turn();
        sheet.heading(1, "Requests");
    }),
    ("headings from the second level", |sheet| {
        sheet.heading(2, "First");
        sheet.heading(2, "Second");
    }),
    ("nested list", |sheet| {
        let list = sheet.node(0, NodeRole::List { numbering: Some(Digits::Decimal) });
        let item = sheet.node(list, NodeRole::ListItem);
        let label = sheet.node(item, NodeRole::Label);
        let body = sheet.node(item, NodeRole::ListBody);
        let words = sheet.node(body, NodeRole::Paragraph);
        let inner = sheet.node(body, NodeRole::List { numbering: Some(Digits::LowerAlpha) });
        let inner_item = sheet.node(inner, NodeRole::ListItem);
        let inner_label = sheet.node(inner_item, NodeRole::Label);
        let inner_body = sheet.node(inner_item, NodeRole::ListBody);
        sheet.say(label, "1)");
        sheet.say(words, "Fund the library.");
        sheet.say(inner_label, "(a)");
        sheet.say(inner_body, "On Sundays.");
    }),
    ("link over two pages", |sheet| {
        let paragraph = sheet.node(0, NodeRole::Paragraph);
        let url = "https://example.org/a?b=c&d=é".into();
        let link = sheet.node(paragraph, NodeRole::Link { url, title: "the staff report".into() });
        sheet.say(paragraph, "As ");
        sheet.link(link, "the staff ");
        sheet.link(link, "report ");
        sheet.turn();
        sheet.link(link, "says");
        sheet.say(paragraph, ", it rains.");
    }),
    ("note", |sheet| {
        let paragraph = sheet.node(0, NodeRole::Paragraph);
        let reference = sheet.node(paragraph, NodeRole::Reference);
        let note = sheet.node(0, NodeRole::Note);
        let label = sheet.node(note, NodeRole::Label);
        let words = sheet.node(note, NodeRole::Paragraph);
        sheet.say(paragraph, "It rains.");
        sheet.say(reference, "1");
        sheet.say(label, "1");
        sheet.say(words, "Almanac, 2025.");
        sheet.say(paragraph, "It also snows.");
    }),
    ("quotation and columns", |sheet| {
        let div = sheet.node(0, NodeRole::Div);
        let left = sheet.node(div, NodeRole::Paragraph);
        let never = sheet.node(div, NodeRole::Paragraph);
        sheet.node(never, NodeRole::Reference);
        let quotation = sheet.node(0, NodeRole::BlockQuote);
        let quoted = sheet.node(quotation, NodeRole::Paragraph);
        sheet.say(left, "Jane Doe");
        sheet.say(quoted, "We shall see.");
    }),
    ("furniture", |sheet| {
        sheet.line(Owner::Artifact(Artifact::Header), "", "Page 2 of 2");
        let paragraph = sheet.node(0, NodeRole::Paragraph);
        let frame = sheet.line(Owner::Node(paragraph), "words.hook", "Underlined _and italic_ words.");
        let rule =
            PaintMark::Rule { frame: Frame { y: frame.y + frame.height, height: 0.5, ..frame }, colour: [160, 20, 20] };
        sheet.paint(Owner::Node(paragraph), "words.hook", rule);
        sheet.line(Owner::Artifact(Artifact::Footer), "", "Together we read.");
    }),
    ("ligatures and marks", |sheet| {
        let paragraph = sheet.node(0, NodeRole::Paragraph);
        sheet.say(paragraph, "The office’s “staff” ffi ﬃ – naïve");
        sheet.say(paragraph, "q\u{303}ue e\u{301}te\u{301}, q\u{303} and \u{a0}\u{2011}-\u{ad}");
    }),
    ("Vietnamese", |sheet| {
        let paragraph = sheet.node(0, NodeRole::Paragraph);
        sheet.say(paragraph, "Kính gửi Ủy ban Quận, ngày 10 tháng 2: những đề nghị của tổ chức.");
    }),
    ("characters without a glyph", |sheet| {
        let paragraph = sheet.node(0, NodeRole::Paragraph);
        sheet.say(paragraph, "Thanks 🎉 all?");
    }),
    ("only characters without a glyph", |sheet| {
        let paragraph = sheet.node(0, NodeRole::Paragraph);
        sheet.say(paragraph, "🎉");
    }),
    ("figures", |sheet| {
        for (alt, picture) in [("A seal", seal()), ("A photo", photo()), ("Signature of Jane", strokes())] {
            let figure = sheet.node(0, NodeRole::Figure { alt: alt.into(), place: None });
            sheet.picture(figure, 90.0, 60.0, Arc::new(picture.clone()));
            let again = sheet.node(0, NodeRole::Figure { alt: String::new(), place: None });
            sheet.picture(again, 45.0, 30.0, Arc::new(picture));
        }
    }),
];

/// A disc that fades out.
fn seal() -> Picture {
    let (width, height) = (90_u32, 60_u32);
    let mut rgb = Vec::new();
    let mut alpha = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let distance = (x as f32 - 45.0).hypot(y as f32 - 30.0);
            rgb.extend([200, (x * 2) as u8, (y * 4) as u8]);
            alpha.push((255.0 - distance * 8.0).clamp(0.0, 255.0) as u8);
        }
    }
    Picture::Raster(Raster { width, height, rgb, alpha: Some(alpha), jpeg: None })
}

/// A gradient that came as a JPEG.
fn photo() -> Picture {
    let (width, height) = (64_u32, 48_u32);
    let rgb: Vec<u8> = (0..width * height).flat_map(|i| [(i % 64 * 4) as u8, (i / 64 * 5) as u8, 90]).collect();
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut jpeg)
        .encode(&rgb, width, height, image::ExtendedColorType::Rgb8)
        .unwrap();
    Picture::Raster(Raster { width, height, rgb, alpha: None, jpeg: Some(jpeg) })
}

/// A drawn signature over a ring.
fn strokes() -> Picture {
    let square = |from: f32, to: f32| {
        [
            Segment::Move([from, from]),
            Segment::Line([to, from]),
            Segment::Line([to, to]),
            Segment::Line([from, to]),
            Segment::Close,
        ]
    };
    let ring = [square(10.0, 50.0), square(20.0, 40.0)].concat();
    let line = vec![Segment::Move([5.0, 20.0]), Segment::Curve([30.0, 0.0], [50.0, 60.0], [80.0, 30.0])];
    let paths = vec![
        VectorPath { segments: ring, fill: Some([30, 90, 160]), even_odd: true, stroke: None },
        VectorPath { segments: line, fill: None, even_odd: false, stroke: Some(([0, 0, 0], 2.5)) },
    ];
    Picture::Vector(Vector { width: 90.0, height: 60.0, paths })
}

/// The pages of a case.
pub(super) fn pages(case: Case, fonts: &Fonts) -> Pages {
    let mut sheet = Sheet::new(fonts);
    (case.1)(&mut sheet);
    sheet.pages
}
