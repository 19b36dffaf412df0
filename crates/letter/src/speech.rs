//! A draft and a time to what one says in it, and where to stop when the time is cut.
//!
//! The pieces and the choice among them are those of [`crate::fit`], counted in spoken words. What is heard differs from
//! what is read: it opens with who speaks and on which item and ends with thanks; asks are counted as `First` and not as
//! `1)`; sources, addresses and signatures are not said. When a chair drops two minutes to one, nobody can rewrite a
//! text at the microphone, so each piece of a longer version carries what the one-minute version says of it.

use serde::Serialize;

use crate::count::Measure;
use crate::draft::{Draft, Length, Position, PositionOn, Priority};
use crate::fill::FillError;
use crate::fit::pieces::{Form, Frame, Kind, Piece, Source, names};
use crate::fit::{Choice, Omission, Room, choice};
use crate::language;
use crate::spoken;
use crate::template::{PartName, Template};

/// The channel under which a draft keeps the choices for a speech.
pub const CHANNEL: &str = "speech";

/// What one says in a given time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Speech {
    /// All of it, with an empty line between paragraphs.
    pub text: String,
    /// How many words are spoken.
    pub words: u32,
    /// How long they take, in seconds.
    pub seconds: u32,
    /// By how many seconds that is longer than the time there is.
    pub over: u32,
    /// The paragraphs in order.
    pub pieces: Vec<SpokenPiece>,
    /// What is said in fewer words than the letter has, or not at all.
    pub changes: Vec<Omission>,
}

/// One paragraph of a speech.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SpokenPiece {
    /// Its path in the draft; empty for the template's words and for the thanks.
    pub piece: String,
    /// What is said.
    pub text: String,
    /// How long it takes, in seconds.
    pub seconds: u32,
    /// What the one-minute version says of it: the same, less, or nothing.
    pub in_a_minute: String,
}

/// What to say in so many seconds. `pace` is in words a minute; none means [`spoken::PACE`].
pub fn speech(template: &Template, draft: &Draft, seconds: u32, pace: u32) -> Result<Speech, FillError> {
    let source = Source::of(template, draft);
    let chosen = said_in(&source, template, draft, seconds, pace)?;
    let minute = said_in(&source, template, draft, seconds.min(60), pace)?;
    let short: Vec<(String, String, Kind)> = spoken_pieces(&minute);
    let mut used = vec![false; short.len()];
    let mut in_a_minute = |path: &str, kind: Kind| {
        let at = short.iter().enumerate().position(|(at, each)| !used[at] && each.0 == path && each.2 == kind)?;
        used[at] = true;
        Some(short[at].1.clone())
    };
    let text = chosen.text();
    let words = spoken::words(&text);
    let pieces = spoken_pieces(&chosen).into_iter().map(|(piece, text, kind)| SpokenPiece {
        seconds: spoken::seconds(spoken::words(&text), pace),
        in_a_minute: in_a_minute(&piece, kind).unwrap_or_default(),
        piece,
        text,
    });
    let pieces = pieces.collect();
    let takes = spoken::seconds(words, pace);
    let changes = chosen.changes(Measure::Spoken);
    Ok(Speech { words, seconds: takes, over: takes.saturating_sub(seconds), pieces, changes, text })
}

/// The versions of three, two and one minute.
pub fn versions(template: &Template, draft: &Draft, pace: u32) -> Result<Vec<Speech>, FillError> {
    [180, 120, 60].into_iter().map(|seconds| speech(template, draft, seconds, pace)).collect()
}

impl Speech {
    /// The speech as a sheet to read from: a bar before what is said even if only one minute is left, and under it, where
    /// there are fewer words for it, those.
    pub fn sheet(&self) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            if !out.is_empty() {
                out.push('\n');
            }
            let bar = if piece.in_a_minute.is_empty() { "  " } else { "| " };
            for line in piece.text.lines().filter(|line| !line.trim().is_empty()) {
                out.push_str(&format!("{bar}{line}\n"));
            }
            if !piece.in_a_minute.is_empty() && piece.in_a_minute != piece.text {
                out.push_str(&format!("|   one minute: {}\n", piece.in_a_minute.replace('\n', " ")));
            }
        }
        out
    }
}

fn said_in(
    source: &Source<'_>,
    template: &Template,
    draft: &Draft,
    seconds: u32,
    pace: u32,
) -> Result<Choice, FillError> {
    let room = Room { measure: Measure::Spoken, limit: Some(spoken::room(seconds, pace)) };
    let pins = draft.channels.get(CHANNEL).map_or(&[][..], Vec::as_slice);
    choice(source, &room, pins, |frame| voiced(frame, template, draft))
}

/// The pieces that are said: path, words and kind.
fn spoken_pieces(choice: &Choice) -> Vec<(String, String, Kind)> {
    let each = choice.each().into_iter();
    each.filter_map(|(piece, form, before)| {
        let text = format!("{}{}", before.trim_start(), form?.text);
        Some((piece.path.clone(), text, piece.kind))
    })
    .collect()
}

/// The written pieces as they are said.
fn voiced(frame: Frame, template: &Template, draft: &Draft) -> Frame {
    let Frame { pieces, labels } = frame;
    let mut said: Vec<Piece> = pieces
        .into_iter()
        .filter(|piece| !matches!(piece.kind, Kind::Source | Kind::Heading) && piece.path != "signers")
        .map(|piece| Piece { forms: voiced_forms(piece.forms), ..piece })
        .collect();
    said.retain(|piece| !piece.forms.is_empty());
    let signed = template.parts.contains(&PartName::Signers);
    let number = draft.item.number.as_str();
    let names_item =
        |piece: &Piece| piece.forms.first().is_some_and(|form| !number.is_empty() && names(&form.text, number));
    let opened = said.iter().position(|piece| piece.kind == Kind::Opening);
    // A kind that is made for speaking says by itself who speaks on what.
    let own = said.iter().position(|piece| piece.kind == Kind::Own && !signed && names_item(piece));
    match own {
        Some(own) => {
            said[own].kind = Kind::Opening;
            said[own].forms.retain(|form| form.kept.is_none());
            said[own].gap = "";
            if let Some(opened) = opened.filter(|opened| *opened < own) {
                said.remove(opened);
            }
        }
        None => {
            said.retain(|piece| piece.kind != Kind::Opening);
            said.splice(0..0, opening(draft));
        }
    }
    if !said.iter().any(|piece| piece.forms.iter().any(|form| thanks(&form.text))) {
        let form = Form { length: Length::Full, text: "Thank you.".to_owned(), kept: None };
        // It is said whatever else is.
        said.push(Piece {
            path: String::new(),
            kind: Kind::Opening,
            priority: Priority::First,
            forms: vec![form],
            gap: "\n\n",
            barred: false,
        });
    }
    let english = language::words(draft.language()).language == "en";
    let several = labels.len() > 1;
    let counted = labels.into_iter().enumerate().map(|(index, (label, _))| {
        let ordinal = ORDINALS.get(index).filter(|_| english && several && !label.is_empty());
        (ordinal.map(|word| format!("{word}, ")).unwrap_or_default(), "\n\n")
    });
    Frame { pieces: said, labels: counted.collect() }
}

const ORDINALS: [&str; 12] = [
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth",
];

fn thanks(text: &str) -> bool {
    let last = text.lines().last().unwrap_or_default().to_lowercase();
    last.starts_with("thank you") && last.len() < 40
}

/// Forms without what is not said: addresses of pages, and those that are then no shorter than the one before.
fn voiced_forms(forms: Vec<Form>) -> Vec<Form> {
    let mut out: Vec<Form> = Vec::new();
    for form in forms {
        let text = without_addresses(&form.text);
        let shorter = out.last().is_none_or(|longer| spoken::words(&text) < spoken::words(&longer.text));
        if !text.is_empty() && shorter {
            out.push(Form { text, ..form });
        }
    }
    out
}

/// The text without addresses of pages, brackets around them included; line breaks stay.
fn without_addresses(text: &str) -> String {
    let is_address = |word: &str| {
        let word = word.trim_start_matches(['(', '<', '[']);
        word.starts_with("http://") || word.starts_with("https://") || word.starts_with("mailto:")
    };
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut words: Vec<String> = Vec::new();
        for word in line.split(' ') {
            if !is_address(word) {
                words.push(word.to_owned());
                continue;
            }
            // The stop after an address ends the sentence before it.
            let stop: String =
                word.chars().rev().take_while(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')')).collect();
            let stop: String = stop.chars().rev().filter(|c| *c != ')').collect();
            if let Some(last) = words.last_mut().filter(|last| !last.ends_with(['.', ',', ':', ';'])) {
                last.push_str(&stop);
            }
        }
        lines.push(words.join(" ").trim_end().to_owned());
    }
    lines.join("\n").trim().to_owned()
}

/// Who speaks, and on which item, with the position and without the item's title.
fn opening(draft: &Draft) -> Option<Piece> {
    let signer = draft.signers.iter().find(|signer| !signer.name.trim().is_empty());
    let name = signer.map_or(draft.sender.name.as_str(), |signer| signer.name.as_str()).trim();
    let organisation =
        signer.filter(|signer| !signer.identification_only).map_or("", |signer| signer.organisation.trim());
    let who = match (name, organisation) {
        ("", _) => String::new(),
        (name, organisation) if organisation.is_empty() || organisation == name => format!("My name is {name}. "),
        (name, organisation) => format!("My name is {name}, and I speak for {organisation}. "),
    };
    let item = &draft.item;
    let on = match item.position_on {
        PositionOn::Item => "",
        PositionOn::Appeal => "the appeal on ",
        PositionOn::StaffRecommendation => "the staff recommendation on ",
    };
    let (verb, condition) = match item.position {
        Some(Position::Support) => ("I support", ""),
        Some(Position::SupportIfAmended) => ("I support", ", if it is amended"),
        Some(Position::Concern) => ("I have concerns about", ""),
        Some(Position::OpposeUnlessAmended) => ("I oppose", ", unless it is amended"),
        Some(Position::Oppose) => ("I oppose", ""),
        Some(Position::Neutral) | None => ("I speak on", ""),
    };
    let label = item.label.as_deref().unwrap_or("Item ").replace('#', "");
    let numbered = if item.number.is_empty() { String::new() } else { format!("{label}{}", item.number) };
    let titled = [numbered.as_str(), item.title.as_str()];
    let titled = titled.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
    let said = |about: &str, closed: &str| match about {
        "" => who.trim_end().to_owned(),
        about => format!("{who}{verb} {on}{about}{closed}{condition}."),
    };
    let full = said(&titled, if condition.is_empty() || item.title.is_empty() { "" } else { "," });
    let short = said(&numbered, "");
    let full = full.replace(",,", ",");
    if full.is_empty() {
        return None;
    }
    let mut forms = vec![Form { length: Length::Full, text: full.clone(), kept: None }];
    if !numbered.is_empty() && short.len() < full.len() {
        forms.push(Form { length: Length::Short, text: short, kept: None });
    }
    Some(Piece {
        path: "item".to_owned(),
        kind: Kind::Opening,
        priority: Priority::First,
        forms,
        gap: "",
        barred: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_not_said() {
        let check = |text: &str, expected: &str| assert_eq!(without_addresses(text), expected, "{text}");
        check("Read it (https://a.org/b?c=d). Then act.", "Read it. Then act.");
        check("See https://a.org.", "See.");
        check("The code (https://a.org), as amended.", "The code, as amended.");
        check("One\ntwo", "One\ntwo");
    }
}
