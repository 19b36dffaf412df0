//! What the window holds between two questions: the desk, or why it cannot be opened; files that wait to be brought in;
//! where the last files went.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError, RwLock};

use desk::{Code, Desk, DraftId, Error, Handed, Notice, Progress, Settings, Start, Trouble, Wanted};

/// The desk, or why there is none.
type Outcome = Result<Desk, Trouble>;

/// What the window holds.
pub struct Held {
    folder: PathBuf,
    /// Opened by whoever asks first; all others wait for it.
    desk: LazyLock<RwLock<Outcome>, Box<dyn FnOnce() -> RwLock<Outcome> + Send>>,
    /// Files that were opened with Lectern before the page could show them; `None` once it can.
    waiting: Mutex<Option<Vec<PathBuf>>>,
    /// The files of the last export. The page knows only their names.
    handed: Mutex<Vec<PathBuf>>,
    /// The page asked for the state before.
    asked: AtomicBool,
    cancelled: AtomicBool,
    closed: AtomicBool,
}

impl Held {
    /// Holds the desk in this folder, not yet opened, and the files that the program was started with.
    pub fn new(folder: PathBuf, files: Vec<PathBuf>) -> Self {
        let at = folder.clone();
        let open: Box<dyn FnOnce() -> RwLock<Outcome> + Send> =
            Box::new(move || RwLock::new(Desk::open(&at, desk::clock())));
        Self {
            folder,
            desk: LazyLock::new(open),
            waiting: Mutex::new(Some(files)),
            handed: Mutex::default(),
            asked: AtomicBool::new(false),
            cancelled: AtomicBool::new(false),
            closed: AtomicBool::new(false),
        }
    }

    /// Opens the desk unless it is.
    pub fn open(&self) {
        LazyLock::force(&self.desk);
    }

    /// Asks the desk; in trouble, the answer is the trouble.
    pub fn ask<T>(&self, question: impl FnOnce(&Desk) -> Result<T, Error>) -> Result<T, Error> {
        let outcome = self.desk.read().unwrap_or_else(PoisonError::into_inner);
        let desk = outcome.as_ref().map_err(|trouble| trouble.error.clone())?;
        question(desk)
    }

    /// The state of the desk as the page opens, with the drafts that waiting files became. Asked again in trouble, it
    /// tries again.
    pub fn start(&self) -> Start {
        if self.asked.swap(true, Ordering::Relaxed) && self.in_trouble() {
            self.replace(|folder| Desk::open(folder, desk::clock()));
        }
        self.begin()
    }

    fn begin(&self) -> Start {
        let mut start = self.state();
        if start.trouble.is_none() {
            for path in lock(&self.waiting).take().unwrap_or_default() {
                match self.bring_in(&path) {
                    Ok(draft) => start.open = Some(draft),
                    Err(error) => start.notices.push(notice(error)),
                }
            }
        }
        start
    }

    /// Opens the desk in another way: from a backup, or anew. A desk that is open stays.
    pub fn open_otherwise(&self, open: impl FnOnce(&Path) -> Outcome) -> Start {
        self.replace(open);
        self.begin()
    }

    fn replace(&self, open: impl FnOnce(&Path) -> Outcome) {
        let mut outcome = self.desk.write().unwrap_or_else(PoisonError::into_inner);
        // Another question may have opened it meanwhile: it holds its folder, and a second one would only find it busy.
        if outcome.is_err() {
            *outcome = open(&self.folder);
        }
    }

    fn state(&self) -> Start {
        match &*self.desk.read().unwrap_or_else(PoisonError::into_inner) {
            Ok(desk) => desk.start(),
            Err(trouble) => Start {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                settings: Settings::default(),
                notices: Vec::new(),
                open: None,
                trouble: Some(trouble.clone()),
            },
        }
    }

    /// Makes files of the live draft, and remembers where they went.
    pub fn export(&self, wanted: Wanted, path: &Path) -> Result<Handed, Error> {
        let (handed, paths) = self.ask(|desk| desk.export(wanted, path))?;
        *lock(&self.handed) = paths;
        Ok(handed)
    }

    /// Makes a folder to hand the live letter in with, and remembers where it went.
    pub fn save_packet(&self, folder: &Path) -> Result<Handed, Error> {
        let (handed, paths) = self.ask(|desk| desk.save_packet(folder))?;
        *lock(&self.handed) = paths;
        Ok(handed)
    }

    /// A file of the last export, by its place among them.
    pub fn handed(&self, index: usize) -> Result<PathBuf, Error> {
        lock(&self.handed).get(index).cloned().ok_or_else(|| Error {
            code: Code::Gone,
            message: "there is no such file among those that were made last".to_owned(),
            hint: "Your letter is safe. Export it again, and open it from there.".to_owned(),
        })
    }

    /// A file that was opened with Lectern: brought in now, or kept until the page can show it.
    pub fn opened(&self, path: PathBuf) -> Option<Result<DraftId, Error>> {
        if let Some(waiting) = &mut *lock(&self.waiting) {
            waiting.push(path);
            return None;
        }
        Some(self.bring_in(&path))
    }

    fn bring_in(&self, path: &Path) -> Result<DraftId, Error> {
        self.ask(|desk| desk.bring_in(path))
    }

    /// Does long work, which `cancel` stops; says how far it is.
    pub fn work<T>(
        &self,
        tell: impl Fn(Option<Progress>),
        work: impl FnOnce(&Desk, &mut dyn FnMut(Progress) -> ControlFlow<()>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.cancelled.store(false, Ordering::Relaxed);
        let mut told = |progress| {
            tell(Some(progress));
            if self.cancelled.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let outcome = self.ask(|desk| work(desk, &mut told));
        tell(None);
        outcome
    }

    /// Stops the long work that goes on.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Keeps the live draft and ends the session; once it is ended, there is nothing more to do.
    pub fn close(&self) -> Result<(), Error> {
        if !self.closed.load(Ordering::Acquire) && !self.in_trouble() {
            self.ask(Desk::close)?;
            self.closed.store(true, Ordering::Release);
        }
        Ok(())
    }

    /// Closes where there is nobody left to tell.
    pub fn close_quietly(&self) {
        if let Err(error) = self.close() {
            eprintln!("error: {error}\nhint: {}", error.hint);
        }
    }

    fn in_trouble(&self) -> bool {
        self.desk.read().unwrap_or_else(PoisonError::into_inner).is_err()
    }
}

/// An error as something that happened: a full sentence.
fn notice(error: Error) -> Notice {
    let mut letters = error.message.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    Notice { message: format!("{first}{}.", letters.as_str()), hint: error.hint, draft: None }
}

/// A lock that outlives a fault in whoever held it: what it guards is replaced whole, never half.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_becomes_a_sentence() {
        let check = |message: &str, expected: &str| {
            let error = Error { code: Code::Draft, message: message.to_owned(), hint: "Look again.".to_owned() };
            assert_eq!(notice(error).message, expected);
        };
        check("there is no draft `x.lectern`", "There is no draft `x.lectern`.");
        check("über alles", "Über alles.");
        check("", ".");
    }

    #[test]
    fn files_wait_until_the_page_can_show_them_and_trouble_answers_every_question() {
        let folder = tempfile::tempdir().unwrap();
        let blocked = folder.path().join("blocked");
        std::fs::write(&blocked, "a file where the folder should be").unwrap();
        let held = Held::new(blocked.join("desk"), vec![PathBuf::from("first.lectern")]);
        assert!(held.opened(PathBuf::from("second.lectern")).is_none(), "the page is not there yet");
        let start = held.start();
        let trouble = start.trouble.unwrap();
        assert!(!trouble.error.hint.is_empty());
        assert_eq!(held.ask(|desk| desk.home(0, 1)).unwrap_err(), trouble.error);
        assert_eq!(lock(&held.waiting).as_ref().unwrap().len(), 2, "files wait until the trouble is settled");
        assert_eq!(held.handed(0).unwrap_err().code, Code::Gone);
        std::fs::remove_file(&blocked).unwrap();
        assert!(held.start().trouble.is_none(), "asked again, it tries again");
        let again = held.open_otherwise(|folder| Desk::open(folder, desk::clock()));
        assert!(again.trouble.is_none(), "a desk that is open stays");
        held.ask(|desk| desk.home(0, 1)).unwrap();
    }
}
