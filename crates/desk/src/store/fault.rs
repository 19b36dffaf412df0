//! What SQLite says in, what a person can act on out.

use rusqlite::ErrorCode;

use crate::error::{Code, Error};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let unkept = |message: &str, hint: &str| Self::new(Code::Unkept, message, hint);
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => unkept(
                "the disk is full, so that the desk cannot be written to",
                "What you see is still in this window. Make room on the disk; Lectern tries again.",
            ),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => unkept(
                "the desk's folder can only be read",
                "What you see is still in this window. Give yourself leave to write in the desk's folder, or save the \
                 letter as a file elsewhere.",
            ),
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => unkept(
                "the desk's file cannot be reached",
                "What you see is still in this window. If the desk lies on a drive that was removed, put it back; \
                 Lectern tries again.",
            ),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => unkept(
                "another program holds the desk's file",
                "What you see is still in this window. Close programs that copy or scan the desk's folder; Lectern \
                 tries again.",
            ),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::new(
                Code::Damaged,
                "the desk's file is damaged",
                "Save the letter that is open as a file, then start Lectern again; it offers the newest good backup.",
            ),
            _ => Self::new(
                Code::Program,
                format!("the desk's file could not be used: {error}"),
                "What was kept before is untouched. Please report this.",
            ),
        }
    }
}

/// What a row says could not be read as what it should be.
pub(super) fn unreadable(what: &str, id: i64, error: &serde_json::Error) -> Error {
    Error::new(
        Code::Program,
        format!("{what} {id} on the desk cannot be read: {error}"),
        "It is untouched. Please report this.",
    )
}

/// Something that was removed, or never was there.
pub(super) fn gone(what: &str) -> Error {
    Error::new(Code::Gone, format!("this {what} is no longer on the desk"), "Go back to the desk and choose again.")
}
