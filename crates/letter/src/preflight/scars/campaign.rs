//! How much of the text is the campaign's and how much one's own, as `campaign_words` tells them apart.
//!
//! The numbers are for a meter, and a ready text is nothing to be ashamed of; it is noted only when a letter of some
//! length has no word of its own. What the kind suggests is nobody's.

use serde::Serialize;

use super::super::context::{Context, FieldText, Voice};
use crate::finding::{Finding, Place, Severity};

/// A text with fewer words is too short to be called anybody's.
const SHORTEST: usize = 30;

/// How many words of a draft are whose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Shares {
    /// The person's own words.
    pub own: u32,
    /// The words that are the campaign's.
    pub campaign: u32,
}

/// How many words of the letter are whose; none where the campaign offers no texts.
pub(in crate::preflight) fn shares(context: &Context<'_>) -> Option<Shares> {
    let campaign = &context.known.campaign;
    if campaign.is_empty() {
        return None;
    }
    let mut shares = Shares::default();
    for field in own(context) {
        let (all, theirs) = campaign.among(&field.prose);
        shares.campaign = shares.campaign.saturating_add(number(theirs));
        shares.own = shares.own.saturating_add(number(all - theirs));
    }
    Some(shares)
}

/// Everything that the letter says is the campaign's.
pub(in crate::preflight) fn campaign_words(context: &Context<'_>) -> Vec<Finding> {
    let Some(shares) = shares(context) else { return Vec::new() };
    if shares.own > 0 || (shares.campaign as usize) < SHORTEST {
        return Vec::new();
    }
    let path = own(context).next().map_or("words", |field| field.path.as_str());
    vec![Finding::new(
        "campaign-words",
        Severity::Note,
        format!("all {} words are the campaign’s", shares.campaign),
        "Add a sentence that only you could write: what you saw, and where you live.",
        Place::absent(path),
    )]
}

/// The texts that the letter says in full, without what the kind suggests.
fn own<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a FieldText<'a>> {
    let is_suggested = |field: &&FieldText<'_>| {
        let name = field.path.strip_prefix("words.").unwrap_or_default();
        context.template.field(name).is_some_and(|asked| asked.default.trim() == field.text.trim())
    };
    let is_said = |field: &&FieldText<'_>| {
        field.voice == Voice::Own && (field.path.starts_with("words.") || field.path.ends_with(".full"))
    };
    context.fields.iter().filter(is_said).filter(move |field| !is_suggested(field))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Ask, Words};
    use crate::letter::Letter;
    use crate::preflight::testing::{places, template, told_knowing, with_words};
    use crate::preflight::{CampaignWords, Known};

    const CAMPAIGN: &str = "Please **adopt** the plan for shade at every bus stop in our city before the next summer is \
        upon us, because people who wait for a bus in the sun fall ill and nobody else will ask for them.";

    fn known() -> Known {
        Known { campaign: CampaignWords::of([CAMPAIGN, "Vote yes."]), ..Known::default() }
    }

    #[test]
    fn words_are_counted_by_whose_they_are() {
        let check = |text: &str, full: &str, expected: (u32, u32)| {
            let mut draft = with_words("hook", text);
            draft.asks = vec![Ask { full: full.to_owned(), short: "Not counted here.".to_owned(), ..Ask::default() }];
            let (template, letter, known) = (template(), Letter::default(), known());
            let shares = shares(&Context::new(&template, &draft, &letter, &known)).unwrap();
            assert_eq!((shares.own, shares.campaign), expected, "{text}");
        };
        check("", "", (0, 0));
        check("I wait at Oak Street every day.", "", (7, 0));
        check("I say: adopt the plan for shade at every bus stop in our city!", "", (2, 12));
        check("please adopt the plan for shade", "Vote yes.", (0, 8));
        check("adopt the plan for", "", (4, 0));
        check("adopt the plan for shade, and adopt the plan for shade", "", (1, 10));
    }

    #[test]
    fn only_a_letter_without_a_word_of_its_own_is_noted() {
        let check = |text: &str, known: Known, expected: usize| {
            let mut draft = with_words("hook", text);
            draft.words.insert("line".to_owned(), Words::Text(String::new()));
            assert_eq!(places(&told_knowing(&draft, &known), "campaign-words").len(), expected, "{text}");
        };
        check(CAMPAIGN, known(), 1);
        check(&format!("{CAMPAIGN} I fell ill myself."), known(), 0);
        check("Please adopt the plan for shade.", known(), 0);
        check(CAMPAIGN, Known::default(), 0);
    }
}
