//! Characters in, the words of one paragraph out: spaces as HTML means them, no characters that only printing needs,
//! and addresses that stand in the text as links.

use letter::markup::is_absolute;
use letter::markup::rich::RichInline;

/// The longest address that is taken as one, as in letters.
const LONGEST_ADDRESS: usize = 2000;

/// How words look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Looks {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) underline: bool,
    /// Where they lead; empty for nowhere.
    pub(super) link: String,
}

/// Words of one look.
pub(super) fn text(words: &str, looks: &Looks) -> RichInline {
    let Looks { strong, emphasis, underline, link } = looks.clone();
    // A link is underlined by itself.
    let underline = underline && link.is_empty();
    RichInline::Text { text: words.to_owned(), strong, emphasis, underline, link }
}

pub(super) fn length(inline: &RichInline) -> usize {
    match inline {
        RichInline::Text { text, link, .. } => text.len() + link.len(),
        RichInline::Break | RichInline::Note { .. } => 1,
    }
}

/// Keeps the first words, in bytes.
pub(super) fn cut(content: &mut Vec<RichInline>, most: usize) {
    let mut left = most;
    for at in 0..content.len() {
        let length = length(&content[at]);
        if length > left {
            if let RichInline::Text { text, .. } = &mut content[at] {
                text.truncate(text.floor_char_boundary(left));
            }
            content.truncate(at + 1);
            return;
        }
        left -= length;
    }
}

/// A paragraph as it is being read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    content: Vec<RichInline>,
    /// A space is due before the next word.
    space: Option<Looks>,
}

impl Paragraph {
    /// Adds characters; white space of any length is one space.
    pub(super) fn add(&mut self, characters: &str, looks: &Looks) {
        let mut words = String::new();
        for c in characters.chars() {
            match c {
                c if is_space(c) => {
                    self.words(&mut words, looks);
                    self.space.get_or_insert_with(|| looks.clone());
                }
                c if is_for_printing(c) => {}
                c => match unligatured(c) {
                    Some(letters) => words.push_str(letters),
                    None => words.push(c),
                },
            }
        }
        self.words(&mut words, looks);
    }

    fn words(&mut self, words: &mut String, looks: &Looks) {
        if words.is_empty() {
            return;
        }
        // Spaces at the start of a line are none.
        if let Some(space) = self.space.take()
            && matches!(self.content.last(), Some(RichInline::Text { .. } | RichInline::Note { .. }))
        {
            self.push(" ", &space);
        }
        self.push(words, looks);
        words.clear();
    }

    fn push(&mut self, words: &str, looks: &Looks) {
        let next = text(words, looks);
        if let (
            Some(RichInline::Text { text, strong, emphasis, underline, link }),
            RichInline::Text { underline: u, .. },
        ) = (self.content.last_mut(), &next)
            && (*strong, *emphasis, *underline) == (looks.strong, looks.emphasis, *u)
            && *link == looks.link
        {
            text.push_str(words);
        } else {
            self.content.push(next);
        }
    }

    /// Takes back the hyphen of a word that was broken at the edge of a page.
    pub(super) fn drop_hyphen(&mut self) {
        if let Some(RichInline::Text { text, .. }) = self.content.last_mut()
            && text.ends_with(['-', '\u{2010}'])
        {
            text.pop();
        }
    }

    /// Ends a line within the paragraph.
    pub(super) fn break_line(&mut self) {
        self.space = None;
        if !self.content.is_empty() {
            self.content.push(RichInline::Break);
        }
    }

    /// The words, if there are any.
    pub(super) fn finish(&mut self) -> Option<Vec<RichInline>> {
        self.space = None;
        let mut content = std::mem::take(&mut self.content);
        while matches!(content.last(), Some(RichInline::Break)) {
            content.pop();
        }
        // More than one break in a row is space between lines, which paragraphs have by themselves.
        content.dedup_by(|a, b| matches!((a, b), (RichInline::Break, RichInline::Break)));
        (!content.is_empty()).then(|| linked(content))
    }

    /// Nothing was added yet.
    pub(super) fn is_empty(&self) -> bool {
        self.content.is_empty()
    }
}

/// White space of HTML, and the fixed spaces that editors put in the place of others.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{85}')
}

/// Characters that only steer breaking, or that no letter has: soft hyphens, zero-width spaces, byte order marks.
fn is_for_printing(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffc}' | '\u{fffe}' | '\u{ffff}')
}

/// The letters of a character that PDF files have for several.
fn unligatured(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

/// The same words, addresses among them as links.
fn linked(content: Vec<RichInline>) -> Vec<RichInline> {
    let mut out = Vec::with_capacity(content.len());
    for inline in content {
        match &inline {
            RichInline::Text { text: words, strong, emphasis, underline, link }
                if link.is_empty() && (words.contains("http://") || words.contains("https://")) =>
            {
                let looks = Looks { strong: *strong, emphasis: *emphasis, underline: *underline, link: String::new() };
                with_links(words, &looks, &mut out);
            }
            _ => out.push(inline),
        }
    }
    out
}

fn with_links(words: &str, looks: &Looks, out: &mut Vec<RichInline>) {
    let mut rest = words;
    let mut from = 0;
    while let Some(at) = rest[from..].find("http").map(|at| from + at) {
        let begins = rest[at..].starts_with("http://") || rest[at..].starts_with("https://");
        let near = &rest[at..rest.floor_char_boundary(at + LONGEST_ADDRESS)];
        let end = near.find(|c: char| is_space(c) || "<>\"“”\\".contains(c)).unwrap_or(near.len());
        let address = without_punctuation(&near[..end]);
        if begins && !rest[..at].ends_with(char::is_alphanumeric) && is_absolute(address) {
            if at > 0 {
                out.push(text(&rest[..at], looks));
            }
            out.push(text(address, &Looks { link: address.to_owned(), ..looks.clone() }));
            rest = &rest[at + address.len()..];
            from = 0;
        } else {
            from = at + 4;
        }
    }
    if !rest.is_empty() {
        out.push(text(rest, looks));
    }
}

/// An address without the punctuation of the sentence that it ends.
fn without_punctuation(address: &str) -> &str {
    let mut address = address;
    while let Some(last) = address.chars().next_back() {
        let is_paired = last == ')' && address.matches('(').count() >= address.matches(')').count();
        if is_paired || !matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | ')' | ']' | '*' | '_') {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}
