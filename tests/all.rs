//! Every test of the whole, in one binary: what the letters say, whether every format says the same, whether foreign
//! programs accept the files, and whether the house keeps its plan. README.md says how to read, update and add.

#![allow(clippy::unwrap_used, clippy::panic, reason = "all of this is tests, their helping functions too")]

mod case;
mod tools;
mod letters;
mod oracle;
mod validators;
mod bad_input;
mod command;
mod preflight;
mod generated;
mod window;
mod tidy;
