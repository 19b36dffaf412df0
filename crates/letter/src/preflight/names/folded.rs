//! A word to what is left of it without case and marks above or below its letters: `Obregón` and `OBREGON` are one.
//!
//! Latin letters only, from the tables of Unicode's first blocks; other scripts keep what they have.

/// The word in lower case, without marks on its letters.
pub(super) fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match bare(c) {
            Some(letters) => out.push_str(letters),
            // Marks that stand by themselves belong to the letter before them.
            None if ('\u{300}'..='\u{36f}').contains(&c) => {}
            None if c == '’' => out.push('\''),
            None => out.push(c),
        }
    }
    out
}

/// The letters of ASCII that a Latin letter with marks is written with by whoever lacks them.
fn bare(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | '\u{1ea0}'..='\u{1eb7}' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | '\u{1eb8}'..='\u{1ec7}' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | '\u{1ec8}'..='\u{1ecb}' => "i",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | '\u{1ecc}'..='\u{1ee3}' => "o",
        'ŕ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | '\u{1ee4}'..='\u{1ef1}' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | '\u{1ef2}'..='\u{1ef9}' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_marks() {
        let check = |word: &str, expected: &str| assert_eq!(folded(word), expected, "{word}");
        check("Obregón", "obregon");
        check("Nguyễn", "nguyen");
        check("Đào", "dao");
        check("Yıldız", "yildiz");
        check("Großmann", "grossmann");
        check("Jose\u{301}", "jose");
        check("O’Dell", "o'dell");
        check("Гречко", "гречко");
    }
}
