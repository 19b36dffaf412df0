//! Drafts good and bad: what is read, what is refused and with which words, what is written.

use jiff::civil::date;

use super::*;
use crate::draft::*;
use crate::template::Template;

const FULL: &str = r##"kind = "organisation-letter"
language = "en-US"
date = 2026-02-10
delivery = ["Via email", "By hand"]

[letterhead]
name = "Audubon"
colour = "#1f4e79"

[item]
number = "3"
meeting = "2026-02-10"
position = "support-if-amended"

[page]
size = 11
numbering = "(a)"

[words]
hook = """
We write
in support."""
list = [
  "one",
  "two",
]
day = 2026-03-01

[[addressees]]
body = "City Council"
persons = [
  { first = "Kevin", last = "McCarty" },
  { first = "Lisa",
    last = "Kaplan" },
]

[[asks]]
full = "First."

[[asks]]
full = "Second."
references = ["la"]

[[references]]
id = "la"

[[signers]]
name = "Rosa"
organization = "Audubon"
strokes = [[[1, 2.5], [3, 4]]]
"##;

#[test]
fn fields_are_read_and_know_their_lines() {
    let file = read(FULL).unwrap();
    assert_eq!(file.draft.date, Some(date(2026, 2, 10)));
    assert_eq!(file.draft.item.meeting, Some(date(2026, 2, 10)));
    assert_eq!(file.draft.words["day"], Words::Date(date(2026, 3, 1)));
    assert_eq!(file.draft.signers[0].organisation, "Audubon");
    assert_eq!(file.draft.signers[0].strokes, [[[1.0, 2.5], [3.0, 4.0]]]);
    let check = |path: &str, line: usize| {
        let expected = FULL.lines().nth(line - 1).unwrap();
        assert_eq!(file.line(path), Some(line), "{path} stands in `{expected}`");
    };
    check("kind", 1);
    check("delivery[1]", 4);
    check("letterhead", 6);
    check("letterhead.colour", 8);
    check("words", 19);
    check("words.hook", 20);
    check("words.list[1]", 25);
    check("addressees[0]", 29);
    check("addressees[0].persons[1].last", 33 + 1);
    check("asks[0].full", 38);
    check("asks[1]", 40);
    check("asks[1].references[0]", 42);
    check("asks[1].label", 40);
    check("signers[0].organisation", 49);
    assert_eq!(file.lines[""], 50);
    assert_eq!(file.line("sender.name"), None);
}

#[test]
fn faults_name_their_place_and_the_way_out() {
    let check = |text: &str, place: (usize, usize), message: &str, hint: &str| {
        let error = read(text).expect_err(text);
        assert_eq!(((error.line, error.column), error.message.as_str()), (place, message), "{text}");
        assert!(error.hint.contains(hint), "{text}: {}", error.hint);
    };
    check("kind = \"x\"\nasks = 3\n", (2, 8), "`asks` is a whole number", "`[[asks]]`");
    check("[asks]\nfull = \"x\"\n", (1, 1), "`asks` is a table", "two pairs of brackets");
    check("kinds = \"x\"", (1, 1), "a draft has no field `kinds`", "Did you mean `kind`?");
    check("zebra = 1", (1, 1), "a draft has no field `zebra`", "`kind`, `language`, `date`");
    check("[item]\nposition = \"suport\"", (2, 12), "`item.position` cannot be `suport`", "Did you mean `support`?");
    check("[letterhead]\ncolor = \"#ffffff\"", (2, 1), "`letterhead` has no field `color`", "`colour`");
    check("[letterhead]\ncolour = \"blue\"", (2, 10), "`letterhead.colour` cannot be `blue`", "six hexadecimal digits");
    check("[letterhead]\narrangement = \"center\"", (2, 15), "`letterhead.arrangement` cannot be `center`", "`centre`");
    check("[[asks]]\nful = \"x\"", (2, 1), "`asks[0]` has no field `ful`", "Did you mean `full`?");
    check("[[asks]]\nfull = 2026", (2, 8), "`asks[0].full` is a whole number", "`full = \"2026\"`");
    check("date = \"Feb 10\"", (1, 8), "`date` cannot be `Feb 10`", "Write it as 2026-02-10");
    check("date = 2026-02-10T10:00:00", (1, 8), "`date` is a date or time", "Write it as 2026-02-10");
    check("date = 2026-02-30", (1, 8), "not TOML: invalid date, expected day between 01 and 28", "2026-02-10");
    check("cc = \"Clerk\"", (1, 6), "`cc` is text", "`cc = [\"…\"]`");
    check("cc = [\"Clerk\", 3]", (1, 16), "`cc[1]` is a whole number", "`\"3\"`.");
    check("language = \"english (US)\"", (1, 12), "`language` cannot be `english (US)`", "`en-US`");
    check("[page]\nsize = 7.5", (2, 8), "`page.size` is 7.5", "from 8 to 24");
    check("[page]\nsize = nan", (2, 8), "`page.size` is nan", "from 8 to 24");
    check("[page]\nnumbering = \"1:\"", (2, 13), "`page.numbering` cannot be `1:`", "`1)`");
    check("[page]\nmost_named = -1", (2, 14), "`page.most_named` is -1", "from 0 to 1000");
    check("[page]\njustified = \"yes\"", (2, 13), "`page.justified` is text", "`justified = true`");
    check("[words]\nx = 1.5", (2, 5), "`words.x` is a number", "whole number");
    check("cc = [\"a\u{0}b\"]", (1, 9), "not TOML: the control character U+0000", "may be UTF-16");
    check("cc = [\"a\u{1b}b\"]", (1, 9), "not TOML: the control character U+001B", "Remove it");
    check("kind = \"x\"\rdate = 3", (1, 12), "not TOML: the control character U+000D", "line ends");
    check("delivery = [1]", (1, 13), "`delivery[0]` is a whole number", "`\"1\"`.");
    check(
        "letterhead = { columns = [3] }",
        (1, 27),
        "`letterhead.columns[0]` is a whole number",
        "`[[letterhead.columns]]`",
    );
    check(
        "addressees = [{ persons = 3 }]",
        (1, 27),
        "`addressees[0].persons` is a whole number",
        "`[[addressees.persons]]`",
    );
    check("[words]\nx = \"a\\u0007b\"", (2, 5), "`words.x` holds the control character U+0007", "Remove it");
    check("cc = [\"a\\u0085b\"]", (1, 7), "`cc[0]` holds the control character U+0085", "Remove it");
    check(
        "[[signers]]\nstrokes = [[[1, inf]]]",
        (2, 13),
        "`signers[0].strokes` holds something that is not a point",
        "",
    );
    check("[[signers]]\nstrokes = [[[1]]]", (2, 13), "`signers[0].strokes` holds something that is not a point", "");
    check("kind = \"a\"\nkind = \"b\"", (2, 1), "`kind` is written twice", "Keep one");
    check("item = \"x\"", (1, 8), "`item` is text", "`[item]`");
    check("[item]\ntime = \"5 pm\"", (2, 8), "`item.time` cannot be `5 pm`", "`time = \"16:00\"`");
    check("[item]\ntime = 2026-02-10", (2, 8), "`item.time` is a date or time", "from 00 to 23");
    check("shorter = 3", (1, 11), "`shorter` is a whole number", "`[[shorter.…]]`");
    check("[shorter.hook]\nof = \"x\"", (1, 1), "`shorter.hook` is a table", "`[[shorter.hook]]`");
    check("[[shorter.hook]]\nshrt = \"x\"", (2, 1), "`shorter.hook[0]` has no field `shrt`", "`short`");
    check("[[channels.x]]\nat = \"ful\"", (2, 6), "`channels.x[0].at` cannot be `ful`", "`full`");
}

#[test]
fn texts_that_are_no_toml_are_refused_at_their_line() {
    let check = |text: &str, line: usize, hint: &str| {
        let error = read(text).expect_err("no TOML");
        assert_eq!(error.line, line, "{}", error.message);
        assert!(error.hint.contains(hint), "{}: {}", error.message, error.hint);
    };
    check("kind = organisation", 1, "quotation marks");
    check("a = 1\nkind = \"organisation\n", 2, "");
    check("[words]\nhook = \"\"\"never closed\n", 2, "three quotation marks");
    check("[item\nnumber = \"3\"", 1, "brackets");
    check("kind = \"C:\\Users\"", 1, "backslash twice");
    check(&format!("cc = {}{}", "[".repeat(1000), "]".repeat(1000)), 1, "brackets");
    check(&format!("{}x = 1", "a.".repeat(1000)), 1, "");
    check(&format!("cc = {}", "[".repeat(100_000)), 1, "");
    check(&" ".repeat(MOST_BYTES + 1), 1, "pictures");
    check("%PDF-1.7\n\u{1}", 1, "");
}

#[test]
fn windows_line_ends_and_byte_order_marks_leave_no_trace() {
    let file = read("\u{feff}kind = \"a\"\r\n[words]\r\nhook = \"\"\"\r\none\r\ntwo\"\"\"\r\n").unwrap();
    assert_eq!(file.draft.words["hook"], Words::Text("one\ntwo".to_owned()));
    assert_eq!(file.line("words.hook"), Some(3));
}

const KIND: &str = r#"
name = "Test letter"
purpose = "Tests."
parts = ["body"]
[[fields]]
name = "hook"
prompt = "Who are you?"
kind = "rich"
required = true
[[fields]]
name = "tone"
prompt = "Which tone?"
kind = "choice"
choices = ["warm", "plain"]
[[fields]]
name = "points"
prompt = "Which points?"
kind = "list"
[[fields]]
name = "day"
prompt = "Which day?"
kind = "date"
"#;

#[test]
fn a_draft_is_held_against_its_kind() {
    let kind = Template::read("test", KIND, "").unwrap();
    let check = |text: &str, line: usize, message: &str, hint: &str| {
        let file = read(text).unwrap();
        let error = check_kind(&file, &["test", "other"]).and_then(|()| check_against(&file, &kind)).expect_err(text);
        assert_eq!((error.line, error.message.as_str()), (line, message), "{text}");
        assert!(error.hint.contains(hint), "{text}: {}", error.hint);
    };
    check("date = 2026-02-10", 1, "the draft does not say what kind of letter it is", "`kind = \"test\"`");
    check("\nkind = \"tset\"", 2, "there is no letter kind `tset`", "Did you mean `test`?");
    check("kind = \"zebra-crossing\"", 1, "there is no letter kind `zebra-crossing`", "`test`, `other`");
    check("kind = \"test\"\n\n[words]\n", 3, "`words.hook` is missing: Who are you?", "`hook = \"…\"`");
    check("kind = \"test\"\n\ndate = 2026-02-10\n", 3, "`words.hook` is missing: Who are you?", "`[words]`");
    check("kind = \"test\"\n[words]\nhok = \"x\"", 3, "the kind `test` has no field `hok`", "Did you mean `hook`?");
    check("kind = \"test\"\n[words]\nhook = [\"x\"]", 3, "`words.hook` is a list", "`hook = \"…\"`");
    check("kind = \"test\"\n[words]\nhook = \"\"\npoints = \"x\"", 4, "`words.points` is text", "`points = [");
    check("kind = \"test\"\n[words]\nhook = \"\"\ntone = \"wram\"", 4, "`words.tone` cannot be `wram`", "`warm`");
    check("kind = \"test\"\n[words]\nhook = \"\"\nday = \"soon\"", 4, "`words.day` is text", "2026-02-10");
    let references = "kind = \"test\"\n[words]\nhook = \"\"\n[[references]]\nid = \"a\"\n[[references]]\n";
    check(references, 6, "a reference has no id", "`[^budget]`");
    check(&format!("{references}id = \"a\""), 7, "two references have the id `a`, the first on line 5", "of its own");
    for id in ["la ord", "résumé", "x](https://a.org)", "x.x"] {
        check(
            &format!("{references}id = \"{id}\""),
            7,
            &format!("the id `{id}` of a reference cannot stand in a note mark"),
            "`id = \"budget\"`",
        );
    }
}

#[test]
fn a_skeleton_reads_back_and_waits_for_what_is_required() {
    let kind = Template::read("test", KIND, "").unwrap();
    let text = skeleton(&kind);
    let file = read(&text).unwrap();
    check_against(&file, &kind).unwrap();
    assert_eq!(file.draft.words["hook"], Words::Text("[Your answer]".to_owned()));
    // Each commented field is good as soon as its number sign goes.
    let is_field = |line: &str| {
        let name = line.split(" = ").next().unwrap_or_default();
        line.starts_with('[') || line.contains(" = ") && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
    };
    let opened: String = text
        .lines()
        .map(|line| line.strip_prefix("# ").filter(|field| is_field(field)).unwrap_or(line))
        .flat_map(|line| [line, "\n"])
        .collect();
    assert!(opened.contains("\n[letterhead]\n") && opened.contains("\n[[references]]\n"));
    let file = read(&opened).unwrap_or_else(|error| panic!("{error:?}\n{opened}"));
    check_against(&file, &kind).unwrap();
}

#[test]
fn what_is_written_reads_back_as_the_same_draft() {
    let check = |draft: &Draft| {
        let text = to_toml(draft);
        assert_eq!(&read(&text).unwrap_or_else(|error| panic!("{error:?}\n{text}")).draft, draft, "{text}");
    };
    check(&Draft::default());
    let mut draft = read(FULL).unwrap().draft;
    check(&draft);
    let long = "A long sentence with \"quotes\", back\\slashes and  double spaces goes on. ".repeat(5);
    for text in [
        "",
        "\n",
        "\"",
        "\"\"\"",
        "ends with \"",
        "a\nb",
        "\\",
        "line \\\n joined",
        "tab\there",
        " leading",
        "trailing ",
        "\n\nblank lines\n\n",
        "{{ braces }}",
        "# no comment",
        "naïve — “quotes” 🌳",
        long.as_str(),
        &"x".repeat(300),
    ] {
        draft.words.insert("odd name".to_owned(), Words::Text(text.to_owned()));
        draft.words.insert("list".to_owned(), Words::List(vec![text.to_owned(), long.clone()]));
        draft.subject = Some(text.to_owned());
        draft.addressees[0].persons[0].role = text.to_owned();
        draft.cc = vec![text.to_owned()];
        check(&draft);
    }
    draft.page = Furniture { salutation_end: Some(String::new()), size: Some(11.3), ..Furniture::default() };
    draft.signers[0].strokes = vec![vec![[0.1, 1e-7], [1e20, -3.0]], vec![]];
    draft.words.insert("day".to_owned(), Words::Date(date(2026, 3, 1)));
    draft.words.insert("yes".to_owned(), Words::Flag(true));
    draft.words.insert("count".to_owned(), Words::Number(-3));
    draft.letterhead = Some(Letterhead { columns: vec![LetterheadColumn::default(); 2], ..Letterhead::default() });
    check(&draft);
    draft.portal = "sacramento-city".to_owned();
    draft.item.time = Some(jiff::civil::time(17, 0, 0, 0));
    draft.item.zone = "America/Los_Angeles".to_owned();
    draft.item.special = true;
    draft.item.position_on = PositionOn::StaffRecommendation;
    draft.asks[1].priority = Priority::First;
    let shorter = Shorter { of: long.clone(), short: "We write.".to_owned(), ..Shorter::default() };
    let last = Shorter { priority: Priority::Last, ..shorter.clone() };
    draft.shorter.insert("hook".to_owned(), vec![shorter, last, Shorter::default()]);
    draft.shorter.insert("odd name".to_owned(), vec![Shorter { line: "One.".to_owned(), ..Shorter::default() }]);
    let pin = |piece: &str, at| Pin { piece: piece.to_owned(), at };
    let pins = vec![pin("asks[1]", Length::Full), pin("words.hook[0]", Length::Out)];
    draft.channels.insert("sacramento-city".to_owned(), pins);
    let shown = |path: &str, words: &str| Shown { path: path.to_owned(), words: words.to_owned() };
    draft.shown =
        vec![shown("signers[0].lines[1]", "(916) 555-0193"), shown("words.odd name", "a “b”\n"), Shown::default()];
    draft.addressees[0].persons[0].since = Some(date(2022, 12, 13));
    draft.addressees[0].persons[0].until = Some(date(2026, 12, 8));
    let overruled =
        Overruled { check: "ask-count".to_owned(), reason: "It counts both.".to_owned(), ..Overruled::default() };
    draft.overruled =
        vec![overruled, Overruled { path: "words.hook".to_owned(), excerpt: long, ..Overruled::default() }];
    check(&draft);
}

/// The list of fields says what the types say: serde names each table's fields when it meets an unknown one.
#[test]
fn the_list_of_fields_agrees_with_the_types() {
    use super::schema::{DRAFT, Key, Shape};
    fn check<T: for<'de> Deserialize<'de>>(keys: &[Key]) {
        let said = match toml::from_str::<T>("no_such_field = 1") {
            Err(error) => error.message().to_owned(),
            Ok(_) => panic!("the table takes unknown fields"),
        };
        let mut types: Vec<&str> = said.split('`').skip(3).step_by(2).filter(|name| *name != "organization").collect();
        let mut listed: Vec<&str> = keys.iter().map(|key| key.name).collect();
        types.sort_unstable();
        listed.sort_unstable();
        assert_eq!(types, listed);
    }
    fn inner(name: &str, keys: &'static [Key]) -> &'static [Key] {
        match keys.iter().find(|key| key.name == name).map(|key| &key.shape) {
            Some(Shape::Table(keys) | Shape::Tables(keys) | Shape::Named(keys)) => keys,
            _ => panic!("{name} is no table"),
        }
    }
    check::<Draft>(&DRAFT);
    check::<Sender>(inner("sender", &DRAFT));
    check::<Letterhead>(inner("letterhead", &DRAFT));
    check::<LetterheadColumn>(inner("columns", inner("letterhead", &DRAFT)));
    check::<Item>(inner("item", &DRAFT));
    check::<Furniture>(inner("page", &DRAFT));
    check::<Addressee>(inner("addressees", &DRAFT));
    check::<Person>(inner("persons", inner("addressees", &DRAFT)));
    check::<Ask>(inner("asks", &DRAFT));
    check::<Reference>(inner("references", &DRAFT));
    check::<Signer>(inner("signers", &DRAFT));
    check::<Shorter>(inner("shorter", &DRAFT));
    check::<Pin>(inner("channels", &DRAFT));
    check::<Shown>(inner("shown", &DRAFT));
    check::<Overruled>(inner("overruled", &DRAFT));
}

/// Each word that the list allows is a word that the types know.
#[test]
fn every_listed_choice_is_known_to_the_types() {
    use super::schema::{DRAFT, Key, Shape};
    fn check(prefix: &str, keys: &[Key]) {
        for key in keys {
            match &key.shape {
                Shape::Table(keys) => check(&format!("{}{prefix}[{}]\n", "", key.name), keys),
                Shape::Tables(keys) if prefix.is_empty() => check(&format!("[[{}]]\n", key.name), keys),
                Shape::Tables(keys) => {
                    let table = prefix.trim().trim_matches(['[', ']']);
                    check(&format!("[[{table}.{}]]\n", key.name), keys);
                }
                Shape::Choice(words) => {
                    for word in *words {
                        let text = format!("{prefix}{} = \"{word}\"\n", key.name);
                        read(&text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
                    }
                }
                _ => {}
            }
        }
    }
    check("", &DRAFT);
}
