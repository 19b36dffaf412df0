//! What a draft holds: the things that belong on shelves, and the words by which it is found.
//!
//! How a thing is called, how it is known again and what of it is searched stand here for all shelves.

use letter::draft::{Ask, Draft, Letterhead, Person, Signer, Words};
use letter::letter::is_note_id;
use serde_json::{Value, json};

use crate::shelf::{Body, PersonEntry, Shelf, Thing};

/// The longest that a name made of running words is.
const LONGEST_NAME: usize = 60;

/// The things of a draft that belong on shelves, each once.
pub(crate) fn things(draft: &Draft) -> Vec<Thing> {
    let mut things = Vec::new();
    if !draft.item.body.trim().is_empty() {
        things.push(Thing::body(&draft.item.body, &[]));
    }
    for addressee in &draft.addressees {
        let body = Thing::body(&addressee.body, &addressee.lines);
        // The body of the item is the addressee most often; the one with an address says more.
        things.retain(|thing| thing.shelf() != Shelf::Bodies || thing.identity() != body.identity());
        things.push(body);
        things.extend(addressee.persons.iter().map(Thing::person));
    }
    things.extend(draft.asks.iter().map(Thing::ask));
    things.extend(draft.references.iter().cloned().map(Thing::References));
    things.extend(draft.letterhead.iter().cloned().map(Thing::Letterheads));
    things.extend(draft.signers.iter().cloned().map(Thing::Signers));
    let mut seen: Vec<(Shelf, Value)> = Vec::new();
    things.retain(|thing| {
        let is_placeholder = thing.name().starts_with('[') && thing.name().ends_with(']');
        let one = (thing.shelf(), thing.bare());
        let is_new = !thing.identity().is_empty() && !is_placeholder && !seen.contains(&one);
        seen.push(one);
        is_new
    });
    things
}

/// The names of the references that stand behind an ask: those that it lists and those that its note marks give.
pub(crate) fn named_references(ask: &Ask) -> Vec<&str> {
    let marks = ask.full.split("[^").skip(1).filter_map(|after| after.split_once(']').map(|(name, _)| name));
    let mut names: Vec<&str> = Vec::new();
    for name in ask.references.iter().map(String::as_str).chain(marks).filter(|name| is_note_id(name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The words by which a draft is found, beside its title.
pub(crate) fn text(draft: &Draft) -> String {
    let item = &draft.item;
    let mut texts = vec![item.body.clone(), item.number.clone(), item.title.clone(), item.file_id.clone()];
    for words in draft.words.values() {
        match words {
            Words::Text(text) => texts.push(text.clone()),
            Words::List(list) => texts.extend(list.iter().cloned()),
            Words::Flag(_) | Words::Number(_) | Words::Date(_) => {}
        }
    }
    for thing in things(draft) {
        texts.push(thing.name());
        texts.push(thing.text());
    }
    join(&texts, "\n")
}

/// Texts that are not empty, with something between them.
fn join(texts: &[String], between: &str) -> String {
    texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
}

/// The first text that says something.
fn first<const N: usize>(texts: [&str; N]) -> String {
    texts.into_iter().map(str::trim).find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

/// A text in one line, without marks of rich text, and not too long to be a name.
fn short(text: &str) -> String {
    let line = text.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_NAME) {
        Some((at, _)) => format!("{}…", line[..at].rsplit_once(' ').map_or(&line[..at], |(head, _)| head)),
        None => line,
    }
}

/// A text as it is compared: in one case, with one space between words.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Thing {
    /// A body as an addressee names it.
    pub(crate) fn body(name: &str, lines: &[String]) -> Self {
        Self::Bodies(Body { name: name.to_owned(), lines: lines.to_vec(), ..Body::default() })
    }

    /// An ask, without what is its letter's business: where it stands, and what the references behind it are called.
    pub(crate) fn ask(ask: &Ask) -> Self {
        Self::Asks(Ask { references: Vec::new(), order: None, ..ask.clone() })
    }

    /// The shelf that it belongs on.
    pub(crate) fn shelf(&self) -> Shelf {
        match self {
            Self::People(_) => Shelf::People,
            Self::Bodies(_) => Shelf::Bodies,
            Self::Asks(_) => Shelf::Asks,
            Self::References(_) => Shelf::References,
            Self::Letterheads(_) => Shelf::Letterheads,
            Self::Signers(_) => Shelf::Signers,
        }
    }

    /// What it is called in lists.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::People(entry) => entry.person.full_name(),
            Self::Bodies(body) => body.name.trim().to_owned(),
            Self::Asks(ask) => short(&first([&ask.label, &ask.line, &ask.short, &ask.full])),
            Self::References(one) => short(&first([&one.title, &one.label, &one.number, &one.url, &one.excerpt])),
            Self::Letterheads(head) => letterhead_name(head),
            Self::Signers(signer) => signer.name.trim().to_owned(),
        }
    }

    /// A line that tells it from others of its name.
    pub(crate) fn detail(&self) -> String {
        let line = match self {
            Self::People(entry) => {
                let seats = entry.seats.iter().map(|seat| join(&[seat.role.clone(), seat.body.clone()], ", "));
                join(&seats.collect::<Vec<_>>(), "; ")
            }
            Self::Bodies(body) => first([&body.parent, body.lines.last().map_or("", String::as_str)]),
            Self::Asks(ask) => first([&ask.line, &ask.short, &ask.full]),
            Self::References(one) => {
                join(&[one.jurisdiction.clone(), one.author.clone(), one.section.clone(), one.url.clone()], ", ")
            }
            Self::Letterheads(head) => join(&head.lines, ", "),
            Self::Signers(Signer { title, organisation, .. }) => join(&[title.clone(), organisation.clone()], ", "),
        };
        short(&line)
    }

    /// How it is known again; empty when there is nothing to know.
    pub(crate) fn identity(&self) -> String {
        match self {
            Self::People(entry) => folded(&entry.person.full_name()),
            Self::Bodies(body) => folded(&body.name),
            Self::Asks(ask) => folded(&join(&[ask.label.clone(), ask.full.clone()], "\n")),
            Self::References(one) => {
                let source = first([&one.url, &one.title, &one.label]);
                folded(&join(&[source, one.number.clone(), one.section.clone()], " "))
            }
            Self::Letterheads(head) => folded(&letterhead_name(head)),
            Self::Signers(signer) => folded(&signer.name),
        }
    }

    /// What of it is searched, beside its name.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::People(_) => self.detail(),
            Self::Bodies(body) => {
                let members = body.members.iter().map(Person::full_name);
                join(
                    &[body.parent.clone()].into_iter().chain(body.lines.clone()).chain(members).collect::<Vec<_>>(),
                    "\n",
                )
            }
            Self::Asks(ask) => join(&[ask.line.clone(), ask.short.clone(), ask.full.clone()], "\n"),
            Self::References(one) => {
                let texts =
                    [&one.label, &one.jurisdiction, &one.author, &one.number, &one.section, &one.url, &one.excerpt];
                join(&texts.map(String::clone), "\n")
            }
            Self::Letterheads(head) => {
                let columns = head.columns.iter().flat_map(|column| column.lines.iter());
                join(&head.lines.iter().chain(columns).cloned().collect::<Vec<_>>(), "\n")
            }
            Self::Signers(signer) => {
                let texts = [&signer.title, &signer.organisation].into_iter().chain(&signer.lines);
                join(&texts.cloned().collect::<Vec<_>>(), "\n")
            }
        }
    }

    /// It without its seats, its members or the references behind it, as it is written.
    pub(crate) fn bare(&self) -> Value {
        match self {
            Self::People(entry) => json!(Person { role: String::new(), absent: false, ..entry.person.clone() }),
            Self::Bodies(body) => json!(Body { members: Vec::new(), ..body.clone() }),
            Self::Asks(ask) => json!(Ask { references: Vec::new(), order: None, ..ask.clone() }),
            Self::References(reference) => json!(reference),
            Self::Letterheads(letterhead) => json!(letterhead),
            Self::Signers(signer) => json!(signer),
        }
    }

    /// Reads what `bare` wrote.
    pub(crate) fn read(shelf: Shelf, json: &str) -> Result<Self, serde_json::Error> {
        Ok(match shelf {
            Shelf::People => Self::People(PersonEntry { person: serde_json::from_str(json)?, seats: Vec::new() }),
            Shelf::Bodies => Self::Bodies(serde_json::from_str(json)?),
            Shelf::Asks => Self::Asks(serde_json::from_str(json)?),
            Shelf::References => Self::References(serde_json::from_str(json)?),
            Shelf::Letterheads => Self::Letterheads(serde_json::from_str(json)?),
            Shelf::Signers => Self::Signers(serde_json::from_str(json)?),
        })
    }

    /// It, with what it leaves empty taken from what lies on the shelf already: a letter that names a person by their
    /// family name alone does not make the shelf forget the honorific.
    pub(crate) fn over(&self, below: &Self) -> Self {
        let text = |above: &String, below: &String| if above.trim().is_empty() { below.clone() } else { above.clone() };
        match (self, below) {
            (Self::People(above), Self::People(below)) => Self::person(&Person {
                first: text(&above.person.first, &below.person.first),
                last: text(&above.person.last, &below.person.last),
                honorific: text(&above.person.honorific, &below.person.honorific),
                greet: above.person.greet.clone().or_else(|| below.person.greet.clone()),
                ..Person::default()
            }),
            (Self::Bodies(above), Self::Bodies(below)) => Self::Bodies(Body {
                name: above.name.clone(),
                parent: text(&above.parent, &below.parent),
                lines: if above.lines.is_empty() { below.lines.clone() } else { above.lines.clone() },
                members: Vec::new(),
            }),
            _ => self.clone(),
        }
    }
}

fn letterhead_name(head: &Letterhead) -> String {
    let column = head.columns.iter().map(|column| column.name.trim()).find(|name| !name.is_empty());
    first([&head.name, column.unwrap_or_default(), head.lines.first().map_or("", String::as_str)])
}
