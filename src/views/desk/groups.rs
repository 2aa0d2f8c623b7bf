//! What stands in each group of the desk. Facts come from `due`, and what only the check knows from its
//! findings: their places, and not their words.

use std::collections::BTreeMap;

use jiff::ToSpan;

use super::{Item, Known, Named, Phrase, Written};
use crate::base::{Anchor, At, Code, Date, Diagnostic, Severity, SourcePath, Span};
use crate::config::thanks::Thank;
use crate::document::{Facts, Kind};
use crate::due::consents::{self, ConsentDue};
use crate::due::programme::{self, PauseDue, RoleState};
use crate::due::themes::Quiet;
use crate::due::{days, quarters, stories, texts, themes};
use crate::language::Arg;
use crate::speaking::CLOSING_DAYS;
use crate::views::scene::Scene;
use crate::views::shorten::shortened;
use crate::views::thank_cards::names;

type Items = Vec<Item<Written>>;

/// How many days a week has after today.
const WEEK: i32 = 6;
/// How many days before its end a role, and before its day a look at the roadmap, is spoken of.
const ROLE_ENDS: i32 = 70;
const REVIEW_SOON: i32 = 30;
/// How much of a promise is quoted, in bytes.
const QUOTED: usize = 120;

/// Every group with what is in it.
pub(super) fn all(scene: &Scene<'_>, known: &Known<'_>) -> [(&'static str, Items); 7] {
    let on = Finder { scene, known };
    [
        ("answer", on.to_answer()),
        ("week", on.this_week()),
        ("review", on.to_review()),
        ("renew", on.to_renew()),
        ("thank", on.to_thank()),
        ("plan", on.to_plan()),
        ("publish", on.to_publish()),
    ]
}

struct Finder<'a> {
    scene: &'a Scene<'a>,
    known: &'a Known<'a>,
}

impl Finder<'_> {
    fn to_answer(&self) -> Items {
        let site = self.scene.site;
        let mut items: Items = texts::waiting_questions(site)
            .map(|it| self.of_text("question", it, it.named("status")))
            .collect();
        let is_question = |path: &SourcePath| {
            site.facts.get(path).is_some_and(|it| {
                it.kind == Kind::Faq && it.meta.common().is_draft() && !it.is_translation()
            })
        };
        let mut gaps: BTreeMap<(&str, bool, &SourcePath), (i64, &Span)> = BTreeMap::new();
        for gap in self.coded(Code::Gap).filter(|gap| !is_question(&gap.span.path)) {
            gaps.entry(self.order(&gap.span.path)).or_insert((0, &gap.span)).0 += 1;
        }
        items.extend(gaps.into_values().map(|(n, span)| {
            let words =
                self.scene.phrase("desk-gap", self.file(&span.path), &[("n", Arg::Number(n))]);
            item("gap", words).written(span)
        }));
        items
    }

    fn this_week(&self) -> Items {
        let (scene, site) = (self.scene, self.scene.site);
        let mut items: Items = days::meetings(site, self.after(WEEK))
            .into_iter()
            .map(|(meeting, sitting)| {
                let words = self.words("meeting", own(scene.local(&meeting.name.value)));
                let place = meeting.place.as_ref().map(|place| scene.seen(&scene.local(place)));
                let due = scene.due(sitting.date, sitting.time.as_deref());
                let item = item("meeting", words).at(self.programme(meeting.address_at()));
                Item { due: Some(due), note: place, ..item }
            })
            .collect();
        let calls = days::closing_calls(site, self.today(), self.after(CLOSING_DAYS));
        items.extend(calls.into_iter().map(|(day, entry)| {
            let words = self.words("call", scene.named_entry(entry));
            let call = entry.opportunity().and_then(|event| event.cfp.as_ref()?.closes.as_ref());
            let at = call.map_or(At::Top, |closes| closes.at);
            item("call", words).at(entry.original.anchor(at)).on(self, day)
        }));
        let soon = stories::waiting(site).into_iter().filter(|(day, _)| *day <= self.after(WEEK));
        items.extend(soon.map(|(day, document)| {
            let what = if document.kind == Kind::Digest { "letter" } else { "story" };
            self.of_text(what, document, document.named("date")).on(self, day)
        }));
        items.sort_by(|a, b| {
            let key =
                |item: &Item<Written>| item.due.as_ref().map(|due| (due.day, due.words.clone()));
            key(a).cmp(&key(b))
        });
        items.extend(programme::unchecked_promises(site).map(|(at, day, promise)| {
            let text = shortened(&scene.local(&promise.text), QUOTED);
            item("promise", self.words("promise", own(text))).at(self.programme(at)).on(self, day)
        }));
        items
    }

    fn to_review(&self) -> Items {
        let (scene, site) = (self.scene, self.scene.site);
        let mut items: Items =
            texts::drafts(site).map(|it| self.of_text("draft", it, it.named("status"))).collect();
        items.extend(texts::to_check(site, self.after(1)).into_iter().map(|(day, entry)| {
            let item = item("check", self.words("check", scene.named_entry(entry)));
            item.at(entry.original.named("reviewed")).on(self, day)
        }));
        items.extend(self.of_code(Code::OutdatedTranslation, "translation"));
        items.extend(texts::without_owner(site).map(|entry| {
            item("owner", self.words("owner", scene.named_entry(entry))).at(entry.original.top())
        }));
        items
    }

    fn to_renew(&self) -> Items {
        let (scene, site) = (self.scene, self.scene.site);
        let mut items: Items = consents::to_ask(site)
            .into_iter()
            .map(|(document, due)| {
                let at = document.named("consent.until");
                match due {
                    ConsentDue::Ends(day) => {
                        let words = self.words("consent-ends", own(scene.face(document.id()).name));
                        item("consent-ends", words).at(at).on(self, day)
                    }
                    ConsentDue::Ended(day) => {
                        item("consent-ended", self.plain("consent-ended")).at(at).on(self, day)
                    }
                }
            })
            .collect();
        items.extend(site.programme.roles.iter().filter_map(|role| {
            let (at, state) = programme::role_state(site, role);
            let (what, day) = match state {
                RoleState::Over(day) => ("role-over", Some(day)),
                RoleState::Nobody => ("role-nobody", None),
                RoleState::Free => ("role-free", None),
                RoleState::Held(until) => {
                    ("role-ends", Some(until.filter(|until| *until <= self.after(ROLE_ENDS))?))
                }
            };
            let item = item(what, self.words(what, own(scene.local(&role.name))));
            Some(Item { due: day.map(|day| scene.due(day, None)), ..item.at(self.programme(at)) })
        }));
        items.extend(self.of_code(Code::SuccessorNeeded, "successor"));
        let review = programme::roadmap_review(site);
        items.extend(review.filter(|(_, day)| *day <= self.after(REVIEW_SOON)).map(|(at, day)| {
            item("roadmap", self.plain("roadmap")).at(self.programme(at)).on(self, day)
        }));
        items.extend(programme::pause(site).map(|(at, due)| {
            let (what, day) = match due {
                PauseDue::Open => ("pause-open", None),
                PauseDue::Ends(day) => ("pause-ends", Some(day)),
                PauseDue::Ended(day) => ("pause-ended", Some(day)),
            };
            let item = item(what, self.plain(what)).at(self.programme(at));
            Item { due: day.map(|day| scene.due(day, None)), ..item }
        }));
        items
    }

    /// Nobody is named as long as it is not known for all what they agreed to.
    fn to_thank(&self) -> Items {
        let thanks = self.known.thanks;
        let (scene, site) = (self.scene, self.scene.site);
        if self.mistakes().next().is_some() {
            return vec![];
        }
        if !thanks.wrong.is_empty() {
            let wrong = thanks.wrong.iter();
            return wrong.map(|it| self.report("list", it)).collect();
        }
        let noted: BTreeMap<&str, &Thank> =
            thanks.file.thanks.iter().map(|thank| (thank.story.id.as_str(), thank)).collect();
        let items = stories::to_thank(site, &noted, None).into_iter().filter_map(|entry| {
            let story = entry.story()?;
            let named = scene.named_entry(entry);
            let words = match names(scene, story) {
                Some(names) => scene.phrase("desk-thanks", named, &[("names", Arg::Text(&names))]),
                None => self.words("thanks-nameless", named),
            };
            let thank = noted.get(entry.name.as_str());
            let wish = thank.and_then(|thank| thank.would_like.as_ref());
            let told = story.date.map(|date| {
                let day = scene.locale.dates.short(date, self.today());
                scene.text_with("desk-told", &[("day", Arg::Text(&day))])
            });
            let wish =
                wish.map(|it| scene.text_with("desk-would-like", &[("wish", Arg::Text(it))]));
            let note: Vec<String> = told.into_iter().chain(wish).collect();
            let note = (!note.is_empty()).then(|| scene.seen(&note.join(" · ")));
            Some(Item { note, ..item("thanks", words).at(entry.original.top()) })
        });
        items.collect()
    }

    fn to_plan(&self) -> Items {
        let (scene, site) = (self.scene, self.scene.site);
        let mut items = vec![];
        // While nobody is asked for a story, nobody is asked about a theme.
        let quiet = if site.pause().is_none() { themes::quiet(site) } else { vec![] };
        items.extend(quiet.into_iter().map(|(quiet, entry)| {
            let named = scene.named_entry(entry);
            let (what, words, day) = match quiet {
                Quiet::Season(until) => ("season", self.words("season", named), Some(until)),
                Quiet::Untold => ("untold", self.words("untold", named), None),
                Quiet::Weeks(weeks) => {
                    let weeks = [("n", Arg::Number(weeks.into()))];
                    ("quiet", scene.phrase("desk-quiet", named, &weeks), None)
                }
            };
            let item = item(what, words).at(entry.original.top());
            Item { due: day.map(|day| scene.due(day, None)), ..item }
        }));
        if let Some(quarter) = quarters::to_begin(site, self.today()) {
            let words = self.words("quarter-begin", own(scene.quarter(quarter)));
            let command = Some(format!("storywall evaluate --new {quarter}"));
            items.push(Item { command, ..item("quarter-begin", words) });
        }
        if let Some((quarter, path)) = quarters::to_finish(site, self.today()) {
            let words = self.words("quarter-finish", own(scene.quarter(quarter)));
            items
                .push(item("quarter-finish", words).at(Anchor { path: path.clone(), at: At::Top }));
        }
        items
    }

    fn to_publish(&self) -> Items {
        let (scene, site) = (self.scene, self.scene.site);
        let mut items: Items = self.mistakes().map(|it| self.report("mistake", it)).collect();
        items.extend(self.known.new.iter().map(|entry| {
            item("new", self.words("new", scene.named_entry(entry))).at(entry.original.top())
        }));
        let later = stories::waiting(site).into_iter().filter(|(day, _)| *day > self.after(WEEK));
        items.extend(later.map(|(day, document)| {
            self.of_text("later", document, document.named("date")).on(self, day)
        }));
        let new = stories::since_the_last_letter(site).filter(|(_, _, new)| *new > 0);
        items.extend(new.map(|(letter, last, new)| {
            let new = [("n", Arg::Number(i64::try_from(new).unwrap_or(i64::MAX)))];
            let words = scene.phrase("desk-unsent", own(String::new()), &new);
            let since = last.tomorrow().unwrap_or(last);
            let command = Some(format!("storywall digest --since {since}"));
            Item { command, ..item("unsent", words).at(letter.original.top()) }
        }));
        items
    }

    fn today(&self) -> Date {
        self.scene.site.options.today
    }

    /// The day so many days after today.
    fn after(&self, days: i32) -> Date {
        self.today().checked_add(days.days()).unwrap_or(Date::MAX)
    }

    /// The sentence of a thing to do, with something named in it.
    fn words(&self, what: &str, named: Named) -> Phrase {
        self.scene.phrase(&format!("desk-{what}"), named, &[])
    }

    fn plain(&self, what: &str) -> Phrase {
        self.words(what, own(String::new()))
    }

    /// A thing to do with a text, shown or not.
    fn of_text(&self, what: &'static str, facts: &Facts, at: Anchor) -> Item<Written> {
        item(what, self.words(what, self.scene.named_text(facts))).at(at)
    }

    /// A place in `programme.toml`.
    fn programme(&self, at: At) -> Anchor {
        Anchor { path: self.scene.site.programme_path.clone(), at }
    }

    fn mistakes(&self) -> impl Iterator<Item = &Diagnostic> {
        self.known.found.iter().filter(|it| it.severity() == Severity::Error)
    }

    fn coded(&self, code: Code) -> impl Iterator<Item = &Diagnostic> {
        self.known.found.iter().filter(move |it| it.code == code)
    }

    /// A thing to do for each finding of a code.
    fn of_code(&self, code: Code, what: &'static str) -> impl Iterator<Item = Item<Written>> {
        self.coded(code)
            .map(move |it| item(what, self.words(what, self.file(&it.span.path))).written(&it.span))
    }

    /// A text comes before its translations.
    fn order<'p>(&'p self, path: &'p SourcePath) -> (&'p str, bool, &'p SourcePath) {
        match self.scene.site.facts.get(path) {
            Some(facts) => (&facts.name, facts.is_translation(), path),
            None => (path.as_str(), false, path),
        }
    }

    /// What a report says, which is English whatever the page speaks.
    fn report(&self, what: &'static str, found: &Diagnostic) -> Item<Written> {
        let lang = (self.scene.code() != "en").then(|| "en".to_owned());
        let named = Named { title: found.message.clone(), lang };
        item(what, self.words(what, named)).written(&found.span)
    }

    /// A file by its title, or by its path where it has none.
    fn file(&self, path: &SourcePath) -> Named {
        match self.scene.site.facts.get(path) {
            Some(facts) => self.scene.named_text(facts),
            None => own(path.to_string()),
        }
    }
}

/// In the language of the page.
fn own(title: String) -> Named {
    Named { title, lang: None }
}

fn item(what: &'static str, words: Phrase) -> Item<Written> {
    Item { what, words, note: None, command: None, due: None, place: None }
}

impl Item<Written> {
    fn at(self, place: Anchor) -> Item<Written> {
        Item { place: Some(Written::At(place)), ..self }
    }

    fn written(self, span: &Span) -> Item<Written> {
        Item { place: Some(Written::In(span.clone())), ..self }
    }

    fn on(self, finder: &Finder<'_>, day: Date) -> Item<Written> {
        Item { due: Some(finder.scene.due(day, None)), ..self }
    }
}
