//! A draft and the room of a portal to the text that says the most in it, and the list of what it does not say.
//!
//! The text is made of **pieces**, each a paragraph of the letter's own body: the line with position and item, which stands
//! first and always; the paragraphs of the person's own words and of the template; each ask; a line for each source; the
//! name. Salutation, closing and addresses belong to the letter on paper and not to a box. A piece is said in full, in its
//! short text, in one line, or not at all; a piece for which nobody wrote a shorter text can keep its first sentences,
//! whole ones only. What is not said in full is listed with the words that are missing.
//!
//! # What is optimised
//!
//! Of all choices that fit, the one taken is the best in an order of ranks, the first rank that differs deciding. Each rank
//! counts how many pieces of one sort are said to one length at least; `value` lists them all. In short:
//!
//! 1. asks to be kept first, then asks of any priority, then those that are not the first to go: said at all, if only
//!    in a line or in their first sentences;
//! 2. paragraphs to be kept first, and the name: said at all;
//! 3. asks in their short text; the person's other paragraphs said at all; the item with its title;
//! 4. asks in full; the template's words that introduce them; paragraphs in short, then in full;
//! 5. the beginnings of paragraphs that have no shorter text, since a story without its end says little; headings;
//! 6. what is the first to go, and sources: first where they can be read, then their quotations.
//!
//! That order is what a clerk needs first and a member remembers: what is asked, by whom, and only then why. On equal ranks
//! the text that keeps more sentences is taken, then the shorter one, which says as much in fewer words, then the one
//! that says earlier pieces at greater length. The choice is found by an exact dynamic programme (`choose`): a greedy one
//! that takes the longest text of the first ask can lose the last ask by one character.
//!
//! A longer limit never says less: every choice that fits a limit fits a longer one too, so the best of them is at least as
//! good in that order. Within it, a piece that counts less may give way when one that counts more finds room.
//!
//! Sentences of the template that count the asks change with the number of asks that are said, so the letter is composed
//! anew for each number that has to be tried, the greatest first. How long a choice is, is measured as the portal does
//! ([`Measure`]), line breaks between paragraphs included. A choice that the person made ([`Pin`]) is kept whatever it
//! costs; if that does not fit, the text is over its limit and says which sentence to shorten and by how much.
//! A heading goes when all that stands under it goes.

mod choose;
pub(crate) mod pieces;
mod sentences;
mod texts;
mod value;

use serde::Serialize;

use crate::count::{Counts, Gauge, Measure, counts};
use crate::draft::{Draft, Length, Pin};
use crate::fill::FillError;
use crate::portal::Portal;
use crate::template::Template;

use choose::{Chosen, Group, Way};
use pieces::{Form, Frame, Kind, Piece, Source};
use value::Values;

/// A text that fits, and what it leaves unsaid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Fitted {
    /// The text, without a line break at its end.
    pub text: String,
    /// How long it is, counted three ways.
    pub counts: Counts,
    /// How far it is from the limit, counted as the portal counts.
    pub gauge: Gauge,
    /// The pieces that are said, in order.
    pub said: Vec<Said>,
    /// What was shortened or left out, in the order of the letter.
    pub changes: Vec<Omission>,
    /// What to shorten when the text is too long, or when no ask finds room.
    pub shorten: Option<Shorten>,
}

/// A piece that is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Said {
    /// Its path in the draft: `item`, `words.hook[0]`, `asks[1]`, `references[0]`, `signers`; empty for the template's words.
    pub piece: String,
    /// At which length.
    pub at: Length,
    /// Its words as they stand in the text.
    pub text: String,
}

/// A piece that is not said in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Omission {
    /// Its path in the draft, by which a pin puts it back; empty for the template's words.
    pub piece: String,
    /// What was done to it.
    pub what: What,
    /// The words that are missing from the text, exactly: the sentences dropped, or the full text that a shorter one
    /// stands for.
    pub missing: String,
    /// What stands in the text instead; empty when nothing does.
    pub instead: String,
    /// How much of the limit that saves, in its unit.
    pub saved: u32,
}

/// What was done to a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Its short text is said.
    Shortened,
    /// Its line is said.
    OneLine,
    /// Its first sentences are said; nobody wrote a shorter text.
    Cut,
    /// Nothing of it is said.
    LeftOut,
}

/// What to shorten, and by how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Shorten {
    /// The piece; empty for the template's words.
    pub piece: String,
    /// Its longest sentence.
    pub sentence: String,
    /// By how much, in the unit of the limit.
    pub by: u32,
    /// The sentence is longer than that; otherwise more than one has to be shortened.
    pub enough: bool,
    /// The text is over its limit because of what the person pinned.
    pub pinned: bool,
}

/// How much room there is, and how it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How it is counted.
    pub measure: Measure,
    /// The most; everything is said when there is none.
    pub limit: Option<u32>,
}

impl Room {
    /// The room of a portal.
    pub fn of(portal: &Portal) -> Self {
        Self { measure: portal.measure(), limit: portal.most() }
    }
}

/// The text for a portal, with the person's choices for it.
pub fn fit(template: &Template, draft: &Draft, portal: &Portal) -> Result<Fitted, FillError> {
    let pins = draft.channels.get(&portal.id).map_or(&[][..], Vec::as_slice);
    fit_into(template, draft, &Room::of(portal), pins)
}

/// The text for so much room, with the person's choices.
pub fn fit_into(template: &Template, draft: &Draft, room: &Room, pins: &[Pin]) -> Result<Fitted, FillError> {
    let source = Source::of(template, draft);
    let chosen = choice(&source, room, pins, |frame| frame)?;
    Ok(chosen.fitted(room, source.asks()))
}

/// The best choice among the frames that a source has for each number of asks. `voice` makes of the written pieces what the
/// channel says.
pub(crate) fn choice(
    source: &Source<'_>,
    room: &Room,
    pins: &[Pin],
    voice: impl Fn(Frame) -> Frame,
) -> Result<Choice, FillError> {
    let (limit, measure) = (room.limit.unwrap_or(u32::MAX), room.measure);
    let all = source.asks();
    let mut best: Option<(u128, Choice)> = None;
    let mut tightest: Option<Choice> = None;
    let mut values: Option<Values> = None;
    let mut next = Some(all);
    while let Some(asks) = next {
        let frame = voice(source.frame(asks)?);
        if frame.labels.len() != asks {
            // The template says no asks in paragraphs of their own; then they are nothing to choose from.
            next = Some(0).filter(|_| asks > 0);
            continue;
        }
        let values = values.get_or_insert_with(|| Values::of(&frame.pieces));
        let groups = groups(&frame, values, measure, pins);
        let room_for = |asks: usize| {
            let room = limit.saturating_add(unused_gap(&frame, measure));
            room.checked_sub(fixed(&frame, asks, measure))
        };
        let chosen = room_for(asks).and_then(|room| choose::best(&groups, room, asks, &values.shifts()));
        next = match &chosen {
            // With all asks said, or all that come first, fewer cannot be worth more.
            Some(chosen) if chosen.value >= values.all_first(source.first_asks()) => None,
            None if asks == all => most_asks(&groups, room_for, all),
            _ => asks.checked_sub(1),
        };
        match chosen {
            Some(chosen) if best.as_ref().is_none_or(|(most, _)| chosen.value > *most) => {
                best = Some((chosen.value, Choice::new(frame, &groups, &chosen, asks, pins)));
            }
            Some(_) => {}
            None => {
                let shortest = choose::shortest(&groups, asks);
                tightest = shortest.map(|shortest| Choice::new(frame, &groups, &shortest, asks, pins)).or(tightest);
            }
        }
    }
    Ok(best.map(|(_, choice)| choice).or(tightest).unwrap_or_default())
}

/// The greatest number of asks, fewer than all, that may find room; the least that can be said when none does.
///
/// What a template says of one ask differs from what it says of several: a single ask has no number and often no label. So
/// one is always tried, however little room there seems to be. From two asks on, only the words that count them differ,
/// and those can be left out.
fn most_asks(groups: &[Group], room_for: impl Fn(usize) -> Option<u32>, all: usize) -> Option<usize> {
    let fits = |asks: &usize| {
        choose::shortest(groups, *asks).is_some_and(|least| room_for(*asks).is_some_and(|room| least.cost <= room))
    };
    let most = (0..all).rev().find(fits);
    let most = most.or_else(|| (0..all).find(|asks| choose::shortest(groups, *asks).is_some()))?;
    Some(most.max(1).min(all - 1))
}

/// The ways to say each piece, with their costs and worths.
fn groups(frame: &Frame, values: &Values, measure: Measure, pins: &[Pin]) -> Vec<Group> {
    let group = |piece: &Piece| {
        let ask = piece.kind == Kind::Ask;
        // An ask pays for the gap and the number of its place, not of itself: see `fixed`.
        let gap = if ask { 0 } else { measure.of(piece.gap) };
        let pin = pins.iter().rev().find(|pin| !piece.path.is_empty() && pin.piece == piece.path).map(|pin| pin.at);
        let may_go = piece.kind != Kind::Opening;
        let ways = piece.forms.iter().enumerate().map(|(index, form)| Way {
            cost: gap.saturating_add(measure.of(&form.text)),
            value: values.worth(piece, form),
            form: Some(index),
        });
        let out = may_go.then_some(Way { cost: 0, value: 0, form: None });
        let all: Vec<Way> = if piece.barred { out.into_iter().collect() } else { ways.chain(out).collect() };
        let length = |way: &Way| way.form.map_or(Length::Out, |form| piece.forms[form].length);
        let pinned: Vec<Way> = all.iter().filter(|way| Some(length(way)) == pin).copied().collect();
        Group { ways: if pinned.is_empty() { all } else { pinned }, ask }
    };
    frame.pieces.iter().map(group).collect()
}

/// The room that the numbers of so many asks take, and the gaps before them: the same whichever asks are said.
fn fixed(frame: &Frame, asks: usize, measure: Measure) -> u32 {
    let each = frame.labels.iter().take(asks).map(|(label, gap)| measure.of(gap).saturating_add(measure.of(label)));
    each.fold(0, u32::saturating_add)
}

/// What is counted too much where no line about the item opens the text: the gap before what does.
fn unused_gap(frame: &Frame, measure: Measure) -> u32 {
    let opened = frame.pieces.first().is_some_and(|piece| piece.kind == Kind::Opening);
    // Whatever is said first, at least the smallest gap is not needed.
    let gaps = frame.pieces.iter().filter(|piece| piece.kind != Kind::Ask).map(|piece| piece.gap);
    let least = gaps.chain(frame.labels.iter().map(|(_, gap)| *gap)).map(|gap| measure.of(gap)).min();
    least.filter(|_| !opened).unwrap_or(0)
}

/// Pieces, and how each is said.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choice {
    frame: Option<Frame>,
    forms: Vec<Option<usize>>,
    asks: usize,
    pinned: bool,
}

impl Choice {
    fn new(frame: Frame, groups: &[Group], chosen: &Chosen, asks: usize, pins: &[Pin]) -> Self {
        let forms = groups.iter().zip(&chosen.ways).map(|(group, way)| group.ways[*way].form).collect();
        let pinned = frame.pieces.iter().any(|piece| pins.iter().any(|pin| pin.piece == piece.path));
        Self { frame: Some(frame), forms, asks, pinned }
    }

    /// The pieces, each with the form that is said and what stands before it.
    pub(crate) fn each(&self) -> Vec<(&Piece, Option<&Form>, String)> {
        let Some(frame) = &self.frame else { return Vec::new() };
        let mut labels = frame.labels.iter();
        let mut opened = false;
        // A heading over nothing goes; the room it was given stays free.
        let heads = |at: usize| {
            let under = frame.pieces.iter().zip(&self.forms).skip(at + 1);
            let mut under =
                under.take_while(|(piece, _)| !matches!(piece.kind, Kind::Heading | Kind::Source | Kind::Name));
            under.any(|(_, form)| form.is_some())
        };
        let each = frame.pieces.iter().zip(&self.forms).enumerate().map(|(at, (piece, form))| {
            let form = form.and_then(|form| piece.forms.get(form)).filter(|_| piece.kind != Kind::Heading || heads(at));
            if form.is_none() {
                return (piece, None, String::new());
            }
            let (label, gap) = match piece.kind {
                Kind::Ask => labels.next().map_or(("", piece.gap), |(label, gap)| (label.as_str(), *gap)),
                _ => ("", piece.gap),
            };
            let before = if opened { format!("{gap}{label}") } else { label.to_owned() };
            opened = true;
            (piece, form, before)
        });
        each.collect()
    }

    /// The words that are said, as one text.
    pub(crate) fn text(&self) -> String {
        let said = self.each().into_iter().filter_map(|(_, form, before)| Some(before + &form?.text));
        said.collect::<String>()
    }

    /// What is not said in full.
    pub(crate) fn changes(&self, measure: Measure) -> Vec<Omission> {
        self.each().iter().filter_map(|(piece, form, _)| change(piece, *form, measure)).collect()
    }

    fn fitted(&self, room: &Room, asks: usize) -> Fitted {
        let measure = room.measure;
        let text = self.text();
        let gauge = Gauge::of(measure.of(&text), room.limit);
        let each = self.each();
        let said = each.iter().filter_map(|(piece, form, before)| {
            let form = (*form)?;
            let text = format!("{}{}", before.trim_start(), form.text);
            Some(Said { piece: piece.path.clone(), at: form.length, text })
        });
        let said: Vec<Said> = said.collect();
        let changes = self.changes(measure);
        let shorten = match (gauge.over, self.asks, asks) {
            (0, 0, 1..) => self.no_ask(gauge, room),
            (0, ..) => None,
            (over, ..) => {
                longest(each.iter().filter_map(|(piece, form, _)| Some((*piece, form.as_ref()?.text.as_str()))))
                    .map(|longest| self.shorten(longest, over, measure))
            }
        };
        Fitted { counts: counts(&text), gauge, said, changes, shorten, text }
    }

    /// The ask that comes nearest to finding room, when none does.
    fn no_ask(&self, gauge: Gauge, room: &Room) -> Option<Shorten> {
        let measure = room.measure;
        let asks = self.frame.iter().flat_map(|frame| &frame.pieces).filter(|piece| piece.kind == Kind::Ask);
        let shortest = asks.filter_map(|piece| Some((piece, piece.forms.last()?)));
        let (piece, form) = shortest.min_by_key(|(_, form)| measure.of(&form.text))?;
        let needed = gauge.used.saturating_add(measure.of("\n\n")).saturating_add(measure.of(&form.text));
        let by = needed.saturating_sub(room.limit?).max(1);
        let longest = longest(std::iter::once((piece, form.text.as_str())))?;
        Some(self.shorten(longest, by, measure))
    }

    fn shorten(&self, (piece, sentence): (String, String), by: u32, measure: Measure) -> Shorten {
        Shorten { enough: measure.of(&sentence) > by, piece, sentence, by, pinned: self.pinned }
    }
}

/// What is not said of a piece.
fn change(piece: &Piece, form: Option<&Form>, measure: Measure) -> Option<Omission> {
    let full = piece.forms.first()?;
    let cost = measure.of(&full.text);
    let (what, missing, instead) = match form {
        None => (What::LeftOut, full.text.clone(), String::new()),
        Some(form) if form == full => return None,
        Some(form) => match form.length {
            _ if form.kept.is_some() => {
                (What::Cut, full.text[form.text.len()..].trim_start().to_owned(), form.text.clone())
            }
            Length::Line => (What::OneLine, full.text.clone(), form.text.clone()),
            Length::Short | Length::Full | Length::Out => (What::Shortened, full.text.clone(), form.text.clone()),
        },
    };
    let saved = match form {
        Some(form) => cost.saturating_sub(measure.of(&form.text)),
        None => cost.saturating_add(measure.of(piece.gap)),
    };
    Some(Omission { piece: piece.path.clone(), what, missing, instead, saved })
}

/// The longest sentence among these texts, and whose it is.
fn longest<'a>(texts: impl Iterator<Item = (&'a Piece, &'a str)>) -> Option<(String, String)> {
    let sentences = texts.flat_map(|(piece, text)| sentences::sentences(text).into_iter().map(move |s| (piece, s)));
    // The person's own sentences are theirs to shorten; the template's and the item's line come last.
    let weight =
        |piece: &Piece| usize::from(!matches!(piece.kind, Kind::Opening | Kind::Fixed | Kind::Lead | Kind::Heading));
    let (piece, sentence) = sentences.max_by_key(|(piece, sentence)| (weight(piece), sentence.chars().count()))?;
    Some((piece.path.clone(), sentence.to_owned()))
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
