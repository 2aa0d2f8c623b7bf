//! What other rooms know of the fields by their names, held against the fields that are declared.

mod edge;

use super::*;
use crate::base::{Source, SourcePath};
use crate::config::{Programme, SiteFile};
use crate::data::fields::FieldList;
use crate::data::settings::{self, DAYS};
use crate::data::translated::{CHOICES, choice, line, meant};
use crate::data::yaml::prose::{LISTS, TEXTS};
use crate::data::{Field, Shape};
use crate::document::{Highlighter, Kind, ParseContext, parse};

#[test]
fn words_of_the_interface_s_languages_lead_to_what_is_accepted() {
    let status = ["published", "draft", "paused", "archived"];
    assert_eq!(choice("kladde", &status), Some("draft"));
    assert_eq!(choice("concept", &status), Some("draft"));
    assert_eq!(choice("frygt", &["fear", "policy", "practical"]), Some("fear"));
    assert_eq!(choice("angst", &["fear", "policy", "practical"]), Some("fear"));
    assert_eq!(choice("frygt", &status), None);
    let story = Kind::Story.fields();
    assert_eq!(meant("Forfatter", story), Some("author"));
    assert_eq!(meant("billede", story), Some("photos"));
    assert_eq!(line("kladde", story).as_deref(), Some("status: draft"));
}

#[test]
fn every_word_that_is_meant_is_accepted_somewhere() {
    fn accepts(fields: &[Field], word: &str) -> bool {
        fields.iter().any(|field| of(&field.shape, word))
    }
    fn of(shape: &Shape, word: &str) -> bool {
        match shape {
            Shape::Choice(words) => words.contains(&word),
            Shape::List(inner) | Shape::Table(inner) => of(inner, word),
            Shape::Group(fields) => accepts(fields, word),
            _ => false,
        }
    }
    for (word, _) in CHOICES {
        let is_known = Kind::ALL.iter().any(|it| accepts(it.fields(), word))
            || accepts(SiteFile::FIELDS, word)
            || accepts(Programme::FIELDS, word);
        assert!(is_known, "{word}");
    }
}

#[test]
fn every_field_with_a_day_is_known_where_toml_cannot_be_read() {
    let lists = Kind::ALL.iter().map(|kind| kind.fields());
    let mut unknown = std::collections::BTreeSet::new();
    for fields in lists.chain([translation_fields(), SiteFile::FIELDS, Programme::FIELDS]) {
        visit(fields, &mut |name, shape| {
            let is_known = !matches!(shape, Shape::Date) || DAYS.contains(&name);
            unknown.extend((!is_known).then_some(name));
        });
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_word_of_a_choice_is_known_in_the_interface_s_languages() {
    let (mut unknown, mut choices) = (std::collections::BTreeSet::new(), 0);
    let lists = Kind::ALL.iter().map(|kind| kind.fields()).chain([
        translation_fields(),
        SiteFile::FIELDS,
        Programme::FIELDS,
    ]);
    for fields in lists {
        visit(fields, &mut |_, mut shape| {
            while let Shape::List(inner) | Shape::Table(inner) = shape {
                shape = *inner;
            }
            let Shape::Choice(words) = shape else { return };
            choices += 1;
            for word in words {
                let known = CHOICES.iter().filter(|(name, _)| name == word);
                let mut others = known.flat_map(|(_, others)| *others);
                // Another word of the same list may have the same translation.
                if !others.any(|other| choice(other, words) == Some(word)) {
                    unknown.insert(*word);
                }
            }
        });
    }
    assert!(choices > 20, "{choices}");
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// The beginning of the names of texts that stand for the words of a field on pages.
const SHOWN: &[(Kind, &str, &str)] = &[
    (Kind::Story, "form", "form-"),
    (Kind::Theme, "lens", "lens-"),
    (Kind::Faq, "about", "about-"),
    (Kind::Person, "can", "can-"),
    (Kind::Opportunity, "kind", "kind-"),
    (Kind::Talk, "level", "level-"),
    (Kind::Training, "format", "format-"),
];

#[test]
fn what_readers_see_for_a_word_leads_to_the_word() {
    let texts = [
        include_str!("../../../themes/default/texts/en.ftl"),
        include_str!("../../../themes/default/texts/da.ftl"),
        include_str!("../../../themes/default/texts/nl.ftl"),
    ];
    let (mut unknown, mut count) = (vec![], 0);
    for (kind, name, prefix) in SHOWN {
        let field = kind.fields().iter().find(|field| field.name == *name).expect("a field");
        let words = match field.shape {
            Shape::Choice(words) | Shape::List(&Shape::Choice(words)) => words,
            _ => panic!("{name} is no choice"),
        };
        for line in texts.iter().flat_map(|text| text.lines()) {
            let Some((key, shown)) = line.split_once(" = ") else { continue };
            let Some(word) = key.strip_prefix(prefix) else { continue };
            let Some(word) = words.iter().find(|it| **it == word) else { continue };
            count += 1;
            let folded = shown.to_lowercase();
            if folded != *word && choice(&folded, words) != Some(word) {
                unknown.push(shown.to_owned());
            }
        }
    }
    assert!(count > 60, "{count}");
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn settings_are_known_by_the_file_to_which_they_belong() {
    let names = |fields: &[Field]| fields.iter().map(|it| it.name).collect::<Vec<_>>();
    assert_eq!(names(SiteFile::FIELDS), settings::SITE);
    assert_eq!(names(Programme::FIELDS), settings::PROGRAMME);
}

/// Fields of text that hold a name or a value, where a sign of YAML is rather a slip than a word.
#[rustfmt::skip]
const NO_PROSE: &[&str] = &[
    "aliases", "at", "city", "country", "file", "focus", "from", "hash", "languages", "location",
    "mail", "month", "ok_by", "phone", "ref", "series", "supersedes", "time", "version",
];

/// Every field with its shape, also those of groups.
fn visit(fields: &'static [Field], each: &mut impl FnMut(&'static str, Shape)) {
    for field in fields {
        each(field.name, field.shape);
        let mut shape = field.shape;
        while let Shape::List(inner) | Shape::Table(inner) = shape {
            shape = *inner;
        }
        if let Shape::Group(fields) = shape {
            visit(fields, each);
        }
    }
}

#[test]
fn the_list_is_that_of_the_fields_which_hold_words() {
    let is_text = |shape: &Shape| matches!(shape, Shape::Text | Shape::Localized);
    let (mut texts, mut lists) = (vec![], vec![]);
    let lists_of = Kind::ALL.iter().map(|kind| kind.fields());
    for fields in lists_of.chain([translation_fields()]) {
        visit(fields, &mut |name, shape| match shape {
            Shape::List(inner) if is_text(inner) => lists.push(name),
            shape if is_text(&shape) => texts.push(name),
            _ => {}
        });
    }
    // Other tools call a summary so.
    texts.push("description");
    let gone = TEXTS.iter().filter(|name| !texts.contains(*name));
    let gone: Vec<_> = gone.chain(LISTS.iter().filter(|it| !lists.contains(*it))).collect();
    assert!(gone.is_empty(), "no field of these names holds text: {gone:?}");
    let mut undecided: Vec<_> = texts.iter().chain(&lists).collect();
    undecided.retain(|name| {
        !NO_PROSE.contains(name) && !TEXTS.contains(*name) && !LISTS.contains(*name)
    });
    assert!(undecided.is_empty(), "do these hold words for readers? {undecided:?}");
    for name in NO_PROSE {
        assert!(texts.contains(name) || lists.contains(name), "there is no field “{name}”");
    }
}

fn told(path: &str, fields: &str) -> Vec<(String, String)> {
    let path = SourcePath::new(path).expect("inside");
    let source = Source::new(path, format!("---\n{fields}---\nA text.\n"));
    let highlighter = Highlighter::new();
    let languages = ["en".to_owned()];
    let context = ParseContext::new(&languages, &highlighter);
    let found = parse(&source, context).diagnostics.into_iter();
    found.map(|it| (it.message, format!("{:?}", it.notes))).collect()
}

#[test]
fn the_value_of_the_author_stands_in_the_group_that_is_wanted() {
    for (kind, field, hint) in [
        (Kind::Story, "photos: a.jpg", Some("{file: a.jpg, alt: what it shows}")),
        (Kind::Story, "people: kirsten", Some("{id: kirsten}")),
        (Kind::Story, "people: Kirsten Dahl", Some("{name: Kirsten Dahl}")),
        (Kind::Story, "people: Kirsten Dahl og Bo", Some("[{name: Kirsten Dahl}, {name: Bo}]")),
        (Kind::Story, "outcome: Two called", Some("{note: Two called}")),
        (Kind::Opportunity, "place: Aarhus", Some("{city: Aarhus}")),
        (Kind::Opportunity, "place: Aarhus, Denmark", Some("{city: Aarhus, country: Denmark}")),
        (Kind::Opportunity, "place: online", Some("{online: online}")),
        (Kind::Opportunity, "cfp: 2027-01-15", Some("{closes: 2027-01-15}")),
        (Kind::Opportunity, "cfp: 15. januar 2027", Some("{closes: 2027-01-15}")),
        (Kind::Opportunity, "cfp: https://e.example/?a=1", Some("{url: https://e.example/?a=1}")),
        (Kind::Opportunity, "cfp: soon", None),
        (Kind::Person, "contact: ana@e.example", Some("{mail: ana@e.example}")),
        (Kind::Person, "contact: +45 00 00 44 12", Some("{phone: +45 00 00 44 12}")),
        (Kind::Person, "contact: Teams", None),
        (Kind::Story, "people: 3", None),
        (Kind::Story, "featured: yes", None),
    ] {
        let path = format!("{}a.md", kind.folder());
        let fields = if kind == Kind::Story {
            "title: A\nauthor: ana\n"
        } else if kind == Kind::Person {
            "name: Ana\n"
        } else {
            "name: A\nurl: https://e.example/\n"
        };
        let all = told(&path, &format!("{fields}{field}\n"));
        let [(_, notes)] = &all[..] else { panic!("{field}: {all:?}") };
        match hint {
            Some(hint) => {
                assert!(notes.contains(&format!("Write {hint} in its place")), "{field}: {notes}");
            }
            None => assert!(notes.contains("For example"), "{field}: {notes}"),
        }
    }
}

#[test]
fn curly_marks_are_no_part_of_a_name_or_a_place_and_may_be_one_of_a_title() {
    let story = "title: The night\nauthor: ana\n";
    for (fields, message, hint) in [
        ("location: “Esbjerg”\n", "count as a part of it", "without them: Esbjerg"),
        ("keywords: [“pump”, deck]\n", "count as a part of it", "without them: pump"),
        ("keywords: [“a, b”, c]\n", "parts the text", "\\\"a, b\\\""),
        ("keywords: [c, »a, b«]\n", "parts the text", "\\\"a, b\\\""),
    ] {
        let all = told("content/stories/a.md", &format!("{story}{fields}"));
        let [(said, notes)] = &all[..] else { panic!("{fields}: {all:?}") };
        assert!(said.contains(message) && notes.contains(hint), "{fields}: {said} {notes}");
    }
    let all = told("content/people/ana.md", "name: “Ana Bech”\n");
    assert!(all[0].1.contains("without them: Ana Bech"), "{all:?}");
    for fields in ["", "quote: “I heard it,” she said\n", "keywords: [’t Hart, Anna’s]\n"] {
        assert_eq!(told("content/stories/a.md", &format!("{story}{fields}")), [], "{fields}");
    }
    for (title, message) in [("“The night”", "around all of"), ("“The night", "no partner")] {
        let all = told("content/stories/a.md", &format!("title: {title}\nauthor: ana\n"));
        let [(said, _)] = &all[..] else { panic!("{title}: {all:?}") };
        assert!(said.contains(message), "{title}: {said}");
    }
}
