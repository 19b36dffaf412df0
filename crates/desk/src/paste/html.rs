//! HTML in, lines out. The only file that names html5ever.
//!
//! The tokens of the HTML are read as they come, with a short memory of what is open: pasted HTML is a heap of tags
//! that need not match, and a tree of it would be thrown away at once. Scripts, styles, pictures and what is hidden
//! are passed over; a look comes of a tag or of its `style`, whichever is nearer to the words.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use letter::markup::is_absolute;

use super::plain::numbered;
use super::words::{Looks, Paragraph};
use super::{Kind, Line};

/// What is open deeper than this is not kept apart any more.
const DEEPEST: usize = 120;

/// Reads HTML.
pub(super) fn lines(html: &str) -> Vec<Line> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    // A sink that asks for no scripts is never interrupted.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut reader = tokenizer.sink.0.into_inner();
    reader.flush();
    reader.out
}

struct Sink(RefCell<Reader>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => reader.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => reader.end(&tag.name),
            Token::TagToken(tag) => {
                reader.start(&tag);
                return match &*tag.name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
                    "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => TokenSinkResult::Continue,
                };
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[derive(Default)]
struct Reader {
    out: Vec<Line>,
    open: Vec<Open>,
    paragraph: Paragraph,
    /// What the paragraph is, decided by where its first word stands.
    kind: Kind,
    quoted: bool,
    /// The sign that Word wrote before an item of its own kind of list.
    sign: String,
}

/// Something that is open.
#[derive(Clone, Debug, Default)]
struct Open {
    name: String,
    looks: Looks,
    role: Role,
    is_hidden: bool,
    is_verbatim: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
enum Role {
    #[default]
    None,
    Heading(u8),
    Quote,
    /// A list and the sign of its next item; none for bullets.
    List(Option<String>),
    /// An item; its first paragraph is still to come.
    Item {
        is_new: bool,
    },
    /// A paragraph that Word calls an item, with its depth.
    WordItem {
        level: usize,
    },
    /// The sign that Word wrote before an item.
    WordSign,
}

impl Reader {
    fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        match name {
            "br" => {
                if !self.is_hidden() {
                    self.paragraph.break_line();
                }
                return;
            }
            "hr" => return self.flush(),
            "img" | "input" | "meta" | "link" | "base" | "col" | "wbr" | "area" | "source" | "embed" | "param" => {
                return;
            }
            "p" => self.close_within("p", &["li", "td", "th", "blockquote", "div"]),
            "li" => self.close_within("li", &["ul", "ol"]),
            "td" | "th" => self.close_within(name, &["tr", "table"]),
            "tr" => self.close_within("tr", &["table"]),
            _ => {}
        }
        if is_block(name) {
            self.flush();
        }
        if matches!(name, "td" | "th") {
            self.paragraph.add(" ", &Looks::default());
        }
        if tag.self_closing && !is_block(name) || self.open.len() >= DEEPEST {
            return;
        }
        let open = self.opened(tag);
        self.open.push(open);
    }

    fn opened(&self, tag: &Tag) -> Open {
        let name = &*tag.name;
        let attribute = |name: &str| tag.attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value);
        let outer = self.open.last();
        let mut open = Open {
            name: name.to_owned(),
            looks: outer.map(|outer| outer.looks.clone()).unwrap_or_default(),
            role: Role::None,
            is_hidden: outer.is_some_and(|outer| outer.is_hidden)
                || is_passed_over(name)
                || attribute("hidden").is_some(),
            is_verbatim: outer.is_some_and(|outer| outer.is_verbatim) || name == "pre",
        };
        match name {
            "b" | "strong" => open.looks.strong = true,
            "i" | "em" | "cite" | "dfn" | "var" => open.looks.emphasis = true,
            "u" | "ins" => open.looks.underline = true,
            "a" => {
                if let Some(address) = attribute("href").and_then(address) {
                    open.looks.link = address;
                }
            }
            "h1" => open.role = Role::Heading(1),
            "h2" | "h3" | "h4" | "h5" | "h6" => open.role = Role::Heading(2),
            "blockquote" => open.role = Role::Quote,
            "ul" | "menu" | "dir" => open.role = Role::List(None),
            "ol" => open.role = Role::List(Some(first_sign(attribute("type"), attribute("start")))),
            "li" => open.role = Role::Item { is_new: true },
            _ => {}
        }
        style(attribute("style").unwrap_or_default(), &mut open);
        if matches!(open.role, Role::Heading(_)) {
            // A heading is bold by itself.
            open.looks.strong = false;
        }
        open
    }

    fn end(&mut self, name: &str) {
        if is_block(name) || matches!(name, "td" | "th") {
            if !matches!(name, "td" | "th") {
                self.flush();
            }
            // Only what is outside of the cell or list goes on after it.
            let stop: &[&str] = if matches!(name, "p" | "div") { &["td", "th", "li", "blockquote"] } else { &[] };
            self.close_within(name, stop);
        } else {
            self.close_within(name, &["p", "li", "td", "th", "blockquote", "div", "table", "ul", "ol"]);
        }
    }

    /// Closes the innermost of this name and what is in it, unless one of the others is nearer.
    fn close_within(&mut self, name: &str, stops: &[&str]) {
        for at in (0..self.open.len()).rev() {
            if self.open[at].name == name {
                if is_block(name) {
                    self.flush();
                }
                self.open.truncate(at);
                return;
            }
            if stops.contains(&self.open[at].name.as_str()) {
                return;
            }
        }
    }

    fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_hidden)
    }

    fn text(&mut self, text: &str) {
        let Some(open) = self.open.last() else {
            self.begin(text);
            return self.paragraph.add(text, &Looks::default());
        };
        if open.is_hidden {
            return;
        }
        if self.open.iter().any(|open| open.role == Role::WordSign) {
            return self.sign.push_str(text);
        }
        let (mut looks, is_verbatim) = (open.looks.clone(), open.is_verbatim);
        self.begin(text);
        if matches!(self.kind, Kind::Heading(_)) {
            // Word writes its headings in bold letters besides.
            looks.strong = false;
        }
        if !is_verbatim {
            return self.paragraph.add(text, &looks);
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.paragraph.break_line();
            }
            self.paragraph.add(line, &looks);
        }
    }

    /// Decides what the paragraph is when its first word comes.
    fn begin(&mut self, text: &str) {
        if !self.paragraph.is_empty() || text.trim().is_empty() {
            return;
        }
        self.quoted = self.open.iter().any(|open| open.role == Role::Quote);
        let level = self.open.iter().filter(|open| matches!(open.role, Role::List(_))).count();
        let heading = self.open.iter().rev().find_map(|open| match open.role {
            Role::Heading(level) => Some(level),
            _ => None,
        });
        let word_item = self.open.iter().rev().find_map(|open| match open.role {
            Role::WordItem { level } => Some(level),
            _ => None,
        });
        let item = self.open.iter_mut().rev().find_map(|open| match &mut open.role {
            Role::Item { is_new } => Some(std::mem::take(is_new)),
            _ => None,
        });
        let sign = std::mem::take(&mut self.sign);
        self.kind = match (word_item, item, heading) {
            (Some(level), _, None) if !sign.trim().is_empty() => {
                Kind::Item { level, sign: numbered(sign.trim_matches(|c: char| c.is_whitespace())) }
            }
            (Some(level), _, None) => Kind::Within { level },
            (None, Some(true), _) => Kind::Item { level: level.max(1), sign: self.list_sign() },
            (None, Some(false), _) => Kind::Within { level: level.max(1) },
            (_, _, Some(level)) => Kind::Heading(level),
            (None, None, None) => Kind::Plain,
        };
    }

    fn list_sign(&self) -> Option<String> {
        self.open.iter().rev().find_map(|open| match &open.role {
            Role::List(sign) => Some(sign.clone()),
            _ => None,
        })?
    }

    fn flush(&mut self) {
        let kind = std::mem::take(&mut self.kind);
        if let Some(content) = self.paragraph.finish() {
            self.out.push(Line { kind, quoted: self.quoted, content });
        }
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "menu"
            | "dir"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "table"
            | "tr"
            | "caption"
            | "thead"
            | "tbody"
            | "tfoot"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "aside"
            | "nav"
            | "address"
            | "figure"
            | "figcaption"
            | "center"
            | "form"
            | "fieldset"
            | "details"
            | "summary"
            | "body"
    )
}

/// What stands in it is no words of a letter.
fn is_passed_over(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "title"
            | "template"
            | "noscript"
            | "svg"
            | "math"
            | "object"
            | "iframe"
            | "select"
            | "textarea"
            | "button"
            | "xml"
            | "applet"
            | "audio"
            | "video"
            | "canvas"
            | "map"
            | "noembed"
            | "noframes"
            | "datalist"
            | "xmp"
    )
}

/// An address that a letter may lead to.
fn address(href: &str) -> Option<String> {
    let href = href.trim();
    // Spaces are the one thing that web pages often leave in.
    let address = href.replace(' ', "%20");
    is_absolute(&address).then_some(address)
}

/// The sign of the first item of a numbered list.
fn first_sign(kind: Option<&str>, start: Option<&str>) -> String {
    match kind {
        Some("a") => "a)".to_owned(),
        Some("A") => "A)".to_owned(),
        Some("i") => "i)".to_owned(),
        Some("I") => "I)".to_owned(),
        _ => {
            let start =
                start.and_then(|start| start.trim().parse::<u16>().ok()).filter(|start| (1..=999).contains(start));
            format!("{}.", start.unwrap_or(1))
        }
    }
}

/// What the `style` of a tag says of looks, of Word's lists, and of what is hidden.
fn style(style: &str, open: &mut Open) {
    for declaration in style.split(';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let (property, value) = (property.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
        let value = value.trim_end_matches("!important").trim_end();
        match property.as_str() {
            "font-weight" => {
                open.looks.strong =
                    value.starts_with("bold") || value.parse::<f32>().is_ok_and(|weight| weight >= 600.0);
            }
            "font-style" => open.looks.emphasis = value.starts_with("italic") || value.starts_with("oblique"),
            "text-decoration" | "text-decoration-line" => open.looks.underline = value.contains("underline"),
            "display" if value == "none" => open.is_hidden = true,
            "visibility" if value == "hidden" => open.is_hidden = true,
            "mso-hide" if value == "all" => open.is_hidden = true,
            "mso-list" if value.contains("ignore") => open.role = Role::WordSign,
            "mso-list" if open.role == Role::None => {
                let level = value.split_whitespace().find_map(|word| word.strip_prefix("level")?.parse().ok());
                if let Some(level) = level {
                    open.role = Role::WordItem { level };
                }
            }
            "list-style-type" | "list-style" => {
                if let Role::List(Some(sign)) = &mut open.role {
                    let kind = match value.split_whitespace().next().unwrap_or_default() {
                        "lower-alpha" | "lower-latin" => "a)",
                        "upper-alpha" | "upper-latin" => "A)",
                        "lower-roman" => "i)",
                        "upper-roman" => "I)",
                        _ => continue,
                    };
                    *sign = kind.to_owned();
                }
            }
            _ => {}
        }
    }
}
