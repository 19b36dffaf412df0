//! A draft in, the name of its file out, as people and portals like it: `2026-02-10-sacramento-city-council-item-3-aaln`.
//!
//! The name says date, body, item and sender. It holds lower-case letters, digits and hyphens only, so that every
//! portal, mail program and file system takes it.

use crate::draft::Draft;

/// The longest name in bytes, without the ending.
const LONGEST: usize = 110;
/// The longest that one part of the name may be.
const LONGEST_PART: usize = 48;
/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name of a letter's file, without its ending.
pub fn file_name(draft: &Draft) -> String {
    let addressed = draft.addressees.first().map_or("", |first| first.body.as_str());
    let body = first_named([draft.item.body.as_str(), addressed]);
    let parts = [
        draft.date.map(|date| date.to_string()).unwrap_or_default(),
        shortened(&plain(body)),
        item(&draft.item.number),
        shortened(&plain(sender(draft))),
    ];
    let named: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let name = named.join("-");
    let name = name.get(..LONGEST).unwrap_or(&name).trim_matches('-').to_owned();
    if name.is_empty() || is_reserved(&name) { format!("letter-{name}").trim_matches('-').to_owned() } else { name }
}

/// The first text that leaves something in a name.
fn first_named<const N: usize>(texts: [&str; N]) -> &str {
    texts.into_iter().find(|text| !plain(text).is_empty()).unwrap_or_default()
}

/// The initials or short name, or the first name there is of those who write.
fn sender(draft: &Draft) -> &str {
    let signer = draft.signers.first();
    first_named([
        draft.sender.short.as_str(),
        draft.letterhead.as_ref().map_or("", |head| head.name.as_str()),
        draft.sender.name.as_str(),
        signer.map_or("", |signer| signer.organisation.as_str()),
        signer.map_or("", |signer| signer.name.as_str()),
    ])
}

/// `3` is `item-3`; what already says what it is, as `SB 266` does, stays as it is.
fn item(number: &str) -> String {
    let number = shortened(&plain(number));
    if number.starts_with(|c: char| c.is_ascii_digit()) { format!("item-{number}") } else { number }
}

fn is_reserved(name: &str) -> bool {
    let numbered =
        |port: &str| name.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    RESERVED.contains(&name) || numbered("com") || numbered("lpt")
}

/// Cuts at the end of a word.
fn shortened(part: &str) -> String {
    match part.get(..LONGEST_PART) {
        None => part.to_owned(),
        Some(cut) => cut.rfind('-').map_or(cut, |end| &cut[..end]).to_owned(),
    }
}

/// Letters and digits of ASCII with single hyphens between the words; letters of other scripts fall away.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match folded(c) {
            Some(letters) => out.push_str(letters),
            None if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            // An apostrophe stands inside a word: `Women's` is one.
            None if matches!(c, '\'' | '’' | '.') || is_combining(c) => {}
            None if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            None => {}
        }
    }
    out.trim_matches('-').to_owned()
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The plain letters of a Latin letter with marks.
fn folded(c: char) -> Option<&'static str> {
    const FOLDS: [(&str, &str); 31] = [
        ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"),
        ("ae", "æǽ"),
        ("c", "çćĉċč"),
        ("d", "ďđ"),
        ("dh", "ð"),
        ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįıǐỉị"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľŀł"),
        ("n", "ñńņňŋ"),
        ("o", "òóôõöøōŏőǒơọỏốồổỗộớờởỡợ"),
        ("oe", "œ"),
        ("r", "ŕŗř"),
        ("s", "śŝşšș"),
        ("ss", "ß"),
        ("t", "ţťŧț"),
        ("th", "þ"),
        ("u", "ùúûüũūŭůűųǔưụủứừửữự"),
        ("w", "ŵẁẃẅ"),
        ("y", "ýÿŷỳỵỷỹ"),
        ("z", "źżž"),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
        ("and", "&"),
        ("o", "º"),
        ("a", "ª"),
        ("1", "¹"),
        ("2", "²"),
    ];
    let lower = c.to_lowercase().next().unwrap_or(c);
    (!lower.is_ascii_alphanumeric())
        .then(|| FOLDS.iter().find(|(_, letters)| letters.contains(lower)).map(|(plain, _)| *plain))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Addressee, Letterhead, Signer};

    fn named(date: &str, body: &str, number: &str, sender: &str) -> String {
        let mut draft = Draft { date: date.parse().ok(), ..Draft::default() };
        draft.item.body = body.to_owned();
        draft.item.number = number.to_owned();
        draft.sender.short = sender.to_owned();
        file_name(&draft)
    }

    #[test]
    fn names_say_date_body_item_and_sender() {
        let check = |date: &str, body: &str, number: &str, sender: &str, expected: &str| {
            assert_eq!(named(date, body, number, sender), expected);
        };
        let day = "2026-02-10";
        check(day, "Sacramento City Council", "3", "AALN", "2026-02-10-sacramento-city-council-item-3-aaln");
        check(day, "Senate Committee on Energy", "SB 266", "", "2026-02-10-senate-committee-on-energy-sb-266");
        check(day, "City Council", "25-0144", "", "2026-02-10-city-council-item-25-0144");
        check(day, "City Council", "CA-4", "", "2026-02-10-city-council-ca-4");
        check("", "", "", "", "letter");
        check("", "", "", "CON", "letter-con");
        check("", "", "", "Lpt1", "letter-lpt1");
        check("", "", "", "Console", "console");
        check("", "San José Ayuntamiento", "", "Łódź Đặng", "san-jose-ayuntamiento-lodz-dang");
        check("", "Women’s Commission", "", "Parks & Rec.", "womens-commission-parks-and-rec");
        check("", "Совет", "", "日本", "letter");
        check("", "../../etc/passwd", "", "C:\\x", "etc-passwd-c-x");
        check("", "a\u{202e}b\nc", "", "\0", "a-b-c");
        check("", "cafe\u{301}", "", "", "cafe");
    }

    #[test]
    fn names_are_never_long_and_never_cut_a_word_of_a_part() {
        let long = "very long name of a governing body that goes on and on for ever and ever ".repeat(9);
        let name = named("2026-02-10", &long, &long, &long);
        assert!(name.len() <= LONGEST && !name.ends_with('-'), "{name}");
        assert!(named("", &long, "", "").ends_with("-goes-on"), "{}", named("", &long, "", ""));
        assert_eq!(named("", &"x".repeat(500), "", "").len(), LONGEST_PART);
    }

    #[test]
    fn what_is_left_out_is_taken_from_the_next_best() {
        let mut draft = Draft { addressees: vec![Addressee::default()], ..Draft::default() };
        draft.addressees[0].body = "Board of Supervisors".to_owned();
        draft.signers = vec![Signer { name: "Rosa Ortiz".to_owned(), ..Signer::default() }];
        assert_eq!(file_name(&draft), "board-of-supervisors-rosa-ortiz");
        draft.sender.name = "Audubon".to_owned();
        assert_eq!(file_name(&draft), "board-of-supervisors-audubon");
        draft.letterhead = Some(Letterhead { name: "Sacramento Audubon".to_owned(), ..Letterhead::default() });
        assert_eq!(file_name(&draft), "board-of-supervisors-sacramento-audubon");
    }
}
