//! What the user chose, as plain data in the words of the house: `draft.toml` and nothing of its syntax.
//!
//! Every field that a person may leave out has a default, so that a half-written draft can be drawn while it is
//! being written. Reading and refusing `draft.toml` is `draft_file`; what a kind of letter asks for is `template`.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::{clock, date};

/// One draft: everything the letter is made of except the template and the pictures' bytes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Draft {
    /// The letter kind: the name of a folder in `templates/`.
    pub kind: String,
    /// The language of the letter as a BCP 47 tag. Empty means `en-US`.
    pub language: String,
    /// The date the letter bears.
    #[serde(deserialize_with = "date::read_some")]
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub date: Option<Date>,
    /// The date line as words, where the built one will not do.
    pub date_line: Option<String>,
    /// How the letter travels: `Via email`, `By registered mail, return receipt requested`.
    pub delivery: Vec<String>,
    /// The subject line without its label, where the one built from the item will not do.
    pub subject: Option<String>,
    /// The whole salutation line, where the one built from the persons will not do.
    pub salutation: Option<String>,
    /// The closing phrase, such as `Sincerely`; its comma belongs to it.
    pub closing: Option<String>,
    /// Lines that name what is enclosed.
    pub enclosures: Vec<String>,
    /// Who gets a copy, one line each.
    pub cc: Vec<String>,
    /// The id of the portal through which the comment goes; empty while none is chosen.
    pub portal: String,
    /// Who writes, when there is no letterhead, and the initials that file names use.
    pub sender: Sender,
    /// The letterhead of page one.
    pub letterhead: Option<Letterhead>,
    /// What the comment is about.
    pub item: Item,
    /// Page furniture.
    pub page: Furniture,
    /// The person's own words: the fields the kind asks for, by name.
    pub words: BTreeMap<String, Words>,
    /// To whom, in the order of the inside addresses.
    pub addressees: Vec<Addressee>,
    /// What is asked, in the order written unless `order` says otherwise.
    pub asks: Vec<Ask>,
    /// What the letter refers to.
    pub references: Vec<Reference>,
    /// Who signs.
    pub signers: Vec<Signer>,
    /// Shorter texts for paragraphs of the person's own words, by the name of the field.
    pub shorter: BTreeMap<String, Vec<Shorter>>,
    /// How long a piece must be in one channel, by the id of its portal.
    pub channels: BTreeMap<String, Vec<Pin>>,
    /// The personal data that may stand in what is published; all else of it is withheld there.
    pub shown: Vec<Shown>,
    /// Findings that the person lets stand, each with the reason.
    pub overruled: Vec<Overruled>,
}

/// A finding that the person lets stand. It is known again by what it speaks of: once those words change, it is told anew.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Overruled {
    /// The name of the check.
    pub check: String,
    /// The path of its place.
    pub path: String,
    /// The words that it speaks of.
    pub excerpt: String,
    /// The words that they disagree with, when two places do.
    pub other: String,
    /// Why it may stand.
    pub reason: String,
}

/// The value of one of the kind's own fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Words {
    /// One text, plain or rich as the kind says.
    Text(String),
    /// Several, one for each entry of a list.
    List(Vec<String>),
    /// A yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A date.
    Date(
        #[serde(deserialize_with = "date::read")]
        #[cfg_attr(feature = "types", ts(type = "string"))]
        Date,
    ),
}

/// Who writes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Sender {
    /// The person's or the organisation's name.
    pub name: String,
    /// Initials or a short name, for file names and running text: `AALN`.
    pub short: String,
    /// Address lines, as many as the sender wants made public.
    pub lines: Vec<String>,
}

/// How the lines of a letterhead stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Arrangement {
    /// Flush left.
    #[default]
    Left,
    /// Centred.
    Centre,
    /// In columns, each with its own alignment.
    Columns,
}

/// The head and foot that page one bears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Letterhead {
    /// How the lines stand.
    pub arrangement: Arrangement,
    /// The organisation's name, set larger.
    pub name: String,
    /// The lines under the name; an empty line leaves a gap.
    pub lines: Vec<String>,
    /// The columns, when the arrangement is `columns`.
    pub columns: Vec<LetterheadColumn>,
    /// The file name of the logo, beside the draft.
    pub logo: Option<String>,
    /// What the logo shows, for those who do not see it; empty means the name of the organisation.
    pub logo_alt: String,
    /// The height of the logo in points.
    pub logo_height: Option<f32>,
    /// A thin line under the letterhead.
    pub rule: bool,
    /// The colour of name and rule as `#rrggbb`; black without it.
    pub colour: Option<String>,
    /// Text at the foot of page one, such as a mission statement.
    pub foot: String,
}

/// One column of a letterhead.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct LetterheadColumn {
    /// Where the lines stand within the column.
    pub align: ColumnAlign,
    /// A line set larger, above the others.
    pub name: String,
    /// The lines; an empty line leaves a gap.
    pub lines: Vec<String>,
}

/// Where lines stand within a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ColumnAlign {
    /// Flush left.
    #[default]
    Left,
    /// Centred.
    Centre,
    /// Flush right.
    Right,
}

/// One inside address and the people in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Addressee {
    /// The governing body, for file names, checks and the continuation head.
    pub body: String,
    /// The inside address as free lines. Empty lines mean that it is built from persons and body.
    pub lines: Vec<String>,
    /// The persons whom the salutation greets.
    pub persons: Vec<Person>,
}

/// A person in one seat: the role belongs to the body, never to the person alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    /// The given name, where it is known.
    pub first: String,
    /// The family name, or a mononym.
    pub last: String,
    /// The role in this body: `Chair`, `Councilmember`, `Committee Member`.
    pub role: String,
    /// What stands before the name in the address: `The Honorable`.
    pub honorific: String,
    /// How the salutation names this person, where role and family name will not do: `Moiz`.
    pub greet: Option<String>,
    /// Left out of the salutation: absent or recused.
    pub absent: bool,
    /// The first day of the term in this seat, where it is known.
    #[serde(deserialize_with = "date::read_some")]
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub since: Option<Date>,
    /// The last day of the term in this seat, where it is known.
    #[serde(deserialize_with = "date::read_some")]
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub until: Option<Date>,
}

impl Person {
    /// Given and family name, as far as they are known.
    pub fn full_name(&self) -> String {
        [self.first.as_str(), self.last.as_str()]
            .iter()
            .filter(|s| !s.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// What a comment wants of the item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// For it.
    Support,
    /// For it once changed.
    SupportIfAmended,
    /// Neither.
    Neutral,
    /// Worried, without opposing.
    Concern,
    /// Against it until changed.
    OpposeUnlessAmended,
    /// Against it.
    Oppose,
}

/// What the position is a position on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PositionOn {
    /// The item itself.
    #[default]
    Item,
    /// The appeal that the item hears.
    Appeal,
    /// What the body's staff recommends on it.
    StaffRecommendation,
}

/// The agenda item, bill, project, docket or decision that the letter is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Item {
    /// The body before which it stands.
    pub body: String,
    /// The number as printed: `3`, `CA-4`, `SB 266`, `25-0144`.
    pub number: String,
    /// What the number is called in the subject line: `Item #` (the default), `Item`, `File No. `; printed as written.
    pub label: Option<String>,
    /// The official title.
    pub title: String,
    /// The file id, SCH number, docket or RIN, printed as written.
    pub file_id: String,
    /// The author of a bill.
    pub author: String,
    /// The version of a bill: `as amended April 7, 2026`.
    pub version: String,
    /// The date of the meeting.
    #[serde(deserialize_with = "date::read_some")]
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub meeting: Option<Date>,
    /// When the meeting starts, on the clock of `zone`.
    #[serde(deserialize_with = "clock::read_some", serialize_with = "clock::write_some")]
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub time: Option<Time>,
    /// The IANA name of the meeting's time zone: `America/Los_Angeles`. Empty means the portal's own.
    pub zone: String,
    /// The meeting is a special one, for which bodies set other deadlines.
    pub special: bool,
    /// The position on it.
    pub position: Option<Position>,
    /// What the position is on: the item, unless it says otherwise.
    pub position_on: PositionOn,
}

/// What must stay longest, and what goes first, when a box does not hold everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// Kept longest.
    First,
    /// Neither.
    #[default]
    Normal,
    /// The first to go.
    Last,
}

/// How much of a piece is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Length {
    /// Nothing.
    Out,
    /// One line.
    Line,
    /// The short text.
    Short,
    /// All of it.
    Full,
}

/// A paragraph of the person's own words in fewer words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Shorter {
    /// The paragraph that it was written for, as it stood then; the paragraph most like it is the one meant.
    pub of: String,
    /// The paragraph in a sentence or two, as rich text.
    pub short: String,
    /// The paragraph in one line, as rich text.
    pub line: String,
    /// What becomes of it when there is little room.
    pub priority: Priority,
}

/// A person's choice of how much of one piece a channel says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// The piece by its path: `asks[1]`, `words.hook[0]`.
    pub piece: String,
    /// How much of it.
    pub at: Length,
}

/// Personal data that the person agreed to make public: these words in this field, and nothing that stands there later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Shown {
    /// The field by its path: `signers[0].lines[1]`.
    pub path: String,
    /// The words themselves: `(916) 555-0193`.
    pub words: String,
}

/// One thing asked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Ask {
    /// The lead-in: `Accountable and clear timelines`.
    pub label: String,
    /// The whole ask, as rich text.
    pub full: String,
    /// The ask in a sentence or two, for boxes that hold less.
    pub short: String,
    /// The ask in one line.
    pub line: String,
    /// What becomes of it when there is little room.
    pub priority: Priority,
    /// The ids of references that stand behind it; each leaves a note mark.
    pub references: Vec<String>,
    /// Its place among the asks, lowest first; asks without one keep the order written.
    pub order: Option<i64>,
}

/// What kind of source a reference is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceKind {
    /// A city or county ordinance.
    Ordinance,
    /// A resolution.
    Resolution,
    /// A statute or a section of a code.
    Statute,
    /// A bill.
    Bill,
    /// A regulation or a notice of rule making.
    Regulation,
    /// A report of the body's staff.
    StaffReport,
    /// Minutes, agendas, environmental documents and other records.
    Document,
    /// A case.
    Case,
    /// An earlier letter.
    Letter,
    /// News.
    News,
    /// Any other page or source.
    #[default]
    Web,
}

/// A source, with its exact quotation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Reference {
    /// The name that note marks use: `[^la]` points to the reference `la`.
    pub id: String,
    /// What kind of source it is.
    pub kind: ReferenceKind,
    /// What the reference is introduced with, where the citation alone will not do.
    pub label: String,
    /// The title of the source.
    pub title: String,
    /// Who wrote or published it.
    pub author: String,
    /// The jurisdiction: `City of Los Angeles`.
    pub jurisdiction: String,
    /// The number without its label: `188441`.
    pub number: String,
    /// The section without its sign: `19.192`.
    pub section: String,
    /// Where it can be read.
    pub url: String,
    /// The date of the source.
    #[serde(deserialize_with = "date::read_some")]
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub date: Option<Date>,
    /// The day it was read.
    #[serde(deserialize_with = "date::read_some")]
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub accessed: Option<Date>,
    /// The exact words, as rich text; printed between quotation marks.
    pub excerpt: String,
}

/// How a signer signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// The typed name alone.
    #[default]
    Typed,
    /// `/s/ Name` above the typed name.
    Slash,
    /// Room for a signature by hand.
    Blank,
    /// A picture of the signature.
    Image,
    /// Strokes drawn on the screen.
    Drawn,
}

/// One signer: a person, or a unit such as a government affairs office.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Signer {
    /// The name.
    pub name: String,
    /// The title.
    pub title: String,
    /// The organisation.
    #[serde(alias = "organization")]
    pub organisation: String,
    /// Further lines: unit, address, phone.
    pub lines: Vec<String>,
    /// How the signature is made.
    pub sign: Sign,
    /// The file name of the picture, beside the draft.
    pub image: Option<String>,
    /// Drawn strokes: each a run of `[x, y]` points, y downwards, in any unit.
    pub strokes: Vec<Vec<[f32; 2]>>,
    /// The organisation is named for identification only.
    pub identification_only: bool,
}

/// The size of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Paper {
    /// 8.5 by 11 inches.
    Letter,
    /// 210 by 297 millimetres.
    A4,
}

/// Where date, closing and signature stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BlockForm {
    /// Everything flush left.
    FullBlock,
    /// Date, closing and signature start at the centre of the page.
    ModifiedBlock,
}

/// The family of the letter's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Typeface {
    /// Source Serif 4.
    Serif,
    /// Source Sans 3.
    Sans,
}

/// Where the subject line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SubjectPlace {
    /// Between inside address and salutation.
    BeforeSalutation,
    /// Between salutation and body.
    AfterSalutation,
}

/// Where the date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DatePlace {
    /// Flush left under the letterhead.
    Left,
    /// From the centre of the page.
    Centre,
    /// Flush right under the letterhead.
    Right,
    /// Flush left, after the inside address.
    AfterAddressees,
}

/// How references are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReferencePlace {
    /// At the foot of the page that bears the mark.
    Footnotes,
    /// Together at the end, numbered.
    Endnotes,
    /// As a block after the signature, each opened by its mark.
    Block,
}

/// How note marks look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum NoteMarks {
    /// 1, 2, 3.
    Numbers,
    /// *, †, ‡.
    Symbols,
}

/// Page furniture. A field left out takes the kind's default, then the house's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Furniture {
    /// The sheet.
    pub paper: Option<Paper>,
    /// Full block or modified block.
    pub form: Option<BlockForm>,
    /// The family of the type.
    pub typeface: Option<Typeface>,
    /// The size of the body's type in points, 8 to 24.
    pub size: Option<f32>,
    /// Both margins straight, instead of ragged right.
    pub justified: Option<bool>,
    /// How the asks are numbered: `1)`, `1.`, `(1)`, `(a)`, `a)`, `A.`, `I.`, `(i)`.
    pub numbering: Option<String>,
    /// Ask labels in bold.
    pub strong_labels: Option<bool>,
    /// Where the subject line stands.
    pub subject: Option<SubjectPlace>,
    /// What opens the subject line: `Re:`, `RE:`, `Subject:`; an empty text leaves it out.
    pub subject_label: Option<String>,
    /// Where the date stands.
    pub date: Option<DatePlace>,
    /// The word of the salutation: `Dear`, `Hello`.
    pub greeting: Option<String>,
    /// What ends the salutation: `:`, `,` or nothing.
    pub salutation_end: Option<String>,
    /// A comma before the `and` of a list.
    pub serial_comma: Option<bool>,
    /// The most persons the salutation names before it says `Members of`.
    pub most_named: Option<usize>,
    /// How references are shown.
    pub references: Option<ReferencePlace>,
    /// How note marks look.
    pub note_marks: Option<NoteMarks>,
}

impl Furniture {
    /// These choices where they are made, `below` where they are not.
    pub fn over(&self, below: &Furniture) -> Furniture {
        Furniture {
            paper: self.paper.or(below.paper),
            form: self.form.or(below.form),
            typeface: self.typeface.or(below.typeface),
            size: self.size.or(below.size),
            justified: self.justified.or(below.justified),
            numbering: self.numbering.clone().or_else(|| below.numbering.clone()),
            strong_labels: self.strong_labels.or(below.strong_labels),
            subject: self.subject.or(below.subject),
            subject_label: self.subject_label.clone().or_else(|| below.subject_label.clone()),
            date: self.date.or(below.date),
            greeting: self.greeting.clone().or_else(|| below.greeting.clone()),
            salutation_end: self.salutation_end.clone().or_else(|| below.salutation_end.clone()),
            serial_comma: self.serial_comma.or(below.serial_comma),
            most_named: self.most_named.or(below.most_named),
            references: self.references.or(below.references),
            note_marks: self.note_marks.or(below.note_marks),
        }
    }
}

impl Draft {
    /// The language tag, `en-US` when the draft names none.
    pub fn language(&self) -> &str {
        if self.language.is_empty() { "en-US" } else { &self.language }
    }

    /// The asks in their order, each with its index in the draft.
    pub fn ordered_asks(&self) -> Vec<(usize, &Ask)> {
        let mut asks: Vec<_> = self.asks.iter().enumerate().collect();
        asks.sort_by_key(|(_, ask)| ask.order.unwrap_or(i64::MAX));
        asks
    }
}
