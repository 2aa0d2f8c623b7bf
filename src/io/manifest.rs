//! What stands at a place where the site was put.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use crate::base::{Hash, UrlPath};

/// One address as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ManifestRow {
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
    pub(crate) rows: BTreeMap<UrlPath, Option<ManifestRow>>,
}

const FIRST_LINE: &str = "storywall manifest 2\n";
const MADE_OF: &str = "made of ";
const LAST_LINE: &str = "end\n";

impl Manifest {
    /// The hashes of all that stands there beyond doubt.
    pub(crate) fn hashes(&self) -> HashSet<Hash> {
        self.rows.values().flatten().map(|row| row.hash).collect()
    }

    /// The row, if it stands there beyond doubt.
    pub(crate) fn get(&self, address: &UrlPath) -> Option<ManifestRow> {
        self.rows.get(address).copied().flatten()
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
        let rows = lines.lines().map(parse_line).collect::<Option<_>>()?;
        Some(Manifest { made_of, rows })
    }

    /// What is certain while one manifest is turned into the other: only what is in both.
    pub(super) fn between(&self, next: &Manifest) -> Manifest {
        let mut rows = self.rows.clone();
        for (address, row) in &mut rows {
            if next.get(address) != *row {
                *row = None;
            }
        }
        for address in next.rows.keys() {
            rows.entry(address.clone()).or_insert(None);
        }
        Manifest { made_of: None, rows }
    }
}

fn parse_line(line: &str) -> Option<(UrlPath, Option<ManifestRow>)> {
    let mut parts = line.splitn(4, ' ');
    let (hash, digest, size, address) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let address = UrlPath::new(address)?;
    if hash == "?" {
        return Some((address, None));
    }
    let hash = Hash::parse(hash)?;
    let digest = if digest == "=" { hash } else { Hash::parse(digest)? };
    Some((address, Some(ManifestRow { hash, digest, size: size.parse().ok()? })))
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(FIRST_LINE)?;
        if let Some(hash) = self.made_of {
            writeln!(f, "{MADE_OF}{hash}")?;
        }
        for (address, row) in &self.rows {
            match row {
                None => writeln!(f, "? ? 0 {address}")?,
                Some(ManifestRow { hash, digest, size }) if hash == digest => {
                    writeln!(f, "{hash} = {size} {address}")?;
                }
                Some(ManifestRow { hash, digest, size }) => {
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
    fn a_written_manifest_can_be_read_back() {
        let unknown = manifest(&[("a b.html", Some("A")), ("b/c.html", None)]);
        let mut known = Manifest { made_of: Some(Hash::of(b"all")), ..unknown.clone() };
        for row in known.rows.values_mut().flatten() {
            row.digest = Hash::of(b"made from it");
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

    fn manifest(rows: &[(&str, Option<&str>)]) -> Manifest {
        let row = |text: &str| {
            let hash = Hash::of(text.as_bytes());
            ManifestRow { hash, digest: hash, size: text.len() as u64 }
        };
        let rows = rows
            .iter()
            .map(|(address, text)| (UrlPath::new(address).expect("inside"), text.map(row)))
            .collect();
        Manifest { made_of: None, rows }
    }
}
