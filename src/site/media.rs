//! Pictures, films and papers of `content/`: what is known of them without holding them.

use std::collections::BTreeSet;

use super::addresses::part_slug;
use super::renditions::Shown;
use crate::base::{Content, Hash, Picture, SourcePath, Tells, UrlPath};
use crate::document::kinds::metadata::Shows;
use crate::picture::{Offer, RECORDING_EDITION};

/// A file that pages may show or offer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Media {
    Picture(Picture),
    /// A film or a sound; the hash is that of its file.
    Recording(Hash),
    File {
        hash: Hash,
        tells: Tells,
    },
}

impl Media {
    /// `None` for what is no usable file.
    pub(crate) fn of(content: &Content) -> Option<Media> {
        match content {
            Content::Picture(picture) => Some(Media::Picture(*picture)),
            Content::Recording { hash } => Some(Media::Recording(*hash)),
            Content::File { hash, tells } => Some(Media::File { hash: *hash, tells: *tells }),
            Content::Text(_) | Content::Bytes(_) | Content::Flawed(_) | Content::Gone => None,
        }
    }

    /// Whether readers may be offered it.
    pub(crate) fn is_offered(self, path: &SourcePath) -> bool {
        matches!(self, Media::Picture(_)) || Offer::of(&path.extension()).is_some()
    }

    /// Of the file as it stands.
    pub(crate) fn hash(self) -> Hash {
        match self {
            Media::Picture(picture) => picture.hash,
            Media::Recording(hash) | Media::File { hash, .. } => hash,
        }
    }

    /// Of what readers get of a file that is no photo, without making it: what is cleaned in
    /// another way is another file.
    pub(crate) fn published(self) -> Hash {
        match self {
            Media::Recording(hash) => {
                Hash::of(format!("{hash} recording {RECORDING_EDITION}").as_bytes())
            }
            Media::Picture(_) | Media::File { .. } => self.hash(),
        }
    }

    /// `media/stories/2026/pump-0a1b2c3d4e.pdf`: a changed file has another address. A photo has
    /// one for each of its renditions instead.
    pub(super) fn address(self, path: &SourcePath) -> UrlPath {
        let hash = self.published().short();
        UrlPath::new(&format!("{}-{hash}.{}", Media::stem(path), Media::ending(path)))
            .expect("slugs with a hash are inside")
    }

    /// The ending of its address.
    pub(super) fn ending(path: &SourcePath) -> String {
        let ending = Some(path.extension()).filter(|ending| is_ending(ending));
        ending.unwrap_or_else(|| "bin".to_owned())
    }

    /// `media/stories/2026/pump`. Names become slugs, as those of texts do: `#`, `?` and `%` mean
    /// something in an address.
    pub(super) fn stem(path: &SourcePath) -> String {
        let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let (folder, name) = inside.rsplit_once('/').unwrap_or(("", inside));
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let mut address = "media/".to_owned();
        for part in folder.split('/').filter(|part| !part.is_empty()) {
            address.push_str(&part_slug(part));
            address.push('/');
        }
        address.push_str(&part_slug(stem));
        address
    }
}

fn is_ending(ending: &str) -> bool {
    (1..=8).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// The files that something shown uses, and how large pages show those that are pictures: what
/// nobody sees is not published.
pub(crate) fn shown(site: &super::Site) -> BTreeSet<(SourcePath, Shown)> {
    let mut shown: BTreeSet<(SourcePath, Shown)> =
        site.reach.media.iter().map(|path| (path.clone(), Shown::Large)).collect();
    let mut add = |path: Option<SourcePath>, size| shown.extend(path.map(|path| (path, size)));
    for entry in site.entries.values() {
        let here = &entry.original.path;
        entry.original.meta.common().visit_files(&mut |picture| {
            let size = match picture.shows {
                Shows::Scene => Shown::Large,
                Shows::Portrait => Shown::Small,
            };
            add(here.join(&picture.file.id), size);
        });
    }
    let may_stand = |path: &SourcePath| {
        !site.unseen.contains_key(path)
            && site.media.get(path).is_some_and(|medium| medium.is_offered(path))
    };
    shown.retain(|(path, _)| may_stand(path));
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_files_hold_nothing_that_means_something_there() {
        let cases = [
            ("content/stories/2026/pump.JPG", "media/stories/2026/pump-", ".jpg"),
            ("content/stories/a#b?c%20.png", "media/stories/a-b-c-20-", ".png"),
            ("content/a.b/file", "media/a-b/file-", ".bin"),
            ("content/Å øl/x.<b>", "media/aa-oel/x-", ".bin"),
        ];
        let medium = Media::File { hash: Hash::of(b"x"), tells: Tells::default() };
        for (path, begin, end) in cases {
            let address = medium.address(&SourcePath::new(path).expect("inside"));
            assert!(address.as_str().starts_with(begin), "{address}");
            assert!(address.as_str().ends_with(end), "{address}");
        }
    }

    #[test]
    fn the_address_of_a_film_depends_on_its_cleaned_version() {
        let path = SourcePath::new("content/a.mp4").expect("inside");
        let film = Media::Recording(Hash::of(b"x"));
        let address = film.address(&path);
        assert!(!address.as_str().contains(&Hash::of(b"x").short()), "{address}");
        assert!(address.as_str().contains(&film.published().short()), "{address}");
    }

    #[test]
    fn files_that_browsers_would_run_are_not_offered() {
        let offered = |path: &str| {
            let medium = Media::File { hash: Hash::of(b"x"), tells: Tells::default() };
            medium.is_offered(&SourcePath::new(path).expect("inside"))
        };
        assert!(offered("content/a.pdf") && offered("content/a.PPTX"));
        for bad in ["html", "HTM", "xhtml", "js", "mjs", "xml", "svgz", "css", "swf", "exe", "wasm"]
        {
            assert!(!offered(&format!("content/a.{bad}")), "{bad}");
        }
        assert!(!offered("content/a"));
    }
}
