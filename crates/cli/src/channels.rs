//! What a letter says through its channels, as lines for people: the texts to print, and what they leave out, what to
//! choose, until when, and what becomes public.

use std::fmt::Write;

use desk::{Asked, Disclosed, Due, Lacking, OpenDraft, PortalCard, Sent};
use letter::count::Measure;
use letter::finding::Place;
use letter::fit::{Fitted, Omission, What};
use letter::speech::Speech;

use crate::show;

/// What goes to stdout: the one text that was asked for alone, or the files.
pub fn printed(asked: &Asked, sent: &Sent) -> String {
    let text = match (&asked.folder, &sent.speech, &sent.ecomment) {
        (None, Some(speech), _) => &speech.text,
        (None, None, Some(fitted)) => &fitted.text,
        _ => return show::files(&sent.files),
    };
    format!("{text}\n")
}

/// What goes to stderr.
pub fn told(open: &OpenDraft, sent: &Sent) -> String {
    let mut out = String::new();
    if let Some(fitted) = &sent.ecomment {
        tell_fitted(&mut out, open, sent, fitted);
    }
    if let Some(speech) = &sent.speech {
        tell_speech(&mut out, open, sent.seconds, speech);
    }
    if let Some(email) = &sent.email {
        let to =
            if email.to.is_empty() { "nobody yet; type the clerk's address".to_owned() } else { email.to.join(", ") };
        let _ = writeln!(out, "email: to {to}\nemail: subject “{}”", email.subject);
        for text in &email.no_addresses {
            let _ = writeln!(out, "email: warning: “{text}” is no e-mail address, and the message is made without it");
        }
    }
    tell_portal(&mut out, sent);
    for due in &sent.channels.dues {
        let _ = writeln!(out, "deadline: {}", deadline(due));
    }
    let zone = &sent.channels.zone_taken;
    if !zone.is_empty() {
        let _ = writeln!(
            out,
            "deadline: the time zone of the body is not known, and {zone} was taken for it; name it as `item.zone`"
        );
    }
    let free = &sent.channels.free_days;
    if !free.is_empty() {
        let _ =
            writeln!(out, "deadline: business days are counted without free days ({free}); `--holidays` names others");
    }
    for one in &sent.personal {
        tell_personal(&mut out, open, sent.channels.published, one);
    }
    out
}

fn tell_fitted(out: &mut String, open: &OpenDraft, sent: &Sent, fitted: &Fitted) {
    let card = sent.channels.portal.as_ref();
    let is_in_words = card.is_some_and(|card| card.portal.measure() == Measure::Words);
    let unit = if is_in_words { "words" } else { "characters" };
    let (used, counts) = (fitted.gauge.used, fitted.counts);
    let near = if fitted.gauge.near && fitted.gauge.over == 0 { ", near the limit" } else { "" };
    let of = match (fitted.gauge.limit, card.map(PortalCard::limit).unwrap_or_default()) {
        (Some(_), limit) => format!("{used} of {limit}{near}"),
        (None, limit) if limit.is_empty() => format!("{used} {unit}; the limit is not known, see what the page says"),
        (None, limit) => format!("{used} {unit}; {limit}"),
    };
    let _ = writeln!(out, "ecomment: {of} ({} words, {} characters)", counts.words, counts.characters);
    for change in &fitted.changes {
        tell_change(out, open, change, unit);
    }
    if let Some(shorten) = &fitted.shorten {
        let (over, by) = (fitted.gauge.over, shorten.by);
        let _ = match over {
            0 => writeln!(out, "{}: warning: no ask finds room in the text", at(open, &shorten.piece)),
            _ => writeln!(out, "{}: error: the text is {over} {unit} over the limit", at(open, &shorten.piece)),
        };
        let pinned = if shorten.pinned { ", or let go of a length that the draft demands" } else { "" };
        let what = if shorten.enough { "this" } else { "several sentences, of which this is the longest," };
        let _ = writeln!(out, "  hint: Shorten {what} by {by} {unit}{pinned}: “{}”", shorten.sentence);
    } else if fitted.gauge.over > 0 {
        let _ =
            writeln!(out, "{}: error: the text is {} {unit} over the limit", open.path.display(), fitted.gauge.over);
    }
}

fn tell_speech(out: &mut String, open: &OpenDraft, time: u32, speech: &Speech) {
    let _ = writeln!(out, "speech: {} words, about {} s of {time} s", speech.words, speech.seconds);
    for change in &speech.changes {
        tell_change(out, open, change, "words");
    }
    if speech.over > 0 {
        let _ = writeln!(out, "{}: error: the speech is {} s over its time", open.path.display(), speech.over);
        let longest = speech.pieces.iter().filter(|piece| !piece.piece.is_empty()).max_by_key(|piece| piece.seconds);
        if let Some(piece) = longest {
            let _ = writeln!(out, "  hint: Shorten this, or take more time for it: “{}”", piece.text);
        }
    }
}

fn tell_change(out: &mut String, open: &OpenDraft, change: &Omission, unit: &str) {
    let what = match change.what {
        What::Shortened => "is shortened",
        What::OneLine => "is said in one line",
        What::Cut => "loses its end",
        What::LeftOut => "is left out",
    };
    let named = if change.piece.is_empty() { "a paragraph of the kind of letter" } else { &change.piece };
    let _ = writeln!(out, "{}: note: {named} {what}, which saves {} {unit}", at(open, &change.piece), change.saved);
    let lines = change.missing.lines().filter(|line| !line.trim().is_empty());
    for (number, line) in lines.enumerate() {
        let _ = writeln!(out, "  {}{line}", if number == 0 { "missing: " } else { "         " });
    }
}

fn tell_portal(out: &mut String, sent: &Sent) {
    let channels = &sent.channels;
    if let Some(card) = &channels.portal {
        if !card.doubt.is_empty() {
            let _ = writeln!(out, "portal: {}: {}", card.portal.id, card.doubt);
        }
        if card.portal.deadline.is_empty() {
            let _ = writeln!(out, "deadline: not known; see what the page says");
        }
    } else {
        let _ = writeln!(out, "portal: none; name one with `--portal`, and its limit and its deadlines are kept");
    }
    if sent.ecomment.is_none() {
        return;
    }
    if let Some(choice) = &channels.position {
        let word = choice.offered.as_ref().map_or_else(|| "choose none".to_owned(), |word| format!("choose “{word}”"));
        let _ = writeln!(out, "position: {word}");
        if !choice.warning.is_empty() {
            let _ = writeln!(out, "  warning: {}", choice.warning);
        }
    }
    if !channels.legislature.is_empty() {
        let _ = writeln!(out, "position: {}", channels.legislature);
    }
}

fn deadline(due: &Due) -> String {
    match (due.at.as_str(), due.lacks) {
        (_, Some(Lacking::Date)) => format!("{}; the draft has no `item.meeting`", due.left),
        (_, Some(Lacking::Time)) => format!("{}; the draft has no `item.time`", due.left),
        (_, Some(Lacking::Zone)) => format!("{}; the time zone is none that is known", due.left),
        ("", None) => due.left.clone(),
        (at, None) => format!("{}: {at}", due.left),
    }
}

fn tell_personal(out: &mut String, open: &OpenDraft, published: bool, one: &Disclosed) {
    let exposure = &one.exposure;
    let fate = match (published, one.is_shown) {
        (false, _) => "is sent, and not published as far as is known",
        (true, true) => "becomes public",
        (true, false) => "is withheld from what becomes public; `--show-personal` shows it",
    };
    let _ = writeln!(out, "{}: personal: “{}” {fate}", at(open, &exposure.path), exposure.words);
    let _ = writeln!(out, "  {}", exposure.why);
}

/// The file and the line of a piece of the draft.
fn at(open: &OpenDraft, path: &str) -> String {
    show::place(open, &Place { path: path.to_owned(), ..Place::default() })
}
