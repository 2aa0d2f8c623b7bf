//! Pictures whose words or file names say that they show somebody who said no to pictures, or has
//! withdrawn. No program sees who is in a picture. Of somebody who agreed once and no longer does, it
//! is left out until a person has looked; of somebody who never agreed, a person is asked before
//! anything is published.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use super::common_words;
use super::consent::{Answer, answer, answer_in, is_unclear, over, person};
use super::name_core::core;
use super::name_words::NameWords;
use crate::base::near::last_bytes;
use crate::base::{At, SourcePath};
use crate::document::facts::DescribedPicture;
use crate::document::kinds::{Person, Story};
use crate::document::{Facts, Kind};

/// A picture that may show somebody who does not agree to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pictured {
    pub(crate) at: At,
    pub(crate) path: SourcePath,
    /// The file of the person, by its id.
    pub(crate) id: String,
    pub(crate) says: Says,
    /// Whether they agreed once, and no longer do: readers do not see it then.
    pub(crate) is_over: bool,
}

impl Pictured {
    /// Whether readers do not see the picture because of it.
    pub(crate) fn is_left_out(&self) -> bool {
        self.is_over && !matches!(self.says, Says::FirstName(_))
    }
}

/// What says who is in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    Words,
    FileName,
    /// A first name alone, as it is written.
    FirstName(String),
}

/// Such pictures, by the text that shows them.
pub(crate) type AllPictured = BTreeMap<SourcePath, Vec<Pictured>>;

/// Those of all texts, shown or not.
pub(crate) fn all(site: &Site) -> AllPictured {
    let refused = Refused::of(site);
    if refused.is_nobody() {
        return AllPictured::new();
    }
    let of = |facts: &Facts| (facts.path.clone(), of_text(site, &refused, facts));
    let all = site.facts.values().filter(|facts| !facts.described.is_empty());
    all.map(|facts| of(facts)).filter(|(_, all)| !all.is_empty()).collect()
}

fn of_text(site: &Site, refused: &Refused, facts: &Facts) -> Vec<Pictured> {
    let story = site.original(&facts.name).and_then(|original| original.meta.story());
    let pictured = facts.described.iter().filter_map(|picture| {
        let mut words = picture.words.iter();
        let in_words = words.find_map(|words| refused.in_words(words, site, story));
        let in_file_name = || {
            let id = refused.in_file_name(picture.path.file_name(), site, story)?;
            (picture.by.as_deref() != Some(id)).then_some(id)
        };
        let (id, says) = match in_words {
            Some(id) => (id.to_owned(), Says::Words),
            None => match in_file_name() {
                Some(id) => (id.to_owned(), Says::FileName),
                None => refused.by_first_name(picture, site, story)?,
            },
        };
        // What its fields say of it is told there.
        if picture.shows.contains(&id) {
            return None;
        }
        let is_over = person(site, &id).is_some_and(|it| over(it, &site.options).is_some());
        Some(Pictured { at: picture.at, path: picture.path.clone(), id, says, is_over })
    });
    pictured.collect()
}

/// The names of those who said no to pictures, in all stories or in one; and of those who are called
/// nearly the same, so that nobody is taken for somebody else.
#[derive(Default)]
struct Refused {
    words: NameWords,
    /// Who has each name, in the order of the names.
    ids: Vec<BTreeSet<String>>,
    /// Everybody who has the first name of one who refused, by that name in small letters.
    by_first_name: BTreeMap<String, BTreeSet<String>>,
}

impl Refused {
    fn of(site: &Site) -> Refused {
        let people = || site.originals(Kind::Person).filter_map(|it| Some((it, it.meta.person()?)));
        let stories = site.originals(Kind::Story).filter_map(|it| it.meta.story());
        let involved = stories.flat_map(|story| &story.people);
        let in_a_story: BTreeSet<&str> = involved
            .filter(|it| it.photo == Some(false))
            .filter_map(|it| Some(&*it.id.as_ref()?.id))
            .collect();
        let refused = people().filter(|(text, person)| {
            in_a_story.contains(text.id()) || answer(person, &site.options) == Answer::No
        });
        let refused: Vec<String> = refused.map(|(_, person)| known_name(person)).collect();
        if refused.is_empty() {
            return Refused::default();
        }
        let words: BTreeSet<String> = refused.iter().flat_map(|name| words(name)).collect();
        let firsts: BTreeSet<String> = refused.iter().filter_map(|name| first_name(name)).collect();
        let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut by_first_name: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (text, person) in people() {
            let name = known_name(person);
            let first = self::words(&name).into_iter().next().filter(|it| firsts.contains(it));
            if let Some(first) = first {
                by_first_name.entry(first).or_default().insert(text.id().to_owned());
            }
            // One word alone may be the name of anybody.
            if name.contains(' ') && self::words(&name).iter().any(|word| words.contains(word)) {
                names.entry(name).or_default().insert(text.id().to_owned());
            }
        }
        let words = NameWords::withheld(names.keys());
        Refused { words, ids: names.into_values().collect(), by_first_name }
    }

    fn is_nobody(&self) -> bool {
        self.ids.is_empty()
    }

    /// Somebody whose name stands in these words and who does not agree to be shown in this story.
    fn in_words(&self, words: &str, site: &Site, story: Option<&Story>) -> Option<&str> {
        let named = self.words.within(words).into_iter().filter(|it| {
            !is_credit(&words[..it.range.start]) && is_written_name(&words[it.range.clone()])
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
        let mut all = numbers.filter_map(|number| self.ids.get(number - 1));
        let all = all.find(|ids| ids.iter().all(|id| says_no(site, story, id)))?;
        all.first().map(String::as_str)
    }

    /// Somebody who said no to pictures, and whose first name alone stands in the words of a picture.
    /// Only one colleague has it among those of the story, or among all if none of the story has it.
    /// First names of those who withdrew are told wherever they stand.
    fn by_first_name(
        &self,
        picture: &DescribedPicture,
        site: &Site,
        story: Option<&Story>,
    ) -> Option<(String, Says)> {
        // Whoever says that no face is in it has looked.
        let is_answered = !picture.shows.is_empty() || picture.faces == Some(false);
        if is_answered || self.by_first_name.is_empty() {
            return None;
        }
        let mut named = picture.words.iter().flat_map(|words| alone(words));
        named.find_map(|word| {
            let all = self.by_first_name.get(&word.to_lowercase());
            let genitive = || self.by_first_name.get(word.to_lowercase().strip_suffix('s')?);
            let all = all.or_else(genitive)?;
            let of_story: Vec<&String> =
                all.iter().filter(|id| story.is_some_and(|it| is_in(it, id))).collect();
            let id = match (of_story.as_slice(), all.first()) {
                ([only], _) => *only,
                ([], Some(only)) if all.len() == 1 => only,
                _ => return None,
            };
            let may_be_named = over(person(site, id)?, &site.options).is_none();
            (may_be_named && picture.by.as_ref() != Some(id) && says_no(site, story, id))
                .then(|| (id.clone(), Says::FirstName(word.to_owned())))
        })
    }
}

fn says_no(site: &Site, story: Option<&Story>, id: &str) -> bool {
    let said = match (story, person(site, id)) {
        (Some(story), _) => answer_in(site, story, id),
        (None, Some(person)) => answer(person, &site.options),
        (None, None) => Answer::Unasked,
    };
    said == Answer::No && !is_unclear(site, id)
}

/// Whether a story names somebody in its fields.
fn is_in(story: &Story, id: &str) -> bool {
    let involved = story.people.iter().filter_map(|it| it.id.as_ref());
    let in_photos = story.photos.iter().flat_map(|photo| photo.shows.iter().chain(&photo.by));
    let mut all = involved.chain(story.tellers()).chain(&story.helped_by).chain(in_photos);
    all.any(|it| it.id == id)
}

fn known_name(person: &Person) -> String {
    core(&person.name).unwrap_or_else(|| person.name.trim().to_owned())
}

fn words(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_lowercase).collect()
}

/// The first name in small letters, if it can hardly be another word.
fn first_name(name: &str) -> Option<String> {
    const LETTERS: usize = 3;
    let first = words(name).into_iter().next().filter(|_| name.contains(' '))?;
    (first.chars().count() >= LETTERS && !common_words::is_one(&first)).then_some(first)
}

/// Whether these words, which are the words of a name, are written as one: in a sentence, “Per, son of”
/// is none of Per Son, and neither is “person”.
fn is_written_name(words: &str) -> bool {
    let mut letters = 0;
    let mut is_apart = false;
    for c in words.chars() {
        match c {
            c if c.is_alphanumeric() => {
                letters += 1;
                continue;
            }
            // Behind an initial.
            '.' if letters == 1 => {}
            '-' | '_' | '\u{2010}' | '\u{2011}' | '\'' | '’' => {}
            c if c.is_whitespace() => {}
            c if crate::base::character::is_formatting(c) => continue,
            c if unicode_normalization::char::is_combining_mark(c) => continue,
            _ => return false,
        }
        is_apart = true;
        letters = 0;
    }
    let is_humped = || {
        let mut pairs = words.chars().zip(words.chars().skip(1));
        pairs.any(|(one, next)| one.is_lowercase() && next.is_uppercase())
    };
    is_apart || is_humped()
}

/// Words that begin with a capital letter and stand alone: beside another one, they are part of a name.
fn alone(words: &str) -> Vec<&str> {
    let all: Vec<&str> = words.split(|c: char| !(c.is_alphanumeric() || c == '-')).collect();
    let is_capital = |at: usize| all.get(at).is_some_and(|it| it.starts_with(char::is_uppercase));
    let mut alone = vec![];
    for (at, word) in all.iter().copied().enumerate() {
        let start = word.as_ptr() as usize - words.as_ptr() as usize;
        // The first word of a sentence is a capital one whatever it is.
        let is_behind_a_name = at > 1 && is_capital(at - 1);
        let is_part = is_behind_a_name || is_capital(at + 1);
        if is_capital(at) && !is_part && !is_credit(&words[..start]) {
            alone.push(word);
        }
    }
    alone
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
    // As long as the longest of them, and the letter before it.
    let before = last_bytes(before.trim_end(), 24).to_lowercase();
    CREDITS.iter().any(|credit| {
        let rest = before.strip_suffix(credit);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_name_is_written_in_words_that_belong_together() {
        for written in
            ["Lone Bo", "Lone  Bo", "Lone-Bo", "lone bo", "LoneBo", "J. P. Holm", "Bo Lone"]
        {
            assert!(is_written_name(written), "{written}");
        }
        for written in ["person", "Lone. Bo", "Per, Son", "Lone/Bo", "lonebo"] {
            assert!(!is_written_name(written), "{written}");
        }
    }

    #[test]
    fn a_first_name_stands_alone() {
        assert_eq!(alone("Lone by the bus"), ["Lone"]);
        assert_eq!(alone("The bus, and Lone in it."), ["The", "Lone"]);
        assert_eq!(alone("The bus of Lone Hansen"), ["The"]);
        assert_eq!(alone("The bus of Hanne Lone"), ["The"]);
        assert_eq!(alone("The bus. Photo: Lone"), ["The", "Photo"]);
        assert_eq!(alone("Ved Lone"), ["Lone"]);
    }
}
