//! The `lectern` command as a program meets it: what goes where, and with which number it ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::tools::built;

/// The command, built from this tree.
fn lectern() -> PathBuf {
    built("lectern")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(lectern()).current_dir(folder).args(arguments).output().unwrap()
}

/// Runs a command line: the number it ends with, and what stands on both streams.
#[track_caller]
fn check(folder: &Path, line: &str, code: i32, on_stdout: &[&str], on_stderr: &[&str]) -> String {
    let output = run(folder, &line.split(' ').collect::<Vec<_>>());
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{line}\n{out}{err}");
    for (stream, needles) in [(&out, on_stdout), (&err, on_stderr)] {
        assert!(!needles.is_empty() || stream.is_empty(), "{line} says more than expected:\n{stream}");
        for needle in needles {
            assert!(stream.contains(needle), "{line}: no `{needle}` in\n{stream}");
        }
    }
    out.into_owned()
}

#[test]
fn the_demonstration_can_be_checked_edited_and_exported_again() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let name = "2025-02-10-sacramento-city-council-item-3-aaln";
    let found = "draft.toml:2: error: the letter is dated February 10, 2025, but speaks of January 27, 2026 as past";
    check(home, "demo out", 0, &["out/draft.toml", &format!("out/{name}.pdf"), found, "lectern export"], &[]);
    check(home, "check out/draft.toml", 1, &[found, "`words.hook` says “January 27th, 2026”", "hint: "], &[]);
    check(home, "export out/draft.toml --to pdf,docx,txt --out again", 1, &[&format!("{name}.docx")], &[found]);
    for ending in ["pdf", "docx", "txt"] {
        let bytes = |folder: &str| std::fs::read(home.join(folder).join(format!("{name}.{ending}"))).unwrap();
        assert!(bytes("out") == bytes("again"), "{ending}");
    }

    let draft = std::fs::read_to_string(home.join("out/draft.toml")).unwrap().replace("2025-02-10", "2026-02-10");
    std::fs::write(home.join("draft.toml"), draft).unwrap();
    check(home, "check draft.toml", 0, &[], &["nothing found"]);
    let json = check(home, "export draft.toml --to PDF --out . --json", 0, &["item-3-aaln.pdf"], &[]);
    let exported: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(exported["findings"], serde_json::json!([]));
}

#[test]
fn findings_are_told_to_programs_with_both_places() {
    let home = tempfile::tempdir().unwrap();
    check(home.path(), "demo out", 0, &["draft.toml"], &[]);
    let json = check(home.path(), "check out/draft.toml --json", 1, &["letter-date"], &[]);
    let findings: serde_json::Value = serde_json::from_str(&json).unwrap();
    let finding = &findings[0];
    assert_eq!((&finding["check"], &finding["severity"]), (&"letter-date".into(), &"error".into()));
    assert_eq!((&finding["place"]["path"], &finding["place"]["line"]), (&"date".into(), &2.into()));
    assert_eq!(finding["other"]["path"], "words.hook");
    assert!(finding["other"]["line"].as_u64().is_some_and(|line| line > 2), "{finding}");
}

#[test]
fn every_kind_is_listed_and_has_a_draft_to_begin_with() {
    let home = tempfile::tempdir().unwrap();
    let kinds = check(home.path(), "kinds", 0, &["organisation-letter  ", "spoken-testimony"], &[]);
    assert_eq!(kinds.lines().count(), 14);
    for line in kinds.lines() {
        let kind = line.split(' ').next().unwrap();
        let draft = check(home.path(), &format!("new {kind}"), 0, &["kind = ", "[words]"], &[]);
        std::fs::write(home.path().join("draft.toml"), draft).unwrap();
        check(home.path(), "check draft.toml", 1, &["is still to be filled in"], &[]);
    }
}

#[test]
fn what_cannot_be_used_ends_with_two_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    check(
        home,
        "new organization-leter",
        2,
        &[],
        &["no letter kind `organization-leter`", "Did you mean `organisation-letter`?"],
    );
    check(home, "check nowhere.toml", 2, &[], &["there is no draft `nowhere.toml`"]);
    std::fs::write(home.join("draft.toml"), "kind = \"individual-letter\"\nsubjct = \"x\"\n").unwrap();
    check(home, "export draft.toml --to pdf --out out", 2, &[], &["draft.toml:2", "`subjct`", "`subject`"]);
    assert!(!home.join("out").exists());
    check(home, "demo good", 0, &["draft.toml"], &[]);
    check(home, "export good/draft.toml --to pdf --out draft.toml", 2, &[], &["draft.toml"]);
    check(home, "export good/draft.toml --to odt --out out", 2, &[], &["odt", "pdf"]);
    assert!(!home.join("out").exists());
}

/// A disk that is full, where the system lends one and the test may use it.
#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_printed_ends_with_two() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(lectern()).arg("kinds").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be printed"));
}
