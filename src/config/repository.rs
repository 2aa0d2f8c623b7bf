//! Where the repository of a site is, by the address at which it edits a file (`edit_url`).

/// The kind of place that keeps a repository. Each edits files at an address of its own form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Forge {
    GitLab,
    /// Forgejo, and Gitea, from which it comes.
    Forgejo,
    GitHub,
}

/// How an address edits a file; the first that fits counts.
const EDITS: &[(Forge, &str)] =
    &[(Forge::GitLab, "/-/edit/"), (Forge::Forgejo, "/_edit/"), (Forge::GitHub, "/edit/")];

/// A repository at its forge.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Repository {
    pub(crate) forge: Forge,
    /// Its page: `https://git.sundbro.example/people/handbook`.
    pub(crate) url: String,
    pub(crate) branch: String,
    /// The folder of the site in it, with a slash behind it; empty for the whole.
    pub(crate) folder: String,
}

impl Repository {
    /// `edit_url` as `site.toml` says it; `None` for what is no address of a known kind.
    pub(crate) fn of(edit_url: &str) -> Option<Repository> {
        let before = edit_url.strip_suffix("{path}")?;
        let (forge, edits) = EDITS.iter().find(|(_, edits)| before.contains(edits))?;
        let (url, branch) = before.split_once(edits)?;
        let (branch, folder) = branch.split_once('/').filter(|(branch, _)| !branch.is_empty())?;
        url.contains("://").then(|| Repository {
            forge: *forge,
            url: url.to_owned(),
            branch: branch.to_owned(),
            folder: folder.to_owned(),
        })
    }

    /// The place that keeps it, and how it is called there: `git.sundbro.example`,
    /// `people/handbook`.
    pub(crate) fn host_and_path(&self) -> (&str, &str) {
        let after = self.url.split_once("://").map_or("", |(_, after)| after);
        after.split_once('/').unwrap_or((after, ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repository_is_where_files_are_edited() {
        for (edit_url, forge, path, folder) in [
            ("https://git.example/a/b/edit/main/{path}", Forge::GitHub, "a/b", ""),
            ("https://git.example/a/b/_edit/main/site/{path}", Forge::Forgejo, "a/b", "site/"),
            ("https://git.example/a/b/c/-/edit/main/{path}", Forge::GitLab, "a/b/c", ""),
        ] {
            let found = Repository::of(edit_url).expect("an address of a known kind");
            assert_eq!((found.forge, &*found.folder), (forge, folder), "{edit_url}");
            assert_eq!(found.host_and_path(), ("git.example", path), "{edit_url}");
            assert_eq!(found.branch, "main", "{edit_url}");
        }
    }

    #[test]
    fn other_addresses_name_no_repository() {
        for edit_url in [
            "https://wiki.example/{path}",
            "https://git.example/people/handbook/edit/{path}",
            "https://git.example/people/handbook/edit/main/{path}?plain=1",
            "{path}",
        ] {
            assert_eq!(Repository::of(edit_url), None, "{edit_url}");
        }
    }
}
