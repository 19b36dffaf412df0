//! How fast and how large the window is, against an empty one on the same machine in the same run.
//!
//! `cargo xtask measure` builds both as they are passed on, and runs this; other runs leave it out, since a machine that
//! does other work says nothing.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;

use super::Person;

/// How often each window is opened.
const TIMES: usize = 9;

/// What may be measured at the most.
const START: f64 = 1.3;
const MEMORY: f64 = 1.4;
const KEYSTROKE: f64 = 2.5;
const BINARY: f64 = 20.0;

/// How WebKit is told to draw without a graphics card, which our window does by itself where there is none.
const DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Counts keystrokes in the field that has the focus, each until the page shows what follows from it, and frames in
/// which nothing changes. Both begin right after a painted frame, so that each waits for whole frames.
const KEYSTROKES: &str = r#"
const [done] = arguments;
const painted = () => new Promise((yes) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => yes();
  channel.port2.postMessage(0);
}));
const changed = () => new Promise((yes) => {
  const pages = document.querySelector('[aria-label="Pages of the letter"]');
  const seen = new MutationObserver(() => { seen.disconnect(); yes(); });
  seen.observe(pages, { childList: true, subtree: true, attributes: true, characterData: true });
});
(async () => {
  const keys = [], frames = [];
  for (let i = 0; i < 60; i++) {
    await painted();
    let since = performance.now();
    await painted();
    frames.push(performance.now() - since);
    const follows = changed();
    since = performance.now();
    document.execCommand('insertText', false, 'abcdefghij'[i % 10]);
    await follows;
    await painted();
    keys.push(performance.now() - since);
    // As fast as a fast typist.
    await new Promise((yes) => setTimeout(yes, 60));
  }
  done({ keys, frames });
})();
"#;

#[test]
#[ignore = "measures; run by `cargo xtask measure` on a machine that does nothing else"]
fn the_window_is_near_an_empty_one() {
    let ours = program("LECTERN_APP");
    let empty = program("LECTERN_EMPTY");
    let mut starts: HashMap<&str, Vec<f64>> = HashMap::new();
    let mut memory: HashMap<&str, Vec<f64>> = HashMap::new();
    let mut is_drawn_by_hand = false;
    for round in 0..=TIMES {
        // By turns, so that what the machine does meanwhile falls on both.
        for (name, program) in [("ours", &ours), ("empty", &empty)] {
            let person = Person::away();
            // An empty window of the same settings is drawn in the same way.
            if name == "empty" && is_drawn_by_hand {
                person.set(DMABUF, "1");
            }
            let start = opened(&person, program);
            is_drawn_by_hand |= name == "ours" && has_child_with(person.process(), &format!("{DMABUF}=1"));
            // The first round brings everything into memory.
            if round > 0 {
                starts.entry(name).or_default().push(start);
            }
            if round % 3 == 1 {
                std::thread::sleep(Duration::from_secs(4));
                memory.entry(name).or_default().push(megabytes(person.process()));
            }
        }
    }
    let (keys, frames) = keystrokes(&ours);
    let size = std::fs::metadata(&ours).unwrap().len() as f64 / 1e6;

    let mut faults = Vec::new();
    let mut row = |what: &str, ours: f64, empty: f64, most: f64, unit: &str| {
        let ratio = ours / empty;
        println!("{what:<34} {ours:>8.1} {unit:<3} against {empty:>8.1} {unit:<3} = {ratio:.2}; at most {most:.2}");
        if ratio > most {
            faults.push(format!("{what}: {ratio:.2} times; {most:.2} are the most"));
        }
    };
    row("time to the home screen", median(&starts["ours"]), median(&starts["empty"]), START, "ms");
    row("memory at rest (PSS)", median(&memory["ours"]), median(&memory["empty"]), MEMORY, "MB");
    row("keystroke to the page repainted", median(&keys), median(&frames), KEYSTROKE, "ms");
    println!("{:<34} {size:>8.1} MB; at most {BINARY:.1}", "binary");
    if size > BINARY {
        faults.push(format!("binary: {size:.1} MB; {BINARY:.1} are the most"));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn program(variable: &str) -> PathBuf {
    std::env::var_os(variable).unwrap_or_else(|| panic!("{variable} is not set; run `cargo xtask measure`")).into()
}

/// Opens a window, and says how many milliseconds after the start of its program it could be used.
fn opened(person: &Person, program: &Path) -> f64 {
    let begun = person.folder().join("begun");
    let starter = person.folder().join("starter");
    // Notes the moment and becomes the program.
    let script = format!("#!/bin/sh\ndate +%s%N > '{}'\nexec '{}' \"$@\"\n", begun.display(), program.display());
    std::fs::write(&starter, script).unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(&starter, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    person.open_program(&starter, &[]);
    let mut usable = Value::Null;
    person.wait("the home screen cannot be used", || {
        let mark = "const mark = performance.getEntriesByName('home')[0]; return mark ? performance.timeOrigin + mark.startTime : null";
        usable = person.run(mark, &[]);
        usable.is_number()
    });
    let begun: f64 = std::fs::read_to_string(begun).unwrap().trim().parse::<f64>().unwrap() / 1e6;
    usable.as_f64().unwrap() - begun
}

/// Types into the longest sample, as a person does: milliseconds of each keystroke, and of frames without one.
fn keystrokes(program: &Path) -> (Vec<f64>, Vec<f64>) {
    let person = Person::away();
    person.open_program(program, &[]);
    let asked = "const [done] = arguments; window.__TAURI_INTERNALS__.invoke('kinds', {}).then(done)";
    person.wait("the kinds are not there", || person.run_to_end(asked, &[]).is_array());
    let kinds = person.run_to_end(asked, &[]);
    let sample = "const [kind, done] = arguments; const ask = window.__TAURI_INTERNALS__.invoke;\
        ask('start_sample', { kind }).then((draft) => ask('open_draft', { draft })).then((opened) =>\
        ask('plain_text').then((text) => ask('close_draft').then(() => done([text.length, opened.view.built.title]))))";
    let kinds = kinds.as_array().unwrap().iter();
    let samples: Vec<Value> = kinds.map(|kind| person.run_to_end(sample, &[kind["kind"].clone()])).collect();
    let longest = samples.iter().max_by_key(|sample| sample[0].as_u64()).unwrap();
    println!("the longest sample is {longest}");
    // The home screen as it is after a start.
    person.run("location.reload()", &[]);
    person.click(longest[1].as_str().unwrap());
    person.click("Words");
    person.click_at("[contenteditable=true], textarea");
    let counted = person.run_to_end(KEYSTROKES, &[]);
    let numbers = |name: &str| counted[name].as_array().unwrap().iter().skip(5).filter_map(Value::as_f64).collect();
    (numbers("keys"), numbers("frames"))
}

/// The proportional share of memory of a process and all that it started, in megabytes.
fn megabytes(process: u32) -> f64 {
    let read = |path: String| std::fs::read_to_string(path).unwrap_or_default();
    let rollup = read(format!("/proc/{process}/smaps_rollup"));
    let pss =
        rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    let children = read(format!("/proc/{process}/task/{process}/children"));
    let below: f64 = children.split_whitespace().filter_map(|id| id.parse().ok()).map(megabytes).sum();
    pss.unwrap_or_default() / 1e3 + below
}

/// A process that this one started has this variable in its surroundings.
fn has_child_with(process: u32, variable: &str) -> bool {
    let children = std::fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    children.split_whitespace().any(|child| {
        let surroundings = std::fs::read(format!("/proc/{child}/environ")).unwrap_or_default();
        surroundings.split(|byte| *byte == 0).any(|one| one == variable.as_bytes())
    })
}

fn median(measured: &[f64]) -> f64 {
    let mut sorted = measured.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}
