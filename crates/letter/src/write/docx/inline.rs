//! Inlines to runs, links and references to notes.

use docx_rs::{BreakType, Hyperlink, HyperlinkData, ParagraphChild, Run};

use super::story::{Story, Writing};
use super::styles;
use super::tree::clean;
use crate::language::is_rtl_letter;
use crate::letter::{Colour, Inline};

/// How words look.
#[derive(Clone, Copy, Default)]
struct Look {
    strong: bool,
    emphasis: bool,
    underline: bool,
    link: bool,
    colour: Option<Colour>,
}

impl Writing<'_> {
    /// Appends the runs of inlines.
    pub(super) fn inlines(
        &mut self,
        content: &[Inline],
        colour: Option<Colour>,
        story: &mut Story,
        out: &mut Vec<ParagraphChild>,
    ) {
        self.looking(content, Look { colour, ..Look::default() }, story, out);
    }

    fn looking(&mut self, content: &[Inline], look: Look, story: &mut Story, out: &mut Vec<ParagraphChild>) {
        for inline in content {
            match inline {
                Inline::Text(text) => {
                    let text = bound_signs(&clean(text));
                    out.extend(directions(&text).map(|piece| child(look.run().add_text(piece))));
                }
                Inline::Strong(inner) => self.looking(inner, Look { strong: true, ..look }, story, out),
                Inline::Emphasis(inner) => self.looking(inner, Look { emphasis: true, ..look }, story, out),
                Inline::Underline(inner) => self.looking(inner, Look { underline: true, ..look }, story, out),
                Inline::Link { content, .. } if look.link => self.looking(content, look, story, out),
                Inline::Link { url, content } => {
                    let mut children = Vec::new();
                    self.looking(content, Look { link: true, ..look }, story, &mut children);
                    let link = HyperlinkData::External { rid: story.link(url), path: String::new() };
                    out.push(ParagraphChild::Hyperlink(Hyperlink { link, history: Some(1), children }));
                }
                Inline::Break => out.push(child(look.run().add_break(BreakType::TextWrapping))),
                Inline::NoteMark(index) => out.extend(self.note_mark(*index, story.kind).map(child)),
            }
        }
    }
}

impl Look {
    fn run(self) -> Run {
        let mut run = Run::new();
        if self.link {
            run = run.style(styles::HYPERLINK);
        }
        if self.strong {
            run = run.bold();
        }
        if self.emphasis {
            run = run.italic();
        }
        if self.underline {
            run = run.underline("single");
        }
        if let Some(Colour([r, g, b])) = self.colour {
            run = run.color(format!("{r:02X}{g:02X}{b:02X}"));
        }
        run
    }
}

pub(super) fn child(run: Run) -> ParagraphChild {
    ParagraphChild::Run(Box::new(run))
}

/// A section or paragraph sign stays on the line of its number, as on the pages.
fn bound_signs(text: &str) -> String {
    text.replace("§ ", "§\u{a0}").replace("¶ ", "¶\u{a0}")
}

/// The pieces of a text that read in one direction; signs and spaces go with the letters before them.
fn directions(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut rtl = None;
        let turn = rest
            .char_indices()
            .find(|(_, c)| c.is_alphabetic() && *rtl.get_or_insert(is_rtl_letter(*c)) != is_rtl_letter(*c));
        let (piece, after) = rest.split_at(turn.map_or(rest.len(), |(at, _)| at));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}
