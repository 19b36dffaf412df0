//! An open draft and a portal in; its text for the box, its speech, its message and its packet out, with what each leaves
//! unsaid and what would become public.
//!
//! What a channel says is `channel`'s; here stands what is asked for from files, without a desk. Everything is made in memory
//! before anything is written.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use letter::deadline::holidays::{Calendar, Holidays};
use letter::draft::Shown;
use letter::file_name::file_name;
use letter::finding::Finding;
use letter::fit::Fitted;
use letter::portal::Portal;
use letter::preflight::Known;
use letter::record::{Exposure, exposures, is_shown};
use letter::speech::Speech;
use serde::Serialize;

use crate::beside;
use crate::channel::{self, Channels, Message, Seen};
use crate::desk::clock;
use crate::due;
use crate::error::{Code, Error, shown};
use crate::export::{Format, finish};
use crate::file;
use crate::handing_in::{Handing, free_folder};
use crate::open::{OpenDraft, text};
use crate::packet::Packet;
use crate::place::place;
use crate::portal_record::{MOST_BYTES, is_path, portal_record};
use crate::portals::PortalCard;

/// How long one may speak where neither the person nor the portal says it, in seconds.
const USUAL_SPEECH: u32 = 120;

/// A channel that a draft can be exported through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// The text for the box of a portal.
    Ecomment,
    /// The words to speak.
    Speech,
    /// A message to the clerk that opens as a draft.
    Email,
    /// A folder with everything that is needed to hand the letter in.
    Packet,
}

/// What becomes of personal data where the channel publishes what is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Personal {
    /// It is left out, but for what the draft says may be shown.
    #[default]
    Withheld,
    /// The person agreed to show all of it.
    Shown,
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The files of the letter itself.
    pub formats: Vec<Format>,
    /// The channels.
    pub through: Vec<Through>,
    /// The id of a portal or the path of its record; without one it is the portal that the draft names.
    pub portal: Option<String>,
    /// How long the speech may be, in seconds; without it, as long as the portal lets one speak.
    pub seconds: Option<u32>,
    /// Words a minute; 0 for the usual pace.
    pub pace: u32,
    /// A calendar of free days by its name, or the path of one in a file; without it the portal's, or California's.
    pub holidays: Option<String>,
    /// What becomes of personal data.
    pub personal: Personal,
    /// The moment from which deadlines and the letter's date are looked at; without one it is now.
    pub now: Option<Timestamp>,
    /// The folder for the files; without one the texts are handed out and nothing is put in place.
    pub folder: Option<PathBuf>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// The files, the packet's first.
    pub files: Vec<PathBuf>,
    /// What preflight says of the letter.
    pub findings: Vec<Finding>,
    /// The text for the box, where it or a packet was asked for.
    pub ecomment: Option<Fitted>,
    /// The speech, where one was asked for.
    pub speech: Option<Speech>,
    /// How long the speech may be, in seconds.
    pub seconds: u32,
    /// The message, where it or a packet was asked for.
    pub email: Option<Message>,
    /// The folder of the packet.
    pub packet: Option<PathBuf>,
    /// The portal, its position, deadlines and what it publishes.
    pub channels: Channels,
    /// The personal data in the letter.
    pub personal: Vec<Disclosed>,
}

/// A piece of personal data, and whether it goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disclosed {
    /// What it is and where it stands.
    #[serde(flatten)]
    pub exposure: Exposure,
    /// It stands in what is sent.
    pub is_shown: bool,
}

impl Sent {
    /// The text is longer than its box, or the speech than its time.
    pub fn is_over(&self) -> bool {
        let over = [self.ecomment.as_ref().map(|text| text.gauge.over), self.speech.as_ref().map(|speech| speech.over)];
        over.into_iter().flatten().any(|over| over > 0)
    }
}

/// Exports a draft through channels.
pub fn export_channels(open: &OpenDraft, asked: &Asked) -> Result<Sent, Error> {
    let card = portal_of(open, asked)?;
    let portal = card.as_ref().map(|card| card.portal.clone()).unwrap_or_default();
    let found = exposures(&open.file.draft);
    let mut open = open.clone();
    if asked.personal == Personal::Shown {
        let all = found.iter().map(|one| Shown { path: one.path.clone(), words: one.words.clone() });
        open.file.draft.shown = all.collect();
    }
    let open = &open;
    let draft = &open.file.draft;
    let now = asked.now.unwrap_or_else(clock());
    let (here, holidays) = (due::here(), holidays_of(asked, &portal)?);
    // What is read is held against the portal and the free days that are asked for.
    let beside = beside::of_file(Some(now), card.as_ref().map(|card| card.portal.clone()));
    let (handing, findings) = handing(open, &portal, &Known { holidays: holidays.clone(), ..beside })?;
    let letter = handing.sent().1.bytes(Format::Text { wrap: None })?;
    let seen = Seen { template: &open.template, draft, portal: card, holidays: &holidays, now, here: &here };
    let channels = seen.channels(&String::from_utf8_lossy(&letter))?;

    let through = |one: Through| asked.through.contains(&one);
    let seconds = asked.seconds.or(portal.speaking_seconds).unwrap_or(USUAL_SPEECH);
    let speech = match through(Through::Speech) {
        true => Some(channel::spoken(&open.template, handing.sent().0, seconds, asked.pace)?),
        false => None,
    };
    let is_packed = through(Through::Packet);
    let ecomment = (is_packed || through(Through::Ecomment)).then(|| channels.fitted.clone());
    let email = (is_packed || through(Through::Email)).then(|| channels.message.clone());

    let (mut files, mut packet) = (Vec::new(), None);
    if let Some(folder) = &asked.folder {
        let loose = loose_files(asked, &handing, ecomment.as_ref(), speech.as_ref(), seconds)?;
        if is_packed {
            let made = Packet {
                template: &open.template,
                draft,
                portal: &portal,
                written: &handing.written,
                public: handing.public.as_ref().map(|(_, written)| written),
                holidays: &holidays,
                pace: asked.pace,
                now,
                here: &here,
            };
            let made = made.files()?;
            // A packet says what was handed in: an older one is never written over.
            let place_of_it = free_folder(folder, &Packet::name(draft))?;
            files = place(&place_of_it, &made)?;
            packet = Some(place_of_it);
        }
        if !loose.is_empty() {
            files.extend(place(folder, &loose)?);
        }
    }
    let goes_out = |one: &Exposure| !channels.published || is_shown(draft, one);
    let personal = found.iter().map(|one| Disclosed { exposure: one.clone(), is_shown: goes_out(one) }).collect();
    Ok(Sent { files, findings, ecomment, speech, seconds, email, packet, channels, personal })
}

/// The free days that are asked for, those of the portal's record, or California's.
fn holidays_of(asked: &Asked, portal: &Portal) -> Result<Holidays, Error> {
    let Some(name) = &asked.holidays else {
        return Ok(due::holidays_off_desk(Some(portal)));
    };
    if let Some((_, calendar)) = Calendar::ALL.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Ok(Holidays::of(*calendar));
    }
    let path = Path::new(name);
    if !is_path(name) {
        let names: Vec<String> = Calendar::ALL.iter().map(|(name, _)| format!("`{name}`")).collect();
        let hint = format!("There are {}; one of your own is named by its file, `holidays.toml`.", names.join(", "));
        return Err(Error::new(Code::Draft, format!("there is no calendar `{}`", shown(path)), hint));
    }
    let text = text(path, file::read("calendar", path, MOST_BYTES)?)?;
    Holidays::read(&text).map_err(|error| {
        let hint = "Name each holiday with its month and its day, or with its weekday and which of the month it is.";
        Error::new(Code::Draft, format!("{}: {}", shown(path), error.to_string().trim_end()), hint)
    })
}

/// The portal that is asked for, or the one that the draft names.
fn portal_of(open: &OpenDraft, asked: &Asked) -> Result<Option<PortalCard>, Error> {
    if let Some(name) = &asked.portal {
        return portal_record(name).map(Some);
    }
    let name = &open.file.draft.portal;
    let line = open.file.line("portal").map_or_else(String::new, |line| format!(":{line}"));
    if !name.is_empty() {
        let at = |error: Error| Error { message: format!("{}{line}: {}", shown(&open.path), error.message), ..error };
        // A draft from a stranger names a record, and opens no file.
        return portal_in_draft(name).map(Some).map_err(at);
    }
    if asked.through.contains(&Through::Ecomment) {
        let hint = "Name it with `--portal`, or write `portal = \"…\"` into the draft; `lectern portals` lists them.";
        let message = format!("{}: the draft names no portal", shown(&open.path));
        return Err(Error::new(Code::Draft, message, hint));
    }
    Ok(None)
}

fn portal_in_draft(name: &str) -> Result<PortalCard, Error> {
    if Path::new(name).components().count() == 1 && !name.to_ascii_lowercase().ends_with(".toml") {
        return portal_record(name);
    }
    let message = format!("`portal` is the id of a portal, and not `{}`", shown(Path::new(name)));
    Err(Error::new(Code::Draft, message, "Give the file of a record with `--portal`."))
}

/// The letter as it is and as it is published, with what preflight says of it as it is.
fn handing(open: &OpenDraft, portal: &Portal, known: &Known) -> Result<(Handing, Vec<Finding>), Error> {
    let (written, findings) = finish(open, known)?;
    let draft = &open.file.draft;
    let published = channel::for_publication(draft, portal);
    let public = if published == *draft {
        None
    } else {
        let mut copy = open.clone();
        copy.file.draft = published.clone();
        Some((published, finish(&copy, known)?.0))
    };
    let (template, draft, portal) = (open.template.clone(), draft.clone(), portal.clone());
    Ok((Handing { template, draft, written, portal, public }, findings))
}

/// The files beside the packet, by their names.
fn loose_files(
    asked: &Asked,
    handing: &Handing,
    ecomment: Option<&Fitted>,
    speech: Option<&Speech>,
    seconds: u32,
) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let name = file_name(&handing.draft);
    let mut files = Vec::new();
    for format in &asked.formats {
        files.push((format!("{name}.{}", format.ending()), handing.written.bytes(*format)?));
    }
    for through in &asked.through {
        match (through, ecomment, speech) {
            (Through::Ecomment, Some(fitted), _) => {
                files.push((format!("{name}-ecomment.txt"), fitted.text.clone().into_bytes()));
            }
            (Through::Speech, _, Some(speech)) => {
                let long =
                    if seconds.is_multiple_of(60) { format!("{}-min", seconds / 60) } else { format!("{seconds}-s") };
                files.push((format!("{name}-speech-{long}.txt"), speech.text.clone().into_bytes()));
            }
            (Through::Email, ..) => {
                files.push((format!("{name}.eml"), channel::message_file(&handing.message()?)?));
            }
            _ => {}
        }
    }
    Ok(files)
}
