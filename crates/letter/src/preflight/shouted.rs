//! Whether a word in capitals is shouted or made of initials: what `capitals` and `initials` share.
//!
//! No dictionary: a word is an ordinary one when it stands on a short list of what people shout, when the letter has it
//! in small letters too, or when it is long and has vowels where words have them.

use std::collections::BTreeSet;

use super::context::Context;
use crate::prose::TokenKind;

/// Initials are at most so long.
const LONGEST_INITIALS: usize = 6;

/// Words that people put into capitals.
#[rustfmt::skip]
const SHOUTED: &[&str] = &[
    "about", "above", "act", "action", "again", "against", "all", "also", "always", "and", "any", "anyone", "are",
    "ask", "asking", "attention", "ban", "because", "been", "before", "being", "best", "both", "but", "cannot", "change",
    "children", "come", "could", "demand", "deny", "did", "die", "dire", "does", "don’t", "done", "down", "each", "end",
    "ever", "every", "everyone", "fact", "fail", "failed", "false", "fear", "few", "fire", "first", "fix", "for", "free",
    "from", "full", "future", "give", "going", "gone", "good", "great", "had", "harm", "has", "hate", "have", "hear",
    "help", "here", "home", "homes", "hope", "huge", "human", "illegal", "important", "is", "it", "its", "just", "keep",
    "kids", "kill", "know", "last", "law", "less", "let", "lies", "life", "listen", "live", "lives", "long", "lost",
    "love", "made", "make", "many", "matter", "matters", "more", "most", "much", "must", "need", "needs", "never", "new",
    "no", "nobody", "none", "not", "nothing", "now", "of", "off", "on", "once", "one", "only", "oppose", "our", "out",
    "over", "pay", "people", "place", "please", "protect", "public", "real", "really", "reject", "rent", "right",
    "rights", "safe", "safety", "same", "save", "say", "see", "shall", "shame", "should", "so", "some", "soon", "speak",
    "stand", "still", "stop", "strong", "strongly", "support", "sure", "take", "thank", "thanks", "that", "the", "their",
    "them", "there", "these", "they", "this", "those", "time", "today", "together", "tonight", "too", "true", "truth",
    "two", "under", "up", "urge", "urgent", "us", "very", "vote", "want", "was", "we", "were", "what", "when", "where",
    "who", "whole", "why", "will", "with", "without", "work", "worse", "worst", "would", "wrong", "year", "years", "yes",
    "you", "your", "zero", "in", "to", "be", "do", "go", "or", "at", "by", "an", "as", "if", "my", "me", "he", "she",
];

/// The word has two letters and more, all of them capitals.
pub(super) fn is_capitals(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| c.is_alphabetic() && c.is_uppercase()) && word.chars().nth(1).is_some()
}

/// The word, in capitals here, is none of initials.
pub(super) fn is_ordinary(word: &str, lower: &BTreeSet<String>) -> bool {
    let small = word.to_lowercase();
    if SHOUTED.contains(&small.as_str()) || lower.contains(&small) && small.chars().count() >= 3 {
        return true;
    }
    let letters = small.chars().count();
    let vowels = small.chars().filter(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')).count();
    letters > LONGEST_INITIALS && vowels * 4 >= letters
}

/// The words of the person's own texts, in small letters, that stand somewhere in capitals too.
pub(super) fn lower_case_words(context: &Context<'_>) -> BTreeSet<String> {
    let words = || {
        context.own().flat_map(|field| {
            let tokens = field.prose.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word);
            tokens.map(|(at, _)| field.prose.text(at))
        })
    };
    let capitals: BTreeSet<String> = words().filter(|word| is_capitals(word)).map(str::to_lowercase).collect();
    if capitals.is_empty() {
        return capitals;
    }
    words().filter(|word| capitals.contains(*word)).map(str::to_owned).collect()
}
