//! Where no window can be opened, the program says so in words and ends; it does not fall over.

use std::process::Command;

#[test]
#[cfg(target_os = "linux")]
fn without_a_display_the_program_says_so_and_what_to_do() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_lectern-app"));
    program.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env("LECTERN_HOME", home.path().join("desk"));
    let output = program.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("error: the window of Lectern cannot be opened: there is no display"), "{said}");
    assert!(said.contains("\nhint: Your letters are safe."), "{said}");
    assert!(!home.path().join("desk").exists(), "nothing is begun");
}

#[test]
#[cfg(target_os = "linux")]
fn a_display_that_does_not_answer_is_told_too() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_lectern-app"));
    program.env_remove("WAYLAND_DISPLAY").env("DISPLAY", ":4242").env("LECTERN_HOME", home.path().join("desk"));
    let output = program.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("error: the window of Lectern cannot be opened"), "{said}");
}
