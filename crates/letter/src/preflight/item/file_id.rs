//! The item's file id: the same wherever it stands, and of the shape that its register gives it.
//!
//! Known shapes are the number of the California State Clearinghouse, ten digits, and the identifier of a federal rule,
//! `2060-AW71`. Whether the item's id is one of them, the kind's subject line says.

use super::ids::{id_at, ids, is_slip_of};
use crate::finding::{Finding, Place, Repair, Severity};
use crate::preflight::context::{Context, FieldText, Voice};

/// A register whose ids have one shape.
#[derive(Clone, Copy)]
struct Register {
    /// What stands before an id.
    label: &'static str,
    /// Its shape in words.
    shape: &'static str,
    is_formed: fn(&str) -> bool,
}

const REGISTERS: [Register; 2] = [
    Register { label: "SCH", shape: "ten digits", is_formed: is_sch },
    Register { label: "RIN", shape: "four digits, a hyphen, two letters and two digits", is_formed: is_rin },
];

fn is_sch(id: &str) -> bool {
    id.len() == 10 && id.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_rin(id: &str) -> bool {
    let digits = |range: std::ops::Range<usize>| id.as_bytes()[range].iter().all(u8::is_ascii_digit);
    id.len() == 9
        && id.is_ascii()
        && digits(0..4)
        && &id[4..5] == "-"
        && digits(7..9)
        && id[5..7].bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The file id differs between places, or is none of its register.
pub fn file_id(context: &Context<'_>) -> Vec<Finding> {
    let own = context.draft.item.file_id.trim();
    let register = register(context).filter(|_| !own.is_empty());
    let mut findings = Vec::new();
    if let Some(register) = register.filter(|register| !(register.is_formed)(own)) {
        findings.push(ill_formed(register, own, Place::new("item.file_id", own)));
    }
    let read = |field: &&FieldText<'_>| match field.voice {
        Voice::Own => true,
        Voice::Subject => field.path == "subject" || field.path == "item.title",
        // Other documents have numbers of their own; their titles name the file.
        Voice::Source => field.path.ends_with("title") || field.path.ends_with("label"),
        Voice::Frame => field.path.starts_with("enclosures") || field.path.starts_with("delivery"),
        Voice::Quoted => false,
    };
    for field in context.fields.iter().filter(read) {
        slips(context, field, own, &mut findings);
        registered(field, own, register, &mut findings);
    }
    findings
}

/// The register of the item's id, as the kind's subject line introduces it.
fn register(context: &Context<'_>) -> Option<Register> {
    let subject = context.template.subject.as_deref()?;
    let before = subject.split("{{ item.file_id").next().filter(|before| before.len() < subject.len())?;
    let label = before.rsplit(['%', '}']).next()?;
    REGISTERS.into_iter().find(|register| label.contains(register.label))
}

/// The id with a slip in it.
fn slips(context: &Context<'_>, field: &FieldText<'_>, own: &str, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    if own.is_empty() {
        return;
    }
    for bytes in ids(field.prose.words()) {
        let said = &field.text[bytes.clone()];
        let is_anothers = said.eq_ignore_ascii_case(draft.item.number.trim())
            || draft.references.iter().any(|reference| reference.number.contains(said));
        if !is_slip_of(own, said) || is_anothers {
            continue;
        }
        let at = field.prose.tokens.partition_point(|token| token.end <= bytes.start);
        if field.voice == Voice::Own && field.prose.is_quoted(at) {
            continue;
        }
        let sentence = field.prose.sentence(at);
        let names_own = sentence.clone().any(|at| {
            field
                .prose
                .tokens
                .get(at)
                .is_some_and(|token| field.text[id_at(field.text, token.start)].eq_ignore_ascii_case(own))
        });
        if !names_own
            && !field
                .prose
                .has_any(sentence, &["files", "companion", "related", "other", "another", "different", "earlier"])
        {
            let place = Place::new(&field.path, said);
            let finding = differs(own, place).mended_by(Repair::within(&field.path, field.text, bytes, own));
            findings.push(finding);
        }
    }
}

/// Ids after the label of a register: each of its shape, and the item's own where that is of the register too.
fn registered(field: &FieldText<'_>, own: &str, register: Option<Register>, findings: &mut Vec<Finding>) {
    let prose = &field.prose;
    for at in 0..prose.tokens.len() {
        let Some(labelled) = REGISTERS.into_iter().find(|register| prose.text(at) == register.label) else { continue };
        let mut value = at + 1;
        while value < at + 4 && prose.is_any(value, &["no", "number", "#", "."]) {
            value += 1;
        }
        let Some(token) = prose.tokens.get(value) else { continue };
        let said = &field.text[id_at(field.text, token.start)];
        if !said.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let place = Place::new(&field.path, said);
        if is_slip_of(own, said) {
            continue;
        }
        if !(labelled.is_formed)(said) {
            findings.push(ill_formed(labelled, said, place));
        } else if register.is_some_and(|register| register.label == labelled.label) && !said.eq_ignore_ascii_case(own) {
            findings.push(differs(own, place));
        }
    }
}

fn differs(own: &str, place: Place) -> Finding {
    let message = format!("the text says {}, but the item’s file id is {own}", place.excerpt);
    let hint = "Copy the id from the agenda or the notice, in the text or in the item.";
    Finding::new("file-id", Severity::Warning, message, hint, place).against(Place::new("item.file_id", own))
}

fn ill_formed(register: Register, id: &str, place: Place) -> Finding {
    let message = format!("“{id}” is no {} number", register.label);
    let hint = format!("Copy it from the notice: {} has {}.", article(register.label), register.shape);
    Finding::new("file-id", Severity::Warning, message, hint, place)
}

fn article(label: &str) -> String {
    format!("{} {label} number", if label.starts_with('S') { "an" } else { "a" })
}

#[cfg(test)]
mod tests {
    use crate::draft::{Item, Reference};
    use crate::layout::page::Pages;
    use crate::letter::Letter;
    use crate::preflight::testing::{template, with_words};
    use crate::preflight::{Known, preflight};

    fn found(subject: &str, id: &str, text: &str) -> Vec<(String, String)> {
        let mut template = template();
        template.subject = Some(format!("About{{% if item.file_id %}}, {subject} {{{{ item.file_id }}}}{{% endif %}}"));
        let mut draft = with_words("hook", text);
        draft.item = Item { file_id: id.to_owned(), number: "26-0413".to_owned(), ..Item::default() };
        draft.references = vec![
            Reference { title: "Action Order WADMIN26-0090".to_owned(), ..Reference::default() },
            Reference { number: "26-0416".to_owned(), ..Reference::default() },
        ];
        let found = preflight(&template, &draft, &Letter::default(), &Pages::default(), &Known::default());
        let found = found.into_iter().filter(|finding| finding.check == "file-id");
        found.map(|finding| (finding.place.path, finding.place.excerpt)).collect()
    }

    #[test]
    fn an_id_must_be_the_items_and_of_its_shape() {
        let check = |subject: &str, id: &str, text: &str, path: &str, excerpt: &str| {
            assert_eq!(found(subject, id, text), [(path.to_owned(), excerpt.to_owned())], "{text}");
        };
        check("File", "27-0312", "Council File 27-0321, on your agenda", "words.hook", "27-0321");
        check("File", "WADMIN26-0009", "", "references[0].title", "WADMIN26-0090");
        check("SCH No.", "202511054", "", "item.file_id", "202511054");
        check("SCH No.", "2025110542", "SCH No. 2024010101 is meant", "words.hook", "2024010101");
        check("SCH No.", "2025110542", "(SCH #202511054)", "words.hook", "202511054");
        check("RIN", "2060-AW71", "RIN 2060-AW7, the rule", "words.hook", "2060-AW7");
        check("RIN", "2060AW71", "", "item.file_id", "2060AW71");
    }

    #[test]
    fn other_ids_are_left_alone() {
        let check = |subject: &str, id: &str, text: &str| assert_eq!(found(subject, id, text), [], "{text}");
        check("File", "27-0312", "Council File 27-0312, and 27-0499");
        check("File", "26-0417", "The report 26-0416 and item 26-0413.");
        check("File", "26-0417", "Case No. 25-0417 is a different one.");
        check("File", "26-0417", "Files 26-0417 and 26-0418; the companion file is 26-0419.");
        check("SCH No.", "2025110542", "SCH No. 2025110542; the SCH knows it");
        check("RIN", "2060-AW71", "RIN 2060-AW71");
        check("File", "", "SCH No. 2025110542");
        check("File", "27-0312", "Staff wrote that “27-0321 was continued”, and a note says so.[^27-0321]");
        check("", "2060-AW71", "");
    }
}
