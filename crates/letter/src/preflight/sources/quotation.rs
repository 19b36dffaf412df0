//! Quotations in the writer's text against the stored excerpts of the references that they belong to.
//!
//! A quotation belongs to the reference whose mark it bears, or to the one that it nearly repeats. It must be word for word
//! the excerpt, with an ellipsis where words are left out, brackets around what is the writer's own, and a remark where the
//! emphasis is. Quotation marks, dashes, stops and the case of letters are no drift, but for a note on the first letter,
//! whose case is shown in brackets where it was changed. A quotation of words that the excerpt does not hold at all may be
//! of another passage, and is left alone.

use std::collections::HashSet;
use std::ops::Range;

use super::align::{Alignment, Drift, align, exact};
use super::passage::Passage;
use super::quoted::{Quoted, quotations};
use crate::draft::Reference;
use crate::finding::{Finding, Place, Repair, Severity};
use crate::preflight::context::{Context, FieldText, Voice};

const CHECK: &str = "quotation";

/// The most pairs of words that a pass compares, for texts that nobody wrote.
const MOST_CELLS: usize = 600_000;
/// The most differences of one quotation that are told one by one.
const MOST_DRIFTS: usize = 3;
/// The most words that a message shows of one wording.
const MOST_WORDS: usize = 14;
/// The most left-out words that are put back rather than told by an ellipsis.
const MOST_PUT_BACK: usize = 3;

/// How sure it is that a quotation belongs to a reference.
#[derive(Clone, Copy)]
enum Tie {
    /// Its mark stands right behind it.
    Marked,
    /// Its mark stands in the same sentence, or under the same ask.
    Near,
    /// Its words alone tell.
    Alike,
}

impl Tie {
    /// The least likeness and the least number of words by which a quotation is one of the excerpt.
    fn least(self) -> (f64, usize) {
        match self {
            Tie::Marked => (0.5, 2),
            Tie::Near => (0.7, 4),
            Tie::Alike => (0.8, 5),
        }
    }
}

/// The stored words of a reference.
struct Excerpt<'a> {
    reference: &'a Reference,
    path: &'a str,
    text: &'a str,
    passage: Passage,
}

/// A quotation is not word for word what its reference says.
pub fn quotation(context: &Context<'_>) -> Vec<Finding> {
    let excerpts = excerpts(context);
    if excerpts.is_empty() {
        return Vec::new();
    }
    let known: Vec<HashSet<&str>> =
        excerpts.iter().map(|excerpt| excerpt.passage.units.iter().map(|unit| &*unit.word).collect()).collect();
    let mut cells = MOST_CELLS;
    let mut findings = Vec::new();
    for field in context.own() {
        for quoted in quotations(field) {
            let ties = ties(&quoted, field, context, &excerpts, &known, &mut cells);
            let Some((excerpt, alignment)) = source(&quoted, &ties, &excerpts, &mut cells) else { continue };
            let pair = Pair { field, quoted: &quoted, excerpt, english: context.is_english() };
            findings.extend(pair.drifts(&alignment));
            findings.extend(pair.emphasis(&alignment));
            findings.extend(pair.first_letter(&alignment));
        }
    }
    findings
}

fn excerpts<'a>(context: &'a Context<'_>) -> Vec<Excerpt<'a>> {
    let fields = context.fields.iter().filter(|field| field.voice == Voice::Quoted);
    fields
        .filter_map(|field| {
            let index: usize = field.path.strip_prefix("references[")?.split(']').next()?.parse().ok()?;
            let reference = context.draft.references.get(index)?;
            let passage = Passage::read(field.text, field.prose.words(), 0..field.text.len());
            Some(Excerpt { reference, path: &field.path, text: field.text, passage })
        })
        .collect()
}

/// The excerpts that the quotation may be of, the surest first.
fn ties(
    quoted: &Quoted,
    field: &FieldText<'_>,
    context: &Context<'_>,
    excerpts: &[Excerpt<'_>],
    known: &[HashSet<&str>],
    cells: &mut usize,
) -> Vec<(usize, Tie)> {
    let of_ask: &[String] = field
        .path
        .strip_prefix("asks[")
        .and_then(|rest| rest.split(']').next()?.parse::<usize>().ok())
        .and_then(|index| context.draft.asks.get(index))
        .map_or(&[], |ask| &ask.references);
    let units = &quoted.passage.units;
    let mut ties = Vec::new();
    for (index, excerpt) in excerpts.iter().enumerate() {
        let id = &excerpt.reference.id;
        if quoted.marks.contains(id) {
            ties.push((index, Tie::Marked));
        } else if quoted.near.contains(id) || of_ask.contains(id) {
            ties.push((index, Tie::Near));
        } else if units.len() >= Tie::Alike.least().1 {
            let Some(left) = cells.checked_sub(units.len()) else { continue };
            *cells = left;
            let shared = units.iter().filter(|unit| unit.bracketed || known[index].contains(&*unit.word)).count();
            if shared as f64 >= Tie::Alike.least().0 * units.len() as f64 {
                ties.push((index, Tie::Alike));
            }
        }
    }
    ties
}

/// The excerpt that the quotation is of, and how it lies along it; nothing when it is word for word one of them, or of
/// none.
fn source<'a, 'b>(
    quoted: &Quoted,
    ties: &[(usize, Tie)],
    excerpts: &'a [Excerpt<'b>],
    cells: &mut usize,
) -> Option<(&'a Excerpt<'b>, Alignment)> {
    let passage = &quoted.passage;
    let mut best: Option<(f64, &Excerpt<'_>, Alignment)> = None;
    for (index, tie) in ties {
        let excerpt = &excerpts[*index];
        let (likeness, words) = tie.least();
        if passage.units.len() < words || names(excerpt.reference, passage) {
            continue;
        }
        *cells = cells.checked_sub(excerpt.passage.units.len() + passage.units.len())?;
        if let Some(alignment) = exact(passage, &excerpt.passage) {
            return Some((excerpt, alignment));
        }
        let Some(alignment) = align(passage, &excerpt.passage, cells) else { continue };
        let like = alignment.likeness(passage);
        let substantial =
            alignment.same.iter().zip(&passage.units).any(|(same, unit)| same.is_some() && unit.word.len() > 3);
        if like >= likeness && substantial && best.as_ref().is_none_or(|(known, ..)| like > *known) {
            best = Some((like, excerpt, alignment));
        }
    }
    best.map(|(_, excerpt, alignment)| (excerpt, alignment))
}

/// Between quotation marks stands what the source is called.
fn names(reference: &Reference, passage: &Passage) -> bool {
    let called = [&reference.title, &reference.label, &reference.author];
    called.iter().any(|name| exact(passage, &Passage::read(name, name, 0..name.len())).is_some())
}

/// A quotation and what it is of.
struct Pair<'a> {
    field: &'a FieldText<'a>,
    quoted: &'a Quoted,
    excerpt: &'a Excerpt<'a>,
    english: bool,
}

impl Pair<'_> {
    fn drifts(&self, alignment: &Alignment) -> Vec<Finding> {
        let told = alignment.drifts.iter().filter(|drift| !self.goes_on(drift));
        let told: Vec<&Drift> = told.collect();
        if told.len() <= MOST_DRIFTS {
            return told.into_iter().map(|drift| self.drift(drift)).collect();
        }
        let (first, last) = (told[0], told[told.len() - 1]);
        let quoted = first.quoted.start..last.quoted.end.max(first.quoted.start + 1);
        let (quoted, source) = (self.words(&quoted), self.source(&(first.source.start..last.source.end)));
        vec![
            Finding::new(
                CHECK,
                Severity::Warning,
                format!("the quotation “{}” differs from {} in many words", shortened(quoted), self.name()),
                "Copy the words of the excerpt, or say it in your own words without quotation marks.",
                Place::new(&self.field.path, quoted),
            )
            .against(Place::new(self.excerpt.path, source)),
        ]
    }

    /// The quotation goes on where the excerpt was cut off; nobody stored those words.
    fn goes_on(&self, drift: &Drift) -> bool {
        const FEW: usize = 3;
        let ends =
            drift.quoted.end == self.quoted.passage.units.len() && drift.source.end == self.excerpt.passage.units.len();
        let begins = drift.quoted.start == 0 && drift.source.start == 0;
        (ends || begins) && drift.source.is_empty() && drift.quoted.len() > FEW
    }

    fn drift(&self, drift: &Drift) -> Finding {
        let (quoted, source) = (self.words(&drift.quoted), self.source(&drift.source));
        let name = self.name();
        let (message, hint) = if drift.quoted.is_empty() {
            (
                format!("the quotation leaves out “{}” of {name} without an ellipsis", shortened(source)),
                "Put the words back, or … in their place.",
            )
        } else if drift.source.is_empty() {
            (
                format!("the quotation says “{}”, which {name} does not", shortened(quoted)),
                "Take the words out, or put them in brackets to show that they are yours.",
            )
        } else {
            (
                format!("the quotation says “{}” where {name} says “{}”", shortened(quoted), shortened(source)),
                "Write the words of the source, or put yours in brackets.",
            )
        };
        // What is left out or added is shown between the words on either side.
        let between = drift.quoted.is_empty() || drift.source.is_empty();
        let around = |units: &Range<usize>, length: usize| {
            if between { units.start.saturating_sub(1)..(units.end + 1).min(length) } else { units.clone() }
        };
        let quoted = around(&drift.quoted, self.quoted.passage.units.len());
        let source = around(&drift.source, self.excerpt.passage.units.len());
        let finding =
            Finding::new(CHECK, Severity::Warning, message, hint, Place::new(&self.field.path, self.words(&quoted)))
                .against(Place::new(self.excerpt.path, self.source(&source)));
        match self.repair(drift, &quoted, &source) {
            Some(repair) => finding.mended_by(repair),
            None => finding,
        }
    }

    /// The words of the excerpt in their place, or an ellipsis for many.
    fn repair(&self, drift: &Drift, quoted: &Range<usize>, source: &Range<usize>) -> Option<Repair> {
        let units = &self.quoted.passage.units;
        let bytes = self.quoted.passage.bytes(quoted.clone());
        let to = if drift.quoted.is_empty() && drift.source.len() > MOST_PUT_BACK {
            let [first, last] = [units.get(quoted.start)?, units.get(quoted.end.checked_sub(1)?)?];
            let text = self.field.text;
            format!("{} … {}", &text[first.bytes.clone()], &text[last.bytes.clone()])
        } else {
            // At either end of a quotation nothing shows where to write.
            (quoted.len() == source.len() + drift.quoted.len() - drift.source.len()).then_some(())?;
            self.source(source).to_owned()
        };
        let is_plain = |words: &str| !words.contains(['*', '_', '[', ']', '\\', '#', '\n']);
        (is_plain(&to) && is_plain(&self.field.text[bytes.clone()]) && !bytes.is_empty())
            .then(|| Repair::within(&self.field.path, self.field.text, bytes, to))
    }

    /// Bold or italics that the excerpt does not have, and nobody owns up to.
    fn emphasis(&self, alignment: &Alignment) -> Option<Finding> {
        let (units, source) = (&self.quoted.passage.units, &self.excerpt.passage.units);
        let added = |at: usize| units[at].emphasised && alignment.same[at].is_some_and(|same| !source[same].emphasised);
        let first = (0..units.len()).find(|at| added(*at)).filter(|_| !self.quoted.owns_emphasis)?;
        let last = (first..units.len()).take_while(|at| added(*at)).last()?;
        let words = self.words(&(first..last + 1));
        let same = alignment.same[first]?..alignment.same[last]? + 1;
        let finding = Finding::new(
            CHECK,
            Severity::Warning,
            format!("“{}” is emphasised in the quotation, and not in {}", shortened(words), self.name()),
            "Say “(emphasis added)” after the quotation, or take the emphasis out.",
            Place::new(&self.field.path, words),
        )
        .against(Place::new(self.excerpt.path, self.source(&same)));
        Some(match self.remark() {
            Some(repair) => finding.mended_by(repair),
            None => finding,
        })
    }

    /// The first letter is a capital in one and a small letter in the other, and no brackets say so.
    fn first_letter(&self, alignment: &Alignment) -> Option<Finding> {
        const FEWEST: usize = 4;
        let passage = &self.quoted.passage;
        let (unit, same) = (passage.units.first()?, (*alignment.same.first()?)?);
        let shown = passage.units.len().min(3);
        let (words, source) = (self.words(&(0..shown)), self.source(&(same..same + 1)));
        let (own, other) = (words.chars().next()?, source.chars().next()?);
        let changed = own != other && own.is_lowercase() != other.is_lowercase();
        if !changed || unit.bracketed || passage.gaps[0] || passage.units.len() < FEWEST {
            return None;
        }
        let bracketed = format!("[{own}]{}", &words[own.len_utf8()..]);
        let finding = Finding::new(
            CHECK,
            Severity::Note,
            format!("the quotation begins with “{own}” where {} has “{other}”", self.name()),
            format!("Write “{bracketed}” to show that the letter was changed."),
            Place::new(&self.field.path, words),
        )
        .against(Place::new(self.excerpt.path, source));
        let bytes = passage.bytes(0..shown);
        let repair = Repair::within(&self.field.path, self.field.text, bytes, bracketed);
        // Brackets mean something else where the words are emphasised or linked.
        Some(if repair.from.contains(['*', '_', '[', '\n']) { finding } else { finding.mended_by(repair) })
    }

    /// `(emphasis added)` behind the quotation.
    fn remark(&self) -> Option<Repair> {
        let last = self.quoted.passage.units.last()?;
        let bytes = last.bytes.start..self.quoted.end;
        let words = self.field.text.get(bytes.clone()).filter(|words| self.english && !words.contains('\n'))?;
        let repair = Repair::within(&self.field.path, self.field.text, bytes, format!("{words} (emphasis added)"));
        Some(Repair { label: "Add “(emphasis added)”".to_owned(), ..repair })
    }

    fn words(&self, units: &Range<usize>) -> &str {
        &self.field.text[self.quoted.passage.bytes(units.clone())]
    }

    fn source(&self, units: &Range<usize>) -> &str {
        &self.excerpt.text[self.excerpt.passage.bytes(units.clone())]
    }

    /// What the reference is called in a message.
    fn name(&self) -> String {
        let Reference { title, id, .. } = self.excerpt.reference;
        if title.is_empty() { format!("the reference `{id}`") } else { format!("“{}”", shortened(title)) }
    }
}

/// Enough of some words to know them by.
fn shortened(words: &str) -> String {
    let mut shown: Vec<&str> = words.split_whitespace().take(MOST_WORDS + 1).collect();
    if shown.len() > MOST_WORDS {
        shown[MOST_WORDS] = "…";
    }
    shown.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::draft::{Ask, Draft, Reference};
    use crate::finding::Severity;
    use crate::preflight::testing::{told, with_words};

    const REPORT: &str =
        "Riders at unshaded stops wait in temperatures up to 15 degrees higher than riders at shaded stops.";

    fn drift(text: &str, excerpt: &str) -> Vec<(String, String, String)> {
        let reference = |id: &str, excerpt: &str| Reference {
            id: id.to_owned(),
            title: "Shade and Seating South of the Freeway".to_owned(),
            excerpt: excerpt.to_owned(),
            ..Reference::default()
        };
        let references = vec![reference("a", excerpt), reference("b", "Nothing of the kind.")];
        let draft = Draft { references, ..with_words("hook", text) };
        let found = told(&draft).into_iter().filter(|finding| finding.check == super::CHECK);
        found
            .filter(|finding| finding.severity == Severity::Warning)
            .map(|finding| {
                assert_eq!(finding.place.path, "words.hook");
                let other = finding.other.unwrap();
                assert_eq!(other.path, "references[0].excerpt");
                (finding.place.excerpt, other.excerpt, finding.repair.map_or(String::new(), |repair| repair.to))
            })
            .collect()
    }

    #[test]
    fn drift_is_told_with_both_wordings() {
        let check = |text: &str, expected: &[(&str, &str, &str)]| {
            let found = drift(text, REPORT);
            let found: Vec<(&str, &str, &str)> = found.iter().map(|(a, b, c)| (&**a, &**b, &**c)).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("It says “riders at unshaded stops stand in temperatures”.[^a]", &[("stand", "wait", "wait")]);
        check(
            "It says “riders at stops wait in temperatures”.[^a]",
            &[("at stops", "at unshaded stops", "at unshaded stops")],
        );
        check(
            "It says “riders wait in temperatures up to 15 degrees higher than riders”.[^a]",
            &[("riders wait", "Riders at unshaded stops wait", "Riders at unshaded stops wait")],
        );
        check(
            "“Riders wait in high temperatures up to 15 degrees higher.”[^a]",
            &[
                ("Riders wait", "Riders at unshaded stops wait", "Riders at unshaded stops wait"),
                ("in high temperatures", "in temperatures", "in temperatures"),
            ],
        );
        check(
            "“Riders wait … 51 degrees higher than riders”[^a]",
            &[("Riders wait", "Riders at unshaded stops wait", "Riders at unshaded stops wait"), ("51", "15", "15")],
        );
        check("“up to *15 degrees* higher”[^a]", &[("15 degrees", "15 degrees", "higher” (emphasis added)")]);
        check("> Riders at unshaded stops wait in temperatures up to 25 degrees higher\n\nNo.", &[("25", "15", "15")]);
        check("The report says \"riders at shady stops\".[^a]", &[("shady", "unshaded", "unshaded")]);
        check("It speaks of “riders of shaded stops”[^a]", &[("of", "at", "at")]);
        check(
            "The report[^a] says that riders ‘wait in a temperature up to 15 degrees’ higher.",
            &[("a temperature", "temperatures", "temperatures")],
        );
    }

    #[test]
    fn long_omissions_get_an_ellipsis() {
        let source =
            "The yard is the last open working yard, and the only one with its drying racks, in the lower town.";
        let found = drift("It is “the last open working yard in the lower town”.[^a]", source);
        let expected = ("yard in", "yard, and the only one with its drying racks, in", "yard … in");
        assert_eq!(found, [(expected.0.to_owned(), expected.1.to_owned(), expected.2.to_owned())]);
    }

    #[test]
    fn words_of_the_source_are_no_drift() {
        let check = |text: &str| assert_eq!(drift(text, REPORT), [], "{text}");
        check("It says “riders at unshaded stops wait.”[^a]");
        check("It says “[r]iders … wait in [heat] up to 15 degrees higher than riders….”[^a]");
        check("It says ‘Riders at unshaded stops — wait in temperatures’.[^a]");
        check("It says “up to **15 degrees** higher” (emphasis added).[^a]");
        check("*“Riders at unshaded stops wait in temperatures”*[^a]");
        check("“*Riders at unshaded stops wait in temperatures*”[^a]");
        check("Our “Shade and Seating South of the Freeway”[^a] is no quotation.");
        check("We call it “waiting in the sun for a bus”.[^a]");
        check("We speak of “shade”.[^a]");
        check("“Riders at a stop without shade wait for long,” she said.");
        check("We call the “unshaded benches” so.");
        check("It says “riders at unshaded stops wait[ed]”.[^a]");
        check("> Riders at unshaded stops wait in temperatures up to 15 degrees higher\n\nSo it says.[^a]");
        check("“Nobody at the bus stops waits with riders who came from the shaded parts of town”[^a]");
        check(
            "He read it all: “Riders at unshaded stops wait in temperatures up to 15 degrees higher than riders at shaded stops. And that is a lot of degrees, the board was told.”[^a]",
        );
    }

    #[test]
    fn a_first_letter_that_was_changed_stands_in_brackets() {
        let check = |text: &str, expected: Option<&str>| {
            let reference = Reference { id: "a".to_owned(), excerpt: REPORT.to_owned(), ..Reference::default() };
            let found = told(&Draft { references: vec![reference], ..with_words("hook", text) });
            let note = found.iter().find(|finding| finding.check == super::CHECK);
            assert_eq!(note.map(|note| &*note.repair.as_ref().unwrap().to), expected, "{text}");
        };
        check("It says “riders at unshaded stops wait”.[^a]", Some("[r]iders at unshaded"));
        check("It says: “At unshaded stops wait in temperatures”.[^a]", Some("[A]t unshaded stops"));
        check("It says “[r]iders at unshaded stops wait”.[^a]", None);
        check("It says “Riders at unshaded stops wait”.[^a]", None);
        check("It says “at unshaded stops”.[^a]", None);
        check("It says “… riders at unshaded stops wait”.[^a]", None);
        check("It speaks of “riders at stops”.[^b]", None);
    }

    #[test]
    fn emphasis_of_the_source_is_not_added() {
        assert_eq!(drift("It says “the *only* way”.[^a]", "This is the **only** way."), []);
    }

    #[test]
    fn references_of_an_ask_stand_behind_its_quotations() {
        let ask = |full: &str| Ask { full: full.to_owned(), references: vec!["a".to_owned()], ..Ask::default() };
        let references = vec![Reference { id: "a".to_owned(), excerpt: REPORT.to_owned(), ..Reference::default() }];
        let draft =
            Draft {
                asks: vec![ask("Shade where “riders at unshaded stops sit”.")], references, ..Draft::default()
            };
        let found = told(&draft);
        let finding = found.iter().find(|finding| finding.check == super::CHECK).unwrap();
        assert_eq!(finding.message, "the quotation says “sit” where the reference `a` says “wait”");
        assert_eq!(finding.place.path, "asks[0].full");
    }

    #[test]
    fn texts_that_nobody_wrote_are_checked_in_the_end() {
        let reference = |index: usize| Reference {
            id: format!("r{index}"),
            excerpt: "the parcel of land and the use ".repeat(200),
            ..Reference::default()
        };
        let references = (0..100).map(reference).collect();
        let draft = Draft { references, ..with_words("hook", &"“the use of the parcel is land” ".repeat(5_000)) };
        told(&draft);
    }
}
