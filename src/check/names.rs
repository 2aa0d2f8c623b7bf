//! Names of people, themes, teams, goals, events and pages that do not exist.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::known::{Known, end_of, new_person, without_number};
use super::links::ENOUGH;
use super::programme::is_plain;
use crate::base::diagnostic::nearest;
use crate::base::{Anchor, At, Code, Diagnostic, Finding, Note, gap};
use crate::data::fields::shortened;
use crate::data::types::{PageName, PersonName};
use crate::data::{Anchored, Localized};
use crate::document::Facts;
use crate::document::kinds::metadata::Name;
use crate::site::Site;
use crate::site::addresses::plain_slug;
use crate::submission::wish;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let known = Known::of(site);
    let knows_programme = super::unread::knows_programme(site);
    for document in site.facts.values() {
        Names { known: &known, knows_programme, document, site, out: &mut *out }.check();
    }
}

/// So many people of one name are listed in a hint.
const MOST_NAMESAKES: usize = 5;

/// The people of whom somebody made one: `anna-bech; bo`, `Anna Bech and Bo`.
fn several(written: &str) -> Vec<&str> {
    let mut parts = vec![written];
    for between in
        [",", ";", "&", "/", "•", "·", " + ", " and ", " og ", " en ", " samt ", " plus "]
    {
        parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The id of the only one of the programme that readers know by this name, in any language.
fn called<'a>(
    written: &str,
    all: impl Iterator<Item = (&'a Anchored<String>, &'a Localized)>,
) -> Option<&'a str> {
    let written = written.trim().to_lowercase();
    let mut found =
        all.filter(|(_, name)| name.all().any(|name| name.trim().to_lowercase() == written));
    let (id, _) = found.next()?;
    found.next().is_none().then_some(id.value.as_str())
}

struct Names<'a, 'o> {
    known: &'o Known<'a>,
    knows_programme: bool,
    document: &'a Facts,
    site: &'a Site,
    out: &'o mut Vec<Finding>,
}

impl Names<'_, '_> {
    fn check(&mut self) {
        let torn = self.torn_names();
        self.document.meta.common().visit_names(&mut |name| match &name {
            Name::Person(one) if torn.iter().any(|(_, second, _)| *second == one.at) => {}
            Name::Person(one) => match torn.iter().find(|(first, ..)| *first == one.at) {
                Some((_, _, whole)) => self.torn_name(one, whole),
                None => self.known_or_told(&name),
            },
            _ => self.known_or_told(&name),
        });
    }

    /// Two entries of a list that are one person, whose family name stands first: `[Holm, Jonas]`.
    fn torn_names(&self) -> Vec<(At, At, String)> {
        let known = self.known;
        let mut torn = vec![];
        let mut last: Option<(At, String)> = None;
        self.document.meta.common().visit_names(&mut |name| {
            let Name::Person(one) = name else { return };
            if known.people.binary_search(&one.id.as_str()).is_ok() {
                return last = None;
            }
            let before = last.replace((one.at, one.id.clone()));
            let Some((first, family)) = before else { return };
            let whole = known.family_name_first(&format!("{family}, {}", one.id));
            if let Some(whole) = whole {
                torn.push((first, one.at, whole.to_owned()));
                last = None;
            }
        });
        torn
    }

    fn torn_name(&mut self, first: &PersonName, whole: &str) {
        let message = format!(
            "“{}” and the name behind it are one person, whose family name stands first",
            shortened(&first.id)
        );
        let span = self.document.anchor(first.at);
        self.out.push(
            Diagnostic::new(Code::UnknownPerson, span, message)
                .hint(format!("Write {whole} in place of both")),
        );
    }

    fn known_or_told(&mut self, name: &Name<'_>) {
        let known = self.known;
        match name {
            Name::Person(name) => self.person(name),
            Name::Page(name) => self.page(name),
            Name::Theme(name) if self.site.is_flawed(&format!("themes/{}", name.id)) => {}
            Name::Opportunity(name) if self.site.is_flawed(&format!("speaking/{}", name.id)) => {}
            Name::Theme(name) => {
                self.one(&name.id, name.at, &known.themes, None, "theme", Code::UnknownTheme);
            }
            // What a programme lists that cannot be read is not known.
            Name::Team(_) | Name::Goal(_) | Name::Role(_) | Name::Place(_)
                if !self.knows_programme => {}
            // If the programme lists no teams, a team need not be listed.
            Name::Team(_) if known.teams.is_empty() => {}
            Name::Team(name) => {
                let teams = &self.site.programme.teams;
                let called = called(&name.id, teams.iter().map(|it| (&it.id, &it.name)));
                self.one(&name.id, name.at, &known.teams, called, "team", Code::UnknownTeam);
            }
            Name::Goal(name) => {
                let goals = &self.site.programme.goals;
                let called = called(&name.id, goals.iter().map(|it| (&it.id, &it.name)));
                self.one(&name.id, name.at, &known.goals, called, "goal", Code::UnknownGoal);
            }
            Name::Role(name) => {
                let roles = &self.site.programme.roles;
                let called = called(&name.id, roles.iter().map(|it| (&it.id, &it.name)));
                self.one(&name.id, name.at, &known.roles, called, "role", Code::UnknownRole);
            }
            Name::Place(place) => self.place(place),
            Name::Opportunity(name) => {
                let (events, code) = (&known.events, Code::UnknownOpportunity);
                self.one(&name.id, name.at, events, None, "event", code);
            }
        }
    }

    fn person(&mut self, name: &PersonName) {
        if let Some(gap) = gap::begins(&name.id) {
            let place = self.document.anchor(name.at);
            return self.out.push(gap::in_field(place, &name.id[gap.words]));
        }
        if self.site.is_flawed(&format!("people/{}", name.id)) {
            return;
        }
        if self.known.people.binary_search(&name.id.as_str()).is_err() {
            self.unknown_person(name);
        }
    }

    /// A person may have been written by their name where their id is wanted.
    fn unknown_person(&mut self, name: &PersonName) {
        let is_worth_it = self.out.len() < ENOUGH;
        let remark = self.known.before_remark(&name.id, is_worth_it);
        let all = self.known.all_in_a_row(&name.id);
        let near = self.known.person(&name.id, is_worth_it);
        let called = || self.known.by_telephone(self.site, &name.id).filter(|_| is_worth_it);
        let near = near.or_else(called);
        let one = self.known.family_name_first(&name.id);
        let namesakes = match is_worth_it && near.is_none() {
            true => self.known.called(&name.id),
            false => BTreeSet::new(),
        };
        let hint = match near {
            _ if self.means_nobody(&name.id) => {
                "If the author wants no name in the story, write anonymous: yes in place of this line"
                    .to_owned()
            }
            _ if remark.is_some() => {
                format!("Write {} alone here", remark.unwrap_or_default())
            }
            _ if all.is_some() => {
                let ids = all.unwrap_or_default();
                format!("Put several people between brackets, with commas: [{}]", ids.join(", "))
            }
            _ if one.is_some() => format!("Did you mean “{}”?", one.unwrap_or_default()),
            _ if several(without_number(&name.id)).len() > 1 => {
                let named = |one: &str| self.known.named.get(&one.to_lowercase()).copied();
                let one_id =
                    |one| named(one).or_else(|| self.known.only_called(one)).unwrap_or(one);
                let ids = several(&name.id).into_iter().map(one_id);
                let mut ids: Vec<&str> = ids.collect();
                let mut seen = BTreeSet::new();
                ids.retain(|id| seen.insert(*id));
                format!("Put several people between brackets, with commas: [{}]", ids.join(", "))
            }
            Some(near) => format!("Did you mean “{near}”?"),
            None if (2..=MOST_NAMESAKES).contains(&namesakes.len()) => {
                let all: Vec<String> = namesakes.iter().map(|one| format!("“{one}”")).collect();
                format!("Write which of these you mean: {}", all.join(", "))
            }
            None => new_person(&name.id),
        };
        self.report(Code::UnknownPerson, "person", &name.id, name.at, Note::hint(hint));
    }

    /// Whether the only author of a story is a wish that it has none.
    fn means_nobody(&self, written: &str) -> bool {
        const WORDS: &[&str] = &["anon", "ingen", "niemand"];
        let story = self.document.meta.story();
        story.is_some_and(|story| matches!(story.tellers(), [only] if only.id == written))
            && (WORDS.contains(&&*written.to_lowercase()) || wish::is_in(written))
    }

    /// Only the first mistakes get a suggestion, because it looks at every name, which is slow.
    fn near<'n>(&self, name: &str, known: &[&'n str]) -> Option<&'n str> {
        let is_worth_it = self.out.len() < ENOUGH;
        is_worth_it.then(|| nearest(name, known.iter().copied())).flatten()
    }

    /// A place that the programme does not list is no mistake, but it makes a filter of its own.
    fn place(&mut self, place: &Anchored<String>) {
        let Anchored { value: place, at } = place;
        let places = &self.site.programme.places;
        if place.trim().is_empty() {
            let message = "The place is missing here";
            let hint = "For example: Esbjerg; or remove the line";
            let span = self.document.anchor(*at);
            self.out.push(Diagnostic::new(Code::EmptyField, span, message).hint(hint));
            return;
        }
        if places.is_empty() || self.site.known_place(place).is_some() {
            return;
        }
        let default = self.site.default_language();
        let names = || places.iter().map(|known| known.name.get(default, default));
        let is_worth_it = self.out.len() < ENOUGH;
        let hint = match is_worth_it.then(|| nearest(place, names())).flatten() {
            Some(near) => format!("Did you mean “{near}”?"),
            None => "Add it to content/programme.toml under [[places]]".to_owned(),
        };
        let message = format!("There is no place called “{}”", shortened(place));
        let span = self.document.anchor(*at);
        self.out.push(Diagnostic::new(Code::UnknownPlace, span, message).hint(hint));
    }

    fn page(&mut self, name: &PageName) {
        let wanted = name.id.as_str();
        let site = self.site;
        if site.entry(wanted).is_some()
            || site.hidden.contains_key(wanted)
            || site.is_flawed(wanted)
        {
            return;
        }
        let near = self.known.page(site, wanted, self.out.len() < ENOUGH);
        let hint = match near {
            Some(near) => Note::hint(format!("Did you mean “{near}”?")),
            None => {
                Note::example("Name the page by its path in content/, such as faq/bad-spelling")
            }
        };
        self.report(Code::UnknownPage, "page", &name.id, name.at, hint);
    }

    /// `called` is the id of the one that has this name for readers.
    fn one(
        &mut self,
        id: &str,
        at: At,
        known: &[&str],
        called: Option<&str>,
        what: &str,
        code: Code,
    ) {
        let is_proposed = |known: &&str| !is_plain(known) && plain_slug(known) == id;
        if known.contains(&id) || known.iter().any(is_proposed) {
            return;
        }
        let spelled = plain_slug(end_of(id));
        let spelled = known.iter().copied().find(|known| *known == spelled);
        let hint = match called.or(spelled).or_else(|| self.near(id, known)) {
            // One that cannot be an id is reported with the one to write.
            Some(near) => format!("Did you mean “{}”?", as_id(near)),
            None if known.is_empty() => format!("Remove the name: this site has no {what}s yet"),
            None => {
                let known: Vec<_> = known.iter().map(|known| as_id(known)).collect();
                format!("Use one of these: {}", known.join(", "))
            }
        };
        self.report(code, what, id, at, Note::hint(hint));
    }

    fn report(&mut self, code: Code, what: &str, id: &str, at: At, remedy: Note<Anchor>) {
        let short = crate::data::fields::shortened(id);
        let message = format!("There is no {what} called “{short}”");
        let span = self.document.anchor(at);
        self.out.push(Diagnostic::new(code, span, message).note(remedy));
    }
}

/// An id as it must be written.
fn as_id(known: &str) -> Cow<'_, str> {
    match is_plain(known) {
        true => Cow::Borrowed(known),
        false => Cow::Owned(plain_slug(known)),
    }
}
