//! Names of photos that a story brings with it: another picture may have the same one.

use std::path::Path;

use crate::base::SourcePath;
use crate::cli::files::NewFile;
use crate::workspace::Snapshot;

/// What to do where a file is there already.
pub(super) fn remedy(story: &SourcePath, taken: &SourcePath) -> String {
    let stem = story.as_str().strip_suffix(".md").unwrap_or(story.as_str());
    match taken.as_str().starts_with(stem) || taken.as_str().ends_with(".md") {
        true => "choose another title, or another name with --file NAME".to_owned(),
        false => format!(
            "give {} another name in what was sent, and in the field photos there",
            taken.file_name()
        ),
    }
}

/// The photos that a story shows by its fields, that nobody sent with it, and that lie there already:
/// they may be those of another story.
pub(super) fn not_sent(then: &Snapshot, new: &[NewFile], root: &Path) -> Vec<String> {
    let story = new.first().and_then(|file| then.site().facts.get(&file.path));
    let photos = story.and_then(|facts| facts.meta.story()).map_or(&[][..], |it| &it.photos);
    let names = photos.iter().filter_map(|photo| story?.path.join(&photo.file.id));
    let is_other = |path: &SourcePath| {
        new.iter().all(|file| file.path != *path) && root.join(path.as_str()).exists()
    };
    names
        .filter(is_other)
        .map(|path| {
            format!(
                "LOOK: {path} was not sent with it and is there already, so it may be the picture of \
                 another story"
            )
        })
        .collect()
}
