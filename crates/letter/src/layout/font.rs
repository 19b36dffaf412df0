//! Faces: the embedded families and the fallbacks handed in, their measures, and the caches that go with them.
//!
//! This is the only opener of faces. It finds no fonts on the computer: fallbacks for other scripts are bytes that
//! the desk hands in.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, LayoutContext};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};

use super::cache::Cache;
use super::glyphs::Made;
use super::line::{Key, Paragraph};
use crate::draft::Typeface;
use crate::faces::EMBEDDED;

/// An index into the faces of a [`Fonts`].
pub type FaceId = usize;

pub use crate::faces::{SANS, SERIF, has_glyph};

/// One face.
pub struct Face {
    /// The bytes of its file.
    pub data: Blob<u8>,
    /// Its index in a collection file.
    pub index: u32,
}

/// All faces, and what has been made of them so far. Shared by reference; the caches are behind locks and bounded.
pub struct Fonts {
    faces: Vec<Face>,
    /// Family names of fallbacks, in the order tried.
    pub(crate) fallbacks: Vec<String>,
    pub(crate) shaper: Mutex<Shaper>,
    pub(crate) made: Made,
    /// Paragraphs as they were last set, by what they depend on.
    pub(crate) paragraphs: Mutex<Cache<Key, Arc<Paragraph>>>,
}

/// How many bytes of text each generation of set paragraphs holds; a byte takes some thirty in memory.
const REMEMBERED: usize = 400_000;

/// Parley's working memory.
pub(crate) struct Shaper {
    pub(crate) fonts: FontContext,
    pub(crate) layouts: LayoutContext<u32>,
}

impl Fonts {
    /// The embedded faces and nothing else: the same on every computer.
    pub fn embedded() -> Self {
        let mut fonts = Self {
            faces: Vec::new(),
            fallbacks: Vec::new(),
            shaper: Mutex::new(Shaper {
                fonts: FontContext {
                    collection: Collection::new(CollectionOptions { shared: false, system_fonts: false }),
                    source_cache: SourceCache::default(),
                },
                layouts: LayoutContext::new(),
            }),
            made: Made::new(),
            paragraphs: Mutex::new(Cache::new(REMEMBERED)),
        };
        for bytes in EMBEDDED {
            fonts.register(Blob::new(Arc::new(bytes)));
        }
        fonts
    }

    /// Adds a face for characters that the embedded ones lack; bytes that hold no face are passed over.
    pub fn add_fallback(&mut self, bytes: Vec<u8>) {
        self.add(Blob::new(Arc::new(bytes)));
    }

    fn add(&mut self, data: Blob<u8>) {
        let families = self.register(data);
        self.paragraphs = Mutex::new(Cache::new(REMEMBERED));
        for family in families {
            if !self.fallbacks.contains(&family) {
                self.fallbacks.push(family);
            }
        }
    }

    /// These faces with more behind them, whose ids follow on; nothing that was made so far is kept.
    pub fn with_fallbacks(&self, files: Vec<Vec<u8>>) -> Self {
        let mut fonts = Self::embedded();
        let own = self.faces.iter().skip(fonts.faces.len()).map(|face| face.data.clone());
        // The faces of a collection share its bytes.
        let mut seen = BTreeSet::new();
        let own: Vec<Blob<u8>> = own.filter(|data| seen.insert(data.id())).collect();
        for data in own.into_iter().chain(files.into_iter().map(|file| Blob::new(Arc::new(file)))) {
            fonts.add(data);
        }
        fonts
    }

    fn register(&mut self, data: Blob<u8>) -> Vec<String> {
        let shaper = self.shaper.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner);
        let collection = &mut shaper.fonts.collection;
        let mut names = Vec::new();
        for (family, infos) in collection.register_fonts(data.clone(), None) {
            for info in &infos {
                self.faces.push(Face { data: data.clone(), index: info.index() });
            }
            names.extend(collection.family_name(family).map(str::to_owned));
        }
        names
    }

    /// The face with this id.
    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[id]
    }

    /// A face as a font file of its own, as a window fetches it; none when there is no such face. A face out of a
    /// collection is cut out of it, since a window takes the first of a collection whichever is meant.
    pub fn file(&self, id: FaceId) -> Option<Cow<'_, [u8]>> {
        let face = self.faces.get(id)?;
        let bytes = face.data.data();
        if bytes.starts_with(b"ttcf") { alone(&face.open()?).map(Cow::Owned) } else { Some(Cow::Borrowed(bytes)) }
    }

    /// The id of the face that parley chose.
    pub(crate) fn id_of(&self, font: &parley::FontData) -> FaceId {
        self.faces.iter().position(|face| face.data.id() == font.data.id() && face.index == font.index).unwrap_or(0)
    }

    /// Characters of a text that no face has, each once, in order.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        let mut seen = BTreeSet::new();
        for c in text.chars() {
            if !c.is_control() && seen.insert(c) && !self.has(c) {
                missing.push(c);
            }
        }
        missing
    }

    /// Some face has a glyph for this character.
    pub fn has(&self, c: char) -> bool {
        self.faces.iter().any(|face| face.has(c))
    }

    /// The family names that a typeface is set in: itself, the fallbacks in their order, and the other embedded one.
    pub(crate) fn families(&self, typeface: Typeface) -> impl Iterator<Item = &str> {
        let (own, other) = match typeface {
            Typeface::Serif => (SERIF, SANS),
            Typeface::Sans => (SANS, SERIF),
        };
        std::iter::once(own).chain(self.fallbacks.iter().map(String::as_str)).chain(std::iter::once(other))
    }
}

/// The tables of a face as a file with this face alone.
fn alone(font: &FontRef<'_>) -> Option<Vec<u8>> {
    const HEAD: usize = 12;
    const RECORD: usize = 16;
    let directory = font.table_directory();
    let records = directory.table_records();
    let tables: Vec<&[u8]> =
        records.iter().map(|record| font.data_for_tag(record.tag())?.as_bytes().into()).collect::<Option<_>>()?;
    let count = u16::try_from(tables.len()).ok().filter(|count| *count > 0)?;
    let power = count.ilog2();
    let search = [count, 16 << power, power as u16, (count - (1 << power)) * 16];
    let mut out = Vec::from(directory.sfnt_version().to_be_bytes());
    out.extend(search.iter().flat_map(|value| value.to_be_bytes()));
    let mut offset = HEAD + RECORD * tables.len();
    for (record, table) in records.iter().zip(&tables) {
        out.extend(record.tag().to_be_bytes());
        out.extend(record.checksum().to_be_bytes());
        out.extend(u32::try_from(offset).ok()?.to_be_bytes());
        out.extend(u32::try_from(table.len()).ok()?.to_be_bytes());
        offset += table.len().next_multiple_of(4);
    }
    for table in tables {
        out.extend(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    Some(out)
}

impl Face {
    /// The face, opened.
    pub fn open(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(self.data.data(), self.index).ok()
    }

    /// The face has a glyph for this character.
    pub fn has(&self, c: char) -> bool {
        self.open().is_some_and(|font| font.charmap().map(c).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A collection with these files as its faces.
    fn collection(files: &[&[u8]]) -> Vec<u8> {
        let mut out = b"ttcf\0\x01\0\0".to_vec();
        out.extend((files.len() as u32).to_be_bytes());
        let mut starts = Vec::new();
        let mut start = 12 + 4 * files.len();
        for file in files {
            starts.push(start);
            out.extend((start as u32).to_be_bytes());
            start += file.len().next_multiple_of(4);
        }
        for (file, start) in files.iter().zip(starts) {
            let mut file = file.to_vec();
            let count = u16::from_be_bytes([file[4], file[5]]) as usize;
            for record in 0..count {
                let at = 12 + 16 * record + 8;
                let offset = u32::from_be_bytes(file[at..at + 4].try_into().unwrap());
                file[at..at + 4].copy_from_slice(&(offset + start as u32).to_be_bytes());
            }
            out.extend(file);
            out.resize(out.len().next_multiple_of(4), 0);
        }
        out
    }

    #[test]
    fn a_face_of_a_collection_is_handed_out_as_a_file_of_its_own() {
        let mut fonts = Fonts::embedded();
        let count = fonts.faces.len();
        assert_eq!(fonts.file(5).as_deref(), Some(fonts.faces[5].data.data()));
        fonts.add_fallback(collection(&[EMBEDDED[0], EMBEDDED[5]]));
        assert_eq!(fonts.faces.len(), count + 2);
        for (id, original) in [(count, EMBEDDED[0]), (count + 1, EMBEDDED[5])] {
            let id = if fonts.faces[id].index == (id - count) as u32 { id } else { 2 * count + 1 - id };
            let file = fonts.file(id).unwrap();
            let (one, other) = (FontRef::new(&file).unwrap(), FontRef::new(original).unwrap());
            for record in other.table_directory().table_records() {
                let table = |font: &FontRef<'_>| font.data_for_tag(record.tag()).map(|data| data.as_bytes().to_vec());
                assert_eq!(table(&one), table(&other), "{}", record.tag());
            }
        }
        assert_eq!(fonts.file(99), None);
    }

    #[test]
    fn faces_keep_their_ids_when_more_are_added() {
        let mut fonts = Fonts::embedded();
        fonts.add_fallback(collection(&[EMBEDDED[0], EMBEDDED[5]]));
        let more = fonts.with_fallbacks(vec![b"no face".to_vec(), EMBEDDED[3].to_vec()]);
        assert_eq!(more.faces.len(), fonts.faces.len() + 1);
        for id in 0..fonts.faces.len() {
            assert_eq!(more.file(id), fonts.file(id), "{id}");
        }
        assert_eq!(more.fallbacks, fonts.fallbacks);
    }
}
