//! A picture of the window with at most 256 colours, for the README: a third of the bytes, and the same to the eye.

use std::collections::HashMap;

type Colour = [u8; 3];

/// The most that a palette of PNG holds.
const MOST: usize = 256;

/// The same picture with its most frequent colours; each other becomes the one nearest to it.
pub fn with_palette(png: &[u8]) -> Vec<u8> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let pixels: Vec<Colour> = bytes[..info.buffer_size()].chunks_exact(4).map(|p| [p[0], p[1], p[2]]).collect();
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for pixel in &pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    // The same picture gives the same bytes.
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let palette: Vec<Colour> = colours.iter().take(MOST).map(|(colour, _)| *colour).collect();
    let place: HashMap<Colour, u8> = colours.iter().map(|(colour, _)| (*colour, nearest(&palette, *colour))).collect();
    let places: Vec<u8> = pixels.iter().map(|pixel| place[pixel]).collect();

    let mut small = Vec::new();
    let mut encoder = png::Encoder::new(&mut small, info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header().unwrap().write_image_data(&places).unwrap();
    small
}

fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let distance =
        |other: &Colour| -> i32 { other.iter().zip(colour).map(|(a, b)| (i32::from(*a) - i32::from(b)).pow(2)).sum() };
    let places = 0..palette.len();
    u8::try_from(places.min_by_key(|at| distance(&palette[*at])).unwrap_or_default()).unwrap_or_default()
}
