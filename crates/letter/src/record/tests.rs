//! Sentences with what is personal in them, and many more without.

use super::*;
use crate::draft::{Addressee, Letterhead, Person, Reference, Sender, Shown, Signer, Words};

fn strings(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn draft() -> Draft {
    let maple = Person { first: "Caity".to_owned(), last: "Maple".to_owned(), ..Person::default() };
    Draft {
        addressees: vec![Addressee {
            body: "Sacramento City Council".to_owned(),
            lines: strings(&["915 I Street", "Sacramento, CA 95814", "(916) 808-5163"]),
            persons: vec![maple],
        }],
        signers: vec![Signer {
            name: "Rosa Ortiz".to_owned(),
            lines: strings(&["2631 X Street, Apt. B, Sacramento, CA 95818", "(916) 555-0193", "rosa.ortiz@gmail.com"]),
            ..Signer::default()
        }],
        references: vec![Reference { author: "Hana Kim".to_owned(), ..Reference::default() }],
        ..Draft::default()
    }
}

#[test]
fn personal_data_is_found_by_its_words() {
    let check = |text: &str, expected: &[(ExposureKind, &str)]| {
        let found = exposures_in(text, &draft());
        let found: Vec<(ExposureKind, &str)> = found.iter().map(|one| (one.kind, one.words.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    };
    let phone = |words: &'static str| (ExposureKind::Phone, words);
    check("Call me at (916) 555-0142.", &[(ExposureKind::Phone, "(916) 555-0142")]);
    check(
        "Call 916-555-0142, or 916.555.0143!",
        &[(ExposureKind::Phone, "916-555-0142"), (ExposureKind::Phone, "916.555.0143")],
    );
    check("In 2026 (916) 555-0142 rang.", &[(ExposureKind::Phone, "(916) 555-0142")]);
    check("My cell is +1 916 555 0142", &[(ExposureKind::Phone, "+1 916 555 0142")]);
    check("reach us on +19165550142", &[(ExposureKind::Phone, "+19165550142")]);
    check("Call 916 555 0117 or (916) 555 0118.", &[phone("916 555 0117"), phone("(916) 555 0118")]);
    check("+1 (916) 555 0117, 1 916 555 0119", &[phone("+1 (916) 555 0117"), phone("1 916 555 0119")]);
    check("Word’s own blanks: 916\u{a0}555\u{a0}0117", &[phone("916\u{a0}555\u{a0}0117")]);
    check("and its hyphens: 916\u{2011}555\u{2011}0117", &[phone("916\u{2011}555\u{2011}0117")]);
    check("My sister in Manila has +63 917 555 0123.", &[phone("+63 917 555 0123")]);
    check("My phone number is 9165550117.", &[phone("9165550117")]);
    check("My office phone is 916-555-0142.", &[(ExposureKind::Phone, "916-555-0142")]);
    check("Write to jane_doe+x@gmail.com.", &[(ExposureKind::Email, "jane_doe+x@gmail.com")]);
    check("Write to jane\\_doe@Yahoo.com, please", &[(ExposureKind::Email, "jane\\_doe@Yahoo.com")]);
    check("My SSN is 219-09-9999.", &[(ExposureKind::SocialSecurity, "219-09-9999")]);
    check("social security number: 219099999", &[(ExposureKind::SocialSecurity, "219099999")]);
    check("I paid with 4111 1111 1111 1111 twice", &[(ExposureKind::PaymentCard, "4111 1111 1111 1111")]);
    check("card 378282246310005.", &[(ExposureKind::PaymentCard, "378282246310005")]);
    check("My case number is 34-2024-00123.", &[(ExposureKind::CaseNumber, "34-2024-00123")]);
    check("See my file no. AB-99123 there.", &[(ExposureKind::CaseNumber, "AB-99123")]);
    check("my patient ID #8812345", &[(ExposureKind::CaseNumber, "8812345")]);
    check("I was born on April 12, 1961, in Fresno.", &[(ExposureKind::BirthDate, "April 12, 1961")]);
    check("DOB: 4/12/1961.", &[(ExposureKind::BirthDate, "4/12/1961")]);
    check("date of birth is 12 April 1961", &[(ExposureKind::BirthDate, "12 April 1961")]);
    check("My driver’s license number is F1234567.", &[(ExposureKind::Licence, "F1234567")]);
    check("I live at 7412 Elder Creek Road, and", &[(ExposureKind::Address, "7412 Elder Creek Road")]);
    check("My address is 12 5th Ave., Apt. 4B, Sacramento.", &[(ExposureKind::Address, "12 5th Ave., Apt. 4B")]);
    check("My address is 12 Elm St. Apt 4, Reno.", &[(ExposureKind::Address, "12 Elm St. Apt 4")]);
    check("Home: 12 Elm St. Apt 4", &[(ExposureKind::Address, "12 Elm St. Apt 4")]);
    check("The leak at 1450 1/2 26th Avenue #3 goes on.", &[(ExposureKind::Address, "1450 1/2 26th Avenue #3")]);
    check("Write back to P.O. Box 12, please.", &[(ExposureKind::Address, "P.O. Box 12")]);
    check(
        "Call +1 916.555.0134 x9 or 916-555-0142x204, and",
        &[phone("+1 916.555.0134 x9"), phone("916-555-0142x204")],
    );
    check("My cell: 9165550117, ext. 12.", &[phone("9165550117, ext. 12")]);
    let security = |words: &'static str| (ExposureKind::SocialSecurity, words);
    check("SSN 123 45 6789 and 987654321.", &[security("123 45 6789"), security("987654321")]);
    check("I was born 1/2/1980 here.", &[(ExposureKind::BirthDate, "1/2/1980")]);
    check("My neighbor Maria Lopez sold.", &[(ExposureKind::Name, "Maria Lopez")]);
    check("I asked my son, Leo, to come.", &[(ExposureKind::Name, "Leo")]);
    check("our neighbour Ana-Lucía O’Neil's dog", &[(ExposureKind::Name, "Ana-Lucía O’Neil")]);
    check("and Mrs. Whitfield next door", &[(ExposureKind::Name, "Whitfield")]);
    // The lines of the signer, once they are text.
    check(
        "Rosa Ortiz\n2631 X Street, Apt. B, Sacramento, CA 95818\n",
        &[(ExposureKind::Address, "2631 X Street, Apt. B")],
    );
}

#[test]
fn personal_data_is_found_in_the_languages_of_letters() {
    use ExposureKind::{Address, BirthDate, CaseNumber, Licence, Name, Phone, SocialSecurity};
    let check = |text: &str, expected: &[(ExposureKind, &str)]| {
        let found = exposures_in(text, &draft());
        let found: Vec<(ExposureKind, &str)> = found.iter().map(|one| (one.kind, one.words.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    };
    // Spanish.
    check("Mi teléfono es el 916 555 0117.", &[(Phone, "916 555 0117")]);
    check("Mi celular: 9165550117", &[(Phone, "9165550117")]);
    check("Vivo en el 7412 Elder Creek Road, y", &[(Address, "7412 Elder Creek Road")]);
    check("Vivimos en la calle Sol Naciente número 7412.", &[(Address, "calle Sol Naciente número 7412")]);
    check("Mi dirección es 12 5th Ave., apto. 4B.", &[(Address, "12 5th Ave., apto. 4B")]);
    check("Mi vecina María López y mi hijo, Leo, vienen.", &[(Name, "María López"), (Name, "Leo")]);
    check("Nací el 12 de abril de 1961 en Fresno.", &[(BirthDate, "12 de abril de 1961")]);
    check("Mi número de seguro social es 219099999.", &[(SocialSecurity, "219099999")]);
    check("Mi caso número 34-2024-00123 sigue abierto.", &[(CaseNumber, "34-2024-00123")]);
    // Tagalog.
    check("Nakatira ako sa 7412 Elder Creek Road.", &[(Address, "7412 Elder Creek Road")]);
    check("Ang telepono ko ay 916 555 0117.", &[(Phone, "916 555 0117")]);
    check("Ang anak kong si Leo Santos ay nag-aaral.", &[(Name, "Leo Santos")]);
    check("Ipinanganak ako noong Abril 12, 1961.", &[(BirthDate, "Abril 12, 1961")]);
    // Vietnamese.
    check("Tôi sống tại số 7412 Elder Creek Road.", &[(Address, "7412 Elder Creek Road")]);
    check("Nhà tôi ở 12 đường Elder Creek, gần trường.", &[(Address, "12 đường Elder Creek")]);
    check("Số điện thoại của tôi là 916 555 0117.", &[(Phone, "916 555 0117")]);
    check("Con trai của tôi là Minh đi xe buýt.", &[(Name, "Minh")]);
    check("Ngày sinh: 12 tháng 4 năm 1961.", &[(BirthDate, "12 tháng 4 năm 1961")]);
    check("Hồ sơ của tôi số 34-2024-00123.", &[(CaseNumber, "34-2024-00123")]);
    // Chinese, where nothing parts a number from the words.
    check("我的电话是916-555-0117。", &[(Phone, "916-555-0117")]);
    check("電話：（916）555-0117", &[(Phone, "（916）555-0117")]);
    check("我的手机号码是9165550117，请回电。", &[(Phone, "9165550117")]);
    check("我住在7412 Elder Creek Road，每天坐车。", &[(Address, "7412 Elder Creek Road")]);
    check("出生日期：1961年4月12日", &[(BirthDate, "1961年4月12日")]);
    check("我的驾照号码是F1234567。", &[(Licence, "F1234567")]);
    check("我的邻居Maria Lopez说", &[(Name, "Maria Lopez")]);
    // Russian and Ukrainian.
    check("Мой телефон 916 555 0117.", &[(Phone, "916 555 0117")]);
    check("Я живу по адресу 7412 Elder Creek Road.", &[(Address, "7412 Elder Creek Road")]);
    check("Мой адрес: ул. Мира, д. 5, кв. 12.", &[(Address, "ул. Мира, д. 5, кв. 12")]);
    check("Моя соседка Мария Лопес и мой сын Лев.", &[(Name, "Мария Лопес"), (Name, "Лев")]);
    check("Я родилась 12 апреля 1961 года.", &[(BirthDate, "12 апреля 1961")]);
    check("Мій телефон 916 555 0117.", &[(Phone, "916 555 0117")]);
    check("Я живу за адресою 7412 Elder Creek Road.", &[(Address, "7412 Elder Creek Road")]);
}

#[test]
fn clean_sentences_are_left_alone() {
    let clean = [
        "Ordinance 188441 amends Section 19.192.",
        "See Gov. Code § 54954.3(a) and §54957.5.",
        "File ID 2025-00144 is on the agenda.",
        "File ID 2026-00144-12 too.",
        "SCH number 2025060417 is right.",
        "Docket FTA-2026-0047 closed.",
        "RIN 2132-AB44, 49 CFR 655.44.",
        "Sacramento, CA 95822-3516",
        "The meeting of January 27, 2026, at 5:00 p.m.",
        "On 2026-01-27 the Council met.",
        "It costs $1,234,567.89 a year.",
        "$916,555,0142 is no number.",
        "Between 2019-2026 the City spent 100-200-3000 dollars.",
        "We counted 214 heavy trucks at 7412 Elder Creek Road.",
        "The project at 2701 Broadway, Sacramento, is too tall.",
        "The office at 2701 Broadway, Suite 200, and Item 12 at 300 Oak Street, Unit prices rose.",
        "Mail it to the City Clerk, P.O. Box 942836, Sacramento.",
        "Our coalition was born in March 2019, and born March 2019; our office at 1231 I Street #300 is open.",
        "It grew by 100x2, and the plan was born 30 years ago; 12 people on the street, unit by unit.",
        "Send comments to publiccomment@cityofsacramento.org.",
        "Write to info@aalsac.org or g.marchetti@broadwaytrees.example.",
        "Call the City Clerk at (916) 808-7200.",
        "The Department's hotline is 916-264-5011.",
        "Dial 311 or 1-800-555-0199.",
        "https://example.org/docs/916-555-0142.pdf",
        "See https://cityclerk.lacity.org/online/docs/2023/23-0243_ord_%20188441_12-19-24.pdf.",
        "www.example.org/4111111111111111",
        "Berkeley Keep Jets Over the Bay Com. (2001) 91 Cal.App.4th 1344",
        "Resolution 2024-0312 and Ord. 2017-0024 § 3.",
        "Parcel 013-0271-004-0000 and APN 013-027-1004.",
        "The account of the trees is long.",
        "My case is simple: 12345 trees.",
        "Our file cabinet holds 2024 letters.",
        "Case number 34-2024-80004321 (Sacramento Superior Court) decided this.",
        "Claim 4 of the report is false.",
        "She was born on a farm in 1961.",
        "The ordinance was adopted on April 12, 1961.",
        "Driver's license data goes out of state.",
        "A driver's license costs $45 in 2026.",
        "My neighbor and I live on Elder Creek Road.",
        "My neighborhood Oak Park needs shade.",
        "My friend Councilmember Maple agrees.",
        "My son Rosa's school; my mother Rosa Ortiz wrote this.",
        "Our sister City Davis did it.",
        "We live at the edge of Oak Park Drive.",
        "I live at 60 percent of the median income on this street.",
        "Mr. Maple and Ms. Kim said so.",
        "The Ms. Foundation? No: Ms. magazine.",
        "Item 3, 10 of 12 votes, 5-4, 3-2-1.",
        "Chair Maple and Committee Members Dickinson, Pluckebaum, and Jennings",
        "Numbers 4111 1111 1111 1112 and 1234 5678 9012 3456 fail the check.",
        "The measure 078-05-1120-7 is a model number; 000-12-3456 and 666-12-3456 never were.",
        "Version 1.2.3.4, IP 192.168.001.0042.",
        "Call (123) 456-7890 or 916-055-0142.",
        "At 12:30-13:30, 8.5 x 11 in, 40% of 916 555.",
        "The counts were 350 420 5100 6200 in a row.",
        "It fell by +20 percent, and +1,000,000 trips.",
        "Section 2 916 555 0117 is a row of numbers.",
        "Phone calls in 2026: 12,345,678,901.",
        "Llame a la Secretaría Municipal al 916 808 7200.",
        "El teléfono de la oficina es 9168087200.",
        "Vivo en el sur de Sacramento desde 2019.",
        "Vivimos en la calle sin aceras.",
        "Mi caso es sencillo; mi expediente de 2019 también.",
        "Mi amiga la alcaldesa y mi amigo Concejal Maple.",
        "La ordenanza se adoptó el 12 de abril de 1961.",
        "Apoyo el punto 3, § 1373 y la Ordenanza 188441.",
        "Nakatira ako sa timog ng Sacramento.",
        "Ang opisina ng kalihim: 916 808 7200.",
        "Tôi ở đây từ năm 2019, và mẹ tôi cũng vậy.",
        "Văn phòng thư ký: 916 808 7200.",
        "Hội đồng họp ngày 12 tháng 4 năm 2026.",
        "Gọi thành phố theo số (916) 808-7200.",
        "市议会办公室的电话是916-808-7200。",
        "我住在萨克拉门托南部，第3项很重要。",
        "会议于2026年4月12日举行，法令188441。",
        "Я живу на юге Сакраменто с 2019 года.",
        "Телефон секретаря города: 916 808 7200.",
        "Мой сын и моя мать ездят на автобусе.",
        "Постановление 188441 принято 12 апреля 1961 года.",
        "Call (916) 808-5163, the line that the letter is addressed to.",
    ];
    assert!(clean.len() >= 70);
    let found: Vec<_> = clean.iter().flat_map(|text| exposures_in(text, &draft())).map(|one| one.words).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_public_copy_withholds_what_was_chosen_and_the_draft_stands() {
    let mut draft = draft();
    draft.sender =
        Sender { name: "Rosa Ortiz".to_owned(), lines: strings(&["PO Box 12", "Sacramento"]), ..Sender::default() };
    draft.words.insert("hook".to_owned(), Words::Text("My wife Dana: 916-555-0142 or 916-555-0143.".to_owned()));
    let before = draft.clone();
    let found = exposures(&draft);
    let places: Vec<(&str, &str)> = found.iter().map(|one| (one.path.as_str(), one.words.as_str())).collect();
    assert_eq!(
        places,
        [
            ("words.hook", "Dana"),
            ("words.hook", "916-555-0142"),
            ("words.hook", "916-555-0143"),
            ("sender.lines[0]", "PO Box 12"),
            ("signers[0].lines[0]", "2631 X Street, Apt. B"),
            ("signers[0].lines[1]", "(916) 555-0193"),
            ("signers[0].lines[2]", "rosa.ortiz@gmail.com"),
        ]
    );
    let chosen: Vec<Exposure> = found.iter().filter(|one| one.words != "916-555-0143").cloned().collect();
    let copy = public_copy(&draft, &chosen);
    assert_eq!(draft, before);
    assert_eq!(
        copy.words["hook"],
        Words::Text("My wife [name withheld]: [phone withheld] or 916-555-0143.".to_owned())
    );
    assert_eq!(copy.sender.lines, ["[address withheld]", "Sacramento"]);
    assert_eq!(
        copy.signers[0].lines,
        ["[address withheld], Sacramento, CA 95818", "[phone withheld]", "[email withheld]"]
    );
    assert_eq!((&copy.addressees, &copy.signers[0].name), (&draft.addressees, &draft.signers[0].name));
    // What was chosen before the words changed is not applied to other words.
    draft.words.insert("hook".to_owned(), Words::Text("Other words, long enough for all of it to fit.".to_owned()));
    assert_eq!(public_copy(&draft, &chosen).words["hook"], draft.words["hook"]);
    assert_eq!(exposures(&public_copy(&draft, &chosen)), []);
}

#[test]
fn what_a_person_agreed_to_show_is_published() {
    let check = |path: &str, words: &str, expected: &str| {
        let mut draft = draft();
        draft.shown = vec![Shown { path: path.to_owned(), words: words.to_owned() }];
        let public = published(&draft);
        assert_eq!(public.signers[0].lines[1], expected, "{path} {words}");
        assert_eq!(public.signers[0].lines[2], "[email withheld]");
        assert_eq!(draft.signers[0].lines[1], "(916) 555-0193");
    };
    check("signers[0].lines[1]", "(916) 555-0193", "(916) 555-0193");
    // Another field, or another number that took its place, was not agreed to.
    check("signers[1].lines[1]", "(916) 555-0193", "[phone withheld]");
    check("signers[0].lines[1]", "(916) 555-0194", "[phone withheld]");
}

#[test]
fn an_organisations_own_lines_are_official() {
    let lines = strings(&["1800 Capitol Avenue, Suite 6, Sacramento, CA 95811", "(916) 555-0142", "league@gmail.com"]);
    let check = |change: &dyn Fn(&mut Draft), expected: usize| {
        let mut letter =
            Draft { signers: vec![Signer { lines: lines.clone(), ..Signer::default() }], ..Draft::default() };
        change(&mut letter);
        assert_eq!(exposures(&letter).len(), expected);
    };
    check(&|_| (), 3);
    check(&|letter| letter.signers[0].organisation = "Housing League".to_owned(), 0);
    check(
        &|letter| {
            letter.signers[0].organisation = "Housing League".to_owned();
            letter.signers[0].identification_only = true;
        },
        3,
    );
    // The same lines under a letterhead are the organisation's wherever they stand.
    check(&|letter| letter.letterhead = Some(Letterhead { lines: lines.clone(), ..Letterhead::default() }), 0);
}

#[test]
fn a_text_is_redacted_and_says_so_in_the_language_of_the_letter() {
    let check = |language: &str, expected: &str| {
        let letter = Draft { language: language.to_owned(), ..draft() };
        let text = "916-555-0142.";
        assert_eq!(public_text(text, &exposures_in(text, &letter)), expected);
    };
    check("en-US", "[phone withheld].");
    check("es", "[teléfono omitido].");
    check("hmn", "[phone withheld].");
}

#[test]
fn no_text_is_too_strange() {
    for text in [
        "",
        "@",
        "@gmail.com",
        "(",
        "+",
        "my son ",
        "my son, ",
        "mr.",
        "ssn",
        "dob ",
        "É@gmail.com",
        "i live at ",
        "my case №٣٤٥",
        "İ my son Öz",
        "1️⃣ 916-555-0142️",
        "мой сын ",
        "我的",
        "我的邻居",
        "vivo en la calle ",
        "ул.",
        "мой адрес ул.",
        "+",
        "＋63",
        "tel.",
    ] {
        exposures_in(text, &draft());
    }
}
