//! What is known beside the draft: the day, the channel, who sits where, the campaign's words.
//!
//! Front ends gather it, each as far as it can; a check that needs what is not known keeps silent. Nothing is looked up
//! here.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::campaign_words::CampaignWords;
use super::proofreader::Proofreader;
use crate::deadline::holidays::Holidays;
use crate::draft::Person;
use crate::portal::Portal;
use crate::spelling::KnownWords;

/// What is known beside the draft. All of it may be missing.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The day it is where the letter is written.
    pub today: Option<Date>,
    /// The moment it is.
    pub now: Option<Timestamp>,
    /// The portal that the draft names.
    pub portal: Option<Portal>,
    /// The days on which the bodies that are written to do no business.
    pub holidays: Holidays,
    /// The IANA name of the time zone that holds where neither item nor portal names one.
    pub zone: String,
    /// Who sits where, as far as the desk knows.
    pub roster: Vec<Seat>,
    /// The texts that the campaign offers.
    pub campaign: CampaignWords,
    /// Something was handed in for the item already, so that no deadline is ahead.
    pub handed_in: bool,
    /// Names and terms of the desk that no dictionary holds.
    pub terms: Arc<KnownWords>,
    /// Who reads spelling and grammar; it keeps what it read, so hand in the same one at each change.
    pub proofreader: Option<Arc<Proofreader>>,
}

/// A person in a body, with the role and the term that belong to the seat.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seat {
    /// The body.
    pub body: String,
    /// Who sits there.
    pub person: Person,
}
