//! What a build costs as texts of one kind become more: as many times as much, not the square of it.

use std::process::Command;

use super::program::Site;
use storywall::document::Kind;

/// Files of one folder that name each other, and share what they are sorted by.
fn crowd_of(folder: &str, count: usize) -> impl Iterator<Item = (String, String)> {
    let text = move |at: usize| match folder {
        "people/" => format!("---\nname: Anna {}\n---\nText.\n", at % 7),
        "speaking/" => format!(
            "---\nname: A\nurl: https://e.example/\nseries: s{}\nstart: 2027-01-01\n---\n",
            at % 7
        ),
        "talks/" => "---\ntitle: A\nspeakers: anna\n---\nText.\n".to_owned(),
        "stories/" => {
            "---\ntitle: A\nauthor: anna\ndate: 2026-03-01\nlocation: Town\n---\nText.\n".to_owned()
        }
        "faq/" => "---\ntitle: A\nabout: fear\nrelated: [faq/n0, faq/n1]\n---\nText.\n".to_owned(),
        _ => format!("---\n{}---\nText.\n", needed(folder)),
    };
    (0..count).map(move |at| (format!("content/{folder}n{at}.md"), text(at)))
}

/// The fields that a text of the folder's kind must have.
fn needed(folder: &str) -> String {
    let of_folder = |kind: &&Kind| kind.folder() == format!("content/{folder}");
    let kind = Kind::ALL.iter().find(of_folder).expect("it is the folder of a kind");
    let fields = kind.fields().iter().filter(|field| field.required);
    fields.map(|field| format!("{}: {}\n", field.name, field.example)).collect()
}

/// The processor's time that a build of these texts takes, in milliseconds.
fn time_of(texts: impl Iterator<Item = (String, String)>) -> u64 {
    let (code, time) = time_with("build --quiet", texts);
    assert_eq!(code, "0", "the texts cannot be built");
    time
}

/// How a command ends with these files, and the processor's time that it takes, in milliseconds.
fn time_with(command: &str, texts: impl Iterator<Item = (String, String)>) -> (String, u64) {
    let site = Site::new();
    texts.for_each(|(path, text)| site.write(&path, text));
    let script = format!("\"$0\" {command} --today 2026-11-21 >/dev/null 2>&1; echo $?; times");
    let program = site.build_command();
    let mut shell = Command::new("bash");
    shell.args(["-c", &script]).arg(program.get_program()).current_dir(site.root());
    shell.env("XDG_STATE_HOME", site.above().join("state")).env("LC_ALL", "C");
    let said = String::from_utf8(shell.output().expect("bash runs").stdout).expect("numbers");
    let lines: Vec<&str> = said.lines().collect();
    // The last line is of the children: their own time, and the system's for them.
    let own = lines[2].split_once(' ').expect("two times").0;
    let (minutes, seconds) = own.trim_end_matches('s').split_once('m').expect("minutes");
    let (seconds, thousandths) = seconds.split_once('.').expect("thousandths");
    let number = |digits: &str| digits.parse::<u64>().expect("a number");
    let time = (number(minutes) * 60 + number(seconds)) * 1000 + number(thousandths);
    (lines[0].to_owned(), time)
}

#[test]
fn time_grows_with_the_texts_of_any_kind_and_not_faster() {
    for kind in Kind::ALL {
        let folder = kind.folder().strip_prefix("content/").expect("it is a folder of the content");
        let wrong = growth(|count| time_of(crowd_of(folder, count)), 1000);
        assert!(wrong.is_empty(), "content/{folder}, four times as many: {wrong:?}");
    }
}

#[test]
fn time_grows_with_the_fields_of_one_text_and_not_faster() {
    for (what, line, ending) in [
        ("fields of another tool", "tags: x\n", "\n"),
        ("fields of another tool beside its own", "tags: x\nkeywords: y\n", "\n"),
        ("signs of a comment in one line", "# ", "\n"),
        ("signs in one comment behind a value", "#a ", "\n"),
        ("values that a # leaves out", "team: #b\n", "\n"),
        ("values with a # in one list", "- #b\n", "\n"),
        ("values with a # between quotes", "\"#\",", "]\n"),
        ("groups that begin at the edge", "people:\nid: a\n", "\n"),
    ] {
        let time = |count: usize| {
            let begin = match line.get(..1) {
                Some("-") => "keywords:\n",
                Some("\"") => "keywords: [",
                _ => "order: 1 ",
            };
            let begin = if line.ends_with(":\n") || line.contains(": ") { "" } else { begin };
            let text = format!("---\ntitle: A\n{begin}{}{ending}---\nText.\n", line.repeat(count));
            time_with("check --quiet", std::iter::once(("content/a.md".to_owned(), text))).1
        };
        let grows = || {
            let (none, few, many) = (time(0), time(8_000), time(32_000));
            let (few, many) = (few.saturating_sub(none).max(50), many.saturating_sub(none));
            (many > 7 * few).then(|| format!("{few} ms became {many} ms"))
        };
        let wrong: Vec<String> = (0..3).map_while(|_| grows()).collect();
        assert!(wrong.len() < 3, "{what}, four times as many: {wrong:?}");
    }
}

/// A text in which the first words of many withheld names stand again and again.
fn almost_names(unit: &str, count: usize) -> impl Iterator<Item = (String, String)> {
    let person = |at: usize| {
        let name = format!(
            "---\nname: Mette Mette Mette M{at}\nstatus: withdrawn\ncontact: {{phone: \"+45 20 30 {at:04}\", \
                            mail: mette.m{at}@h.example}}\n---\n"
        );
        (format!("content/people/m{at}.md"), name)
    };
    // Where HTML may stand in Markdown.
    let begin = if unit.starts_with('<') { "```\nMette" } else { "" };
    let page = format!("---\ntitle: Names\n---\n{begin}{}\n", unit.repeat(count));
    (0..200).map(person).chain([("content/names.md".to_owned(), page)])
}

#[test]
fn withheld_names_are_looked_for_once_in_a_text() {
    for unit in [
        "Mette ",
        "Mette\u{200B}",
        "**Mette**\n",
        "Mette &amp; ",
        "M\u{301}ette&nbsp;",
        "20 30 ",
        "+45",
        "20\u{200B}",
        "mette.",
        "mette@",
        "%6D",
        "Mette, ",
        "<b></b>",
        "<wbr>",
        "mette&#64;",
        "mette [at] ",
        "mette<!-- x -->",
        "me&shy;tte",
        "[at][dot]",
        "20&shy;30",
        "`&lt;",
        "ghp_",
        "a@gmail.com",
        "cpr 1",
    ] {
        let wrong = growth(|count| time_of(almost_names(unit, count)), 5000);
        assert!(wrong.is_empty(), "{unit}, four times as often: {wrong:?}");
    }
}

/// A story in which a unit stands again and again in one line, and somebody who is not to be shown.
fn story_of(begin: &str, unit: &str, end: &str, count: usize) -> Vec<(String, String)> {
    let person = "---\nname: Ø Brandt\nconsent: {photo: no, name: yes}\n---\n".to_owned();
    let words = unit.repeat(count);
    let head = "---\ntitle: A\nauthor: brandt\ndate: 2026-03-01\n---\n";
    vec![
        ("content/people/brandt.md".to_owned(), person),
        ("content/stories/2026/a.md".to_owned(), format!("{head}{begin}{words}{end}\n")),
    ]
}

#[test]
fn time_grows_with_what_is_told_of_one_line_and_not_faster() {
    for (begin, unit, end) in [
        ("", "150358-7123 ", ""),
        ("", "+45 22 33 44 55 and ", ""),
        ("", "\u{202A}a", ""),
        ("![x", " ø B", "](a.png)"),
    ] {
        let of = |count| story_of(begin, unit, end, count).into_iter();
        let wrong = growth(|count| time_with("check --quiet", of(count)).1, 2500);
        assert!(wrong.is_empty(), "{unit}, four times as often: {wrong:?}");
    }
}

#[test]
fn time_grows_with_what_was_sent_and_not_faster() {
    for unit in [
        "<img src=\"a\">",
        "![",
        "![a](b)",
        "```a\n",
        "~~~\n",
        "- [ ] a\n",
        "<img ",
        "](",
        "## a\n",
    ] {
        let sent = |count: usize| {
            let text =
                format!("### What happened?\n\n{}\n\n### Your name\n\nBo\n", unit.repeat(count));
            [("i.md".to_owned(), text)].into_iter()
        };
        let command = "new story Told --author 'Rosa Holm' --from i.md";
        let wrong = growth(|count| time_with(command, sent(count)).1, 2500);
        assert!(wrong.is_empty(), "{unit}, four times as often: {wrong:?}");
    }
}

/// A page of so many headings, and links to places that it does not have.
fn lost_places(
    link: &str,
    headings: usize,
    links: usize,
) -> impl Iterator<Item = (String, String)> {
    let words = |at: usize| format!("{}{}", ["lifting", "hauling", "lashing"][at % 3], at / 3);
    let text = "Some words below this heading. ".repeat(5);
    let headings: String =
        (0..headings).map(|at| format!("## {}\n\n{text}\n\n", words(at))).collect();
    let links: String = (0..links)
        .map(|at| format!("{}\n", link.replace("NAME", &format!("{}q", words(at)))))
        .collect();
    let from = format!("---\ntitle: Links\n---\n{links}\n");
    let here = format!("---\ntitle: Here\n---\n{headings}\n");
    [("content/from.md".to_owned(), from), ("content/here.md".to_owned(), here)].into_iter()
}

#[test]
fn places_that_are_not_there_are_looked_for_once_in_a_text() {
    for link in ["[a](here.md#NAME)", "[a](here.md#user-content-NAME)", "[a](here.md#NAME--x)"] {
        let time = |headings| time_with("check --quiet", lost_places(link, headings, 4000)).1;
        let grows = || {
            let (few, many) = (time(1).max(100), time(500));
            (many > 4 * few).then(|| format!("{few} ms became {many} ms"))
        };
        let wrong: Vec<String> = (0..3).map_while(|_| grows()).collect();
        assert!(wrong.len() < 3, "{link}, to a page of many headings: {wrong:?}");
    }
}

/// What was wrong whenever four times `few` took more than six times as long. Others may want the
/// machine meanwhile: nothing is wrong if it was right once in three times.
fn growth(time: impl Fn(usize) -> u64, few: usize) -> Vec<String> {
    let grows = || {
        let (none, few, many) = (time(0), time(few), time(4 * few));
        let (few, many) = (few.saturating_sub(none).max(50), many.saturating_sub(none));
        (many > 6 * few).then(|| format!("{few} ms became {many} ms"))
    };
    let wrong: Vec<String> = (0..3).map_while(|_| grows()).collect();
    if wrong.len() < 3 { vec![] } else { wrong }
}
