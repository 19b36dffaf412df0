//! A package of the window for this system, and on Debian the proof that it installs, works and leaves nothing behind.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{self, Failure};
use crate::{debian, installed, tools, ui, window};

/// Tauri's bundler, of the minor version that the window is built with. It is no part of the page's lock file: its
/// programs for other systems are optional, and not every registry has them all.
const BUNDLER: &str = "@tauri-apps/cli@2.12.5";

/// Where the bundler puts what it makes.
const MADE: &str = "target/release/bundle";

/// Fetches the bundler, unless it is there.
fn bundler() -> Result<PathBuf, Failure> {
    let place = step::root().join(".tools/bundler");
    let program = place.join("node_modules/@tauri-apps/cli/tauri.js");
    tools::set_up_once(&place, &[step::root().join("xtask/src/package.rs")], || {
        step::say("set-up: fetching Tauri's bundler from npm");
        let mut npm = ui::npm(&["install", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", BUNDLER]);
        step::run(npm.arg("--prefix").arg(&place), ui::NETWORK)
    })?;
    Ok(program)
}

/// Makes the package; on Debian, with leave to install, tries it.
pub fn package() -> Result<(), Failure> {
    debian::set_up(&[window::LIBRARIES, window::DRIVERS, &ui::PROGRAMS])?;
    ui::build()?;
    step::say("package: building the window and packing it (the first build takes some ten minutes)");
    let folder = step::root().join(MADE);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| tools::disk(&folder, &error))?;
    }
    let mut bundle = Command::new("node");
    bundle.arg(bundler()?).args(["build", "--ci", "--bundles", bundles(), "--", "--locked"]);
    step::run(bundle.current_dir(step::root().join("src-tauri")), "Read the message above.")?;
    let packages = packages(&folder);
    for package in &packages {
        let bytes = std::fs::metadata(package).map(|about| about.len()).unwrap_or_default();
        step::say(&format!("package: {} ({:.1} MB)", package.display(), bytes as f64 / 1e6));
    }
    match packages.iter().find(|package| package.extension().is_some_and(|ending| ending == "deb")) {
        Some(package) if debian::is_root() && step::found("dpkg") => installed::check(package),
        Some(_) => {
            step::say("package: run it as root to have the package installed, tried and taken off again");
            Ok(())
        }
        None if packages.is_empty() => Err(Failure::new("no package was made", "Read what the bundler says above.")),
        None => Ok(()),
    }
}

/// What the bundler can make here without fetching anything.
fn bundles() -> &'static str {
    if cfg!(target_os = "windows") {
        "nsis"
    } else if cfg!(target_os = "macos") {
        "app,dmg"
    } else {
        "deb"
    }
}

/// The packages below a folder.
fn packages(folder: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_package = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ["deb", "exe", "dmg", "app"].iter().any(|known| ending == *known))
    };
    entries(folder).flat_map(|kind| entries(&kind).collect::<Vec<_>>()).filter(is_package).collect()
}
