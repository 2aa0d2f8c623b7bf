//! The report of a handbook in which nearly everything is wrong: short enough to be read, and every
//! mistake can still be found.

use std::collections::BTreeSet;

use super::program::Site;

/// Two hundred files with mistakes of many kinds. In most of them, the message or the remedy names
/// something that no other file has.
fn broken_handbook() -> (Site, BTreeSet<String>) {
    let site = Site::new();
    let mut paths = BTreeSet::new();
    for n in 0..200 {
        let name = format!("n{n:03}");
        let story = |fields: &str, body: &str| {
            let text = format!("---\ntitle: {name}\ndate: 2026-03-01\n{fields}---\n{body}\n");
            (format!("content/stories/{name}.md"), text)
        };
        let page = |fields: &str, body: &str| {
            (format!("content/{name}.md"), format!("---\ntitle: {name}\n{fields}---\n{body}\n"))
        };
        let ana = "author: anna\n";
        let (path, text) = match n % 20 {
            0 => story(&format!("author: someone-{n}\n"), "Text."),
            1 => story(&format!("{ana}theme: theme-{n}\n"), "Text."),
            2 => story(&format!("{ana}mood{n}: good\n"), "Text."),
            3 => story(ana, &format!("![A pump](pump-{n}.jpg)")),
            4 => page("", &format!("[Read](other-{n}.md)")),
            5 => page("", &format!("[Read](../people/ann{n}.md)")),
            6 => page(&format!("reviewed: {n}/{n}/2026\n"), "Text."),
            7 => page(&format!("status: ready{n}\n"), "Text."),
            8 => page(&format!("order: many{n}\n"), "Text."),
            9 => page(&format!("aliases: [\"a b{n}/../..\"]\n"), "Text."),
            10 => story("", &format!("Nobody {n} wrote it.")),
            11 => page(&format!("summary: Pump #{n} is open\n"), "Text."),
            12 => page(&format!("summary: a: b{n}\n"), "Text."),
            13 => page("", &format!("<div class=x{n}>Text</div><script>{n}</script>")),
            14 => page(&format!("owner: bo{n}\n"), "Text."),
            15 => (
                format!("content/faq/{name}.md"),
                format!("---\ntitle: {name}\nabout: f{n}\n---\n"),
            ),
            16 => page("", &format!("[Jump](#place-{n})")),
            17 => (format!("content/{name}.xx.md"), format!("Only words {n}.")),
            18 => page(&format!("titel{n}: A\nsumary: B\n"), "Text."),
            _ => page("", &format!("{{% figure{n} %}} [{n}]: x")),
        };
        site.write(&path, text);
        paths.insert(path);
    }
    (site, paths)
}

#[test]
fn two_hundred_broken_files_have_a_report_that_one_can_read() {
    let (site, paths) = broken_handbook();
    let human = site.run(&["check"]).said;
    let lines = human.lines().count();
    assert!(lines < 260, "{lines} lines:\n{human}");
    // Each kind is shown with its line and its remedy at least once.
    let json = site.run(&["check", "--format", "json"]).said;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let all = json["diagnostics"].as_array().expect("a list");
    let text = |one: &serde_json::Value, key: &str| one[key].as_str().expect("words").to_owned();
    let codes: BTreeSet<String> = all.iter().map(|one| text(one, "code")).collect();
    assert!(codes.len() >= 12 && all.len() >= 180, "{} of {codes:?}", all.len());
    for code in &codes {
        assert!(human.contains(&format!("[{code}]: ")), "{code} is not shown:\n{human}");
    }
    assert!(human.contains("storywall check --format json lists all of them"), "{human}");
    let files: BTreeSet<String> = all.iter().map(|one| text(one, "file")).collect();
    let missing: Vec<&String> = paths.difference(&files).collect();
    assert!(missing.len() < 12, "nothing is wrong with {missing:?}");
    // What is only counted makes up the sum.
    let errors = json["summary"]["errors"].as_u64().expect("a number");
    assert!(human.contains(&format!("{errors} errors")), "{human}");
}
