//! The files that a command begins: written all or none, and nothing over another one.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};

use crate::base::{Content, SourcePath};
use crate::picture;

pub(super) struct NewFile {
    pub(super) path: SourcePath,
    bytes: Vec<u8>,
    is_text: bool,
}

impl NewFile {
    pub(super) fn text(path: SourcePath, text: String) -> NewFile {
        NewFile { path, bytes: text.into_bytes(), is_text: true }
    }

    pub(super) fn picture(path: SourcePath, bytes: Vec<u8>) -> NewFile {
        NewFile { path, bytes, is_text: false }
    }

    /// What the file will hold for the site.
    pub(super) fn content(&self) -> Content {
        match str::from_utf8(&self.bytes).ok().filter(|_| self.is_text) {
            Some(text) => Content::Text(text.into()),
            None => match picture::header(&self.bytes) {
                Ok(picture) => Content::Picture(picture),
                Err(why) => Content::Flawed(crate::base::Flaw::BadPicture(why)),
            },
        }
    }
}

/// Where the file will be, if nothing is there and no link leads away from the folder.
pub(super) fn free_place(root: &Path, path: &SourcePath) -> anyhow::Result<PathBuf> {
    let mut place = root.to_path_buf();
    let parts: Vec<&str> = path.as_str().split('/').collect();
    for (at, part) in parts.iter().enumerate() {
        place.push(part);
        let Ok(found) = place.symlink_metadata() else { continue };
        if at + 1 == parts.len() {
            bail!("{path} exists already: choose another title, or another name with --file NAME");
        }
        ensure!(!found.is_symlink(), "{} is a link to another folder", place.display());
    }
    Ok(place)
}

/// Writes all files; if one cannot be written, those before it are taken away again.
pub(super) fn write_all(files: &[NewFile], targets: &[PathBuf]) -> anyhow::Result<()> {
    for (at, (file, target)) in files.iter().zip(targets).enumerate() {
        if let Err(error) = write(target, &file.bytes) {
            for written in &targets[..at] {
                let _ = fs::remove_file(written);
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Writes a file where none is.
fn write(target: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = target.parent().expect("a text lies in a folder");
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let context = || format!("cannot write {}", target.display());
    let mut file = fs::File::create_new(target).with_context(context)?;
    file.write_all(bytes).inspect_err(|_| drop(fs::remove_file(target))).with_context(context)
}
