//! The plan of the house, executable: each rule reads the sources and says which lines break it.
//!
//! The invariants that compiling cannot guard are guarded here; ARCHITECTURE.md names each with its rule.

mod bridge;
mod source;

use std::path::{Path, PathBuf};

use source::{Source, files};

/// Each foreign library that must stay replaceable, and the one place that may name it.
const FOREIGN: [(&str, &str); 14] = [
    ("tera", "crates/letter/src/fill"),
    ("parley", "crates/letter/src/layout/"),
    ("printpdf", "crates/letter/src/write/pdf"),
    ("lopdf", "crates/letter/src/write/pdf"),
    ("subsetter", "crates/letter/src/layout/glyphs"),
    ("docx_rs", "crates/letter/src/write/docx/"),
    ("mail_builder", "crates/letter/src/write/email"),
    ("spellbook", "crates/letter/src/spelling"),
    ("rusqlite", "crates/desk/src/store/"),
    ("html5ever", "crates/desk/src/paste/page"),
    ("tauri", "src-tauri/src/"),
    ("webkit2gtk", "src-tauri/src/linux"),
    ("gtk", "src-tauri/src/linux"),
    ("fantoccini", "tests/window/"),
];

/// What each writer may not see, with the exceptions that pages themselves carry.
const WRITERS: [(&str, &[&str], &[&str]); 6] = [
    ("pdf", NOT_PAGES, CARRIED_BY_PAGES),
    ("svg", NOT_PAGES, CARRIED_BY_PAGES),
    ("screen", NOT_PAGES, CARRIED_BY_PAGES),
    ("thumbnail", NOT_PAGES, CARRIED_BY_PAGES),
    ("docx", &["layout"], &[]),
    ("text", &["layout"], &[]),
];
const NOT_PAGES: &[&str] = &["draft", "template", "fill", "markup", "letter", "style"];
const CARRIED_BY_PAGES: &[&str] = &["Source", "Digits", "Colour"];

/// Libraries that reach the disk, the clock, the network or chance, and have no business in `letter`.
const IMPURE: [&str; 16] = [
    "chrono",
    "directories",
    "dirs",
    "fontdb",
    "getrandom",
    "memmap2",
    "notify",
    "rand",
    "reqwest",
    "rusqlite",
    "tauri",
    "tempfile",
    "time",
    "tokio",
    "ureq",
    "walkdir",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

fn sources() -> Vec<Source> {
    let root = root();
    let found = files(&root, &["crates", "tests", "xtask", "src-tauri/src"], ".rs");
    let read = |path: &PathBuf| {
        let place = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        Source::new(&place, &std::fs::read_to_string(path).unwrap())
    };
    let mut sources: Vec<Source> = found.iter().map(read).collect();
    let tests: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    // What lies in the folder of a test module belongs to it.
    let holds = |test: &String, path: &str| test.strip_suffix("mod.rs").is_some_and(|folder| path.starts_with(folder));
    for source in &mut sources {
        source.is_test |= tests.iter().any(|test| *test == source.path || holds(test, &source.path));
    }
    sources
}

/// The modules of `letter` in the order in which its `lib.rs` lists them.
fn modules(lib: &str) -> Vec<String> {
    let name = |line: &str| {
        Some(line.strip_prefix("pub ").unwrap_or(line).strip_prefix("mod ")?.strip_suffix(';')?.to_owned())
    };
    lib.lines().filter_map(name).collect()
}

/// Applies a rule to every source, and fails with all that it finds.
fn all_keep(rule: impl Fn(&Source) -> Vec<String>) {
    let sources = sources();
    assert!(sources.len() > 10, "the sources were not found");
    let faults: Vec<String> = sources.iter().flat_map(rule).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The rules about what sees what are for the program; its tests may look at anything.
fn is_of_letter(source: &Source) -> bool {
    source.path.starts_with("crates/letter/src/") && !source.is_test
}

fn foreign_libraries(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for path in source.paths() {
        for (library, home) in FOREIGN {
            if path[0] == library && !source.path.starts_with(home) {
                faults.push(format!("{}: {} is named; only {home} may name {library}", source.path, path.join("::")));
            }
        }
    }
    faults
}

fn order_of_modules(source: &Source, modules: &[String]) -> Vec<String> {
    let place = |name: &str| modules.iter().position(|module| module == name);
    let module = source.module();
    let (true, Some(own)) = (is_of_letter(source), module.first().and_then(|name| place(name))) else {
        return Vec::new();
    };
    let paths = source.paths();
    let upwards = |path: &&Vec<String>| path[0] == "crate" && place(&path[1]).is_none_or(|other| other > own);
    let fault =
        |path: &Vec<String>| format!("{}: {} stands below {} in lib.rs", source.path, path.join("::"), module[0]);
    paths.iter().filter(upwards).map(fault).collect()
}

fn sight_of_writers(source: &Source) -> Vec<String> {
    let module = source.module();
    let (true, Some(&"write"), Some(writer)) = (is_of_letter(source), module.first(), module.get(1)) else {
        return Vec::new();
    };
    let Some((_, hidden, carried)) = WRITERS.iter().find(|(name, ..)| name == writer) else { return Vec::new() };
    let is_fault = |path: &&Vec<String>| {
        let step = |at: usize| path.get(at).map_or("", String::as_str);
        let other_writer =
            step(1) == "write" && step(2) != *writer && WRITERS.iter().any(|(name, ..)| *name == step(2));
        let unseen = hidden.contains(&step(1)) && !carried.contains(&step(2));
        path[0] == "crate" && (other_writer || unseen)
    };
    let fault = |path: &Vec<String>| format!("{}: {} is not for the {writer} writer", source.path, path.join("::"));
    source.paths().iter().filter(is_fault).map(fault).collect()
}

fn shape_of_file(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    if !source.text.starts_with("//!") {
        faults.push(format!("{}: the first line is no `//!`", source.path));
    }
    let lines = source.text.lines().count();
    if lines > 700 {
        faults.push(format!("{}: {lines} lines; 700 are the most", source.path));
    }
    if !source.is_test {
        let unwraps = source.code.lines().zip(1..).filter(|(line, _)| line.contains(".unwrap()"));
        faults.extend(unwraps.map(|(_, line)| format!("{}:{line}: `.unwrap()` outside tests", source.path)));
    }
    faults
}

fn named_kinds(source: &Source, kinds: &[String]) -> Vec<String> {
    if source.is_test {
        return Vec::new();
    }
    let named = source.strings.iter().filter(|string| kinds.contains(string));
    named.map(|kind| format!("{}: names the letter kind `{kind}`; kinds are data", source.path)).collect()
}

fn impure_dependencies(manifest: &str) -> Vec<&str> {
    let table: toml::Table = manifest.parse().unwrap();
    let dependencies = table["dependencies"].as_table().unwrap();
    IMPURE.into_iter().filter(|name| dependencies.contains_key(*name)).collect()
}

#[test]
fn each_foreign_library_is_named_in_one_place() {
    all_keep(foreign_libraries);
}

#[test]
fn modules_of_letter_import_only_from_above() {
    let modules = modules(&std::fs::read_to_string(root().join("crates/letter/src/lib.rs")).unwrap());
    assert!(modules.len() > 5, "lib.rs lists its modules as `pub mod name;`");
    all_keep(|source| order_of_modules(source, &modules));
}

#[test]
fn pdf_and_svg_see_pages_word_and_text_see_the_letter() {
    all_keep(sight_of_writers);
}

#[test]
fn files_are_short_introduced_and_do_not_unwrap() {
    all_keep(shape_of_file);
}

#[test]
fn no_letter_kind_is_named_in_rust() {
    let found = files(&root(), &["templates"], "template.toml");
    let name = |path: &PathBuf| path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
    let kinds: Vec<String> = found.iter().map(name).collect();
    all_keep(|source| named_kinds(source, &kinds));
}

#[test]
fn letter_depends_on_nothing_that_reaches_the_machine() {
    let manifest = std::fs::read_to_string(root().join("crates/letter/Cargo.toml")).unwrap();
    assert_eq!(impure_dependencies(&manifest), Vec::<&str>::new());
}

#[test]
fn each_face_lies_beside_its_licence() {
    let folder = root().join("crates/letter/fonts");
    let faces = files(&folder, &[""], ".ttf");
    assert!(!faces.is_empty());
    for face in faces {
        let family = face.file_stem().unwrap().to_string_lossy().split('-').next().unwrap().to_owned();
        let licence = std::fs::read_to_string(folder.join(format!("{family}-LICENSE.md"))).unwrap_or_default();
        assert!(licence.contains("SIL OPEN FONT LICENSE"), "{} has no licence", face.display());
    }
}

#[test]
fn the_rules_find_what_breaks_them() {
    let at = |path: &str, text: &str| Source::new(path, text);
    let check = |faults: Vec<String>, expected: &[&str]| {
        assert_eq!(faults.len(), expected.len(), "{faults:?}");
        for (fault, expected) in faults.iter().zip(expected) {
            assert!(fault.contains(expected), "{fault}");
        }
    };
    let modules = modules("pub mod draft;\nmod letter;\npub mod write;\n");
    let kinds = ["comment-card".to_owned()];

    check(foreign_libraries(&at("crates/letter/src/markup.rs", "use tera::Tera;")), &["tera::Tera"]);
    check(foreign_libraries(&at("crates/letter/src/fill.rs", "use tera::Tera;")), &[]);
    check(
        order_of_modules(&at("crates/letter/src/draft.rs", "use crate::letter::Letter;"), &modules),
        &["below draft"],
    );
    check(order_of_modules(&at("crates/letter/src/draft.rs", "use super::compose;"), &modules), &["crate::compose"]);
    check(order_of_modules(&at("crates/letter/src/write/pdf.rs", "use crate::letter::Letter;"), &modules), &[]);
    check(sight_of_writers(&at("crates/letter/src/write/pdf.rs", "use crate::letter::{Letter, Source};")), &["Letter"]);
    check(sight_of_writers(&at("crates/letter/src/write/docx/mod.rs", "use crate::layout::Pages;")), &["layout"]);
    check(sight_of_writers(&at("crates/letter/src/write/text.rs", "use super::docx::docx;")), &["write::docx"]);
    check(sight_of_writers(&at("crates/letter/src/write/text.rs", "use super::Meta; use crate::letter::Letter;")), &[]);
    check(shape_of_file(&at("crates/desk/src/lib.rs", "fn f() { x.unwrap() }")), &["//!", "lib.rs:1"]);
    check(shape_of_file(&at("tests/all.rs", &format!("//! x{}", "\n".repeat(701)))), &["701 lines"]);
    check(named_kinds(&at("crates/cli/src/main.rs", "let k = \"comment-card\";"), &kinds), &["comment-card"]);
    check(named_kinds(&at("tests/letters.rs", "let k = \"comment-card\";"), &kinds), &[]);
    assert_eq!(impure_dependencies("[dependencies]\ntempfile = '3'\njiff = '1'\n"), ["tempfile"]);
}
