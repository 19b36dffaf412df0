//! What tags and styles mean, as far as letters have it.

use super::words::Look;

/// What an element is to a letter.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Element {
    /// Its words stand in the paragraph around it.
    Inline,
    /// Its words stand apart.
    Block,
    /// A heading of this level.
    Heading(u8),
    /// A quotation.
    Quote,
    /// A list with bullets.
    Bullets,
    /// A numbered list.
    Numbers,
    /// An item.
    Item,
    /// A cell of a table.
    Cell,
    /// Lines are as they are in the source.
    Lines,
    /// A line break.
    Break,
    /// It has no words, and no end.
    Nothing,
    /// Its words are not the page's.
    Dropped,
    /// What it holds is no markup.
    Raw(Raw),
}

/// How the content of an element that holds no markup is read.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Raw {
    /// A program.
    Script,
    /// Text without entities.
    Plain,
    /// Text with entities.
    Entities,
    /// Text that the page shows.
    Shown,
}

/// What the element with this name is.
pub(super) fn element(name: &str) -> Element {
    match name {
        "h1" => Element::Heading(1),
        "h2" | "h3" | "h4" | "h5" | "h6" => Element::Heading(2),
        "blockquote" => Element::Quote,
        "ul" | "menu" | "dir" => Element::Bullets,
        "ol" => Element::Numbers,
        "li" => Element::Item,
        "td" | "th" => Element::Cell,
        "pre" | "listing" => Element::Lines,
        "br" => Element::Break,
        "area" | "base" | "col" | "embed" | "img" | "image" | "input" | "link" | "meta" | "param" | "source"
        | "track" | "wbr" => Element::Nothing,
        "script" => Element::Raw(Raw::Script),
        "style" | "iframe" | "noembed" | "noframes" => Element::Raw(Raw::Plain),
        "textarea" | "title" => Element::Raw(Raw::Entities),
        "xmp" => Element::Raw(Raw::Shown),
        "annotation" | "annotation-xml" | "audio" | "button" | "canvas" | "datalist" | "noscript" | "object"
        | "select" | "svg" | "template" | "video" | "xml" => Element::Dropped,
        "address" | "article" | "aside" | "body" | "caption" | "center" | "dd" | "details" | "dialog" | "div"
        | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "header" | "hgroup" | "hr"
        | "html" | "legend" | "main" | "nav" | "p" | "search" | "section" | "summary" | "table" | "tbody" | "tfoot"
        | "thead" | "tr" => Element::Block,
        _ => Element::Inline,
    }
}

/// What the element itself does to the look of its words.
pub(super) fn look_of(name: &str, look: &mut Look) {
    match name {
        "b" | "strong" => look.strong = true,
        "i" | "em" | "cite" | "dfn" => look.emphasis = true,
        "u" | "ins" => look.underline = true,
        _ => {}
    }
}

/// What the `style` of an element says.
#[derive(Default)]
pub(super) struct Styles {
    pub(super) strong: Option<bool>,
    pub(super) emphasis: Option<bool>,
    pub(super) underline: Option<bool>,
    /// Nobody sees it.
    pub(super) is_hidden: bool,
    /// Lines are as they are in the source.
    pub(super) has_lines: bool,
    /// The first sign of a list, as its digits are called.
    pub(super) sign: Option<String>,
    /// The level and the list of one of Word's items.
    pub(super) word_item: Option<(usize, String)>,
    /// The number or bullet that Word wrote for programs without lists.
    pub(super) is_word_mark: bool,
}

/// Reads a `style` attribute.
pub(super) fn styles(text: &str) -> Styles {
    let mut styles = Styles::default();
    for declaration in text.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let value = value.trim().to_ascii_lowercase();
        let value = value.trim_end_matches("!important").trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "font-weight" => styles.strong = weight(value).or(styles.strong),
            "font-style" => match value {
                "italic" | "oblique" => styles.emphasis = Some(true),
                "normal" => styles.emphasis = Some(false),
                _ => {}
            },
            "text-decoration" | "text-decoration-line" | "text-underline" => {
                let is_none = value.split_whitespace().any(|word| word == "none");
                styles.underline = match value {
                    _ if is_none => Some(false),
                    _ if value.contains("underline") || name.trim() == "text-underline" => Some(true),
                    _ => styles.underline,
                };
            }
            "display" => styles.is_hidden |= value == "none",
            "mso-hide" => styles.is_hidden |= value == "all",
            "mso-element" => styles.is_hidden |= value == "comment-list",
            "white-space" => styles.has_lines = value.starts_with("pre") || value == "break-spaces",
            "list-style-type" | "list-style" => {
                styles.sign = value.split_whitespace().find_map(sign_called).or(styles.sign);
            }
            "mso-list" if value == "ignore" => styles.is_word_mark = true,
            "mso-list" => styles.word_item = word_item(value),
            _ => {}
        }
    }
    styles
}

/// `l0 level1 lfo1`: the level, and the list without it.
fn word_item(value: &str) -> Option<(usize, String)> {
    let level = |word: &str| word.strip_prefix("level")?.parse::<usize>().ok();
    let found = value.split_whitespace().find_map(level)?;
    let list: Vec<&str> = value.split_whitespace().filter(|word| level(word).is_none()).collect();
    Some((found.clamp(1, 9), list.join(" ")))
}

fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse::<f32>().ok().map(|weight| weight >= 600.0),
    }
}

/// The first sign of numbers that CSS or an old `type` calls so.
pub(super) fn sign_called(name: &str) -> Option<String> {
    let sign = match name {
        "decimal" | "1" => "1.",
        "lower-alpha" | "lower-latin" | "a" => "a.",
        "upper-alpha" | "upper-latin" | "A" => "A.",
        "lower-roman" | "i" => "i.",
        "upper-roman" | "I" => "I.",
        _ => return None,
    };
    Some(sign.to_owned())
}
