//! Handing over and bringing in, as the window does: the desk keeps what the files were made of.

use serde_json::json;

use super::{Scene, kind, set, started};
use crate::error::Code;
use crate::handed::Wanted;
use crate::history::Cause;

const SVG: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><path d='M0 0h40v20z'/></svg>";

#[test]
fn what_was_exported_is_kept_marked_and_dated() {
    let scene = Scene::new();
    let desk = scene.open();
    started(&desk);
    set(&desk, "words.hook", json!("Typed just before the export."));
    let out = tempfile::tempdir().unwrap();
    let name = desk.export_name(Wanted::Pdf).unwrap();
    let (handed, paths) = desk.export(Wanted::All, &out.path().join(name)).unwrap();
    assert_eq!((handed.files.len(), paths.len()), (3, 3));
    let newest = &desk.versions().unwrap()[0];
    assert_eq!((newest.cause, desk.home(0, 1).unwrap().drafts[0].exported.is_some()), (Cause::Exported, true));
    assert!(std::fs::read_to_string(&paths[2]).unwrap().contains("Typed just before the export."));
    assert!(desk.printable().unwrap().exists());
    desk.close_draft().unwrap();
    assert_eq!(desk.export(Wanted::Pdf, &out.path().join("x.pdf")).unwrap_err().code, Code::Gone);
}

#[test]
fn a_draft_travels_as_a_file_with_its_pictures() {
    let (scene, other) = (Scene::new(), Scene::new());
    let desk = scene.open();
    let id = desk.start_sample(&kind()).unwrap();
    desk.open_draft(id).unwrap();
    let added = desk.add_picture("my_logo.svg", SVG).unwrap();
    assert_eq!((added.alt.as_str(), added.width, added.height), ("my logo", 40, 20));
    assert!(desk.picture(&added.name).is_some_and(|(_, media)| media == "image/svg+xml"));
    set(&desk, "letterhead.logo", json!(added.name));
    let file = scene.folder().join("letter.lectern");
    desk.save_file(&file).unwrap();
    let sent = desk.open_draft(id).unwrap().draft;

    let desk = other.open();
    let brought = desk.bring_in(&file).unwrap();
    let opened = desk.open_draft(brought).unwrap();
    assert_eq!(opened.draft, sent);
    assert!(opened.view.findings.iter().all(|finding| finding.check != "picture"), "{:?}", opened.view.findings);
    assert_eq!(desk.versions().unwrap()[0].cause, Cause::BroughtIn);
    assert!(desk.picture(&sent.letterhead.unwrap().logo.unwrap()).is_some());
    std::fs::write(&file, "no draft").unwrap();
    assert_eq!(desk.bring_in(&file).unwrap_err().code, Code::Draft);
    assert_eq!(desk.home(0, 9).unwrap().count, 1);
    assert_eq!(desk.lift_white("no-such.png").unwrap_err().code, Code::Gone);
}

#[test]
fn a_kind_of_ones_own_starts_letters_until_its_folder_goes_and_its_letters_stay() {
    let scene = Scene::new();
    let desk = scene.open();
    let own = desk.own_kind(&kind()).unwrap();
    assert!(desk.kinds().iter().any(|kind| kind.kind == own.kind && kind.own));
    let id = desk.start_draft(&own.kind, None).unwrap();
    assert_eq!(desk.home(0, 1).unwrap().drafts[0].kind_name, own.name);
    assert_eq!(desk.open_draft(id).unwrap().template.kind, own.kind);
    assert!(desk.kind_picture(&own.kind).is_some_and(|png| png.starts_with(b"\x89PNG")));
    desk.close_draft().unwrap();
    std::fs::remove_dir_all(desk.kinds_folder().join(&own.kind)).unwrap();
    assert_eq!(desk.start_draft(&own.kind, None).unwrap_err().code, Code::Draft);
    assert!(desk.open_draft(id).is_ok());
    assert_eq!(desk.home(0, 1).unwrap().drafts[0].kind_name, own.name, "the card stays");
    let file = scene.folder().join("letter.lectern");
    desk.save_file(&file).unwrap();
    assert!(desk.bring_in(&file).is_ok());
    assert_eq!(Scene::new().open().bring_in(&file).unwrap_err().code, Code::Draft, "no kind travels with a draft");
}
