//! A few things made before, kept within reach: how the same bytes come sooner.
//!
//! What stands on a shelf is a pure function of its key, so a shelf changes how fast something is made and never
//! what is made. Nothing here knows what the things are.

use std::sync::{Arc, Mutex, PoisonError};

/// A bounded store, most recently used first.
pub(crate) struct Shelf<K, V> {
    places: usize,
    kept: Mutex<Vec<(K, Arc<V>)>>,
}

impl<K, V> Shelf<K, V> {
    /// An empty shelf for so many things.
    pub(crate) fn new(places: usize) -> Self {
        Self { places, kept: Mutex::new(Vec::new()) }
    }

    /// The thing whose key fits. Keys are compared one after the other, which is quick for a handful.
    pub(crate) fn find(&self, fits: impl Fn(&K) -> bool) -> Option<Arc<V>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|(key, _)| fits(key))?;
        kept[..=place].rotate_right(1);
        Some(kept[0].1.clone())
    }

    /// Puts a thing on the shelf; the one that was not asked for longest makes room.
    pub(crate) fn keep(&self, key: K, thing: V) -> Arc<V> {
        let thing = Arc::new(thing);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.truncate(self.places.saturating_sub(1));
        kept.insert(0, (key, thing.clone()));
        thing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_unused_makes_room() {
        let shelf = Shelf::new(2);
        shelf.keep('a', 1);
        shelf.keep('b', 2);
        assert_eq!(shelf.find(|key| *key == 'a').as_deref(), Some(&1));
        shelf.keep('c', 3);
        let kept: Vec<_> = ['a', 'b', 'c'].map(|c| shelf.find(|key| *key == c).map(|thing| *thing)).into();
        assert_eq!(kept, [Some(1), None, Some(3)]);
    }
}
