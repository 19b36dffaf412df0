//! What was handed in: when, where, with which confirmation, and exactly the words that went.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::{Code, Error};
use crate::home::{DraftId, Moment};

/// The most characters of words that went; more than any portal takes and less than would choke the desk.
const MOST_WORDS: usize = 1_000_000;

/// Through which channel a comment went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// The box of a portal.
    #[default]
    Ecomment,
    /// A message to the clerk.
    Email,
    /// Words spoken at the meeting.
    Speech,
    /// The letter on paper, by mail or by hand, or uploaded as a file.
    Letter,
}

/// What a person notes of handing in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default)]
pub struct Receipt {
    /// The channel.
    pub channel: Channel,
    /// Where: the portal's name, the clerk's address, the room.
    pub place: String,
    /// The number or the words of the confirmation.
    pub confirmation: String,
    /// A picture of the confirmation, as the desk calls it.
    pub screenshot: Option<String>,
    /// Anything else.
    pub note: String,
}

/// Something that was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Submission {
    /// Its number.
    pub id: i64,
    /// Of which draft.
    pub draft: DraftId,
    /// When it was handed in.
    pub at: Moment,
    /// How and where.
    pub receipt: Receipt,
    /// Exactly the words that went.
    pub words: String,
}

impl Desk {
    /// What was handed in of a draft, the newest first.
    pub fn submissions(&self, draft: DraftId) -> Result<Vec<Submission>, Error> {
        self.store().submissions(draft)
    }

    /// Notes that a draft was handed in at this moment, with exactly these words. The draft as it is now is kept with it.
    pub fn submit(&self, draft: DraftId, at: &str, receipt: &Receipt, words: &str) -> Result<Submission, Error> {
        let at: Timestamp = at.parse().map_err(|_| {
            Error::new(
                Code::Draft,
                format!("`{at}` is no moment"),
                "Nothing was noted yet. Choose the day and the time.",
            )
        })?;
        if words.trim().is_empty() || words.len() > MOST_WORDS {
            let hint = "Nothing was noted yet. Paste the words that you handed in, so that you can prove them later.";
            return Err(Error::new(Code::Draft, "the words that went are missing or far too long", hint));
        }
        self.keep_if_open(draft)?;
        let mut store = self.store();
        let (said, _) = store.draft(draft)?;
        let id = store.add_submission(draft, at, receipt, words, &said)?;
        let submissions = store.submissions(draft)?;
        drop(store);
        // What is handed in meets every deadline.
        self.know_anew();
        submissions.into_iter().find(|submission| submission.id == id).ok_or_else(|| {
            Error::new(Code::Program, "what was noted is not there", "Your letter is safe. Please report this.")
        })
    }

    /// Takes back what was noted by mistake.
    pub fn remove_submission(&self, id: i64) -> Result<(), Error> {
        self.store().remove_submission(id)?;
        self.know_anew();
        Ok(())
    }
}
