//! What stands on a desk, in which sentence, and where it leads.

use super::*;
use crate::base::date::parse_date;
use crate::base::{Change, Content, SourcePath};
use crate::site::{BuildAudience, BuildOptions};
use crate::views::desk::PrivateList;
use crate::workspace::Workspace;

const SITE: (&str, &str) = ("site.toml", "title = \"Harbour\"\nlanguages = [\"en\", \"da\"]\n");
const ANA: (&str, &str) = ("content/people/ana.md", "---\nname: Ana Lund\n---\n");
const PUMP: (&str, &str) = (
    "content/stories/pump.md",
    "---\ntitle: Pump four\nauthor: ana\ndate: 2026-11-10\n---\nIt was quiet.\n",
);

fn snapshot(files: &[(&str, &str)]) -> std::sync::Arc<Snapshot> {
    let options = BuildOptions {
        today: parse_date("2026-11-30").expect("a day"),
        drafts: false,
        audience: BuildAudience::Internal,
        base_url: Some("https://harbour.example/".to_owned()),
    };
    let change = |(path, text): &(&str, &str)| Change {
        path: SourcePath::new(path).expect("a path inside"),
        content: Content::Text((*text).into()),
    };
    Workspace::new(options).apply([&[SITE, ANA], files].concat().iter().map(change).collect())
}

/// Each thing as `group what text`, with its note, its command and its place.
fn lines_with(files: &[(&str, &str)], code: &str, list: Option<&str>) -> Vec<String> {
    let snapshot = snapshot(files);
    let mut languages = snapshot.site().languages.all();
    let language = languages.find(|it| it.as_str() == code).expect("a language").clone();
    let desk = snapshot.desk(&language, &Beside { thanks: PrivateList::read(list), built: None });
    let mut lines = vec![];
    for group in &desk.groups {
        for item in &group.items {
            let mut line = format!("{} {}: {}", group.key, item.what, item.words.text());
            let due = item.due.as_ref().map(|due| format!(" ({})", due.words));
            let note = item.note.as_ref().map(|note| format!(" [{note}]"));
            let command = item.command.as_ref().map(|command| format!(" $ {command}"));
            let place = item.place.as_ref().map(|span| {
                let text = snapshot.text(&span.path);
                let range = span.range.clone().unwrap_or_default();
                let at = text.as_ref().and_then(|text| text.get(..range.start));
                let line = at.map_or(0, |before| before.matches('\n').count() + 1);
                format!(" @ {}:{line}", span.path)
            });
            line.extend(due.into_iter().chain(note).chain(command).chain(place));
            lines.push(line);
        }
    }
    lines
}

/// Without what is still to be thanked for, and pages that nobody looks after.
fn lines(files: &[(&str, &str)]) -> Vec<String> {
    let mut lines = lines_with(files, "en", None);
    lines.retain(|line| !line.starts_with("thank ") && !line.contains(" owner: "));
    lines
}

#[test]
fn questions_and_gaps_wait_for_answers() {
    let question = "---\ntitle: May I?\nabout: fear\nstatus: draft\n---\n[[fill: a yes]]\n";
    let page = "---\ntitle: Help\n---\nCall [[fill: whom]]\n\nor [[fill: where]]\n";
    assert_eq!(
        lines(&[
            ("content/faq/may.md", question),
            ("content/help.da.md", "---\ntitle: Hjælp\n---\nRing til [[fill: hvem]]\n"),
            ("content/help.md", page),
        ]),
        [
            "answer question: “May I?” waits for an answer @ content/faq/may.md:1",
            "answer gap: Fill in the 2 gaps in “Help” @ content/help.md:4",
            "answer gap: Fill in the gap in “Hjælp” @ content/help.da.md:4",
        ]
    );
}

#[test]
fn a_week_has_meetings_calls_and_stories_in_the_order_of_their_days() {
    let programme = "[purpose]\nsentence = \"S\"\n[[meetings]]\nname = \"Half hour\"\nday = \"Thursday\"\n\
                     time = \"14:00\"\n[[promises]]\ntext = \"Nobody corrects you.\"\nchecked = 2026-07-01\n\
                     [[promises]]\ntext = \"Another.\"\nchecked = 2026-11-01\n";
    let call = "---\nname: Days\nurl: https://days.example/\nstart: 2027-04-01\n\
                cfp: {closes: 2026-12-11}\n---\n";
    let story =
        |day: &str| format!("---\ntitle: On {day}\nauthor: ana\ndate: {day}\n---\nWords.\n");
    let files = [
        ("content/programme.toml", programme),
        ("content/speaking/days.md", call),
        ("content/stories/a.md", &story("2026-12-01")),
        ("content/stories/b.md", &story("2026-12-24")),
    ];
    assert_eq!(
        lines(&files),
        [
            "week story: “On 2026-12-01” goes up on the wall (Tue 1 Dec · tomorrow) @ content/stories/a.md:4",
            "week meeting: Half hour (Thu 3 Dec · 14:00 · in 3 days) @ content/programme.toml:4",
            "week call: “Days”: the call for speakers closes. Who would like to go? \
             (Fri 11 Dec · in 11 days) @ content/speaking/days.md:5",
            "week promise: Do we keep it? “Nobody corrects you.” (1 Nov · 29 days ago) @ content/programme.toml:9",
            "publish later: “On 2026-12-24” is ready, and waits for its day (24 Dec · in 24 days) \
             @ content/stories/b.md:4",
        ]
    );
}

#[test]
fn pages_and_drafts_are_looked_at_again() {
    let page =
        "---\ntitle: Help\nreviewed: 2026-01-01\nreview_every: 6m\nowner: ana\n---\nWords.\n";
    let fresh = page.replace("2026-01", "2026-10").replace("Help", "Fresh");
    let draft = PUMP.1.replace("author", "status: draft\nauthor");
    let files = [
        ("content/help.md", page),
        ("content/fresh.md", &fresh),
        ("content/alone.md", "---\ntitle: Alone\n---\nWords.\n"),
        ("content/stories/pump.md", &draft),
    ];
    assert_eq!(
        lines_with(&files, "en", None),
        [
            "review draft: “Pump four” is a draft. What does it still need? @ content/stories/pump.md:1",
            "review check: Is “Help” still right? (1 Jul · 152 days ago) @ content/help.md:3",
            "review owner: Who looks after “Alone”? @ content/alone.md:1",
        ]
    );
}

#[test]
fn consents_and_roles_are_renewed_and_a_no_is_left_alone() {
    let person =
        |name: &str, consent: &str| format!("---\nname: {name}\nconsent: {{{consent}}}\n---\n");
    let programme = "[purpose]\nsentence = \"S\"\n[roadmap]\nnext_review = 2026-12-10\n\
                     [[roles]]\nid = \"a\"\nname = \"Helper\"\nperson = \"ana\"\nuntil = 2026-11-01\n\
                     [[roles]]\nid = \"b\"\nname = \"Writer\"\nperson = \"ana\"\nuntil = 2027-01-10\n\
                     [[roles]]\nid = \"c\"\nname = \"Counter\"\nperson = \"ana\"\nuntil = 2027-09-01\n\
                     [[roles]]\nid = \"d\"\nname = \"Night\"\nvacant = true\n\
                     [[roles]]\nid = \"e\"\nname = \"Day\"\n";
    let files = [
        (
            "content/people/bo.md",
            &*person("Bo Berg", "name: yes, given: 2026-01-01, until: 2026-12-10"),
        ),
        (
            "content/people/eva.md",
            &*person("Eva Dahl", "name: yes, given: 2026-01-01, until: 2026-11-10"),
        ),
        (
            "content/people/no.md",
            &*person("Nora Vig", "name: yes, given: 2026-01-01, withdrawn: 2026-11-10"),
        ),
        ("content/programme.toml", programme),
    ];
    assert_eq!(
        lines(&files),
        [
            "renew consent-ends: Ask Bo Berg again: the consent ends (Thu 10 Dec · in 10 days) \
             @ content/people/bo.md:3",
            "renew consent-ended: A consent has ended, and what it covers is not shown. Ask again \
             (10 Nov · 20 days ago) @ content/people/eva.md:3",
            "renew role-over: Helper: this role has ended. Who takes over? (1 Nov · 29 days ago) \
             @ content/programme.toml:9",
            "renew role-ends: Writer: this role ends. Do they go on? (10 Jan 2027 · in 41 days) \
             @ content/programme.toml:14",
            "renew role-free: Night: still free. Who could you ask? @ content/programme.toml:21",
            "renew role-nobody: Day: nobody has this role. Who would like to? @ content/programme.toml:25",
            "renew roadmap: Look at the roadmap again, with those who made it (Thu 10 Dec · in 10 days) \
             @ content/programme.toml:4",
        ]
    );
}

#[test]
fn thanks_name_whom_readers_may_see_and_nobody_while_there_are_errors() {
    let nameless = PUMP.1.replace("author: ana", "anonymous: yes").replace("Pump", "Bolt");
    let files = [PUMP, ("content/stories/bolt.md", &nameless)];
    let thanked = |files: &[(&str, &str)], list| -> Vec<String> {
        let lines = lines_with(files, "en", list);
        lines.into_iter().filter(|line| line.starts_with("thank ")).collect()
    };
    let bolt = "thank thanks: “Bolt four” is told without a name. Pass on your thanks through whoever \
                helped [told on 10 Nov] @ content/stories/bolt.md:1";
    let list = "[[thanks]]\nstory = \"stories/pump\"\nwould_like = \"Coffee\"\n";
    let pump = "thank thanks: Thank Ana Lund for “Pump four” [told on 10 Nov · would like: Coffee] \
                @ content/stories/pump.md:1";
    let mut both = thanked(&files, Some(list));
    both.sort();
    assert_eq!(both, [pump, bolt]);
    let given = list.replace("would_like = \"Coffee\"", "given = 2026-11-12");
    assert_eq!(thanked(&files, Some(&given)), [bolt]);
    let broken = thanked(&files, Some("[[thanks]]\nstory =\n"));
    assert!(broken.len() == 1 && broken[0].contains("Correct thanks.toml first"), "{broken:?}");
    let withdrawn = "---\nname: Ana Lund\nconsent: {name: yes, withdrawn: 2026-11-20}\n---\n";
    let files = [files[0], files[1], ("content/people/ana.md", withdrawn)];
    assert_eq!(thanked(&files, Some(list)), [bolt], "nobody is thanked for what they took back");
    let wrong = ("content/stories/odd.md", "---\ntilte: Odd\n---\nWords.\n");
    let lines = lines_with(&[files[0], wrong], "en", None);
    assert!(!lines.iter().any(|line| line.starts_with("thank ")), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("publish mistake: ")), "{lines:?}");
}

#[test]
fn themes_and_quarters_are_planned_unless_there_is_a_pause() {
    let theme = |title: &str, days: &str| format!("---\ntitle: {title}\n{days}---\nWords.\n");
    let story = PUMP.1.replace("author", "theme: old\nauthor").replace("2026-11-10", "2026-08-31");
    let quarter = "quarter = \"2026-Q2\"\nheadline = \"H\"\n";
    let files = [
        ("content/stories/pump.md", &*story),
        ("content/themes/old.md", &*theme("Old", "")),
        ("content/themes/winter.md", &*theme("Winter", "from: 2026-11-01\nuntil: 2027-02-28\n")),
        ("content/themes/summer.md", &*theme("Summer", "from: 2027-06-01\nuntil: 2027-08-31\n")),
        ("content/themes/bare.md", &*theme("Bare", "")),
        ("content/metrics/2026-Q2.toml", quarter),
    ];
    let plan = |files: &[(&str, &str)]| -> Vec<String> {
        lines(files).into_iter().filter(|line| line.starts_with("plan ")).collect()
    };
    let all = plan(&files);
    assert_eq!(
        all[..3],
        [
            "plan season: “Winter”: it is the season, and nobody has told one yet. Who could you ask? \
             (28 Feb 2027 · in 90 days) @ content/themes/winter.md:1",
            "plan quiet: “Old”: no story for 13 weeks. Who could you ask? @ content/themes/old.md:1",
            "plan untold: “Bare”: nobody has told one yet. Who could you ask? @ content/themes/bare.md:1",
        ]
    );
    assert_eq!(all.len(), 4, "{all:?}");
    let begin = all[3].strip_prefix("plan quarter-begin: ").expect("it is begun");
    assert!(
        begin.ends_with(": begin the evaluation $ storywall evaluate --new 2026-Q3"),
        "{begin}"
    );
    let pause = ("content/programme.toml", "[status]\nstate = \"paused\"\nuntil = 2027-02-01\n");
    let begun = (
        "content/metrics/2026-Q3.toml",
        "quarter = \"2026-Q3\"\n[[metrics]]\nid = \"conversations\"\n",
    );
    let all = plan(&[&files[..], &[pause, begun]].concat());
    assert_eq!(all.len(), 1, "nobody is asked for a story: {all:?}");
    assert!(
        all[0].starts_with("plan quarter-finish") && all[0].contains("2026-Q3.toml:"),
        "{all:?}"
    );
}

#[test]
fn stories_after_the_last_letter_are_told_with_the_command() {
    let letter = "---\ntitle: Letter\nsince: 2026-10-01\ndate: 2026-11-06\nby: ana\n---\nWords.\n";
    let lines = lines(&[PUMP, ("content/digests/2026-11-06.md", letter)]);
    assert_eq!(
        lines,
        [
            "publish unsent: One new story is not in a letter yet $ storywall digest --since 2026-11-07 \
          @ content/digests/2026-11-06.md:1"
        ]
    );
}

#[test]
fn what_is_new_since_the_last_build_is_told_where_that_is_known() {
    let before = snapshot(&[]);
    let built: BTreeSet<UrlPath> = before.addresses().cloned().collect();
    let now = snapshot(&[PUMP, ("content/help.md", "---\ntitle: Help\nowner: ana\n---\nWords.\n")]);
    let language = now.site().languages.default().clone();
    let new = |built: &BTreeSet<UrlPath>| -> Vec<String> {
        let beside = Beside { built: Some(built), ..Beside::default() };
        let groups = now.desk(&language, &beside).groups;
        let items = groups.into_iter().flat_map(|group| group.items);
        items.filter(|item| item.what == "new").map(|item| item.words.text()).collect()
    };
    let both = [
        "“Help” is new since the site was last published",
        "“Pump four” is new since the site was last published",
    ];
    assert_eq!(new(&built), both);
    assert_eq!(new(&now.addresses().cloned().collect()), [""; 0]);
    let public = built.into_iter().filter(|it| !it.as_str().starts_with("checks/")).collect();
    assert_eq!(new(&public), [""; 0], "a site for other readers says nothing of it");
}

#[test]
fn a_desk_speaks_the_language_of_its_reader_and_may_be_empty() {
    let lines = lines_with(&[PUMP], "da", None);
    assert_eq!(
        lines,
        [
            "thank thanks: Sig tak til Ana Lund for ”Pump four” [fortalt 10. nov.] @ content/stories/pump.md:1"
        ]
    );
    let thanked = "[[thanks]]\nstory = \"stories/pump\"\ngiven = 2026-11-12\n";
    assert_eq!(lines_with(&[PUMP], "en", Some(thanked)), [""; 0]);
}
