//! Links and pictures that lead nowhere, or to what readers may not see.

mod aliases;
mod remedies;
mod wiki;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::misnamed_translations;
use super::pictured::is_told_at;
use super::unread::knows_programme;
use aliases::bad_alias;
pub(super) use remedies::PICTURE_HINT;
use remedies::{PLACE_HINT, not_offered, remedy_for};

use crate::base::{Anchor, Code, Diagnostic, Finding, Note, SourcePath};
use crate::data::fields::shortened;
use crate::document::markdown::{LinkKind, OWN_DISK_HINT};
use crate::document::{Facts, Kind};
use crate::site::addresses::alias_path;
use crate::site::consent::is_unclear;
use crate::site::links::{Broken, Target, as_destination};
use crate::site::reach::is_picture;
use crate::site::{Hidden, Site, Unseen};

/// After so many in one text, no others are looked for: a hostile text can have a million.
pub(super) const ENOUGH: usize = 300;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let documents: Vec<&Facts> = site.facts.values().map(|document| &**document).collect();
    let misnamed = misnamed_translations::targets(site);
    let found: Vec<Vec<LinkFinding<'_>>> =
        documents.par_iter().map(|document| of_document(site, &misnamed, document)).collect();
    let mut diagnostic: Vec<LinkFinding<'_>> = found.into_iter().flatten().collect();
    // A suggestion looks at every file, or at every heading of one, which is slow, so only the first
    // mistakes get one.
    diagnostic
        .par_iter_mut()
        .enumerate()
        .for_each(|(at, diagnostic)| diagnostic.suggest(site, at < ENOUGH));
    out.extend(diagnostic.into_iter().map(|diagnostic| diagnostic.diagnostic));
}

/// A diagnostic, and what it needs a suggestion for.
struct LinkFinding<'a> {
    diagnostic: Finding,
    missing: Option<Missing<'a>>,
}

/// A destination that leads nowhere, and the remedy for when nothing like it is there.
struct Missing<'a> {
    from: &'a Facts,
    destination: &'a str,
    remedy: Note<Anchor>,
    /// Of a link of a wiki, which is written as a link.
    words: Option<&'a str>,
}

impl LinkFinding<'_> {
    fn suggest(&mut self, site: &Site, is_worth_it: bool) {
        let Some(missing) = self.missing.take() else { return };
        let (from, destination) = (missing.from, missing.destination);
        if let Some(words) = missing.words {
            let link = is_worth_it.then(|| wiki::link(site, from, destination, words)).flatten();
            let diagnostic = self.diagnostic.clone();
            self.diagnostic = diagnostic.note(link.map_or(missing.remedy, Note::hint));
            return;
        }
        let near = match self.diagnostic.code {
            _ if !is_worth_it => None,
            Code::BrokenAnchor => {
                let path = destination.split('#').next().unwrap_or_default();
                site.suggested_place(from, destination).map(|place| format!("{path}#{place}"))
            }
            _ => site.suggestion(from, destination).map(as_destination),
        };
        // What was typed is no remedy.
        let near = near.filter(|near| near != destination);
        self.diagnostic = suggested(self.diagnostic.clone(), near, missing.remedy);
    }
}

impl From<Finding> for LinkFinding<'_> {
    fn from(diagnostic: Finding) -> Self {
        LinkFinding { diagnostic, missing: None }
    }
}

/// The same with a remedy: what is nearest, or what to do where nothing is near.
pub(super) fn suggested(
    diagnostic: Finding,
    near: Option<String>,
    otherwise: Note<Anchor>,
) -> Finding {
    diagnostic.note(match near {
        Some(near) => Note::hint(format!("Did you mean “{near}”?")),
        None => otherwise,
    })
}

fn of_document<'a>(
    site: &Site,
    misnamed: &Misnamed<'_>,
    document: &'a Facts,
) -> Vec<LinkFinding<'a>> {
    let mut out: Vec<LinkFinding<'_>> = vec![];
    if site.reach.doubtful.contains(&document.path) {
        links(site, misnamed, document, &mut out);
        images(site, document, &mut out);
    }
    wiki::links(document, &mut out);
    for alias in document.meta.common().aliases() {
        if alias_path(&alias.value).is_none() {
            out.push(bad_alias(document.anchor(alias.at), &alias.value).into());
        }
    }
    out
}

/// Whether the file is there and cannot be used, which is told at the file.
fn leads_to_flawed(site: &Site, document: &Facts, destination: &str) -> bool {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let file = document.path.join(&crate::base::percent::decoded_lossy(path));
    // Of a colleague whose file is wrong, nobody knows whether they want to be seen.
    let is_unclear_person = |file: &SourcePath| {
        let person = site.facts.get(file).filter(|it| it.kind == Kind::Person);
        person.is_some_and(|it| is_unclear(site, it.id()))
    };
    file.is_some_and(|file| site.flawed.contains(&file) || is_unclear_person(&file))
}

/// Whether a link leads to a page that only a programme with certain settings has, and the programme
/// cannot be read: that is the cause, and reported.
fn waits_for_programme(site: &Site, document: &Facts, destination: &str) -> bool {
    const PLACES: [&str; 3] = ["content/ask", "content/evaluation", "content/programme"];
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let path = path.trim_end_matches("index.html").trim_end_matches('/');
    let file = document.path.join(path);
    file.is_some_and(|file| PLACES.contains(&file.as_str())) && !knows_programme(site)
}

/// Translations with wrong names, with where they belong.
type Misnamed<'a> = BTreeMap<&'a str, String>;

/// Whether a link that leads nowhere is right where the file belongs: that place is told.
fn is_right_there(
    site: &Site,
    misnamed: &Misnamed<'_>,
    document: &Facts,
    destination: &str,
) -> bool {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let right = misnamed.get(document.path.as_str()).and_then(|path| SourcePath::new(path));
    let file = right.and_then(|it| it.join(&crate::base::percent::decoded_lossy(path)));
    file.is_some_and(|file| site.facts.contains_key(&file))
}

fn links<'a>(
    site: &Site,
    misnamed: &Misnamed<'_>,
    document: &'a Facts,
    out: &mut Vec<LinkFinding<'a>>,
) {
    for (link, at) in document.links() {
        if out.len() >= ENOUGH {
            break;
        }
        if !matches!(link.kind, LinkKind::Internal | LinkKind::Fragment) {
            continue;
        }
        if let Err(broken) = site.resolve(document, &link.destination) {
            // With / for \, it leads to a page.
            let broken = match site.with_slashes(document, &link.destination) {
                Some(_) => Broken::Missing,
                None => broken,
            };
            // A link from one hidden text to another is not shown to readers yet.
            let concerns = site.entry(&document.name).is_some();
            let may_wait = match broken {
                Broken::Hidden(_) => {
                    !concerns || leads_to_flawed(site, document, &link.destination)
                }
                Broken::Unseen(_) => !concerns || site.is_public(),
                Broken::Missing => {
                    is_right_there(site, misnamed, document, &link.destination)
                        || waits_for_programme(site, document, &link.destination)
                }
                _ => false,
            };
            let unread =
                || unread(Code::BrokenLink, &document.anchor(at), &link.destination, "a page");
            if broken == Broken::Missing
                && !may_wait
                && let Some(finding) = unread()
            {
                out.push(finding.into());
            } else if !may_wait {
                let remedy = match broken {
                    Broken::Missing => Some(remedy_for(&link.destination)),
                    Broken::NoFragment => Some(Note::hint(PLACE_HINT)),
                    _ => None,
                };
                let missing = remedy.map(|remedy| Missing {
                    from: document,
                    destination: &link.destination,
                    remedy,
                    words: None,
                });
                let diagnostic =
                    link_diagnostic(site, &document.anchor(at), &link.destination, &broken);
                out.extend(diagnostic.map(|diagnostic| LinkFinding { diagnostic, missing }));
            }
        }
    }
}

fn images<'a>(site: &Site, document: &'a Facts, out: &mut Vec<LinkFinding<'a>>) {
    for (destination, at) in document.images() {
        let place = || document.anchor(at);
        if out.len() >= ENOUGH {
            break;
        }
        match site.resolve(document, destination) {
            Ok(Target::Media(path)) if is_picture(site, &path) => {}
            Err(Broken::Flawed) => {}
            // A public build leaves it out without a diagnostic: the author did nothing wrong.
            Err(Broken::Unseen(_)) if site.is_public() || site.entry(&document.name).is_none() => {}
            Err(Broken::Unseen(_)) if is_told_at(site, document, at) => {}
            Err(Broken::Unseen(why)) => out.push(unseen(&place(), why).into()),
            Ok(_) | Err(Broken::Forbidden) => out.push(
                Diagnostic::new(Code::BrokenImage, place(), "This file is not a picture")
                    .hint("Use a file that ends in .jpg, .png, .webp, .gif or .svg")
                    .into(),
            ),
            Err(broken) => {
                let is_missing = broken == Broken::Missing;
                let unread = || unread(Code::BrokenImage, &place(), destination, "a picture");
                if let Some(finding) = is_missing.then(unread).flatten() {
                    out.push(finding.into());
                    continue;
                }
                let missing = is_missing.then_some(Missing {
                    from: document,
                    destination,
                    remedy: Note::hint(PICTURE_HINT),
                    words: None,
                });
                let diagnostic = no_picture(&place(), destination, &broken);
                out.push(LinkFinding { diagnostic, missing });
            }
        }
    }
}

/// A diagnostic for a file that is named beside the text; one that is missing wants a suggestion.
pub(crate) fn no_picture(span: &Anchor, name: &str, broken: &Broken) -> Finding {
    let short = shortened(name);
    let message = format!("There is no picture “{short}”");
    let diagnostic = Diagnostic::new(Code::BrokenImage, span.clone(), message);
    match broken {
        _ if name.contains('\\') => {
            diagnostic.hint(format!("Write / in place of \\: {}", short.replace('\\', "/")))
        }
        Broken::Missing => diagnostic,
        Broken::Leaves => {
            diagnostic.hint("Put the picture beside this file: the path leads outside the project")
        }
        _ => diagnostic.hint(PICTURE_HINT),
    }
}

/// What is said of a picture or a page that is missing because nobody reads what begins with a dot:
/// the same for all of them, so that it is told once.
pub(super) fn unread(code: Code, span: &Anchor, destination: &str, what: &str) -> Option<Finding> {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let path = crate::base::percent::decoded_lossy(path);
    let is_unread = |part: &&str| part.starts_with('.') && !part.trim_matches('.').is_empty();
    let part = path.split('/').find(is_unread)?;
    let (part, renamed) = (shortened(part), shortened(part.trim_start_matches('.')));
    let message = format!(
        "Files and folders whose names begin with a dot are not read, so {what} in “{part}” is \
         missing"
    );
    let hint = format!("Rename “{part}” to “{renamed}”, and write that wherever it is named");
    Some(Diagnostic::new(code, span.clone(), message).hint(hint))
}

/// `None` for a link to a file that cannot be used: the file has a report of its own.
fn link_diagnostic(
    site: &Site,
    span: &Anchor,
    destination: &str,
    broken: &Broken,
) -> Option<Finding> {
    let short = shortened(destination);
    Some(match *broken {
        Broken::Missing => {
            let message = format!("This link leads to “{short}”, which does not exist");
            Diagnostic::new(Code::BrokenLink, span.clone(), message)
        }
        Broken::NoFragment => {
            let message = format!("This link leads to “{short}”, but that page has no such place");
            Diagnostic::new(Code::BrokenAnchor, span.clone(), message)
        }
        Broken::Hidden(reason) => hidden(site, span, &short, reason),
        Broken::Flawed => return None,
        Broken::Unseen(why) => unseen(span, why),
        Broken::Forbidden => {
            let (message, hint) = not_offered(destination);
            Diagnostic::new(Code::ForbiddenLink, span.clone(), message).hint(hint)
        }
        // Of the two \ at its beginning, Markdown keeps one.
        Broken::Leaves if destination.starts_with('\\') => Diagnostic::new(
            Code::BrokenLink,
            span.clone(),
            format!(
                "This link leads to a shared folder, which browsers do not open: “\\\\{}”",
                short.trim_start_matches('\\')
            ),
        )
        .hint(OWN_DISK_HINT),
        Broken::Leaves => Diagnostic::new(
            Code::BrokenLink,
            span.clone(),
            format!("This link leads outside the project: “{short}”"),
        )
        .hint("Link to a file in content/, or to a web address with https://"),
    })
}

fn unseen(span: &Anchor, why: Unseen) -> Finding {
    match why {
        Unseen::TakenDown => Diagnostic::new(
            Code::PhotoTakenDown,
            span.clone(),
            "This picture shows somebody who does not agree to be shown; readers see a note instead",
        )
        .hint("Remove the picture when you like: nothing of it is published"),
        Unseen::Withheld => Diagnostic::new(
            Code::FaceWithoutConsent,
            span.clone(),
            "This picture shows somebody whose consent is not written down",
        )
        .hint("Ask them, and write their yes in their file: consent: {photo: yes}; or remove the \
               picture"),
    }
}

fn hidden(site: &Site, span: &Anchor, short: &str, reason: Hidden) -> Finding {
    let why = match reason {
        Hidden::Draft => "a draft",
        Hidden::Paused => "paused",
        Hidden::Future => "dated in the future",
        Hidden::Internal | Hidden::ConsentInternal => "not for the readers of this site",
        Hidden::Withdrawn => "hidden, because the consent to show it has ended or was withdrawn",
        Hidden::Names => "hidden, because somebody named in it no longer agrees to be named",
    };
    let message = format!("This link leads to “{short}”, which is {why}");
    let diagnostic = Diagnostic::new(Code::LinkToHidden, span.clone(), message);
    diagnostic.hint(match site.is_public() {
        _ if reason == Hidden::Withdrawn => {
            "Remove the link when you like: nothing of that page is published, and readers see “[a \
             colleague]” where the full name stands"
        }
        true => "Remove the link, or leave it: these readers see its words without the link",
        false => {
            "Remove the link, or leave it: readers see its words, and the link as soon as that \
             page is shown"
        }
    })
}
