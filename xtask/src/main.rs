//! Chores of the project, each one command that also sets up what it needs.
//!
//! `cargo xtask run` opens the window; `cargo xtask test` runs every check there is.
//! There are no dependencies, so that this builds in a second on a machine that has nothing but Rust.

mod debian;
mod installed;
mod measure;
mod package;
mod run;
mod screenshots;
mod step;
mod test;
mod tools;
mod ui;
mod window;

use std::process::ExitCode;

use step::Failure;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  run          set up what is missing and open the window; without a display, make a sample letter
  test         set up what is missing and run every check
  package      make a package of the window; on Debian and as root, install it, try it and take it off again
  measure      hold the window against an empty one: start, memory, a keystroke, size
  screenshots  make the README's pictures at the real window";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["package"] => package::package(),
        ["measure"] => measure::measure(),
        ["screenshots"] => screenshots::screenshots(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(Failure::new("there is no such chore", USAGE)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {}\n{}", failure.message, failure.hint);
            ExitCode::FAILURE
        }
    }
}
