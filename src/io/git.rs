//! What a branch changed, as the program `git` says it. Nothing that the repository names is run:
//! no external differ, no filter of text, no watcher, no hook, nothing that fetches.

use std::collections::{BTreeSet, HashSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, anyhow, bail, ensure};

use super::folder::place;
use super::git_lfs::Pointer;
use crate::base::SourcePath;
use crate::base::diagnostic::nearest;

/// The folder of a project inside a repository.
pub(crate) struct Git {
    root: PathBuf,
}

/// What a branch did to a folder.
pub(crate) struct Branch {
    pub(crate) touched: Vec<Touched>,
    /// The files that were there where it began, those that it touched among them. What Git does not
    /// keep (a file that it is told to leave out, another repository inside) is not.
    pub(crate) known: HashSet<SourcePath>,
}

/// A file that differs from what it was where the branch began.
pub(crate) struct Touched {
    pub(crate) path: SourcePath,
    /// What it held there; `None` where it was not.
    pub(crate) before: Option<Vec<u8>>,
}

impl Git {
    pub(crate) fn of(root: &Path) -> Git {
        Git { root: root.to_path_buf() }
    }

    /// All files of the folder that differ from those of the commit where this branch left
    /// `revision`, also those that are not committed yet.
    pub(crate) fn branch_since(&self, revision: &str) -> anyhow::Result<Branch> {
        let base = self.beginning(revision)?;
        let changed = self.changed_since(&base, ".")?;
        let new = self.run(&["ls-files", "-z", "--others", "--exclude-standard", "--", "."])?;
        let names = |bytes: &[u8]| {
            let names = bytes.split(|byte| *byte == 0).filter(|name| !name.is_empty());
            names.map(<[u8]>::to_vec).collect::<Vec<_>>()
        };
        let (mut paths, mut refused) = (vec![], BTreeSet::new());
        for name in names(&changed).into_iter().chain(names(&new)) {
            match (place(&name), String::from_utf8(name)) {
                (Some((_, true)), Ok(path)) => paths.push(path),
                (Some((place, _)), _) => {
                    refused.insert(place);
                }
                (None, _) => {}
            }
        }
        paths.sort();
        paths.dedup();
        let before = self.blobs(&base, &paths)?;
        let touched = paths.iter().zip(before);
        // Where Git LFS keeps a file, its bytes differ from those of the commit, and it need not.
        let is_the_same = |path: &str, before: Option<&[u8]>| {
            let pointer = before.and_then(Pointer::read);
            pointer.is_some_and(|pointer| pointer.means(&self.root.join(path)))
        };
        let touched = touched
            .filter(|(path, before)| !is_the_same(path, before.as_deref()))
            .filter_map(|(path, before)| Some(Touched { path: SourcePath::new(path)?, before }));
        // Of what no site reads, only the name counts.
        let refused = refused.into_iter().map(|path| Touched { path, before: None });
        let touched = touched.chain(refused).collect();
        let tree = self.run(&["ls-tree", "-r", "-z", "--name-only", &base, "--", "."])?;
        let known = names(&tree).iter().filter_map(|name| Some(place(name)?.0)).collect();
        Ok(Branch { touched, known })
    }

    /// The commit where this branch left `revision`.
    fn beginning(&self, revision: &str) -> anyhow::Result<String> {
        self.run(&["rev-parse", "--show-toplevel"]).map_err(|error| {
            error.context("--since asks Git, but this folder is in no repository that it may read")
        })?;
        let commit = format!("{revision}^{{commit}}");
        if revision.starts_with('-')
            || self.run(&["rev-parse", "--verify", "--quiet", &commit]).is_err()
        {
            let names = self.run(&["for-each-ref", "--format=%(refname:short)"])?;
            let names = String::from_utf8_lossy(&names).into_owned();
            match nearest(revision, names.lines()) {
                Some(near) => bail!("Git knows no “{revision}” here: did you mean {near}?"),
                None => bail!(
                    "Git knows no “{revision}” here: name a branch or a commit, such as origin/main; \
                     a clone for tests may have to fetch it first"
                ),
            }
        }
        let Ok(base) = self.run(&["merge-base", &commit, "HEAD"]) else {
            let is_shallow = self.run(&["rev-parse", "--is-shallow-repository"])?;
            ensure!(
                is_shallow.trim_ascii() != b"true",
                "this clone holds only the last commits, so Git cannot say where the branch began: \
                 fetch the whole history (fetch-depth: 0 on GitHub and Forgejo, GIT_DEPTH: 0 on \
                 GitLab)"
            );
            bail!("“{revision}” and this branch have no commit in common");
        };
        Ok(String::from_utf8_lossy(base.trim_ascii()).into_owned())
    }

    /// The names of the files below `place` that differ from those of a commit, each with a zero behind
    /// it. Git compares the bytes that lie there: a filter, which is a command, is not asked for others.
    pub(super) fn changed_since(&self, commit: &str, place: &str) -> anyhow::Result<Vec<u8>> {
        let settings = self.run(&["config", "--list", "-z", "--name-only"])?;
        let without = without_filters(&settings)?;
        let arguments = without.iter().flat_map(|setting| ["-c", setting.as_str()]);
        let diff = [
            "diff",
            "--name-only",
            "-z",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--ignore-submodules=all",
            "--relative",
            commit,
            "--",
            place,
        ];
        self.run(&arguments.chain(diff).collect::<Vec<_>>())
    }

    /// What files held in a commit.
    fn blobs(&self, commit: &str, paths: &[String]) -> anyhow::Result<Vec<Option<Vec<u8>>>> {
        let names: Vec<String> = paths.iter().map(|path| format!("{commit}:./{path}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.objects(&names)
    }

    /// What texts are that Git keeps under these names, by one process for all of them.
    pub(super) fn objects(&self, names: &[&str]) -> anyhow::Result<Vec<Option<Vec<u8>>>> {
        let mut git = self
            .command(&["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("git cannot be started")?;
        let mut asked = git.stdin.take().expect("its input is a pipe");
        let lines: String = names.iter().map(|name| format!("{name}\n")).collect();
        // It answers while it is asked: both ends of the pipe need somebody.
        let writer = std::thread::Builder::new()
            .spawn(move || asked.write_all(lines.as_bytes()))
            .context("git cannot be asked")?;
        let output = git.wait_with_output().context("git gave no answer")?;
        let _ = writer.join();
        let mut rest = &output.stdout[..];
        names.iter().map(|_| next_blob(&mut rest)).collect()
    }

    /// Whether Git leaves a file of the folder out, so that nobody commits it without wanting to. `None`
    /// where the folder is in no repository, and where Git does not tell.
    pub(crate) fn leaves_out(&self, name: &str) -> Option<bool> {
        let asked = self.command(&["check-ignore", "--quiet", "--", name]).output().ok()?;
        match asked.status.code()? {
            0 => Some(true),
            1 => Some(false),
            _ => None,
        }
    }

    pub(super) fn run(&self, arguments: &[&str]) -> anyhow::Result<Vec<u8>> {
        let output = self.command(arguments).output().context("git cannot be started")?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(anyhow!("git: {words}"))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut git = Command::new("git");
        git.arg("-C").arg(&self.root);
        for setting in [
            "core.fsmonitor=false",
            "core.hooksPath=/dev/null",
            "core.quotePath=false",
            "submodule.recurse=false",
        ] {
            git.args(["-c", setting]);
        }
        git.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
        // What a clone does not hold is not fetched. Older versions of Git do not know the first
        // of these variables, so no protocol is allowed, whatever a setting says.
        git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none").args(arguments);
        git
    }
}

/// The settings with which no filter runs, of the names of all settings, each with a zero behind it.
fn without_filters(names: &[u8]) -> anyhow::Result<Vec<String>> {
    let names = names.split(|byte| *byte == 0).filter(|name| name.starts_with(b"filter."));
    let mut without = BTreeSet::new();
    for name in names {
        let filter = str::from_utf8(name).ok().and_then(|name| name.rsplit_once('.'));
        let Some((filter, _)) = filter.filter(|(filter, _)| !filter.contains('=')) else {
            // What stands behind the first = would be taken for the value.
            bail!(
                "the settings of Git name a filter that cannot be left out, “{}”: remove it with \
                 git config --edit",
                String::from_utf8_lossy(name)
            );
        };
        if filter.contains('.') {
            without.extend([
                format!("{filter}.clean="),
                format!("{filter}.process="),
                format!("{filter}.required=false"),
            ]);
        }
    }
    Ok(without.into_iter().collect())
}

/// `HASH blob LENGTH`, the bytes and a line end; or `NAME missing`.
fn next_blob(rest: &mut &[u8]) -> anyhow::Result<Option<Vec<u8>>> {
    let end = rest.iter().position(|byte| *byte == b'\n').context("git's answer is cut short")?;
    let head = String::from_utf8_lossy(&rest[..end]).into_owned();
    *rest = &rest[end + 1..];
    let mut words = head.rsplit(' ');
    let (last, kind) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if last == "missing" {
        return Ok(None);
    }
    let length: usize = last.parse().with_context(|| format!("git answered “{head}”"))?;
    ensure!(rest.len() > length, "git's answer is cut short");
    let bytes = rest[..length].to_vec();
    *rest = &rest[length + 1..];
    Ok((kind == "blob").then_some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_is_left_out_or_nothing_is_asked() {
        let names =
            b"core.bare\0filter.lfs.clean\0filter.lfs.process\0filter.a.b \xc3\xa6.smudge\0\
                      filter.clean\0filters.x.clean\0";
        let without = without_filters(names).expect("names that can be left out");
        let all = ["filter.a.b æ", "filter.lfs"].map(|filter| {
            ["clean=", "process=", "required=false"].map(|end| format!("{filter}.{end}"))
        });
        assert_eq!(without, all.concat());
        assert!(without_filters(b"filter.a=b.clean\0").is_err());
        assert!(without_filters(b"filter.\xff.clean\0").is_err());
    }
}
