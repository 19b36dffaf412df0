//! The live letter handed in: the text for a portal, the words to speak, the message to the clerk, dates for a calendar, and
//! a folder with all of it.
//!
//! What each channel says is `channel`'s, what a folder holds is `packet`'s; here they meet the draft that is open.

use std::path::{Path, PathBuf};

use letter::draft::Draft;
use letter::portal::Portal;
use letter::speech::Speech;
use letter::template::Template;
use letter::write::email::{Attachment, EmailParts};
use letter::write::ics::ics;

use crate::channel::{self, Channels, Seen};
use crate::desk::Desk;
use crate::due;
use crate::error::{Code, Error};
use crate::export::{Format, Written};
use crate::handed::{self, Handed};
use crate::packet::Packet;
use crate::place::place;
use crate::portals::PortalCard;
use crate::sheet;
use crate::writing::none_open;

/// The longest speech, in seconds.
const LONGEST: u32 = 60 * 60;
/// The most folders of one name beside each other.
const MOST_FOLDERS: u32 = 999;

/// The live letter as it was when it was handed in.
pub(crate) struct Handing {
    pub(crate) template: Template,
    pub(crate) draft: Draft,
    pub(crate) written: Written,
    pub(crate) portal: Portal,
    /// The letter as it is published, where it differs.
    pub(crate) public: Option<(Draft, Written)>,
}

impl Handing {
    /// What goes out where everybody can read it.
    pub(crate) fn sent(&self) -> (&Draft, &Written) {
        self.public.as_ref().map_or((&self.draft, &self.written), |(draft, written)| (draft, written))
    }

    pub(crate) fn message(&self) -> Result<EmailParts, Error> {
        let (draft, written) = self.sent();
        let name = format!("{}.pdf", letter::file_name::file_name(draft));
        let bytes = written.bytes(Format::Pdf)?;
        let attached = Attachment { name, bytes, media_type: "application/pdf".to_owned() };
        let text = written.bytes(Format::Text { wrap: None })?;
        Ok(channel::message(draft, &self.portal, &String::from_utf8_lossy(&text), vec![attached]))
    }
}

impl Desk {
    /// What the live letter says in each channel.
    pub fn channels(&self) -> Result<Channels, Error> {
        let handing = self.handing()?;
        let text = handing.sent().1.bytes(Format::Text { wrap: None })?;
        let (holidays, here) = (self.holidays_of(Some(&handing.portal)), due::here());
        let seen = Seen {
            template: &handing.template,
            draft: &handing.draft,
            portal: self.portal_card(&handing.portal.id)?,
            holidays: &holidays,
            now: self.now(),
            here: &here,
        };
        seen.channels(&String::from_utf8_lossy(&text))
    }

    /// What to say in so many seconds.
    pub fn speech(&self, seconds: u32) -> Result<Speech, Error> {
        let (template, draft) = self.live_text()?;
        let portal = self.portal(&draft.portal).unwrap_or_default();
        let draft = channel::for_publication(&draft, &portal);
        channel::spoken(&template, &draft, seconds.clamp(10, LONGEST), self.pace())
    }

    /// The speech in large type, to be printed.
    pub fn printable_speech(&self, seconds: u32) -> Result<PathBuf, Error> {
        let speech = self.speech(seconds)?;
        let (_, draft) = self.live_text()?;
        let title = if draft.item.title.is_empty() { "Comment" } else { &draft.item.title };
        let pdf = sheet::spoken(title, draft.language(), &speech)?;
        handed::temporary("speech.pdf".to_owned(), pdf, &std::env::temp_dir())
    }

    /// The name that a dialog proposes for a file of the live letter with this ending.
    pub fn file_name(&self, ending: &str) -> Result<String, Error> {
        let (_, draft) = self.live_text()?;
        Ok(format!("{}.{ending}", letter::file_name::file_name(&draft)))
    }

    /// Saves the message to the clerk where a dialog said.
    pub fn save_message(&self, path: &Path) -> Result<Handed, Error> {
        handed::put(path, "eml", channel::message_file(&self.handing()?.message()?)?)
    }

    /// The message as a file that the system's mail program opens.
    pub fn message_to_open(&self) -> Result<PathBuf, Error> {
        let handing = self.handing()?;
        let name = format!("{}.eml", letter::file_name::file_name(&handing.draft));
        handed::temporary(name, channel::message_file(&handing.message()?)?, &std::env::temp_dir())
    }

    /// Saves the dates of the live letter for a calendar.
    pub fn save_calendar(&self, path: &Path) -> Result<Handed, Error> {
        let (_, draft) = self.live_text()?;
        let portal = self.portal(&draft.portal).unwrap_or_default();
        let entries = due::entries(&draft, &portal, &self.holidays_of(Some(&portal)));
        if entries.is_empty() {
            let hint = "Nothing was saved. Say in the step Item when the meeting is.";
            return Err(Error::new(Code::Draft, "the date of the meeting is not known", hint));
        }
        handed::put(path, "ics", ics(&entries, self.now()).into_bytes())
    }

    /// Makes a folder with everything that is needed to hand the live letter in; the history says so.
    pub fn save_packet(&self, folder: &Path) -> Result<(Handed, Vec<PathBuf>), Error> {
        let (_, text) = self.kept_to_export()?;
        let handing = self.handing()?;
        let (holidays, here) = (self.holidays_of(Some(&handing.portal)), due::here());
        let packet = Packet {
            template: &handing.template,
            draft: &handing.draft,
            portal: &handing.portal,
            written: &handing.written,
            public: handing.public.as_ref().map(|(_, written)| written),
            holidays: &holidays,
            pace: self.pace(),
            now: self.now(),
            here: &here,
        };
        let files = packet.files()?;
        let folder = free_folder(folder, &Packet::name(&handing.draft))?;
        let paths = place(&folder, &files)?;
        let _ = self.note_export(&text);
        Ok((handed::handed(&folder, &files), paths))
    }

    fn pace(&self) -> u32 {
        self.store().settings().map(|settings| settings.pace).unwrap_or_default()
    }

    fn portal_card(&self, id: &str) -> Result<Option<PortalCard>, Error> {
        Ok(self.portals()?.into_iter().find(|card| card.portal.id == id && !id.is_empty()))
    }

    fn live_text(&self) -> Result<(Template, Draft), Error> {
        let live = self.live();
        let live = live.as_ref().ok_or_else(none_open)?;
        Ok((live.template().clone(), live.draft().clone()))
    }

    /// The live letter with its public copy, and no lock held.
    fn handing(&self) -> Result<Handing, Error> {
        let (template, draft, written) = {
            let live = self.live();
            let live = live.as_ref().ok_or_else(none_open)?;
            (live.template().clone(), live.draft().clone(), live.written())
        };
        let portal = self.portal(&draft.portal).unwrap_or_default();
        let published = channel::for_publication(&draft, &portal);
        let public = if published == draft {
            None
        } else {
            let written = self.taken_up(0, published.clone())?.written();
            Some((published, written))
        };
        Ok(Handing { template, draft, written, portal, public })
    }
}

/// A folder of this name, or of this name with a number, that is not there yet.
pub(crate) fn free_folder(folder: &Path, name: &str) -> Result<PathBuf, Error> {
    let numbered = (2..=MOST_FOLDERS).map(|number| format!("{name} {number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered).map(|name| folder.join(name));
    let full = || Error::unplaced(folder, &std::io::Error::other("every name like it is taken"));
    names.find(|path| !path.exists()).ok_or_else(full)
}
