//! The bridge between page and program: who may name Tauri, how long a command is, and whether all who list the
//! commands list the same.

use std::collections::BTreeSet;

use super::root;
use super::source::files;

/// What the page may ask without a command: it hears of it, or makes an address of it.
const WITHOUT_COMMAND: [&str; 6] = ["onOpened", "onProgress", "pictureUrl", "pagePictureUrl", "faceUrl", "kindUrl"];

/// The one file of the page that knows Tauri.
const BRIDGE: &str = "ui/src/backend/tauri.ts";

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every command of a Rust file with the number of its lines, from `fn` to its closing brace.
fn commands(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for after in text.split("\n#[command").skip(1) {
        let Some(start) = after.find("fn ") else { continue };
        let body = &after[start..];
        let name = body["fn ".len()..].split(['(', '<']).next().unwrap_or_default().to_owned();
        let end = body.find("\n}").map_or(body.len(), |end| end + "\n}".len());
        found.push((name, body[..end].lines().count()));
    }
    found
}

/// What stands between two marks, wherever they stand.
fn between(text: &str, before: &str, after: char) -> BTreeSet<String> {
    text.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0.to_owned())).collect()
}

/// The methods of `Backend` that ask the program, as commands are called: `startDraft` becomes `start_draft`.
fn questions(contract: &str) -> BTreeSet<String> {
    let inside = contract.split_once("export interface Backend {").map_or("", |(_, inside)| inside);
    let method = |line: &str| {
        let name = line.strip_prefix("  ")?.split_once('(')?.0;
        (!name.is_empty() && name.chars().all(char::is_alphanumeric)).then(|| name.to_owned())
    };
    let methods = inside.lines().filter_map(method).filter(|name| !WITHOUT_COMMAND.contains(&name.as_str()));
    methods.map(|name| snake_case(&name)).collect()
}

fn snake_case(name: &str) -> String {
    let step = |c: char| if c.is_uppercase() { format!("_{}", c.to_lowercase()) } else { c.to_string() };
    name.chars().map(step).collect()
}

fn names_tauri(path: &str, text: &str) -> bool {
    text.contains("@tauri-apps") && path != BRIDGE
}

#[test]
fn only_the_bridge_of_the_page_knows_tauri() {
    let folder = root();
    let page = [".ts", ".svelte"].map(|ending| files(&folder, &["ui/src"], ending)).concat();
    assert!(page.len() > 10, "the sources of the page were not found");
    for path in page {
        let place = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
        assert!(!names_tauri(&place, &std::fs::read_to_string(&path).unwrap()), "{place} names @tauri-apps");
    }
}

#[test]
fn commands_are_short_and_all_lists_of_them_are_the_same() {
    let written: Vec<(String, usize)> = files(&root(), &["src-tauri/src/commands"], ".rs")
        .iter()
        .flat_map(|path| commands(&std::fs::read_to_string(path).unwrap()))
        .collect();
    for (name, lines) in &written {
        assert!(*lines <= 12, "the command `{name}` has {lines} lines; 12 are the most");
    }
    let written: BTreeSet<String> = written.into_iter().map(|(name, _)| name).collect();
    let build = read("src-tauri/build.rs");
    let declared =
        between(build.split_once("COMMANDS: &[&str] = &[").unwrap().1.split_once(']').unwrap().0, "    \"", '"');
    let permitted: BTreeSet<String> = between(&read("src-tauri/capabilities/main.json"), "\"allow-", '"')
        .iter()
        .map(|name| name.replace('-', "_"))
        .collect();
    let asked = between(&read(BRIDGE), "invoke('", '\'');
    let questions = questions(&read("ui/src/backend/backend.ts"));
    assert!(questions.len() > 30, "the contract was not read: {questions:?}");
    assert_eq!(questions, asked, "backend.ts and tauri.ts");
    assert_eq!(questions, written, "backend.ts and src-tauri/src/commands");
    assert_eq!(questions, declared, "backend.ts and src-tauri/build.rs");
    assert_eq!(questions, permitted, "backend.ts and src-tauri/capabilities/main.json");
}

#[test]
fn the_rules_of_the_bridge_find_what_breaks_them() {
    let text =
        "\n#[command(async)]\npub fn take(\n    held: Asked,\n) -> Answer<()> {\n    held.take()\n}\n\nfn other() {}\n";
    assert_eq!(commands(text), [("take".to_owned(), 5)]);
    let contract = "x\nexport interface Backend {\n  // start(\n  putBack(shelf: Shelf): Promise<void>;\n  faceUrl(face: number): string;\n}\n";
    assert_eq!(questions(contract), BTreeSet::from(["put_back".to_owned()]));
    assert!(names_tauri("ui/src/desk.svelte.ts", "import { x } from '@tauri-apps/api/core'"));
    assert!(!names_tauri(BRIDGE, "import { x } from '@tauri-apps/api/core'"));
}
