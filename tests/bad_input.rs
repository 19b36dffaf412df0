//! Files that cannot be used: each folder under `tests/bad-input/` in, the words a person reads out.
//!
//! `UPDATE=1` writes what is said over what is expected; the diff is then the thing to read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use desk::{Code, Format};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bad-input")
}

/// What is said of a draft that cannot be opened, with the folder left out of its path.
fn said(draft: &Path) -> String {
    let error = match desk::open_draft(draft) {
        Err(error) => error,
        Ok(_) => panic!("{} was opened", draft.display()),
    };
    assert_eq!(error.code, Code::Draft, "{}", draft.display());
    let around = format!("{}/", draft.parent().unwrap().display());
    format!("{}\n  hint: {}\n", error.message, error.hint).replace(&around, "")
}

#[test]
fn every_bad_file_is_refused_with_the_way_out() {
    let mut faults = Vec::new();
    let mut cases: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 20, "the cases were not found");
    for case in cases {
        let said = said(&case.join("draft.toml"));
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &said).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != said {
            faults.push(format!("{}:\n{said}", case.display()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Things that a repository cannot hold: pipes, devices, files of a hundred megabytes.
#[test]
fn what_is_no_ordinary_file_is_refused_at_once() {
    let home = tempfile::tempdir().unwrap();
    let check = |name: &str, message: &str| {
        let said = said(&home.path().join(name));
        assert!(said.starts_with(message), "{name}: {said}");
    };
    check("draft.toml", "there is no draft `draft.toml`");
    check("no/such/folder/draft.toml", "there is no draft `draft.toml`");
    fs::create_dir(home.path().join("folder")).unwrap();
    check("folder", "`folder` is a folder, not a draft");
    fs::File::create(home.path().join("huge.toml")).unwrap().set_len(200_000_000).unwrap();
    check("huge.toml", "the draft `huge.toml` has 200000000 bytes; the most is 4000000");
    let picture = "kind = \"organisation-letter\"\n[words]\nwho_we_are = \"We.\"\n[letterhead]\nlogo = \"huge.png\"\n";
    fs::write(home.path().join("draft.toml"), picture).unwrap();
    fs::File::create(home.path().join("huge.png")).unwrap().set_len(25_000_001).unwrap();
    check("draft.toml", "draft.toml:5: the picture `huge.png` has 25000001 bytes; the most is 25000000");
    #[cfg(unix)]
    {
        assert!(Command::new("mkfifo").arg(home.path().join("pipe")).status().unwrap().success());
        check("pipe", "`pipe` is no regular file but a device or a pipe");
        let error = desk::open_draft(Path::new("/dev/zero")).unwrap_err();
        assert!(error.message.contains("a device or a pipe"), "{error}");
    }
}

#[test]
fn a_letter_that_cannot_be_placed_leaves_the_folder_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let (open, exported) = desk::demo(&home.path().join("demo")).unwrap();
    let names: Vec<_> = exported.files.iter().map(|file| file.file_name().unwrap().to_owned()).collect();
    let formats = [Format::Pdf, Format::Docx, Format::Text { wrap: None }];

    let out = home.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(out.join(&names[0]), "old").unwrap();
    fs::create_dir(out.join(&names[1])).unwrap();
    let error = desk::export(&open, &formats, &out, None).unwrap_err();
    assert_eq!(error.code, Code::Place);
    assert_eq!(fs::read_to_string(out.join(&names[0])).unwrap(), "old");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 2, "nothing new is left behind");

    let error = desk::export(&open, &formats, &open.path, None).unwrap_err();
    assert_eq!(error.code, Code::Place, "the folder is a file");
    let error = desk::demo(&open.path).unwrap_err();
    assert_eq!(error.code, Code::Place, "the demonstration's folder is a file");
}
