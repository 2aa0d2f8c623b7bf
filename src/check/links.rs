//! Links and pictures that lead nowhere, or to what readers may not see.

use rayon::prelude::*;

use crate::base::{Anchor, Code, Diagnostic, Finding, Note};
use crate::data::fields::shortened;
use crate::document::Facts;
use crate::document::markdown::LinkKind;
use crate::site::addresses::{alias_path, of_no_page};
use crate::site::links::{Broken, Target, as_destination};
use crate::site::reach::is_picture;
use crate::site::{Hidden, Site, Unseen};

/// After so many in one text, no others are looked for: a hostile text can have a million.
pub(super) const ENOUGH: usize = 300;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let documents: Vec<&Facts> = site.facts.values().map(|document| &**document).collect();
    let found: Vec<Vec<LinkFinding<'_>>> =
        documents.par_iter().map(|document| of_document(site, document)).collect();
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
}

impl LinkFinding<'_> {
    fn suggest(&mut self, site: &Site, is_worth_it: bool) {
        let Some(missing) = self.missing.take() else { return };
        let (from, destination) = (missing.from, missing.destination);
        let near = match self.diagnostic.code {
            _ if !is_worth_it => None,
            Code::BrokenAnchor => {
                site.suggested_place(from, destination).map(|place| format!("#{place}"))
            }
            _ => site.suggestion(from, destination).map(as_destination),
        };
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

const LINK_HINT: &str =
    "Link to a file by its path from this one, with its ending: ../faq/bad-spelling.md";
/// What looks like an address lacks its beginning.
fn remedy_for(destination: &str) -> Note<Anchor> {
    let host = destination.split('/').next().unwrap_or_default();
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending =
        (2..=6).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphabetic());
    match () {
        () if destination.contains("{{") || destination.contains("{%") => {
            Note::example(TEMPLATE_HINT)
        }
        () if destination.contains('@') => Note::hint(mail_hint(destination)),
        () if host.starts_with("www.") || (is_ending && !FILES.contains(&ending)) => {
            Note::hint(WEB_HINT)
        }
        () => Note::example(LINK_HINT),
    }
}

/// An address of somebody, perhaps with something before it that is none of it.
fn mail_hint(destination: &str) -> String {
    let address = destination.rsplit(['/', ':']).find(|part| part.contains('@'));
    let address = address.unwrap_or(destination).trim();
    format!("Begin an email address with mailto:, as in mailto:{}", shortened(address))
}

const TEMPLATE_HINT: &str = "What stands in braces is the notation of another tool: write the path \
                             of the file in its place, as in ../faq/bad-spelling.md";
const PLACE_HINT: &str = "Remove the # and what follows it, or name a heading of that page";
const WEB_HINT: &str = "Begin an address outside this site with https://";
/// Endings of files that people link to.
const FILES: &[&str] = &[
    "md", "html", "htm", "pdf", "png", "jpg", "jpeg", "webp", "gif", "svg", "txt", "toml", "docx",
    "xlsx", "pptx", "csv", "zip",
];
pub(super) const PICTURE_HINT: &str = "Put the picture beside this file, and write its file name \
                                       here";

fn of_document<'a>(site: &Site, document: &'a Facts) -> Vec<LinkFinding<'a>> {
    let mut out: Vec<LinkFinding<'_>> = vec![];
    if site.reach.doubtful.contains(&document.path) {
        links(site, document, &mut out);
        images(site, document, &mut out);
    }
    for alias in document.meta.common().aliases() {
        if alias_path(&alias.value).is_none() {
            out.push(bad_alias(document.anchor(alias.at), &alias.value).into());
        }
    }
    out
}

fn bad_alias(place: Anchor, alias: &str) -> Finding {
    let short = shortened(alias);
    match of_no_page(alias) {
        Some(ending) => {
            let message = format!(
                "“{short}” cannot be an alias: only the address of a page leads on to another page, \
                 and this one ends in .{ending}"
            );
            let hint = match alias.len() - ending.len() {
                at if PAGES.contains(&&*ending.to_lowercase()) => format!(
                    "Write {}html in its place if that was the address of a page; otherwise let the \
                     web server lead on from it, and remove the alias",
                    shortened(&alias[..at])
                ),
                _ => {
                    "Remove it; where the old address must work, let the web server lead on from it"
                        .to_owned()
                }
            };
            Diagnostic::new(Code::BadAlias, place, message).hint(hint)
        }
        None => {
            let message = format!("“{short}” cannot be an alias");
            Diagnostic::new(Code::BadAlias, place, message).hint(
                "Write the old address without https:// and the name of the site, as in help/trouble",
            )
        }
    }
}

/// Endings of pages that are written otherwise here.
const PAGES: &[&str] = &["htm", "html", "xhtml", "md"];

/// Whether the file is there and cannot be used, which is told at the file.
fn leads_to_flawed(site: &Site, document: &Facts, destination: &str) -> bool {
    let path = destination.split(['#', '?']).next().unwrap_or_default();
    let file = document.path.join(&crate::base::percent::decoded_lossy(path));
    file.is_some_and(|file| site.flawed.contains(&file))
}

fn links<'a>(site: &Site, document: &'a Facts, out: &mut Vec<LinkFinding<'a>>) {
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
                _ => false,
            };
            let unread =
                || unread(Code::BrokenLink, &document.anchor(at), &link.destination, "a page");
            if broken == Broken::Missing
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
        Broken::Forbidden => Diagnostic::new(
            Code::ForbiddenLink,
            span.clone(),
            format!("A file such as “{short}” cannot be published"),
        )
        .hint("Offer it as PDF, as a picture or as a ZIP archive: a browser might run this file"),
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
