//! A kind of letter in, the `draft.toml` to start one from out: what the kind asks for, and comments that say what
//! else there is.
//!
//! What a person must fill in stands in brackets, where preflight finds it if it is forgotten.

use std::fmt::Write;

use crate::template::{Field, FieldKind, Template};

/// The draft that a new letter of this kind starts from.
pub fn skeleton(template: &Template) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {}: {}", template.name, template.purpose);
    out.push_str("# Lines that start with # are comments. What stands in [brackets] waits for your words.\n\n");
    let _ = writeln!(out, "kind = {}", quoted(&template.kind));
    out.push_str(TOP);
    out.push_str(ITEM);
    if !template.fields.is_empty() {
        out.push_str("\n[words]\n");
    }
    for field in &template.fields {
        words(&mut out, field);
    }
    out.push_str(PEOPLE);
    out
}

fn words(out: &mut String, field: &Field) {
    out.push('\n');
    comment(out, &field.prompt);
    comment(out, &field.help);
    if !field.choices.is_empty() {
        comment(out, &format!("One of: {}", field.choices.join(", ")));
    }
    let marks = match field.kind {
        FieldKind::Phrase | FieldKind::Rich | FieldKind::List => {
            "**strong**, *emphasis* and [words](https://…) work here."
        }
        FieldKind::Line | FieldKind::Choice | FieldKind::Date | FieldKind::Number | FieldKind::Flag => "",
    };
    comment(out, marks);
    let needed = field.required && field.default.is_empty();
    if field.required {
        comment(out, "Required.");
    }
    // A field that may stay empty is written as a comment; without its number sign it is ready to be filled.
    let _ = writeln!(out, "{}{} = {}", if needed { "" } else { "# " }, field.name, start(field));
}

fn comment(out: &mut String, text: &str) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let _ = writeln!(out, "# {line}");
    }
}

/// What stands in a field at the start.
fn start(field: &Field) -> String {
    // The question stands above it as a comment; a blank of few words is one that preflight is sure about.
    let waiting = if field.default.is_empty() { "[Your answer]".to_owned() } else { field.default.clone() };
    match field.kind {
        FieldKind::Line | FieldKind::Phrase | FieldKind::Rich => quoted(&waiting),
        FieldKind::List => format!("[{}]", quoted(&waiting)),
        FieldKind::Choice if field.default.is_empty() => quoted(field.choices.first().map_or("", String::as_str)),
        FieldKind::Choice => quoted(&field.default),
        FieldKind::Date if field.default.is_empty() => "2026-02-10".to_owned(),
        FieldKind::Number if field.default.is_empty() => "0".to_owned(),
        FieldKind::Flag if field.default.is_empty() => "false".to_owned(),
        FieldKind::Date | FieldKind::Number | FieldKind::Flag => field.default.clone(),
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.replace('\n', " ")).to_string()
}

const TOP: &str = r##"
# The day the letter bears. Without it, preflight reminds you.
# date = 2026-02-10

# The language of the letter; without it, American English.
# language = "en-US"

# How the letter travels, one line each.
# delivery = ["Via email"]

# Built from the rest when left out; what you write here is printed as it stands.
# subject = ""
# salutation = "Dear Mayor and Members of the City Council:"
# closing = "Sincerely,"

# enclosures = ["Map of the project area"]
# cc = ["City Clerk"]

# Who writes. The short name goes into file names.
[sender]
name = "[Your name or your organisation's name]"
# short = "AALN"
# lines = ["Sacramento, CA 95814"]

# The letterhead of an organisation; it takes the place of the sender's address.
# [letterhead]
# arrangement = "centre"       # left, centre or columns
# name = "Name of the organisation"
# lines = ["1000 Main Street", "Sacramento, CA 95814"]
# logo = "logo.png"            # a PNG, JPEG or SVG file beside this one
# rule = true
# colour = "#1f4e79"
"##;

const ITEM: &str = r##"
# What the letter is about.
[item]
# body = "Sacramento City Council"
# number = "3"
# title = ""
# file_id = "2026-00123"
# meeting = 2026-02-10
# position = "support"         # support-if-amended, neutral, concern, oppose-unless-amended, oppose

# How the page looks; what is left out is as the kind has it.
[page]
# paper = "letter"             # or a4
# size = 11
# typeface = "serif"           # or sans
"##;

const PEOPLE: &str = r##"
# To whom, one [[addressees]] for each inside address.
[[addressees]]
body = "[Name of the body, such as Sacramento City Council]"
lines = []
persons = [
  # { first = "Rosa", last = "Ortiz", role = "Chair" },
]

# What you ask, one [[asks]] for each; `full` may hold **strong** words and notes such as [^budget].
# [[asks]]
# label = "Clear timelines"
# full = "Publish a timeline for each project by July 1."
# short = "Publish timelines by July 1."
# references = ["budget"]

# What the letter refers to, one [[references]] for each.
# [[references]]
# id = "budget"
# kind = "staff-report"
# title = "Midyear budget report"
# url = "https://example.org/report"

# Who signs, one [[signers]] for each.
[[signers]]
name = "[Name of the person who signs]"
# title = "Director"
# organisation = ""
# sign = "blank"               # typed, slash, blank, image or drawn
"##;
