//! The main job: the window where there is a display, and a sample letter in every format where there is none.

use crate::step::{self, Failure};
use crate::{debian, ui, window};

const HINT: &str =
    "Read the message above. When cargo could not fetch a crate, connect to the network once and run it again.";

/// Builds the window and opens it; without a display, makes the sample letter in `out/`.
pub fn run() -> Result<(), Failure> {
    if !window::has_display() {
        step::say("run: there is no display for a window; the command makes a letter without one");
        return sample();
    }
    debian::set_up(&[window::LIBRARIES, &ui::PROGRAMS])?;
    ui::build()?;
    step::say("run: building the window and opening it (the first build takes some ten minutes)");
    let arguments = ["run", "--release", "--locked", "--package", "window", "--bin", "lectern-app"];
    step::run(&mut step::cargo(&arguments), HINT)
}

/// Makes the sample letter; one that is there already is made anew from its draft.
fn sample() -> Result<(), Failure> {
    step::say("run: building lectern and making the demonstration letter in out/ (the first build takes minutes)");
    let lectern = ["run", "--release", "--locked", "--package", "cli", "--bin", "lectern", "--", "demo", "out"];
    step::run(&mut step::cargo(&lectern), HINT)?;
    step::say(&format!("run: the letter is in {}", step::root().join("out").display()));
    Ok(())
}
