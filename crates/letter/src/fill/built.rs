//! Draft and template to the lines that the letter builds by itself: what stands there until a person types something.

use serde::Serialize;

use super::{FillError, Filler, furniture, inside_address, salutation_line};
use crate::draft::{Addressee, Draft};
use crate::file_name::file_name;
use crate::language;
use crate::template::Template;

/// What the letter says where the draft leaves it to Lectern: shown as what stands there until something is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Built {
    /// What the letter is called.
    pub title: String,
    /// The name of its files, without an ending.
    pub file_name: String,
    /// The date line.
    pub date_line: String,
    /// The subject line without its label.
    pub subject: String,
    /// The salutation line.
    pub salutation: String,
    /// The closing phrase.
    pub closing: String,
    /// The inside address of each addressee.
    pub addresses: Vec<Vec<String>>,
}

/// The lines that are built, as they would be if the draft overrode none of them; the title is the one that the
/// letter bears.
pub fn built(template: &Template, draft: &Draft) -> Result<Built, FillError> {
    let words = language::words(draft.language());
    let without = Draft {
        date_line: None,
        subject: None,
        salutation: None,
        closing: None,
        addressees: draft.addressees.iter().map(|each| Addressee { lines: Vec::new(), ..each.clone() }).collect(),
        ..draft.clone()
    };
    let filler = Filler { template, draft: &without, words, furniture: furniture(template, draft), out: String::new() };
    let subject = filler.subject(&filler.context())?;
    let title = filler.title(draft.subject.as_ref().unwrap_or(&subject));
    Ok(Built {
        title,
        file_name: file_name(draft),
        date_line: filler.date_words().unwrap_or_default(),
        subject,
        salutation: salutation_line(template, &without),
        closing: template.closing.clone().unwrap_or_else(|| words.closing.to_owned()),
        addresses: without.addressees.iter().map(inside_address).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template;

    #[test]
    fn what_is_built_does_not_follow_what_was_typed_over_it() {
        for kind in template::built_in() {
            let draft: Draft = toml::from_str(&kind.sample).unwrap();
            let plain = built(&kind, &draft).unwrap();
            let mut typed = draft.clone();
            typed.date_line = Some("Someday".to_owned());
            typed.subject = Some("My own subject".to_owned());
            typed.salutation = Some("Hello,".to_owned());
            typed.closing = Some("Bye".to_owned());
            for addressee in &mut typed.addressees {
                addressee.lines = vec!["My own line".to_owned()];
            }
            let over = built(&kind, &typed).unwrap();
            assert_eq!(over.title, "My own subject", "{}", kind.kind);
            assert_eq!(Built { title: plain.title.clone(), ..over }, plain, "{}", kind.kind);
            assert!(!plain.title.is_empty() && !plain.closing.contains('\n'), "{}", kind.kind);
            assert_eq!(plain.addresses.len(), draft.addressees.len(), "{}", kind.kind);
        }
    }
}
