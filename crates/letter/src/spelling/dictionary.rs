//! The built-in dictionary, unpacked, and the bytes of others, read as text.
//!
//! `dictionary/README.md` says where the words come from. Looking into the folders of the system is the desk's.

use std::collections::HashSet;
use std::io::Read;

use super::DictionaryError;

static AFFIXES: &str = include_str!("../../dictionary/en_US.aff");
/// Deflated by `build.rs`, since it takes a third of the room then.
static STEMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en_US.dic.deflate"));
static TERMS: &str = include_str!("../../dictionary/terms.txt");

/// The affixes and the stems of the built-in dictionary.
pub(super) fn built_in() -> (&'static str, String) {
    let mut stems = String::new();
    flate2::read::DeflateDecoder::new(STEMS)
        .read_to_string(&mut stems)
        .expect("the built-in dictionary was deflated by our own build");
    (AFFIXES, stems)
}

/// The terms of public comment, each as a line of a dictionary.
pub(super) fn terms() -> impl Iterator<Item = &'static str> {
    TERMS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The small letters that a dictionary says are tried in the place of others, and what stands inside words.
pub(super) fn alphabet(affixes: &str) -> Vec<char> {
    let tried = affixes.lines().find_map(|line| line.strip_prefix("TRY ")).unwrap_or("abcdefghijklmnopqrstuvwxyz");
    let mut letters: Vec<char> = tried.trim().chars().filter(|c| c.is_lowercase() || matches!(c, '\'' | '-')).collect();
    letters.dedup();
    letters
}

/// The words that a dictionary marks as not to be offered.
pub(super) fn unoffered(affixes: &str, stems: &str) -> HashSet<String> {
    let Some(mark) = affixes.lines().find_map(|line| line.strip_prefix("NOSUGGEST ")).map(str::trim) else {
        return HashSet::new();
    };
    let marked = |line: &str| {
        let (stem, flags) = line.split_once('/')?;
        flags.contains(mark).then(|| stem.to_lowercase())
    };
    stems.lines().filter_map(marked).collect()
}

/// The two files of a dictionary as text, in the encoding that the first of them names.
pub(super) fn decode(affixes: &[u8], stems: &[u8]) -> Result<(String, String), DictionaryError> {
    let named = affixes.split(|byte| *byte == b'\n').find_map(|line| line.trim_ascii().strip_prefix(b"SET "));
    let encoding = String::from_utf8_lossy(named.unwrap_or(b"ISO8859-1").trim_ascii()).to_uppercase();
    let text = |bytes: &[u8]| match encoding.as_str() {
        "UTF-8" => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            String::from_utf8(bytes.to_vec()).map_err(|_| DictionaryError::Format("it is not UTF-8".to_owned()))
        }
        "ISO8859-1" | "ISO-8859-1" => Ok(bytes.iter().map(|byte| char::from(*byte)).collect()),
        _ => Err(DictionaryError::Encoding(encoding.clone())),
    };
    Ok((text(affixes)?, text(stems)?))
}
