//! Paper, margins, sizes and spacing: the one home of measurements. All lengths are points (1/72 inch).
//!
//! Sources: paper sizes ISO 216 and ANSI A; block forms and spacing as guides to business letters teach them. Layout
//! and Word both read these numbers, so that the two look like the same letter.

use crate::draft::{BlockForm, Furniture, Paper, Typeface};
use crate::letter::{Block, BlockKind, Role, Tone};

/// The colour of a link: 10.6 to 1 against white, so that it is legible to everybody who can read the letter.
pub const LINK_COLOUR: [u8; 3] = [0x0b, 0x3d, 0x91];
/// The colour of type.
pub const INK: [u8; 3] = [0, 0, 0];
/// The colour of a rule that names none.
pub const RULE_COLOUR: [u8; 3] = [0x59, 0x59, 0x59];
/// The thickness of a rule.
pub const RULE: f32 = 0.6;

/// The measurements of one letter.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// Width and height of the sheet.
    pub paper: (f32, f32),
    /// Top, right, bottom, left.
    pub margins: [f32; 4],
    /// The family of the type.
    pub typeface: Typeface,
    /// The size of the body's type.
    pub size: f32,
    /// Distance of baselines, as a multiple of the size.
    pub leading: f32,
    /// Both margins straight.
    pub justified: bool,
    /// Full block or modified block.
    pub form: BlockForm,
}

/// A column as wide as it would like to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NaturalColumn {
    /// The width of its longest line.
    pub width: f32,
    /// It holds only pictures.
    pub is_picture: bool,
}

impl Style {
    /// The style that the page furniture asks for.
    pub fn of(furniture: &Furniture) -> Self {
        Self {
            paper: match furniture.paper.unwrap_or(Paper::Letter) {
                Paper::Letter => (612.0, 792.0),
                Paper::A4 => (595.276, 841.89),
            },
            margins: [72.0; 4],
            typeface: furniture.typeface.unwrap_or(Typeface::Serif),
            size: furniture.size.unwrap_or(11.0).clamp(8.0, 24.0),
            leading: 1.35,
            justified: furniture.justified.unwrap_or(false),
            form: furniture.form.unwrap_or(BlockForm::FullBlock),
        }
    }

    /// The width of the text area.
    pub fn measure(&self) -> f32 {
        self.paper.0 - self.margins[1] - self.margins[3]
    }

    /// The distance of baselines in the body.
    pub fn line(&self) -> f32 {
        self.size * self.leading
    }

    /// The space between paragraphs.
    pub fn paragraph_space(&self) -> f32 {
        self.size * 0.75
    }

    /// The space between parts, such as between date and inside address.
    pub fn part_space(&self) -> f32 {
        self.size * 1.35
    }

    /// The room left to sign by hand.
    pub fn signing_space(&self) -> f32 {
        self.line() * 3.0
    }

    /// The size of notes and of the foot of page one.
    pub fn note_size(&self) -> f32 {
        (self.size * 0.85).max(8.0)
    }

    /// The size of the name in a letterhead.
    pub fn name_size(&self) -> f32 {
        self.size * 1.45
    }

    /// The indent of a list's text, and of each further level.
    pub fn list_indent(&self) -> f32 {
        self.size * 2.0
    }

    /// The indent of a quotation on both sides.
    pub fn quote_indent(&self) -> f32 {
        self.size * 2.2
    }

    /// The space above a part, unless it opens a page.
    pub fn space_before(&self, role: Role) -> f32 {
        match role {
            Role::Body | Role::Signatures => self.paragraph_space(),
            Role::Letterhead
            | Role::Sender
            | Role::Date
            | Role::Delivery
            | Role::Addressees
            | Role::Subject
            | Role::Salutation
            | Role::Closing
            | Role::Enclosures
            | Role::Copies
            | Role::Foot => self.part_space(),
        }
    }

    /// The space between the blocks of a part.
    pub fn space_between(&self, role: Role) -> f32 {
        match role {
            Role::Letterhead => self.letterhead_space(),
            Role::Enclosures | Role::Copies | Role::Foot => self.tight_space(),
            Role::Signatures => self.part_space(),
            Role::Sender
            | Role::Date
            | Role::Delivery
            | Role::Addressees
            | Role::Subject
            | Role::Salutation
            | Role::Body
            | Role::Closing => self.paragraph_space(),
        }
    }

    /// The gap that an empty line leaves in a letterhead, and the space below a logo.
    pub fn letterhead_space(&self) -> f32 {
        self.size * 0.5
    }

    /// The space between two blocks of a part, where `gap` stands between others: a name and its lines belong together.
    pub fn gap_below(&self, above: &Block, below: &Block, gap: f32) -> f32 {
        match (&above.kind, &below.kind) {
            (BlockKind::Paragraph { tone: Tone::Name { .. }, .. }, BlockKind::Paragraph { .. }) => self.tight_space(),
            _ => gap,
        }
    }

    /// The space between things that belong together, such as a picture and the lines under it.
    pub fn tight_space(&self) -> f32 {
        self.size * 0.2
    }

    /// The space between the items of a list that holds no asks.
    pub fn item_space(&self) -> f32 {
        self.size * 0.35
    }

    /// The space between notes, and below the rule above them.
    pub fn note_space(&self) -> f32 {
        self.note_size() * 0.4
    }

    /// The space between the text and the rule above notes.
    pub fn note_rule_space(&self) -> f32 {
        self.note_size()
    }

    /// The length of the rule above notes.
    pub fn note_rule(&self) -> f32 {
        self.measure() * 0.3
    }

    /// The size of a raised note mark beside type of this size.
    pub fn mark_size(&self, size: f32) -> f32 {
        size * 0.65
    }

    /// How far a note mark is raised beside type of this size.
    pub fn mark_rise(&self, size: f32) -> f32 {
        size * 0.34
    }

    /// The distance below the baseline, and the thickness, of the line under words of this size.
    pub fn underline(&self, size: f32) -> (f32, f32) {
        (size * 0.11, size * 0.05)
    }

    /// The space between columns.
    pub fn column_gap(&self) -> f32 {
        self.size * 1.6
    }

    /// The widths of columns that are as wide as their longest lines, where these fit side by side in the measure.
    ///
    /// The room that is left stands between the columns; a column of pictures keeps to its neighbour.
    pub fn natural_columns(&self, columns: &[NaturalColumn], measure: f32) -> Option<Vec<f32>> {
        let mut widths: Vec<f32> = columns.iter().map(|column| column.width).collect();
        let gaps = self.column_gap() * columns.len().saturating_sub(1) as f32;
        let left = measure - gaps - widths.iter().sum::<f32>();
        let last = columns.iter().rposition(|column| !column.is_picture)?;
        let mut growing: Vec<usize> = (0..last).filter(|index| !columns[*index].is_picture).collect();
        if growing.is_empty() {
            growing.push(last);
        }
        let share = left / growing.len() as f32;
        growing.iter().for_each(|index| widths[*index] += share);
        (left >= 0.0).then_some(widths)
    }

    /// The least width of a column; more columns than that leaves room for stand in several rows.
    pub fn least_column(&self) -> f32 {
        self.size * 11.0
    }

    /// The top of the continuation head.
    pub fn head_top(&self) -> f32 {
        self.margins[0] * 0.5
    }

    /// The least space between the continuation head and the text below it.
    pub fn head_space(&self) -> f32 {
        self.size * 1.2
    }

    /// The bottom of the foot of page one, in the bottom margin.
    pub fn foot_bottom(&self) -> f32 {
        self.paper.1 - self.margins[2] * 0.5
    }

    /// Where the text of a page begins and ends.
    pub fn text_area(&self) -> (f32, f32) {
        (self.margins[0], self.paper.1 - self.margins[2])
    }

    /// The size of a heading.
    pub fn heading_size(&self, level: u8) -> f32 {
        if level <= 1 { self.size * 1.2 } else { self.size * 1.05 }
    }
}

/// The size of a picture drawn as large as these bounds allow, in its own proportions; none when it has no extent.
pub fn fit(natural: (f32, f32), most: (f32, f32)) -> Option<(f32, f32)> {
    let scale = (most.0 / natural.0).min(most.1 / natural.1);
    let size = (natural.0 * scale, natural.1 * scale);
    let drawable = |length: f32| length.is_finite() && length > 0.0;
    (drawable(size.0) && drawable(size.1)).then_some(size)
}
