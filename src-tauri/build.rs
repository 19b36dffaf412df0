//! What Tauri needs to know before the window is compiled: its own commands, so that a page may ask only those that its
//! capability lists, and nothing by default.

/// Every command, in the order of `ui/src/backend/backend.ts`.
const COMMANDS: &[&str] = &[
    "start",
    "start_from",
    "start_anew",
    "cancel",
    "home",
    "search",
    "kinds",
    "own_kind",
    "show_kinds_folder",
    "start_draft",
    "start_sample",
    "try_sample_campaign",
    "keep_campaign",
    "remove_campaign",
    "open_draft",
    "edit",
    "keep",
    "close_draft",
    "duplicate_draft",
    "remove_draft",
    "put_back_draft",
    "plain_text",
    "versions",
    "version",
    "leave_version",
    "restore",
    "shelf",
    "lay",
    "take",
    "put_back",
    "rich",
    "pasted",
    "choose_picture",
    "lift_white",
    "export_draft",
    "open_file",
    "show_in_folder",
    "print",
    "copy_text",
    "save_as_file",
    "bring_in",
    "set_settings",
    "save_backup",
    "restore_backup",
];

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).expect("tauri.conf.json and capabilities/main.json are right");
}
