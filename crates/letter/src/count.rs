//! A text to how long it is: in words, in characters, and in the units that a browser counts.
//!
//! Portals do not count alike. A text box counts UTF-16 code units, in which an emoji is two or more; a server may count
//! Unicode scalar values, and may count a line break once or, sent as carriage return and line feed, twice. What a
//! portal is known to do is used; where it is not known, the worst case counts.
//!
//! Words are counted as word processors do: what stands between spaces is one, and each ideograph and kana, which know
//! no spaces, is one. Hangul has spaces. Thai, Lao, Khmer and Burmese have none between words, and a run of theirs counts
//! as one word here, as it does in the boxes themselves.

use serde::Serialize;

/// From this many percent of a limit on, a text is near it.
const NEAR: u64 = 95;

/// How long a text is, counted three ways. Line breaks are `\n` in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Counts {
    /// Words.
    pub words: u32,
    /// Unicode scalar values, a line break as one.
    pub characters: u32,
    /// UTF-16 code units, a line break as two.
    pub units: u32,
}

/// Counts a text three ways.
pub fn counts(text: &str) -> Counts {
    Counts {
        words: words(text),
        characters: number(text.chars().count()),
        units: Measure::Characters { line_break: 2 }.of(text),
    }
}

/// What a limit is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Characters, as UTF-16 code units: of the ways in which portals count characters, the one that counts most.
    Characters {
        /// What a line break counts, 1 or 2.
        line_break: u32,
    },
    /// Words as written.
    Words,
    /// Words as spoken: see [`crate::spoken`].
    Spoken,
}

impl Measure {
    /// How much of a limit the text takes.
    ///
    /// The measure of paragraphs with line breaks between them is the sum of theirs and that of the breaks.
    pub fn of(self, text: &str) -> u32 {
        match self {
            Self::Characters { line_break } => {
                let breaks = number(text.bytes().filter(|byte| *byte == b'\n').count());
                number(if text.is_ascii() { text.len() } else { text.encode_utf16().count() })
                    .saturating_add(breaks.saturating_mul(line_break.max(1) - 1))
            }
            Self::Words => words(text),
            Self::Spoken => crate::spoken::words(text),
        }
    }
}

/// A limit, and how far a text is from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Gauge {
    /// How much the text takes, in the unit of the limit.
    pub used: u32,
    /// The most that it may take; nothing when no limit is known.
    pub limit: Option<u32>,
    /// It takes at least 95 percent.
    pub near: bool,
    /// By how much it takes more than it may.
    pub over: u32,
}

impl Gauge {
    /// How far so much is from the limit.
    pub fn of(used: u32, limit: Option<u32>) -> Self {
        let near = limit.is_some_and(|limit| u64::from(used) * 100 >= u64::from(limit) * NEAR);
        Self { used, limit, near, over: limit.map_or(0, |limit| used.saturating_sub(limit)) }
    }
}

/// The words of a text: what stands between spaces, and each ideograph and kana.
pub fn words(text: &str) -> u32 {
    number(text.split_whitespace().map(words_of_run).sum())
}

/// The words of what stands between two spaces.
fn words_of_run(run: &str) -> usize {
    if run.is_ascii() {
        return 1;
    }
    let mut words = 0;
    let mut inside = false;
    for c in run.chars() {
        if is_word_by_itself(c) {
            words += 1;
            inside = false;
        } else if !inside && !is_wide_mark(c) && !is_joined(c) {
            words += 1;
            inside = true;
        }
    }
    // A mark that stands alone between spaces, such as a dash, is a word to every counter.
    words.max(1)
}

fn is_word_by_itself(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Punctuation of East Asian scripts, which stands without spaces.
fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303F}' | '\u{30FB}'..='\u{30FF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}

/// What belongs to the character before it: selectors of variants, joiners and voicing marks.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{200D}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_counted_three_ways() {
        let check = |text: &str, words: u32, characters: u32, units: u32| {
            assert_eq!(counts(text), Counts { words, characters, units }, "{text:?}");
        };
        check("", 0, 0, 0);
        check(" \n ", 0, 3, 4);
        check("Fix the bus.", 3, 12, 12);
        check("a\n\nb", 2, 4, 6);
        check("non-profit 501(c)(3) § 1", 4, 24, 24);
        check("Law – and", 3, 9, 9);
        // One person, one emoji; a family of four is seven scalar values and eleven units.
        check("Yes 🌳", 2, 5, 6);
        check("👨‍👩‍👧‍👦", 1, 7, 11);
        // The same name composed, and with a combining mark.
        check("José", 1, 4, 4);
        check("Jose\u{301}", 1, 5, 5);
        check("请支持第三项。", 6, 7, 7);
        check("支持 Item 3", 4, 9, 9);
        check("バス停を増やす", 7, 7, 7);
        check("バス停が、", 4, 5, 5);
        check("버스를 늘려 주세요", 3, 10, 10);
        check("𠮷野家", 3, 3, 4);
    }

    #[test]
    fn a_limit_is_exact_and_warned_of() {
        let check = |used: u32, limit: u32, near: bool, over: u32| {
            assert_eq!(Gauge::of(used, Some(limit)), Gauge { used, limit: Some(limit), near, over });
        };
        check(949, 1000, false, 0);
        check(950, 1000, true, 0);
        check(1000, 1000, true, 0);
        check(1001, 1000, true, 1);
        check(142, 150, false, 0);
        check(143, 150, true, 0);
        check(0, 0, true, 0);
        assert_eq!(Gauge::of(7, None), Gauge { used: 7, limit: None, near: false, over: 0 });
        for filler in ["a", "é", "支", "🌳"] {
            let each = Measure::Characters { line_break: 2 }.of(filler);
            let full = filler.repeat((1000 / each) as usize);
            let measure = Measure::Characters { line_break: 2 };
            assert_eq!(Gauge::of(measure.of(&full), Some(1000)).over, 0, "{filler}");
            assert_eq!(Gauge::of(measure.of(&(full + filler)), Some(1000)).over, each, "{filler}");
        }
    }

    #[test]
    fn a_line_break_counts_what_the_portal_counts() {
        assert_eq!(Measure::Characters { line_break: 1 }.of("a\nb"), 3);
        assert_eq!(Measure::Characters { line_break: 2 }.of("a\nb"), 4);
        assert_eq!(Measure::Characters { line_break: 0 }.of("a\nb"), 3);
        assert_eq!(Measure::Words.of("a\n\nb c"), 3);
    }
}
