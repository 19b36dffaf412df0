//! The texts that a campaign offers to what a text of one's own is held against: every five words in a row.
//!
//! Made once for a campaign, since a letter is held against it at every keystroke. Whether anything is to be said of it is
//! `scars::campaign`'s.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::prose::{Prose, Syntax, TokenKind};

/// So many words in a row do not come about by chance.
const ROW: usize = 5;

/// The rows of words of a campaign's texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CampaignWords(HashSet<u64>);

impl CampaignWords {
    /// The rows of these texts, which are rich text.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut rows = HashSet::new();
        for text in texts {
            let words = words(&Prose::of(text, Syntax::Rich));
            match words.len() {
                0 => {}
                // A short text is the campaign's as a whole.
                length if length < ROW => _ = rows.insert(row(&words)),
                _ => rows.extend(words.windows(ROW).map(row)),
            }
        }
        Self(rows)
    }

    /// The campaign offers no words.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many words a text has, and how many of them stand in a row of the campaign's.
    pub(super) fn among(&self, prose: &Prose<'_>) -> (usize, usize) {
        let words = words(prose);
        if words.len() < ROW {
            let theirs = if self.0.contains(&row(&words)) { words.len() } else { 0 };
            return (words.len(), theirs);
        }
        let (mut count, mut covered) = (0, 0);
        for (start, five) in words.windows(ROW).enumerate() {
            if self.0.contains(&row(five)) {
                count += start + ROW - covered.max(start);
                covered = start + ROW;
            }
        }
        (words.len(), count)
    }
}

/// A number for each word, whatever its case.
fn words(prose: &Prose<'_>) -> Vec<u64> {
    let words = prose.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word);
    words.map(|(at, _)| row(&prose.text(at).to_lowercase())).collect()
}

fn row(words: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
