//! The colour profile of the output intent: sRGB (IEC 61966-2-1) as a small ICC version 2 matrix profile.
//!
//! It is computed from the published numbers, so there is no file of unclear licence in the tree.

use std::sync::LazyLock;

/// The profile.
pub(super) static SRGB: LazyLock<Vec<u8>> = LazyLock::new(srgb);

/// The white point and the primaries of sRGB, adapted to D50 (ICC.1:2001, 6.1 and Annex E).
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];
const RED: [f64; 3] = [0.436_07, 0.222_49, 0.013_92];
const GREEN: [f64; 3] = [0.385_15, 0.716_87, 0.097_08];
const BLUE: [f64; 3] = [0.143_07, 0.060_61, 0.714_10];

/// Points of the tone curve.
const POINTS: u32 = 256;

fn srgb() -> Vec<u8> {
    let tone = curve();
    let tags: [([u8; 4], Vec<u8>); 9] = [
        (*b"desc", description("sRGB IEC61966-2.1")),
        (*b"cprt", copyright("No copyright, use freely")),
        (*b"wtpt", point(WHITE)),
        (*b"rXYZ", point(RED)),
        (*b"gXYZ", point(GREEN)),
        (*b"bXYZ", point(BLUE)),
        (*b"rTRC", tone),
        (*b"gTRC", Vec::new()),
        (*b"bTRC", Vec::new()),
    ];
    let table = 128 + 4 + 12 * tags.len();
    let mut directory = Vec::new();
    let mut data: Vec<u8> = Vec::new();
    let mut last = (0, 0);
    for (name, content) in tags {
        // An empty tag is the same as the one before: all three channels share one curve.
        if !content.is_empty() {
            last = (table + data.len(), content.len());
            data.extend(content);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        directory.extend(name);
        directory.extend((last.0 as u32).to_be_bytes());
        directory.extend((last.1 as u32).to_be_bytes());
    }
    let mut profile = header((table + data.len()) as u32);
    profile.extend(9_u32.to_be_bytes());
    profile.extend(directory);
    profile.extend(data);
    profile
}

fn header(size: u32) -> Vec<u8> {
    let mut header = vec![0; 128];
    header[0..4].copy_from_slice(&size.to_be_bytes());
    header[8..12].copy_from_slice(&[2, 0x10, 0, 0]);
    header[12..24].copy_from_slice(b"mntrRGB XYZ ");
    // The day of the standard: 18 October 1999.
    header[24..30].copy_from_slice(&[0x07, 0xcf, 0, 10, 0, 18]);
    header[36..40].copy_from_slice(b"acsp");
    header[68..80].copy_from_slice(&point(WHITE)[8..]);
    header
}

fn point(xyz: [f64; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    for value in xyz {
        tag.extend(((value * 65536.0).round() as i32).to_be_bytes());
    }
    tag
}

fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend(POINTS.to_be_bytes());
    for place in 0..POINTS {
        let value = f64::from(place) / f64::from(POINTS - 1);
        let linear = if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        tag.extend(((linear * 65535.0).round() as u16).to_be_bytes());
    }
    tag
}

fn description(text: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend((text.len() as u32 + 1).to_be_bytes());
    tag.extend(text.as_bytes());
    // The closing zero, no Unicode and no Macintosh text.
    tag.extend([0; 1 + 8 + 3 + 67]);
    tag
}

fn copyright(text: &str) -> Vec<u8> {
    let mut tag = b"text\0\0\0\0".to_vec();
    tag.extend(text.as_bytes());
    tag.push(0);
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_primaries_add_up_to_white() {
        for axis in 0..3 {
            let sum = RED[axis] + GREEN[axis] + BLUE[axis];
            assert!((sum - WHITE[axis]).abs() < 0.001, "axis {axis}: {sum}");
        }
    }

    #[test]
    fn the_header_states_the_size() {
        let size = u32::from_be_bytes([SRGB[0], SRGB[1], SRGB[2], SRGB[3]]);
        assert_eq!(size as usize, SRGB.len());
        assert_eq!(SRGB.len() % 4, 0);
    }
}
