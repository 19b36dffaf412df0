//! A reference to the words that cite it, as letter markup: introduction, address, exact quotation.
//!
//! The plain form of each kind of source follows the table of the project's facts: `Sacramento City Code § 4.04.020`,
//! `City of Los Angeles, Ordinance No. 188441, § 19.192 (Dec. 19, 2024)`. Court styles are not here.

use crate::draft::{Reference, ReferenceKind};
use crate::language::Words;
use crate::markup::escape::{escape, guard};
use crate::markup::is_absolute;

/// The citation as plain words, without label, address and quotation.
pub fn citation(reference: &Reference, words: &Words) -> String {
    let r = reference;
    let numbered = |label: &str| if r.number.is_empty() { String::new() } else { format!("{label}{}", r.number) };
    let section = if r.section.is_empty() {
        String::new()
    } else if r.section.contains([',', '–']) || r.section.contains(" and ") {
        format!("§§ {}", r.section)
    } else {
        format!("§ {}", r.section)
    };
    let pieces: Vec<String> = match r.kind {
        ReferenceKind::Ordinance => vec![r.jurisdiction.clone(), numbered_title(r, "Ordinance No. "), section],
        ReferenceKind::Resolution => vec![r.jurisdiction.clone(), numbered_title(r, "Resolution No. "), section],
        ReferenceKind::Statute | ReferenceKind::Regulation => {
            let code = [r.jurisdiction.as_str(), r.title.as_str(), r.number.as_str()];
            let code: Vec<&str> = code.into_iter().filter(|s| !s.is_empty()).collect();
            vec![[code.join(" "), section].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ")]
        }
        ReferenceKind::Bill => {
            let year = r.date.map(|date| date.year().to_string());
            let by: Vec<String> =
                [Some(r.author.clone()), year].into_iter().flatten().filter(|s| !s.is_empty()).collect();
            let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
            vec![format!("{}{by}", r.number), r.title.clone(), section]
        }
        ReferenceKind::Case => vec![r.title.clone(), r.number.clone()],
        ReferenceKind::StaffReport => {
            vec![r.jurisdiction.clone(), r.author.clone(), quoted(&r.title, words), numbered("File ID "), section]
        }
        ReferenceKind::Document | ReferenceKind::Letter | ReferenceKind::News | ReferenceKind::Web => {
            vec![r.author.clone(), quoted(&r.title, words), r.jurisdiction.clone(), r.number.clone(), section]
        }
    };
    let mut out = pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(", ");
    let dated = !matches!(r.kind, ReferenceKind::Bill | ReferenceKind::Statute);
    if let Some(date) = r.date.filter(|_| dated) {
        let date = words.long_date(date);
        out = if out.is_empty() { date } else { format!("{out} ({date})") };
    }
    out
}

fn numbered_title(r: &Reference, label: &str) -> String {
    let number = if r.number.is_empty() { String::new() } else { format!("{label}{}", r.number) };
    match (r.title.as_str(), number.as_str()) {
        ("", number) => number.to_owned(),
        (title, "") => title.to_owned(),
        (title, number) if title.contains(&r.number) || title == number => title.to_owned(),
        (title, number) => format!("{number}, {title}"),
    }
}

fn quoted(title: &str, words: &Words) -> String {
    let (open, close) = words.quotation_marks();
    if title.is_empty() { String::new() } else { format!("{open}{title}{close}") }
}

/// The whole note as markup: label or citation, address and day of access, and the quotation between its marks.
pub fn note(reference: &Reference, words: &Words) -> String {
    let introduction = if reference.label.is_empty() {
        escape(&citation(reference, words))
    } else {
        let label = reference.label.trim_end_matches(':');
        let colon = if reference.url.is_empty() && reference.excerpt.is_empty() { "" } else { ":" };
        escape(label) + colon
    };
    let address = match reference.url.as_str() {
        "" => String::new(),
        url if is_absolute(url) => {
            // No absolute address holds white space, so its escaped form holds nothing but itself.
            format!("[{0}]({0})", escape(url))
        }
        url => escape(url),
    };
    let accessed = reference
        .accessed
        .map(|date| format!(" \\({} {}\\)", words.accessed, escape(&words.long_date(date))))
        .unwrap_or_default();
    let parts: Vec<String> =
        [introduction, address + &accessed].into_iter().filter(|part| !part.trim().is_empty()).collect();
    // A label stands on a line of its own, as people write it; a citation runs on.
    let between = if reference.label.is_empty() { ". " } else { "\\\n" };
    let mut out = parts.join(between);
    if !reference.excerpt.trim().is_empty() {
        let (open, close) = words.quotation_marks();
        let excerpt = guard(reference.excerpt.trim());
        out.push_str("\n\n");
        for line in format!("{open}{excerpt}{close}").lines() {
            out.push_str("> ");
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    #[track_caller]
    fn check(toml: &str, expected: &str) {
        let reference: Reference = toml::from_str(toml).expect("the case is a reference");
        assert_eq!(citation(&reference, language::words("en")), expected);
    }

    #[test]
    fn citations_in_their_plain_form() {
        check(
            "id='a'\nkind='ordinance'\njurisdiction='City of Los Angeles'\nnumber='188441'\nsection='19.192'\ndate=2024-12-19",
            "City of Los Angeles, Ordinance No. 188441, § 19.192 (December 19, 2024)",
        );
        check("id='a'\nkind='statute'\ntitle='Gov. Code'\nsection='54954.3(b)'", "Gov. Code § 54954.3(b)");
        check(
            "id='a'\nkind='statute'\njurisdiction='Sacramento'\ntitle='City Code'\nsection='4.04.020'",
            "Sacramento City Code § 4.04.020",
        );
        check("id='a'\nkind='bill'\nnumber='AB 91'\nauthor='Harabedian'\ndate=2025-01-07", "AB 91 (Harabedian, 2025)");
        check(
            "id='a'\nkind='staff-report'\njurisdiction='City of Sacramento'\ntitle='Item 1'\nnumber='2019-00865'\ndate=2019-06-04",
            "City of Sacramento, “Item 1”, File ID 2019-00865 (June 4, 2019)",
        );
        check("id='a'\nkind='regulation'\ntitle='28 C.F.R.'\nsection='35.201'", "28 C.F.R. § 35.201");
        check(
            "id='a'\nkind='case'\ntitle='People v. Cobb (1977) 15 Cal.App.3d 1'",
            "People v. Cobb (1977) 15 Cal.App.3d 1",
        );
        check("id='a'\nauthor='Sacramento Bee'\ntitle='Council votes'", "Sacramento Bee, “Council votes”");
    }
}
