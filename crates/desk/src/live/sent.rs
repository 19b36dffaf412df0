//! What the window has been sent, so that nothing is sent twice: the pages as they were, and the marks by content.
//!
//! Numbers of marks and pictures are never used again while the program runs, so that a window which still holds
//! those of an older view cannot mistake one for another.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use letter::layout::font::Fonts;
use letter::layout::page::Page;
use letter::picture::Picture;
use letter::write::screen::{Mark, Piece, marks};

use super::{PageUpdate, Placed};

/// How many pictures are kept that may no longer be on a page: the window may still be fetching one of them.
const PICTURES: usize = 64;

static NUMBERS: AtomicU32 = AtomicU32::new(1);

fn next_number() -> u32 {
    NUMBERS.fetch_add(1, Ordering::Relaxed)
}

/// What has been sent so far.
#[derive(Default)]
pub(super) struct Sent {
    pages: Vec<(Page, Vec<Placed>)>,
    ids: HashMap<u128, u32>,
    pub(super) pictures: Vec<(u32, Arc<Picture>)>,
}

impl Sent {
    /// What is to be sent so that the window has these pages.
    pub(super) fn changes(&mut self, pages: &[Page], fonts: &Fonts) -> Vec<PageUpdate> {
        self.pages.truncate(pages.len());
        let mut updates = Vec::new();
        for (index, page) in pages.iter().enumerate() {
            if self.pages.get(index).is_some_and(|(before, _)| before == page) {
                continue;
            }
            let mut update =
                PageUpdate { index: u32::try_from(index).unwrap_or(u32::MAX), marks: Vec::new(), fresh: Vec::new() };
            for (y, mark) in marks(page, fonts, &mut |picture| number(&mut self.pictures, picture)) {
                update.marks.push(Placed { id: self.id(mark, &mut update.fresh), y });
            }
            // Pages can differ in what only assistive technology reads, and look the same.
            let is_seen = self.pages.get(index).is_none_or(|(_, placed)| *placed != update.marks);
            let sent = (page.clone(), update.marks.clone());
            match self.pages.get_mut(index) {
                Some(before) => *before = sent,
                None => self.pages.push(sent),
            }
            if is_seen {
                updates.push(update);
            }
        }
        updates
    }

    /// Forgets all of it.
    pub(super) fn forget(&mut self) {
        self.pages.clear();
        self.ids.clear();
    }

    /// The picture with this number.
    pub(super) fn picture(&self, number: u32) -> Option<&Picture> {
        self.pictures.iter().find(|(known, _)| *known == number).map(|(_, picture)| &**picture)
    }

    /// The id of a mark, which is fresh when no equal one was sent before.
    fn id(&mut self, mark: Mark, fresh: &mut Vec<Mark>) -> u32 {
        *self.ids.entry(fingerprint(&mark)).or_insert_with(|| {
            let id = next_number();
            fresh.push(Mark { id, ..mark });
            id
        })
    }
}

/// The number of a picture; equal pictures have one.
fn number(pictures: &mut Vec<(u32, Arc<Picture>)>, picture: &Arc<Picture>) -> u32 {
    let is_it = |(_, known): &(u32, Arc<Picture>)| Arc::ptr_eq(known, picture) || known == picture;
    if let Some(place) = pictures.iter().rposition(is_it) {
        // The one that was asked for last stands last, so that those on the pages are not forgotten.
        let known = pictures.remove(place);
        let number = known.0;
        pictures.push(known);
        return number;
    }
    if pictures.len() >= PICTURES {
        pictures.remove(0);
    }
    let number = next_number();
    pictures.push((number, Arc::clone(picture)));
    number
}

/// A number that stands for all of a mark but its id. With 128 bits no two marks of a session share one by chance.
fn fingerprint(mark: &Mark) -> u128 {
    let half = |seed: u8| {
        let mut hasher = DefaultHasher::new();
        seed.hash(&mut hasher);
        hash(mark, &mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}

fn hash(mark: &Mark, to: &mut impl Hasher) {
    mark.place.hash(to);
    mark.area.map(f32::to_bits).hash(to);
    for piece in &mark.pieces {
        std::mem::discriminant(piece).hash(to);
        match piece {
            Piece::Words { face, size, colour, y, spacing, words } => {
                (face, size.to_bits(), colour, y.to_bits(), spacing.to_bits(), words.len()).hash(to);
                words.iter().for_each(|(x, word)| (x.to_bits(), word).hash(to));
            }
            Piece::Picture { frame, picture } => (frame.map(f32::to_bits), picture).hash(to),
            Piece::Rule { frame, colour } => (frame.map(f32::to_bits), colour).hash(to),
        }
    }
}
