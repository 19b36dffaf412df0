//! The faces of a document: which glyphs it uses, what each stands for, and their subsets for printpdf.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFont, PdfFontMetricsStub};

use crate::layout::font::{FaceId, Fonts};
use crate::layout::glyphs::Subset;
use crate::layout::page::{Glyph, Pages, PaintMark, Run};
use crate::write::WriteError;

/// The faces that the pages use, by id.
pub(super) struct Faces {
    used: Vec<Option<Face>>,
}

/// One face as the document embeds it.
pub(super) struct Face {
    /// What content streams call it.
    pub(super) resource: FontId,
    /// Drawn in place of `.notdef`.
    stand_in: u16,
    /// The code of each glyph of the original face: its number in the subset.
    codes: Vec<u16>,
    /// What each code says by itself when it is copied out.
    texts: Vec<String>,
    subset: Arc<Subset>,
}

/// The glyphs of one face as they are met on the pages, indexed by glyph.
#[derive(Default)]
struct Met<'a> {
    stand_in: Option<u16>,
    glyphs: Vec<Meeting<'a>>,
}

/// What is known of a glyph's meaning.
#[derive(Clone, Default)]
enum Meeting<'a> {
    #[default]
    Never,
    /// As one of several glyphs for a text, or in place of a missing one: a guess.
    Among(String),
    /// As the only glyph for a text.
    Alone(&'a str),
}

/// The clusters of a run: the glyphs that stand for one piece of text together.
pub(super) fn clusters(run: &Run) -> impl Iterator<Item = (&[Glyph], &str)> {
    run.glyphs
        .chunk_by(|a, b| a.cluster == b.cluster)
        .map(|glyphs| (glyphs, run.text.get(glyphs[0].text_range()).unwrap_or_default()))
}

impl Faces {
    /// Collects what the pages use and cuts the subsets.
    pub(super) fn of(pages: &Pages, fonts: &Fonts) -> Result<Self, WriteError> {
        let mut met: Vec<Met<'_>> = Vec::new();
        for run in pages.pages.iter().flat_map(|page| &page.paints).filter_map(runs).flatten() {
            if met.len() <= run.face {
                met.resize_with(run.face + 1, Met::default);
            }
            met[run.face].meet(run, fonts);
        }
        let used = met.into_iter().enumerate().map(|(id, met)| met.embed(id, fonts)).collect::<Result<_, _>>();
        Ok(Self { used: used.map_err(|reason| WriteError { format: "PDF", reason })? })
    }

    /// The face that a run of these pages is set in.
    pub(super) fn get(&self, id: FaceId) -> Option<&Face> {
        self.used.get(id)?.as_ref()
    }

    /// The faces for printpdf, by resource name.
    pub(super) fn to_printpdf(&self) -> BTreeMap<FontId, PdfFont> {
        self.used.iter().flatten().map(|face| (face.resource.clone(), PdfFont::new(face.parsed()))).collect()
    }
}

fn runs(paint: &crate::layout::page::Paint) -> Option<&[Run]> {
    match &paint.mark {
        PaintMark::Text(runs) => Some(runs),
        PaintMark::Picture { .. } | PaintMark::Rule { .. } => None,
    }
}

impl<'a> Met<'a> {
    fn meet(&mut self, run: &'a Run, fonts: &Fonts) {
        for (glyphs, text) in clusters(run) {
            for glyph in glyphs {
                let missing = glyph.id == 0;
                let id =
                    if missing { *self.stand_in.get_or_insert_with(|| fonts.shown(run.face, 0)) } else { glyph.id };
                let place = usize::from(id);
                if self.glyphs.len() <= place {
                    self.glyphs.resize(place + 1, Meeting::Never);
                }
                let meeting = &mut self.glyphs[place];
                match meeting {
                    Meeting::Alone(_) => {}
                    Meeting::Never | Meeting::Among(_) if glyphs.len() == 1 && !missing && speakable(text) => {
                        *meeting = Meeting::Alone(text);
                    }
                    Meeting::Never if missing => *meeting = Meeting::Among('\u{fffd}'.into()),
                    Meeting::Never => *meeting = Meeting::Among(guess(text, id, run.face, fonts).into()),
                    Meeting::Among(_) => {}
                }
            }
        }
    }

    fn embed(self, id: FaceId, fonts: &Fonts) -> Result<Option<Face>, String> {
        let mut codes = vec![0; self.glyphs.len()];
        let mut glyphs = Vec::new();
        let mut texts = vec!['\u{fffd}'.into()];
        for (glyph, meeting) in self.glyphs.into_iter().enumerate().skip(1) {
            let text = match meeting {
                Meeting::Never => continue,
                Meeting::Among(text) => text,
                Meeting::Alone(text) => text.to_owned(),
            };
            // Glyph ids are 16 bits wide, so neither number is cut short.
            glyphs.push(glyph as u16);
            codes[glyph] = glyphs.len() as u16;
            texts.push(text);
        }
        if glyphs.is_empty() {
            return Ok(None);
        }
        let subset = fonts.subset(id, &glyphs)?;
        let stand_in = self.stand_in.unwrap_or(0);
        Ok(Some(Face { resource: FontId(format!("F{id}")), stand_in, codes, texts, subset }))
    }
}

/// A text that a glyph may be mapped to: there is some, and none of it is forbidden there (ISO 14289-1, 7.21.7).
fn speakable(text: &str) -> bool {
    !text.is_empty() && !text.contains(['\0', '\u{feff}', '\u{fffe}'])
}

/// The most likely character of a glyph that shares its text with others.
fn guess(text: &str, glyph: u16, face: FaceId, fonts: &Fonts) -> char {
    let own = text.chars().find(|c| fonts.glyph(face, *c) == Some(glyph));
    own.or(text.chars().last()).filter(|c| speakable(c.encode_utf8(&mut [0; 4]))).unwrap_or(' ')
}

impl Face {
    /// The code that draws a glyph of the original face.
    pub(super) fn code(&self, glyph: u16) -> u16 {
        let glyph = if glyph == 0 { self.stand_in } else { glyph };
        self.codes.get(usize::from(glyph)).copied().unwrap_or(0)
    }

    /// What a code says by itself.
    pub(super) fn text(&self, code: u16) -> &str {
        self.texts.get(usize::from(code)).map_or("", String::as_str)
    }

    /// The advance of a code in thousandths of an em, as the document states it.
    pub(super) fn width(&self, code: u16) -> f32 {
        self.subset.widths.get(usize::from(code)).map_or(0.0, |width| f32::from(*width))
    }

    fn parsed(&self) -> ParsedFont {
        let Subset { program, name, widths, ascent, descent, bounds, slope, weight } = &*self.subset;
        ParsedFont {
            original_bytes: program.clone(),
            font_index: 0,
            font_name: Some(name.clone()),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: (0..).zip(widths.iter().copied()).collect(),
            units_per_em: 1000,
            font_metrics: FontMetrics { ascent: *ascent, descent: *descent },
            // printpdf looks at the program itself to tell TrueType from CFF.
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: 1000,
                x_min: bounds[0],
                y_min: bounds[1],
                x_max: bounds[2],
                y_max: bounds[3],
                caret_slope_rise: slope.0,
                caret_slope_run: slope.1,
                us_weight_class: *weight,
            },
        }
    }
}
