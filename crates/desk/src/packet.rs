//! A draft in, everything that is needed to hand it in out: one folder with the letter, the texts for each channel, a
//! checklist, and a manifest of it all.
//!
//! The manifest is in the form that `sha256sum --check` reads, so that anybody can see later that nothing was changed.
//! Nothing here touches the disk.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use letter::deadline::holidays::Holidays;
use letter::draft::Draft;
use letter::file_name::file_name;
use letter::fit::{Fitted, Omission, What};
use letter::portal::Portal;
use letter::position;
use letter::record::{exposures, is_shown};
use letter::template::Template;
use letter::write::email::Attachment;
use letter::write::ics::ics;
use sha2::{Digest, Sha256};

use crate::channel::{fitted, for_publication, limit_words, message, message_file, publishes, spoken};
use crate::due::{self, dues};
use crate::error::Error;
use crate::export::{Format, Written};
use crate::sheet::{self, Line, link, plain};

/// The lengths of speech that a packet holds, in seconds.
const SPEECHES: [u32; 3] = [180, 120, 60];
/// What the manifest is called.
const MANIFEST: &str = "manifest.txt";

/// What a packet is made of.
pub(crate) struct Packet<'a> {
    pub(crate) template: &'a Template,
    pub(crate) draft: &'a Draft,
    pub(crate) portal: &'a Portal,
    /// The letter as it is, for the clerk.
    pub(crate) written: &'a Written,
    /// The letter as it is published, where it differs.
    pub(crate) public: Option<&'a Written>,
    pub(crate) holidays: &'a Holidays,
    /// Words a minute; 0 for the usual pace.
    pub(crate) pace: u32,
    pub(crate) now: Timestamp,
    pub(crate) here: &'a TimeZone,
}

/// Files by their names, the manifest last.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

impl Packet<'_> {
    /// What the folder of the packet is called.
    pub(crate) fn name(draft: &Draft) -> String {
        format!("{} packet", file_name(draft))
    }

    /// The files.
    pub(crate) fn files(&self) -> Result<Files, Error> {
        let name = file_name(self.draft);
        let published = for_publication(self.draft, self.portal);
        let fitted = fitted(self.template, &published, self.portal)?;
        let mut files: Files = Vec::new();
        let pdf = self.written.bytes(Format::Pdf)?;
        files.push((format!("{name}.docx"), self.written.bytes(Format::Docx)?));
        let sent = match self.public {
            Some(public) => {
                let bytes = public.bytes(Format::Pdf)?;
                files.push((format!("{name} (public copy).pdf"), bytes.clone()));
                bytes
            }
            None => pdf.clone(),
        };
        if let Some(copies) = self.portal.copies.filter(|copies| *copies > 0) {
            files.push((format!("{name} (print {copies} copies).pdf"), pdf.clone()));
        }
        files.insert(0, (format!("{name}.pdf"), pdf));
        files.push(("portal text.txt".to_owned(), fitted.text.clone().into_bytes()));
        let letter = self.public.unwrap_or(self.written).bytes(Format::Text { wrap: None })?;
        let attached =
            Attachment { name: format!("{name}.pdf"), bytes: sent, media_type: "application/pdf".to_owned() };
        let parts = message(&published, self.portal, &String::from_utf8_lossy(&letter), vec![attached]);
        files.push(("email.eml".to_owned(), message_file(&parts)?));
        for seconds in SPEECHES {
            let speech = spoken(self.template, &published, seconds, self.pace)?;
            let minutes = seconds / 60;
            let title = if published.item.title.is_empty() { "Comment" } else { &published.item.title };
            files.push((format!("speech {minutes} min.pdf"), sheet::spoken(title, published.language(), &speech)?));
            files.push((format!("speech {minutes} min.txt"), speech.text.into_bytes()));
        }
        let entries = due::entries(self.draft, self.portal, self.holidays);
        if !entries.is_empty() {
            files.push(("deadlines.ics".to_owned(), ics(&entries, self.now).into_bytes()));
        }
        let list = self.checklist(&files, &fitted, &parts.subject);
        files.push(("checklist.pdf".to_owned(), sheet::checklist("Before you hand it in", &list)?));
        files.push((MANIFEST.to_owned(), self.manifest(&files).into_bytes()));
        Ok(files)
    }

    /// The hash of each file, below what the packet is.
    fn manifest(&self, files: &Files) -> String {
        let about = letter::write::email::subject(self.draft, self.draft.item.label.as_deref());
        let made: Zoned = self.now.to_zoned(self.here.clone());
        let mut lines = format!("# {about}\n# made {}\n", made.strftime("%Y-%m-%d %H:%M %Z"));
        for (name, bytes) in files {
            lines += &format!("{}  {name}\n", hash(bytes));
        }
        lines
    }

    fn checklist(&self, files: &Files, fitted: &Fitted, subject: &str) -> Vec<Line> {
        let portal = self.portal;
        let mut lines = Vec::new();
        let doubt = portal.doubt(self.now.to_zoned(self.here.clone()).date());
        if !portal.name.is_empty() {
            lines.push(Line::Heading(portal.name.clone()));
            if !doubt.is_empty() {
                lines.push(Line::Words(plain(doubt)));
            }
            if !portal.notice.is_empty() {
                lines.push(Line::Words(plain(&portal.notice)));
            }
        }
        for due in dues(self.draft, portal, self.holidays, self.now, self.here) {
            let when = if due.at.is_empty() { due.left.clone() } else { due.at.clone() };
            let what = if due.opens { "comments open" } else { due::tier_words(due.tier) };
            lines.push(Line::Tick(plain(format!("{}: {when}", capital(what)))));
        }
        if !portal.url.is_empty() {
            let mut words = plain("Open the page: ");
            words.extend(link(&portal.url, &portal.url));
            lines.push(Line::Tick(words));
        }
        let limit = limit_words(portal.limit.as_ref());
        let limit = if limit.is_empty() { "the limit is not known; see what the page says".to_owned() } else { limit };
        let used = fitted.counts;
        lines.push(Line::Tick(plain(format!(
            "Paste “portal text.txt” ({} words, {} characters; {limit}).",
            used.words, used.units
        ))));
        let choice = position::choose(&self.draft.item, portal.positions.as_deref().unwrap_or_default());
        if let Some(choice) = choice {
            let offered = choice.offered.map_or_else(String::new, |word| format!("Choose the position “{word}”. "));
            lines.push(Line::Tick(plain(format!("{offered}{}", choice.warning))));
        }
        for (asked, words) in [
            (portal.account_required, "An account is needed; sign in before the last minute."),
            (portal.name_required, "It asks for your name."),
            (portal.address_required, "It asks for your address; what you type there may be published."),
            (portal.one_per_item, "One comment for each item: read it again before you send it."),
        ] {
            if asked == Some(true) {
                lines.push(Line::Tick(plain(words)));
            }
        }
        if !portal.email.is_empty() {
            let words = format!("Or send “email.eml” to {} with the subject “{subject}”.", portal.email);
            lines.push(Line::Tick(plain(words)));
        }
        if !portal.postal.is_empty() {
            lines.push(Line::Tick(plain(format!("Or by mail: {}.", portal.postal.join(", ")))));
        }
        if let Some(copies) = portal.copies.filter(|copies| *copies > 0) {
            lines.push(Line::Tick(plain(format!("Bring {copies} copies on paper."))));
        }
        if let Some(seconds) = portal.speaking_seconds {
            lines.push(Line::Tick(plain(format!("To speak: you have {} s. Print the speech.", seconds))));
        }
        lines.push(Line::Tick(plain("Afterwards note the confirmation number in Lectern, and keep a picture of it.")));
        if !fitted.changes.is_empty() {
            lines.push(Line::Heading("What the portal text leaves out".to_owned()));
            lines.extend(fitted.changes.iter().map(|change| Line::Words(plain(left_out(change)))));
        }
        let found = exposures(self.draft);
        if publishes(portal) && !found.is_empty() {
            lines.push(Line::Heading("What becomes public".to_owned()));
            lines.extend(found.iter().map(|one| {
                let what = if is_shown(self.draft, one) { "is shown" } else { "is left out of the public copy" };
                Line::Words(plain(format!("“{}” {what}.", one.words)))
            }));
        }
        lines.push(Line::Heading("In this folder".to_owned()));
        lines.extend(files.iter().map(|(name, _)| Line::Words(plain(name))));
        lines
    }
}

/// What a change left out, as a sentence.
pub(crate) fn left_out(change: &Omission) -> String {
    match change.what {
        What::LeftOut => format!("Left out: “{}”", change.missing),
        What::Cut => format!("Its end is left out: “{}”", change.missing),
        What::Shortened | What::OneLine => format!("“{}” says in fewer words: “{}”", change.instead, change.missing),
    }
}

pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
