//! Strokes drawn on a screen in, a signature of smooth lines out, whatever the device's units were.

use super::{Segment, Vector, VectorPath};

/// The box that a signature is brought into; it is as wide or as high as this.
const BOX: (f64, f64) = (300.0, 100.0);
/// The width of the pen in the units of the box: about a point when the signature is printed.
const PEN: f64 = 2.4;
/// Ink, a little softer than black.
const INK: [u8; 3] = [0x14, 0x18, 0x24];
/// Points nearer to each other than this tell the eye nothing.
const NEAR: f64 = 0.6;
/// The most points that are kept; a long signature has some five hundred.
const MOST_POINTS: usize = 20_000;
/// Coordinates beyond this come from no pen.
const FARTHEST: f32 = 1e7;

/// Turns strokes into a picture; nothing when there is no point among them.
pub fn drawn(strokes: &[Vec<[f32; 2]>]) -> Option<Vector> {
    let strokes: Vec<Vec<[f64; 2]>> = strokes.iter().map(|stroke| real_points(stroke)).collect();
    let all = || strokes.iter().flatten();
    let first = *all().next()?;
    let (low, high) = all().fold((first, first), |(low, high), point| {
        ([low[0].min(point[0]), low[1].min(point[1])], [high[0].max(point[0]), high[1].max(point[1])])
    });
    let (width, height) = (high[0] - low[0], high[1] - low[1]);
    let scale = (BOX.0 / width).min(BOX.1 / height);
    // A single dot has no width to scale by.
    let scale = if scale.is_finite() { scale } else { 1.0 };
    let place = |[x, y]: [f64; 2]| [(x - low[0]) * scale + PEN / 2.0, (y - low[1]) * scale + PEN / 2.0];
    let strokes: Vec<Vec<[f64; 2]>> =
        strokes.iter().map(|stroke| thinned(stroke.iter().map(|point| place(*point)))).collect();
    let count: usize = strokes.iter().map(Vec::len).sum();
    let step = count.div_ceil(MOST_POINTS).max(1);
    let mut segments = Vec::new();
    for stroke in &strokes {
        let kept: Vec<[f64; 2]> = stroke.iter().copied().step_by(step).collect();
        curve(&mut segments, &kept);
    }
    Some(Vector {
        width: (width * scale + PEN) as f32,
        height: (height * scale + PEN) as f32,
        paths: vec![VectorPath { segments, fill: None, even_odd: false, stroke: Some((INK, PEN as f32)) }],
    })
}

fn real_points(stroke: &[[f32; 2]]) -> Vec<[f64; 2]> {
    // Not-a-number is within no bounds, so it goes with the ones too far out.
    let real = |point: &&[f32; 2]| point.iter().all(|number| number.abs() <= FARTHEST);
    stroke.iter().filter(real).map(|[x, y]| [f64::from(*x), f64::from(*y)]).collect()
}

fn thinned(points: impl Iterator<Item = [f64; 2]>) -> Vec<[f64; 2]> {
    let mut kept: Vec<[f64; 2]> = Vec::new();
    for point in points {
        if kept.last().is_none_or(|last| (point[0] - last[0]).hypot(point[1] - last[1]) >= NEAR) {
            kept.push(point);
        }
    }
    kept
}

/// A smooth curve through the points (Catmull and Rom's, as cubics).
fn curve(segments: &mut Vec<Segment>, points: &[[f64; 2]]) {
    let single = |[x, y]: [f64; 2]| [x as f32, y as f32];
    let Some(first) = points.first() else { return };
    segments.push(Segment::Move(single(*first)));
    if points.len() == 1 {
        // Round caps make a dot of the shortest line.
        segments.push(Segment::Line(single([first[0] + 0.01, first[1]])));
    }
    let at = |index: usize| points[index.min(points.len() - 1)];
    for index in 1..points.len() {
        let (before, start, end, after) = (at(index.saturating_sub(2)), at(index - 1), at(index), at(index + 1));
        let control = |point: [f64; 2], to: [f64; 2], from: [f64; 2]| {
            [point[0] + (to[0] - from[0]) / 6.0, point[1] + (to[1] - from[1]) / 6.0]
        };
        segments.push(Segment::Curve(
            single(control(start, end, before)),
            single(control(end, start, after)),
            single(end),
        ));
    }
}
