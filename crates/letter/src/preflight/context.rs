//! From template, draft and letter to what every check looks at: each field's words under its path, read once.
//!
//! Nothing is judged here. The order in which findings are told is `order`.

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::Date;

use super::dates::{Mention, Reader, mentions};
use super::known::Known;
use super::proofreader::Slip;
use crate::draft::{Draft, Words};
use crate::letter::{Block, BlockKind, Letter, Role, Source, plain};
use crate::prose::{Prose, Syntax};
use crate::template::{FieldKind, PartName, Template};

/// In whose voice a field speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The writer's running text: the kind's fields and the asks.
    Own,
    /// The subject line and what it is built from.
    Subject,
    /// Names, address lines and phrases around the body.
    Frame,
    /// What describes a reference.
    Source,
    /// The exact words of a reference.
    Quoted,
}

/// The words of one field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldText<'a> {
    /// The path of the field, as `draft.toml` writes it.
    pub path: String,
    /// The text as written.
    pub text: &'a str,
    /// In whose voice it speaks.
    pub voice: Voice,
    /// How it is written.
    pub syntax: Syntax,
    /// Its words; their places are places in `text`.
    pub prose: Prose<'a>,
    /// The dates that it mentions.
    pub dates: Vec<Mention>,
}

/// A paragraph of the letter's body as it will be read: the template's words with the person's own in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// The field it came from; empty for the template's own words.
    pub source: Source,
    /// Its words without markup.
    pub text: String,
}

/// What a check looks at.
pub struct Context<'a> {
    /// The kind of letter.
    pub template: &'a Template,
    /// What the user chose.
    pub draft: &'a Draft,
    /// What came of it.
    pub letter: &'a Letter,
    /// What is known beside the draft.
    pub known: &'a Known,
    /// How dates are read in this letter.
    pub reader: Reader,
    /// The fields that hold text, in the order of the draft.
    pub fields: Vec<FieldText<'a>>,
    /// The paragraphs of the body and of its lists, without quotations set off.
    pub body: Vec<Paragraph>,
    /// The lengths of the body's lists that are not asks.
    pub body_lists: Vec<usize>,
    /// What the proofreader says, once it was asked.
    pub(super) slips: OnceCell<Vec<FieldSlip>>,
}

/// A slip, by the index of its field and its bytes there.
pub(super) type FieldSlip = (usize, Range<usize>, Slip);

impl<'a> Context<'a> {
    /// Reads the fields of the draft and the body of the letter.
    pub fn new(template: &'a Template, draft: &'a Draft, letter: &'a Letter, known: &'a Known) -> Self {
        let mut body = Vec::new();
        let mut body_lists = Vec::new();
        for part in letter.parts.iter().filter(|part| part.role == Role::Body) {
            read_blocks(&part.blocks, &mut body, &mut body_lists);
        }
        let near = draft.date.or(draft.item.meeting).or(known.today);
        let reader = Reader::new(draft.language(), near);
        let fields = fields(template, draft, &reader);
        Self { template, draft, letter, known, reader, fields, body, body_lists, slips: OnceCell::new() }
    }

    /// The kind has this part.
    pub fn has_part(&self, part: PartName) -> bool {
        self.template.parts.contains(&part)
    }

    /// The letter is in English: the words that most checks look for are English ones.
    pub fn is_english(&self) -> bool {
        self.language().eq_ignore_ascii_case("en")
    }

    /// The language of the letter, without country or script.
    pub fn language(&self) -> &str {
        self.draft.language().split('-').next().unwrap_or_default()
    }

    /// The fields in which the writer speaks.
    pub fn own(&self) -> impl Iterator<Item = &FieldText<'a>> {
        self.fields.iter().filter(|field| field.voice == Voice::Own)
    }
}

impl Paragraph {
    /// The path that a finding names: the field's, or `body` for the template's own words.
    pub fn path(&self) -> &str {
        if self.source.is_empty() { "body" } else { &self.source }
    }
}

fn read_blocks(blocks: &[Block], paragraphs: &mut Vec<Paragraph>, lists: &mut Vec<usize>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph { content, .. } | BlockKind::Heading { content, .. } => {
                paragraphs.push(Paragraph { source: block.source.clone(), text: plain(content) });
            }
            BlockKind::List(list) => {
                if !list.asks {
                    lists.push(list.items.len());
                }
                list.items.iter().for_each(|item| read_blocks(&item.blocks, paragraphs, lists));
            }
            BlockKind::Columns(columns) => {
                columns.iter().for_each(|column| read_blocks(&column.blocks, paragraphs, lists));
            }
            BlockKind::Quote(_) | BlockKind::Picture(_) | BlockKind::Signer(_) | BlockKind::Rule { .. } => {}
        }
    }
}

fn fields<'a>(template: &'a Template, draft: &'a Draft, reader: &Reader) -> Vec<FieldText<'a>> {
    let mut fields = Fields { read: Vec::new(), reader };
    frame(draft, &mut fields);
    subject(draft, &mut fields);
    own_words(template, draft, &mut fields);
    references(draft, &mut fields);
    fields.read
}

struct Fields<'a, 'r> {
    read: Vec<FieldText<'a>>,
    reader: &'r Reader,
}

impl<'a> Fields<'a, '_> {
    fn add(&mut self, path: impl Into<String>, text: &'a str, voice: Voice, syntax: Syntax) {
        if !text.trim().is_empty() {
            let prose = Prose::of(text, syntax);
            let dates = mentions(&prose, self.reader);
            self.read.push(FieldText { path: path.into(), text, voice, syntax, prose, dates });
        }
    }

    fn frame(&mut self, path: impl Into<String>, text: &'a str) {
        self.add(path, text, Voice::Frame, Syntax::Plain);
    }

    fn lines(&mut self, path: &str, lines: &'a [String]) {
        for (index, line) in lines.iter().enumerate() {
            self.frame(format!("{path}[{index}]"), line);
        }
    }
}

fn frame<'a>(draft: &'a Draft, fields: &mut Fields<'a, '_>) {
    if let Some(head) = &draft.letterhead {
        fields.frame("letterhead.name", &head.name);
        fields.lines("letterhead.lines", &head.lines);
        for (index, column) in head.columns.iter().enumerate() {
            fields.frame(format!("letterhead.columns[{index}].name"), &column.name);
            fields.lines(&format!("letterhead.columns[{index}].lines"), &column.lines);
        }
        fields.frame("letterhead.logo_alt", &head.logo_alt);
        fields.frame("letterhead.foot", &head.foot);
    }
    fields.frame("sender.name", &draft.sender.name);
    fields.frame("sender.short", &draft.sender.short);
    fields.lines("sender.lines", &draft.sender.lines);
    fields.frame("date_line", draft.date_line.as_deref().unwrap_or_default());
    fields.lines("delivery", &draft.delivery);
    for (index, addressee) in draft.addressees.iter().enumerate() {
        let path = format!("addressees[{index}]");
        fields.frame(format!("{path}.body"), &addressee.body);
        fields.lines(&format!("{path}.lines"), &addressee.lines);
        for (person_index, person) in addressee.persons.iter().enumerate() {
            let path = format!("{path}.persons[{person_index}]");
            fields.frame(format!("{path}.first"), &person.first);
            fields.frame(format!("{path}.last"), &person.last);
            fields.frame(format!("{path}.role"), &person.role);
            fields.frame(format!("{path}.honorific"), &person.honorific);
            fields.frame(format!("{path}.greet"), person.greet.as_deref().unwrap_or_default());
        }
    }
    fields.frame("salutation", draft.salutation.as_deref().unwrap_or_default());
    fields.frame("closing", draft.closing.as_deref().unwrap_or_default());
    for (index, signer) in draft.signers.iter().enumerate() {
        let path = format!("signers[{index}]");
        fields.frame(format!("{path}.name"), &signer.name);
        fields.frame(format!("{path}.title"), &signer.title);
        fields.frame(format!("{path}.organisation"), &signer.organisation);
        fields.lines(&format!("{path}.lines"), &signer.lines);
    }
    fields.lines("enclosures", &draft.enclosures);
    fields.lines("cc", &draft.cc);
}

fn subject<'a>(draft: &'a Draft, fields: &mut Fields<'a, '_>) {
    let item = &draft.item;
    for (path, text) in [
        ("subject", draft.subject.as_deref().unwrap_or_default()),
        ("item.body", &item.body),
        ("item.number", &item.number),
        ("item.label", item.label.as_deref().unwrap_or_default()),
        ("item.title", &item.title),
        ("item.file_id", &item.file_id),
        ("item.author", &item.author),
        ("item.version", &item.version),
    ] {
        fields.add(path, text, Voice::Subject, Syntax::Plain);
    }
}

fn own_words<'a>(template: &'a Template, draft: &'a Draft, fields: &mut Fields<'a, '_>) {
    for field in &template.fields {
        let path = format!("words.{}", field.name);
        let syntax = match field.kind {
            FieldKind::Phrase | FieldKind::Rich | FieldKind::List => Syntax::Rich,
            FieldKind::Line | FieldKind::Choice | FieldKind::Date | FieldKind::Number | FieldKind::Flag => {
                Syntax::Plain
            }
        };
        match draft.words.get(&field.name) {
            // A date that was written as text is a date all the same.
            Some(Words::Text(text)) if field.kind == FieldKind::Date && text.trim().parse::<Date>().is_ok() => {}
            Some(Words::Text(text)) => fields.add(path, text, Voice::Own, syntax),
            Some(Words::List(entries)) => {
                for (index, entry) in entries.iter().enumerate() {
                    fields.add(format!("{path}[{index}]"), entry, Voice::Own, syntax);
                }
            }
            Some(Words::Flag(_) | Words::Number(_) | Words::Date(_)) => {}
            // What the kind says in the person's stead is in the letter too.
            None => fields.add(path, &field.default, Voice::Own, syntax),
        }
    }
    for (index, ask) in draft.asks.iter().enumerate() {
        fields.add(format!("asks[{index}].label"), &ask.label, Voice::Own, Syntax::Plain);
        fields.add(format!("asks[{index}].full"), &ask.full, Voice::Own, Syntax::Rich);
        fields.add(format!("asks[{index}].short"), &ask.short, Voice::Own, Syntax::Rich);
        fields.add(format!("asks[{index}].line"), &ask.line, Voice::Own, Syntax::Rich);
    }
}

fn references<'a>(draft: &'a Draft, fields: &mut Fields<'a, '_>) {
    for (index, reference) in draft.references.iter().enumerate() {
        for (name, text) in [
            ("label", &reference.label),
            ("title", &reference.title),
            ("author", &reference.author),
            ("jurisdiction", &reference.jurisdiction),
            ("number", &reference.number),
            ("section", &reference.section),
        ] {
            fields.add(format!("references[{index}].{name}"), text, Voice::Source, Syntax::Plain);
        }
        fields.add(format!("references[{index}].excerpt"), &reference.excerpt, Voice::Quoted, Syntax::Rich);
    }
}
