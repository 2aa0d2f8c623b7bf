//! What a branch is told: all that is wrong in the files it touches, and what it broke in others.

use std::collections::{BTreeSet, HashMap};

use crate::base::{Change, Code, Content, Diagnostic, Hash, Role, SourcePath, Tells};
use crate::cli::project::Project;
use crate::io::git::{Branch, Git, Touched};
use crate::picture;

/// The diagnostics that concern a branch, and the files that it touches.
pub(super) fn of_branch(
    project: &mut Project,
    revision: &str,
    diagnostics: Vec<Diagnostic>,
) -> anyhow::Result<(Vec<Diagnostic>, BTreeSet<SourcePath>)> {
    let root = project.folder.files().root().to_path_buf();
    let Branch { touched, known: kept } = Git::of(&root).branch_since(revision)?;
    let paths: BTreeSet<SourcePath> = touched.iter().map(|it| it.path.clone()).collect();
    let before = project.apply(touched.into_iter().map(as_it_was).collect());
    let mut known: HashMap<Said, usize> = HashMap::new();
    for one in before.diagnostics() {
        *known.entry(said(one)).or_default() += 1;
    }
    let mut is_told = |one: &Diagnostic| {
        let was_there = known.get_mut(&said(one)).filter(|count| **count > 0);
        let is_old = was_there.map(|count| *count -= 1).is_some();
        let path = &one.span.path;
        // Git cannot say what a file was that it does not keep.
        let is_unkept = !kept.contains(path) && root.join(path.as_str()).symlink_metadata().is_ok();
        paths.contains(path) || is_unkept || !is_old
    };
    let told = diagnostics.into_iter().filter(|one| is_told(one)).collect();
    Ok((told, paths))
}

/// What stays the same when lines move: the file, the code and the message.
type Said = (SourcePath, Code, String);

fn said(one: &Diagnostic) -> Said {
    (one.span.path.clone(), one.code, one.message.clone())
}

/// The change that undoes what the branch did to a file.
fn as_it_was(file: Touched) -> Change {
    let content = file.before.map_or(Content::Gone, |bytes| content(&file.path, &bytes));
    Change { path: file.path, content }
}

/// What a file held, as far as other files depend on it.
fn content(path: &SourcePath, bytes: &[u8]) -> Content {
    let hash = Hash::of(bytes);
    match Role::of(path) {
        Role::Config
        | Role::Programme
        | Role::Coach
        | Role::Quarter
        | Role::BrandStops
        | Role::Jobs
        | Role::Document
        | Role::Look => match str::from_utf8(bytes) {
            Ok(text) => Content::Text(text.into()),
            Err(_) => Content::Bytes(bytes.into()),
        },
        Role::Asset | Role::Other => match picture::header(bytes) {
            Ok(picture) => Content::Picture(picture),
            Err(_) => Content::File { hash, tells: Tells::default() },
        },
    }
}
