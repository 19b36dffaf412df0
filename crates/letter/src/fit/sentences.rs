//! A paragraph of plain text to its sentences, none of them cut.
//!
//! Where it is not sure that a sentence ends, it does not: an abbreviation that is not in the list joins two sentences,
//! which only means that they are kept or dropped together.

use crate::prose::{Prose, Syntax};

/// Words before a full stop that do not end a sentence, beyond those that any check of prose knows.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "app", "apt", "asm", "assn", "assoc", "bldg", "bros", "cal", "capt", "cf", "cir", "cl", "co", "col", "cong", "corp",
    "ct", "dept", "dist", "doc", "ed", "est", "et", "etc", "ex", "exh", "exs", "fed", "fig", "fl", "ft", "gen", "hwy",
    "ibid", "id", "ltd", "lt", "mt", "n", "no", "nos", "ord", "p", "par", "para", "paras", "pl", "pp", "pres", "prof",
    "pt", "pub", "rd", "reg", "regs", "rel", "res", "rm", "sgt", "ste", "stat", "subd", "subds", "supp", "supt", "tit",
    "univ", "viz", "vol", "ph.d", "u.s.c", "c.f.r", "d.c",
];

/// The sentences in order, each without the spaces around it.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let ends = ends(text);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(&ends).map(|(start, end)| text[start..*end].trim()).filter(|sentence| !sentence.is_empty()).collect()
}

/// The byte after each sentence.
pub(super) fn ends(text: &str) -> Vec<usize> {
    let prose = Prose::of(text, Syntax::Plain);
    let tokens = prose.tokens.iter().enumerate().take(prose.tokens.len().saturating_sub(1));
    let after = tokens.filter(|(index, _)| prose.ends_sentence(*index)).map(|(_, token)| token.end);
    let mut may: Vec<usize> = after.chain(wide_stops(text)).collect();
    may.sort_unstable();
    may.dedup();
    let mut out = Vec::new();
    let mut start = 0;
    for end in may {
        if is_end(&text[start..end]) {
            out.push(end);
            start = end;
        }
    }
    if !text[start..].trim().is_empty() {
        out.push(text.trim_end().len());
    }
    out
}

/// What closes after the stop of a sentence.
const CLOSING: [char; 11] = ['”', '’', '"', '\'', ')', ']', '»', '」', '』', '）', '》'];

/// The byte after each full stop of East Asian scripts, which no blank follows; the last of the text is not among them.
/// After a quotation the sentence may go on.
fn wide_stops(text: &str) -> impl Iterator<Item = usize> {
    let stops = text.char_indices().filter(|(_, c)| matches!(c, '。' | '！' | '？')).map(|(at, c)| at + c.len_utf8());
    let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(CLOSING) || rest.starts_with(['。', '！', '？']);
    stops.filter(move |end| !goes_on(text[*end..].trim_start()))
}

/// The text ends as a sentence does: in a stop that belongs to no abbreviation, with quotation marks and brackets closed.
fn is_end(text: &str) -> bool {
    let bare = text.trim_end_matches(CLOSING);
    let open = |opening: char, closing: char| text.matches(opening).count() > text.matches(closing).count();
    let pairs =
        [('(', ')'), ('[', ']'), ('“', '”'), ('«', '»'), ('「', '」'), ('『', '』'), ('（', '）'), ('《', '》')];
    if pairs.iter().any(|(opening, closing)| open(*opening, *closing)) || text.matches('"').count() % 2 == 1 {
        return false;
    }
    match bare.chars().next_back() {
        Some('!' | '?' | '。' | '！' | '？') => true,
        Some('.') => {
            let before = bare.trim_end_matches('.');
            let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"')).next().unwrap_or("");
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            // A number before the stop may be the sign of a list, and a single letter an initial.
            let sign = word.chars().count() <= 1 || bare.ends_with("..") || word.chars().all(|c| c.is_ascii_digit());
            !sign && !ABBREVIATIONS.contains(&word.as_str())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_never_cut() {
        let check = |text: &str, expected: &[&str]| assert_eq!(sentences(text), expected, "{text}");
        check("", &[]);
        check("One. Two! Three? Four", &["One.", "Two!", "Three?", "Four"]);
        check("See Gov. Code § 54954.3. It says so.", &["See Gov. Code § 54954.3.", "It says so."]);
        check("Under Sec. 19.192 it is. Done.", &["Under Sec. 19.192 it is.", "Done."]);
        check("Mr. J. Ortiz spoke. He left.", &["Mr. J. Ortiz spoke.", "He left."]);
        check("Ord. No. 188441 applies. Read it.", &["Ord. No. 188441 applies.", "Read it."]);
        check("He said “Stop. Now.” Then he left.", &["He said “Stop. Now.”", "Then he left."]);
        check("It is late (see p. 4. It says so). Go.", &["It is late (see p. 4. It says so).", "Go."]);
        check("At 5 p.m. The door closed.", &["At 5 p.m. The door closed."]);
        check("Wait... Then go.", &["Wait... Then go."]);
        check("Read https://a.org/b. Then act.", &["Read https://a.org/b. Then act."]);
        check("8 U.S.C. § 1373 binds them. So act.", &["8 U.S.C. § 1373 binds them.", "So act."]);
        check("请支持。谢谢。", &["请支持。", "谢谢。"]);
        check("他说：「停。走。」然后走了。", &["他说：「停。走。」然后走了。"]);
        check("真的吗？！请支持 Item 3。谢谢", &["真的吗？！", "请支持 Item 3。", "谢谢"]);
        check("他说「走。」我们走（见第3页。）。", &["他说「走。」我们走（见第3页。）。"]);
    }
}
