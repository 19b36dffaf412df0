//! Kinds of one's own: made from others, broken in every way, and gone.

use std::fs;
use std::path::PathBuf;

use letter::draft::Draft;
use letter::layout::font::Fonts;

use super::*;

/// A folder with one kind of one's own, made from the first built-in one.
fn home() -> (tempfile::TempDir, PathBuf, Kind) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("kinds");
    let kind = own_kind(&folder, &template::built_in()[0].kind).unwrap();
    (home, folder, kind)
}

#[test]
fn every_built_in_kind_can_become_ones_own() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("a/kinds");
    for built_in in template::built_in() {
        let kind = own_kind(&folder, &built_in.kind).unwrap();
        assert_eq!(kind.kind, format!("{}-2", built_in.kind));
        assert_eq!(kind.name, format!("{} (my own)", built_in.name));
        let own = kind.template.unwrap();
        assert!(kind.own && own.body == built_in.body && own.fields == built_in.fields, "{}", kind.kind);
        let draft = draft_file::read(&own.sample).unwrap().draft;
        assert_eq!(draft.kind, kind.kind);
    }
    let all = all(&folder);
    assert_eq!(all.len(), template::built_in().len() * 2);
    assert!(all.iter().all(|kind| kind.fault.is_none()));
    let hidden = fs::read_dir(&folder)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with('.'));
    assert_eq!(hidden.count(), 0);
}

#[test]
fn a_kind_made_from_ones_own_has_the_next_free_name() {
    let (_home, folder, first) = home();
    let second = own_kind(&folder, &first.kind).unwrap();
    let third = own_kind(&folder, &second.kind).unwrap();
    assert!(second.kind.ends_with("-3") && third.kind.ends_with("-4"), "{} {}", second.kind, third.kind);
    assert!(
        second.name.ends_with("(my own 2)") && third.name.ends_with("(my own 3)"),
        "{} {}",
        second.name,
        third.name
    );
    let error = own_kind(&folder, "no-such-kind").unwrap_err();
    assert_eq!(error.code, Code::Gone);
    assert_eq!(own_kind(&folder, "../kinds").unwrap_err().code, Code::Gone);
}

#[test]
fn mistakes_are_told_with_file_line_and_hint() {
    let check = |file: &str, change: &dyn Fn(&str) -> String, line: u32, message: &str| {
        let (_home, folder, kind) = home();
        let path = folder.join(&kind.kind).join(file);
        fs::write(&path, change(&fs::read_to_string(&path).unwrap())).unwrap();
        let found = all(&folder).into_iter().find(|found| found.kind == kind.kind).unwrap();
        let fault = found.fault.unwrap_or_else(|| panic!("{message}: no fault"));
        assert_eq!((fault.file.as_str(), fault.line), (file, line), "{fault:?}");
        assert!(fault.message.contains(message) && fault.hint.ends_with('.'), "{fault:?}");
        let error = super::kind(&folder, &kind.kind).unwrap_err();
        assert!(error.code == Code::Draft && error.hint.starts_with("The draft is safe."), "{error:?}");
    };
    let before = |text: &'static str| move |old: &str| format!("{text}\n{old}");
    let settings = "template.toml";
    check(settings, &before("nonsense"), 1, "");
    check(settings, &before("# fine\ncolour = 3"), 2, "unknown field `colour`");
    check(
        settings,
        &|old| format!("{old}\n[[fields]]\nname = \"My Field\"\nprompt = \"A?\"\nkind = \"line\"\n"),
        lines(settings) + 3,
        "cannot have the name",
    );
    check(
        settings,
        &|old| format!("{old}\n[[fields]]\nname = \"pick\"\nprompt = \"A?\"\nkind = \"choice\"\n"),
        lines(settings) + 3,
        "nothing to choose",
    );
    check(
        settings,
        &|old| format!("{old}\n[[fields]]\nname = \"empty\"\nprompt = \"\"\nkind = \"line\"\n"),
        lines(settings) + 3,
        "asks nothing",
    );
    check(
        settings,
        &|old| format!("{old}\n[[needs]]\nmessage = \"no page\"\nhint = \"Name it.\"\nmost_words = \"many\"\n"),
        lines(settings) + 5,
        "invalid type",
    );
    check(
        settings,
        &|old| format!("{old}\n[[needs]]\nmessage = \"no page\"\nhint = \"Name it.\"\nfilled = [\"words.page\"]\n"),
        lines(settings) + 2,
        "`words.page`, which is nowhere",
    );
    let body = "letter.tera";
    check(body, &before("fine\n{% if %}"), 2, "");
    check(body, &before("fine\n\n{{ words.nobody.asks }}"), 3, "");
    check(
        body,
        &before("{# words.fine #}{{ \"words.fine\" }}\n{% if words.hook and false %}\n{{ words.hoook }}{% endif %}"),
        3,
        "no field has the name `hoook`",
    );
    check(body, &before("{% for ask in asks %}"), lines(body) + 2, "");
    let endless = "{% for a in range(end=90000) %}{%- for b in range(end=90000) -%}{% endfor %}{% endfor %}";
    check(body, &before(endless), 1, "its loops go round more often than");
    check(
        body,
        &|old| format!("{old}\n{{% for a in range(end=99999) %}}words {{{{ a }}}} {{% endfor %}}"),
        lines(body) + 2,
        "round",
    );
    check("sample.toml", &before("nonsense = 1"), 1, "no field `nonsense`");
    check(
        "sample.toml",
        &|old| old.replace("[words]", "[words]\nnobody_asks = \"x\""),
        line_of("sample.toml", "[words]") + 1,
        "no field `nobody_asks`",
    );
}

fn built_in_text(file: &str) -> String {
    let kind = &template::built_in()[0].kind;
    String::from_utf8(template::built_in_file(kind, file).unwrap().to_vec()).unwrap()
}

fn lines(file: &str) -> u32 {
    built_in_text(file).lines().count() as u32
}

fn line_of(file: &str, words: &str) -> u32 {
    built_in_text(file).lines().position(|line| line == words).unwrap() as u32 + 1
}

#[test]
fn a_kind_may_loop_over_what_a_letter_holds() {
    let (_home, folder, own) = home();
    let loops = "{% for ask in asks %}{% for other in asks -%}\n{{ other.full }}\n{%- endfor %}{% endfor %}\n\
                 {% for text in ['%}', \"{% for x in y %}\"] %}{{ text }}{% else %}none{% endfor %}\n\
                 {# {% for a in b %} #}{% raw %}{% for a in b %}{% endraw %}{% for n in range(end=50) %}.{% endfor %}\n";
    fs::write(folder.join(&own.kind).join("letter.tera"), loops).unwrap();
    let read = all(&folder).into_iter().find(|kind| kind.kind == own.kind).unwrap();
    assert_eq!(read.fault, None);
    assert_eq!(read.template.unwrap().body, loops, "the count is for the trial alone");
}

#[test]
fn odd_things_in_the_folder_do_no_harm() {
    let (home, folder, kind) = home();
    fs::create_dir(folder.join("My Letter")).unwrap();
    fs::create_dir(folder.join(&template::built_in()[1].kind)).unwrap();
    fs::create_dir(folder.join("empty")).unwrap();
    fs::create_dir(folder.join(".hidden")).unwrap();
    fs::write(folder.join("a-file"), "x").unwrap();
    fs::create_dir(folder.join("huge")).unwrap();
    fs::write(folder.join("huge/template.toml"), vec![b'#'; 300_000]).unwrap();
    fs::create_dir_all(folder.join("strange/template.toml")).unwrap();
    fs::create_dir(folder.join("latin")).unwrap();
    fs::write(folder.join("latin/template.toml"), b"name = \"a\"\npurpose = \"caf\xe9\"\n").unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.join(&kind.kind), folder.join("elsewhere")).unwrap();
        std::os::unix::fs::symlink(home.path().join("nowhere"), folder.join("dangling")).unwrap();
        fs::create_dir(folder.join("pipe")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(folder.join("pipe/template.toml")).status().unwrap();
        assert!(made.success(), "reading a pipe that nobody writes to would wait for ever");
        fs::create_dir(folder.join("linked")).unwrap();
        std::os::unix::fs::symlink(home.path().join("nowhere"), folder.join("linked/template.toml")).unwrap();
    }
    let own: Vec<Kind> = all(&folder).into_iter().filter(|kind| kind.own).collect();
    let usable: Vec<&str> = own.iter().filter(|kind| kind.fault.is_none()).map(|kind| kind.kind.as_str()).collect();
    assert_eq!(usable, [kind.kind.as_str()]);
    let faults = own.iter().filter_map(|kind| Some((kind.kind.as_str(), kind.fault.as_ref()?)));
    for (kind, fault) in faults {
        assert!(!fault.message.is_empty() && fault.hint.ends_with('.'), "{kind}: {fault:?}");
        assert!(!["elsewhere", "dangling", "a-file", ".hidden"].contains(&kind), "{kind}");
    }
    let latin = own.iter().find(|kind| kind.kind == "latin").unwrap().fault.as_ref().unwrap();
    assert_eq!((latin.line, latin.file.as_str()), (2, "template.toml"));
    assert_eq!(all(&home.path().join("no-folder")).len(), template::built_in().len());
}

#[test]
fn a_kind_that_vanished_is_told_and_the_draft_is_safe() {
    let (_home, folder, own) = home();
    assert_eq!(kind(&folder, &own.kind).unwrap().kind, own.kind);
    fs::remove_dir_all(folder.join(&own.kind)).unwrap();
    let error = kind(&folder, &own.kind).unwrap_err();
    assert!(error.message.contains(&own.kind) && error.hint.contains("The draft is safe"), "{error:?}");
    for name in ["", "..", "../kinds", "/etc", "a\0b", "C:"] {
        let error = kind(&folder, name).unwrap_err();
        assert!(!error.message.contains('\0'), "{error:?}");
    }
}

#[test]
fn every_kind_has_a_picture_of_its_first_page() {
    let (_home, folder, own) = home();
    let (pictures, fonts) = (KindPictures::default(), Fonts::embedded());
    for kind in template::built_in() {
        let drawn = pictures.of(&folder, &kind.kind, &fonts).unwrap();
        assert!(drawn.starts_with(b"\x89PNG") && drawn.len() > 5_000, "{}", kind.kind);
        assert_eq!(pictures.of(&folder, &kind.kind, &fonts), Some(drawn));
    }
    let drawn = pictures.of(&folder, &own.kind, &fonts).unwrap();
    fs::remove_file(folder.join(&own.kind).join("sample.toml")).unwrap();
    let blank = pictures.of(&folder, &own.kind, &fonts).unwrap();
    assert!(blank.starts_with(b"\x89PNG") && blank != drawn);
    assert_eq!(pictures.of(&folder, "no-such-kind", &fonts), None);
}

#[test]
fn a_draft_of_ones_own_kind_is_filled_as_any_other() {
    let (_home, folder, own) = home();
    let body = folder.join(&own.kind).join("letter.tera");
    fs::write(&body, "{{ words.hook }}\n\nOn the own road.\n").unwrap();
    let template = kind(&folder, &own.kind).unwrap();
    let draft = Draft { kind: own.kind, ..Draft::default() };
    let live = crate::Live::open(1, draft, template, Default::default(), Default::default(), Default::default());
    assert!(live.plain_text().contains("On the own road."), "{}", live.plain_text());
}

#[test]
fn the_picture_follows_whatever_the_kind_says() {
    let (_home, folder, own) = home();
    let (pictures, fonts) = (KindPictures::default(), Fonts::embedded());
    let drawn = pictures.of(&folder, &own.kind, &fonts).unwrap();
    let path = folder.join(&own.kind).join("template.toml");
    let text = fs::read_to_string(&path).unwrap();
    let (before, after) = (r#""date", "#, "");
    assert!(text.contains(before), "the kind has a date: {text}");
    fs::write(&path, text.replacen(before, after, 1)).unwrap();
    assert_ne!(pictures.of(&folder, &own.kind, &fonts).unwrap(), drawn);
}

#[test]
fn a_letter_is_shown_with_its_own_kind_as_it_last_worked_and_says_when_that_is_gone() {
    let home = tempfile::tempdir().unwrap();
    let desk = Desk::open(home.path(), crate::clock()).unwrap();
    let own = desk.own_kind(&template::built_in()[0].kind).unwrap();
    assert!(desk.kinds().contains(&own) && desk.kind_picture(&own.kind).is_some());
    let folder = desk.kinds_folder().join(&own.kind);
    let told = |opened: &crate::Opened| {
        let finding = opened.view.findings.iter().find(|finding| finding.check == "kind");
        finding.map(|finding| format!("{} {}", finding.message, finding.hint))
    };

    let draft = desk.start_draft(&own.kind, None).unwrap();
    let other = desk.start_draft(&own.kind, None).unwrap();
    assert_eq!(told(&desk.open_draft(draft).unwrap()), None);
    let before = desk.plain_text().unwrap();
    fs::write(folder.join("letter.tera"), "Other words.\n").unwrap();
    desk.edit(draft, &[]).unwrap();
    assert_eq!(desk.plain_text().unwrap(), before, "an open draft keeps its kind as it was");
    desk.close_draft().unwrap();
    desk.open_draft(draft).unwrap();
    assert!(desk.plain_text().unwrap().contains("Other words."));
    desk.close_draft().unwrap();

    fs::write(folder.join("letter.tera"), "\n{{ nobody.knows }}\n").unwrap();
    let said = told(&desk.open_draft(other).unwrap()).unwrap();
    assert!(said.contains("letter.tera, line 2") && said.contains("as it last worked"), "{said}");
    assert!(desk.plain_text().unwrap().contains("Other words."));
    let set_aside = home.path().join("elsewhere");
    fs::rename(&folder, &set_aside).unwrap();
    let said = told(&desk.open_draft(other).unwrap()).unwrap();
    assert!(said.contains("is no longer among your letter kinds") && said.contains("back among"), "{said}");
    desk.close().unwrap();
    drop(desk);
    let desk = Desk::open(home.path(), crate::clock()).unwrap();
    desk.open_draft(other).unwrap();
    assert!(desk.plain_text().unwrap().contains("Other words."), "no backup forgets a kind that a letter is of");
    fs::rename(&set_aside, &folder).unwrap();
    fs::write(folder.join("letter.tera"), "Mended.\n").unwrap();
    assert_eq!(told(&desk.open_draft(other).unwrap()), None);
    assert!(desk.plain_text().unwrap().contains("Mended."));
}

#[test]
fn a_letter_of_a_kind_of_which_nothing_is_known_shows_all_its_words() {
    let home = tempfile::tempdir().unwrap();
    let desk = Desk::open(home.path(), crate::clock()).unwrap();
    let text = serde_json::json!({
        "kind": "no-such-kind", "item": { "title": "A subject" }, "asks": [{ "full": "an ask" }],
        "words": { "opening_line": "Some *rich* words.", "points": ["one", "two"], "count": 77, "urgent": true },
    });
    let draft: Draft = serde_json::from_value(text).unwrap();
    let id = desk.lay_draft(draft.clone(), None, crate::Cause::BroughtIn).unwrap();
    let opened = desk.open_draft(id).unwrap();
    assert_eq!(opened.draft, draft);
    let asked: Vec<&str> = opened.template.fields.iter().map(|field| field.prompt.as_str()).collect();
    assert_eq!(asked, ["Count", "Opening line", "Points", "Urgent"]);
    let said = opened.view.findings.iter().find(|finding| finding.check == "kind").unwrap();
    assert!(said.message.contains("no-such-kind") && said.hint.contains("All its words are here"), "{said:?}");
    let letter = desk.plain_text().unwrap();
    for words in ["A subject", "an ask", "Some rich words.", "one", "two", "77"] {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    let change = crate::Change { path: "words.opening_line".to_owned(), value: serde_json::json!("Mended words.") };
    let view = desk.edit(id, &[change]).unwrap();
    assert!(view.findings.iter().any(|finding| finding.check == "kind"), "it is said as long as it is so");
    assert!(desk.plain_text().unwrap().contains("Mended words."));
}
