//! All that is kept and done on this computer: [`Desk`] has one method for each thing a person does, with plain data in
//! and out; the command line reads drafts from files and puts finished letters in place.
//!
//! What a letter is and how it looks is `letter`'s business; how people are told is the front ends'. Paths come from
//! front ends, and only file names go back.

mod error;
mod file;
mod lectern_file;
mod open;
mod system_fonts;
mod place;
mod export;
mod folder;
mod store;
mod compare;
mod thin;
mod sitting;
mod held;
mod facts;
mod due;
mod beside;
mod sheet;
mod backup;
mod desk;
mod settings;
mod shelf;
mod home;
mod drafts;
mod writing;
mod fetched;
mod campaign;
mod start;
mod kinds;
mod portals;
mod channel;
mod packet;
mod submissions;
mod pictures;
mod paste;
mod live;
mod history;
mod handed;
mod handing;
mod handing_in;
mod portal_record;
mod export_channel;

#[cfg(test)]
mod tests;

pub use campaign::Campaign;
pub use channel::{Channels, Message};
pub use desk::{Clock, Desk, clock};
pub use due::{Due, Lacking};
pub use error::{Code, Error, reason};
pub use export::{Exported, Format, check, demo, export};
pub use export_channel::{Asked, Disclosed, Personal, Sent, Through, export_channels};
pub use handed::{AddedPicture, Handed, Progress, Wanted};
pub use history::{Cause, Version};
pub use home::{CampaignCard, Card, Closing, DraftId, Hit, Home, Moment};
pub use kinds::{Kind, KindFault};
pub use letter::fill::Built;
pub use letter::markup::rich::rich;
pub use live::{Change, Kept, Live, Opened, PageUpdate, Placed, View};
pub use open::{OpenDraft, kind, open_draft};
pub use paste::pasted;
pub use portal_record::{built_in_portals, portal_record};
pub use portals::PortalCard;
pub use settings::{Settings, TextSize, Theme};
pub use shelf::{Body, Entries, Entry, PersonEntry, Seat, Shelf, Thing};
pub use start::{Backup, Notice, Start, Trouble};
pub use submissions::{Channel, Receipt, Submission};
pub use system_fonts::Faces;
