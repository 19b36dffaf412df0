//! A bounded memory of finished work, forgetting what has not been asked for lately.
//!
//! What it holds never changes what comes out, only how soon: a miss makes the same value again.

use std::collections::HashMap;
use std::hash::Hash;

/// Values by key, in two generations. When the young ones grow too heavy they become the old ones, and the old
/// ones that nobody asked for since are forgotten.
pub(crate) struct Cache<K, V> {
    young: HashMap<K, (V, usize)>,
    old: HashMap<K, (V, usize)>,
    weight: usize,
    most: usize,
}

impl<K: Hash + Eq, V: Clone> Cache<K, V> {
    /// An empty cache whose generations weigh at most this much, or one value if that alone weighs more.
    pub(crate) fn new(most: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), weight: 0, most }
    }

    /// The value kept under this key.
    pub(crate) fn get(&mut self, key: &K) -> Option<V> {
        if let Some((value, _)) = self.young.get(key) {
            return Some(value.clone());
        }
        let (key, (value, weight)) = self.old.remove_entry(key)?;
        self.keep(key, value.clone(), weight);
        Some(value)
    }

    /// Keeps a value of this weight.
    pub(crate) fn keep(&mut self, key: K, value: V, weight: usize) {
        if self.weight + weight > self.most {
            self.old = std::mem::take(&mut self.young);
            self.weight = 0;
        }
        self.weight += weight;
        self.young.insert(key, (value, weight));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgets_what_nobody_asks_for() {
        let mut cache = Cache::new(2);
        cache.keep("kept", 1, 1);
        for name in ["a", "b", "c", "d"] {
            cache.keep(name, 2, 1);
            assert_eq!(cache.get(&"kept"), Some(1), "after {name}");
        }
        assert_eq!(cache.get(&"a"), None);
    }
}
