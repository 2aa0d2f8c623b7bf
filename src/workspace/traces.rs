//! Where pictures stand, and what one change changes: read from the bytes that addresses answer,
//! and not from what rendering says that it used. Consent is at stake here: a picture that some page
//! shows is found whatever the program knows of it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Snapshot;
use crate::base::{Body, Diagnostic, Hash, SourcePath, UrlPath};
use crate::views::View;

/// The addresses that differ between two snapshots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) gone: Vec<UrlPath>,
    pub(crate) changed: Vec<UrlPath>,
    pub(crate) new: Vec<UrlPath>,
}

impl Snapshot {
    /// The pages and feeds on which each picture of `content/` stands. Renders everything once.
    pub(crate) fn pages_by_picture(
        &self,
    ) -> Result<BTreeMap<SourcePath, BTreeSet<UrlPath>>, Diagnostic> {
        let pictures: BTreeMap<&str, &SourcePath> = self
            .routes
            .all
            .iter()
            .filter_map(|(address, route)| match &route.view {
                View::Photo(path, _) | View::Media(path) => Some((address.as_str(), path)),
                _ => None,
            })
            .collect();
        let addresses: Vec<&UrlPath> = self.addresses().collect();
        let shown = addresses.into_par_iter().map(|address| {
            let output = self.render(address).expect("addresses of a snapshot are its own")?;
            let Body::Bytes(bytes) = output.body else { return Ok((address, BTreeSet::new())) };
            let found = media_addresses(&bytes).filter_map(|found| pictures.get(found).copied());
            Ok((address, found.collect()))
        });
        let shown: Vec<(&UrlPath, BTreeSet<&SourcePath>)> = shown.collect::<Result<_, _>>()?;
        let mut pages: BTreeMap<SourcePath, BTreeSet<UrlPath>> = BTreeMap::new();
        for (address, pictures) in shown {
            for picture in pictures {
                pages.entry(picture.clone()).or_default().insert(address.clone());
            }
        }
        Ok(pages)
    }

    /// What readers would see differ if `next` took the place of this one.
    pub(crate) fn difference(&self, next: &Snapshot) -> Result<Difference, Diagnostic> {
        let (before, after) = (self.hashes()?, next.hashes()?);
        let is_other =
            |address: &&UrlPath| after.get(*address).is_some_and(|hash| before[*address] != *hash);
        Ok(Difference {
            gone: before.keys().filter(|it| !after.contains_key(*it)).cloned().collect(),
            changed: before.keys().filter(is_other).cloned().collect(),
            new: after.keys().filter(|it| !before.contains_key(*it)).cloned().collect(),
        })
    }

    fn hashes(&self) -> Result<BTreeMap<UrlPath, Hash>, Diagnostic> {
        let addresses: Vec<&UrlPath> = self.addresses().collect();
        let hash = |address: &UrlPath| {
            let output = self.render(address).expect("addresses of a snapshot are its own")?;
            Ok((address.clone(), output.hash))
        };
        addresses.into_par_iter().map(hash).collect()
    }
}

/// What in a page or feed reads like the address of a picture, from the site's root.
fn media_addresses(bytes: &[u8]) -> impl Iterator<Item = &str> {
    const FOLDER: &str = "media/";
    let text = str::from_utf8(bytes).unwrap_or_default();
    text.match_indices(FOLDER).map(|(at, _)| {
        let rest = &text[at..];
        let is_of_address =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.' | '_');
        &rest[..rest.find(|c| !is_of_address(c)).unwrap_or(rest.len())]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_pages_and_in_feeds() {
        let text = b"<img src=\"../media/a/b-400-0a.webp\" srcset=\"media/c.svg 4w, x\"> \
                     &quot;https://h.example/media/d-1.jpg&quot; media/";
        let found: Vec<&str> = media_addresses(text).collect();
        assert_eq!(found, ["media/a/b-400-0a.webp", "media/c.svg", "media/d-1.jpg", "media/"]);
    }
}
