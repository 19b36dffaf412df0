//! Notes in, strips out: for the feet of pages, for the block after the signature, or for the end.

use std::sync::Arc;

use super::flow::{DOCUMENT, Flow, Spot};
use super::page::NodeRole;
use super::span::{Look, Words};
use super::strip::{Strip, keep_all, keep_last};
use crate::letter::{BlockKind, NotePlace, Role};

impl Flow<'_> {
    /// Sets the notes whose first marks stand in the paragraph just set, if notes stand at the feet of pages.
    /// Their elements follow the paragraph's, so that they are read where they are marked.
    pub(crate) fn set_marked_notes(&mut self) {
        let marked = std::mem::take(&mut self.marked);
        if self.letter.note_style.place != NotePlace::Foot {
            return;
        }
        for index in marked {
            let strips = self.note(index);
            self.foot_notes.insert(index, strips);
        }
    }

    /// The notes of the block after the signature: all when they belong there, else those that nothing points to.
    pub(crate) fn block_notes(&mut self) -> Vec<Strip> {
        let letter = self.letter;
        let all = letter.note_style.place == NotePlace::Block;
        let indices = (0..letter.notes.len()).filter(|index| all || !self.is_placed(*index)).collect();
        self.notes(indices)
    }

    /// The notes at the end under their heading.
    pub(crate) fn end_notes(&mut self) -> Vec<Strip> {
        let letter = self.letter;
        let indices: Vec<usize> = (0..letter.notes.len()).filter(|index| self.is_placed(*index)).collect();
        if indices.is_empty() {
            return Vec::new();
        }
        let title = self.own_words().notes;
        let mut spot = Spot::across(self.style);
        spot.size = self.style.heading_size(2);
        spot.look.bold = true;
        let node = self.node(NodeRole::Heading(self.heading_level(1)), DOCUMENT);
        let mut strips = self.lines(&Words::plain(title, spot.look), &spot, node);
        keep_all(&mut strips);
        keep_last(&mut strips);
        if let Some(first) = strips.first_mut() {
            first.heading = Some((title.to_owned(), 1));
            first.space = self.style.space_before(Role::Closing);
        }
        let mut notes = self.notes(indices);
        if let Some(first) = notes.first_mut() {
            first.space = self.style.note_space();
        }
        strips.append(&mut notes);
        strips
    }

    /// The note stands where its mark asks for it; the others stand in the block.
    fn is_placed(&self, index: usize) -> bool {
        let note = &self.letter.notes[index];
        match self.letter.note_style.place {
            NotePlace::Foot => self.foot_notes.contains_key(&index),
            NotePlace::End => !note.mark.is_empty(),
            NotePlace::Block => false,
        }
    }

    fn notes(&mut self, indices: Vec<usize>) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        for index in indices {
            let mut note = self.note(index);
            if let Some(first) = note.first_mut() {
                first.space = if strips.is_empty() { self.style.part_space() } else { self.style.note_space() };
            }
            strips.append(&mut note);
        }
        strips
    }

    /// One note, opened by its mark.
    fn note(&mut self, index: usize) -> Vec<Strip> {
        let letter = self.letter;
        let note = &letter.notes[index];
        let mut spot = Spot::across(self.style);
        spot.source = Arc::clone(&note.source);
        // A reference that nothing points to is a part of the letter, as it is in Word.
        let stands_alone = note.mark.is_empty() && letter.note_style.place != NotePlace::Block;
        let role = if stands_alone { NodeRole::Div } else { NodeRole::Note };
        spot.parent = self.node(role, DOCUMENT);
        self.inside_note = true;
        let mut strips = Vec::new();
        let mut blocks = note.blocks.as_slice();
        if !note.mark.is_empty() {
            let raised = !letter.note_style.symbols;
            let mut words = Words::new();
            let label = self.node(NodeRole::Label, spot.parent);
            words.add_label(&note.mark, Look { raised, ..spot.look }, label);
            let mut opening = spot.clone();
            if let Some((first, rest)) = blocks.split_first()
                && let BlockKind::Paragraph { content, .. } = &first.kind
            {
                words.add(content, spot.look, letter);
                blocks = rest;
                if !first.source.is_empty() {
                    opening.source = Arc::clone(&first.source);
                }
            }
            words.trim_end();
            let node = self.node(NodeRole::Paragraph, spot.parent);
            strips = self.lines(&words, &opening, node);
        }
        let mut rest = self.blocks(blocks, &spot);
        self.inside_note = false;
        if let (Some(first), false) = (rest.first_mut(), strips.is_empty()) {
            first.space = first.space.max(spot.gap);
            keep_last(&mut strips);
        }
        strips.append(&mut rest);
        strips
    }
}
