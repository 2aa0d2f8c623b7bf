//! Where the site of a repository begins a new file, by the address at which it edits one.

use serde::Serialize;

use crate::config::{self, Repository};

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

impl Forge {
    /// `edit_url` as `site.toml` says it; `None` for what is no address of a known kind.
    pub(super) fn of(edit_url: &str) -> Option<Forge> {
        let repository = Repository::of(edit_url)?;
        // How one begins a file there, and the two parameters of that.
        let (begins, name, text) = match repository.forge {
            config::Forge::GitLab => ("/-/new/", "file_name", None),
            config::Forge::Forgejo => ("/_new/", "filename", Some("value")),
            config::Forge::GitHub => ("/new/", "filename", Some("value")),
        };
        Some(Forge {
            url: format!("{}{begins}{}", repository.url, repository.branch),
            host: repository.host_and_path().0.to_owned(),
            name,
            text,
            folder: repository.folder,
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
}
