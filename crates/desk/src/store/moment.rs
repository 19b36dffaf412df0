//! Moments: milliseconds in the database, RFC 3339 text in UTC outside of it.

use jiff::Timestamp;

use crate::home::Moment;

/// Milliseconds as text, to the second.
pub(crate) fn moment(at: i64) -> Moment {
    Timestamp::from_second(at.div_euclid(1000)).unwrap_or_default().to_string()
}

/// Milliseconds as a point in time.
pub(crate) fn of_moment(at: i64) -> Timestamp {
    Timestamp::from_millisecond(at).unwrap_or_default()
}
