//! What can be typed after `lectern`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use desk::Format;

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
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Make the files of a letter
    #[command(after_help = "Example: lectern export draft.toml --to pdf,docx --out letters\n\
                      The files are made whatever is found; findings go to stderr, and an error among them ends with 1.")]
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
    /// The formats, with commas between them
    #[arg(long, value_enum, ignore_case = true, value_delimiter = ',', default_value = "pdf", value_name = "FORMATS")]
    to: Vec<To>,
    /// The folder to put the files into; it is made if it is missing
    #[arg(long, default_value = ".", value_name = "FOLDER")]
    pub out: PathBuf,
    /// The greatest number of columns of the text; without it each paragraph is one line
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    wrap: Option<u16>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A format by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum To {
    /// A tagged PDF
    Pdf,
    /// A Word document
    Docx,
    /// Plain text, as boxes of portals take it
    Txt,
}

impl Export {
    /// The formats asked for, each once.
    pub fn formats(&self) -> Vec<Format> {
        let mut formats = Vec::new();
        for to in &self.to {
            let format = match to {
                To::Pdf => Format::Pdf,
                To::Docx => Format::Docx,
                To::Txt => Format::Text { wrap: self.wrap.map(usize::from) },
            };
            if !formats.contains(&format) {
                formats.push(format);
            }
        }
        formats
    }
}
