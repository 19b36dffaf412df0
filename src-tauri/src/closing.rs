//! The end of the window: what was written is on the disk before it goes.

use tauri::{AppHandle, Manager};

use crate::held::Held;
use crate::system;

/// Keeps what was written and lets the window go. When it cannot be kept, the person says whether to go all the same.
pub fn close(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let Some(window) = app.get_webview_window("main") else { return };
        let kept = app.state::<Held>().close();
        if let Err(error) = kept
            && !system::close_anyway(&window, &error).await
        {
            return;
        }
        // A window that is gone already is what was wanted.
        let _ = window.destroy();
    });
}

/// The system asks politely, as at the end of a session: the same as closing, with nobody to ask.
pub fn on_signal(app: AppHandle) {
    #[cfg(unix)]
    tauri::async_runtime::spawn(async move {
        use tokio::signal::unix::{SignalKind, signal};
        // Without leave to listen, the system ends us as it ends any program; what was kept stays kept.
        let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
        terminate.recv().await;
        app.exit(0);
    });
    #[cfg(not(unix))]
    drop(app);
}
