//! Texts without a language in their name, whose name is a word of another language of the site than
//! the first: `formål.md` is likely the Danish text of `purpose.md`.

use super::{is_of_site, is_there, target};
use crate::base::{Code, Diagnostic, Finding, Severity};
use crate::data::languages::english_name;
use crate::document::Facts;
use crate::site::Site;

/// Words for pages that most handbooks have: in English, Danish and Dutch.
const WORDS: [[&str; 3]; 10] = [
    ["purpose", "formål", "doel"],
    ["permission", "tilladelse", "toestemming"],
    ["promises", "løfter", "beloften"],
    ["roadmap", "køreplan", "routekaart"],
    ["glossary", "ordliste", "woordenlijst"],
    ["guidelines", "retningslinjer", "richtlijnen"],
    ["for-leaders", "for-ledere", "voor-leidinggevenden"],
    ["for-communications", "for-kommunikation", "voor-communicatie"],
    ["tell-yours", "fortæl-din", "vertel-het-jouwe"],
    ["photos", "fotos", "foto-s"],
];
const LANGUAGES: [&str; 3] = ["en", "da", "nl"];

/// The texts that are called so, with where they belong.
pub(super) fn targets(site: &Site) -> impl Iterator<Item = (&str, String)> {
    let entries = site.entries.values().filter(|it| it.original.kind.row().is_translatable);
    entries.filter(|it| it.translations.is_empty()).filter_map(|entry| {
        let (_, base, code) = meant(site, &entry.original)?;
        Some((entry.original.path.as_str(), target(site, &base, code)))
    })
}

pub(super) fn run(site: &Site, out: &mut Vec<Finding>) {
    let entries = site.entries.values().filter(|it| it.original.kind.row().is_translatable);
    out.extend(entries.filter(|it| it.translations.is_empty()).filter_map(|entry| {
        let document = &entry.original;
        known_word(site, document).or_else(|| danish_letter(site, document))
    }));
}

fn parts(name: &str) -> (&str, String) {
    let (folder, stem) = name.split_at(name.rfind('/').map_or(0, |at| at + 1));
    (folder, stem.to_lowercase().replace([' ', '_'], "-"))
}

/// The page of the first language that a word for it means, with its name in `content/` and the
/// language of the word.
fn meant(site: &Site, document: &Facts) -> Option<(&'static str, String, &'static str)> {
    let (folder, stem) = parts(&document.name);
    let first = LANGUAGES.iter().position(|code| *code == site.default_language())?;
    let is_meant = |words: &&[&str; 3], at: usize| at != first && words[at] == stem;
    let (words, at) =
        WORDS.iter().find_map(|words| Some((words, (0..3).find(|at| is_meant(&words, *at))?)))?;
    let code = LANGUAGES[at];
    let base = format!("{folder}{}", words[first]);
    let is_there = site.original(&base).is_some() && words[at] != words[first];
    (is_there && is_of_site(site, code)).then_some((words[first], base, code))
}

/// A word for a page that is there in the first language.
fn known_word(site: &Site, document: &Facts) -> Option<Finding> {
    let (page, base, code) = meant(site, document)?;
    let (_, stem) = parts(&document.name);
    let target = target(site, &base, code);
    let (language, own) = (english_name(code)?, english_name(site.default_language())?);
    let message = format!(
        "“{stem}” is {language} for “{page}”, but nothing in the name of this file says so: it is a page \
         of its own in {own}"
    );
    let hint = match is_there(site, &target) {
        true => format!(
            "{target} is there already: compare the two, keep what is right in that file, and remove \
             this one"
        ),
        false => format!("If it is the translation of content/{base}.md, rename it to {target}"),
    };
    let found = Diagnostic::new(Code::NameLikeLanguage, document.top(), message).hint(hint);
    Some(found.with_severity(Severity::Warning))
}

/// A name with letters of Danish, where the first language has none of these.
fn danish_letter(site: &Site, document: &Facts) -> Option<Finding> {
    const WITH_THESE: [&str; 7] = ["da", "nb", "nn", "no", "sv", "fi", "fo"];
    let (folder, stem) = parts(&document.name);
    let letter = stem.chars().find(|c| matches!(c, 'æ' | 'ø' | 'å'))?;
    let first = site.default_language();
    if !is_of_site(site, "da") || WITH_THESE.contains(&first.split('-').next()?) {
        return None;
    }
    let own = english_name(first)?;
    let message = format!(
        "The name of this file has the Danish letter “{letter}”, but nothing in it says that the text \
         is Danish: it is a page of its own in {own}"
    );
    Some(Diagnostic::new(Code::NameLikeLanguage, document.top(), message).hint(format!(
        "If it is in Danish, write the same in {own} as content/{folder}NAME.md, and rename this file \
         to content/{folder}NAME.da.md, with the same NAME; if not, leave it as it is"
    )))
}
