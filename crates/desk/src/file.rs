//! A path in, the bytes of a regular file out, with its size judged before it is read.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::{Code, Error, shown};

/// Reads a file of at most this many bytes. `what` names it in errors: `draft`, `picture`.
pub(crate) fn read(what: &str, path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    read_by(what, path, |_| most)
}

/// Reads a file of at most as many bytes as its first two allow.
pub(crate) fn read_by(what: &str, path: &Path, most: impl FnOnce(&[u8]) -> usize) -> Result<Vec<u8>, Error> {
    let about = std::fs::metadata(path).map_err(|error| Error::unread(what, path, &error))?;
    // Opening a pipe waits for somebody to write into it, so what a thing is comes before opening it.
    if about.is_dir() {
        return Err(Error::new(
            Code::Draft,
            format!("`{}` is a folder, not a {what}", shown(path)),
            format!("Name the {what} in it."),
        ));
    }
    if !about.is_file() {
        return Err(Error::new(
            Code::Draft,
            format!("`{}` is no regular file but a device or a pipe", shown(path)),
            format!("Save the {what} as a file and name that."),
        ));
    }
    let too_large = |size: u64, most: usize| {
        let message = format!("the {what} `{}` has {size} bytes; the most is {most}", shown(path));
        Error::new(Code::Draft, message, format!("Check that this is the {what} you mean, or make it smaller."))
    };
    let unread = |error| Error::unread(what, path, &error);
    let mut file = File::open(path).map_err(unread)?;
    let mut bytes = Vec::new();
    file.by_ref().take(2).read_to_end(&mut bytes).map_err(unread)?;
    let most = most(&bytes);
    let too_large = |size: u64| too_large(size, most);
    if about.len() > most as u64 {
        return Err(too_large(about.len()));
    }
    bytes.reserve_exact(about.len() as usize);
    // The file may grow while it is being read; one byte more than allowed tells.
    file.take((most as u64 + 1).saturating_sub(2)).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() > most { Err(too_large(bytes.len() as u64)) } else { Ok(bytes) }
}
