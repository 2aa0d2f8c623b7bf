//! What a text says of itself that cannot be, or that can hardly be meant.

use crate::base::{Anchor, At, Code, Date, Diagnostic, Finding};
use crate::data::types::PersonName;
use crate::document::Facts;
use crate::document::kinds::person::Consent;
use crate::document::kinds::{Person, Story};
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    for document in site.facts.values() {
        let mut look = Look { document, today: site.options.today, out: &mut *out };
        let meta = &document.meta;
        look.done("reviewed", "reviewed", meta.common().reviewed());
        look.done("translated", "translated", meta.translation().and_then(|text| text.translated));
        if let Some(faq) = meta.faq() {
            look.itself(faq.related.iter().map(|page| (&page.id, page.at)));
        }
        if let Some(theme) = meta.theme() {
            look.season(theme.from, theme.until);
        }
        if let Some(person) = meta.person() {
            look.person(person);
        }
        if let Some(story) = meta.story() {
            look.story(story);
        }
        if let Some(talk) = meta.talk() {
            look.once(talk.speakers.iter());
        }
        if let Some(event) = meta.opportunity() {
            look.done("verified", "verified", event.verified);
            look.done("source.fetched", "source", event.source.as_ref().and_then(|it| it.fetched));
        }
    }
    roles(site, out);
}

/// A look at one text.
struct Look<'a> {
    document: &'a Facts,
    today: Date,
    out: &'a mut Vec<Finding>,
}

impl Look<'_> {
    fn season(&mut self, from: Option<Date>, until: Option<Date>) {
        let (Some(from), Some(until)) = (from, until) else { return };
        if until < from {
            let message = format!("This season ends on {until}, before it begins on {from}");
            self.out.push(
                Diagnostic::new(Code::SeasonBackwards, self.document.named("until"), message)
                    .hint("Swap from and until; a season over New Year ends in the following year"),
            );
        }
    }

    fn person(&mut self, person: &Person) {
        let own = self.document.id();
        if let Some(buddy) = person.buddy.as_ref().filter(|buddy| buddy.id == own) {
            let message = format!("{} is named as their own buddy", person.name);
            self.names_itself(
                buddy,
                message,
                "Name the colleague who reads their stories, or remove the line",
            );
        }
        if let Some(consent) = &person.consent {
            self.consent(consent);
        }
    }

    fn consent(&mut self, consent: &Consent) {
        self.given(consent.given);
        self.withdrawn(consent.withdrawn);
        let Some(given) = consent.given else { return };
        let ends = [
            ("until", "consent.until", consent.until),
            ("withdrawn", "consent.withdrawn", consent.withdrawn),
        ];
        for (field, place, end) in ends {
            let Some(end) = end.filter(|end| *end < given) else { continue };
            let message =
                format!("This consent was given on {given}, but “{field}” is earlier: {end}");
            let hint = match field {
                "until" => "Check both days: one of the years may be wrong",
                _ => "Remove the line withdrawn if they agreed again; otherwise correct the year",
            };
            let place = self.document.named(place);
            self.out.push(Diagnostic::new(Code::ConsentBackwards, place, message).hint(hint));
        }
    }

    fn story(&mut self, story: &Story) {
        self.itself(story.related.iter().map(|page| (&page.id, page.at)));
        self.once(story.tellers().iter());
        self.once(story.people.iter().filter_map(|involved| involved.id.as_ref()));
        let tells = |id: &str| story.tellers().iter().any(|author| author.id == id);
        // Of several who tell it, one may have looked at the words of another.
        let is_alone = story.tellers().len() == 1;
        if let Some(buddy) = story.buddy.as_ref().filter(|buddy| is_alone && tells(&buddy.id)) {
            let message = "The author of this story is also named as its buddy";
            self.names_itself(buddy, message, "Name another colleague, or remove the line");
        }
        // What an author says of pictures is noted there too.
        let named = story.people.iter().filter(|involved| involved.photo.is_none());
        for id in named.filter_map(|involved| involved.id.as_ref()).filter(|id| tells(&id.id)) {
            let message = "The author of this story is also listed under people";
            self.names_itself(
                id,
                message,
                "Remove the entry: people is for everybody but the author",
            );
        }
        story.people.iter().for_each(|involved| self.done("asked", "people", involved.asked));
        story.outcome.iter().for_each(|outcome| self.done("outcome: on", "outcome", outcome.on));
        self.done(
            "customer: on",
            "customer",
            story.customer.as_ref().and_then(|customer| customer.on),
        );
    }

    /// A page that leads its readers to where they are.
    fn itself<'n>(&mut self, related: impl Iterator<Item = (&'n String, At)>) {
        for (id, at) in related {
            if *id == self.document.name {
                let span = self.document.anchor(at);
                self.out.push(
                    Diagnostic::new(
                        Code::NamesItself,
                        span,
                        "This page is listed as related to itself",
                    )
                    .hint("Name another page, or remove the name"),
                );
            }
        }
    }

    fn once<'n>(&mut self, people: impl Iterator<Item = &'n PersonName>) {
        let mut before = std::collections::BTreeSet::new();
        for name in people {
            if !before.insert(&name.id) {
                let span = self.document.anchor(name.at);
                let message =
                    format!("“{}” is listed twice", crate::data::fields::shortened(&name.id));
                self.out.push(
                    Diagnostic::new(Code::NamedTwice, span, message).hint("Remove one of them"),
                );
            }
        }
    }

    fn names_itself(&mut self, name: &PersonName, message: impl Into<String>, hint: &str) {
        let span = self.document.anchor(name.at);
        self.out.push(Diagnostic::new(Code::NamesItself, span, message).hint(hint));
    }

    /// A yes counts from its day on.
    fn given(&mut self, day: Option<Date>) {
        if let Some(day) = day.filter(|day| *day > self.today) {
            let message = format!(
                "“consent: given” is in the future: {day}; a yes counts from that day on, and not \
                 before"
            );
            let place = self.document.named("consent.given");
            self.out.push(
                Diagnostic::new(Code::FutureDate, place, message)
                    .hint("Write the day on which they agreed; the year may be wrong"),
            );
        }
    }

    /// A withdrawal counts from the moment at which it is written down, whatever its day.
    fn withdrawn(&mut self, day: Option<Date>) {
        if let Some(day) = day.filter(|day| *day > self.today) {
            let message = format!(
                "“consent: withdrawn” is in the future: {day}; it is taken as withdrawn already"
            );
            let place = self.document.named("consent.withdrawn");
            self.out.push(Diagnostic::new(Code::FutureDate, place, message).hint(
                "Write the day on which they said so; if they still agree until that day, write it \
                 under consent: until: instead",
            ));
        }
    }

    /// A day on which something is said to have been done; `place` is the field that says it, or the one
    /// that it is a part of.
    fn done(&mut self, field: &str, place: &'static str, day: Option<Date>) {
        if let Some(day) = day.filter(|day| *day > self.today) {
            let message = format!("“{field}” is in the future: {day}");
            self.out.push(
                Diagnostic::new(Code::FutureDate, self.document.named(place), message)
                    .hint("Write the day on which it happened; the year may be wrong"),
            );
        }
    }
}

fn roles(site: &Site, out: &mut Vec<Finding>) {
    for role in &site.programme.roles {
        let (Some(since), Some(until)) = (role.since, role.until.as_ref()) else { continue };
        if until.value < since {
            let span = Anchor { path: site.programme_path.clone(), at: until.at };
            let until = until.value;
            let message = format!("This role ends on {until}, before it begins on {since}");
            out.push(
                Diagnostic::new(Code::RoleBackwards, span, message)
                    .hint("Check since and until: one of the years may be wrong"),
            );
        }
    }
}
