//! A letter to a Word document: what a careful person would have made by hand.
//!
//! Named styles, real lists, headers with a different first page, Word's own notes, alternative texts, and nothing
//! of the machine. docx-rs builds the elements; `finish` mends what it cannot say, and `package` writes the parts
//! around them. Its own packing and reading are never used: they depend on counters of the process, on the clock
//! and on the order of hash maps, and they lose what they do not know.
//!
//! ```text
//! Letter ─ story, inline, notes, lists ─► docx-rs elements ─ finish (tree, order) ─► parts ─ package ─► bytes
//! ```
//!
//! The text is set in Cambria or Calibri, not in the faces of the pages: a clerk's Word has these, and a font that
//! is missing would be replaced by one nobody chose. They are theme fonts, so one click changes the whole letter.

mod finish;
mod inline;
mod lists;
mod notes;
mod order;
mod package;
mod picture;
mod properties;
mod story;
mod styles;
mod theme;
mod tree;

#[cfg(test)]
mod tests;

use docx_rs::{
    BuildXML, Document, Footer, FooterReference, Header, HeaderReference, PageMargin, PageSize, Paragraph,
    SectionProperty,
};

use self::finish::{count_endnotes, finished_one};
use self::package::{DECLARATION, NAMESPACES, Part, Parts};
use self::story::{Flow, Kind, Place, Story, Writing, end_with_paragraph, keep_with_next, rule_above, space_below};
use self::styles::twips;
use self::tree::Element;
use super::{Meta, WriteError};
use crate::language;
use crate::letter::{self, Letter, NotePlace, Role};
use crate::style::Style;

/// So many signature blocks stand on one page; a longer chain that does not fit on a page, Word would break anywhere.
const MOST_TOGETHER: usize = 4;

/// The ids by which the document names its headers and footer.
const FIRST_HEADER: &str = "rIdFirstHeader";
const HEADER: &str = "rIdHeader";
const FIRST_FOOTER: &str = "rIdFirstFooter";

/// The Word document of a letter.
pub fn docx(letter: &Letter, style: &Style, meta: &Meta) -> Result<Vec<u8>, WriteError> {
    let mut writing = Writing {
        letter,
        style,
        lists: lists::Lists::default(),
        notes: notes::Notes::default(),
        figures: Vec::new(),
        media: Vec::new(),
    };
    let width = twips(style.measure());
    let first_header = frame(&mut writing, Role::Letterhead, width)?;
    let first_footer = frame(&mut writing, Role::Foot, width)?;
    let mut body = Story::new(Kind::Body);
    let flows = body_flows(&mut writing, width, &mut body)?;

    let mut document = Document::new();
    for flow in flows {
        document = match flow {
            Flow::Paragraph(paragraph) => document.add_paragraph(*paragraph),
            Flow::Grid(grid) => document.add_table(grid.table()),
        };
    }
    document.section_property = section(style, first_header.is_some(), first_footer.is_some());

    let mut parts = Parts::default();
    let mut document = finished_one(&document.build(), &writing.figures)?;
    if writing.has_notes() && letter.note_style.place == NotePlace::End {
        count_endnotes(&mut document);
    }
    parts.document = Part::new(rooted("w:document", &document), body.relationships);
    parts.header = Part::new(continuation(&writing)?, Vec::new());
    if let Some((flows, story)) = first_header {
        let header = flows.into_iter().fold(Header::new(), |header, flow| match flow {
            Flow::Paragraph(paragraph) => header.add_paragraph(*paragraph),
            Flow::Grid(grid) => header.add_table(grid.table()),
        });
        let xml = rooted("w:hdr", &finished_one(&header.build(), &writing.figures)?);
        parts.first_header = Some(Part::new(xml, story.relationships));
    }
    if let Some((flows, story)) = first_footer {
        let footer = flows.into_iter().fold(Footer::new(), |footer, flow| match flow {
            Flow::Paragraph(paragraph) => footer.add_paragraph(*paragraph),
            Flow::Grid(grid) => footer.add_table(grid.table()),
        });
        let xml = rooted("w:ftr", &finished_one(&footer.build(), &writing.figures)?);
        parts.first_footer = Some(Part::new(xml, story.relationships));
    }
    if writing.has_notes() {
        let (xml, story) = writing.notes_part(width)?;
        let part = Some(Part::new(xml, story.relationships));
        if letter.note_style.place == NotePlace::End {
            parts.endnotes = part;
        } else {
            parts.footnotes = part;
        }
    }
    parts.numbering = writing.lists.part(style)?;
    parts.styles = styles::part(style, &properties::language(&letter.language))?;
    parts.media = writing.media;
    package::package(&parts, style, letter, meta)
}

/// The parts between letterhead and foot, and the block of notes after them.
fn body_flows(writing: &mut Writing, width: i32, story: &mut Story) -> Result<Vec<Flow>, WriteError> {
    let letter = writing.letter;
    let mut flows = Vec::new();
    let mut after_signature = false;
    for part in letter.parts.iter().filter(|part| !matches!(part.role, Role::Letterhead | Role::Foot)) {
        if part.role == Role::Closing {
            // The closing never begins a page without the end of the body.
            keep_with_next(&mut flows);
        }
        if matches!(part.role, Role::Enclosures | Role::Copies) && after_signature {
            // Neither do the enclosures or the copies without the end of the signature.
            keep_with_next(&mut flows);
        }
        after_signature = matches!(part.role, Role::Signatures | Role::Enclosures);
        if part.role == Role::Signatures {
            signatures(writing, part, width, story, &mut flows)?;
        } else {
            writing.blocks(&part.blocks, Place::of(part, width), story, &mut flows)?;
        }
    }
    writing.note_block(width, story, &mut flows)?;
    if writing.has_notes() && letter.note_style.place == NotePlace::End {
        flows.push(Flow::Paragraph(Box::new(notes_heading(&letter.language))));
    }
    end_with_paragraph(&mut flows);
    Ok(flows)
}

/// Signature blocks below each other, as the pages keep them: a few stand on one page; of more, neither the first
/// nor the last stands alone.
fn signatures(
    writing: &mut Writing,
    part: &letter::Part,
    width: i32,
    story: &mut Story,
    flows: &mut Vec<Flow>,
) -> Result<(), WriteError> {
    let count = part.blocks.len();
    for (index, block) in part.blocks.iter().enumerate() {
        writing.blocks(std::slice::from_ref(block), Place::of(part, width), story, flows)?;
        let is_bound = count <= MOST_TOGETHER || index == 0 || index + 2 == count;
        if is_bound && index + 1 < count {
            keep_with_next(flows);
        }
    }
    if let Some(Flow::Grid(grid)) = flows.last_mut() {
        grid.keep_last_row();
    }
    Ok(())
}

/// The heading under which Word puts the endnotes.
fn notes_heading(tag: &str) -> Paragraph {
    let run = docx_rs::Run::new().add_text(language::words(tag).notes);
    Paragraph::new().style(styles::heading(2)).add_run(run)
}

/// The blocks of the parts that stand in the header or footer of page one; none when there are none.
fn frame(writing: &mut Writing, role: Role, width: i32) -> Result<Option<(Vec<Flow>, Story)>, WriteError> {
    let letter = writing.letter;
    let (mut flows, mut story) = (Vec::new(), Story::new(Kind::Frame));
    for part in letter.parts.iter().filter(|part| part.role == role) {
        writing.blocks(&part.blocks, Place::of(part, width), &mut story, &mut flows)?;
    }
    if flows.is_empty() {
        return Ok(None);
    }
    end_with_paragraph(&mut flows);
    if role == Role::Letterhead {
        space_below(writing.style.part_space(), &mut flows);
    } else {
        rule_above(&mut flows);
    }
    Ok(Some((flows, story)))
}

/// The header from page two.
fn continuation(writing: &Writing) -> Result<String, WriteError> {
    let (page, of) = language::words(&writing.letter.language).page_words();
    let header = Header::new().add_paragraph(writing.continuation(page, of));
    Ok(rooted("w:hdr", &finished_one(&header.build(), &[])?))
}

/// Paper, margins, headers and footer.
fn section(style: &Style, has_first_header: bool, has_first_footer: bool) -> SectionProperty {
    let [top, right, bottom, left] = style.margins.map(twips);
    let mut section = SectionProperty::new()
        .page_size(PageSize::new().size(twips(style.paper.0).unsigned_abs(), twips(style.paper.1).unsigned_abs()))
        .page_margin(
            PageMargin::new()
                .top(top)
                .right(right)
                .bottom(bottom)
                .left(left)
                .header(top / 2)
                .footer(bottom / 2)
                .gutter(0),
        )
        .title_pg();
    section.space = 720;
    section.header_reference = Some(HeaderReference::new("default", HEADER));
    section.first_header_reference = has_first_header.then(|| HeaderReference::new("first", FIRST_HEADER));
    section.first_footer_reference = has_first_footer.then(|| FooterReference::new("first", FIRST_FOOTER));
    section
}

/// A part with our namespaces in place of the library's.
fn rooted(name: &str, root: &Element) -> String {
    let mut out = format!("{DECLARATION}<{name} {NAMESPACES}>");
    for child in root.elements() {
        child.write(&mut out);
    }
    out + "</" + name + ">"
}
