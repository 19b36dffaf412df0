//! Faces: the embedded families and the fallbacks handed in, their measures, and the caches that go with them.
//!
//! This is the only opener of faces. It finds no fonts on the computer: fallbacks for other scripts are bytes that
//! the desk hands in.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, LayoutContext};
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
        let families = self.register(Blob::new(Arc::new(bytes)));
        self.paragraphs = Mutex::new(Cache::new(REMEMBERED));
        for family in families {
            if !self.fallbacks.contains(&family) {
                self.fallbacks.push(family);
            }
        }
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
