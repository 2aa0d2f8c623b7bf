//! Pictures whose words or file names say that they show somebody who said no to pictures, or has
//! withdrawn. No program sees who is in a picture, so a person is asked: take it out, or say it in
//! other words.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::Reading;
use crate::base::percent::decoded_lossy;
use crate::base::{At, Code, Diagnostic, Severity, SourcePath};
use crate::document::kinds::{MetaProse, Person, Story};
use crate::document::{Document, Kind};
use crate::site::Site;
use crate::site::consent::{Answer, ConsentEnd, answer, answer_in, is_unclear, over, person};
use crate::site::name_core::core;
use crate::site::name_words::NameWords;
use crate::views::WithheldNames;

/// The names of those who said no to pictures, in all stories or in one; and of those who are called
/// nearly the same, so that nobody is taken for somebody else.
#[derive(Default)]
pub(super) struct Refused {
    words: NameWords,
    /// Who has each name, in the order of the names.
    ids: Vec<BTreeSet<String>>,
}

impl Refused {
    pub(super) fn of(site: &Site) -> Refused {
        let people = || site.originals(Kind::Person).filter_map(|it| Some((it, it.meta.person()?)));
        let known = |name: &str| core(name).unwrap_or_else(|| name.trim().to_owned());
        let stories = site.originals(Kind::Story).filter_map(|it| it.meta.story());
        let involved = stories.flat_map(|story| &story.people);
        let in_a_story: BTreeSet<&str> = involved
            .filter(|it| it.photo == Some(false))
            .filter_map(|it| Some(&*it.id.as_ref()?.id))
            .collect();
        let refused = people().filter(|(text, person)| {
            in_a_story.contains(text.id()) || answer(person, &site.options) == Answer::No
        });
        let words: BTreeSet<String> =
            refused.flat_map(|(_, person)| words(&known(&person.name))).collect();
        let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (text, person) in people().filter(|_| !words.is_empty()) {
            let name = known(&person.name);
            // One word alone may be the name of anybody.
            if name.contains(' ') && self::words(&name).iter().any(|word| words.contains(word)) {
                names.entry(name).or_default().insert(text.id().to_owned());
            }
        }
        Refused { words: NameWords::withheld(names.keys()), ids: names.into_values().collect() }
    }

    /// Somebody whose name stands in these words and who does not agree to be shown in this story.
    fn in_words(&self, words: &str, site: &Site, story: Option<&Story>) -> Option<&str> {
        let named = self.words.within(words).into_iter().filter(|it| {
            !is_credit(&words[..it.range.start])
                && !WithheldNames::only(&[it.name], &[]).whole(words).is_empty()
        });
        self.who(named.map(|it| it.number), site, story)
    }

    /// The same in the name of a file.
    fn in_file_name(&self, name: &str, site: &Site, story: Option<&Story>) -> Option<&str> {
        /// Shorter names in one word may be another word.
        const LETTERS: usize = 6;
        let named = self.words.within(name).into_iter().filter(|it| {
            let written = &name[it.range.clone()];
            written.contains(|c: char| !c.is_alphanumeric()) || written.chars().count() >= LETTERS
        });
        self.who(named.map(|it| it.number), site, story)
    }

    fn who(
        &self,
        numbers: impl Iterator<Item = usize>,
        site: &Site,
        story: Option<&Story>,
    ) -> Option<&str> {
        let says_no = |id: &String| {
            let said = match (story, person(site, id)) {
                (Some(story), _) => answer_in(site, story, id),
                (None, Some(person)) => answer(person, &site.options),
                (None, None) => Answer::Unasked,
            };
            said == Answer::No && !is_unclear(site, id)
        };
        let mut all = numbers.filter_map(|number| self.ids.get(number - 1));
        let all = all.find(|ids| ids.iter().all(says_no))?;
        all.first().map(String::as_str)
    }
}

fn words(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_lowercase).collect()
}

/// Whether what stands before a name says that it is that of the photographer.
fn is_credit(before: &str) -> bool {
    const CREDITS: &[&str] = &[
        "foto:",
        "fotos:",
        "photo:",
        "photos:",
        "picture:",
        "billede:",
        "fotograf",
        "fotograf:",
        "fotograaf",
        "fotograaf:",
        "photographer",
        "photographer:",
        "taget af",
        "genomen door",
        "foto door",
        "photo by",
        "picture by",
        "taken by",
        "©",
    ];
    let before = before.trim_end().to_lowercase();
    CREDITS.iter().any(|credit| {
        let rest = before.strip_suffix(credit);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}

/// A picture of a text.
struct Pictured<'a> {
    at: At,
    path: SourcePath,
    /// What is said of it.
    words: Vec<&'a str>,
    /// Who took it: that a file has somebody's name does not mean that they are in it then.
    by: Option<&'a str>,
}

/// The pictures that the file of this path shows to readers, and that show such a person by what is
/// said of them.
pub(super) fn pictured(
    reading: &Reading,
    site: &Site,
    refused: &Refused,
    path: &SourcePath,
) -> Vec<Diagnostic> {
    let document = reading.documents.get(path);
    let shown = document.filter(|it| !refused.ids.is_empty() && site.shows(&it.facts));
    let Some(document) = shown else { return vec![] };
    let facts = &document.facts;
    let story = site.original(&facts.name).and_then(|original| original.meta.story());
    let mut pictures = of_text(document);
    pictures.extend(of_fields(document));
    pictures.retain(|it| site.media.contains_key(&it.path) && !site.unseen.contains_key(&it.path));
    let told = pictures.iter().filter_map(|it| {
        let mut words = it.words.iter();
        let in_words = words.find_map(|words| refused.in_words(words, site, story));
        let in_file_name = || {
            let id = refused.in_file_name(it.path.file_name(), site, story)?;
            (it.by != Some(id)).then_some(id)
        };
        let (id, what) = match in_words {
            Some(id) => (id, What::Words),
            None => (in_file_name()?, What::FileName),
        };
        let known = person(site, id)?;
        let message = format!("{} names {}, who {}", what.named(), known.name, no(site, known));
        let take_out = match (it.at, story) {
            (At::Field(_), Some(_)) => {
                format!("write {id} under shows: of the picture, or take it out")
            }
            _ => "take it out".to_owned(),
        };
        let span = document.places.span(&facts.anchor(it.at));
        let hint = format!("If they are in the picture, {take_out}. If not, {}", what.otherwise());
        // A withdrawal, or a day that has come, never keeps the rest of the site from being published:
        // the site that is there shows more of them.
        let severity = match over(known, &site.options) {
            Some(_) => Severity::Warning,
            None => Severity::Error,
        };
        let told = Diagnostic::new(Code::FaceWithoutConsent, span, message).hint(hint);
        Some(told.with_severity(severity))
    });
    told.collect()
}

/// What says who is in a picture.
#[derive(Clone, Copy)]
enum What {
    Words,
    FileName,
}

impl What {
    fn named(self) -> &'static str {
        match self {
            What::Words => "The description of this picture",
            What::FileName => "The file of this picture",
        }
    }

    fn otherwise(self) -> &'static str {
        match self {
            What::Words => "describe it without the name",
            What::FileName => "rename the file without the name, and write its new name here",
        }
    }
}

/// How they said no.
fn no(site: &Site, known: &Person) -> String {
    match over(known, &site.options) {
        Some(ConsentEnd::TakenBack) => "has withdrawn consent".to_owned(),
        Some(ConsentEnd::Lapsed(day)) => format!("agreed to be seen until {day} only"),
        None => "does not agree to be shown in pictures".to_owned(),
    }
}

fn of_text(document: &Document) -> Vec<Pictured<'_>> {
    let (facts, prose) = (&document.facts, &document.prose);
    let all = facts.images().zip(&prose.images);
    let all = all.filter_map(|((destination, at), image)| {
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        let path = facts.path.join(&decoded_lossy(path))?;
        Some(Pictured { at, path, words: vec![&image.alt, &image.title], by: None })
    });
    all.collect()
}

/// The pictures that fields name, but for portraits: those are of the person of their file.
fn of_fields(document: &Document) -> Vec<Pictured<'_>> {
    let path = |file: &str| document.facts.path.join(file);
    let (meta, prose) = (&document.facts.meta, &document.prose.fields);
    let mut pictures = vec![];
    if let (Some(story), MetaProse::Story(prose)) = (meta.story(), prose) {
        pictures.extend(story.photos.iter().zip(&prose.photos).map(|(photo, said)| {
            let words = said.alt.iter().chain(&said.caption).map(String::as_str).collect();
            let by = photo.by.as_ref().map(|by| &*by.id);
            Some(Pictured { at: photo.file.at, path: path(&photo.file.id)?, words, by })
        }));
    }
    if let (Some(theme), MetaProse::Theme(prose)) = (meta.theme(), prose) {
        pictures.extend(theme.image.iter().map(|file| {
            let words = prose.image_alt.iter().map(String::as_str).collect();
            Some(Pictured { at: file.at, path: path(&file.id)?, words, by: None })
        }));
    }
    pictures.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::is_credit;

    #[test]
    fn the_name_behind_these_words_is_that_of_the_photographer() {
        for before in ["Foto: ", "Bussen. Foto: ", "(photo by ", "Taget af ", "genomen door ", "© "]
        {
            assert!(is_credit(before), "{before}");
        }
        for before in [
            "",
            "Her er ",
            "Ved bussen står ",
            "Autofoto med ",
            "A photo of ",
            "Foto af ",
            "Foto van ",
        ] {
            assert!(!is_credit(before), "{before}");
        }
    }
}
