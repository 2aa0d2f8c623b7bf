//! Files of `content/metrics/`: whether each is of its quarter, and whether what it measures can be
//! understood and shown.

use std::collections::BTreeSet;

use super::known::{Known, new_person};
use crate::base::diagnostic::nearest;
use crate::base::{Anchor, At, Code, Diagnostic, Finding, Severity, SourcePath};
use crate::config::measures::{MEASURES, NO_SHARE, Unit, unit_of};
use crate::config::quarter::{Measure, QuarterFile};
use crate::data::Anchored;
use crate::data::fields::shortened;
use crate::evaluation::measures::Bases;
use crate::evaluation::small_numbers::FEW;
use crate::site::Site;
use crate::site::quarters::named;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    if site.is_public() || site.quarter_files.is_empty() {
        return;
    }
    let known = Known::of(site);
    for (path, file) in site.quarter_files.iter() {
        let mut file = Checked { site, known: &known, path, file, out: &mut *out };
        file.quarter();
        file.measures();
        file.series();
        file.asked();
        file.names();
    }
}

const CORRECT: &str = "Correct the number, or leave it out";

/// Whether a number counts something, so that it is none or more.
fn is_counted(measure: &Measure) -> bool {
    matches!(measure.unit(), Unit::People | Unit::Things | Unit::Days)
}

struct Checked<'a, 'o> {
    site: &'a Site,
    known: &'o Known<'a>,
    path: &'a SourcePath,
    file: &'a QuarterFile,
    out: &'o mut Vec<Finding>,
}

impl<'a> Checked<'a, '_> {
    fn tell(&mut self, code: Code, at: At, message: impl Into<String>, hint: impl Into<String>) {
        let anchor = Anchor { path: self.path.clone(), at };
        self.out.push(Diagnostic::new(code, anchor, message.into()).hint(hint.into()));
    }

    /// The same with a severity that is not the usual one of its code.
    fn tell_as(&mut self, severity: Severity, code: Code, at: At, message: String, hint: &str) {
        let anchor = Anchor { path: self.path.clone(), at };
        let told = Diagnostic::new(code, anchor, message).with_severity(severity);
        self.out.push(told.hint(hint));
    }

    fn is_table(&self) -> bool {
        self.path.ends_in("csv")
    }

    fn quarter(&mut self) {
        let said = &self.file.quarter;
        // Of one that cannot be read, the field has told it.
        let is_read = said.value.year > 0;
        let Some(own) = named(self.path) else {
            let ending = if self.is_table() { "csv" } else { "toml" };
            let wanted = if is_read { said.value.to_string() } else { "2026-Q4".to_owned() };
            return self.tell(
                Code::BadQuarter,
                At::File,
                "The name of this file is not a quarter, so it is not shown",
                format!("Rename it to {wanted}.{ending}"),
            );
        };
        if is_read && said.value != own {
            let message = format!("The file is named {own}, and this says {}", said.value);
            let hint = format!("Write {own} here, or rename the file");
            self.tell(Code::BadQuarter, said.at, message, hint);
        }
        let beside = self.path.as_str().rsplit_once('.').map_or("", |(stem, _)| stem);
        let ending = if self.is_table() { "toml" } else { "csv" };
        let beside = SourcePath::new(&format!("{beside}.{ending}"));
        let other = beside.as_ref().and_then(|path| self.site.quarter_files.get(path));
        let has_figures = !self.file.metrics.is_empty();
        if self.is_table() && has_figures && other.is_some_and(|it| !it.metrics.is_empty()) {
            self.tell(
                Code::NamedTwice,
                At::Top,
                "This quarter has its measures in two files: only those of the other one are shown",
                "Remove [[metrics]] from the file that ends in .toml, or remove this table",
            );
        }
        let words = if self.is_table() { other.map(|it| &**it) } else { Some(self.file) };
        let is_told_there = !self.is_table() && !has_figures;
        if words.is_none_or(|words| words.headline.is_none()) && !is_told_there {
            let file =
                if self.is_table() { format!(" to {own}.toml beside it") } else { String::new() };
            self.tell(
                Code::QuarterWaits,
                At::Top,
                "This quarter has no headline yet, so it has no page",
                format!("Add headline = \"…\"{file}: what came of the quarter, in one sentence"),
            );
        }
    }

    fn measures(&mut self) {
        let mut seen = BTreeSet::new();
        let file = self.file;
        for measure in &file.metrics {
            let Anchored { value: id, at } = &measure.id;
            if id.is_empty() {
                continue;
            }
            if !seen.insert(id.as_str()) {
                let message = format!("This quarter has “{}” twice", shortened(id));
                self.tell(Code::IdTwice, *at, message, "Remove one of the two");
            }
            self.measure(measure);
        }
    }

    fn measure(&mut self, measure: &'a Measure) {
        let Anchored { value: id, at } = &measure.id;
        let short = shortened(id);
        let is_own = measure.name.is_some() && measure.definition.is_some();
        if unit_of(id).is_none() && !is_own {
            let near = nearest(id, MEASURES.iter().map(|(id, _)| *id));
            let hint = match near {
                Some(near) => format!("Did you mean “{near}”?"),
                None => "For a measure of your own, add name = \"…\" and definition = \"…\" to it"
                    .to_owned(),
            };
            self.tell(Code::UnknownMeasure, *at, format!("No measure is called “{short}”"), hint);
        }
        self.of_how_many(measure);
        self.amounts(measure);
        if measure.is_context() {
            return;
        }
        if measure.goal.is_none() {
            let at = measure.target.as_ref().map_or(*at, |target| target.at);
            let message = match measure.target {
                Some(_) => "This target belongs to no goal".to_owned(),
                None => format!("“{short}” belongs to no goal"),
            };
            let goals = self.site.programme.goals.iter().map(|goal| goal.id.value.as_str());
            let goals: Vec<&str> = goals.take(10).collect();
            let hint = match goals.is_empty() {
                true => "Add [[goals]] to content/programme.toml, and goal = \"…\" with one of their ids \
                         here"
                    .to_owned(),
                false => format!("Add goal = \"…\" to the measure, with one of these: {}", goals.join(", ")),
            };
            self.tell(Code::UnexplainedMeasure, at, message, hint);
        } else if measure.assumption.is_none() {
            let message = format!("“{short}” does not say on which assumption it rests");
            let hint =
                "Add assumption = \"…\": what one must believe for the number to mean something";
            self.tell(Code::UnexplainedMeasure, *at, message, hint);
        }
        if let Some(n) = &measure.n {
            self.few(n);
        }
    }

    /// A percentage or a mean that nothing hides, because nobody can know of how few it is.
    fn of_how_many(&mut self, measure: &'a Measure) {
        let Anchored { value: id, at } = &measure.id;
        let what = match measure.unit() {
            Unit::Percent if !NO_SHARE.contains(&&**id) => "a percentage",
            Unit::Score => "a mean",
            _ => return,
        };
        let evaluated = named(self.path).and_then(|quarter| self.site.quarters.get(&quarter));
        let bases = match evaluated {
            Some(file) => Bases::of(measure, file),
            None => Bases::told(measure),
        };
        if measure.value.is_some() && bases.is_empty() {
            let message = format!(
                "“{}” is {what} and does not say of how many, so it is shown even if they are few",
                shortened(id)
            );
            let hint = "Add n: how many were asked. Below five, the page hides it";
            self.tell_as(Severity::Advice, Code::UnexplainedMeasure, *at, message, hint);
        }
    }

    /// Numbers that cannot be.
    fn amounts(&mut self, measure: &'a Measure) {
        let Anchored { value: id, at } = &measure.id;
        let id = shortened(id);
        if !is_counted(measure) {
            return;
        }
        for amount in [measure.value, measure.previous].into_iter().flatten() {
            if amount.value < 0.0 {
                let message =
                    format!("“{id}” is {}, and a count is never below zero", amount.value);
                self.tell_as(Severity::Warning, Code::BadNumber, *at, message, CORRECT);
            }
        }
        let n = measure.n.as_ref().map(|n| f64::from(n.value));
        let asked = n.filter(|_| measure.unit() == Unit::People);
        let whole = measure.of.map(|of| of.value).filter(|_| measure.unit() != Unit::Days);
        for whole in [whole, asked].into_iter().flatten() {
            if let Some(value) = measure.value.filter(|value| value.value > whole) {
                let message =
                    format!("“{id}” is {} of {whole}, which is more than all", value.value);
                let hint = "Correct one of the two: no part is larger than the whole";
                self.tell_as(Severity::Warning, Code::BadNumber, *at, message, hint);
            }
        }
    }

    /// Answers of so few that they are hidden.
    fn few(&mut self, n: &Anchored<u32>) {
        if n.value < FEW {
            let message =
                format!("This is of {} people, so the page hides it: five are needed", n.value);
            let hint = "Ask more people, put groups together, or remove the measure";
            self.tell(Code::SmallGroup, n.at, message, hint);
        }
    }

    fn series(&mut self) {
        let today = self.site.options.today.to_string();
        let file = self.file;
        for series in &file.series {
            let id = &series.id;
            if !file.metrics.iter().any(|measure| measure.id.value == id.value) {
                let message = format!(
                    "There are months of “{}”, which is not measured",
                    shortened(&id.value)
                );
                let hint = "Add the measure to this file, or remove its months";
                self.tell(Code::UnknownMeasure, id.at, message, hint);
            }
            let measure = file.metrics.iter().find(|measure| measure.id.value == id.value);
            for point in series.points.iter().filter(|point| point.v.is_some()) {
                let v = point.v.filter(|v| v.value < 0.0 && measure.is_some_and(is_counted));
                if let Some(v) = v {
                    let message = format!(
                        "{} is {}, and a count is never below zero",
                        point.m.value.0, v.value
                    );
                    self.tell_as(Severity::Warning, Code::BadNumber, point.m.at, message, CORRECT);
                }
                if point.m.value.0.as_str() > &today[..7] {
                    let message = format!("{} has not begun, and has a number", point.m.value.0);
                    let hint = "Remove its number, or correct the month";
                    self.tell(Code::FutureFigure, point.m.at, message, hint);
                }
            }
        }
    }

    fn asked(&mut self) {
        let file = self.file;
        for asked in &file.asked {
            self.few(&asked.n);
            let by_place: u64 = asked.by.iter().map(|by| u64::from(by.n)).sum();
            if by_place > asked.n.value.into() {
                let n = asked.n.value;
                let message =
                    format!("The places have {by_place} answers, and there are {n} in all");
                let hint = "Correct n of the question, or n of a place";
                self.tell_as(Severity::Warning, Code::BadNumber, asked.n.at, message, hint);
            }
            for by in &asked.by {
                let place = &by.place;
                if !place.value.is_empty() && self.site.known_place(&place.value).is_none() {
                    let message = format!("There is no place called “{}”", shortened(&place.value));
                    let hint = "Write the id of a place, or add it to content/programme.toml under \
                                [[places]]";
                    self.tell(Code::UnknownPlace, place.at, message, hint);
                }
            }
        }
    }

    fn names(&mut self) {
        let file = self.file;
        let is_programme_read =
            self.site.has_programme && !self.site.misread.contains(&self.site.programme_path);
        let goals: Vec<&str> =
            self.site.programme.goals.iter().map(|goal| goal.id.value.as_str()).collect();
        for goal in file.metrics.iter().filter_map(|measure| measure.goal.as_ref()) {
            if is_programme_read && !goals.contains(&goal.id.as_str()) {
                let message = format!("There is no goal called “{}”", shortened(&goal.id));
                let hint = match nearest(&goal.id, goals.iter().copied()) {
                    Some(near) => format!("Did you mean “{near}”?"),
                    None if goals.is_empty() => {
                        "Remove the name: this site has no goals yet".to_owned()
                    }
                    None => format!("Use one of these: {}", goals.join(", ")),
                };
                self.tell(Code::UnknownGoal, goal.at, message, hint);
            }
        }
        if let Some(person) = &file.measured_by {
            let name = format!("people/{}", person.id);
            let is_there = self.site.person(&person.id).is_some();
            if !is_there && !self.site.hidden.contains_key(&name) && !self.site.is_flawed(&name) {
                let message = format!("There is no person called “{}”", shortened(&person.id));
                let hint = match self.known.person(&person.id, true) {
                    Some(near) => format!("Did you mean “{near}”?"),
                    None => new_person(&person.id),
                };
                self.tell(Code::UnknownPerson, person.at, message, hint);
            }
        }
        for quoted in &file.quoted {
            let name = &quoted.story.id;
            let is_there =
                self.site.entry(name).is_some() || self.site.hidden.contains_key(name.as_str());
            if !is_there && !self.site.is_flawed(name) {
                let message = format!("There is no page called “{}”", shortened(name));
                let hint = match self.known.page(self.site, name, true) {
                    Some(near) => format!("Did you mean “{near}”?"),
                    None => "Name the story by its path in content/".to_owned(),
                };
                self.tell(Code::UnknownPage, quoted.story.at, message, hint);
            }
        }
    }
}
