//! The colour of a letterhead against the paper.
//!
//! Contrast is reckoned as in the Web Content Accessibility Guidelines 2.2 (“relative luminance” and “contrast ratio”,
//! <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>), and must be the 4.5 to 1 of success criterion 1.4.3. Paper is white.

use crate::finding::{Finding, Place, Repair, Severity};
use crate::letter::Colour;
use crate::markup::colour;
use crate::preflight::context::Context;
use crate::template::PartName;

const LEAST: f64 = 4.5;

/// The letterhead is set in a colour too pale to read.
pub fn contrast(context: &Context<'_>) -> Vec<Finding> {
    let written = context.draft.letterhead.as_ref().and_then(|head| head.colour.as_deref());
    let Some((written, Colour(channels))) = written.and_then(|written| Some((written, colour(written)?))) else {
        return Vec::new();
    };
    let ratio = ratio_on_white(channels);
    if ratio >= LEAST || !context.has_part(PartName::Letterhead) {
        return Vec::new();
    }
    let [red, green, blue] = darker(channels);
    let darker = format!("#{red:02x}{green:02x}{blue:02x}");
    // Cut, not rounded: 4.49 is not enough.
    let shown = (ratio * 10.0).floor() / 10.0;
    vec![
        Finding::new(
            "contrast",
            Severity::Warning,
            format!("the colour {written} of the letterhead stands {shown} to 1 against white paper, and 4.5 to 1 is legible"),
            format!("Take a darker shade, such as {darker}."),
            Place::new("letterhead.colour", written),
        )
        .mended_by(Repair::whole(format!("Take {darker}"), "letterhead.colour", darker)),
    ]
}

fn ratio_on_white(channels: [u8; 3]) -> f64 {
    const WHITE: f64 = 1.0;
    const FLARE: f64 = 0.05;
    (WHITE + FLARE) / (luminance(channels) + FLARE)
}

fn luminance(channels: [u8; 3]) -> f64 {
    let [red, green, blue] = channels.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The nearest darker shade of the same hue that is legible.
fn darker(channels: [u8; 3]) -> [u8; 3] {
    let most = channels.into_iter().max().unwrap_or(0);
    let shade = |to: u8| channels.map(|channel| (u16::from(channel) * u16::from(to) / u16::from(most.max(1))) as u8);
    (0..=most).rev().map(shade).find(|shade| ratio_on_white(*shade) >= LEAST).unwrap_or([0; 3])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, Letterhead};
    use crate::preflight::testing::told;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let check = |written: &str, expected: f64| {
            let ratio = ratio_on_white(colour(written).unwrap().0);
            assert!((ratio - expected).abs() < 0.01, "{written}: {ratio}");
        };
        check("#000000", 21.0);
        check("#ffffff", 1.0);
        check("#777777", 4.48);
        check("#767676", 4.54);
        check("#ff0000", 4.0);
        check("#0000ff", 8.59);
    }

    #[test]
    fn pale_colours_are_told_with_a_darker_shade() {
        let check = |written: &str, expected: Option<&str>| {
            let head = Letterhead { colour: Some(written.to_owned()), ..Letterhead::default() };
            let found = told(&Draft { letterhead: Some(head), ..Draft::default() });
            let found = found.iter().find(|finding| finding.check == "contrast");
            let to = found.map(|finding| finding.repair.as_ref().unwrap().to.as_str());
            assert_eq!(to, expected, "{written}");
            if let Some(darker) = to {
                assert!(ratio_on_white(colour(darker).unwrap().0) >= LEAST);
            }
        };
        check("#1f4e5f", None);
        check("#767676", None);
        check("#0000ff", None);
        check("no colour", None);
        check("#777777", Some("#767676"));
        check("#ff0000", Some("#ee0000"));
        check("#ffffff", Some("#767676"));
    }
}
