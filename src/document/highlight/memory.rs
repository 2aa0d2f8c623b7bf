//! Remembers highlighted code, up to a limit.

use std::collections::HashMap;
use std::sync::Arc;

use crate::base::Hash;

/// The limit of highlighted code in bytes, for each of two generations.
const MAX_REMEMBERED: usize = 8 * 1024 * 1024;

/// Two generations: when the young one is full, it replaces the old one, which is forgotten.
#[derive(Default)]
pub(super) struct Memory {
    young: HashMap<Hash, Arc<str>>,
    old: HashMap<Hash, Arc<str>>,
    bytes: usize,
}

impl Memory {
    pub(super) fn get(&mut self, key: Hash) -> Option<Arc<str>> {
        if let Some(html) = self.young.get(&key) {
            return Some(html.clone());
        }
        let html = self.old.remove(&key)?;
        self.put(key, html.clone());
        Some(html)
    }

    pub(super) fn put(&mut self, key: Hash, html: Arc<str>) {
        if self.bytes + html.len() > MAX_REMEMBERED {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
        self.bytes += html.len();
        self.young.insert(key, html);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_bounded_and_keeps_what_is_used() {
        let mut memory = Memory::default();
        let big: Arc<str> = "x".repeat(MAX_REMEMBERED / 4).into();
        let key = |name: &str| Hash::of(name.as_bytes());
        memory.put(key("used"), "html".into());
        for round in 0..40 {
            memory.put(key(&round.to_string()), big.clone());
            assert!(memory.get(key("used")).is_some());
        }
        assert!(memory.young.len() + memory.old.len() <= 10);
        assert!(memory.get(key("0")).is_none());
    }
}
