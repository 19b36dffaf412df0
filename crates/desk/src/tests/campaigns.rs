//! Campaigns: the sample to try, and one made of a letter.

use super::{Scene, kind, started};
use crate::error::Code;

#[test]
fn the_sample_campaign_is_put_on_the_desk_once_and_leaves_the_asks_to_choose() {
    let scene = Scene::new();
    let desk = scene.open();
    let first = desk.try_sample_campaign().unwrap();
    let second = desk.try_sample_campaign().unwrap();
    assert!(first != second);
    let home = desk.home(0, 9).unwrap();
    assert_eq!((home.count, home.campaigns.len(), home.campaigns[0].asks), (2, 1, 3));
    let opened = desk.open_draft(first).unwrap();
    let campaign = opened.campaign.unwrap();
    assert_eq!((opened.draft.asks.len(), opened.draft.references.len()), (0, 0));
    assert_eq!((campaign.asks.len(), campaign.references.len()), (3, 1));
    assert_eq!((&opened.draft.item, &opened.draft.addressees), (&campaign.item, &campaign.addressees));
    assert_eq!(opened.draft.date.unwrap().to_string(), "2026-02-10", "today, not the day of the sample");
    desk.remove_campaign(campaign.id).unwrap();
    assert_eq!(desk.home(0, 9).unwrap().campaigns, []);
    assert_eq!(desk.remove_campaign(campaign.id).unwrap_err().code, Code::Gone);
    assert!(desk.open_draft(first).unwrap().campaign.is_some(), "letters that were begun with it still choose from it");
}

#[test]
fn a_letter_becomes_a_campaign_for_the_next_ones() {
    let scene = Scene::new();
    let desk = scene.open();
    let sample = desk.start_sample(&kind()).unwrap();
    let campaign = desk.keep_campaign(sample, "  ").unwrap();
    assert!(campaign.name.starts_with("Prohibiting"), "{}", campaign.name);
    let campaign = desk.keep_campaign(sample, "Sanctuary").unwrap();
    let card = desk.home(0, 1).unwrap().campaigns.remove(0);
    assert_eq!((card.id, card.name.as_str(), card.asks), (campaign.id, "Sanctuary", 3));
    let next = desk.start_draft(&campaign.kind, Some(campaign.id)).unwrap();
    assert_eq!(desk.open_draft(next).unwrap().campaign, Some(campaign));
    assert_eq!(desk.start_draft(&kind(), Some(999)).unwrap_err().code, Code::Gone);
    started(&desk);
    assert_eq!(desk.start_draft("no-such-kind", None).unwrap_err().code, Code::Draft);
}
