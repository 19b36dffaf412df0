//! What the window shows: its packages from npm, and Vite's build of it in `ui/dist`, which src-tauri takes in.

use std::process::Command;

use crate::debian::Thing;
use crate::step::{self, Failure};
use crate::tools;

/// What builds the page.
pub const PROGRAMS: [Thing; 2] = [
    Thing::program("node", "nodejs", "builds the page of the window, and judges Word files"),
    Thing::program("npm", "npm", "fetches what the page is made of"),
];

/// What to do when npm cannot fetch.
pub const NETWORK: &str = "Connect to the network and run it again; once set up, it works offline.";

/// The oldest Node.js that Vite runs on.
const NODE: (u32, u32) = (20, 19);

/// npm at work on the page.
pub fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).args(["--loglevel=error"]).current_dir(step::root().join("ui"));
    command
}

/// Fetches the packages, unless they are there as the lock file wants them. None may run a script of its own.
pub fn set_up() -> Result<(), Failure> {
    new_enough()?;
    let (root, ui) = (step::root(), step::root().join("ui"));
    let place = root.join(".tools/ui");
    if !ui.join("node_modules").is_dir() && place.exists() {
        std::fs::remove_dir_all(&place).map_err(|error| tools::disk(&place, &error))?;
    }
    tools::set_up_once(&place, &["package.json", "package-lock.json"].map(|name| ui.join(name)), || {
        step::say("set-up: fetching what the page is made of from npm");
        step::run(&mut npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]), NETWORK)
    })
}

/// Builds the page into `ui/dist`.
pub fn build() -> Result<(), Failure> {
    set_up()?;
    step::say("building the page of the window");
    step::run(&mut npm(&["run", "build"]), "Mend what Vite names above.")
}

fn new_enough() -> Result<(), Failure> {
    let said = Command::new("node").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    let said = String::from_utf8_lossy(&said).trim().to_owned();
    if version(&said).is_some_and(|found| found >= NODE) {
        return Ok(());
    }
    let (major, minor) = NODE;
    Err(Failure::new(
        format!("Node.js is `{said}`; the page of the window is built with {major}.{minor} or later"),
        "Install a newer Node.js, from nodejs.org or with your system's packages, and run it again.",
    ))
}

/// `v20.19.2` as its first two numbers.
fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_of_node_are_read() {
        let check = |said: &str, expected| assert_eq!(version(said), expected, "{said}");
        check("v20.19.2", Some((20, 19)));
        check("v8.1", Some((8, 1)));
        check("", None);
        check("nonsense", None);
    }
}
