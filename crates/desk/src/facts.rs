//! What is seen of a draft before it is opened, taken from the letter that follows from it.

use letter::draft::Draft;

use crate::desk::Desk;
use crate::live::Live;
use crate::store::Facts;

impl Facts {
    /// The facts of a draft that is open.
    pub(crate) fn of(live: &Live) -> Self {
        let (title, kind) = (&live.built().title, &live.template().name);
        Self {
            title: if title.trim().is_empty() { kind.clone() } else { title.clone() },
            to: to(live.draft()),
            due: live.draft().item.meeting,
            closes: None,
            missing: live.missing(),
            doubts: live.doubts(),
        }
    }
}

impl Desk {
    /// The facts of a draft that is open, with when its channel closes.
    pub(crate) fn facts(&self, live: &Live) -> Facts {
        self.closing(Facts::of(live), live.draft())
    }

    /// Facts with when the channel closes, for which the database is asked: never under the lock of the live draft, where
    /// a keystroke would wait for the disk.
    pub(crate) fn closing(&self, facts: Facts, draft: &Draft) -> Facts {
        Facts { closes: self.closes(draft), ..facts }
    }
}

/// To whom a letter goes: the body of its item, or its first addressee.
fn to(draft: &Draft) -> String {
    let first = draft.addressees.first();
    let body = first.map(|addressee| addressee.body.as_str()).unwrap_or_default();
    let line = first.and_then(|addressee| addressee.lines.first()).map(String::as_str).unwrap_or_default();
    let person = first.and_then(|addressee| addressee.persons.first()).map(|person| person.full_name());
    let texts = [draft.item.body.as_str(), body, line, person.as_deref().unwrap_or_default()];
    texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default().to_owned()
}
