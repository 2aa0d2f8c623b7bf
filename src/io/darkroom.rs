//! Where photos are developed: read, made in the sizes that pages ask for, and kept for next time.

mod budget;
mod notes;
mod photo_pool;
mod photo_request;

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use rayon::prelude::*;

pub(crate) use budget::Budget;
pub(crate) use photo_pool::PhotoPool;

use super::cache::Cache;
use super::files::ProjectFiles;
use super::opened::Opened;
use crate::base::{Body, Flaw, Hash, Output, PixelFacts, Rendition, SourcePath};
use crate::picture;
use crate::site::renditions;
use crate::workspace::{DevelopedPhoto, Photo};
use photo_request::{PhotoRequest, source};

/// A photo for a request that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Print {
    Good(Vec<u8>),
    /// Of the right size, and rough; not to be kept by anybody.
    Draft(Vec<u8>),
    /// Of this size, and nothing on it: so many photos are waited for that not even a draft is
    /// there yet.
    Blank {
        width: u32,
        height: u32,
    },
}

/// The project's files as readers get them.
#[derive(Debug)]
pub struct Darkroom<'a> {
    files: &'a ProjectFiles,
    cache: Cache,
    budget: Budget,
}

impl<'a> Darkroom<'a> {
    /// Alone in its process; others that work beside it share a budget (`within`).
    pub fn new(files: &'a ProjectFiles, cache: Cache) -> Darkroom<'a> {
        Darkroom { files, cache, budget: Budget::default() }
    }

    /// The same, taking no more memory than this budget lends to all who share it.
    pub(crate) fn within(self, budget: &Budget) -> Darkroom<'a> {
        Darkroom { budget: budget.clone(), ..self }
    }

    /// Returns what the pixels of each photo say, and makes those of its renditions that are wanted
    /// and not kept yet. Each photo that needs it is decoded once.
    pub fn develop(&self, photos: &[Photo], is_wanted: &Wanted<'_>) -> Vec<DevelopedPhoto> {
        self.develop_telling(photos, is_wanted, &|| {})
    }

    /// The same; `decoded` is called after each photo that had to be decoded.
    pub(crate) fn develop_telling(
        &self,
        photos: &[Photo],
        is_wanted: &Wanted<'_>,
        decoded: &(dyn Fn() + Sync),
    ) -> Vec<DevelopedPhoto> {
        // From small to large: as long as there is room for the photos of all threads, none waits.
        let mut by_cost: Vec<&Photo> = photos.iter().collect();
        by_cost.sort_by_key(|photo| picture::cost(&photo.picture, &photo.renditions));
        let develop = |photo: &Photo| {
            let seen = self.develop_one(photo, is_wanted, decoded);
            DevelopedPhoto { path: photo.path.clone(), source: photo.picture.hash, seen }
        };
        by_cost.into_iter().par_bridge().map(develop).collect()
    }

    /// How many of the photos `develop` would have to decode.
    pub(crate) fn undeveloped(&self, photos: &[Photo], is_wanted: &Wanted<'_>) -> usize {
        let is_new = |photo: &&Photo| {
            !self.cache.has(&notes::name(photo.picture.hash))
                || !self.missing(photo, is_wanted).is_empty()
        };
        photos.iter().filter(is_new).count()
    }

    /// What is wanted of a photo and not kept.
    fn missing(&self, photo: &Photo, is_wanted: &Wanted<'_>) -> Vec<Rendition> {
        let is_missing = |rendition: &Rendition| {
            let hash = renditions::hash(&photo.picture, *rendition);
            is_wanted(hash) && !self.cache.has(&print_name(hash))
        };
        photo.renditions.iter().copied().filter(is_missing).collect()
    }

    fn develop_one(
        &self,
        photo: &Photo,
        is_wanted: &Wanted<'_>,
        decoded: &(dyn Fn() + Sync),
    ) -> Result<PixelFacts, Flaw> {
        let missing = self.missing(photo, is_wanted);
        let Photo { path, picture, .. } = photo;
        let noted = notes::name(picture.hash);
        let known = self.cache.get(&noted).and_then(|bytes| notes::read(&bytes));
        if let (Some(facts), true) = (known, missing.is_empty()) {
            return Ok(facts);
        }
        let _share = self.budget.take(picture::cost(picture, &missing));
        let bytes = self.source(path, picture.hash)?;
        let developed = picture::develop(&bytes, &missing);
        decoded();
        let developed = developed.map_err(Flaw::BadPicture)?;
        for (rendition, print) in missing.iter().zip(&developed.prints) {
            self.cache.put(&print_name(renditions::hash(picture, *rendition)), print);
        }
        self.cache.put(&noted, notes::write(developed.facts).as_bytes());
        Ok(developed.facts)
    }

    /// What an answer holds, whole. A file that is no longer what it was when the answer was made
    /// is refused: its hash would be another one's.
    pub(crate) fn bytes(&self, output: Output) -> Result<Vec<u8>, Flaw> {
        match output.body {
            Body::Bytes(bytes) => Ok(bytes),
            Body::File(path) => self.source(&path, output.hash),
            Body::Drawing { path, source } => {
                picture::clean(&self.source(&path, source)?).map_err(Flaw::BadPicture)
            }
            Body::Recording { path, source } => {
                let offer = picture::Offer::of(&path.extension());
                let offer = offer
                    .ok_or_else(|| Flaw::Unreadable("it is not a video or sound file".into()))?;
                picture::clean_recording(offer, self.source(&path, source)?)
            }
            Body::Photo { path, source, rendition } => {
                let name = print_name(output.hash);
                if let Some(print) = self.cache.get(&name) {
                    return Ok(print);
                }
                let bytes = self.source(&path, source)?;
                let picture = picture::header(&bytes).map_err(Flaw::BadPicture)?;
                let _share = self.budget.take(picture::cost(&picture, &[rendition]));
                let developed = picture::develop(&bytes, &[rendition]);
                let prints = developed.map_err(Flaw::BadPicture)?.prints;
                let print = prints.into_iter().next().unwrap_or_default();
                self.cache.put(&name, &print);
                Ok(print)
            }
        }
    }

    /// A file that is sent as it stands, opened, if it is larger than `size`.
    pub(crate) fn opened(&self, output: &Output, size: usize) -> Option<Result<Opened, Flaw>> {
        let Body::File(path) = &output.body else { return None };
        match self.files.opened(path, output.hash) {
            Ok(opened) if opened.size() <= size as u64 => None,
            opened => Some(opened),
        }
    }

    /// A photo as it was made and kept before.
    pub(crate) fn kept(&self, output: &Output) -> Option<Vec<u8>> {
        match output.body {
            Body::Photo { .. } => self.cache.get(&print_name(output.hash)),
            _ => None,
        }
    }

    /// Has the photo made in the `pool`, when it is its turn; `done` receives the result.
    pub(crate) fn request(
        &self,
        output: Output,
        pool: &PhotoPool,
        done: impl FnOnce(Result<Vec<u8>, Flaw>) + Send + 'static,
    ) {
        let Body::Photo { path, source, rendition } = output.body else {
            return done(self.bytes(output));
        };
        let (files, cache, name) =
            (self.files.clone(), self.cache.clone(), print_name(output.hash));
        let request = PhotoRequest { files, cache, path, source, rendition, name };
        pool.soon(move |alone| done(request.develop(alone, |_| ())));
    }

    /// The same for a page that is open in a browser: if it takes longer than `patience`, a rough
    /// photo comes, or a blank one if the `pool` has others to make first; it makes the good one
    /// for the next time, and `on_ready` is called when it is there.
    pub(crate) fn soon(
        &self,
        output: Output,
        patience: Duration,
        pool: &PhotoPool,
        on_ready: impl FnOnce() + Send + 'static,
    ) -> Result<Print, Flaw> {
        let Body::Photo { path, source, rendition } = output.body else {
            return self.bytes(output).map(Print::Good);
        };
        let name = print_name(output.hash);
        if let Some(print) = self.cache.get(&name) {
            return Ok(Print::Good(print));
        }
        let (sender, prints) = mpsc::channel::<Result<Print, Flaw>>();
        let (files, cache) = (self.files.clone(), self.cache.clone());
        let request = PhotoRequest { files, cache, path, source, rendition, name: name.clone() };
        // Counts the good photo and the request that gave up waiting: the second of them announces
        // it.
        let turn = Arc::new(AtomicUsize::new(0));
        let their_turn = turn.clone();
        pool.soon(move |budget| {
            let draft = |draft| _ = sender.send(Ok(Print::Draft(draft)));
            let print = request.develop(budget, draft);
            // A photo that is ready too late for its request is kept all the same.
            let _ = sender.send(print.map(Print::Good));
            let came_late = their_turn.fetch_add(1, Ordering::AcqRel) == 1;
            // If the photo was not kept, the next request would get a draft again: then it is not
            // announced.
            if came_late && request.cache.has(&request.name) {
                on_ready();
            }
        });
        let begun = Instant::now();
        let rest = || patience.saturating_sub(begun.elapsed());
        let blank = Print::Blank { width: rendition.width, height: rendition.height };
        let mut best = match prints.recv_timeout(FIRST) {
            Ok(Ok(Print::Good(print))) => return Ok(Print::Good(print)),
            Ok(first) => first?,
            Err(RecvTimeoutError::Timeout) => blank,
            Err(RecvTimeoutError::Disconnected) => return Err(cut_off()),
        };
        if let Ok(next) = prints.recv_timeout(rest()) {
            best = next?;
        }
        let is_good = matches!(best, Print::Good(_));
        if !is_good && turn.fetch_add(1, Ordering::AcqRel) == 1 {
            return Ok(self.cache.get(&name).map_or(best, Print::Good));
        }
        Ok(best)
    }

    /// Whether what is made can be kept.
    pub(crate) fn can_keep(&self) -> bool {
        self.cache.is_writable()
    }

    /// Removes from the cache everything except these photos in the sizes that are listed for them.
    /// For a photo without sizes, only its line of notes stays: nothing of the photo can be seen in
    /// it, and it makes it possible to recognise copies of the photo.
    pub(crate) fn keep_only(&self, photos: &[Photo]) {
        let mut names = HashSet::new();
        for Photo { picture, renditions, .. } in photos {
            names.insert(notes::name(picture.hash));
            names.extend(renditions.iter().map(|it| print_name(renditions::hash(picture, *it))));
        }
        self.cache.keep(&names);
    }

    fn source(&self, path: &SourcePath, hash: Hash) -> Result<Vec<u8>, Flaw> {
        source(self.files, path, hash)
    }
}

/// How long a request waits for a first answer, a draft or the good photo. If none has come by
/// then, a blank photo is what it gets unless something comes in the rest of its `patience`.
const FIRST: Duration = Duration::from_millis(400);

fn cut_off() -> Flaw {
    Flaw::Unreadable("it could not be converted".into())
}

/// Whether the rendition of this hash has to be had.
pub(crate) type Wanted<'a> = dyn Fn(Hash) -> bool + Sync + 'a;

fn print_name(hash: Hash) -> String {
    format!("photo-{hash}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::RenditionFormat;
    use crate::io::Key;
    use crate::site::renditions::hash;

    /// A photo that is not made in no time, and the answer that shows it.
    fn photo(folder: &std::path::Path) -> Output {
        let pixels = image::RgbImage::from_fn(1200, 900, |x, y| {
            image::Rgb([x, y, x ^ y].map(|it| u8::try_from(it % 256).unwrap_or(0)))
        });
        std::fs::create_dir(folder.join("content")).expect("a folder");
        let file = folder.join("content/a.jpg");
        pixels.save_with_format(&file, image::ImageFormat::Jpeg).expect("a photo");
        let picture = picture::header(&std::fs::read(&file).expect("a photo")).expect("a photo");
        let rendition = Rendition { format: RenditionFormat::Webp, width: 800, height: 600 };
        let path = SourcePath::new("content/a.jpg").expect("inside");
        let body = Body::Photo { path, source: picture.hash, rendition };
        Output { media_type: "image/webp", hash: hash(&picture, rendition), body }
    }

    #[test]
    fn an_impatient_caller_gets_a_draft_and_later_the_final_photo() {
        let folder = tempfile::tempdir().expect("a folder");
        let output = photo(folder.path());
        let files = ProjectFiles::open(folder.path()).expect("a project");
        let pool = PhotoPool::new().expect("threads");
        // On a busy machine the good one may be ready before the caller asks whether it is.
        let asked = (0..40).find_map(|attempt| {
            let kept = folder.path().join(format!("kept-{attempt}"));
            let darkroom = Darkroom::new(&files, Cache::new(kept, &Key::new().expect("a key")));
            let now = darkroom.soon(output.clone(), Duration::ZERO, &pool, || ()).expect("a photo");
            let Print::Draft(draft) = now else { return None };
            Some((darkroom, draft))
        });
        let (darkroom, draft) = asked.expect("a draft for who does not wait");
        let size = |bytes: &[u8]| picture::header(bytes).map(|it| (it.width, it.height));
        assert_eq!(size(&draft), Ok((800, 600)));

        let patient =
            darkroom.soon(output.clone(), Duration::from_secs(60), &pool, || ()).expect("a photo");
        let Print::Good(good) = patient else { panic!("there was time enough") };
        assert_eq!(size(&good), Ok((800, 600)));
        assert!(good.len() > draft.len());
        assert_eq!(darkroom.bytes(output.clone()).as_ref(), Ok(&good), "it is what is published");
        assert_eq!(
            darkroom.soon(output, Duration::ZERO, &pool, || ()),
            Ok(Print::Good(good)),
            "it was kept"
        );
    }
}
