//! A calendar of free days, as data that a person can edit, in; whether a day is a business day out.
//!
//! A holiday is a rule that holds for any year, so no calendar runs out; what a body decides for one year is a date
//! added or taken away. A day wrongly taken for a holiday makes a count backwards too early and a count forwards too
//! late, so the calendars that ship name their sources, and the person is told to check the body's own list.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday as Day};
use serde::{Deserialize, Serialize};

use super::rule::Weekday;
use crate::date;

const FEDERAL: &str = include_str!("holidays/us-federal.toml");
const CALIFORNIA: &str = include_str!("holidays/california-state.toml");

/// The most days that one count may step over; beyond it there is no answer.
const MOST_DAYS: u32 = 20_000;

/// A calendar that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Calendar {
    /// Offices of the State of California.
    CaliforniaState,
    /// Federal offices.
    UsFederal,
    /// No free days beside weekends.
    Weekends,
}

impl Calendar {
    /// All of them, by the names that records and options give them.
    pub const ALL: [(&'static str, Calendar); 3] = [
        ("california-state", Calendar::CaliforniaState),
        ("us-federal", Calendar::UsFederal),
        ("weekends", Calendar::Weekends),
    ];
}

/// A calendar of free days. The default knows weekends only, and lets last days stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Holidays {
    /// What it is called.
    pub name: String,
    /// The law or the page it was made from.
    pub source: String,
    /// The days of each week that are free.
    pub weekend: Vec<Weekday>,
    /// The last day of a window that falls on a free day moves to the next business day.
    pub last_day_rolls: bool,
    /// The holidays of every year.
    pub holiday: Vec<Holiday>,
    /// Free days of one year.
    pub added: Vec<FreeDay>,
    /// Days that a rule makes free and this body does not.
    #[serde(deserialize_with = "read_dates")]
    #[cfg_attr(feature = "types", ts(type = "Array<string>"))]
    pub removed: Vec<Date>,
}

/// A holiday of every year: a day of a month, or a weekday of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Holiday {
    /// What it is called.
    pub name: String,
    /// The month, 1 to 12.
    pub month: i8,
    /// The day of the month.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub day: Option<i8>,
    /// The weekday, where it is no fixed day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub weekday: Option<Weekday>,
    /// Which of these weekdays: 1 is the first of the month, -1 the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub nth: Option<i8>,
    /// So many days after that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub plus: Option<i8>,
    /// What becomes of it on a weekend.
    pub observed: Observed,
    /// The first year in which it was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub since: Option<i16>,
    /// The last year in which it was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub until: Option<i16>,
}

/// What becomes of a holiday that falls on a weekend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Observed {
    /// Nothing.
    #[default]
    AsItFalls,
    /// From Sunday it moves to Monday; a Saturday stays.
    SundayToMonday,
    /// From Sunday it moves to Monday, from Saturday to Friday.
    Nearest,
}

/// A free day of one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FreeDay {
    /// The day.
    #[serde(deserialize_with = "date::read")]
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub date: Date,
    /// Why it is free.
    pub name: String,
}

/// A calendar that cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{0}")]
pub struct HolidaysError(String);

impl Default for Holidays {
    fn default() -> Self {
        Holidays {
            name: String::new(),
            source: String::new(),
            weekend: vec![Weekday::Saturday, Weekday::Sunday],
            last_day_rolls: false,
            holiday: Vec::new(),
            added: Vec::new(),
            removed: Vec::new(),
        }
    }
}

impl Holidays {
    /// The calendar that comes with the program.
    pub fn of(calendar: Calendar) -> Holidays {
        match calendar {
            Calendar::CaliforniaState => Self::california_state(),
            Calendar::UsFederal => Self::us_federal(),
            Calendar::Weekends => Self { name: "weekends only".to_owned(), ..Self::default() },
        }
    }

    /// The holidays of federal offices.
    pub fn us_federal() -> Holidays {
        Self::read(FEDERAL).unwrap_or_default()
    }

    /// The holidays of offices of the State of California.
    pub fn california_state() -> Holidays {
        Self::read(CALIFORNIA).unwrap_or_default()
    }

    /// Reads a calendar from TOML; says which holiday no month has.
    pub fn read(text: &str) -> Result<Holidays, HolidaysError> {
        let holidays: Holidays = toml::from_str(text).map_err(|error| HolidaysError(error.to_string()))?;
        for holiday in &holidays.holiday {
            // A leap year has every day that any year has; a fifth Monday may be missing, a sixth always is.
            let is_day = holiday.day.is_some_and(|day| Date::new(2024, holiday.month, day).is_ok());
            let is_nth = holiday.weekday.is_some() && matches!(holiday.nth, Some(-5..=-1 | 1..=5));
            if !(1..=12).contains(&holiday.month) || is_day == is_nth {
                return Err(HolidaysError(format!(
                    "the holiday `{}` is neither a day of a month nor a weekday of it",
                    holiday.name
                )));
            }
        }
        Ok(holidays)
    }

    /// Writes it as TOML, as [`Holidays::read`] takes it.
    pub fn write(&self) -> Result<String, HolidaysError> {
        toml::to_string(self).map_err(|error| HolidaysError(error.to_string()))
    }

    /// Makes a day free.
    pub fn add(&mut self, date: Date, name: &str) {
        self.removed.retain(|removed| *removed != date);
        if self.on(date).is_none() {
            self.added.push(FreeDay { date, name: name.to_owned() });
            self.added.sort_by_key(|day| day.date);
        }
    }

    /// Makes a day that a holiday frees a day like others; a weekend stays one.
    pub fn remove(&mut self, date: Date) {
        self.added.retain(|added| added.date != date);
        if self.on(date).is_some() {
            self.removed.push(date);
            self.removed.sort();
        }
    }

    /// The holiday that frees a day, where one does.
    pub fn on(&self, date: Date) -> Option<&str> {
        if self.removed.contains(&date) {
            return None;
        }
        let added = self.added.iter().find(|added| added.date == date).map(|added| added.name.as_str());
        // The year's first day may be observed on the last of the year before.
        let years = [date.year(), date.year().saturating_add(1)];
        let of_rule = |holiday: &&Holiday| years.iter().any(|year| holiday.in_year(*year) == Some(date));
        added.or_else(|| self.holiday.iter().find(of_rule).map(|holiday| holiday.name.as_str()))
    }

    /// The holidays of a year as they are kept, in their order.
    pub fn of_year(&self, year: i16) -> Vec<(Date, &str)> {
        let rules = self.holiday.iter().flat_map(|holiday| {
            let days = [year, year.saturating_add(1)].map(|year| holiday.in_year(year));
            days.into_iter().flatten().map(|date| (date, holiday.name.as_str()))
        });
        let added = self.added.iter().map(|added| (added.date, added.name.as_str()));
        let kept = |(date, _): &(Date, &str)| date.year() == year && !self.removed.contains(date);
        let mut found: Vec<(Date, &str)> = rules.chain(added).filter(kept).collect();
        found.sort();
        found
    }

    /// The day is neither a weekend nor a holiday.
    pub fn is_business_day(&self, date: Date) -> bool {
        let is_weekend = self.weekend.iter().any(|weekday| *weekday as i8 == date.weekday().to_monday_zero_offset());
        !is_weekend && self.on(date).is_none()
    }

    /// The so-manieth business day before a day, which is not counted; the day itself for 0.
    pub fn business_days_before(&self, date: Date, days: u32) -> Option<Date> {
        self.count(date, days, |date| date.yesterday().ok())
    }

    /// The so-manieth business day after a day, which is not counted; the day itself for 0.
    pub fn business_days_after(&self, date: Date, days: u32) -> Option<Date> {
        self.count(date, days, |date| date.tomorrow().ok())
    }

    /// The day, or the next business day where it is none.
    pub fn business_day_from(&self, date: Date) -> Option<Date> {
        if self.is_business_day(date) { Some(date) } else { self.business_days_after(date, 1) }
    }

    fn count(&self, mut date: Date, mut days: u32, step: impl Fn(Date) -> Option<Date>) -> Option<Date> {
        for _ in 0..MOST_DAYS {
            if days == 0 {
                return Some(date);
            }
            date = step(date)?;
            days -= u32::from(self.is_business_day(date));
        }
        None
    }
}

impl Holiday {
    /// The day on which the holiday of this year is kept: it may lie in the year before.
    fn in_year(&self, year: i16) -> Option<Date> {
        if self.since.is_some_and(|since| year < since) || self.until.is_some_and(|until| year > until) {
            return None;
        }
        let date = match (self.day, self.weekday) {
            (Some(day), _) => Date::new(year, self.month, day).ok()?,
            (None, Some(weekday)) => {
                let weekday = Day::from_monday_zero_offset(weekday as i8).ok()?;
                Date::new(year, self.month, 1).ok()?.nth_weekday_of_month(self.nth?, weekday).ok()?
            }
            (None, None) => return None,
        };
        let date = date.checked_add(self.plus.unwrap_or_default().days()).ok()?;
        match (self.observed, date.weekday()) {
            (Observed::SundayToMonday | Observed::Nearest, Day::Sunday) => date.tomorrow().ok(),
            (Observed::Nearest, Day::Saturday) => date.yesterday().ok(),
            _ => Some(date),
        }
    }
}

fn read_dates<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Date>, D::Error> {
    #[derive(Deserialize)]
    struct One(#[serde(deserialize_with = "date::read")] Date);
    Ok(Vec::<One>::deserialize(deserializer)?.into_iter().map(|One(date)| date).collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_holidays_of_a_year_are_those_that_offices_keep() {
        let check = |holidays: &Holidays, year: i16, expected: &str| {
            let found: Vec<String> =
                holidays.of_year(year).iter().map(|(date, _)| date.strftime("%m-%d").to_string()).collect();
            assert_eq!(found.join(" "), expected, "{} {year}", holidays.name);
        };
        // As OPM publishes them.
        let federal = Holidays::us_federal();
        check(&federal, 2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25");
        check(&federal, 2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31");
        check(&federal, 2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26");
        check(&federal, 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25");
        // As CalHR publishes them, with Juneteenth.
        let state = Holidays::california_state();
        check(&state, 2026, "01-01 01-19 02-16 03-31 05-25 06-19 07-04 09-07 11-11 11-26 11-27 12-25");
        check(&state, 2024, "01-01 01-15 02-19 04-01 05-27 06-19 07-04 09-02 11-11 11-28 11-29 12-25");
        // November 11 alone moves from a Saturday.
        check(&state, 2023, "01-02 01-16 02-20 03-31 05-29 06-19 07-04 09-04 11-10 11-23 11-24 12-25");
        check(&state, 2022, "01-01 01-17 02-21 03-31 05-30 07-04 09-05 11-11 11-24 11-25 12-26");
    }

    #[test]
    fn free_days_are_added_and_taken_away() {
        let mut city = Holidays::california_state();
        let (eve, chavez) = (date(2026, 12, 24), date(2026, 3, 31));
        city.add(eve, "City furlough");
        city.add(eve, "Twice");
        city.remove(chavez);
        assert_eq!((city.on(eve), city.is_business_day(chavez), city.added.len()), (Some("City furlough"), true, 1));
        assert_eq!(Holidays::read(&city.write().unwrap()).unwrap(), city);
        city.remove(eve);
        city.add(chavez, "Kept after all");
        assert_eq!(city, Holidays::california_state());
        city.remove(date(2026, 3, 30));
        assert_eq!(city.removed, []);
    }

    #[test]
    fn calendars_without_sense_are_refused() {
        let check = |text: &str| assert!(Holidays::read(text).is_err(), "{text}");
        check("holiday = [{ name = 'x', month = 13, day = 1 }]");
        check("holiday = [{ name = 'x', month = 2, day = 30 }]");
        check("holiday = [{ name = 'x', month = 2 }]");
        check("holiday = [{ name = 'x', month = 2, weekday = 'monday', nth = 6 }]");
        check("holiday = [{ name = 'x', month = 2, weekday = 'monday' }]");
        check("holidays = []");
        // February 29 is a holiday of leap years.
        let leap = Holidays::read("holiday = [{ name = 'x', month = 2, day = 29 }]").unwrap();
        assert_eq!((leap.of_year(2027).len(), leap.of_year(2028).len()), (0, 1));
        // Where every day is free, no count ends.
        let weekend = "['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']";
        let idle = Holidays::read(&format!("weekend = {weekend}")).unwrap();
        assert_eq!(idle.business_days_after(date(2026, 1, 1), 1), None);
    }
}
