//! Pieces with their lengths in, the best choice among them out: exact, by a dynamic programme.
//!
//! The programme goes through the pieces and keeps, for each number of asks said so far, the choices that nothing beats:
//! a choice is dropped when another takes no more room and is worth at least as much, or when it cannot reach what a quick
//! first try has reached already. What is left at the end is the best there is, not an estimate.

/// One way to say a piece, or to leave it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// The room it takes, its separators included.
    pub(super) cost: u32,
    /// What it is worth.
    pub(super) value: u128,
    /// The form of the piece; nothing when it is left out.
    pub(super) form: Option<usize>,
}

/// A piece and the ways to say it; there is always at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The ways, the longest first.
    pub(super) ways: Vec<Way>,
    /// It is an ask, and counts as one when it is said.
    pub(super) ask: bool,
}

/// The ways chosen, one for each piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The index of the way of each piece.
    pub(super) ways: Vec<usize>,
    /// What they are worth together.
    pub(super) value: u128,
    /// The room they take.
    pub(super) cost: u32,
}

/// A choice for the first pieces.
#[derive(Clone, Copy)]
struct State {
    cost: u32,
    value: u128,
    /// Of two choices that are equal otherwise, the one that says earlier pieces at greater length.
    tie: u128,
    from: u32,
    way: u32,
}

impl Group {
    fn says(&self, way: &Way) -> bool {
        self.ask && way.form.is_some()
    }

    fn cheapest(&self, said: Option<bool>) -> Option<(usize, Way)> {
        let ways = self.ways.iter().copied().enumerate();
        ways.filter(|(_, way)| said.is_none_or(|said| way.form.is_some() == said)).min_by_key(|(_, way)| way.cost)
    }
}

/// The best way to say exactly so many asks and anything else within the room; nothing when there is none.
///
/// `shifts` are the places of the ranks within a value, the most important first, for the quick first try.
pub(super) fn best(groups: &[Group], room: u32, asks: usize, shifts: &[u32]) -> Option<Chosen> {
    let least = shortest(groups, asks)?;
    if least.cost > room {
        return None;
    }
    let reached = raised(groups, room, asks, shifts, &least).value.max(least.value);
    let mut after = vec![(0u32, 0u128, 0usize); groups.len() + 1];
    for (index, group) in groups.iter().enumerate().rev() {
        let (cost, value, left) = after[index + 1];
        let least = group.ways.iter().map(|way| way.cost).min().unwrap_or(0);
        let most = group.ways.iter().map(|way| way.value).max().unwrap_or(0);
        let can_be_said = usize::from(group.ways.iter().any(|way| group.says(way)));
        after[index] = (cost.saturating_add(least), value.saturating_add(most), left + can_be_said);
    }
    let mut layers: Vec<Vec<Vec<State>>> = Vec::with_capacity(groups.len() + 1);
    let mut first = vec![Vec::new(); asks + 1];
    first[0].push(State { cost: 0, value: 0, tie: 0, from: 0, way: 0 });
    layers.push(first);
    for (index, group) in groups.iter().enumerate() {
        let (cost_after, value_after, asks_after) = after[index + 1];
        let before = &layers[index];
        let mut next: Vec<Vec<State>> = vec![Vec::new(); asks + 1];
        for (said, kept) in next.iter_mut().enumerate() {
            if said + asks_after < asks {
                continue;
            }
            for (number, way) in group.ways.iter().enumerate() {
                let Some(from) = said.checked_sub(usize::from(group.says(way))) else { continue };
                let tie = tie(index, group.ways.len() - number);
                let states = before[from].iter().zip(0u32..).map(|(state, from)| State {
                    cost: state.cost.saturating_add(way.cost),
                    value: state.value.saturating_add(way.value),
                    tie: state.tie + tie,
                    from,
                    way: number as u32,
                });
                let hopeful = states.filter(|state| {
                    state.cost.saturating_add(cost_after) <= room && state.value.saturating_add(value_after) >= reached
                });
                *kept = merged(std::mem::take(kept), hopeful);
            }
        }
        layers.push(next);
    }
    let last = layers.last()?;
    let (at, end) = last[asks].iter().enumerate().next_back()?;
    let mut chosen = Chosen { ways: vec![0; groups.len()], value: end.value, cost: end.cost };
    let (mut said, mut at) = (asks, at);
    for index in (0..groups.len()).rev() {
        let state = layers[index + 1][said][at];
        let way = state.way as usize;
        chosen.ways[index] = way;
        said -= usize::from(groups[index].says(&groups[index].ways[way]));
        at = state.from as usize;
    }
    Some(chosen)
}

/// The choice that takes the least room and says exactly so many asks.
pub(super) fn shortest(groups: &[Group], asks: usize) -> Option<Chosen> {
    let mut ways = Vec::with_capacity(groups.len());
    let mut open = Vec::new();
    let mut said = 0;
    for (index, group) in groups.iter().enumerate() {
        let (way, _) = match (group.ask, group.cheapest(Some(false)), group.cheapest(Some(true))) {
            (true, Some(out), Some((_, way))) => {
                open.push((way.cost, index));
                out
            }
            _ => group.cheapest(None)?,
        };
        said += usize::from(group.says(&group.ways[way]));
        ways.push(way);
    }
    open.sort_unstable();
    for (_, index) in open.iter().take(asks.checked_sub(said)?) {
        ways[*index] = groups[*index].cheapest(Some(true))?.0;
        said += 1;
    }
    (said == asks).then(|| total(groups, ways))
}

fn total(groups: &[Group], ways: Vec<usize>) -> Chosen {
    let chosen = || groups.iter().zip(&ways).map(|(group, way)| group.ways[*way]);
    let cost = chosen().fold(0u32, |sum, way| sum.saturating_add(way.cost));
    let value = chosen().fold(0u128, |sum, way| sum.saturating_add(way.value));
    Chosen { value, cost, ways }
}

/// A quick good choice: from the least, rank by rank, whatever is cheapest to raise.
fn raised(groups: &[Group], room: u32, asks: usize, shifts: &[u32], least: &Chosen) -> Chosen {
    // The asks that are said may be others than the cheapest, so those that may go start unsaid.
    let from_nothing = groups.iter().map(|group| match group.cheapest(Some(false)) {
        Some((way, _)) if group.ask => way,
        _ => group.cheapest(None).map_or(0, |(way, _)| way),
    });
    let mut candidates = vec![least.clone(), total(groups, from_nothing.collect())];
    for choice in &mut candidates {
        let mut said = choice.ways.iter().zip(groups).filter(|(way, group)| group.says(&group.ways[**way])).count();
        for shift in shifts {
            let mut raises: Vec<(u32, usize, usize)> = Vec::new();
            for (index, group) in groups.iter().enumerate() {
                let now = group.ways[choice.ways[index]];
                let better = |way: &Way| way.value >> shift > now.value >> shift;
                let raise =
                    group.ways.iter().enumerate().filter(|(_, way)| better(way)).min_by_key(|(_, way)| way.cost);
                raises.extend(raise.map(|(number, way)| (way.cost.saturating_sub(now.cost), index, number)));
            }
            raises.sort_unstable();
            for (_, index, number) in raises {
                let (now, next) = (groups[index].ways[choice.ways[index]], groups[index].ways[number]);
                let cost = choice.cost.saturating_sub(now.cost).saturating_add(next.cost);
                let more = usize::from(groups[index].says(&next) && !groups[index].says(&now));
                if cost <= room && said + more <= asks {
                    choice.ways[index] = number;
                    choice.cost = cost;
                    choice.value = choice.value.saturating_sub(now.value).saturating_add(next.value);
                    said += more;
                }
            }
        }
    }
    let says =
        |choice: &Chosen| choice.ways.iter().zip(groups).filter(|(way, group)| group.says(&group.ways[**way])).count();
    candidates
        .into_iter()
        .filter(|choice| choice.cost <= room && says(choice) == asks)
        .max_by_key(|choice| choice.value)
        .unwrap_or_else(|| least.clone())
}

/// Where a piece stands in the order of ties: three bits for each of the first forty.
fn tie(index: usize, length: usize) -> u128 {
    let place = 3 * (40usize.saturating_sub(index));
    if index >= 40 { 0 } else { (length.min(7) as u128) << place }
}

/// Two runs of choices, each of rising cost, to one in which each is worth more than all that cost less.
fn merged(kept: Vec<State>, more: impl Iterator<Item = State>) -> Vec<State> {
    let mut out: Vec<State> = Vec::with_capacity(kept.len());
    let mut push = |state: State| match out.last_mut() {
        Some(last) if state.value < last.value || state.value == last.value && state.cost > last.cost => {}
        Some(last) if state.cost == last.cost => {
            if (state.value, state.tie) > (last.value, last.tie) {
                *last = state;
            }
        }
        _ => out.push(state),
    };
    let mut kept = kept.into_iter().peekable();
    for state in more {
        while let Some(earlier) = kept.next_if(|earlier| earlier.cost <= state.cost) {
            push(earlier);
        }
        push(state);
    }
    kept.for_each(push);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every choice there is, to hold the programme against.
    fn by_hand(groups: &[Group], room: u32, asks: usize) -> Option<Chosen> {
        let mut all = vec![Vec::new()];
        for group in groups {
            all = all
                .into_iter()
                .flat_map(|ways: Vec<usize>| (0..group.ways.len()).map(move |way| [ways.clone(), vec![way]].concat()))
                .collect();
        }
        let says =
            |ways: &Vec<usize>| ways.iter().zip(groups).filter(|(way, group)| group.says(&group.ways[**way])).count();
        let fitting = all.into_iter().filter(|ways| says(ways) == asks).map(|ways| total(groups, ways));
        // On equal worth the shorter, then the one that says earlier pieces at greater length.
        fitting
            .filter(|chosen| chosen.cost <= room)
            .max_by(|a, b| a.value.cmp(&b.value).then(b.cost.cmp(&a.cost)).then_with(|| b.ways.cmp(&a.ways)))
    }

    /// Numbers that look like chance, the same each time.
    struct Chance(u64);

    impl Chance {
        fn below(&mut self, end: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % end
        }
    }

    #[test]
    fn the_choice_is_the_best_there_is() {
        let mut chance = Chance(7);
        for round in 0..4000 {
            let count = 1 + chance.below(6) as usize;
            let groups: Vec<Group> = (0..count)
                .map(|_| {
                    let ask = chance.below(2) == 0;
                    let mut cost = 1 + chance.below(9) as u32 * 3;
                    let mut value = 1 << chance.below(12);
                    let mut ways: Vec<Way> = (0..1 + chance.below(3))
                        .map(|form| {
                            cost += chance.below(12) as u32;
                            value += 1 << chance.below(12);
                            Way { cost, value, form: Some(form as usize) }
                        })
                        .collect();
                    ways.reverse();
                    if chance.below(5) > 0 {
                        ways.push(Way { cost: 0, value: 0, form: None });
                    }
                    Group { ways, ask }
                })
                .collect();
            let room = chance.below(120) as u32;
            let shifts: Vec<u32> = (0..13).rev().collect();
            for asks in 0..=groups.iter().filter(|group| group.ask).count() {
                let found = best(&groups, room, asks, &shifts);
                let expected = by_hand(&groups, room, asks);
                assert_eq!(found, expected, "round {round}: {asks} asks in {room} of {groups:#?}");
            }
        }
    }
}
