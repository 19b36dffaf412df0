//! Characters as other programs leave them to characters as letters have them.

/// What one character becomes.
pub(super) enum Clean {
    /// Words.
    Char(char),
    /// Letters that were drawn as one.
    Letters(&'static str),
    /// A space; several are one.
    Space,
    /// The end of a line within a paragraph.
    Break,
    /// Nothing that can be read.
    Nothing,
}

/// Cleans one character. Line feeds are spaces here; where they mean more, they are asked for before.
pub(super) fn clean(c: char) -> Clean {
    match c {
        '\u{fb00}' => Clean::Letters("ff"),
        '\u{fb01}' => Clean::Letters("fi"),
        '\u{fb02}' => Clean::Letters("fl"),
        '\u{fb03}' => Clean::Letters("ffi"),
        '\u{fb04}' => Clean::Letters("ffl"),
        '\u{fb05}' | '\u{fb06}' => Clean::Letters("st"),
        // Word and PDF viewers write no-break spaces where a person wanted none.
        '\t' | '\n' | '\r' | '\u{c}' | ' ' | '\u{85}' | '\u{a0}' | '\u{2007}' => Clean::Space,
        '\u{b}' | '\u{2028}' => Clean::Break,
        // Soft hyphens, spaces without width, marks of byte order and the places of pictures.
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffc}' => Clean::Nothing,
        c if c.is_control() => Clean::Nothing,
        // Symbol and Wingdings write their bullet in the area for private use.
        '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' => Clean::Char('•'),
        c => Clean::Char(c),
    }
}

/// The character is one that programs write in front of an item of a list, and nobody else.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '·' | '▪' | '‣' | '◦' | '●' | '○' | '■' | '□' | '➢' | '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}')
}
