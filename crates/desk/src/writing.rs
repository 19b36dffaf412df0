//! The draft that is open: taken up, changed, kept, put away.
//!
//! Keeping reads the draft under the lock of the live draft and writes it under the lock of the database, so that
//! typing goes on while the disk is waited for. What cannot be kept stays open.

use std::sync::Arc;

use letter::draft::Draft;
use letter::letter::Pictures;
use letter::picture::Picture;

use crate::campaign::Campaign;
use crate::desk::Desk;
use crate::error::{Code, Error};
use crate::export::Written;
use crate::history::Cause;
use crate::home::DraftId;
use crate::live::{Change, Kept, Live, Opened, View};
use crate::open::pictures_of;
use crate::sitting::Sitting;
use crate::store::{Facts, moment};

/// A text of the live draft as it was kept.
pub(crate) struct KeptText {
    id: DraftId,
    draft: Draft,
    facts: Facts,
    /// Its version, where it could be kept.
    version: Option<i64>,
}

impl Desk {
    /// Opens a draft, once the one that was open is kept.
    pub fn open_draft(&self, draft: DraftId) -> Result<Opened, Error> {
        self.keep_if_any()?;
        let (text, campaign) = self.store().draft(draft)?;
        let live = self.taken_up(draft, text.clone())?;
        let campaign = campaign.map(|id| self.store().campaign(id)).transpose()?;
        let mut sitting = self.keeping();
        let mut place = self.live();
        let was_open = self.keep_held(&mut sitting, place.as_ref())?;
        // The one that is open may be opened again: then what was typed until now is in the store.
        let newest = self.store().draft(draft)?.0;
        let live = if newest == text { live } else { self.taken_up(draft, newest)? };
        // The note only serves the next start; a disk that is full must not keep a draft from being read.
        let facts = self.facts(&live);
        let _ = self.store().note_open(draft, live.draft(), &facts);
        sitting.rise();
        let unsettled = sitting.unsettled.take();
        let opened = self.put_open(&mut place, live, campaign);
        drop((sitting, place));
        self.settle_taken(unsettled);
        if was_open {
            self.back_up_hourly();
        }
        Ok(opened)
    }

    /// Changes the live draft, if it is this one; the view holds only what changed since the last one.
    pub fn edit(&self, draft: DraftId, changes: &[Change]) -> Result<View, Error> {
        let mut live = self.live();
        let live = live.as_mut().filter(|live| live.id() == draft).ok_or_else(not_open)?;
        live.edit(changes, &mut |name| self.drawable(name), &mut |before, after, known| self.know(before, after, known))
    }

    /// Writes the live draft to the disk, if it is this one.
    pub fn keep(&self, draft: DraftId) -> Result<Kept, Error> {
        self.keep_live(Some(draft))
    }

    /// Writes the live draft to the disk, if it is the one that is meant, or whichever it is.
    fn keep_live(&self, meant: Option<DraftId>) -> Result<Kept, Error> {
        let mut sitting = self.keeping();
        let (id, draft, facts) = {
            let live = self.live();
            let live = live.as_ref().ok_or_else(none_open)?;
            if meant.is_some_and(|meant| meant != live.id()) {
                return Err(not_open());
            }
            (live.id(), live.draft().clone(), Facts::of(live))
        };
        let facts = self.closing(facts, &draft);
        let at = sitting.keep(&mut self.store(), id, &draft, &facts, Cause::Edited, self.now())?;
        Ok(Kept { at: moment(at) })
    }

    /// Keeps the live draft and puts it away: what it holds is laid on the shelves.
    pub fn close_draft(&self) -> Result<(), Error> {
        if self.put_away()? {
            self.back_up_hourly();
        }
        Ok(())
    }

    /// Keeps the live draft and puts it away; says whether there was one.
    pub(crate) fn put_away(&self) -> Result<bool, Error> {
        let was_open = self.lay_down()?;
        if was_open {
            // The draft is kept and gone from the desk; without the note the next start only says too much.
            let _ = self.store().note_none_open();
        }
        Ok(was_open)
    }

    /// Keeps the live draft and takes it away under the same locks: what is typed meanwhile is kept, or is refused.
    fn lay_down(&self) -> Result<bool, Error> {
        self.keep_if_any()?;
        let mut sitting = self.keeping();
        let mut place = self.live();
        let was_open = self.keep_held(&mut sitting, place.as_ref())?;
        *place = None;
        *self.looked_at() = None;
        sitting.rise();
        let unsettled = sitting.unsettled.take();
        drop((sitting, place));
        self.settle_taken(unsettled);
        Ok(was_open)
    }

    /// The whole letter as plain text.
    pub fn plain_text(&self) -> Result<String, Error> {
        Ok(self.live().as_ref().ok_or_else(none_open)?.plain_text())
    }

    /// Puts a text on the desk as a new draft.
    pub(crate) fn lay_draft(&self, text: Draft, campaign: Option<i64>, cause: Cause) -> Result<DraftId, Error> {
        let facts = self.facts(&self.taken_up(0, text.clone())?);
        let id = self.store().add_draft(&text, &facts, campaign, cause, self.now())?;
        self.settle_draft(id);
        Ok(id)
    }

    /// The live letter as the writers take it, once its text is a version that nothing more is written to.
    pub(crate) fn kept_to_export(&self) -> Result<(Written, KeptText), Error> {
        let mut sitting = self.keeping();
        let (written, id, draft, facts) = {
            let live = self.live();
            let live = live.as_ref().ok_or_else(none_open)?;
            (live.written(), live.id(), live.draft().clone(), Facts::of(live))
        };
        let facts = self.closing(facts, &draft);
        let mut store = self.store();
        let kept = sitting.keep(&mut store, id, &draft, &facts, Cause::Edited, self.now());
        sitting.rise();
        // A desk that cannot be written to stands in the way of no file.
        let newest = kept.and_then(|_| store.newest_versions(id, 1)).ok();
        let version = newest.and_then(|newest| newest.first().map(|newest| newest.id));
        Ok((written, KeptText { id, draft, facts, version }))
    }

    /// Notes that a text was made into files: its version is marked in the history, whatever was typed since.
    pub(crate) fn note_export(&self, text: &KeptText) -> Result<(), Error> {
        {
            let mut sitting = self.keeping();
            let mut store = self.store();
            let newest = store.newest_versions(text.id, 1)?.into_iter().next();
            if newest.is_some_and(|newest| newest.draft == text.draft) {
                sitting.keep(&mut store, text.id, &text.draft, &text.facts, Cause::Exported, self.now())?;
            } else if let Some(version) = text.version {
                // The number could be of another desk by now, which took the place of this one.
                let version = store.version(text.id, version)?;
                if version.draft != text.draft {
                    return Ok(());
                }
                if version.cause == Cause::Edited {
                    store.mark_version(version.id, Cause::Exported)?;
                }
            }
            store.note_export(text.id, self.now())?;
        }
        self.settle();
        Ok(())
    }

    /// Makes an older text the live draft. What was typed until then stays in the history before it.
    pub(crate) fn replace_live(&self, id: DraftId, text: Draft) -> Result<Opened, Error> {
        let (_, campaign) = self.store().draft(id)?;
        let live = self.taken_up(id, text)?;
        let campaign = campaign.map(|id| self.store().campaign(id)).transpose()?;
        let facts = self.facts(&live);
        let mut sitting = self.keeping();
        let mut place = self.live();
        if place.as_ref().map(Live::id) != Some(id) {
            return Err(none_open());
        }
        self.keep_held(&mut sitting, place.as_ref())?;
        sitting.keep(&mut self.store(), id, live.draft(), &facts, Cause::Restored, self.now())?;
        Ok(self.put_open(&mut place, live, campaign))
    }

    pub(crate) fn live_id(&self) -> Option<DraftId> {
        self.live().as_ref().map(Live::id)
    }

    /// Keeps the live draft, if there is one.
    pub(crate) fn keep_if_any(&self) -> Result<(), Error> {
        if self.live_id().is_some() { self.keep_live(None).map(|_| ()) } else { Ok(()) }
    }

    pub(crate) fn keep_if_open(&self, draft: DraftId) -> Result<(), Error> {
        if self.live_id() == Some(draft) { self.keep(draft).map(|_| ()) } else { Ok(()) }
    }

    pub(crate) fn close_if_open(&self, draft: DraftId) -> Result<(), Error> {
        if self.live_id() == Some(draft) { self.close_draft() } else { Ok(()) }
    }

    /// A text as a letter, beside the live one.
    pub(crate) fn taken_up(&self, id: DraftId, text: Draft) -> Result<Live, Error> {
        let (template, unlike) = self.kind_of(&text);
        let found = |(_, name): (String, &String)| Some((name.clone(), self.drawable(name)?));
        let pictures: Pictures = pictures_of(&text).filter_map(found).collect();
        let known = self.known(id, &text);
        Ok(Live::open(id, text, template, pictures, Arc::clone(&self.faces), known).with_kind_finding(unlike))
    }

    /// A picture of the desk, ready to be drawn.
    fn drawable(&self, name: &str) -> Option<Arc<Picture>> {
        // A picture that cannot be had is a finding of the letter, not a reason to refuse it.
        let bytes = self.store().picture(name).ok()??;
        Picture::read(name, &bytes).ok().map(Arc::new)
    }

    /// Keeps the live draft while nobody can change it; says whether there is one. Mostly it was kept a moment ago, and
    /// there is nothing to write.
    pub(crate) fn keep_held(&self, sitting: &mut Sitting, live: Option<&Live>) -> Result<bool, Error> {
        let Some(live) = live else { return Ok(false) };
        let facts = self.facts(live);
        sitting.keep(&mut self.store(), live.id(), live.draft(), &facts, Cause::Edited, self.now())?;
        Ok(true)
    }

    fn put_open(&self, place: &mut Option<Live>, mut live: Live, campaign: Option<Campaign>) -> Opened {
        let view = live.whole_view();
        let opened =
            Opened { id: live.id(), draft: live.draft().clone(), template: live.template().clone(), campaign, view };
        *self.looked_at() = None;
        *place = Some(live);
        opened
    }

    /// Lays what was written lately on the shelves. It is a help and no more: what fails here is tried again when the
    /// next draft comes to rest, and stands in nobody's way.
    pub(crate) fn settle(&self) {
        let unsettled = self.keeping().unsettled.take();
        self.settle_taken(unsettled);
    }

    fn settle_taken(&self, unsettled: Option<DraftId>) {
        if let Some(id) = unsettled
            && !self.settle_draft(id)
        {
            self.keeping().unsettled.get_or_insert(id);
        }
    }

    /// Lays what a draft holds on the shelves, and thins its history; says whether that was done.
    ///
    /// A sample fills no shelf as long as it is as it was begun, and neither does a letter that was begun with the sample
    /// campaign: what they name is made up. With the first change the letter is the person's own, as any other.
    pub(crate) fn settle_draft(&self, id: DraftId) -> bool {
        let text = self.store().draft(id);
        let is_sample = text.is_ok_and(|(text, _)| self.is_sample(&text));
        let mut store = self.store();
        let is_made_up = is_sample || store.is_begun_with_sample(id).unwrap_or(false);
        let shelved = if is_made_up { store.learn_draft(id) } else { store.settle(id, self.now()) };
        let settled = shelved.and_then(|()| {
            if !self.clock_is_near {
                return Ok(());
            }
            let superfluous = crate::thin::superfluous(&store.outlines(id)?, self.now(), &jiff::tz::TimeZone::system());
            if superfluous.is_empty() { Ok(()) } else { store.drop_versions(&superfluous) }
        });
        settled.is_ok_and(|()| true) || store.draft(id).is_err()
    }
}

/// A draft is meant that is not the live one: what came late must not go to another.
fn not_open() -> Error {
    Error::new(Code::Gone, "this draft is no longer open", "Nothing was changed. Open it again from the desk.")
}

pub(crate) fn none_open() -> Error {
    Error::new(Code::Gone, "no draft is open", "Go back to the desk and open one.")
}
