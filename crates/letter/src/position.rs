//! A position to its words, and to the choice that a portal offers for it, with what is lost on the way.
//!
//! Portals word their choices as they like; a choice is known by the words in it. Legislatures take a letter's position
//! as a record: their committees may treat a conditional one as none, and that is said, not worked around.

use crate::draft::{Item, Position, PositionOn};

/// What to choose in the portal, and what the choice does not say.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Choice {
    /// The portal's own word for it; nothing when none of its words comes near.
    pub offered: Option<String>,
    /// What is lost, as a sentence; empty when nothing is.
    pub warning: String,
}

/// The position in words, with what it is on: `support`, `oppose the appeal unless amended`.
pub fn words(position: Position, on: PositionOn) -> String {
    let object = match on {
        PositionOn::Item => "",
        PositionOn::Appeal => " the appeal",
        PositionOn::StaffRecommendation => " the staff recommendation",
    };
    match (position, object) {
        (Position::Support, object) => format!("support{object}"),
        (Position::SupportIfAmended, object) => format!("support{object} if amended"),
        (Position::Neutral, "") => "neutral".to_owned(),
        (Position::Neutral, object) => format!("neutral on{object}"),
        (Position::Concern, "") => "concern".to_owned(),
        (Position::Concern, object) => format!("concern about{object}"),
        (Position::OpposeUnlessAmended, object) => format!("oppose{object} unless amended"),
        (Position::Oppose, object) => format!("oppose{object}"),
    }
}

/// What to choose among the portal's words for the position of this item.
///
/// `offered` are the portal's words in its order; with none of them there is nothing to choose, and the text says the
/// position by itself.
pub fn choose(item: &Item, offered: &[String]) -> Option<Choice> {
    let position = item.position.filter(|_| !offered.is_empty())?;
    let meant: Vec<(Option<Position>, &String)> = offered.iter().map(|word| (meaning(word), word)).collect();
    let find = |wanted: Position| meant.iter().find(|(meaning, _)| *meaning == Some(wanted)).map(|(_, word)| *word);
    let said = words(position, PositionOn::Item);
    let (chosen, loss) = nearest(position)
        .iter()
        .find_map(|wanted| find(*wanted).map(|word| (Some(word.clone()), *wanted)))
        .map_or((None, None), |(word, wanted)| (word, Some(wanted)));
    let mut warning = match (&chosen, loss) {
        (Some(_), Some(wanted)) if wanted == position => String::new(),
        (Some(word), _) => format!(
            "The portal has no “{said}”; “{word}” comes nearest and leaves out {}, so the first line of the text says it.",
            left_out(position)
        ),
        (None, _) => format!(
            "The portal offers no position that comes near “{said}”; leave the choice open if it lets you, since the first \
             line of the text says it."
        ),
    };
    if let (Some(word), PositionOn::Appeal | PositionOn::StaffRecommendation) = (&chosen, item.position_on) {
        let object = if item.position_on == PositionOn::Appeal { "the appeal" } else { "the staff recommendation" };
        let space = if warning.is_empty() { "" } else { " " };
        warning.push_str(&format!(
            "{space}Your position is on {object}; “{word}” may be read as one on the item, which can be the opposite."
        ));
    }
    Some(Choice { offered: chosen, warning })
}

/// What a legislature's committee may make of the position, as a sentence; empty when it takes it as it is.
///
/// The Assembly's Elections Committee and the Senate's Housing Committee say so in their rules on position letters.
pub fn in_legislature(position: Position) -> &'static str {
    match position {
        Position::SupportIfAmended | Position::Concern => {
            "A committee may record a conditional position as no position at all; say “support” or “oppose” if you can \
             stand by it as the bill is written."
        }
        Position::OpposeUnlessAmended => "A committee counts “oppose unless amended” as opposition.",
        Position::Support | Position::Neutral | Position::Oppose => "",
    }
}

/// The positions that come nearest, the position itself first.
fn nearest(position: Position) -> &'static [Position] {
    use Position::*;
    match position {
        Support => &[Support],
        SupportIfAmended => &[SupportIfAmended, Support],
        Neutral => &[Neutral],
        Concern => &[Concern, Neutral],
        OpposeUnlessAmended => &[OpposeUnlessAmended, Oppose],
        Oppose => &[Oppose],
    }
}

/// What the nearest position does not say.
fn left_out(position: Position) -> &'static str {
    match position {
        Position::SupportIfAmended => "that the support depends on a change",
        Position::OpposeUnlessAmended => "that a change would end the opposition",
        Position::Concern => "that there is a concern",
        Position::Support | Position::Neutral | Position::Oppose => "a part of it",
    }
}

/// What a portal's word means.
fn meaning(word: &str) -> Option<Position> {
    let word = word.to_lowercase().replace(['-', '_'], " ");
    let has = |part: &str| word.contains(part);
    let conditional = has("amend") || has("condition") || has("modif") || has("chang");
    let against =
        has("oppos") || has("against") || has("not in favor") || has("not in favour") || has("do not support");
    let favour = has("support") || has("favor") || has("favour") || word.trim() == "for" || has("approve");
    Some(match (against, favour, conditional) {
        (true, _, true) => Position::OpposeUnlessAmended,
        (true, _, false) => Position::Oppose,
        (false, true, true) => Position::SupportIfAmended,
        (false, true, false) => Position::Support,
        (false, false, _) if has("neutral") || has("no position") || has("neither") => Position::Neutral,
        (false, false, _) if has("concern") => Position::Concern,
        (false, false, _) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(position: Position, position_on: PositionOn) -> Item {
        Item { position: Some(position), position_on, ..Item::default() }
    }

    #[test]
    fn positions_are_mapped_to_what_is_offered() {
        use Position::*;
        let check = |position: Position, offered: &[&str], chosen: Option<&str>, warning: &str| {
            let offered: Vec<String> = offered.iter().map(|word| (*word).to_owned()).collect();
            let choice = choose(&item(position, PositionOn::Item), &offered).unwrap();
            assert_eq!(choice.offered.as_deref(), chosen, "{position:?} among {offered:?}");
            assert_eq!(choice.warning.is_empty(), warning.is_empty(), "{}", choice.warning);
            assert!(choice.warning.contains(warning), "{}", choice.warning);
        };
        let granicus = ["Support", "Oppose", "Neutral"];
        check(Support, &granicus, Some("Support"), "");
        check(Oppose, &granicus, Some("Oppose"), "");
        check(Neutral, &granicus, Some("Neutral"), "");
        check(SupportIfAmended, &granicus, Some("Support"), "that the support depends on a change");
        check(OpposeUnlessAmended, &granicus, Some("Oppose"), "that a change would end the opposition");
        check(Concern, &granicus, Some("Neutral"), "that there is a concern");
        let mill_valley = ["In favor", "Not in favor"];
        check(Support, &mill_valley, Some("In favor"), "");
        check(Oppose, &mill_valley, Some("Not in favor"), "");
        check(Neutral, &mill_valley, None, "offers no position that comes near “neutral”");
        let committee = ["Support", "Support if Amended", "Oppose", "Oppose Unless Amended", "Concerns", "Neutral"];
        check(SupportIfAmended, &committee, Some("Support if Amended"), "");
        check(OpposeUnlessAmended, &committee, Some("Oppose Unless Amended"), "");
        check(Concern, &committee, Some("Concerns"), "");
        assert_eq!(choose(&item(Support, PositionOn::Item), &[]), None);
        assert_eq!(choose(&Item::default(), &["Support".to_owned()]), None);
    }

    #[test]
    fn a_position_has_an_object() {
        let check = |position, on, expected: &str| assert_eq!(words(position, on), expected);
        check(Position::Support, PositionOn::Item, "support");
        check(Position::OpposeUnlessAmended, PositionOn::Item, "oppose unless amended");
        check(Position::OpposeUnlessAmended, PositionOn::Appeal, "oppose the appeal unless amended");
        check(Position::Support, PositionOn::StaffRecommendation, "support the staff recommendation");
        check(Position::Neutral, PositionOn::Appeal, "neutral on the appeal");
        check(Position::Concern, PositionOn::StaffRecommendation, "concern about the staff recommendation");
        let choice = choose(&item(Position::Oppose, PositionOn::Appeal), &["Oppose".to_owned()]).unwrap();
        assert!(choice.warning.starts_with("Your position is on the appeal"), "{}", choice.warning);
    }

    #[test]
    fn a_legislature_may_not_count_a_condition() {
        assert!(in_legislature(Position::SupportIfAmended).contains("no position at all"));
        assert!(in_legislature(Position::OpposeUnlessAmended).contains("counts"));
        assert!(in_legislature(Position::Support).is_empty());
    }
}
