//! A kind in, a picture of the first page of its sample out.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use letter::compose::compose;
use letter::draft_file;
use letter::fill::furniture;
use letter::layout::font::Fonts;
use letter::layout::layout;
use letter::style::Style;
use letter::template::Template;
use letter::write::thumbnail::thumbnail;

use super::{kind, own};

/// Twice what a card shows at the usual size of text: a page's width, and its head down to the first ask.
const PIXELS: (u32, u32) = (510, 390);
/// The most pictures that are kept.
const KEPT: usize = 100;

/// Pictures of kinds, each made once as long as its kind stays as it is.
#[derive(Default)]
pub(crate) struct KindPictures(Mutex<HashMap<u64, Vec<u8>>>);

impl KindPictures {
    /// The first page of a kind's sample as a PNG picture of [`PIXELS`], or of its blanks where it has no sample.
    pub(crate) fn of(&self, folder: &Path, name: &str, fonts: &Fonts) -> Option<Vec<u8>> {
        let template = kind(folder, name).ok()?;
        let mut hasher = DefaultHasher::new();
        // All that a kind says can show in its picture.
        format!("{template:?}").hash(&mut hasher);
        let key = hasher.finish();
        if let Some(known) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Some(known.clone());
        }
        let drawn = drawn(folder, &template, fonts)?;
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(key, drawn.clone());
        Some(drawn)
    }
}

fn drawn(folder: &Path, template: &Template, fonts: &Fonts) -> Option<Vec<u8>> {
    let blank;
    let text = if template.sample.is_empty() {
        blank = draft_file::skeleton(template);
        &blank
    } else {
        &template.sample
    };
    let draft = draft_file::read(text).ok()?.draft;
    let pictures = own::sample_pictures(folder, &template.kind, &draft);
    let (letter, _) = compose(template, &draft, &pictures).ok()?;
    let pages = layout(&letter, &Style::of(&furniture(template, &draft)), fonts);
    thumbnail(pages.pages.first()?, pages.size, PIXELS, fonts)
}
