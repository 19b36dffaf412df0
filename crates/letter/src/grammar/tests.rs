//! Texts with slips and what is told of them, texts without, and texts that nobody wrote.

use super::*;
use crate::prose::Syntax;

static ENGLISH: LazyLock<Speller> = LazyLock::new(Speller::english);

/// What is told of a text, as `rule: written→suggestion`.
fn told(text: &str) -> Vec<String> {
    let prose = Prose::of(text, Syntax::Rich);
    let lints = lints(&prose, &ENGLISH);
    lints.iter().map(|lint| format!("{}: {}→{}", lint.name, &text[lint.range.clone()], lint.suggestion)).collect()
}

#[test]
fn a_slip_of_grammar_is_told_with_what_was_meant() {
    let check = |text: &str, expected: &[&str]| assert_eq!(told(text), expected, "{text}");
    check("We ask for a extension and a hour.", &["article: a→an", "article: a→an"]);
    check("An European firm and an one-year term", &["article: An→A", "article: an→a"]);
    check(
        "an CEQA review, a EIR, an 10-day notice, a 18-month lease",
        &["article: an→a", "article: a→an", "article: an→a", "article: a→an"],
    );
    check("We urge you to **to** adopt it. The the item.", &["doubled-word:  **to→", "doubled-word:  the→"]);
    check("Staff could of met. It should not of passed.", &["modal-of: of→have", "modal-of: of→have"]);
    check("It is higher then the cost, and less then 72 hours.", &["than-then: then→than", "than-then: then→than"]);
    check("Its important that we act. Its a burden.", &["its: Its→It's", "its: Its→It's"]);
    check("The city updated it’s policy on it’s own.", &["its: it’s→its", "its: it’s→its"]);
    check("Your the only body. Thank you for you’re time.", &["your: Your→You're", "your: you’re→your"]);
    check(
        "Our school nurse have kept it. The law that were read was long.",
        &["agreement: have→has", "agreement: were→was"],
    );
    check("Their is no record of there rights.", &["their: Their→There", "their: there→their"]);
    check("Who’s records are whose the most?", &["whose: Who’s→Whose", "whose: whose→who's"]);
    check("It is to late to object, and far to many do.", &["too: to→too", "too: to→too"]);
    check(
        "We was told. They has gone, and he don't know.",
        &["agreement: was→were", "agreement: has→have", "agreement: don't→doesn't"],
    );
    check(
        "The residents of Oak Park is asking. Our council members has voted.",
        &["agreement: is→are", "agreement: has→have"],
    );
    check("The City do not need it. This ordinance do harm.", &["agreement: do→does", "agreement: do→does"]);
    check("Each of the cameras are on. There is many reasons.", &["agreement: are→is", "agreement: is→are"]);
    check(
        "They did not responded and didn't received it.",
        &["agreement: responded→respond", "agreement: received→receive"],
    );
    check("A onerous fee, a R-1 zone, an U-turn.", &["article: A→An", "article: a→an", "article: an→a"]);
    check("It costs more, and it don't work.", &["agreement: don't→doesn't"]);
    check("These ordinance was read.", &["number: These→This"]);
    check(
        "It will effect residents and have an adverse affect on us.",
        &["affect: effect→affect", "affect: affect→effect"],
    );
    check("Please advice us of your advise.", &["advise: advice→advise", "advise: advise→advice"]);
    check("We would loose our homes.", &["lose: loose→lose"]);
    check("We look forward to hear from you.", &["look-forward: hear→hearing"]);
    check(
        "In principal, we agree. Neither the mayor or the clerk did.",
        &["in-principle: principal→principle", "nor: or→nor"],
    );
    check("We wont and they cant.", &["apostrophe: wont→won't", "apostrophe: cant→can't"]);
    check("They will sell it’s parcel, and must supply it's guards with coats.", &["its: it’s→its", "its: it's→its"]);
    check("It’s guards are tired. It's budget is small.", &["its: It’s→Its", "its: It's→Its"]);
    check(
        "Four of them gave up there plots. We met with there lawyers.",
        &["their: there→their", "their: there→their"],
    );
    check(
        "The Council past it by seven votes. It was past unanimously.",
        &["passed: past→passed", "passed: past→passed"],
    );
    check("In the passed year we drove passed it.", &["passed: passed→past", "passed: passed→past"]);
    check("The street lights is out. The crosswalk at home is; our sidewalk have cracks.", &["agreement: is→are"]);
    check(
        "The intersections was closed. Our playground have no shade.",
        &["agreement: was→were", "agreement: have→has"],
    );
    check(
        "It has lead to crashes, weather or not it rains.",
        &["sound-alike: lead→led", "sound-alike: weather→whether"],
    );
    check(
        "The City Counsel voted at the street were we live.",
        &["sound-alike: Counsel→Council", "sound-alike: were→where"],
    );
    check(
        "It burned in May, and it’s assessment fell. On Monday there was 17 people.",
        &["its: it’s→its", "agreement: was→were"],
    );
    check("I could not get passed two trucks.", &["passed: passed→past"]);
    check("There was 212 visits, and I have live here for years.", &["agreement: was→were", "agreement: live→lived"]);
    check(
        "We live hear. You no that it protects are children.",
        &["sound-alike: hear→here", "sound-alike: no→know", "sound-alike: are→our"],
    );
    check("It would lets machines in, and they must gets out.", &["modal: lets→let", "modal: gets→get"]);
    check("Today i ask, an the clerk knows.", &["capital-i: i→I", "and: an→and"]);
}

#[test]
fn what_is_right_is_not_told() {
    let check = |text: &str| assert_eq!(told(text), Vec::<String>::new(), "{text}");
    check("An hour, a one-year term, a unanimous vote, an unincorporated area, a European heir, an honest heiress.");
    check(
        "An FAQ, an MND, a FEMA grant, a SNAP card, an 8-member board, a 100-foot setback, an 11th, a historic site.",
    );
    check("Schedule A and schedule a and b; subdivision (a) of section 1; frente a esta casa; a “yes” vote.");
    check("That that was struck is no accident; what it had had was a draft. They came from Walla Walla.");
    check("We could, of course, wait. The use of it could of course be seen in May of 2024.");
    check("If the cost is greater then the city must say so. It was higher then. Rents rose, then fell.");
    check("Its very important work, its own staff and its clear rules; it’s been said that it’s a burden in its time.");
    check("Your not-for-profit partners, your own staff, your welcome packet; you’re welcome.");
    check("Their own homes are there. There homes are few; from there parents can walk to school.");
    check("What the program is to many residents is plain; the goal is to slow traffic and to narrow the lanes.");
    check("All the city has is a draft. The plan staff wants is late. As it were, if he were here, be it so.");
    check(
        "A number of residents have asked. The number of stops has fallen. One of the cameras that are on has failed.",
    );
    check("What they did made a difference. Those who did not respond had left. We ask that the city do so.");
    check("The people who live here are asked. Every one of you is heard. Each of the three contracts was renewed.");
    check(
        "What you told us was clear. Those who know it are few. Phase I is done. Either the mayor or the clerk will.",
    );
    check("The project directly effects change; the effects of noise affect people; service is effected by mail.");
    check("A loan with $400,000 in principal, and a criteria pollutant. We took your advice and advise you of it.");
    check("They said “we was told” and “could of”. Section (i) is here, and i. is next.");
    check("> Their is no record.");
    check("There are many. There is many a slip. There was no vote; there were two.");
    check("This residents-only lot. To those residents it was new. He loosed the dogs on a loose leash.");
    check("María y la ciudad: a la gente, a esta junta, un honor.");
    check("The noise from trucks is unbearable. The impact on residents was severe. The traffic near schools is bad.");
    check(
        "Our concern about trucks was ignored. The law protecting tenants is clear. The group representing workers has.",
    );
    check("Families who rely on it don't own cars. A year with its A rating, an onerous fee, an unitemized bill.");
    check(
        "An R-1 zone, an M-1 zone, an L-shaped lot, an X-ray, an F grade, an S-curve, a U-turn, a T-shirt, a C-2 zone.",
    );
    check(
        "It’s winter, it's policy, it’s residents who pay, and I think it’s parcel 12. We know it’s guards who wait.",
    );
    check("He put there boxes. We wait there years. They live there; families there have children there.");
    check("We went past the school in past years; the past has passed. The bus passed the stop.");
    check("The staff are kind. The majority have voted. The young are gone, and the homeless have nobody.");
    check("All Oakland needs is a plan. The headquarters is old. The data are clear. The public have spoken.");
    check(
        "The leads were old. On the site of the mill the fair is held. The principal of the loan and the school counsel.",
    );
    check(
        "Those where the days. Were we there? The council were told that we were here and not heard."
            .replace("Those where", "Those were")
            .as_str(),
    );
    check(
        "There is 5 acres of it, there were 212 visits, and we have live music. They had work to do, and I have use for it.",
    );
    check("We believe in the principle of fairness. The noise from the trucks and the trains is unbearable.");
    check("Seniors wait in hot weather or rain; the weather this winter, the weather we had, was bad.");
    check("It stays because it’s one of the last parks, and it's due on Friday, because it’s subject to CEQA.");
    check(
        "Every morning it’s gridlock. For us it's life or death. Please remember it's taxpayer money, as it turns out.",
    );
    check(
        "The trees here are dying. Our streets today are worse. The salmon are gone. The plants that were cut are back.",
    );
    check("The few trees we have provide shade. The relatives we have live in Fresno. The schedule you have is old.");
    check("They decided without their being heard, at their asking price. The sight of tents breaks my heart.");
    check(
        "We support all of it except the amendment. Ask County Counsel to review it. The homes we live in are homes.",
    );
    check("By then the deadline was past by a week. The house past the bridge burned. Our walk passed three schools.");
    check("If this gets passed my rent doubles. Build where not feasible. There is 30 tons of debris.");
    check(
        "Should rates rise, we would pass. What would parks be? It must always cost less. We could across the board.",
    );
    check("The weather is fair, whether it rains or not. No, that is so. You and no one else.");
    check("The United States is bound by it, the news is good, and mathematics was taught.");
}

#[test]
fn other_languages_have_no_rules_here() {
    let spanish = Speller::new("es", b"SET UTF-8\n", b"1\nla\n").unwrap();
    assert_eq!(lints(&Prose::of("could of", Syntax::Plain), &spanish), Vec::new());
}

#[test]
fn a_message_shows_the_slip_in_its_sentence() {
    let check = |text: &str, expected: &str| {
        let lints = lints(&Prose::of(text, Syntax::Plain), &ENGLISH);
        assert_eq!(lints[0].message, expected);
    };
    check("It could of passed.", "“It could of passed” should probably be “It could have passed”");
    check(
        "Each of the cameras are recording.",
        "“Each of the cameras are recording” should probably be “Each of the cameras is recording”",
    );
    check("an unique plan", "“an unique” has the wrong article, since “unique” opens with the sound of a consonant");
    check("to to", "“to” stands twice");
}

#[test]
fn every_pattern_is_read() {
    let alternatives = |pattern: &str| {
        pattern.split_once('[').map_or(0, |(_, rest)| {
            rest.split_once(']').map_or(0, |(slips, _)| slips.split('|').filter(|slip| slip.contains('=')).count())
        })
    };
    let written: usize = rules::RULES.iter().flat_map(|rule| rule.patterns).map(|pattern| alternatives(pattern)).sum();
    assert_eq!(RULES.len(), written);
    for pattern in rules::RULES.iter().flat_map(|rule| rule.patterns) {
        assert!(alternatives(pattern) > 0, "{pattern}");
        assert!(!pattern.split_whitespace().any(|item| item.ends_with('|') || item.starts_with('|')), "{pattern}");
        assert!(!["|END", "|START", "|CLAUSE"].iter().any(|place| pattern.contains(place)), "{pattern}");
    }
}

#[test]
fn texts_that_nobody_wrote_are_read_in_the_end() {
    for each in ["neither the ", "a ", "an 8", "the the ", "The residents of ", "is ", "it’s ", "i ", "é’", "“could of"]
    {
        for syntax in [Syntax::Plain, Syntax::Rich] {
            let text = each.repeat(5000);
            for lint in lints(&Prose::of(&text, syntax), &ENGLISH) {
                assert!(text.get(lint.range).is_some());
            }
        }
    }
}
