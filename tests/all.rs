//! Every test of the whole, in one binary: what the letters say, whether every format says the same, whether foreign
//! programs accept the files, and whether the house keeps its plan. README.md says how to read, update and add.

mod case;
mod tools;
mod letters;
mod oracle;
mod validators;
mod bad_input;
mod tidy;
