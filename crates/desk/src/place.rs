//! Finished bytes in, files at their names out: all of them whole, or none of them.
//!
//! Each file is written under a name of its own beside its place and moved there once every one of them is on the
//! disk, so that a full disk or a pulled plug leaves no half letter under a letter's name.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempPath};

use crate::error::Error;

/// Puts files into a folder, which is made if it is missing; files of the same names are replaced.
pub(crate) fn place(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<PathBuf>, Error> {
    if folder.exists() && !folder.is_dir() {
        return Err(Error::unplaced(folder, &io::Error::other("it is a file, not a folder")));
    }
    let is_new = !folder.exists();
    let placed = fs::create_dir_all(folder)
        .map_err(|error| Error::unplaced(folder, &error))
        .and_then(|()| place_all(folder, files));
    if placed.is_err() && is_new {
        // A folder made for nothing goes again; one that somebody filled meanwhile stays, and so does the error.
        let _ = fs::remove_dir(folder);
    }
    placed
}

fn place_all(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<PathBuf>, Error> {
    let mut waiting = Vec::new();
    for (name, bytes) in files {
        let target = folder.join(name);
        let unplaced = |error| Error::unplaced(&target, &error);
        if target.is_dir() {
            return Err(unplaced(io::Error::other("a folder of that name is in the way")));
        }
        let file = written(folder, bytes).map_err(unplaced)?;
        let before = kept(folder, &target).map_err(unplaced)?;
        waiting.push((file, target, before));
    }
    let mut moved: Vec<(PathBuf, Option<TempPath>)> = Vec::new();
    for (file, target, before) in waiting {
        if let Err(error) = file.persist(&target) {
            put_back(moved);
            return Err(Error::unplaced(&target, &error.error));
        }
        moved.push((target, before));
    }
    // The moves themselves are safe once the folder is on the disk; some systems cannot say when that is.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(moved.into_iter().map(|(target, _)| target).collect())
}

/// The bytes on the disk, under a name that nobody looks at, which goes away unless the file is moved.
fn written(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".lectern-");
    #[cfg(unix)]
    {
        // As any program would make it: readable for whom the person's own settings say.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// A second name for what stands at the target, so that it can be put back; none where nothing does, or where the
/// file system knows no second names.
fn kept(folder: &Path, target: &Path) -> io::Result<Option<TempPath>> {
    if !target.exists() {
        return Ok(None);
    }
    let name = Builder::new().prefix(".lectern-before-").tempfile_in(folder)?.into_temp_path();
    fs::remove_file(&name)?;
    Ok(fs::hard_link(target, &name).is_ok().then_some(name))
}

/// Undoes moves: what stood there before comes back, what is new goes.
fn put_back(moved: Vec<(PathBuf, Option<TempPath>)>) {
    for (target, before) in moved {
        // Each step is the best that can be done after a failure; a second failure changes nothing of that.
        let _ = match before {
            Some(before) => before.persist(&target).map_err(|error| error.error),
            None => fs::remove_file(&target),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Vec<(String, Vec<u8>)> {
        names.iter().map(|name| ((*name).to_owned(), format!("new {name}").into_bytes())).collect()
    }

    fn listing(folder: &Path) -> Vec<(String, String)> {
        let mut all: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let text = fs::read_to_string(entry.path()).unwrap_or_else(|_| "folder".to_owned());
                (entry.file_name().to_string_lossy().into_owned(), text)
            })
            .collect();
        all.sort();
        all
    }

    fn is(listing: &[(String, String)], expected: &[(&str, &str)]) {
        let listing: Vec<_> = listing.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(listing, expected);
    }

    #[test]
    fn files_stand_whole_in_a_folder_that_is_made() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a/b");
        let placed = place(&folder, &files(&["x.pdf", "x.txt"])).unwrap();
        assert_eq!(placed, [folder.join("x.pdf"), folder.join("x.txt")]);
        is(&listing(&folder), &[("x.pdf", "new x.pdf"), ("x.txt", "new x.txt")]);
        place(&folder, &files(&["x.txt"])).unwrap();
        is(&listing(&folder), &[("x.pdf", "new x.pdf"), ("x.txt", "new x.txt")]);
    }

    #[test]
    fn nothing_is_left_of_what_could_not_be_placed_whole() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("a.txt"), "old").unwrap();
        fs::create_dir(home.path().join("b.txt")).unwrap();
        let error = place(home.path(), &files(&["a.txt", "b.txt"])).unwrap_err();
        assert!(error.message.contains("a folder of that name is in the way"), "{error}");
        is(&listing(home.path()), &[("a.txt", "old"), ("b.txt", "folder")]);

        let error = place(&home.path().join("a.txt"), &files(&["c.txt"])).unwrap_err();
        assert!(error.message.contains("a.txt"), "{error}");
        assert!(error.message.contains("it is a file, not a folder"), "{error}");
        is(&listing(home.path()), &[("a.txt", "old"), ("b.txt", "folder")]);

        let new = home.path().join("new");
        place(&new, &files(&["c.txt", "no/such/folder.txt"])).expect_err("a name that leads into another folder");
        assert!(!new.join("c.txt").exists() && listing(home.path()).iter().all(|(name, _)| !name.starts_with('.')));
    }

    #[test]
    fn what_stood_there_comes_back_when_a_later_move_fails() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("a.txt");
        fs::write(&target, "old").unwrap();
        let before = kept(home.path(), &target).unwrap();
        written(home.path(), b"new").unwrap().persist(&target).unwrap();
        let fresh = home.path().join("b.txt");
        written(home.path(), b"new").unwrap().persist(&fresh).unwrap();
        put_back(vec![(target, before), (fresh, None)]);
        is(&listing(home.path()), &[("a.txt", "old")]);
    }
}
