//! The few sentences that a speech has and a letter has not, by language: who speaks on what, how asks are counted, thanks.
//!
//! A language that is not here gets none of them: a sentence in English is no opening for a speech in another language,
//! so only names and numbers are said there. Sentences are built so that what a person typed stands in them unchanged,
//! without articles or cases of its own; Russian and Ukrainian therefore name the item first and take the position after.

use crate::draft::{Draft, Position, PositionOn};

/// The sentences of one language. `{}` stands for what a person typed.
pub(super) struct Voice {
    language: &'static str,
    /// Who speaks, for nobody else and for an organisation.
    who: [&'static str; 2],
    /// What the item is called by its number, and by its title where it has none.
    item: [&'static str; 2],
    /// What stands before it when the position is on an appeal, or on the staff's recommendation.
    on: [&'static str; 2],
    /// The position: support, support if amended, concern, oppose unless amended, oppose, and none.
    positions: [&'static str; 6],
    /// What opens the asks, one after the other.
    ordinals: [&'static str; 12],
    /// What opens those beyond them.
    next: &'static str,
    /// The last words.
    thank: &'static str,
    /// How words of thanks begin, in small letters.
    thanks: &'static [&'static str],
    /// An article and what stands before it grow together.
    joined: &'static [(&'static str, &'static str)],
}

static VOICES: [Voice; 6] = [
    Voice {
        language: "en",
        who: ["My name is {}.", "My name is {}, and I speak for {}."],
        item: ["Item {}", "{}"],
        on: ["the appeal on ", "the staff recommendation on "],
        positions: [
            "I support {}.",
            "I support {}, if it is amended.",
            "I have concerns about {}.",
            "I oppose {}, unless it is amended.",
            "I oppose {}.",
            "I speak on {}.",
        ],
        ordinals: [
            "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
            "Twelfth",
        ],
        next: "Next",
        thank: "Thank you.",
        thanks: &["thank you", "thanks"],
        joined: &[],
    },
    Voice {
        language: "es",
        who: ["Me llamo {}.", "Me llamo {} y hablo en nombre de {}."],
        item: ["el punto {}", "el asunto “{}”"],
        on: ["la apelación sobre ", "la recomendación del personal sobre "],
        positions: [
            "Apoyo {}.",
            "Apoyo {}, siempre que se enmiende.",
            "Tengo reservas sobre {}.",
            "Me opongo a {}, a menos que se enmiende.",
            "Me opongo a {}.",
            "Hablo sobre {}.",
        ],
        ordinals: [
            "Primero",
            "Segundo",
            "Tercero",
            "Cuarto",
            "Quinto",
            "Sexto",
            "Séptimo",
            "Octavo",
            "Noveno",
            "Décimo",
            "Undécimo",
            "Duodécimo",
        ],
        next: "Además",
        thank: "Muchas gracias.",
        thanks: &["gracias", "muchas gracias", "mil gracias"],
        joined: &[(" a el ", " al "), (" de el ", " del ")],
    },
    Voice {
        language: "tl",
        who: ["Ako po si {}.", "Ako po si {}, at nagsasalita po ako para sa {}."],
        item: ["Aytem {}", "“{}”"],
        on: ["apela tungkol sa ", "rekomendasyon ng kawani tungkol sa "],
        positions: [
            "Sinusuportahan ko po ang {}.",
            "Sinusuportahan ko po ang {}, kung ito ay susugan.",
            "May pangamba po ako tungkol sa {}.",
            "Tutol po ako sa {}, maliban kung ito ay susugan.",
            "Tutol po ako sa {}.",
            "Magsasalita po ako tungkol sa {}.",
        ],
        ordinals: [
            "Una",
            "Ikalawa",
            "Ikatlo",
            "Ikaapat",
            "Ikalima",
            "Ikaanim",
            "Ikapito",
            "Ikawalo",
            "Ikasiyam",
            "Ikasampu",
            "Ikalabing-isa",
            "Ikalabindalawa",
        ],
        next: "Sunod",
        thank: "Maraming salamat po.",
        thanks: &["salamat", "maraming salamat"],
        joined: &[],
    },
    Voice {
        language: "vi",
        who: ["Tôi tên là {}.", "Tôi tên là {}, thay mặt cho {}."],
        item: ["Mục số {}", "“{}”"],
        on: ["đơn kháng cáo về ", "đề nghị của nhân viên về "],
        positions: [
            "Tôi ủng hộ {}.",
            "Tôi ủng hộ {}, nếu được sửa đổi.",
            "Tôi có lo ngại về {}.",
            "Tôi phản đối {}, trừ khi được sửa đổi.",
            "Tôi phản đối {}.",
            "Tôi phát biểu về {}.",
        ],
        ordinals: [
            "Thứ nhất",
            "Thứ hai",
            "Thứ ba",
            "Thứ tư",
            "Thứ năm",
            "Thứ sáu",
            "Thứ bảy",
            "Thứ tám",
            "Thứ chín",
            "Thứ mười",
            "Thứ mười một",
            "Thứ mười hai",
        ],
        next: "Tiếp theo",
        thank: "Xin cảm ơn.",
        thanks: &["cảm ơn", "xin cảm ơn", "chân thành cảm ơn", "trân trọng cảm ơn"],
        joined: &[],
    },
    Voice {
        language: "ru",
        who: ["Меня зовут {}.", "Меня зовут {}, я представляю организацию «{}»."],
        item: ["пункту {}", "вопросу «{}»"],
        on: ["апелляции по ", "рекомендации сотрудников по "],
        positions: [
            "Я выступаю по {}. Я за.",
            "Я выступаю по {}. Я за, если будут внесены поправки.",
            "Я выступаю по {}. У меня есть опасения.",
            "Я выступаю по {}. Я против, если не будут внесены поправки.",
            "Я выступаю по {}. Я против.",
            "Я выступаю по {}.",
        ],
        ordinals: [
            "Во-первых",
            "Во-вторых",
            "В-третьих",
            "В-четвёртых",
            "В-пятых",
            "В-шестых",
            "В-седьмых",
            "В-восьмых",
            "В-девятых",
            "В-десятых",
            "В-одиннадцатых",
            "В-двенадцатых",
        ],
        next: "Далее",
        thank: "Спасибо.",
        thanks: &["спасибо", "благодарю", "большое спасибо"],
        joined: &[],
    },
    Voice {
        language: "uk",
        who: ["Мене звати {}.", "Мене звати {}, я представляю організацію «{}»."],
        item: ["пункту {}", "питання «{}»"],
        on: ["апеляції щодо ", "рекомендації працівників щодо "],
        positions: [
            "Я виступаю щодо {}. Я за.",
            "Я виступаю щодо {}. Я за, якщо буде внесено зміни.",
            "Я виступаю щодо {}. Я маю застереження.",
            "Я виступаю щодо {}. Я проти, якщо не буде внесено змін.",
            "Я виступаю щодо {}. Я проти.",
            "Я виступаю щодо {}.",
        ],
        ordinals: [
            "По-перше",
            "По-друге",
            "По-третє",
            "По-четверте",
            "По-п’яте",
            "По-шосте",
            "По-сьоме",
            "По-восьме",
            "По-дев’яте",
            "По-десяте",
            "По-одинадцяте",
            "По-дванадцяте",
        ],
        next: "Далі",
        thank: "Дякую.",
        thanks: &["дякую", "щиро дякую"],
        joined: &[],
    },
];

/// The most letters of a last line that only says thanks.
const LONGEST_THANKS: usize = 40;

/// The sentences of a language by its tag; none for one that is not here.
pub(super) fn voice(tag: &str) -> Option<&'static Voice> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    VOICES.iter().find(|voice| voice.language.eq_ignore_ascii_case(primary))
}

/// The text ends with thanks, in whatever language.
pub(super) fn ends_with_thanks(text: &str) -> bool {
    let last = text.lines().last().unwrap_or_default().to_lowercase();
    let is_short = last.chars().count() < LONGEST_THANKS;
    is_short && VOICES.iter().flat_map(|voice| voice.thanks).any(|thanks| last.starts_with(thanks))
}

impl Voice {
    /// The last words.
    pub(super) fn thank(&self) -> &'static str {
        self.thank
    }

    /// What opens the ask at this place among several.
    pub(super) fn ordinal(&self, place: usize) -> String {
        format!("{}, ", self.ordinals.get(place).unwrap_or(&self.next))
    }
}

/// Who speaks, and on which item, with the position: the item with its title, and without it.
pub(super) fn opening(draft: &Draft) -> [String; 2] {
    let signer = draft.signers.iter().find(|signer| !signer.name.trim().is_empty());
    let name = signer.map_or(draft.sender.name.as_str(), |signer| signer.name.as_str()).trim();
    let organisation =
        signer.filter(|signer| !signer.identification_only).map_or("", |signer| signer.organisation.trim());
    let organisation = if organisation == name { "" } else { organisation };
    let item = &draft.item;
    let own = item.label.as_deref().map(|label| format!("{}{}", label.replace('#', ""), item.number));
    let title = item.title.trim().trim_end_matches('.');
    let Some(voice) = voice(draft.language()) else {
        // What a person typed stands for itself.
        let said = |parts: &[&str]| {
            let said: Vec<String> =
                parts.iter().filter(|part| !part.is_empty()).map(|part| format!("{part}.")).collect();
            said.join(" ")
        };
        let numbered = own.filter(|_| !item.number.is_empty()).unwrap_or_else(|| item.number.clone());
        return [said(&[name, organisation, &numbered, title]), said(&[name, organisation, &numbered])];
    };
    let who = match (name, organisation) {
        ("", _) => String::new(),
        (name, "") => voice.who[0].replacen("{}", name, 1),
        (name, organisation) => filled(voice.who[1], &[name, organisation]),
    };
    let numbered = match item.number.as_str() {
        "" => String::new(),
        number => own.unwrap_or_else(|| voice.item[0].replace("{}", number)),
    };
    let titled = match (numbered.as_str(), title) {
        (numbered, "") => numbered.to_owned(),
        ("", title) => voice.item[1].replace("{}", title),
        (numbered, title) => format!("{numbered}, {title}"),
    };
    [titled, numbered].map(|about| {
        let said =
            if about.is_empty() { String::new() } else { voice.positioned(item.position, item.position_on, &about) };
        [who.as_str(), said.as_str()].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
    })
}

impl Voice {
    /// The position on what is spoken about, as a sentence or two.
    fn positioned(&self, position: Option<Position>, on: PositionOn, about: &str) -> String {
        let on = match on {
            PositionOn::Item => "",
            PositionOn::Appeal => self.on[0],
            PositionOn::StaffRecommendation => self.on[1],
        };
        let sentence = self.positions[match position {
            Some(Position::Support) => 0,
            Some(Position::SupportIfAmended) => 1,
            Some(Position::Concern) => 2,
            Some(Position::OpposeUnlessAmended) => 3,
            Some(Position::Oppose) => 4,
            Some(Position::Neutral) | None => 5,
        }];
        // The words before what was typed are the language's own, and only they grow together.
        let (before, after) = sentence.split_once("{}").unwrap_or((sentence, ""));
        let mut begins = self.item.iter().filter_map(|item| item.split("{}").next()).filter(|begin| !begin.is_empty());
        let article = begins.find(|begin| about.starts_with(*begin)).unwrap_or_default();
        let rest = &about[article.len()..];
        let opened = self
            .joined
            .iter()
            .fold(format!("{before}{on}{article}"), |opened, (apart, joined)| opened.replace(apart, joined));
        format!("{opened}{rest}{after}")
    }
}

/// The pattern with each gap filled; what is filled in is not looked at again.
fn filled(pattern: &str, words: &[&str]) -> String {
    let mut words = words.iter();
    let parts = pattern.split("{}");
    let mut out = String::new();
    for (place, part) in parts.enumerate() {
        out.push_str(if place == 0 { "" } else { words.next().copied().unwrap_or_default() });
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Signer;

    fn draft(language: &str, position: Option<Position>, on: PositionOn) -> Draft {
        let mut draft = Draft { language: language.to_owned(), ..Draft::default() };
        draft.item.number = "3".to_owned();
        draft.item.position = position;
        draft.item.position_on = on;
        draft.signers =
            vec![Signer { name: "Ana Ruiz".to_owned(), organisation: "RiverTrees".to_owned(), ..Signer::default() }];
        draft
    }

    #[test]
    fn a_speech_opens_in_its_own_language() {
        use Position::{Concern, Oppose, OpposeUnlessAmended, Support, SupportIfAmended};
        use PositionOn::{Appeal, Item, StaffRecommendation};
        let check = |language: &str, position, on, expected: &str| {
            assert_eq!(opening(&draft(language, position, on))[1], expected, "{language}");
        };
        let en = "My name is Ana Ruiz, and I speak for RiverTrees.";
        check("en-US", Some(Support), Item, &format!("{en} I support Item 3."));
        check(
            "en",
            Some(OpposeUnlessAmended),
            Appeal,
            &format!("{en} I oppose the appeal on Item 3, unless it is amended."),
        );
        check("en", None, StaffRecommendation, &format!("{en} I speak on the staff recommendation on Item 3."));
        let es = "Me llamo Ana Ruiz y hablo en nombre de RiverTrees.";
        check("es-US", Some(Support), Item, &format!("{es} Apoyo el punto 3."));
        check("es", Some(Oppose), Item, &format!("{es} Me opongo al punto 3."));
        check("es", Some(Oppose), Appeal, &format!("{es} Me opongo a la apelación sobre el punto 3."));
        let tl = "Ako po si Ana Ruiz, at nagsasalita po ako para sa RiverTrees.";
        check(
            "tl",
            Some(SupportIfAmended),
            Item,
            &format!("{tl} Sinusuportahan ko po ang Aytem 3, kung ito ay susugan."),
        );
        let vi = "Tôi tên là Ana Ruiz, thay mặt cho RiverTrees.";
        check("vi", Some(Concern), Item, &format!("{vi} Tôi có lo ngại về Mục số 3."));
        let ru = "Меня зовут Ana Ruiz, я представляю организацию «RiverTrees».";
        check("ru", Some(Oppose), Appeal, &format!("{ru} Я выступаю по апелляции по пункту 3. Я против."));
        let uk = "Мене звати Ana Ruiz, я представляю організацію «RiverTrees».";
        check("uk", Some(Support), Item, &format!("{uk} Я виступаю щодо пункту 3. Я за."));
        // A language that is not here has no sentence, and above all none in English.
        check("zh-Hant", Some(Support), Item, "Ana Ruiz. RiverTrees. 3.");
    }

    #[test]
    fn what_was_typed_stands_as_it_is() {
        let check = |change: &dyn Fn(&mut Draft), expected: [&str; 2]| {
            let mut draft = draft("es", Some(Position::Oppose), PositionOn::Item);
            change(&mut draft);
            assert_eq!(opening(&draft), expected);
        };
        let who = "Me llamo {} y hablo en nombre de RiverTrees.";
        check(
            &|draft| draft.signers[0].name = "{}".to_owned(),
            [&format!("{who} Me opongo al punto 3."), &format!("{who} Me opongo al punto 3.")],
        );
        check(
            &|draft| {
                draft.signers.clear();
                draft.item.title = "Carta a el alcalde.".to_owned();
            },
            ["Me opongo al punto 3, Carta a el alcalde.", "Me opongo al punto 3."],
        );
        check(
            &|draft| {
                draft.signers.clear();
                draft.item.number.clear();
                draft.item.title = "Árboles".to_owned();
            },
            ["Me opongo al asunto “Árboles”.", ""],
        );
        check(
            &|draft| {
                draft.signers.clear();
                draft.item.label = Some("Expediente #".to_owned());
            },
            ["Me opongo a Expediente 3.", "Me opongo a Expediente 3."],
        );
    }

    #[test]
    fn thanks_are_known_in_every_language() {
        let check = |text: &str, expected: bool| assert_eq!(ends_with_thanks(text), expected, "{text}");
        check("Please vote yes.\nThank you.", true);
        check("¡Vote sí!\nMuchas gracias a todos.", true);
        check("Xin cảm ơn quý vị.", true);
        check("Спасибо.", true);
        check("Thank you for the many years of work on this and on all that came before it.", false);
        check("Please vote yes.", false);
        for voice in &VOICES {
            assert!(ends_with_thanks(voice.thank), "{}", voice.language);
            assert_eq!(voice.ordinal(12), format!("{}, ", voice.next));
        }
    }
}
