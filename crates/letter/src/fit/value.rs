//! A piece and a length to what saying it so is worth: one number in which the first rank that differs decides.

use super::pieces::{Form, Kind, Piece};
use crate::draft::{Length, Priority};

/// How far a piece is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// In its first sentences only, which may begin a story and not end it.
    Begun,
    /// In one line at least; for an ask its first sentences will do.
    Said,
    /// In its short text at least.
    Short,
    /// In full.
    Full,
}

/// The sorts of pieces that are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Asks, whatever their priority.
    AnyAsk,
    /// Asks of one priority.
    Ask(Priority),
    /// Paragraphs of one priority: the person's own, and the template's.
    Paragraph(Priority),
    /// Asks and paragraphs that are to be kept first.
    AnyFirst,
    Opening,
    Name,
    Lead,
    Heading,
    Source,
}

/// What is counted, the most important first. A rank counts the pieces of a sort that reach a length.
const RANKS: &[(Sort, Reach)] = &[
    (Sort::Ask(Priority::First), Reach::Said),
    (Sort::AnyAsk, Reach::Said),
    (Sort::Ask(Priority::Normal), Reach::Said),
    (Sort::Paragraph(Priority::First), Reach::Said),
    (Sort::Name, Reach::Said),
    (Sort::AnyFirst, Reach::Short),
    (Sort::Ask(Priority::Normal), Reach::Short),
    (Sort::Name, Reach::Short),
    (Sort::Paragraph(Priority::Normal), Reach::Said),
    (Sort::Ask(Priority::Last), Reach::Short),
    (Sort::Opening, Reach::Full),
    (Sort::AnyFirst, Reach::Full),
    (Sort::Ask(Priority::Normal), Reach::Full),
    (Sort::Lead, Reach::Said),
    (Sort::Paragraph(Priority::Normal), Reach::Short),
    (Sort::Paragraph(Priority::Normal), Reach::Full),
    (Sort::Paragraph(Priority::First), Reach::Begun),
    (Sort::Paragraph(Priority::Normal), Reach::Begun),
    (Sort::Heading, Reach::Said),
    (Sort::Name, Reach::Full),
    (Sort::Ask(Priority::Last), Reach::Full),
    (Sort::Paragraph(Priority::Last), Reach::Said),
    (Sort::Paragraph(Priority::Last), Reach::Full),
    (Sort::Source, Reach::Said),
    (Sort::Source, Reach::Full),
];

/// How many bits a worth may take: a few are left so that no sum runs over.
const BITS: u32 = 120;

/// Where each rank stands in the number, and under them all how many sentences are kept beyond the first.
#[derive(Clone, Debug)]
pub(super) struct Values {
    /// The place of each rank; none for one that finds no room in a letter of thousands of paragraphs.
    shifts: Vec<Option<u32>>,
    /// There is room for the sentences.
    sentences: bool,
}

impl Values {
    /// Room for as many as these pieces can count in each rank.
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let bits = |most: usize| usize::BITS - most.leading_zeros();
        let kept = pieces.iter().flat_map(|piece| &piece.forms).filter_map(|form| form.kept).sum();
        let mut place = bits(kept);
        let mut places = Vec::with_capacity(RANKS.len());
        for (sort, _) in RANKS.iter().rev() {
            places.push(place);
            // With fewer asks a template may say one paragraph more.
            let most = pieces.iter().filter(|piece| is_of(piece, *sort)).count();
            let most = most + usize::from(matches!(sort, Sort::Paragraph(_) | Sort::Lead | Sort::Heading));
            place += bits(most);
        }
        // What is worth least goes first when the bits run out.
        let beyond = place.saturating_sub(BITS);
        let shifts = places.into_iter().rev().map(|place| place.checked_sub(beyond)).collect();
        Self { shifts, sentences: beyond == 0 }
    }

    /// The places of the ranks, the most important first.
    pub(super) fn shifts(&self) -> Vec<u32> {
        self.shifts.iter().copied().flatten().collect()
    }

    /// The least worth of a choice that says so many of the asks that are to be kept first.
    pub(super) fn all_first(&self, count: usize) -> u128 {
        (count as u128) << self.shifts.first().copied().flatten().unwrap_or(0)
    }

    /// What it is worth to say a piece in this form.
    pub(super) fn worth(&self, piece: &Piece, form: &Form) -> u128 {
        let reach = match (form.length, form.kept) {
            (_, Some(_)) if piece.kind != Kind::Ask => Reach::Begun,
            (_, Some(_)) | (Length::Line, None) => Reach::Said,
            (Length::Short, None) => Reach::Short,
            (Length::Full | Length::Out, None) => Reach::Full,
        };
        let ranks = RANKS.iter().zip(&self.shifts);
        let counted = ranks.filter(|((sort, least), _)| is_of(piece, *sort) && reach >= *least);
        let ranked: u128 = counted.filter_map(|(_, shift)| Some(1u128 << (*shift)?)).sum();
        let more = form.kept.filter(|_| self.sentences).map_or(0, |kept| kept.saturating_sub(1) as u128);
        ranked + more
    }
}

/// The piece is one of this sort.
fn is_of(piece: &Piece, sort: Sort) -> bool {
    let paragraph = matches!(piece.kind, Kind::Own | Kind::Fixed);
    match sort {
        Sort::AnyAsk => piece.kind == Kind::Ask,
        Sort::Ask(priority) => piece.kind == Kind::Ask && piece.priority == priority,
        Sort::Paragraph(priority) => paragraph && piece.priority == priority,
        Sort::AnyFirst => (paragraph || piece.kind == Kind::Ask) && piece.priority == Priority::First,
        Sort::Opening => piece.kind == Kind::Opening,
        Sort::Name => piece.kind == Kind::Name,
        Sort::Lead => piece.kind == Kind::Lead,
        Sort::Heading => piece.kind == Kind::Heading,
        Sort::Source => piece.kind == Kind::Source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(kind: Kind, priority: Priority, lengths: &[Length]) -> Piece {
        let forms = lengths.iter().map(|length| Form { length: *length, text: "Text.".to_owned(), kept: None });
        Piece { path: String::new(), kind, priority, forms: forms.collect(), gap: "", barred: false }
    }

    #[test]
    fn a_rank_outweighs_all_that_follow() {
        let all = [Length::Full, Length::Short, Length::Line];
        let ask = piece(Kind::Ask, Priority::Normal, &all);
        let paragraph = piece(Kind::Own, Priority::Normal, &all);
        let source = piece(Kind::Source, Priority::Normal, &all);
        let pieces = [vec![ask.clone()], vec![paragraph.clone(); 20], vec![source.clone(); 9]].concat();
        let values = Values::of(&pieces);
        let worth = |piece: &Piece, form: usize| values.worth(piece, &piece.forms[form]);
        assert!(worth(&ask, 2) > 20 * worth(&paragraph, 0) + 9 * worth(&source, 0));
        assert!(worth(&ask, 0) > worth(&ask, 1) && worth(&ask, 1) > worth(&ask, 2));
        assert!(worth(&ask, 1) - worth(&ask, 2) > 20 * worth(&paragraph, 0));
        assert!(20 * worth(&paragraph, 2) > worth(&ask, 0) - worth(&ask, 1));
    }

    #[test]
    fn in_a_letter_without_end_what_matters_most_still_counts_most() {
        let all = [Length::Full, Length::Short, Length::Line];
        let kinds = [Kind::Ask, Kind::Own, Kind::Source, Kind::Heading, Kind::Name];
        let priorities = [Priority::First, Priority::Normal, Priority::Last];
        let pieces: Vec<Piece> = kinds
            .iter()
            .flat_map(|kind| priorities.map(|priority| piece(*kind, priority, &all)))
            .flat_map(|piece| vec![piece; 5000])
            .collect();
        let values = Values::of(&pieces);
        let worth = |kind, priority, form| {
            let piece = piece(kind, priority, &all);
            values.worth(&piece, &piece.forms[form])
        };
        let total: u128 = pieces.iter().map(|piece| values.worth(piece, &piece.forms[0])).sum();
        assert!(total < u128::MAX / 2);
        assert!(worth(Kind::Ask, Priority::First, 2) > 5000 * worth(Kind::Ask, Priority::Normal, 2));
        assert!(worth(Kind::Ask, Priority::Normal, 2) > 5000 * worth(Kind::Own, Priority::Normal, 0));
    }
}
