//! The window's TypeScript types are made from ours: `ui/src/generated/` holds what the code says today.
//!
//! `UPDATE=1 cargo test -p tests generated` writes it anew.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use letter::deadline::holidays::Holidays;
use letter::markup::rich::RichBlock;
use serde::Serialize;
use ts_rs::{Config, TS};

/// The TypeScript files of everything that crosses between window and desk, by name.
fn made() -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::new().with_out_dir(folder.path()).with_large_int("number");
    macro_rules! export {
        ($($kind:ty),* $(,)?) => {$(
            <$kind>::export_all(&config).unwrap();
        )*};
    }
    export!(
        desk::Start,
        desk::Home,
        desk::Hit,
        desk::Kind,
        desk::Opened,
        desk::Change,
        desk::View,
        desk::Kept,
        desk::Version,
        desk::Entries,
        desk::Campaign,
        desk::Settings,
        desk::Wanted,
        desk::Handed,
        desk::AddedPicture,
        desk::Progress,
        desk::PortalCard,
        desk::Channels,
        desk::Receipt,
        desk::Submission,
        letter::speech::Speech,
        letter::record::Exposure,
        desk::Error,
        RichBlock,
    );
    let mut made = read(folder.path());
    made.insert("usualHolidays.ts".to_owned(), data("usualHolidays", "Holidays", &Holidays::california_state()));
    made
}

/// A file with a value of one of these types, for what the window has to know without asking.
fn data(name: &str, kind: &str, value: &impl Serialize) -> String {
    let value = serde_json::to_string_pretty(value).unwrap();
    format!(
        "// This file is made from the program's own data. Do not edit it.\nimport type {{ {kind} }} from \"./{kind}\";\n\n\
         export const {name}: {kind} = {value};\n"
    )
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    files
        .map(|path: PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect()
}

#[test]
fn the_types_of_the_window_are_those_of_the_desk() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/generated");
    let made = made();
    if std::env::var_os("UPDATE").is_some() {
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in &made {
            std::fs::write(folder.join(name), text).unwrap();
        }
    }
    assert!(made == read(&folder), "run UPDATE=1 cargo test -p tests generated");
}
