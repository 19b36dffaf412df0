//! WebKitWebDriver and the window that it starts, with folders of their own, so that no test sees another's desk.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use serde_json::{Map, Value, json};

/// How long something may take before it counts as not happening.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// A driver; dropped, it takes its window with it.
pub struct Driver {
    process: Child,
    address: String,
    /// Gone with the driver.
    _display: Option<Display>,
}

/// A display of one window's own: on one that is shared, only one window has the focus and the clipboard is everybody's.
struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// Starts a display; none where there is no Xvfb, and then the one that is there must do.
    fn start() -> Option<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1366x900x24", "-nolisten", "tcp"]);
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let mut number = String::new();
        let read = BufReader::new(process.stdout.take()?).read_line(&mut number);
        let display = Self { process, name: format!(":{}", number.trim()) };
        (read.is_ok() && !number.trim().is_empty()).then_some(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Driver {
    /// Starts a driver whose windows keep everything below this folder and have these variables in their surroundings.
    pub fn start(home: &Path, surroundings: &[(String, String)]) -> Self {
        let display = Display::start();
        let has_display =
            display.is_some() || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
        assert!(
            has_display,
            "there is no display; `cargo xtask test` brings one, and so does `xvfb-run --auto-servernum`"
        );
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.args([format!("--port={port}"), "--host=127.0.0.1".to_owned()]);
        command.env("TAURI_WEBVIEW_AUTOMATION", "true").env("LECTERN_HOME", home.join("desk"));
        for (name, folder) in [("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache"), ("STATE", "state")] {
            command.env(format!("XDG_{name}_HOME"), home.join(folder));
        }
        command.env("LECTERN_E2E_ANSWERS", home.join("answers")).env("LECTERN_E2E_SHOWN", home.join("shown"));
        // The language of the machine and a cache of drawings must not make a difference.
        command.env("LC_ALL", "C.UTF-8").env("MESA_SHADER_CACHE_DISABLE", "true");
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
        }
        command.envs(surroundings.iter().cloned());
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let process =
            command.spawn().unwrap_or_else(|error| panic!("WebKitWebDriver: {error}; run `cargo xtask test`"));
        let driver = Self { process, address: format!("http://127.0.0.1:{port}"), _display: display };
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(since.elapsed() < PATIENCE, "WebKitWebDriver does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        driver
    }

    /// Opens the window of this program with these arguments.
    pub async fn open(&self, program: &Path, arguments: &[String]) -> Client {
        // A name of a browser in here would make the driver refuse.
        let options = json!({ "binary": program, "args": arguments });
        let wanted = Map::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let client = ClientBuilder::new(connector).capabilities(wanted).connect(&self.address).await;
        client.unwrap_or_else(|error| panic!("the window does not open: {error}"))
    }

    /// Closes the window and waits until it is gone: the driver answers before, and leaves behind what it started.
    pub async fn close(&self, client: Client) {
        // A session that is broken already is closed by what follows.
        let _ = client.close().await;
        let since = Instant::now();
        while !self.windows().is_empty() && since.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        self.kill();
    }

    /// Ends the window as a power cut would.
    pub fn kill(&self) {
        self.signal("-KILL");
        let since = Instant::now();
        while !self.windows().is_empty() && since.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Asks the window to end as the system does at the end of a session.
    pub fn end_session(&self) {
        self.signal("-TERM");
    }

    fn signal(&self, signal: &str) {
        for window in self.windows() {
            // One that is gone by now needs no signal.
            let _ = Command::new("kill").args([signal, &window]).stderr(Stdio::null()).status();
        }
    }

    /// The processes that the driver started and that still live.
    pub fn windows(&self) -> Vec<String> {
        let driver = self.process.id();
        let children = std::fs::read_to_string(format!("/proc/{driver}/task/{driver}/children")).unwrap_or_default();
        let lives = |id: &&str| {
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            !stat.is_empty() && !stat.contains(") Z ")
        };
        children.split_whitespace().filter(lives).map(str::to_owned).collect()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// What a script in the page answered, as it was meant.
pub fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
