//! Pictures of every sort, the harmless and the others.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use super::*;

fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(&DynamicImage::new_rgb8(width, height), ImageFormat::Png)
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG, red on the left and blue on the right, with an EXIF block that holds an orientation and a place.
fn jpeg_with_exif(orientation: u8) -> Vec<u8> {
    let image = image::RgbImage::from_fn(64, 32, |x, _| image::Rgb(if x < 32 { [200, 0, 0] } else { [0, 0, 200] }));
    let bytes = encoded(&DynamicImage::ImageRgb8(image), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPS 38.58 N 121.49 W");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&bytes[..2], &[0xff, 0xe1], &length, &exif, &bytes[2..]].concat()
}

fn raster(bytes: &[u8]) -> Raster {
    match Picture::read("p", bytes) {
        Ok(Picture::Raster(raster)) => raster,
        other => panic!("not pixels: {other:?}"),
    }
}

fn svg(inner: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="50">{inner}</svg>"#
    )
}

#[test]
fn pixels_come_out_upright_and_without_a_past() {
    let check = |orientation: u8, size: (u32, u32), first: [u8; 3]| {
        let raster = raster(&jpeg_with_exif(orientation));
        assert_eq!((raster.width, raster.height), size, "{orientation}");
        let near = raster.rgb.iter().zip(first).all(|(is, wanted)| is.abs_diff(wanted) < 12);
        assert!(near, "{orientation}: {:?}", &raster.rgb[..3]);
        let jpeg = raster.jpeg.unwrap();
        assert!(!jpeg.windows(4).any(|four| four == b"Exif" || four == b"GPS "));
        assert_eq!(image::load_from_memory(&jpeg).unwrap().width(), size.0);
    };
    check(1, (64, 32), [200, 0, 0]);
    check(3, (64, 32), [0, 0, 200]);
    check(6, (32, 64), [200, 0, 0]);
    check(8, (32, 64), [0, 0, 200]);
    check(99, (64, 32), [200, 0, 0]);
}

#[test]
fn every_sort_of_pixel_is_read() {
    let check = |image: DynamicImage, alpha: bool| {
        let raster = raster(&encoded(&image, ImageFormat::Png));
        assert_eq!(raster.rgb.len(), (raster.width * raster.height * 3) as usize);
        assert_eq!(raster.alpha.is_some(), alpha, "{:?}", image.color());
        assert_eq!(raster.jpeg, None);
    };
    check(DynamicImage::new_rgb8(3, 2), false);
    check(DynamicImage::new_rgba8(3, 2), true);
    check(DynamicImage::new_rgb16(3, 2), false);
    check(DynamicImage::new_rgba16(3, 2), true);
    check(DynamicImage::new_luma8(3, 2), false);
    check(DynamicImage::new_luma_a16(3, 2), true);
    check(DynamicImage::new_rgb8(1, 1), false);
    let opaque = image::RgbaImage::from_pixel(3, 2, image::Rgba([9, 9, 9, 255]));
    check(DynamicImage::ImageRgba8(opaque), false);
    let grey = encoded(&DynamicImage::new_luma8(9, 9), ImageFormat::Jpeg);
    assert_eq!(raster(&grey).rgb.len(), 9 * 9 * 3);
}

#[test]
fn large_pictures_are_reduced_without_dark_edges() {
    let check = |width: u32, height: u32, expected: (u32, u32)| {
        let raster = raster(&png(width, height));
        assert_eq!((raster.width, raster.height), expected);
    };
    check(2000, 10, (2000, 10));
    check(2400, 1200, (2000, 1000));
    check(30, 9000, (7, 2000));
    check(9000, 1, (2000, 1));
    // White on transparent black: what is kept of the colour is white.
    let stripes = image::RgbaImage::from_fn(4000, 4, |x, _| image::Rgba(if x % 3 == 0 { [255; 4] } else { [0; 4] }));
    let raster = raster(&encoded(&DynamicImage::ImageRgba8(stripes), ImageFormat::Png));
    let alpha = raster.alpha.unwrap();
    assert!(raster.rgb.chunks(3).zip(&alpha).all(|(rgb, a)| *a < 8 || rgb.iter().all(|channel| *channel > 230)));
}

#[test]
fn what_is_no_picture_is_refused_by_name() {
    let check = |bytes: &[u8], message: &str, hint: &str| {
        let error = Picture::read("logo.png", bytes).expect_err(message);
        assert_eq!(error.name, "logo.png");
        assert!(error.message.contains(message) && error.hint.contains(hint), "{message}: {error:?}");
    };
    let mut huge = png(1, 1);
    // Width and height of the header, and no more: the size is judged before the damage is.
    huge[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let checksum = crc32(&huge[12..29]).to_be_bytes();
    huge[29..33].copy_from_slice(&checksum);
    check(&huge, "65536 by 65536 pixels, 4294967296 in all; the most is 50000000", "smaller");
    check(b"", "empty", "again");
    check(&vec![0; MOST_BYTES + 1], "25000001 bytes; the most is 25000000", "smaller");
    check(b"GIF89a...", "a GIF picture", "PNG, JPEG or SVG");
    check(b"RIFF\0\0\0\0WEBPVP8 ", "a WebP picture", "PNG, JPEG or SVG");
    check(b"\0\0\0\x18ftypheic", "HEIC", "PNG, JPEG or SVG");
    check(b"%PDF-1.7", "a PDF file", "PNG, JPEG or SVG");
    check(b"\x1f\x8b\x08", "SVGZ", "SVG");
    check(b"hello", "no picture", "PNG, JPEG or SVG");
    check(&png(30, 30)[..40], "damaged or cut off", "save it again");
    check(b"\x89PNG\r\n\x1a\n", "damaged or cut off", "save it again");
    check(&[0xff, 0xd8, 0xff], "damaged or cut off", "save it again");
    check(b"<html><body></body></html>", "no drawing in SVG", "saved from the web");
    check(b"\xff\xfe<\0s\0", "UTF-8", "UTF-8");
}

fn crc32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    }) ^ !0
}

#[test]
fn drawings_that_reach_out_are_refused() {
    let check = |text: &str, message: &str| {
        let error = Picture::read("logo.svg", text.as_bytes()).expect_err(text);
        assert!(error.message.contains(message), "{text}: {error:?}");
        assert!(!error.hint.is_empty());
    };
    check(&svg("<script>alert(1)</script>"), "a script");
    check(&svg(r#"<rect onload="x()" width="9" height="9"/>"#), "an event handler");
    check(&svg(r#"<image href="photo.png"/>"#), "outside itself");
    check(&svg(r#"<image xlink:href="https://example.org/p.png"/>"#), "outside itself");
    check(&svg(r#"<image href="file:///etc/passwd"/>"#), "outside itself");
    check(&svg(r#"<image href="data:image/png;base64,AAAA"/>"#), "made of pixels");
    check(&svg(r#"<use href="other.svg#a"/>"#), "outside itself");
    check(&svg(r#"<rect width="9" height="9" fill="url(other.svg#g)"/>"#), "outside itself");
    check(&svg(r#"<rect width="9" height="9" style="fill: URL( 'https://x.org/#g' )"/>"#), "outside itself");
    check(&svg("<style>@import 'x.css';</style>"), "a style sheet outside itself");
    check(&svg("<style><![CDATA[ rect { fill: url(http://x.org/) } ]]></style>"), "outside itself");
    check(&svg("<style>@font-face { src: url(data:font/woff2;base64,AA) }</style>"), "no drawing, such as a typeface");
    check(&svg("<foreignObject><p>x</p></foreignObject>"), "a web page");
    check(&format!("<?xml-stylesheet href='x.css'?>{}", svg("")), "a style sheet outside itself");
    check(&format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{}", svg("&a;")), "a document type");
    check(&svg(&format!("{}{}", "<g>".repeat(1001), "</g>".repeat(1001))), "more than 1000 deep");
    check(&svg(&"<use href='#a'/>".repeat(1001)), "more than 1000 times");
    check(&svg(&" ".repeat(5_000_000)), "the most is 5000000");
    check(&svg(""), "shows nothing");
    check(&svg("<text y='20'>日本</text>"), "`日`");
    check("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='5000'><path d='M0 0h1v9z'/></svg>", "its size");
    check("<svg", "damaged or cut off");
    check("<svg><g></svg>", "damaged or cut off");
}

#[test]
fn flat_drawings_stay_paths_and_the_rest_become_pixels() {
    let vector = |inner: &str| match Picture::read("logo.svg", svg(inner).as_bytes()) {
        Ok(Picture::Vector(vector)) => vector,
        other => panic!("no paths: {inner}: {other:?}"),
    };
    let check_paths = |inner: &str, colours: &[[u8; 3]]| {
        let vector = vector(inner);
        assert_eq!((vector.width, vector.height), (100.0, 50.0));
        let fills: Vec<[u8; 3]> = vector.paths.iter().filter_map(|path| path.fill).collect();
        assert_eq!(fills, colours, "{inner}");
        assert!(vector.paths.iter().all(|path| path.stroke.is_none() && !path.segments.is_empty()));
    };
    let red = [255, 0, 0];
    check_paths(r#"<rect width="10" height="10" fill="red"/>"#, &[red]);
    check_paths(
        r#"<g transform="scale(2)"><circle cx="9" cy="9" r="5" fill="red" stroke="blue"/></g>"#,
        &[red, [0, 0, 255]],
    );
    check_paths(r#"<line x1="5" y1="5" x2="50" y2="5" stroke="red" stroke-dasharray="4 2"/>"#, &[red]);
    check_paths(r#"<text x="5" y="30" font-size="20" fill="red">Audubon</text>"#, &[red]);
    check_paths(
        r##"<defs><rect id="a" width="4" height="4" fill="red"/></defs><use href="#a"/><use href="#a" x="9"/>"##,
        &[red, red],
    );
    check_paths(r#"<style>.a{fill:#f00}</style><path class="a" d="M1 1Q5 9 9 1Z"/>"#, &[red]);
    check_paths(r#"<rect width="10" height="10" fill="red"/><rect width="9" height="9" visibility="hidden"/>"#, &[red]);
    let moved = vector(r#"<rect transform="translate(10 20)" width="10" height="10"/>"#);
    assert_eq!(moved.paths[0].segments[0], Segment::Move([10.0, 20.0]));

    let check_pixels = |inner: &str| {
        let raster = raster(svg(inner).as_bytes());
        assert_eq!((raster.width, raster.height), (1600, 800), "{inner}");
        let alpha = raster.alpha.unwrap();
        assert!(alpha.iter().any(|a| *a > 0), "{inner} shows nothing");
    };
    let gradient =
        r##"<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>"##;
    check_pixels(&format!(r##"{gradient}<rect width="50" height="50" fill="url(#g)"/>"##));
    check_pixels(r#"<rect width="50" height="50" fill="red" opacity="0.5"/>"#);
    check_pixels(r#"<rect width="50" height="50" fill="red" fill-opacity="0.5"/>"#);
    check_pixels(r##"<clipPath id="c"><circle r="30"/></clipPath><rect width="50" height="50" clip-path="url(#c)"/>"##);
    check_pixels(r#"<circle r="30"/>"#);
}

#[test]
fn deep_and_long_chains_are_read_or_refused_without_harm() {
    let chain = |open: &str, close: &str| -> String {
        let links: String =
            (0..900).map(|n| open.replace("@", &n.to_string()).replace("~", &(n + 1).to_string()) + close).collect();
        svg(&format!(
            "{links}<rect id='end' width='9' height='9'/><rect width='9' height='9' clip-path='url(#a0)' mask='url(#a0)'/>"
        ))
    };
    for text in [
        svg(&format!("{}<rect width='9' height='9'/>{}", "<g opacity='0.9'>".repeat(990), "</g>".repeat(990))),
        svg(&format!(
            "{}<rect width='9' height='9'/>{}",
            "<svg width='9' height='9'>".repeat(990),
            "</svg>".repeat(990)
        )),
        svg(&format!("<text>{}x{}</text>", "<tspan>".repeat(990), "</tspan>".repeat(990))),
        chain("<clipPath id='a@' clip-path='url(#a~)'><rect width='9' height='9'/>", "</clipPath>"),
        chain("<mask id='a@' mask='url(#a~)'><rect width='9' height='9'/>", "</mask>"),
        chain("<g id='a@'><use href='#a~'/>", "</g>"),
        svg("<g id='a'><use href='#a'/></g><rect width='9' height='9'/>"),
        svg(&(0..30)
            .map(|n| format!("<g id='a{n}'><use href='#a{}'/><use href='#a{}'/></g>", n + 1, n + 1))
            .collect::<String>()),
    ] {
        // Whether it can be drawn is not the point: an answer comes back.
        if let Err(error) = Picture::read("logo.svg", text.as_bytes()) {
            assert!(!error.message.is_empty());
        }
    }
}

#[test]
fn drawings_of_any_size_come_in_units_that_every_format_can_write() {
    for (side, inner) in [("1e30", "5e29"), ("1e-9", "5e-10"), ("100", "50")] {
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {side} {side}'><path d='M0 0H{inner}V{inner}z'/></svg>"
        );
        let Ok(Picture::Vector(vector)) = Picture::read("logo.svg", text.as_bytes()) else { continue };
        assert!((1.0..=10_000.0).contains(&vector.width) && vector.width == vector.height, "{side}: {}", vector.width);
        let Segment::Line([x, _]) = vector.paths[0].segments[1] else { panic!("{side}") };
        assert!((x / vector.width - 0.5).abs() < 1e-4, "{side}: {x}");
    }
}

/// Each of these took minutes, or all memory, before it was counted.
#[test]
fn drawings_that_would_take_without_end_are_refused_at_once() {
    let check = |name: &str, inner: &str, message: &str| {
        let error = Picture::read("logo.svg", svg(inner).as_bytes()).expect_err(name);
        assert!(error.message.contains(message), "{name}: {error}");
    };
    const MARK: &str = "<rect width='50' height='50' fill='red'/>";
    // Thirty parts, each of which draws the next one twice.
    let twice = |one: &str| {
        (1..30).map(|n| one.replace('@', &n.to_string()).replace('~', &(n - 1).to_string())).collect::<String>()
    };
    let nested = |open: &str| format!("{}{MARK}{}", open.repeat(900), "</g>".repeat(900));
    let effect =
        |effects: &str| format!("<filter id='f'>{effects}</filter><rect width='90' height='50' filter='url(#f)'/>");
    let intricate = "too intricate";
    check(
        "patterns in patterns",
        &format!(
            "{}<rect width='90' height='50' fill='url(#p29)'/>",
            twice(
                "<pattern id='p@' width='1' height='1'><rect width='1' height='1' fill='url(#p~)'/><rect width='1' height='1' fill='url(#p~)'/></pattern>"
            )
        ),
        intricate,
    );
    check(
        "clip paths in clip paths",
        &format!(
            "{}<rect width='90' height='50' clip-path='url(#c29)'/>",
            twice(
                "<clipPath id='c@' clip-path='url(#c~)'><rect width='9' height='9' clip-path='url(#c~)'/></clipPath>"
            )
        ),
        intricate,
    );
    check(
        "masks in masks",
        &format!(
            "{}<rect width='90' height='50' mask='url(#m29)'/>",
            twice("<mask id='m@'><g mask='url(#m~)'/><g mask='url(#m~)'/></mask>")
        ),
        intricate,
    );
    check(
        "masks by a style sheet",
        &format!(
            "<style>{}</style>{}{MARK}",
            twice(".m@{mask:url(#m@)}"),
            twice("<mask id='m@'><g class='m~'/><g class='m~'/></mask>")
        ),
        intricate,
    );
    check("see-through groups, nested", &nested("<g opacity='0.9'>"), intricate);
    check(
        "see-through groups, in a row",
        &"<g opacity='0.5'><rect width='99' height='50'/><rect width='9' height='9'/></g>".repeat(30_000),
        intricate,
    );
    check(
        "clipped groups",
        &format!("<clipPath id='c'>{MARK}</clipPath>{}", nested("<g clip-path='url(#c)'>")),
        intricate,
    );
    check("masked groups", &format!("<mask id='c'>{MARK}</mask>{}", nested("<g mask='url(#c)'>")), intricate);
    check(
        "blurred groups",
        &format!("<filter id='f'><feGaussianBlur stdDeviation='3'/></filter>{}", nested("<g filter='url(#f)'>")),
        intricate,
    );
    check("many effects", &effect(&"<feOffset dx='1'/>".repeat(5_000)), intricate);
    check("noise", &effect("<feTurbulence baseFrequency='0.01' numOctaves='2000000000'/>"), "`feTurbulence`");
    check("a wide pen", &effect("<feMorphology operator='dilate' radius='5000'/>"), "`feMorphology`");
    check("a drawing within an effect", &effect("<feImage href='#a'/>"), "`feImage`");
    check(
        "markers on a long line",
        &format!(
            "<marker id='m' markerWidth='9' markerHeight='9'>{}</marker><path marker-mid='url(#m)' d='M0 0 {}'/>",
            MARK.repeat(10),
            "L5 5 L9 9 ".repeat(50_000)
        ),
        intricate,
    );
    check(
        "style rules times elements",
        &format!("<style>{}</style>{}", ".a * g > rect:first-child {fill:red}".repeat(20_000), MARK.repeat(2_000)),
        intricate,
    );
    check(
        "attributes",
        &format!("<rect {} width='9' height='9'/>", (0..100_000).map(|n| format!("a{n}='1' ")).collect::<String>()),
        intricate,
    );
    check("words", &format!("<text y='20'>{}</text>", "lorem ipsum ".repeat(100_000)), intricate);
}

#[test]
fn no_damage_to_a_file_goes_unanswered() {
    let drawing = svg(
        r##"<defs><linearGradient id="g"><stop/></linearGradient></defs><path d="M1 1Q5 9 9 1Z" fill="url(#g)"/>"##,
    );
    for whole in [png(9, 9), jpeg_with_exif(6), drawing.into_bytes()] {
        for cut in (0..whole.len()).step_by(3) {
            let _ = Picture::read("cut", &whole[..cut]);
        }
        for place in (0..whole.len()).step_by(5) {
            let mut bent = whole.clone();
            bent[place] ^= 0x55;
            if let Ok(picture) = Picture::read("bent", &bent) {
                let (width, height) = picture.size();
                assert!(width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite());
            }
        }
    }
}

#[test]
fn strokes_become_a_signature_in_a_box() {
    let check = |strokes: &[Vec<[f32; 2]>], size: (f32, f32), segments: usize| {
        let vector = drawn(strokes).unwrap();
        assert!((vector.width - size.0).abs() < 0.01 && (vector.height - size.1).abs() < 0.01, "{vector:?}");
        assert_eq!(vector.paths[0].segments.len(), segments);
        assert!(vector.paths[0].stroke.is_some());
    };
    check(&[vec![[0.0, 0.0], [10.0, 5.0]]], (202.4, 102.4), 2);
    check(&[vec![[0.0, 0.0], [900.0, 9.0]]], (302.4, 5.4), 2);
    check(&[vec![[5.0, 5.0]]], (2.4, 2.4), 2);
    check(&[vec![[5.0, 5.0]; 100]], (2.4, 2.4), 2);
    check(
        &[vec![], vec![[0.0, 0.0], [f32::NAN, 1.0], [1e30, 1.0], [f32::INFINITY, 0.0], [10.0, 5.0]]],
        (202.4, 102.4),
        2,
    );
    assert_eq!(drawn(&[]), None);
    assert_eq!(drawn(&[vec![[f32::NAN, 0.0]]]), None);
    let scribble = |n: u32| [(n as f32 * 0.37).sin() * 1e6, (n as f32 * 0.11).cos() * 1e6];
    let many = drawn(&[(0..100_000).map(scribble).collect()]).unwrap();
    assert!(many.paths[0].segments.len() <= 20_001);
    let finite = many.paths[0].segments.iter().all(|segment| match segment {
        Segment::Curve(a, b, c) => [a, b, c].iter().all(|point| point.iter().all(|number| number.abs() < 1e4)),
        _ => true,
    });
    assert!(finite);
}
