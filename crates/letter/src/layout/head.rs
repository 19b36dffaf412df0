//! The continuation head: to whom, when, and which page, on every page but the first.

use std::sync::Arc;

use super::flow::{Flow, Spot, paints};
use super::line::{Edge, Line};
use super::page::{Artifact, Owner, Paint, PaintMark};
use super::paginate::Area;
use super::span::Words;
use crate::finding::{Finding, Place, Severity};

/// The largest part of the page that the head may take.
const LARGEST: f32 = 0.25;

/// The lines of the head that are the same on all pages.
pub(crate) struct Head {
    lines: Vec<Line>,
    spot: Spot,
    leading: f32,
}

impl Head {
    /// Sets the letter's continuation lines.
    pub(crate) fn of(flow: &mut Flow<'_>) -> Self {
        let style = flow.style;
        let mut spot = Spot::across(style);
        // The page number stands at the end of the first line; no letter has more pages than this takes room for.
        let widest = Words::plain(&page_of(flow, 8888, 8888), spot.look);
        let reserved = flow.set(&widest, &spot).width() + style.column_gap();
        spot.width -= reserved;
        if flow.rtl {
            spot.x += reserved;
        }
        let leading = spot.size * style.leading;
        let most = ((style.paper.1 * LARGEST / leading) as usize).max(1);
        let mut lines: Vec<Line> = Vec::new();
        for line in &flow.letter.continuation {
            lines.extend(flow.set(&Words::plain(line, spot.look), &spot).lines.iter().cloned());
        }
        if lines.len() > most {
            lines.truncate(most);
            flow.findings.push(Finding::new(
                "continuation-head",
                Severity::Warning,
                format!("the head of the pages after the first is cut to its first {most} lines"),
                "Shorten the lines that name addressee and date.",
                Place::default(),
            ));
        }
        Self { lines, spot, leading }
    }

    /// Where the text of the pages after the first stands.
    pub(crate) fn area(&self, flow: &Flow<'_>) -> Area {
        let (top, bottom) = flow.style.text_area();
        let end = flow.style.head_top() + self.leading * self.lines.len().max(1) as f32;
        Area { top: top.max(end + flow.style.head_space()), bottom }
    }

    /// The head of one page.
    pub(crate) fn paints(&self, flow: &mut Flow<'_>, page: usize, pages: usize) -> Vec<Paint> {
        let top = flow.style.head_top();
        let number = Words::plain(&page_of(flow, page, pages), self.spot.look);
        // Languages that read from the right take the English words, which begin where such lines end.
        let edge = if flow.rtl { Edge::Start } else { Edge::End };
        let spot = Spot { x: flow.style.margins[3], width: flow.style.measure(), edge, ..self.spot.clone() };
        let number = flow.set(&number, &spot);
        let lines = self.lines.iter().enumerate().map(|(index, line)| (index, line, self.spot.x));
        let numbers = number.lines.iter().map(|line| (0, line, spot.x));
        let mut head = Vec::new();
        for (index, line, x) in lines.chain(numbers) {
            let source = Arc::clone(&self.spot.source);
            for mut paint in paints(line, x, &source, |_| Owner::Artifact(Artifact::Header)) {
                if let PaintMark::Text(runs) = &mut paint.mark {
                    runs.iter_mut().for_each(|run| run.y += top + self.leading * index as f32);
                }
                head.push(paint);
            }
        }
        head
    }
}

/// `Page 2 of 3`, in the letter's language.
fn page_of(flow: &Flow<'_>, page: usize, pages: usize) -> String {
    let (word, of) = flow.own_words().page_words();
    format!("{word} {page} {of} {pages}")
}
