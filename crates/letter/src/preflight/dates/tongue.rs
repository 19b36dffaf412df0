//! The names of months and weekdays in the languages that letters are written in, and how a language writes a date.
//!
//! More languages than the program itself speaks: a date can be checked without knowing any other word of a letter.

use jiff::civil::Weekday;

use crate::spelling::capitalised;

/// How one language names days.
#[derive(Debug, PartialEq)]
pub struct Tongue {
    /// The primary subtag.
    language: &'static str,
    /// In lower case and in the form that stands in a date; further forms of a name follow after a stroke.
    months: [&'static str; 12],
    /// From Monday on.
    weekdays: [&'static str; 7],
    /// The first form of a weekday's name can take another's place without any other word changing.
    swaps: bool,
    /// A month before its day is a date even without a year.
    pub month_leads: bool,
    /// A day before its month is a date even without a year.
    pub day_leads: bool,
    /// Names of months begin with a capital.
    pub capitals: bool,
}

const PLAIN: Tongue = Tongue {
    language: "",
    months: [""; 12],
    weekdays: [""; 7],
    swaps: true,
    month_leads: false,
    day_leads: true,
    capitals: false,
};

#[rustfmt::skip]
const TONGUES: &[Tongue] = &[
    Tongue {
        language: "en",
        months: [
            "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
            "september|sept|sep", "october|oct", "november|nov", "december|dec",
        ],
        weekdays: [
            "monday|mon", "tuesday|tues|tue", "wednesday|wed", "thursday|thurs|thur|thu", "friday|fri", "saturday|sat",
            "sunday|sun",
        ],
        month_leads: true,
        capitals: true,
        ..PLAIN
    },
    Tongue {
        language: "es",
        months: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre|setiembre", "octubre",
            "noviembre", "diciembre",
        ],
        weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        ..PLAIN
    },
    Tongue {
        language: "fr",
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ],
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        ..PLAIN
    },
    Tongue {
        language: "de",
        months: [
            "januar|jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
            "november", "dezember",
        ],
        weekdays: ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag"],
        capitals: true,
        ..PLAIN
    },
    Tongue {
        language: "pt",
        months: [
            "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
            "novembro", "dezembro",
        ],
        weekdays: ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
        swaps: false,
        ..PLAIN
    },
    Tongue {
        language: "tl",
        months: [
            "enero", "pebrero", "marso", "abril", "mayo", "hunyo", "hulyo", "agosto", "setyembre", "oktubre",
            "nobyembre", "disyembre",
        ],
        weekdays: ["lunes", "martes", "miyerkules|miyerkoles", "huwebes", "biyernes", "sabado", "linggo"],
        month_leads: true,
        capitals: true,
        ..PLAIN
    },
    Tongue {
        language: "ru",
        months: [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ],
        weekdays: [
            "понедельник", "вторник", "среду|среда|среды", "четверг", "пятницу|пятница|пятницы", "субботу|суббота",
            "воскресенье",
        ],
        swaps: false,
        ..PLAIN
    },
    Tongue {
        language: "uk",
        months: [
            "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня",
            "листопада", "грудня",
        ],
        weekdays: [
            "понеділок", "вівторок", "середу|середа|середи", "четвер", "п’ятницю|п’ятниця|п'ятницю", "суботу|субота",
            "неділю|неділя",
        ],
        swaps: false,
        ..PLAIN
    },
    // Months are numbers, and all weekdays but Sunday are numbers after a word of their own.
    Tongue {
        language: "vi",
        weekdays: ["hai", "ba", "tư", "năm", "sáu", "bảy", "nhật"],
        swaps: false,
        ..PLAIN
    },
];

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The names of a language, by its tag.
pub fn of(tag: &str) -> Option<&'static Tongue> {
    let primary = tag.split('-').next().unwrap_or_default();
    TONGUES.iter().find(|tongue| tongue.language.eq_ignore_ascii_case(primary))
}

/// The English names.
pub fn english() -> &'static Tongue {
    &TONGUES[0]
}

impl Tongue {
    /// The month that a word names.
    pub fn month(&self, word: &str) -> Option<i8> {
        let index = position(&self.months, word)?;
        i8::try_from(index + 1).ok()
    }

    /// The weekday that a word names, whole or shortened.
    pub fn weekday(&self, word: &str) -> Option<Weekday> {
        WEEKDAYS.get(position(&self.weekdays, word)?).copied()
    }

    /// The name of a weekday, as it stands at the head of a sentence.
    pub fn name(&self, weekday: Weekday) -> String {
        let index = usize::try_from(weekday.to_monday_zero_offset()).unwrap_or_default();
        capitalised(self.weekdays[index].split('|').next().unwrap_or_default())
    }

    /// The name of a weekday, written as another one is that it takes the place of: `TUESDAY`, `Tuesday`, `martes`.
    pub fn instead(&self, weekday: Weekday, word: &str) -> Option<String> {
        let index = usize::try_from(weekday.to_monday_zero_offset()).ok()?;
        let names = |at: usize| self.weekdays[at].split('|');
        // Whoever shortens one name shortens them all, and not every language lets one stand for the other.
        let whole = (0..7).any(|at| names(at).next().is_some_and(|name| is(name, word)));
        let name = names(index).next().filter(|_| self.swaps && whole)?;
        let mut letters = word.chars();
        let first = letters.next().is_some_and(char::is_uppercase);
        Some(match (first, letters.all(char::is_uppercase)) {
            (true, true) => name.to_uppercase(),
            (true, false) => capitalised(name),
            (false, _) => name.to_owned(),
        })
    }

    /// Months are numbers after a word that says so: `ngày 9 tháng 6`.
    pub fn numbers_months(&self) -> bool {
        self.months[0].is_empty()
    }
}

fn position(names: &[&str], word: &str) -> Option<usize> {
    // The longest name has 14 letters of two bytes.
    if word.is_empty() || word.len() > 28 {
        return None;
    }
    names.iter().position(|name| name.split('|').any(|form| is(form, word)))
}

fn is(name: &str, word: &str) -> bool {
    name.eq_ignore_ascii_case(word)
        || !word.is_ascii() && name.len() == word.len() && name.chars().eq(word.chars().flat_map(char::to_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_weekdays_are_known_in_their_language() {
        let check = |tag: &str, month: &str, number: i8, weekday: &str, day: Weekday| {
            let tongue = of(tag).unwrap();
            assert_eq!(tongue.month(month), Some(number), "{month}");
            assert_eq!(tongue.weekday(weekday), Some(day), "{weekday}");
        };
        check("en-US", "Sept", 9, "Tues", Weekday::Tuesday);
        check("es-US", "Septiembre", 9, "MIÉRCOLES", Weekday::Wednesday);
        check("fr", "août", 8, "mardi", Weekday::Tuesday);
        check("de", "März", 3, "Dienstag", Weekday::Tuesday);
        check("ru", "февраля", 2, "Среду", Weekday::Wednesday);
        check("tl", "Hulyo", 7, "Lunes", Weekday::Monday);
        assert_eq!(of("hmn"), None);
        assert_eq!(english().month(""), None);
    }

    #[test]
    fn a_weekday_takes_the_place_of_another_as_that_was_written() {
        let check = |tag: &str, word: &str, expected: Option<&str>| {
            assert_eq!(of(tag).unwrap().instead(Weekday::Tuesday, word).as_deref(), expected, "{word}");
        };
        check("en", "Monday", Some("Tuesday"));
        check("en", "MONDAY", Some("TUESDAY"));
        check("en", "Mon", None);
        check("es", "miércoles", Some("martes"));
        check("de", "Mittwoch", Some("Dienstag"));
        // “in” turns into another word before another day.
        check("ru", "среду", None);
    }
}
