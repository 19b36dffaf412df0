//! The `lectern` command: arguments in, letters and findings out. It decides nothing about letters.
//!
//! Results go to stdout, hints and errors to stderr. It ends with 0 when the thing is done, with 1 when preflight
//! found an error in the letter or a text is over its limit, and with 2 when what was given cannot be used.

mod arguments;
mod channels;
mod report;
mod show;

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use arguments::{Arguments, Command, Day};
use clap::Parser;
use desk::{Asked, Error, OpenDraft};
use letter::draft_file::skeleton;
use letter::template;

/// Letters are many small pieces; this allocator hands them out faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        Err(failure) => failed(&failure),
    }
}

/// Why a command ended early.
enum Failure {
    /// What was given cannot be used, or the files cannot be put in place.
    Desk(Error),
    /// There is nobody to print to, or no room to.
    Print(io::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Desk(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Print(error)
    }
}

fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    match &arguments.command {
        Command::Kinds { json } => kinds(*json),
        Command::New { kind } => new(kind),
        Command::Check { file, day, json } => check(file, *day, *json),
        Command::Export(wanted) => export(wanted),
        Command::Portals { portal: None, json } => portals(*json),
        Command::Portals { portal: Some(name), json } => portal(name, *json),
        Command::Demo { folder } => demo(folder),
    }
}

fn kinds(json: bool) -> Result<ExitCode, Failure> {
    let kinds = template::built_in();
    print(&if json { report::kinds(&kinds) } else { show::kinds(&kinds) })?;
    Ok(ExitCode::SUCCESS)
}

fn new(kind: &str) -> Result<ExitCode, Failure> {
    print(&skeleton(&desk::kind(kind)?))?;
    Ok(ExitCode::SUCCESS)
}

fn check(file: &Path, day: Day, json: bool) -> Result<ExitCode, Failure> {
    let open = desk::open_draft(file)?;
    let findings = desk::check(&open, Some(day.moment()))?;
    print(&if json { report::findings(&open, &findings) } else { show::findings(&open, &findings) })?;
    if findings.is_empty() && !json {
        tell("nothing found\n")?;
    }
    Ok(judged(&findings))
}

fn export(wanted: &arguments::Export) -> Result<ExitCode, Failure> {
    let open = desk::open_draft(&wanted.file)?;
    let asked = wanted.asked();
    let folder = match &asked.folder {
        Some(folder) if asked.through.is_empty() => folder,
        _ => return export_channels(&open, &asked, wanted.json),
    };
    let exported = desk::export(&open, &asked.formats, folder, asked.now)?;
    if wanted.json {
        print(&report::exported(&open, &exported))?;
    } else {
        print(&show::files(&exported.files))?;
        tell(&show::findings(&open, &exported.findings))?;
    }
    Ok(judged(&exported.findings))
}

fn export_channels(open: &OpenDraft, asked: &Asked, json: bool) -> Result<ExitCode, Failure> {
    let sent = desk::export_channels(open, asked)?;
    if json {
        print(&report::sent(open, &sent))?;
    } else {
        print(&channels::printed(asked, &sent))?;
        tell(&show::findings(open, &sent.findings))?;
        tell(&channels::told(open, &sent))?;
    }
    Ok(if sent.is_over() { ExitCode::from(1) } else { judged(&sent.findings) })
}

fn portals(json: bool) -> Result<ExitCode, Failure> {
    let cards = desk::built_in_portals();
    print(&if json { report::portals(&cards) } else { show::portals(&cards) })?;
    Ok(ExitCode::SUCCESS)
}

fn portal(name: &str, json: bool) -> Result<ExitCode, Failure> {
    let card = desk::portal_record(name)?;
    print(&if json { report::portal(&card) } else { card.to_toml() })?;
    Ok(ExitCode::SUCCESS)
}

fn demo(folder: &Path) -> Result<ExitCode, Failure> {
    let (open, exported) = desk::demo(folder)?;
    print(&show::demo(&open, &exported))?;
    // The sample is a letter as people write them: what preflight finds in it is part of what it shows.
    Ok(ExitCode::SUCCESS)
}

/// 1 when the letter should not go out like this; what the person lets stand keeps it from nothing.
fn judged(findings: &[letter::finding::Finding]) -> ExitCode {
    let is_error =
        |finding: &letter::finding::Finding| finding.counts() && finding.severity == letter::finding::Severity::Error;
    ExitCode::from(u8::from(findings.iter().any(is_error)))
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn tell(text: &str) -> io::Result<()> {
    io::stderr().lock().write_all(text.as_bytes())
}

fn failed(failure: &Failure) -> ExitCode {
    let text = match failure {
        // Whoever read the output has seen enough, as `head` does.
        Failure::Print(error) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Failure::Print(error) => {
            format!(
                "error: the result cannot be printed: {}\n  hint: Make room, or print it somewhere else.\n",
                desk::reason(error)
            )
        }
        Failure::Desk(error) => show::error(error),
    };
    // With stderr gone as well there is nobody left to tell.
    let _ = tell(&text);
    ExitCode::from(2)
}
