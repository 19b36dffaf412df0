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
    "portals",
    "save_portal",
    "remove_portal",
    "open_portal",
    "channels",
    "speech",
    "print_speech",
    "copy_words",
    "open_message",
    "save_message",
    "save_calendar",
    "save_packet",
    "submissions",
    "submit",
    "remove_submission",
    "set_settings",
    "save_backup",
    "restore_backup",
];

fn main() {
    pack_relocations();
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).expect("tauri.conf.json and capabilities/main.json are right");
}

/// Has the linker write each address of the program that moves with it as one bit and not as 24 bytes: a megabyte less,
/// and less to do at every start. The loaders of glibc read that since 2.36, which Debian 12 has.
fn pack_relocations() {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
