//! Each question of `ui/src/backend/backend.ts` as a command: it asks, and hands the answer back.
//!
//! A command is at most 12 lines and decides nothing. All run on threads of their own, never on the one that draws.

mod opening;
mod home;
mod drafts;
mod history;
mod shelves;
mod words;
mod handing;
mod channels;
mod settings;

use tauri::ipc::Invoke;
use tauri::{State, Wry};

use crate::held::Held;

/// What every command asks.
type Asked<'a> = State<'a, Held>;
/// Every answer that can fail.
type Answer<T> = Result<T, desk::Error>;

/// All commands; `build.rs` and the capability list the same.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        opening::start,
        opening::start_from,
        opening::start_anew,
        opening::cancel,
        home::home,
        home::search,
        home::kinds,
        home::own_kind,
        home::show_kinds_folder,
        drafts::start_draft,
        drafts::start_sample,
        drafts::try_sample_campaign,
        drafts::keep_campaign,
        drafts::remove_campaign,
        drafts::open_draft,
        drafts::edit,
        drafts::keep,
        drafts::close_draft,
        drafts::duplicate_draft,
        drafts::remove_draft,
        drafts::put_back_draft,
        drafts::plain_text,
        history::versions,
        history::version,
        history::leave_version,
        history::restore,
        shelves::shelf,
        shelves::lay,
        shelves::take,
        shelves::put_back,
        words::rich,
        words::pasted,
        words::choose_picture,
        words::lift_white,
        handing::export_draft,
        handing::open_file,
        handing::show_in_folder,
        handing::print,
        handing::copy_text,
        handing::save_as_file,
        handing::bring_in,
        channels::portals,
        channels::save_portal,
        channels::remove_portal,
        channels::open_portal,
        channels::channels,
        channels::speech,
        channels::print_speech,
        channels::copy_words,
        channels::open_message,
        channels::save_message,
        channels::save_calendar,
        channels::save_packet,
        channels::submissions,
        channels::submit,
        channels::remove_submission,
        settings::set_settings,
        settings::save_backup,
        settings::restore_backup,
    ]
}
