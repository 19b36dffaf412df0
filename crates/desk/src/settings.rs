//! What the person set once: who they are, the paper, the language of their letters, how the window looks.

use letter::deadline::holidays::Holidays;
use letter::draft::{Letterhead, Paper, Sender, Signer};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::error::Error;

/// The settings. Every field has a default, so that settings of an older version still read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default)]
pub struct Settings {
    /// Who signs new letters; a name without words means nobody yet.
    pub me: Signer,
    /// For whom letters are written, and the initials that file names use.
    pub organisation: Sender,
    /// The letterhead of new letters.
    pub letterhead: Option<Letterhead>,
    /// The sheet of new letters; the kind's own when none.
    pub paper: Option<Paper>,
    /// The language of new letters as a BCP 47 tag; dates are written in it. Empty means `en-US`.
    pub language: String,
    /// How many words the person speaks in a minute; 0 for the usual pace.
    pub pace: u32,
    /// The free days that deadlines are counted with; those of California when none.
    pub holidays: Option<Holidays>,
    /// How large the window's text is.
    pub text_size: TextSize,
    /// Light or dark.
    pub theme: Theme,
    /// Misspelt words are underlined where the system knows the language.
    pub spelling: bool,
}

/// How large the window's text is, against the system's size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    /// 100 %
    #[default]
    Usual,
    /// 125 %
    Larger,
    /// 150 %
    Large,
    /// 200 %
    Largest,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Desk {
    /// Keeps the settings, and returns them as they are kept.
    pub fn set_settings(&self, settings: &Settings) -> Result<Settings, Error> {
        let before = self.holidays();
        let kept = {
            let mut store = self.store();
            store.set_settings(settings)?;
            store.settings()?
        };
        if self.holidays() != before {
            self.reckon_anew(None)?;
        }
        Ok(kept)
    }
}
