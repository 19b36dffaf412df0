//! Programs and libraries of the system: which are missing, and how they get there where apt-get is.

use std::process::Command;

use crate::step::{self, Failure};

/// What must be there: a program on the path, or a library that pkg-config knows.
pub enum Need {
    /// A program.
    Program(&'static str),
    /// A library to build with.
    Library(&'static str),
    /// A module of Python.
    Python(&'static str),
}

/// Something that must be there, the Debian package that brings it, and what for.
pub struct Thing {
    /// What is looked for.
    pub need: Need,
    /// The Debian package.
    pub package: &'static str,
    /// What it does for us.
    pub why: &'static str,
}

impl Thing {
    /// A program.
    pub const fn program(name: &'static str, package: &'static str, why: &'static str) -> Self {
        Self { need: Need::Program(name), package, why }
    }

    /// A library.
    pub const fn library(name: &'static str, package: &'static str, why: &'static str) -> Self {
        Self { need: Need::Library(name), package, why }
    }

    fn name(&self) -> &'static str {
        match self.need {
            Need::Program(name) | Need::Library(name) | Need::Python(name) => name,
        }
    }

    fn is_there(&self) -> bool {
        let succeeds = |program: &str, arguments: &[&str]| {
            Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
        };
        match self.need {
            Need::Program(name) => step::found(name),
            Need::Library(name) => succeeds("pkg-config", &["--exists", name]),
            Need::Python(modules) => succeeds("python3", &["-c", &format!("import {modules}")]),
        }
    }
}

/// Makes sure that all of it is there; what is missing is installed in one go, as root or through sudo.
pub fn set_up(things: &[&[Thing]]) -> Result<(), Failure> {
    let missing: Vec<&Thing> = things.iter().copied().flatten().filter(|thing| !thing.is_there()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    for thing in &missing {
        step::say(&format!("set-up: {} is missing; it {}", thing.name(), thing.why));
    }
    let mut packages: Vec<&str> = missing.iter().map(|thing| thing.package).collect();
    packages.sort_unstable();
    packages.dedup();
    install(&missing.iter().map(|thing| thing.name()).collect::<Vec<_>>().join("`, `"), &packages)
}

/// The person who runs this may do everything.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

fn install(names: &str, packages: &[&str]) -> Result<(), Failure> {
    let by_hand = format!("Install `{names}` (on Debian: apt-get install {}) and run it again.", packages.join(" "));
    if !step::found("apt-get") {
        return Err(Failure::new(format!("`{names}` is missing, and this is no Debian"), by_hand));
    }
    if !is_root() && !step::found("sudo") {
        return Err(Failure::new(format!("`{names}` is missing, and only root can install it"), by_hand));
    }
    let apt_get = |arguments: &[&str]| {
        let mut command = Command::new(if is_root() { "apt-get" } else { "sudo" });
        if !is_root() {
            command.args(["--non-interactive", "--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        }
        // Another program that installs is waited for.
        command.args(["--quiet", "--yes", "-o", "DPkg::Lock::Timeout=300"]).args(arguments);
        step::run(command.env("DEBIAN_FRONTEND", "noninteractive"), &by_hand)
    };
    // The list of packages may be old; a mirror that is away does not matter when the package is known already.
    if let Err(failure) = apt_get(&["update"]) {
        println!("{}; going on with the list of packages that is there", failure.message);
    }
    apt_get(&[&["install", "--no-install-recommends"], packages].concat())
}
