//! `storywall new`: begin a text, in the right place and with fields that are right.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, anyhow, bail, ensure};

use super::Ended;
use super::project::{Project, ProjectArgs, human, print_lines, say_report};
use crate::base::diagnostic::{Severity, nearest};
use crate::base::{Change, Content, Diagnostic, SourcePath};
use crate::data::Field;
use crate::document::kinds::theme::Theme;
use crate::document::kinds::translation::Translation;
use crate::document::kinds::{Kind, KindProse};
use crate::document::new_text::{self, NewText};
use crate::language::Language;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// What to begin: story, person, question, theme, event, talk, training, guideline or page.
    #[arg(value_name = "KIND", value_parser = kind)]
    kind: Kind,
    /// Its title; a person's name.
    #[arg(value_name = "TITLE", required = true, num_args = 1..)]
    title: Vec<String>,
    /// Who tells it: the name of their file in content/people/. Several with a comma between.
    #[arg(long, value_name = "PERSON")]
    author: Option<String>,
    /// The theme it belongs to. Its questions are put into the file, as comments that no reader sees.
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// The language it is told in, if not the site's first.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// The day on which it appears. Without it, a story has today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// Any other field, as in --set location=Esbjerg. May be given several times.
    #[arg(long = "set", value_name = "FIELD=VALUE")]
    others: Vec<String>,
    /// Another name for the file than that of the title.
    #[arg(long, value_name = "NAME")]
    file: Option<String>,
    /// Open the file in the editor that VISUAL or EDITOR names.
    #[arg(long)]
    edit: bool,
    #[command(flatten)]
    project: ProjectArgs,
}

/// Words for a kind besides its name in the table of kinds.
const OTHER_WORDS: &[(&str, Kind)] = &[("question", Kind::Faq), ("event", Kind::Opportunity)];

fn kind(word: &str) -> Result<Kind, String> {
    let own = Kind::ALL.iter().map(|kind| (kind.row().word, *kind));
    let all: Vec<(&str, Kind)> = OTHER_WORDS.iter().copied().chain(own).collect();
    let asked = word.to_lowercase();
    if let Some((_, kind)) = all.iter().find(|(word, _)| *word == asked) {
        return Ok(*kind);
    }
    let words = || all.iter().map(|(word, _)| *word);
    Err(match nearest(&asked, words()) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("it can be {}", words().collect::<Vec<_>>().join(", ")),
    })
}

/// Writes the file if what it would say is right, and else nothing.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let editor = if args.edit { Some(editor()?) } else { None };
    let mut project = args.project.open_to_compare()?;
    let (path, text) = file(args, &project)?;
    let target = free_place(project.folder.files().root(), &path)?;
    let then = project
        .apply(vec![Change { path: path.clone(), content: Content::Text(text.as_str().into()) }]);
    // Where there is no site, or its settings cannot be read, nobody knows whether the text is right.
    let settings = &then.site().config.path;
    let is_told = |it: &&Diagnostic| it.span.path == path || it.span.path == *settings;
    let mistakes: Vec<Diagnostic> = then
        .diagnostics()
        .iter()
        .filter(is_told)
        .filter(|it| it.severity() == Severity::Error)
        .cloned()
        .collect();
    if !mistakes.is_empty() {
        say_report(human(&then, &mistakes).trim_end());
        say_report("\nNothing was written.");
        return Ok(Ended::Problems);
    }
    write(&target, &text)?;
    print_lines(&args.project.root.join(path.as_str()).display().to_string())?;
    if let Some(editor) = editor {
        edit(&editor, &target)?;
    }
    Ok(Ended::Fine)
}

/// The file that the words of the command mean.
fn file(args: &Args, project: &Project) -> anyhow::Result<(SourcePath, String)> {
    let site = project.snapshot.site();
    let own = args.kind.fields();
    let one = args.kind.row().one;
    let title = args.title.join(" ").trim().to_owned();
    let mut fields: Vec<(&str, String)> = vec![];
    let mut add = |name: &str, value: String| -> anyhow::Result<()> {
        let field = field(own, name, args.kind)?;
        fields.retain(|(other, _)| *other != field);
        fields.push((field, value));
        Ok(())
    };
    add(own[0].name, title.clone())?;
    let author = args.author.as_ref().map(|author| match author.contains(',') {
        true => format!("[{author}]"),
        false => author.clone(),
    });
    let today = || project.snapshot.options().today.to_string();
    let date = args.date.clone().or_else(|| (args.kind == Kind::Story).then(today));
    let asked = [
        ("author", "author", author),
        ("theme", "theme", args.theme.clone()),
        ("lang", "lang", args.lang.clone()),
        ("date", "date", date),
    ];
    for (option, name, value) in asked {
        let Some(value) = value else { continue };
        let has = own.iter().any(|field| field.name == name);
        ensure!(
            has || option != "lang",
            "{one} begins in the site's first language; its translation is a file beside it, whose \
             name ends in .{value}.md"
        );
        // Who gives a talk is a speaker, not an author.
        let name = if option == "author" && !has { "speakers" } else { name };
        add(name, value).with_context(|| format!("--{option} does not fit {one}"))?;
    }
    for other in &args.others {
        let (name, value) = other
            .split_once('=')
            .ok_or_else(|| anyhow!("“{other}” lacks a value: write it as --set {other}=…"))?;
        add(name.trim(), value.trim().to_owned())?;
    }
    let lacking = own.iter().filter(|field| field.required);
    let lacking = lacking.filter(|field| fields.iter().all(|(name, _)| *name != field.name));
    let somebody = site.of_kind(Kind::Person).next().map(|person| person.id());
    let options: Vec<String> = lacking.map(|field| option_for(field, somebody)).collect();
    ensure!(options.is_empty(), "{one} needs more than a title: add {}", options.join(" and "));

    let language = args.lang.as_deref().and_then(Language::parse);
    let language = language.unwrap_or_else(|| site.languages.default().clone());
    let called = args.file.as_deref().map(|name| name.strip_suffix(".md").unwrap_or(name));
    let year = match args.date.as_deref().and_then(|date| date.get(..4)?.parse().ok()) {
        Some(year) => year,
        None => project.snapshot.options().today.year(),
    };
    let path = new_text::path(args.kind, called.unwrap_or(&title), year, &language);
    let path = path.ok_or_else(|| {
        anyhow!("no letter of this title can stand in the name of a file: add --file NAME")
    })?;
    let new = NewText {
        fields,
        lead: project.snapshot.texts().get(&language, "new-questions").to_string(),
        questions: questions(args, project, &language),
    };
    Ok((path, new.source()))
}

/// The field that is called so.
fn field(own: &'static [Field], name: &str, kind: Kind) -> anyhow::Result<&'static str> {
    if let Some(field) = own.iter().find(|field| field.name == name) {
        return Ok(field.name);
    }
    let one = kind.row().one;
    match nearest(name, own.iter().map(|field| field.name)) {
        Some(near) => bail!("{one} has no field “{name}”; did you mean {near}?"),
        None => bail!("{one} has no field “{name}”: storywall schema lists those that it has"),
    }
}

/// The option that fills a field, with somebody of this site or with the field's example.
fn option_for(field: &Field, somebody: Option<&str>) -> String {
    match field.name {
        "author" | "speakers" => format!("--author {}", somebody.unwrap_or(field.example)),
        name => format!("--set {name}={}", field.example),
    }
}

/// The questions of the theme, in the language of the text where they are translated.
fn questions(args: &Args, project: &Project, language: &Language) -> Vec<String> {
    let snapshot = &project.snapshot;
    let name = args.theme.as_ref().map(|theme| format!("themes/{theme}"));
    let Some(entry) = name.and_then(|name| snapshot.site().entry(&name)) else { return vec![] };
    let translated = snapshot.document(entry.in_language(language.as_str()));
    let translated = translated.and_then(|text| Translation::of(&text.prose.fields));
    let own = snapshot.document(&entry.original).and_then(|text| Theme::of(&text.prose.fields));
    let translated = translated.map(|words| &words.prompts).filter(|all| !all.is_empty());
    translated.or(own.map(|words| &words.prompts)).cloned().unwrap_or_default()
}

/// Where the file will be, if nothing is there and no link leads away from the folder.
fn free_place(root: &Path, path: &SourcePath) -> anyhow::Result<PathBuf> {
    let mut place = root.to_path_buf();
    let parts: Vec<&str> = path.as_str().split('/').collect();
    for (at, part) in parts.iter().enumerate() {
        place.push(part);
        let Ok(found) = place.symlink_metadata() else { continue };
        if at + 1 == parts.len() {
            bail!("{path} exists already: choose another title, or another name with --file NAME");
        }
        ensure!(!found.is_symlink(), "{} is a link to another folder", place.display());
    }
    Ok(place)
}

/// Writes a file where none is.
fn write(target: &Path, text: &str) -> anyhow::Result<()> {
    let folder = target.parent().expect("a text lies in a folder");
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let written = fs::File::create_new(target).and_then(|mut file| file.write_all(text.as_bytes()));
    written.with_context(|| format!("cannot write {}", target.display()))
}

/// The editor of the shell.
fn editor() -> anyhow::Result<String> {
    let own = |name: &str| std::env::var(name).ok().filter(|words| !words.trim().is_empty());
    let command = ["VISUAL", "EDITOR"].into_iter().find_map(own);
    command.ok_or_else(|| {
        anyhow!("no editor is known: set VISUAL or EDITOR to the name of its program")
    })
}

/// Opens the file, and waits until it is closed where the editor waits, too.
fn edit(editor: &str, target: &Path) -> anyhow::Result<()> {
    let mut words = editor.split_whitespace();
    let program = words.next().expect("an editor has a name");
    let status = Command::new(program).args(words).arg(target).status();
    status.with_context(|| format!("the editor “{editor}” cannot be started"))?;
    Ok(())
}
