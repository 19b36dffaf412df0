//! What it takes to build and to show the window: the system's web view, and for tests a display of their own.

use std::process::Command;

use crate::debian::Thing;
use crate::step;

/// What the window is built with on Linux; Windows and macOS have theirs.
pub const LIBRARIES: &[Thing] = if cfg!(target_os = "linux") {
    &[
        Thing::program("pkg-config", "pkg-config", "finds the libraries of the window"),
        Thing::library("webkit2gtk-4.1", "libwebkit2gtk-4.1-dev", "is the web view of the window"),
        Thing::library("dbus-1", "libdbus-1-dev", "lets a second copy find the first"),
    ]
} else {
    &[]
};

/// What the tests drive the window with, and what judges the package.
pub const DRIVERS: &[Thing] = if cfg!(target_os = "linux") {
    &[
        Thing::program("WebKitWebDriver", "webkit2gtk-driver", "drives the window as a person would"),
        Thing::program("Xvfb", "xvfb", "is a display that nobody sees"),
        Thing::program("xauth", "xauth", "guards that display"),
        Thing::program("dbus-run-session", "dbus", "is a session for the window"),
        Thing::program("desktop-file-validate", "desktop-file-utils", "judges the entry in the menu"),
        Thing::program("appstreamcli", "appstream", "judges what software centres show"),
        Thing::program("update-mime-database", "shared-mime-info", "makes `.lectern` files known"),
        Thing::program("fc-match", "fontconfig", "finds the faces of the window"),
    ]
} else {
    &[]
};

/// There is a display to open a window on.
pub fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// The same command on a display and in a session of its own, so that nothing shows and nothing is left behind.
pub fn unseen(command: &Command) -> Command {
    let mut whole = if cfg!(target_os = "linux") {
        let mut whole = Command::new("xvfb-run");
        whole.args(["--auto-servernum", "--server-args=-screen 0 1366x900x24", "dbus-run-session", "--"]);
        whole.arg(command.get_program());
        whole
    } else {
        Command::new(command.get_program())
    };
    whole.args(command.get_args()).current_dir(command.get_current_dir().unwrap_or(&step::root()));
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            whole.env(name, value);
        }
    }
    whole
}
