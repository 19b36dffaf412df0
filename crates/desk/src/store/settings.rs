//! The settings: one row.

use rusqlite::OptionalExtension;

use super::Store;
use super::fault::unreadable;
use crate::error::Error;
use crate::settings::Settings;

impl Store {
    /// The settings, or the defaults while none were kept.
    pub(crate) fn settings(&self) -> Result<Settings, Error> {
        let json: Option<String> =
            self.connection.query_row("SELECT json FROM settings", [], |row| row.get(0)).optional()?;
        let read = |json: String| serde_json::from_str(&json).map_err(|error| unreadable("setting", 1, &error));
        json.map_or_else(|| Ok(Settings::default()), read)
    }

    /// Keeps the settings.
    pub(crate) fn set_settings(&mut self, settings: &Settings) -> Result<(), Error> {
        let json = serde_json::json!(settings).to_string();
        let transaction = self.write()?;
        transaction.execute(
            "INSERT INTO settings (id, json) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET json = ?1",
            [json],
        )?;
        Ok(transaction.commit()?)
    }
}
