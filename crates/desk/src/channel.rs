//! A draft and a portal in, what goes through each channel out: the text that fits, the words to speak, the message to the
//! clerk, when all of it has to be in, and what would be made public by it.
//!
//! One draft says everything; a channel only chooses from it. What is published leaves out the personal data that the
//! person did not agree to show; the letter itself, the clerk's copy, stays as it is.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use letter::deadline::holidays::Holidays;
use letter::draft::{Draft, Position};
use letter::file_name::file_name;
use letter::fill::FillError;
use letter::fit::{Fitted, fit};
use letter::portal::{Limit, LimitUnit, Portal};
use letter::position;
use letter::record::{Exposure, exposures, published};
use letter::speech::{Speech, speech};
use letter::template::Template;
use letter::write::WriteError;
use letter::write::email::{Attachment, Clerk, EmailParts, eml, is_address, parts};
use serde::Serialize;

use crate::due::{Due, dues, free_days, zone_taken};
use crate::error::{Code, Error};
use crate::portals::PortalCard;

/// What the window shows of the channels of the live draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Channels {
    /// The portal that was chosen.
    pub portal: Option<PortalCard>,
    /// The text for its box.
    pub fitted: Fitted,
    /// The position to choose there; none where nothing is to be chosen.
    pub position: Option<position::Choice>,
    /// What a legislature's committee may make of the position; mostly empty.
    pub legislature: String,
    /// The message to the clerk.
    pub message: Message,
    /// When the comment has to be in.
    pub dues: Vec<Due>,
    /// The free days that these are counted without; empty where that makes no difference.
    pub free_days: String,
    /// The time zone that was taken for the body's since nobody says which it is; mostly empty.
    pub zone_taken: String,
    /// The personal data in the letter, whether or not it is shown.
    pub exposures: Vec<Exposure>,
    /// The channel publishes what is sent, as far as anybody knows.
    pub published: bool,
}

/// A message in the parts that a person copies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Message {
    /// To whom.
    pub to: Vec<String>,
    /// Who gets a copy.
    pub cc: Vec<String>,
    /// What of these is no address; the message is made without them.
    pub no_addresses: Vec<String>,
    /// The subject.
    pub subject: String,
    /// The words.
    pub body: String,
    /// The names of the files that go along.
    pub files: Vec<String>,
}

/// The channels of a draft, at this moment, seen from here.
pub(crate) struct Seen<'a> {
    pub(crate) template: &'a Template,
    pub(crate) draft: &'a Draft,
    pub(crate) portal: Option<PortalCard>,
    pub(crate) holidays: &'a Holidays,
    pub(crate) now: Timestamp,
    pub(crate) here: &'a TimeZone,
}

impl Seen<'_> {
    /// What each channel says; `text` is the letter as it is published.
    pub(crate) fn channels(self, text: &str) -> Result<Channels, Error> {
        let record = self.portal.as_ref().map(|card| card.portal.clone()).unwrap_or_default();
        let draft = for_publication(self.draft, &record);
        let item = &draft.item;
        Ok(Channels {
            fitted: fitted(self.template, &draft, &record)?,
            position: position::choose(item, record.positions.as_deref().unwrap_or_default()),
            legislature: item.position.map_or("", |position| legislature(&record, position)).to_owned(),
            message: Message::of(&message(&draft, &record, text, Vec::new()), &draft),
            zone_taken: zone_taken(item, &record),
            free_days: free_days(&record, self.holidays),
            dues: dues(&draft, &record, self.holidays, self.now, self.here),
            exposures: exposures(self.draft),
            published: publishes(&record),
            portal: self.portal,
        })
    }
}

impl Message {
    fn of(parts: &EmailParts, draft: &Draft) -> Self {
        let EmailParts { to, cc, subject, body, .. } = parts.clone();
        let no_addresses = to.iter().chain(&cc).filter(|text| !is_address(text)).cloned().collect();
        Self { to, cc, no_addresses, subject, body, files: vec![format!("{}.pdf", file_name(draft))] }
    }
}

/// What is sent is published, unless the record says that it is not: almost everything sent to a public body is.
pub(crate) fn publishes(portal: &Portal) -> bool {
    portal.published != Some(false)
}

/// The draft as it is published: personal data that the person did not agree to show is left out.
pub(crate) fn for_publication(draft: &Draft, portal: &Portal) -> Draft {
    if publishes(portal) { published(draft) } else { draft.clone() }
}

/// The text for a portal's box.
pub(crate) fn fitted(template: &Template, draft: &Draft, portal: &Portal) -> Result<Fitted, Error> {
    fit(template, draft, portal).map_err(unfilled)
}

/// What to say in so many seconds, at so many words a minute.
pub(crate) fn spoken(template: &Template, draft: &Draft, seconds: u32, pace: u32) -> Result<Speech, Error> {
    speech(template, draft, seconds, pace).map_err(unfilled)
}

/// The message to the clerk.
pub(crate) fn message(draft: &Draft, portal: &Portal, text: &str, files: Vec<Attachment>) -> EmailParts {
    let clerk = Clerk { to: portal.email.clone(), cc: Vec::new(), label: None };
    parts(draft, &clerk, text, files)
}

/// The message as a file that opens as a draft in a mail program. A recipient without an address is left to the person.
pub(crate) fn message_file(parts: &EmailParts) -> Result<Vec<u8>, Error> {
    let mut parts = parts.clone();
    parts.to.retain(|text| is_address(text));
    parts.cc.retain(|text| is_address(text));
    eml(&parts, None).map_err(|error: WriteError| {
        Error::new(Code::Program, error.to_string(), "Your letter is safe. Copy the parts of the message instead.")
    })
}

fn legislature(portal: &Portal, position: Position) -> &'static str {
    let is_legislature = ["assembly", "senate", "legislature"].iter().any(|word| portal.id.contains(word));
    if is_legislature { position::in_legislature(position) } else { "" }
}

/// The limit of a portal in words: `1,000 characters`; empty where there is none or nobody knows it.
pub(crate) fn limit_words(limit: Option<&Limit>) -> String {
    let Some(limit) = limit else { return String::new() };
    let unit = match limit.unit {
        LimitUnit::Characters => "characters",
        LimitUnit::Words => "words",
        LimitUnit::None => return "no limit".to_owned(),
        LimitUnit::Unknown => return String::new(),
    };
    let Some(value) = limit.value else { return String::new() };
    let digits = value.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} {unit}")
}

fn unfilled(error: FillError) -> Error {
    Error::new(Code::Draft, error.to_string(), "Your letter is safe. Mend the kind of letter, or choose another kind.")
}
