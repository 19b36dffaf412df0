//! A person at the window: verbs that find things by what is seen and heard, wait until they are there, and fail with a
//! picture of the window.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::driver::{Driver, PATIENCE, text};
use crate::case::root;
use crate::tools::built;

/// Functions that find things in the page; each verb runs with them.
const PAGE: &str = include_str!("page.js");

/// The key by which WebDriver hands elements over.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Keys that have no character, by the names people use.
const KEYS: [(&str, char); 18] = [
    ("Enter", '\u{e007}'),
    ("Tab", '\u{e004}'),
    ("Esc", '\u{e00c}'),
    ("Space", ' '),
    ("Backspace", '\u{e003}'),
    ("Delete", '\u{e017}'),
    ("Left", '\u{e012}'),
    ("Up", '\u{e013}'),
    ("Right", '\u{e014}'),
    ("Down", '\u{e015}'),
    ("PageUp", '\u{e00e}'),
    ("PageDown", '\u{e00f}'),
    ("End", '\u{e010}'),
    ("Home", '\u{e011}'),
    ("F1", '\u{e031}'),
    ("F6", '\u{e036}'),
    ("F10", '\u{e03a}'),
    ("F2", '\u{e032}'),
];
const HELD: [(&str, char); 3] = [("Ctrl", '\u{e009}'), ("Shift", '\u{e008}'), ("Alt", '\u{e00a}')];

/// A person with a desk of their own.
pub struct Person {
    home: TempDir,
    runtime: Runtime,
    window: RefCell<Option<(Driver, Client)>>,
    surroundings: RefCell<Vec<(String, String)>>,
}

impl Person {
    /// Opens the window on an empty desk.
    pub fn new() -> Self {
        Self::opening(&[])
    }

    /// Opens the window with files, as from the file manager.
    pub fn opening(files: &[&Path]) -> Self {
        let person = Self::away();
        person.open(files);
        person
    }

    /// A person with a desk, whose window is not open yet.
    pub fn away() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self {
            home: tempfile::tempdir().unwrap(),
            runtime,
            window: RefCell::default(),
            surroundings: RefCell::default(),
        }
    }

    /// Opens the window again on the same desk.
    pub fn open(&self, files: &[&Path]) {
        let arguments: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        self.open_program(&built("lectern-app"), &arguments);
    }

    /// Opens the window of another program.
    pub fn open_program(&self, program: &Path, arguments: &[String]) {
        let driver = Driver::start(self.home.path(), &self.surroundings.borrow());
        let client = self.runtime.block_on(driver.open(program, arguments));
        *self.window.borrow_mut() = Some((driver, client));
    }

    /// Sets an environment variable of the windows that are opened from now on.
    pub fn set(&self, name: &str, value: &str) {
        self.surroundings.borrow_mut().push((name.to_owned(), value.to_owned()));
    }

    /// The process of the window.
    pub fn process(&self) -> u32 {
        let window = self.window.borrow();
        let windows = window.as_ref().expect("the window is open").0.windows();
        windows.first().and_then(|id| id.parse().ok()).expect("the driver started a window")
    }

    /// Closes the window as its driver does: at once, with nothing asked.
    pub fn close(&self) {
        if let Some((driver, client)) = self.window.borrow_mut().take() {
            self.runtime.block_on(driver.close(client));
        }
    }

    /// Ends the program in the middle of whatever it does.
    pub fn kill(&self) {
        if let Some((driver, _)) = self.window.borrow_mut().take() {
            driver.kill();
        }
    }

    /// Ends the program as the system does at the end of a session, and waits until it is gone.
    pub fn end_session(&self) {
        if let Some((driver, _)) = self.window.borrow_mut().take() {
            driver.end_session();
            let since = Instant::now();
            while !driver.windows().is_empty() {
                assert!(since.elapsed() < PATIENCE, "the window stays open at the end of the session");
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }

    /// Closes the window and opens it again on the same desk.
    pub fn restart(&self) {
        self.end_session();
        self.open(&[]);
    }

    /// The person's own folder, for files.
    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    /// Answers the next dialogs: a path, a folder that ends with `/` for the offered name in it, or nothing.
    pub fn answer(&self, answers: &[&str]) {
        std::fs::write(self.home.path().join("answers"), answers.join("\n")).unwrap();
    }

    /// What was opened (`open PATH`) or shown in the file manager (`show PATH`).
    pub fn shown(&self) -> Vec<String> {
        let shown = std::fs::read_to_string(self.home.path().join("shown")).unwrap_or_default();
        shown.lines().map(str::to_owned).collect()
    }

    /// Clicks what is called so: a button, a link, a tab, a choice, whatever can be clicked.
    #[track_caller]
    pub fn click(&self, name: &str) {
        self.do_to("control", name, |element| async move { element.click().await });
    }

    /// Replaces what stands in a field of the draft by what is typed, key by key; a new line is Enter.
    #[track_caller]
    pub fn type_into(&self, field: &str, text: &str) {
        self.clear(field);
        self.type_text(text);
    }

    /// Puts the caret into a field of the draft.
    #[track_caller]
    pub fn focus(&self, field: &str) {
        self.do_to("field", field, |element| async move { element.click().await });
    }

    /// Empties a field of the draft, as a person does.
    #[track_caller]
    pub fn clear(&self, field: &str) {
        self.focus(field);
        self.press("Ctrl+A");
        self.press("Backspace");
    }

    /// Chooses from the list of a field of the draft by what is read there.
    #[track_caller]
    pub fn choose(&self, field: &str, option: &str) {
        self.do_to("field", field, |element| {
            let option = option.to_owned();
            async move { element.select_by_label(&option).await }
        });
    }

    /// Types into whatever has the focus.
    pub fn type_text(&self, text: &str) {
        // The driver drops line feeds.
        self.send(&text.replace('\n', "\u{e007}"));
    }

    /// Presses a key, with others held: `Tab`, `Ctrl+Z`, `Shift+Tab`.
    pub fn press(&self, keys: &str) {
        let mut sent = String::new();
        for key in keys.split('+') {
            let known = HELD.iter().chain(&KEYS).find(|(name, _)| *name == key).map(|(_, code)| *code);
            match known {
                Some(code) => sent.push(code),
                None if key.chars().count() == 1 => sent.push_str(&key.to_lowercase()),
                None => panic!("there is no key `{key}`"),
            }
        }
        // Held keys are let go; where none is held, WebKit would type the sign for it.
        if keys.len() > 1 && keys.contains('+') {
            sent.push('\u{e000}');
        }
        self.send(&sent);
    }

    /// Waits until a text can be read somewhere in the window.
    #[track_caller]
    pub fn see(&self, wanted: &str) {
        self.wait(&format!("`{wanted}` is not to be seen"), || self.ask("sees", wanted) == json!(true));
    }

    /// Waits until a text can be read nowhere in the window.
    #[track_caller]
    pub fn see_no(&self, unwanted: &str) {
        self.wait(&format!("`{unwanted}` is still to be seen"), || self.ask("sees", unwanted) == json!(false));
    }

    /// Waits until the letter beside the steps says this.
    #[track_caller]
    pub fn see_in_letter(&self, wanted: &str) {
        self.wait(&format!("the letter does not say `{wanted}`"), || self.ask("letterSays", wanted) == json!(true));
    }

    /// Waits until this, and nothing else, stands in a field of the draft.
    #[track_caller]
    pub fn reads(&self, field: &str, wanted: &str) {
        self.wait(&format!("`{wanted}` does not stand in `{field}`"), || self.field(field) == wanted);
    }

    /// What stands in a field of the draft, as it is now; `null` where there is none.
    pub fn field(&self, field: &str) -> String {
        text(&self.ask("value", field))
    }

    /// What has the focus: its accessible name, or its field.
    pub fn focused(&self) -> String {
        text(&self.ask("focused", ""))
    }

    /// Makes the window this large.
    pub fn resize(&self, width: u32, height: u32) {
        self.with(|client| async move { client.set_window_size(width, height).await });
    }

    /// Runs a script in the page; what it returns comes back.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let arguments = arguments.to_vec();
        self.with(|client| async move { client.execute(script, arguments).await })
    }

    /// Runs a script in the page that calls its last argument when it is done.
    pub fn run_to_end(&self, script: &str, arguments: &[Value]) -> Value {
        let arguments = arguments.to_vec();
        self.with(|client| async move { client.execute_async(script, arguments).await })
    }

    /// Takes a picture of the window: `target/shots/<name>.png`.
    pub fn shot(&self, name: &str) -> PathBuf {
        // What was changed last is on the screen two frames later. Where no card draws the window, WebKit's driver waits
        // for the next change of an idle page, so something changes that nobody sees.
        let frames = "
            const done = arguments[0];
            const dot = Object.assign(document.createElement('div'), { ariaHidden: 'true' });
            Object.assign(dot.style, { position: 'fixed', inset: '0 auto auto 0', width: '1px', height: '1px' });
            document.body.append(dot);
            let shade = 0;
            const blinking = setInterval(() => (dot.style.background = `rgb(0 0 0 / ${(shade ^= 1)}%)`), 30);
            setTimeout(() => (clearInterval(blinking), dot.remove()), 5000);
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))";
        self.run_to_end(frames, &[]);
        let png = self.with(|client| async move { client.screenshot().await });
        let path = root().join("target/shots").join(format!("{name}.png"));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, png).unwrap();
        path
    }

    #[track_caller]
    fn send(&self, keys: &str) {
        let reason = RefCell::new(String::new());
        let done = || {
            let (client, keys) = (self.client(), keys.to_owned());
            let sent = self.runtime.block_on(async move { client.active_element().await?.send_keys(&keys).await });
            // What had the focus has just gone, and nothing was typed; the next one is on its way.
            sent.map_err(|error| *reason.borrow_mut() = format!("{error:?}")).is_ok()
        };
        self.wait_or(done, || format!("keys cannot be pressed on `{}`: {}", self.focused(), reason.borrow()));
    }

    /// Finds what is called so, waits until it can be used, and does something to it.
    #[track_caller]
    fn do_to<T, F: Future<Output = Result<T, CmdError>>>(&self, finder: &str, name: &str, work: impl Fn(Element) -> F) {
        let reason = RefCell::new(String::new());
        let done = || {
            let found = self.ask(finder, name);
            let Some(id) = found.get(ELEMENT).and_then(Value::as_str) else {
                *reason.borrow_mut() = text(&found);
                return false;
            };
            let element = self
                .runtime
                .block_on(async { Element::from_element_id(self.client(), ElementRef::from(id.to_owned())) });
            let outcome = self.runtime.block_on(work(element));
            // It moved, or something lay over it; look again.
            outcome.map_err(|error| *reason.borrow_mut() = format!("{error:?}")).is_ok()
        };
        self.wait_or(done, || format!("{finder} `{name}`: {}", reason.borrow()));
    }

    fn ask(&self, function: &str, argument: &str) -> Value {
        self.run(&format!("{PAGE}\nreturn {function}(arguments[0])"), &[json!(argument)])
    }

    /// Waits until it is so; fails with what is on the screen.
    #[track_caller]
    pub fn wait(&self, otherwise: &str, is_so: impl FnMut() -> bool) {
        self.wait_or(is_so, || otherwise.to_owned());
    }

    #[track_caller]
    fn wait_or(&self, mut is_so: impl FnMut() -> bool, otherwise: impl Fn() -> String) {
        let since = Instant::now();
        while !is_so() {
            assert!(since.elapsed() < PATIENCE, "{}\n--- the window says\n{}\n---", otherwise(), self.screen());
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    fn screen(&self) -> String {
        text(&self.run("return document.body.innerText", &[]))
    }

    fn client(&self) -> Client {
        self.window.borrow().as_ref().expect("the window is open").1.clone()
    }

    /// Asks the driver for something, and waits for it.
    pub fn with<T, F: Future<Output = Result<T, CmdError>>>(&self, work: impl FnOnce(Client) -> F) -> T {
        let client = self.client();
        self.runtime.block_on(work(client)).unwrap_or_else(|error| panic!("the window does not answer: {error}"))
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        if std::thread::panicking() && self.window.borrow().is_some() {
            let test = std::thread::current().name().unwrap_or("window").replace("::", "-");
            let picture =
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.shot(&format!("failed-{test}"))));
            if let Ok(picture) = picture {
                eprintln!("the window as it was: {}", picture.display());
            }
        }
        self.close();
    }
}
