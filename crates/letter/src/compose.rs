//! Draft to letter: filled, parsed, with its pictures. The first half of the road, in one call.

use std::sync::Arc;

use crate::draft::{Draft, Sign};
use crate::fill::{self, DRAWN, FillError};
use crate::finding::Finding;
use crate::letter::{Letter, Pictures};
use crate::markup;
use crate::picture::{self, Picture};
use crate::template::Template;
use crate::write::Meta;

/// Fills the template, reads the markup and hands the letter the pictures it names.
///
/// `pictures` holds what the draft's file names stand for; a name without a picture leaves its place empty.
pub fn compose(template: &Template, draft: &Draft, pictures: &Pictures) -> Result<(Letter, Vec<Finding>), FillError> {
    let (mut letter, findings) = markup::parse(&fill::fill(template, draft)?);
    letter.pictures = pictures.clone();
    for (index, signer) in draft.signers.iter().enumerate().filter(|(_, signer)| signer.sign == Sign::Drawn) {
        if let Some(vector) = picture::drawn(&signer.strokes) {
            letter.pictures.insert(format!("{DRAWN}{index}"), Arc::new(Picture::Vector(vector)));
        }
    }
    Ok((letter, findings))
}

/// What the files say of themselves.
pub fn meta(draft: &Draft, letter: &Letter) -> Meta {
    let organisation = draft.letterhead.as_ref().map(|letterhead| letterhead.name.as_str()).unwrap_or_default();
    let signer = draft.signers.first().map(|signer| signer.name.as_str()).unwrap_or_default();
    let author = [organisation, draft.sender.name.as_str(), signer].into_iter().find(|name| !name.is_empty());
    Meta {
        title: letter.title.clone(),
        author: author.unwrap_or_default().to_owned(),
        subject: draft.item.title.clone(),
        language: letter.language.clone(),
        date: draft.date,
    }
}
