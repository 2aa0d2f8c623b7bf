//! The pictures of a text with what is said of each. Whether readers may see one depends on whom
//! these words name, so they are facts as well as prose.

use super::kinds::MetaProse;
use super::prose::Prose;
use crate::base::percent::decoded_lossy;
use crate::base::{At, SourcePath};
use crate::document::kinds::Meta;

/// A picture of a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DescribedPicture {
    pub(crate) at: At,
    pub(crate) path: SourcePath,
    /// What is said of it.
    pub(crate) words: Vec<String>,
    /// Who took it: that a file has somebody's name does not mean that they are in it then.
    pub(crate) by: Option<String>,
    /// Who is in it, as its fields say.
    pub(crate) shows: Vec<String>,
    /// Whether its fields say that it shows faces.
    pub(crate) faces: Option<bool>,
}

/// Those of the text itself, whose destinations are `images`, and those of its fields.
pub(super) fn pictures(
    path: &SourcePath,
    images: &[String],
    meta: &Meta,
    prose: &Prose,
) -> Vec<DescribedPicture> {
    let mut pictures = of_text(path, images, prose);
    pictures.extend(of_fields(path, meta, &prose.fields));
    pictures
}

fn of_text(path: &SourcePath, images: &[String], prose: &Prose) -> Vec<DescribedPicture> {
    let all = images.iter().zip((0..).map(At::Image)).zip(&prose.images);
    let all = all.filter_map(|((destination, at), image)| {
        let destination = destination.split(['#', '?']).next().unwrap_or_default();
        let path = path.join(&decoded_lossy(destination))?;
        let words = [&image.alt, &image.title].into_iter().filter(|it| !it.is_empty());
        let words = words.cloned().collect();
        Some(DescribedPicture { at, path, words, by: None, shows: vec![], faces: None })
    });
    all.collect()
}

/// The pictures that fields name, but for portraits: those are of the person of their file.
fn of_fields(path: &SourcePath, meta: &Meta, prose: &MetaProse) -> Vec<DescribedPicture> {
    let mut pictures = vec![];
    if let (Some(story), MetaProse::Story(prose)) = (meta.story(), prose) {
        pictures.extend(story.photos.iter().zip(&prose.photos).map(|(photo, said)| {
            Some(DescribedPicture {
                at: photo.file.at,
                path: path.join(&photo.file.id)?,
                words: said.alt.iter().chain(&said.caption).cloned().collect(),
                by: photo.by.as_ref().map(|by| by.id.clone()),
                shows: photo.shows.iter().map(|id| id.id.clone()).collect(),
                faces: photo.faces,
            })
        }));
    }
    if let (Some(theme), MetaProse::Theme(prose)) = (meta.theme(), prose) {
        pictures.extend(theme.image.iter().map(|file| {
            Some(DescribedPicture {
                at: file.at,
                path: path.join(&file.id)?,
                words: prose.image_alt.iter().cloned().collect(),
                by: None,
                shows: vec![],
                faces: None,
            })
        }));
    }
    pictures.into_iter().flatten().collect()
}
