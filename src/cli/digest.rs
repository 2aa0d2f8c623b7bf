//! `storywall digest`: a letter to colleagues about what was told, as an email that somebody sends.

mod eml;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};

use super::Ended;
use super::output::{print, print_lines, say, say_report, written};
use super::project::{Project, ProjectArgs, human};
use crate::base::Date;
use crate::base::date::parse_date;
use crate::base::diagnostic::nearest;
use crate::document::kinds::Digest;
use crate::document::{Facts, Kind};
use crate::language::Language;
use crate::site::{BuildOptions, Site};
use crate::views::digests::contents::Days;
use crate::views::digests::mail::{Mail, MailWish};

#[derive(clap::Args)]
#[command(mut_arg("drafts", |arg| arg.help(
    "Write a letter that is a draft itself. No letter has a story that is a draft."
)))]
pub(crate) struct Args {
    /// A letter of content/digests/, such as 2026-11-27. Without it, the one that begins on --since;
    /// without that, the newest one.
    #[arg(value_name = "LETTER")]
    letter: Option<String>,
    /// The first day that it covers. Where no letter begins on it, it is a plain one, without an
    /// introduction.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    since: Option<Date>,
    /// The last day that it covers, on which it is sent. Without it, the date of the letter, or
    /// today.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    until: Option<Date>,
    /// The language of the letter. Without it, the site's first one.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// Write it as an email that a mail program opens as a draft; - is the standard output.
    #[arg(long, value_name = "FILE")]
    to_eml: Option<PathBuf>,
    /// Write it as HTML, as plain text and as an email, each into a file of this folder.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    #[command(flatten)]
    project: ProjectArgs,
}

pub(super) fn day(text: &str) -> Result<Date, String> {
    parse_date(text).map_err(|mistake| match mistake.suggestion {
        Some(day) => format!("{}; did you mean {day}?", mistake.message),
        None => format!("{}; write it as year-month-day: 2026-11-27", mistake.message),
    })
}

/// What email programs show of an email before they cut it off.
const MOST: usize = 100_000;

/// Writes the letter, and sends nothing.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let mut project = args.project.open_to_read()?;
    if !project.snapshot.has_errors() {
        // Copies of photos that readers may not see are known by their pixels.
        project.develop(&|_| false);
    }
    let snapshot = &project.snapshot;
    if snapshot.has_errors() {
        say_report(project.human(snapshot.diagnostics()).trim_end());
        say("The letter was not made: it would be of a site that cannot be published.");
        return Ok(Ended::Problems);
    }
    let site = snapshot.site();
    ensure!(
        site.base_url().is_some(),
        "the links of an email need the site's address: write base_url = \"https://…\" into \
         site.toml, or name it with --base-url"
    );
    ensure!(!site.is_public(), "a letter is for colleagues: leave out --audience public");
    let language = language(site, args.lang.as_deref())?;
    let chosen = chosen(site, args)?;
    let today = site.options.today;
    let days = days(args, chosen.as_ref().map(|(_, digest)| *digest), today)?;
    // What is dated until then is told, and consent is that of the later day.
    let options = BuildOptions { today: today.max(days.until), ..site.options.clone() };
    let then = snapshot.under(options);
    let name = chosen.as_ref().map(|(facts, _)| facts.name.as_str());
    let wish = MailWish { name, days, language: &language };
    let Some(mail) = then.mail(&wish) else {
        bail!(
            "the letter {} is a draft: remove its line status: draft, or look at it with --drafts",
            name.unwrap_or_default()
        );
    };
    let mail = match mail {
        Ok(mail) => mail,
        Err(mistake) => {
            say_report(human(snapshot, &[mistake]).trim_end());
            return Ok(Ended::Problems);
        }
    };
    warn(&mail, name, &language);
    give(args, &mail, &project, &language)?;
    Ok(Ended::Fine)
}

pub(super) fn language(site: &Site, asked: Option<&str>) -> anyhow::Result<Language> {
    let Some(code) = asked else { return Ok(site.languages.default().clone()) };
    let known = || site.languages.all();
    let found = known().find(|language| language.as_str().eq_ignore_ascii_case(code));
    found.cloned().with_context(|| {
        let codes: Vec<&str> = known().map(Language::as_str).collect();
        format!("the site has no language “{code}”: use one of these: {}", codes.join(", "))
    })
}

/// The letter that is meant; none where a plain one is.
fn chosen<'a>(site: &'a Site, args: &Args) -> anyhow::Result<Option<(&'a Facts, &'a Digest)>> {
    let letters = site.originals(Kind::Digest);
    let letters: Vec<(&Facts, &Digest)> =
        letters.filter_map(|facts| Some((&**facts, facts.meta.digest()?))).collect();
    if let Some(asked) = &args.letter {
        let inside = asked.strip_prefix("content/").unwrap_or(asked);
        let id = inside.strip_prefix("digests/").unwrap_or(inside).trim_end_matches(".md");
        let id_of = |facts: &Facts| facts.name.trim_start_matches("digests/").to_owned();
        if let Some(found) = letters.iter().find(|(facts, _)| id_of(facts) == id) {
            return Ok(Some(*found));
        }
        let ids: Vec<String> = letters.iter().map(|(facts, _)| id_of(facts)).collect();
        match nearest(id, ids.iter().map(String::as_str)) {
            Some(near) => bail!("there is no letter “{id}”: did you mean {near}?"),
            None => bail!("there is no letter “{id}”: write one as content/digests/{id}.md"),
        }
    }
    Ok(match args.since {
        Some(since) => letters.into_iter().find(|(_, digest)| digest.since == since),
        None => letters.into_iter().max_by_key(|(_, digest)| digest.date),
    })
}

fn days(args: &Args, digest: Option<&Digest>, today: Date) -> anyhow::Result<Days> {
    let since = args.since.or(digest.map(|digest| digest.since)).context(
        "there is no letter in content/digests/, so nobody says from which day on: give it with \
         --since",
    )?;
    let until = args.until.or(digest.map(|digest| digest.date)).unwrap_or(today);
    ensure!(
        since <= until,
        "the letter would end on {until}, before it begins on {since}: give another day with \
         --since or --until"
    );
    Ok(Days { since, until })
}

/// What whoever sends it should know.
fn warn(mail: &Mail, name: Option<&str>, language: &Language) {
    if let Some(name) = name.filter(|_| mail.is_untranslated) {
        say(&format!(
            "Its own words are not in “{code}”: translate them in content/{name}.{code}.md.",
            code = language.as_str()
        ));
    }
    if mail.html.len() > MOST {
        say(&format!(
            "It has {} bytes, and some email programs cut off what is longer than {MOST}: shorten \
             its introduction, or tell about fewer days.",
            mail.html.len()
        ));
    }
}

/// Writes it where it is wanted; without a place, its words are printed.
fn give(args: &Args, mail: &Mail, project: &Project, language: &Language) -> anyhow::Result<()> {
    let email = || eml::of(mail, project.snapshot.site());
    if let Some(folder) = &args.out {
        let name = format!("{}.{}", mail.sent, language.as_str());
        let files = [
            ("html", mail.html.clone().into_bytes()),
            ("txt", mail.text.clone().into_bytes()),
            ("eml", email()?),
        ];
        refuse_sources(project, folder, None)?;
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create the folder {}", folder.display()))?;
        for (ending, bytes) in files {
            let file = folder.join(format!("{name}.{ending}"));
            refuse_sources(project, &file, Some(ending))?;
            write(&file, &bytes)?;
        }
    }
    match args.to_eml.as_deref() {
        Some(file) if file == Path::new("-") => {
            let mut out = std::io::stdout().lock();
            written(out.write_all(&email()?).and_then(|()| out.flush()))?;
        }
        Some(file) => {
            refuse_sources(project, file, Some("eml"))?;
            write(file, &email()?)?;
        }
        None if args.out.is_none() => {
            print_lines(&format!("Subject: {}\n", mail.subject))?;
            print_lines(mail.text.trim_end())?;
        }
        None => {}
    }
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
    print(&file.display().to_string())
}

/// Nothing that the site is made of is written over, and nothing is laid among it that nobody reads. A
/// file must end in `ending`, as none does that stands beside `site.toml`; a link as well as what it leads to.
pub(super) fn refuse_sources(
    project: &Project,
    place: &Path,
    ending: Option<&str>,
) -> anyhow::Result<()> {
    let mut found = std::path::absolute(place).context("the place cannot be found")?;
    while !found.exists() && found.pop() {}
    let found = found.canonicalize().unwrap_or(found);
    for (folder, what) in
        [("content", "what the site is made of"), ("themes", "what the site looks like")]
    {
        let of_project = project.folder.files().root().join(folder);
        let of_project = of_project.canonicalize().unwrap_or(of_project);
        ensure!(
            !found.starts_with(&of_project),
            "{folder}/ holds {what}: name a place outside of it"
        );
    }
    let Some(ending) = ending else { return Ok(()) };
    let ends_so = |path: &Path| path.extension().is_some_and(|it| it.eq_ignore_ascii_case(ending));
    ensure!(
        ends_so(place),
        "{} does not end in .{ending}, so it may be something else: name a file that does",
        place.display()
    );
    ensure!(
        !found.is_file() || ends_so(&found),
        "{} is a link to something else, {}: name another file",
        place.display(),
        found.display()
    );
    Ok(())
}
