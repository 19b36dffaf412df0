//! Deflates what is built into the program and read seldom: the words of the dictionary.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "building reads files; the library does not")]

use std::io::Write;
use std::path::Path;
use std::{env, fs};

use flate2::Compression;
use flate2::write::DeflateEncoder;

fn main() -> std::io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or_else(|| std::io::Error::other("cargo names no folder for what is built"))?;
    let source = Path::new("dictionary/en_US.dic");
    println!("cargo::rerun-if-changed={}", source.display());
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(source)?)?;
    fs::write(Path::new(&out).join("en_US.dic.deflate"), encoder.finish()?)
}
