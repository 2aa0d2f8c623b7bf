//! Files of `content/` that are neither texts nor shown or offered anywhere, though somebody may think
//! that readers see them.

use std::collections::BTreeSet;

use crate::base::percent::decoded_lossy;
use crate::base::{Anchor, Code, Diagnostic, Finding, Severity, SourcePath};
use crate::site::links::as_destination;
use crate::site::{Media, Site};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    unoffered(site, out);
    let told = |(path, media): (&SourcePath, &Media)| match media {
        Media::File { .. } => explanation(path).map(|words| (path.clone(), words)),
        Media::Picture(_) | Media::Recording(_) => None,
    };
    let found: Vec<_> = site.media.iter().filter_map(told).collect();
    if found.is_empty() {
        return;
    }
    // A link to one that cannot be offered has a report of its own.
    let linked = linked(site);
    let programme = likely_programme(site).cloned();
    for (path, (message, hint)) in found {
        let is_toml = path.as_str().to_lowercase().contains(".toml");
        let is_likely = programme.as_ref() == Some(&path);
        let (message, hint) = match is_nearly_programme(&path) {
            false => (message, hint),
            true if is_likely && is_toml => (
                NOT_PROGRAMME,
                "Did you mean content/programme.toml? Rename the file to that".to_owned(),
            ),
            true if is_likely => (
                NOT_PROGRAMME,
                "Write what it says to content/programme.toml, in the notation TOML, and remove it"
                    .to_owned(),
            ),
            true => (
                NOT_PROGRAMME,
                "Move what it says to content/programme.toml, if it is not there yet, and remove it"
                    .to_owned(),
            ),
        };
        if !linked.contains(&path) {
            // Of a colleague, nobody would know what they agreed to.
            let (code, severity, hint) = match of_a_colleague(&path) {
                Some(name) => (
                    Code::UnreadConsent,
                    Severity::Error,
                    format!(
                        "Rename it to {name}; or move it out of content/people/, if it is nobody's"
                    ),
                ),
                None => (Code::UnreadFile, Severity::Warning, hint),
            };
            let told = Diagnostic::new(code, Anchor::file(path), message.to_owned());
            out.push(told.with_severity(severity).hint(hint));
        }
    }
}

/// Papers, films and sounds that no text offers: they are not published. Pictures are kept beside
/// texts for later, by many.
fn unoffered(site: &Site, out: &mut Vec<Finding>) {
    let is_one = |(path, media): &(&SourcePath, &Media)| {
        !matches!(media, Media::Picture(_)) && media.is_offered(path)
    };
    let mut all = site.media.iter().filter(is_one).map(|(path, _)| path).peekable();
    if all.peek().is_none() {
        return;
    }
    let used = used(site);
    // What is likely the text of somebody is told as that.
    let told = all.filter(|path| {
        !used.contains(*path) && !site.reach.media.contains(*path) && explanation(path).is_none()
    });
    out.extend(told.map(|path| {
        let link = as_destination(path.file_name().to_owned());
        let message = "No page links to this file, so it is not published";
        Diagnostic::new(Code::UnreadFile, Anchor::file(path.clone()), message).hint(format!(
            "Link to it from a page in the same folder, as in [The plan]({link}); or remove it"
        ))
    }));
}

/// Every file of `content/` that a text links to or shows, whether readers see that text or not.
fn used(site: &Site) -> BTreeSet<SourcePath> {
    let mut used = linked(site);
    for document in site.facts.values() {
        let images = document.images.iter();
        used.extend(images.filter_map(|image| document.path.join(&decoded_lossy(image))));
        document.meta.common().visit_files(&mut |picture| {
            used.extend(document.path.join(&picture.file.id));
        });
    }
    used
}

/// The right name of a plain text among the files of colleagues: `anna-bech.txt`,
/// `anna-bech.md.txt`.
fn of_a_colleague(path: &SourcePath) -> Option<String> {
    const ENDINGS: [&str; 7] = ["md", "txt", "text", "markdown", "mdown", "mkd", "mdwn"];
    let name = path.file_name().trim_end_matches(['.', ' ']);
    let (mut stem, ending) = name.rsplit_once('.')?;
    let is_text = ENDINGS.contains(&&*ending.to_lowercase());
    if !is_text || !path.as_str().starts_with("content/people/") {
        return None;
    }
    stem = stem.strip_suffix(".md").or_else(|| stem.strip_suffix(".MD")).unwrap_or(stem);
    Some(format!("{stem}.md"))
}

const NOT_PROGRAMME: &str =
    "This file is not read: settings of the programme are read from content/programme.toml only";

/// Whether it is known what the programme lists and offers: its file can be read, or there is none.
pub(super) fn knows_programme(site: &Site) -> bool {
    let path = &site.programme_path;
    !site.flawed.contains(path)
        && !site.misread.contains(path)
        && (site.has_programme || likely_programme(site).is_none())
}

/// The file that is meant to be `content/programme.toml`, where that is not there: `program.toml`.
pub(super) fn likely_programme(site: &Site) -> Option<&SourcePath> {
    site.media.keys().find(|path| is_nearly_programme(path)).filter(|_| !site.has_programme)
}

/// Whether it has nearly the name of `content/programme.toml`.
fn is_nearly_programme(path: &SourcePath) -> bool {
    let name = path.as_str().strip_prefix("content/").unwrap_or_default().to_lowercase();
    let name = name.strip_suffix(".txt").unwrap_or(&name);
    let (stem, ending) = name.rsplit_once('.').unwrap_or_default();
    match ending {
        "toml" | "tml" => stem.starts_with("program"),
        "yaml" | "yml" | "json" => ["program", "programme"].contains(&stem),
        _ => false,
    }
}

/// Every file of `content/` to which a text links, whether readers see that text or not.
fn linked(site: &Site) -> BTreeSet<SourcePath> {
    let destinations = site.facts.values().flat_map(|document| {
        document.links.iter().map(move |link| (document, link.destination.as_str()))
    });
    let paths = destinations.filter_map(|(document, destination)| {
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        document.path.join(&decoded_lossy(path))
    });
    paths.collect()
}

/// What is said of a file with such a name; `None` for files that may well lie here unread.
fn explanation(path: &SourcePath) -> Option<(&'static str, String)> {
    let name = path.file_name();
    let folded = name.to_lowercase();
    let expected =
        ["license", "licence", "readme", "copying", "notice", "thumbs.db", "desktop.ini"];
    if expected.iter().any(|begin| folded.starts_with(begin)) {
        return None;
    }
    let whole = name.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    if whole.len() < name.len() && whole.to_lowercase().ends_with(".md") {
        return Some((
            "The name of this file does not end in .md, so it is not read and readers do not see it",
            format!("Rename it to {whole}, without what stands behind that, or remove it"),
        ));
    }
    // What programs and systems add to the name of a copy: `a.md.bak`, `a.md (1)`, `a.md 2`.
    let is_copy = |rest: &str| {
        let rest = rest.trim_matches(|c: char| c == ' ' || c == '.' || c == '-' || c == '_');
        let number = rest.trim_matches(['(', ')']);
        let word = rest.trim_end_matches(|c: char| c.is_ascii_digit());
        ["bak", "backup", "old", "orig", "save", "copy", "kopi", "kopie"].contains(&word)
            || (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let end = name.to_ascii_lowercase().rfind(".md").map(|at| at + ".md".len());
    let by_ending = name.rsplit_once('.').filter(|(_, ending)| {
        ending.starts_with(char::is_alphabetic) && is_copy(&ending.to_lowercase())
    });
    let copied = match end.filter(|end| is_copy(&name[*end..].to_lowercase())) {
        Some(end) => Some(name[..end].to_owned()),
        None => by_ending.map(|(stem, _)| format!("{stem}.md")),
    };
    if let Some(copied) = copied {
        return Some((
            "This looks like a copy of a text; its name does not end in .md, so it is not read and \
             readers do not see it",
            format!("Remove it, or rename it to {copied} if readers should see it"),
        ));
    }
    if folded == "thanks.toml" {
        return Some((
            "This list is private, and it lies among what the site is made of; nothing reads it here",
            "Move it to thanks.toml beside site.toml, and list thanks.toml in .gitignore"
                .to_owned(),
        ));
    }
    if let Some(place) = place_of_look(path) {
        return Some((
            "This file of a look is in content/, where no look is read",
            format!("Move it to {place}"),
        ));
    }
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let text = stem.strip_suffix(".md").or_else(|| stem.strip_suffix(".MD")).unwrap_or(stem);
    let renamed = || format!("Rename it to {text}.md if readers should see it, or remove it");
    Some(match path.extension().as_str() {
        "docx" | "doc" | "odt" | "rtf" | "pages" | "wpd" | "gdoc" | "dotx" => (
            "This file of a word processor is not read, so readers do not see it",
            format!(
                "Copy its text into a file {text}.md, which begins with --- and a line title: …, \
                 and remove this one; or link to it (as PDF, DOCX, ODT or RTF) on a page"
            ),
        ),
        // Where a program adds an ending of its own, or hides that it did.
        "txt" | "text" if stem.len() > text.len() => (
            "This file ends in .md.txt, so it is not read and readers do not see it",
            format!(
                "Rename it to {text}.md: show the endings of files first (in Windows: View, File \
                 name extensions), because the last one may be hidden"
            ),
        ),
        "txt" | "text" | "markdown" | "mdown" | "mkd" | "mkdown" | "mdwn" | "mdtxt" | "mdx" | "rst"
        | "adoc" | "org" | "tex" | "" => (
            "The name of this file does not end in .md, so it is not read and readers do not see it",
            renamed(),
        ),
        "html" | "htm" | "xhtml" | "mht" | "mhtml" | "eml" | "msg" => (
            "Files of this kind are not read, so readers do not see it",
            format!(
                "Copy its text into a file {text}.md, which begins with --- and a line title: …, \
                 and remove this one"
            ),
        ),
        "toml" | "tml" | "yml" | "yaml" | "json" => match meant_setting(path) {
            Some(meant) => (
                "This file is not read, because its name is not quite that of a file of settings",
                format!(
                    "Did you mean {meant}? Rename it to that, in the notation TOML; if that file is \
                     there already, move what this one says to it"
                ),
            ),
            None => (
                "This file is not read: no file of settings is called so",
                "Move what it says to site.toml, or to programme.toml, coach.toml, brand-stops.toml \
                 or jobs.toml in content/, or remove it"
                    .to_owned(),
            ),
        },
        // No text of somebody who waits for readers: a table, a paper, an archive.
        ending if crate::picture::Offer::of(ending).is_some() => return None,
        _ => (
            "Files of this kind are neither read nor published, so readers do not see it",
            "Remove it, or offer it as PDF, as a picture or as a ZIP archive".to_owned(),
        ),
    })
}

/// The file of settings whose name somebody wrote nearly right: `job.toml`, `brandstops.yaml`,
/// `metric/2026-q4.toml`.
fn meant_setting(path: &SourcePath) -> Option<String> {
    let name = path.file_name().to_lowercase();
    let (stem, _) = name.rsplit_once('.')?;
    let letters: String = stem.chars().filter(char::is_ascii_alphanumeric).collect();
    let known = match letters.as_str() {
        "job" | "jobs" | "openjobs" | "vacancies" | "stillinger" | "vacatures" => "jobs",
        "brandstop" | "brandstops" => "brand-stops",
        "coach" => "coach",
        _ => {
            let (year, quarter) = letters.split_once('q')?;
            let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
            let is_quarter = ["1", "2", "3", "4"].contains(&quarter);
            return (is_year && is_quarter)
                .then(|| format!("content/metrics/{year}-Q{quarter}.toml"));
        }
    };
    Some(format!("content/{known}.toml"))
}

/// Where a file of a look belongs that lies in `content/`: `content/themes/mine/styles/a.css`.
fn place_of_look(path: &SourcePath) -> Option<String> {
    const PARTS: [(&str, &str); 4] =
        [("styles", "css"), ("templates", "html"), ("texts", "ftl"), ("scripts", "js")];
    let ending = path.extension();
    let (before, inside) =
        PARTS.iter().filter(|(_, own)| *own == ending).find_map(|(part, _)| {
            let (before, behind) = path.as_str().split_once(&format!("/{part}/"))?;
            Some((before, format!("{part}/{behind}")))
        })?;
    let look = before.rsplit('/').next().filter(|look| *look != "content").unwrap_or("mine");
    Some(format!("themes/{look}/{inside}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_file_is_told_what_to_do_with_it() {
        for (name, hint) in [
            ("lås.docx", "a file lås.md"),
            ("laasen.md.txt", "to laasen.md:"),
            ("laasen.txt", "to laasen.md if"),
            ("laasen.markdown", "to laasen.md if"),
            ("laasen.mdx", "to laasen.md if"),
            ("laasen", "to laasen.md if"),
            ("laasen.HTML", "a file laasen.md"),
            ("laasen.pages", "a file laasen.md"),
            ("side.toml", "to site.toml, or to"),
            ("job.toml", "Did you mean content/jobs.toml?"),
            ("jobs.yaml", "Did you mean content/jobs.toml?"),
            ("Brand_Stops.toml", "Did you mean content/brand-stops.toml?"),
            ("metric/2026-q4.yaml", "Did you mean content/metrics/2026-Q4.toml?"),
            ("2026Q3.json", "Did you mean content/metrics/2026-Q3.toml?"),
            ("2026-Q5.toml", "to site.toml, or to"),
            ("laasen.md.bak", "to laasen.md if"),
            ("laasen.md.bak2", "to laasen.md if"),
            ("laasen.bak", "to laasen.md if"),
            ("Låsen.md (1)", "to Låsen.md if"),
            ("laasen.MD.old", "to laasen.MD if"),
            ("laasen.md 2", "to laasen.md if"),
            ("setup.exe", "PDF"),
            ("themes/mine/styles/a.css", "to themes/mine/styles/a.css"),
            ("styles/a.css", "to themes/mine/styles/a.css"),
            ("look/night/templates/story.html", "to themes/night/templates/story.html"),
            ("laasen.md ", "to laasen.md, without"),
            ("laasen.md.", "to laasen.md, without"),
            ("laasen.MD. .", "to laasen.MD, without"),
        ] {
            let folder = if name.contains('/') { "" } else { "stories/" };
            let path = SourcePath::new(&format!("content/{folder}{name}")).expect("inside");
            let (_, told) = explanation(&path).unwrap_or_else(|| panic!("{name}"));
            assert!(told.contains(hint), "{name}: {told}");
        }
        for name in ["LICENSE-pictures.txt", "README", "Thumbs.db", "plan.pdf", "calls.csv"] {
            let path = SourcePath::new(&format!("content/{name}")).expect("inside");
            assert!(explanation(&path).is_none(), "{name}");
        }
    }
}
