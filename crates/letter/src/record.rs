//! The public-record pass: a draft in, the personal data that would be published out; then the public copy of it.
//!
//! What goes to a public body is published, often for ever. The pass shows what a person may not mean to publish; the
//! person decides, and the clerk's copy stays as it is. It would rather miss something than cry wolf: numbers count by
//! their exact shape or by the words before them, names only after a relation or a title. What is official is not
//! personal: addressees, the item, references, a letterhead, and the contact lines of an organisation.
//! Finding within one text is `numbers`, `places` and `names`, by the words of `tongues`; which fields are whose is here.

mod fields;
mod names;
mod numbers;
mod places;
mod scan;
mod tongues;

use serde::{Deserialize, Serialize};

use crate::draft::Draft;
use crate::language;
use fields::Owner;
use scan::Found;

/// What kind of personal data it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ExposureKind {
    /// A home or postal address of a person.
    Address,
    /// A phone number of a person.
    Phone,
    /// An e-mail address with a host for private persons.
    Email,
    /// A number that looks like a Social Security number.
    SocialSecurity,
    /// A number that looks like that of a payment card.
    PaymentCard,
    /// A case, file or account number of a person.
    CaseNumber,
    /// A date of birth.
    BirthDate,
    /// The number of a driver's licence or of an identity card.
    Licence,
    /// The name of somebody who neither signs nor is addressed.
    Name,
}

/// A piece of personal data in a text that would be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Exposure {
    /// What kind it is.
    pub kind: ExposureKind,
    /// The path of the field, in the words of `draft.toml`; empty in a bare text.
    pub path: String,
    /// Where it begins in the field, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The words themselves.
    pub words: String,
    /// Why it counts as personal, as a full sentence.
    pub why: String,
    /// What stands in its place in the public copy.
    pub replacement: String,
}

/// The personal data of a draft, in the order of its fields.
pub fn exposures(draft: &Draft) -> Vec<Exposure> {
    let known = fields::known_names(draft);
    let official = fields::official_text(draft);
    let mut found = Vec::new();
    fields::visit(&mut draft.clone(), &mut |path, owner, text| {
        let of_field = in_field(text, owner, &known, &official);
        found.extend(of_field.into_iter().map(|one| exposure(one, path, text, draft.language())));
    });
    found
}

/// The personal data of a text that is written already, such as the box of a portal. `draft` says who is official and
/// who signs.
pub fn exposures_in(text: &str, draft: &Draft) -> Vec<Exposure> {
    let known = fields::known_names(draft);
    let official = fields::official_text(draft);
    let mut found = in_field(text, Owner::Prose, &known, &official);
    // What a field of the draft would show, the text made from it must show too: its lines have lost their field.
    let of_draft = exposures(draft);
    for words in of_draft.iter().filter(|one| one.path.contains(".lines[")) {
        for (start, _) in text.match_indices(&words.words) {
            found.push(Found { kind: words.kind, range: start..start + words.words.len() });
        }
    }
    apart(found).into_iter().map(|one| exposure(one, "", text, draft.language())).collect()
}

/// The draft as it is published: its personal data is replaced, but for what the person agreed to show.
pub fn published(draft: &Draft) -> Draft {
    let withheld: Vec<Exposure> = exposures(draft).into_iter().filter(|one| !is_shown(draft, one)).collect();
    public_copy(draft, &withheld)
}

/// The person agreed to show this: the same words in the same field.
pub fn is_shown(draft: &Draft, exposure: &Exposure) -> bool {
    draft.shown.iter().any(|shown| shown.path == exposure.path && shown.words == exposure.words)
}

/// The public copy of a draft: what was chosen is replaced, all else stands, and the draft itself is left alone.
/// A choice whose words no longer stand in their place is not applied.
pub fn public_copy(draft: &Draft, chosen: &[Exposure]) -> Draft {
    let mut copy = draft.clone();
    fields::visit(&mut copy, &mut |path, _, text| {
        let of_field: Vec<&Exposure> = chosen.iter().filter(|exposure| exposure.path == path).collect();
        if !of_field.is_empty() {
            *text = replaced(text, of_field);
        }
    });
    copy
}

/// The public copy of a text.
pub fn public_text(text: &str, chosen: &[Exposure]) -> String {
    replaced(text, chosen.iter().filter(|exposure| exposure.path.is_empty()).collect())
}

fn replaced(text: &str, mut chosen: Vec<&Exposure>) -> String {
    chosen.sort_by_key(|exposure| exposure.start);
    let mut out = String::new();
    let mut at = 0;
    for exposure in chosen {
        let stands = text.get(exposure.start..exposure.end) == Some(exposure.words.as_str());
        if stands && exposure.start >= at {
            out.push_str(&text[at..exposure.start]);
            out.push_str(&exposure.replacement);
            at = exposure.end;
        }
    }
    out + &text[at..]
}

fn in_field(text: &str, owner: Owner, known: &[String], official: &str) -> Vec<Found> {
    let mut found = numbers::find(text);
    found.extend(numbers::emails(text));
    match owner {
        Owner::Person => found.extend(places::line(text)),
        Owner::Prose => {
            found.extend(places::prose(text));
            found.extend(names::find(text, known));
        }
    }
    // What stands in an official line is official wherever it is said again.
    found.retain(|one| !official.contains(&text[one.range.clone()]));
    apart(found)
}

/// In order, and of those that overlap the first.
fn apart(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|one| (one.range.start, std::cmp::Reverse(one.range.end)));
    let mut end = 0;
    found.retain(|one| {
        let is_apart = one.range.start >= end;
        end = if is_apart { one.range.end } else { end };
        is_apart
    });
    found
}

fn exposure(found: Found, path: &str, text: &str, language: &str) -> Exposure {
    let words = text[found.range.clone()].to_owned();
    Exposure {
        kind: found.kind,
        path: path.to_owned(),
        start: found.range.start,
        end: found.range.end,
        words,
        why: why(found.kind).to_owned(),
        replacement: replacement(found.kind, language).to_owned(),
    }
}

fn why(kind: ExposureKind) -> &'static str {
    match kind {
        ExposureKind::Address => {
            "It tells where a person lives or gets mail; a city or ZIP code is enough to show who is concerned."
        }
        ExposureKind::Phone => "It is a phone number that does not stand in an official line.",
        ExposureKind::Email => "It is an e-mail address of a host for private persons.",
        ExposureKind::SocialSecurity => "It looks like a Social Security number.",
        ExposureKind::PaymentCard => "It looks like the number of a payment card: its check digit is right.",
        ExposureKind::CaseNumber => "It is a number by which a person's own case or account can be found.",
        ExposureKind::BirthDate => "It is a date of birth.",
        ExposureKind::Licence => "It looks like the number of a driver's licence or identity card.",
        ExposureKind::Name => "It names somebody who neither signs the letter nor is addressed by it.",
    }
}

/// What is withheld, in the words of the letter's language.
fn replacement(kind: ExposureKind, language: &str) -> &'static str {
    let words = match language::words(language).language {
        "es" => [
            "[dirección omitida]",
            "[teléfono omitido]",
            "[correo omitido]",
            "[número omitido]",
            "[fecha de nacimiento omitida]",
            "[nombre omitido]",
        ],
        "tl" => [
            "[inilihim ang tirahan]",
            "[inilihim ang telepono]",
            "[inilihim ang email]",
            "[inilihim ang numero]",
            "[inilihim ang petsa ng kapanganakan]",
            "[inilihim ang pangalan]",
        ],
        "vi" => ["[ẩn địa chỉ]", "[ẩn số điện thoại]", "[ẩn email]", "[ẩn số]", "[ẩn ngày sinh]", "[ẩn tên]"],
        "ru" => [
            "[адрес скрыт]",
            "[телефон скрыт]",
            "[почта скрыта]",
            "[номер скрыт]",
            "[дата рождения скрыта]",
            "[имя скрыто]",
        ],
        "uk" => [
            "[адресу приховано]",
            "[телефон приховано]",
            "[пошту приховано]",
            "[номер приховано]",
            "[дату народження приховано]",
            "[ім’я приховано]",
        ],
        _ => [
            "[address withheld]",
            "[phone withheld]",
            "[email withheld]",
            "[number withheld]",
            "[date of birth withheld]",
            "[name withheld]",
        ],
    };
    match kind {
        ExposureKind::Address => words[0],
        ExposureKind::Phone => words[1],
        ExposureKind::Email => words[2],
        ExposureKind::SocialSecurity | ExposureKind::PaymentCard | ExposureKind::CaseNumber | ExposureKind::Licence => {
            words[3]
        }
        ExposureKind::BirthDate => words[4],
        ExposureKind::Name => words[5],
    }
}

#[cfg(test)]
mod tests;
