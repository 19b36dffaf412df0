//! Campaigns: what a comment is about, with the asks to choose from.

use rusqlite::{OptionalExtension, params};

use super::Store;
use super::fault::{gone, unreadable};
use crate::campaign::Campaign;
use crate::error::Error;
use crate::home::{CampaignCard, DraftId};

impl Store {
    /// The campaigns on offer, the last used first.
    pub(crate) fn campaigns(&self) -> Result<Vec<CampaignCard>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, name, asks, kind FROM campaign WHERE removed IS NULL ORDER BY used DESC, id DESC",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(CampaignCard { id: row.get(0)?, name: row.get(1)?, asks: row.get(2)?, kind: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A campaign, also one that is no longer on offer: letters that were begun with it still choose from it.
    pub(crate) fn campaign(&self, id: i64) -> Result<Campaign, Error> {
        let mut statement = self.connection.prepare_cached("SELECT json FROM campaign WHERE id = ?1")?;
        let json: Option<String> = statement.query_row([id], |row| row.get(0)).optional()?;
        let json = json.ok_or_else(|| gone("campaign"))?;
        let campaign: Campaign = serde_json::from_str(&json).map_err(|error| unreadable("campaign", id, &error))?;
        Ok(Campaign { id, ..campaign })
    }

    /// The sample campaign, if it is on offer.
    pub(crate) fn sample_campaign(&self) -> Result<Option<i64>, Error> {
        let query = "SELECT id FROM campaign WHERE sample = 1 AND removed IS NULL";
        Ok(self.connection.query_row(query, [], |row| row.get(0)).optional()?)
    }

    /// A draft was begun with the sample campaign, and nothing was written since.
    pub(crate) fn is_begun_with_sample(&self, draft: DraftId) -> Result<bool, Error> {
        let query = "SELECT EXISTS (SELECT 1 FROM draft JOIN campaign ON campaign.id = draft.campaign
                         WHERE draft.id = ?1 AND sample = 1)
                     AND (SELECT count(*) FROM version WHERE draft = ?1) = 1
                     AND EXISTS (SELECT 1 FROM version WHERE draft = ?1 AND cause = 'started')";
        Ok(self.connection.query_row(query, [draft], |row| row.get(0))?)
    }

    /// Puts a campaign on the desk and returns its number.
    pub(crate) fn add_campaign(
        &mut self,
        campaign: &Campaign,
        is_sample: bool,
        now: jiff::Timestamp,
    ) -> Result<i64, Error> {
        let at = self.tick(now);
        let json = serde_json::json!(campaign).to_string();
        let transaction = self.write()?;
        transaction.execute(
            "INSERT INTO campaign (name, kind, asks, sample, used, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![campaign.name, campaign.kind, campaign.asks.len() as i64, is_sample, at, json],
        )?;
        let id = transaction.last_insert_rowid();
        transaction.commit()?;
        Ok(id)
    }

    /// Notes that a letter was begun with a campaign.
    pub(crate) fn use_campaign(&mut self, id: i64, now: jiff::Timestamp) -> Result<(), Error> {
        let at = self.tick(now);
        let transaction = self.write()?;
        transaction.execute("UPDATE campaign SET used = ?2 WHERE id = ?1", params![id, at])?;
        Ok(transaction.commit()?)
    }

    /// Takes a campaign off the list of those on offer.
    pub(crate) fn remove_campaign(&mut self, id: i64, now: jiff::Timestamp) -> Result<(), Error> {
        let at = self.tick(now);
        let transaction = self.write()?;
        let query = "UPDATE campaign SET removed = ?2 WHERE id = ?1 AND removed IS NULL";
        if transaction.execute(query, params![id, at])? == 0 {
            return Err(gone("campaign"));
        }
        Ok(transaction.commit()?)
    }
}
