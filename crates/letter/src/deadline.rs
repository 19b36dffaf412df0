//! Until when a comment counts: the rule that a body states.
//!
//! What a rule comes to for one meeting is not here yet; a rule is data that a portal's record holds.

pub mod rule;

pub use rule::{Meetings, Rule, Shape, Tier, Weekday};
