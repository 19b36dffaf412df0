//! Characters with their looks to the words of one paragraph: spaces are single, neighbours of one look are one.

use std::rc::Rc;

use letter::markup::rich::RichInline;

use super::characters::{Clean, clean};

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
        let inline = |run| match run {
            Run::Break => RichInline::Break,
            Run::Text(text, Look { strong, emphasis, underline, link }) => {
                let link = link.as_deref().unwrap_or_default().to_owned();
                RichInline::Text { text, strong, emphasis, underline, link }
            }
        };
        std::mem::take(&mut self.runs).into_iter().map(inline).collect()
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
