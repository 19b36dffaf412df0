//! What WebKitGTK needs to be told, and no other web view: spelling, writing systems with a composing line, and one
//! driver that shows nothing.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use desk::Settings;
use tauri::{AppHandle, Manager};
use webkit2gtk::{InputMethodContextExt, WebContextExt, WebViewExt};

const DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Readies the surroundings before GTK looks at them: says so where there is no display, and starts itself anew where
/// the proprietary NVIDIA driver would leave the window blank.
///
/// Only there, since drawing is slower without it, and never against what the person has set.
pub fn prepare() -> Result<(), String> {
    if ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|name| std::env::var_os(name).is_none_or(|value| value.is_empty())) {
        return Err("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)".to_owned());
    }
    if std::env::var_os(DMABUF).is_none() && Path::new("/sys/module/nvidia_drm").exists() {
        let Ok(program) = std::env::current_exe() else { return Ok(()) };
        // The variable of a running program cannot be set safely; a new one takes our place. When that fails, we go on.
        let _ = Command::new(program).args(std::env::args_os().skip(1)).env(DMABUF, "1").exec();
    }
    // What opens the window does this, too, but falls over when it fails.
    gtk::init().map_err(|_| "the display does not answer".to_owned())
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
    use super::dictionary;

    #[test]
    fn dictionaries_have_the_names_of_hunspell() {
        assert_eq!([dictionary(""), dictionary("de-AT"), dictionary("vi")], ["en_US", "de_AT", "vi"]);
    }
}
