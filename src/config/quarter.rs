//! `content/metrics/2026-Q4.toml`, and `2026-Q4.csv` beside it or in its place: what a quarter is
//! evaluated by.

mod percent_signs;
mod refused;
mod table;

use super::measures::{Unit, unit_of};
use crate::base::{Date, Diagnostic, Places, Source};
use crate::data::amounts::Amount;
use crate::data::fields::{choices, fields, read_tree};
use crate::data::quarters::Quarter;
use crate::data::types::{GoalName, Month, PageName, PersonName};
use crate::data::{Anchored, Localized, Reader, toml};

fields! {
    /// `content/metrics/2026-Q4.toml`.
    #[derive(PartialEq)]
    pub(crate) struct QuarterFile {
        /// The quarter, as in the name of the file.
        required quarter: Anchored<Quarter> = "2026-Q4";
        /// What came of it, in a sentence: the headline of the page. Until it is written, there is no page.
        optional headline: Localized, at most 200 = "A bus that is no longer empty";
        /// Two or three sentences below it.
        optional lead: Localized, at most 600 = "Three of four goals were reached.";
        /// Who counted.
        optional measured_by: PersonName = "emil-nygaard";
        /// When it was talked about.
        optional on: Date = "2027-01-13";
        /// When what is tried is asked about.
        optional next: Date = "2027-04-14";
        /// What was measured: seven at most.
        list metrics: Measure, at most 7 = "[{ id = \"voices\", value = 9 }]";
        /// Measures month by month.
        list series: Series, at most 7 = "[{ id = \"voices\" }]";
        /// Questions that were asked of many, answered on a scale.
        list asked: Asked, at most 6 = "[{ id = \"i_dare\", value = 3.6, n = 198 }]";
        /// Working days from sent to published, a number for each story.
        list published_after: u32, at most 500 = "[0, 1, 1, 2]";
        /// What came of stories, to be quoted: three at most. Without it, the latest are.
        list quoted: Quoted, at most 3 = "[{ story = \"stories/2026/pump\" }]";
        /// What to keep.
        list keep: Decision, at most 10 = "[{ what = \"Wednesdays in the mess\" }]";
        /// What to stop.
        list stop: Decision, at most 10 = "[{ what = \"Stories in the managers' meeting\" }]";
        /// What to try.
        list r#try: Decision, at most 10 = "[{ what = \"A helper by night\" }]";
        /// What became of that which was tried in the quarter before.
        list tried: Decision, at most 10 = "[{ what = \"A box in Harwich\", why = \"It leaked.\" }]";
        /// What nobody knows yet.
        list unclear: Localized, at most 10 = "[\"Do customers read along?\"]";
    }
}

fields! {
    /// What was measured.
    #[derive(PartialEq)]
    pub(crate) struct Measure {
        /// Which measure: one that the program knows, or one of your own with `name` and `definition`.
        required id: Anchored<String>, at most 60 = "applications_mentioning";
        /// What it is called, where the program knows no name or a better one is wanted.
        optional name: Localized, at most 120 = "Applicants who name a story";
        /// What a measure of your own is.
        optional definition: Localized, at most 500 = "Boxes that are emptied each week";
        /// The goal of the programme that it tells of.
        optional goal: GoalName = "people-find-us";
        /// The number.
        optional value: Amount = "7";
        /// The same one quarter earlier; without it, the one of that quarter's file.
        optional previous: Amount = "3";
        /// What was aimed at.
        optional target: Anchored<Amount> = "6";
        /// Of how many, where the number is a part of them.
        optional of: Amount = "21";
        /// How it was made.
        optional how: How = "counted";
        /// How many were asked.
        optional n: Anchored<u32> = "41";
        /// What one must believe for the number to mean something. It stands beside it.
        optional assumption: Localized, at most 300 = "Customers who know a name call before they get angry.";
        /// Where the number comes from, and what it leaves out.
        optional note: Localized, at most 300 = "HR asks in the form since October.";
        /// What a measure of your own counts.
        optional counts: Counts = "people";
        /// Whether less is better.
        optional less_is_better: bool = "false";
        /// Whether it is only for context: shown small, without a target.
        optional context_only: bool = "false";
    }
}

choices! {
    /// How a number was made.
    pub(crate) enum How {
        Counted = "counted",
        Asked = "asked",
        Estimated = "estimated",
        Imported = "imported",
    }
}

choices! {
    /// What a measure of one's own counts: people, unless it is said.
    pub(crate) enum Counts {
        People = "people",
        Things = "things",
        Percent = "percent",
        Score = "score",
        Days = "days",
    }
}

fields! {
    /// A measure month by month.
    #[derive(PartialEq)]
    pub(crate) struct Series {
        /// The measure, which is among `metrics`.
        required id: Anchored<String>, at most 60 = "voices";
        /// The months.
        list points: Point, at most 36 = "[{ m = \"2026-10\", v = 3 }]";
    }
}

fields! {
    /// One month.
    #[derive(PartialEq)]
    pub(crate) struct Point {
        /// The month.
        required m: Anchored<Month> = "2026-10";
        /// The number; without one, it is not known yet.
        optional v: Amount = "3";
    }
}

fields! {
    /// A question that was asked of many, answered on a scale.
    #[derive(PartialEq)]
    pub(crate) struct Asked {
        /// The same name in each quarter.
        required id: String, at most 60 = "i_dare";
        /// What was asked.
        required question: Localized, at most 120 = "I dare to talk about my work";
        /// The mean of all answers.
        required value: Anchored<Amount> = "3.6";
        /// How many answered.
        required n: Anchored<u32> = "198";
        /// The best answer of the scale, which begins at 1; 5 if left out.
        optional best: u32 = "5";
        /// The same by place.
        list by: AskedAt, at most 100 = "[{ place = \"esbjerg\", value = 3.7, n = 88 }]";
    }
}

fields! {
    /// The answers of one place.
    #[derive(PartialEq)]
    pub(crate) struct AskedAt {
        /// The place of the programme.
        required place: Anchored<String> = "esbjerg";
        /// The mean of its answers.
        required value: Amount = "3.7";
        /// How many answered there.
        required n: u32 = "88";
    }
}

fields! {
    /// What came of a story, to be quoted.
    #[derive(PartialEq)]
    pub(crate) struct Quoted {
        /// The story.
        required story: PageName = "stories/2026/pump";
        /// The day of what is quoted, where more than one thing came of the story; the latest, if left out.
        optional on: Date = "2026-11-16";
        /// What stands there, for readers of other languages.
        optional says: Localized, at most 500 = "An electrician has applied.";
    }
}

fields! {
    /// Something that was decided.
    #[derive(PartialEq)]
    pub(crate) struct Decision {
        /// What.
        required what: Localized, at most 200 = "A helper by night";
        /// Why, who sees to it, or what became of it.
        optional why: Localized, at most 300 = "Tess asks around.";
    }
}

impl Measure {
    /// What its number counts: people, where nobody says otherwise, for of these a small number tells
    /// most.
    pub(crate) fn unit(&self) -> Unit {
        let own = self.counts.map(|counts| match counts {
            Counts::People => Unit::People,
            Counts::Things => Unit::Things,
            Counts::Percent => Unit::Percent,
            Counts::Score => Unit::Score,
            Counts::Days => Unit::Days,
        });
        unit_of(&self.id.value).or(own).unwrap_or(Unit::People)
    }

    pub(crate) fn is_context(&self) -> bool {
        self.context_only == Some(true)
    }
}

impl QuarterFile {
    /// Reads a file of `content/metrics/`, and where its fields stand.
    pub(crate) fn read(
        source: &Source,
        languages: &[String],
        out: &mut Vec<Diagnostic>,
    ) -> (QuarterFile, Places) {
        let whole = 0..source.text.lines().next().map_or(0, str::len);
        let mut tree = match source.path.extension().as_str() {
            "csv" => table::read(source, out),
            _ => toml::read_file(source, out),
        };
        refused::take_out(&mut tree.entries, source, out);
        percent_signs::take_out(&mut tree.entries, source, out);
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
        let file = read_tree(&tree, &whole, &mut reader);
        (file, places)
    }
}

#[cfg(test)]
mod tests;
