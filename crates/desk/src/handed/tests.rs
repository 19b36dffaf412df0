//! Names as people write them in dialogs, and files that are there already.

use std::fs;

use letter::draft_file;
use letter::letter::Pictures;
use letter::template;

use super::*;

fn live() -> Live {
    let kind = template::built_in().remove(0);
    let draft = draft_file::read(&kind.sample).unwrap().draft;
    Live::open(1, draft, kind, Pictures::new(), Default::default(), Default::default())
}

#[test]
fn names_are_such_that_every_system_takes_them() {
    for (written, expected) in [
        ("letter.pdf", "letter"),
        ("Letter to Council.PDF", "Letter to Council"),
        ("letter", "letter"),
        ("v2.1 of Feb. 10", "v2.1 of Feb. 10"),
        ("letter.docx.pdf", "letter.docx"),
        ("letter.doc", "letter"),
        ("a: b? <c>|*.pdf", "a- b- -c---"),
        ("trailing. . ", "trailing"),
        ("con.pdf", "letter-con"),
        ("CON", "letter-CON"),
        ("Aux.final.pdf", "letter-Aux.final"),
        ("COM1.txt", "letter-COM1"),
        ("lpt¹.txt", "letter-lpt¹"),
        ("com10.txt", "com10"),
        ("console.pdf", "console"),
        (".pdf", "letter"),
        ("...", "letter"),
        ("Brief über Änderungen – 中文.pdf", "Brief über Änderungen – 中文"),
    ] {
        assert_eq!(stem(written), expected, "{written}");
    }
    let long = stem(&format!("{}.pdf", "ü".repeat(300)));
    assert!(long.len() <= LONGEST_NAME && long.chars().all(|c| c == 'ü'));
}

#[test]
fn a_file_stands_where_the_dialog_said_with_its_right_ending() {
    let home = tempfile::tempdir().unwrap();
    let live = live();
    let check = |wanted: Wanted, name: &str, expected: &[&str]| {
        let (handed, paths) = export(&live.written(), wanted, &home.path().join(name)).unwrap();
        assert_eq!(handed.files, expected, "{name}");
        assert_eq!(Some(handed.folder.as_ref()), home.path().file_name().and_then(OsStr::to_str));
        for (path, name) in paths.iter().zip(expected) {
            assert_eq!(*path, home.path().join(name));
            assert!(path.is_file());
        }
    };
    check(Wanted::Pdf, "a.pdf", &["a.pdf"]);
    check(Wanted::Pdf, "B.PDF", &["B.PDF"]);
    check(Wanted::Word, "c", &["c.docx"]);
    check(Wanted::Word, "d.pdf", &["d.docx"]);
    check(Wanted::Text, "e.docx", &["e.txt"]);
    check(Wanted::All, "f.pdf", &["f.pdf", "f.docx", "f.txt"]);
    check(Wanted::All, "g", &["g.pdf", "g.docx", "g.txt"]);
    assert!(fs::read(home.path().join("f.pdf")).unwrap().starts_with(b"%PDF-"));
    assert!(fs::read(home.path().join("f.docx")).unwrap().starts_with(b"PK"));
    assert_eq!(fs::read_to_string(home.path().join("f.txt")).unwrap(), live.plain_text());
}

#[test]
fn nothing_is_replaced_that_nobody_was_asked_about() {
    let home = tempfile::tempdir().unwrap();
    let live = live();
    let old = |name: &str| fs::write(home.path().join(name), "mine").unwrap();
    let is_mine = |name: &str| fs::read(home.path().join(name)).unwrap() == b"mine";
    let files = |wanted: Wanted, name: &str| export(&live.written(), wanted, &home.path().join(name)).unwrap().0.files;
    old("a.pdf");
    assert_eq!(files(Wanted::Pdf, "a.pdf"), ["a.pdf"]);
    assert!(!is_mine("a.pdf"), "the dialog asked about this name");
    old("b.docx");
    assert_eq!(files(Wanted::Word, "b"), ["b-2.docx"]);
    assert_eq!(files(Wanted::All, "b.pdf"), ["b-3.pdf", "b-3.docx", "b-3.txt"]);
    assert!(is_mine("b.docx"));
    old("c.pdf");
    assert_eq!(files(Wanted::All, "c.pdf"), ["c.pdf", "c.docx", "c.txt"]);
    old("c.pdf");
    old("c.docx");
    assert_eq!(files(Wanted::All, "c.pdf"), ["c-2.pdf", "c-2.docx", "c-2.txt"]);
    assert!(is_mine("c.pdf") && is_mine("c.docx"), "the dialog asked about one of them");
}

#[test]
fn a_place_that_cannot_be_written_to_is_named() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("file"), "x").unwrap();
    for path in [home.path().join("file/letter.pdf"), PathBuf::from("/"), PathBuf::new()] {
        let error = export(&live().written(), Wanted::Pdf, &path).unwrap_err();
        assert!(error.code == Code::Place && error.hint.contains("untouched"), "{}: {error:?}", path.display());
    }
    assert_eq!(fs::read(home.path().join("file")).unwrap(), b"x");
}

#[test]
fn what_is_printed_lies_in_a_folder_of_its_own_that_goes_again() {
    let home = tempfile::tempdir().unwrap();
    let live = live();
    let printable = || printable(&live.written(), export_name(&live, Wanted::Pdf), home.path()).unwrap();
    let path = printable();
    assert_eq!(path.file_name().unwrap().to_string_lossy(), export_name(&live, Wanted::Pdf));
    let folder = path.parent().unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(folder).unwrap().permissions().mode() & 0o777, 0o700);
    }
    let again = printable();
    assert!(path.exists() && again.exists() && path != again, "a viewer may still have the first");
    let long_ago = SystemTime::now() - PRINT_KEPT * 2;
    fs::File::open(folder).unwrap().set_modified(long_ago).unwrap();
    fs::create_dir(home.path().join("lectern-other")).unwrap();
    printable();
    assert!(!path.exists() && again.exists() && home.path().join("lectern-other").exists());
}

#[test]
fn the_name_that_is_proposed_says_what_the_letter_is() {
    let live = live();
    assert!(export_name(&live, Wanted::Word).ends_with(".docx"));
    assert_eq!(export_name(&live, Wanted::All), format!("{}.pdf", live.built().file_name));
}
