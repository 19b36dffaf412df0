//! Two drafts in, what differs between them in the words of the walk out: `Salutation`, `Ask 2`, `Reference 1 added`.
//!
//! And what a text would lose by taking another's place, which decides whether it is kept.

use std::collections::HashMap;

use letter::draft::Draft;
use letter::template::Template;
use serde::Serialize;
use serde_json::{Value, json};

/// The longest that a question is repeated.
const LONGEST_PROMPT: usize = 32;

/// What differs in `now` from `before`, in the order of the walk.
pub(crate) fn changed(template: Option<&Template>, before: &Draft, now: &Draft) -> Vec<String> {
    let mut changed = Vec::new();
    let mut one = |name: &str, differs: bool| changed.extend(differs.then(|| name.to_owned()));
    one("Kind of letter", before.kind != now.kind);
    one("Item", before.item != now.item);
    list(&mut changed, "Ask", &before.asks, &now.asks);
    list(&mut changed, "Addressee", &before.addressees, &now.addressees);
    let mut one = |name: &str, differs: bool| changed.extend(differs.then(|| name.to_owned()));
    one("Salutation", before.salutation != now.salutation);
    one("Copies", before.cc != now.cc);
    words(&mut changed, template, before, now);
    list(&mut changed, "Reference", &before.references, &now.references);
    let mut one = |name: &str, differs: bool| changed.extend(differs.then(|| name.to_owned()));
    one("Letterhead", before.letterhead != now.letterhead);
    one("Sender", before.sender != now.sender);
    list(&mut changed, "Signer", &before.signers, &now.signers);
    let mut one = |name: &str, differs: bool| changed.extend(differs.then(|| name.to_owned()));
    one("Date", (before.date, &before.date_line) != (now.date, &now.date_line));
    one("Subject", before.subject != now.subject);
    one("Delivery", before.delivery != now.delivery);
    one("Closing", before.closing != now.closing);
    one("Enclosures", before.enclosures != now.enclosures);
    one("Language", before.language != now.language);
    one("Page", before.page != now.page);
    one("Shorter texts", before.shorter != now.shorter);
    one("Portal", before.portal != now.portal);
    one("What fits", before.channels != now.channels);
    one("What becomes public", before.shown != now.shown);
    one("What may stand", before.overruled != now.overruled);
    changed
}

fn words(changed: &mut Vec<String>, template: Option<&Template>, before: &Draft, now: &Draft) {
    let asked = template.into_iter().flat_map(|template| &template.fields).map(|field| &field.name);
    let mut names: Vec<&String> = asked.collect();
    // Answers that the kind does not ask for stand after those that it does.
    let others: Vec<&String> = before.words.keys().chain(now.words.keys()).collect();
    for name in others {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for name in names.into_iter().filter(|name| before.words.get(*name) != now.words.get(*name)) {
        let prompt = template.and_then(|template| template.field(name)).map(|field| field.prompt.as_str());
        changed.push(format!("Words: {}", shortened(prompt.unwrap_or(name))));
    }
}

/// The beginning of a question, cut between words.
fn shortened(prompt: &str) -> String {
    match prompt.char_indices().nth(LONGEST_PROMPT) {
        Some((at, _)) => format!("{}…", prompt[..at].rsplit_once(' ').map_or(&prompt[..at], |(head, _)| head)),
        None => prompt.to_owned(),
    }
}

/// What differs between two lists: what stands alike at both ends is taken for the same.
fn list<T: PartialEq>(changed: &mut Vec<String>, name: &str, before: &[T], now: &[T]) {
    let alike = |pairs: &mut dyn Iterator<Item = (&T, &T)>| pairs.take_while(|(before, now)| before == now).count();
    let head = alike(&mut before.iter().zip(now));
    let tail = alike(&mut before[head..].iter().rev().zip(now[head..].iter().rev()));
    let (before, now) = (&before[head..before.len() - tail], &now[head..now.len() - tail]);
    let is_moved = before.len() == now.len() && before.len() > 1 && before.iter().all(|one| now.contains(one));
    if is_moved {
        changed.push(format!("Order of {}s", name.to_lowercase()));
        return;
    }
    let both = before.len().min(now.len());
    let pairs = before.iter().zip(now).zip(head + 1..);
    changed.extend(pairs.filter(|((before, now), _)| before != now).map(|(_, number)| format!("{name} {number}")));
    changed.extend((head + both + 1..=head + now.len()).map(|number| format!("{name} {number} added")));
    changed.extend((head + both + 1..=head + before.len()).map(|number| format!("{name} {number} removed")));
}

/// The words of a draft, each with how often it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bag(HashMap<String, u32>);

impl Bag {
    /// The words of a draft. A drawn signature weighs as much as a paragraph, so that none is lost.
    pub(crate) fn of(draft: &Draft) -> Self {
        const STROKES: u32 = 100;
        let mut bag = Self::default();
        bag.take(&said(draft));
        for signer in draft.signers.iter().filter(|signer| !signer.strokes.is_empty()) {
            bag.0.insert(format!("{:?}", signer.strokes), STROKES);
        }
        bag
    }

    /// How many words there are.
    pub(crate) fn count(&self) -> u32 {
        self.0.values().sum()
    }

    /// How many words would be lost if `now` took the place of this while `before` stays. A word that was begun here
    /// and is longer there is not lost.
    pub(crate) fn lost(&self, now: &Self, before: &Self) -> u32 {
        let count = |bag: &Self, word: &String| bag.0.get(word).copied().unwrap_or(0);
        let is_new = |(word, times): &(&String, &u32)| **times > count(self, word);
        let new: Vec<&String> = now.0.iter().filter(is_new).map(|(word, _)| word).collect();
        let is_same = |word: &String| new.iter().any(|new| new.starts_with(word) || word.starts_with(new.as_str()));
        let lost = self.0.iter().map(|(word, times)| {
            let lost = times.saturating_sub(count(now, word)).saturating_sub(count(before, word));
            if lost > 0 && is_same(word) { 0 } else { lost }
        });
        lost.sum()
    }

    fn take(&mut self, value: &Value) {
        match value {
            Value::String(text) => {
                for word in text.split_whitespace() {
                    *self.0.entry(word.to_owned()).or_default() += 1;
                }
            }
            Value::Array(values) => values.iter().for_each(|value| self.take(value)),
            Value::Object(fields) => fields.values().for_each(|value| self.take(value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// What a person wrote in a draft: its texts, without choices and numbers.
fn said(draft: &Draft) -> Value {
    fn texts(value: impl Serialize) -> Value {
        json!(value)
    }
    let mut signers = draft.signers.clone();
    signers.iter_mut().for_each(|signer| signer.strokes.clear());
    json!([
        texts(&draft.words),
        texts(&draft.asks),
        texts(&draft.references),
        texts(&draft.addressees),
        texts(&draft.item),
        texts(&draft.letterhead),
        texts(&draft.sender),
        texts(signers),
        texts((&draft.subject, &draft.salutation, &draft.closing, &draft.date_line)),
        texts((&draft.enclosures, &draft.cc, &draft.delivery)),
    ])
}

/// How many words a letter has, as people count them: what was written and what was asked and quoted.
pub(crate) fn word_count(draft: &Draft) -> u32 {
    let mut bag = Bag::default();
    let asks: Vec<_> = draft.asks.iter().map(|ask| (&ask.label, &ask.full)).collect();
    let quoted: Vec<_> = draft.references.iter().map(|reference| &reference.excerpt).collect();
    bag.take(&json!([draft.words, asks, quoted]));
    bag.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use letter::draft_file;
    use letter::template;

    fn sample() -> (Template, Draft) {
        let kind = template::built_in().remove(0);
        let draft = draft_file::read(&kind.sample).unwrap().draft;
        (kind, draft)
    }

    #[test]
    fn what_changed_is_told_in_the_words_of_the_walk() {
        type Edit = fn(&mut Draft);
        let check = |edit: Edit, expected: &[&str]| {
            let (kind, before) = sample();
            let mut now = before.clone();
            edit(&mut now);
            assert_eq!(changed(Some(&kind), &before, &now), expected);
        };
        check(|_| (), &[]);
        check(|draft| draft.asks[1].full.push('!'), &["Ask 2"]);
        check(|draft| draft.asks.swap(0, 2), &["Order of asks"]);
        check(|draft| draft.asks.insert(0, Default::default()), &["Ask 1 added"]);
        check(|draft| drop(draft.asks.remove(1)), &["Ask 2 removed"]);
        check(|draft| draft.asks.clear(), &["Ask 1 removed", "Ask 2 removed", "Ask 3 removed"]);
        check(|draft| drop(draft.words.remove("hook")), &["Words: What has happened that makes…"]);
        check(
            |draft| {
                draft.salutation = Some("Hello".to_owned());
                draft.item.number = "4".to_owned();
                draft.references[0].section = "1".to_owned();
            },
            &["Item", "Salutation", "Reference 1"],
        );
    }

    #[test]
    fn a_word_that_grows_is_not_lost_and_a_cut_is() {
        let text = |text: &str| {
            let mut bag = Bag::default();
            bag.take(&json!(text));
            bag
        };
        let check = |from: &str, to: &str, before: &str, expected: u32| {
            assert_eq!(text(from).lost(&text(to), &text(before)), expected, "{from} to {to}");
        };
        check("we want hous", "we want housing", "", 0);
        check("we want housing", "we want hous", "", 0);
        check("we want housing now", "we want", "", 2);
        check("we want housing now", "we want", "we want housing", 1);
        check("one one one", "one", "", 2);
        check("", "anything", "", 0);
    }
}
