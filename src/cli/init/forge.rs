//! The files that a forge reads: what checks and builds the site, who looks at what, what a request
//! and an issue ask; and what editors and Git read beside them. They can be added to a site that is
//! there already.

use std::fs;
use std::path::Path;

use anyhow::Context;
use clap::ValueEnum;
use include_dir::{Dir, include_dir};

use crate::base::{Source, SourcePath};
use crate::cli::files::NewFile;
use crate::config::Config;
use crate::document::reference::{Subject, json_schema};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter/forge");

/// Where the repository is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Forge {
    Github,
    Gitlab,
    /// Also Gitea.
    Forgejo,
    None,
}

impl Forge {
    pub(super) fn parse(text: &str) -> Result<Forge, String> {
        let words = "write github, gitlab, forgejo or none".to_owned();
        Forge::from_str(text.trim(), true).map_err(|_| words)
    }

    fn folder(self) -> Option<&'static str> {
        match self {
            Forge::Github => Some("github"),
            Forge::Gitlab => Some("gitlab"),
            Forge::Forgejo => Some("forgejo"),
            Forge::None => None,
        }
    }

    /// The texts in the language of the site, and where each stands.
    fn texts(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Forge::Github => &[
                ("request.md", ".github/pull_request_template.md"),
                ("story.yml", ".github/ISSUE_TEMPLATE/story.yml"),
            ],
            Forge::Gitlab => &[
                ("request.md", ".gitlab/merge_request_templates/Default.md"),
                ("story.md", ".gitlab/issue_templates/Story.md"),
            ],
            Forge::Forgejo => &[
                ("request.md", ".forgejo/pull_request_template.md"),
                ("story.yml", ".forgejo/ISSUE_TEMPLATE/story.yml"),
            ],
            Forge::None => &[],
        }
    }
}

/// All files for this forge, with words in this language.
pub(super) fn files(forge: Forge, language: &str) -> Vec<NewFile> {
    let Some(folder) = forge.folder() else { return vec![] };
    let mut files = vec![];
    for own in [folder, "common"] {
        let all = FILES.get_dir(own).expect("each forge has a folder");
        tree(all, own, &mut files);
    }
    for (from, to) in forge.texts() {
        let known = FILES.get_file(format!("words/{language}/{from}"));
        let file = known.or_else(|| FILES.get_file(format!("words/en/{from}")));
        let text = file.and_then(|file| file.contents_utf8()).expect("each text is there");
        // Forgejo and Gitea call the field of an issue form otherwise.
        let text = match forge {
            Forge::Forgejo => text.replacen("\ndescription: ", "\nabout: ", 1),
            _ => text.to_owned(),
        };
        files.push(NewFile::text(path(to), text));
    }
    for subject in Subject::all() {
        let schema = serde_json::to_string_pretty(&json_schema(subject)).expect("a schema is JSON");
        files
            .push(NewFile::text(path(&format!(".schemas/{}.json", subject.word())), schema + "\n"));
    }
    files
}

fn tree(folder: &Dir<'static>, above: &str, files: &mut Vec<NewFile>) {
    for file in folder.files() {
        let name = file.path().to_str().expect("embedded names are UTF-8");
        let name = name.strip_prefix(above).unwrap_or(name).trim_start_matches('/');
        let text = file.contents_utf8().expect("these files are text").to_owned();
        let new = NewFile::text(path(name), text);
        files.push(if name.starts_with(".githooks/") { new.runnable() } else { new });
    }
    folder.dirs().for_each(|inner| tree(inner, above, files));
}

fn path(name: &str) -> SourcePath {
    SourcePath::new(name).expect("a path inside")
}

/// The first language of the site in this folder.
pub(super) fn language_of(folder: &Path) -> anyhow::Result<String> {
    let file = folder.join("site.toml");
    let text =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let source = Source::new(path("site.toml"), text.as_str());
    Ok(Config::read(&source, &mut vec![]).default_language().to_owned())
}
