//! HTML tag by tag to pieces; the only file that names html5ever, of which only the tokenizer is used.
//!
//! The tree is never built: a stack remembers what each open element changed, and closing it takes that back. What
//! the tokenizer cannot know without a tree, such as end tags left out, is judged as a paste needs it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use letter::markup::is_absolute;
use letter::markup::rich::RichInline;

use super::characters::is_bullet;
use super::style::{Element, Raw, Styles, element, look_of, sign_called, styles};
use super::tree::{Piece, Step, step};
use super::words::{LONGEST_ADDRESS, Look, Words};
use super::{LONGEST_TAG, sign};

/// The number of all quotations that Word marks by a paragraph's class, so that neighbours are one.
const WORD_QUOTE: usize = 0;

/// HTML without the bytes of the pictures that stand in its attributes.
pub(super) fn without_pictures(html: &str) -> Cow<'_, str> {
    const OPENING: &str = "data:";
    let mut out = String::new();
    let mut done = 0;
    for (at, _) in html.match_indices(OPENING) {
        let in_attribute = html[..at].ends_with(['"', '\'', '=']);
        if at < done || !in_attribute {
            continue;
        }
        let is_of_picture = |b: &u8| b.is_ascii_alphanumeric() || b"+/=;,-.%".contains(b);
        let length = html.as_bytes()[at..].iter().skip(OPENING.len()).take_while(|b| is_of_picture(b)).count();
        if length > LONGEST_TAG / 64 {
            out.push_str(&html[done..at + OPENING.len()]);
            done = at + OPENING.len() + length;
        }
    }
    if done == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[done..]);
    Cow::Owned(out)
}

/// Reads HTML; none when it has a tag that is too long.
pub(super) fn pieces(html: &str) -> Option<Vec<Piece>> {
    // What Windows puts in front of HTML on its clipboard.
    let html = if html.starts_with("Version:") { &html[html.find('<')?..] } else { html };
    let mut reader = read(html, Reader::default())?;
    if reader.now.is_dropped {
        // An element whose words do not count was never closed: then they count.
        reader = read(html, Reader { drops_nothing: true, ..Reader::default() })?;
    }
    Some(reader.finish())
}

fn read(html: &str, reader: Reader) -> Option<Reader> {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(reader)), TokenizerOpts::default());
    let input = BufferQueue::default();
    let tokens = || tokenizer.sink.0.borrow().tokens;
    // Every tag begins a part, so that one which does not end is known by the part after which no token came.
    let mut begun: Option<&str> = None;
    let mut length = 0;
    for part in parts(html) {
        let before = tokens();
        input.push_back(StrTendril::from_slice(part));
        let _ = tokenizer.feed(&input);
        if tokens() != before {
            (begun, length) = (None, 0);
            continue;
        }
        let first = begun.get_or_insert(part);
        length += part.len();
        let inside = first.strip_prefix('<').unwrap_or_default();
        let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if is_tag && length >= LONGEST_TAG {
            return None;
        }
    }
    tokenizer.end();
    Some(tokenizer.sink.0.into_inner())
}

/// The HTML cut in front of each `<`, and where a part would be longer than the longest tag.
fn parts(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let after = first.len_utf8();
        let end = rest[after..].find('<').map_or(rest.len(), |found| after + found);
        let end = if end > LONGEST_TAG { rest.floor_char_boundary(LONGEST_TAG) } else { end };
        let (part, following) = rest.split_at(end);
        rest = following;
        Some(part)
    })
}

/// What holds at the place that is being read.
#[derive(Clone, Default)]
struct Now {
    look: Look,
    place: Rc<[Step]>,
    heading: u8,
    /// The list around, by its place among all lists.
    list: Option<usize>,
    /// An item of that list is open.
    in_item: bool,
    /// A `p` is open, which any block ends.
    in_paragraph: bool,
    /// A cell of a table is around.
    in_cell: bool,
    is_dropped: bool,
    has_lines: bool,
    /// The level and the list of Word's item, and the number of the item.
    word_item: Option<Rc<(usize, String, usize)>>,
    is_word_mark: bool,
}

/// An element that is open, and what held before it.
struct Open {
    name: LocalName,
    is_block: bool,
    before: Now,
}

struct List {
    number: usize,
    sign: Option<String>,
    place: Rc<[Step]>,
    /// The last item, in which Google Docs means a list that follows it.
    last: Option<Rc<[Step]>>,
}

/// A level of Word's lists that the last item stood in.
struct WordLevel {
    level: usize,
    key: String,
    step: Step,
}

#[derive(Default)]
struct Reader {
    drops_nothing: bool,
    tokens: usize,
    now: Now,
    open: Vec<Open>,
    /// How many elements of each name are open.
    counts: HashMap<LocalName, usize>,
    words: Words,
    pieces: Vec<Piece>,
    lists: Vec<List>,
    /// The list of items that stand in none.
    stray: Option<usize>,
    word_levels: Vec<WordLevel>,
    word_mark: String,
    /// How many pieces there were when the row of cells that is being read began.
    row: usize,
    /// The paragraph of a cell ended, and its words wait for the next cell.
    is_cell_whole: bool,
    numbers: usize,
}

struct Sink(RefCell<Reader>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        reader.tokens += 1;
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return reader.start(&tag),
            Token::TagToken(tag) => reader.end(&tag.name),
            Token::CharacterTokens(text) => reader.text(&text),
            Token::NullCharacterToken
            | Token::CommentToken(_)
            | Token::DoctypeToken(_)
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

impl Reader {
    /// A number that nothing else has.
    fn number(&mut self) -> usize {
        self.numbers += 1;
        self.numbers
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let mut kind = element(&tag.name);
        if self.drops_nothing && kind == Element::Dropped {
            kind = Element::Inline;
        }
        match kind {
            Element::Nothing => return TokenSinkResult::Continue,
            Element::Break => {
                self.line_break();
                return TokenSinkResult::Continue;
            }
            Element::Item if self.now.in_item => self.close("li"),
            _ => {}
        }
        let is_block = !matches!(kind, Element::Inline | Element::Dropped | Element::Raw(_) | Element::Cell);
        if is_block {
            if self.now.in_paragraph {
                self.close("p");
            }
            if &*tag.name == "tr" {
                self.flush();
                self.row = self.pieces.len();
            } else if !self.words.is_apart() {
                self.flush();
            }
        }
        if tag.self_closing {
            return TokenSinkResult::Continue;
        }
        let before = self.now.clone();
        self.now.in_paragraph |= &*tag.name == "p";
        let styles = attribute(tag, "style").map(styles).unwrap_or_default();
        self.enter(tag, kind, &styles);
        self.look(tag, &styles);
        *self.counts.entry(tag.name.clone()).or_default() += 1;
        self.open.push(Open { name: tag.name.clone(), is_block, before });
        match kind {
            Element::Raw(Raw::Script) => TokenSinkResult::RawData(RawKind::ScriptData),
            Element::Raw(Raw::Plain | Raw::Shown) => TokenSinkResult::RawData(RawKind::Rawtext),
            Element::Raw(Raw::Entities) => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    /// What the element is changes where its words stand.
    fn enter(&mut self, tag: &Tag, kind: Element, styles: &Styles) {
        match kind {
            Element::Heading(level) => self.now.heading = level,
            Element::Quote => {
                let number = self.number();
                self.now.place = step(&self.now.place, Step::Quote(number)).into();
            }
            Element::Bullets => self.list(None),
            Element::Numbers => {
                let called = attribute(tag, "type").and_then(sign_called).or_else(|| styles.sign.clone());
                let start = attribute(tag, "start").and_then(|start| start.trim().parse::<u16>().ok());
                let sign = match (called, start) {
                    (Some(sign), _) if sign != "1." => sign,
                    (_, Some(start)) if sign::is_sign(&format!("{start}.")) => format!("{start}."),
                    _ => "1.".to_owned(),
                };
                self.list(Some(sign));
            }
            Element::Item => self.item(),
            Element::Cell => self.cell(),
            Element::Lines | Element::Raw(Raw::Shown) => self.now.has_lines = true,
            Element::Dropped | Element::Raw(_) => self.now.is_dropped = true,
            Element::Inline | Element::Block | Element::Break | Element::Nothing => {}
        }
        let class = attribute(tag, "class").unwrap_or_default();
        match class {
            "MsoTitle" => self.now.heading = 1,
            "MsoSubtitle" => self.now.heading = 2,
            "MsoQuote" | "MsoIntenseQuote" => {
                self.now.place = step(&self.now.place, Step::Quote(WORD_QUOTE)).into();
            }
            _ => {}
        }
        let is_comment = class == "msocomanchor" || class == "MsoCommentReference";
        self.now.is_dropped |= styles.is_hidden || is_comment || attribute(tag, "hidden").is_some();
        self.now.is_dropped &= !self.drops_nothing || matches!(kind, Element::Raw(_));
        self.now.has_lines |= styles.has_lines;
        if let Some((level, list)) = &styles.word_item {
            self.now.word_item = Some(Rc::new((*level, list.clone(), self.number())));
            self.word_mark.clear();
        }
        self.now.is_word_mark |= styles.is_word_mark;
    }

    fn look(&mut self, tag: &Tag, styles: &Styles) {
        let look = &mut self.now.look;
        look_of(&tag.name, look);
        look.strong = styles.strong.unwrap_or(look.strong);
        look.emphasis = styles.emphasis.unwrap_or(look.emphasis);
        look.underline = styles.underline.unwrap_or(look.underline);
        if &*tag.name == "a" {
            // Spaces are what web pages often leave in.
            let address = attribute(tag, "href").unwrap_or_default().trim().replace(' ', "%20");
            let leads = address.len() <= LONGEST_ADDRESS && is_absolute(&address);
            look.link = leads.then(|| Rc::from(address));
        }
        // Headings are bold and links are underlined as it is.
        look.strong &= self.now.heading == 0;
        look.underline &= look.link.is_none();
    }

    /// Opens a list, in the item it stands in or, as Google Docs writes it, in the one it follows.
    fn list(&mut self, sign: Option<String>) {
        let around = self.now.list.filter(|_| !self.now.in_item).and_then(|list| self.lists[list].last.clone());
        let place = around.unwrap_or_else(|| self.now.place.clone());
        let number = self.number();
        self.lists.push(List { number, sign, place, last: None });
        self.now.list = Some(self.lists.len() - 1);
        self.now.in_item = false;
    }

    fn item(&mut self) {
        let list = self.now.list.or(self.stray).unwrap_or_else(|| {
            let number = self.number();
            self.lists.push(List { number, sign: None, place: self.now.place.clone(), last: None });
            self.stray = Some(self.lists.len() - 1);
            self.lists.len() - 1
        });
        let item = self.number();
        let list_of_item = &mut self.lists[list];
        let inner = Step::Item { list: list_of_item.number, item, sign: list_of_item.sign.clone() };
        let place: Rc<[Step]> = step(&list_of_item.place, inner).into();
        list_of_item.last = Some(place.clone());
        self.now.place = place;
        self.now.list = Some(list);
        self.now.in_item = true;
    }

    /// The cells of a row are one piece as long as each holds one paragraph.
    fn cell(&mut self) {
        if self.pieces.len() == self.row {
            self.is_cell_whole = false;
            self.words.apart();
        } else {
            self.flush();
            self.row = self.pieces.len();
        }
        self.now.in_cell = true;
    }

    fn end(&mut self, name: &LocalName) {
        match element(name) {
            Element::Break => self.line_break(),
            _ => self.close(name),
        }
    }

    /// Closes the innermost element of this name and what stands open in it; one that is not open is nothing.
    fn close(&mut self, name: &str) {
        if self.counts.get(&LocalName::from(name)).is_none_or(|count| *count == 0) {
            return;
        }
        while let Some(open) = self.open.pop() {
            let is_plain = self.now.place == open.before.place && self.now.heading == 0 && self.now.word_item.is_none();
            let is_of_cell = open.before.in_cell && is_plain && matches!(&*open.name, "p" | "div");
            if open.is_block && is_of_cell && self.pieces.len() == self.row {
                // Whether the row goes on with it is known when the next words come.
                self.is_cell_whole = !self.words.is_empty();
            } else if open.is_block {
                self.flush();
            }
            self.now = open.before;
            if let Some(count) = self.counts.get_mut(&open.name) {
                *count -= 1;
            }
            if &*open.name == name {
                break;
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.now.is_dropped {
            return;
        }
        if self.now.is_word_mark {
            self.word_mark.push_str(text);
            return;
        }
        if self.is_cell_whole && !text.trim().is_empty() {
            self.flush();
        }
        if !self.now.has_lines {
            self.words.text(text, &self.now.look);
            return;
        }
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                self.line_break();
            }
            self.words.text(line, &self.now.look);
        }
    }

    /// An empty line ends a paragraph.
    fn line_break(&mut self) {
        if self.now.is_dropped || self.now.is_word_mark {
        } else if self.words.ends_in_break() {
            self.flush();
        } else {
            self.words.line_break();
        }
    }

    /// The words so far are a piece.
    fn flush(&mut self) {
        self.is_cell_whole = false;
        if self.words.is_empty() {
            return;
        }
        let content = self.words.take();
        if content.is_empty() {
            return;
        }
        let place = match self.now.word_item.clone() {
            Some(item) => self.word_place(&item),
            None => {
                self.word_levels.clear();
                self.now.place.to_vec()
            }
        };
        self.pieces.push(Piece { place, heading: self.now.heading, content });
    }

    /// Where one of Word's items stands, which are paragraphs in a row that say their level.
    fn word_place(&mut self, (level, key, item): &(usize, String, usize)) -> Vec<Step> {
        while self.word_levels.last().is_some_and(|last| last.level > *level) {
            self.word_levels.pop();
        }
        let mark = sign::of_mark(&self.word_mark);
        let last = self.word_levels.pop_if(|last| last.level == *level);
        let goes_on = last.filter(|last| {
            last.key == *key && matches!(&last.step, Step::Item { sign, .. } if sign.is_some() == mark.is_some())
        });
        let step_in = match goes_on.map(|last| last.step) {
            Some(Step::Item { list, sign, .. }) => Step::Item { list, item: *item, sign },
            _ => Step::Item { list: self.number(), item: *item, sign: mark },
        };
        self.word_levels.push(WordLevel { level: *level, key: key.clone(), step: step_in });
        self.word_levels.iter().fold(self.now.place.to_vec(), |place, level| step(&place, level.step.clone()))
    }

    fn finish(mut self) -> Vec<Piece> {
        self.flush();
        let number = self.number();
        self.pieces.iter_mut().zip(number + 1..).for_each(|(piece, item)| typed_bullet(piece, number, item));
        self.pieces
    }
}

/// A paragraph that begins with a bullet is an item.
fn typed_bullet(piece: &mut Piece, list: usize, item: usize) {
    let Some(RichInline::Text { text, .. }) = piece.content.first_mut() else { return };
    let mut chars = text.chars();
    let opens = chars.next().is_some_and(is_bullet) && chars.next() == Some(' ');
    if !opens || !piece.place.is_empty() || piece.heading > 0 {
        return;
    }
    *text = chars.as_str().to_owned();
    if text.is_empty() {
        piece.content.remove(0);
    }
    if !piece.content.is_empty() {
        piece.place.push(Step::Item { list, item, sign: None });
    }
}
