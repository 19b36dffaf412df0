//! The draft that is being written: changes in, the pages and findings that follow from them out.
//!
//! Only what changed is handed out: a page that is as it was is left out, and a mark that was sent before is named.

mod change;
mod sent;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

use letter::compose::{compose, meta};
use letter::draft::Draft;
use letter::fill::{Built, FillError, built, furniture};
use letter::finding::{Finding, Place, Severity};
use letter::layout::font::Fonts;
use letter::layout::layout;
use letter::layout::page::Pages;
use letter::letter::{Letter, Pictures};
use letter::picture::Picture;
use letter::preflight::{self, Known, Shares};
use letter::style::Style;
use letter::template::Template;
use letter::write::screen::Mark;
use letter::write::svg;
use letter::write::text::{TextRules, text};
use serde::{Deserialize, Serialize};

use crate::campaign::Campaign;
use crate::error::Error;
use crate::export::Written;
use crate::home::DraftId;
use crate::open::pictures_of;
use crate::system_fonts::Faces;
use sent::Sent;

/// The most findings that are handed out; nobody reads further, and a hostile draft could have any number.
const MOST_FINDINGS: usize = 200;

/// The most findings of one check in one field that are handed out.
const MOST_ALIKE: usize = 20;

/// Checks that speak of something missing; what other checks find is in doubt.
const ABSENCES: [&str; 4] = ["missing", "no-addressee", "no-signer", "no-date"];

/// A draft as it is opened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Opened {
    /// The draft.
    pub id: DraftId,
    /// What it says.
    pub draft: Draft,
    /// Its kind.
    pub template: Template,
    /// The campaign whose asks it chooses from.
    pub campaign: Option<Campaign>,
    /// The letter as it stands.
    pub view: View,
}

/// One change of the live draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Change {
    /// The path of what changes: `date`, `words.hook`, `asks[1].full`, `asks`, `letterhead`. The empty path is the
    /// whole draft.
    pub path: String,
    /// What stands there from now on, as JSON; `null` for nothing.
    #[cfg_attr(feature = "types", ts(type = "unknown"))]
    pub value: serde_json::Value,
}

/// The letter that follows from the live draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct View {
    /// Width and height of a sheet in points.
    pub size: (f32, f32),
    /// How many pages there are.
    pub count: u32,
    /// The pages that changed since the last view.
    pub pages: Vec<PageUpdate>,
    /// What preflight says, the gravest first.
    pub findings: Vec<Finding>,
    /// What the letter says where the draft leaves it to Lectern.
    pub built: Built,
    /// How many words are whose, in the letter of a campaign.
    pub shares: Option<Shares>,
}

/// A page that changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PageUpdate {
    /// Which page, from 0.
    pub index: u32,
    /// All its marks in painting order.
    pub marks: Vec<Placed>,
    /// Those of them that were never sent since the draft was opened.
    pub fresh: Vec<Mark>,
}

/// A mark where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Placed {
    /// The mark's id.
    pub id: u32,
    /// How far down the page its own zero stands, in points.
    pub y: f32,
}

/// That the live draft is on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Kept {
    /// When it was kept.
    pub at: String,
}

/// The draft that is being written, with the letter that follows from it.
pub struct Live {
    id: DraftId,
    draft: Draft,
    template: Template,
    pictures: Pictures,
    faces: Arc<Faces>,
    fonts: Arc<Fonts>,
    known: Known,
    letter: Letter,
    style: Style,
    pages: Pages,
    built: Built,
    shares: Option<Shares>,
    findings: Vec<Finding>,
    /// That it is not shown with its own kind, and why.
    unlike: Option<Finding>,
    sent: Sent,
}

impl Live {
    /// Takes a draft up. `pictures` holds what its picture names stand for, as far as they are on the desk, and `known`
    /// what preflight may know beside it.
    pub fn open(
        id: DraftId,
        draft: Draft,
        template: Template,
        pictures: Pictures,
        faces: Arc<Faces>,
        known: Known,
    ) -> Self {
        let style = Style::of(&furniture(&template, &draft));
        let fonts = faces.fonts();
        let mut live = Self {
            id,
            draft,
            template,
            pictures,
            faces,
            fonts,
            known,
            letter: Letter::default(),
            style,
            pages: Pages::default(),
            built: Built::default(),
            shares: None,
            findings: Vec::new(),
            unlike: None,
            sent: Sent::default(),
        };
        live.follow();
        live
    }

    /// The same draft, with what there is to say of a kind that is not its own.
    pub(crate) fn with_kind_finding(mut self, finding: Option<Finding>) -> Self {
        if finding.is_some() {
            self.unlike = finding;
            self.follow();
        }
        self
    }

    /// The draft's number on the desk.
    pub fn id(&self) -> DraftId {
        self.id
    }

    /// What the draft says now.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Its kind.
    pub fn template(&self) -> &Template {
        &self.template
    }

    /// Its pictures by their names.
    pub fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// What its letter builds by itself.
    pub fn built(&self) -> &Built {
        &self.built
    }

    /// What changed since the last view.
    pub fn view(&mut self) -> View {
        let pages = self.sent.changes(&self.pages.pages, &self.fonts);
        View {
            size: self.pages.size,
            count: u32::try_from(self.pages.pages.len()).unwrap_or(u32::MAX),
            pages,
            findings: told(&self.findings),
            built: self.built.clone(),
            shares: self.shares,
        }
    }

    /// The view with all pages and marks, as if nothing had been sent.
    pub fn whole_view(&mut self) -> View {
        self.sent.forget();
        self.view()
    }

    /// What preflight may know beside the draft, from the next change on.
    pub(crate) fn known(&mut self) -> &mut Known {
        &mut self.known
    }

    /// Applies changes, all of them or none, and gives what follows from them. `picture` finds a picture that the
    /// draft names from now on; `know` brings what is known beside it up to the change, from the draft before and after.
    pub fn edit(
        &mut self,
        changes: &[Change],
        picture: &mut dyn FnMut(&str) -> Option<Arc<Picture>>,
        know: &mut dyn FnMut(&Draft, &Draft, &mut Known),
    ) -> Result<View, Error> {
        let draft = change::changed(&self.draft, &self.template, changes)?;
        know(&self.draft, &draft, &mut self.known);
        self.draft = draft;
        for (_, name) in pictures_of(&self.draft) {
            if !self.pictures.contains_key(name)
                && let Some(found) = picture(name)
            {
                self.pictures.insert(name.clone(), found);
            }
        }
        self.follow();
        Ok(self.view())
    }

    /// The whole letter as plain text, each paragraph on one line.
    pub fn plain_text(&self) -> String {
        text(&self.letter, &TextRules { wrap: None })
    }

    /// A picture of the pages by its number, with its media type.
    pub fn page_picture(&self, number: u32) -> Option<(Vec<u8>, &'static str)> {
        svg::picture(self.sent.picture(number)?)
    }

    /// How many required parts are missing.
    pub fn missing(&self) -> u32 {
        count(self.findings.iter().filter(|finding| finding.counts() && ABSENCES.contains(&finding.check)))
    }

    /// How many other findings are errors or warnings.
    pub fn doubts(&self) -> u32 {
        let is_doubt = |finding: &&Finding| {
            finding.counts() && !ABSENCES.contains(&finding.check) && finding.severity >= Severity::Warning
        };
        count(self.findings.iter().filter(is_doubt))
    }

    /// The letter as the writers take it.
    pub(crate) fn written(&self) -> Written {
        Written {
            letter: self.letter.clone(),
            style: self.style.clone(),
            pages: self.pages.clone(),
            fonts: Arc::clone(&self.fonts),
            about: meta(&self.draft, &self.letter),
        }
    }

    /// Makes letter, pages and findings follow from the draft.
    fn follow(&mut self) {
        let mut findings = match self.compose() {
            Ok(findings) => findings,
            // The letter stays as it was; the words are in the draft all the same.
            Err(error) => vec![unfilled(&error)],
        };
        if let Ok(built) = built(&self.template, &self.draft) {
            self.built = built;
        }
        let reading = preflight::read(&self.template, &self.draft, &self.letter, &self.pages, &self.known);
        self.shares = reading.shares;
        findings.extend(reading.findings);
        findings.extend(lost_pictures(&self.draft, &self.pictures));
        findings.extend(self.unlike.clone());
        findings.sort_by_key(|finding| (!finding.counts(), std::cmp::Reverse(finding.severity)));
        self.findings = findings;
    }

    fn compose(&mut self) -> Result<Vec<Finding>, FillError> {
        self.style = Style::of(&furniture(&self.template, &self.draft));
        let (letter, findings) = compose(&self.template, &self.draft, &self.pictures)?;
        self.letter = letter;
        self.pages = layout(&self.letter, &self.style, &self.fonts);
        let missing = self.pages.findings.iter().filter(|finding| finding.check == "no-glyph");
        let missing: Vec<char> = missing.flat_map(|finding| finding.place.excerpt.chars()).collect();
        if !missing.is_empty() {
            let fonts = self.faces.with(missing);
            // Another draft may have brought the faces that this one lacked.
            if !Arc::ptr_eq(&fonts, &self.fonts) {
                self.fonts = fonts;
                self.pages = layout(&self.letter, &self.style, &self.fonts);
            }
        }
        Ok(findings)
    }
}

/// The findings that are handed out: the gravest, and how many there are beyond them. One field can have any number of the
/// same, and would leave no room for others.
fn told(findings: &[Finding]) -> Vec<Finding> {
    let mut times: HashMap<(&str, &str), usize> = HashMap::new();
    let mut told: Vec<Finding> = Vec::new();
    for finding in findings {
        let times = times.entry((finding.check, &finding.place.path)).or_default();
        *times += 1;
        if *times <= MOST_ALIKE && told.len() < MOST_FINDINGS {
            told.push(finding.clone());
        }
    }
    if let more @ 1.. = findings.len() - told.len() {
        told.push(Finding::new(
            "more",
            Severity::Note,
            format!("{more} more findings are not shown"),
            "Settle some of those above; the others appear then.",
            Place::default(),
        ));
    }
    told
}

fn unfilled(error: &FillError) -> Finding {
    let hint = "Mend the letter kind in its folder, or start the letter from another kind. Your words are safe; the pages \
                show the letter as it last was.";
    Finding::new("kind", Severity::Error, error.to_string(), hint, Place::default())
}

fn lost_pictures<'a>(draft: &'a Draft, pictures: &'a Pictures) -> impl Iterator<Item = Finding> + 'a {
    let is_lost = |(_, name): &(String, &String)| !pictures.contains_key(*name);
    pictures_of(draft).filter(move |picture| is_lost(picture)).map(|(path, name)| {
        let message = format!("the picture `{name}` is not on the desk");
        Finding::new("picture", Severity::Error, message, "Choose the picture again.", Place::new(path, name.clone()))
    })
}

fn count(some: impl Iterator) -> u32 {
    u32::try_from(some.count()).unwrap_or(u32::MAX)
}
