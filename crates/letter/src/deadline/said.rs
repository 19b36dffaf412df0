//! A deadline and the moment in, words out: `closes in 3 h`, and the local time of the body beside the person's own.
//!
//! Days are counted by the person's own calendar, for whom `tomorrow` is meant. Units are abbreviated where a language
//! would bend them by number. A language that is not here takes the English words.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::Serialize;

use super::{Deadline, When, time_zone};
use crate::language;

/// A deadline in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// How long is left or how long ago it was: `closes in 3 h`.
    pub left: String,
    /// The day and the time, in both zones where they differ: `January 27, 2026, 23:59 Eastern, 20:59 here`. Empty where
    /// no time can be said.
    pub at: String,
    /// It lies behind.
    pub is_past: bool,
}

const SECONDS_OF_HOUR: i64 = 3600;
/// Up to this, what is left is said in hours, even over midnight.
const MOST_HOURS: i64 = 6;

struct Words {
    language: &'static str,
    /// Closes, opens, closed, opened.
    verbs: [&'static str; 4],
    /// Before and after a length of time to come, then of one that has gone.
    around: [[&'static str; 2]; 2],
    /// Minutes, hours, days.
    units: [&'static str; 3],
    /// In less than a minute, and less than a minute ago.
    instant: [&'static str; 2],
    /// Today, tomorrow and yesterday at a time; on a day.
    days: [&'static str; 4],
    /// When the item is voted on, when comment on it closes, at a time nobody knows.
    open_ended: [&'static str; 3],
    /// What stands around a time of the person's own zone.
    here: [&'static str; 2],
    /// The time in the eastern, central, mountain and Pacific zones of the United States, in Alaska and in Hawaii.
    zones: [&'static str; 6],
}

const LANGUAGES: [Words; 6] = [
    Words {
        language: "en",
        verbs: ["closes", "opens", "closed", "opened"],
        around: [["in ", ""], ["", " ago"]],
        units: ["min", "h", "days"],
        instant: ["in less than a minute", "just now"],
        days: ["today at {}", "tomorrow at {}", "yesterday at {}", "on {}"],
        open_ended: ["when the item is voted on", "when comment on the item closes", "at a time that is not known"],
        here: ["", " here"],
        zones: ["Eastern", "Central", "Mountain", "Pacific", "Alaska", "Hawaii"],
    },
    Words {
        language: "es",
        verbs: ["cierra", "abre", "cerró", "abrió"],
        around: [["en ", ""], ["hace ", ""]],
        units: ["min", "h", "días"],
        instant: ["en menos de un minuto", "hace un momento"],
        days: ["hoy, {}", "mañana, {}", "ayer, {}", "el {}"],
        open_ended: ["cuando se vote el punto", "al cerrarse los comentarios del punto", "a una hora que no se conoce"],
        here: ["", " aquí"],
        zones: [
            "hora del Este",
            "hora del Centro",
            "hora de la Montaña",
            "hora del Pacífico",
            "hora de Alaska",
            "hora de Hawái",
        ],
    },
    Words {
        language: "tl",
        verbs: ["magsasara", "magbubukas", "nagsara", "nagbukas"],
        around: [["sa loob ng ", ""], ["", " na ang nakalipas"]],
        units: ["min", "oras", "araw"],
        instant: ["sa loob ng isang minuto", "ngayon lang"],
        days: ["ngayong araw, {}", "bukas, {}", "kahapon, {}", "sa {}"],
        open_ended: ["kapag pinagbotohan ang aytem", "kapag isinara ang komento sa aytem", "sa oras na hindi pa alam"],
        here: ["", " dito"],
        zones: [
            "oras sa Eastern",
            "oras sa Central",
            "oras sa Mountain",
            "oras sa Pacific",
            "oras sa Alaska",
            "oras sa Hawaii",
        ],
    },
    Words {
        language: "vi",
        verbs: ["đóng", "mở", "đã đóng", "đã mở"],
        around: [["sau ", ""], ["", " trước"]],
        units: ["phút", "giờ", "ngày"],
        instant: ["trong chưa đầy một phút", "vừa xong"],
        days: ["hôm nay lúc {}", "ngày mai lúc {}", "hôm qua lúc {}", "vào {}"],
        open_ended: ["khi mục được biểu quyết", "khi kết thúc góp ý cho mục", "vào giờ chưa rõ"],
        here: ["", " giờ tại đây"],
        zones: ["giờ miền Đông", "giờ miền Trung", "giờ miền Núi", "giờ Thái Bình Dương", "giờ Alaska", "giờ Hawaii"],
    },
    Words {
        language: "ru",
        verbs: ["закрывается", "открывается", "закрыто", "открыто"],
        around: [["через ", ""], ["", " назад"]],
        units: ["мин", "ч", "дн."],
        instant: ["меньше чем через минуту", "только что"],
        days: ["сегодня в {}", "завтра в {}", "вчера в {}", "{}"],
        open_ended: ["когда по пункту проголосуют", "когда закончат принимать мнения по пункту", "в неизвестное время"],
        here: ["", " здесь"],
        zones: [
            "по восточному времени",
            "по центральному времени",
            "по горному времени",
            "по тихоокеанскому времени",
            "по времени Аляски",
            "по времени Гавайев",
        ],
    },
    Words {
        language: "uk",
        verbs: ["закривається", "відкривається", "закрито", "відкрито"],
        around: [["через ", ""], ["", " тому"]],
        units: ["хв", "год", "дн."],
        instant: ["менш ніж за хвилину", "щойно"],
        days: ["сьогодні о {}", "завтра о {}", "учора о {}", "{}"],
        open_ended: ["коли за пункт проголосують", "коли завершать приймати думки щодо пункту", "у невідомий час"],
        here: ["", " тут"],
        zones: [
            "за східним часом",
            "за центральним часом",
            "за гірським часом",
            "за тихоокеанським часом",
            "за часом Аляски",
            "за часом Гаваїв",
        ],
    },
];

/// The zones of `Words::zones`, by the names of the IANA.
const ZONES: [&[&str]; 6] = [
    &["America/New_York", "America/Detroit", "US/Eastern"],
    &["America/Chicago", "US/Central"],
    &["America/Denver", "America/Boise", "US/Mountain"],
    &["America/Los_Angeles", "US/Pacific"],
    &["America/Anchorage", "US/Alaska"],
    &["Pacific/Honolulu", "US/Hawaii"],
];

/// Says a deadline at a moment, to a person who is `here`, in the language of a BCP 47 tag.
pub fn said(deadline: &Deadline, now: Timestamp, here: &TimeZone, language: &str) -> Said {
    let letter_words = language::words(language);
    let words = LANGUAGES.iter().find(|words| words.language == letter_words.language).unwrap_or(&LANGUAGES[0]);
    let is_past = deadline.at.instant().is_some_and(|at| at <= now);
    let verb = words.verbs[usize::from(deadline.opens) + 2 * usize::from(is_past)];
    let long = |date: Date| letter_words.long_date(date);
    let (left, at) = match &deadline.at {
        When::Exact { at } => (left(words, at, now, here, &long), both(words, at, here, &long)),
        When::Day { date, zone } => {
            let there = time_zone(zone).unwrap_or(TimeZone::UTC);
            (day(words, *date, now.to_zoned(there).date(), &long), long(*date))
        }
        When::ItemVoted => (words.open_ended[0].to_owned(), String::new()),
        When::ItemClosed => (words.open_ended[1].to_owned(), String::new()),
        When::MeetingTimeUnknown | When::ZoneUnknown { .. } | When::OutOfRange => {
            (words.open_ended[2].to_owned(), String::new())
        }
    };
    Said { left: format!("{verb} {left}"), at, is_past }
}

/// `in 3 h`, `tomorrow at 16:00`, `in 5 days`, `2 h ago`.
fn left(words: &Words, at: &Zoned, now: Timestamp, here: &TimeZone, long: &dyn Fn(Date) -> String) -> String {
    let seconds = at.timestamp().as_second() - now.as_second();
    let (length, is_past) = (seconds.abs(), seconds <= 0);
    let (local, today) = (at.with_time_zone(here.clone()), now.to_zoned(here.clone()).date());
    let is_soon = length < MOST_HOURS * SECONDS_OF_HOUR || local.date() == today;
    match length {
        0..60 => words.instant[usize::from(is_past)].to_owned(),
        60..SECONDS_OF_HOUR => spanned(words, length / 60, 0, is_past),
        _ if is_soon => spanned(words, length / SECONDS_OF_HOUR, 1, is_past),
        _ => match days_between(today, local.date()) {
            0 => words.days[0].replace("{}", &time(&local)),
            1 => words.days[1].replace("{}", &time(&local)),
            -1 => words.days[2].replace("{}", &time(&local)),
            days if days.abs() <= MOST_DAYS => spanned(words, days.abs(), 2, is_past),
            _ => words.days[3].replace("{}", &long(local.date())),
        },
    }
}

/// Beyond this a date says more than a number of days.
const MOST_DAYS: i64 = 60;

/// A day without an hour: a number of days, or the day itself.
fn day(words: &Words, date: Date, today: Date, long: &dyn Fn(Date) -> String) -> String {
    match days_between(today, date) {
        days if (2..=MOST_DAYS).contains(&days.abs()) => spanned(words, days.abs(), 2, days < 0),
        _ => words.days[3].replace("{}", &long(date)),
    }
}

fn spanned(words: &Words, number: i64, unit: usize, is_past: bool) -> String {
    let [before, after] = words.around[usize::from(is_past)];
    format!("{before}{number} {}{after}", words.units[unit])
}

/// The day and the time where it was set; the person's own beside it where clocks differ, with the day where days do.
fn both(words: &Words, at: &Zoned, here: &TimeZone, long: &dyn Fn(Date) -> String) -> String {
    let there = format!("{}, {}", long(at.date()), time(at));
    let local = at.with_time_zone(here.clone());
    if local.offset() == at.offset() {
        return there;
    }
    let day = if local.date() == at.date() { String::new() } else { format!("{}, ", long(local.date())) };
    format!("{there} {}, {}{day}{}{}", zone(words, at), words.here[0], time(&local), words.here[1])
}

/// `Eastern`, or the city that the zone is named for.
fn zone(words: &Words, at: &Zoned) -> String {
    let name = at.time_zone().iana_name().unwrap_or("UTC");
    let known = ZONES.iter().position(|names| names.contains(&name));
    known.map_or_else(
        || name.rsplit('/').next().unwrap_or(name).replace('_', " "),
        |index| words.zones[index].to_owned(),
    )
}

fn time(at: &Zoned) -> String {
    at.strftime("%H:%M").to_string()
}

fn days_between(from: Date, to: Date) -> i64 {
    // Both are days of the same calendar; a difference of days is never out of range.
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
