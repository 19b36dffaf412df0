//! How words that people typed are kept from becoming markup.
//!
//! Plain values are escaped whole ([`escape`], which tera calls on every value it prints). Rich values keep the
//! closed Markdown subset and lose only what would open a directive ([`guard`]).

use std::borrow::Cow;

/// Stands for a line break inside an escaped value, where a real one would end the paragraph.
pub const LINE_BREAK: char = '\u{2028}';

/// A plain value as markup that prints exactly as typed.
///
/// Every ASCII punctuation mark and the bullet get a backslash, so that no value can open emphasis, a link, a list, a heading, a
/// quotation, a directive or a tera expression, wherever in a line it lands.
pub fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + value.len() / 8);
    // Digits at the very start could become the number of a list, so the mark after them is escaped too: all are.
    for c in value.trim_matches(['\n', '\r']).chars() {
        match c {
            '\n' => out.push(LINE_BREAK),
            '\r' => {}
            // A bullet opens a list too.
            c if c.is_ascii_punctuation() || c == '•' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// A rich value in which nothing is a directive any more.
pub fn guard(value: &str) -> Cow<'_, str> {
    if !(value.contains(":::") || value.contains("%%") || value.contains('\r')) {
        return Cow::Borrowed(value);
    }
    let value = value.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(value.len() + 16);
    let mut is_escaped = false;
    for (at, c) in value.char_indices() {
        let rest = &value[at..];
        let runs_on = out.ends_with(c) && matches!(c, ':' | '%');
        // A sign after a backslash opens nothing; another backslash would take the first one's meaning away.
        if (rest.starts_with(":::") || rest.starts_with("%%")) && !is_escaped && !runs_on {
            out.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        out.push(c);
    }
    Cow::Owned(out)
}

/// A value as an attribute of a directive: `name="…"`.
pub fn attribute(name: &str, value: &str) -> String {
    let mut out = format!(" {name}=\"");
    for c in value.chars() {
        match c {
            '\\' | '"' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() || c == LINE_BREAK => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Reads the attributes of a directive: the reverse of [`attribute`].
pub(super) fn attributes(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while let Some(equals) = rest.find("=\"") {
        let name = rest[..equals].trim().to_owned();
        let mut value = String::new();
        let mut end = rest.len();
        let mut chars = rest[equals + 2..].char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '\\' => value.extend(chars.next().map(|(_, c)| c)),
                '"' => {
                    end = equals + 2 + at + 1;
                    break;
                }
                c => value.push(c),
            }
        }
        out.push((name, value));
        rest = rest[end..].trim_start();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_lose_their_meaning_and_backslashes_keep_theirs() {
        let check = |value: &str, expected: &str| assert_eq!(guard(value), expected, "{value}");
        check("plain: 50%", "plain: 50%");
        check(":::end", "\\:::end");
        check("a\n:::::: b\r\n%%%% c", "a\n\\:::::: b\n\\%%%% c");
        check("\\%% and \\\\%%", "\\%% and \\\\\\%%");
        check("1) %% from=\"x\"", "1) \\%% from=\"x\"");
    }

    #[test]
    fn attributes_come_back_as_they_were() {
        for value in ["", "plain", r#"a "quoted" \ back"#, "x=\"y\"", "[^a] {{b}}"] {
            let text = attribute("alt", value) + &attribute("height", "12");
            assert_eq!(attributes(&text), [("alt".into(), value.to_owned()), ("height".into(), "12".into())]);
        }
    }
}
