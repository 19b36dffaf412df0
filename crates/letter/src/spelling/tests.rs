//! Misspelt words and what is told of them, words that only look so, and dictionaries from elsewhere.

use super::*;
use crate::prose::Syntax;

use std::sync::LazyLock;

static ENGLISH: LazyLock<Speller> = LazyLock::new(Speller::english);

/// What is told of a text, as `written→suggestion`.
fn told(text: &str, known: &[&str]) -> Vec<String> {
    let prose = Prose::of(text, Syntax::Rich);
    let misspelt = ENGLISH.misspelt(&prose, &KnownWords::of(known.iter().copied()));
    misspelt.iter().map(|word| format!("{}→{}", &text[word.range.clone()], word.suggestions[0])).collect()
}

#[test]
fn a_slip_in_a_word_is_told_with_what_was_meant() {
    let check = |text: &str, expected: &[&str]| assert_eq!(told(text, &[]), expected, "{text}");
    check("The commitee did not recieve it.", &["commitee→committee", "recieve→receive"]);
    check("We dont have the recources.", &["dont→don't", "recources→resources"]);
    check("Goverment must answer.", &["Goverment→Government"]);
    check("the Planning Comission and the City Counsil", &["Comission→Commission", "Counsil→Council"]);
    check("on Wendesday, Febuary 3", &["Wendesday→Wednesday", "Febuary→February"]);
    check("It is neccesary, and **publically** so.", &["neccesary→necessary", "publically→publicly"]);
    check("the comitee’s long-standing oposition", &["comitee→committee", "oposition→opposition"]);
    check("an out-of-stat vendor of adresses", &["adresses→addresses"]);
    check("teh plan", &["teh→the"]);
    check("We oppose alot of it.", &["alot→a lot"]);
    check(
        "their oposition, of which each was adressed in turn and individualy",
        &["oposition→opposition", "adressed→addressed", "individualy→individually"],
    );
}

#[test]
fn what_is_no_slip_is_not_told() {
    let check = |text: &str| assert_eq!(told(text, &[]), Vec::<String>::new(), "{text}");
    check("Councilmember Caity Maple and Vice Mayor Eric Guerra asked staff to return.");
    check("Tamura wrote it. Castellanos Ruiz signed. Pluckebaum’s office replied, and Pluckebaum came.");
    check("SacRT, SACOG, the MTIP, eComments and an ALPR read 67 dBA Ldn under CEQA Guidelines § 15126.6(a).");
    check("See cityofsacramento.gov/portl, write to clrk@sacramento.org, or #safestreats.");
    check("María José Hernández-Ruiz spoke at the Casa de la Cultura; la gente que vive aqui no fue invitada.");
    check("They said “we dont have the recources” and left.");
    check("> the commitee\n\nas quoted");
    check("The rezoning and upzoning of a multifamily parcel is citywide, nonprofit-led and unpermitted.");
    check("Supervisor Johanna van der Berg sells idli. See Gov. Code, § 54960.1, subd. (c)(2), and the vicin. map.");
    check("Item 14b of 2026-0123, the 3rd and the 1980s, R-1A.");
    check("A promotora and an arborist heard the appeal de novo.");
    check("Our coalition includes Decarcerate Sacramento. Flock’s contract is agendized.");
}

#[test]
fn names_and_terms_of_the_desk_are_known() {
    let check = |text: &str, known: &[&str], expected: &[&str]| assert_eq!(told(text, known), expected, "{text}");
    check("The vecinas met.", &[], &[]);
    check("The bikelife ride and the Departmant.", &[], &["Departmant→Department"]);
    check("The Departmant is a band.", &["the Departmant"], &[]);
    check("Our comunity is sure.", &["Comunity Roots"], &[]);
    check("Both adresss.", &["Adress"], &[]);
}

#[test]
fn a_dictionary_speaks_its_own_language() {
    let check = |own: &str, other: &str, expected: bool| {
        let speller = Speller::new(own, b"SET UTF-8\n", b"1\nhola\n").unwrap();
        assert_eq!(speller.speaks(other), expected, "{own} {other}");
    };
    check("en-US", "en", true);
    check("en_US", "en-US", true);
    check("en-US", "en-GB", false);
    check("es", "es-MX", true);
    check("es-MX", "es", true);
    check("es-MX", "es-ES", false);
    check("pt-BR", "es", false);
    check("zh-Hant-TW", "zh-tw", true);
    assert!(ENGLISH.is_english() && ENGLISH.speaks("en") && !ENGLISH.speaks("vi"));
}

#[test]
fn a_dictionary_from_elsewhere_is_read_or_refused() {
    let told = |affixes: &[u8], stems: &[u8], text: &str| {
        let speller = Speller::new("es", affixes, stems)?;
        let prose = Prose::of(text, Syntax::Plain);
        Ok(speller
            .misspelt(&prose, &KnownWords::default())
            .into_iter()
            .map(|word| word.suggestions[0].clone())
            .collect())
    };
    let check = |affixes: &[u8], stems: &[u8], text: &str, expected: Result<Vec<String>, DictionaryError>| {
        assert_eq!(told(affixes, stems, text), expected, "{text}");
    };
    let utf8 = "SET UTF-8\nTRY aeiouáéó\n".as_bytes();
    check(utf8, "4\nla\ny\npetición\ncalle\n".as_bytes(), "la peticion y la calle", Ok(vec!["petición".to_owned()]));
    let latin = b"SET ISO8859-1\nTRY aeiou\xf3\n";
    check(latin, b"2\nesta\npetici\xf3n\n", "esta peticion", Ok(vec!["petición".to_owned()]));
    check(b"SET KOI8-R\n", b"1\n", "", Err(DictionaryError::Encoding("KOI8-R".to_owned())));
    check(utf8, b"\xff\xfe", "", Err(DictionaryError::Format("it is not UTF-8".to_owned())));
    assert!(matches!(Speller::new("es", b"SET UTF-8\nSFX A Y 1\n", b"x\n"), Err(DictionaryError::Format(_))));
}

#[test]
fn the_terms_are_not_in_the_dictionary_already() {
    let (affixes, stems) = dictionary::built_in();
    let words = spellbook::Dictionary::new(affixes, &stems).unwrap();
    let stem = |term: &'static str| term.split('/').next().unwrap_or(term);
    let needless: Vec<&str> = dictionary::terms().map(stem).filter(|term| words.check(term)).collect();
    assert_eq!(needless, Vec::<&str>::new());
}

#[test]
fn texts_that_nobody_wrote_are_read_in_the_end() {
    for each in
        ["xqzvw ", "’s’-’", "Aé-", "a\u{301}b’", "İı ß ﬁx ", "𠮷野家", "recieve ", "-'-’", "comitee-", "Ünïcödé"]
    {
        for syntax in [Syntax::Plain, Syntax::Rich] {
            let text = each.repeat(3000);
            let prose = Prose::of(&text, syntax);
            for word in ENGLISH.misspelt(&prose, &KnownWords::of([each])) {
                assert!(text.get(word.range).is_some());
            }
            ENGLISH.misspelt(&prose, &KnownWords::default());
        }
    }
    let held: String = "a".repeat(300) + " " + &"ab".repeat(150);
    assert_eq!(ENGLISH.misspelt(&Prose::of(&held, Syntax::Plain), &KnownWords::default()), []);
    let nonsense: String =
        (0..20_000).map(|n| format!("{}xr{} ", ["qu", "stre", "ab"][n % 3], ["el", "ot"][n / 3 % 2])).collect();
    ENGLISH.misspelt(&Prose::of(&nonsense, Syntax::Plain), &KnownWords::default());
}
