//! Preflight: the facts of a letter checked against each other before it goes out.
//!
//! Every check is one function, listed in [`CHECKS`]; it looks at a [`Context`] and says what it found. A check names
//! the two places that disagree and what to do, and keeps silent when it is not sure. Markup that does not read is
//! `markup`'s to report, glyphs and overflow are `layout`'s; what to do about a finding is the front end's.

mod numbers;
mod dates;
mod tense;
mod proofreader;
mod campaign_words;
mod known;
mod context;
mod overrule;
mod order;
mod letter_date;
mod shouted;
mod counts;
mod names;
mod scars;
mod ease;
mod kind_needs;
mod note_marks;
mod placeholder;
mod missing;
mod link;
mod picture_alt;
mod own_words;
mod sources;
mod access;
mod proof;
mod days;
mod item;
#[cfg(test)]
mod testing;

pub use campaign_words::CampaignWords;
pub use context::{Context, FieldText, Paragraph, Voice};
pub use known::{Known, Seat};
pub use proofreader::Proofreader;
pub use scars::Shares;

use crate::draft::Draft;
use crate::finding::Finding;
use crate::layout::page::Pages;
use crate::letter::Letter;
use crate::template::Template;

/// One check.
#[derive(Clone, Copy)]
pub struct Check {
    /// The name that its findings bear.
    pub name: &'static str,
    /// What it finds, in one sentence.
    pub finds: &'static str,
    /// Why that matters to whoever reads the letter, in one sentence.
    pub why: &'static str,
    /// The check itself.
    pub run: fn(&Context<'_>) -> Vec<Finding>,
}

/// Every check there is.
pub const CHECKS: &[Check] = &[
    Check {
        name: "letter-date",
        finds: "The letter is dated before something that its text speaks of as past.",
        why: "A letter that seems older than what it tells looks careless, and a clerk may file it under the wrong meeting.",
        run: letter_date::letter_date,
    },
    Check {
        name: "no-date",
        finds: "The letter has no date.",
        why: "Without a date nobody can tell which meeting or vote the letter spoke to.",
        run: letter_date::no_date,
    },
    Check {
        name: "letter-year",
        finds: "The letter is dated in another year than the one it is written in.",
        why: "A letter that bears another year is filed under it, and looks like an old one sent again.",
        run: days::letter_year::letter_year,
    },
    Check {
        name: "weekday",
        finds: "A weekday stands beside a date that falls on another one.",
        why: "Who plans by the weekday comes on another day than who plans by the date.",
        run: days::weekday::weekday,
    },
    Check {
        name: "meeting-day",
        finds: "“Today”, “tonight” or “tomorrow” is not the day of the meeting.",
        why: "A vote that is asked for on another day than that of the meeting reads as if it were meant for another item.",
        run: days::meeting_day::meeting_day,
    },
    Check {
        name: "meeting-date",
        finds: "The text puts the meeting on another date than the item has, or speaks of a past one as ahead.",
        why: "Clerks file comments by meeting; with two dates a letter may reach nobody before the vote.",
        run: days::meeting_date::meeting_date,
    },
    Check {
        name: "past-date",
        finds: "The text speaks of a day before the letter’s as still to come.",
        why: "Whoever reads that comments close on a day gone by takes the letter for an old one.",
        run: days::past_date::past_date,
    },
    Check {
        name: "special-meeting",
        finds: "The text and the item disagree on whether the meeting is a special one.",
        why: "A special meeting has other deadlines, and takes comment on nothing but its own agenda.",
        run: days::special_meeting::special_meeting,
    },
    Check {
        name: "deadline-past",
        finds: "The portal has closed or the meeting is over, and nothing was handed in.",
        why: "What comes after the deadline is not read before the vote.",
        run: days::deadline_past::deadline_past,
    },
    Check {
        name: "time-zone",
        finds: "The meeting is in a time zone that does not exist.",
        why: "Without the zone nobody can tell at which moment comments close.",
        run: days::time_zone::time_zone,
    },
    Check {
        name: "term-over",
        finds: "An addressee does not hold the seat on the letter’s date.",
        why: "A letter to somebody who has left the seat reaches nobody who votes.",
        run: days::term_over::term_over,
    },
    Check {
        name: "item-number",
        finds: "The text gives the item another number.",
        why: "Comments are filed by the number of the item; under another one they count for another matter.",
        run: item::item_number::item_number,
    },
    Check {
        name: "item-title",
        finds: "The item’s title is told otherwise than the agenda has it, or stands without its number.",
        why: "Who looks for the title as the letter has it finds nothing, or something else.",
        run: item::item_title::item_title,
    },
    Check {
        name: "file-id",
        finds: "The file id differs between places, or has not the shape of its register.",
        why: "With a digit off, an id leads to another file or to none.",
        run: item::file_id::file_id,
    },
    Check {
        name: "position",
        finds: "The text says another position than the item has.",
        why: "A comment is counted by its position; one that says both may be counted against you.",
        run: item::position::position,
    },
    Check {
        name: "off-agenda",
        finds: "The text asks for a vote on what is not on the agenda.",
        why: "A body may not act on what its agenda does not name, so such an ask can only be refused.",
        run: item::off_agenda::off_agenda,
    },
    Check {
        name: "ask-count",
        finds: "The text says another number of asks, or of points that it lists, than there are.",
        why: "Readers look for as many asks as they are told of; a number that is off makes them doubt the rest.",
        run: counts::ask_count,
    },
    Check {
        name: "turned-digits",
        finds: "Two numbers have the same digits, two of them exchanged.",
        why: "Of `287` and `278` one is mostly a slip, and either may be quoted against you.",
        run: counts::turned_digits,
    },
    Check {
        name: "ask-lengths",
        finds: "A shorter text of an ask counts something otherwise than its full text.",
        why: "The letter and the comment box would ask for different things.",
        run: counts::ask_lengths,
    },
    Check {
        name: "signer-count",
        finds: "The text says another number of organizations than sign it.",
        why: "Readers count the names below, and ask who took theirs back.",
        run: counts::signer_count,
    },
    Check {
        name: "enclosure",
        finds: "The text speaks of an exhibit that is not enclosed.",
        why: "Whoever looks for an exhibit that did not come takes the rest for incomplete too.",
        run: counts::enclosure,
    },
    Check {
        name: "numbering",
        finds: "Numbers that were typed by hand leave a gap, or one stands twice.",
        why: "Readers look for the point that a gap leaves out, and nobody can cite a number that stands twice.",
        run: counts::numbering,
    },
    Check {
        name: "note-marks",
        finds: "A note has no mark that points to it, or a mark typed by hand has no note.",
        why: "A mark without its note, or a note without its mark, hides what a claim rests on.",
        run: note_marks::note_marks,
    },
    Check {
        name: "placeholder",
        finds: "A placeholder such as `[Your name]` was left in.",
        why: "A blank that was left in tells everyone that the letter was filled in, and not written.",
        run: placeholder::placeholder,
    },
    Check {
        name: "no-addressee",
        finds: "The letter goes to nobody.",
        why: "A letter to nobody is put on file, and answered by nobody.",
        run: missing::no_addressee,
    },
    Check {
        name: "no-signer",
        finds: "Nobody signs the letter.",
        why: "Clerks and committees ask for a signature; what nobody signs may not be counted.",
        run: missing::no_signer,
    },
    Check {
        name: "missing",
        finds: "Something that this kind of letter needs was left empty.",
        why: "This kind of letter is expected to hold it, and may be set aside without it.",
        run: missing::missing,
    },
    Check {
        name: "kind-needs",
        finds: "A rule of this kind of letter is not kept.",
        why: "Whoever handles letters of this kind looks for it, and may set them aside without it.",
        run: kind_needs::kind_needs,
    },
    Check {
        name: "salutation-names",
        finds: "The salutation greets somebody who is no addressee, or leaves one out.",
        why: "Whoever is greeted by the wrong name, or not at all, stops reading there.",
        run: names::salutation_names,
    },
    Check {
        name: "roster",
        finds: "The inside address, the list of persons and the roster disagree on who sits where.",
        why: "A letter to whoever sat there last year, or by the wrong title, says that its writer has not looked.",
        run: names::roster,
    },
    Check {
        name: "name-spelling",
        finds: "A name is spelled in two ways.",
        why: "Nothing is read as carelessly as one's own name spelled wrong.",
        run: names::name_spelling,
    },
    Check {
        name: "title-body",
        finds: "Somebody who is addressed bears a title that belongs to another kind of body.",
        why: "A title of another body looks like a letter that was written for somebody else.",
        run: names::title_body,
    },
    Check {
        name: "same-surname",
        finds: "Two addressees of one surname are named by it alone.",
        why: "Neither of the two can tell who is meant.",
        run: names::same_surname,
    },
    Check {
        name: "title-form",
        finds: "A title is written in another way than the body writes it.",
        why: "Bodies are particular about how their members are called.",
        run: names::title_form,
    },
    Check {
        name: "initials",
        finds: "Initials are used that the text does not spell out, or only later, or in two ways.",
        why: "Who does not know the initials stops reading, and officials read letters from people they do not know.",
        run: names::initials,
    },
    Check {
        name: "link",
        finds: "The address of a reference is no web address.",
        why: "Who cannot follow a reference cannot check what you say.",
        run: link::link,
    },
    Check {
        name: "picture-alt",
        finds: "A picture has no words for those who do not see it.",
        why: "Who listens to the letter learns nothing of a picture without words.",
        run: picture_alt::picture_alt,
    },
    Check {
        name: "quotation",
        finds: "A quotation is not word for word what its reference says.",
        why: "Whoever looks up the source and finds other words there believes the rest of the letter less.",
        run: sources::quotation,
    },
    Check {
        name: "citation",
        finds: "A citation of a law is not written as laws are cited.",
        why: "A citation in its proper form is found at once, and shows that the law was looked up.",
        run: sources::citation,
    },
    Check {
        name: "old-citation",
        finds: "A citation names a section that has moved.",
        why: "Who looks up an old number finds nothing there, or another law.",
        run: sources::old_citation,
    },
    Check {
        name: "unsupported",
        finds: "A claim with a number names no source.",
        why: "A number that nobody can check convinces nobody who doubts it.",
        run: sources::unsupported,
    },
    Check {
        name: "access-date",
        finds: "A source was read more than a year before the letter, or on a day that cannot be.",
        why: "Pages change; what a source said long ago may not be what a reader finds there now.",
        run: sources::access_date,
    },
    Check {
        name: "link-text",
        finds: "The words of a link do not say where it goes.",
        why: "Whoever listens to the letter hears the words of its links alone, and on paper there is nothing else.",
        run: access::link_text,
    },
    Check {
        name: "heading-levels",
        finds: "A heading skips a level.",
        why: "Whoever listens to the letter finds their way by its headings, and looks for the one that is missing.",
        run: access::heading_levels,
    },
    Check {
        name: "foreign-passage",
        finds: "A passage is in another language than the letter’s, and nothing says so.",
        why: "Voices that read letters out read every word in the letter’s own language, and so may its readers.",
        run: access::foreign_passage,
    },
    Check {
        name: "contrast",
        finds: "The letterhead is set in a colour too pale to read.",
        why: "Pale letters are lost to weak eyes, copiers and fax machines.",
        run: access::contrast,
    },
    Check {
        name: "spelling",
        finds: "A word is probably misspelt.",
        why: "A misspelt word draws the eye away from what the sentence says.",
        run: proof::spelling,
    },
    Check {
        name: "grammar",
        finds: "A slip of grammar.",
        why: "A slip that anybody sees makes a reader look for more of them.",
        run: proof::grammar,
    },
    Check {
        name: "own-words",
        finds: "A field still holds the words that the kind suggests.",
        why: "Officials give more weight to a letter that only you could write.",
        run: own_words::own_words,
    },
    Check {
        name: "unclosed",
        finds: "A bracket or a quotation mark is opened and not closed.",
        why: "Nobody can tell where a quotation ends, and whose the words after it are.",
        run: scars::unclosed,
    },
    Check {
        name: "form-scar",
        finds: "The text has scars of a form: “and/or”, “(s)”, empty brackets, a word twice, spaces and marks out of place.",
        why: "Scars of a form make a letter of one's own look like one of many.",
        run: scars::form_scar,
    },
    Check {
        name: "campaign-words",
        finds: "Every word of the letter is the campaign's.",
        why: "Offices count letters that are the same as one; a sentence of one's own makes it another.",
        run: scars::campaign_words,
    },
    Check {
        name: "capitals",
        finds: "Words are in capitals that are no initials.",
        why: "Capitals read as shouting, and screen readers may spell them out letter by letter.",
        run: ease::capitals,
    },
    Check {
        name: "long-sentence",
        finds: "A sentence is longer than can be read aloud.",
        why: "Letters are read quickly, and some are read aloud; what takes two breaths is lost.",
        run: ease::long_sentence,
    },
    Check {
        name: "reading-grade",
        finds: "A text takes more years of school to follow than most readers have.",
        why: "Plain words reach whoever decides, and whoever they answer to.",
        run: ease::reading_grade,
    },
];

/// The most characters of the letter that a message quotes; enough to know any passage by.
const LONGEST_QUOTED: usize = 200;

/// What a reading of the letter comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What there is to say: errors first, then in the order of the letter, and last what the person lets stand.
    pub findings: Vec<Finding>,
    /// How many words are whose, in the letter of a campaign.
    pub shares: Option<Shares>,
}

/// What every check says of a letter, with what layout noticed.
pub fn preflight(template: &Template, draft: &Draft, letter: &Letter, pages: &Pages, known: &Known) -> Vec<Finding> {
    read(template, draft, letter, pages, known).findings
}

/// The same, and how much of the letter is whose.
pub fn read(template: &Template, draft: &Draft, letter: &Letter, pages: &Pages, known: &Known) -> Reading {
    let context = Context::new(template, draft, letter, known);
    let told =
        |&Check { why, run, .. }: &Check| run(&context).into_iter().map(move |finding| Finding { why, ..finding });
    let mut findings: Vec<Finding> = CHECKS.iter().flat_map(told).collect();
    findings.extend(pages.findings.iter().cloned());
    findings.iter_mut().for_each(shorten);
    overrule::mark(&mut findings, &draft.overruled);
    order::sort(&mut findings, &context);
    Reading { findings, shares: scars::shares(&context) }
}

/// A message quotes what it speaks of, and nobody reads a page of that to learn what is wrong with it.
fn shorten(finding: &mut Finding) {
    let is_long = |text: &str| text.len() > LONGEST_QUOTED && text.chars().count() > LONGEST_QUOTED;
    let shortened = |text: &str| text.chars().take(LONGEST_QUOTED).collect::<String>() + "…";
    if is_long(&finding.place.excerpt) {
        for long in [finding.place.excerpt.clone(), finding.place.said()] {
            finding.message = finding.message.replace(&long, &shortened(&long));
            finding.hint = finding.hint.replace(&long, &shortened(&long));
        }
    }
    if let Some(repair) = finding.repair.as_mut().filter(|repair| is_long(&repair.label)) {
        repair.label = shortened(&repair.label);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Addressee, Ask, Reference, Signer};
    use crate::finding::{Place, Severity};
    use crate::preflight::testing::{template, with_words};

    #[test]
    fn names_of_checks_are_unique_and_sentences_end() {
        for (index, check) in CHECKS.iter().enumerate() {
            assert!(!CHECKS[..index].iter().any(|other| other.name == check.name), "{}", check.name);
            assert!(check.finds.ends_with('.') && check.why.ends_with('.'), "{}", check.name);
        }
    }

    #[test]
    fn findings_stand_by_severity_then_by_their_place_in_the_letter() {
        let mut template = template();
        template.body = "{{ words.hook }}\n\n{{ asks_list }}\n\n{{ words.line }}".to_owned();
        let mut draft = with_words("hook", "These two requests come from [Your name].");
        draft.words.insert("line".to_owned(), crate::draft::Words::Text("TBD".to_owned()));
        draft.asks = vec![
            Ask { full: "[Your second ask]".to_owned(), order: Some(2), ..Ask::default() },
            Ask { full: "[Your first ask]".to_owned(), order: Some(1), ..Ask::default() },
            Ask { full: "Third".to_owned(), order: Some(3), ..Ask::default() },
        ];
        draft.addressees = vec![Addressee { lines: vec!["[Name]".to_owned()], ..Addressee::default() }];
        draft.signers = vec![Signer { name: "[Name]".to_owned(), ..Signer::default() }];
        draft.references = vec![Reference { id: "a".to_owned(), url: "here".to_owned(), ..Reference::default() }];
        let pages = Pages {
            findings: vec![Finding::new("glyph", Severity::Warning, "", "", Place::absent("words.hook"))],
            ..Pages::default()
        };
        let found: Vec<(Severity, String)> =
            preflight(&template, &draft, &Letter::default(), &pages, &Known::default())
                .into_iter()
                .map(|finding| (finding.severity, finding.place.path))
                .collect();
        let found: Vec<(Severity, &str)> = found.iter().map(|(severity, path)| (*severity, path.as_str())).collect();
        let expected = [
            (Severity::Error, "date"),
            (Severity::Error, "addressees[0].lines[0]"),
            (Severity::Error, "words.hook"),
            (Severity::Error, "asks[1].full"),
            (Severity::Error, "asks[0].full"),
            (Severity::Error, "words.line"),
            (Severity::Error, "signers[0].name"),
            (Severity::Warning, "words.hook"),
            (Severity::Warning, "words.hook"),
            (Severity::Warning, "references[0].url"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_message_quotes_a_part_of_what_is_long() {
        let found = crate::preflight::testing::told(&with_words("hook", &format!("See {} there.", "X".repeat(5000))));
        let found = found.iter().find(|finding| finding.check == "placeholder").unwrap();
        assert_eq!(found.place.excerpt.len(), 5000);
        assert!(found.message.len() < 300 && found.message.contains('…'), "{}", found.message);
    }

    #[test]
    fn drafts_that_nobody_wrote_are_checked_in_the_end() {
        let many = |each: &str| with_words("hook", &each.repeat(20_000));
        let few = |each: &str| with_words("hook", &each.repeat(2_000));
        let numbered = |count: usize| (0..count).map(|index| format!("Na{index}"));
        let asks =
            numbered(5000).map(|label| Ask { label, full: "[Your name]".to_owned(), ..Ask::default() }).collect();
        let references = numbered(20_000).map(|id| Reference { id, ..Reference::default() }).collect();
        let person = |last: String| crate::draft::Person { role: last.clone(), last, ..Default::default() };
        let persons = numbered(20_000).map(person).collect();
        let page = crate::draft::Furniture { most_named: Some(usize::MAX), ..Default::default() };
        let item = crate::draft::Item {
            number: "8".to_owned(),
            title: "Item Item Item".to_owned(),
            file_id: "F-300".to_owned(),
            meeting: jiff::civil::Date::new(2026, 5, 5).ok(),
            position: Some(crate::draft::Position::Support),
            ..Default::default()
        };
        let proofreader = Some(std::sync::Arc::new(Proofreader::english()));
        let known = Known { proofreader, ..Known::default() };
        for draft in [
            few(&format!("{} ", "a".repeat(300))),
            few("the\u{a0}city  council, İSTANBUL Item –9 "),
            Draft {
                signers: vec![Signer { name: "Oskar Lindquist".to_owned(), ..Signer::default() }],
                ..many("Oskar Lindqvist ")
            },
            many("M/D/"),
            many("1,2,3,"),
            many("$1,000 "),
            many("(“287 homes, 278 Exhibit A to D, it’s parcel fell since 2029 "),
            Draft {
                enclosures: vec!["Exhibits 1 to 5, six photographs".to_owned()],
                ..few("We enclose 5 photographs, Exhibits 1 to 9. ")
            },
            with_words(
                "hook",
                &numbered(20_000).map(|name| format!("Ms. {name}son met Ana Hansen")).collect::<Vec<_>>().join(" "),
            ),
            many("We ask for two changes. "),
            many("[Your name] "),
            few("Tue, May 3 "),
            Draft {
                date: jiff::civil::Date::new(2026, 5, 1).ok(),
                item: item.clone(),
                ..few("Monday, May 4 2024 Item 9 ")
            },
            Draft { item, ..few("vote for “Item 10” tonight on May 4, F-3 ") },
            Draft { asks, ..many("We ask for two changes. ") },
            Draft { references, ..Draft::default() },
            Draft {
                salutation: Some(numbered(20_000).collect::<Vec<_>>().join(" ")),
                addressees: vec![Addressee { persons, ..Addressee::default() }],
                page,
                ..Draft::default()
            },
        ] {
            let (letter, _) = crate::compose(&template(), &draft, &Default::default()).unwrap();
            preflight(&template(), &draft, &letter, &Pages::default(), &known);
            let unsaid = Draft { salutation: None, ..draft };
            crate::compose(&template(), &unsaid, &Default::default()).unwrap();
        }
    }

    #[test]
    fn the_samples_have_no_findings_but_the_seed_its_own() {
        for template in crate::template::built_in() {
            let draft: Draft = toml::from_str(&template.sample).unwrap();
            let (letter, _) = crate::compose(&template, &draft, &Default::default()).unwrap();
            let found: Vec<(&str, String)> =
                preflight(&template, &draft, &letter, &Pages::default(), &Known::default())
                    .into_iter()
                    .map(|finding| {
                        (
                            finding.check,
                            format!("{} {}: {}", finding.place.path, finding.place.excerpt, finding.message),
                        )
                    })
                    .collect();
            let seed = "date 2025-02-10: the letter is dated February 10, 2025, but speaks of January 27, 2026 as past";
            let expected =
                if template.kind == "organisation-letter" { vec![("letter-date", seed.to_owned())] } else { vec![] };
            assert_eq!(found, expected, "{}", template.kind);
        }
    }
}
