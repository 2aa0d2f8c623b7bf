//! Translations whose names say their language in another way than `purpose.da.md`, and folders with
//! a language for a name: each of their texts is read as one of its own in the first language.

mod foreign_words;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Code, Diagnostic, Finding, Severity, SourcePath};
use crate::data::languages::english_name;
use crate::document::{Facts, Kind};
use crate::site::Site;
use names::{Marked, in_folder, in_name};

/// The right name of a text in a folder that has a language for a name, if it is a translation.
pub(crate) fn name_without_folder(site: &Site, document: &Facts) -> Option<String> {
    let (_, Marked { base, code, .. }) = in_folder(&document.name, &site.config.languages)?;
    Some(target(site, &base, code))
}

/// The files that are told to be translations with other names, and not only may be, by their paths,
/// with where they belong.
pub(super) fn targets(site: &Site) -> BTreeMap<&str, String> {
    let (files, folders) = misnamed(site);
    let files = files.into_iter().filter(|(_, _, has_other)| *has_other);
    let files = files.map(|(document, sign, _)| (document, sign));
    let folders = folders.into_iter().filter(|it| it.has_other || it.files[0].1.is_clear);
    let all = files.chain(folders.flat_map(|it| it.files));
    let right = |sign: &Marked<'_>| target(site, &sign.base, sign.code);
    let signed = all.map(|(document, sign)| (document.path.as_str(), right(&sign)));
    signed.chain(foreign_words::targets(site)).collect()
}

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let (files, folders) = misnamed(site);
    out.extend(files.iter().filter_map(|(it, sign, has_other)| file(site, it, sign, *has_other)));
    out.extend(folders.iter().filter_map(|it| folder(site, it)));
    foreign_words::run(site, out);
}

/// A folder with a language for a name.
struct Folder<'a> {
    path: &'a str,
    files: Vec<(&'a Facts, Marked<'a>)>,
    /// Whether a text of the same name is elsewhere.
    has_other: bool,
}

/// Files and folders that may be misnamed; of files, whether there is another of that name.
fn misnamed(site: &Site) -> (Vec<(&Facts, Marked<'_>, bool)>, Vec<Folder<'_>>) {
    let languages = &site.config.languages;
    let texts = site.facts.values().filter(|it| !it.is_translation() && it.meant.is_none());
    let mut marked: Vec<(&Facts, Vec<Marked<'_>>)> = vec![];
    let mut folders: BTreeMap<(&str, bool), Vec<(&Facts, Marked<'_>)>> = BTreeMap::new();
    for document in texts {
        if let Some((folder, sign)) = in_folder(&document.name, languages) {
            let key = (folder, document.kind.row().is_translatable);
            folders.entry(key).or_default().push((document, sign));
            continue;
        }
        let signs = in_name(&document.name, languages);
        if !signs.is_empty() {
            marked.push((document, signs));
        }
    }
    // `purpose_da.md` beside `purpose_en.md`, and no `purpose.md`.
    let mut together: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let all = marked.iter().flat_map(|(_, signs)| signs);
    for sign in all.chain(folders.values().flatten().map(|(_, sign)| sign)) {
        if languages.iter().any(|known| known == sign.code) {
            together.entry(sign.base.clone()).or_default().insert(sign.code);
        }
    }
    let has_others = |sign: &Marked<'_>| {
        site.original(&sign.base).is_some()
            || together.get(&sign.base).is_some_and(|codes| codes.len() > 1)
    };
    let files = marked.into_iter().filter_map(|(document, signs)| {
        let at = signs.iter().position(&has_others);
        let clear = || signs.iter().position(|sign| sign.is_clear);
        let sign = at.or_else(clear).and_then(|at| signs.into_iter().nth(at))?;
        Some((document, sign, at.is_some()))
    });
    let is_index = |name: &str| name == "index" || name.ends_with("/index");
    let folders = folders.into_iter().filter_map(|((path, _), files)| {
        let mut signs = files.iter().map(|(_, sign)| sign);
        let has_other = signs.clone().any(|sign| !is_index(&sign.base) && has_others(sign));
        (has_other || signs.any(|it| it.is_clear)).then_some(Folder { path, files, has_other })
    });
    (files.collect(), folders.collect())
}

/// What is said of one file.
fn file(site: &Site, document: &Facts, sign: &Marked<'_>, has_other: bool) -> Option<Finding> {
    let Marked { base, sign: written, code, .. } = sign;
    let language = english_name(code).unwrap_or(code);
    let one = document.kind.row().one;
    let is_behind = !document.name.rsplit('/').next()?.starts_with(written);
    let ends = if is_behind { "ends in" } else { "begins with" };
    let begin = match document.name.ends_with(&format!("/{written}")) {
        true => format!("The name of this file is “{written}”"),
        false => format!("The name of this file {ends} “{}”", written.trim()),
    };
    let found = |message: String, hint: String| {
        let found = Diagnostic::new(Code::NameLikeLanguage, document.top(), message).hint(hint);
        let is_certain = has_other && is_of_site(site, code);
        Some(if is_certain { found.with_severity(Severity::Warning) } else { found })
    };
    if document.kind == Kind::Story {
        let is_told = document.language == *code;
        let message = format!("{begin}, but nothing else says that this story is in {language}");
        let hint = format!("If it is, add a line lang: {code} to its fields");
        return (!is_told && has_other).then(|| found(message, hint)).flatten();
    }
    if !document.kind.row().is_translatable {
        let message = format!(
            "{begin} as if it were a translation, and {one} has none, so readers see two of them"
        );
        let hint = format!("Keep what is right in content/{base}.md, and remove this file");
        return (has_other && site.original(base).is_some())
            .then(|| found(message, hint))
            .flatten();
    }
    let own = english_name(&document.language).unwrap_or(&document.language);
    let message = format!(
        "{begin}, so it is {one} of its own in {own}: the name of a translation into {language} ends \
         in .{code}.md"
    );
    let target = target(site, base, code);
    let hint = match has_other {
        _ if is_there(site, &target) => format!(
            "{target} is there already: compare the two, keep what is right in that file, and remove \
             this one"
        ),
        true if *code == site.default_language() => {
            format!("Rename it to {target}: {language} is the first language of the site")
        }
        true if is_of_site(site, code) => format!("Rename it to {target}"),
        true => format!(
            "If it is a translation, add \"{code}\" to languages in site.toml and rename it to \
             {target}; if not, leave it as it is"
        ),
        false if *code == site.default_language() => {
            format!("If it is in {language}, the first language of the site, rename it to {target}")
        }
        false => format!(
            "If it is in {language}, write the same in {own} as content/{base}.md, and rename this \
             file to {target}; if not, leave it as it is"
        ),
    };
    found(message, hint)
}

/// What is said of a folder with a language for a name, once for all that is in it.
fn folder(site: &Site, Folder { path, files, has_other }: &Folder<'_>) -> Option<Finding> {
    let (first, sign) = files.first()?;
    let code = sign.code;
    let language = english_name(code).unwrap_or(code);
    let own = english_name(site.default_language()).unwrap_or(site.default_language());
    let count = files.len();
    let found = |at: &Facts, message: String, hint: String| {
        let found = Diagnostic::new(Code::NameLikeLanguage, at.top(), message).hint(hint);
        let is_certain = *has_other || sign.is_clear && sign.sign.len() == 2;
        Some(if is_certain { found.with_severity(Severity::Warning) } else { found })
    };
    if !first.kind.row().is_translatable {
        let silent = |it: &&(&Facts, Marked<'_>)| it.0.kind == Kind::Story && it.0.language != code;
        let (at, _) = files.iter().find(silent)?;
        let message = format!(
            "This story is in the folder content/{path}/, but nothing else says that it is in \
             {language}"
        );
        let hint = match files.iter().filter(silent).count() {
            1 => format!("If it is, add a line lang: {code} to its fields"),
            silent => format!(
                "If it is, add a line lang: {code} to its fields; the same for {silent} stories of \
                 this folder"
            ),
        };
        return found(at, message, hint);
    }
    let what = match count {
        1 => format!("the text in it is {} of its own in {own}", first.kind.row().one),
        _ => format!("each of the {count} texts in it is one of its own in {own}"),
    };
    let message = format!(
        "content/{path}/ has a language for a name, and folders do not say in which language a text \
         is, so {what}"
    );
    let named = |(document, sign): &(&Facts, Marked<'_>)| {
        format!("{} to {}", document.path, target(site, &sign.base, sign.code))
    };
    let list: Vec<String> = files.iter().take(NAMED).map(named).collect();
    let others = if count > NAMED { ", and so the others" } else { "" };
    let list = format!("{}{others}", list.join(", "));
    let hint = match (code == site.default_language(), is_of_site(site, code)) {
        (true, _) => format!("{language} is the first language of the site: move {list}"),
        (_, true) => format!("If they are translations, move {list}; if not, leave them"),
        (_, false) => format!(
            "If they are translations, add \"{code}\" to languages in site.toml and move {list}; if \
             not, leave them"
        ),
    };
    found(first, message, hint)
}

/// Files that are named one by one.
const NAMED: usize = 3;

fn target(site: &Site, base: &str, code: &str) -> String {
    match code == site.default_language() {
        true => format!("content/{base}.md"),
        false => format!("content/{base}.{code}.md"),
    }
}

fn is_there(site: &Site, target: &str) -> bool {
    SourcePath::new(target).is_some_and(|path| site.facts.contains_key(&path))
}

fn is_of_site(site: &Site, code: &str) -> bool {
    site.config.languages.iter().any(|known| known == code)
}
