//! What can be typed after `lectern`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use desk::{Asked, Format, Personal, Through};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Letters to public bodies, from a draft to PDF, Word and text.
#[derive(Debug, Parser)]
#[command(name = "lectern", version, arg_required_else_help = true)]
#[command(
    about = "Letters to public bodies, from a draft to PDF, Word and text",
    after_help = "Start with `lectern demo my-letter`, or `lectern new organisation-letter > draft.toml`.\n\
                  Ends with 0 when done, 1 when the letter has an error, 2 when a file cannot be used."
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the kinds of letter
    #[command(after_help = "Example: lectern kinds")]
    Kinds {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Print a draft to start from, with what the kind asks for
    #[command(after_help = "Example: lectern new organisation-letter > draft.toml")]
    New {
        /// The kind of letter, as `lectern kinds` lists it
        kind: String,
    },
    /// Say what is wrong with a letter before it goes out
    #[command(after_help = "Example: lectern check draft.toml\nEnds with 1 when there is an error among the findings.")]
    Check {
        /// The draft: a `draft.toml` or a `.lectern` file
        file: PathBuf,
        #[command(flatten)]
        day: Day,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// List the portals that a comment can go through, or print the record of one
    #[command(after_help = "Example: lectern portals sacramento-city > portal.toml\n\
                      A record can be edited and used with `lectern export draft.toml --to ecomment --portal portal.toml`.")]
    Portals {
        /// The portal whose record is printed: its id, or a file to be checked
        portal: Option<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Make the files of a letter, or what it says through a portal, as a speech or by e-mail
    #[command(after_help = "Examples: lectern export draft.toml --to pdf,docx --out letters\n\
                      \x20         lectern export draft.toml --to ecomment --portal sacramento-city\n\
                      \x20         lectern export draft.toml --to speech --minutes 2\n\
                      \x20         lectern export draft.toml --to packet --out to-hand-in\n\
                      All is made whatever is found. Findings, and what a channel leaves out, go to stderr; an error among\n\
                      the findings, or a text over its limit, ends with 1.")]
    Export(Export),
    /// Make a sample letter to look at and to change
    #[command(after_help = "Example: lectern demo my-letter")]
    Demo {
        /// The folder to put it into; it is made if it is missing
        folder: PathBuf,
    },
}

/// What to export.
#[derive(Args, Debug)]
pub struct Export {
    /// The draft: a `draft.toml` or a `.lectern` file
    pub file: PathBuf,
    /// The formats and channels, with commas between them
    #[arg(long, value_enum, ignore_case = true, value_delimiter = ',', default_value = "pdf", value_name = "FORMATS")]
    to: Vec<To>,
    /// The folder to put the files into; it is made if it is missing. An eComment or a speech alone is printed without it
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// The portal, as `lectern portals` lists it, or the file of its record; without it the draft's own
    #[arg(long, value_name = "ID|FILE")]
    portal: Option<String>,
    /// How long the speech may be; without it, as long as the portal lets one speak, or 2
    #[arg(long, value_name = "MINUTES", value_parser = seconds)]
    minutes: Option<u32>,
    /// How many words a minute you speak; 125 without it
    #[arg(long, value_name = "WORDS", value_parser = clap::value_parser!(u32).range(50..=300))]
    pace: Option<u32>,
    /// The free days that business days are counted without: `california-state`, `us-federal`, `weekends`, or a file; without
    /// it those of the portal's record, or California's
    #[arg(long, value_name = "NAME|FILE")]
    holidays: Option<String>,
    /// Publish the personal data in the letter, too
    #[arg(long)]
    show_personal: bool,
    #[command(flatten)]
    pub day: Day,
    /// The greatest number of columns of the text; without it each paragraph is one line
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    wrap: Option<u16>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// The day on which a letter is looked at.
#[derive(Args, Clone, Copy, Debug)]
pub struct Day {
    /// Look at the letter as on this day, at noon; without it, as it is now
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

impl Day {
    /// The moment from which it is looked at.
    pub fn moment(self) -> Timestamp {
        let noon = |day: Date| day.at(12, 0, 0, 0).to_zoned(TimeZone::system()).ok();
        self.today.and_then(noon).map_or_else(desk::clock(), |noon| noon.timestamp())
    }
}

/// A format by its ending, or a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum To {
    /// A tagged PDF
    Pdf,
    /// A Word document
    Docx,
    /// The whole letter as plain text
    Txt,
    /// The text that fits the box of a portal
    Ecomment,
    /// What to say in so many minutes
    Speech,
    /// A message to the clerk that opens as a draft
    Email,
    /// A folder with everything that is needed to hand the letter in
    Packet,
}

impl Export {
    /// What is asked for: each format and each channel once.
    pub fn asked(&self) -> Asked {
        let mut asked = Asked {
            portal: self.portal.clone(),
            seconds: self.minutes,
            pace: self.pace.unwrap_or_default(),
            holidays: self.holidays.clone(),
            personal: if self.show_personal { Personal::Shown } else { Personal::Withheld },
            folder: self.folder(),
            now: Some(self.day.moment()),
            ..Asked::default()
        };
        for (place, to) in self.to.iter().enumerate() {
            if self.to[..place].contains(to) {
                continue;
            }
            match to {
                To::Pdf => asked.formats.push(Format::Pdf),
                To::Docx => asked.formats.push(Format::Docx),
                To::Txt => asked.formats.push(Format::Text { wrap: self.wrap.map(usize::from) }),
                To::Ecomment => asked.through.push(Through::Ecomment),
                To::Speech => asked.through.push(Through::Speech),
                To::Email => asked.through.push(Through::Email),
                To::Packet => asked.through.push(Through::Packet),
            }
        }
        asked
    }

    /// Where the files go. A text that is asked for alone is printed, unless a folder is named for it.
    fn folder(&self) -> Option<PathBuf> {
        let first = self.to.first();
        let is_text = matches!(first, Some(To::Ecomment | To::Speech)) && self.to.iter().all(|to| Some(to) == first);
        let here = || (!is_text).then(|| PathBuf::from("."));
        self.out.clone().or_else(here)
    }
}

/// Minutes, as `2` or `1.5`, in seconds.
fn seconds(minutes: &str) -> Result<u32, String> {
    let seconds = minutes.parse::<f64>().ok().map(|minutes| (minutes * 60.0).round());
    match seconds {
        Some(seconds) if (10.0..=3600.0).contains(&seconds) => Ok(seconds as u32),
        _ => Err("a number of minutes from 0.2 to 60 is needed".to_owned()),
    }
}
