//! A draft to the pieces that a box can hold, each at every length it can be said in.
//!
//! The template says which paragraphs there are and how asks are introduced, numbered and counted, so the letter is
//! composed once for each number of asks that may be said, with a sign in place of every text of the person's own. The
//! paragraphs that come out are the letter's own, and the texts at their lengths are put back where the signs stand.

use super::sentences::ends;
use super::texts::{self, Text, Texts, number, plain_markup};
use crate::citation;
use crate::compose::compose;
use crate::count::words;
use crate::draft::{Draft, Length, Position, PositionOn, Priority, Signer};
use crate::fill::FillError;
use crate::language;
use crate::letter::{Pictures, Role};
use crate::position;
use crate::template::{PartName, Template};
use crate::write::text::{Paragraph, paragraphs};

/// What a piece is, for its place among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Position and item.
    Opening,
    /// The person's own words.
    Own,
    /// The template's words.
    Fixed,
    /// The template's words that introduce the asks.
    Lead,
    /// The template's heading over what follows; it goes when all that goes.
    Heading,
    /// An ask.
    Ask,
    /// A source.
    Source,
    /// Who writes.
    Name,
}

/// One way in which a piece can be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// What the person calls this length.
    pub(crate) length: Length,
    /// What it says.
    pub(crate) text: String,
    /// How many whole sentences were kept, where the rest of them is dropped.
    pub(crate) kept: Option<usize>,
}

/// One piece with its forms, the longest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its path; empty for the template's words.
    pub(crate) path: String,
    /// What it is.
    pub(crate) kind: Kind,
    /// What becomes of it when there is little room.
    pub(crate) priority: Priority,
    /// The ways to say it.
    pub(crate) forms: Vec<Form>,
    /// What stands before it in the text.
    pub(crate) gap: &'static str,
    /// It is not said, and listed as left out.
    pub(crate) barred: bool,
}

/// What the letter looks like when it says so many asks.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// All pieces in order; every ask of the draft is among them.
    pub(crate) pieces: Vec<Piece>,
    /// What opens the asks that are said, one after the other, and the gap before each.
    pub(crate) labels: Vec<(String, &'static str)>,
}

/// The draft made ready to be looked at with any number of asks.
pub(crate) struct Source<'a> {
    template: &'a Template,
    draft: &'a Draft,
    texts: Texts,
    skeleton: Draft,
}

/// The fewest words that the first sentences of a text must have to stand for it.
const FEWEST_WORDS: u32 = 5;
/// A paragraph apart from the one before it.
const APART: &str = "\n\n";
/// A short item of a list under the one before it.
const UNDER: &str = "\n";
/// What opens an item that has no number of its own.
const BULLET: &str = "- ";

impl<'a> Source<'a> {
    /// Reads the texts of a draft.
    pub(crate) fn of(template: &'a Template, draft: &'a Draft) -> Self {
        let (texts, skeleton) = texts::texts(template, draft);
        Self { template, draft, texts, skeleton }
    }

    /// How many asks the draft has.
    pub(crate) fn asks(&self) -> usize {
        self.texts.asks.len()
    }

    /// The asks that must be kept longest.
    pub(crate) fn first_asks(&self) -> usize {
        self.texts.asks.iter().filter(|ask| ask.priority == Priority::First).count()
    }

    /// The pieces when the letter says so many asks.
    pub(crate) fn frame(&self, asks: usize) -> Result<Frame, FillError> {
        let draft = texts::with_asks(&self.skeleton, &self.texts, asks);
        let (letter, _) = compose(self.template, &draft, &Pictures::new())?;
        let mut rows = paragraphs(&letter, Role::Body);
        let opening = self.opening(&self.filled(&letter.title, Length::Full));
        if rows.first().is_some_and(|row| opening.as_ref().is_some_and(|(_, said)| row.words == *said)) {
            rows.remove(0);
        }
        let mut frame = Frame { pieces: Vec::new(), labels: Vec::new() };
        frame.pieces.extend(opening.map(|(piece, _)| piece));
        let said = |row: &Paragraph| self.ask_of(row).is_some();
        let mut asks_done = self.texts.asks.is_empty();
        for (index, row) in rows.iter().enumerate() {
            let gap = if row.close && row.label == BULLET { UNDER } else { APART };
            if said(row) {
                frame.labels.push((row.label.clone(), gap));
                if !asks_done {
                    frame.pieces.extend(self.texts.asks.iter().map(|ask| self.ask(ask, row)));
                    asks_done = true;
                }
                continue;
            }
            let leads = rows.get(index + 1).is_some_and(said);
            frame.pieces.extend(self.paragraph(row, leads, gap));
        }
        if !asks_done && asks == 0 {
            frame.pieces.extend(self.texts.asks.iter().map(|ask| self.ask(ask, &Paragraph::default())));
        }
        // A source without the ask that it stands behind helps nobody.
        let barred = asks < self.asks();
        frame.pieces.extend(self.sources().map(|piece| Piece { barred, ..piece }));
        frame.pieces.extend(self.name());
        Ok(frame)
    }

    /// The number among the asks of the ask that a paragraph says.
    fn ask_of(&self, row: &Paragraph) -> Option<usize> {
        let own = self.texts.own.len();
        row.words.chars().filter_map(number).find(|number| *number >= own).map(|number| (number - own) / 2)
    }

    /// The piece of an ask, said as the template says the one in this row.
    fn ask(&self, ask: &Text, row: &Paragraph) -> Piece {
        let own = self.texts.own.len();
        let is_label = |c: char| number(c).is_some_and(|number| number >= own && (number - own).is_multiple_of(2));
        let is_text = |c: char| number(c).is_some_and(|number| number >= own && (number - own) % 2 == 1);
        let pattern = match (row.words.find(is_label), row.words.find(is_text)) {
            (Some(label), Some(text)) if ask.label.is_empty() && label < text => {
                format!("{}{}", &row.words[..label], &row.words[text..])
            }
            _ => row.words.clone(),
        };
        let said = |text: &str| {
            let mut out = String::new();
            for c in pattern.chars() {
                match c {
                    c if is_label(c) => out.push_str(&ask.label),
                    c if is_text(c) => out.push_str(text),
                    c => match number(c).and_then(|number| self.texts.own.get(number)) {
                        Some(own) => out.push_str(&own.full),
                        None => out.push(c),
                    },
                }
            }
            if pattern.is_empty() { text.to_owned() } else { out }
        };
        let forms = lengths(&ask.full, &ask.short, &ask.line, &ask.ends, said);
        Piece { path: ask.path.clone(), kind: Kind::Ask, priority: ask.priority, forms, gap: APART, barred: false }
    }

    /// The piece of a paragraph that says no ask; nothing when it is empty.
    fn paragraph(&self, row: &Paragraph, leads: bool, gap: &'static str) -> Option<Piece> {
        let texts: Vec<&Text> =
            row.words.chars().filter_map(number).filter_map(|number| self.texts.own.get(number)).collect();
        let said = |length: Length| format!("{}{}", row.label, self.filled(&row.words, length));
        let written = |length: Length, has: fn(&Text) -> bool| texts.iter().any(|text| has(text)).then(|| said(length));
        let full = said(Length::Full);
        if full.trim().is_empty() {
            return None;
        }
        let short = written(Length::Short, |text| !text.short.is_empty()).unwrap_or_default();
        let line = written(Length::Line, |text| !text.line.is_empty()).unwrap_or_default();
        let path = texts.first().map(|text| text.path.clone()).unwrap_or_default();
        let kind = match path.as_str() {
            _ if row.heading => Kind::Heading,
            "" if leads => Kind::Lead,
            "" => Kind::Fixed,
            "words.name" if row.words.chars().count() == 1 => Kind::Name,
            _ => Kind::Own,
        };
        let priority = texts.iter().map(|text| text.priority).min().unwrap_or_default();
        let shorter = !short.is_empty() || !line.is_empty();
        let ends = if shorter { Vec::new() } else { ends(&full) };
        let forms = lengths(&full, &short, &line, &ends, str::to_owned);
        Some(Piece { path, kind, priority, forms, gap, barred: false })
    }

    /// The words with the person's own texts where signs stand for them.
    fn filled(&self, words: &str, length: Length) -> String {
        let mut out = String::new();
        for c in words.chars() {
            match number(c).and_then(|number| self.texts.own.get(number)) {
                Some(text) => out.push_str(at(text, length)),
                None => out.push(c),
            }
        }
        out
    }

    /// Position and item, and the words by which a template that opens with them says the same.
    fn opening(&self, title: &str) -> Option<(Piece, String)> {
        let item = &self.draft.item;
        let language = language::words(self.draft.language());
        let numbered = match item.number.as_str() {
            "" => String::new(),
            number => format!("{}{number}", item.label.as_deref().unwrap_or(language.item)),
        };
        let named = !item.number.is_empty() || !item.title.is_empty() || self.draft.subject.is_some();
        let title = if named { title.trim() } else { "" };
        let title = match (title, names(title, &item.number)) {
            ("", _) => numbered.clone(),
            (title, true) => title.to_owned(),
            (title, false) => format!("{numbered}, {title}"),
        };
        let opened = |position: Position, on: PositionOn, about: &str| {
            let position = position::words(position, on).to_uppercase();
            match about {
                "" => position,
                about if about.to_uppercase().contains(&position) => about.to_owned(),
                about => format!("{position} – {about}"),
            }
        };
        let (full, plain, short) = match item.position {
            Some(position) => (
                opened(position, item.position_on, &title),
                opened(position, PositionOn::Item, &title),
                opened(position, item.position_on, &numbered),
            ),
            None => (title.clone(), title.clone(), numbered.clone()),
        };
        if full.is_empty() {
            return None;
        }
        let short = if numbered.is_empty() || short == full { String::new() } else { short };
        let forms = lengths_as_written(&full, &short, "");
        let piece = Piece {
            path: "item".to_owned(),
            kind: Kind::Opening,
            priority: Priority::First,
            forms,
            gap: "",
            barred: false,
        };
        Some((piece, plain))
    }

    /// Each reference: the whole note, and its first paragraph, which says what it is and where it can be read.
    fn sources(&self) -> impl Iterator<Item = Piece> {
        let language = language::words(self.draft.language());
        self.draft.references.iter().enumerate().filter_map(move |(index, reference)| {
            let full = plain_markup(&citation::note(reference, language));
            let first = full.split("\n\n").next().unwrap_or_default().replace('\n', " ");
            if full.is_empty() {
                return None;
            }
            let short = if first == full { String::new() } else { first.trim_end_matches(':').to_owned() };
            // A bare citation does not say why it stands there; a label of the person's own does.
            let named = reference.label.is_empty() && language.language == "en";
            let named = |text: String| if named && !text.is_empty() { format!("Source: {text}") } else { text };
            let (full, short) = (named(full), named(short));
            let forms = lengths_as_written(&full, &short, "");
            let path = format!("references[{index}]");
            Some(Piece { path, kind: Kind::Source, priority: Priority::Normal, forms, gap: APART, barred: false })
        })
    }

    /// Who signs, on one line, where the kind of letter is signed at all: never an address or a number.
    fn name(&self) -> Option<Piece> {
        let signers: Vec<&Signer> = self.draft.signers.iter().filter(|signer| !signer.name.trim().is_empty()).collect();
        if signers.is_empty() || !self.template.parts.contains(&PartName::Signers) {
            return None;
        }
        let only = language::words(self.draft.language()).identification_only;
        let organisation = |signer: &Signer| match (signer.organisation.as_str(), signer.identification_only) {
            ("", _) => String::new(),
            (name, true) => format!("{name} ({only})"),
            (name, false) => name.to_owned(),
        };
        let joined =
            |parts: &[&str]| parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
        let all = |said: &dyn Fn(&Signer) -> String| signers.iter().map(|signer| said(signer)).collect::<Vec<_>>();
        let full = all(&|signer| joined(&[&signer.name, &signer.title, &organisation(signer)])).join("; ");
        let short = all(&|signer| joined(&[&signer.name, &organisation(signer)])).join("; ");
        let line = all(&|signer| signer.name.clone()).join(", ");
        let forms = lengths_as_written(&full, &short, &line);
        Some(Piece {
            path: "signers".to_owned(),
            kind: Kind::Name,
            priority: Priority::Normal,
            forms,
            gap: APART,
            barred: false,
        })
    }
}

/// The text names the number, not as a part of another one.
pub(crate) fn names(text: &str, number: &str) -> bool {
    let alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(number)
        .any(|(at, _)| alone(text[..at].chars().next_back()) && alone(text[at + number.len()..].chars().next()))
}

/// The text at this length, or at the next longer one that somebody wrote.
fn at(text: &Text, length: Length) -> &str {
    let wanted: &[&String] = match length {
        Length::Line => &[&text.line, &text.short],
        Length::Short => &[&text.short],
        Length::Full | Length::Out => &[],
    };
    wanted.iter().find(|text| !text.is_empty()).map_or(text.full.as_str(), |text| text.as_str())
}

/// The forms of a text that has shorter ones, or, where it has none, of as many of its first sentences as one likes.
/// `ends` are the ends of its sentences.
fn lengths(full: &str, short: &str, line: &str, ends: &[usize], said: impl Fn(&str) -> String) -> Vec<Form> {
    let mut forms = lengths_as_written(full, short, line);
    if forms.len() == 1 {
        // “(b) Error of procedure.” alone says nothing.
        let telling = |kept: &usize| words(&full[..ends[kept - 1]]) >= FEWEST_WORDS;
        forms.extend((1..ends.len()).rev().filter(telling).map(|kept| Form {
            length: Length::Short,
            text: full[..ends[kept - 1]].to_owned(),
            kept: Some(kept),
        }));
    }
    for form in &mut forms {
        form.text = said(&form.text);
    }
    forms
}

/// The forms that the person wrote; one that is no shorter than a longer one is not worth having.
fn lengths_as_written(full: &str, short: &str, line: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for (length, text) in [(Length::Full, full), (Length::Short, short), (Length::Line, line)] {
        let shorter = forms.last().is_none_or(|longer: &Form| text.chars().count() < longer.text.chars().count());
        if !text.is_empty() && shorter {
            forms.push(Form { length, text: text.to_owned(), kept: None });
        }
    }
    forms
}
