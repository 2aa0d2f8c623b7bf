//! All that lies below a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::PathBuf;

use super::{Dir, Stat, is_missing};

/// Folders in folders: more than any site has, and few enough to be reached by one path.
const DEEPEST: usize = 200;

/// What a walk found, by paths below the folder. No link was followed.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// All that is no folder: links, pipes and devices too.
    pub(crate) files: BTreeMap<OsString, Stat>,
    pub(crate) folders: BTreeSet<OsString>,
}

impl Survey {
    /// The file of this path, if it is a plain one.
    pub(crate) fn plain(&self, path: &str) -> Option<&Stat> {
        self.files.get(OsStr::new(path)).filter(|found| found.is_file())
    }
}

impl Dir {
    /// Looks through the whole folder, one name after the other. What goes away meanwhile is left
    /// out.
    pub(crate) fn survey(&self) -> io::Result<Survey> {
        let mut survey = Survey::default();
        let mut open = vec![(PathBuf::new(), 0)];
        while let Some((path, depth)) = open.pop() {
            let inner;
            let folder = match depth {
                0 => self,
                _ => match self.folder(&path) {
                    Ok(folder) => {
                        inner = folder;
                        &inner
                    }
                    Err(error) if is_missing(&error) => continue,
                    Err(error) => return Err(error),
                },
            };
            for name in folder.names()? {
                let Some(stat) = folder.stat_at(&name)? else { continue };
                let below = path.join(name);
                if !stat.is_folder() {
                    survey.files.insert(below.into(), stat);
                } else if depth == DEEPEST {
                    let words = format!(
                        "more than {DEEPEST} folders are inside each other: remove some of them"
                    );
                    return Err(io::Error::other(words));
                } else {
                    survey.folders.insert(below.clone().into());
                    open.push((below, depth + 1));
                }
            }
        }
        Ok(survey)
    }

    /// Removes all that lies below, and nothing that a link leads to.
    pub(crate) fn clear(&self) -> io::Result<()> {
        let survey = self.survey()?;
        let unless_missing = |done: io::Result<()>| match done {
            Err(error) if is_missing(&error) => Ok(()),
            done => done,
        };
        survey.files.keys().try_for_each(|name| unless_missing(self.remove_file(name)))?;
        // Deepest first.
        survey.folders.iter().rev().try_for_each(|name| unless_missing(self.remove_folder(name)))
    }
}
