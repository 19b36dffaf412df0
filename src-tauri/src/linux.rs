//! What WebKitGTK needs to be told, and no other web view: spelling, writing systems with a composing line, one driver
//! that shows nothing, and computers without a graphics card.

use std::path::Path;

use desk::Settings;
use gtk::glib;
use tauri::{AppHandle, Manager};
use webkit2gtk::{InputMethodContextExt, WebContextExt, WebViewExt};

const DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Readies the surroundings before GTK looks at them: says so where there is no display, and has WebKit draw without its
/// DMA-BUF renderer where that is better, but never against what the person has set. To be called before anything else,
/// since the variables of a program can be set only as long as nothing else of it runs.
pub fn prepare() -> Result<(), String> {
    if ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|name| std::env::var_os(name).is_none_or(|value| value.is_empty())) {
        return Err("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)".to_owned());
    }
    if std::env::var_os(DMABUF).is_none() && !is_drawn_by_card(Path::new("/")) {
        // When that fails, the window is slower, or blank as the README says.
        let _ = glib::setenv(DMABUF, "1", true);
    }
    // What opens the window does this, too, but falls over when it fails.
    gtk::init().map_err(|_| "the display does not answer".to_owned())
}

/// A graphics card draws the window, and not one whose driver leaves it blank: NVIDIA's own.
///
/// Without a card, WebKit composes every frame with a software GL, which takes more of two processors than all else that
/// a keystroke does; drawn without it, only what changed is painted. `root` is the root of the file system.
fn is_drawn_by_card(root: &Path) -> bool {
    let devices = std::fs::read_dir(root.join("dev/dri")).into_iter().flatten().flatten();
    let mut names = devices.map(|device| device.file_name());
    let has_card = names.any(|name| name.to_string_lossy().starts_with("renderD"));
    has_card && !root.join("sys/module/nvidia_drm").exists()
}

/// Shows the words that are being composed in the text itself, as Chinese, Korean and Vietnamese are written; wry switches it off.
/// And shows the page again when its process is gone: what was written lies on this side.
pub fn tune(app: &AppHandle) -> tauri::Result<()> {
    let Some(window) = app.get_webview_window("main") else { return Ok(()) };
    window.with_webview(|view| {
        if let Some(input) = view.inner().input_method_context() {
            input.set_enable_preedit(true);
        }
        view.inner().connect_web_process_terminated(|view, _| view.reload());
    })
}

/// Underlines misspelt words, if the person wants it and the system has the dictionary.
pub fn spell(app: &AppHandle, settings: &Settings) {
    let Some(window) = app.get_webview_window("main") else { return };
    let (wanted, language) = (settings.spelling, dictionary(&settings.language));
    // Spelling is a comfort: a window without it is still a window.
    let _ = window.with_webview(move |view| {
        if let Some(context) = view.inner().context() {
            context.set_spell_checking_enabled(wanted);
            context.set_spell_checking_languages(&[&language]);
        }
    });
}

/// What the dictionary of a language is called: `en_US` for `en-US`.
fn dictionary(language: &str) -> String {
    if language.is_empty() { "en_US".to_owned() } else { language.replace('-', "_") }
}

#[cfg(test)]
mod tests {
    use super::{dictionary, is_drawn_by_card};

    #[test]
    fn a_card_draws_where_there_is_one_that_can() {
        let check = |made: &[&str], expected: bool| {
            let root = tempfile::tempdir().unwrap();
            made.iter().for_each(|folder| std::fs::create_dir_all(root.path().join(folder)).unwrap());
            assert_eq!(is_drawn_by_card(root.path()), expected, "{made:?}");
        };
        check(&[], false);
        check(&["dev/dri"], false);
        check(&["dev/dri/card0"], false);
        check(&["dev/dri/card0", "dev/dri/renderD128"], true);
        check(&["dev/dri/renderD128", "sys/module/nvidia_drm"], false);
    }

    #[test]
    fn dictionaries_have_the_names_of_hunspell() {
        assert_eq!([dictionary(""), dictionary("de-AT"), dictionary("vi")], ["en_US", "de_AT", "vi"]);
    }
}
