//! What belongs between two lines: a space where a program cut them, else what the person meant.

/// Lines longer than this were not cut by a program; each is a paragraph.
const WIDEST: usize = 130;
/// Lines shorter than this were not cut by a program; they are addresses, names, verses.
const NARROWEST: usize = 40;
/// What a hyphen stays behind when a line ends after it.
const KEEP_HYPHEN: [&str; 21] = [
    "all", "co", "cross", "ex", "full", "half", "high", "long", "low", "mid", "multi", "no", "non", "one", "part",
    "self", "short", "so", "two", "vice", "well",
];

/// What stands between the words of two lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Joint {
    /// A space.
    Space,
    /// Nothing, and the hyphen at the end of the first goes.
    Hyphen,
    /// Nothing.
    Close,
    /// A line break.
    Break,
    /// The end of a paragraph.
    Paragraph,
}

/// How wide the lines of a text are.
pub(super) struct Measure {
    widest: usize,
}

impl Measure {
    /// The width at which lines were cut, if they were.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let widest = lines.map(|line| line.chars().count()).filter(|width| *width <= WIDEST).max().unwrap_or(0);
        Self { widest }
    }

    /// The first word of the next line would not have fitted into this one. Letters of a PDF differ in width, so a
    /// line may be a little shorter than the widest.
    pub(super) fn is_full(&self, line: &str, next: &str) -> bool {
        let width = line.chars().count();
        let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
        self.widest >= NARROWEST && width <= WIDEST && (width + 1 + word) * 20 >= self.widest * 17
    }
}

/// What stands between two lines of one block. `is_wrapped` says that lines around them are full too.
pub(super) fn joint(line: &str, next: &str, measure: &Measure, is_wrapped: bool) -> Joint {
    if [line, next].iter().any(|line| line.chars().count() > WIDEST) {
        return Joint::Paragraph;
    }
    let starts_small = next.chars().next().is_some_and(char::is_lowercase);
    if line.ends_with('\u{ad}') {
        return Joint::Hyphen;
    }
    let is_full = measure.is_full(line, next);
    let word = line.split_whitespace().next_back().unwrap_or_default();
    if let Some(before) = word.strip_suffix(['-', '\u{2010}'])
        && before.ends_with(char::is_alphanumeric)
        && (is_full || starts_small)
    {
        let before = before.to_lowercase();
        let is_compound = before.contains(['-', '\u{2010}', '/']) || KEEP_HYPHEN.contains(&before.as_str());
        let is_cut = starts_small && before.ends_with(char::is_alphabetic) && !is_compound;
        return if is_cut { Joint::Hyphen } else { Joint::Close };
    }
    let ends_sentence = line.trim_end_matches(['”', '"', '’', ')', '»']).ends_with(['.', '!', '?', ':', '…']);
    let starts_great = next.trim_start_matches(['“', '"', '‘', '(', '«']).starts_with(|c: char| !c.is_lowercase());
    match (is_full, ends_sentence && starts_great) {
        (true, false) => Joint::Space,
        (true, true) if is_wrapped => Joint::Space,
        (_, true) => Joint::Paragraph,
        (false, false) => Joint::Break,
    }
}
