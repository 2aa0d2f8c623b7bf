//! What the example says of itself agrees with its data: who can be called where, who answers for
//! what since when, how many there are, and in which order it happened.

use std::collections::{BTreeMap, BTreeSet};

use crate::none;
use crate::reading::{
    LANGUAGES, PROGRAMME, SITE, TEXTS, TODAY, Text, in_all_languages, interface, originals, text,
};
use crate::translations::months;

/// Numbers that are nobody's own.
const SHARED: &[&str] = &["+4500004400", "+4500004420", "+4500004490"];
/// Numbers of authorities.
const PUBLIC: &[&str] = &["112", "999", "114", "09008844", "101"];
const COUNTS: [&str; 15] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen",
];

fn digits(words: &str) -> String {
    words.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// The numbers of people, by their names.
fn phones() -> BTreeMap<String, String> {
    originals("people")
        .filter_map(|person| {
            let contact = person.field("contact")?;
            let number = contact.split_once("phone: \"")?.1.split('"').next()?;
            Some((person.field("name")?, digits(number)))
        })
        .collect()
}

/// The links of a text: the words, and where they lead.
fn links(body: &str) -> impl Iterator<Item = (&str, &str)> {
    body.match_indices("](").filter_map(|(at, _)| {
        let words = &body[..at];
        let words = &words[words.rfind('[')? + 1..];
        Some((words, body[at + 2..].split_once(')')?.0))
    })
}

/// A number can be dialled from paper, and it is the one that is dialled on a screen.
#[test]
fn numbers_that_are_shown_are_those_that_are_dialled() {
    let mut wrong = vec![];
    for text in TEXTS.iter() {
        for (words, address) in links(&text.body) {
            let dialled = address.strip_prefix("tel:");
            if let Some(number) = dialled.filter(|it| digits(words) != **it) {
                wrong.push(format!("{}: [{words}] dials {number}", text.place()));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_number_is_somebodys() {
    let mut known: BTreeSet<String> = phones().into_values().collect();
    known.extend(SHARED.iter().chain(PUBLIC).map(|it| (*it).to_owned()));
    let mut wrong = vec![];
    for text in TEXTS.iter() {
        let whole = text.whole();
        for (at, _) in whole.match_indices("+4").chain(whole.match_indices("+3")) {
            let end = whole[at..].find(|c: char| !(c.is_ascii_digit() || "+ ".contains(c)));
            let number = digits(&whole[at..at + end.unwrap_or(whole.len() - at)]);
            if number.len() > 6 && !known.contains(&number) {
                wrong.push(format!("{} names {number}, which is nobody's", text.place()));
            }
        }
        for (words, address) in links(&text.body) {
            let number = address.strip_prefix("tel:").unwrap_or("112");
            if !known.contains(number) {
                wrong.push(format!("{}: [{words}]({address}) is nobody's", text.place()));
            }
        }
    }
    none(&wrong);
}

/// “Anna Bech, +45 00 00 44 11”: a number behind a person's name is theirs.
#[test]
fn a_number_behind_a_name_is_that_persons() {
    let phones = phones();
    let mut wrong = vec![];
    for text in TEXTS.iter() {
        let whole = text.whole();
        for (name, number) in &phones {
            let first = name.split(' ').next().expect("a name");
            for (at, _) in whole.match_indices(first) {
                // Up to the end of the sentence, and no other name or office between.
                let rest = &whole[at + first.len()..];
                let end = rest.find(['.', ';', '|', '\n', '[']).unwrap_or(rest.len());
                let Some(plus) = rest.find('+').filter(|it| *it < end && *it < 24) else {
                    continue;
                };
                let other =
                    |name: &String| rest[..plus].contains(name.split(' ').next().expect("a name"));
                let through = phones.keys().any(other) || rest[..plus].contains(':');
                let end = rest[plus..].find(|c: char| !(c.is_ascii_digit() || "+ ".contains(c)));
                let shown = digits(&rest[plus..plus + end.unwrap_or(rest.len() - plus)]);
                if !through && shown != *number {
                    wrong.push(format!("{}: {first} … {shown}", text.place()));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn whoever_a_link_names_is_whom_it_leads_to() {
    let mut wrong = vec![];
    for text in TEXTS.iter() {
        for (words, address) in links(&text.body).filter(|(_, it)| it.contains("people/")) {
            let id = address.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
            let name = crate::reading::text(&format!("people/{id}")).field("name");
            let name = name.expect("a person has a name");
            if words != name && Some(words) != name.split(' ').next() {
                wrong.push(format!("{}: [{words}] leads to {name}", text.place()));
            }
        }
    }
    none(&wrong);
}

#[test]
fn promises_are_those_of_the_programme() {
    let promises = PROGRAMME["promises"].as_array().expect("promises");
    let kept = |it: &&toml::Value| it["kept"].as_bool() == Some(true);
    let page = text("promises");
    let all = COUNTS[promises.len()];
    let unkept = COUNTS[promises.len() - promises.iter().filter(kept).count()];
    let whole = page.whole().to_lowercase();
    assert!(whole.contains(&format!("{all} promises")), "{all} promises");
    assert!(whole.contains(&format!("{unkept} of the {all} are not kept")), "{unkept} unkept");
    let mut wrong = vec![];
    for page in in_all_languages("promises") {
        let rows: Vec<&str> = page.body.lines().filter(|it| it.contains("(people/")).collect();
        let rows: Vec<_> = rows.into_iter().filter(|it| it.starts_with('|')).collect();
        assert_eq!(rows.len(), promises.len(), "{}", page.place());
        for (row, promise) in rows.iter().zip(promises) {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let owner = format!("(people/{}.md)", promise["owner"].as_str().expect("an owner"));
            let since = promise["since"].to_string();
            let (year, day) = (&since[..4], since[8..10].trim_start_matches('0'));
            let month: usize = since[5..7].parse().expect("a month");
            let month = months(&page.language)[month - 1];
            let words = promise["text"][&page.language].as_str().expect("a text");
            let is_kept = promise["kept"].as_bool() == Some(true);
            if cells[0] != words {
                wrong.push(format!(
                    "{}: “{}” is “{words}” in the programme",
                    page.place(),
                    cells[0]
                ));
            }
            let day_of = cells[2].to_lowercase();
            let is_since =
                day_of.starts_with(day) && day_of.contains(month) && day_of.ends_with(year);
            if !cells[1].contains(&owner) || !is_since {
                wrong.push(format!("{}: owner or day of “{words}”", page.place()));
            }
            if cells[3].starts_with("**") == is_kept {
                wrong.push(format!("{}: whether “{words}” is kept", page.place()));
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_glossary_names_who_has_each_role() {
    let glossary = &text("glossary").body;
    let is_free = |role: &&toml::Value| role.get("vacant").is_some();
    for role in PROGRAMME["roles"].as_array().expect("roles").iter().filter(|it| !is_free(it)) {
        let name = role["name"]["en"].as_str().expect("a name");
        let (_, said) =
            glossary.split_once(&format!("\n{name}\n")).unwrap_or_else(|| panic!("{name}"));
        let said = said.split("\n\n").next().expect("a definition");
        let who =
            role.get("person").and_then(toml::Value::as_str).map(|id| format!("people/{id}.md"));
        let who =
            who.or_else(|| role.get("external")?.as_str().map(str::to_owned)).expect("somebody");
        assert!(said.contains(&who), "{name}: {said} does not name {who}");
    }
}

#[test]
fn counts_are_those_of_the_pages() {
    let guidelines: Vec<&Text> =
        originals("guidelines").filter(|it| it.name != "guidelines/index").collect();
    let policies = guidelines.iter().filter(|it| it.field("policy").is_some()).count();
    let index = text("guidelines/index").body.to_lowercase();
    let advice = COUNTS[guidelines.len() - policies];
    assert!(index.contains(&format!("{advice} pages here are advice")), "{advice} are advice");
    assert_eq!(policies, 1, "one is a policy");

    let policy = text("guidelines/social-media-policy");
    let rules = policy.body.lines().filter(|it| it.contains(". **")).count();
    let said = policy.field("summary").expect("a summary").to_lowercase();
    assert!(said.contains(&format!("{} rules", COUNTS[rules])), "{rules} rules");
    let (_, before) = policy.body.split_once("Version 2 (").expect("version 2");
    let began: usize = before[..4].parse().expect("a year");
    let effective: usize = policy.field("effective").expect("a day")[..4].parse().expect("a year");
    let years = COUNTS[effective - began];
    assert!(policy.body.contains(&format!("In {years} years under version 2")), "{years} years");

    for page in ["purpose", "roadmap"] {
        assert!(text(page).body.contains("Fourteen "), "{page}: fourteen met");
        assert!(text(page).body.contains("12 February 2026"), "{page}: the day they met");
    }
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for story in originals("stories").filter(|it| it.field("status").is_none()) {
        let authors = story.field("author").expect("an author");
        for author in authors.trim_matches(['[', ']']).split(", ") {
            *told.entry(author.to_owned()).or_default() += 1;
        }
    }
    let founders = ["mette-krogh", "piet-visser", "tess-bakker", "lars-de-wit", "ruth-okafor"];
    let most = founders.iter().filter_map(|it| told.get(*it)).max().expect("founders told");
    let said = format!("has since told {} stories", COUNTS[*most]);
    assert!(text("purpose").body.contains(&said), "{said}: {told:?}");
}

/// The length that the handbook names is the one that stories have, and glimpses are short.
#[test]
fn stories_are_as_long_as_the_handbook_says() {
    let words = |text: &Text| text.body.split_whitespace().count();
    let stories = || originals("stories").filter(|it| it.field("status").is_none());
    let is_glimpse = |it: &&Text| it.field("form").as_deref() == Some("glimpse");
    for glimpse in stories().filter(is_glimpse) {
        assert!(words(glimpse) <= 60, "{} has {} words", glimpse.place(), words(glimpse));
    }
    let mut lengths: Vec<usize> = stories().filter(|it| !is_glimpse(it)).map(words).collect();
    lengths.sort_unstable();
    let middle = lengths[lengths.len() / 2];
    for page in ["how-to/write-it-down", "faq/how-long-should-it-be"] {
        let body = &text(page).body;
        let (before, _) = body.split_once(" words").unwrap_or_else(|| panic!("{page}: no length"));
        let said = before.rsplit(' ').next().and_then(|it| it.parse::<usize>().ok());
        let said = said.unwrap_or_else(|| panic!("{page}: no number before “words”"));
        assert!(said.abs_diff(middle) * 10 <= middle, "{page} says {said}; stories have {middle}");
    }
}

/// One is asked before one is told of, and what comes of a story comes after it.
#[test]
fn what_happened_happened_in_order() {
    let mut wrong = vec![];
    let permission = PROGRAMME["promises"][0]["since"].to_string();
    for story in originals("stories") {
        let told = story.field("date").expect("stories of the example have a date");
        let mut say = |what: &str| wrong.push(format!("{} of {told}: {what}", story.place()));
        if told.as_str() > TODAY || told < permission {
            say("before the permission, or after today");
        }
        for line in story.front.lines() {
            let day = |key: &str| Some(line.split_once(key)?.1[..10].to_owned());
            if day("asked: ").is_some_and(|asked| asked > told) {
                say(&format!("asked later:{line}"));
            }
            if day("{on: ").is_some_and(|on| on < told || on.as_str() > TODAY) {
                say(&format!("came before it, or has not come:{line}"));
            }
        }
    }
    for talk in originals("talks") {
        for line in talk.front.lines().filter(|it| it.contains("state: ")) {
            let part =
                |key: &str| Some(line.split_once(key)?.1.split([',', '}']).next()?.to_owned());
            let on = part("on: ").expect("a day");
            let is_past = part("state: ").as_deref() == Some("given");
            // A proposal has the day on which it was sent.
            let is_sent = part("state: ").as_deref() == Some("submitted");
            if is_past != (on.as_str() <= TODAY) && !is_sent {
                wrong.push(format!("{}: given on {on}?", talk.place()));
            }
            let Some(event) = part("opportunity: ").filter(|_| !is_sent) else { continue };
            let event = text(&format!("speaking/{event}"));
            let (start, end) = (event.field("start"), event.field("end"));
            if start.is_some_and(|it| on < it) || end.is_some_and(|it| on > it) {
                wrong.push(format!("{}: {on} is no day of {}", talk.place(), event.name));
            }
            let speakers = talk.field("speakers").expect("speakers");
            let alone = speakers.trim_matches(['[', ']']);
            if is_past && !alone.contains(',') {
                let person = text(&format!("people/{alone}"));
                if person.field("wants_to_try").is_some_and(|it| it.contains("speak")) {
                    wrong.push(format!("{alone} has spoken, and would like to try it"));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_handbook_names_the_places_and_hours_of_the_data() {
    let edit = SITE["edit_url"].as_str().expect("edit_url");
    let repository = edit.split("/edit/").next().expect("an address");
    for page in in_all_languages("how-to/by-pull-request") {
        assert!(page.body.contains(&format!("{repository}.git")), "{}: {repository}", page.place());
    }
    let half_hour = &PROGRAMME["meetings"][0];
    let time = half_hour["time"].as_str().expect("a time");
    for page in ["how-to/index", "first-thirty-days", "faq/on-work-time"] {
        assert!(text(page).body.contains(time), "{page}: {time}");
        assert!(text(page).body.contains("(13:00 in Harwich)"), "{page}: the hour in Harwich");
    }
    let mut days: BTreeMap<String, usize> = BTreeMap::new();
    for event in
        originals("speaking").filter(|it| it.field("kind").as_deref() == Some("conference"))
    {
        let cover = event.field("we_cover").unwrap_or_default();
        if let Some((_, lead)) = cover.split_once("lead_days: ") {
            *days.entry(lead.trim_end_matches('}').to_owned()).or_default() += 1;
        }
    }
    let usual = days.iter().max_by_key(|(_, count)| **count).expect("conferences").0;
    let said = format!("For a conference it is usually {usual}.");
    assert!(text("guidelines/speaking-in-public").body.contains(&said), "{said}");
    let note = &interface("en")["photo-taken-down"];
    assert!(text("guidelines/photos").body.contains(&format!("\"{note}\"")), "{note}");
}

#[test]
fn every_question_says_how_else_it_is_asked() {
    let mut wrong = vec![];
    for question in TEXTS.iter().filter(|it| it.is_in("faq")) {
        let others = question.entries("also_asked").len();
        if !(2..=8).contains(&others) {
            wrong.push(format!("{} has {others} other ways to ask", question.place()));
        }
    }
    for question in originals("faq") {
        for language in &LANGUAGES[1..] {
            let has = |it: &Text| it.is_translation && it.language == *language;
            if !in_all_languages(&question.name).any(has) {
                wrong.push(format!("{} is not there in {language}", question.place()));
            }
        }
    }
    none(&wrong);
}
