//! One size of one photo, made while its request waits.

use super::Budget;
use crate::base::{Flaw, Hash, Rendition, SourcePath};
use crate::io::{Cache, ProjectFiles};
use crate::picture;

/// A request for one size of a photo, and the name in the cache that it is kept under.
pub(super) struct PhotoRequest {
    pub(super) files: ProjectFiles,
    pub(super) cache: Cache,
    pub(super) path: SourcePath,
    pub(super) source: Hash,
    pub(super) rendition: Rendition,
    pub(super) name: String,
}

impl PhotoRequest {
    pub(super) fn develop(
        &self,
        budget: &Budget,
        draft: impl FnOnce(Vec<u8>),
    ) -> Result<Vec<u8>, Flaw> {
        // An earlier request may have made the same.
        if let Some(print) = self.cache.get(&self.name) {
            return Ok(print);
        }
        let bytes = source(&self.files, &self.path, self.source)?;
        let picture = picture::header(&bytes).map_err(Flaw::BadPicture)?;
        let _share = budget.take(picture::cost(&picture, &[self.rendition]));
        let print = picture::develop_with_draft(&bytes, self.rendition, draft);
        let print = print.map_err(Flaw::BadPicture)?;
        self.cache.put(&self.name, &print);
        Ok(print)
    }
}

/// The file, if it still is what it was when its hash was taken.
pub(super) fn source(files: &ProjectFiles, path: &SourcePath, hash: Hash) -> Result<Vec<u8>, Flaw> {
    let bytes = files.whole(path)?;
    let is_same = Hash::of(&bytes) == hash;
    is_same.then_some(bytes).ok_or_else(|| Flaw::Unreadable("it was changed a moment ago".into()))
}
