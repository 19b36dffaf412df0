//! What preflight may know beside a draft: the day, its portal, who sits in its bodies, the words of its campaign.
//!
//! Gathered when a draft is taken up, and again as far as a change concerns it. What cannot be had is left out: a check
//! that lacks it keeps silent.

use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use letter::deadline::holidays::Holidays;
use letter::draft::Draft;
use letter::portal::Portal;
use letter::preflight::{CampaignWords, Known, Proofreader, Seat};
use letter::spelling::KnownWords;

use crate::campaign::Campaign;
use crate::desk::Desk;
use crate::due;
use crate::home::DraftId;
use crate::shelf::Shelf;

/// How many names of each shelf are known to the spelling.
const NAMES: u32 = 200;

impl Desk {
    /// Everything that is known beside this draft.
    pub(crate) fn known(&self, id: DraftId, draft: &Draft) -> Known {
        let campaign = self.store().draft(id).ok().and_then(|(_, campaign)| campaign);
        let campaign = campaign.and_then(|id| self.store().campaign(id).ok());
        let portal = self.portal(&draft.portal);
        let holidays = self.holidays_of(portal.as_ref());
        let known = known(self.now(), portal, holidays);
        let handed_in = self.store().submissions(id).is_ok_and(|handed| !handed.is_empty());
        // Whoever wants no spelling underlined wants none told either.
        let is_proofread = self.store().settings().is_ok_and(|settings| settings.spelling);
        Known {
            roster: self.roster(draft),
            campaign: campaign.as_ref().map(words).unwrap_or_default(),
            handed_in,
            terms: Arc::new(self.terms()),
            proofreader: is_proofread.then(proofreader),
            ..known
        }
    }

    /// Brings what is known up to a change of the draft.
    pub(crate) fn know(&self, before: &Draft, draft: &Draft, known: &mut Known) {
        let now = self.now();
        known.now = Some(now);
        known.today = Some(now.to_zoned(TimeZone::system()).date());
        if before.portal != draft.portal {
            known.portal = self.portal(&draft.portal);
            known.holidays = self.holidays_of(known.portal.as_ref());
        }
        if before.addressees != draft.addressees || before.item.body != draft.item.body {
            known.roster = self.roster(draft);
        }
    }

    /// Looks anew at what is known beside the live draft, after something else on the desk changed.
    pub(crate) fn know_anew(&self) {
        let held = self.live().as_ref().map(|live| (live.id(), live.draft().clone()));
        let Some((id, draft)) = held else { return };
        let known = self.known(id, &draft);
        if let Some(live) = self.live().as_mut().filter(|live| live.id() == id) {
            *live.known() = known;
        }
    }

    /// Names of the desk, those used last: as many as a person may well mean.
    fn terms(&self) -> KnownWords {
        let shelves = [Shelf::People, Shelf::Bodies, Shelf::Signers, Shelf::Letterheads];
        let names = shelves.into_iter().flat_map(|shelf| self.store().titles(shelf, NAMES).unwrap_or_default());
        let mut terms = KnownWords::default();
        names.for_each(|name| terms.add(&name));
        terms
    }

    /// Who sits in the bodies that a draft names.
    fn roster(&self, draft: &Draft) -> Vec<Seat> {
        let mut bodies: Vec<&str> = draft.addressees.iter().map(|addressee| addressee.body.as_str()).collect();
        bodies.push(&draft.item.body);
        bodies.retain(|body| !body.trim().is_empty());
        bodies.sort_unstable();
        bodies.dedup();
        self.store().seats_of(&bodies).unwrap_or_default()
    }
}

/// What is known beside a draft that lies on no desk.
pub(crate) fn of_file(now: Option<Timestamp>, portal: Option<Portal>) -> Known {
    match now {
        Some(now) => {
            let holidays = due::holidays_off_desk(portal.as_ref());
            Known { proofreader: Some(proofreader()), ..known(now, portal, holidays) }
        }
        None => Known { portal, ..Known::default() },
    }
}

/// Who reads spelling and grammar: one for the program, made when the first draft is read.
fn proofreader() -> Arc<Proofreader> {
    static PROOFREADER: LazyLock<Arc<Proofreader>> = LazyLock::new(|| Arc::new(Proofreader::english()));
    Arc::clone(&PROOFREADER)
}

fn known(now: Timestamp, portal: Option<Portal>, holidays: Holidays) -> Known {
    let here = due::here();
    Known {
        today: Some(now.to_zoned(here.clone()).date()),
        now: Some(now),
        portal,
        holidays,
        zone: here.iana_name().unwrap_or("UTC").to_owned(),
        ..Known::default()
    }
}

/// The texts that a campaign offers.
fn words(campaign: &Campaign) -> CampaignWords {
    CampaignWords::of(campaign.asks.iter().flat_map(|ask| [ask.full.as_str(), &ask.short, &ask.line]))
}
