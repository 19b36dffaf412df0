//! Nothing lives here: every test of this workspace member is in `all.rs`.
