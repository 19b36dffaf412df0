//! The cases: each draft under `tests/letters/` and each kind's sample in, the letter and its files out.
//!
//! This is the only place of the tests that knows the pipeline's stages; the others look at what comes out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use letter::fill::furniture;
use letter::finding::Finding;
use letter::layout::font::Fonts;
use letter::layout::page::Pages;
use letter::letter::{Letter, Pictures};
use letter::picture::Picture;
use letter::style::Style;
use letter::write::text::TextRules;

/// One draft and where its expected forms stand.
pub struct Case {
    /// The name of its folder under `tests/letters/`; the name of the kind for a kind's sample.
    pub name: String,
    /// The text of `draft.toml` or `sample.toml`.
    pub draft: String,
    /// The folder where the draft's pictures lie.
    folder: PathBuf,
}

/// What a case becomes.
pub struct Made {
    /// The letter.
    pub letter: Letter,
    /// Its pages.
    pub pages: Pages,
    /// What the parser and preflight say.
    pub findings: Vec<Finding>,
    /// The files, with the names under which they are put.
    pub files: [(&'static str, Vec<u8>); 3],
}

/// The names of a case's files, in the order of [`Made::files`].
pub const PDF: &str = "letter.pdf";
/// The Word file.
pub const DOCX: &str = "letter.docx";
/// The text.
pub const TEXT: &str = "letter.txt";

/// The root of the work tree.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// All cases, in the order of their names.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (parent, file) in [("templates", "sample.toml"), ("tests/letters", "draft.toml")] {
        for entry in std::fs::read_dir(root().join(parent)).into_iter().flatten().flatten() {
            let folder = entry.path();
            if let Ok(draft) = std::fs::read_to_string(folder.join(file)) {
                cases.push(Case { name: entry.file_name().to_string_lossy().into_owned(), draft, folder });
            }
        }
    }
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    let twice = cases.windows(2).find(|pair| pair[0].name == pair[1].name);
    assert!(twice.is_none(), "two cases are called {}", twice.unwrap()[0].name);
    assert!(!cases.is_empty(), "there are no cases");
    cases
}

/// Makes every case with the same faces.
pub fn make_all() -> Vec<(Case, Made)> {
    let fonts = Fonts::embedded();
    let make = |case: Case| {
        let made = case.make(&fonts);
        (case, made)
    };
    cases().into_iter().map(make).collect()
}

impl Case {
    /// Takes the draft all the way.
    pub fn make(&self, fonts: &Fonts) -> Made {
        let name = &self.name;
        let draft =
            letter::draft_file::read(&self.draft).unwrap_or_else(|e| panic!("{name}, line {}: {e}", e.line)).draft;
        let template =
            letter::template::built_in_kind(&draft.kind).unwrap_or_else(|| panic!("{name}: no kind {}", draft.kind));
        let pictures = self.pictures();
        let (letter, mut findings) =
            letter::compose::compose(&template, &draft, &pictures).unwrap_or_else(|e| panic!("{name}: {e}"));
        let style = Style::of(&furniture(&template, &draft));
        let pages = letter::layout::layout(&letter, &style, fonts);
        findings.extend(letter::preflight::preflight(
            &template,
            &draft,
            &letter,
            &pages,
            &letter::preflight::Known::default(),
        ));
        let meta = letter::compose::meta(&draft, &letter);
        let pdf = letter::write::pdf::pdf(&pages, fonts, &meta).unwrap_or_else(|e| panic!("{name}: {e}"));
        let docx = letter::write::docx::docx(&letter, &style, &meta).unwrap_or_else(|e| panic!("{name}: {e}"));
        let text = letter::write::text::text(&letter, &TextRules::default());
        Made { letter, pages, findings, files: [(PDF, pdf), (DOCX, docx), (TEXT, text.into_bytes())] }
    }

    /// The pictures that lie beside the draft.
    fn pictures(&self) -> Pictures {
        let mut pictures = Pictures::new();
        for entry in std::fs::read_dir(&self.folder).unwrap().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if [".png", ".jpg", ".jpeg", ".svg"].iter().any(|ending| name.ends_with(ending)) {
                let bytes = std::fs::read(entry.path()).unwrap();
                let picture = Picture::read(&name, &bytes).unwrap_or_else(|e| panic!("{}: {e}", self.name));
                pictures.insert(name, Arc::new(picture));
            }
        }
        pictures
    }

    /// Where a form that the case must become stands.
    pub fn expected(&self, file: &str) -> PathBuf {
        root().join("tests/letters").join(&self.name).join("expected").join(file)
    }

    /// Puts a file into `target/letters/`, where people and foreign programs look at it.
    ///
    /// Several tests put the same file at the same time; moving it into place keeps each from reading half of it.
    pub fn put(&self, file: &str, bytes: &[u8]) -> PathBuf {
        let folder = root().join("target/letters").join(&self.name);
        std::fs::create_dir_all(&folder).unwrap();
        let mut whole = tempfile::NamedTempFile::new_in(&folder).unwrap();
        std::io::Write::write_all(&mut whole, bytes).unwrap();
        let place = folder.join(file);
        whole.persist(&place).unwrap();
        place
    }
}

impl Made {
    /// The bytes of the file with this name.
    pub fn file(&self, name: &str) -> &[u8] {
        self.files.iter().find(|(file, _)| *file == name).map(|(_, bytes)| bytes.as_slice()).unwrap()
    }
}
