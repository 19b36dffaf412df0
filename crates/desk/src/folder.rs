//! The desk's folder: made for its person alone, held by one copy of the program, swept of what a crash left behind.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Code, Error, reason, shown};

/// The desk's file in its folder.
const DATABASE: &str = "lectern.db";
/// What one copy of the program holds while it runs.
const LOCK: &str = "lectern.lock";
/// A note that a backup could not be made because the desk's file seems damaged.
const SUSPECT: &str = "lectern.suspect";
/// A note that the last rolling backup could not be made, and why.
const UNBACKED: &str = "lectern.unbacked";
/// Where the rolling backups lie.
const BACKUPS: &str = "backups";
/// Where the person's own letter kinds lie.
const KINDS: &str = "kinds";
/// How the names of our unfinished files begin.
pub(crate) const UNFINISHED: &str = ".lectern-";

/// The folder in which the desk lies, and the lock on it.
pub(crate) struct Folder {
    path: PathBuf,
    _lock: File,
}

/// What tells a file from another that stands under the same name later.
pub(crate) type Identity = (u64, u64);

impl Folder {
    /// Makes the folder if it is missing, and holds it against other copies of the program.
    pub(crate) fn hold(path: &Path) -> Result<Self, Error> {
        let unusable = |error: &io::Error| unusable(path, error);
        if path.exists() && !path.is_dir() {
            return Err(unusable(&io::Error::other("it is a file, not a folder")));
        }
        private_folder(path).map_err(|error| unusable(&error))?;
        let mut open = OpenOptions::new();
        open.create(true).truncate(false).write(true);
        let lock = private(&mut open).open(path.join(LOCK)).map_err(|error| unusable(&error))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Error::new(
                Code::Busy,
                "Lectern is already open",
                "Go on in the window that is open, or close it first. Nothing was changed.",
            )),
            Err(TryLockError::Error(error)) => Err(unusable(&error)),
        }
    }

    /// The desk's file.
    pub(crate) fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// The folder of the person's own letter kinds, which may not be there yet.
    pub(crate) fn kinds(&self) -> PathBuf {
        self.path.join(KINDS)
    }

    /// Where something is made before it is moved to its place.
    pub(crate) fn unfinished(&self, name: &str) -> PathBuf {
        self.path.join(format!("{UNFINISHED}{name}"))
    }

    /// The folder of the backups, which is made if it is missing.
    pub(crate) fn backups(&self) -> Result<PathBuf, Error> {
        let backups = self.path.join(BACKUPS);
        private_folder(&backups).map_err(|error| Error::unplaced(&backups, &error))?;
        Ok(backups)
    }

    /// Whether the desk's file is to be looked through before it is used again, however large it is.
    pub(crate) fn is_suspect(&self) -> bool {
        self.path.join(SUSPECT).exists()
    }

    /// Notes whether the desk's file is to be looked through at the next start.
    pub(crate) fn suspect(&self, is_suspect: bool) {
        // Without the note a backup that fails says so again when the desk is closed the next time.
        let _ = match is_suspect {
            true => fs::write(self.path.join(SUSPECT), "Lectern looks through the desk's file at its next start.\n"),
            false if self.is_suspect() => fs::remove_file(self.path.join(SUSPECT)),
            false => Ok(()),
        };
    }

    /// Where it is noted that the last rolling backup could not be made.
    pub(crate) fn unbacked(&self) -> PathBuf {
        self.path.join(UNBACKED)
    }

    /// Takes away unfinished files of ours that a crash or a power cut left.
    pub(crate) fn sweep(&self) {
        for folder in [self.path.clone(), self.path.join(BACKUPS)] {
            let found = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
            for file in found.filter(|file| file.file_name().to_string_lossy().starts_with(UNFINISHED)) {
                // What cannot be removed is in nobody's way.
                let _ = fs::remove_file(file.path());
            }
        }
    }

    /// Moves the desk's file, with its log, to a name that nobody has; returns the name.
    pub(crate) fn set_aside(&self, stamp: &str) -> Result<Option<String>, Error> {
        let database = self.database();
        if !database.exists() {
            return Ok(None);
        }
        let name = |number: u32| match number {
            1 => format!("lectern-set-aside-{stamp}.db"),
            _ => format!("lectern-set-aside-{stamp}-{number}.db"),
        };
        let free = (1..).map(name).find(|name| !self.path.join(name).exists()).unwrap_or_default();
        // The log goes first: a database whose log was taken is whole but older, a log without its database is nothing.
        for ending in ["-wal", "-shm", ""] {
            let from = self.path.join(format!("{DATABASE}{ending}"));
            let to = self.path.join(format!("{free}{ending}"));
            if from.exists() {
                fs::rename(&from, &to).map_err(|error| Error::unplaced(&to, &error))?;
            }
        }
        Ok(Some(free))
    }
}

fn unusable(path: &Path, error: &io::Error) -> Error {
    let full = error.kind() == io::ErrorKind::StorageFull;
    let why = if full { "the disk is full".to_owned() } else { reason(error) };
    Error::new(
        Code::Place,
        format!("the desk's folder `{}` cannot be used: {why}", shown(path)),
        "Nothing was changed. Make the folder one that you may write to, then open Lectern again.",
    )
}

/// Makes a file that only its owner reads, if there is none, and makes one that is there such a file.
pub(crate) fn private_file(path: &Path) -> io::Result<()> {
    let mut open = OpenOptions::new();
    open.create(true).truncate(false).write(true);
    let file = private(&mut open).open(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mut leave = file.metadata()?.permissions();
        if leave.mode() & 0o077 != 0 {
            leave.set_mode(0o600);
            file.set_permissions(leave)?;
        }
    }
    drop(file);
    Ok(())
}

#[cfg(unix)]
fn private(open: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    open.mode(0o600)
}

#[cfg(not(unix))]
fn private(open: &mut OpenOptions) -> &mut OpenOptions {
    // Elsewhere the person's own folder is private by itself.
    open
}

fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// What tells the file under a name from another that stands there later; none when there is no file.
#[cfg(unix)]
pub(crate) fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|about| (about.dev(), about.ino()))
}

/// What tells the file under a name from another that stands there later; none when there is no file.
///
/// Where an open file cannot be moved or removed, that it is there is enough.
#[cfg(not(unix))]
pub(crate) fn identity(path: &Path) -> Option<Identity> {
    path.exists().then_some((0, 0))
}
