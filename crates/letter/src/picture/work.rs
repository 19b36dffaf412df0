//! What a drawing holds, counted, in; its refusal out when reading it could take minutes or all memory.
//!
//! Nobody can say how long a drawing takes but by drawing it, so this bounds the worst that its parts can come to:
//! a clip path, mask, pattern or marker is drawn anew at each place that refers to it, and may refer to others.

use super::Refusal;

/// The most elements that references may blow a drawing up to.
const MOST_ELEMENTS: usize = 2_000_000;
/// The most pairs of a style rule and an element that it may have to be tried on.
const MOST_MATCHES: usize = 2_000_000;
/// The most bytes of words; a logo has a line of them.
const MOST_WORDS: usize = 20_000;
/// The most steps of effects, such as blurring, which go over all pixels.
const MOST_EFFECTS: usize = 20;
/// Effects that cost no more than a few steps for each pixel, whatever numbers they are given.
const EFFECTS: [&[u8]; 15] = [
    b"feBlend",
    b"feColorMatrix",
    b"feComponentTransfer",
    b"feComposite",
    b"feDropShadow",
    b"feFlood",
    b"feFuncA",
    b"feFuncB",
    b"feFuncG",
    b"feFuncR",
    b"feGaussianBlur",
    b"feMerge",
    b"feMergeNode",
    b"feOffset",
    b"filter",
];

/// What has been counted of a drawing.
#[derive(Default)]
pub(super) struct Work {
    /// Elements, all in all.
    elements: usize,
    /// Elements within parts that are drawn where they are referred to.
    in_parts: usize,
    /// References to parts.
    references: usize,
    /// References to parts from within parts.
    from_parts: usize,
    /// The parts that the element at hand stands in.
    depth: usize,
    /// Whether the style sheet refers to parts; which elements it means is not known here.
    styled: bool,
    /// Colours that would be patterns, if there are patterns.
    paints: usize,
    sheet_paints: bool,
    patterns: bool,
    /// Markers stand at each point of a line.
    markers: bool,
    points: usize,
    rules: usize,
    words: usize,
    effects: usize,
}

impl Work {
    /// An element, which may be an effect that is too costly.
    pub(super) fn element(&mut self, name: &[u8]) -> Result<(), Refusal> {
        self.elements += 1;
        self.in_parts += usize::from(self.depth > 0);
        self.markers |= name == b"marker";
        self.patterns |= name == b"pattern";
        if name.starts_with(b"fe") {
            self.effects += usize::from(name != b"feMergeNode" && !name.starts_with(b"feFunc"));
            if !EFFECTS.contains(&name) {
                return Err((
                    format!("the drawing holds the effect `{}`", String::from_utf8_lossy(name)),
                    "Leave the effect out, or save the drawing as PNG.".to_owned(),
                ));
            }
        }
        Ok(())
    }

    /// An element opens whose content follows.
    pub(super) fn open(&mut self, name: &[u8]) {
        self.depth += usize::from(is_part(name));
    }

    /// An element closes.
    pub(super) fn close(&mut self, name: &[u8]) {
        self.depth = self.depth.saturating_sub(usize::from(is_part(name)));
    }

    /// An attribute refers to a part, or paints with a colour that may be a pattern.
    pub(super) fn reference(&mut self, paints: bool) {
        let count = if paints { &mut self.paints } else { &mut self.references };
        *count += 1;
        self.from_parts += usize::from(self.depth > 0);
    }

    /// A style sheet refers to a part, or paints with a colour that may be a pattern.
    pub(super) fn style(&mut self, paints: bool) {
        let flag = if paints { &mut self.sheet_paints } else { &mut self.styled };
        *flag = true;
    }

    /// The rules of a style sheet, one for each selector.
    pub(super) fn rules(&mut self, css: &str) {
        self.rules += css.bytes().filter(|byte| matches!(byte, b'{' | b',')).count();
        // A backslash can spell any name in another way.
        self.styled |= css.contains('\\');
    }

    /// The points of a line, by the length of the text that says them.
    pub(super) fn points(&mut self, text: &str) {
        // The shortest way to say a point is a letter and a digit.
        self.points += text.len() / 2;
    }

    /// Words to be set.
    pub(super) fn words(&mut self, bytes: usize) {
        self.words += bytes;
    }

    /// Refuses what would take too long.
    pub(super) fn judge(&self) -> Result<(), Refusal> {
        let (mut from_outside, mut from_parts) = (self.references, self.from_parts);
        if self.patterns {
            from_outside += self.paints;
        }
        if self.styled || (self.sheet_paints && self.patterns) {
            from_outside += self.elements;
            from_parts += self.in_parts;
        }
        if self.markers {
            from_outside += self.points;
        }
        // So many references multiply most when each part has three of them to the next.
        let spread = 3_usize.saturating_pow(u32::try_from(from_parts.div_ceil(3)).unwrap_or(u32::MAX));
        let elements = from_outside.saturating_mul(spread).saturating_mul(self.in_parts);
        let too_much = elements > MOST_ELEMENTS
            || self.rules.saturating_mul(self.elements) > MOST_MATCHES
            || self.words > MOST_WORDS
            || self.effects > MOST_EFFECTS;
        if too_much { Err(too_intricate()) } else { Ok(()) }
    }
}

/// The refusal of a drawing that would take too long.
pub(super) fn too_intricate() -> Refusal {
    (
        "the drawing is too intricate for a letter".to_owned(),
        "Simplify it, or save it as PNG; 2,000 pixels across are plenty.".to_owned(),
    )
}

fn is_part(name: &[u8]) -> bool {
    matches!(name, b"clipPath" | b"mask" | b"pattern" | b"marker" | b"filter")
}
