//! Which version a text is kept in: the one that is being written to, or a new one.
//!
//! Within a sitting the newest version is written to again and again, so that the history has a line for each stretch
//! of work and not for each keystroke. A new version begins after a pause, after a long stretch, and before anything
//! that was written would be lost.

use jiff::{SignedDuration, Timestamp};
use letter::draft::Draft;

use crate::compare::Bag;
use crate::error::Error;
use crate::history::Cause;
use crate::home::DraftId;
use crate::store::{Facts, Store};

/// After a pause of this length a new version begins.
const PAUSE: SignedDuration = SignedDuration::from_mins(5);
/// After this much work a new version begins.
const STRETCH: SignedDuration = SignedDuration::from_mins(20);
/// How many words a version may lose while it is being written to.
const MOST_LOST: u32 = 30;

/// The version that is being written to, and the draft that has not come to rest.
#[derive(Debug, Default)]
pub(crate) struct Sitting {
    writing: Option<Writing>,
    /// A draft that was written to since its things were laid on the shelves.
    pub(crate) unsettled: Option<DraftId>,
}

#[derive(Debug)]
struct Writing {
    version: i64,
    begun: Timestamp,
    last: Timestamp,
    lost: u32,
    /// What it says.
    says: Bag,
    /// What the version before it says.
    before: Bag,
}

impl Sitting {
    /// Ends the sitting: whatever is kept next is a version of its own.
    pub(crate) fn rise(&mut self) {
        self.writing = None;
    }

    /// Keeps a text as the newest version of a draft; returns when it was kept.
    pub(crate) fn keep(
        &mut self,
        store: &mut Store,
        id: DraftId,
        draft: &Draft,
        facts: &Facts,
        cause: Cause,
        now: Timestamp,
    ) -> Result<i64, Error> {
        let newest = store.newest_versions(id, 1)?.into_iter().next();
        if let Some(newest) = newest.as_ref().filter(|newest| newest.draft == *draft) {
            match (cause, newest.cause) {
                // A version is worth more for having been made into files; nothing is added to the history.
                (Cause::Exported, Cause::Edited) => {
                    store.mark_version(newest.id, cause)?;
                    self.rise();
                    return Ok(newest.at);
                }
                (Cause::Edited, _) | (Cause::Exported, Cause::Exported) => return Ok(newest.at),
                _ => {}
            }
        }
        let says = Bag::of(draft);
        let is_near = |then: Timestamp, most: SignedDuration| now.duration_since(then).abs() <= most;
        let amended = self.writing.take().filter(|writing| {
            cause == Cause::Edited
                && newest.as_ref().is_some_and(|newest| newest.id == writing.version)
                && is_near(writing.last, PAUSE)
                && is_near(writing.begun, STRETCH)
        });
        let amended = amended.and_then(|writing| {
            let lost = writing.lost + writing.says.lost(&says, &writing.before);
            (lost <= MOST_LOST).then_some(Writing { lost, ..writing })
        });
        let (version, at) =
            store.keep(id, draft, facts, cause, amended.as_ref().map(|writing| writing.version), now)?;
        let writing = match amended {
            Some(writing) => Writing { last: now, says, ..writing },
            None => {
                let before = newest.map(|newest| Bag::of(&newest.draft)).unwrap_or_default();
                Writing { version, begun: now, last: now, lost: 0, says, before }
            }
        };
        self.writing = (cause == Cause::Edited).then_some(writing);
        self.unsettled = Some(id);
        Ok(at)
    }
}
