//! Drafts on the desk: started, doubled, removed, put back.
//!
//! A new draft takes from the settings and from its campaign what the person should not have to type again.

use letter::draft::{Draft, Furniture};
use letter::draft_file;

use crate::desk::Desk;
use crate::error::{Code, Error};
use crate::history::Cause;
use crate::home::DraftId;
use crate::kinds::sample_file;
use crate::open::picture_names;

impl Desk {
    /// Starts a draft of a kind, with what the settings and the campaign fill in.
    pub fn start_draft(&self, kind: &str, campaign: Option<i64>) -> Result<DraftId, Error> {
        self.template(kind)?;
        let settings = self.store().settings()?;
        let mut draft = Draft {
            kind: kind.to_owned(),
            language: settings.language,
            date: Some(self.today()),
            sender: settings.organisation,
            letterhead: settings.letterhead,
            page: Furniture { paper: settings.paper, ..Furniture::default() },
            ..Draft::default()
        };
        if !settings.me.name.trim().is_empty() {
            draft.signers.push(settings.me);
        }
        if let Some(id) = campaign {
            let campaign = self.store().campaign(id)?;
            draft.item = campaign.item;
            draft.addressees = campaign.addressees;
            self.store().use_campaign(id, self.now())?;
        }
        self.lay_draft(draft, campaign, Cause::Started)
    }

    /// Starts a draft from the worked sample of a kind.
    pub fn start_sample(&self, kind: &str) -> Result<DraftId, Error> {
        let draft = self.sample(kind)?;
        self.lay_draft(draft, None, Cause::Started)
    }

    /// Puts a copy of a draft on the desk.
    pub fn duplicate_draft(&self, draft: DraftId) -> Result<DraftId, Error> {
        self.keep_if_open(draft)?;
        let (text, campaign) = self.store().draft(draft)?;
        self.lay_draft(text, campaign, Cause::Started)
    }

    /// Takes a draft off the desk; it can be put back.
    pub fn remove_draft(&self, draft: DraftId) -> Result<(), Error> {
        self.close_if_open(draft)?;
        self.store().remove_draft(draft, self.now())
    }

    /// Brings a removed draft back.
    pub fn put_back_draft(&self, draft: DraftId) -> Result<(), Error> {
        self.store().put_back_draft(draft)?;
        self.settle_draft(draft);
        Ok(())
    }

    /// The worked sample of a kind, with the pictures that it names laid on the desk.
    pub(crate) fn sample(&self, kind: &str) -> Result<Draft, Error> {
        let sample = self.template(kind)?.sample;
        if sample.is_empty() {
            let message = format!("the letter kind `{kind}` has no sample");
            return Err(Error::new(Code::Draft, message, "Start a letter of this kind instead."));
        }
        let mut draft = draft_file::read(&sample).map(|file| file.draft).map_err(|error| {
            let message = format!("the sample of `{kind}`, line {}: {error}", error.line);
            Error::new(Code::Draft, message, error.hint)
        })?;
        for name in picture_names(&mut draft) {
            if let Some(bytes) = sample_file(&self.folder.kinds(), kind, name) {
                *name = self.add_picture(name, &bytes)?.name;
            }
        }
        Ok(draft)
    }

    /// A text is a sample that nobody changed: what it names is nobody's own, and fills no shelf.
    pub(crate) fn is_sample(&self, text: &Draft) -> bool {
        let named = |mut draft: Draft| {
            // Pictures were renamed as they were laid on the desk.
            picture_names(&mut draft).for_each(String::clear);
            draft
        };
        let sample = self.template(&text.kind).map(|template| template.sample).unwrap_or_default();
        draft_file::read(&sample).is_ok_and(|file| named(file.draft) == named(text.clone()))
    }

    /// What people call a letter kind; its folder's name where nothing is known of the kind any more.
    pub(crate) fn kind_name(&self, kind: &str) -> String {
        let template = self.template(kind).ok().or_else(|| self.kept_kind(kind));
        template.map_or_else(|| kind.to_owned(), |template| template.name)
    }
}
