//! One's own kinds kept in the desk's file: so that they travel in every backup, and so that a letter outlives its kind.
//!
//! The folder on the desk is the home of a kind. What is kept follows it whenever a letter of the kind is opened and
//! before each backup: the files as they last worked, or as they are where they never did. A kind whose folder the
//! person removed is let go of, unless a letter is of it. What a backup brings back never takes the place of a folder.

use std::path::Path;

use letter::draft::{Draft, Words};
use letter::finding::{Finding, Place, Severity};
use letter::template::{self, Field, FieldKind, PartName, Template};

use super::own::{self, BODY, SAMPLE, SETTINGS};
use crate::desk::Desk;
use crate::error::Error;
use crate::start::Notice;
use crate::store::KindFiles;

impl KindFiles {
    fn text(&self, name: &str) -> Option<String> {
        let bytes = self.files.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.clone())?;
        own::decoded(name, bytes).ok()
    }

    /// The kind that the files make, if they did when they were kept.
    fn template(&self) -> Option<Template> {
        let mut template =
            Template::read(&self.name, &self.text(SETTINGS)?, &self.text(BODY)?).ok().filter(|_| self.works)?;
        template.sample = self.text(SAMPLE).unwrap_or_default();
        Some(template)
    }
}

impl Desk {
    /// The kind that a draft is shown with. Where its own is gone or broken, it is the one that last worked, or a plain
    /// one that shows all its words; then a finding says so.
    pub(crate) fn kind_of(&self, draft: &Draft) -> (Template, Option<Finding>) {
        let error = match self.template(&draft.kind) {
            Ok(template) => {
                if template::built_in_kind(&draft.kind).is_none() {
                    // What cannot be kept now is kept with the next backup; the letter opens all the same.
                    let _ = self.keep_kind(&draft.kind);
                }
                return (template, None);
            }
            Err(error) => error,
        };
        match self.kept_kind(&draft.kind) {
            Some(template) => (template, Some(unlike(error, "The letter is shown with its kind as it last worked."))),
            None => (stand_in(draft), Some(unlike(error, "All its words are here, in the form of a plain letter."))),
        }
    }

    /// One of the person's own kinds as it last worked.
    pub(crate) fn kept_kind(&self, name: &str) -> Option<Template> {
        // A desk that cannot be read says so wherever it is asked for more than this.
        self.store().kind(name).ok().flatten()?.template()
    }

    /// Keeps the person's own kinds as they lie in their folder.
    pub(crate) fn keep_kinds(&self) -> Result<(), Error> {
        let folder = self.folder.kinds();
        let names = own::names(&folder);
        names.iter().try_for_each(|name| self.keep_kind(name))?;
        // A folder that cannot be looked into says nothing of what was removed from it.
        if folder.read_dir().is_ok() {
            let mut store = self.store();
            let removed = store.kinds()?.into_iter().filter(|name| !own::exists(&folder, name));
            removed.collect::<Vec<_>>().iter().try_for_each(|name| store.forget_kind(name).map(drop))?;
        }
        Ok(())
    }

    fn keep_kind(&self, name: &str) -> Result<(), Error> {
        let folder = self.folder.kinds();
        let files = own::files(&folder, name);
        let kept = self.store().kind(name)?;
        if files.is_empty() || kept.as_ref().is_some_and(|kept| kept.files == files) {
            return Ok(());
        }
        let works = own::read(&folder, name).is_ok();
        // What works is not given up for what does not.
        if kept.is_some_and(|kept| kept.works && !works) {
            return Ok(());
        }
        self.store().keep_kind(&KindFiles { name: name.to_owned(), works, files })
    }

    /// Puts the kinds of the desk's file among the person's own: those that are missing under their names, those that
    /// are different beside the ones that are there. Says what else the person should know.
    pub(crate) fn bring_back_kinds(&self) -> Vec<Notice> {
        let names = self.store().kinds().unwrap_or_default();
        let kinds = names.iter().filter_map(|name| self.store().kind(name).ok().flatten());
        kinds.collect::<Vec<_>>().iter().filter_map(|kind| brought_back(&self.folder.kinds(), kind)).collect()
    }
}

/// Puts one kind among the person's own; says what there is to know of it.
fn brought_back(folder: &Path, kind: &KindFiles) -> Option<Notice> {
    let is_usable = own::is_name(&kind.name) && kind.files.iter().all(|(name, _)| own::is_file_name(name));
    if !is_usable || template::built_in_kind(&kind.name).is_some() {
        return None;
    }
    let called = kind.template().map_or_else(|| kind.name.clone(), |template| template.name);
    let brought = if own::exists(folder, &kind.name) {
        own::put_beside(folder, kind).map(|beside| {
            let hint =
                "Your own stays as it is, and letters of this kind go on with it. Remove the one that you do not need.";
            let message = format!(
                "The letter kind “{called}” of the backup is another than yours. It lies beside it as “{}”.",
                beside?
            );
            Some(Notice { message, hint: hint.to_owned(), draft: None })
        })
    } else {
        own::put(folder, &kind.name, &kind.files).map(|()| None)
    };
    brought.unwrap_or_else(|error| {
        let message =
            format!("The letter kind “{called}” of the backup could not be put among yours: {}.", error.message);
        Some(Notice { message, hint: error.hint, draft: None })
    })
}

/// That a letter is not shown with its own kind.
fn unlike(error: Error, instead: &str) -> Finding {
    Finding::new("kind", Severity::Error, error.message, format!("{instead} {}", error.hint), Place::default())
}

/// A kind that asks for what a draft says and prints it, one after the other.
fn stand_in(draft: &Draft) -> Template {
    let mut body = String::new();
    let mut fields = Vec::new();
    for (name, words) in draft.words.iter().filter(|(name, _)| own::is_field_name(name)) {
        let kind = match words {
            Words::Text(_) => FieldKind::Rich,
            Words::List(_) => FieldKind::List,
            Words::Flag(_) => FieldKind::Flag,
            Words::Number(_) => FieldKind::Number,
            Words::Date(_) => FieldKind::Date,
        };
        // A yes or no says nothing without the sentence that it decides on.
        if kind != FieldKind::Flag {
            body.push_str(&format!("{{{{ words.{name} }}}}\n\n"));
        }
        let spaced = name.replace('_', " ");
        let mut letters = spaced.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase()).into_iter();
        fields.push(Field {
            name: name.clone(),
            prompt: first.chain(letters).collect(),
            help: String::new(),
            kind,
            required: false,
            default: String::new(),
            choices: Vec::new(),
        });
    }
    body.push_str("{{ asks_list }}\n");
    Template {
        kind: draft.kind.clone(),
        name: draft.kind.clone(),
        purpose: String::new(),
        order: 0,
        parts: PARTS.to_vec(),
        required: Vec::new(),
        subject: None,
        closing: None,
        salutation: None,
        page: Default::default(),
        fields,
        needs: Vec::new(),
        body,
        sample: String::new(),
    }
}

/// The parts of a letter in their usual order.
const PARTS: [PartName; 11] = [
    PartName::Letterhead,
    PartName::Date,
    PartName::Delivery,
    PartName::Addressees,
    PartName::Subject,
    PartName::Salutation,
    PartName::Body,
    PartName::Closing,
    PartName::Signers,
    PartName::Enclosures,
    PartName::Copies,
];
