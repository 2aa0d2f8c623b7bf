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
    is_run: bool,
}

impl NewFile {
    pub(super) fn text(path: SourcePath, text: String) -> NewFile {
        NewFile { path, bytes: text.into_bytes(), is_text: true, is_run: false }
    }

    pub(super) fn bytes(path: SourcePath, bytes: Vec<u8>) -> NewFile {
        NewFile { path, bytes, is_text: false, is_run: false }
    }

    /// The same as a program that somebody may run.
    pub(super) fn runnable(self) -> NewFile {
        NewFile { is_run: true, ..self }
    }

    /// What the file will hold for the site: a text, or a picture.
    pub(super) fn content(&self) -> Content {
        match self.as_text() {
            Some(text) => Content::Text(text.into()),
            None => match picture::header(&self.bytes) {
                Ok(picture) => Content::Picture(picture),
                Err(why) => Content::Flawed(crate::base::Flaw::BadPicture(why)),
            },
        }
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        str::from_utf8(&self.bytes).ok().filter(|_| self.is_text)
    }
}

/// Where the file will be, if nothing is there and no link leads away from the folder. `remedy` says
/// what to do if something is.
pub(super) fn free_place(root: &Path, path: &SourcePath, remedy: &str) -> anyhow::Result<PathBuf> {
    let mut place = root.to_path_buf();
    let parts: Vec<&str> = path.as_str().split('/').collect();
    for (at, part) in parts.iter().enumerate() {
        place.push(part);
        let Ok(found) = place.symlink_metadata() else { continue };
        if at + 1 == parts.len() {
            bail!("{path} exists already: {remedy}");
        }
        ensure!(!found.is_symlink(), "{} is a link to another folder", place.display());
    }
    Ok(place)
}

/// Writes all files; if one cannot be written, those before it are taken away again, and so are the
/// folders that were made for them.
pub(super) fn write_all(files: &[NewFile], targets: &[PathBuf]) -> anyhow::Result<()> {
    let mut folders = vec![];
    for (at, (file, target)) in files.iter().zip(targets).enumerate() {
        if let Err(error) = write(target, file, &mut folders) {
            for written in &targets[..at] {
                let _ = fs::remove_file(written);
            }
            for folder in folders.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Writes a file where none is.
fn write(target: &Path, new: &NewFile, folders: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    make_folder(target.parent().expect("a text lies in a folder"), folders)?;
    let context = || format!("cannot write {}", target.display());
    let mut file = fs::File::create_new(target).with_context(context)?;
    let written = file.write_all(&new.bytes).and_then(|()| match new.is_run {
        true => make_runnable(&file),
        false => Ok(()),
    });
    written.inspect_err(|_| drop(fs::remove_file(target))).with_context(context)
}

#[cfg(unix)]
fn make_runnable(file: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o755))
}

/// Git for Windows runs hooks without such a mark.
#[cfg(not(unix))]
fn make_runnable(_: &fs::File) -> std::io::Result<()> {
    Ok(())
}

/// Makes a folder and those above it, and notes which were made.
fn make_folder(folder: &Path, made: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        make_folder(above, made)?;
    }
    fs::create_dir(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    made.push(folder.to_path_buf());
    Ok(())
}
