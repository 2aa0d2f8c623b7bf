//! All that is wrong with a project, as it is reported.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::copies::{copies, have_twins};
use super::forbidden::{forbidden, hide};
use super::named::Named;
use super::reading::Reading;
use super::remaining::remaining;
use super::titles::{Titles, depends_on_titles};
use crate::base::percent::decoded_lossy;
use crate::base::{Code, Diagnostic, Finding, Note, SourcePath};
use crate::check;
use crate::check::flaws::weighed_by_use;
use crate::document::Document;
use crate::site::Site;
use crate::views::WithheldNames;

/// Whose names readers may not see, and the site that they may not stand in.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) site: &'a Site,
    pub(super) withheld: &'a WithheldNames,
}

impl Names<'_> {
    /// What may still be such a name in the files for which `is_meant` is true, and what the site
    /// forbids there.
    fn found_in_texts(
        self,
        reading: &Reading,
        is_meant: &(impl Fn(&SourcePath) -> bool + Sync),
    ) -> Vec<Diagnostic> {
        let settings = reading.programme_source.iter().map(|source| &source.path);
        let paths = reading.documents.keys().chain(settings).filter(|path| is_meant(path));
        let paths: Vec<&SourcePath> = paths.collect();
        let found = paths.par_iter().flat_map_iter(|path| {
            let remaining = remaining(reading, self.site, self.withheld, path);
            remaining.into_iter().chain(forbidden(reading, path))
        });
        found.collect()
    }
}

/// What is wrong with the files that were read, with what was `found` in all of them together.
/// `before` is what was read and reported when the same was found: files of which nothing has
/// changed since are not looked at again.
pub(super) fn report(
    reading: &Reading,
    found: &[Finding],
    names: Names<'_>,
    before: Option<(&Reading, &Arc<[Diagnostic]>)>,
) -> Arc<[Diagnostic]> {
    match before.filter(|(before, _)| reading.wrong().eq(before.wrong())) {
        Some((before, reported)) => updated(reading, found, names, before, reported),
        None => {
            let copies = copies(reading, names.site, found);
            of_files(reading, found, names, copies, |_| true).into()
        }
    }
}

/// What is wrong with the files for which `is_meant` is true.
fn of_files(
    reading: &Reading,
    found: &[Finding],
    names: Names<'_>,
    copies: Vec<Diagnostic>,
    is_meant: impl Fn(&SourcePath) -> bool + Sync,
) -> Vec<Diagnostic> {
    let is_configured = reading.is_configured();
    // Without `site.toml`, what the rest lacks is guesswork: its languages are not known.
    let may_be_told = |code: Code| is_configured || code == Code::NoSite;
    let knows_languages = reading.knows_languages();
    let depends_on_languages = |it: &Diagnostic| {
        depends_on_languages(it.code)
            && !(it.code == Code::UnknownLanguage && it.span.path == reading.config.path)
    };
    let copies = copies.into_iter().filter(|it| is_meant(&it.span.path));
    // A file of nearly the right name, or a folder beside `content/`, is told in place of what it
    // leads to.
    let causes: Vec<Code> = reading.flaws.values().map(|it| it.code).filter(is_cause).collect();
    let found = found.iter().filter(|found| !causes.contains(&found.code));
    let found = found.filter(|found| is_meant(&found.span.path));
    // Of a file that cannot be used, nothing else is told.
    let is_unusable =
        |path| reading.flaws.contains_key(path) && reading.documents.contains_key(path);
    let found = found.filter(|found| !is_unusable(&found.span.path));
    let found = found.map(|found| found.placed(|anchor| reading.span(anchor)));
    let documents = reading.documents.iter().filter(|(path, _)| is_meant(path));
    // Where whole files of a language are left out, that is the cause, and told.
    let languages = &reading.config.languages;
    let translations = reading.facts().values().filter(|it| it.is_translation());
    let left_out: BTreeSet<&String> =
        translations.map(|it| &it.language).filter(|it| !languages.contains(it)).collect();
    let own = documents.flat_map(|(_, document)| {
        let is_told = left_out.contains(&document.facts.language);
        let own = document.diagnostics.iter();
        own.filter(move |it| !is_told || it.code != Code::ForeignLanguage)
    });
    // Files of the look that cannot be read are the reason that it has none.
    let look = format!("themes/{}/", reading.config.theme);
    let has_flawed_look = reading.flaws.keys().any(|path| path.as_str().starts_with(&look));
    let wrong = reading.wrong().filter(|wrong| is_meant(&wrong.span.path));
    let wrong = wrong.filter(|it| !has_flawed_look || it.code != Code::UnknownLook);
    let in_texts = names.found_in_texts(reading, &is_meant);
    let used = used(reading, names.site);
    let wrong = wrong.map(|it| weighed_by_use(it.clone(), used.contains(&it.span.path)));
    let all = wrong.chain(own.cloned()).chain(found).chain(in_texts).chain(copies);
    let all = all.filter(|it| may_be_told(it.code));
    let all = all.filter(|it| knows_languages || !depends_on_languages(it));
    let mut told = check::reportable(all, &reading.config);
    let examples = check::examples::Examples::new(reading.facts(), &reading.programme);
    let titles = Titles::new(reading);
    let people = Named::new(names.site);
    for it in &mut told {
        titles.name(it);
        people.by_file(it);
        examples.make_own(it);
        hide(&reading.config, it);
    }
    told
}

/// Whether a file can be the reason that there is no site, or nothing in it.
fn is_cause(code: &Code) -> bool {
    matches!(code, Code::NoSite | Code::ContentEmpty)
}

/// The files that cannot be used and that a text names all the same.
fn used(reading: &Reading, site: &Site) -> BTreeSet<SourcePath> {
    let mut used = BTreeSet::new();
    if reading.flaws.is_empty() {
        return used;
    }
    for document in site.facts.values() {
        let links = document.links.iter().map(|link| &*link.destination);
        let named = links.chain(document.images.iter().map(String::as_str));
        let paths = named.filter_map(|destination| {
            let path = destination.split(['#', '?']).next().unwrap_or_default();
            document.path.join(&decoded_lossy(path))
        });
        used.extend(paths.filter(|path| reading.flaws.contains_key(path)));
        document.meta.common().visit_files(&mut |it| {
            used.extend(document.path.join(&it.file.id));
        });
    }
    used
}

/// What is told of a text because of the languages that the site has.
fn depends_on_languages(code: Code) -> bool {
    matches!(
        code,
        Code::LanguageLeftOut
            | Code::ForeignLanguage
            | Code::UnknownLanguage
            | Code::OrphanTranslation
            | Code::NameLikeLanguage
            | Code::Untranslated
    )
}

/// The report as it is now, where no more than documents differ from those that were reported.
fn updated(
    reading: &Reading,
    found: &[Finding],
    names: Names<'_>,
    before: &Reading,
    reported: &Arc<[Diagnostic]>,
) -> Arc<[Diagnostic]> {
    let changed = changed(before, reading);
    let mentions = |found: &&Finding| {
        found.notes.iter().any(|note| match note {
            Note::Place(anchor, _) => changed.contains(&anchor.path),
            Note::Hint(_) | Note::Example(_) => false,
        })
    };
    let mut affected: HashSet<&SourcePath> =
        found.iter().filter(mentions).map(|found| &found.span.path).collect();
    affected.extend(&changed);
    // Any of the changed texts may have another title than before.
    let of_titles = found.iter().filter(|found| depends_on_titles(found.code));
    let of_titles = of_titles.map(|found| &found.span.path);
    let own = reported.iter().filter(|it| depends_on_titles(it.code)).map(|it| &it.span.path);
    affected.extend(of_titles.chain(own).filter(|_| !changed.is_empty()));
    // A text may be a copy of one that changed, or no longer be.
    let known = || reported.iter().filter(|it| it.code == Code::CopiedText);
    let is_among = known().any(|it| changed.contains(&it.span.path));
    let copies = match is_among || have_twins(before, reading, &changed) {
        true => copies(reading, names.site, found),
        false => known().cloned().collect(),
    };
    let copied: Vec<SourcePath> = copies.iter().map(|it| it.span.path.clone()).collect();
    affected.extend(known().map(|it| &it.span.path).chain(&copied));
    let is_affected = |it: &&Diagnostic| affected.contains(&it.span.path);
    let now = of_files(reading, found, names, copies, |path| affected.contains(path));
    if reported.iter().filter(is_affected).eq(&now) {
        return reported.clone();
    }
    let others = reported.iter().filter(|it| !is_affected(it)).cloned();
    let mut all: Vec<Diagnostic> = others.chain(now).collect();
    all.sort_by(|a, b| a.span.path.cmp(&b.span.path));
    all.into()
}

/// The documents that are other objects than before. Which documents there are is the same, for
/// they have the same facts.
fn changed<'a>(before: &Reading, now: &'a Reading) -> HashSet<&'a SourcePath> {
    let pairs = before.documents.values().zip(now.documents.values());
    let changed = pairs.filter(|(old, new)| !Arc::ptr_eq(old, new));
    changed.map(|(_, new): (_, &Arc<Document>)| new.path()).collect()
}
