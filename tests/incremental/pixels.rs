//! What the pixels of photos tell, made of the hash of their files.

use std::collections::BTreeSet;

use crate::project::source_path;
use storywall::base::{Flaw, Hash, PixelFacts, Tone};
use storywall::workspace::{DevelopedPhoto, Photo};

/// Two files of the same picture, and one that is damaged.
pub(crate) const COPY: &str = "three again";
pub(crate) const COPIED: &str = "three";
pub(crate) const DAMAGED: &str = "bad";

pub(crate) fn is_damaged(file: Hash) -> bool {
    file == Hash::of(DAMAGED.as_bytes())
}

/// What looking into each of the photos tells.
pub(crate) fn outcomes(photos: &[Photo]) -> Vec<DevelopedPhoto> {
    let outcome = |photo: &Photo| {
        let source = photo.picture.hash;
        let seen = match is_damaged(source) {
            true => Err(Flaw::BadPicture("it ends too early".into())),
            false => Ok(facts(source)),
        };
        DevelopedPhoto { path: photo.path.clone(), source, seen }
    };
    photos.iter().map(outcome).collect()
}

/// What was told of files that are not damaged, wherever they lay.
pub(crate) fn known(files: &BTreeSet<Hash>) -> Vec<DevelopedPhoto> {
    let sound = files.iter().copied().filter(|file| !is_damaged(*file));
    let path = source_path("content/anywhere.jpg");
    sound
        .map(|source| DevelopedPhoto { path: path.clone(), source, seen: Ok(facts(source)) })
        .collect()
}

fn facts(file: Hash) -> PixelFacts {
    let copied = Hash::of(COPIED.as_bytes());
    let pixels = if file == Hash::of(COPY.as_bytes()) { copied } else { file };
    let step = |at: usize| file.short().as_bytes()[at];
    let tone = Tone { lightness: step(0) % 9, chroma: step(1) % 5, hue: step(2) % 12 };
    PixelFacts { tone: (step(3) % 4 != 0).then_some(tone), pixels }
}
