//! The item's title, quoted or told nearly as the agenda has it, but not quite; and a subject that lacks the number.
//!
//! Shorter forms of a title are people's right. What is found are as many words as the title has, of which one or two are
//! others, and a quotation that is nearly the title.

use std::ops::Range;

use crate::finding::{Finding, Place, Repair, Severity};
use crate::language;
use crate::preflight::context::{Context, FieldText, Voice};
use crate::prose::{Prose, TokenKind};

/// How alike two titles are that mean the same item.
const ALIKE: f64 = 0.75;
/// Titles of fewer words are too much like others.
const FEWEST_WORDS: usize = 3;
/// Longer quotations are passages, and longer titles are compared no further.
const MOST_WORDS: usize = 40;

const ARTICLES: &[&str] = &["the", "a", "an"];

/// The item's title is told otherwise, or its number is missing where its title stands.
pub fn item_title(context: &Context<'_>) -> Vec<Finding> {
    let title = Title::of(&context.draft.item.title);
    let mut findings = Vec::new();
    let spoken = |field: &&FieldText<'_>| field.voice == Voice::Own || field.path == "subject";
    for field in context.fields.iter().filter(spoken) {
        findings.extend(of_another_type(context, field, &title));
        if (FEWEST_WORDS..=MOST_WORDS).contains(&title.words.len()) {
            findings.extend(of_field(context, field, &title));
        }
    }
    findings.extend(without_number(context, &title));
    findings
}

/// A title by its words in lower case, without articles.
struct Title {
    words: Vec<String>,
    joined: String,
}

impl Title {
    fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\'' | '-'));
        let words = words.filter(|word| !word.is_empty() && !is_article(word)).map(str::to_lowercase);
        let words: Vec<String> = words.collect();
        Self { joined: words.join(" "), words }
    }

    fn is_like(&self, other: &Title) -> bool {
        strsim::normalized_levenshtein(&self.joined, &other.joined) >= ALIKE
    }

    /// One is the other, or a part of it.
    fn is_within(&self, other: &Title) -> bool {
        let (long, short) = if self.joined.len() >= other.joined.len() { (self, other) } else { (other, self) };
        long.joined.contains(&short.joined)
    }
}

fn is_article(word: &str) -> bool {
    ARTICLES.iter().any(|article| article.eq_ignore_ascii_case(word))
}

fn of_field(context: &Context<'_>, field: &FieldText<'_>, title: &Title) -> Vec<Finding> {
    let mut found = told_otherwise(field, title);
    if found.is_empty() {
        found.extend(quoted_otherwise(field, title));
    }
    found.into_iter().map(|bytes| disagree(context, field, bytes)).collect()
}

/// Runs of as many words as the title has, of which one or two are others.
fn told_otherwise(field: &FieldText<'_>, title: &Title) -> Vec<Range<usize>> {
    let prose = &field.prose;
    let count = title.words.len();
    let is_word = |at: &usize| prose.tokens[*at].kind == TokenKind::Word && !is_article(prose.text(*at));
    let words: Vec<usize> = (0..prose.tokens.len()).filter(is_word).collect();
    let most = if count < 6 { 1 } else { 2 };
    let mut found = Vec::new();
    for run in words.windows(count) {
        let mut others = 0;
        let differs = |(at, word): (&usize, &String)| !is_same(prose.text(*at), word);
        // Nearly every run is given up at its second word.
        let few = run.iter().zip(&title.words).all(|pair| {
            others += usize::from(differs(pair));
            others <= most
        });
        if few && others > 0 && is_title(prose, run, title) {
            found.push(prose.tokens[run[0]].start..prose.tokens[run[count - 1]].end);
        }
    }
    found
}

fn is_same(word: &str, lower: &str) -> bool {
    word.eq_ignore_ascii_case(lower) || !word.is_ascii() && word.to_lowercase() == lower
}

/// The run stands within one sentence, is written as a title is, and is nearly this one.
fn is_title(prose: &Prose<'_>, run: &[usize], title: &Title) -> bool {
    let (first, last) = (run[0], run[run.len() - 1]);
    let one_sentence = !(first..last).any(|at| prose.ends_sentence(at));
    let other = |at: &&usize| !title.words.iter().any(|word| is_same(prose.text(**at), word));
    let others: Vec<&usize> = run.iter().filter(other).collect();
    // Words that only changed their places, or ordinary words around a few of the title's.
    let capital = |at: usize| prose.text(at).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let as_title = !others.is_empty() && others.iter().all(|at| capital(**at)) && capital(first);
    let said: Vec<String> = run.iter().map(|at| prose.text(*at).to_lowercase()).collect();
    let alike = if title.words.len() > FEWEST_WORDS {
        strsim::normalized_levenshtein(&said.join(" "), &title.joined) >= ALIKE
    } else {
        // Of three words two are shared by many titles, so the third must be a slip of the pen.
        let pairs = said.iter().zip(&title.words);
        pairs.filter(|(a, b)| a != b).all(|(a, b)| b.chars().count() >= 5 && strsim::damerau_levenshtein(a, b) <= 2)
    };
    one_sentence && as_title && alike
}

/// Quotations that are nearly the title.
fn quoted_otherwise(field: &FieldText<'_>, title: &Title) -> Vec<Range<usize>> {
    let prose = &field.prose;
    let mut found = Vec::new();
    let mut at = 0;
    while at < prose.tokens.len() {
        if !prose.tokens[at].quoted {
            at += 1;
            continue;
        }
        let end = (at..prose.tokens.len()).find(|at| !prose.tokens[*at].quoted).unwrap_or(prose.tokens.len());
        // The marks themselves: the first is part of what is quoted, the last is not.
        let inner = at + 1..end;
        at = end;
        if inner.len() < FEWEST_WORDS || inner.len() > MOST_WORDS {
            continue;
        }
        let bytes = prose.tokens[inner.start].start..prose.tokens[inner.end - 1].end;
        let said = Title::of(&field.text[bytes.clone()]);
        if said.words.len() >= FEWEST_WORDS && !said.is_within(title) && said.is_like(title) {
            found.push(bytes);
        }
    }
    found
}

fn disagree(context: &Context<'_>, field: &FieldText<'_>, bytes: Range<usize>) -> Finding {
    let title = &context.draft.item.title;
    let place = Place::new(&field.path, &field.text[bytes]);
    let message = format!("the text says “{}”, but the item is titled “{title}”", place.said());
    let hint = "Copy the title from the agenda, in the text or in the item.";
    Finding::new("item-title", Severity::Warning, message, hint, place).against(Place::new("item.title", title))
}

/// What items are by their titles.
const TYPES: &[&str] = &["ordinance", "resolution", "bill"];

/// `The Stormwater Resolution`, where the title ends in `Stormwater Ordinance`.
fn of_another_type(context: &Context<'_>, field: &FieldText<'_>, title: &Title) -> Option<Finding> {
    let own = title.words.iter().filter(|word| TYPES.contains(&word.as_str())).collect::<Vec<_>>();
    let [own] = own[..] else { return None };
    let before_own = title.words.iter().zip(title.words.iter().skip(1)).find(|(_, word)| *word == own)?.0;
    let prose = &field.prose;
    let is_other = |at: &usize| {
        prose.is_any(*at, TYPES)
            && !prose.is(*at, own)
            && prose.text(*at).starts_with(char::is_uppercase)
            && prose.is(*at - 1, before_own)
            && prose.text(*at - 1).starts_with(char::is_uppercase)
            && !prose.text(*at + 1).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && !prose.is(*at + 1, "of")
            && !(*at > 1 && prose.text(*at - 2).ends_with(['s', '’']) && prose.text(*at - 2).contains(['’', '\'']))
    };
    let at = (1..prose.tokens.len()).find(is_other)?;
    let place = Place::new(&field.path, &field.text[prose.tokens[at - 1].start..prose.tokens[at].end]);
    let said = &context.draft.item.title;
    let message = format!("the text says “{}”, but the item’s title is “{said}”", place.said());
    let hint = "Copy the title from the agenda, in the text or in the item.";
    Some(Finding::new("item-title", Severity::Warning, message, hint, place).against(Place::new("item.title", said)))
}

/// A subject line of one's own that is the title, and leaves out the number by which clerks file.
fn without_number(context: &Context<'_>, title: &Title) -> Option<Finding> {
    let (item, subject) = (&context.draft.item, context.draft.subject.as_deref()?);
    let number = item.number.trim();
    let said = Title::of(subject);
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    if number.is_empty() || title.words.len() < 2 || bare(subject).contains(&bare(number)) {
        return None;
    }
    if !said.joined.contains(&title.joined) && !said.is_like(title) {
        return None;
    }
    let label = item.label.clone().unwrap_or_else(|| match number.contains(' ') {
        // A bill is called by its number alone.
        true => String::new(),
        false => language::words(context.draft.language()).item.to_owned(),
    });
    let whole = format!("{label}{number}, {subject}");
    let finding = Finding::new(
        "item-title",
        Severity::Warning,
        format!("the subject has the item’s title without its number, {number}"),
        format!("Put {label}{number} before it: clerks file comments by number."),
        Place::new("subject", subject),
    );
    let repair = Repair::whole(format!("Write “{whole}”"), "subject", whole);
    Some(finding.against(Place::new("item.number", &item.number)).mended_by(repair))
}

#[cfg(test)]
mod tests {
    use crate::draft::Item;
    use crate::preflight::testing::{places, told, with_words};

    fn found(title: &str, text: &str) -> Vec<String> {
        let mut draft = with_words("hook", text);
        draft.item = Item { title: title.to_owned(), ..Item::default() };
        places(&told(&draft), "item-title").into_iter().map(|(_, excerpt)| excerpt).collect()
    }

    const REPAIRS: &str = "Renter Repair Timelines Ordinance";
    const MUSIC: &str = "Instrumental Music in Elementary Schools";

    #[test]
    fn an_ordinance_is_no_resolution() {
        let check =
            |text: &str, expected: &[&str]| assert_eq!(found("Tree Canopy and Stormwater Ordinance", text), expected);
        check("We support the Stormwater Resolution.", &["Stormwater Resolution"]);
        check("We support the Stormwater Ordinance, the Stormwater Plan Update, and Resolution 12.", &[]);
    }

    #[test]
    fn a_title_that_is_told_otherwise_is_found() {
        let check = |title: &str, text: &str, expected: &str| assert_eq!(found(title, text), [expected], "{text}");
        check(REPAIRS, "the Renter Repair Deadlines Ordinance, on your agenda", "Renter Repair Deadlines Ordinance");
        check(MUSIC, "“Instrumental Music in Middle Schools.”", "Instrumental Music in Middle Schools");
        check("the Healthy Rooms Act", "SB 812, the Healthy Room Act, would", "Healthy Room Act");
        check("Safe Crossings on 21st Avenue", "Safe Crossings on 22nd Avenue", "Safe Crossings on 22nd Avenue");
        check(
            "Winter Maintenance of Sidewalks",
            "“Winter Maintenance for the Sidewalk”",
            "Winter Maintenance for the Sidewalk",
        );
    }

    #[test]
    fn shorter_forms_and_other_things_are_left_alone() {
        let check = |title: &str, text: &str| assert_eq!(found(title, text), [""; 0], "{text}");
        check(REPAIRS, "the Renter Repair Timelines Ordinance; the renter repair timelines ordinance");
        check(REPAIRS, "the Repair Ordinance and the Repair Timelines Ordinance");
        check(REPAIRS, "We met the Renter Repair Team. The Tenant Council Timelines Ordinance failed.");
        check(MUSIC, "“instrumental music in elementary schools”, “Instrumental Music”, a school of music");
        check(MUSIC, "music in our schools, and instrumental music in middle schools as well");
        check("the Healthy Rooms Act", "the Healthy Homes Act and the Clean Rooms Act");
        check("Heat Rules", "the Heat Rule");
    }

    #[test]
    fn a_subject_of_ones_own_bears_the_number() {
        let check = |number: &str, subject: &str, expected: Option<&str>| {
            let (title, label) = ("Fees for Sidewalk Vendors".to_owned(), Some("Item ".to_owned()));
            let mut draft = with_words("hook", "");
            draft.item = Item { title, label, number: number.to_owned(), ..Item::default() };
            draft.subject = Some(subject.to_owned());
            let found = told(&draft).into_iter().find(|finding| finding.check == "item-title");
            assert_eq!(
                found.and_then(|finding| finding.repair).map(|repair| repair.to).as_deref(),
                expected,
                "{subject}"
            );
        };
        check("2-C", "Fees for Sidewalk Vendors", Some("Item 2-C, Fees for Sidewalk Vendors"));
        check("2-C", "Fees for sidewalk vendors – OPPOSE", Some("Item 2-C, Fees for sidewalk vendors – OPPOSE"));
        check("2-C", "Item 2-C, Fees for Sidewalk Vendors", None);
        check("2-C", "Agenda item 2C: Fees for Sidewalk Vendors", None);
        check("2-C", "My yellow cart", None);
        check("", "Fees for Sidewalk Vendors", None);
    }
}
