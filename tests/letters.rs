//! What each letter becomes, as text that people read in a diff: the words, the pages line by line, the findings.
//!
//! `UPDATE=1` writes what is found over what is expected; the diff is then the thing to read.

use std::fmt::Write;

use letter::finding::Finding;
use letter::layout::font::Fonts;
use letter::layout::page::{Node, NodeRole, Owner, Page, Pages, Paint, PaintMark, Run};

use crate::case::{self, TEXT};

/// Baselines closer than this belong to one line.
const SAME_LINE: f32 = 1.0;
/// Pieces of one line that are farther apart stand in different columns, unless the first is the other's label.
const GAP: f32 = 10.0;

#[test]
fn letters_are_as_expected() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut faults = String::new();
    for (case, made) in case::make_all() {
        for (name, bytes) in &made.files {
            case.put(name, bytes);
        }
        let text = String::from_utf8_lossy(made.file(TEXT)).into_owned();
        let found = [(TEXT, text), ("pages.txt", pages(&made.pages)), ("findings.txt", findings(&made.findings))];
        for (name, found) in found {
            let place = case.expected(name);
            let expected = std::fs::read_to_string(&place).unwrap_or_default().replace("\r\n", "\n");
            if found == expected {
                continue;
            }
            if update {
                std::fs::create_dir_all(place.parent().unwrap()).unwrap();
                std::fs::write(&place, found).unwrap();
            } else {
                let _ = writeln!(faults, "{}/expected/{name}{}", case.name, difference(&expected, &found));
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}\nWhere this is meant, run the tests once with UPDATE=1 and read the diff.");
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    let shared = Fonts::embedded();
    for case in case::cases() {
        // The second letter of a process, and a letter of a process that has just begun.
        let (first, again, fresh) = (case.make(&shared), case.make(&shared), case.make(&Fonts::embedded()));
        for (name, bytes) in &first.files {
            assert!(again.file(name) == bytes.as_slice(), "{}/{name} differs the second time", case.name);
            assert!(fresh.file(name) == bytes.as_slice(), "{}/{name} depends on what was made before", case.name);
        }
    }
}

/// The first line in which two texts differ.
fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let same = expected.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let line = |lines: &[&str]| lines.get(same).map_or("(the end)", |line| *line).to_owned();
    format!(", line {}\n  expected: {}\n  found:    {}", same + 1, line(&expected), line(&found))
}

/// The findings, one with its hint on two lines.
fn findings(findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        let severity = format!("{:?}", finding.severity).to_lowercase();
        let _ = writeln!(out, "{severity} {} at {}: {}", finding.check, finding.place.path, finding.message);
        let _ = writeln!(out, "  {}", finding.hint);
    }
    out
}

/// The pages as lines of text from top to bottom, with a gap where columns part.
fn pages(pages: &Pages) -> String {
    let mut out = format!("{} x {}\n", pages.size.0, pages.size.1);
    for (number, page) in pages.pages.iter().enumerate() {
        let _ = writeln!(out, "\npage {}", number + 1);
        for line in lines(page, &pages.nodes) {
            let _ = writeln!(out, "  {line}");
        }
    }
    out
}

/// Something on a page, with its baseline and its edges.
struct Piece {
    baseline: f32,
    left: f32,
    right: f32,
    is_label: bool,
    words: String,
}

fn lines(page: &Page, nodes: &[Node]) -> Vec<String> {
    let mut pieces: Vec<Piece> = page.paints.iter().filter_map(|paint| piece(paint, nodes)).collect();
    pieces.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if piece.baseline - line[0].baseline < SAME_LINE => line.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    lines.into_iter().map(join).collect()
}

fn piece(paint: &Paint, nodes: &[Node]) -> Option<Piece> {
    let is_label = matches!(paint.owner, Owner::Node(node) if nodes[node].role == NodeRole::Label);
    match &paint.mark {
        PaintMark::Text(runs) => {
            let (first, last) = (runs.first()?, runs.last()?);
            let right = last.x + last.glyphs.iter().map(|glyph| glyph.x + glyph.advance).fold(0.0, f32::max);
            Some(Piece { baseline: first.y, left: first.x, right, is_label, words: words(runs) })
        }
        PaintMark::Picture { frame, .. } => {
            let words = format!("[picture {:.0} x {:.0}]", frame.width, frame.height);
            Some(Piece {
                baseline: frame.y + frame.height,
                left: frame.x,
                right: frame.x + frame.width,
                is_label,
                words,
            })
        }
        PaintMark::Rule { .. } => None,
    }
}

fn join(mut pieces: Vec<Piece>) -> String {
    pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut line = pieces[0].words.clone();
    for pair in pieces.windows(2) {
        let gap = pair[1].left - pair[0].right;
        if gap > GAP && !pair[0].is_label {
            line.truncate(line.trim_end().len());
            line += " | ";
        } else if gap > SAME_LINE && !line.ends_with(' ') {
            line.push(' ');
        }
        line += &pair[1].words;
    }
    line.trim_end().to_owned()
}

/// The words of a line in the order in which they are read.
fn words(runs: &[Run]) -> String {
    let mut words = String::new();
    for run in runs {
        let mut ranges: Vec<_> = run.glyphs.iter().map(|glyph| glyph.text_range()).map(|r| (r.start, r.end)).collect();
        ranges.sort_unstable();
        ranges.dedup();
        words.extend(ranges.into_iter().filter_map(|(start, end)| run.text.get(start..end)));
    }
    words
}
