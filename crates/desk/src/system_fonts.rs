//! Characters that the embedded faces lack in, faces of this computer that have them added.
//!
//! Most letters never come here; looking through a computer's fonts takes a moment, so it happens only on need.

use fontdb::{Database, FaceInfo, Style, Weight};
use letter::layout::font::{Fonts, has_glyph};

/// After this many characters that no face has, the computer is taken to lack their script.
const MOST_IN_VAIN: usize = 64;

/// Adds faces of this computer for the characters of a text that no face has yet.
pub(crate) fn add_missing(fonts: &mut Fonts, text: &str) {
    let mut missing = fonts.missing(text);
    if missing.is_empty() {
        return;
    }
    let mut found = Database::new();
    found.load_system_fonts();
    let mut faces: Vec<&FaceInfo> = found.faces().collect();
    // Plain faces first, then by name, so that one computer always chooses the same.
    faces.sort_by_key(|face| {
        let is_plain = face.style == Style::Normal && face.weight == Weight::NORMAL;
        (!is_plain, face.monospaced, face.post_script_name.clone(), face.index)
    });
    let mut in_vain = 0;
    while let Some((c, rest)) = missing.split_first().map(|(c, rest)| (*c, rest.iter().collect::<String>()))
        && in_vain < MOST_IN_VAIN
    {
        let has_it =
            |face: &&&FaceInfo| found.with_face_data(face.id, |file, index| has_glyph(file, index, c)).unwrap_or(false);
        let file = faces.iter().find(has_it).and_then(|face| found.with_face_data(face.id, |file, _| file.to_vec()));
        match file {
            Some(file) => fonts.add_fallback(file),
            None => in_vain += 1,
        }
        // A face may bring several of the missing characters.
        missing = fonts.missing(&rest);
    }
}
