//! One file of the project, read so that nothing else can be: no folder, pipe or device, nothing
//! that a link could lead to by the back door, and never more than its limit.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, ensure};
use rustix::fs::{Mode, OFlags};

use super::dir::Dir;
use super::manifest::Manifest;
use crate::base::{Flaw, Role, SourcePath, UrlPath, composed};

/// Pictures and papers of `content/`.
pub(crate) const ASSET_LIMIT: u64 = 20_000_000;

/// The list of a built site, where `build` is not told another place.
const BUILT: &str = "public/.storywall-manifest";

/// The files below one folder.
#[derive(Clone, Debug)]
pub struct ProjectFiles {
    root: PathBuf,
}

/// A plain file; a link that led to it is resolved.
pub(super) struct PlainFile {
    pub(super) path: PathBuf,
    /// The project's folder, and the way from there, without links.
    root: Arc<Dir>,
    inside: PathBuf,
    pub(super) metadata: Metadata,
}

impl ProjectFiles {
    /// The folder must be there; what it holds is looked at later.
    pub fn open(root: &Path) -> anyhow::Result<ProjectFiles> {
        let root =
            root.canonicalize().with_context(|| format!("cannot open {}", root.display()))?;
        ensure!(root.is_dir(), "{} is a file, not a folder", root.display());
        Ok(ProjectFiles { root })
    }

    /// Without links, absolute.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where it lies, in the spelling of the disk; where it would lie, if there is none.
    pub(super) fn on_disk(&self, path: &SourcePath) -> PathBuf {
        match self.find(path) {
            Ok(Some(found)) => found.path,
            _ => self.root.join(path.as_str()),
        }
    }

    /// The addresses of the site as `build` put it last into its usual folder; `None` where that is
    /// not there. Anybody may have written the list, so it proves nothing.
    pub(crate) fn built(&self) -> Option<BTreeSet<UrlPath>> {
        let manifest = self.whole(&SourcePath::new(BUILT)?).ok()?;
        let manifest = Manifest::parse(std::str::from_utf8(&manifest).ok()?)?;
        Some(manifest.rows.into_keys().collect())
    }

    /// A picture or a paper, whole.
    pub(super) fn whole(&self, path: &SourcePath) -> Result<Vec<u8>, Flaw> {
        let found = self.find(path)?.ok_or_else(|| words(&ErrorKind::NotFound.into()))?;
        read(&found, ASSET_LIMIT)
    }

    /// `None` if nothing is there.
    pub(super) fn find(&self, path: &SourcePath) -> Result<Option<PlainFile>, Flaw> {
        let root = self.root_dir().map_err(|error| words(&error))?;
        match self.at(&root, path, self.root.join(path.as_str()))? {
            None if !path.as_str().is_ascii() => spelled(&self.root, path.as_str())
                .map_or(Ok(None), |file| self.at(&root, path, file)),
            found => Ok(found),
        }
    }

    /// The project's folder as it is now, to read files from.
    pub(super) fn root_dir(&self) -> io::Result<Arc<Dir>> {
        Dir::open(&self.root).map(Arc::new)
    }

    /// The file of this path, which the disk spells `file`. A link is followed to a file that could
    /// stand in its place: in the same folder of the project, and of the same kind.
    pub(super) fn at(
        &self,
        root: &Arc<Dir>,
        path: &SourcePath,
        mut file: PathBuf,
    ) -> Result<Option<PlainFile>, Flaw> {
        let mut metadata = match file.symlink_metadata() {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(words(&error)),
        };
        if metadata.is_symlink() {
            file = file.canonicalize().map_err(|_| Flaw::BadLink)?;
            metadata = file.symlink_metadata().map_err(|error| words(&error))?;
            self.may_lead(path, &file, &metadata)?;
        }
        plain(&metadata)?;
        let inside = file.strip_prefix(&self.root).map_err(|_| Flaw::LeavesTree)?.to_owned();
        Ok(Some(PlainFile { path: file, root: root.clone(), inside, metadata }))
    }

    /// Whether a link at `path` may lead to `file`, which is without links.
    fn may_lead(&self, path: &SourcePath, file: &Path, found: &Metadata) -> Result<(), Flaw> {
        let inside = file.strip_prefix(&self.root).map_err(|_| Flaw::LeavesTree)?;
        let is_hidden = inside.iter().any(|part| part.as_encoded_bytes().starts_with(b"."));
        if found.is_dir() || is_hidden {
            return Err(Flaw::BadLink);
        }
        let place = path.as_str().split('/').next().map(OsStr::new);
        if inside.iter().next() != place {
            return Err(Flaw::LeavesTree);
        }
        let target = inside.to_str().and_then(SourcePath::new).ok_or(Flaw::BadLink)?;
        let is_alike =
            Role::of(&target) == Role::of(path) && target.extension() == path.extension();
        if is_alike { Ok(()) } else { Err(Flaw::StrangeLink) }
    }
}

/// The first of the paths that a disk may have for `path`, whose letters with marks are composed.
fn spelled(folder: &Path, path: &str) -> Option<PathBuf> {
    let (part, rest) = path.split_once('/').map_or((path, None), |(part, rest)| (part, Some(rest)));
    let mut names = vec![OsString::from(part)];
    if !part.is_ascii() {
        let entries = folder.read_dir().into_iter().flatten().flatten();
        let all = entries.map(|entry| entry.file_name());
        names = all.filter(|name| name.to_str().is_some_and(|it| composed(it) == part)).collect();
        names.sort_by_cached_key(|name| spelling(Path::new(name)));
    }
    names.into_iter().map(|name| folder.join(name)).find_map(|path| match rest {
        Some(rest) => spelled(&path, rest),
        None => path.symlink_metadata().is_ok().then_some(path),
    })
}

/// Which of several paths that differ only in their spelling comes first: the composed one.
pub(super) fn spelling(path: &Path) -> Vec<(bool, OsString)> {
    let is_parted = |part: &OsStr| part.to_str().is_some_and(|it| composed(it) != it);
    path.iter().map(|part| (is_parted(part), part.to_owned())).collect()
}

/// The whole file, if it is no larger than `limit`.
pub(super) fn read(found: &PlainFile, limit: u64) -> Result<Vec<u8>, Flaw> {
    let mut file = open(found, limit)?;
    let mut bytes = Vec::with_capacity(usize::try_from(found.metadata.len()).unwrap_or(0) + 1);
    let size = (&mut file).take(limit + 1).read_to_end(&mut bytes).map_err(|it| words(&it))?;
    within(size as u64, limit)?;
    Ok(bytes)
}

/// Opens it for reading, after its length was found to be within `limit`.
pub(super) fn open(found: &PlainFile, limit: u64) -> Result<File, Flaw> {
    within(found.metadata.len(), limit)?;
    // Should anything on the way have been exchanged since it was looked at: no link is followed,
    // and no pipe waited for.
    let file = found
        .root
        .file(&found.inside, OFlags::RDONLY, Mode::empty())
        .map_err(|error| words(&error))?;
    plain(&file.metadata().map_err(|error| words(&error))?)?;
    Ok(file)
}

pub(super) fn within(size: u64, limit: u64) -> Result<(), Flaw> {
    if size > limit { Err(Flaw::TooLarge { size, limit }) } else { Ok(()) }
}

/// The system's own words, without its number.
pub(super) fn words(error: &io::Error) -> Flaw {
    let words = error.to_string();
    Flaw::Unreadable(words.split(" (os error").next().unwrap_or_default().into())
}

fn plain(metadata: &Metadata) -> Result<(), Flaw> {
    if metadata.is_file() {
        return Ok(());
    }
    let kind = if metadata.is_dir() { "a folder" } else { "a pipe, a socket or a device" };
    Err(Flaw::Unreadable(format!("it is {kind}, not a file")))
}
