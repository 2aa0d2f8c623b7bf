//! A story that is told without a name has none in its addresses, and says little that only one person
//! can have told.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Anchor, At, Code, Diagnostic, Finding, Severity};
use crate::document::kinds::Story;
use crate::document::{Facts, Kind};
use crate::site::name_core::core;
use crate::site::name_words::NameWords;
use crate::site::visibility::named;
use crate::site::{Site, common_words};

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let stories = site.originals(Kind::Story);
    let stories = stories.filter_map(|text| Some((text, text.meta.story()?)));
    let stories: Vec<_> = stories.filter(|(_, story)| story.is_anonymous()).collect();
    if stories.is_empty() {
        return;
    }
    let colleagues = Colleagues::of(site);
    for (document, story) in stories {
        addresses(&colleagues, document, story, out);
        out.extend(points_at_few(site, &colleagues, document, story));
        out.extend(photographers(document, story));
    }
}

/// The names of colleagues, whole and in parts, each with the ids of those who have it.
struct Colleagues {
    whole: Names,
    parts: Names,
}

struct Names {
    words: NameWords,
    ids: Vec<BTreeSet<String>>,
}

impl Names {
    fn of(names: BTreeMap<String, BTreeSet<String>>) -> Names {
        Names { words: NameWords::withheld(names.keys()), ids: names.into_values().collect() }
    }

    /// A name in an address, unless it is that of somebody of these.
    fn within(&self, address: &str, except: &BTreeSet<&str>) -> Option<&str> {
        let others = |number: usize| self.ids[number - 1].iter().all(|id| !except.contains(&**id));
        let mut found = self.words.within(address).into_iter();
        found.find(|it| others(it.number)).map(|it| it.name)
    }
}

impl Colleagues {
    fn of(site: &Site) -> Colleagues {
        let (mut whole, mut parts) = (BTreeMap::new(), BTreeMap::new());
        let add = |names: &mut BTreeMap<String, BTreeSet<String>>, name: &str, id: &str| {
            names.entry(name.to_owned()).or_default().insert(id.to_owned());
        };
        for text in site.originals(Kind::Person) {
            let Some(person) = text.meta.person() else { continue };
            let name = core(&person.name).unwrap_or_else(|| person.name.clone());
            let is_whole = name.contains(' ');
            add(if is_whole { &mut whole } else { &mut parts }, &name, text.id());
            for part in name.split_whitespace().filter(|part| is_whole && is_telling(part)) {
                add(&mut parts, part, text.id());
                // `annas-pumpe`
                add(&mut parts, &format!("{part}s"), text.id());
            }
        }
        Colleagues { whole: Names::of(whole), parts: Names::of(parts) }
    }

    fn told(&self, address: &str, except: &BTreeSet<&str>) -> Option<(&str, Severity)> {
        let whole = self.whole.within(address, except).map(|name| (name, Severity::Error));
        whole.or_else(|| Some((self.parts.within(address, except)?, Severity::Warning)))
    }
}

/// Whether a word of a name is hardly anything but a name: neither `van` nor `Storm`.
fn is_telling(part: &str) -> bool {
    part.chars().count() > 2 && part.starts_with(char::is_uppercase) && !common_words::is_one(part)
}

/// Names of colleagues in what becomes an address, except of those whom the story names anyway.
fn addresses(colleagues: &Colleagues, document: &Facts, story: &Story, out: &mut Vec<Finding>) {
    let openly = openly(story);
    let told = |address: &str, place: Anchor, what: &str, remedy: &str| {
        let (_, severity) = colleagues.told(address, &openly)?;
        // Reports stand in logs, which others keep: the name is not repeated.
        let message =
            format!("This story is anonymous, and {what} has the name of a colleague in it");
        let diagnostic = Diagnostic::new(Code::AnonymousFileNamed, place, message);
        Some(diagnostic.with_severity(severity).hint(remedy.to_owned()))
    };
    let own = told(
        &document.name,
        Anchor::file(document.path.clone()),
        "its address",
        "Rename the file or its folder, and keep no old address with the name under aliases; if the \
         story is about this colleague, name them under people",
    );
    let stem = document.name.rsplit('/').next().filter(|_| own.is_none()).unwrap_or("photo");
    out.extend(own);
    for alias in &story.aliases {
        let remedy = "Remove it: the story can be found at its own address";
        out.extend(told(&alias.value, document.anchor(alias.at), "this old address", remedy));
    }
    let pictures = story.photos.iter().map(|photo| (&*photo.file.id, photo.file.at));
    let mut seen = BTreeSet::new();
    for (file, at) in pictures.chain(document.images()).filter(|(file, _)| seen.insert(*file)) {
        // Its folders are those of the story, or of pictures that many texts share.
        let name = file.rsplit('/').next().unwrap_or(file);
        let ending = name.rsplit_once('.').map_or("jpg", |(_, ending)| ending);
        let remedy = format!(
            "Rename the file, for example as {stem}-1.{ending}, and write the new name here; if the \
             picture shows this colleague, say so under shows"
        );
        out.extend(told(name, document.anchor(at), "the file of this picture", &remedy));
    }
}

/// Those whom the story names, or shows.
fn openly(story: &Story) -> BTreeSet<&str> {
    let in_photos = story.photos.iter().flat_map(|photo| &photo.shows);
    let beside = story.there_too.iter().filter_map(|it| it.who.as_ref());
    let helpers = in_photos.chain(&story.helped_by).chain(beside).map(|person| &*person.id);
    helpers.chain(named(story)).collect()
}

/// What makes few people possible, once for a story.
fn points_at_few(
    site: &Site,
    colleagues: &Colleagues,
    document: &Facts,
    story: &Story,
) -> Option<Finding> {
    let mut all: Vec<(At, String)> = vec![];
    let mut add = |at: Option<At>, what: &str| {
        all.extend(at.map(|at| (at, what.to_owned())));
    };
    add(story.team.as_ref().map(|team| team.at), "its team");
    add(story.location.as_ref().map(|place| place.at), "its place");
    let mut involved = story.people.iter().filter_map(|it| it.id.as_ref());
    let mut beside = story.there_too.iter().filter_map(|it| it.who.as_ref());
    add(involved.next().or_else(|| beside.next()).map(|person| person.at), "who else was there");
    let mut shown = story.photos.iter().filter_map(|photo| photo.shows.first());
    add(shown.next().map(|person| person.at), "who is in a photo");
    // A name that is known is reported by itself.
    let openly = openly(story);
    let unknown = |file: &str| colleagues.told(file, &openly).is_none();
    let is_like = |file: &str| is_like_a_name(file) && unknown(file);
    // Readers see what a file is called where another text shows it as well.
    let is_named = |file: &str| {
        let path = document.path.join(file);
        path.is_some_and(|it| site.shows(document) && !site.unnamed_files.contains(&it))
    };
    let like = story.photos.iter().find(|it| is_like(&it.file.id) && is_named(&it.file.id));
    let like = like.map(|photo| (photo.file.at, photo.file.id.clone()));
    all.extend(
        like.map(|(at, file)| {
            (at, format!("a picture that may be called after somebody ({file})"))
        }),
    );
    let (first, _) = all.first()?;
    let place = document.anchor(*first);
    let said: Vec<&str> = all.iter().map(|(_, what)| what.as_str()).collect();
    let said = match said.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => said.concat(),
    };
    let message = format!(
        "This story is anonymous, but it gives {said}, so readers may guess who the author is"
    );
    Some(Diagnostic::new(Code::AnonymousPointsAtFew, place, message).hint(
        "Leave out the place, the day, the team and the others if you are unsure, and ask the author; \
         if many people fit, leave it as it is",
    ))
}

/// Who took a photo is not shown, and stays readable in the file.
fn photographers(document: &Facts, story: &Story) -> Vec<Finding> {
    let by = story.photos.iter().filter_map(|photo| photo.by.as_ref());
    let told = by.map(|person| {
        let message = "This story is anonymous, so readers do not see who took this photo: most \
                       likely its author did";
        Diagnostic::new(Code::AnonymousPointsAtFew, document.anchor(person.at), message).hint(
            "Remove by: the name stays readable in this file, and in the history that Git keeps of it",
        )
    });
    told.collect()
}

/// Whether it reads like first and last name: `Anna_Bech.jpg`, `AnnaBech.jpg`.
fn is_like_a_name(file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let capitals = stem.chars().filter(|c| c.is_uppercase()).count();
    let begins_each = |word: &str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = stem.split(['-', '_', ' ']).collect();
    let is_word = |word: &&str| word.len() > 3 && word.chars().all(char::is_alphabetic);
    words.len() < 3
        && capitals == 2
        && words.iter().all(is_word)
        && words.iter().all(|it| begins_each(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_after_somebody_who_is_not_known() {
        for file in ["Vera_Lund.jpg", "VeraLund.png", "Vera Lund.jpg", "Åse-Ørum.jpg"] {
            assert!(is_like_a_name(file), "{file}");
        }
        for file in
            ["night-deck.webp", "IMG_4711.JPG", "DSC00012.jpg", "Pump.jpg", "Deck-2.jpg", "x"]
        {
            assert!(!is_like_a_name(file), "{file}");
        }
    }
}
