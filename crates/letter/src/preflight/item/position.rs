//! The position said in the text against the item's: `we oppose the ordinance`, `vote no`, `deny the appeal`, `– SUPPORT`.
//!
//! Only what is said in the first person or asked for, and only of what the position is on: a letter may support one thing
//! and oppose another. Other languages are read where a verb stands right before the item's number.

use std::ops::Range;

use super::object;
use crate::draft::{Position, PositionOn};
use crate::finding::{Finding, Place, Severity};
use crate::position::words;
use crate::preflight::context::{Context, FieldText};
use crate::prose::Prose;

const FOR: &[&str] = &["support", "supports", "endorse", "endorses", "favor"];
const AGAINST: &[&str] = &["oppose", "opposes"];
const GRANT: &[&str] = &["adopt", "approve", "pass", "support", "uphold", "grant", "enact"];
const REFUSE: &[&str] = &["reject", "deny", "oppose", "refuse", "dismiss", "withdraw"];
const YES: &[&str] = &["yes", "aye"];
const NO: &[&str] = &["no", "nay"];

/// Words between who speaks and the verb that leave it as it is.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "strongly", "fully", "respectfully", "firmly", "also", "both", "do", "does", "wholeheartedly", "therefore", "still", "write", "to",
];

/// Words that make an ask of the verb after them.
const ASKED: &[&str] = &["please", "to", "and", "you", ",", ":", "must", "should"];

/// Words in whose sentence a yes is not a whole one.
const CONDITIONS: &[&str] =
    &["if", "unless", "once", "with", "without", "amend", "amended", "amendments", "until", "otherwise", "or"];

/// In other languages: beginnings of verbs that stand before the item, for it and against it.
#[rustfmt::skip]
const VERBS: &[(&str, &[&str], &[&str])] = &[
    ("es", &["apoy", "aprueb", "aprob"], &["rechac", "rechaz", "opon"]),
    ("fr", &["souten", "appuy", "approuv", "adopt"], &["reje", "oppos"]),
    ("de", &["unterstütz", "befürwort"], &["ablehn"]),
    ("ru", &["поддерж", "одобр"], &["отклон"]),
    ("uk", &["підтрим", "схвал"], &["відхил"]),
    ("tl", &["sumusuporta", "suportahan", "pagtibayin", "aprubahan"], &["tutulan", "tinututulan"]),
    ("vi", &["hộ", "thuận"], &["đối"]),
];

/// What a text says on the item.
struct Said {
    is_for: bool,
    on: PositionOn,
    /// Said in the first person, and not only asked for.
    is_stated: bool,
    bytes: Range<usize>,
}

/// The text says another position than the item has.
pub fn position(context: &Context<'_>) -> Vec<Finding> {
    let item = &context.draft.item;
    let Some(position) = item.position else { return Vec::new() };
    let mut findings: Vec<Finding> = in_subject(context, position).into_iter().collect();
    for field in context.own().filter(|field| !field.path.ends_with(".label")) {
        let said = if context.is_english() { in_english(context, field) } else { in_other(context, field) };
        let conflicts = said.into_iter().filter(|said| said.on == item.position_on && conflicts(position, said));
        findings.extend(
            conflicts
                .map(|said| disagree(position, item.position_on, Place::new(&field.path, &field.text[said.bytes]))),
        );
    }
    findings
}

fn conflicts(position: Position, said: &Said) -> bool {
    match position {
        Position::Support | Position::SupportIfAmended => !said.is_for,
        Position::Oppose | Position::OpposeUnlessAmended => said.is_for,
        Position::Neutral | Position::Concern => said.is_stated,
    }
}

fn disagree(position: Position, on: PositionOn, place: Place) -> Finding {
    let has = words(position, on);
    let message = format!("the text says “{}”, but the position is “{has}”", place.said());
    let hint = "Say the same everywhere: correct the text, or the position of the item.";
    Finding::new("position", Severity::Error, message, hint, place).against(Place::new("item.position", has))
}

fn in_english(context: &Context<'_>, field: &FieldText<'_>) -> Vec<Said> {
    let tokens = 0..field.prose.tokens.len();
    tokens
        .filter_map(|at| {
            stated(context, field, at)
                .or_else(|| stood(context, field, at))
                .or_else(|| voted(context, field, at))
                .or_else(|| asked(context, field, at))
        })
        .collect()
}

fn said(prose: &Prose<'_>, is_for: bool, on: PositionOn, is_stated: bool, tokens: Range<usize>) -> Said {
    let end = tokens.end.min(prose.tokens.len());
    Said { is_for, on, is_stated, bytes: prose.tokens[tokens.start].start..prose.tokens[end - 1].end }
}

/// `I support Item 8`, `TFA opposes the ordinance`, `we do not support it`.
fn stated(context: &Context<'_>, field: &FieldText<'_>, at: usize) -> Option<Said> {
    let prose = &field.prose;
    let is_for = prose.is_any(at, FOR);
    if !is_for && !prose.is_any(at, AGAINST) || prose.tokens[at].quoted {
        return None;
    }
    let mut who = at.checked_sub(1)?;
    let mut denied = false;
    while who > at.saturating_sub(4) && (prose.is_any(who, BETWEEN) || prose.is_any(who, &["not", "don’t", "don't"]))
    {
        denied |= !prose.is_any(who, BETWEEN);
        who = who.checked_sub(1)?;
    }
    // `Item 8, which we support if …`: what it is about stands before.
    let sentence = prose.sentence(at);
    let which = who.checked_sub(1).filter(|which| prose.is(*which, "which") && prose.is_any(who, &["I", "we"]));
    if let Some(which) = which.filter(|which| sentence.start < *which) {
        let near = sentence.start.max(which.saturating_sub(WHICH))..which;
        // Nothing but the item's own names stands between its number and `, which`: no verb, and no other thing.
        let is_named = |end: usize| {
            (end..which - 1).all(|at| {
                let text = prose.text(at);
                !text.starts_with(char::is_lowercase) || prose.is_any(at, &["of", "the", "on", "for", "and", "in"])
            })
        };
        let is_item = near.clone().any(|at| {
            let of_another = at > 0 && prose.is_any(at - 1, &["to", "of", "in", "with"]);
            !of_another
                && object::number(context, field, at)
                    .is_some_and(|end| end < which && prose.is(which - 1, ",") && is_named(end))
        });
        return is_item.then(|| said(prose, is_for != denied, PositionOn::Item, true, who..at + 1));
    }
    let sender = &context.draft.sender;
    let is_sender = |name: &str| !name.is_empty() && name.split_whitespace().next_back() == Some(prose.text(who));
    // `Our union opposes it`
    let is_group = who > 0 && prose.is(who - 1, "our") && prose.is_any(who, GROUPS);
    if !prose.is_any(who, &["I", "we"]) && !is_sender(&sender.short) && !is_sender(&sender.name) && !is_group {
        return None;
    }
    // `What we support is …`, `the bill that we oppose`, `neither do we oppose`.
    let turned = who.checked_sub(1).is_some_and(|before| {
        prose.is_any(before, &["what", "that", "which", "if", "unless", "nor", "could", "whether"])
    });
    let (on, end) = object::after(context, field, at)?;
    // Whoever does not oppose a thing need not be for it.
    let is_neither = denied && !is_for;
    (!turned && !is_neither).then(|| said(prose, is_for != denied, on, true, who..end))
}

/// How far before `which we support` the item is looked for.
const WHICH: usize = 14;

/// Whom the writer speaks for.
#[rustfmt::skip]
const GROUPS: &[&str] = &[
    "union", "association", "coalition", "church", "congregation", "organization", "organisation", "league", "group", "club", "members",
    "alliance", "network", "committee", "board", "society", "council", "chapter", "local",
];

/// `We write in support of Item 8`, `I am in opposition to the ordinance`, `we are opposed to it`.
fn stood(context: &Context<'_>, field: &FieldText<'_>, at: usize) -> Option<Said> {
    let prose = &field.prose;
    let is_for = prose.is_any(at, &["support", "favor", "favour"]);
    let is_opposed = prose.is(at, "opposed");
    if !is_for && !is_opposed && !prose.is(at, "opposition") || prose.tokens[at].quoted {
        return None;
    }
    let sentence = prose.sentence(at);
    let before = at.checked_sub(1)?;
    let how = usize::from(prose.is_any(before, &["strong", "full", "firm", "strongly", "firmly"]));
    let leads = before.checked_sub(how)?;
    let is_led = if is_opposed { prose.is_any(leads, &["am", "are", "is"]) } else { prose.is(leads, "in") };
    if !is_led || !prose.is_any(at + 1, &["of", "to"]) {
        return None;
    }
    let who =
        (sentence.start.max(leads.saturating_sub(STANDS))..leads).rev().find(|at| prose.is_any(*at, &["I", "we"]))?;
    // Whoever heard others in opposition has said nothing of their own.
    let own = (who + 1..leads).all(|at| prose.is_any(at, STANDING));
    let turned = who > sentence.start && prose.is_any(who - 1, &["that", "which", "if", "unless", "whether", "when"]);
    let (on, end) = object::after(context, field, at + 1)?;
    let whole = !is_for || !prose.has_any(sentence, CONDITIONS);
    (whole && own && !turned).then(|| said(prose, is_for, on, true, leads..end))
}

/// Words between who writes and `in support of`.
#[rustfmt::skip]
const STANDING: &[&str] = &[
    "write", "writing", "am", "are", "stand", "speak", "rise", "today", "to", "you", "here", "strongly", "respectfully", "firmly", "both",
    "all", "submit", "send", "this", "letter", "comment", "testify", "come", "be", "wish", "want", "remain", "continue",
];

/// How far before `in support of` the one who writes is looked for.
const STANDS: usize = 8;

/// `Please vote no on Item 22`, `I ask for your “no” vote`.
fn voted(context: &Context<'_>, field: &FieldText<'_>, at: usize) -> Option<Said> {
    let prose = &field.prose;
    if !prose.is(at, "vote") {
        return None;
    }
    let before = |back: usize| at.checked_sub(back);
    let sentence = prose.sentence(at);
    // “no” vote: the word stands before, perhaps between marks.
    let word = before(1).and_then(|one| if matches!(prose.text(one), "”" | "\"") { before(2) } else { Some(one) });
    if let Some(word) = word.filter(|word| prose.is_any(*word, YES) || prose.is_any(*word, NO)) {
        let marked = word.checked_sub(1).filter(|mark| matches!(prose.text(*mark), "“" | "\""));
        let asked = prose.has_any(
            sentence.start..word,
            &["ask", "asks", "asking", "urge", "urges", "request", "requests", "seek", "seeks"],
        );
        let on = match object::after(context, field, at) {
            Some((on, _)) => on,
            None if prose.is_any(at + 1, &["on", "for", "against"]) => return None,
            None => PositionOn::Item,
        };
        let is_for = prose.is_any(word, YES);
        let whole = !is_for || !prose.has_any(sentence.clone(), CONDITIONS);
        return (asked && whole).then(|| said(prose, is_for, on, false, marked.unwrap_or(word)..at + 1));
    }
    if prose.tokens[at].quoted || !is_asked(prose, at, sentence.start) {
        return None;
    }
    let (is_for, verb) = match () {
        () if prose.is_any(at + 1, YES) => (true, at + 1),
        () if prose.is_any(at + 1, NO) => (false, at + 1),
        () if prose.is(at + 1, "against") => (false, at),
        () if prose.is(at + 1, "for") => (true, at),
        () => return None,
    };
    let object = object::after(context, field, verb).or_else(|| object::named_by_title(context, field, verb));
    let on = match object {
        Some((on, _)) => on,
        // `Vote no on the lease` may be of a part; `vote no` alone is of the item.
        None if verb == at || prose.is_any(verb + 1, &["on", "for"]) => return None,
        None => PositionOn::Item,
    };
    let end = object.map_or(verb + 1, |(_, end)| end);
    (!is_for || !prose.has_any(sentence, CONDITIONS)).then(|| said(prose, is_for, on, false, at..end))
}

/// `Please deny the appeal`, `We ask you to adopt Item 8`.
fn asked(context: &Context<'_>, field: &FieldText<'_>, at: usize) -> Option<Said> {
    let prose = &field.prose;
    let is_for = prose.is_any(at, GRANT);
    if !is_for && !prose.is_any(at, REFUSE) || prose.tokens[at].quoted {
        return None;
    }
    let sentence = prose.sentence(at);
    if !is_asked(prose, at, sentence.start) {
        return None;
    }
    let (on, end) = object::after(context, field, at)?;
    (!prose.has_any(sentence, CONDITIONS)).then(|| said(prose, is_for, on, false, at..end))
}

/// The verb is what a body is asked to do: it opens the sentence, or stands behind a word of asking.
fn is_asked(prose: &Prose<'_>, at: usize, start: usize) -> bool {
    if at == start {
        return true;
    }
    let asking = prose.has_any(start..at, &["please", "ask", "asking", "urge", "urging", "request"]);
    asking
        && prose.is_any(at - 1, ASKED)
        && !prose.has_any(start..at, &["not", "why", "how", "whether", "who", "those"])
}

/// In other languages: a verb within two words before the item's number.
fn in_other(context: &Context<'_>, field: &FieldText<'_>) -> Vec<Said> {
    let prose = &field.prose;
    let tag = context.draft.language().split('-').next().unwrap_or_default();
    let Some((_, for_it, against)) = VERBS.iter().find(|(language, ..)| *language == tag) else { return Vec::new() };
    let mut found = Vec::new();
    for at in 1..prose.tokens.len() {
        let Some(end) = object::number(context, field, at) else { continue };
        let near = at.saturating_sub(2)..at;
        let begins = |at: usize, stems: &[&str]| {
            let word = prose.text(at).to_lowercase();
            stems.iter().any(|stem| word.starts_with(stem))
        };
        let denied =
            prose.has_any(at.saturating_sub(4)..at, &["no", "не", "nicht", "không", "ne", "pas", "hindi", "ni"]);
        let verb = near.rev().find_map(|at| match (begins(at, for_it), begins(at, against)) {
            (true, _) => Some((at, true)),
            (_, true) => Some((at, false)),
            _ => None,
        });
        if let Some((verb, is_for)) = verb.filter(|_| !denied && !prose.tokens[at].quoted) {
            found.push(said(prose, is_for, PositionOn::Item, false, verb..end));
        }
    }
    found
}

/// A position in capitals, or as a part of its own, in a subject line of one's own.
fn in_subject(context: &Context<'_>, position: Position) -> Option<Finding> {
    let subject = context.draft.subject.as_deref()?;
    let at = subject.char_indices().filter(|(at, _)| !subject[..*at].ends_with(char::is_alphanumeric));
    let (start, word) = at.map(|(at, _)| (at, first_word(&subject[at..]))).find(|(at, word)| {
        let is_capital = matches!(*word, "SUPPORT" | "OPPOSE" | "OPPOSED" | "OPPOSITION");
        let before = subject[..*at].trim_end();
        let is_part = matches!(*word, "Support" | "Oppose" | "support" | "oppose")
            && (before.is_empty() || before.ends_with(['–', '—', '-', ':', '(']));
        is_capital || is_part
    })?;
    let is_for = word.eq_ignore_ascii_case("support");
    let rest = subject[start + word.len()..].trim_start();
    let condition = if is_for { "if amended" } else { "unless amended" };
    let is_conditional = rest.get(..condition.len()).is_some_and(|head| head.eq_ignore_ascii_case(condition));
    let said = match (is_for, is_conditional) {
        (true, false) => Position::Support,
        (true, true) => Position::SupportIfAmended,
        (false, false) => Position::Oppose,
        (false, true) => Position::OpposeUnlessAmended,
    };
    let end = start
        + word.len()
        + if is_conditional { subject[start + word.len()..].len() - rest.len() + condition.len() } else { 0 };
    let on = context.draft.item.position_on;
    (said != position && on == PositionOn::Item)
        .then(|| disagree(position, on, Place::new("subject", &subject[start..end])))
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::preflight::testing::{places, told, with_words};

    fn found(draft: Draft) -> Vec<String> {
        places(&told(&draft), "position").into_iter().map(|(_, excerpt)| excerpt).collect()
    }

    fn draft(position: Position, on: PositionOn, text: &str) -> Draft {
        let mut draft = with_words("hook", text);
        draft.sender.short = "TFA".to_owned();
        draft.item.label = Some("Item ".to_owned());
        draft.item.number = "8".to_owned();
        draft.item.title = "Renter Repair Timelines Ordinance".to_owned();
        draft.item.position = Some(position);
        draft.item.position_on = on;
        draft
    }

    use Position::{Concern, Neutral, Oppose, OpposeUnlessAmended, Support, SupportIfAmended};

    #[test]
    fn a_position_against_the_items_is_found() {
        let check = |position: Position, text: &str, expected: &str| {
            assert_eq!(found(draft(position, PositionOn::Item, text)), [expected], "{text}");
        };
        check(SupportIfAmended, "TFA opposes the ordinance.", "TFA opposes the ordinance");
        check(Support, "We strongly oppose Item 8, and say why.", "We strongly oppose Item 8");
        check(
            Support,
            "I oppose the Renter Repair Timelines Ordinance.",
            "I oppose the Renter Repair Timelines Ordinance",
        );
        check(Support, "We do not support this proposal.", "We do not support this proposal");
        check(OpposeUnlessAmended, "I support Item 8.", "I support Item 8");
        check(Oppose, "Please vote yes on Item 8 tonight.", "vote yes on Item 8");
        check(Support, "Vote no.", "Vote no");
        check(Support, "I respectfully ask for your “no” vote when you hear it.", "“no” vote");
        check(Support, "We urge a no vote.", "no vote");
        check(Support, "We ask you to reject the ordinance.", "reject the ordinance");
        check(Oppose, "Please adopt Item 8.", "adopt Item 8");
        check(Neutral, "We support the bill.", "We support the bill");
        check(Support, "Vote no on the ordinance this morning.", "Vote no on the ordinance");
        check(Support, "Please withdraw the proposal.", "withdraw the proposal");
        check(Support, "We oppose this proposal to change the rules.", "We oppose this proposal");
        check(Support, "We oppose the ordinance, which is late.", "We oppose the ordinance");
    }

    #[test]
    fn what_is_said_of_other_things_is_left_alone() {
        let check = |position: Position, text: &str| {
            assert_eq!(found(draft(position, PositionOn::Item, text)), [""; 0], "{text}");
        };
        check(SupportIfAmended, "TFA supports the ordinance if it is amended. Please adopt Item 8.");
        check(Support, "We ask you to reject the proposal to cut inspectors. We oppose the plan that would delay it.");
        check(
            Oppose,
            "Please approve the plan for shade at the stops. Please adopt the resolution which the Board sent.",
        );
        check(
            OpposeUnlessAmended,
            "We would support the proposal with two changes. I oppose Item 8 unless it is amended.",
        );
        check(OpposeUnlessAmended, "Please adopt Item 8 with these changes. If they are made, vote yes.");
        check(OpposeUnlessAmended, "TFA supported AB 37. We support the aim of Item 8.");
        check(Support, "We do not oppose the project. They oppose the ordinance.");
        check(Support, "Trustee Kessler said that she had voted no. Some vote no on everything.");
        check(Support, "Please vote no on Item 9. We oppose the project labor agreement.");
        check(Support, "“We oppose the ordinance,” the landlords wrote.");
        check(Support, "Please deny the appeal. Please reject the landlords’ claims.");
        check(Oppose, "We support the tenants. Please vote no on Item 8.");
        check(Oppose, "What we support is the plan that you approve the project without haste.");
        check(Concern, "Please vote no until the field is safe.");
        check(Support, "Vote no on the landlords’ amendment.");
        check(Support, "Please do not reject Item 8.");
    }

    #[test]
    fn an_appeal_is_another_thing_than_the_project() {
        let check = |position: Position, text: &str, expected: &[&str]| {
            assert_eq!(found(draft(position, PositionOn::Appeal, text)), expected, "{text}");
        };
        check(Oppose, "I support the child care home and I support the appeal.", &["I support the appeal"]);
        check(Support, "Please deny the appeal.", &["deny the appeal"]);
        check(Oppose, "I support the project and oppose the appeal. Please deny the appeal.", &[]);
    }

    #[test]
    fn other_languages_are_read_before_the_number() {
        let check = |language: &str, label: &str, position: Position, text: &str, expected: &[&str]| {
            let mut draft = draft(position, PositionOn::Item, text);
            draft.language = language.to_owned();
            draft.item.label = Some(label.to_owned());
            assert_eq!(found(draft), expected, "{text}");
        };
        check("ru", "Пункт ", Oppose, "Прошу вас поддержать пункт 8.", &["поддержать пункт 8"]);
        check("ru", "Пункт ", Support, "Прошу вас поддержать пункт 8.", &[]);
        check("es", "Punto ", Oppose, "apoyamos el Punto 8 de su agenda", &["apoyamos el Punto 8"]);
        check("es", "Punto ", Oppose, "no apoyamos el Punto 8", &[]);
        check("vi", "Mục ", Oppose, "Tôi ủng hộ mục 8.", &["hộ mục 8"]);
    }

    #[test]
    fn a_subject_of_ones_own_says_it_too() {
        let check = |position: Position, subject: &str, expected: &[&str]| {
            let draft = Draft { subject: Some(subject.to_owned()), ..draft(position, PositionOn::Item, "") };
            assert_eq!(found(draft), expected, "{subject}");
        };
        check(OpposeUnlessAmended, "AB 1043 (Park-Sato), as amended March 11, 2027 – SUPPORT", &["SUPPORT"]);
        check(Support, "Item 8: Support if amended", &["Support if amended"]);
        check(OpposeUnlessAmended, "AB 1043 – OPPOSE UNLESS AMENDED", &[]);
        check(Oppose, "Item 8, Housing Support Program", &[]);
        check(Oppose, "Item 8 – Oppose", &[]);
    }
}
