//! How well preflight reads: clean letters in, of which it should say nothing, and the same letters with one mistake each,
//! which it should find at the right place. What came of it is a table by check, and CI holds it.
//!
//! `preflight/letters/` holds the clean letters, `preflight/mistakes/` what is done to them, `preflight/score.txt` the table.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use letter::draft::Draft;
use letter::fill::furniture;
use letter::finding::{Finding, Place};
use letter::layout::font::Fonts;
use letter::letter::Pictures;
use letter::preflight::{Known, Proofreader};
use letter::style::Style;
use serde::Deserialize;
use serde_json::Value;

use crate::case::{pictures_in, root};

/// At most this many false findings in ten letters.
const FALSE_IN_TEN: f64 = 1.0;
/// At least this many mistakes in a hundred are found.
const FOUND_IN_HUNDRED: f64 = 90.0;
/// The corpus is at least this large.
const LETTERS: usize = 40;
const MISTAKES: usize = 200;

static PROOFREADER: LazyLock<Arc<Proofreader>> = LazyLock::new(|| Arc::new(Proofreader::english()));

/// What is done to a clean letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    /// What is wrong now, as a sentence.
    name: String,
    /// The check that should say so.
    check: String,
    /// The path at which it should stand, on either side.
    at: String,
    /// Words that the finding should point at.
    #[serde(default)]
    excerpt: String,
    /// How the letter is changed.
    change: Vec<Edit>,
    /// The day it is read; the letter's own, where nothing else is said.
    today: Option<String>,
}

/// One field that reads otherwise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    path: String,
    /// The words that are replaced; all of the field without it.
    from: Option<String>,
    to: toml::Value,
}

#[derive(Deserialize)]
struct Mistakes {
    #[serde(default)]
    mistake: Vec<Mistake>,
}

/// What preflight did with one check's share of the corpus.
#[derive(Default)]
struct Row {
    wrongly: usize,
    made: usize,
    found: usize,
}

fn files(folder: &str) -> BTreeMap<String, String> {
    let folder: PathBuf = root().join("tests/preflight").join(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), text)
    };
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).map(read).collect()
}

/// All that is said of a letter on a day: by the parser, by preflight and by layout.
fn told(draft: &Draft, today: Option<jiff::civil::Date>, fonts: &Fonts, pictures: &Pictures) -> Vec<Finding> {
    let template = letter::template::built_in_kind(&draft.kind).unwrap_or_else(|| panic!("no kind {}", draft.kind));
    let (letter, mut findings) = letter::compose(&template, draft, pictures).unwrap();
    let pages = letter::layout::layout(&letter, &Style::of(&furniture(&template, draft)), fonts);
    let today = today.or(draft.date);
    let zone = if draft.item.zone.is_empty() { "America/Los_Angeles" } else { &draft.item.zone };
    let noon = |day: jiff::civil::Date| day.at(12, 0, 0, 0).to_zoned(letter::deadline::time_zone(zone)?).ok();
    let known = Known {
        today,
        now: today.and_then(noon).map(|noon| noon.timestamp()),
        portal: letter::portal::built_in_portal(&draft.portal),
        holidays: letter::deadline::holidays::Holidays::california_state(),
        zone: zone.to_owned(),
        proofreader: Some(PROOFREADER.clone()),
        ..Known::default()
    };
    findings.extend(letter::preflight::preflight(&template, draft, &letter, &pages, &known));
    findings
}

/// The letter with one mistake in it.
fn mistaken(draft: &Draft, mistake: &Mistake) -> Result<Draft, String> {
    let mut value = serde_json::to_value(draft).map_err(|error| error.to_string())?;
    for edit in &mistake.change {
        let to = serde_json::to_value(&edit.to).map_err(|error| error.to_string())?;
        let place = place_in(&mut value, &edit.path).ok_or_else(|| format!("there is no `{}`", edit.path))?;
        *place = match (&edit.from, place.as_str()) {
            // TOML has no word for a date that is not there.
            (None, Some(was)) if to == "" && was.parse::<jiff::civil::Date>().is_ok() => Value::Null,
            (None, _) => to,
            (Some(from), Some(text)) if text.matches(from.as_str()).count() == 1 => {
                Value::String(text.replacen(from, to.as_str().ok_or("`to` is no text")?, 1))
            }
            (Some(from), _) => return Err(format!("“{from}” does not stand once in `{}`", edit.path)),
        };
    }
    // An answer that is taken away is no answer.
    if let Some(words) = value.get_mut("words").and_then(Value::as_object_mut) {
        words.retain(|_, answer| !answer.is_null());
    }
    serde_json::from_value(value).map_err(|error| error.to_string())
}

/// The place of a path; the last step is made where it is a name that is not there.
fn place_in<'a>(value: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    let pointer = path.replace(['.', '['], "/").replace(']', "");
    let (parent, last) = pointer.rsplit_once('/').unwrap_or(("", &pointer));
    let parent = if parent.is_empty() { value } else { value.pointer_mut(&format!("/{parent}"))? };
    match parent {
        Value::Array(entries) => entries.get_mut(last.parse::<usize>().ok()?),
        Value::Object(fields) => Some(fields.entry(last).or_insert(Value::Null)),
        _ => None,
    }
}

/// The finding speaks of the mistake, at its place.
fn is_meant(finding: &Finding, mistake: &Mistake) -> bool {
    let is_there = |place: &Place| {
        let (told, wanted) = (place.excerpt.to_lowercase(), mistake.excerpt.to_lowercase());
        let is_at = covers(&place.path, &mistake.at) || covers(&mistake.at, &place.path);
        is_at && (told.contains(&wanted) || !told.is_empty() && wanted.contains(&told))
    };
    finding.check == mistake.check && [Some(&finding.place), finding.other.as_ref()].into_iter().flatten().any(is_there)
}

/// The one path is the other, or a part of what stands there: a missing date of a person is told of the person.
fn covers(outer: &str, inner: &str) -> bool {
    !outer.is_empty() && inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn shown(finding: &Finding) -> String {
    format!("{} at {} “{}”: {}", finding.check, finding.place.path, finding.place.excerpt, finding.message)
}

/// What was said of the corpus: the table, and what went wrong one by one.
struct Score {
    table: String,
    faults: String,
    false_in_ten: f64,
    found_in_hundred: f64,
    letters: usize,
    mistakes: usize,
}

fn score() -> Score {
    let fonts = Fonts::embedded();
    let pictures = pictures_in(&root().join("tests/preflight/letters"));
    let (letters, mistakes) = (files("letters"), files("mistakes"));
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let mut faults = String::new();
    let (mut wrongly, mut made, mut found) = (0, 0, 0);
    for (name, text) in &letters {
        let draft = letter::draft_file::read(text).unwrap_or_else(|e| panic!("{name}, line {}: {e}", e.line)).draft;
        let clean = told(&draft, None, &fonts, &pictures);
        for finding in &clean {
            wrongly += 1;
            rows.entry(finding.check.to_owned()).or_default().wrongly += 1;
            let _ = writeln!(faults, "{name}: wrongly: {}", shown(finding));
        }
        let Some(text) = mistakes.get(name) else { continue };
        let of_letter: Mistakes = toml::from_str(text).unwrap_or_else(|error| panic!("mistakes/{name}: {error}"));
        let mut names = BTreeSet::new();
        for mistake in &of_letter.mistake {
            assert!(names.insert(&mistake.name), "{name}: two mistakes are called “{}”", mistake.name);
            let changed = mistaken(&draft, mistake).unwrap_or_else(|why| panic!("{name}: {}: {why}", mistake.name));
            let day = mistake.today.as_deref().map(|day| day.parse().expect("`today` is a date"));
            let said = told(&changed, day.or(draft.date), &fonts, &pictures);
            let row = rows.entry(mistake.check.clone()).or_default();
            (row.made, made) = (row.made + 1, made + 1);
            // What was said of the clean letter already finds no mistake.
            if said.iter().any(|finding| is_meant(finding, mistake) && !clean.contains(finding)) {
                (row.found, found) = (row.found + 1, found + 1);
                continue;
            }
            let instead: Vec<String> = said.iter().filter(|finding| !clean.contains(finding)).map(shown).collect();
            let _ = writeln!(
                faults,
                "{name}: missed: {} at {} “{}”: {}; said: {}",
                mistake.check,
                mistake.at,
                mistake.excerpt,
                mistake.name,
                instead.join(" | ")
            );
        }
    }
    let false_in_ten = wrongly as f64 * 10.0 / letters.len() as f64;
    let found_in_hundred = found as f64 * 100.0 / made as f64;
    let mut table = format!("{:<18} {:>6} {:>6} {:>8}\n", "check", "made", "found", "wrongly");
    for (check, row) in &rows {
        let _ = writeln!(table, "{check:<18} {:>6} {:>6} {:>8}", row.made, row.found, row.wrongly);
    }
    let _ = writeln!(table, "{:<18} {made:>6} {found:>6} {wrongly:>8}", "all");
    let _ = writeln!(
        table,
        "\n{} clean letters: {false_in_ten:.2} false findings in ten. {made} mistakes: {found_in_hundred:.1} found in a hundred.",
        letters.len()
    );
    Score { table, faults, false_in_ten, found_in_hundred, letters: letters.len(), mistakes: made }
}

#[test]
fn preflight_finds_mistakes_and_leaves_clean_letters_alone() {
    let score = score();
    println!("{}\n{}", score.faults, score.table);
    assert!(score.letters >= LETTERS && score.mistakes >= MISTAKES, "the corpus is too small to say anything");
    assert!(score.false_in_ten <= FALSE_IN_TEN, "{:.2} false findings in ten letters", score.false_in_ten);
    assert!(score.found_in_hundred >= FOUND_IN_HUNDRED, "{:.1} found in a hundred", score.found_in_hundred);
    let path = root().join("tests/preflight/score.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &score.table).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == score.table, "the score changed; look at it, then run with UPDATE=1:\n{}", score.table);
}
