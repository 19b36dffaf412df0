//! Files as this program writes them, and files as others might.

use std::fs;

use letter::draft::Signer;
use letter::template;

use super::*;

const PNG: &[u8] = include_bytes!("../../../../tests/letters/logo-png/logo.png");

fn kinds() -> Vec<String> {
    template::built_in().into_iter().map(|kind| kind.kind).collect()
}

fn bring(path: &Path) -> Result<Brought, Error> {
    let kinds = kinds();
    bring_in(path, &kinds.iter().map(String::as_str).collect::<Vec<_>>())
}

fn with_logo() -> Draft {
    let mut draft = draft_file::read(&template::built_in()[0].sample).unwrap().draft;
    draft.letterhead = Some(letter::draft::Letterhead { logo: Some("logo.png".to_owned()), ..Default::default() });
    draft
}

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let entries: Vec<(String, Vec<u8>)> =
        entries.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    zipped(&entries).unwrap()
}

/// What an archive with these entries is refused with.
fn refusal(entries: &[(&str, &[u8])]) -> Error {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("x.lectern");
    fs::write(&path, packed(entries)).unwrap();
    let error = bring(&path).unwrap_err();
    assert!(error.code == Code::Draft && error.message.contains("x.lectern") && error.hint.ends_with('.'), "{error:?}");
    error
}

#[test]
fn a_draft_comes_back_from_its_file_with_its_pictures() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.lectern");
    let draft = with_logo();
    let mut picture = |name: &str| (name == "logo.png").then(|| PNG.to_vec());
    let bytes = pack(&draft, &mut picture).unwrap();
    assert!(bytes == pack(&draft, &mut picture).unwrap(), "the same draft gives the same bytes");
    fs::write(&path, &bytes).unwrap();
    let brought = bring(&path).unwrap();
    assert_eq!(brought.draft, draft);
    assert!(brought.pictures["logo.png"] == PNG);
    let lost = pack(&draft, &mut |_| None).unwrap();
    fs::write(&path, lost).unwrap();
    assert_eq!(bring(&path).unwrap(), Brought { draft, pictures: BTreeMap::new() });
}

#[test]
fn the_first_format_is_read_for_ever() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/kits/draft-1.lectern");
    if std::env::var_os("UPDATE").is_some() && !path.exists() {
        fs::write(&path, pack(&with_logo(), &mut |_| Some(PNG.to_vec())).unwrap()).unwrap();
    }
    let brought = bring(&path).unwrap();
    assert_eq!(brought.draft.signers[0].name, "Moiz Mir");
    assert_eq!(brought.draft.letterhead.unwrap().logo.as_deref(), Some("logo.png"));
    assert!(brought.pictures["logo.png"] == PNG);
    let open = crate::open_draft(&path).unwrap();
    assert_eq!(open.pictures.len(), 1, "the command reads it too");
}

#[test]
fn a_bare_draft_is_brought_in_with_the_pictures_beside_it() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("draft.toml");
    let mut draft = with_logo();
    let outside = |name: &str| Signer { image: Some(name.to_owned()), ..Signer::default() };
    draft.signers = vec![outside("../secret.png"), outside("/etc/hostname"), outside("in/side.png")];
    fs::write(&path, draft_file::to_toml(&draft)).unwrap();
    fs::write(home.path().join("logo.png"), PNG).unwrap();
    fs::create_dir(home.path().join("in")).unwrap();
    fs::write(home.path().join("in/side.png"), PNG).unwrap();
    let brought = bring(&path).unwrap();
    assert_eq!(brought.pictures.keys().collect::<Vec<_>>(), ["in/side.png", "logo.png"]);
    let names = BTreeMap::from([("logo.png".to_owned(), "0123456789abcdef.png".to_owned())]);
    rename_pictures(&mut draft, &names);
    assert_eq!(draft.letterhead.unwrap().logo.as_deref(), Some("0123456789abcdef.png"));
    assert_eq!(draft.signers[0].image.as_deref(), Some("../secret.png"));
}

#[test]
fn what_this_program_does_not_know_is_refused_plainly() {
    let draft = draft_file::to_toml(&with_logo());
    let with = |about: &str| refusal(&[(ABOUT, about.as_bytes()), (DRAFT, draft.as_bytes())]);
    assert!(with("format = 2\nkind = \"draft\"\n").message.contains("newer Lectern (format 2"));
    assert!(with("format = 1\nkind = \"kit\"\n").message.contains("campaign kit"));
    assert!(with("format = 1\nkind = \"\u{feff}\\u001bmenu\"\n").message.contains("does not know"));
    assert!(with("kind = \"draft\"\n").message.contains("does not say what it holds"));
    assert!(with("format = \"one\"\nkind = \"draft\"\n").message.contains("does not say what it holds"));
    assert!(refusal(&[(DRAFT, draft.as_bytes())]).message.contains("no `lectern.toml`"));
    let about: (&str, &[u8]) = (ABOUT, b"format = 1\nkind = \"draft\"\nmore = true\n");
    assert!(refusal(&[about]).message.contains("no `draft.toml`"));
    assert!(refusal(&[about, (DRAFT, b"kind = \"my-own\"\n")]).hint.contains("does not travel"));
    let error = refusal(&[about, (DRAFT, b"kind = \"organisation-letter\"\nasks = 3\n")]);
    assert!(error.message.contains("x.lectern:2:"), "{error:?}");
    assert!(refusal(&[about, (DRAFT, b"\xff\xfe")]).hint.contains("UTF-8"));
}

#[test]
fn an_archive_that_unpacks_without_end_is_read_to_its_limit() {
    let about: (&str, &[u8]) = (ABOUT, b"format = 1\nkind = \"draft\"\n");
    let endless = vec![b'#'; draft_file::MOST_BYTES + 10];
    let file = packed(&[about, (DRAFT, &endless)]);
    assert!(file.len() < 100_000, "{} bytes", file.len());
    assert!(refusal(&[about, (DRAFT, &endless)]).message.contains("more than"));
    let long = vec![b' '; MOST_ABOUT + 1];
    assert!(refusal(&[(ABOUT, &long)]).message.contains("more than"));
}

#[test]
fn names_that_lead_elsewhere_lead_nowhere() {
    let mut draft = with_logo();
    draft.signers = vec![Signer { image: Some("../../lectern.toml".to_owned()), ..Signer::default() }];
    let about: (&str, &[u8]) = (ABOUT, b"format = 1\nkind = \"draft\"\n");
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("x.lectern");
    let text = draft_file::to_toml(&draft);
    fs::write(&path, packed(&[about, (DRAFT, text.as_bytes()), ("../evil.png", PNG), ("pictures/logo.png", PNG)]))
        .unwrap();
    assert_eq!(bring(&path).unwrap().pictures.keys().collect::<Vec<_>>(), ["logo.png"]);
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1, "nothing is unpacked");
    let mut asked = Vec::new();
    pack(&draft, &mut |name| {
        asked.push(name.to_owned());
        None
    })
    .unwrap();
    assert_eq!(asked, ["logo.png"]);
}

#[test]
fn a_file_that_is_cut_off_or_mangled_never_does_harm() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("x.lectern");
    let whole = pack(&with_logo(), &mut |_| Some(PNG.to_vec())).unwrap();
    for end in (2..whole.len()).step_by(97) {
        fs::write(&path, &whole[..end]).unwrap();
        bring(&path).expect_err("a piece of a file is no file");
    }
    for at in (0..whole.len()).step_by(41) {
        let mut mangled = whole.clone();
        mangled[at] ^= 0x55;
        fs::write(&path, &mangled).unwrap();
        // Some bytes do not matter, others make it unreadable; that it is told is enough.
        let _ = bring(&path);
    }
}

#[test]
fn a_draft_that_its_file_could_not_hold_is_not_written() {
    let mut draft = with_logo();
    draft.letterhead.as_mut().unwrap().colour = Some("#12".to_owned());
    let error = pack(&draft, &mut |_| None).unwrap_err();
    assert!(error.message.contains("letterhead.colour") && error.hint.contains("safe"), "{error:?}");
}
