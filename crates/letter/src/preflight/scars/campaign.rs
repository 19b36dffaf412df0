//! How much of the text is the campaign's and how much one's own: five words in a row that stand in its texts are its.
//!
//! The numbers are for a meter, and a ready text is nothing to be ashamed of; it is noted only when a letter of some
//! length has no word of its own. What the kind suggests is nobody's.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;

use super::super::context::{Context, FieldText, Voice};
use super::super::known::Known;
use crate::draft::Draft;
use crate::finding::{Finding, Place, Severity};
use crate::letter::Letter;
use crate::prose::{Prose, Syntax, TokenKind};
use crate::template::Template;

/// So many words in a row do not come about by chance.
const ROW: usize = 5;
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

/// How many words of a draft are whose; none where the campaign offers no texts.
pub fn shares(template: &Template, draft: &Draft, known: &Known) -> Option<Shares> {
    if known.campaign.is_empty() {
        return None;
    }
    let letter = Letter::default();
    counted(&Context::new(template, draft, &letter, known))
}

/// Everything that the letter says is the campaign's.
pub(in crate::preflight) fn campaign_words(context: &Context<'_>) -> Vec<Finding> {
    let Some(shares) = counted(context) else { return Vec::new() };
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

fn counted(context: &Context<'_>) -> Option<Shares> {
    let mut rows = HashSet::new();
    for text in &context.known.campaign {
        let words = words(&Prose::of(text, Syntax::Rich));
        match words.len() {
            0 => {}
            // A short text is the campaign's as a whole.
            length if length < ROW => _ = rows.insert(hash(&words)),
            _ => rows.extend(words.windows(ROW).map(hash)),
        }
    }
    if rows.is_empty() {
        return None;
    }
    let mut shares = Shares::default();
    for field in own(context) {
        let words = words(&field.prose);
        let theirs = theirs(&words, &rows);
        shares.campaign = shares.campaign.saturating_add(number(theirs));
        shares.own = shares.own.saturating_add(number(words.len() - theirs));
    }
    Some(shares)
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

/// How many of the words stand in a row of the campaign's.
fn theirs(words: &[String], rows: &HashSet<u64>) -> usize {
    if words.len() < ROW {
        return if rows.contains(&hash(words)) { words.len() } else { 0 };
    }
    let (mut count, mut covered) = (0, 0);
    for (start, row) in words.windows(ROW).enumerate() {
        if rows.contains(&hash(row)) {
            count += start + ROW - covered.max(start);
            covered = start + ROW;
        }
    }
    count
}

fn words(prose: &Prose<'_>) -> Vec<String> {
    let tokens = prose.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word);
    tokens.map(|(at, _)| prose.text(at).to_lowercase()).collect()
}

fn hash(words: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Ask, Words};
    use crate::preflight::testing::{places, template, told_knowing, with_words};

    const CAMPAIGN: &str = "Please **adopt** the plan for shade at every bus stop in our city before the next summer is \
        upon us, because people who wait for a bus in the sun fall ill and nobody else will ask for them.";

    fn known() -> Known {
        Known { campaign: vec![CAMPAIGN.to_owned(), "Vote yes.".to_owned()], ..Known::default() }
    }

    #[test]
    fn words_are_counted_by_whose_they_are() {
        let check = |text: &str, full: &str, expected: (u32, u32)| {
            let mut draft = with_words("hook", text);
            draft.asks = vec![Ask { full: full.to_owned(), short: "Not counted here.".to_owned(), ..Ask::default() }];
            let shares = shares(&template(), &draft, &known()).unwrap();
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
