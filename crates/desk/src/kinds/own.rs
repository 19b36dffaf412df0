//! The folder of one's own kinds: which there are, one of them read, and a new one made from another.

use std::fs;
use std::path::Path;

use letter::draft::Draft;
use letter::draft_file;
use letter::letter::Pictures;
use letter::template::{self, Template};

use super::trial::tried;
use super::{Kind, KindFault, all, offered};
use crate::error::{Code, Error, shown};
use crate::file;
use crate::open::pictures_of;
use crate::place::place;
use crate::store::KindFiles;

/// The files of a kind.
pub(super) const SETTINGS: &str = "template.toml";
pub(super) const BODY: &str = "letter.tera";
pub(super) const SAMPLE: &str = "sample.toml";
/// The greatest size of a kind's two files in bytes; the longest built-in one has some four thousand.
const MOST_BYTES: usize = 200_000;
/// The greatest size of a sample's picture.
const MOST_PICTURE: usize = 5_000_000;
/// The most kinds that are looked at.
const MOST_KINDS: usize = 200;
/// The longest name of a kind's folder.
const LONGEST_NAME: usize = 64;

/// The names of the folders, in order. What is hidden or leads elsewhere is passed over.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|about| about.is_dir()));
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names.truncate(MOST_KINDS);
    names
}

/// There is a folder for this kind, whatever is in it.
pub(super) fn exists(folder: &Path, name: &str) -> bool {
    is_name(name) && folder.join(name).is_dir()
}

/// A name that is the same on every system, and nothing of a way to elsewhere.
pub(super) fn is_name(name: &str) -> bool {
    (1..=LONGEST_NAME).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
}

/// The name of a file in a kind's folder, and nothing of a way to elsewhere.
pub(super) fn is_file_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':'])
}

/// A name that a field can have.
pub(super) fn is_field_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !name.is_empty() && name.bytes().all(is_plain) && !name.starts_with(|c: char| c.is_ascii_digit())
}

/// The files of a kind that can be read, by name: its own and the pictures of its sample.
pub(super) fn files(folder: &Path, name: &str) -> Vec<(String, Vec<u8>)> {
    if !is_name(name) {
        return Vec::new();
    }
    let home = folder.join(name);
    let own = [(SETTINGS, MOST_BYTES), (BODY, MOST_BYTES), (SAMPLE, draft_file::MOST_BYTES)];
    let read = |(file, most)| Some((String::from(file), file::read("file", &home.join(file), most).ok()?));
    let mut files: Vec<(String, Vec<u8>)> = own.into_iter().filter_map(read).collect();
    let sample = text(&home, SAMPLE, draft_file::MOST_BYTES).ok().and_then(|text| draft_file::read(&text).ok());
    for (_, picture) in sample.iter().flat_map(|sample| pictures_of(&sample.draft)) {
        if is_file_name(picture) && files.iter().all(|(known, _)| known != picture) {
            files.extend(sample_file(folder, name, picture).map(|bytes| (picture.clone(), bytes)));
        }
    }
    files.sort();
    files
}

/// Reads a kind and fills it for trial.
pub(super) fn read(folder: &Path, name: &str) -> Result<Template, KindFault> {
    if !is_name(name) {
        return Err(fault(
            "",
            0,
            format!("the name of the folder `{}` cannot name a letter kind", shown(Path::new(name))),
            "Name the folder with small letters, digits and hyphens, such as `my-letter`.",
        ));
    }
    if template::built_in_kind(name).is_some() {
        let message = format!("there is a built-in letter kind with the name `{name}`");
        return Err(fault("", 0, message, "Give the folder another name."));
    }
    let home = folder.join(name);
    let settings = text(&home, SETTINGS, MOST_BYTES)?;
    let body = text(&home, BODY, MOST_BYTES)?;
    let mut template = Template::read(name, &settings, &body).map_err(|error| {
        let hint = "Correct this line; a built-in kind shows how it is written.";
        fault(error.file, error.line, error.message, hint)
    })?;
    if home.join(SAMPLE).exists() {
        template.sample = text(&home, SAMPLE, draft_file::MOST_BYTES)?;
    }
    tried(&template, &settings)?;
    Ok(template)
}

/// The pictures that a kind's sample names.
pub(super) fn sample_pictures(folder: &Path, kind: &str, sample: &Draft) -> Pictures {
    let picture = |(_, name): (String, &String)| {
        let bytes = sample_file(folder, kind, name)?;
        Some((name.clone(), crate::pictures::read(name, &bytes).ok()?))
    };
    pictures_of(sample).filter_map(picture).collect()
}

/// A file that lies beside a sample: built in, or in the folder of one's own kind.
pub(crate) fn sample_file(folder: &Path, kind: &str, name: &str) -> Option<Vec<u8>> {
    if let Some(bytes) = template::built_in_file(kind, name) {
        return Some(bytes.to_vec());
    }
    file::read(
        "picture",
        &folder.join(Some(kind).filter(|kind| is_name(kind) && is_file_name(name))?).join(name),
        MOST_PICTURE,
    )
    .ok()
}

/// Copies a kind into a folder of one's own, under a name that is free.
pub(super) fn own_kind(folder: &Path, from: &str) -> Result<Kind, Error> {
    let kinds = all(folder);
    let gone = || {
        let message = format!("there is no letter kind `{}` to start from", shown(Path::new(from)));
        Error::new(Code::Gone, message, "Choose another one of the list.")
    };
    let old = kinds.iter().find(|kind| kind.kind == from).and_then(|kind| kind.template.as_ref()).ok_or_else(gone)?;
    let source = |file: &str| -> Option<String> {
        match template::built_in_file(from, file) {
            Some(bytes) => String::from_utf8(bytes.to_vec()).ok(),
            None => text(&folder.join(from), file, MOST_BYTES).ok(),
        }
    };
    let name = free_name(folder, from, &kinds).ok_or_else(gone)?;
    let title = free_title(&old.name, "my own", &kinds).ok_or_else(gone)?;

    let settings = with_line(&source(SETTINGS).ok_or_else(gone)?, "name", &title);
    let mut files =
        vec![(SETTINGS.to_owned(), settings.into_bytes()), (BODY.to_owned(), old.body.clone().into_bytes())];
    if !old.sample.is_empty() {
        files.push((SAMPLE.to_owned(), with_line(&old.sample, "kind", &name).into_bytes()));
        if let Ok(sample) = draft_file::read(&old.sample) {
            for (_, picture) in pictures_of(&sample.draft) {
                if files.iter().all(|(known, _)| known != picture) {
                    files.extend(sample_file(folder, from, picture).map(|bytes| (picture.clone(), bytes)));
                }
            }
        }
    }
    put(folder, &name, &files)?;
    let unread = |fault: KindFault| {
        let message = format!("the new letter kind `{name}` cannot be read: {}", fault.message);
        Error::new(Code::Program, message, format!("It lies among your letter kinds. {}", fault.hint))
    };
    read(folder, &name).map(|template| offered(template, true)).map_err(unread)
}

/// A name like this one that no kind and no folder has.
fn free_name(folder: &Path, like: &str, kinds: &[Kind]) -> Option<String> {
    let base = like
        .rsplit_once('-')
        .filter(|(_, end)| end.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(like, |(base, _)| base);
    let base = &base[..base.len().min(LONGEST_NAME - 5)];
    let is_free = |name: &String| kinds.iter().all(|kind| kind.kind != *name) && !folder.join(name).exists();
    (2..10_000).map(|number| format!("{base}-{number}")).find(is_free)
}

/// What people call a kind like this one, with what sets it apart, as no other kind is called.
fn free_title(like: &str, apart: &str, kinds: &[Kind]) -> Option<String> {
    let is_unused = |title: &String| kinds.iter().all(|kind| kind.name != *title);
    let plain = like.split(&format!(" ({apart}")).next().unwrap_or(like);
    let numbered = (2..10_000).map(|number| format!("{plain} ({apart} {number})"));
    std::iter::once(format!("{plain} ({apart})")).chain(numbered).find(is_unused)
}

/// Puts a kind beside another one of its name, and returns what people call it there; none when one like it lies there
/// already.
pub(super) fn put_beside(folder: &Path, kind: &KindFiles) -> Result<Option<String>, Error> {
    // What tells a kind from another beside its names.
    let bare = |files: &[(String, Vec<u8>)]| named(files, "", "");
    let is_there = names(folder).iter().any(|name| bare(&files(folder, name)) == bare(&kind.files));
    if is_there {
        return Ok(None);
    }
    let kinds = all(folder);
    let full = || {
        let message = format!("every name like `{}` is taken", kind.name);
        Error::new(Code::Place, message, "Remove folders from among your letter kinds, and restore the backup again.")
    };
    let settings = kind.files.iter().find(|(name, _)| name == SETTINGS).map(|(_, bytes)| bytes.clone());
    let settings = settings.and_then(|bytes| decoded(SETTINGS, bytes).ok()).unwrap_or_default();
    let read = Template::read(&kind.name, &settings, "").ok();
    let called = read.map_or_else(|| kind.name.clone(), |template| template.name);
    let name = free_name(folder, &kind.name, &kinds).ok_or_else(full)?;
    let title = free_title(&called, "from a backup", &kinds).ok_or_else(full)?;
    put(folder, &name, &named(&kind.files, &name, &title))?;
    Ok(Some(title))
}

/// The files of a kind with another name and another title.
fn named(files: &[(String, Vec<u8>)], name: &str, title: &str) -> Vec<(String, Vec<u8>)> {
    let file = |(file, bytes): &(String, Vec<u8>)| {
        let (key, value) = match file.as_str() {
            SETTINGS => ("name", title),
            SAMPLE => ("kind", name),
            _ => return (file.clone(), bytes.clone()),
        };
        // What is no text is as it was; nobody can use it either way.
        let text = decoded(file, bytes.clone()).map(|text| with_line(&text, key, value).into_bytes());
        (file.clone(), text.unwrap_or_else(|_| bytes.clone()))
    };
    files.iter().map(file).collect()
}

/// Puts a whole folder in place in one move.
pub(super) fn put(folder: &Path, name: &str, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    let unplaced = |error| Error::unplaced(&folder.join(name), &error);
    fs::create_dir_all(folder).map_err(unplaced)?;
    let new = tempfile::Builder::new().prefix(".new-").tempdir_in(folder).map_err(unplaced)?;
    place(new.path(), files)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(new.path(), fs::Permissions::from_mode(0o755)).map_err(unplaced)?;
    }
    fs::rename(new.path(), folder.join(name)).map_err(unplaced)?;
    let _ = new.keep();
    Ok(())
}

/// The text with another value in the first line that sets this key at the top of the file.
fn with_line(text: &str, key: &str, value: &str) -> String {
    let mut is_done = false;
    let mut out = String::with_capacity(text.len() + value.len());
    for line in text.split_inclusive('\n') {
        let sets = line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        if !is_done && sets {
            is_done = true;
            // Writing a value as TOML cannot fail for a text.
            out.push_str(&format!("{key} = {}\n", toml::Value::from(value)));
        } else {
            is_done |= line.trim_start().starts_with('[');
            out.push_str(line);
        }
    }
    out
}

fn text(home: &Path, name: &str, most: usize) -> Result<String, KindFault> {
    let bytes =
        file::read("file", &home.join(name), most).map_err(|error| fault(name, 0, error.message, &error.hint))?;
    decoded(name, bytes)
}

/// The text of a kind's file.
pub(super) fn decoded(name: &str, bytes: Vec<u8>) -> Result<String, KindFault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).map(|text| text.replace("\r\n", "\n")).map_err(|error| {
        let line =
            1 + error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        fault(name, line, "the text is not in UTF-8", "Save the file again in UTF-8.")
    })
}

pub(super) fn fault(file: &str, line: usize, message: impl Into<String>, hint: &str) -> KindFault {
    KindFault {
        file: file.to_owned(),
        line: u32::try_from(line).unwrap_or(u32::MAX),
        message: message.into(),
        hint: hint.to_owned(),
    }
}
