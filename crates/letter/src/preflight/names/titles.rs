//! Titles of office as texts write them, and the bodies that they belong to.
//!
//! A body is known by words of its own name; one that is not known has no wrong titles. Chairs and presidents sit
//! everywhere.

use std::ops::Range;

use crate::prose::Prose;

/// What kind of seat a title is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Office {
    /// A member of a city's or a town's council.
    Council,
    /// Who heads a city.
    Mayor,
    /// A member of a county's board of supervisors.
    Supervisor,
    /// A member of a board of trustees.
    Trustee,
    /// A member of a commission, or of a county's board of commissioners.
    Commissioner,
    /// A member of a senate.
    Senator,
    /// A member of an assembly.
    Assembly,
    /// A member of a house of representatives.
    House,
    /// A member of a district's board of directors.
    Director,
    /// Chair, president, secretary: they are found in bodies of every kind.
    Any,
    /// `Ms.`, `Dr.`
    Courtesy,
}

use Office::{Any, Assembly, Commissioner, Council, Courtesy, Director, House, Mayor, Senator, Supervisor, Trustee};

/// Titles in the singular; those of two words first.
const TITLES: &[(&[&str], Office)] = &[
    (&["Council", "Member"], Council),
    (&["Council", "President"], Council),
    (&["Assembly", "Member"], Assembly),
    (&["Board", "Member"], Any),
    (&["Committee", "Member"], Any),
    (&["Vice", "Mayor"], Mayor),
    (&["Deputy", "Mayor"], Mayor),
    (&["Vice", "Chair"], Any),
    (&["Vice", "President"], Any),
    (&["Councilmember"], Council),
    (&["Councilor"], Council),
    (&["Councillor"], Council),
    (&["Councilman"], Council),
    (&["Councilwoman"], Council),
    (&["Alder"], Council),
    (&["Alderman"], Council),
    (&["Alderwoman"], Council),
    (&["Alderperson"], Council),
    (&["Mayor"], Mayor),
    (&["Supervisor"], Supervisor),
    (&["Trustee"], Trustee),
    (&["Commissioner"], Commissioner),
    (&["Senator"], Senator),
    (&["Assemblymember"], Assembly),
    (&["Assemblyman"], Assembly),
    (&["Assemblywoman"], Assembly),
    (&["Representative"], House),
    (&["Boardmember"], Any),
    (&["Chair"], Any),
    (&["Chairman"], Any),
    (&["Chairwoman"], Any),
    (&["Chairperson"], Any),
    (&["President"], Any),
    (&["Director"], Director),
    (&["Secretary"], Any),
    (&["Judge"], Any),
    (&["Governor"], Any),
    (&["Manager"], Any),
    (&["Superintendent"], Any),
    (&["Chief"], Any),
    (&["Inspector"], Any),
    (&["Professor"], Courtesy),
    (&["Mr"], Courtesy),
    (&["Ms"], Courtesy),
    (&["Mrs"], Courtesy),
    (&["Mx"], Courtesy),
    (&["Dr"], Courtesy),
];

/// A title in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Title {
    pub(super) office: Office,
    /// The title in the singular and in lower case.
    pub(super) name: String,
    pub(super) is_plural: bool,
    /// Its tokens, without the stop after `Ms.`
    pub(super) tokens: Range<usize>,
    /// The token after it and its stop.
    pub(super) next: usize,
}

/// The title that begins at this token, with a capital.
pub(super) fn title_at(prose: &Prose<'_>, at: usize) -> Option<Title> {
    let initial = prose.text(at).bytes().next().filter(u8::is_ascii_uppercase)?;
    let mut alike = TITLES.iter().filter(|(words, _)| words[0].as_bytes().first() == Some(&initial));
    alike.find_map(|(words, office)| {
        let last = at + words.len() - 1;
        if words.len() == 2 && !prose.is(at, words[0]) {
            return None;
        }
        let written = prose.text(last);
        let single = words[words.len() - 1];
        let is_plural = is_plural_of(written, single);
        if !is_plural && !written.eq_ignore_ascii_case(single) {
            return None;
        }
        let next = if prose.is(last + 1, ".") && *office == Courtesy { last + 2 } else { last + 1 };
        let name = words.join(" ").to_lowercase();
        Some(Title { office: *office, name, is_plural, tokens: at..last + 1, next })
    })
}

fn is_plural_of(written: &str, single: &str) -> bool {
    let same = |end: usize, plural: &str| {
        written.get(..end).is_some_and(|stem| stem.eq_ignore_ascii_case(&single[..end]))
            && written[end..].eq_ignore_ascii_case(plural)
    };
    match single.strip_suffix("man") {
        Some(stem) => same(stem.len(), "men"),
        None => same(single.len(), "s"),
    }
}

/// The title that a role, as a draft writes it, begins with.
pub(super) fn title_of(role: &str) -> Option<Title> {
    let prose = Prose::of(role, crate::prose::Syntax::Plain);
    // `County Commissioner`
    let of_place = usize::from(prose.is_any(0, &["County", "City", "Town", "State"]));
    title_at(&prose, 0).or_else(|| title_at(&prose, of_place))
}

/// Commissions that are of one city or county, so that nobody sits on them who is not called commissioner.
#[rustfmt::skip]
const LOCAL: &[&str] = &[
    "planning commission", "parks commission", "recreation commission", "arts commission", "harbor commission",
    "library commission", "human rights commission", "police commission", "zoning commission",
    "preservation commission", "landmarks commission", "housing commission", "port commission",
];

/// What kind of body a name tells of: the offices that do not belong to it.
const BODIES: &[(&[&str], &[Office])] = &[
    (&["board of supervisors"], &[Council, Mayor, Trustee, Commissioner, Senator, Assembly, House]),
    (&["county commissioners", "board of commissioners"], &[Council, Supervisor, Trustee, Senator, Assembly, House]),
    (&["board of trustees"], &[Council, Mayor, Supervisor, Commissioner, Senator, Assembly, House]),
    (
        &["board of education", "school board", "school district", "college district"],
        &[Council, Mayor, Supervisor, Senator, Assembly, House],
    ),
    (LOCAL, &[Council, Mayor, Supervisor, Trustee, Senator, Assembly, House]),
    (&["commission"], &[Trustee]),
    (
        &["city council", "town council", "village council", "borough council", "district council"],
        &[Supervisor, Trustee, Commissioner, Senator, Assembly, House],
    ),
    (&["senate"], &[Council, Mayor, Supervisor, Trustee, Commissioner, Assembly, House]),
    (
        &[
            "assembly committee",
            "assembly standing committee",
            "state assembly",
            "california assembly",
            "general assembly",
        ],
        &[Council, Mayor, Supervisor, Trustee, Commissioner, Senator, House],
    ),
    // In Alaska the council of a city and borough is its assembly, and a mayor may preside.
    (&["assembly"], &[Supervisor, Trustee, Commissioner, Senator, House]),
    (
        &["house committee", "house of representatives"],
        &[Council, Mayor, Supervisor, Trustee, Commissioner, Senator, Assembly],
    ),
];

/// The offices that surely do not belong to the body; none when its kind is not known, or when it is of two kinds.
pub(super) fn foreign_to(body: &str) -> &'static [Office] {
    let mut body = body.to_lowercase();
    // The `Port of Tacoma Commission` is one of ports.
    if body.starts_with("port of ") && body.ends_with("commission") {
        "port commission".clone_into(&mut body);
    }
    if body.contains("joint") || body.contains("authority") {
        return &[];
    }
    BODIES.iter().find(|(names, _)| names.iter().any(|name| body.contains(name))).map_or(&[], |(_, offices)| offices)
}

impl Office {
    /// Whoever bears the title sits as a member, and in one kind of body only.
    pub(super) fn is_seat(self) -> bool {
        !matches!(self, Any | Courtesy | Mayor)
    }
}

/// The tokens from this one on are the words of a name; a possessive ending of the last counts as nothing.
pub(super) fn is_name(prose: &Prose<'_>, at: usize, name: &[&str]) -> bool {
    !name.is_empty()
        && name.iter().enumerate().all(|(index, word)| {
            let written = prose.text(at + index);
            written == *word || index + 1 == name.len() && without_possessive(written) == *word
        })
}

/// The word without the ending of a possessive.
pub(super) fn without_possessive(word: &str) -> &str {
    ["’s", "'s", "’", "'"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::Syntax;

    #[test]
    fn titles_are_read_in_singular_and_plural() {
        let check = |text: &str, expected: Option<(&str, bool)>| {
            let found = title_at(&Prose::of(text, Syntax::Plain), 0);
            assert_eq!(found.as_ref().map(|title| (title.name.as_str(), title.is_plural)), expected, "{text}");
        };
        check("Council Member Garcia", Some(("council member", false)));
        check("Council Members Garcia", Some(("council member", true)));
        check("Councilmembers Garcia", Some(("councilmember", true)));
        check("Councilmen Garcia", Some(("councilman", true)));
        check("Councilwomen Garcia", Some(("councilwoman", true)));
        check("Vice Mayor Lee", Some(("vice mayor", false)));
        check("Ms. Lee", Some(("ms", false)));
        check("Supervisors Lee", Some(("supervisor", true)));
        check("supervisor Lee", None);
        check("Council on Aging", None);
        check("Mayoral Lee", None);
    }

    #[test]
    fn bodies_know_whose_title_is_not_theirs() {
        let check = |body: &str, office: Office, expected: bool| {
            assert_eq!(foreign_to(body).contains(&office), expected, "{body}: {office:?}");
        };
        check("Oakland City Council", Supervisor, true);
        check("Oakland City Council", Mayor, false);
        check("Alameda County Board of Supervisors", Mayor, true);
        check("Washoe County Board of County Commissioners", Supervisor, true);
        check("Twin Rivers Unified School District, Board of Trustees", Council, true);
        check("San Francisco Board of Education", Commissioner, false);
        check("Berkeley Planning Commission", Trustee, true);
        check("California Coastal Commission", Supervisor, false);
        check("Senate Committee on Housing", Assembly, true);
        check("Assembly Committee on Housing", Mayor, true);
        check("Juneau Assembly", Mayor, false);
        check("Tule Flat Community Services District", Supervisor, false);
    }
}
