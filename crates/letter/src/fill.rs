//! Draft and template to letter markup. The only file that names tera.
//!
//! `letter.tera` writes the body; the other parts are written here in the order that the kind gives. Every value that a
//! person typed is escaped by [`markup::escape`], tera's own printing included, so no name can become markup. Fields
//! that take rich text arrive in the template as safe markup that says which field it came from.

mod built;
mod letterhead;

pub use built::{Built, built};

use std::collections::BTreeMap;
use std::io::Write;

use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use crate::citation;
use crate::draft::{
    Addressee, Arrangement, Ask, BlockForm, DatePlace, Draft, Furniture, Item, NoteMarks, Position, ReferencePlace,
    Sign, Signer, SubjectPlace, Words as Field,
};
use crate::language::{self, Words};
use crate::letter::{Numbering, is_note_id};
use crate::markup::escape::{attribute, escape, guard};
use crate::salutation;
use crate::template::{FieldKind, PartName, Template};

/// Signers past this number stand in two columns, past three times as many in three.
const STACKED_SIGNERS: usize = 10;
/// The name under which drawn strokes stand among a letter's pictures.
pub const DRAWN: &str = "drawn:";

/// A template that could not be filled.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("letter.tera of the letter kind `{kind}`{}: {message}", line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct FillError {
    /// The kind.
    pub kind: String,
    /// The line of `letter.tera`, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

/// The page furniture of a draft: its own choices over its kind's.
pub fn furniture(template: &Template, draft: &Draft) -> Furniture {
    draft.page.over(&template.page)
}

/// Fills a template with a draft.
pub fn fill(template: &Template, draft: &Draft) -> Result<String, FillError> {
    let words = language::words(draft.language());
    let furniture = furniture(template, draft);
    let mut filler = Filler { template, draft, words, furniture, out: String::new() };
    let context = filler.context();
    let subject = filler.subject(&context)?;
    filler.opening(&subject);
    for part in filler.order() {
        match part {
            PartName::Letterhead => filler.letterhead(),
            PartName::Date => filler.date(),
            PartName::Delivery => filler.lines("delivery", "delivery", "", &draft.delivery),
            PartName::Addressees => filler.addressees(),
            PartName::Subject => filler.subject_line(&subject),
            PartName::Salutation => filler.salutation(),
            PartName::Body => filler.body(&context)?,
            PartName::Closing => filler.closing(),
            PartName::Signers => filler.signers(),
            PartName::Enclosures => filler.enclosures(),
            PartName::Copies => filler.lines("copies", "cc", words.copies, &draft.cc),
        }
    }
    filler.foot();
    filler.references();
    Ok(filler.out)
}

/// The salutation line, built or overridden, as plain words.
fn salutation_line(template: &Template, draft: &Draft) -> String {
    let words = language::words(draft.language());
    let furniture = furniture(template, draft);
    draft
        .salutation
        .clone()
        .unwrap_or_else(|| salutation::salutation(&draft.addressees, &furniture, words, template.salutation.as_deref()))
}

struct Filler<'a> {
    template: &'a Template,
    draft: &'a Draft,
    words: &'static Words,
    furniture: Furniture,
    out: String,
}

impl Filler<'_> {
    // ---- the frame -------------------------------------------------------------------------------------------------

    fn opening(&mut self, subject: &str) {
        let notes = match self.furniture.references.unwrap_or(ReferencePlace::Footnotes) {
            ReferencePlace::Footnotes => "foot",
            ReferencePlace::Endnotes => "end",
            ReferencePlace::Block => "block",
        };
        let marks = match self.furniture.note_marks.unwrap_or(NoteMarks::Numbers) {
            NoteMarks::Numbers => "numbers",
            NoteMarks::Symbols => "symbols",
        };
        let settings = [
            attribute("language", self.draft.language()),
            attribute("title", &self.title(subject)),
            attribute("notes", notes),
            attribute("marks", marks),
        ];
        self.line(&format!(":::letter{}", settings.concat()));
        let addressee = self.draft.addressees.first().and_then(|a| inside_address(a).first().cloned());
        let date = self.date_words();
        self.line(":::continuation");
        for line in [addressee, date].into_iter().flatten() {
            self.line(&escape(&line));
        }
        self.line(":::end");
    }

    /// What the document is called: kind or position with the subject, never a file name.
    fn title(&self, subject: &str) -> String {
        let body = self.body_name();
        match (subject.is_empty(), body.is_empty()) {
            (false, _) => subject.to_owned(),
            (true, false) => format!("{}, {body}", self.template.name),
            (true, true) => self.template.name.clone(),
        }
    }

    /// The kind's order of parts, with subject and date where the furniture wants them.
    fn order(&self) -> Vec<PartName> {
        let mut parts = self.template.parts.clone();
        let place = |parts: &mut Vec<PartName>, part: PartName, anchor: PartName, offset: usize| {
            if parts.contains(&part) && parts.contains(&anchor) {
                parts.retain(|other| *other != part);
                let at = parts.iter().position(|other| *other == anchor).unwrap_or(parts.len());
                parts.insert((at + offset).min(parts.len()), part);
            }
        };
        match self.furniture.subject {
            Some(SubjectPlace::BeforeSalutation) => place(&mut parts, PartName::Subject, PartName::Salutation, 0),
            Some(SubjectPlace::AfterSalutation) => place(&mut parts, PartName::Subject, PartName::Salutation, 1),
            None => {}
        }
        if self.furniture.date == Some(DatePlace::AfterAddressees) {
            place(&mut parts, PartName::Date, PartName::Addressees, 1);
        }
        parts
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn part(&mut self, role: &str, from: &str, align: &str, content: &str) {
        let align = if align.is_empty() { String::new() } else { attribute("align", align) };
        self.line(&format!(":::part{}{}{align}", attribute("role", role), attribute("from", from)));
        self.line(content);
        self.line(":::end");
    }

    /// Where closing and signature stand.
    fn closing_align(&self) -> &'static str {
        if self.furniture.form == Some(BlockForm::ModifiedBlock) { "middle" } else { "" }
    }

    // ---- the parts -------------------------------------------------------------------------------------------------

    fn letterhead(&mut self) {
        if let Some(letterhead) = &self.draft.letterhead {
            let align = if letterhead.arrangement == Arrangement::Centre { "centre" } else { "" };
            self.part("letterhead", "letterhead", align, &letterhead::markup(letterhead));
        } else if !self.draft.sender.name.is_empty() || !self.draft.sender.lines.is_empty() {
            let sender = &self.draft.sender;
            let lines = std::iter::once(&sender.name).chain(&sender.lines).filter(|line| !line.is_empty());
            let align = self.closing_align();
            self.part("sender", "sender", align, &lines_markup(lines));
        }
    }

    fn date_words(&self) -> Option<String> {
        self.draft.date_line.clone().or_else(|| self.draft.date.map(|date| self.words.long_date(date)))
    }

    fn date(&mut self) {
        let Some(date) = self.date_words() else { return };
        let align = match (self.furniture.date, self.furniture.form) {
            (Some(DatePlace::Centre), _) | (None, Some(BlockForm::ModifiedBlock)) => "middle",
            (Some(DatePlace::Right), _) => "end",
            _ => "",
        };
        let from = if self.draft.date_line.is_some() { "date_line" } else { "date" };
        self.part("date", from, align, &escape(&date));
    }

    fn lines(&mut self, role: &str, from: &str, label: &str, lines: &[String]) {
        let mut lines: Vec<String> =
            lines.iter().filter(|line| !line.trim().is_empty()).map(|line| escape(line)).collect();
        if let Some(first) = lines.first_mut() {
            if !label.is_empty() {
                *first = format!("{} {first}", escape(label));
            }
            self.part(role, from, "", &lines.join("\\\n"));
        }
    }

    fn enclosures(&mut self) {
        let [one, several] = self.words.enclosures;
        let mut lines: Vec<String> =
            self.draft.enclosures.iter().filter(|line| !line.trim().is_empty()).cloned().collect();
        let label = if lines.len() > 1 {
            lines.insert(0, several.to_owned());
            ""
        } else {
            one
        };
        self.lines("enclosures", "enclosures", label, &lines);
    }

    fn addressees(&mut self) {
        let blocks: Vec<(usize, String)> = self
            .draft
            .addressees
            .iter()
            .enumerate()
            .map(|(index, addressee)| (index, lines_markup(inside_address(addressee).iter())))
            .filter(|(_, lines)| !lines.is_empty())
            .collect();
        match blocks.as_slice() {
            [] => {}
            [(index, lines)] => self.part("addressees", &format!("addressees[{index}]"), "", lines),
            several => {
                let mut content = String::new();
                let across = if several.len() == 2 || several.len() == 4 { 2 } else { 3 };
                for row in several.chunks(across) {
                    content.push_str(":::columns\n");
                    for (index, lines) in row {
                        let from = attribute("from", &format!("addressees[{index}]"));
                        content.push_str(&format!(":::column{from}\n{lines}\n:::end\n"));
                    }
                    content.push_str(":::end\n");
                }
                self.part("addressees", "addressees", "", content.trim_end());
            }
        }
    }

    /// The subject line without its label, as plain words.
    fn subject(&self, context: &Context) -> Result<String, FillError> {
        if let Some(subject) = &self.draft.subject {
            return Ok(subject.clone());
        }
        if let Some(line) = &self.template.subject {
            let filled = Tera::one_off(line, context, false).map_err(|error| FillError {
                kind: self.template.kind.clone(),
                line: None,
                message: format!("the subject of template.toml: {error}"),
            })?;
            return Ok(filled.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        let item = &self.draft.item;
        let number = if item.number.is_empty() { String::new() } else { label(item, self.words) + &item.number };
        let parts: Vec<&str> =
            [number.as_str(), item.title.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        Ok(parts.join(", "))
    }

    fn subject_line(&mut self, subject: &str) {
        if subject.is_empty() {
            return;
        }
        let label = self.furniture.subject_label.clone().unwrap_or_else(|| self.words.subject.to_owned());
        let space = if label.is_empty() { "" } else { " " };
        let from = if self.draft.subject.is_some() { "subject" } else { "item" };
        self.part("subject", from, "", &escape(&format!("{label}{space}{subject}")));
    }

    fn salutation(&mut self) {
        let line = salutation_line(self.template, self.draft);
        if !line.trim().is_empty() {
            let from = if self.draft.salutation.is_some() { "salutation" } else { "addressees" };
            self.part("salutation", from, "", &escape(&line));
        }
    }

    fn body(&mut self, context: &Context) -> Result<(), FillError> {
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".tera"]);
        tera.set_escape_fn(escape_into);
        // Tera's own `safe` would let a template print a person's words as markup.
        tera.register_filter("safe", |value: Value, _: Kwargs, _: &State| value);
        let error = |error: tera::Error| fill_error(&self.template.kind, &error);
        tera.add_raw_template("letter.tera", &self.template.body).map_err(error)?;
        let body = tera.render("letter.tera", context).map_err(error)?;
        self.part("body", "", "", &body);
        Ok(())
    }

    fn closing(&mut self) {
        let closing = self.draft.closing.as_ref().or(self.template.closing.as_ref());
        let closing = closing.map_or(self.words.closing, String::as_str);
        if !closing.trim().is_empty() {
            let align = self.closing_align();
            self.part("closing", "closing", align, &escape(closing));
        }
    }

    fn signers(&mut self) {
        let blocks: Vec<String> =
            self.draft.signers.iter().enumerate().map(|(index, signer)| self.signer(index, signer)).collect();
        if blocks.is_empty() {
            return;
        }
        let content = if blocks.len() <= STACKED_SIGNERS {
            blocks.concat()
        } else {
            let across = if blocks.len() > 3 * STACKED_SIGNERS { 3 } else { 2 };
            let row = |row: &[String]| {
                let columns: String = row.iter().map(|block| format!(":::column\n{block}:::end\n")).collect();
                format!(":::columns\n{columns}:::end\n")
            };
            blocks.chunks(across).map(row).collect()
        };
        let align = if blocks.len() <= STACKED_SIGNERS { self.closing_align() } else { "" };
        self.part("signatures", "signers", align, content.trim_end());
    }

    fn signer(&self, index: usize, signer: &Signer) -> String {
        let from = attribute("from", &format!("signers[{index}]"));
        let alt = attribute("alt", &format!("{} {}", self.words.signature_of, signer.name));
        let mark = match signer.sign {
            Sign::Typed => attribute("mark", "none"),
            Sign::Blank => attribute("mark", "space"),
            Sign::Slash => attribute("mark", "slash") + &attribute("words", &signer.name),
            Sign::Image => {
                let name = signer.image.as_deref().unwrap_or_default();
                attribute("mark", "picture") + &attribute("name", name) + &alt + &attribute("height", "44")
            }
            Sign::Drawn => {
                let name = format!("{DRAWN}{index}");
                attribute("mark", "picture") + &attribute("name", &name) + &alt + &attribute("height", "44")
            }
        };
        let organisation = match (signer.organisation.as_str(), signer.identification_only) {
            ("", _) => String::new(),
            (name, true) => format!("{name} ({})", self.words.identification_only),
            (name, false) => name.to_owned(),
        };
        let lines = [&signer.name, &signer.title, &organisation]
            .into_iter()
            .chain(&signer.lines)
            .filter(|line| !line.is_empty());
        format!(":::signer{from}{mark}\n{}\n:::end\n", lines_markup(lines))
    }

    fn foot(&mut self) {
        if let Some(foot) =
            self.draft.letterhead.as_ref().map(|letterhead| letterhead.foot.trim()).filter(|foot| !foot.is_empty())
        {
            self.part("foot", "letterhead.foot", "centre", &escape(foot));
        }
    }

    fn references(&mut self) {
        for (index, reference) in self.draft.references.iter().enumerate() {
            let from = attribute("from", &format!("references[{index}]"));
            self.line(&format!(":::note{}{from}", attribute("id", &reference.id)));
            let note = citation::note(reference, self.words);
            self.line(&note);
            self.line(":::end");
        }
    }

    // ---- what the template sees ------------------------------------------------------------------------------------

    fn body_name(&self) -> String {
        let bodies = self.draft.addressees.iter().map(|addressee| &addressee.body);
        std::iter::once(&self.draft.item.body).chain(bodies).find(|body| !body.is_empty()).cloned().unwrap_or_default()
    }

    /// The organisation that writes: of the letterhead, else of the first signer, else the sender.
    fn organisation(&self) -> String {
        let letterhead = self.draft.letterhead.as_ref().map(|letterhead| letterhead.name.clone());
        let signer = self.draft.signers.first().map(|signer| signer.organisation.clone());
        [letterhead, signer, Some(self.draft.sender.name.clone())]
            .into_iter()
            .flatten()
            .find(|name| !name.is_empty())
            .unwrap_or_default()
    }

    fn context(&self) -> Context {
        let (draft, words) = (self.draft, self.words);
        let plain = |text: &str| Value::normal_string(text);
        let list = |lines: &[String]| Value::from(lines.iter().map(|line| plain(line)).collect::<Vec<_>>());
        let mut context = Context::new();
        let mut set = |name: &'static str, value: Value| context.insert_value(name, value);
        set("language", plain(draft.language()));
        set("date", plain(&self.date_words().unwrap_or_default()));
        set("item", item_value(&draft.item, words));
        set(
            "sender",
            map([
                ("name", plain(&draft.sender.name)),
                ("short", plain(&draft.sender.short)),
                ("lines", list(&draft.sender.lines)),
            ]),
        );
        set("organisation", plain(&self.organisation()));
        set("body", plain(&self.body_name()));
        set("addressees", Value::from(draft.addressees.iter().map(addressee_value).collect::<Vec<_>>()));
        set("salutation", plain(&salutation_line(self.template, draft)));
        let asks: Vec<Value> =
            draft.ordered_asks().into_iter().zip(1i64..).map(|((_, ask), number)| ask_value(ask, number)).collect();
        set("asks", Value::from(asks));
        set("asks_list", Value::safe_string(&self.asks_list()));
        set("ask_count", Value::from(draft.asks.len() as i64));
        set("ask_count_words", plain(&words.number(draft.asks.len())));
        set("words", self.fields());
        let signer = draft.signers.first().cloned().unwrap_or_default();
        set(
            "signer",
            map([
                ("name", plain(&signer.name)),
                ("title", plain(&signer.title)),
                ("organisation", plain(&signer.organisation)),
            ]),
        );
        set("cc", list(&draft.cc));
        set("enclosures", list(&draft.enclosures));
        set(
            "references_ids",
            Value::from(draft.references.iter().map(|reference| plain(&reference.id)).collect::<Vec<_>>()),
        );
        context
    }

    /// The asks as one numbered list, each opened by its label and closed by the marks of its references.
    fn asks_list(&self) -> String {
        let strong = self.furniture.strong_labels.unwrap_or(false);
        let items = self.draft.ordered_asks().into_iter().map(|(index, ask)| {
            let label = match ask.label.trim().trim_end_matches(':') {
                "" => String::new(),
                label if strong => format!("**{}:** ", escape(label)),
                label => format!("{}: ", escape(label)),
            };
            (format!("asks[{index}].full"), format!("{label}{}", marked(ask)))
        });
        self.numbered(items.collect(), " list=\"asks\"")
    }

    /// Entries as a numbered list in the letter's numbering.
    fn numbered(&self, entries: Vec<(String, String)>, settings: &str) -> String {
        let numbering = self.furniture.numbering.as_deref().and_then(Numbering::read).unwrap_or(Numbering::ASKS);
        let mut out = format!("\n%%{settings}{}\n", attribute("from", ""));
        for ((from, text), number) in entries.into_iter().zip(1..) {
            let label = numbering.label(number);
            out.push_str(&format!("{label} %%{}\n", attribute("from", &from)));
            for line in text.lines() {
                out.push_str("   ");
                out.push_str(line);
                out.push('\n');
            }
        }
        out.push_str(&format!("\n%%{}\n", attribute("from", "")));
        out
    }

    /// Every field that the kind declares, empty where nothing is written.
    fn fields(&self) -> Value {
        let mut fields = BTreeMap::new();
        for field in &self.template.fields {
            let default = Field::Text(field.default.clone());
            let value = self.draft.words.get(&field.name).unwrap_or(&default);
            let from = format!("words.{}", field.name);
            fields.insert(field.name.clone(), self.field(field.kind, value, &from));
        }
        Value::from(fields)
    }

    fn field(&self, kind: FieldKind, value: &Field, from: &str) -> Value {
        let text = match value {
            Field::Text(text) => text.trim().to_owned(),
            Field::List(entries) => entries.join("\n\n"),
            Field::Flag(flag) => return Value::from(*flag),
            Field::Number(number) => return Value::from(*number),
            Field::Date(date) => return Value::normal_string(&self.words.long_date(*date)),
        };
        match kind {
            FieldKind::Flag => Value::from(matches!(text.as_str(), "true" | "yes")),
            _ if text.is_empty() => Value::normal_string(""),
            FieldKind::Phrase => Value::safe_string(
                &guard(&text)
                    .split('\n')
                    .map(str::trim_start)
                    .filter(|line| !line.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n"),
            ),
            FieldKind::Rich => Value::safe_string(&format!(
                "\n%%{}\n{}\n\n%%{}\n",
                attribute("from", from),
                guard(&text),
                attribute("from", "")
            )),
            FieldKind::List => {
                let entries = match value {
                    Field::List(entries) => entries.clone(),
                    _ => text.lines().map(str::to_owned).collect(),
                };
                let entries = entries.iter().filter(|entry| !entry.trim().is_empty()).enumerate();
                let entries = entries
                    .map(|(index, entry)| (format!("{from}[{index}]"), guard(entry.trim()).into_owned()))
                    .collect();
                Value::safe_string(&self.numbered(entries, ""))
            }
            FieldKind::Date => {
                let date = text.parse().map(|date| self.words.long_date(date));
                Value::normal_string(&date.unwrap_or(text))
            }
            FieldKind::Line | FieldKind::Choice | FieldKind::Number => Value::normal_string(&text),
        }
    }
}

/// Tera's way of calling [`escape`].
fn escape_into(value: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(escape(value).as_bytes())
}

fn fill_error(kind: &str, error: &tera::Error) -> FillError {
    let (line, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (Some(report.span().start_line), report.message().to_owned())
        }
        _ => (None, error.to_string()),
    };
    FillError { kind: kind.to_owned(), line, message }
}

/// Lines as one paragraph with breaks; an empty line parts paragraphs.
fn lines_markup<'a>(lines: impl Iterator<Item = &'a String>) -> String {
    let mut out = String::new();
    for line in lines {
        let broken = !out.is_empty() && !out.ends_with("\n\n");
        match line.trim() {
            "" => out.push_str(if broken { "\n\n" } else { "" }),
            line => {
                out.push_str(if broken { "\\\n" } else { "" });
                out.push_str(&escape(line));
            }
        }
    }
    out
}

/// The inside address: as written, or built from the persons, their roles and the body.
fn inside_address(addressee: &Addressee) -> Vec<String> {
    if addressee.lines.iter().any(|line| !line.trim().is_empty()) {
        return addressee.lines.clone();
    }
    let mut lines = Vec::new();
    for person in &addressee.persons {
        let joined = |pieces: [&str; 2], between: &str| {
            pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(between)
        };
        let name = joined([person.honorific.as_str(), &person.full_name()], " ");
        lines.push(joined([&name, &person.role], ", "));
    }
    lines.extend(Some(addressee.body.clone()).filter(|body| !body.is_empty()));
    lines
}

/// What the item's number is called.
fn label(item: &Item, words: &Words) -> String {
    item.label.clone().unwrap_or_else(|| words.item.to_owned())
}

/// A position in words.
fn position(position: Position) -> &'static str {
    match position {
        Position::Support => "support",
        Position::SupportIfAmended => "support if amended",
        Position::Neutral => "neutral",
        Position::Concern => "concern",
        Position::OpposeUnlessAmended => "oppose unless amended",
        Position::Oppose => "oppose",
    }
}

fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    Value::from(BTreeMap::from(entries.map(|(name, value)| (name.to_owned(), value))))
}

fn item_value(item: &Item, words: &Words) -> Value {
    let plain = |text: &str| Value::normal_string(text);
    let stance = item.position.map(position).unwrap_or_default();
    map([
        ("body", plain(&item.body)),
        ("number", plain(&item.number)),
        ("label", plain(&label(item, words))),
        ("title", plain(&item.title)),
        ("file_id", plain(&item.file_id)),
        ("author", plain(&item.author)),
        ("version", plain(&item.version)),
        ("meeting", plain(&item.meeting.map(|date| words.long_date(date)).unwrap_or_default())),
        ("position", plain(stance)),
        ("position_caps", plain(&stance.to_uppercase())),
    ])
}

fn addressee_value(addressee: &Addressee) -> Value {
    let plain = |text: &str| Value::normal_string(text);
    let persons = addressee.persons.iter().map(|person| {
        map([
            ("first", plain(&person.first)),
            ("last", plain(&person.last)),
            ("role", plain(&person.role)),
            ("name", plain(&person.full_name())),
        ])
    });
    map([("body", plain(&addressee.body)), ("persons", Value::from(persons.collect::<Vec<_>>()))])
}

/// The whole ask, closed by the marks of those of its references that the text does not mark itself.
fn marked(ask: &Ask) -> String {
    let full = guard(ask.full.trim());
    // What cannot be a mark is a slip of the pen, and prints as typed.
    let mark = |id: &String| if is_note_id(id) { format!("[^{id}]") } else { escape(&format!("[^{id}]")) };
    let marks: String = ask.references.iter().map(mark).filter(|mark| !full.contains(mark.as_str())).collect();
    format!("{full}{marks}")
}

fn ask_value(ask: &Ask, number: i64) -> Value {
    let rich = |text: &str| if text.is_empty() { Value::normal_string("") } else { Value::safe_string(text) };
    map([
        ("label", Value::normal_string(&ask.label)),
        ("full", rich(&marked(ask))),
        ("short", rich(&guard(ask.short.trim()))),
        ("line", rich(&guard(ask.line.trim()))),
        ("number", Value::from(number)),
    ])
}

#[cfg(test)]
mod tests;
