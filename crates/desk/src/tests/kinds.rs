//! The person's own kinds in backups: they travel with the desk, and nothing of one's own is overwritten.

use std::fs;
use std::ops::ControlFlow;

use super::{Scene, kind};
use crate::desk::Desk;
use crate::handed::Progress;
use crate::kinds::Kind;

fn on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn own(desk: &Desk) -> Vec<Kind> {
    desk.kinds().into_iter().filter(|kind| kind.own).collect()
}

fn write(desk: &Desk, kind: &str, body: &str) {
    fs::write(desk.kinds_folder().join(kind).join("letter.tera"), body).unwrap();
}

fn body(desk: &Desk, kind: &str) -> String {
    fs::read_to_string(desk.kinds_folder().join(kind).join("letter.tera")).unwrap()
}

#[test]
fn kinds_travel_in_a_backup_and_never_take_the_place_of_ones_own() {
    let (scene, other) = (Scene::new(), Scene::new());
    let desk = scene.open();
    let made = desk.own_kind(&kind()).unwrap();
    write(&desk, &made.kind, "Of the backup.\n");
    let broken = desk.own_kind(&kind()).unwrap();
    write(&desk, &broken.kind, "{% if %}");
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("desk");
    let id = desk.start_draft(&made.kind, None).unwrap();
    desk.save_backup(&path, &mut on).unwrap();

    let desk = other.open();
    let start = desk.restore_backup(&path, &mut on).unwrap();
    assert_eq!(start.notices.len(), 1, "{:?}", start.notices);
    assert_eq!(own(&desk).len(), 2);
    assert_eq!((body(&desk, &made.kind), body(&desk, &broken.kind)), ("Of the backup.\n".into(), "{% if %}".into()));
    desk.open_draft(id).unwrap();
    assert!(desk.plain_text().unwrap().contains("Of the backup."));
    assert_eq!(desk.kinds(), scene_kinds(&scene), "they are as they were, samples and all");

    write(&desk, &made.kind, "Newer than the backup.\n");
    for round in 0..2 {
        let start = desk.restore_backup(&path, &mut on).unwrap();
        let told = start.notices.iter().any(|notice| notice.message.contains("(from a backup)"));
        assert_eq!(told, round == 0, "{:?}", start.notices);
        assert_eq!(body(&desk, &made.kind), "Newer than the backup.\n");
        assert_eq!(own(&desk).len(), 3, "a backup that is restored again brings nothing new");
    }
    let beside = own(&desk).into_iter().find(|kind| kind.name.ends_with("(from a backup)")).unwrap();
    assert_eq!(body(&desk, &beside.kind), "Of the backup.\n");
}

fn scene_kinds(scene: &Scene) -> Vec<Kind> {
    crate::kinds::all(&scene.folder().join("kinds"))
}

#[test]
fn a_kind_comes_back_with_a_rolling_backup_and_one_that_was_removed_does_not() {
    let scene = Scene::new();
    let desk = scene.open();
    let (kept, removed) = (desk.own_kind(&kind()).unwrap(), desk.own_kind(&kind()).unwrap());
    desk.close().unwrap();
    assert_eq!(scene.backups().len(), 1, "a kind is worth a backup");
    fs::remove_dir_all(desk.kinds_folder().join(&removed.kind)).unwrap();
    scene.hands.pass(60);
    desk.close().unwrap();
    assert_eq!(scene.backups().len(), 2);
    fs::remove_dir_all(desk.kinds_folder()).unwrap();
    drop(desk);
    let desk = Desk::open_from(scene.folder(), scene.hands.clock(), &scene.backups()[1]).unwrap();
    assert_eq!(own(&desk), [kept]);
}

#[test]
fn a_backup_that_names_files_elsewhere_writes_nothing_there() {
    let scene = Scene::new();
    let desk = scene.open();
    desk.store()
        .run(
            "INSERT INTO kind VALUES ('..', 1), ('fine', 1), ('../up', 1);
             INSERT INTO kind_file VALUES ('..', 'x', x'00'), ('fine', '../x', x'00'), ('../up', 'x', x'00')",
        )
        .unwrap();
    let before = scene.files();
    assert_eq!(desk.bring_back_kinds(), []);
    assert_eq!((scene.files(), own(&desk)), (before, Vec::new()));
}
