//! Paper, margins, sizes and spacing: the one home of measurements. All lengths are points (1/72 inch).
//!
//! Sources: paper sizes ISO 216 and ANSI A; block forms and spacing from the business-letter guides named in the
//! README's facts. Layout and Word both read these numbers, so that the two look like the same letter.

use crate::draft::{BlockForm, Furniture, Paper, Typeface};

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

    /// The size of a heading.
    pub fn heading_size(&self, level: u8) -> f32 {
        if level <= 1 { self.size * 1.2 } else { self.size * 1.05 }
    }
}
