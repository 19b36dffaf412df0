//! The main job: the demonstration letter in every format, ready to be opened.
//!
//! Nothing has to be set up beyond the Rust that runs this; cargo fetches and builds the rest.

use crate::step::{self, Failure};

/// Makes the demonstration letter in `out/`; one that is there already is made anew from its draft.
pub fn run() -> Result<(), Failure> {
    step::say("run: building lectern and making the demonstration letter in out/ (the first build takes minutes)");
    let lectern = ["run", "--release", "--locked", "--package", "cli", "--bin", "lectern", "--", "demo", "out"];
    step::run(
        &mut step::cargo(&lectern),
        "Read the message above. When cargo could not fetch a crate, connect to the network once and run it again.",
    )?;
    step::say(&format!("run: the letter is in {}", step::root().join("out").display()));
    Ok(())
}
