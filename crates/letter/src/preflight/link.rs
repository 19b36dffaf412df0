//! Addresses of references that lead nowhere: `www.x.org` without its scheme, `http:/x`, words.
//!
//! Links inside texts are checked where they are read, in `markup`. Nothing is looked up: there is no network here.

use super::context::Context;
use crate::finding::{Finding, Place, Severity};
use crate::markup::is_absolute;

/// The address of a reference is no web address.
pub fn link(context: &Context<'_>) -> Vec<Finding> {
    let references = context.draft.references.iter().enumerate();
    references
        .filter(|(_, reference)| !reference.url.is_empty() && !is_absolute(&reference.url))
        .map(|(index, reference)| {
            let url = &reference.url;
            let with_scheme = format!("https://{url}");
            let hint = if is_absolute(&with_scheme) && !url.contains('@') && !url.contains(':') {
                format!("Write {with_scheme}, or leave the address out.")
            } else {
                "Copy the whole address from the browser, beginning with https://.".to_owned()
            };
            Finding::new(
                "link",
                Severity::Warning,
                format!("`{url}` is no address that a reader can open"),
                hint,
                Place::new(format!("references[{index}].url"), url),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::draft::{Draft, Reference};
    use crate::preflight::testing::{places, told};

    #[test]
    fn only_addresses_that_lead_nowhere_are_told() {
        let check = |url: &str, expected: bool| {
            let references = vec![Reference { url: url.to_owned(), ..Reference::default() }];
            let found = places(&told(&Draft { references, ..Draft::default() }), "link");
            let place = ("references[0].url".to_owned(), url.to_owned());
            assert_eq!(found, if expected { vec![place] } else { Vec::new() }, "{url}");
        };
        check("", false);
        check("https://cityclerk.lacity.org/online/docs/2023/23-0243_ord_%20188441_12-19-24.pdf", false);
        check("http://example.org", false);
        check("HTTPS://example.org:8443/a?b#c", false);
        check("https://município.example/plan", false);
        check("mailto:clerk@cityofsacramento.org?subject=Item%203", false);
        check("www.sacpd.org", true);
        check("http:/example.org", true);
        check("http:example.org", true);
        check("https://", true);
        check("https://localhost/file", true);
        check("https://example..org", true);
        check("https://exam ple.org", true);
        check("javascript:alert(1)", true);
        check("file:///home/plan.pdf", true);
        check("mailto:clerk", true);
        check("see attachment", true);
        check("https://example.org/{id}", true);
    }

    #[test]
    fn the_hint_completes_an_address_that_lacks_only_its_scheme() {
        let check = |url: &str, expected: &str| {
            let references = vec![Reference { url: url.to_owned(), ..Reference::default() }];
            let found = told(&Draft { references, ..Draft::default() });
            let hints: Vec<&str> =
                found.iter().filter(|finding| finding.check == "link").map(|finding| finding.hint.as_str()).collect();
            assert_eq!(hints, [expected]);
        };
        check("www.sacpd.org/reports", "Write https://www.sacpd.org/reports, or leave the address out.");
        check("the blue book", "Copy the whole address from the browser, beginning with https://.");
        check("http:/sacpd.org", "Copy the whole address from the browser, beginning with https://.");
    }
}
