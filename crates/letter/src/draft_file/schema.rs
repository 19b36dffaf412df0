//! What a draft may hold, as data: each table's fields in the order they are written, and what each of them takes.
//!
//! [`crate::draft`] says the same in types, and a test holds the two together. This list is what knows the words for
//! people: serde stops at the first fault with words about types.

use std::collections::BTreeMap;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::lines::Lines;
use super::syntax::{at, shown};
use super::{DraftError, nearest};
use crate::letter::Numbering;
use crate::{clock, language};

/// A field of a draft.
pub(crate) struct Key {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it takes.
    pub(crate) shape: Shape,
}

/// What a field takes.
pub(crate) enum Shape {
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// `true` or `false`.
    Flag,
    /// A whole number, negative ones too.
    Whole,
    /// How many of something, a whole number between these two.
    Count(i64, i64),
    /// A number between these two.
    Number(f64, f64),
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A BCP 47 tag.
    Language,
    /// `#rrggbb`.
    Colour,
    /// How a list is numbered, by the sample of its first number.
    Numbering,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A table.
    Table(&'static [Key]),
    /// Any number of tables.
    Tables(&'static [Key]),
    /// Drawn strokes: lists of points.
    Strokes,
    /// The kind's own fields.
    Words,
    /// Lists of such tables, each under a name of the person's own.
    Named(&'static [Key]),
}

pub(crate) const fn key(name: &'static str, shape: Shape) -> Key {
    Key { name, shape }
}

/// All that a draft may hold.
pub(super) static DRAFT: [Key; 24] = [
    key("kind", Shape::Text),
    key("language", Shape::Language),
    key("date", Shape::Date),
    key("date_line", Shape::Text),
    key("delivery", Shape::Texts),
    key("subject", Shape::Text),
    key("salutation", Shape::Text),
    key("closing", Shape::Text),
    key("enclosures", Shape::Texts),
    key("cc", Shape::Texts),
    key("portal", Shape::Text),
    key("sender", Shape::Table(&SENDER)),
    key("letterhead", Shape::Table(&LETTERHEAD)),
    key("item", Shape::Table(&ITEM)),
    key("page", Shape::Table(&PAGE)),
    key("words", Shape::Words),
    key("addressees", Shape::Tables(&ADDRESSEE)),
    key("asks", Shape::Tables(&ASK)),
    key("references", Shape::Tables(&REFERENCE)),
    key("signers", Shape::Tables(&SIGNER)),
    key("shorter", Shape::Named(&SHORTER)),
    key("channels", Shape::Named(&PIN)),
    key("shown", Shape::Tables(&SHOWN)),
    key("overruled", Shape::Tables(&OVERRULED)),
];

static OVERRULED: [Key; 5] = [
    key("check", Shape::Text),
    key("path", Shape::Text),
    key("excerpt", Shape::Text),
    key("other", Shape::Text),
    key("reason", Shape::Text),
];

static SHORTER: [Key; 4] =
    [key("of", Shape::Text), key("short", Shape::Text), key("line", Shape::Text), key("priority", PRIORITY)];

static PIN: [Key; 2] = [key("piece", Shape::Text), key("at", Shape::Choice(&["full", "short", "line", "out"]))];

static SHOWN: [Key; 2] = [key("path", Shape::Text), key("words", Shape::Text)];

const PRIORITY: Shape = Shape::Choice(&["first", "normal", "last"]);

static SENDER: [Key; 3] = [key("name", Shape::Text), key("short", Shape::Text), key("lines", Shape::Texts)];

static LETTERHEAD: [Key; 10] = [
    key("arrangement", Shape::Choice(&["left", "centre", "columns"])),
    key("name", Shape::Text),
    key("lines", Shape::Texts),
    key("columns", Shape::Tables(&COLUMN)),
    key("logo", Shape::Text),
    key("logo_alt", Shape::Text),
    key("logo_height", Shape::Number(4.0, 400.0)),
    key("rule", Shape::Flag),
    key("colour", Shape::Colour),
    key("foot", Shape::Text),
];

static COLUMN: [Key; 3] =
    [key("align", Shape::Choice(&["left", "centre", "right"])), key("name", Shape::Text), key("lines", Shape::Texts)];

static ITEM: [Key; 13] = [
    key("body", Shape::Text),
    key("number", Shape::Text),
    key("label", Shape::Text),
    key("title", Shape::Text),
    key("file_id", Shape::Text),
    key("author", Shape::Text),
    key("version", Shape::Text),
    key("meeting", Shape::Date),
    key("time", Shape::Time),
    key("zone", Shape::Text),
    key("special", Shape::Flag),
    key(
        "position",
        Shape::Choice(&["support", "support-if-amended", "neutral", "concern", "oppose-unless-amended", "oppose"]),
    ),
    key("position_on", Shape::Choice(&["item", "appeal", "staff-recommendation"])),
];

static PAGE: [Key; 16] = [
    key("paper", Shape::Choice(&["letter", "a4"])),
    key("form", Shape::Choice(&["full-block", "modified-block"])),
    key("typeface", Shape::Choice(&["serif", "sans"])),
    key("size", Shape::Number(8.0, 24.0)),
    key("justified", Shape::Flag),
    key("numbering", Shape::Numbering),
    key("strong_labels", Shape::Flag),
    key("subject", Shape::Choice(&["before-salutation", "after-salutation"])),
    key("subject_label", Shape::Text),
    key("date", Shape::Choice(&["left", "centre", "right", "after-addressees"])),
    key("greeting", Shape::Text),
    key("salutation_end", Shape::Text),
    key("serial_comma", Shape::Flag),
    key("most_named", Shape::Count(0, 1_000)),
    key("references", Shape::Choice(&["footnotes", "endnotes", "block"])),
    key("note_marks", Shape::Choice(&["numbers", "symbols"])),
];

static ADDRESSEE: [Key; 3] =
    [key("body", Shape::Text), key("lines", Shape::Texts), key("persons", Shape::Tables(&PERSON))];

static PERSON: [Key; 8] = [
    key("first", Shape::Text),
    key("last", Shape::Text),
    key("role", Shape::Text),
    key("honorific", Shape::Text),
    key("greet", Shape::Text),
    key("absent", Shape::Flag),
    key("since", Shape::Date),
    key("until", Shape::Date),
];

static ASK: [Key; 7] = [
    key("label", Shape::Text),
    key("full", Shape::Text),
    key("short", Shape::Text),
    key("line", Shape::Text),
    key("priority", PRIORITY),
    key("references", Shape::Texts),
    key("order", Shape::Whole),
];

static REFERENCE: [Key; 12] = [
    key("id", Shape::Text),
    key(
        "kind",
        Shape::Choice(&[
            "ordinance",
            "resolution",
            "statute",
            "bill",
            "regulation",
            "staff-report",
            "document",
            "case",
            "letter",
            "news",
            "web",
        ]),
    ),
    key("label", Shape::Text),
    key("title", Shape::Text),
    key("author", Shape::Text),
    key("jurisdiction", Shape::Text),
    key("number", Shape::Text),
    key("section", Shape::Text),
    key("url", Shape::Text),
    key("date", Shape::Date),
    key("accessed", Shape::Date),
    key("excerpt", Shape::Text),
];

static SIGNER: [Key; 8] = [
    key("name", Shape::Text),
    key("title", Shape::Text),
    key("organisation", Shape::Text),
    key("lines", Shape::Texts),
    key("sign", Shape::Choice(&["typed", "slash", "blank", "image", "drawn"])),
    key("image", Shape::Text),
    key("strokes", Shape::Strokes),
    key("identification_only", Shape::Flag),
];

/// A spelling that is taken as well; `draft` names it as an alias.
const ALIASES: [(&str, &str); 1] = [("organization", "organisation")];

/// Checks a parsed draft, and says on which line each of its fields stands.
pub(super) fn check(text: &str, table: &DeTable<'_>) -> Result<BTreeMap<String, usize>, DraftError> {
    check_keys(text, table, &DRAFT, "a draft")
}

/// Checks a parsed file against the fields it may have, and says on which line each of its own stands. `whole` is what
/// people call the file.
pub(crate) fn check_keys(
    text: &str,
    table: &DeTable<'_>,
    keys: &[Key],
    whole: &'static str,
) -> Result<BTreeMap<String, usize>, DraftError> {
    let lines = Lines::of(text);
    let mut walk = Walk { text, whole, paths: BTreeMap::from([(String::new(), lines.last(text))]), lines };
    walk.table("", keys, table)?;
    Ok(walk.paths)
}

struct Walk<'a> {
    text: &'a str,
    whole: &'static str,
    lines: Lines,
    paths: BTreeMap<String, usize>,
}

impl Walk<'_> {
    fn table(&mut self, path: &str, keys: &[Key], table: &DeTable<'_>) -> Result<(), DraftError> {
        for (name, value) in in_file_order(table) {
            let written = name.get_ref().as_ref();
            let known = ALIASES.iter().find(|(alias, _)| *alias == written).map_or(written, |(_, name)| name);
            let Some(key) = keys.iter().find(|key| key.name == known) else {
                let names = keys.iter().map(|key| key.name);
                let (holder, all) = match path {
                    "" => (self.whole.to_owned(), format!("The fields of {} are", self.whole)),
                    path => (format!("`{path}`"), format!("The fields of `{path}` are")),
                };
                return Err(at(
                    self.text,
                    name.span(),
                    format!("{holder} has no field `{}`", shown(written)),
                    nearest::hint(written, names, &all),
                ));
            };
            let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
            self.paths.insert(path.clone(), self.lines.line(name.span().start));
            self.value(&path, &key.shape, value)?;
        }
        Ok(())
    }

    fn value(&mut self, path: &str, shape: &Shape, value: &Spanned<DeValue<'_>>) -> Result<(), DraftError> {
        let found = value.get_ref();
        match (shape, found) {
            (Shape::Text, DeValue::String(text)) => self.characters(path, value, text),
            (Shape::Texts, DeValue::Array(entries)) => {
                for (index, entry) in entries.iter().enumerate() {
                    let path = format!("{path}[{index}]");
                    self.paths.insert(path.clone(), self.lines.line(entry.span().start));
                    self.value(&path, &Shape::Text, entry)?;
                }
                Ok(())
            }
            (Shape::Flag, DeValue::Boolean(_)) => Ok(()),
            (Shape::Whole, DeValue::Integer(_)) if whole(found).is_some() => Ok(()),
            (Shape::Count(least, most), DeValue::Integer(_)) => match whole(found) {
                Some(number) if (*least..=*most).contains(&number) => Ok(()),
                _ => Err(self.wrong(
                    value,
                    format!("`{path}` is {}", shown(&self.text[value.span()])),
                    format!("Write a whole number from {least} to {most}."),
                )),
            },
            (Shape::Number(least, most), DeValue::Integer(_) | DeValue::Float(_)) => match number(found) {
                Some(number) if (*least..=*most).contains(&number) => Ok(()),
                _ => Err(self.wrong(
                    value,
                    format!("`{path}` is {}", shown(&self.text[value.span()])),
                    format!("Write a number from {least} to {most}."),
                )),
            },
            (Shape::Date, DeValue::Datetime(date)) if is_date(&date.to_string()) => Ok(()),
            (Shape::Date, DeValue::String(text)) if is_date(text) => Ok(()),
            (Shape::Time, DeValue::Datetime(time)) if clock::parse(&time.to_string()).is_some() => Ok(()),
            (Shape::Time, DeValue::String(text)) if clock::parse(text).is_some() => Ok(()),
            (Shape::Language, DeValue::String(tag)) if tag.is_empty() || language::is_tag(tag) => Ok(()),
            (Shape::Colour, DeValue::String(colour)) if is_colour(colour) => Ok(()),
            (Shape::Numbering, DeValue::String(sample)) if Numbering::read(sample).is_some() => Ok(()),
            (Shape::Choice(choices), DeValue::String(word)) => match choices.contains(&word.as_ref()) {
                true => Ok(()),
                false => {
                    let hint = nearest::hint(word, choices.iter().copied(), "It is one of");
                    Err(self.wrong(value, format!("`{path}` cannot be `{}`", shown(word)), hint))
                }
            },
            (Shape::Table(keys), DeValue::Table(table)) => self.table(path, keys, table),
            (Shape::Tables(keys), DeValue::Array(entries)) => self.tables(path, keys, entries),
            (Shape::Strokes, DeValue::Array(_)) => self.strokes(path, value),
            (Shape::Words, DeValue::Table(table)) => self.words(path, table),
            (Shape::Named(keys), DeValue::Table(table)) => self.named(path, keys, table),
            (Shape::Date | Shape::Time | Shape::Language | Shape::Colour | Shape::Numbering, DeValue::String(text)) => {
                Err(self.wrong(
                    value,
                    format!("`{path}` cannot be `{}`", shown(text)),
                    how_to_write(shape, path, found, text),
                ))
            }
            (shape, found) => Err(self.wrong(
                value,
                format!("`{path}` is {}", described(found)),
                how_to_write(shape, path, found, &self.text[value.span()]),
            )),
        }
    }

    fn tables(&mut self, path: &str, keys: &'static [Key], entries: &[Spanned<DeValue<'_>>]) -> Result<(), DraftError> {
        for (index, entry) in entries.iter().enumerate() {
            let path = format!("{path}[{index}]");
            self.paths.insert(path.clone(), self.lines.line(entry.span().start));
            self.value(&path, &Shape::Table(keys), entry)?;
        }
        Ok(())
    }

    /// Lists of tables under names that are the person's business, or the kind's.
    fn named(&mut self, path: &str, keys: &'static [Key], table: &DeTable<'_>) -> Result<(), DraftError> {
        for (name, value) in in_file_order(table) {
            let path = format!("{path}.{}", name.get_ref());
            self.paths.insert(path.clone(), self.lines.line(name.span().start));
            self.value(&path, &Shape::Tables(keys), value)?;
        }
        Ok(())
    }

    fn strokes(&self, path: &str, value: &Spanned<DeValue<'_>>) -> Result<(), DraftError> {
        let point = |point: &Spanned<DeValue<'_>>| {
            let numbers = point.get_ref().as_array()?;
            let finite = |value: &Spanned<DeValue<'_>>| Some((number(value.get_ref())? as f32).is_finite());
            Some(numbers.len() == 2 && finite(&numbers[0])? && finite(&numbers[1])?)
        };
        for stroke in value.get_ref().as_array().into_iter().flatten() {
            let bad = match stroke.get_ref().as_array() {
                None => Some(stroke),
                Some(points) => points.iter().find(|each| point(each) != Some(true)),
            };
            if let Some(bad) = bad {
                return Err(self.wrong(
                    bad,
                    format!("`{path}` holds something that is not a point"),
                    "A stroke is a list of points, a point two numbers: `[[[10, 20], [12.5, 24]]]`.".to_owned(),
                ));
            }
        }
        Ok(())
    }

    /// The kind's own fields: their names are the kind's business, their values are texts, lists and the like.
    fn words(&mut self, path: &str, table: &DeTable<'_>) -> Result<(), DraftError> {
        for (name, value) in in_file_order(table) {
            let path = format!("{path}.{}", name.get_ref());
            self.paths.insert(path.clone(), self.lines.line(name.span().start));
            match value.get_ref() {
                DeValue::String(_) => self.value(&path, &Shape::Text, value)?,
                DeValue::Array(_) => self.value(&path, &Shape::Texts, value)?,
                DeValue::Boolean(_) => {}
                DeValue::Integer(_) => self.value(&path, &Shape::Whole, value)?,
                DeValue::Datetime(_) => self.value(&path, &Shape::Date, value)?,
                found @ (DeValue::Float(_) | DeValue::Table(_)) => {
                    return Err(self.wrong(
                        value,
                        format!("`{}` is {}", shown(&path), described(found)),
                        "Fields under `[words]` take a text, a list of texts, a whole number, a date, true or false."
                            .to_owned(),
                    ));
                }
            }
        }
        Ok(())
    }

    /// Control characters have no look and no meaning in a letter, and TOML's escapes can smuggle them in.
    fn characters(&self, path: &str, value: &Spanned<DeValue<'_>>, text: &str) -> Result<(), DraftError> {
        match text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            None => Ok(()),
            Some(c) => Err(self.wrong(
                value,
                format!("`{}` holds the control character U+{:04X}", shown(path), u32::from(c)),
                "Remove it; it often comes along when text is copied from a PDF.".to_owned(),
            )),
        }
    }

    fn wrong(&self, value: &Spanned<DeValue<'_>>, message: String, hint: String) -> DraftError {
        at(self.text, value.span(), message, hint)
    }
}

/// The fields of a table as they follow each other in the file, so that the first fault is the one named.
fn in_file_order<'t, 'i>(
    table: &'t DeTable<'i>,
) -> Vec<(&'t Spanned<toml::de::DeString<'i>>, &'t Spanned<DeValue<'i>>)> {
    let mut fields: Vec<_> = table.iter().collect();
    fields.sort_by_key(|(name, _)| name.span().start);
    fields
}

fn whole(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Float(float) => float.as_str().parse().ok(),
        value => whole(value).map(|whole| whole as f64),
    }
}

/// A day without a time.
fn is_date(text: &str) -> bool {
    text.len() == "2026-02-10".len() && text.parse::<Date>().is_ok()
}

fn is_colour(colour: &str) -> bool {
    colour.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// A path as it stands in the line that opens a table: TOML counts the entries of a list by itself.
fn header(path: &str) -> String {
    path.split('.').map(|part| part.split('[').next().unwrap_or(part)).collect::<Vec<_>>().join(".")
}

/// What to write where something else stands.
fn how_to_write(shape: &Shape, path: &str, found: &DeValue<'_>, written: &str) -> String {
    let name = path.rsplit('.').next().unwrap_or(path);
    let name = name.split('[').next().unwrap_or(name);
    let short = matches!(found, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Boolean(_))
        && written.len() < 40;
    match shape {
        Shape::Text if short && path.ends_with(']') => format!("Put it between quotation marks: `\"{written}\"`."),
        Shape::Text if path.ends_with(']') => "Write a text between quotation marks: `\"…\"`.".to_owned(),
        Shape::Text if short => format!("Put it between quotation marks: `{name} = \"{written}\"`."),
        Shape::Text => format!("Write a text between quotation marks: `{name} = \"…\"`."),
        Shape::Texts => format!("Write a list, even for one entry: `{name} = [\"…\"]`."),
        Shape::Flag => format!("Write `{name} = true` or `{name} = false`, without quotation marks."),
        Shape::Whole => format!("Write a whole number: `{name} = 3`."),
        Shape::Count(least, most) => format!("Write a whole number from {least} to {most}: `{name} = 3`."),
        Shape::Number(least, most) => {
            format!("Write a number from {least} to {most}, without quotation marks.")
        }
        Shape::Date => format!("Write it as 2026-02-10: `{name} = 2026-02-10`."),
        Shape::Time => format!("Write the hour from 00 to 23 and the minutes: `{name} = \"16:00\"`."),
        Shape::Language => "Write a language tag such as `en-US`, `es` or `vi`.".to_owned(),
        Shape::Colour => format!("Write six hexadecimal digits after a number sign: `{name} = \"#1f4e79\"`."),
        Shape::Numbering => {
            "Write the first number as it should look: `1)`, `1.`, `(1)`, `(a)`, `A.` or `I.`.".to_owned()
        }
        Shape::Choice(choices) => nearest::hint("", choices.iter().copied(), "It is one of"),
        Shape::Table(_) if path.ends_with(']') => format!("Open each entry with a line `[[{}]]`.", header(path)),
        Shape::Named(_) => format!("Open each entry with a line `[[{name}.…]]`, in two pairs of brackets."),
        Shape::Table(_) | Shape::Words => format!("Open the table with a line `[{name}]`."),
        Shape::Tables(_) => {
            format!("Open each entry with a line `[[{}]]`, in two pairs of brackets.", header(path))
        }
        Shape::Strokes => "A stroke is a list of points, a point two numbers: `[[[10, 20], [12.5, 24]]]`.".to_owned(),
    }
}
