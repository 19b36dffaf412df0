//! An empty window with the settings of ours: what the system's web view costs before Lectern does anything.
//!
//! `cargo xtask measure` holds Lectern against it.

fn main() {
    tauri::Builder::default().run(tauri::generate_context!("examples/empty/tauri.conf.json")).expect("a display");
}
