//! Notes: Word's own footnotes and endnotes where the letter's marks allow it, else a block after the signature.
//!
//! Word counts notes itself. A mark that is not the next number (a symbol, or a number that skips) becomes a mark
//! of one's own, which Word leaves alone; a second mark for the same note is the mark as text, as Word has no
//! second reference to a note. Notes that nothing in the body points to stand in the block.

use std::collections::BTreeSet;

use docx_rs::{BuildXML, Footnote, FootnoteReference, Paragraph, ParagraphChild, Run, RunChild, Text, VertAlignType};

use super::finish::{ENDNOTES, OWN_MARK, finished};
use super::inline::child;
use super::package::{DECLARATION, NAMESPACES};
use super::story::{Flow, Kind, Place, Story, Writing, end_with_paragraph};
use super::styles;
use crate::letter::{Note, NotePlace};
use crate::write::WriteError;

/// Which notes Word holds as notes, in the order of their marks.
#[derive(Default)]
pub(super) struct Notes {
    placed: Vec<Placed>,
    /// The notes among them, by their indices in the letter.
    indices: BTreeSet<usize>,
    /// How many Word counts.
    counted: usize,
}

#[derive(Clone, Copy)]
struct Placed {
    /// The index of the note in the letter.
    note: usize,
    /// Word counts it.
    counted: bool,
}

impl Writing<'_> {
    /// The run that marks a note; none when the note has no mark.
    pub(super) fn note_mark(&mut self, index: usize, kind: Kind) -> Option<Run> {
        let note = self.letter.notes.get(index).filter(|note| !note.mark.is_empty())?;
        let here = kind == Kind::Body
            && self.letter.note_style.place != NotePlace::Block
            && !self.notes.indices.contains(&index);
        if !here {
            return Some(self.written_mark(note));
        }
        let counted = !self.letter.note_style.symbols && note.mark == (self.notes.counted + 1).to_string();
        self.notes.counted += usize::from(counted);
        self.notes.indices.insert(index);
        self.notes.placed.push(Placed { note: index, counted });
        let mut run = self.reference(self.notes.placed.len());
        if !counted {
            run.children.push(RunChild::Text(Text::new(super::tree::clean(&note.mark))));
        }
        Some(run)
    }

    fn at_end(&self) -> bool {
        self.letter.note_style.place == NotePlace::End
    }

    fn mark_style(&self) -> &'static str {
        if self.at_end() { styles::ENDNOTE_MARK } else { styles::FOOTNOTE_MARK }
    }

    fn written_mark(&self, note: &Note) -> Run {
        self.mark_run().add_text(super::tree::clean(&note.mark))
    }

    /// Symbols stand high enough by themselves; raised, nobody would see them.
    fn mark_run(&self) -> Run {
        let mut run = Run::new().style(self.mark_style());
        if self.letter.note_style.symbols {
            run.run_property = run.run_property.vert_align(VertAlignType::Baseline);
        }
        run
    }

    /// What opens a note: its mark, and a space when the mark is raised, as on the pages.
    fn opening(&self, mark: Run) -> Vec<ParagraphChild> {
        let space = (!self.letter.note_style.symbols).then(|| Run::new().add_text(" "));
        std::iter::once(mark).chain(space).map(child).collect()
    }

    fn reference(&self, id: usize) -> Run {
        let base = if self.at_end() { ENDNOTES } else { 0 };
        let mut run = self.mark_run();
        run.children.push(RunChild::FootnoteReference(FootnoteReference::new(base + id)));
        run
    }

    /// Word holds notes of its own.
    pub(super) fn has_notes(&self) -> bool {
        !self.notes.placed.is_empty()
    }

    /// The notes that Word does not hold, each opened by its mark.
    pub(super) fn note_block(&mut self, width: i32, story: &mut Story, out: &mut Vec<Flow>) -> Result<(), WriteError> {
        let letter = self.letter;
        for (index, note) in letter.notes.iter().enumerate() {
            if self.notes.indices.contains(&index) {
                continue;
            }
            if !note.mark.is_empty() {
                story.opening = self.opening(self.written_mark(note));
            }
            self.blocks(&note.blocks, Place::note(styles::NOTE, width), story, out)?;
            story.opening.clear();
        }
        Ok(())
    }

    /// The part `word/footnotes.xml` or `word/endnotes.xml`, and its story.
    pub(super) fn notes_part(&mut self, width: i32) -> Result<(String, Story), WriteError> {
        let (kind, style) = if self.at_end() { ("endnote", styles::ENDNOTE) } else { ("footnote", styles::FOOTNOTE) };
        let mut story = Story::new(Kind::Notes);
        let mut out = format!("{DECLARATION}<w:{kind}s {NAMESPACES}>");
        for (id, separator) in [(-1, "separator"), (0, "continuationSeparator")] {
            out.push_str(&format!(
                "<w:{kind} w:type=\"{separator}\" w:id=\"{id}\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" \
                 w:lineRule=\"auto\"/></w:pPr><w:r><w:{separator}/></w:r></w:p></w:{kind}>"
            ));
        }
        let letter = self.letter;
        for (at, placed) in self.notes.placed.clone().into_iter().enumerate() {
            let note = &letter.notes[placed.note];
            let mark = if placed.counted { self.reference(OWN_MARK) } else { self.written_mark(note) };
            story.opening = self.opening(mark);
            let mut flows = Vec::new();
            self.blocks(&note.blocks, Place::note(style, width), &mut story, &mut flows)?;
            if flows.is_empty() {
                end_with_paragraph(&mut flows);
            }
            story.opening.clear();
            let content: Vec<Paragraph> = flows
                .into_iter()
                .filter_map(|flow| if let Flow::Paragraph(paragraph) = flow { Some(*paragraph) } else { None })
                .collect();
            for mut element in finished(&Footnote { id: at + 1, content }.build(), &self.figures)? {
                element.name = format!("w:{kind}");
                element.write(&mut out);
            }
        }
        out.push_str(&format!("</w:{kind}s>"));
        Ok((out, story))
    }
}
