//! `storywall new`: begin a text, in the right place and with fields that are right; a story, a question
//! and a theme also from what somebody sent.

mod author;
mod editor;
mod fields;
mod letter;
mod nameless;
mod nobody;
mod own_pictures;
mod photo_names;
mod received;
mod told;
mod told_in;
mod wish;

use std::path::PathBuf;

use anyhow::{Context, anyhow, bail, ensure};

pub(crate) use self::nobody::NOBODY;

use self::author::Author;
use self::fields::{Fields, option_for};
use self::received::{Beside, Received};
use super::Ended;
use super::files::{NewFile, free_place, write_all};
use super::output::{print_lines, say_report};
use super::project::{Project, ProjectArgs};
use crate::base::diagnostic::{Severity, nearest};
use crate::base::{Change, Code, Diagnostic};
use crate::document::kinds::theme::Theme;
use crate::document::kinds::translation::Translation;
use crate::document::kinds::{Kind, KindProse};
use crate::document::new_text::{self, NewText};
use crate::language::Language;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// What to begin: story, person, question, theme, event, talk, training, guideline, digest or page.
    #[arg(value_name = "KIND", value_parser = kind)]
    kind: Kind,
    /// Its title; a person's name. What was sent may bring its own.
    #[arg(value_name = "TITLE", required_unless_present = "from", num_args = 1..)]
    title: Vec<String>,
    /// What somebody sent, as a story, a question or a theme: a text (.txt, .md), an email (.eml), an
    /// archive (.zip), or the text of an issue that the form of a forge made. For the photos of a story,
    /// give the option again. No word is changed. A question and a theme begin as drafts.
    #[arg(long, value_name = "FILE")]
    from: Vec<PathBuf>,
    /// Who tells it: the name of their file in content/people/, or their own name, for which such a
    /// file is begun, too. Several with a comma between.
    #[arg(long, value_name = "PERSON")]
    author: Option<String>,
    /// The story is told without a name: nothing of who sent it is written down. Git's history names
    /// whoever commits the file, so the colleague who helps does that.
    #[arg(long, conflicts_with = "author")]
    anonymous: bool,
    /// The theme it belongs to. Its questions are put into the file, as comments that no reader sees.
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// The language it is told in, if not the site's first.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// The day on which it appears. Without it, a story and a letter have today. A letter begins on the
    /// day after the one before it.
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

/// The kinds of which somebody can send one: the pages on which colleagues write make these.
const SENT: &[Kind] = &[Kind::Story, Kind::Faq, Kind::Theme];

/// Writes the files if what they would say is right, and else nothing.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    ensure!(
        args.from.is_empty() || SENT.contains(&args.kind),
        "only a story, a question and a theme are begun from what somebody sent: leave out --from"
    );
    if let Some(nobody) = args.author.as_deref().and_then(nobody::among) {
        bail!("nobody is called “{nobody}”: write the name of whoever tells it behind --author");
    }
    if let Some(wish) = args.author.as_deref().filter(|author| wish::is_in(author)) {
        bail!("“{wish}” is not a name: write --anonymous in place of --author");
    }
    ensure!(
        !args.anonymous || args.kind == Kind::Story,
        "only a story can be anonymous: leave out --anonymous"
    );
    let editor = if args.edit { Some(editor::of_the_shell()?) } else { None };
    let received = Received::read(&args.from)?;
    ensure!(
        args.kind == Kind::Story || received.submission.photos.is_empty(),
        "{one} has no photos: send the words alone behind --from",
        one = args.kind.row().one
    );
    let mut project = args.project.open_to_compare()?;
    if !received.flaws().is_empty() {
        say_report(told::report_on_fields(&project.snapshot, &received).trim_end());
        say_report("\nNothing was written.");
        return Ok(Ended::Problems);
    }
    let new = begun(args, &project, &received)?;
    let root = project.folder.files().root();
    let story = &new.files[0].path;
    let place = |it: &NewFile| free_place(root, &it.path, &photo_names::remedy(story, &it.path));
    let targets = new.files.iter().map(place);
    let targets = targets.collect::<anyhow::Result<Vec<PathBuf>>>()?;
    let change = |it: &NewFile| Change { path: it.path.clone(), content: it.content() };
    let then = project.apply(new.files.iter().map(change).collect());
    // Where there is no site, or its settings cannot be read, nobody knows whether the text is right.
    let settings = &then.site().config.path;
    let is_told = |it: &&Diagnostic| {
        new.files.iter().any(|file| file.path == it.span.path) || it.span.path == *settings
    };
    let mistakes: Vec<Diagnostic> = then
        .diagnostics()
        .iter()
        .filter(is_told)
        .filter(|it| it.severity() == Severity::Error)
        .cloned()
        .collect();
    if !mistakes.is_empty() {
        let report = told::report(&then, &mistakes, new.files.first(), &received);
        say_report(report.trim_end());
        if args.author.is_some() && mistakes.iter().any(|it| it.code == Code::UnknownPerson) {
            say_report("\nWho has no file yet gets one with --author \"First Last\".");
        }
        say_report("\nNothing was written.");
        return Ok(Ended::Problems);
    }
    let not_sent = photo_names::not_sent(&then, &new.files, project.folder.files().root());
    write_all(&new.files, &targets)?;
    for file in &new.files {
        print_lines(&args.project.root.join(file.path.as_str()).display().to_string())?;
    }
    for remark in new.remarks.iter().chain(&not_sent) {
        say_report(&format!("note: {}", super::output::harmless(remark)));
    }
    if let (Some(editor), Some(target)) = (editor, targets.first()) {
        editor::open(&editor, target)?;
    }
    Ok(Ended::Fine)
}

/// What the words of the command mean: the text first, then what lies beside it.
struct Begun {
    files: Vec<NewFile>,
    /// What was not taken of a file that was sent.
    remarks: Vec<String>,
}

fn begun(args: &Args, project: &Project, received: &Received) -> anyhow::Result<Begun> {
    let site = project.snapshot.site();
    let one = args.kind.row().one;
    let mut fields = Fields { kind: args.kind, sent: &received.names, values: vec![] };
    let typed = args.title.join(" ").trim().to_owned();
    let titled = fields.all()[0].name;
    let title = match (typed.is_empty(), &received.submission.title) {
        (false, _) => {
            fields.set(titled, &typed)?;
            typed
        }
        (true, Some(title)) if !fields.is_sent(titled) => {
            fields.set_if_unsaid(titled, title);
            title.clone()
        }
        _ => received.value("title").unwrap_or_default().to_owned(),
    };
    ensure!(
        !title.is_empty(),
        "it brings no title: write one behind “{one}”",
        one = args.kind.row().word
    );
    let is_wished = args.kind == Kind::Story && args.author.is_none() && wish::is_sent(received);
    let is_anonymous = args.anonymous || is_wished || nameless::is_sent(received);
    ensure!(
        !is_anonymous || args.author.is_none(),
        "the text that was sent says that it is anonymous: leave out --author"
    );
    let author = if is_anonymous {
        None
    } else if args.kind == Kind::Story {
        Author::find(args.author.as_deref(), received, project)
    } else {
        args.author.as_deref().map(Author::as_typed)
    };
    let today = || project.snapshot.options().today.to_string();
    let date = args
        .date
        .clone()
        .or_else(|| (args.kind == Kind::Story && !fields.is_sent("date")).then(today));
    let sent_fields = match is_anonymous {
        true => received.fields_without("author"),
        false => received.fields_of(author.as_ref().map(|it| it.value())),
    };
    if (args.anonymous || is_wished)
        && !(fields.is_sent("anonymous") && nameless::is_sent(received))
    {
        fields.set("anonymous", "yes")?;
    }
    // Somebody answers first.
    if !args.from.is_empty() && args.kind != Kind::Story {
        fields.set_if_unsaid("status", "draft");
    }
    if args.kind == Kind::Digest {
        let typed = args.others.iter().filter_map(|other| other.split_once('='));
        let typed = typed
            .filter(|(name, _)| name.trim() == "date")
            .map(|(_, date)| date.trim())
            .next_back();
        let (sent, since) = letter::days(site, typed.or(args.date.as_deref()));
        fields.set("since", &since.to_string())?;
        fields.set("date", &sent.to_string())?;
    }
    let is_author_sent = fields.is_sent("author") && args.author.is_none();
    let told_in = told_in::language(args, site, received);
    let asked = [
        (
            "author",
            "author",
            author.as_ref().filter(|_| !is_author_sent).map(|it| it.value().to_owned()),
        ),
        ("theme", "theme", args.theme.clone()),
        ("lang", "lang", args.lang.clone().or_else(|| told_in.clone())),
        ("date", "date", date),
    ];
    for (option, name, value) in asked {
        let Some(value) = value else { continue };
        let has = fields.all().iter().any(|field| field.name == name);
        ensure!(
            has || option != "lang",
            "{one} begins in the site's first language; its translation is a file beside it, whose \
             name ends in .{value}.md"
        );
        // Who gives a talk is a speaker, not an author.
        let is_speaker = fields.all().iter().any(|field| field.name == "speakers");
        let name = if option == "author" && !has && is_speaker { "speakers" } else { name };
        ensure!(has || name != option, "{one} has no {name}: leave out --{option}");
        fields.set(name, &value).with_context(|| format!("--{option} does not fit {one}"))?;
    }
    for other in &args.others {
        let (name, value) = other
            .split_once('=')
            .ok_or_else(|| anyhow!("“{other}” lacks a value: write it as --set {other}=…"))?;
        fields.set(name.trim(), value.trim())?;
    }
    let has =
        |name: &str| fields.is_sent(name) || fields.values.iter().any(|(own, _)| *own == name);
    let lacking = fields.all().iter().filter(|field| field.required && !field.is_met(has));
    let somebody = site.of_kind(Kind::Person).next().map(|person| person.id());
    // Nobody of the site is named for what somebody else may have written.
    let nobody = format!("\"{NOBODY}\"");
    let somebody = if args.from.is_empty() { somebody } else { Some(&*nobody) };
    let options: Vec<String> = lacking.map(|field| option_for(field, somebody)).collect();
    let options = options.join(" and ");
    if !args.from.is_empty() && options.contains("--author") {
        let sender = received.address().map_or_else(
            || "nothing that was sent names an author".to_owned(),
            |mail| format!("the email came from {mail}, and says no name"),
        );
        bail!("{sender}: ask who wrote it, and add {options}");
    }
    ensure!(options.is_empty(), "{one} needs more than a title: add {options}");

    let code = args.lang.as_deref().or(told_in.as_deref()).or_else(|| received.value("lang"));
    let language = code.and_then(Language::parse);
    let language = language.unwrap_or_else(|| site.languages.default().clone());
    let called = args.file.as_deref().map(|name| name.strip_suffix(".md").unwrap_or(name));
    let day = args.date.as_deref().or_else(|| received.value("date"));
    let year = match day.and_then(|date| date.get(..4)?.parse().ok()) {
        Some(year) => year,
        None => project.snapshot.options().today.year(),
    };
    let path = new_text::path(args.kind, called.unwrap_or(&title), year, &language);
    let path = path.ok_or_else(|| {
        anyhow!("no letter of this title can stand in the name of a file: add --file NAME")
    })?;

    let mut remarks = received.submission.remarks.clone();
    remarks.extend(told_in.as_deref().map(told_in::remark));
    let photos = received.photos_beside(&path, &mut remarks);
    if let Some(author) = &author {
        remarks.extend(author.remark.clone());
    }
    // The line that would have been the title is one of the words, if another title is chosen.
    let own_title = received.submission.title.as_deref();
    let body = match args.title.is_empty() && own_title == Some(title.as_str()) {
        true => received.submission.body.clone(),
        false => format!("{}{}", received.submission.titled, received.submission.body),
    };
    let (body, shown) = own_pictures::linked(&path, &body, &photos, &site.config.languages);
    let is_listed = |(at, _): &(usize, &Beside)| !fields.is_sent("photos") && !shown.contains(at);
    let listed = photos.iter().enumerate().filter(is_listed);
    let listed: Vec<String> = listed.map(|(_, photo)| photo.file_name().to_owned()).collect();
    if !listed.is_empty() {
        remarks.push("Say in the field alt what each photo shows, and in shows whom".to_owned());
    }
    let new = NewText {
        sent_fields: &sent_fields,
        fields: fields.values,
        photos: listed,
        lead: project.snapshot.texts().get(&language, "new-questions").to_string(),
        questions: if body.is_empty() { questions(args, project, &language) } else { vec![] },
        body: &body,
    };
    let source = new.source();
    if is_anonymous {
        remarks.extend(is_wished.then(|| wish::REMARK.to_owned()));
        remarks.extend(nameless::remarks(received, project, &path, &source)?);
    }
    let mut files = vec![NewFile::text(path, source)];
    files.extend(photos.into_iter().map(Beside::into_file));
    files.extend(author.iter().flat_map(Author::new_files));
    Ok(Begun { files, remarks })
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
