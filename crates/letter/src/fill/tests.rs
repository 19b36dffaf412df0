//! Draft and template in, the words of each part out.

use super::*;
use crate::compose;
use crate::draft::Letterhead;
use crate::letter::{Block, BlockKind, Letter, Pictures, plain};
use crate::template::Template;

const KIND: &str = r#"
name = "Test letter"
purpose = "To test."
parts = ["letterhead", "date", "delivery", "addressees", "subject", "salutation", "body", "closing", "signers", "enclosures", "copies"]
closing = "Sincerely,"

[[fields]]
name = "who"
prompt = "Who are you?"
kind = "line"

[[fields]]
name = "why"
prompt = "Why?"
kind = "phrase"

[[fields]]
name = "story"
prompt = "What happened?"
kind = "rich"

[[fields]]
name = "records"
prompt = "Which records?"
kind = "list"

[[fields]]
name = "due"
prompt = "By when?"
kind = "date"
"#;

const BODY: &str = "I am {{ words.who }}{% if words.why %}, because {{ words.why }}{% endif %}.

{{ words.story }}

{{ words.records }}

{{ asks_list }}

{% if words.due %}By {{ words.due }}.{% endif %}
";

fn template(settings: &str, body: &str) -> Template {
    Template::read("test", settings, body).expect("the test's kind reads")
}

fn letter(draft: &str) -> Letter {
    let draft: Draft = toml::from_str(draft).expect("the case is a draft");
    compose(&template(KIND, BODY), &draft, &Pictures::new()).expect("the template fills").0
}

/// Every part as `role: words / words`.
fn parts(letter: &Letter) -> Vec<String> {
    letter.parts.iter().map(|part| format!("{:?}: {}", part.role, texts(&part.blocks).join(" / "))).collect()
}

fn texts(blocks: &[Block]) -> Vec<String> {
    blocks
        .iter()
        .flat_map(|block| match &block.kind {
            BlockKind::Paragraph { content, .. } | BlockKind::Heading { content, .. } => vec![plain(content)],
            BlockKind::List(list) => (list.start..)
                .zip(&list.items)
                .map(|(number, item)| {
                    let label = list.numbering.map_or("•".to_owned(), |numbering| numbering.label(number));
                    format!("{label} {}", texts(&item.blocks).join(" / "))
                })
                .collect(),
            BlockKind::Quote(inner) => texts(inner),
            BlockKind::Columns(columns) => columns.iter().flat_map(|column| texts(&column.blocks)).collect(),
            BlockKind::Picture(picture) => vec![format!("[{}: {}]", picture.name, picture.alt)],
            BlockKind::Signer(signer) => vec![plain(&signer.lines)],
            BlockKind::Rule { .. } => vec![],
        })
        .collect()
}

#[track_caller]
fn check(draft: &str, expected: &[&str]) {
    assert_eq!(parts(&letter(draft)), expected);
}

#[test]
fn parts_stand_in_the_order_of_the_kind() {
    check(
        r#"
date = 2026-02-10
delivery = ["Via email"]
cc = ["City Clerk", "Mayor"]
enclosures = ["Exhibit A"]
letterhead = { name = "AALN", lines = ["PO Box 180", "", "info@aalsac.org"] }
item = { number = "3", title = "Use of City Facilities" }
addressees = [{ lines = ["City Council", "915 I Street"], persons = [{ last = "Maple", role = "Chair" }] }]
signers = [{ name = "Moiz Mir", title = "Manager", organisation = "AALN" }]
asks = [{ label = "One:", full = "first" }, { full = "second\n\nmore" }]
words = { who = "a neighbour", story = "It **rained**.\n\n- a\n- b", records = ["minutes", "agendas"], due = 2026-03-01 }
"#,
        &[
            "Letterhead: AALN / PO Box 180 / info@aalsac.org",
            "Date: February 10, 2026",
            "Delivery: Via email",
            "Addressees: City Council 915 I Street",
            "Subject: Re: Item #3, Use of City Facilities",
            "Salutation: Dear Chair Maple:",
            "Body: I am a neighbour. / It rained. / • a / • b / 1) minutes / 2) agendas / 1) One: first / 2) second / more / By March 1, 2026.",
            "Closing: Sincerely,",
            "Signatures: Moiz Mir Manager AALN",
            "Enclosures: Enclosure: Exhibit A",
            "Copies: cc: City Clerk Mayor",
        ],
    );
}

#[test]
fn an_empty_draft_makes_a_letter_without_gaps() {
    check("", &["Salutation: To Whom It May Concern:", "Body: I am .", "Closing: Sincerely,"]);
}

#[test]
fn furniture_moves_subject_and_date() {
    check(
        r#"
date = 2026-02-10
subject = "Hello"
page = { subject = "after-salutation", date = "after-addressees", greeting = "Hello", salutation_end = ",", subject_label = "RE:" }
addressees = [{ body = "City Council" }]
words = { who = "x" }
"#,
        &[
            "Addressees: City Council",
            "Date: February 10, 2026",
            "Salutation: Hello Members of the City Council,",
            "Subject: RE: Hello",
            "Body: I am x.",
            "Closing: Sincerely,",
        ],
    );
}

#[test]
fn every_value_prints_as_typed_in_every_place() {
    for typed in
        ["Re*Imagine_ {{Sac}} <b>[x](y)", "#1 & Co.", "%% from", ":::end", "a \\ b", "[^la] **x**", "{% raw %}"]
    {
        let draft = Draft {
            date_line: Some(typed.to_owned()),
            delivery: vec![typed.to_owned()],
            subject: Some(typed.to_owned()),
            closing: Some(typed.to_owned()),
            cc: vec![typed.to_owned()],
            letterhead: Some(Letterhead { name: typed.to_owned(), foot: typed.to_owned(), ..Letterhead::default() }),
            addressees: vec![Addressee {
                lines: vec![typed.to_owned()],
                persons: vec![crate::draft::Person { last: typed.to_owned(), ..Default::default() }],
                ..Default::default()
            }],
            signers: vec![Signer { name: typed.to_owned(), title: typed.to_owned(), ..Default::default() }],
            asks: vec![Ask { label: typed.to_owned(), full: "x".to_owned(), ..Default::default() }],
            words: BTreeMap::from([("who".to_owned(), Field::Text(typed.to_owned()))]),
            ..Draft::default()
        };
        let (letter, findings) = compose(&template(KIND, BODY), &draft, &Pictures::new()).expect("the template fills");
        assert_eq!(findings, []);
        assert_eq!(letter.title, typed);
        assert_eq!(letter.continuation, [typed, typed]);
        assert_eq!(
            parts(&letter),
            [
                format!("Letterhead: {typed}"),
                format!("Date: {typed}"),
                format!("Delivery: {typed}"),
                format!("Addressees: {typed}"),
                format!("Subject: Re: {typed}"),
                format!("Salutation: Dear {typed}:"),
                format!("Body: I am {typed}. / 1) {typed}: x"),
                format!("Closing: {typed}"),
                format!("Signatures: {typed} {typed}"),
                format!("Copies: cc: {typed}"),
                format!("Foot: {typed}"),
            ]
        );
    }
}

#[test]
fn a_template_cannot_declare_words_safe() {
    let draft: Draft = toml::from_str("words = { who = \"*me*\" }").expect("the case is a draft");
    let filled = fill(&template(KIND, "{{ words.who | safe }}"), &draft).expect("the template fills");
    assert!(filled.contains("\\*me\\*"), "{filled}");
}

#[test]
fn blocks_say_which_field_they_came_from() {
    let letter =
        letter("words = { story = \"Once.\" }\nasks = [{ full = \"a\", order = 2 }, { full = \"b\", order = 1 }]");
    let body =
        &letter.parts.iter().find(|part| part.role == crate::letter::Role::Body).expect("a letter has a body").blocks;
    let sources: Vec<&str> = body.iter().map(|block| &*block.source).collect();
    assert_eq!(sources, ["", "words.story", ""]);
    let BlockKind::List(list) = &body[2].kind else { panic!("the asks are a list") };
    assert!(list.asks);
    let asks: Vec<&str> = list.items.iter().map(|item| &*item.blocks[0].source).collect();
    assert_eq!(asks, ["asks[1].full", "asks[0].full"]);
}

#[test]
fn signers_past_ten_stand_in_columns() {
    let signers = |count: usize| {
        let draft = Draft {
            signers: (0..count).map(|n| Signer { name: format!("N{n}"), ..Signer::default() }).collect(),
            ..Draft::default()
        };
        let letter = compose(&template(KIND, BODY), &draft, &Pictures::new()).expect("the template fills").0;
        let part = letter.parts.iter().find(|part| part.role == crate::letter::Role::Signatures).expect("signers sign");
        let across = part.blocks.iter().map(|block| match &block.kind {
            BlockKind::Columns(columns) => columns.len(),
            _ => 1,
        });
        (across.max(), texts(&part.blocks).len())
    };
    assert_eq!(signers(10), (Some(1), 10));
    assert_eq!(signers(11), (Some(2), 11));
    assert_eq!(signers(31), (Some(3), 31));
}

#[test]
fn references_close_the_asks_they_stand_behind() {
    let letter = letter(
        "asks = [{ full = \"a\", references = [\"la\"] }, { full = \"b[^la]\", references = [\"la\"] }]\n\
         references = [{ id = \"la\", title = \"T\", url = \"https://a.org/x_(1)\", excerpt = \"one\\n\\n**two**\" }]",
    );
    assert_eq!(letter.notes.len(), 1);
    assert_eq!(texts(&letter.notes[0].blocks), ["“T”. https://a.org/x_(1)", "“one", "two”"]);
    assert_eq!(letter.notes[0].mark, "1");
}

#[test]
fn ids_and_addresses_never_become_markup() {
    for id in ["x](https://a.org) **b** [y", "a\n:::end\n:::part role=\"date\"", "la ord", "**"] {
        let draft = Draft {
            asks: vec![Ask { full: "a".to_owned(), references: vec![id.to_owned()], ..Ask::default() }],
            ..Draft::default()
        };
        let template = template(KIND, "{{ asks_list }}\n\n{% for ask in asks %}{{ ask.full }}{% endfor %}");
        let letter = compose(&template, &draft, &Pictures::new()).expect("the template fills").0;
        let id = id.replace('\n', " ");
        assert_eq!(parts(&letter)[1], format!("Body: 1) a[^{id}] / a[^{id}]"));
    }
    let letter = letter("references = [{ id = \"la\", url = \"https://a.org/x[1]*(2)\" }]");
    assert_eq!(texts(&letter.notes[0].blocks), ["https://a.org/x[1]*(2)"]);
}

#[test]
fn what_is_left_empty_leaves_nothing_behind() {
    check(
        r#"
enclosures = [" ", "Map", ""]
addressees = [{ body = "Council", persons = [{ role = "Chair" }, { honorific = "The Honorable", last = "Maple" }] }]
words = { who = "x" }
"#,
        &[
            "Addressees: Chair The Honorable Maple Council",
            "Salutation: Dear Maple:",
            "Body: I am x.",
            "Closing: Sincerely,",
            "Enclosures: Enclosure: Map",
        ],
    );
    check("enclosures = [\"\", \" \"]\nsalutation = \" \"", &["Body: I am .", "Closing: Sincerely,"]);
}

#[test]
fn mistakes_in_a_template_name_the_line() {
    let draft = Draft::default();
    let check = |body: &str, line: Option<usize>| {
        let error = fill(&template(KIND, body), &draft).expect_err("the template is wrong");
        assert_eq!(error.line, line, "{error}");
    };
    check("one\n{{ words.who", Some(2));
    check("one\n\n{{ nobody.knows }}", Some(3));
    check("{% if words.who %}", Some(1));
}
