//! The real window, driven as a person would: WebKitGTK on a display that nobody sees, through WebDriver.
//!
//! `person` has the verbs; README.md lists them. Every test here opens a window of its own on a desk of its own.

mod driver;
mod person;
mod hand;
mod axe;
mod opening;
mod walk;
mod keeping;
mod paste;
mod keyboard;
mod going;
mod findings;
mod handing_in;
mod palette;
mod pictures;
mod screens;
mod safety;
mod speed;

pub use person::Person;
