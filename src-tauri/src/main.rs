//! The window of Lectern: a web view that asks, and commands that hand each question on to the desk.
//!
//! What a letter is and what is kept is decided in `letter` and `desk`; what is shown is decided in `ui`. Here stand
//! only the system's dialogs, the files that the system opens with Lectern, and the door between page and desk.

// A release build for Windows opens no console beside the window.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod held;
mod opened;
mod commands;
mod faces;
mod system;
mod local;
mod closing;
#[cfg(target_os = "linux")]
mod linux;

use std::process::ExitCode;

use held::Held;
use tauri::{App, Manager, RunEvent, WindowEvent};

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    if let Err(reason) = linux::prepare() {
        return cannot_open(&reason);
    }
    let runtime = match workers() {
        Ok(runtime) => runtime,
        Err(error) => return cannot_open(&error.to_string()),
    };
    tauri::async_runtime::set(runtime.handle().clone());
    let mut builder = tauri::Builder::default();
    // The first plugin, since a second copy must hand over its files before it builds anything. Windows that are driven
    // by tests stand side by side, unless handing over is what is tested.
    if !cfg!(feature = "e2e") || std::env::var_os("LECTERN_E2E_SINGLE").is_some() {
        builder = builder.plugin(tauri_plugin_single_instance::init(opened::from_another_copy));
    }
    let app = builder
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(local::stay())
        .register_asynchronous_uri_scheme_protocol("lectern", faces::answer)
        .invoke_handler(commands::handler())
        .setup(set_up)
        .build(tauri::generate_context!());
    match app.and_then(with_desk) {
        Ok(app) => {
            app.run(|app, event| match event {
                RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
                    api.prevent_close();
                    closing::close(app.clone());
                }
                RunEvent::Exit => {
                    if let Some(held) = app.try_state::<Held>() {
                        held.close_quietly();
                    }
                }
                #[cfg(target_os = "macos")]
                RunEvent::Opened { urls } => opened::from_system(app, urls),
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(error) => cannot_open(&error.to_string()),
    }
}

/// Puts the desk within reach and begins to open it: before there is a window, whose web view takes longer.
fn with_desk(app: App) -> tauri::Result<App> {
    let folder = match std::env::var_os("LECTERN_HOME") {
        Some(folder) => folder.into(),
        None => app.path().app_data_dir()?.join("desk"),
    };
    let here = std::env::current_dir().unwrap_or_default();
    let files = opened::files(std::env::args_os().skip(1), &here);
    app.manage(Held::new(folder, files));
    let handle = app.handle().clone();
    std::thread::spawn(move || handle.state::<Held>().open());
    Ok(app)
}

/// What the window needs once it is there.
fn set_up(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    #[cfg(target_os = "linux")]
    linux::tune(app.handle())?;
    closing::on_signal(app.handle().clone());
    Ok(())
}

/// The threads that answer the page. A command holds one while it waits for the disk, so there are more than cores:
/// a keystroke never waits behind a backup.
fn workers() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(8).thread_name("command").enable_all().build()
}

/// Says on standard error, where alone anybody can read it, why there is no window.
fn cannot_open(reason: &str) -> ExitCode {
    eprintln!("error: the window of Lectern cannot be opened: {reason}");
    eprintln!("hint: Your letters are safe. Start Lectern from a desktop; the command `lectern` works without one.");
    ExitCode::from(2)
}
