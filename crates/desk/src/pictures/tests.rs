//! Pictures made by rule: sheets with strokes on them, evenly lit and not.

use letter::picture::{Raster, Segment, Vector, VectorPath};

use super::*;

/// A sheet with a stroke across its middle, `soft` at its edge, on paper of this lightness at a place.
fn sheet(width: u32, height: u32, ink: [f32; 3], paper: impl Fn(f32, f32) -> f32) -> Raster {
    let mut rgb = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (across, down) = (x as f32 / width as f32, y as f32 / height as f32);
            let line = height as f32 * (0.5 + 0.1 * (across * 12.0).sin());
            let inside = (0.2..0.8).contains(&across);
            let cover = if inside { (3.5 - (y as f32 - line).abs()).clamp(0.0, 1.0) } else { 0.0 };
            let light = paper(across, down);
            rgb.extend(ink.map(|ink| (light * (1.0 - cover) + ink * light / 255.0 * cover) as u8));
        }
    }
    Raster { width, height, rgb, alpha: None, jpeg: None }
}

fn png(raster: Raster) -> Vec<u8> {
    svg::picture(&Picture::Raster(raster)).unwrap().0
}

/// The pixels of what is left, and how much of it is ink, paper and edge.
fn lifted(raster: Raster) -> (Raster, usize, usize, usize) {
    let new = without_white("a.png", &png(raster)).unwrap();
    assert_eq!(new.ending, "png");
    let kept = read("a.png", &new.bytes).unwrap();
    let Picture::Raster(raster) = &*kept else { panic!("a raster stays one") };
    let alpha = raster.alpha.clone().unwrap();
    let count = |range: std::ops::RangeInclusive<u8>| alpha.iter().filter(|alpha| range.contains(alpha)).count();
    (raster.clone(), count(250..=255), count(0..=5), count(6..=249))
}

#[test]
fn ink_stays_and_paper_goes_in_any_light() {
    let check = |what: &str, paper: fn(f32, f32) -> f32| {
        let (raster, ink, clear, edge) = lifted(sheet(400, 200, [20.0, 30.0, 90.0], paper));
        assert!(
            (230..=262).contains(&raster.width) && raster.height < 75,
            "{what}: {}x{}",
            raster.width,
            raster.height
        );
        assert!((1200..=2000).contains(&ink), "{what}: {ink} pixels of ink");
        assert!(edge < ink, "{what}: {edge} pixels of edge, {ink} of ink");
        assert!(clear > ink * 3, "{what}: {clear} clear pixels");
        let alpha = raster.alpha.as_ref().unwrap();
        let inked = raster.rgb.chunks_exact(3).zip(alpha).filter(|(_, alpha)| **alpha >= 250);
        for (pixel, _) in inked {
            assert!(pixel[2] > pixel[0] && pixel[0] < 110, "{what}: the ink stays blue: {pixel:?}");
        }
    };
    check("white paper", |_, _| 255.0);
    check("grey paper", |_, _| 190.0);
    check("light from one side", |across, _| 250.0 - 120.0 * across);
    check("a dark corner", |across, down| 245.0 - 90.0 * across * down);
}

#[test]
fn a_sheet_without_ink_is_refused_and_says_what_to_do() {
    for paper in [|_: f32, _: f32| 255.0, |_: f32, _: f32| 200.0, |across: f32, _: f32| 250.0 - 60.0 * across] {
        let error = without_white("a.png", &png(sheet(200, 100, [255.0; 3], paper))).unwrap_err();
        assert!(error.message.contains("a.png") && error.hint.contains("stays as it is"), "{error:?}");
    }
}

#[test]
fn a_picture_that_is_clear_already_keeps_its_ink() {
    let mut raster = sheet(300, 120, [0.0; 3], |_, _| 255.0);
    let alpha = raster.rgb.chunks_exact(3).map(|pixel| 255 - pixel[0]).collect();
    raster.rgb.fill(0);
    raster.alpha = Some(alpha);
    let (_, ink, clear, _) = lifted(raster);
    assert!(ink > 800 && clear > ink, "{ink} and {clear}");
}

#[test]
fn photos_are_made_smaller_and_tiny_pictures_do_no_harm() {
    let (raster, ..) = lifted(sheet(5000, 900, [10.0; 3], |_, _| 240.0));
    assert!(raster.width <= 2000, "{}", raster.width);
    for (width, height) in [(1, 1), (1, 50), (50, 1), (3, 2)] {
        let mut raster = sheet(width, height, [0.0; 3], |_, _| 255.0);
        raster.rgb[..3].fill(0);
        // Whether a single dot is ink or paper nobody can say; that it is looked at without harm is enough.
        let _ = without_white("a.png", &png(raster));
    }
}

#[test]
fn a_drawing_loses_what_is_painted_white() {
    let segments = vec![Segment::Move([0.0, 0.0]), Segment::Line([9.0, 0.0]), Segment::Line([9.0, 9.0])];
    let path = |fill| VectorPath { segments: segments.clone(), fill: Some(fill), even_odd: false, stroke: None };
    let vector = |paths| svg::picture(&Picture::Vector(Vector { width: 10.0, height: 10.0, paths })).unwrap().0;
    let new = without_white("a.svg", &vector(vec![path([255; 3]), path([0; 3])])).unwrap();
    let kept = read("a.svg", &new.bytes).unwrap();
    let Picture::Vector(left) = &*kept else { panic!("a drawing stays one") };
    assert_eq!((left.paths.len(), new.ending), (1, "svg"));
    without_white("a.svg", &vector(vec![path([255; 3])])).expect_err("nothing would be left");
}

/// The checksum of a PNG's chunk.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(!0, step)
}

#[test]
fn what_is_kept_is_made_anew_and_reads_again() {
    let raster = sheet(60, 30, [0.0; 3], |_, _| 255.0);
    let mut with_words = png(raster);
    let at = with_words.len() - 12;
    // A text chunk as cameras and programs write them.
    let mut chunk = b"tEXtAuthor\0Maple".to_vec();
    chunk.extend(checksum(&chunk).to_be_bytes());
    with_words.splice(at..at, 12_u32.to_be_bytes().into_iter().chain(chunk));
    let new = new_picture("C:\\Users\\Mai\\logo_of-riders.v2.png", &with_words).unwrap();
    assert_eq!((new.size, new.ending, new.alt.as_str()), ((60, 30), "png", "logo of riders v2"));
    assert!(!new.bytes.windows(5).any(|bytes| bytes == b"Maple"));
    let kept = read("logo.png", &new.bytes).unwrap();
    assert_eq!(kept.size(), (60.0, 30.0));
}

#[test]
fn names_become_words() {
    for (name, expected) in [
        ("", ""),
        ("logo.png", "logo"),
        (".png", "png"),
        ("/home/mai/My  Logo.final.JPG", "My Logo final"),
        ("a\u{1b}[31m.png", "a [31m"),
        (&"long ".repeat(99), &"long ".repeat(16)[..79]),
    ] {
        assert_eq!(alt(name), expected, "{name}");
    }
}

#[test]
fn what_is_no_picture_is_refused_with_the_way_out() {
    for bytes in [&b""[..], b"GIF89a", b"hello", b"\x89PNG\r\n\x1a\nbroken", b"<svg><script>alert(1)</script></svg>"] {
        let error = new_picture("my\nlogo.png", bytes).unwrap_err();
        assert!(error.code == Code::Draft && error.message.starts_with("`my\u{fffd}logo.png`"), "{error:?}");
        assert!(error.hint.ends_with("Your draft is as it was."), "{error:?}");
    }
}
