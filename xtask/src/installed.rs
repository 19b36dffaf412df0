//! A Debian package, tried as a person meets it: installed, found in the menu, started with a letter from the file
//! manager, and taken off again without a trace.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::step::{self, Failure};
use crate::{debian, tools, window};

/// The name of the package.
const PACKAGE: &str = "lectern";
const ENTRY: &str = "/usr/share/applications/Lectern.desktop";
const METAINFO: &str = "/usr/share/metainfo/io.github.lectern.Lectern.metainfo.xml";

/// What must be there, beside the program itself.
const FILES: [&str; 8] = [
    "/usr/bin/lectern-app",
    ENTRY,
    METAINFO,
    "/usr/share/mime/packages/io.github.lectern.Lectern.xml",
    "/usr/share/icons/hicolor/32x32/apps/lectern-app.png",
    "/usr/share/icons/hicolor/128x128/apps/lectern-app.png",
    "/usr/share/icons/hicolor/scalable/apps/lectern-app.svg",
    "/usr/share/doc/lectern/copyright",
];

/// What the entry in the menu must say, so that files reach the program.
const SAYS: [&str; 4] =
    ["Exec=lectern-app %F", "Icon=lectern-app", "MimeType=application/vnd.lectern.letter", "Categories=Office"];

/// A letter's words that can be found again on the desk.
const WORDS: &str = "Quercus suber 1853";

/// How long the window may take until a letter that it was opened with lies on the desk.
const PATIENCE: Duration = Duration::from_secs(60);

/// Installs a package, tries it and takes it off again.
pub fn check(package: &Path) -> Result<(), Failure> {
    debian::set_up(&[&[debian::Thing::program("gio", "libglib2.0-bin", "opens files as the file manager does")]])?;
    step::say("package: installing it");
    run("dpkg", &["--install".as_ref(), package.as_os_str()], "Read what dpkg says above.")?;
    let outcome = tried();
    step::say("package: taking it off again");
    let listed = listed();
    run("dpkg", &["--purge".as_ref(), PACKAGE.as_ref()], "Read what dpkg says above.")?;
    outcome?;
    let left: Vec<String> = listed.into_iter().filter(|path| Path::new(path).is_file()).collect();
    expect(left.is_empty(), || format!("left behind: {}", left.join(", ")))?;
    step::say("package: it installs, starts, opens letters and leaves nothing behind");
    Ok(())
}

fn tried() -> Result<(), Failure> {
    for file in FILES {
        expect(Path::new(file).is_file(), || format!("`{file}` is missing in the package"))?;
    }
    let entry = std::fs::read_to_string(ENTRY).map_err(|error| tools::disk(Path::new(ENTRY), &error))?;
    for line in SAYS {
        expect(entry.contains(line), || format!("`{ENTRY}` does not say `{line}`"))?;
    }
    run("desktop-file-validate", &[ENTRY.as_ref()], "Mend src-tauri/linux/lectern.desktop.")?;
    run(
        "appstreamcli",
        &["validate".as_ref(), "--no-net".as_ref(), METAINFO.as_ref()],
        "Mend src-tauri/linux/io.github.lectern.Lectern.metainfo.xml.",
    )?;
    opens_a_letter()
}

/// Opens a `.lectern` file as the file manager does, and waits until its words lie on the desk.
fn opens_a_letter() -> Result<(), Failure> {
    let home = std::env::temp_dir().join(format!("lectern-package-{}", std::process::id()));
    let (desk, letter) = (home.join("desk"), home.join("a letter.lectern"));
    std::fs::create_dir_all(&home).map_err(|error| tools::disk(&home, &error))?;
    std::fs::copy(step::root().join("tests/package/letter.lectern"), &letter)
        .map_err(|error| tools::disk(&letter, &error))?;
    step::say("package: opening a letter as the file manager does");
    let mut open = Command::new("sh");
    // The session lives for as long as the window does.
    open.args(["-c", "gio open \"$1\" && sleep 60", "sh"]).arg(&letter).env("LECTERN_HOME", &desk);
    for (name, folder) in [("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache")] {
        open.env(format!("XDG_{name}_HOME"), home.join(folder));
    }
    let mut session = window::unseen(&open);
    let mut session = session
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .map_err(|error| Failure::new(format!("a display cannot be had: {error}"), "Install xvfb."))?;
    let since = Instant::now();
    let mut lies_there = false;
    while !lies_there && since.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(200));
        lies_there = files(&desk).iter().any(|file| holds(file, WORDS));
    }
    for process in processes(&desk) {
        // Politely, as the end of a session does; one that is gone needs no signal.
        let _ = Command::new("kill").args(["-TERM", &process]).status();
    }
    let asked = Instant::now();
    while !processes(&desk).is_empty() && asked.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(100));
    }
    let closed = processes(&desk).is_empty();
    let _ = session.kill();
    let _ = session.wait();
    let _ = std::fs::remove_dir_all(&home);
    expect(lies_there, || "the letter that was opened never came to the desk".to_owned())?;
    expect(closed, || "the window stays open at the end of the session".to_owned())
}

/// The processes of the installed program on this desk, and no others.
fn processes(desk: &Path) -> Vec<String> {
    let is_ours = |id: &String| {
        let environment = std::fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
        let mark = format!("LECTERN_HOME={}", desk.display());
        let program = std::fs::read_link(format!("/proc/{id}/exe")).unwrap_or_default();
        program == Path::new("/usr/bin/lectern-app")
            && environment.split(|byte| *byte == 0).any(|set| set == mark.as_bytes())
    };
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(is_ours).collect()
}

/// The files and folders of the installed package.
fn listed() -> Vec<String> {
    let output = Command::new("dpkg").args(["--listfiles", PACKAGE]).output().map(|output| output.stdout);
    String::from_utf8_lossy(&output.unwrap_or_default()).lines().map(str::to_owned).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect()
}

fn holds(file: &Path, words: &str) -> bool {
    std::fs::read(file).is_ok_and(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
}

fn run(program: &str, arguments: &[&std::ffi::OsStr], hint: &str) -> Result<(), Failure> {
    step::run(Command::new(program).args(arguments), hint)
}

fn expect(is_so: bool, otherwise: impl Fn() -> String) -> Result<(), Failure> {
    if is_so { Ok(()) } else { Err(Failure::new(otherwise(), "Mend src-tauri/tauri.conf.json or src-tauri/linux/.")) }
}
