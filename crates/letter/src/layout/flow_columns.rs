//! Columns in, rows of strips out.

use super::flow::{Flow, Spot};
use super::line::Edge;
use super::page::NodeRole;
use super::span::Words;
use super::strip::{Strip, beside, stack};
use crate::letter::{BlockKind, Column};
use crate::style::{NaturalColumn, fit};

/// What a column is wider than its longest line.
const ROUNDING: f32 = 0.5;

impl Flow<'_> {
    /// Columns side by side, read one after the other. Those that would be too narrow go to a further row.
    pub(crate) fn columns(&mut self, columns: &[Column], spot: &Spot) -> Vec<Strip> {
        let gap = self.style.column_gap();
        let most = (((spot.width + gap) / (self.style.least_column() + gap)) as usize).max(1);
        let rows = columns.len().div_ceil(most).max(1);
        let mut strips = Vec::new();
        for row in columns.chunks(columns.len().div_ceil(rows).max(1)) {
            let mut row = self.row(row, spot);
            if let (Some(first), false) = (row.first_mut(), strips.is_empty()) {
                first.space = first.space.max(spot.gap);
            }
            strips.append(&mut row);
        }
        strips
    }

    /// Columns side by side; below each other when they would not fit on a page.
    fn row(&mut self, columns: &[Column], spot: &Spot) -> Vec<Strip> {
        let rows = columns.iter().map(|column| column.blocks.len()).max().unwrap_or(0);
        if rows == 0 {
            return Vec::new();
        }
        let signers = |column: &Column| column.blocks.iter().all(|block| matches!(block.kind, BlockKind::Signer(_)));
        let before = self.checkpoint();
        let spots = self.spots(columns, spot);
        let cells = self.cells(columns, &spots);
        // Signers stand row by row; other columns are one row whatever they hold.
        let parted = if columns.iter().all(signers) {
            cells
        } else {
            cells.into_iter().map(|blocks| vec![blocks.into_iter().flatten().collect()]).collect()
        };
        let mut strips = self.rows(parted, spot.gap);
        // The last row does not stand alone.
        if let [.., before, _] = strips.as_mut_slice() {
            before.keep = true;
        }
        let (top, bottom) = self.style.text_area();
        let tallest = strips.iter().fold(0.0, |most: f32, strip| strip.height.max(most));
        if tallest <= (bottom - top) * 0.8 {
            return strips;
        }
        self.restore(before);
        let whole = vec![spot.clone(); columns.len()];
        let mut stacked = Vec::new();
        for block in self.cells(columns, &whole).into_iter().flatten() {
            let mut block = block;
            if let (Some(first), false) = (block.first_mut(), stacked.is_empty()) {
                first.space = first.space.max(spot.gap);
            }
            stacked.append(&mut block);
        }
        stacked
    }

    /// The strips of each block of each column. Elements follow column by column, as the columns are read.
    fn cells(&mut self, columns: &[Column], spots: &[Spot]) -> Vec<Vec<Vec<Strip>>> {
        let mut cells = Vec::with_capacity(columns.len());
        for (column, spot) in columns.iter().zip(spots) {
            let mut spot = self.aligned(spot.clone(), column.align);
            spot.parent = self.node(NodeRole::Div, spot.parent);
            let blocks = column.blocks.iter().enumerate().map(|(index, block)| {
                let mut strips = self.blocks(std::slice::from_ref(block), &spot);
                let before = index.checked_sub(1).and_then(|before| column.blocks.get(before));
                if let (Some(first), Some(before)) = (strips.first_mut(), before) {
                    first.space = self.style.gap_below(before, block, first.space.max(spot.gap));
                }
                strips
            });
            cells.push(blocks.collect());
        }
        cells
    }

    /// The n-th cells of all columns as one row each; a page break may stand between rows.
    fn rows(&self, columns: Vec<Vec<Vec<Strip>>>, gap: f32) -> Vec<Strip> {
        let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
        let mut rows = Vec::new();
        loop {
            let cells: Vec<Option<Vec<Strip>>> = columns.iter_mut().map(Iterator::next).collect();
            if cells.iter().all(Option::is_none) {
                return rows;
            }
            let cells: Vec<Strip> = cells.into_iter().flatten().filter(|cell| !cell.is_empty()).map(stack).collect();
            if cells.is_empty() {
                continue;
            }
            let mut row = beside(cells);
            row.keep = false;
            row.space = if rows.is_empty() { 0.0 } else { gap };
            rows.push(row);
        }
    }

    /// Where each column stands: one that holds only pictures is as wide as they are, the others share the rest, or are
    /// as wide as their lines where that is natural.
    fn spots(&mut self, columns: &[Column], spot: &Spot) -> Vec<Spot> {
        let gap = self.style.column_gap();
        let count = columns.len() as f32;
        let most = ((spot.width - gap * (count - 1.0)) / count).max(1.0);
        let own: Vec<Option<f32>> = columns.iter().map(|column| self.picture_width(column, most)).collect();
        let taken: f32 = own.iter().flatten().sum();
        let sharing = own.iter().filter(|width| width.is_none()).count().max(1) as f32;
        let share = ((spot.width - gap * (count - 1.0) - taken) / sharing).max(1.0);
        let shared = || own.iter().map(|width| width.unwrap_or(share)).collect();
        let widths: Vec<f32> = self.natural_widths(columns, &own, spot).unwrap_or_else(shared);
        let mut offset = 0.0;
        let mut spots = Vec::with_capacity(columns.len());
        for width in widths {
            let left = if self.rtl { spot.width - offset - width } else { offset };
            spots.push(Spot { x: spot.x + left, width, ..spot.clone() });
            offset += width + gap;
        }
        spots
    }

    /// The widths of columns that are as wide as their lines, where the spot wants that and they fit.
    fn natural_widths(&mut self, columns: &[Column], own: &[Option<f32>], spot: &Spot) -> Option<Vec<f32>> {
        if !spot.natural || columns.len() < 2 {
            return None;
        }
        let mut natural = Vec::with_capacity(columns.len());
        for (column, own) in columns.iter().zip(own) {
            let width = match own {
                Some(width) => *width,
                None => self.longest_line(column, spot)?,
            };
            natural.push(NaturalColumn { width, is_picture: own.is_some() });
        }
        self.style.natural_columns(&natural, spot.width)
    }

    /// The width of a column's longest line, if it holds nothing but lines and pictures.
    fn longest_line(&mut self, column: &Column, spot: &Spot) -> Option<f32> {
        let mut longest: f32 = 0.0;
        for block in &column.blocks {
            longest = longest.max(match &block.kind {
                BlockKind::Paragraph { tone, content } => {
                    let spot = self.toned(*tone, Spot { edge: Edge::Start, ..spot.clone() });
                    let mut words = Words::new();
                    words.add(content, spot.look, self.letter);
                    words.trim_end();
                    // Rounding must not break a line that just fits.
                    self.set(&words, &spot).width() + ROUNDING
                }
                BlockKind::Picture(used) => {
                    let picture = self.letter.pictures.get(&used.name)?;
                    fit(picture.size(), (used.width, used.height))?.0
                }
                _ => return None,
            });
        }
        Some(longest)
    }

    fn picture_width(&self, column: &Column, most: f32) -> Option<f32> {
        let mut widest: f32 = 0.0;
        for block in &column.blocks {
            let BlockKind::Picture(used) = &block.kind else { return None };
            let picture = self.letter.pictures.get(&used.name)?;
            widest = widest.max(fit(picture.size(), (used.width, used.height))?.0);
        }
        (widest > 0.0).then_some(widest.min(most))
    }
}
