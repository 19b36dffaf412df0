//! Blocks to paragraphs and tables: one story is one stream of text with relationships of its own.
//!
//! Columns become a table of one row without borders, cells in the order of the columns; columns that follow each
//! other become rows of one table, so that a grid of signers is one thing to edit. That is how people set addresses
//! and signatures side by side in Word, it looks as the pages do, and a table without merged cells is read cell
//! by cell, which is the order of the letter.

use std::collections::BTreeMap;

use docx_rs::{
    AlignmentType, BreakType, IndentLevel, LineSpacing, NumPages, NumberingId, PageNum, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, ParagraphChild, ParagraphProperty, Pic, Run, Table, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::finish::{Figure, figure_id, starts_rtl};
use super::lists::{DEEPEST, Lists};
use super::notes::Notes;
use super::picture::{self, File};
use super::styles::{self, twips};
use super::tree::clean;
use crate::letter::{
    Align, Block, BlockKind, Colour, Column, Inline, Letter, List, Mark, Part, PictureUse, Role, SignerBlock, Tone,
    plain,
};
use crate::style::{NaturalColumn, RULE_COLOUR, Style};
use crate::write::WriteError;

/// The space between two columns, in twentieths of a point.
const GUTTER: i32 = 240;

/// What all stories of a document share.
pub(super) struct Writing<'a> {
    pub(super) letter: &'a Letter,
    pub(super) style: &'a Style,
    pub(super) lists: Lists,
    pub(super) notes: Notes,
    pub(super) figures: Vec<Figure>,
    /// The embedded files, in the order of their first use.
    pub(super) media: Vec<File>,
}

/// What kind of stream a story is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The letter from the date to the copies.
    Body,
    /// A header or footer; Word has no notes there.
    Frame,
    /// What notes say; Word has no notes and no tables of ours there.
    Notes,
}

/// Where a relationship leads.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    Link(String),
    /// An index into [`Writing::media`].
    File(usize),
}

/// A stream of text under way.
pub(super) struct Story {
    pub(super) kind: Kind,
    /// Ids and where they lead.
    pub(super) relationships: Vec<(String, Target)>,
    /// The ids of links, by where they lead.
    links: BTreeMap<String, String>,
    /// What opens the next paragraph: the mark of a note.
    pub(super) opening: Vec<ParagraphChild>,
}

/// A paragraph, or columns side by side.
pub(super) enum Flow {
    Paragraph(Box<Paragraph>),
    Grid(Grid),
}

/// Rows of columns.
pub(super) struct Grid {
    width: i32,
    /// The widths of the columns without the gutter; equal when none.
    widths: Option<Vec<i32>>,
    rows: Vec<Vec<Vec<Flow>>>,
}

/// Rows with more paragraphs in a cell may break across pages: they would leave too much room behind.
const UNBROKEN: usize = 4;

/// Where blocks stand.
#[derive(Clone, Copy)]
pub(super) struct Place {
    role: Role,
    /// The style of paragraphs, in place of the role's own.
    base: Option<&'static str>,
    align: Align,
    /// The edges of the text, in twentieths of a point from those of the column.
    left: i32,
    right: i32,
    /// The width of the column.
    width: i32,
    quoted: bool,
    /// The level of a list found here.
    level: usize,
    /// The numbering definition of the list around, as long as a list here may share it.
    outer: Option<usize>,
    in_item: bool,
}

/// How a paragraph is to be made.
#[derive(Clone, Copy)]
struct Wanted {
    style: &'static str,
    keep_next: bool,
    keep_lines: bool,
    colour: Option<Colour>,
    /// Numbering definition and level.
    number: Option<(usize, usize)>,
}

impl Wanted {
    fn styled(style: &'static str) -> Self {
        Self { style, keep_next: false, keep_lines: false, colour: None, number: None }
    }
}

impl Story {
    pub(super) fn new(kind: Kind) -> Self {
        Self { kind, relationships: Vec::new(), links: BTreeMap::new(), opening: Vec::new() }
    }

    /// The relationship id of a link.
    pub(super) fn link(&mut self, url: &str) -> String {
        if let Some(id) = self.links.get(url) {
            return id.clone();
        }
        let id = format!("rIdLink{}", self.relationships.len() + 1);
        self.relationships.push((id.clone(), Target::Link(url.to_owned())));
        self.links.insert(url.to_owned(), id.clone());
        id
    }
}

impl Place {
    /// The place of a part's blocks in a column of this width.
    pub(super) fn of(part: &Part, width: i32) -> Self {
        Self::new(part.role, None, part.align, width)
    }

    /// The place of what a note says.
    pub(super) fn note(style: &'static str, width: i32) -> Self {
        Self::new(Role::Body, Some(style), Align::Start, width)
    }

    fn new(role: Role, base: Option<&'static str>, align: Align, width: i32) -> Self {
        let left = if align == Align::Middle { width / 2 } else { 0 };
        Self { role, base, align, left, right: 0, width, quoted: false, level: 0, outer: None, in_item: false }
    }

    fn style(&self, tone: Tone) -> &'static str {
        match self.base.unwrap_or_else(|| styles::of(self.role, tone)) {
            styles::BODY if self.quoted => styles::QUOTE,
            styles::BODY if self.in_item => styles::LIST_CONTINUE,
            style => style,
        }
    }
}

impl Writing<'_> {
    /// Writes blocks one after the other.
    pub(super) fn blocks(
        &mut self,
        blocks: &[Block],
        place: Place,
        story: &mut Story,
        out: &mut Vec<Flow>,
    ) -> Result<(), WriteError> {
        for block in blocks {
            if matches!(block.kind, BlockKind::List(_) | BlockKind::Quote(_)) {
                // The words that announce it stand on the page on which it begins.
                keep_with_next(out);
            }
            match &block.kind {
                BlockKind::Paragraph { tone, content } => {
                    let wanted = Wanted {
                        keep_next: *tone == Tone::Lead,
                        colour: if let Tone::Name { colour } = tone { *colour } else { None },
                        ..Wanted::styled(place.style(*tone))
                    };
                    self.paragraph(content, wanted, place, story, out);
                }
                BlockKind::Heading { level, content } => {
                    self.paragraph(content, Wanted::styled(styles::heading(*level)), place, story, out);
                }
                BlockKind::List(list) => self.list(list, place, story, out)?,
                BlockKind::Quote(inner) => {
                    let step = twips(self.style.quote_indent());
                    let place = Place { left: place.left + step, right: place.right + step, quoted: true, ..place };
                    self.blocks(inner, place, story, out)?;
                }
                BlockKind::Columns(columns) if story.kind == Kind::Notes => {
                    for column in columns {
                        self.blocks(&column.blocks, Place { align: column.align, ..place }, story, out)?;
                    }
                }
                BlockKind::Columns(columns) => self.columns(columns, place, story, out)?,
                BlockKind::Picture(used) => {
                    self.picture(used, Wanted::styled(place.style(Tone::Normal)), place, story, out)?;
                }
                BlockKind::Signer(signer) => self.signer(signer, place, story, out)?,
                BlockKind::Rule { colour } => rule(*colour, out),
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, content: &[Inline], wanted: Wanted, place: Place, story: &mut Story, out: &mut Vec<Flow>) {
        let mut children = std::mem::take(&mut story.opening);
        self.inlines(content, wanted.colour, story, &mut children);
        let mut made = blank(wanted, place, self.style);
        if starts_rtl(&plain(content)) {
            made.property.bidi = Some(true);
        }
        made.children = children;
        out.push(Flow::Paragraph(Box::new(made)));
    }

    fn list(&mut self, list: &List, place: Place, story: &mut Story, out: &mut Vec<Flow>) -> Result<(), WriteError> {
        let level = place.level.min(DEEPEST);
        let left = place.left + twips(self.style.list_indent());
        let id = self.lists.define(list, level, left, place.outer, self.style);
        let base = if place.base.is_some() || place.role != Role::Body {
            place.style(Tone::Normal)
        } else {
            styles::list_item(list.numbering.is_some(), level)
        };
        let is_body = base == styles::list_item(list.numbering.is_some(), level);
        let gap = if list.asks { self.style.paragraph_space() } else { self.style.item_space() };
        let numbered = Wanted { keep_lines: list.asks, number: Some((id, level)), ..Wanted::styled(base) };
        for item in &list.items {
            let mut inner = Place { left, level: level + 1, outer: Some(id), in_item: true, ..place };
            let rest = match item.blocks.split_first() {
                Some((Block { kind: BlockKind::Paragraph { content, .. }, .. }, rest)) => {
                    self.paragraph(content, numbered, place, story, out);
                    rest
                }
                // The number needs a paragraph to stand in.
                _ => {
                    self.paragraph(&[], numbered, place, story, out);
                    &item.blocks
                }
            };
            for block in rest {
                if is_body {
                    stand_above(gap, self.style, out);
                }
                self.blocks(std::slice::from_ref(block), inner, story, out)?;
                // A second list in one item counts anew, which the shared definition would not.
                if matches!(block.kind, BlockKind::List(_)) {
                    inner.outer = None;
                }
            }
            if is_body {
                stand_above(gap, self.style, out);
            }
        }
        if is_body && !place.in_item {
            stand_above(self.style.paragraph_space(), self.style, out);
        }
        Ok(())
    }

    fn columns(
        &mut self,
        columns: &[Column],
        place: Place,
        story: &mut Story,
        out: &mut Vec<Flow>,
    ) -> Result<(), WriteError> {
        let count = columns.len().max(1) as i32;
        let share = (place.width + GUTTER) / count - GUTTER;
        let widths = natural_widths(columns, place, self.letter, self.style);
        let mut row = Vec::with_capacity(columns.len());
        for (index, column) in columns.iter().enumerate() {
            let width = widths.as_ref().and_then(|widths| widths.get(index)).copied().unwrap_or(share);
            let inner = Place::new(place.role, place.base, column.align, width);
            let mut cell = Vec::new();
            self.blocks(&column.blocks, inner, story, &mut cell)?;
            row.push(cell);
        }
        match out.last_mut() {
            Some(Flow::Grid(grid)) if grid.widths == widths => grid.rows.push(row),
            _ => out.push(Flow::Grid(Grid { width: place.width, widths, rows: vec![row] })),
        }
        Ok(())
    }

    fn signer(
        &mut self,
        signer: &SignerBlock,
        place: Place,
        story: &mut Story,
        out: &mut Vec<Flow>,
    ) -> Result<(), WriteError> {
        let mark = Wanted::styled(styles::SIGNATURE_MARK);
        let mut lines = styles::SIGNATURE;
        match &signer.mark {
            Mark::None => {}
            Mark::Space => lines = styles::SIGNATURE_BY_HAND,
            Mark::Slash(name) => {
                let words = [Inline::Emphasis(vec![Inline::Text(format!("/s/ {name}"))])];
                self.paragraph(&words, mark, place, story, out);
            }
            Mark::Picture(used) => self.picture(used, mark, place, story, out)?,
        }
        self.paragraph(&signer.lines, Wanted::styled(lines), place, story, out);
        Ok(())
    }

    /// A picture that the letter does not hold, or that has no size, leaves no trace.
    fn picture(
        &mut self,
        used: &PictureUse,
        wanted: Wanted,
        place: Place,
        story: &mut Story,
        out: &mut Vec<Flow>,
    ) -> Result<(), WriteError> {
        let Some(picture) = self.letter.pictures.get(&used.name) else { return Ok(()) };
        let Some(size) = picture::fit(picture, used) else { return Ok(()) };
        let file = picture::file(picture, size)?;
        let index = self.media.iter().position(|other| *other == file).unwrap_or_else(|| {
            self.media.push(file);
            self.media.len() - 1
        });
        let id = figure_id(self.figures.len());
        self.figures.push(Figure { alt: used.alt.clone() });
        story.relationships.push((id.clone(), Target::File(index)));
        let emu = |points: f32| (points * 12_700.0).round() as u32;
        let pic = Pic::new_with_dimensions(Vec::new(), 1, 1).id(id).size(emu(size.0), emu(size.1));
        let mut made = blank(wanted, place, self.style);
        made.children = std::mem::take(&mut story.opening);
        made.children.push(ParagraphChild::Run(Box::new(Run::new().add_image(pic))));
        out.push(Flow::Paragraph(Box::new(made)));
        Ok(())
    }

    /// The continuation head: its lines, and at the end of the first the number of the page, which Word fills in.
    pub(super) fn continuation(&self, page: &str, of: &str) -> Paragraph {
        let place = Place::new(Role::Body, None, Align::Start, 0);
        let mut lines = self.letter.continuation.iter().map(|line| Run::new().add_text(clean(line)));
        let mut made = blank(Wanted::styled(styles::CONTINUATION), place, self.style)
            .add_run(lines.next().unwrap_or_default())
            .add_run(Run::new().add_tab().add_text(format!("{page} ")))
            .add_page_num(PageNum::new())
            .add_run(Run::new().add_text(format!(" {of} ")))
            .add_num_pages(NumPages::new());
        for line in lines {
            made = made.add_run(Run::new().add_break(BreakType::TextWrapping)).add_run(line);
        }
        if self.letter.continuation.first().is_some_and(|line| starts_rtl(line)) {
            made.property.bidi = Some(true);
        }
        made
    }
}

/// A paragraph without words: what its style does not say already is said here.
fn blank(wanted: Wanted, place: Place, style: &Style) -> Paragraph {
    let mut property = ParagraphProperty::new().style(wanted.style);
    if wanted.keep_next {
        property = property.keep_next(true);
    }
    if wanted.keep_lines {
        property = property.keep_lines(true);
    }
    match place.align {
        Align::Start | Align::Middle => {}
        Align::Centre => property = property.align(AlignmentType::Center),
        // Word turns left and right around in paragraphs that read from right to left.
        Align::End => property = property.align(AlignmentType::Right),
    }
    if let Some((id, level)) = wanted.number {
        property = property.numbering(NumberingId::new(id), IndentLevel::new(level));
    } else if place.left != styles::left(wanted.style, style) {
        property = property.indent(Some(place.left), None, Some(place.right), None);
    }
    Paragraph::new().with(property)
}

/// Paragraphs take a whole property at once.
trait WithProperty {
    fn with(self, property: ParagraphProperty) -> Self;
}

impl WithProperty for Paragraph {
    fn with(mut self, property: ParagraphProperty) -> Self {
        self.property = property;
        self
    }
}

/// A rule is the lower border of the paragraph above it, as it is when typed in Word.
fn rule(colour: Option<Colour>, out: &mut Vec<Flow>) {
    let Colour([r, g, b]) = colour.unwrap_or(Colour(RULE_COLOUR));
    let border =
        ParagraphBorder::new(ParagraphBorderPosition::Bottom).size(6).space(4).color(format!("{r:02X}{g:02X}{b:02X}"));
    end_with_paragraph(out);
    if let Some(Flow::Paragraph(last)) = out.last_mut() {
        last.property.borders = Some(ParagraphBorders::with_empty().set(border));
    }
}

/// The foot of page one stands under a rule, as on the pages.
pub(super) fn rule_above(out: &mut [Flow]) {
    if let Some(Flow::Paragraph(first)) = out.first_mut() {
        let [r, g, b] = RULE_COLOUR;
        let border =
            ParagraphBorder::new(ParagraphBorderPosition::Top).size(6).space(4).color(format!("{r:02X}{g:02X}{b:02X}"));
        first.property.borders = Some(ParagraphBorders::with_empty().set(border));
    }
}

/// Keeps the distance between a header and the text below it, which nothing but the last paragraph can.
pub(super) fn space_below(points: f32, out: &mut [Flow]) {
    if let Some(Flow::Paragraph(last)) = out.last_mut() {
        last.property.line_spacing = Some(LineSpacing::new().after(twips(points).unsigned_abs()));
    }
}

/// Gives the last paragraph the space below it that its place in a list asks for, where its style does not.
fn stand_above(gap: f32, style: &Style, out: &mut [Flow]) {
    if let Some(Flow::Paragraph(last)) = out.last_mut() {
        let id = last.property.style.as_ref().map_or("", |style| style.val.as_str());
        let own = twips(styles::below_item(id, style));
        let wanted = twips(gap);
        last.property.line_spacing = (own != wanted).then(|| LineSpacing::new().after(wanted.unsigned_abs()));
    }
}

/// Keeps the last paragraph on the page of what follows it.
pub(super) fn keep_with_next(out: &mut [Flow]) {
    if let Some(Flow::Paragraph(last)) = out.last_mut() {
        last.property.keep_next = Some(true);
    }
}

/// The last thing in a cell, header or body must be a paragraph.
pub(super) fn end_with_paragraph(out: &mut Vec<Flow>) {
    if !matches!(out.last(), Some(Flow::Paragraph(_))) {
        out.push(Flow::Paragraph(Box::new(Paragraph::new().style(styles::SPACER))));
    }
}

/// The widths of a letterhead's columns, where their lines fit side by side. Word breaks the lines itself, so that how
/// long they are can only be weighed here.
fn natural_widths(columns: &[Column], place: Place, letter: &Letter, style: &Style) -> Option<Vec<i32>> {
    if place.role != Role::Letterhead || columns.len() < 2 {
        return None;
    }
    let natural: Option<Vec<NaturalColumn>> = columns.iter().map(|column| weigh(column, letter, style)).collect();
    let widths = style.natural_columns(&natural?, place.width as f32 / 20.0)?;
    // The gap of the pages and the gutter of the table differ: the columns take the difference.
    let spare = (twips(style.column_gap()) - GUTTER) * (columns.len() as i32 - 1) / columns.len() as i32;
    Some(widths.into_iter().map(|width| twips(width) + spare).collect())
}

/// How wide a column would like to be, if it holds nothing but lines and pictures.
fn weigh(column: &Column, letter: &Letter, style: &Style) -> Option<NaturalColumn> {
    let mut weighed = NaturalColumn { width: 0.0, is_picture: !column.blocks.is_empty() };
    for block in &column.blocks {
        let width = match &block.kind {
            BlockKind::Paragraph { tone, content } => {
                weighed.is_picture = false;
                // Bold type is wider.
                let size = if matches!(tone, Tone::Name { .. }) { style.name_size() * 1.05 } else { style.size };
                let lines = content.split(|inline| *inline == Inline::Break).map(plain);
                lines.map(|line| line.chars().map(ems).sum::<f32>() * size).fold(0.0, f32::max)
            }
            BlockKind::Picture(used) => picture::fit(letter.pictures.get(&used.name)?, used)?.0,
            _ => return None,
        };
        weighed.width = weighed.width.max(width);
    }
    Some(weighed)
}

/// How wide a character is in most faces, on the safe side, as a share of the size.
fn ems(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.31,
        'm' | 'w' | 'M' | 'W' | '@' => 0.88,
        c if c.is_uppercase() => 0.69,
        c if u32::from(c) >= 0x1100 => 1.0,
        _ => 0.53,
    }
}

impl Grid {
    /// The last row does not stand alone on a page.
    pub(super) fn keep_last_row(&mut self) {
        if let [.., before, _] = self.rows.as_mut_slice() {
            before.iter_mut().for_each(|cell| keep_with_next(cell));
        }
    }

    /// The table; rows with fewer columns than the longest are filled up with empty cells.
    ///
    /// It stands out into the margin by one gutter, so that the last column ends where the text does.
    pub(super) fn table(self) -> Table {
        let count = self.rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let share = usize::try_from(self.width + GUTTER).unwrap_or_default() / count;
        let own = self.widths.unwrap_or_default();
        let own: Vec<usize> = own.iter().map(|width| usize::try_from(width + GUTTER).unwrap_or_default()).collect();
        let widths = if own.len() == count { own } else { vec![share; count] };
        let rows = self.rows.into_iter().map(|mut row| {
            row.resize_with(count, Vec::new);
            let is_short = row.iter().all(|flows| flows.len() <= UNBROKEN);
            let row = TableRow::new(row.into_iter().zip(&widths).map(|(flows, width)| cell(flows, *width)).collect());
            if is_short { row.cant_split() } else { row }
        });
        let gutter = usize::try_from(GUTTER).unwrap_or_default();
        Table::new(rows.collect())
            .set_grid(widths.clone())
            .width(widths.iter().sum(), WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .margins(TableCellMargins::new().margin(0, gutter, 0, 0))
            .clear_all_border()
    }
}

fn cell(mut flows: Vec<Flow>, width: usize) -> TableCell {
    end_with_paragraph(&mut flows);
    flows.into_iter().fold(TableCell::new().width(width, WidthType::Dxa), |cell, flow| match flow {
        Flow::Paragraph(paragraph) => cell.add_paragraph(*paragraph),
        Flow::Grid(grid) => cell.add_table(grid.table()),
    })
}
