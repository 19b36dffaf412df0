//! A quotation or an excerpt as the words that are compared: without quotation marks, dashes and the case of letters,
//! but with what an ellipsis, brackets and emphasis say.

use std::ops::Range;

/// One word of a passage.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    /// The word in small letters, without marks around it.
    pub word: String,
    /// Its bytes in the text.
    pub bytes: Range<usize>,
    /// It, or a part of it, stands in brackets: the writer's own.
    pub bracketed: bool,
    /// It is set in bold, italics or underlined, and others are not.
    pub emphasised: bool,
}

/// The words of a passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Passage {
    /// Its words in order.
    pub units: Vec<Unit>,
    /// Whether an ellipsis stands before the unit of this index; one more for the end.
    pub gaps: Vec<bool>,
    /// It says of itself that the emphasis is the writer's.
    pub owns_emphasis: bool,
}

/// What people say of emphasis that is theirs.
const OWNED: [[&str; 2]; 8] = [
    ["emphasis", "added"],
    ["emphasis", "mine"],
    ["emphasis", "ours"],
    ["emphasis", "supplied"],
    ["italics", "added"],
    ["italics", "mine"],
    ["italics", "ours"],
    ["bold", "added"],
];

impl Passage {
    /// Reads the bytes of a text. `blanked` is the same text with its markup blanked out, byte for byte.
    pub fn read(text: &str, blanked: &str, bytes: Range<usize>) -> Self {
        let mut reader = Reader { passage: Passage::default(), word: None, depth: 0, gap: false };
        let mut emphasis = Emphasis::default();
        let mut chars = blanked[bytes.clone()].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let at = bytes.start + at;
            let typed = text.as_bytes()[at];
            if c == ' ' && matches!(typed, b'*' | b'_' | b'\\') {
                // Markup has no width: `bold**er**` is one word.
                emphasis.delimiter(text, typed, at);
                continue;
            }
            emphasis.stop(text);
            let next = chars.peek().map_or(' ', |(_, c)| *c);
            reader.char(c, next, at, &blanked[at..bytes.end]);
        }
        emphasis.stop(text);
        let mut passage = reader.end();
        emphasis.mark(&mut passage.units);
        passage.take_out_remark();
        passage
    }

    /// `(emphasis added)` between the quotation marks is no word of the source.
    fn take_out_remark(&mut self) {
        let said = |pair: &[Unit]| OWNED.iter().any(|words| pair[0].word == words[0] && pair[1].word == words[1]);
        if let Some(at) = self.units.windows(2).position(said) {
            self.units.drain(at..at + 2);
            self.gaps.drain(at..at + 2);
            self.owns_emphasis = true;
        }
    }

    /// The bytes of these units and of what stands between them.
    pub fn bytes(&self, units: Range<usize>) -> Range<usize> {
        match (self.units.get(units.start), units.end.checked_sub(1).and_then(|last| self.units.get(last))) {
            (Some(first), Some(last)) if units.start < units.end => first.bytes.start..last.bytes.end,
            _ => 0..0,
        }
    }
}

struct Reader {
    passage: Passage,
    word: Option<Unit>,
    depth: usize,
    gap: bool,
}

impl Reader {
    fn char(&mut self, c: char, next: char, at: usize, rest: &str) {
        let end = at + c.len_utf8();
        match c {
            '[' => self.depth += 1,
            ']' => self.depth = self.depth.saturating_sub(1),
            c if is_ideograph(c) => {
                self.flush();
                self.letter(c, at, end);
                self.flush();
            }
            c if c.is_alphanumeric()
                || matches!(c, '$' | '%' | '€' | '£' | '°' | '§')
                || ('\u{300}'..='\u{36f}').contains(&c) =>
            {
                self.letter(c, at, end);
            }
            '\'' | '’' | '.' | ',' | ':' | '/' if self.word.is_some() && next.is_alphanumeric() => {
                self.letter(if c == '’' { '\'' } else { c }, at, end);
            }
            '…' => self.ellipsis(),
            '.' if rest.starts_with("...") || rest.starts_with(". .") => self.ellipsis(),
            _ => self.flush(),
        }
    }

    fn letter(&mut self, c: char, at: usize, end: usize) {
        let depth = self.depth;
        let unit = self.word.get_or_insert_with(|| Unit {
            word: String::new(),
            bytes: at..end,
            bracketed: false,
            emphasised: false,
        });
        unit.word.extend(c.to_lowercase());
        unit.bytes.end = end;
        unit.bracketed |= depth > 0;
    }

    fn ellipsis(&mut self) {
        self.flush();
        self.gap = true;
    }

    fn flush(&mut self) {
        if let Some(unit) = self.word.take() {
            self.passage.units.push(unit);
            self.passage.gaps.push(std::mem::take(&mut self.gap));
        }
    }

    fn end(mut self) -> Passage {
        self.flush();
        self.passage.gaps.push(self.gap);
        self.passage
    }
}

/// Scripts that write no spaces between words: each character is a word then.
fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x2ffff)
}

/// The stretches between delimiters of emphasis that pair.
#[derive(Default)]
struct Emphasis {
    /// The run that is being read: its sign, its first byte and its length.
    run: Option<(u8, usize, usize)>,
    open: Vec<(u8, usize, usize)>,
    spans: Vec<Range<usize>>,
}

impl Emphasis {
    fn delimiter(&mut self, text: &str, sign: u8, at: usize) {
        match &mut self.run {
            Some((known, start, length)) if *known == sign && *start + *length == at => *length += 1,
            _ => {
                self.stop(text);
                self.run = (sign != b'\\').then_some((sign, at, 1));
            }
        }
    }

    /// The run is over: it closes the last one of its kind, or opens one. Between spaces it does neither.
    fn stop(&mut self, text: &str) {
        let Some((sign, start, length)) = self.run.take() else { return };
        let end = start + length;
        let opens = text[end..].chars().next().is_some_and(|c| !c.is_whitespace());
        let closes = text[..start].chars().next_back().is_some_and(|c| !c.is_whitespace());
        match self.open.last() {
            Some((open, from, long)) if closes && *open == sign && *long == length => {
                // What stands within a wider emphasis is emphasised already.
                if self.open.len() == 1 {
                    self.spans.push(*from..start);
                }
                self.open.pop();
            }
            _ if opens => self.open.push((sign, end, length)),
            _ => {}
        }
    }

    /// Emphasis of everything is a way to set quotations, and says nothing of any word.
    fn mark(&self, units: &mut [Unit]) {
        let within =
            |unit: &Unit| self.spans.iter().any(|span| span.start <= unit.bytes.start && unit.bytes.end <= span.end);
        if self.spans.is_empty() || self.spans.len() > MOST_SPANS || units.iter().all(within) {
            return;
        }
        for unit in units {
            unit.emphasised = within(unit);
        }
    }
}

/// More emphasis than anybody adds to a quotation.
const MOST_SPANS: usize = 50;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::{Prose, Syntax};

    #[test]
    fn a_passage_is_what_its_words_say() {
        let check = |text: &str, expected: &str| {
            let prose = Prose::of(text, Syntax::Rich);
            let passage = Passage::read(text, prose.words(), 0..text.len());
            let mut shown = String::new();
            for (unit, gap) in passage.units.iter().zip(&passage.gaps) {
                shown += if *gap { "…|" } else { "" };
                let (open, close) = if unit.bracketed { ("[", "]") } else { ("", "") };
                let stars = if unit.emphasised { "*" } else { "" };
                shown += &format!("{open}{stars}{}{stars}{close}|", unit.word);
            }
            shown += if passage.gaps.last() == Some(&true) { "…" } else { "" };
            shown += if passage.owns_emphasis { "owned" } else { "" };
            assert_eq!(shown, expected, "{text}");
        };
        check("The City’s plan—now, at $4,120.", "the|city's|plan|now|at|$4,120|");
        check("[t]he walk[ed] [this] way", "[the]|[walked]|[this]|way|");
        check(r"\[t\]he plan", "[the]|plan|");
        check("begins … and ends. . . . Then […] it [...] ends ...", "begins|…|and|ends|…|then|…|it|…|ends|…");
        check("up to *15 degrees* higher", "up|to|*15*|*degrees*|higher|");
        check("up to **15 *long* degrees** high__er__", "up|to|*15*|*long*|*degrees*|higher|");
        check("*all of it*", "all|of|it|");
        check("a lone * star* and _ low", "a|lone|star|and|low|");
        check("the *only* way (emphasis added)", "the|*only*|way|owned");
        check("before 9:00 a.m., 15-year-old", "before|9:00|a.m|15|year|old|");
        check("市議会 said", "市|議|会|said|");
        check("", "");
    }
}
