//! A story that an employee tells.

use crate::base::Date;
use crate::data::WebAddress;
use crate::data::fields::{choices, fields};
pub(crate) use crate::data::focus::Focus;
use crate::data::split::split_fields;
use crate::data::types::{
    Anchored, FileName, GoalName, LanguageCode, Month, PageName, PersonName, TeamName, ThemeName,
};
use crate::document::kinds::metadata::{
    Described, Metadata, Name, NamedPicture, ProseFields, Shows,
};

split_fields! {
    /// `content/stories/`: title, author and text are enough.
    pub(crate) struct Story, StoryProse {
        /// The headline, in your own words.
        prose required title: String, at most 200 = "Pump four went quiet";
        /// Who tells it: one person, or several.
        some author: PersonName, at most 20, unless anonymous = "jonas-holm";
        /// Whether it is told without a name. It has no author then, not even in Git: who helps writes it in.
        optional anonymous: bool = "yes";
        /// The language it is told in, if not the site's first.
        optional lang: LanguageCode = "da";
        /// The day on which it appears.
        optional date: Date = "2026-11-18";
        /// The day on which it was sent in. Only how long stories waited is shown, of all together.
        optional sent: Date = "2026-11-16";
        /// Its form.
        optional form: Form = "story";
        /// What it is about; leave it out if none fits.
        optional theme: ThemeName = "things-that-broke";
        /// The team it comes from, if not the author's.
        optional team: TeamName = "workshop";
        /// The town that it comes from, if not the author's.
        optional location: Anchored<String> = "Esbjerg";
        /// Who may see it: only colleagues, unless you say otherwise.
        optional audience: Audience = "internal";
        /// Everybody who is named or can be recognised, except the author.
        list people: Involved = "[{id: mette-krogh, named: yes, photo: no}]";
        /// Pictures beside this file.
        split list photos: Photo = "[{file: pump.jpg, alt: Pump four with its cover off}]";
        /// The goal of the programme that it helps.
        optional goal: GoalName = "learn-from-each-other";
        /// Who helped to tell it.
        list helped_by: PersonName, at most 20 = "anna-bech";
        /// Who read it before it was published.
        optional buddy: PersonName = "mette-krogh";
        /// Who would be glad to read it.
        prose optional for_whom: String = "Anyone considering an apprenticeship";
        /// A sentence of the story that its card may show large.
        prose optional quote: String, at most 500 = "You can hear what is missing.";
        /// A sentence for the card; the first one of the text if left out.
        prose optional summary: String, at most 500 = "I had tightened that bolt myself.";
        /// How it may be shared, in the author's own words.
        prose optional share: Share = "{text: Last night Mette saved me}";
        /// What came of it, added later.
        split list outcome: Outcome = "[{on: 2026-11-20, type: applicant, note: Two mentioned it}]";
        /// What colleagues add who were there too: a sentence each, which they wrote themselves, with the author's yes.
        split list there_too: ThereToo, at most 20 = "[{who: mette-krogh, says: I held the torch}]";
        /// Chosen as the story of a month, with a reason.
        split optional featured: Featured = "{month: 2026-11, why: You can hear the pump}";
        /// Other stories that belong to it.
        list related: PageName, at most 20 = "[stories/2026/first-winter]";
        /// Whether customers are mentioned, and who agreed.
        optional customer: Customer = "{mentioned: no}";
        /// Whether it is shown on the wall.
        optional status: Status = "published";
        /// Old addresses, which lead here.
        list aliases: Anchored<String>, at most 10 = "[stories/pump]";
        /// Words that people may look for and that are not in the text. No page and no list uses them.
        #[expect(dead_code, reason = "no page shows it")]
        prose list keywords: String = "[bearing, seal]";
    }
}

/// Who tells a story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Byline<'a> {
    /// These, by their files.
    People(&'a [PersonName]),
    /// Somebody who is not named anywhere.
    Anonymous,
}

impl Story {
    /// The places of what came of it up to a day, the newest first. One without a day comes last.
    pub(crate) fn outcomes_until(&self, day: Date) -> Vec<usize> {
        let is_there = |at: &usize| self.outcome[*at].on.is_none_or(|on| on <= day);
        let mut places: Vec<usize> = (0..self.outcome.len()).filter(is_there).collect();
        places.sort_by_key(|at| std::cmp::Reverse(self.outcome[*at].on));
        places
    }

    pub(crate) fn byline(&self) -> Byline<'_> {
        match self.anonymous {
            Some(true) => Byline::Anonymous,
            Some(false) | None => Byline::People(&self.author),
        }
    }

    pub(crate) fn is_anonymous(&self) -> bool {
        self.byline() == Byline::Anonymous
    }

    /// Those who tell it by name: nobody, where it is told without one.
    pub(crate) fn tellers(&self) -> &[PersonName] {
        match self.byline() {
            Byline::People(people) => people,
            Byline::Anonymous => &[],
        }
    }

    /// The colleagues of whom it says that it does not name them.
    pub(crate) fn unnamed(&self) -> impl Iterator<Item = &PersonName> {
        let unnamed = self.people.iter().filter(|involved| involved.named == Some(false));
        unnamed.filter_map(|involved| involved.id.as_ref())
    }
}

impl Metadata for Story {
    fn name(&self) -> Option<&str> {
        None
    }

    fn order(&self) -> Option<u32> {
        None
    }

    fn language(&self) -> Option<&str> {
        self.lang.as_ref().map(|lang| lang.0.as_str())
    }

    fn reviewed(&self) -> Option<Date> {
        None
    }

    fn is_draft(&self) -> bool {
        self.status == Some(Status::Draft)
    }

    fn aliases(&self) -> &[Anchored<String>] {
        &self.aliases
    }

    fn visit_names(&self, visit: &mut dyn FnMut(Name<'_>)) {
        let involved = self.people.iter().filter_map(|involved| involved.id.as_ref());
        let in_photos = self.photos.iter().flat_map(|photo| photo.shows.iter().chain(&photo.by));
        let featured = self.featured.iter().filter_map(|featured| featured.by.as_ref());
        let people = self.tellers().iter().chain(&self.helped_by).chain(&self.buddy);
        let beside = self.there_too.iter().filter_map(|it| it.who.as_ref());
        let people = people.chain(beside).chain(involved).chain(in_photos).chain(featured);
        people.for_each(|person| visit(Name::Person(person)));
        self.theme.iter().for_each(|theme| visit(Name::Theme(theme)));
        self.team.iter().for_each(|team| visit(Name::Team(team)));
        self.location.iter().for_each(|place| visit(Name::Place(place)));
        self.goal.iter().for_each(|goal| visit(Name::Goal(goal)));
        self.related.iter().for_each(|page| visit(Name::Page(page)));
    }

    fn visit_files(&self, visit: &mut dyn FnMut(NamedPicture<'_>)) {
        for photo in &self.photos {
            visit(NamedPicture { file: &photo.file, shows: Shows::Scene });
        }
    }
}

impl ProseFields for StoryProse {
    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }

    fn summary(&self) -> Option<&str> {
        self.summary.as_deref()
    }

    fn described(&self) -> Vec<Described> {
        let alt = |photo: &PhotoProse| Described { field: "alt", words: photo.alt.clone() };
        self.photos.iter().map(alt).collect()
    }
}

choices! {
    /// How a story is told.
    pub(crate) enum Form {
        Story = "story",
        Glimpse = "glimpse",
        How = "how",
        Dilemma = "dilemma",
        AfterTalk = "after-talk",
        Customer = "customer",
    }
}

choices! {
    /// Who may see it. Internal is a full end, not a first step.
    pub(crate) enum Audience {
        Internal = "internal",
        Shareable = "shareable",
        Public = "public",
    }
}

choices! {
    /// Where a story stands.
    pub(crate) enum Status {
        Published = "published",
        Draft = "draft",
        Paused = "paused",
        Archived = "archived",
    }
}

fields! {
    /// Someone in the story.
    #[derive(PartialEq)]
    pub(crate) struct Involved {
        /// Their file in `content/people/`.
        optional id: PersonName = "mette-krogh";
        /// What to call them here if they have none: a description is fine.
        optional name: Anchored<String> = "a colleague from the night shift";
        /// Whether the story names them.
        optional named: bool = "yes";
        /// Whether a picture may show them in this story.
        optional photo: bool = "no";
        /// When they said yes.
        optional asked: Date = "2026-11-18";
    }
}

split_fields! {
    /// A picture of a story.
    pub(crate) struct Photo, PhotoProse {
        /// The file, beside the story.
        required file: FileName = "pump.jpg";
        /// What it shows, for people who cannot see it; `decorative` if it shows nothing that matters.
        prose optional alt: String, at most 1000 = "Pump four with its cover off";
        /// The part that must not be cut off on a narrow card: left, right, top, bottom, center.
        optional focus: Focus = "left top";
        /// A line under the picture.
        prose optional caption: String, at most 500 = "Ten minutes after";
        /// Who took it.
        optional by: PersonName = "jonas-holm";
        /// Who can be recognised in it.
        list shows: PersonName, at most 50 = "[mette-krogh]";
        /// Whether it shows faces.
        optional faces: bool = "no";
    }
}

fields! {
    /// How a story may be retold.
    #[derive(PartialEq)]
    pub(crate) struct Share {
        /// The author's own words for it.
        optional text: String, at most 3000 = "Last night Mette saved me from the motorway";
        /// Where it was shared.
        list links: WebAddress, at most 30 = "[https://www.example.org/post]";
    }
}

split_fields! {
    /// What came of a story.
    pub(crate) struct Outcome, OutcomeProse {
        /// The day.
        optional on: Date = "2026-11-20";
        /// What kind of thing came of it.
        optional r#type: OutcomeKind = "applicant";
        /// Whether it came from somebody the story was meant for.
        optional from_target_group: bool = "yes";
        /// What happened, in a sentence.
        prose required note: String, at most 1000 = "Two applicants mentioned the story.";
    }
}

choices! {
    /// What can come of a story; reach is not among it.
    pub(crate) enum OutcomeKind {
        Conversation = "conversation",
        Applicant = "applicant",
        Customer = "customer",
        Talk = "talk",
        Change = "change",
        Other = "other",
    }
}

split_fields! {
    /// What somebody adds who was there too.
    pub(crate) struct ThereToo, ThereTooProse {
        /// Who says it. Left out, it is somebody who is not named, and only colleagues read it.
        optional who: PersonName = "mette-krogh";
        /// A sentence or two, in their own words.
        prose required says: String, at most 500 = "I held the torch";
    }
}

split_fields! {
    /// Why a story was picked.
    pub(crate) struct Featured, FeaturedProse {
        /// The month, as year and month.
        required month: Month = "2026-11";
        /// A sentence that says why, by the person who chose it.
        prose optional why: String, at most 500 = "You can hear the pump.";
        /// Who chose it.
        optional by: PersonName = "mariam-lund";
    }
}

fields! {
    /// Whether customers can be recognised in the story.
    #[derive(PartialEq)]
    pub(crate) struct Customer {
        /// Whether one is mentioned.
        optional mentioned: Anchored<bool> = "yes";
        /// What one of them says, in their own words. It is shown once `ok_by` and `on` say who agreed, and when.
        optional says: Anchored<String>, at most 500 = "You remembered which seat was mine.";
        /// What readers may call them, as they wish.
        optional called: String, at most 100 = "A driver of the dairy";
        /// Who of them agreed.
        optional ok_by: String = "Birthe of the dairy";
        /// When they agreed.
        optional on: Date = "2026-11-18";
    }
}
