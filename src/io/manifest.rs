//! What stands at a place where the site was put.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use crate::base::{Hash, UrlPath};

/// One address as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Of what was asked for: the same hash means the same bytes.
    pub(crate) hash: Hash,
    /// Of the bytes that were written (`Hash::quick`): whether a file is what somebody says it is.
    pub(crate) digest: Hash,
    /// Of the bytes that were written.
    pub(crate) size: u64,
}

/// Every address of ours; `None` where it is in doubt what stands there now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// What all of it was made of, if that is known: the same hash means the same site.
    pub(crate) made_of: Option<Hash>,
    pub(crate) entries: BTreeMap<UrlPath, Option<Entry>>,
}

const FIRST_LINE: &str = "storywall manifest 2\n";
const MADE_OF: &str = "made of ";
const LAST_LINE: &str = "end\n";

impl Manifest {
    /// The hashes of all that stands there beyond doubt.
    pub(crate) fn hashes(&self) -> HashSet<Hash> {
        self.entries.values().flatten().map(|entry| entry.hash).collect()
    }

    /// The entry, if it stands there beyond doubt.
    pub(crate) fn get(&self, address: &UrlPath) -> Option<Entry> {
        self.entries.get(address).copied().flatten()
    }

    /// Reads what `Display` wrote; `None` if it was not written to its end.
    pub(crate) fn parse(text: &str) -> Option<Manifest> {
        let lines = text.strip_prefix(FIRST_LINE)?.strip_suffix(LAST_LINE)?;
        let (made_of, lines) = match lines.strip_prefix(MADE_OF) {
            Some(lines) => {
                let (hash, lines) = lines.split_once('\n')?;
                (Some(Hash::parse(hash)?), lines)
            }
            None => (None, lines),
        };
        let entries = lines.lines().map(parse_line).collect::<Option<_>>()?;
        Some(Manifest { made_of, entries })
    }

    /// What is certain while one manifest is turned into the other: only what is in both.
    pub(super) fn between(&self, next: &Manifest) -> Manifest {
        let mut entries = self.entries.clone();
        for (address, entry) in &mut entries {
            if next.get(address) != *entry {
                *entry = None;
            }
        }
        for address in next.entries.keys() {
            entries.entry(address.clone()).or_insert(None);
        }
        Manifest { made_of: None, entries }
    }
}

fn parse_line(line: &str) -> Option<(UrlPath, Option<Entry>)> {
    let mut parts = line.splitn(4, ' ');
    let (hash, digest, size, address) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let address = UrlPath::new(address)?;
    if hash == "?" {
        return Some((address, None));
    }
    let hash = Hash::parse(hash)?;
    let digest = if digest == "=" { hash } else { Hash::parse(digest)? };
    Some((address, Some(Entry { hash, digest, size: size.parse().ok()? })))
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(FIRST_LINE)?;
        if let Some(hash) = self.made_of {
            writeln!(f, "{MADE_OF}{hash}")?;
        }
        for (address, entry) in &self.entries {
            match entry {
                None => writeln!(f, "? ? 0 {address}")?,
                Some(Entry { hash, digest, size }) if hash == digest => {
                    writeln!(f, "{hash} = {size} {address}")?;
                }
                Some(Entry { hash, digest, size }) => {
                    writeln!(f, "{hash} {digest} {size} {address}")?;
                }
            }
        }
        f.write_str(LAST_LINE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let unknown = manifest(&[("a b.html", Some("A")), ("b/c.html", None)]);
        let mut known = Manifest { made_of: Some(Hash::of(b"all")), ..unknown.clone() };
        for entry in known.entries.values_mut().flatten() {
            entry.digest = Hash::of(b"made from it");
        }
        for manifest in [unknown, known] {
            let text = manifest.to_string();
            assert_eq!(Manifest::parse(&text), Some(manifest));
            for cut in 0..text.len() {
                assert_eq!(Manifest::parse(&text[..cut]), None, "{cut}");
            }
        }
        for foreign in
            ["x", "storywall manifest 1\nend\n", "storywall manifest 2\n? ? 0 ../a\nend\n"]
        {
            assert_eq!(Manifest::parse(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn between_two_only_what_is_in_both_is_certain() {
        let before = manifest(&[("a", Some("A")), ("b", Some("B")), ("c", Some("C"))]);
        let next = manifest(&[("a", Some("A")), ("b", Some("Z")), ("d", Some("D"))]);
        let expected = manifest(&[("a", Some("A")), ("b", None), ("c", None), ("d", None)]);
        assert_eq!(before.between(&next), expected);
    }

    fn manifest(entries: &[(&str, Option<&str>)]) -> Manifest {
        let entry = |text: &str| {
            let hash = Hash::of(text.as_bytes());
            Entry { hash, digest: hash, size: text.len() as u64 }
        };
        let entries = entries
            .iter()
            .map(|(address, text)| (UrlPath::new(address).expect("inside"), text.map(entry)))
            .collect();
        Manifest { made_of: None, entries }
    }
}
