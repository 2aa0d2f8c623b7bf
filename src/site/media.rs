//! Pictures and papers of `content/`: what is known of them without holding them.

use crate::base::{Content, Hash, Picture, SourcePath, UrlPath};

/// A file that pages may show or offer.
#[derive(Clone, Copy, Debug)]
pub enum Media {
    Picture(Picture),
    File { hash: Hash, size: u64 },
}

impl Media {
    /// `None` for what is no usable file.
    pub fn of(content: &Content) -> Option<Media> {
        match content {
            Content::Picture(picture) => Some(Media::Picture(*picture)),
            Content::File { hash, size } => Some(Media::File { hash: *hash, size: *size }),
            Content::Text(_) | Content::Bytes(_) | Content::Flawed(_) | Content::Gone => None,
        }
    }

    fn hash(self) -> Hash {
        match self {
            Media::Picture(picture) => picture.hash,
            Media::File { hash, .. } => hash,
        }
    }

    /// `media/stories/2026/pump-0a1b2c3d4e.jpg`: a changed file has another address.
    pub fn address(self, path: &SourcePath) -> UrlPath {
        let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let (stem, ending) = inside.rsplit_once('.').unwrap_or((inside, "bin"));
        let hash = self.hash().short();
        UrlPath::new(&format!("media/{stem}-{hash}.{}", ending.to_lowercase()))
            .expect("a source path with a hash is inside")
    }
}

/// The files that something shown uses: what nobody sees is not published.
pub fn shown(site: &super::Site) -> std::collections::BTreeSet<SourcePath> {
    use super::links::Target;
    use super::visibility::may_be_pictured;
    let mut shown = std::collections::BTreeSet::new();
    for entry in site.entries.values() {
        let documents = std::iter::once(&entry.original).chain(entry.translations.values());
        for document in documents {
            let destinations = document.body.images.iter().map(|image| &image.destination);
            let links = document.body.links.iter().map(|link| &link.destination);
            for destination in destinations.chain(links) {
                if let Ok(Target::Media(path)) = site.resolve(document, destination) {
                    shown.insert(path);
                }
            }
        }
        let here = &entry.original.source.path;
        if let Some(story) = entry.story() {
            let photos = story.photos.iter().filter(|photo| site.may_show(photo));
            shown.extend(photos.filter_map(|photo| here.join(&photo.file.id)));
        }
        if let Some(image) = entry.theme().and_then(|theme| theme.image.as_ref()) {
            shown.extend(here.join(&image.id));
        }
        if let Some(person) =
            entry.person().filter(|person| may_be_pictured(person, &site.settings))
            && let Some(photo) = &person.photo
        {
            shown.extend(here.join(&photo.id));
        }
    }
    shown
}
