//! The coach is held to stories of three languages: pairs for each signal, and texts that are not
//! what they look like (`tests/coach/da.md` and its kin). What is counted in each stands in
//! `tests/coach/vectors.json`, for other programs too.

#![expect(clippy::disallowed_methods, reason = "it reads the stories and writes the vectors")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A story of `tests/coach/`.
struct Case {
    name: String,
    language: &'static str,
    is_asked: bool,
    /// The signal that the pair is about.
    signal: Option<Signal>,
    title: String,
    /// The stories before it, each with its title.
    before: Vec<(String, String)>,
    text: String,
}

impl Case {
    fn told<'a>(&'a self, title: &'a str, body: &'a str) -> Told<'a> {
        Told { title, body, language: self.language, names_somebody: false }
    }

    fn heard(&self) -> Heard {
        let coach = Coach::new(&CoachFile::default());
        let mut earlier = Earlier::default();
        for (title, text) in &self.before {
            coach.judge(coach.listen(self.told(title, text)), &mut earlier);
        }
        coach.judge(coach.listen(self.told(&self.title, &self.text)), &mut earlier)
    }
}

/// The stories of a language. `## piece NAME` is a part of several; `## asked NAME: PIECES` and
/// `## fine NAME: PIECES` are stories made of such parts, or of what follows.
fn cases_of(language: &'static str) -> Vec<Case> {
    let path = format!("{ROOT}/tests/coach/{language}.md");
    let text = std::fs::read_to_string(path).expect("the stories are there");
    let mut pieces: BTreeMap<&str, &str> = BTreeMap::new();
    let mut cases = vec![];
    for part in text.split("\n## ").skip(1) {
        // A story may have headings of its own.
        let is_own = ["piece ", "asked ", "fine "].iter().any(|it| part.starts_with(it));
        if !is_own {
            let last: &mut Case = cases.last_mut().expect("a story");
            last.text += &format!("\n## {part}");
            continue;
        }
        let (heading, mut rest) = part.split_once('\n').unwrap_or((part, ""));
        let (what, name) = heading.split_once(' ').expect("two words");
        if what == "piece" {
            pieces.insert(name, rest.trim());
            continue;
        }
        let (name, parts) = name.split_once(": ").unwrap_or((name, ""));
        let made = |parts: &str| -> String {
            parts.split(' ').map(|part| pieces[part]).collect::<Vec<_>>().join("\n\n")
        };
        let mut case = Case {
            name: format!("{language} {what} {name}"),
            language,
            is_asked: what == "asked",
            signal: Signal::ALL.into_iter().find(|signal| signal.name() == name),
            title: "One".to_owned(),
            before: vec![],
            text: String::new(),
        };
        while !rest.is_empty() {
            let (line, more) = rest.split_once('\n').unwrap_or((rest, ""));
            if let Some(title) = line.strip_prefix("title: ") {
                case.title = title.to_owned();
            } else if let Some(titles) = line.strip_prefix("before: ") {
                let story = |title: &str| (title.to_owned(), "Text.".to_owned());
                case.before = titles.split(" / ").map(story).collect();
            } else if let Some(parts) = line.strip_prefix("again: ") {
                case.before = vec![("Another".to_owned(), made(parts))];
            } else {
                break;
            }
            rest = more;
        }
        case.text = if parts.is_empty() { rest.trim().to_owned() } else { made(parts) };
        cases.push(case);
    }
    cases
}

fn cases() -> Vec<Case> {
    LANGUAGES.into_iter().flat_map(cases_of).collect()
}

#[test]
fn a_story_is_asked_or_left_alone_as_it_should_be() {
    let mut wrong = vec![];
    for case in cases() {
        let heard = case.heard();
        let is_asked = !heard.questions.is_empty();
        let has_signal = case.signal.is_none_or(|it| heard.signals.contains(&it) == case.is_asked);
        let is_listened = case.signal.is_none() || heard.silence.is_none();
        if is_asked != case.is_asked || !has_signal || !is_listened {
            wrong.push(format!("{}: {heard:?}", case.name));
        }
        assert!(heard.questions.len() <= 3, "{}", case.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_signal_has_a_pair_in_every_language() {
    let known: BTreeSet<String> = cases().into_iter().map(|case| case.name).collect();
    for language in LANGUAGES {
        for signal in Signal::ALL {
            for what in ["asked", "fine"] {
                let name = format!("{language} {what} {}", signal.name());
                assert!(known.contains(&name), "no story “{name}”");
            }
        }
    }
}

/// What another program must find in the same story.
fn vector(case: &Case) -> Value {
    let heard = case.heard();
    let before = case.before.iter().map(|(title, text)| json!({ "title": title, "text": text }));
    let mut vector = json!({
        "name": case.name,
        "language": case.language,
        "title": case.title,
        "before": before.collect::<Vec<_>>(),
        "text": case.text,
        "names_somebody": false,
    });
    let found = json!({
        "silence": heard.silence.map(Silence::name),
        "measures": heard.measures.all().into_iter().map(|(name, it)| (name.to_owned(), json!(it)))
            .collect::<serde_json::Map<String, Value>>(),
        "signals": heard.signals.iter().map(|it| it.name()).collect::<Vec<_>>(),
        "quote": heard.quote.as_ref().map(|quote| &case.text[quote.range.clone()]),
        "is_liked": heard.quote.as_ref().is_some_and(|quote| quote.is_liked),
        "questions": heard.questions.iter().map(|it| it.name()).collect::<Vec<_>>(),
    });
    vector["found"] = found;
    vector
}

#[test]
fn what_is_found_is_what_the_vectors_say() {
    let path = format!("{ROOT}/tests/coach/vectors.json");
    let vectors: Vec<Value> = cases().iter().map(vector).collect();
    if std::env::var_os("UPDATE").is_some() {
        let text = serde_json::to_string_pretty(&vectors).expect("words and numbers");
        std::fs::write(&path, text + "\n").expect("the vectors can be written");
        return;
    }
    let text = std::fs::read_to_string(&path).expect("the vectors are there");
    let expected: Vec<Value> = serde_json::from_str(&text).expect("the vectors are JSON");
    for (found, expected) in vectors.iter().zip(&expected) {
        assert_eq!(found, expected, "{}", found["name"]);
    }
    assert_eq!(vectors.len(), expected.len(), "run this test with UPDATE=1");
}

#[test]
fn the_quoted_sentence_stands_in_the_text_without_marks() {
    let coach = Coach::new(&CoachFile::default());
    for (body, quoted) in [
        (
            "I took the *blue* mug in the canteen. I put it back on the shelf.",
            Some("I put it back on the shelf."),
        ),
        (
            "On Monday I asked\nMette about the pump.",
            Some("On Monday I asked\nMette about the pump."),
        ),
        (
            "“I was afraid of it. I ran down the stairs,” she said. I heard her in the dark.",
            Some("I heard her in the dark."),
        ),
        ("On Monday I called Mette on 00 00 44 12. I was too late.", Some("I was too late.")),
        ("On Monday I wrote to mette@sundbro.example about it.", None),
        ("On Monday I asked\\\nMette about the pump. I was too late.", Some("I was too late.")),
        ("- I took the mug in the canteen.", None),
        ("> I took the mug in the canteen.", None),
        ("# I took the mug in the canteen", None),
        ("Hi there.", None),
    ] {
        let told = Told { title: "", body, language: "en", names_somebody: false };
        let heard = coach.judge(coach.listen(told), &mut Earlier::default());
        let quote = heard.quote.map(|quote| &body[quote.range]);
        assert_eq!(quote, quoted, "{body}");
    }
}

/// The stories of the example, and all that should be left alone.
#[test]
fn at_most_one_accepted_story_in_twenty_is_asked() {
    let folder = format!("{ROOT}/content/stories/2026");
    let coach = Coach::new(&CoachFile::default());
    let (mut all, mut asked) = (0, vec![]);
    for entry in std::fs::read_dir(folder).expect("the example has stories") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a story is text");
        let body = text.splitn(3, "---\n").nth(2).expect("fields, then text");
        let language = text.lines().find_map(|line| line.strip_prefix("lang: ")).unwrap_or("en");
        let told = Told { title: "", body, language, names_somebody: false };
        let heard = coach.judge(coach.listen(told), &mut Earlier::default());
        all += 1;
        asked.extend((!heard.questions.is_empty()).then(|| path.display().to_string()));
    }
    let fine: Vec<Case> = cases().into_iter().filter(|case| !case.is_asked).collect();
    all += fine.len();
    asked.extend(
        fine.iter().filter(|it| !it.heard().questions.is_empty()).map(|it| it.name.clone()),
    );
    assert!(all > 80, "{all}");
    assert!(asked.len() * 20 <= all, "{} of {all}: {asked:?}", asked.len());
}

#[test]
fn the_words_of_a_site_count_and_those_it_leaves_out_do_not() {
    let source = |text: &str| {
        let path = crate::base::SourcePath::new("content/coach.toml").expect("a path inside");
        crate::base::Source::new(path, text)
    };
    let mut out = vec![];
    let own = "[en]\nfog = [\"klaxon*\"]\nwithout = [\"Journey\"]\nlimits = { words = 3 }\n";
    let coach = Coach::new(&CoachFile::read(&source(own), &mut out));
    assert_eq!(out, vec![]);
    let told = Told {
        title: "",
        body: "Klaxons on the journey.",
        language: "en-GB",
        names_somebody: false,
    };
    let heard = coach.judge(coach.listen(told), &mut Earlier::default());
    assert_eq!((heard.silence, heard.measures.polish), (None, 1));
    let rules = coach.rules("en").expect("English").json("en");
    assert_eq!(rules["limits"]["words"], 3);
    assert_eq!(rules["limits"]["lix"], 48);
}

/// Four times the text takes at most some eight times the time, whatever it is made of.
#[test]
fn time_grows_with_the_text_and_not_faster() {
    const MANY: usize = 4_000;
    let coach = Coach::new(&CoachFile::default());
    let time = |text: &str| {
        let told = Told { title: "One", body: text, language: "en", names_somebody: false };
        let begin = std::time::Instant::now();
        coach.judge(coach.listen(told), &mut Earlier::default());
        begin.elapsed()
    };
    for piece in [
        "a",
        "a ",
        "a. ",
        ". ",
        "A.b ",
        "\"",
        "\" a",
        "‘a ",
        "‘a,’ ",
        "` ",
        "``` ",
        "![",
        "![a](",
        "[a](b)",
        "](",
        "<a ",
        "<a",
        "*",
        "_",
        "\\",
        "https://a.example/ ",
        "www.",
        "5 % ",
        "I said ",
        "record ",
        "proud to ",
        "- a\n",
        "1. a\n",
        "> a\n",
        "a\n",
        "a\n\n",
        "<!-- ",
        "<!-- -->",
        "    a\n\n",
        "–",
        "Mette ",
        "é",
        "\u{301}",
        "https://a.example/[a](",
        ": A",
        "...... ",
        "Aa! ” ",
    ] {
        let (small, large) = (piece.repeat(MANY), piece.repeat(4 * MANY));
        let is_linear = (0..5).any(|_| time(&large) < 8 * time(&small) + Duration::from_millis(20));
        assert!(is_linear, "{piece:?}");
    }
}

/// Each language has all limits, and no word twice in a list.
#[test]
fn the_words_of_the_program_are_whole() {
    for language in LANGUAGES {
        let lists = lists::of_program(language).expect("it has words");
        for (name, list) in lists.all() {
            assert!(!list.is_empty(), "{language} {name}");
            let once: BTreeSet<&String> = list.iter().collect();
            let twice: Vec<&String> = once
                .iter()
                .filter(|word| list.iter().filter(|it| it == *word).count() > 1)
                .copied()
                .collect();
            assert!(twice.is_empty(), "{language} {name}: {twice:?}");
        }
        let rules = Rules::of(language, &CoachFile::default()).expect("it has words");
        assert!(rules.limits.all().iter().all(|(_, limit)| *limit > 0), "{language}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed, the plain text is as long, and what is quoted stands in it.
    #[test]
    fn no_text_is_too_odd_to_read(
        pieces in prop::collection::vec(
            "- |1\\. |    |\t|\n|\r\n|\n\n|---|===|#|> |\\||```|`|\\[|\\]|\\(|\\)|!|<|>|<!--|-->|\\*|_|\\\\|www\\.|https://æ|\"|”|»|‘|’|\\.|\\.\\.\\.|,|…|–|:|I |Mette said |é|e\u{301}|\u{301}|5|%|kr|a|",
            0..40,
        ),
    ) {
        let body = pieces.concat();
        prop_assert_eq!(text::plain(&body).text.len(), body.len());
        let coach = Coach::new(&CoachFile::default());
        let told = Told { title: &body, body: &body, language: "en", names_somebody: false };
        let heard = coach.judge(coach.listen(told), &mut Earlier::default());
        if let Some(quote) = heard.quote {
            prop_assert!(body.get(quote.range).is_some_and(|it| !it.trim().is_empty()));
        }
    }
}
