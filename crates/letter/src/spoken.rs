//! A text to the words that a voice makes of it: how many it says, and how long that takes.
//!
//! A written word is not always one spoken word. The rules, each tested below:
//!
//! - A word of letters is one; parts that a hyphen, a slash or a dash joins are counted apart: `non-profit` is two.
//! - Initialisms in capitals are spelled out, a word for each letter: `AALN` is four. With a vowel among five letters or
//!   more they are taken for an acronym or a word in capitals, which is said as one: `SUPPORT`.
//! - Numbers are counted as they are said in English: `3` one, `21` two, `1,000` two, `188441` nine. A year from 1100 to
//!   2099 is said in pairs: `2026` is three words. Decimals are said digit by digit after the point; ordinals as their numbers.
//! - `$4.5 million` is said with `dollars`, `%` with `percent`, `§` as `section`, `&` as `and`, `#` as `number`.
//! - A time such as `5:30` is said as its two numbers. A range says `to`.
//! - A web address is said by its host: `www.aalsac.org` is `aalsac dot org`.
//! - Each ideograph and kana is half a word: a minute holds some 250 of them.
//!
//! Languages other than English come out near enough; the pace is the person's own setting anyway.

/// Words a minute that any room can follow.
pub const PACE: u32 = 125;

/// The words that are spoken when the text is read aloud.
pub fn words(text: &str) -> u32 {
    let mut out = 0;
    let mut wide: u32 = 0;
    for token in text.split_whitespace() {
        wide += u32::try_from(token.chars().filter(|c| is_wide(*c)).count()).unwrap_or(0);
        out += token_words(token);
    }
    out + wide.div_ceil(2)
}

/// How long the words take, in seconds, rounded up. `pace` is in words a minute; none means [`PACE`].
pub fn seconds(words: u32, pace: u32) -> u32 {
    let pace = if pace == 0 { PACE } else { pace };
    words.saturating_mul(60).div_ceil(pace)
}

/// How many words fit into so many seconds at this pace.
pub fn room(seconds: u32, pace: u32) -> u32 {
    let pace = if pace == 0 { PACE } else { pace };
    u32::try_from(u64::from(seconds) * u64::from(pace) / 60).unwrap_or(u32::MAX)
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The words of what stands between two spaces.
fn token_words(token: &str) -> u32 {
    // Most words are plain letters, the first perhaps a capital.
    let bare = token.trim_end_matches(['.', ',', ':', ';', '!', '?']);
    if let [first, rest @ ..] = bare.as_bytes()
        && first.is_ascii_alphabetic()
        && rest.iter().all(u8::is_ascii_lowercase)
    {
        return 1;
    }
    let address = token.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some(words) = address_words(address) {
        return words;
    }
    let mut out = 0;
    let mut word = String::new();
    let mut end = |word: &mut String| {
        out += word_words(word.trim_matches(|c: char| matches!(c, '.' | ',' | ':' | '\'' | '’')));
        word.clear();
    };
    let mut signs = 0;
    let mut range = 0;
    let mut before = ' ';
    for c in token.chars() {
        match c {
            '§' | '%' | '&' | '#' | '$' | '€' | '£' | '°' | '+' | '=' | '@' => {
                end(&mut word);
                signs += 1;
            }
            '-' | '–' | '—' | '/' | '(' | ')' | '[' | ']' => {
                // `0-30` is said with a `to` between its numbers.
                range += u32::from(matches!(c, '-' | '–') && before.is_ascii_digit());
                end(&mut word);
            }
            c if is_wide(c) => end(&mut word),
            c if c.is_alphanumeric() || matches!(c, '.' | ',' | ':' | '\'' | '’') => {
                // `25th` is one number; `5pm` and `B12` are a number and letters.
                word.push(c);
            }
            _ => end(&mut word),
        }
        before = c;
    }
    end(&mut word);
    // A range whose right side is not a number says nothing between: `0-`.
    let range = if token.trim_end_matches(|c: char| !c.is_alphanumeric()).ends_with(|c: char| c.is_ascii_digit()) {
        range
    } else {
        0
    };
    out + signs + range
}

/// The words of a web or e-mail address, said by its host and, for mail, the name before it.
fn address_words(text: &str) -> Option<u32> {
    let bare = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = match bare {
        Some(rest) => rest.split(['/', '?', '#']).next()?,
        None if text.starts_with("www.") => text.split(['/', '?', '#']).next()?,
        None if text.contains('@') && text.contains('.') => text,
        None => return None,
    };
    let host = host.strip_prefix("www.").unwrap_or(host);
    // The points and the sign between the names are said: `dot`, `at`.
    let names = host.split(['.', '@']).filter(|name| !name.is_empty()).count();
    Some(u32::try_from((2 * names).saturating_sub(1)).unwrap_or(u32::MAX))
}

/// The words of letters and digits without signs among them.
fn word_words(word: &str) -> u32 {
    if word.is_empty() {
        return 0;
    }
    if !word.contains(|c: char| c.is_ascii_digit()) {
        return letters_words(word);
    }
    // Numbers and letters in turn: `B12`, `5pm`, `25th`.
    let mut out = 0;
    let mut run = String::new();
    let mut digits = false;
    for c in word.chars().chain([' ']) {
        let is_digit = c.is_ascii_digit() || digits && matches!(c, '.' | ',' | ':');
        if is_digit != digits || c == ' ' {
            out += if digits { number_words(&run) } else { suffix_words(&run, out > 0) };
            run.clear();
            digits = is_digit;
        }
        run.push(c);
    }
    out
}

/// Letters after a number: `th` belongs to it, others are said.
fn suffix_words(letters: &str, after_number: bool) -> u32 {
    match letters.trim() {
        "" => 0,
        "st" | "nd" | "rd" | "th" | "s" if after_number => 0,
        letters => letters_words(letters),
    }
}

fn letters_words(word: &str) -> u32 {
    let core = word.trim_end_matches("'s").trim_end_matches("’s");
    let letters: Vec<char> = core.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.is_empty() {
        return 0;
    }
    let dotted = core.split('.').filter(|part| !part.is_empty()).all(|part| part.chars().count() == 1);
    let capitals = letters.len() >= 2 && core.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '’' | '\''));
    let vowel = letters.iter().any(|c| "AEIOU".contains(*c));
    let spelled = letters.len() >= 2 && (dotted || capitals && !(letters.len() >= 5 && vowel));
    if spelled { u32::try_from(letters.len()).unwrap_or(1) } else { 1 }
}

/// The words of a number as it is said in English.
fn number_words(written: &str) -> u32 {
    let written = written.trim_end_matches(['.', ',', ':']);
    if let Some((hours, minutes)) = written.split_once(':') {
        // The full hour is said as one number: `16:00` is four o'clock or sixteen hundred.
        return number_words(hours) + if minutes == "00" { 1 } else { number_words(minutes) };
    }
    if let Some((whole, fraction)) = written.split_once('.') {
        // A section such as 4.04.020 is said digit by digit, too.
        let points = u32::try_from(1 + fraction.matches('.').count()).unwrap_or(1);
        let digits = u32::try_from(fraction.bytes().filter(u8::is_ascii_digit).count()).unwrap_or(1);
        return number_words(whole) + points + digits;
    }
    let grouped = written.contains(',');
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let count = u32::try_from(digits.len()).unwrap_or(u32::MAX);
    let Ok(value) = digits.parse::<u64>() else { return count };
    // Numbers with leading noughts and numbers longer than a million million are read out digit by digit.
    if count > 12 || digits.starts_with('0') && count > 1 {
        return count;
    }
    if !grouped && (1100..2100).contains(&value) {
        return year_words(value);
    }
    whole_words(value).max(1)
}

/// A year in pairs: `twenty twenty-six`, `nineteen hundred`, `two thousand five`.
fn year_words(year: u64) -> u32 {
    let (first, second) = (year / 100, year % 100);
    match second {
        0 => whole_words(first).max(1) + 1,
        1..=9 if first == 20 => 3,
        1..=9 => whole_words(first) + 2,
        _ => whole_words(first) + whole_words(second),
    }
}

fn whole_words(value: u64) -> u32 {
    match value {
        0 => 0,
        1..=20 => 1,
        21..=99 => 1 + u32::from(!value.is_multiple_of(10)),
        100..=999 => 2 + whole_words(value % 100),
        1_000..=999_999 => whole_words(value / 1_000) + 1 + whole_words(value % 1_000),
        1_000_000..=999_999_999 => whole_words(value / 1_000_000) + 1 + whole_words(value % 1_000_000),
        _ => whole_words(value / 1_000_000_000) + 1 + whole_words(value % 1_000_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_word_is_as_many_as_are_spoken() {
        for (text, expected) in [
            ("", 0),
            ("Fix the bus.", 3),
            ("non-profit", 2),
            ("and/or", 2),
            ("AALN", 4),
            ("AALN's", 4),
            ("ICE", 3),
            ("U.S.", 2),
            ("a.m.", 2),
            ("SUPPORT", 1),
            ("I", 1),
            ("Mayor's", 1),
            ("3", 1),
            ("21", 2),
            ("20", 1),
            ("99", 2),
            ("100", 2),
            ("104", 3),
            ("1,000", 2),
            ("2,250", 5),
            ("188441", 9),
            ("1,500,000", 5),
            ("2026", 3),
            ("2005", 3),
            ("1900", 2),
            ("27th", 2),
            ("25th,", 2),
            ("4.5", 3),
            ("$4.5 million", 5),
            ("15.5%", 4),
            ("§ 1373", 4),
            ("§ 4.04.020", 9),
            ("Item #3,", 3),
            ("0-30 days", 4),
            ("2-year", 2),
            ("5:30", 2),
            ("16:00", 2),
            ("501(c)(3)", 5),
            ("B12", 2),
            ("https://www.aalsac.org/a/b?c", 3),
            ("info@aalsac.org", 5),
            ("Smith & Sons", 3),
            ("– well –", 1),
            ("支持第三项", 3),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn words_take_time() {
        assert_eq!(seconds(250, PACE), 120);
        assert_eq!(seconds(251, PACE), 121);
        assert_eq!(seconds(250, 0), 120);
        assert_eq!(room(120, PACE), 250);
        assert_eq!(room(60, 150), 150);
        assert_eq!(seconds(room(90, 130), 130), 90);
    }
}
