//! Where the site of a repository begins a new file, by the address at which it edits one.

use serde::Serialize;

/// The page of a repository on which a new file is begun.
#[derive(Debug, PartialEq, Serialize)]
pub(in crate::views) struct Forge {
    /// Without its parameters.
    url: String,
    /// What the page is known by: `git.sundbro.example`.
    host: String,
    /// The parameter with the name of the file.
    name: &'static str,
    /// The parameter with its text; not every page takes one.
    text: Option<&'static str>,
    /// The folder of the site in its repository, with a slash behind it.
    folder: String,
}

/// How an address edits a file, how one begins a file there, and the two parameters of that. The
/// first that fits counts: GitLab, then Forgejo and Gitea, then GitHub.
const KINDS: &[(&str, &str, &str, Option<&str>)] = &[
    ("/-/edit/", "/-/new/", "file_name", None),
    ("/_edit/", "/_new/", "filename", Some("value")),
    ("/edit/", "/new/", "filename", Some("value")),
];

impl Forge {
    /// `edit_url` as `site.toml` says it; `None` for what is no address of a known kind.
    pub(super) fn of(edit_url: &str) -> Option<Forge> {
        let before = edit_url.strip_suffix("{path}")?;
        let host = before.split_once("://")?.1.split('/').next()?;
        let (edits, begins, name, text) = KINDS.iter().find(|kind| before.contains(kind.0))?;
        let (repository, branch) = before.split_once(edits)?;
        let (branch, folder) = branch.split_once('/').filter(|(branch, _)| !branch.is_empty())?;
        Some(Forge {
            url: format!("{repository}{begins}{branch}"),
            host: host.to_owned(),
            name,
            text: *text,
            folder: folder.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_begins_where_files_are_edited() {
        for (edit_url, url, name, text, folder) in [
            (
                "https://git.example/people/handbook/edit/main/{path}",
                "https://git.example/people/handbook/new/main",
                "filename",
                Some("value"),
                "",
            ),
            (
                "https://git.example/people/handbook/_edit/main/site/{path}",
                "https://git.example/people/handbook/_new/main",
                "filename",
                Some("value"),
                "site/",
            ),
            (
                "https://git.example/a/b/c/-/edit/trunk/{path}",
                "https://git.example/a/b/c/-/new/trunk",
                "file_name",
                None,
                "",
            ),
        ] {
            let forge = Forge {
                url: url.to_owned(),
                host: "git.example".to_owned(),
                name,
                text,
                folder: folder.to_owned(),
            };
            assert_eq!(Forge::of(edit_url), Some(forge), "{edit_url}");
        }
    }

    #[test]
    fn other_addresses_begin_nothing() {
        for edit_url in [
            "https://wiki.example/{path}",
            "https://git.example/people/handbook/edit/{path}",
            "https://git.example/people/handbook/edit/main/{path}?plain=1",
            "{path}",
        ] {
            assert_eq!(Forge::of(edit_url), None, "{edit_url}");
        }
    }
}
