//! `site.toml` and `content/programme.toml`: the name, languages and colours of the site, and what
//! the programme is for.

mod address;
mod brand_stops;
mod coach;
mod forbidden;
mod jobs;
mod languages;
pub(crate) mod measures;
mod meeting;
mod meeting_times;
mod pause;
pub(crate) mod quarter;
mod repository;
mod resolved;
mod roadmap;
mod severity;
pub(crate) mod thanks;

use std::collections::BTreeMap;

use crate::base::date::Zone;
use crate::base::{Date, Diagnostic, Places, Source};
use crate::data::fields::{FieldList, choices, fields, read_tree};
use crate::data::types::{PageName, PersonName};
use crate::data::{Anchored, Localized, Located, Reader, WebAddress, toml};
pub(crate) use address::{base_address, with_slash};
pub(crate) use brand_stops::{BrandStop, BrandStops};
pub(crate) use coach::{CoachFile, Limits, WordLists};
use forbidden::Forbidden;
pub(crate) use jobs::{Job, Jobs};
pub(crate) use meeting::{Meeting, MeetingRhythm, MovedMeeting, WhichDay};
pub(crate) use meeting_times::{TimeOfDay, written_hour};
pub(crate) use pause::{ProgrammeState, ProgrammeStatus};
pub(crate) use repository::{Forge, Repository};
pub(crate) use resolved::{Config, default_language_of, time_zone_of};
pub(crate) use roadmap::{Attempt, Roadmap, Trust};
pub(crate) use severity::{Weight, Weights};

fields! {
    /// `site.toml`.
    pub(crate) struct SiteFile {
        /// The name of the site: the company's, or the wall's own.
        required title: Localized, at most 100 = "Sundbro Ferries";
        /// One sentence for feeds and search results.
        optional description: Localized = "How we talk about our work";
        /// The address at which it is published; feeds and the sitemap need it.
        optional base_url: Located<WebAddress> = "https://people.sundbro.example/";
        /// The code of the language in which everything is written first.
        optional default_language: Located<String> = "en";
        /// The codes of all languages of the interface.
        list languages: Located<String> = "[\"en\", \"da\", \"nl\"]";
        /// The folder in `themes/` with the look of the site.
        optional theme: Located<String> = "default";
        /// The time zone in which days begin; without it, the one of the computer that builds.
        optional time_zone: Zone = "Europe/Copenhagen";
        /// Whether search engines may list the site.
        optional index: bool = "false";
        /// The address at which a file can be edited; {path} is replaced with the file.
        optional edit_url: Located<WebAddress> = "https://git.sundbro.example/handbook/edit/main/{path}";
        /// How many stories a page of the wall shows, from 6 to 200.
        optional per_page: Located<u32> = "24";
        /// How many stories a feed contains, from 1 to 500.
        optional feed_length: Located<u32> = "30";
        /// Colours of the brand: the name of a colour of the look, and one colour, or one for light and one for dark.
        optional colors: BTreeMap<String, Located<Vec<String>>> = "{ brand = [\"#a8321c\", \"#f28a6b\"] }";
        /// Fonts and sizes, by their names in the look.
        optional r#type: BTreeMap<String, Located<String>> = "{ serif = \"Georgia, serif\" }";
        /// Distances and shapes, by their names in the look.
        optional space: BTreeMap<String, Located<String>> = "{ radius = \"0\" }";
        /// The sizes and formats in which photos are published.
        optional pictures: Pictures = "{ widths = [400, 800, 1600] }";
        /// Whether authors are asked about their stories, in questions that stop nothing.
        optional coach: CoachSettings = "{ mode = \"on\" }";
        /// How much each kind of problem matters here, by its code; `storywall explain --codes` lists them.
        optional severity: Weights = "{ orphan-page = \"off\" }";
        /// What else is checked here.
        optional check: Checks = "{ forbidden = { \"SB-####\" = \"Booking numbers show who travelled\" } }";
    }
}

fields! {
    /// What else is checked on this site.
    pub(crate) struct Checks {
        /// Words that may not stand in any text, each with the sentence that says why; # is a digit, * the rest of a word.
        optional forbidden: Forbidden = "{ \"Project Nightjar\" = \"The ship is secret until March\" }";
    }
}

fields! {
    /// The sizes and formats in which photos are published.
    pub(crate) struct Pictures {
        /// The widths of the published photos, in pixels, from 100 to 4000; no photo is made larger than it is.
        list widths: Located<u32> = "[400, 800, 1600]";
        /// Whether to make AVIF as well, which is smaller but takes longer to make.
        optional avif: Located<bool> = "false";
    }
}

fields! {
    /// Whether authors are asked about their stories, in questions that stop nothing.
    pub(crate) struct CoachSettings {
        /// `silent`: only who runs `storywall coach` is asked; `on`: `storywall check` asks as well, where all who read its report see it; `off`: nobody is asked.
        optional mode: CoachMode = "on";
    }
}

choices! {
    /// When the coach speaks.
    pub(crate) enum CoachMode {
        Silent = "silent",
        On = "on",
        Off = "off",
    }
}

fields! {
    /// `content/programme.toml`.
    pub(crate) struct Programme {
        /// What all of this is for.
        optional purpose: Purpose = "{ sentence = \"People believe people.\" }";
        /// The answer to "May I?".
        optional may: May = "{ page = \"permission.md\" }";
        /// Where colleagues can tell a story.
        optional tell: Tell = "{ page = \"tell-yours.md\" }";
        /// What the programme wants to achieve.
        list goals: Goal, at most 100 = "[{ id = \"people-find-us\" }]";
        /// Who does what.
        list roles: ProgrammeRole, at most 200 = "[{ id = \"story_helper\" }]";
        /// What we promise to people who tell a story.
        list promises: Promise = "[{ text = \"Nobody corrects you.\" }]";
        /// The teams that stories come from.
        list teams: Named, at most 1000 = "[{ id = \"workshop\", name = \"Workshop\" }]";
        /// The places that stories come from.
        list places: Named, at most 1000 = "[{ id = \"esbjerg\", name = \"Esbjerg\" }]";
        /// The pages of the handbook in groups, in the order of what readers worry about.
        list handbook: HandbookGroup, at most 30 = "[{ name = \"Before you tell\" }]";
        /// When the people who run it meet.
        list meetings: Meeting, at most 30 = "[{ name = \"Story half hour\", every = \"week\" }]";
        /// How we go about it, and with whom that was agreed on.
        optional roadmap: Roadmap = "{ page = \"roadmap.md\", next_review = 2027-01-14 }";
        /// Whether colleagues are asked for stories now.
        optional status: ProgrammeStatus = "{ state = \"paused\", until = 2027-02-01 }";
        /// How readers can know whether promises are kept.
        optional trust: Trust = "{ page = \"promises.md\" }";
    }
}

fields! {
    /// What all of this is for.
    pub(crate) struct Purpose {
        /// One sentence, shown in large letters on the home page.
        required sentence: Localized = "People believe people.";
        /// The page that says more.
        optional page: PageName = "purpose.md";
    }
}

fields! {
    /// The answer to "May I?".
    pub(crate) struct May {
        /// The page that says what is fine.
        optional page: PageName = "permission.md";
        /// The answer in one sentence.
        optional text: Localized, at most 1000 = "You may write about your work.";
        /// Whom to ask.
        optional contact: PersonName = "anna-bech";
    }
}

fields! {
    /// Where colleagues can tell a story.
    pub(crate) struct Tell {
        /// The page that says how. With it, the site has a page on which a story is written.
        optional page: PageName = "tell-yours.md";
    }
}

fields! {
    /// What the programme wants to achieve.
    pub(crate) struct Goal {
        /// Its name in the fields of other files.
        required id: Anchored<String> = "people-find-us";
        /// What kind of goal it is.
        optional kind: GoalKind = "recruiting";
        /// The name that readers see.
        required name: Localized = "People who would fit in here find us";
        /// Why it matters.
        optional why: Localized, at most 1000 = "Half of our new colleagues knew somebody here.";
        /// Who is responsible for it.
        optional owner: PersonName = "karen-molgaard";
    }
}

choices! {
    /// What kind of goal it is.
    pub(crate) enum GoalKind {
        Branding = "branding",
        Recruiting = "recruiting",
        Retention = "retention",
        Leads = "leads",
        Awareness = "awareness",
        Learning = "learning",
    }
}

fields! {
    /// Who does what.
    pub(crate) struct ProgrammeRole {
        /// Its name in the fields of other files.
        required id: Anchored<String> = "story_helper";
        /// The name that readers see.
        required name: Localized = "Story helper";
        /// The colleague who has it.
        optional person: PersonName = "anna-bech";
        /// Somebody from outside who has it.
        optional external: String = "Birgit Storm";
        /// What a colleague says who calls them, shown where people look for help.
        optional voice: Localized, at most 200 = "I have been asked to give a talk.";
        /// What they can be called for.
        optional what_for: Localized, at most 200 = "Talks, and a rehearsal beforehand";
        /// The parts of the site on which they are the one to call.
        list helps_with: HelpsWith, at most 10 = "[\"speaking\"]";
        /// Since when.
        optional since: Date = "2026-01-15";
        /// Until when.
        optional until: Anchored<Date> = "2027-01-31";
        /// Whether it is free on purpose: readers are asked whether they would like to have it.
        optional vacant: bool = "true";
    }
}

choices! {
    /// A part of the site on which somebody is the one to call.
    pub(crate) enum HelpsWith {
        Questions = "questions",
        Speaking = "speaking",
        Talks = "talks",
        Training = "training",
    }
}

fields! {
    /// What we promise to people who tell a story.
    pub(crate) struct Promise {
        /// The promise.
        required text: Localized, at most 1000 = "Nobody corrects your text.";
        /// Who keeps it.
        optional owner: PersonName = "karen-molgaard";
        /// Since when.
        optional since: Date = "2026-03-01";
        /// Whether it was kept so far.
        optional kept: bool = "true";
        /// When somebody last looked whether it is kept.
        optional checked: Anchored<Date> = "2026-10-01";
        /// Since when it is kept again, if it was broken.
        optional mended: Date = "2026-08-10";
        /// How we know, or what is still in the way.
        optional note: Localized, at most 1000 = "Harwich has no box yet.";
    }
}

fields! {
    /// Pages of the handbook that belong together.
    pub(crate) struct HandbookGroup {
        /// When readers need them.
        required name: Anchored<Localized> = "Before you tell";
        /// What readers ask themselves then; a group without it stands small, at the end, say.
        optional voice: Localized, at most 200 = "Am I allowed to?";
        /// The pages; the first one answers the question.
        list pages: PageName, at most 200 = "[\"permission.md\"]";
        /// Whom to call.
        optional helper: PersonName = "anna-bech";
    }
}

fields! {
    /// A team or a place.
    pub(crate) struct Named {
        /// Its name in the fields of other files.
        required id: Anchored<String> = "workshop";
        /// The name that readers see.
        required name: Localized = "Workshop";
    }
}

impl Programme {
    /// Everybody who is named in it, with where.
    pub(crate) fn people(&self) -> impl Iterator<Item = &PersonName> {
        let contact = self.may.iter().filter_map(|may| may.contact.as_ref());
        let goals = self.goals.iter().filter_map(|goal| goal.owner.as_ref());
        let roles = self.roles.iter().filter_map(|role| role.person.as_ref());
        let promises = self.promises.iter().filter_map(|promise| promise.owner.as_ref());
        let groups = self.handbook.iter().filter_map(|group| group.helper.as_ref());
        let roadmap = self.roadmap.iter().flat_map(Roadmap::people);
        let status = self.status.iter().filter_map(|status| status.contact.as_ref());
        let people = contact.chain(goals).chain(roles).chain(promises).chain(groups);
        people.chain(roadmap).chain(status)
    }

    /// Reads `content/programme.toml`, and where its fields stand.
    pub(crate) fn read(
        source: &Source,
        languages: &[String],
        out: &mut Vec<Diagnostic>,
    ) -> (Programme, Places) {
        read_table(source, languages, out)
    }
}

/// Reads a file of TOML as a list of fields, and where these stand.
pub(crate) fn read_table<T: FieldList>(
    source: &Source,
    languages: &[String],
    out: &mut Vec<Diagnostic>,
) -> (T, Places) {
    let whole = 0..source.text.lines().next().map_or(0, str::len);
    let tree = toml::read_file(source, out);
    let mut places = Places { top: whole.clone(), ..Places::default() };
    let mut reader = Reader {
        source,
        notation: tree.notation,
        broken: tree.broken,
        is_submitted: false,
        languages,
        zone: None,
        field: "",
        fields: &[],
        places: &mut places,
        out,
    };
    let table = read_tree(&tree, &whole, &mut reader);
    (table, places)
}
