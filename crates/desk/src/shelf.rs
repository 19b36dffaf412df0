//! Libraries that fill themselves from use: people, bodies, asks, references, letterheads and signers.
//!
//! What a draft holds when it is kept is laid on its shelf, so that nobody types it twice; a person can change and
//! remove what lies there. Drafts hold copies: changing a shelf never changes a letter.

use jiff::civil::Date;
use letter::draft::{Ask, Letterhead, Person, Reference, Signer};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::{Code, Error};
use crate::home::Moment;

/// One library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Shelf {
    /// People.
    People,
    /// Governing bodies and their committees.
    Bodies,
    /// Asks.
    Asks,
    /// References with their quotations.
    References,
    /// Letterheads.
    Letterheads,
    /// Signers.
    Signers,
}

impl Shelf {
    /// Every shelf, in the order in which the database counts them.
    pub(crate) const ALL: [Self; 6] =
        [Self::People, Self::Bodies, Self::Asks, Self::References, Self::Letterheads, Self::Signers];
}

/// Something on a shelf.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Entry {
    /// Its number on the shelf; 0 for one that is not there yet.
    pub id: i64,
    /// What it is called in lists.
    pub name: String,
    /// A line that tells it from others of its name.
    pub detail: String,
    /// In how many drafts it was used.
    pub used: u32,
    /// When it was last used or changed.
    pub changed: Moment,
    /// The thing itself.
    pub thing: Thing,
    /// The references that stand behind an ask, under the names that it gives them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<Reference>>", optional))]
    pub references: Vec<Reference>,
}

/// What lies on shelves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(tag = "shelf", content = "value", rename_all = "kebab-case")]
pub enum Thing {
    /// A person, with the seats known.
    People(PersonEntry),
    /// A body with its members.
    Bodies(Body),
    /// An ask.
    Asks(Ask),
    /// A reference.
    References(Reference),
    /// A letterhead.
    Letterheads(Letterhead),
    /// A signer.
    Signers(Signer),
}

/// A person and the seats that they hold or held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default)]
pub struct PersonEntry {
    /// The person; role and term are empty here, since they belong to the seat.
    pub person: Person,
    /// Where they sit.
    pub seats: Vec<Seat>,
}

/// A seat: a role in a body, for a term.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default)]
pub struct Seat {
    /// The body's name.
    pub body: String,
    /// The role in it.
    pub role: String,
    /// The first day of the term, where it is known.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub since: Option<Date>,
    /// The last day of the term, where it is known.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub until: Option<Date>,
}

/// A governing body; a committee is a body with a parent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// The body that it is a committee of; empty when it stands alone.
    pub parent: String,
    /// Its inside address.
    pub lines: Vec<String>,
    /// Its members with their roles in it.
    pub members: Vec<Person>,
}

/// Part of a shelf.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Entries {
    /// The entries asked for, the last used first, or the best found first.
    pub entries: Vec<Entry>,
    /// How many there are in all.
    pub count: u32,
}

impl Desk {
    /// Part of a shelf; with words, what matches them, the best first.
    pub fn shelf(&self, shelf: Shelf, words: &str, from: u32, count: u32) -> Result<Entries, Error> {
        self.store().shelf(shelf, words, from, count)
    }

    /// Lays something on its shelf, or changes what lies there; returns it as it lies there now.
    pub fn lay(&self, entry: &Entry) -> Result<Entry, Error> {
        if entry.thing.identity().is_empty() {
            let hint = "Give it a name, or words, so that it can be found again. Nothing was changed.";
            return Err(Error::new(Code::Draft, "this entry is empty", hint));
        }
        self.store().lay(entry.id, &entry.thing, self.now())
    }

    /// Takes something off its shelf; it can be put back.
    pub fn take(&self, shelf: Shelf, id: i64) -> Result<(), Error> {
        self.store().take(shelf, id, self.now())
    }

    /// Puts back what was taken off its shelf.
    pub fn put_back(&self, shelf: Shelf, id: i64) -> Result<(), Error> {
        self.store().put_back(shelf, id)
    }
}
