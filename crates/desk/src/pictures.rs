//! A picture file in, a picture as the desk keeps it out: tried, without metadata, its white lifted on request.
//!
//! What is kept is made anew from pixels and paths, so that no place, camera or program of the file that was chosen
//! goes on into drafts that are handed over. Where pictures are kept is the store's.

mod lift;

use std::path::Path;
use std::sync::Arc;

use letter::picture::{Picture, PictureError};
use letter::write::svg;

use crate::desk::Desk;
use crate::error::{Code, Error, shown};
use crate::handed::AddedPicture;

/// The longest first guess at what a picture shows, in characters.
const LONGEST_ALT: usize = 80;

/// A picture that can be kept.
#[derive(Clone, Debug)]
pub(crate) struct NewPicture {
    /// The bytes to keep.
    pub(crate) bytes: Vec<u8>,
    /// The ending of its format: `png`, `jpg`, `svg`.
    pub(crate) ending: &'static str,
    /// What its file was called, as a first guess at what it shows.
    pub(crate) alt: String,
    /// Width and height in pixels, or in its own units.
    pub(crate) size: (u32, u32),
}

/// Tries a picture file.
pub(crate) fn new_picture(file_name: &str, bytes: &[u8]) -> Result<NewPicture, Error> {
    kept(read(file_name, bytes)?, alt(file_name))
}

/// The same picture with its white background made clear, and the empty border cut off.
pub(crate) fn without_white(name: &str, bytes: &[u8]) -> Result<NewPicture, Error> {
    let lifted = lift::lifted(&*read(name, bytes)?).ok_or_else(|| {
        Error::new(
            Code::Draft,
            format!("`{}` shows nothing darker than its background", shown(Path::new(name))),
            "The picture stays as it is. Sign with a dark pen on white paper, and take the picture in even light.",
        )
    })?;
    kept(Arc::new(lifted), String::new())
}

/// A picture that the desk keeps.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Arc<Picture>, Error> {
    let unfit = |error: PictureError| {
        let message = format!("`{}`: {}", shown(Path::new(name)), error.message);
        Error::new(Code::Draft, message, format!("{} Your draft is as it was.", error.hint))
    };
    Picture::read(name, bytes).map(Arc::new).map_err(unfit)
}

fn kept(picture: Arc<Picture>, alt: String) -> Result<NewPicture, Error> {
    let unmade =
        || Error::new(Code::Program, "the picture could not be kept", "Your draft is as it was. Please report this.");
    let (bytes, media) = svg::picture(&picture).ok_or_else(unmade)?;
    let ending = match media {
        "image/jpeg" => "jpg",
        "image/svg+xml" => "svg",
        _ => "png",
    };
    let (width, height) = picture.size();
    let whole = |length: f32| length.round().max(1.0) as u32;
    Ok(NewPicture { bytes, ending, alt, size: (whole(width), whole(height)) })
}

/// The words of a file name: `mir_signature-2026.png` is `mir signature 2026`.
fn alt(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
    let spaced: String = stem.chars().map(|c| if c.is_control() || "_-+.".contains(c) { ' ' } else { c }).collect();
    let words = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST_ALT).collect::<String>().trim_end().to_owned()
}

impl Desk {
    /// Puts a picture on the desk and says by what name drafts call it.
    pub fn add_picture(&self, file_name: &str, bytes: &[u8]) -> Result<AddedPicture, Error> {
        self.lay_picture(new_picture(file_name, bytes)?)
    }

    /// The same picture with its white background made clear, under a name of its own.
    pub fn lift_white(&self, picture: &str) -> Result<AddedPicture, Error> {
        let bytes = self.store().picture(picture)?.ok_or_else(|| {
            let message = format!("the picture `{}` is not on the desk", shown(Path::new(picture)));
            Error::new(Code::Gone, message, "Your draft is as it was. Choose the picture again.")
        })?;
        self.lay_picture(without_white(picture, &bytes)?)
    }

    fn lay_picture(&self, new: NewPicture) -> Result<AddedPicture, Error> {
        let name = self.store().add_picture(&new.bytes, new.ending)?;
        Ok(AddedPicture { name, alt: new.alt, width: new.size.0, height: new.size.1 })
    }
}

#[cfg(test)]
mod tests;
