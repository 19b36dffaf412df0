//! The `lectern` command as a program meets it: what goes where, and with which number it ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::case::root;
use crate::tools::{ask, built};
use crate::validators::{accept_pdfs, accept_word_files};

/// The command, built from this tree.
fn lectern() -> PathBuf {
    built("lectern")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(lectern()).current_dir(folder).args(arguments).output().unwrap()
}

/// Runs a command line: the number it ends with, and what stands on both streams.
#[track_caller]
fn check(folder: &Path, line: &str, code: i32, on_stdout: &[&str], on_stderr: &[&str]) -> String {
    let output = run(folder, &line.split(' ').collect::<Vec<_>>());
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{line}\n{out}{err}");
    for (stream, needles) in [(&out, on_stdout), (&err, on_stderr)] {
        assert!(!needles.is_empty() || stream.is_empty(), "{line} says more than expected:\n{stream}");
        for needle in needles {
            assert!(stream.contains(needle), "{line}: no `{needle}` in\n{stream}");
        }
    }
    out.into_owned()
}

#[test]
fn the_demonstration_can_be_checked_edited_and_exported_again() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let name = "2025-02-10-sacramento-city-council-item-3-aaln";
    let found = "draft.toml:2: error: the letter is dated February 10, 2025, but speaks of January 27, 2026 as past";
    check(home, "demo out", 0, &["out/draft.toml", &format!("out/{name}.pdf"), found, "lectern export"], &[]);
    check(home, "check out/draft.toml", 1, &[found, "`words.hook` says “January 27th, 2026”", "hint: "], &[]);
    check(home, "export out/draft.toml --to pdf,docx,txt --out again", 1, &[&format!("{name}.docx")], &[found]);
    for ending in ["pdf", "docx", "txt"] {
        let bytes = |folder: &str| std::fs::read(home.join(folder).join(format!("{name}.{ending}"))).unwrap();
        assert!(bytes("out") == bytes("again"), "{ending}");
    }

    let draft = std::fs::read_to_string(home.join("out/draft.toml")).unwrap().replace("2025-02-10", "2026-02-10");
    std::fs::write(home.join("draft.toml"), draft).unwrap();
    check(home, "check draft.toml", 0, &[], &["nothing found"]);
    let json = check(home, "export draft.toml --to PDF --out . --json", 0, &["item-3-aaln.pdf"], &[]);
    let exported: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(exported["findings"], serde_json::json!([]));
}

#[test]
fn findings_are_told_to_programs_with_both_places() {
    let home = tempfile::tempdir().unwrap();
    check(home.path(), "demo out", 0, &["draft.toml"], &[]);
    let json = check(home.path(), "check out/draft.toml --json", 1, &["letter-date"], &[]);
    let findings: serde_json::Value = serde_json::from_str(&json).unwrap();
    let finding = &findings[0];
    assert_eq!((&finding["check"], &finding["severity"]), (&"letter-date".into(), &"error".into()));
    assert_eq!((&finding["place"]["path"], &finding["place"]["line"]), (&"date".into(), &2.into()));
    assert_eq!(finding["other"]["path"], "words.hook");
    assert!(finding["other"]["line"].as_u64().is_some_and(|line| line > 2), "{finding}");
}

#[test]
fn every_kind_is_listed_and_has_a_draft_to_begin_with() {
    let home = tempfile::tempdir().unwrap();
    let kinds = check(home.path(), "kinds", 0, &["organisation-letter  ", "spoken-testimony"], &[]);
    assert_eq!(kinds.lines().count(), 14);
    for line in kinds.lines() {
        let kind = line.split(' ').next().unwrap();
        let draft = check(home.path(), &format!("new {kind}"), 0, &["kind = ", "[words]"], &[]);
        std::fs::write(home.path().join("draft.toml"), draft).unwrap();
        check(home.path(), "check draft.toml", 1, &["is still to be filled in"], &[]);
    }
}

#[test]
fn what_cannot_be_used_ends_with_two_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    check(
        home,
        "new organization-leter",
        2,
        &[],
        &["no letter kind `organization-leter`", "Did you mean `organisation-letter`?"],
    );
    check(home, "check nowhere.toml", 2, &[], &["there is no draft `nowhere.toml`"]);
    std::fs::write(home.join("draft.toml"), "kind = \"individual-letter\"\nsubjct = \"x\"\n").unwrap();
    check(home, "export draft.toml --to pdf --out out", 2, &[], &["draft.toml:2", "`subjct`", "`subject`"]);
    assert!(!home.join("out").exists());
    check(home, "demo good", 0, &["draft.toml"], &[]);
    check(home, "export good/draft.toml --to pdf --out draft.toml", 2, &[], &["draft.toml"]);
    check(home, "export good/draft.toml --to odt --out out", 2, &[], &["odt", "pdf"]);
    assert!(!home.join("out").exists());
}

/// A folder with the advocacy letter as its draft, changed as a test needs it.
fn with_seed(change: impl Fn(String) -> String) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let seed = std::fs::read_to_string(root().join("tests/fit/seed/draft.toml")).unwrap();
    std::fs::write(home.path().join("draft.toml"), change(seed)).unwrap();
    home
}

/// The files of a folder whose names end so.
fn ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.to_string_lossy().ends_with(ending)).collect()
}

const NAME: &str = "2026-02-10-sacramento-city-council-item-3-aaln";
/// A portal whose box takes less than the shortest line about the item.
const TINY: &str = "id = \"tiny\"\nname = \"Tiny\"\nlimit = { value = 10, unit = \"characters\" }\n";

#[test]
fn portals_are_listed_and_a_record_can_be_edited_and_used() {
    let home = with_seed(|draft| draft);
    let home = home.path();
    let of_long_beach = "long-beach  ";
    check(
        home,
        "portals",
        0,
        &["sacramento-city  City of Sacramento eComment", "1,000 characters", of_long_beach],
        &[],
    );
    let json = check(home, "portals --json", 0, &["sacramento-city"], &[]);
    let portals: serde_json::Value = serde_json::from_str(&json).unwrap();
    for portal in portals.as_array().unwrap() {
        let keys: Vec<&String> = portal.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["confidence", "deadlines", "doubt", "id", "limit", "name", "verified_on"]);
    }
    let record = check(home, "portals sacramento-city", 0, &["id = \"sacramento-city\"", "value = 1000"], &[]);
    let own = record.replace("value = 1000", "value = 500").replace("sacramento-city", "ours");
    std::fs::write(home.join("ours.toml"), own).unwrap();
    check(home, "portals ours.toml --json", 0, &["\"id\": \"ours\"", "\"value\": 500"], &[]);
    check(
        home,
        "export draft.toml --to ecomment --portal ours.toml",
        0,
        &["Item #3"],
        &["of 500 characters", "ours: "],
    );
}

#[test]
fn what_a_channel_says_is_printed_and_what_it_leaves_out_is_told() {
    let home = with_seed(|draft| draft);
    let home = home.path();
    let doubt = "portal: sacramento-city: These rules were read on October 21, 2021";
    let choice = "position: choose “Support”\n  warning: The portal has no “support if amended”";
    let left =
        "draft.toml:29: note: words.hook[0] is left out, which saves 307 characters\n  missing: As you surely know";
    let line = "export draft.toml --to ecomment --portal sacramento-city";
    let told = ["980 of 1,000 characters, near the limit", left, doubt, choice, "deadline: not known"];
    let text = check(home, line, 0, &["SUPPORT IF AMENDED – Item #3"], &told);
    assert_eq!(text, std::fs::read_to_string(root().join("tests/fit/seed/text.txt")).unwrap());
    assert!(ending(home, ".txt").is_empty(), "a text that is printed leaves no file");

    let in_two = ["speech: 250 words, about 120 s of 120 s", "asks[0] is shortened"];
    check(home, "export draft.toml --to speech --minutes 2", 0, &["Thank you"], &in_two);
    let slower = ["about ", " s of 90 s", "portal: none"];
    check(home, "export draft.toml --to speech --minutes 1.5 --pace 100", 0, &["Thank you"], &slower);
    check(home, "export draft.toml --to speech --minutes no", 2, &[], &["--minutes", "0.2 to 60"]);

    let files = [format!("{NAME}-ecomment.txt"), format!("{NAME}-speech-2-min.txt"), format!("{NAME}.pdf")];
    let files = files.each_ref().map(String::as_str);
    let line = "export draft.toml --to pdf,ecomment,speech --portal sacramento-city --out out";
    check(home, line, 0, &files, &[left]);
    let placed = std::fs::read_to_string(home.join("out").join(files[0])).unwrap();
    assert_eq!(placed, text.trim_end());
}

#[test]
fn a_message_opens_as_a_draft_with_the_letter_attached() {
    let home = with_seed(|draft| draft.replacen("kind =", "portal = \"sacramento-county\"\nkind =", 1));
    let home = home.path();
    let told =
        ["email: to BoardClerk@saccounty.gov", "email: subject “Item 3, Prohibiting", "portal: sacramento-county: "];
    check(home, "export draft.toml --to email", 0, &[&format!("{NAME}.eml")], &told);
    let eml = std::fs::read_to_string(home.join(format!("{NAME}.eml"))).unwrap();
    let odd = "id = \"odd\"\nname = \"Odd\"\nemail = \"the clerk, clerk@city.org\"\n";
    std::fs::write(home.join("odd.toml"), odd).unwrap();
    let told = ["email: warning: “the clerk” is no e-mail address"];
    check(home, "export draft.toml --to email --portal odd.toml --out odd", 0, &[".eml"], &told);
    let to_one = std::fs::read_to_string(home.join("odd").join(format!("{NAME}.eml"))).unwrap();
    assert!(to_one.contains("To: <clerk@city.org>") && !to_one.contains("the clerk"), "{to_one:.400}");
    for needle in ["X-Unsent: 1", "BoardClerk@saccounty.gov", "Subject: ", "application/pdf", &format!("{NAME}.pdf")] {
        assert!(eml.contains(needle), "no `{needle}` in\n{eml:.2000}");
    }
}

#[test]
fn a_packet_holds_valid_files_its_manifest_vouches_for_and_is_never_written_over() {
    let home = with_seed(|draft| draft);
    let home = home.path();
    let line = "export draft.toml --to packet --portal sacramento-city --out out";
    let files = check(home, line, 0, &["manifest.txt", "portal text.txt", "email.eml"], &["words.hook[0] is left out"]);
    let packet = home.join("out").join(format!("{NAME} packet"));
    assert_eq!(files.lines().count(), std::fs::read_dir(&packet).unwrap().count());
    let manifest = std::fs::read_to_string(packet.join("manifest.txt")).unwrap();
    let vouched = manifest.lines().filter(|line| !line.starts_with('#')).count();
    assert_eq!(vouched + 1, files.lines().count(), "every file but the manifest itself");
    let sums = ask(Command::new("sha256sum").current_dir(&packet).args(["--check", "--strict", "manifest.txt"]));
    assert!(sums.status.success(), "{}", String::from_utf8_lossy(&sums.stderr));
    accept_pdfs(&ending(&packet, ".pdf"));
    accept_word_files(&ending(&packet, ".docx"));
    check(home, line, 0, &[&format!("{NAME} packet 2")], &["words.hook[0]"]);
}

#[test]
fn personal_data_is_withheld_from_what_becomes_public_unless_it_is_to_be_shown() {
    let home = with_seed(|draft| draft.replace("flagging the need", "and at moiz@gmail.com flagging the need"));
    let home = home.path();
    let line = "export draft.toml --to email --portal sacramento-city --json";
    let personal = |line: &str| {
        let sent: serde_json::Value = serde_json::from_str(&check(home, line, 0, &["moiz@gmail.com"], &[])).unwrap();
        let body = sent["email"]["body"].as_str().unwrap().to_owned();
        (body.contains("moiz@gmail.com"), sent["personal"][0]["is_shown"].clone(), sent["published"].clone())
    };
    assert_eq!(personal(line), (false, false.into(), true.into()));
    assert_eq!(personal(&format!("{line} --show-personal")), (true, true.into(), true.into()));
    // What the draft says may be shown is shown, and nothing else is.
    let draft = std::fs::read_to_string(home.join("draft.toml")).unwrap();
    let shown = |words: &str| format!("{draft}\n[[shown]]\npath = \"words.history\"\nwords = \"{words}\"\n");
    for (words, is_shown) in [("moiz@gmail.com", true), ("mo@gmail.com", false)] {
        std::fs::write(home.join("draft.toml"), shown(words)).unwrap();
        assert_eq!(personal(line), (is_shown, is_shown.into(), true.into()), "{words}");
    }
    std::fs::write(home.join("draft.toml"), draft).unwrap();
    let told = ["draft.toml:32: personal: “moiz@gmail.com” is withheld from what becomes public", "--show-personal"];
    check(home, "export draft.toml --to email --portal sacramento-city", 0, &[".eml"], &told);
}

#[test]
fn business_days_are_counted_without_the_free_days_that_are_named() {
    // Five business days before April 7; César Chávez Day is free in California alone.
    let home = with_seed(|draft| draft.replacen("[item]", "[item]\nmeeting = 2026-04-07", 1));
    let home = home.path();
    std::fs::write(home.join("own.toml"), "name = \"Elk Grove\"\nadded = [{ date = \"2026-04-06\", name = \"x\" }]\n")
        .unwrap();
    let line = "export draft.toml --to email --portal assembly-housing --json";
    let closes = |line: &str| {
        let sent: serde_json::Value = serde_json::from_str(&check(home, line, 0, &["deadlines"], &[])).unwrap();
        (sent["deadlines"][0]["at"].as_str().unwrap().to_owned(), sent["free_days"].as_str().unwrap().to_owned())
    };
    for (option, day, name) in [
        ("", "March 30, 2026", "California state holidays"),
        (" --holidays california-state", "March 30, 2026", "California state holidays"),
        (" --holidays us-federal", "March 31, 2026", "US federal holidays"),
        (" --holidays weekends", "March 31, 2026", "weekends only"),
        (" --holidays own.toml", "March 30, 2026", "Elk Grove"),
    ] {
        let (at, free_days) = closes(&format!("{line}{option}"));
        assert!(at.starts_with(day) && free_days == name, "{option}: {at}, {free_days}");
    }
    // What is read is held against the same portal and the same days.
    let is_past = |option: &str| {
        let sent = check(home, &format!("{line} --today 2026-03-31{option}"), 0, &["findings"], &[]);
        let sent: serde_json::Value = serde_json::from_str(&sent).unwrap();
        sent["findings"].as_array().unwrap().iter().any(|finding| finding["check"] == "deadline-past")
    };
    assert!(is_past("") && !is_past(" --holidays us-federal"));
    let told = ["business days are counted without free days (California state holidays); `--holidays` names others"];
    check(home, "export draft.toml --to email --portal assembly-housing", 0, &[".eml"], &told);
    let told = ["there is no calendar `texas`", "`us-federal`"];
    check(home, &format!("{line} --holidays texas"), 2, &[], &told);
    std::fs::write(home.join("own.toml"), "holiday = [{ name = \"x\", month = 13, day = 1 }]").unwrap();
    check(home, &format!("{line} --holidays own.toml"), 2, &[], &["own.toml: the holiday `x` is neither"]);
}

#[test]
fn programs_get_one_object_with_the_same_keys_whatever_is_asked_for() {
    let home = with_seed(|draft| draft);
    let keys = [
        "deadlines",
        "ecomment",
        "email",
        "files",
        "findings",
        "free_days",
        "legislature",
        "over",
        "packet",
        "personal",
        "portal",
        "position",
        "published",
        "speech",
        "speech_seconds",
        "zone_taken",
    ];
    for (asked, given) in [
        ("ecomment --portal sacramento-city", &["ecomment", "portal"][..]),
        ("speech", &["speech", "speech_seconds"]),
        ("email --out out", &["email"]),
        ("packet --portal chula-vista --out out", &["ecomment", "email", "packet", "portal"]),
    ] {
        let json = check(home.path(), &format!("export draft.toml --to {asked} --json"), 0, &["{"], &[]);
        let sent: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(sent.as_object().unwrap().keys().collect::<Vec<_>>(), keys, "{asked}");
        let channels = ["ecomment", "email", "packet", "portal", "speech", "speech_seconds"];
        let found: Vec<&str> = channels.into_iter().filter(|key| !sent[*key].is_null()).collect();
        assert_eq!(found, given, "{asked}");
    }
}

#[test]
fn a_text_over_its_limit_is_printed_and_ends_with_one() {
    let home = with_seed(|draft| draft);
    let home = home.path();
    std::fs::write(home.join("tiny.toml"), TINY).unwrap();
    let told = ["of 10 characters", "error: the text is ", " characters over the limit\n  hint: Shorten this by "];
    check(home, "export draft.toml --to ecomment --portal tiny.toml", 1, &["Item #3"], &told);
    let json = check(home, "export draft.toml --to ecomment --portal tiny.toml --json", 1, &["\"over\": true"], &[]);
    let sent: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(sent["ecomment"]["shorten"]["by"], sent["ecomment"]["gauge"]["over"]);
    let told = ["error: the speech is ", " s over its time\n  hint: "];
    check(home, "export draft.toml --to speech --minutes 0.2 --pace 50", 1, &["Item"], &told);
}

#[test]
fn a_portal_that_cannot_be_used_is_refused_with_what_to_do() {
    let home = with_seed(|draft| draft);
    let home = home.path();
    let wrong = format!("{TINY}emial = \"x\"\n");
    let unnamed = std::fs::read_to_string(home.join("draft.toml")).unwrap();
    let named = |name: &str| unnamed.replacen("kind =", &format!("portal = \"{name}\"\nkind ="), 1);
    for (name, text) in [("wrong.toml", wrong), ("stray.toml", named("chula-vsta")), ("path.toml", named("../x.toml"))]
    {
        std::fs::write(home.join(name), text).unwrap();
    }
    let alike = "Did you mean `sacramento-city`, ";
    for (line, told) in [
        ("portals sacramento-citi", ["there is no portal `sacramento-citi`", alike]),
        ("export draft.toml --to ecomment --portal sacramento-citi", ["there is no portal `sacramento-citi`", alike]),
        ("export draft.toml --to ecomment --portal wrong.toml", ["wrong.toml:4:", "`email`"]),
        (
            "export draft.toml --to ecomment --portal no.toml",
            ["there is no portal's record `no.toml`", "Check the name"],
        ),
        ("export draft.toml --to ecomment", ["draft.toml: the draft names no portal", "`lectern portals`"]),
        ("export stray.toml --to packet", ["stray.toml:2: there is no portal `chula-vsta`", "`chula-vista`"]),
        ("export path.toml --to email", ["path.toml:2: `portal` is the id of a portal", "--portal"]),
    ] {
        check(home, line, 2, &[], &told);
    }
    assert!(ending(home, ".eml").is_empty());
}

/// A disk that is full, where the system lends one and the test may use it.
#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_printed_ends_with_two() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(lectern()).arg("kinds").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("cannot be printed") && said.contains("hint: Make room") && !said.contains("os error"),
        "{said}"
    );
}
