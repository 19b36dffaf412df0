//! Keeps the window at home: it shows what is built into it and goes nowhere else.
//!
//! The content security policy stops what a page loads, but not where a click on a link leads; this does.

use tauri::plugin::{Builder, TauriPlugin};
use tauri::{Runtime, Url};

/// The guard, as a plugin that no page can reach.
pub fn stay<R: Runtime>() -> TauriPlugin<R> {
    Builder::new("stay-local").on_navigation(|_, url| is_home(url)).build()
}

/// The page itself, as each system's web view calls it, and the blank page before it.
fn is_home(url: &Url) -> bool {
    matches!(
        (url.scheme(), url.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) | ("about", None)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_itself_is_home() {
        let check = |url: &str, expected: bool| assert_eq!(is_home(&Url::parse(url).unwrap()), expected, "{url}");
        check("tauri://localhost/", true);
        check("http://tauri.localhost/index.html", true);
        check("about:blank", true);
        check("https://example.org/", false);
        check("http://tauri.localhost.example.org/", false);
        check("lectern://localhost/picture/x.svg", false);
        check("file:///etc/passwd", false);
        check("javascript:alert(1)", false);
    }
}
