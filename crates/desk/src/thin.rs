//! Which old versions a history can do without: today's all stay, then those of an hour become one, then of a day.
//!
//! Of each hour or day stays the last, and the longest where more was cut from it. Only versions that were edited go:
//! what was started, exported, restored or brought in stays, and so does the newest.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::history::Cause;

/// For this many days there is one version for each hour.
const HOURLY: i32 = 7;

/// One version as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outline {
    /// Its number.
    pub(crate) id: i64,
    /// When it was last written to.
    pub(crate) at: Timestamp,
    /// Why it was kept.
    pub(crate) cause: Cause,
    /// How long it is.
    pub(crate) length: i64,
}

/// The versions that can go, of all those of a draft in their order.
pub(crate) fn superfluous(versions: &[Outline], now: Timestamp, zone: &TimeZone) -> Vec<i64> {
    let today = now.to_zoned(zone.clone()).date();
    let Some((_newest, older)) = versions.split_last() else { return Vec::new() };
    let mut kept: HashMap<(Date, i8), (i64, i64, i64)> = HashMap::new();
    let candidates: Vec<&Outline> = older.iter().filter(|version| version.cause == Cause::Edited).collect();
    let bucket = |version: &Outline| {
        let at: DateTime = version.at.to_zoned(zone.clone()).datetime();
        let days = (today - at.date()).get_days();
        (days > 0).then(|| (at.date(), if days <= HOURLY { at.hour() } else { -1 }))
    };
    for version in &candidates {
        if let Some(bucket) = bucket(version) {
            let (last, longest, length) = kept.entry(bucket).or_insert((version.id, version.id, version.length));
            *last = version.id;
            if version.length >= *length {
                (*longest, *length) = (version.id, version.length);
            }
        }
    }
    let goes = |version: &&&Outline| {
        let kept = bucket(version).and_then(|bucket| kept.get(&bucket));
        kept.is_some_and(|(last, longest, _)| version.id != *last && version.id != *longest)
    };
    candidates.iter().filter(goes).map(|version| version.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_stays_whole_and_the_past_is_thinned() {
        let now: Timestamp = "2026-02-20T12:00:00Z".parse().unwrap();
        let check = |versions: &[(&str, Cause, i64)], expected: &[i64]| {
            let outline = |(id, (at, cause, length)): (i64, &(&str, Cause, i64))| Outline {
                id,
                at: at.parse().unwrap(),
                cause: *cause,
                length: *length,
            };
            let versions: Vec<Outline> = (1..).zip(versions).map(outline).collect();
            assert_eq!(superfluous(&versions, now, &TimeZone::UTC), expected);
        };
        use Cause::{Edited, Exported, Started};
        check(&[], &[]);
        // Today, all; the newest, always.
        check(&[("2026-02-20T08:00:00Z", Edited, 1), ("2026-02-20T08:01:00Z", Edited, 1)], &[]);
        check(&[("2025-02-20T08:00:00Z", Edited, 1), ("2025-02-20T08:01:00Z", Edited, 1)], &[]);
        // An hour of yesterday becomes its last version and its longest; marks stay.
        check(
            &[
                ("2026-02-19T08:00:00Z", Started, 1),
                ("2026-02-19T08:01:00Z", Edited, 5),
                ("2026-02-19T08:02:00Z", Edited, 9),
                ("2026-02-19T08:03:00Z", Exported, 5),
                ("2026-02-19T08:04:00Z", Edited, 4),
                ("2026-02-19T08:05:00Z", Edited, 6),
                ("2026-02-19T09:00:00Z", Edited, 6),
                ("2026-02-20T09:00:00Z", Edited, 6),
            ],
            &[2, 5],
        );
        // A day of last month becomes one.
        check(
            &[
                ("2026-01-19T08:01:00Z", Edited, 5),
                ("2026-01-19T10:02:00Z", Edited, 5),
                ("2026-01-19T23:00:00Z", Edited, 6),
                ("2026-01-20T00:00:00Z", Edited, 6),
                ("2026-02-20T09:00:00Z", Edited, 6),
            ],
            &[1, 2],
        );
    }
}
