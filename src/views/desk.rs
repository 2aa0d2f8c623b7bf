//! The editor's desk: what this week asks of whoever runs it, in the language of who reads it, each with
//! the place where it is written. It is no page of the site, and no route leads to it: `storywall today`
//! prints it, and the preview shows it. Names stand in it as far as readers may see them.

mod groups;
mod page;

use std::collections::{BTreeMap, BTreeSet};

use super::scene::Scene;
use crate::base::media_type::WORDS;
use crate::base::{Anchor, Date, Diagnostic, Source, Span, UrlPath};
use crate::config::thanks::ThanksFile;
use crate::document::Facts;
use crate::language::Arg;
use crate::site::Entry;

pub(crate) use page::{DeskPage, page, with_places};

/// What there is to do, in groups of which none is empty.
#[derive(Debug)]
pub(crate) struct Desk<Place = Written> {
    pub(crate) groups: Vec<Group<Place>>,
}

/// What is to be answered, say.
#[derive(Debug)]
pub(crate) struct Group<Place> {
    pub(crate) key: &'static str,
    pub(crate) heading: String,
    pub(crate) items: Vec<Item<Place>>,
}

/// One thing to do.
#[derive(Debug)]
pub(crate) struct Item<Place> {
    /// What it is, in one word.
    pub(crate) what: &'static str,
    pub(crate) words: Phrase,
    pub(crate) note: Option<String>,
    /// The command that begins it.
    pub(crate) command: Option<String>,
    pub(crate) due: Option<Due>,
    /// Where it is written.
    pub(crate) place: Option<Place>,
}

/// A sentence with something in it that has a language of its own, such as a title.
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) before: String,
    pub(crate) title: String,
    /// The language of the title, where it is another one.
    pub(crate) lang: Option<String>,
    pub(crate) after: String,
}

/// A day, and how far away it is.
#[derive(Debug)]
pub(crate) struct Due {
    pub(crate) day: Date,
    /// Days from today; less than none where it is over.
    pub(crate) days: i32,
    /// The same in words.
    pub(crate) words: String,
}

/// What `thanks.toml` says: no part of the site, so it is read only here and for cards.
#[derive(Default)]
pub(crate) struct PrivateList {
    file: ThanksFile,
    /// What is wrong with it.
    wrong: Vec<Diagnostic>,
}

impl PrivateList {
    /// Reads it; without a text, nothing is noted.
    pub(crate) fn read(text: Option<&str>) -> PrivateList {
        let mut list = PrivateList::default();
        if let Some(text) = text {
            list.file = ThanksFile::read(&Source::new(ThanksFile::path(), text), &mut list.wrong);
        }
        list
    }
}

/// What lies beside the texts of a project, and what is known of it.
#[derive(Default)]
pub(crate) struct Beside<'a> {
    pub(crate) thanks: PrivateList,
    /// The addresses of the site as it was built last on this machine.
    pub(crate) built: Option<&'a BTreeSet<UrlPath>>,
}

/// What a desk is made of, besides the site.
pub(crate) struct Known<'a> {
    /// What the check found.
    pub(crate) found: &'a [Diagnostic],
    pub(crate) thanks: &'a PrivateList,
    /// The texts whose pages are new since the last build.
    pub(crate) new: Vec<&'a Entry>,
}

/// A place, as facts and as reports know it.
#[derive(Debug)]
pub(crate) enum Written {
    At(Anchor),
    In(Span),
}

/// So many things of a kind are shown at once.
const SHOWN: usize = 5;
/// So many wait behind them at most; all others are counted.
const MOST: usize = 100;

/// What there is to do, as far as facts and what is known besides tell it.
pub(crate) fn desk(scene: &Scene<'_>, known: &Known<'_>) -> Desk {
    let groups = groups::all(scene, known).into_iter().filter(|(_, it)| !it.is_empty());
    let group = |(key, items)| Group { key, heading: scene.text(&format!("desk-{key}")), items };
    Desk { groups: groups.map(group).collect() }
}

impl<Place> Desk<Place> {
    /// The same with places of another kind.
    pub(crate) fn placed<Other>(self, place: impl Fn(Place) -> Other) -> Desk<Other> {
        let item = |item: Item<Place>| Item {
            place: item.place.map(&place),
            what: item.what,
            words: item.words,
            note: item.note,
            command: item.command,
            due: item.due,
        };
        let group = |group: Group<Place>| Group {
            key: group.key,
            heading: group.heading,
            items: group.items.into_iter().map(item).collect(),
        };
        Desk { groups: self.groups.into_iter().map(group).collect() }
    }
}

/// What of a group is shown at once.
pub(crate) struct Parted<'a, Place> {
    pub(crate) shown: Vec<&'a Item<Place>>,
    /// What waits behind, because there is so much of its kind.
    pub(crate) folded: Vec<&'a Item<Place>>,
    /// How many more there are, which are only counted.
    pub(crate) beyond: usize,
}

impl<Place> Group<Place> {
    pub(crate) fn parted(&self) -> Parted<'_, Place> {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        let mut parted = Parted { shown: vec![], folded: vec![], beyond: 0 };
        for item in &self.items {
            let before = kinds.entry(item.what).or_default();
            if *before < SHOWN {
                parted.shown.push(item);
            } else if *before < MOST {
                parted.folded.push(item);
            } else {
                parted.beyond += 1;
            }
            *before += 1;
        }
        parted
    }
}

impl Phrase {
    /// As one text.
    pub(crate) fn text(&self) -> String {
        format!("{}{}{}", self.before, self.title, self.after)
    }
}

/// Something that is named in a sentence, and its language, where that is not the page's.
struct Named {
    title: String,
    lang: Option<String>,
}

/// Stands in a text of the interface where something is named: no text has it.
const SLOT: &str = "\u{2}";

impl Scene<'_> {
    /// The sentence `key`, in which `named` stands at `$title`.
    fn phrase(&self, key: &str, named: Named, args: &[(&str, Arg<'_>)]) -> Phrase {
        let args: Vec<_> = [("title", Arg::Text(SLOT))].iter().chain(args).copied().collect();
        let text = self.text_with(key, &args);
        let (before, after) = text.split_once(SLOT).unwrap_or((&text, ""));
        Phrase {
            before: self.seen(before),
            title: self.seen(&named.title),
            lang: named.lang,
            after: self.seen(after),
        }
    }

    /// Words without the names that readers may not see.
    fn seen(&self, words: &str) -> String {
        self.nameless(words, WORDS).unwrap_or_else(|| words.to_owned())
    }

    /// A text that readers see, in the language of the page if it is translated.
    fn named_entry(&self, entry: &Entry) -> Named {
        self.named_text(entry.in_language(self.code()))
    }

    /// Any text, shown or not.
    fn named_text(&self, facts: &Facts) -> Named {
        let title = super::shorten::name(self.context.document(facts).title());
        let lang = (facts.language != self.code()).then(|| facts.language.clone());
        Named { title, lang }
    }

    /// When something is due, and how far away that is.
    fn due(&self, day: Date, hour: Option<&str>) -> Due {
        let today = self.site.options.today;
        let days = (day - today).get_days();
        let dates = &self.locale.dates;
        let date = match days {
            -1..=14 => dates.short_with_weekday(day),
            _ => dates.short(day, today),
        };
        let away = match days {
            -1 => self.text("desk-yesterday"),
            0 => self.text("desk-today"),
            1 => self.text("desk-tomorrow"),
            ..-1 => self.text_with("desk-days-ago", &[("n", Arg::Number((-days).into()))]),
            _ => self.text_with("desk-in-days", &[("n", Arg::Number(days.into()))]),
        };
        let parts: Vec<&str> = [Some(&*date), hour, Some(&*away)].into_iter().flatten().collect();
        Due { day, days, words: parts.join(" · ") }
    }
}
