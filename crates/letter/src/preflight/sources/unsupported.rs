//! Claims with a number that rest on nothing: no reference, no source named, nothing that the writer knows at first hand.
//!
//! Only what a reader would want to check: shares, counts of people and of incidents, sums that something costs, `three
//! times as many`. What is asked for or supposed is no claim, dates and numbers of items are none either. The words by
//! which that is told are `cues`, in the languages that are there.

use std::ops::Range;

use super::cues::Cues;
use crate::finding::{Finding, Place, Severity};
use crate::preflight::context::Context;
use crate::prose::{Prose, TokenKind};
use crate::template::FieldKind;

/// The least count of people, and of incidents, that is worth a source.
const LEAST_MANY: f64 = 100.0;
const LEAST_EVENTS: f64 = 10.0;
/// How far from a sum the verb may stand that makes a claim of it, in tokens.
const REACH: usize = 60;
/// The least sum.
const LEAST_SUM: f64 = 1000.0;

/// A claim with a number names no source.
pub fn unsupported(context: &Context<'_>) -> Vec<Finding> {
    let Some(cues) = Cues::of(context.language()) else { return Vec::new() };
    let running = |name: &str| context.template.fields.iter().any(|f| f.name == name && f.kind == FieldKind::Rich);
    let mut findings = Vec::new();
    for field in context.own().filter(|field| field.path.strip_prefix("words.").is_some_and(running)) {
        for bytes in claims(field.text, &field.prose, cues) {
            let claim = &field.text[bytes];
            findings.push(Finding::new(
                "unsupported",
                Severity::Note,
                format!("nothing says where “{claim}” comes from"),
                "Name the source in the sentence or put a reference behind it; leave it if you know it yourself, and say so.",
                Place::new(&field.path, claim),
            ));
        }
    }
    findings
}

/// The first claim of each sentence that rests on nothing.
fn claims(text: &str, prose: &Prose<'_>, cues: &Cues) -> Vec<Range<usize>> {
    let sentences = sentences(prose);
    let bytes = |index: usize| {
        let end = sentences.get(index + 1).map_or(text.len(), |next| prose.tokens[next.start].start);
        prose.tokens[sentences[index].start].start..end
    };
    let has = |tokens: &Range<usize>, words: &[&str]| tokens.clone().any(|at| prose.is_any(at, words));
    let is_marked = |index: usize| {
        let written = &text[bytes(index)];
        ["[^", "]("].iter().any(|mark| written.contains(mark)) || is_marked_by_hand(written)
    };
    // What a sentence that points back rests on was said before it.
    let points_back = |tokens: &Range<usize>| has(&(tokens.start..(tokens.start + 3).min(tokens.end)), cues.back);
    let mut found = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let Some((at, claim)) = sentence.clone().find_map(|at| Some((at, claim(prose, at, sentence, cues)?))) else {
            continue;
        };
        let rests = is_marked(index)
            || has(sentence, cues.sources)
            || has(sentence, cues.documents)
            || sentence.clone().any(|at| prose.tokens[at].kind == TokenKind::Address);
        let clause = clause(prose, at, sentence);
        // What the writer counted at first hand is told over several sentences; a share is read somewhere, and so is what
        // nobody can count alone.
        let is_share =
            ["%", "percent", "cent", "prozent", "ciento"].iter().any(|share| text[claim.clone()].ends_with(share));
        let is_sum = text[claim.clone()].starts_with('$');
        let is_many = text[claim.clone()].contains([',', '$'])
            || cues.scales.iter().any(|(scale, _)| text[claim.clone()].contains(scale));
        let told_before = index.checked_sub(1).is_some_and(|before| {
            has(&sentences[before], cues.first_hand) && is_near(text, &bytes(before), claim.start)
        });
        let own = has(&clause, cues.first_hand)
            || has(&clause, cues.not_told)
            || is_entry(text, claim.start)
            || !is_share && !is_many && (told_before || opens_with(text, claim.start, cues.first_hand))
            || is_sum && (has(sentence, OWN) || told_before)
            || is_share
                && (is_reckoned(prose, at, sentence) || is_said_before(text, bytes(index).start, &text[claim.clone()]));
        let same_paragraph = |other: usize| {
            let (first, second) = (index.min(other), index.max(other));
            let between = prose.tokens[sentences[first].end - 1].end..prose.tokens[sentences[second].start].start;
            !text[between].contains("\n\n")
        };
        let before = index
            .checked_sub(1)
            .filter(|before| same_paragraph(*before))
            .is_some_and(|before| has(&sentences[before], cues.sources) || is_marked(before) && points_back(sentence));
        let after = sentences.get(index + 1).filter(|_| same_paragraph(index + 1)).is_some_and(|next| {
            is_marked(index + 1) || points_back(next) && (has(next, cues.sources) || has(next, cues.documents))
        });
        if !(rests || own || before || after) {
            found.push(claim);
        }
    }
    found
}

/// The clause around a token: what stands between marks of punctuation.
fn clause(prose: &Prose<'_>, at: usize, sentence: &Range<usize>) -> Range<usize> {
    let parts = |at: usize| matches!(prose.text(at), "," | ";" | ":" | "—" | "–" | "(" | ")");
    let start = (sentence.start..at).rev().find(|at| parts(*at)).map_or(sentence.start, |mark| mark + 1);
    let end = (at..sentence.end).find(|at| parts(*at)).unwrap_or(sentence.end);
    start..end
}

/// Who pays knows what it was.
const OWN: &[&str] = &["i", "we", "my", "our"];

/// The same share stands shortly before, where it rests on what it rests on.
fn is_said_before(text: &str, start: usize, claim: &str) -> bool {
    let from = (start.saturating_sub(BEFORE)..=start).find(|from| text.is_char_boundary(*from)).unwrap_or(start);
    text[from..start].contains(claim)
}

/// The most lines of a list that are looked over for what introduces it.
const LONGEST_LIST: usize = 40;

/// How far back that is looked for, in bytes.
const BEFORE: usize = 4000;

/// The sentence before stands in the same paragraph, or in the one that a list follows.
fn is_near(text: &str, before: &Range<usize>, claim: usize) -> bool {
    before.start <= claim && !text[before.start..claim].trim_end().contains("\n\n")
}

/// The claim stands in a list, and the paragraph before the list speaks of the writer: `we counted them, one evening each`.
fn opens_with(text: &str, claim: usize, first_hand: &[&str]) -> bool {
    let line = text[..claim].rfind('\n').map_or(0, |end| end + 1);
    let is_item = |line: &str| {
        let line = line.trim_start();
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        line.starts_with(['-', '*', '•']) || rest.len() < line.len() && rest.starts_with(['.', ')'])
    };
    if !is_item(&text[line..]) {
        return false;
    }
    let before = text[..line].lines().rev().take(LONGEST_LIST).find(|line| !line.trim().is_empty() && !is_item(line));
    before.is_some_and(|before| {
        let mut words = before.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')));
        words.any(|word| first_hand.iter().any(|own| own.eq_ignore_ascii_case(word)))
    })
}

/// A share that follows from two sums of its sentence: `it costs $340 a year and would cost $510, which is 50 percent more`.
fn is_reckoned(prose: &Prose<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let back = at.saturating_sub(3).max(sentence.start)..at;
    // `58 of them, or 29 percent`
    let is_said_again = at > sentence.start + 1 && prose.is(at - 1, "or") && prose.is(at - 2, ",");
    is_said_again
        || prose.has_any(sentence.clone(), &["multiply", "compound", "compounded"])
        || prose.has_any(back.clone(), &["which", "that"]) && prose.has_any(back, &["is", "was", "means"])
        || sentence.clone().filter(|at| prose.is(*at, "$")).count() > 1
}

/// The sentence stands in an entry of a list that opens with a name in bold: it tells of whom it names.
fn is_entry(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let near = &text[line..];
    near.trim_start().strip_prefix(['-', '*', '•']).is_some_and(|entry| entry.trim_start().starts_with("**"))
}

/// A mark typed by hand stands behind a word.
fn is_marked_by_hand(sentence: &str) -> bool {
    sentence.trim_end().ends_with(['*', '†', '‡']) && sentence.matches('*').count() % 2 == 1
}

fn sentences(prose: &Prose<'_>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..prose.tokens.len() {
        if prose.ends_sentence(at) {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    sentences
}

/// The claim that begins with the number at this token.
fn claim(prose: &Prose<'_>, at: usize, sentence: &Range<usize>, cues: &Cues) -> Option<Range<usize>> {
    let token = prose.tokens[at];
    let number = value(prose.text(at)).filter(|_| token.kind == TokenKind::Word && !token.quoted)?;
    let scale = cues.scales.iter().find(|(word, _)| prose.is(at + 1, word)).map_or(1.0, |(_, scale)| *scale);
    let after = at + 1 + usize::from(scale > 1.0);
    let number = number * scale;
    let end = |last: usize| prose.tokens.get(last).map(|last| token.start..last.end);
    if prose.text(after) == "%" || prose.is_any(after, &["percent", "prozent"]) {
        return end(after);
    }
    if prose.is(after, cues.per_cent[0]) && prose.is(after + 1, cues.per_cent[1]) {
        return end(after + 1);
    }
    if prose.is_any(after, &["times", "veces"]) && prose.is_any(after + 1, cues.more) {
        return end(after + 1);
    }
    let before = |back: usize| at.checked_sub(back).map_or("", |before| prose.text(before));
    if before(1) == "$" {
        // A list of sums may go on for long; the verb stands near the first of them.
        let near = sentence.start.max(at.saturating_sub(REACH))..sentence.end.min(at + REACH);
        let costs = near.clone().any(|at| prose.is_any(at, cues.costs));
        return (number >= LEAST_SUM && costs).then(|| prose.tokens[at - 1].start..prose.tokens[after - 1].end);
    }
    let is_before = |back: usize, words: &[&str]| words.iter().any(|word| before(back).eq_ignore_ascii_case(word));
    // `a union of 640 renters` and `the Neighbors are 118 households` say who they are.
    let names = is_before(2, cues.groups) || is_before(1, cues.are) && !is_before(2, &["there"]);
    if matches!(before(1), "#" | "§" | "€" | "£") || is_before(1, cues.numbered) || names {
        return None;
    }
    // `14,000 people`, `640 renter households`, with a describing word or two.
    let counted =
        (after..after + 3).take_while(|next| *next < sentence.end && prose.tokens[*next].kind == TokenKind::Word);
    counted
        .take_while(|next| !prose.is_any(*next, cues.joining))
        .find(|next| {
            prose.is_any(*next, cues.many) && number >= LEAST_MANY
                || prose.is_any(*next, cues.events) && number >= LEAST_EVENTS
        })
        .and_then(end)
}

/// A number in digits, thousands apart or not; nothing for years.
fn value(text: &str) -> Option<f64> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) || text.len() > 15 {
        return None;
    }
    let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    text.replace(',', "").parse().ok().filter(|_| !is_year)
}

#[cfg(test)]
mod tests {
    use crate::draft::{Ask, Draft};
    use crate::preflight::testing::{places, told, with_words};

    fn found(text: &str) -> Vec<String> {
        places(&told(&with_words("hook", text)), "unsupported").into_iter().map(|(_, excerpt)| excerpt).collect()
    }

    #[test]
    fn numbers_without_a_source_are_told() {
        let check = |text: &str, expected: &[&str]| assert_eq!(found(text), expected, "{text}");
        check("There are 14,000 people in this city who use a wheelchair.", &["14,000 people"]);
        check(
            "In this county 90,000 people care for a parent. On April 30 the line took its last call.",
            &["90,000 people"],
        );
        check("About 62 percent of renters pay too much.", &["62 percent"]);
        check("Rents rose by 31% last year.", &["31%"]);
        check("The program costs $1.9 million a year.", &["$1.9 million"]);
        check("Police logged 87 separate incidents there.", &["87 separate incidents"]);
        check("Black drivers are stopped 3 times more often here.", &["3 times more"]);
        check("It is old, and 72 percent of voters want it replaced; we say so first.", &["72 percent"]);
        check("Boards burn.[^a] In Alaska, 67 percent of homes burn wood.", &["67 percent"]);
        check("A discount has not changed, and prices have gone up by 31 percent.", &["31 percent"]);
        check("The survey is known.[^a]\n\nNearly 2,300 low-income households wait.", &["2,300 low-income households"]);
        check("It serves 1.2 million residents. It is 40 percent empty.", &["1.2 million residents", "40 percent"]);
    }

    #[test]
    fn what_rests_on_something_is_left_alone() {
        let check = |text: &str| assert_eq!(found(text), Vec::<String>::new(), "{text}");
        check("61 percent of caregivers had no night of rest.[^survey]");
        check("61 percent had no rest. Their survey[^survey] is long.");
        check("According to the staff report, 61 percent had no rest.");
        check("The city’s own survey asked 1,200 people. Of them, 61 percent had no rest.");
        check("Some 300 families were moved (Exhibit 2).");
        check("We served 3,200 families last year.");
        check("My rent went up by 31 percent.");
        check("Our union has 640 renter households.");
        check("The Elder Creek Neighbors are 118 households between the road and the creek.");
        check("Tenants Together, an association of 640 renters, wrote to the board.");
        check("61 percent had no rest.[^survey] Of these, 30 percent had a job.");
        check("Put $1.9 million for respite care back.");
        check("The fare of $2.50 is fair, and the fine is $500.");
        check("On January 27, 2026, Item 300 was heard by 12 people at 6 p.m.");
        check("It stands 200 feet from 1400 K Street, Suite 300.");
        check("Please keep the 250 homes that stand there.");
        check("If 40 percent of riders leave, the line dies.");
        check("He said that “90 percent of people agree”.");
        check("The Gov. Code § 6250 people cite is old.");
        check("In 2025 residents came.");
        check("- **Elders’ Kitchen** cooks for 140 families.\n- **Círculo** has 212 riders.");
        check("The record is [here](https://example.org/1): 31 percent.");
        check("In October we stood at the corner with a radar gun.\n\n- Monday: 412 vehicles\n- Tuesday: 388 vehicles");
        check("Our church feeds its neighbors. On November 21, 143 families came.");
        check("The permit costs $340. It would cost $510, which is 50 percent more.");
    }

    #[test]
    fn asks_and_other_languages_are_left_alone() {
        let ask = Ask { full: "The fund lost 31 percent.".to_owned(), ..Ask::default() };
        let draft = Draft { asks: vec![ask], ..Draft::default() };
        assert_eq!(places(&told(&draft), "unsupported"), []);
        let told = |language: &str, text: &str| {
            places(&told(&Draft { language: language.to_owned(), ..with_words("hook", text) }), "unsupported").len()
        };
        assert_eq!(told("es", "El 62 por ciento de los habitantes tiene más de 65 años."), 1);
        assert_eq!(told("es", "Según el censo, el 62 por ciento de los habitantes tiene más de 65 años."), 0);
        assert_eq!(told("es", "El 62 por ciento de nuestras familias renta."), 0);
        assert_eq!(told("de", "62 Prozent der Einwohner mieten."), 0);
    }
}
