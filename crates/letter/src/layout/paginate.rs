//! Strips in, pages out: dealing from the top, with the notes of each page at its foot.
//!
//! Strips that keep together move together. When they cannot fit on any page they are dealt one by one, so that
//! nothing is ever lost and every page takes something: a pathological letter looks odd, and ends.

use std::collections::{BTreeMap, VecDeque};

use super::page::{Artifact, Frame, OutlineEntry, Owner, Page, Paint, PaintMark};
use super::strip::{Strip, height};
use crate::letter::Source;
use crate::style::{RULE, RULE_COLOUR, Style};

/// Between which heights the text of a page stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

/// Rounding of many small heights must not push a line over.
const TOLERANCE: f32 = 0.01;

/// The largest part of a page that notes from the page before may take while there is text to set.
const CARRIED: f32 = 0.5;

/// Deals strips to pages; the first page has an area of its own. The rule stands above notes, its height to be found.
pub(crate) fn paginate(
    strips: Vec<Strip>,
    notes: BTreeMap<usize, Vec<Strip>>,
    areas: (Area, Area),
    rule: Frame,
    style: &Style,
) -> (Vec<Page>, Vec<OutlineEntry>) {
    let mut dealer = Dealer {
        style,
        notes,
        rule,
        area: areas.0,
        next_area: areas.1,
        pages: Vec::new(),
        outline: Vec::new(),
        page: Page::default(),
        y: areas.0.top,
        filled: false,
        foot: Vec::new(),
        carried: VecDeque::new(),
    };
    let mut strips = VecDeque::from(strips);
    while !strips.is_empty() {
        let group: Vec<Strip> = strips.drain(..wished(strips.iter())).collect();
        dealer.deal(group);
    }
    dealer.finish()
}

struct Dealer<'a> {
    style: &'a Style,
    rule: Frame,
    notes: BTreeMap<usize, Vec<Strip>>,
    area: Area,
    next_area: Area,
    pages: Vec<Page>,
    outline: Vec<OutlineEntry>,
    page: Page,
    /// Where the next strip begins.
    y: f32,
    /// The page bears text.
    filled: bool,
    /// The notes of this page.
    foot: Vec<Strip>,
    /// Notes that are still to come, from this page and those before.
    carried: VecDeque<Strip>,
}

impl Dealer<'_> {
    /// Places strips that keep together.
    fn deal(&mut self, group: Vec<Strip>) {
        let group = match self.place(group) {
            Ok(()) => return,
            Err(group) => group,
        };
        let fits_alone = height(&group) <= self.next_area.bottom - self.next_area.top + TOLERANCE;
        let group = if self.filled && fits_alone {
            self.turn(CARRIED);
            match self.place(group) {
                Ok(()) => return,
                Err(group) => group,
            }
        } else {
            group
        };
        if group.iter().any(|strip| strip.wish) {
            return self.deal_without_wishes(group);
        }
        for strip in group {
            let mut single = vec![strip];
            while let Err(rejected) = self.place(single) {
                single = rejected;
                // Turning takes either text or notes off the way, so this comes to an end.
                if self.filled || !self.foot.is_empty() {
                    self.turn(CARRIED);
                } else {
                    single.drain(..).for_each(|strip| self.put(strip));
                    self.fill_foot(self.room());
                    break;
                }
            }
        }
    }

    /// Places strips that cannot all stand on one page as they wish, so that they fill this page before the next.
    fn deal_without_wishes(&mut self, group: Vec<Strip>) {
        let mut strips = VecDeque::from(group);
        strips.iter_mut().for_each(|strip| strip.wish = false);
        while !strips.is_empty() {
            let group: Vec<Strip> = strips.drain(..kept(strips.iter())).collect();
            self.deal(group);
        }
    }

    /// Places strips on this page with at least the beginning of their notes, or hands them back.
    fn place(&mut self, group: Vec<Strip>) -> Result<(), Vec<Strip>> {
        let space = if self.filled { group.first().map_or(0.0, |first| first.space) } else { 0.0 };
        let room = self.room() - space - height(&group);
        if room < -TOLERANCE || room < self.least_foot(&group) - TOLERANCE {
            return Err(group);
        }
        group.into_iter().for_each(|strip| self.put(strip));
        self.fill_foot(self.room());
        Ok(())
    }

    /// The height between the text and the notes of this page.
    fn room(&self) -> f32 {
        self.area.bottom - self.y - self.foot_height()
    }

    fn foot_height(&self) -> f32 {
        if self.foot.is_empty() { 0.0 } else { self.separation() + height(&self.foot) }
    }

    /// The height of the rule above notes with the space around it.
    fn separation(&self) -> f32 {
        self.style.note_rule_space() + RULE + self.style.note_space()
    }

    /// The least height by which the foot must grow when these strips come to the page: their notes, the last of
    /// which may continue on the next page. Notes that wait already come first, and then nothing can be promised.
    fn least_foot(&self, group: &[Strip]) -> f32 {
        if !self.carried.is_empty() {
            return 0.0;
        }
        let notes: Vec<&Vec<Strip>> =
            group.iter().flat_map(|strip| &strip.notes).filter_map(|note| self.notes.get(note)).collect();
        let Some((last, others)) = notes.split_last() else { return 0.0 };
        let whole: f32 = others.iter().map(|note| self.style.note_space() + height(note)).sum();
        let opening = self.style.note_space() + height(&last[..kept(last.iter())]);
        let separation = if self.foot.is_empty() { self.separation() } else { 0.0 };
        separation + whole + opening
    }

    /// Puts a strip on the page.
    fn put(&mut self, mut strip: Strip) {
        if self.filled {
            self.y += strip.space;
        }
        strip.lower(self.y);
        if let Some((title, level)) = strip.heading.take() {
            self.outline.push(OutlineEntry { title, level, page: self.pages.len(), y: self.y });
        }
        self.y += strip.height;
        self.filled = true;
        self.page.paints.append(&mut strip.paints);
        self.page.links.append(&mut strip.links);
        for note in strip.notes {
            let Some(mut strips) = self.notes.remove(&note) else { continue };
            if let Some(first) = strips.first_mut() {
                first.space = self.style.note_space();
            }
            self.carried.extend(strips);
        }
    }

    /// Takes as many of the waiting notes to the foot as the room allows.
    fn fill_foot(&mut self, mut room: f32) {
        while !self.carried.is_empty() {
            let count = kept(self.carried.iter());
            let height: f32 = self.carried.iter().take(count).map(|strip| strip.space + strip.height).sum();
            let needed = height + if self.foot.is_empty() { self.separation() } else { 0.0 };
            if needed > room + TOLERANCE {
                return;
            }
            room -= needed;
            self.foot.extend(self.carried.drain(..count));
        }
    }

    /// Ends this page and begins the next with the notes that wait, on at most this share of it.
    fn turn(&mut self, share: f32) {
        self.end_page();
        self.fill_foot((self.area.bottom - self.area.top) * share);
        if self.foot.is_empty() {
            // Not even one group fits: a single strip does, or is larger than any page.
            self.foot.extend(self.carried.pop_front());
        }
    }

    fn end_page(&mut self) {
        let height = self.foot_height();
        if !self.foot.is_empty() {
            let mut y = self.area.bottom - height + self.style.note_rule_space();
            let frame = Frame { y, ..self.rule };
            self.page.paints.push(Paint {
                owner: Owner::Artifact(Artifact::Layout),
                source: Source::from(""),
                mark: PaintMark::Rule { frame, colour: RULE_COLOUR },
            });
            y += RULE + self.style.note_space();
            for (index, mut strip) in std::mem::take(&mut self.foot).into_iter().enumerate() {
                y += if index == 0 { 0.0 } else { strip.space };
                strip.lower(y);
                y += strip.height;
                self.page.paints.append(&mut strip.paints);
                self.page.links.append(&mut strip.links);
            }
        }
        self.pages.push(std::mem::take(&mut self.page));
        self.area = self.next_area;
        self.y = self.area.top;
        self.filled = false;
    }

    fn finish(mut self) -> (Vec<Page>, Vec<OutlineEntry>) {
        while !self.carried.is_empty() {
            self.turn(1.0);
        }
        self.end_page();
        (self.pages, self.outline)
    }
}

/// How many strips from the first on keep together.
fn kept<'a>(strips: impl ExactSizeIterator<Item = &'a Strip>) -> usize {
    bound(strips, |strip| strip.keep)
}

/// How many strips from the first on keep together or wish to.
fn wished<'a>(strips: impl ExactSizeIterator<Item = &'a Strip>) -> usize {
    bound(strips, |strip| strip.keep || strip.wish)
}

/// How many strips from the first on are bound to the next.
fn bound<'a>(strips: impl ExactSizeIterator<Item = &'a Strip>, is_bound: impl Fn(&Strip) -> bool) -> usize {
    let count = strips.len();
    if count == 0 {
        return 0;
    }
    1 + strips.take(count - 1).take_while(|strip| is_bound(strip)).count()
}
