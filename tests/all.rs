//! One test binary.

mod bad_input;
