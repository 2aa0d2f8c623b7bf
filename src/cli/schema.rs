//! `storywall schema`: every field that front matter may have, for people and for editors.

use std::collections::BTreeSet;
use std::fmt::Write;

use anyhow::{Context, bail};

use super::Ended;
use super::output::{print, print_lines, say};
use super::project::{Project, ProjectArgs};
use crate::base::Source;
use crate::base::diagnostic::nearest;
use crate::config::Repository;
use crate::document::Facts;
use crate::document::reference::{
    CMS_LANGUAGES, CmsSite, EditorWords, Named, Place, Subject, cms_config, json_schema, markdown,
    unkept,
};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The kind of file, such as story, person or faq, whose JSON Schema to print. Without it, all kinds
    /// are listed.
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// Print all fields of all kinds, as a page for authors.
    #[arg(long, conflicts_with = "kind")]
    markdown: bool,
    /// Print the configuration of Sveltia CMS for this site, an editor in the browser.
    #[arg(long, conflicts_with_all = ["kind", "markdown"])]
    cms: bool,
    /// The language of the names and hints that editors see in it: en, da or nl. Without it, the site's
    /// first language, or English.
    #[arg(long, value_name = "LANG", requires = "cms")]
    lang: Option<String>,
    #[command(flatten)]
    project: ProjectArgs,
}

pub(crate) fn run(args: Args) -> anyhow::Result<Ended> {
    if args.cms {
        return cms(&args);
    }
    if args.markdown {
        print(markdown().trim_end())?;
        return Ok(Ended::Fine);
    }
    let subjects = Subject::all();
    let Some(word) = args.kind else {
        print_lines(kinds(&subjects).trim_end())?;
        return Ok(Ended::Fine);
    };
    let Some(subject) = subjects.iter().copied().find(|subject| subject.word() == word) else {
        let words: Vec<&str> = subjects.iter().map(|subject| subject.word()).collect();
        match nearest(&word, words.iter().copied()) {
            Some(near) => bail!("there is no kind “{word}”: did you mean “{near}”?"),
            None => bail!("there is no kind “{word}”: use one of these: {}", words.join(", ")),
        }
    };
    print(&serde_json::to_string_pretty(&json_schema(subject))?)?;
    Ok(Ended::Fine)
}

/// What there is a schema of.
fn kinds(subjects: &[Subject]) -> String {
    let mut text = String::from("storywall schema KIND prints the fields of one kind of file:\n\n");
    for subject in subjects {
        let (word, heading) = (subject.word(), subject.heading());
        let _ = writeln!(text, "  {word:<12}  {heading}");
    }
    text + "\nstorywall schema --markdown prints all fields of all kinds, as a page for authors.\n"
}

/// The configuration, and beside it which files the editor would not keep as they are.
fn cms(args: &Args) -> anyhow::Result<Ended> {
    let language = args.lang.as_deref();
    if let Some(other) = language.filter(|it| !CMS_LANGUAGES.contains(it)) {
        bail!("there are no names and hints in “{other}”: use one of {}", CMS_LANGUAGES.join(", "));
    }
    let project = args.project.open_to_read()?;
    let site = project.snapshot.site();
    let edit_url = site.config.file.edit_url.as_ref().context(
        "site.toml has no edit_url, which says where the repository is. For example: edit_url = \
         \"https://github.com/OWNER/NAME/edit/main/{path}\"",
    )?;
    let edit_url = &edit_url.value.0;
    let repository = Repository::of(edit_url).with_context(|| {
        format!(
            "edit_url in site.toml is “{edit_url}”, and that does not say which forge it is: write it as \
             GitHub does (…/edit/main/{{path}}), GitLab (…/-/edit/main/{{path}}) or Forgejo \
             (…/_edit/main/{{path}})"
        )
    })?;
    let programme = &site.programme;
    let default = site.config.default_language();
    let language = language.unwrap_or(default);
    let base_url = site.base_url();
    let places: Vec<Place> = places(&project).into_iter().collect();
    let own_names: Vec<String> =
        site.config.languages.iter().map(|code| own_name(&project, code)).collect();
    let config = cms_config(&CmsSite {
        languages: &site.config.languages,
        own_names: &own_names,
        repository: &repository,
        published: base_url.as_deref(),
        places: &places,
        words: EditorWords::of(language),
        teams: programme
            .teams
            .iter()
            .map(|team| Named { id: &team.id.value, name: team.name.get(language, default) })
            .collect(),
        goals: programme
            .goals
            .iter()
            .map(|goal| Named { id: &goal.id.value, name: goal.name.get(language, default) })
            .collect(),
        roles: programme
            .roles
            .iter()
            .map(|role| Named { id: &role.id.value, name: role.name.get(language, default) })
            .collect(),
    });
    print(config.trim_end())?;
    warn(&project);
    Ok(Ended::Fine)
}

/// What a language calls itself, or its code.
fn own_name(project: &Project, code: &str) -> String {
    let key = format!("own-name-{code}");
    let snapshot = &project.snapshot;
    let name = snapshot.texts().get(snapshot.site().languages.default(), &key).to_string();
    if name == key { code.to_owned() } else { name }
}

/// The folders of texts, each with their kind; the text that opens a folder belongs to that.
fn places(project: &Project) -> BTreeSet<Place> {
    let facts = project.snapshot.site().facts.values();
    let place = |facts: &Facts| {
        let (folder, name) = facts.name.rsplit_once('/').unwrap_or(("", &facts.name));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        (name != "index").then_some(Place { folder, kind: facts.kind })
    };
    facts.filter(|facts| !facts.is_translation()).filter_map(|facts| place(facts)).collect()
}

/// Which files the editor would not keep as they are.
fn warn(project: &Project) {
    let site = project.snapshot.site();
    for facts in site.facts.values() {
        let subject = match facts.is_translation() {
            true => Subject::Translation,
            false => facts.kind.into(),
        };
        let Some(text) = project.text(&facts.path) else { continue };
        let source = Source::new(facts.path.clone(), text.to_string());
        for (range, says) in unkept(&source, subject, &site.config.languages) {
            let line = text[..range.start].matches('\n').count() + 1;
            say(&format!("{}:{line}: {says}", facts.path));
        }
    }
}
