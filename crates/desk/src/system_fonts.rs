//! Characters that the embedded faces lack in, faces of this computer that have them added.
//!
//! Most letters never come here. Looking through a computer's fonts takes a moment, so it happens only on need, and
//! once for each character: what was found stays, and what was not found is not looked for again.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use fontdb::{Database, FaceInfo, Style, Weight};
use letter::layout::font::{Fonts, has_glyph};

/// After this many characters of a text that no face has, the computer is taken to lack their script.
const MOST_IN_VAIN: usize = 64;

/// The faces that letters on this computer are set in. A face keeps its number as long as the program runs.
pub struct Faces(Mutex<Held>);

struct Held {
    fonts: Arc<Fonts>,
    /// Characters that were looked for, whether or not a face has them.
    sought: BTreeSet<char>,
    computer: Option<Database>,
}

impl Default for Faces {
    fn default() -> Self {
        let fonts = Arc::new(Fonts::embedded());
        Self(Mutex::new(Held { fonts, sought: BTreeSet::new(), computer: None }))
    }
}

impl Faces {
    /// The embedded faces, and those of the computer that letters needed so far.
    pub fn fonts(&self) -> Arc<Fonts> {
        Arc::clone(&self.held().fonts)
    }

    /// The faces with all that this computer has for these characters; a face more makes new `Fonts`.
    pub fn with(&self, missing: impl IntoIterator<Item = char>) -> Arc<Fonts> {
        let mut held = self.held();
        let Held { fonts, sought, computer } = &mut *held;
        let new: Vec<char> =
            missing.into_iter().filter(|c| !c.is_control() && !fonts.has(*c) && sought.insert(*c)).collect();
        if !new.is_empty() {
            let found = found(computer.get_or_insert_with(of_this_computer), new);
            if !found.is_empty() {
                *fonts = Arc::new(fonts.with_fallbacks(found));
            }
        }
        Arc::clone(fonts)
    }

    /// A face as a font file of its own.
    pub fn file(&self, number: u16) -> Option<Vec<u8>> {
        self.fonts().file(usize::from(number)).map(std::borrow::Cow::into_owned)
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        // Nothing in it is ever half written.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn of_this_computer() -> Database {
    let mut computer = Database::new();
    computer.load_system_fonts();
    computer
}

/// The files of faces that together have as many of these characters as the computer knows.
fn found(computer: &Database, mut missing: Vec<char>) -> Vec<Vec<u8>> {
    let mut faces: Vec<&FaceInfo> = computer.faces().collect();
    // Plain faces first, then by name, so that one computer always chooses the same.
    faces.sort_by_key(|face| {
        let is_plain = face.style == Style::Normal && face.weight == Weight::NORMAL;
        (!is_plain, face.monospaced, face.post_script_name.clone(), face.index)
    });
    let mut files: Vec<Vec<u8>> = Vec::new();
    let mut in_vain = 0;
    while let Some(c) = missing.first().copied()
        && in_vain < MOST_IN_VAIN
    {
        let has_it =
            |face: &&&FaceInfo| computer.with_face_data(face.id, |file, index| has_glyph(file, index, c)) == Some(true);
        let face = faces.iter().find(has_it);
        let file = face.and_then(|face| computer.with_face_data(face.id, |file, index| (file.to_vec(), index)));
        // A face may bring several of the missing characters.
        missing
            .retain(|other| *other != c && file.as_ref().is_none_or(|(file, index)| !has_glyph(file, *index, *other)));
        match file {
            Some((file, _)) => files.push(file),
            None => in_vain += 1,
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_looked_for_once_and_faces_keep_their_numbers() {
        let faces = Faces::default();
        let before = faces.fonts();
        assert!(Arc::ptr_eq(&before, &faces.with("Dear Council,\n“ÄÖ”".chars())), "nothing is missing");
        assert!(faces.held().computer.is_none(), "the computer was not asked");
        let first = faces.with("中\u{10ffff}".chars());
        assert_eq!(faces.held().sought.len(), if before.has('中') { 1 } else { 2 });
        assert!(Arc::ptr_eq(&first, &faces.with("中\u{10ffff}".chars())), "the second time nothing is new");
        assert_eq!(faces.file(0), before.file(0).map(std::borrow::Cow::into_owned));
        assert_eq!(faces.file(u16::MAX), None);
    }
}
