//! A Rust source file in, the paths that its code names out: `use` trees flattened, `super` resolved, tests cut off.

use std::path::{Path, PathBuf};

/// A source file as the rules see it.
pub struct Source {
    /// Its place, from the root of the work tree, with forward slashes.
    pub path: String,
    /// All of it.
    pub text: String,
    /// It is compiled for tests only.
    pub is_test: bool,
    /// Its code before the tests, with comments and the insides of strings blanked.
    pub code: String,
    /// The strings in its code, in order.
    pub strings: Vec<String>,
}

impl Source {
    /// Takes a file apart.
    pub fn new(path: &str, text: &str) -> Self {
        let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let (code, strings) = blank(before_tests);
        let is_test = path.starts_with("tests/") || path.contains("/benches/");
        Self { path: path.to_owned(), text: text.to_owned(), is_test, code, strings }
    }

    /// The files of the modules that this one declares for tests only: `#[cfg(test)]` above `mod name;`.
    pub fn test_modules(&self) -> Vec<String> {
        let (folder, file) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        let folder = match file {
            "mod.rs" | "lib.rs" | "main.rs" => folder.to_owned(),
            _ => self.path.trim_end_matches(".rs").to_owned(),
        };
        let declared = self.text.split("#[cfg(test)]\n").skip(1).filter_map(|rest| {
            let line = rest.lines().next()?.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            line.strip_prefix("mod ")?.strip_suffix(';')
        });
        declared.flat_map(|name| [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")]).collect()
    }

    /// The modules that lead to this file within its crate: `["write", "pdf"]`.
    pub fn module(&self) -> Vec<&str> {
        let inside = self.path.split_once("/src/").map_or(self.path.as_str(), |(_, inside)| inside);
        let inside = inside.trim_end_matches(".rs");
        let mut steps: Vec<&str> = inside.split('/').collect();
        if matches!(steps.last(), Some(&("mod" | "lib" | "main"))) {
            steps.pop();
        }
        steps
    }

    /// All paths of two steps and more that the code names; those within the crate start with `crate`.
    pub fn paths(&self) -> Vec<Vec<String>> {
        let tokens = tokens(&self.code);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            at = collect(&tokens, at, &[], &mut found);
        }
        found.into_iter().map(|path| self.resolve(path)).filter(|path| path.len() > 1).collect()
    }

    fn resolve(&self, path: Vec<String>) -> Vec<String> {
        let ups = path.iter().take_while(|step| *step == "super").count();
        let is_self = path.first().is_some_and(|step| step == "self");
        if ups == 0 && !is_self {
            return path;
        }
        let module = self.module();
        let kept = module.len().saturating_sub(ups);
        let above = std::iter::once("crate").chain(module[..kept].iter().copied()).map(str::to_owned);
        above.chain(path[ups.max(usize::from(is_self))..].iter().cloned()).collect()
    }
}

/// All files below the folders whose names end so, in the order of their paths.
pub fn files(root: &Path, folders: &[&str], ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Blanks comments and the insides of strings and characters, and hands out the strings.
fn blank(text: &str) -> (String, Vec<String>) {
    let bytes = text.as_bytes();
    let (mut code, mut strings) = (String::new(), Vec::new());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let hashes = rest.strip_prefix('r').map_or(0, |raw| raw.len() - raw.trim_start_matches('#').len());
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with('r') && rest[1 + hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let inside = &rest[hashes + 2..];
            let length = inside.find(&end).unwrap_or(inside.len());
            strings.push(inside[..length].to_owned());
            (hashes + 2 + length + end.len()).min(rest.len())
        } else if rest.starts_with('"') {
            let length = quoted(rest, '"');
            strings.push(rest[1..length.max(2) - 1].to_owned());
            length
        } else if rest.starts_with("'\\") || (rest.starts_with('\'') && rest.chars().nth(2) == Some('\'')) {
            quoted(rest, '\'')
        } else {
            let c = rest.chars().next().unwrap_or(' ');
            code.push(c);
            at += c.len_utf8();
            continue;
        };
        code.push(' ');
        code.extend(rest[..length].chars().filter(|c| *c == '\n'));
        at += length;
    }
    (code, strings)
}

/// The length of a string or character with its quotation marks.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == mark && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// Names, `::`, and single characters.
fn tokens(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let name = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let length = match name {
            0 if rest.starts_with("::") => 2,
            0 => first.len_utf8(),
            _ => name,
        };
        found.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    found
}

/// Reads one path, or one use tree with all its branches, and says where the next begins.
fn collect(tokens: &[&str], mut at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let is_name = |at: usize| tokens.get(at).is_some_and(|t| t.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    if !is_name(at) {
        return at + 1;
    }
    let mut path = before.to_vec();
    path.push(tokens[at].to_owned());
    at += 1;
    while tokens.get(at) == Some(&"::") {
        if is_name(at + 1) {
            path.push(tokens[at + 1].to_owned());
            at += 2;
        } else if tokens.get(at + 1) == Some(&"{") {
            at += 2;
            while at < tokens.len() && tokens[at] != "}" {
                at = collect(tokens, at, &path, found);
            }
            return at + 1;
        } else {
            at += 1;
            break;
        }
    }
    found.push(path);
    at
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let check = |path: &str, text: &str, expected: &[&str]| {
        let found: Vec<String> = Source::new(path, text).paths().iter().map(|path| path.join("::")).collect();
        assert_eq!(found, expected, "{text}");
    };
    let file = "crates/letter/src/write/pdf.rs";
    check(file, "use tera::Tera;", &["tera::Tera"]);
    check(
        file,
        "use crate::{letter::{Source, Digits}, style};",
        &["crate::letter::Source", "crate::letter::Digits", "crate::style"],
    );
    check(file, "use super::{Meta, svg};", &["crate::write::Meta", "crate::write::svg"]);
    check("crates/letter/src/write/docx/mod.rs", "use super::text;", &["crate::write::text"]);
    check("crates/letter/src/write/docx/xml.rs", "use super::super::text as t;", &["crate::write::text"]);
    check(file, "fn f(a: &crate::style::Style) -> Vec<u8> { b::<c::d>() }", &["crate::style::Style", "c::d"]);
    check(file, "// crate::a::b\nlet s = \"crate::c::d\"; let c = '\"'; e::f();", &["e::f"]);
    check(file, "let r = r#\"x::\"y\"#; fn f<'a>(x: &'a str) { g::h }", &["g::h"]);
    check(file, "a::b();\n#[cfg(test)]\nmod tests { use tera::Tera; }", &["a::b"]);
}

#[test]
fn modules_for_tests_only_are_known() {
    let check = |path: &str, text: &str, expected: &str| {
        assert!(Source::new(path, text).test_modules().iter().any(|found| found == expected), "{path}");
    };
    check("crates/letter/src/fill.rs", "//! x\n#[cfg(test)]\nmod tests;\n", "crates/letter/src/fill/tests.rs");
    check(
        "crates/letter/src/write/mod.rs",
        "#[cfg(test)]\npub(crate) mod sample;",
        "crates/letter/src/write/sample.rs",
    );
}
