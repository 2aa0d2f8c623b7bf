//! One quarter as a table that readers can fill in: the three months and their quarter; of voices, three
//! such lines, because all voices are new or came back. What no file says and the rest tells is
//! computed here as they would, and hidden with the rest where it is of few.

use std::collections::BTreeMap;

use super::linked::Linked;
use super::voices::{Counts, Shown};

/// What the files tell of a quarter with one measure of people.
#[derive(Default)]
pub(super) struct Told<'a> {
    /// By the quarter's own file.
    pub(super) own: Option<f64>,
    /// Whether that tells few people beside all months of its page, as the number of a year would.
    pub(super) own_tells: bool,
    /// By the next one, as the number before its own.
    pub(super) later: Option<f64>,
    /// By any file. Where two do not agree, the quarter's own is right, else the earliest.
    pub(super) months: BTreeMap<&'a str, f64>,
}

/// What of these is hidden.
#[derive(Default)]
pub(super) struct Settled<'a> {
    pub(super) own: bool,
    pub(super) later: bool,
    pub(super) months: BTreeMap<&'a str, (f64, bool)>,
}

/// The measures of voices, in the order: all, new, returning.
pub(super) const VOICES: [&str; 3] = ["voices", "new_voices", "retention"];

struct Table<'c> {
    linked: Linked,
    counted: Option<&'c Counts>,
    /// Where those numbers are that the site itself shows.
    standing: BTreeMap<&'static str, usize>,
}

/// Where the numbers of a measure are in the table.
#[derive(Default)]
struct Places<'a> {
    own: Option<usize>,
    later: Option<usize>,
    months: BTreeMap<&'a str, usize>,
}

/// Where the numbers of a line are, as far as one knows them: three months, and the quarter.
type Line = [Option<usize>; 4];

const QUARTER: usize = 3;

/// What is hidden of measures that tell of each other.
pub(super) fn settled<'a>(
    group: &[(&&'a str, &Told<'a>)],
    counted: Option<&Counts>,
) -> BTreeMap<&'a str, Settled<'a>> {
    let mut table = Table { linked: Linked::default(), counted, standing: BTreeMap::new() };
    let placed = group.iter().map(|(id, told)| (**id, table.places(id, told)));
    let placed: BTreeMap<&'a str, Places<'a>> = placed.collect();
    // The quarter as its own page has it, and as the next one has it.
    let own = lines(&placed, |it| it.own.or(it.later));
    let later = lines(&placed, |it| it.later.or(it.own));
    table.fill(own);
    if later != own {
        table.fill(later);
    }
    table.months_beside_the_site(&placed);
    loop {
        table.linked.settle();
        // The months of a number that is hidden would make it.
        let is_hidden = |at: &usize| table.linked.is_hidden(*at);
        let quarter = |it: &&Places<'_>| it.own.iter().chain(&it.later).any(is_hidden);
        let months = placed.values().filter(quarter).flat_map(|it| it.months.values());
        let months: Vec<usize> = months.filter(|at| !is_hidden(at)).copied().collect();
        if months.is_empty() {
            break;
        }
        months.into_iter().for_each(|at| table.linked.hide(at));
    }
    let is_hidden = |at: Option<usize>| at.is_some_and(|at| table.linked.is_hidden(at));
    let settled = group.iter().map(|(id, told)| {
        let Places { own, later, months } = &placed[**id];
        let month = |(month, at): (&&'a str, &usize)| {
            (*month, (told.months[month], table.linked.is_hidden(*at)))
        };
        let months = months.iter().map(month).collect();
        (**id, Settled { own: is_hidden(*own), later: is_hidden(later.or(*own)), months })
    });
    settled.collect()
}

/// Whether a number and the months that are shown beside it, if they make it, tell few people.
pub(super) fn is_told_by_months(number: f64, months: impl Iterator<Item = f64>) -> bool {
    let mut linked = Linked::default();
    let months: Vec<usize> = months.map(|people| linked.number(people)).collect();
    let whole = linked.number(number);
    if linked.together(&months) > linked.people(whole) {
        return false;
    }
    let hidden = |linked: &Linked| months.iter().filter(|at| linked.is_hidden(**at)).count();
    let few = hidden(&linked);
    linked.within(months.clone(), whole);
    linked.settle();
    hidden(&linked) > few || linked.is_hidden(whole)
}

/// The lines of the table: those of voices, or the one of another measure.
fn lines(
    placed: &BTreeMap<&str, Places<'_>>,
    quarter: fn(&Places<'_>) -> Option<usize>,
) -> [Line; 3] {
    let mut lines = [Line::default(); 3];
    for (id, places) in placed {
        let line = VOICES.iter().position(|it| it == id).unwrap_or_default();
        for (month, at) in &places.months {
            let number = month.rsplit('-').next().and_then(|it| it.parse::<usize>().ok());
            lines[line][(number.unwrap_or(1).max(1) - 1) % 3] = Some(*at);
        }
        lines[line][QUARTER] = quarter(places);
    }
    lines
}

impl Table<'_> {
    fn places<'a>(&mut self, id: &str, told: &Told<'a>) -> Places<'a> {
        let own = told.own.map(|people| self.quarter(id, people));
        own.filter(|_| told.own_tells).into_iter().for_each(|own| self.linked.hide(own));
        let later = match told.later {
            Some(people) if told.own == Some(people) => own,
            later => later.map(|people| self.quarter(id, people)),
        };
        if let (Some(own), Some(later)) = (own, later) {
            self.linked.apart(own, later);
        }
        let months = told.months.iter().map(|(month, v)| (*month, self.linked.number(*v)));
        Places { own, later, months: months.collect() }
    }

    /// A number of the quarter, beside the one that the site counts of the same people.
    fn quarter(&mut self, id: &str, people: f64) -> usize {
        match self.site(id) {
            Some(site) if people == f64::from(self.linked.people(site)) => site,
            _ => {
                let own = self.linked.number(people);
                self.beside_the_site(id, own)
            }
        }
    }

    /// A number that nobody says, and that the rest of the table tells.
    fn told(&mut self, column: usize, id: &str, people: u32) -> usize {
        match self.site(id).filter(|_| column == QUARTER) {
            Some(site) if people == self.linked.people(site) => site,
            _ => {
                let own = self.linked.told(people);
                if column == QUARTER { self.beside_the_site(id, own) } else { own }
            }
        }
    }

    fn beside_the_site(&mut self, id: &str, own: usize) -> usize {
        match (self.site(id), self.counted.and_then(|it| counted(it, id))) {
            (Some(site), _) => self.linked.apart(own, site),
            // The site hides how many they are.
            (None, Some(_)) => self.linked.hide(own),
            (None, None) => {}
        }
        own
    }

    /// What the site shows of the people of a measure.
    fn site(&mut self, id: &str) -> Option<usize> {
        let (id, shown) = self.counted.and_then(|it| counted(it, id))?;
        let (linked, people) = (&mut self.linked, shown?);
        Some(*self.standing.entry(id).or_insert_with(|| linked.standing(people)))
    }

    /// Months that stand beside what the site counts of their quarter. Where it hides that, they would
    /// make it.
    fn months_beside_the_site(&mut self, placed: &BTreeMap<&str, Places<'_>>) {
        let Some(counts) = self.counted else { return };
        let mut site = lines(placed, |_| None);
        let with_months = placed.values().flat_map(|it| it.months.values());
        if with_months.count() == 0 {
            return;
        }
        for (line, id) in site.iter_mut().zip(VOICES) {
            match counted(counts, id) {
                Some((_, Some(people))) => line[QUARTER] = Some(self.quarter(id, people.into())),
                _ => line.iter().flatten().for_each(|at| self.linked.hide(*at)),
            }
        }
        self.fill(site);
    }

    /// Fills in what the rest of the table tells, and links all.
    fn fill(&mut self, mut lines: [Line; 3]) {
        loop {
            let before = lines;
            for column in 0..=QUARTER {
                let [all, new, back] = lines.map(|line| line[column]);
                let Some((line, people)) = self.missing(all, &[new, back]) else { continue };
                lines[line][column] = Some(self.told(column, VOICES[line], people));
            }
            for line in &mut lines {
                let [months @ .., quarter] = *line;
                let Some((at, people)) = self.missing(quarter, &months) else { continue };
                line[at.checked_sub(1).unwrap_or(QUARTER)] = Some(self.linked.told(people));
            }
            if lines == before {
                break;
            }
        }
        for column in 0..=QUARTER {
            if let [Some(all), Some(new), Some(back)] = lines.map(|line| line[column]) {
                match self.linked.together(&[new, back]) == self.linked.people(all) {
                    true => self.linked.sum(vec![new, back], all),
                    false => [new, back].into_iter().for_each(|part| self.part(part, all)),
                }
            }
        }
        for [months @ .., quarter] in lines {
            let months: Vec<usize> = months.into_iter().flatten().collect();
            let sum = self.linked.together(&months);
            let quarter = quarter.filter(|quarter| self.linked.people(*quarter) >= sum);
            if !months.is_empty() {
                // Where months are more than their quarter, or nobody says it, their own sum is taken
                // for it: who knows it may try.
                let total = quarter.unwrap_or_else(|| self.linked.told(sum));
                self.linked.within(months, total);
            }
        }
    }

    /// One of two numbers that do not make the third, though they should.
    fn part(&mut self, part: usize, all: usize) {
        if self.linked.people(part) <= self.linked.people(all) {
            self.linked.within(vec![part], all);
        }
    }

    /// The one number of a sum that nobody says, and where: the total is 0, its parts follow.
    fn missing(&self, total: Option<usize>, parts: &[Option<usize>]) -> Option<(usize, u32)> {
        let known: Vec<usize> = parts.iter().copied().flatten().collect();
        let sum = self.linked.together(&known);
        match total {
            None => (known.len() == parts.len()).then_some((0, sum)),
            Some(total) => {
                let at = parts.iter().position(Option::is_none)?;
                let left = self.linked.people(total).checked_sub(sum)?;
                (known.len() + 1 == parts.len()).then_some((at + 1, left))
            }
        }
    }
}

/// What the site counts of the people of a measure.
fn counted(counts: &Counts, id: &str) -> Option<(&'static str, Shown)> {
    let own = VOICES.iter().zip([counts.voices, counts.new, counts.back]);
    own.into_iter().find(|(known, _)| **known == id).map(|(known, shown)| (*known, shown))
}
