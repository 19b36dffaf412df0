//! Draft to letter: filled, parsed, with its pictures. The first half of the road, in one call.

use std::sync::Arc;

use crate::draft::{Draft, Sign, Words};
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
    let (mut letter, mut findings) = markup::parse(&fill::fill(template, draft)?);
    for finding in findings.iter_mut().filter(|finding| finding.place.path.is_empty()) {
        finding.place.path = field_with(draft, &finding.place.excerpt).unwrap_or_default();
    }
    letter.pictures = pictures.clone();
    for (index, signer) in draft.signers.iter().enumerate().filter(|(_, signer)| signer.sign == Sign::Drawn) {
        if let Some(vector) = picture::drawn(&signer.strokes) {
            letter.pictures.insert(format!("{DRAWN}{index}"), Arc::new(Picture::Vector(vector)));
        }
    }
    Ok((letter, findings))
}

/// The field that holds these words.
///
/// A paragraph or a list that a template makes of several fields is of none of them, so the parser cannot say which
/// one holds a mark or a link that leads nowhere; the words themselves can.
fn field_with(draft: &Draft, excerpt: &str) -> Option<String> {
    let holds = |text: &str| !excerpt.is_empty() && text.contains(excerpt);
    let word = |(name, value): (&String, &Words)| match value {
        Words::Text(text) => holds(text).then(|| format!("words.{name}")),
        Words::List(texts) => texts.iter().position(|text| holds(text)).map(|index| format!("words.{name}[{index}]")),
        Words::Flag(_) | Words::Number(_) | Words::Date(_) => None,
    };
    let asks = || {
        let index = draft.asks.iter().position(|ask| holds(&ask.full))?;
        Some(format!("asks[{index}].full"))
    };
    let references = || {
        let index = draft.references.iter().position(|reference| holds(&reference.excerpt))?;
        Some(format!("references[{index}].excerpt"))
    };
    draft.words.iter().find_map(word).or_else(asks).or_else(references)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{draft_file, template};

    #[test]
    fn what_the_parser_finds_stands_in_a_field_even_where_a_template_joins_several() {
        let text = "kind = \"organisation-letter\"\n[words]\nwho_we_are = \"We [^one].\"\n[[asks]]\nfull = \"A.\"\n\
                    [[asks]]\nfull = \"B [^two].\"\n";
        let draft = draft_file::read(text).unwrap().draft;
        let template = template::built_in_kind(&draft.kind).unwrap();
        let (_, findings) = compose(&template, &draft, &Pictures::new()).unwrap();
        let paths: Vec<&str> = findings.iter().map(|finding| finding.place.path.as_str()).collect();
        assert_eq!(paths, ["words.who_we_are", "asks[1].full"]);
    }
}
