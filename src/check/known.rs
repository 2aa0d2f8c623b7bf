//! Every name that other files can use, and what somebody may have meant who wrote another one.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::diagnostic::nearest;
use crate::document::Kind;
use crate::site::Site;
use crate::site::addresses::plain_slug;
use crate::site::pages::opens_folder;

/// Every name that there is, of what readers see and what they do not.
pub(super) struct Known<'a> {
    /// Ids of people by their names in lower case.
    pub(super) named: BTreeMap<String, &'a str>,
    pub(super) people: Vec<&'a str>,
    pub(super) themes: Vec<&'a str>,
    pub(super) events: Vec<&'a str>,
    pub(super) teams: Vec<&'a str>,
    pub(super) goals: Vec<&'a str>,
    pub(super) roles: Vec<&'a str>,
    /// Of everything there is, for suggestions.
    all: OnceCell<BTreeSet<&'a str>>,
    /// The same by what all ways to write a name have in common.
    pages: OnceCell<HashMap<String, &'a str>>,
}

impl<'a> Known<'a> {
    /// The people who are called so: `Jonas`, `holm` or `Jonas H.` for `jonas-holm`. Those whose
    /// first names it is come before all others.
    pub(super) fn called(&self, words: &str) -> BTreeSet<&'a str> {
        let id = plain_slug(words);
        let words = words.trim().to_lowercase();
        let begins = |name: &str, words: &str, between: char| {
            name.strip_prefix(words)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(between))
        };
        let is_within = |name: &str, words: &str, between: char| {
            name.match_indices(between).any(|(at, _)| begins(&name[at + 1..], words, between))
        };
        let matching = |by_id: &dyn Fn(&str) -> bool, by_name: &dyn Fn(&str) -> bool| {
            let ids = self.people.iter().copied().filter(|one| by_id(one));
            let named = self.named.iter().filter(|(name, _)| by_name(name)).map(|(_, one)| *one);
            ids.chain(named).collect::<BTreeSet<&str>>()
        };
        // An initial is a beginning of a name.
        let initial = id.rsplit_once('-').filter(|(_, last)| last.len() == 1).is_some();
        let first =
            matching(&|one| begins(one, &id, '-') || (initial && one.starts_with(&id)), &|name| {
                begins(name, &words, ' ')
            });
        match first.is_empty() {
            true => matching(&|one| is_within(one, &id, '-'), &|name| is_within(name, &words, ' ')),
            false => first,
        }
    }

    /// The only person who is called so.
    pub(super) fn only_called(&self, words: &str) -> Option<&'a str> {
        let found = self.called(words);
        found.first().copied().filter(|_| found.len() == 1)
    }

    pub(super) fn of(site: &'a Site) -> Known<'a> {
        let of = |kind: Kind| {
            let mut ids: Vec<&str> = site.originals(kind).map(|document| document.id()).collect();
            ids.sort_unstable();
            ids
        };
        let programme = &site.programme;
        let people = site.originals(Kind::Person);
        Known {
            named: people
                .map(|one| (one.meta.common().name().unwrap_or_default().to_lowercase(), one.id()))
                .collect(),
            people: of(Kind::Person),
            themes: of(Kind::Theme),
            events: of(Kind::Opportunity),
            teams: programme.teams.iter().map(|team| team.id.value.as_str()).collect(),
            goals: programme.goals.iter().map(|goal| goal.id.value.as_str()).collect(),
            roles: programme.roles.iter().map(|role| role.id.value.as_str()).collect(),
            all: OnceCell::new(),
            pages: OnceCell::new(),
        }
    }

    fn all(&self, site: &'a Site) -> &BTreeSet<&'a str> {
        let shown = || site.entries.keys().map(|name| &**name);
        self.all.get_or_init(|| shown().chain(site.hidden.keys().map(String::as_str)).collect())
    }

    /// The person that somebody meant who wrote another name than the file's: by their own name, as
    /// a file, in capitals, or misspelt. `is_worth_it` says whether to look at every name, which is
    /// slow.
    pub(super) fn person(&self, written: &str, is_worth_it: bool) -> Option<&'a str> {
        // The name before an email address, and that of a link of Obsidian: `[[jonas-holm|Jonas]]`.
        let written = written.split_once('@').map_or(written, |(name, _)| name);
        let linked = written.trim().strip_prefix("[[").and_then(|it| it.strip_suffix("]]"));
        let written = linked.map_or(written, |it| it.split('|').next().unwrap_or(it));
        if let Some(named) = self.named.get(&written.trim().to_lowercase()) {
            return Some(named);
        }
        let file = end_of(written);
        let spelled = plain_slug(file);
        if let Some(one) = self.people.iter().copied().find(|one| *one == spelled) {
            return Some(one);
        }
        // In a folder of its own: `team/anna-bech`.
        let mut inside = self.people.iter().copied().filter(|one| one.contains('/'));
        if let Some(one) = inside.find(|one| end_of(one) == spelled) {
            return Some(one);
        }
        if let Some(one) = self.family_name_first(written) {
            return Some(one);
        }
        let initial = written.trim().split_once(' ');
        if let Some(one) = initial.and_then(|(first, family)| self.by_initial(first, family)) {
            return Some(one);
        }
        if !is_worth_it {
            return None;
        }
        // A file may be named in full, `Søren Ø.md`, by whose name `soeren-oe` was made.
        if let Some(one) = self.people.iter().copied().find(|one| plain_slug(one) == spelled) {
            return Some(one);
        }
        // `jonas-holm`, where the file of Jonas Holm is called otherwise.
        if let Some((_, one)) = self.named.iter().find(|(name, _)| plain_slug(name) == spelled) {
            return Some(one);
        }
        let called = self.called(file);
        match called.len() {
            0 => nearest(file, self.people.iter().copied()),
            1 => called.first().copied(),
            _ => None,
        }
    }

    /// The person whose family name stands first: `Holm, Jonas`.
    pub(super) fn family_name_first(&self, written: &str) -> Option<&'a str> {
        let words: Vec<&str> = written.split_whitespace().collect();
        let (family, first) = match (written.split_once(','), &words[..]) {
            (Some(parts), _) => parts,
            // Without a comma, both must be known words.
            (None, [family, first]) => (*family, *first),
            _ => return None,
        };
        let name = format!("{} {}", first.trim(), family.trim()).to_lowercase();
        let slug = plain_slug(&name);
        let by_file = || self.people.binary_search(&&*slug).ok().map(|at| self.people[at]);
        let by_initial = || self.by_initial(first, family);
        self.named.get(&name).copied().or_else(by_file).or_else(by_initial)
    }

    /// The only person with this initial and family name: `J. Holm`.
    fn by_initial(&self, first: &str, family: &str) -> Option<&'a str> {
        let initial = first.trim().trim_end_matches('.').to_lowercase();
        let end = format!("-{}", plain_slug(family));
        let is_one = |one: &&str| one.starts_with(&initial) && one.ends_with(&end);
        let mut found = self.people.iter().copied().filter(is_one);
        let one = found.next().filter(|_| initial.chars().count() == 1 && end.len() > 2)?;
        found.next().is_none().then_some(one)
    }

    /// The person whose telephone number was written: `+45 20 30 40 50`.
    pub(super) fn by_telephone(&self, site: &'a Site, written: &str) -> Option<&'a str> {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let wanted = digits(written);
        if !is_number(written) {
            return None;
        }
        let mut found = site.originals(Kind::Person).filter(|one| {
            let phone = one.meta.person().and_then(|person| person.contact.as_ref()?.number());
            let phone = phone.map(digits).unwrap_or_default();
            phone.len() >= FEWEST_DIGITS && (phone.ends_with(&wanted) || wanted.ends_with(&phone))
        });
        let one = found.next()?;
        found.next().is_none().then_some(one.id())
    }

    /// The person whose name stands before a remark or an address: `Jonas Holm <jonas@…>`,
    /// `jonas-holm // me`.
    pub(super) fn before_remark(&self, written: &str, is_worth_it: bool) -> Option<&'a str> {
        let at = ["<", "//", "#", "(", " -- ", " – ", " - ", "\t", "|"]
            .iter()
            .filter_map(|sign| written.find(sign))
            .min()?;
        let before = written[..at].trim().trim_end_matches([',', ';']);
        (!before.is_empty()).then(|| self.person(before, is_worth_it)).flatten()
    }

    /// The people of a list without hyphens or commas: ids alone, parted by spaces.
    pub(super) fn all_in_a_row<'w>(&self, written: &'w str) -> Option<Vec<&'w str>> {
        let ids: Vec<&str> = written.split_whitespace().collect();
        let are_known = ids.iter().all(|id| self.people.binary_search(id).is_ok());
        (ids.len() > 1 && are_known).then_some(ids)
    }

    /// The same of a page: by its address, with a place in it, by its folder, its name alone or its
    /// title, where the file is named after that.
    pub(super) fn page(&self, site: &'a Site, written: &str, is_worth_it: bool) -> Option<&'a str> {
        let all = self.all(site);
        let pages = self.pages.get_or_init(|| {
            let mut pages = HashMap::new();
            // What comes first, counts.
            let mut add = |key: String, name: &'a str| _ = pages.entry(key).or_insert(name);
            all.iter().for_each(|name| add(key(name), name));
            let opening = all.iter().filter(|name| opens_folder(name));
            opening.for_each(|name| add(key(folder(name)), name));
            all.iter().for_each(|name| add(key(folder(name)), name));
            all.iter().for_each(|name| add(plain_slug(last(name)), name));
            pages
        });
        let wanted = key(written);
        let found = pages.get(&wanted).or_else(|| pages.get(&plain_slug(last(&wanted))));
        if let Some(found) = found.filter(|_| !wanted.is_empty()) {
            return Some(found);
        }
        is_worth_it.then(|| nearest(&wanted, all.iter().copied())).flatten()
    }
}

/// What all ways to write the name of a page have in common: `Permission.html#ask`, `./permission`.
fn key(written: &str) -> String {
    let path = bare(written).to_lowercase();
    path.strip_prefix("content/").unwrap_or(&path).to_owned()
}

/// The path of a file without what leads to it, without its ending and a place in it.
fn bare(written: &str) -> &str {
    let path = written.split(['#', '?']).next().unwrap_or_default().trim();
    let path = path.trim_start_matches(['.', '/']).trim_end_matches('/');
    let (name, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let is_ending = ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    if is_ending { name.trim_end() } else { path }
}

const ENDINGS: [&str; 4] = ["md", "html", "htm", "markdown"];

/// The name of a file without its folders and its ending: `Anna-Bech` of `people/Anna-Bech.html`.
pub(super) fn end_of(written: &str) -> &str {
    last(bare(written))
}

fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The name before a telephone number: Anna Bech of `Anna Bech, +45 00 00 44 11`. All of it if no
/// number stands in it.
pub(super) fn without_number(written: &str) -> &str {
    const FEWEST_DIGITS: usize = 3;
    let is_digit = |c: char| c.is_ascii_digit() || c == '+';
    let Some((name, number)) = written.find(is_digit).map(|at| written.split_at(at)) else {
        return written;
    };
    let mut name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    for word in
        ["tel", "tlf", "telephone", "telefon", "telefoon", "phone", "mobil", "mobiel", "mobile"]
    {
        let at = name.len().checked_sub(word.len()).filter(|at| name.is_char_boundary(*at));
        let (before, last) = name.split_at(at.unwrap_or_default());
        if last.eq_ignore_ascii_case(word) && before.ends_with(|c: char| !c.is_alphanumeric()) {
            name = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        }
    }
    match number.chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS && !name.is_empty() {
        true => name,
        false => written,
    }
}

/// A telephone number has so many digits at least.
const FEWEST_DIGITS: usize = 4;

/// Whether this is a telephone number and no name.
fn is_number(written: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || " +-./()\u{a0}".contains(c);
    let bare = written.trim();
    let bare = bare.strip_prefix("tel:").unwrap_or(bare);
    bare.chars().all(is_sign) && bare.chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS
}

/// What makes the file of somebody who has none, and what is written in the field then.
pub(super) fn new_person(written: &str) -> String {
    if is_number(written) {
        return "Write the name of a file in content/people/ here, without .md; the number goes into \
                that file, in a line contact: {phone: …}"
            .to_owned();
    }
    let alone = without_number(written);
    // Of an email address, the name before its @.
    let alone = alone.split('@').next().unwrap_or_default();
    let (id, name) = (plain_slug(alone), name_of(alone));
    let file = format!(
        "Add the file content/people/{id}.md with three lines: “---”, “name: {name}” and “---”"
    );
    match (id == written, without_number(written) == written) {
        (true, _) => file,
        (false, true) => format!("{file}, and write {id} here"),
        (false, false) => format!(
            "{file}, and write {id} here; the number goes into that file, in a line contact: \
             {{phone: …}} above the last “---”"
        ),
    }
}

/// The name of a colleague whose id was written: Ole Hansen for `ole-hansen`.
fn name_of(id: &str) -> String {
    if id.contains(|c: char| c.is_uppercase() || c.is_whitespace()) {
        return id.trim().to_owned();
    }
    let words = id.split(['-', '_', '.']).filter(|word| !word.is_empty()).map(|word| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.collect::<String>() + letters.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_id_has_capitals() {
        for (id, name) in [
            ("ole-hansen", "Ole Hansen"),
            ("ole.hansen", "Ole Hansen"),
            ("åse", "Åse"),
            ("Ole Hansen", "Ole Hansen"),
            ("ole hansen", "ole hansen"),
        ] {
            assert_eq!(name_of(id), name, "{id}");
        }
    }

    #[test]
    fn a_number_is_no_part_of_a_name() {
        for (written, name) in [
            ("Anna Bech, +45 00 00 44 11", "Anna Bech"),
            ("Anna Bech 44 12", "Anna Bech"),
            ("Anna Bech (tlf. 4412)", "Anna Bech"),
            ("Anna Bech – telefoon: 44 12", "Anna Bech"),
            ("Anna Bech", "Anna Bech"),
            ("anna-bech-2", "anna-bech-2"),
            ("44 12 00", "44 12 00"),
        ] {
            assert_eq!(without_number(written), name, "{written}");
        }
        let told = new_person("Anna Bech, +45 00 00 44 11");
        assert!(told.contains("people/anna-bech.md") && told.contains("write anna-bech"), "{told}");
        assert!(!told.contains("44"), "{told}");
    }
}
