//! The pictures of the README: the real window, driven through the sample campaign, into `docs/screenshots/`.

use crate::step::{self, Failure};
use crate::{debian, ui, window};

/// Builds the window that tests drive and has it take its pictures.
pub fn screenshots() -> Result<(), Failure> {
    debian::set_up(&[window::LIBRARIES, window::DRIVERS, &ui::PROGRAMS])?;
    ui::build()?;
    step::say("screenshots: driving the window through the sample campaign");
    let test = [
        "test",
        "--workspace",
        "--features=window/e2e",
        "--locked",
        "--test",
        "all",
        "the_readme_has_its_pictures",
        "--",
        "--ignored",
    ];
    step::run(
        &mut window::unseen(&step::cargo(&test)),
        "The message above says where the walk stopped; target/shots has the window as it was.",
    )
}
