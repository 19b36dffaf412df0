//! Whether every format says the same: the words of PDF and Word file, read back by other means than ours, are the
//! words of the text in the same order. And whether any of them says something about the machine.
//!
//! The words of the body and of the notes are compared apart, since each format puts notes where its readers look for
//! them; the marks that point to notes are left out, since each format draws them in its own way.

mod docx;
mod pdf;

use std::path::Path;
use std::process::Command;

use letter::letter::Letter;

use crate::case::{self, DOCX, PDF, TEXT};
use crate::tools::{ask, said, unpacked};

/// What a format says.
#[derive(Debug, Default)]
pub struct Said {
    /// The words of the letter itself; the label of a list's item is one of them.
    pub body: Vec<Word>,
    /// The words of its notes.
    pub notes: Vec<Word>,
}

/// A word, or what opens the item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// A word.
    Plain(String),
    /// The label of an item; Word counts by itself, so its file holds no label's words.
    Label(Option<String>),
}

impl Said {
    /// Takes up some text.
    pub fn add(&mut self, in_note: bool, text: &str) {
        let words = text.split_whitespace().map(|word| Word::Plain(word.to_owned()));
        if in_note { self.notes.extend(words) } else { self.body.extend(words) }
    }
}

#[test]
fn pdf_and_word_say_the_words_of_the_text_in_the_same_order() {
    let mut faults = String::new();
    for (case, made) in case::make_all() {
        let text = String::from_utf8_lossy(made.file(TEXT));
        for fault in self::faults(&made.letter, &text, &case.put(PDF, made.file(PDF)), made.file(DOCX)).lines() {
            faults += &format!("{}: {fault}\n", case.name);
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Where a letter's PDF and its Word file say other words than its text; nothing when they do not.
pub fn faults(letter: &Letter, text: &str, pdf: &Path, docx: &[u8]) -> String {
    let text = without_marks(letter, text);
    let expected: Vec<Word> = text.split_whitespace().map(|word| Word::Plain(word.to_owned())).collect();
    let pdf = pdf::words(&said(&ask(Command::new("pdfinfo").arg("-struct-text").arg(pdf))));
    let docx = docx::words(docx);
    let mut faults = String::new();
    for (format, found) in [("PDF", pdf), ("Word", docx)] {
        let whole: Vec<Word> = found.body.iter().chain(&found.notes).cloned().collect();
        if let Some(fault) = first_difference(&expected, &whole) {
            faults += &format!("text and {format} differ {fault}\n");
        }
    }
    faults
}

#[test]
fn a_file_holds_nothing_of_the_machine() {
    let needles = needles();
    assert!(!needles.is_empty());
    for (case, made) in case::make_all() {
        let pdf = case.put(PDF, made.file(PDF));
        let mut views = vec![(PDF, unpacked(&pdf))];
        views.extend(docx::parts(made.file(DOCX)).into_iter().map(|(_, bytes)| (DOCX, bytes)));
        views.extend(made.files.iter().cloned());
        for (name, bytes) in views {
            for needle in &needles {
                let is_own_word = case.draft.contains(needle.as_str());
                assert!(is_own_word || !holds(&bytes, needle), "{}/{name} holds `{needle}`", case.name);
            }
        }
    }
}

/// Who and where this machine is, and what cameras leave in pictures.
fn needles() -> Vec<String> {
    let mut needles: Vec<String> =
        ["Exif\0\0", "GPSLatitude", "GPSVersionID", "xmp:CreatorTool"].map(str::to_owned).into();
    for variable in ["USER", "LOGNAME", "USERNAME", "HOME", "USERPROFILE", "HOSTNAME", "COMPUTERNAME"] {
        needles.extend(std::env::var(variable));
    }
    needles.extend(std::fs::read_to_string("/etc/hostname").map(|name| name.trim().to_owned()));
    needles.extend(std::env::current_dir().map(|folder| folder.to_string_lossy().into_owned()));
    needles.push(case::root().to_string_lossy().into_owned());
    needles.push(std::env::temp_dir().to_string_lossy().into_owned());
    // Shorter ones stand in any file by chance.
    needles.retain(|needle| needle.len() > 4);
    needles
}

fn holds(bytes: &[u8], needle: &str) -> bool {
    let wide: Vec<u8> = needle.encode_utf16().flat_map(u16::to_be_bytes).collect();
    [needle.as_bytes(), &wide].iter().any(|needle| bytes.windows(needle.len()).any(|window| window == *needle))
}

/// The text without the marks that point to notes and open them.
fn without_marks(letter: &Letter, text: &str) -> String {
    let marked = letter.notes.iter().zip(1..).filter(|(note, _)| !note.mark.is_empty());
    marked.fold(text.to_owned(), |text, (_, number)| text.replace(&format!("[{number}]"), ""))
}

/// Where two rows of words part, with the words around. A label without words stands for any one
/// word, and text has no better bullet than a hyphen.
fn first_difference(expected: &[Word], found: &[Word]) -> Option<String> {
    let fits = |(a, b): &(&Word, &Word)| match (a, b) {
        (_, Word::Label(None)) => true,
        (Word::Plain(a), Word::Label(Some(b))) => a == b || (a == "-" && b == "•"),
        (Word::Plain(a), Word::Plain(b)) => a == b,
        _ => false,
    };
    let same = expected.iter().zip(found).take_while(fits).count();
    let around = |words: &[Word]| {
        let word = |word: &Word| match word {
            Word::Plain(word) | Word::Label(Some(word)) => word.clone(),
            Word::Label(None) => "(label)".to_owned(),
        };
        let from = same.saturating_sub(4);
        words[from.min(words.len())..words.len().min(same + 5)].iter().map(word).collect::<Vec<_>>().join(" ")
    };
    let is_whole = same == expected.len() && same == found.len();
    (!is_whole).then(|| format!("at word {same}:\n  `{}`\n  `{}`", around(expected), around(found)))
}

#[test]
fn a_difference_is_found_where_it_stands() {
    let row = |text: &str| -> Vec<Word> {
        let word = |word: &str| if word == "?" { Word::Label(None) } else { Word::Plain(word.to_owned()) };
        text.split(' ').map(word).collect()
    };
    let check = |expected: &str, found: &str, place: Option<&str>| {
        let difference = first_difference(&row(expected), &row(found));
        assert_eq!(difference.as_deref().and_then(|d| d.split(':').next()), place, "{found}");
    };
    check("one 1) two", "one 1) two", None);
    check("one 1) two", "one ? two", None);
    check("one two", "one", Some("at word 1"));
    check("one two", "one two three", Some("at word 2"));
    check("one two", "two one", Some("at word 0"));
}
