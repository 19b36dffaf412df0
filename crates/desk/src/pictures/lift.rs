//! Ink on white paper in, ink on nothing out: what is as light as the paper becomes clear.
//!
//! A photo of a sheet is lighter in one corner than in another, so the paper is measured in tiles and what lies
//! between is shared out. How much darker than its paper a pixel is says how much ink is on it; the edge of a stroke
//! keeps its softness, and its colour is what the ink adds to the paper.

use letter::picture::{Picture, Raster, Vector};

/// A signature is printed a few centimetres wide; more pixels than this across would only be heavy.
const WIDEST: u32 = 2000;
/// Tiles along the longer side.
const TILES: u32 = 24;
/// What part of the pixels of a tile may be darker than its paper.
const INKED: f32 = 0.85;
/// The least darkness that the darkest ink must have.
const FAINTEST: f32 = 0.18;
/// Below this share of the darkest ink a pixel is paper, above the other all ink.
const PAPER: f32 = 0.22;
const INK: f32 = 0.62;
/// Opacities below this are not seen, and do not count when the border is cut.
const UNSEEN: u8 = 24;

/// The picture without its white; none when nothing would be left.
pub(super) fn lifted(picture: &Picture) -> Option<Picture> {
    match picture {
        Picture::Raster(raster) => lifted_raster(&smaller(raster)).map(Picture::Raster),
        Picture::Vector(vector) => lifted_vector(vector).map(Picture::Vector),
    }
}

/// A drawing loses what is painted white and not lined.
fn lifted_vector(vector: &Vector) -> Option<Vector> {
    let is_white = |fill: Option<[u8; 3]>| fill.is_some_and(|[r, g, b]| r.min(g).min(b) >= 245);
    let paths: Vec<_> =
        vector.paths.iter().filter(|path| !is_white(path.fill) || path.stroke.is_some()).cloned().collect();
    (!paths.is_empty()).then(|| Vector { paths, ..vector.clone() })
}

/// At most so many pixels across and down, each the mean of those that it stands for; what was clear is white.
fn smaller(raster: &Raster) -> Raster {
    let step = raster.width.max(raster.height).div_ceil(WIDEST).max(1);
    let (width, height) = (raster.width.div_ceil(step), raster.height.div_ceil(step));
    let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            let mut sum = [0_u32; 3];
            let mut count = 0;
            for row in y * step..((y + 1) * step).min(raster.height) {
                for column in x * step..((x + 1) * step).min(raster.width) {
                    let at = row as usize * raster.width as usize + column as usize;
                    let opacity = raster.alpha.as_ref().map_or(255, |alpha| u32::from(alpha[at]));
                    for (sum, value) in sum.iter_mut().zip(&raster.rgb[at * 3..at * 3 + 3]) {
                        *sum += (u32::from(*value) * opacity + 255 * (255 - opacity)) / 255;
                    }
                    count += 1;
                }
            }
            rgb.extend(sum.map(|sum| (sum / count.max(1)) as u8));
        }
    }
    Raster { width, height, rgb, alpha: None, jpeg: None }
}

fn lifted_raster(raster: &Raster) -> Option<Raster> {
    let paper = Sheet::of(raster);
    let pixels = || raster.rgb.chunks_exact(3).enumerate();
    let at = |index: usize| (index as u32 % raster.width, index as u32 / raster.width);
    let darkness: Vec<f32> = pixels()
        .map(|(index, pixel)| {
            let (x, y) = at(index);
            let paper = paper.at(x, y);
            (1.0 - luminance(pixel.iter().map(|value| f32::from(*value))) / luminance(paper.into_iter())).max(0.0)
        })
        .collect();
    let darkest = percentile(darkness.iter().map(|dark| dark * 255.0), 0.998) / 255.0;
    if darkest < FAINTEST {
        return None;
    }
    let mut rgb = Vec::with_capacity(raster.rgb.len());
    let mut alpha = Vec::with_capacity(darkness.len());
    for ((index, pixel), dark) in pixels().zip(&darkness) {
        let (x, y) = at(index);
        let paper = paper.at(x, y);
        let part = ((dark / darkest - PAPER) / (INK - PAPER)).clamp(0.0, 1.0);
        let opacity = part * part * (3.0 - 2.0 * part);
        alpha.push((opacity * 255.0).round() as u8);
        // On the edge of a stroke paper shines through; what the ink itself looks like is further from the paper.
        let strength = (dark / darkest).clamp(0.2, 1.0).max(opacity.min(1.0)) / (dark / darkest).max(0.2);
        rgb.extend(pixel.iter().zip(paper).map(|(value, paper)| {
            let value = f32::from(*value).min(paper);
            (255.0 * (1.0 - (1.0 - value / paper) * strength)).clamp(0.0, 255.0).round() as u8
        }));
    }
    trimmed(Raster { width: raster.width, height: raster.height, rgb, alpha: Some(alpha), jpeg: None })
}

/// How light a colour is, 0 to 255.
fn luminance(mut rgb: impl Iterator<Item = f32>) -> f32 {
    let mut next = || rgb.next().unwrap_or(0.0);
    (0.299 * next() + 0.587 * next() + 0.114 * next()).max(1.0)
}

/// The value that this share of the values, which go from 0 to 255, does not exceed.
fn percentile(values: impl Iterator<Item = f32>, share: f32) -> f32 {
    let mut counts = [0_u32; 256];
    let mut count = 0_u32;
    for value in values {
        counts[value.clamp(0.0, 255.0) as usize] += 1;
        count += 1;
    }
    let mut left = (count as f32 * share) as u32;
    for (value, count) in counts.iter().enumerate() {
        if *count > left {
            return value as f32;
        }
        left -= count;
    }
    255.0
}

/// The colour of the paper, measured in tiles.
struct Sheet {
    tile: u32,
    across: u32,
    down: u32,
    tiles: Vec<[f32; 3]>,
}

impl Sheet {
    fn of(raster: &Raster) -> Self {
        let tile = raster.width.max(raster.height).div_ceil(TILES).max(8);
        let (across, down) = (raster.width.div_ceil(tile), raster.height.div_ceil(tile));
        let mut tiles = Vec::new();
        for row in 0..down {
            for column in 0..across {
                let rows = row * tile..((row + 1) * tile).min(raster.height);
                let pixels = rows.flat_map(|y| {
                    let start = (y * raster.width + column * tile) as usize;
                    let end = (y * raster.width + ((column + 1) * tile).min(raster.width)) as usize;
                    raster.rgb[start * 3..end * 3].chunks_exact(3)
                });
                let pixels: Vec<&[u8]> = pixels.collect();
                tiles.push(std::array::from_fn(|channel| {
                    percentile(pixels.iter().map(|pixel| f32::from(pixel[channel])), INKED).max(1.0)
                }));
            }
        }
        let mut sheet = Self { tile, across, down, tiles };
        // A tile that is full of ink takes the paper of those around it: light falls off slowly, strokes do not.
        for _ in 0..2 {
            sheet.tiles = (0..across * down).map(|index| sheet.lightest_near(index % across, index / across)).collect();
        }
        sheet
    }

    /// The tile, or the lightest beside it where that is much lighter.
    fn lightest_near(&self, column: u32, row: u32) -> [f32; 3] {
        let own = self.tiles[(row * self.across + column) as usize];
        let near = (row.saturating_sub(1)..=(row + 1).min(self.down - 1)).flat_map(|row| {
            (column.saturating_sub(1)..=(column + 1).min(self.across - 1)).map(move |column| row * self.across + column)
        });
        let lightest = near
            .map(|index| self.tiles[index as usize])
            .max_by(|a, b| luminance(a.iter().copied()).total_cmp(&luminance(b.iter().copied())))
            .unwrap_or(own);
        if luminance(own.into_iter()) < 0.85 * luminance(lightest.into_iter()) { lightest } else { own }
    }

    /// The paper at a pixel, between the middles of the tiles around it.
    fn at(&self, x: u32, y: u32) -> [f32; 3] {
        let place = |at: u32, count: u32| {
            let middle = (at as f32 + 0.5) / self.tile as f32 - 0.5;
            let low = middle.floor().clamp(0.0, (count - 1) as f32);
            (low as u32, (low as u32 + 1).min(count - 1), (middle - low).clamp(0.0, 1.0))
        };
        let (left, right, across) = place(x, self.across);
        let (top, bottom, down) = place(y, self.down);
        let tile = |column: u32, row: u32| self.tiles[(row * self.across + column) as usize];
        let corners = [tile(left, top), tile(right, top), tile(left, bottom), tile(right, bottom)];
        std::array::from_fn(|channel| {
            let [a, b, c, d] = corners.map(|corner| corner[channel]);
            (a + (b - a) * across) * (1.0 - down) + (c + (d - c) * across) * down
        })
    }
}

/// Without the rows and columns at the edges that show nothing, but for a narrow margin.
fn trimmed(raster: Raster) -> Option<Raster> {
    let alpha = raster.alpha.as_deref().unwrap_or_default();
    let (width, height) = (raster.width as usize, raster.height as usize);
    let is_seen = |x: usize, y: usize| alpha[y * width + x] >= UNSEEN;
    let rows: Vec<usize> = (0..height).filter(|y| (0..width).any(|x| is_seen(x, *y))).collect();
    let columns: Vec<usize> = (0..width).filter(|x| rows.iter().any(|y| is_seen(*x, *y))).collect();
    let (top, bottom) = (*rows.first()?, *rows.last()?);
    let (left, right) = (*columns.first()?, *columns.last()?);
    let margin = width.max(height) / 100 + 1;
    let (top, left) = (top.saturating_sub(margin), left.saturating_sub(margin));
    let (bottom, right) = ((bottom + margin + 1).min(height), (right + margin + 1).min(width));
    let lines = || (top..bottom).map(|y| y * width + left..y * width + right);
    Some(Raster {
        width: (right - left) as u32,
        height: (bottom - top) as u32,
        rgb: lines().flat_map(|line| raster.rgb[line.start * 3..line.end * 3].iter().copied()).collect(),
        alpha: Some(lines().flat_map(|line| alpha[line].iter().copied()).collect()),
        jpeg: None,
    })
}
