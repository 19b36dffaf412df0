//! The bytes of the embedded faces, for those who lay out text and for drawings that hold some.

use skrifa::{FontRef, MetadataProvider};

/// Regular, bold, italic and bold italic of Source Serif 4 and Source Sans 3. Licences lie beside the files.
pub(crate) static EMBEDDED: [&[u8]; 8] = [
    include_bytes!("../fonts/SourceSerif4-Regular.ttf"),
    include_bytes!("../fonts/SourceSerif4-Bold.ttf"),
    include_bytes!("../fonts/SourceSerif4-It.ttf"),
    include_bytes!("../fonts/SourceSerif4-BoldIt.ttf"),
    include_bytes!("../fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../fonts/SourceSans3-Bold.ttf"),
    include_bytes!("../fonts/SourceSans3-It.ttf"),
    include_bytes!("../fonts/SourceSans3-BoldIt.ttf"),
];

/// The family name of the embedded serif.
pub const SERIF: &str = "Source Serif 4";
/// The family name of the embedded sans.
pub const SANS: &str = "Source Sans 3";

/// The face at this index of a font file has a glyph for this character.
pub fn has_glyph(file: &[u8], index: u32, c: char) -> bool {
    FontRef::from_index(file, index).is_ok_and(|font| font.charmap().map(c).is_some())
}
