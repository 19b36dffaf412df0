//! Pictures without words for those who do not see them, or with none but a file's name.
//!
//! What a logo shows is said by its alt text or, without one, by the organisation's name; a signature's picture takes
//! the signer's name, so only a letter without either lacks words.

use super::context::Context;
use crate::finding::{Finding, Place, Severity};
use crate::letter::{Block, BlockKind, Mark, PictureUse};

/// A picture has neither alt text nor a name that could stand for it, or an alt text that says nothing.
pub fn picture_alt(context: &Context<'_>) -> Vec<Finding> {
    let mut pictures = Vec::new();
    for part in &context.letter.parts {
        collect(&part.blocks, &mut pictures);
    }
    pictures
        .into_iter()
        .filter(|(_, picture)| says_nothing(picture))
        .map(|(source, picture)| {
            let logo = context.draft.letterhead.as_ref().and_then(|head| head.logo.as_ref()) == Some(&picture.name);
            let (what, path) = if logo { ("the logo", "letterhead.logo_alt") } else { ("a picture", source) };
            let alt = picture.alt.trim();
            let message = if alt.is_empty() {
                format!("{what} `{}` has no words for those who do not see it", picture.name)
            } else {
                format!("{what} `{}` is told as “{alt}” to those who do not see it", picture.name)
            };
            Finding::new(
                "picture-alt",
                Severity::Warning,
                message,
                "Say in a few words what the picture shows; for a logo the name of the organisation is enough.",
                Place::new(path, alt),
            )
        })
        .collect()
}

/// It has no words, or none but the name of a file or of what every picture is.
fn says_nothing(picture: &PictureUse) -> bool {
    const FILES: [&str; 6] = [".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp"];
    const EMPTY: [&str; 9] = ["logo", "image", "picture", "photo", "graphic", "icon", "img", "untitled", "alt text"];
    let alt = picture.alt.trim().to_lowercase();
    alt.is_empty() || FILES.iter().any(|end| alt.ends_with(end)) || EMPTY.contains(&alt.as_str())
}

fn collect<'a>(blocks: &'a [Block], pictures: &mut Vec<(&'a str, &'a PictureUse)>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Picture(picture) => pictures.push((&block.source, picture)),
            BlockKind::Signer(signer) => {
                if let Mark::Picture(picture) = &signer.mark {
                    pictures.push((&block.source, picture));
                }
            }
            BlockKind::Quote(inner) => collect(inner, pictures),
            BlockKind::Columns(columns) => columns.iter().for_each(|column| collect(&column.blocks, pictures)),
            BlockKind::List(list) => list.items.iter().for_each(|item| collect(&item.blocks, pictures)),
            BlockKind::Paragraph { .. } | BlockKind::Heading { .. } | BlockKind::Rule { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, Letterhead};
    use crate::layout::page::Pages;
    use crate::letter::{Align, Column, Letter, Part, Role, SignerBlock};
    use crate::preflight::preflight;
    use crate::preflight::testing::{places, template};

    #[test]
    fn pictures_need_words() {
        let check = |kind: BlockKind, expected: &[&str]| {
            let head = Letterhead { logo: Some("logo.png".to_owned()), ..Letterhead::default() };
            let draft = Draft { letterhead: Some(head), ..Draft::default() };
            let blocks = vec![Block { kind, source: "signers[0].image".into() }];
            let part = Part { role: Role::Letterhead, align: Align::Start, source: "".into(), blocks };
            let letter = Letter { parts: vec![part], ..Letter::default() };
            let found =
                places(&preflight(&template(), &draft, &letter, &Pages::default(), &Default::default()), "picture-alt");
            let found: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
            assert_eq!(found, expected);
        };
        let picture =
            |name: &str, alt: &str| PictureUse { name: name.to_owned(), alt: alt.to_owned(), height: 1.0, width: 1.0 };
        check(BlockKind::Picture(picture("logo.png", "")), &["letterhead.logo_alt"]);
        check(BlockKind::Picture(picture("logo.png", " ")), &["letterhead.logo_alt"]);
        check(BlockKind::Picture(picture("logo.png", "logo-2.PNG")), &["letterhead.logo_alt"]);
        check(BlockKind::Picture(picture("logo.png", "Image")), &["letterhead.logo_alt"]);
        check(BlockKind::Picture(picture("logo.png", "Logo of the Image Makers")), &[]);
        check(BlockKind::Picture(picture("logo.png", "Asian American Liberation Network")), &[]);
        let block = Block { kind: BlockKind::Picture(picture("logo.png", "")), source: "".into() };
        let column = Column { align: Align::Start, blocks: vec![block] };
        check(BlockKind::Columns(vec![column]), &["letterhead.logo_alt"]);
        let signer = |alt: &str| {
            BlockKind::Signer(SignerBlock { mark: Mark::Picture(picture("sign.png", alt)), lines: Vec::new() })
        };
        check(signer(""), &["signers[0].image"]);
        check(signer("Signature of Moiz Mir"), &[]);
    }
}
