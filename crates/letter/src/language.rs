//! The few words that the program itself puts into a letter, by language: months, labels, counts, `Page 2 of 3`.
//!
//! A language that is not here takes the English words; the person can override each of them in the draft.
//! Dates follow the long form of Unicode CLDR 48 for each language.

use jiff::civil::Date;

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Words {
    /// The primary subtag.
    pub language: &'static str,
    months: [&'static str; 12],
    date: DateShape,
    /// What opens the subject line.
    pub subject: &'static str,
    /// The word of the salutation.
    pub greeting: &'static str,
    /// The word of a salutation to several.
    pub greeting_many: &'static str,
    /// The closing phrase of last resort.
    pub closing: &'static str,
    /// `and`, in a list of names.
    pub and: &'static str,
    /// The label of one enclosure, and of several.
    pub enclosures: [&'static str; 2],
    /// The label of copies.
    pub copies: &'static str,
    /// The heading of notes at the end.
    pub notes: &'static str,
    /// What stands before the day on which a source was read.
    pub accessed: &'static str,
    /// What an item is called before its number.
    pub item: &'static str,
    /// The greeting of a whole body, `{}` for its name, and of nobody in particular.
    everyone: [&'static str; 2],
    /// The members who are not named, `{}` for their body, and without it.
    members: [&'static str; 2],
    /// The organisation of a signer who does not sign for it.
    pub identification_only: &'static str,
    page: [&'static str; 2],
    /// What stands before a signature's alt text: `Signature of `.
    pub signature_of: &'static str,
    numbers: [&'static str; 13],
    quotes: [&'static str; 2],
}

/// Whom a greeting without names greets.
#[derive(Clone, Debug, PartialEq)]
pub enum Everyone {
    /// The members of a body, after the greeting's own word.
    Members(String),
    /// Nobody in particular, as a whole line.
    Nobody(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum DateShape {
    /// February 10, 2026
    MonthFirst,
    /// 10 de febrero de 2026
    DayDeMonth,
    /// 10 февраля 2026 г.
    DayFirst(&'static str),
    /// 10 tháng 2, 2026
    DayMonthComma,
}

const ENGLISH: Words = Words {
    language: "en",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    date: DateShape::MonthFirst,
    subject: "Re:",
    greeting: "Dear",
    greeting_many: "Dear",
    closing: "Sincerely,",
    and: "and",
    enclosures: ["Enclosure:", "Enclosures:"],
    copies: "cc:",
    notes: "Notes",
    accessed: "accessed",
    item: "Item #",
    everyone: ["Members of the {}", "To Whom It May Concern"],
    members: ["Members of the {}", "Members"],
    identification_only: "for identification only",
    page: ["Page", "of"],
    signature_of: "Signature of",
    numbers: [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ],
    quotes: ["“", "”"],
};

const LANGUAGES: [Words; 6] = [
    ENGLISH,
    Words {
        language: "es",
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        date: DateShape::DayDeMonth,
        subject: "Asunto:",
        greeting: "Estimado/a",
        greeting_many: "Estimados/as",
        closing: "Atentamente,",
        and: "y",
        enclosures: ["Anexo:", "Anexos:"],
        copies: "c. c.:",
        notes: "Notas",
        accessed: "consultado el",
        item: "Punto n.º ",
        everyone: ["integrantes de {}", "A quien corresponda"],
        members: ["demás integrantes de {}", "demás integrantes"],
        identification_only: "solo para fines de identificación",
        page: ["Página", "de"],
        signature_of: "Firma de",
        numbers: [
            "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
        ],
        quotes: ["“", "”"],
    },
    Words {
        language: "tl",
        months: [
            "Enero",
            "Pebrero",
            "Marso",
            "Abril",
            "Mayo",
            "Hunyo",
            "Hulyo",
            "Agosto",
            "Setyembre",
            "Oktubre",
            "Nobyembre",
            "Disyembre",
        ],
        date: DateShape::MonthFirst,
        subject: "Paksa:",
        greeting: "Mahal na",
        greeting_many: "Mahal na",
        closing: "Lubos na gumagalang,",
        and: "at",
        enclosures: ["Kalakip:", "Mga kalakip:"],
        copies: "Sipi:",
        notes: "Mga tala",
        accessed: "binuksan noong",
        item: "Aytem #",
        everyone: ["mga miyembro ng {}", "Sa kinauukulan"],
        members: ["mga miyembro ng {}", "mga miyembro"],
        identification_only: "para sa pagkakakilanlan lamang",
        page: ["Pahina", "ng"],
        signature_of: "Lagda ni",
        numbers: [
            "wala",
            "isa",
            "dalawa",
            "tatlo",
            "apat",
            "lima",
            "anim",
            "pito",
            "walo",
            "siyam",
            "sampu",
            "labing-isa",
            "labindalawa",
        ],
        quotes: ["“", "”"],
    },
    Words {
        language: "vi",
        months: [
            "tháng 1",
            "tháng 2",
            "tháng 3",
            "tháng 4",
            "tháng 5",
            "tháng 6",
            "tháng 7",
            "tháng 8",
            "tháng 9",
            "tháng 10",
            "tháng 11",
            "tháng 12",
        ],
        date: DateShape::DayMonthComma,
        subject: "V/v:",
        greeting: "Kính gửi",
        greeting_many: "Kính gửi",
        closing: "Trân trọng,",
        and: "và",
        enclosures: ["Đính kèm:", "Đính kèm:"],
        copies: "Nơi nhận:",
        notes: "Ghi chú",
        accessed: "truy cập",
        item: "Mục số ",
        everyone: ["quý thành viên {}", "Kính gửi quý vị"],
        members: ["quý thành viên {}", "quý thành viên"],
        identification_only: "chỉ để nhận dạng",
        page: ["Trang", "/"],
        signature_of: "Chữ ký của",
        numbers: [
            "không",
            "một",
            "hai",
            "ba",
            "bốn",
            "năm",
            "sáu",
            "bảy",
            "tám",
            "chín",
            "mười",
            "mười một",
            "mười hai",
        ],
        quotes: ["“", "”"],
    },
    Words {
        language: "ru",
        months: [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        date: DateShape::DayFirst(" г."),
        subject: "Тема:",
        greeting: "Здравствуйте,",
        greeting_many: "Здравствуйте,",
        closing: "С уважением,",
        and: "и",
        enclosures: ["Приложение:", "Приложения:"],
        copies: "Копия:",
        notes: "Примечания",
        accessed: "дата обращения:",
        item: "Пункт № ",
        everyone: ["члены {}", "Уважаемые дамы и господа"],
        members: ["члены {}", "члены"],
        identification_only: "только для идентификации",
        page: ["Страница", "из"],
        signature_of: "Подпись:",
        numbers: [
            "ноль",
            "один",
            "два",
            "три",
            "четыре",
            "пять",
            "шесть",
            "семь",
            "восемь",
            "девять",
            "десять",
            "одиннадцать",
            "двенадцать",
        ],
        quotes: ["«", "»"],
    },
    Words {
        language: "uk",
        months: [
            "січня",
            "лютого",
            "березня",
            "квітня",
            "травня",
            "червня",
            "липня",
            "серпня",
            "вересня",
            "жовтня",
            "листопада",
            "грудня",
        ],
        date: DateShape::DayFirst(" р."),
        subject: "Тема:",
        greeting: "Вітаю,",
        greeting_many: "Вітаю,",
        closing: "З повагою,",
        and: "і",
        enclosures: ["Додаток:", "Додатки:"],
        copies: "Копія:",
        notes: "Примітки",
        accessed: "дата звернення:",
        item: "Пункт № ",
        everyone: ["члени {}", "Шановні пані та панове"],
        members: ["члени {}", "члени"],
        identification_only: "лише для ідентифікації",
        page: ["Сторінка", "з"],
        signature_of: "Підпис:",
        numbers: [
            "нуль",
            "один",
            "два",
            "три",
            "чотири",
            "п’ять",
            "шість",
            "сім",
            "вісім",
            "дев’ять",
            "десять",
            "одинадцять",
            "дванадцять",
        ],
        quotes: ["«", "»"],
    },
];

/// The words of a language by its BCP 47 tag; English for a language that is not here.
pub fn words(tag: &str) -> &'static Words {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().find(|words| words.language.eq_ignore_ascii_case(primary)).unwrap_or(&LANGUAGES[0])
}

/// The word names a month in one of the languages, or stands before the number of one.
pub(crate) fn is_month(word: &str) -> bool {
    word == "tháng" || LANGUAGES.iter().any(|words| words.is_month(word))
}

/// The character belongs to a script that is written from right to left: the blocks that Unicode sets aside for them.
pub(crate) fn is_rtl_letter(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff)
}

/// The language is written from right to left, as far as its tag tells.
pub(crate) fn is_rtl(tag: &str) -> bool {
    const LANGUAGES: [&str; 11] = ["ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi"];
    tag.split('-').next().is_some_and(|language| LANGUAGES.contains(&language.to_ascii_lowercase().as_str()))
}

/// The text is shaped like a BCP 47 tag: subtags of letters and digits, the first of two to eight letters.
pub fn is_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    subtags.next().is_some_and(|s| (2..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphabetic()))
        && subtags.all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()))
}

impl Words {
    /// A date with its month spelled out.
    pub fn long_date(&self, date: Date) -> String {
        let month = self.months[usize::from(date.month().unsigned_abs()) - 1];
        let (day, year) = (date.day(), date.year());
        match self.date {
            DateShape::MonthFirst => format!("{month} {day}, {year}"),
            DateShape::DayDeMonth => format!("{day} de {month} de {year}"),
            DateShape::DayFirst(after) => format!("{day} {month} {year}{after}"),
            DateShape::DayMonthComma => format!("{day} {month}, {year}"),
        }
    }

    /// A whole number in words up to twelve, in digits beyond.
    pub fn number(&self, number: usize) -> String {
        self.numbers.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
    }

    /// Whom a greeting names when it names no person: the members of a body, or nobody in particular as a whole line.
    pub fn everyone(&self, body: &str) -> Everyone {
        let [members, nobody] = self.everyone;
        if body.is_empty() { Everyone::Nobody(nobody) } else { Everyone::Members(members.replace("{}", body)) }
    }

    /// The members of a body beside those who are named.
    pub fn other_members(&self, body: &str) -> String {
        let [members, alone] = self.members;
        if body.is_empty() { alone.to_owned() } else { members.replace("{}", body) }
    }

    /// The word names a month.
    pub(crate) fn is_month(&self, word: &str) -> bool {
        self.months.contains(&word)
    }

    /// The words around the page number: `Page 2 of 3` without the digits.
    pub fn page_words(&self) -> (&'static str, &'static str) {
        (self.page[0], self.page[1])
    }

    /// The opening and the closing quotation mark.
    pub fn quotation_marks(&self) -> (&'static str, &'static str) {
        (self.quotes[0], self.quotes[1])
    }

    /// Joins names: `A`, `A and B`, `A, B, and C`. `serial` is what stands before the last `and` of three or more: a comma
    /// or nothing.
    pub fn join(&self, names: &[String], serial: &str) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first, second] => format!("{first} {} {second}", self.and),
            [rest @ .., last] => {
                format!("{}{serial} {} {last}", rest.join(", "), self.and)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        let check = |tag: &str, expected: &str| assert_eq!(words(tag).long_date(date(2026, 2, 10)), expected, "{tag}");
        check("en-US", "February 10, 2026");
        check("es", "10 de febrero de 2026");
        check("ru", "10 февраля 2026 г.");
        check("vi-VN", "10 tháng 2, 2026");
        check("hmn", "February 10, 2026");
    }

    #[test]
    fn scripts_and_languages_know_their_direction() {
        let check = |c: char, expected: bool| assert_eq!(is_rtl_letter(c), expected, "U+{:04X}", u32::from(c));
        check('א', true);
        check('ع', true);
        check('\u{fefc}', true);
        // The byte order mark is no letter of any script.
        check('\u{feff}', false);
        check('a', false);
        check('Я', false);
        assert!(is_rtl("fa-IR") && is_rtl("AR") && !is_rtl("en-US") && !is_rtl("arn"));
    }

    #[test]
    fn names_are_joined_with_and_without_the_serial_comma() {
        let check = |names: &[&str], serial: &str, expected: &str| {
            let names: Vec<String> = names.iter().map(|s| (*s).to_owned()).collect();
            assert_eq!(words("en").join(&names, serial), expected);
        };
        check(&["A"], ",", "A");
        check(&["A", "B"], ",", "A and B");
        check(&["A", "B", "C"], ",", "A, B, and C");
        check(&["A", "B", "C"], "", "A, B and C");
    }
}
