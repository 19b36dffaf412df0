//! A word that nobody knows in, the known word that was probably meant out.

/// The known word nearest to this one, when one is near enough to have been meant.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A file from a stranger may hold a word of any length; none of ours is longer than this.
    if word.len() > 64 {
        return None;
    }
    let word = word.to_lowercase().replace('_', "-");
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.replace('_', "-")), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.len().max(word.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// What to do about an unknown word: the nearest one, or all there are.
pub(super) fn hint<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone, all: &str) -> String {
    match nearest(word, known.clone()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => {
            let known: Vec<String> = known.into_iter().map(|word| format!("`{word}`")).collect();
            if known.is_empty() { format!("{all} none.") } else { format!("{all} {}.", known.join(", ")) }
        }
    }
}
