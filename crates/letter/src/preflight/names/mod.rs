//! Names and titles: whoever is addressed, greeted and spoken of, and what they are called.

mod folded;
mod titles;
mod well_known;
mod alike;
mod salutation_names;
mod roster;
mod name_spelling;
mod title_body;
mod same_surname;
mod title_form;
mod initials;

pub(super) use initials::initials;
pub(super) use name_spelling::name_spelling;
pub(super) use roster::roster;
pub(super) use salutation_names::salutation_names;
pub(super) use same_surname::same_surname;
pub(super) use title_body::title_body;
pub(super) use title_form::title_form;
