//! How fast and how large the window is, as it is passed on: held against an empty window with the same settings.

use crate::step::{self, Failure};
use crate::{debian, ui, window};

/// Builds both windows, opens them by turns on a display that nobody sees, and prints what was measured.
pub fn measure() -> Result<(), Failure> {
    debian::set_up(&[window::LIBRARIES, window::DRIVERS, &ui::PROGRAMS])?;
    ui::build()?;
    step::say("measure: building the window and an empty one (the first build takes some ten minutes)");
    let build = ["build", "--release", "--locked", "--package", "window", "--bin", "lectern-app", "--example", "empty"];
    step::run(&mut step::cargo(&build), "Read the message above.")?;
    step::say("measure: opening both by turns; leave the machine alone");
    let test = ["test", "--locked", "--package", "tests", "--test", "all", "speed", "--", "--ignored", "--nocapture"];
    let mut measuring = step::cargo(&test);
    let built = step::root().join("target/release");
    measuring.env("LECTERN_APP", built.join("lectern-app")).env("LECTERN_EMPTY", built.join("examples/empty"));
    step::run(
        &mut window::unseen(&measuring),
        "Measure again while nothing else runs; what is over its limit stands above.",
    )
}
