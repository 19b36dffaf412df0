//! Characters with their looks to the words of one paragraph: spaces are single, neighbours of one look are one, and
//! addresses that stand among them are links, as they are in letters.

use std::rc::Rc;

use letter::markup::is_absolute;
use letter::markup::rich::RichInline;

use super::characters::{Clean, clean};

/// The longest address of a link, as in letters.
pub(super) const LONGEST_ADDRESS: usize = 2000;

/// How words look, and where they lead.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Look {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) underline: bool,
    pub(super) link: Option<Rc<str>>,
}

/// The words of the paragraph that is being read.
#[derive(Default)]
pub(super) struct Words {
    runs: Vec<Run>,
    /// A space has come and waits for a word.
    has_space: bool,
    /// A cell of a table begins and waits for a word.
    is_apart: bool,
}

enum Run {
    Text(String, Look),
    Break,
}

impl Words {
    /// Nothing was written yet.
    pub(super) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The last thing written is a break.
    pub(super) fn ends_in_break(&self) -> bool {
        matches!(self.runs.last(), Some(Run::Break))
    }

    /// Writes words; line feeds are spaces.
    pub(super) fn text(&mut self, text: &str, look: &Look) {
        for c in text.chars() {
            match clean(c) {
                Clean::Char(c) => self.char(c, look),
                Clean::Letters(letters) => letters.chars().for_each(|c| self.char(c, look)),
                Clean::Space => self.has_space = true,
                Clean::Break => self.line_break(),
                Clean::Nothing => {}
            }
        }
    }

    /// Ends a line. Before the first words there is none to end.
    pub(super) fn line_break(&mut self) {
        self.has_space = false;
        if !self.runs.is_empty() {
            self.runs.push(Run::Break);
        }
    }

    /// What follows stands apart from what is there, as the next cell of a table does.
    pub(super) fn apart(&mut self) {
        self.is_apart = !self.runs.is_empty() && !self.ends_in_break();
    }

    /// A cell has begun and has no words yet.
    pub(super) fn is_apart(&self) -> bool {
        self.is_apart
    }

    /// The words, and nothing is left.
    pub(super) fn take(&mut self) -> Vec<RichInline> {
        self.has_space = false;
        self.is_apart = false;
        while self.ends_in_break() {
            self.runs.pop();
        }
        let mut out = Vec::new();
        for run in std::mem::take(&mut self.runs) {
            match run {
                Run::Break => out.push(RichInline::Break),
                Run::Text(text, look) if look.link.is_none() => with_links(&text, &look, &mut out),
                Run::Text(text, look) => out.push(inline(&text, &look)),
            }
        }
        out
    }

    fn char(&mut self, c: char, look: &Look) {
        if std::mem::take(&mut self.is_apart) {
            self.run(&Look::default()).push_str(" |");
            self.has_space = true;
        }
        if std::mem::take(&mut self.has_space) {
            self.space(look);
        }
        self.run(look).push(c);
    }

    /// A space between words has the looks that both sides share.
    fn space(&mut self, next: &Look) {
        let Some(Run::Text(_, last)) = self.runs.last() else { return };
        let shared = Look {
            strong: last.strong && next.strong,
            emphasis: last.emphasis && next.emphasis,
            underline: last.underline && next.underline,
            link: last.link.clone().filter(|_| last.link == next.link),
        };
        self.run(&shared).push(' ');
    }

    /// The text of this look at the end.
    fn run(&mut self, look: &Look) -> &mut String {
        if !matches!(self.runs.last(), Some(Run::Text(_, last)) if last == look) {
            self.runs.push(Run::Text(String::new(), look.clone()));
        }
        match self.runs.last_mut() {
            Some(Run::Text(text, _)) => text,
            _ => unreachable!("the last run was just made a text"),
        }
    }
}

fn inline(text: &str, look: &Look) -> RichInline {
    let Look { strong, emphasis, underline, .. } = *look;
    let link = look.link.as_deref().unwrap_or_default().to_owned();
    RichInline::Text { text: text.to_owned(), strong, emphasis, underline, link }
}

/// Words without a link, cut around the addresses in them.
fn with_links(words: &str, look: &Look, out: &mut Vec<RichInline>) {
    let mut rest = words;
    let mut from = 0;
    while let Some(at) = rest[from..].find("http").map(|found| from + found) {
        let begins = ["http://", "https://"].iter().any(|scheme| rest[at..].starts_with(scheme));
        if !begins {
            from = at + "http".len();
            continue;
        }
        let near = near(&rest[at..]);
        let address = without_punctuation(near);
        if rest[..at].ends_with(char::is_alphanumeric) || !is_absolute(address) {
            // What has begun like an address is looked at once, whatever else it holds.
            from = at + near.len();
            continue;
        }
        if at > 0 {
            out.push(inline(&rest[..at], look));
        }
        out.push(inline(address, &Look { underline: false, link: Some(Rc::from(address)), ..look.clone() }));
        rest = &rest[at + address.len()..];
        from = 0;
    }
    if !rest.is_empty() {
        out.push(inline(rest, look));
    }
}

/// As much of the text as could be an address.
fn near(text: &str) -> &str {
    let near = &text[..text.floor_char_boundary(LONGEST_ADDRESS)];
    let stops = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '\\');
    &near[..near.find(stops).unwrap_or(near.len())]
}

/// An address without the punctuation of the sentence that it ends.
fn without_punctuation(mut address: &str) -> &str {
    let mut unpaired = address.matches(')').count().saturating_sub(address.matches('(').count());
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if unpaired > 0 => unpaired -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '\'' | '’' | ']' => {}
            _ => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}
