//! The desk: opened from its folder, asked and told by the window, closed.
//!
//! What is done with each noun stands in the noun's module. The live draft and the database have locks of their own,
//! so that a write that waits for the disk never stands in front of a keystroke. Who needs several takes them in the
//! order `keeping`, `live`, `store`.

use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::backup::{self, Rolling};
use crate::error::{Code, Error};
use crate::folder::Folder;
use crate::kinds::KindPictures;
use crate::live::Live;
use crate::sitting::Sitting;
use crate::start::{Notice, Start, Trouble};
use crate::store::{Store, Unclosed, of_moment};
use crate::system_fonts::Faces;

/// Says what time it is.
pub type Clock = Box<dyn Fn() -> Timestamp + Send + Sync>;

/// The clock of this computer.
pub fn clock() -> Clock {
    Box::new(Timestamp::now)
}

/// All that is kept on this computer.
pub struct Desk {
    pub(crate) folder: Folder,
    clock: Clock,
    /// When the desk was opened, the clock was not far past what was last written. Where it was, it may be wrong, and
    /// nothing is deleted for its age.
    pub(crate) clock_is_near: bool,
    store: Mutex<Store>,
    /// Held while something is kept, so that what was written later is never overtaken by what was read earlier.
    keeping: Mutex<Sitting>,
    live: Mutex<Option<Live>>,
    /// An older version of the live draft that is being looked at.
    looked_at: Mutex<Option<Live>>,
    pub(crate) faces: LazyLock<Arc<Faces>>,
    pub(crate) kind_pictures: KindPictures,
    notices: Mutex<Vec<Notice>>,
    rolling: Mutex<Rolling>,
}

impl Desk {
    /// Opens the desk in a folder, which is made if it is missing.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self, Trouble> {
        let folder = Folder::hold(folder).map_err(plain)?;
        folder.sweep();
        let database = folder.database();
        let is_lost = std::fs::metadata(&database).map_or(true, |about| about.len() == 0);
        if is_lost && !backup::found(&folder).is_empty() {
            let error = Error::new(
                Code::Damaged,
                "the desk's file is gone or empty",
                "Open the newest backup, or start with an empty desk. Nothing is deleted.",
            );
            return Err(troubled(&folder, error));
        }
        let told = backup::unbacked(&folder).into_iter().collect();
        Self::begin(folder, clock, told)
    }

    /// Opens the desk from one of its backups; what is there is set aside.
    pub fn open_from(folder: &Path, clock: Clock, backup: &str) -> Result<Self, Trouble> {
        let folder = Folder::hold(folder).map_err(plain)?;
        match backup::bring_back(&folder, backup, clock()) {
            Ok(notice) => {
                let desk = Self::begin(folder, clock, vec![notice])?;
                let brought = desk.bring_back_kinds();
                desk.notices.lock().unwrap_or_else(PoisonError::into_inner).extend(brought);
                Ok(desk)
            }
            Err(error) => Err(troubled(&folder, error)),
        }
    }

    /// Opens an empty desk; what is there is set aside.
    pub fn open_anew(folder: &Path, clock: Clock) -> Result<Self, Trouble> {
        let folder = Folder::hold(folder).map_err(plain)?;
        match folder.set_aside(&backup::stamp(clock())) {
            Ok(aside) => {
                let kept = aside.map(|name| Notice {
                    message: format!("This is a new desk. The one before was set aside as “{name}”."),
                    hint: "Keep that file until you know that you no longer need it.".to_owned(),
                    draft: None,
                });
                Self::begin(folder, clock, kept.into_iter().collect())
            }
            Err(error) => Err(troubled(&folder, error)),
        }
    }

    fn begin(folder: Folder, clock: Clock, mut notices: Vec<Notice>) -> Result<Self, Trouble> {
        let now = clock();
        let begun = Store::open(&folder.database(), folder.is_suspect()).and_then(|mut store| {
            folder.suspect(false);
            let behind = store.clock_is_behind(now);
            let unclosed = store.begin_session(now)?;
            let is_near = store.clock_is_ahead(now) <= A_WEEK;
            if is_near {
                store.forget_removed(now)?;
            }
            Ok((store, behind, is_near, unclosed))
        });
        let (store, behind, clock_is_near, unclosed) = begun.map_err(|error| troubled(&folder, error))?;
        notices.extend(unclosed.as_ref().map(recovered));
        notices.extend((behind > A_DAY).then(clock_set_back));
        let desk = Self {
            folder,
            clock,
            clock_is_near,
            store: Mutex::new(store),
            keeping: Mutex::default(),
            live: Mutex::default(),
            looked_at: Mutex::default(),
            faces: LazyLock::new(Arc::default),
            kind_pictures: KindPictures::default(),
            notices: Mutex::new(notices),
            rolling: Mutex::default(),
        };
        if let Some((id, ..)) = unclosed.and_then(|unclosed| unclosed.draft) {
            desk.settle_draft(id);
        }
        Ok(desk)
    }

    /// What the window learns when it opens. What happened is told once.
    pub fn start(&self) -> Start {
        let mut notices = std::mem::take(&mut *self.notices.lock().unwrap_or_else(PoisonError::into_inner));
        let settings = self.store().settings().unwrap_or_else(|error| {
            notices.push(Notice {
                message: "The settings could not be read.".to_owned(),
                hint: error.hint,
                draft: None,
            });
            Default::default()
        });
        Start { version: env!("CARGO_PKG_VERSION").to_owned(), settings, notices, open: None, trouble: None }
    }

    /// Keeps the live draft, ends the session and makes a backup.
    pub fn close(&self) -> Result<(), Error> {
        self.put_away()?;
        // Everything is kept; without the note the next start only says that Lectern was not closed.
        let _ = self.store().end_session();
        self.back_up();
        Ok(())
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn keeping(&self) -> MutexGuard<'_, Sitting> {
        self.keeping.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn rolling(&self) -> MutexGuard<'_, Rolling> {
        self.rolling.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn live(&self) -> MutexGuard<'_, Option<Live>> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn looked_at(&self) -> MutexGuard<'_, Option<Live>> {
        self.looked_at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// The day that it is where the person sits.
    pub(crate) fn today(&self) -> Date {
        self.now().to_zoned(TimeZone::system()).date()
    }
}

const A_DAY: i64 = 24 * 60 * 60 * 1000;
const A_WEEK: i64 = 7 * A_DAY;

/// Trouble that no backup helps against.
fn plain(error: Error) -> Trouble {
    Trouble { error, backups: Vec::new(), can_start_anew: false }
}

fn troubled(folder: &Folder, error: Error) -> Trouble {
    if error.code == Code::Unkept {
        let hint = "Nothing was changed. See that the disk has room and that you may write to the desk's folder, then open \
                    Lectern again.";
        return plain(Error::new(Code::Place, error.message, hint));
    }
    if error.code != Code::Damaged {
        return plain(error);
    }
    Trouble { error, backups: backup::found(folder), can_start_anew: true }
}

fn recovered(unclosed: &Unclosed) -> Notice {
    let at = |at: i64| of_moment(at).to_zoned(TimeZone::system()).strftime("%H:%M on %B %-d, %Y").to_string();
    match &unclosed.draft {
        Some((id, title, changed)) => Notice {
            message: format!(
                "Lectern was not closed while “{title}” was open. It is here as it was at {}.",
                at(*changed)
            ),
            hint: "Open it and read the last lines that you wrote.".to_owned(),
            draft: Some(*id),
        },
        None => Notice {
            message: "Lectern was not closed the last time. Everything on the desk is here.".to_owned(),
            hint: String::new(),
            draft: None,
        },
    }
}

fn clock_set_back() -> Notice {
    Notice {
        message: "The clock of this computer is behind the last change on the desk.".to_owned(),
        hint: "Check the date and time. Nothing is lost, and the history keeps its order.".to_owned(),
        draft: None,
    }
}
