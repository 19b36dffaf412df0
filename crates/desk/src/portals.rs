//! The portals that a comment can go through: those that come with the program, and those that a person changed or wrote.
//!
//! A built-in record is a dated example. Changed, it becomes the person's own and stands in its place; taken away, the
//! built-in one is there again.

use jiff::civil::Date;
use letter::deadline::holidays::Holidays;
use letter::draft::Draft;
use letter::portal::{self, Portal};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::due;
use crate::error::{Code, Error};
use crate::home::DraftId;

/// The longest name of a portal, in characters.
const LONGEST_NAME: usize = 200;

/// A portal as it is offered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PortalCard {
    /// The record.
    pub portal: Portal,
    /// The person wrote or changed it.
    pub own: bool,
    /// A record with its id comes with the program.
    pub built_in: bool,
    /// Why not to rely on it today, as a sentence; empty when it is fresh and sure.
    pub doubt: String,
}

impl PortalCard {
    fn of(portal: Portal, own: bool, built_in: bool, today: Date) -> Self {
        Self { doubt: portal.doubt(today), portal, own, built_in }
    }
}

impl Desk {
    /// All portals by name.
    pub fn portals(&self) -> Result<Vec<PortalCard>, Error> {
        let own = self.store().portals()?;
        let built_in = portal::built_in();
        let today = self.today();
        let is_own = |portal: &&Portal| own.iter().any(|own| own.id == portal.id);
        let mut cards: Vec<PortalCard> = built_in
            .iter()
            .filter(|portal| !is_own(portal))
            .map(|portal| PortalCard::of(portal.clone(), false, true, today))
            .collect();
        let comes_with = |id: &str| built_in.iter().any(|portal| portal.id == id);
        cards.extend(own.iter().map(|own| PortalCard::of(own.clone(), true, comes_with(&own.id), today)));
        cards.sort_by_key(|card| card.portal.name.to_lowercase());
        Ok(cards)
    }

    /// Keeps a portal. One without an id is a new one and gets its id from its name.
    pub fn save_portal(&self, portal: &Portal) -> Result<PortalCard, Error> {
        let name = portal.name.trim();
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            let message = format!("a portal needs a name of at most {LONGEST_NAME} characters");
            let hint = "Nothing was kept yet. Name it as people call it, such as “City of Sacramento eComment”.";
            return Err(Error::new(Code::Draft, message, hint));
        }
        let mut portal = portal.clone();
        if portal.id.is_empty() {
            portal.id = self.free_id(name)?;
        }
        // What cannot be written as a record could not be handed on or read again.
        portal::read(&portal::to_toml(&portal)).map_err(|error| {
            let hint = format!("Nothing was kept yet. {}", error.hint);
            Error::new(Code::Draft, format!("the portal “{name}” cannot be kept: {error}"), hint)
        })?;
        self.store().set_portal(&portal)?;
        self.reckon_anew(Some(&portal.id))?;
        let built_in = portal::built_in_portal(&portal.id).is_some();
        Ok(PortalCard::of(portal, true, built_in, self.today()))
    }

    /// Takes a person's own portal away. Where it stood for a built-in one, that one is there again.
    pub fn remove_portal(&self, id: &str) -> Result<(), Error> {
        if !self.store().remove_portal(id)? {
            let hint = "It may have been taken away already. Those that come with Lectern stay.";
            return Err(Error::new(Code::Gone, format!("there is no portal `{id}` of your own"), hint));
        }
        self.reckon_anew(Some(id))
    }

    /// The address of a portal's page, for the browser.
    pub fn portal_page(&self, id: &str) -> Result<String, Error> {
        let url = self.portal(id).map(|portal| portal.url).unwrap_or_default();
        // Nothing but a page is opened, whatever a record from elsewhere says.
        let is_page = ["https://", "http://"].iter().any(|scheme| url.to_ascii_lowercase().starts_with(scheme));
        if !is_page || url.chars().any(|c| c.is_control() || c.is_whitespace()) {
            let hint = "Type the address that the agenda gives into the portal's record.";
            return Err(Error::new(Code::Draft, "the portal has no address of a page", hint));
        }
        Ok(url)
    }

    /// The portal with this id; none where there is none.
    pub(crate) fn portal(&self, id: &str) -> Option<Portal> {
        if id.is_empty() {
            return None;
        }
        let own = self.store().portal(id).ok().flatten();
        own.or_else(|| portal::built_in_portal(id))
    }

    /// The free days that deadlines are counted with.
    pub(crate) fn holidays(&self) -> Holidays {
        let settings = self.store().settings();
        settings.ok().and_then(|settings| settings.holidays).unwrap_or_else(Holidays::california_state)
    }

    /// The free days of a draft's portal: those that its record names, or those of the settings.
    pub(crate) fn holidays_of(&self, portal: Option<&Portal>) -> Holidays {
        portal.and_then(|portal| portal.holidays).map_or_else(|| self.holidays(), Holidays::of)
    }

    /// When the channel of a draft closes.
    pub(crate) fn closes(&self, draft: &Draft) -> Option<String> {
        let portal = self.portal(&draft.portal)?;
        due::closes(draft, &portal, &self.holidays_of(Some(&portal)))
    }

    /// Reckons anew when the channels of drafts close, after a portal or the free days changed.
    pub(crate) fn reckon_anew(&self, portal: Option<&str>) -> Result<(), Error> {
        self.know_anew();
        let drafts: Vec<DraftId> = self.store().drafts_of_portal(portal)?;
        let mut closes = Vec::new();
        for id in drafts {
            // One that was removed meanwhile needs none.
            let text = self.store().draft(id);
            if let Ok((text, _)) = text {
                closes.push((id, self.closes(&text)));
            }
        }
        if closes.is_empty() { Ok(()) } else { self.store().set_closes(&closes) }
    }

    /// An id for a new portal that no other has.
    fn free_id(&self, name: &str) -> Result<String, Error> {
        let taken: Vec<String> = self.portals()?.into_iter().map(|card| card.portal.id).collect();
        let spoken: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
        let stem = spoken.split_whitespace().collect::<Vec<_>>().join("-");
        let stem = if stem.is_empty() { "portal".to_owned() } else { stem };
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let mut ids = std::iter::once(stem.clone()).chain(numbered);
        Ok(ids.find(|id| !taken.contains(id)).unwrap_or(stem))
    }
}
