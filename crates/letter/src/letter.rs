//! What a letter is: a tree of parts, blocks and inlines that knows what each piece *means*.
//!
//! A letter has no sizes and no positions (that is `style` and `layout`), and no markup (that is `markup`).
//! Word, text and the pages are all made from it, and say the same words in the same order.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::picture::Picture;

/// Pictures by the name that the letter uses for them.
pub type Pictures = BTreeMap<String, Arc<Picture>>;

/// The path of the draft's field that a piece of the letter came from (`asks[1].full`); empty for the template's own words.
pub type Source = Arc<str>;

/// A whole letter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letter {
    /// BCP 47 tag of the letter's language.
    pub language: String,
    /// What the document is called: the subject, or the kind with the addressee.
    pub title: String,
    /// Parts in reading order.
    pub parts: Vec<Part>,
    /// The notes that marks point to, in the order of their first marks; unmarked ones last.
    pub notes: Vec<Note>,
    /// Where notes stand and how their marks look.
    pub note_style: NoteStyle,
    /// Lines of the continuation head, from page two, without the page number: addressee and date.
    pub continuation: Vec<String>,
    /// The pictures that the parts name.
    pub pictures: Pictures,
}

/// A part of the letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// Where its lines stand.
    pub align: Align,
    /// The field it came from.
    pub source: Source,
    /// What it holds, in reading order.
    pub blocks: Vec<Block>,
}

/// What a part of a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The letterhead of page one.
    Letterhead,
    /// Name and address of a sender without letterhead.
    Sender,
    /// The date line.
    Date,
    /// How the letter travels.
    Delivery,
    /// One or several inside addresses.
    Addressees,
    /// The subject line.
    Subject,
    /// The salutation.
    Salutation,
    /// The body: the template's words and the person's own.
    Body,
    /// The closing phrase.
    Closing,
    /// The signature blocks.
    Signatures,
    /// Enclosures.
    Enclosures,
    /// Copies.
    Copies,
    /// The foot of page one, such as a mission statement.
    Foot,
}

/// Where the lines of a part or column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// At the edge where reading starts.
    #[default]
    Start,
    /// Centred.
    Centre,
    /// At the edge where lines end.
    End,
    /// Starting at the middle of the text area, as in modified block.
    Middle,
}

/// A block and the field it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The field it came from.
    pub source: Source,
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A paragraph; address lines are one paragraph with breaks.
    Paragraph {
        /// How it is toned.
        tone: Tone,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A heading.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A list, ordered or bulleted, at most two levels deep.
    List(List),
    /// A quotation set off from the text.
    Quote(Vec<Block>),
    /// Columns side by side, read one after the other.
    Columns(Vec<Column>),
    /// A picture on a line of its own.
    Picture(PictureUse),
    /// One signature block: the signature and the lines under it.
    Signer(SignerBlock),
    /// A thin line; decoration, never read.
    Rule {
        /// `#rrggbb`, the house's grey when none.
        colour: Option<Colour>,
    },
}

/// How a paragraph is toned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// As its part is.
    #[default]
    Normal,
    /// Larger and bold: the name in a letterhead.
    Name {
        /// Black when none.
        colour: Option<Colour>,
    },
    /// The opening line of a list of asks or enclosures, kept with what follows.
    Lead,
}

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour(pub [u8; 3]);

/// A list.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// How items are numbered; bulleted when none.
    pub numbering: Option<Numbering>,
    /// The number of the first item.
    pub start: u32,
    /// The items hold asks, each opened by its label.
    pub asks: bool,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it holds; a label stands at the start of the first paragraph.
    pub blocks: Vec<Block>,
}

/// The shape of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Numbering {
    /// The digits.
    pub digits: Digits,
    /// What stands around them.
    pub around: Around,
}

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 1, 2, 3
    Decimal,
    /// a, b, c
    LowerAlpha,
    /// A, B, C
    UpperAlpha,
    /// i, ii, iii
    LowerRoman,
    /// I, II, III
    UpperRoman,
}

/// What stands around the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Around {
    /// `1)`
    After,
    /// `1.`
    Period,
    /// `(1)`
    Both,
}

/// One of several columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Where its lines stand.
    pub align: Align,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A picture where it is used.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureUse {
    /// Its name in [`Letter::pictures`].
    pub name: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The greatest height in points.
    pub height: f32,
    /// The greatest width in points.
    pub width: f32,
}

/// One signature block.
#[derive(Clone, Debug, PartialEq)]
pub struct SignerBlock {
    /// What stands above the lines.
    pub mark: Mark,
    /// Name, title, organisation and further lines: breaks between them.
    pub lines: Vec<Inline>,
}

/// The signature itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// The typed name below is the signature.
    None,
    /// Room to sign by hand.
    Space,
    /// `/s/ Name`.
    Slash(String),
    /// A picture or drawn strokes.
    Picture(PictureUse),
}

/// A run of text or something around one.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words; no line breaks, no control characters.
    Text(String),
    /// Bold.
    Strong(Vec<Inline>),
    /// Italic.
    Emphasis(Vec<Inline>),
    /// Underlined.
    Underline(Vec<Inline>),
    /// A link; the address is absolute and checked.
    Link {
        /// Where it goes.
        url: String,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A line break.
    Break,
    /// A mark that points to a note: an index into [`Letter::notes`].
    NoteMark(usize),
}

/// A note.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The id that marks use.
    pub id: String,
    /// What its mark looks like, `1` or `*`; empty when nothing in the text points to it.
    pub mark: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// The field it came from.
    pub source: Source,
}

/// Where notes stand and how their marks look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoteStyle {
    /// Where they stand.
    pub place: NotePlace,
    /// Marks are *, †, ‡ instead of numbers.
    pub symbols: bool,
}

impl Default for NoteStyle {
    fn default() -> Self {
        Self { place: NotePlace::Foot, symbols: false }
    }
}

/// Where notes stand. A note without a mark always stands in the block after the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotePlace {
    /// At the foot of the page that bears the mark.
    Foot,
    /// At the end, under a heading.
    End,
    /// As a block after the signature, each opened by its mark.
    Block,
}

impl Around {
    /// What stands around the digits of a sign such as `(b)`, and the digits.
    pub fn of(sign: &str) -> Option<(&str, Self)> {
        if let Some(inner) = sign.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            Some((inner, Self::Both))
        } else if let Some(inner) = sign.strip_suffix(')') {
            Some((inner, Self::After))
        } else {
            sign.strip_suffix('.').map(|inner| (inner, Self::Period))
        }
    }
}

impl Numbering {
    /// The house's numbering of asks: `1)`.
    pub const ASKS: Self = Self { digits: Digits::Decimal, around: Around::After };

    /// Reads a sample such as `1)`, `(a)` or `I.`.
    pub fn read(sample: &str) -> Option<Self> {
        let (inner, around) = Around::of(sample)?;
        let digits = match inner {
            "1" => Digits::Decimal,
            "a" => Digits::LowerAlpha,
            "A" => Digits::UpperAlpha,
            "i" => Digits::LowerRoman,
            "I" => Digits::UpperRoman,
            _ => return None,
        };
        Some(Self { digits, around })
    }

    /// The label of the item with this number: `1)`, `(b)`, `IV.`.
    pub fn label(self, number: u32) -> String {
        let digits = match self.digits {
            Digits::Decimal => number.to_string(),
            Digits::LowerAlpha => alphabetic(number),
            Digits::UpperAlpha => alphabetic(number).to_uppercase(),
            Digits::LowerRoman => roman(number).to_lowercase(),
            Digits::UpperRoman => roman(number),
        };
        match self.around {
            Around::After => format!("{digits})"),
            Around::Period => format!("{digits}."),
            Around::Both => format!("({digits})"),
        }
    }
}

/// Letters as Word counts them: z is followed by aa, then bb.
fn alphabetic(number: u32) -> String {
    let index = number.max(1) - 1;
    let letter = char::from(b'a' + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1).min(99) as usize).collect()
}

/// Roman numerals up to 3999, digits beyond.
fn roman(number: u32) -> String {
    const VALUES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut out = String::new();
    for (value, digits) in VALUES {
        while left >= value {
            out.push_str(digits);
            left -= value;
        }
    }
    out
}

/// The longest id of a note, in bytes.
const LONGEST_ID: usize = 64;

/// The text can stand in a note mark: letters and digits of ASCII, hyphens and low lines.
pub fn is_note_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST_ID && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// The words of a run of inlines, breaks as spaces, note marks left out.
pub fn plain(content: &[Inline]) -> String {
    let mut out = String::new();
    for inline in content {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Underline(inner) => out.push_str(&plain(inner)),
            Inline::Link { content, .. } => out.push_str(&plain(content)),
            Inline::Break => out.push(' '),
            Inline::NoteMark(_) => {}
        }
    }
    out
}
