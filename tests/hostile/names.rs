//! Names of files and folders that hold what no name should: they are told in words that do nothing
//! to a terminal, and nothing else of the site suffers.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::program::Site;

/// Told as names that no address can hold.
const UNFIT: &[&[u8]] = &[
    b"latin\xE9.md",
    b"f\xFF\xFE/x.md",
    b"esc\x1B[31mred\x1B[0m.md",
    b"clear\x1B[2J/x.md",
    b"title\x1B]0;x\x07.docx",
    b"new\nline.md",
    b"tab\tx.md",
    b"cr\rover.md",
    b"back\\slash.md",
    b"stories/\x1B[31m.md",
    b"people/\x1B[31m.md",
    b"photo\x1B[31m.jpg",
    "bidi\u{202E}gpj.md".as_bytes(),
    "c1\u{9B}31m.md".as_bytes(),
    "zero\u{200B}width.md".as_bytes(),
    "soft\u{AD}hyphen.md".as_bytes(),
    "tag\u{E0041}.md".as_bytes(),
    "line\u{2028}x.md".as_bytes(),
];

/// Told with another name to choose.
const BESIDE: &[(&str, &str)] = &[
    ("x .md ", "Rename it to x .md, without"),
    ("dot.md.", "Rename it to dot.md, without"),
    (".hidden.md", "Rename it to hidden.md"),
    ("...md", "Rename it to page.md"),
    ("nfd-a\u{30A}.md", "differently stored letters"),
];

const FINE: &[&str] = &[
    "CON.md",
    "aux.md",
    "nfd-\u{E5}.md",
    "emoji😀.md",
    "heart❤\u{FE0F}.md",
    "50%.md",
    "#hash.md",
    "-rf.md",
    "--help.md",
    " lead.md",
    "space .md",
    "trail /x.md",
    "a..md",
];

fn site() -> Site {
    let site = Site::new();
    let text = "---\ntitle: A page\n---\nText.\n";
    let place = site.at("content");
    let write = |name: &[u8]| {
        let path = place.join(OsStr::from_bytes(name));
        fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
        fs::write(&path, text).expect("the disk takes every name");
    };
    UNFIT.iter().for_each(|name| write(name));
    BESIDE.iter().for_each(|(name, _)| write(name.as_bytes()));
    FINE.iter().for_each(|name| write(name.as_bytes()));
    write("l".repeat(250).as_bytes());
    write(format!("{}.md", "å".repeat(120)).as_bytes());
    for (name, to) in [("loop", "."), ("loop2", "loop2"), ("loop3.md", "loop3.md")] {
        symlink(to, place.join(name)).expect("a link");
    }
    symlink("\u{1B}[31mx", place.join("broken.md")).expect("a link");
    symlink("/etc/passwd", place.join("passwd.md")).expect("a link");
    site
}

#[track_caller]
fn assert_harmless(said: &str, what: &str) {
    let is_harm = |c: &char| {
        c.is_control() && *c != '\n'
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let found: Vec<char> = said.chars().filter(is_harm).collect();
    assert!(found.is_empty(), "{what}: {found:?} in {said:?}");
}

#[test]
fn no_name_of_a_file_does_harm_to_a_terminal() {
    let site = site();
    let file = "content/esc\u{1B}[31mred\u{1B}[0m.md";
    for arguments in [
        &["check"][..],
        &["check", "--format=json"],
        &["build"],
        &["build", "--out=x\u{1B}[31m"],
        &["explain", file],
        &["explain", "\u{202E}"],
        &["check", "--audience=\u{202E}"],
        &["consent"],
    ] {
        assert_harmless(&site.run(arguments).said, &arguments.join(" "));
    }
    assert_harmless(&site.run_plain(&["init", "\u{1B}[31m/x"]).said, "init");
    let other = Site::new();
    let built = other.run(&["build", "--out=x\u{1B}[31m"]);
    assert!(built.said.contains(" written, "), "{}", built.said);
    assert_harmless(&built.said, "a folder to publish to");
}

/// Names that the log of a workflow would obey, or from which a forge's page would make something else.
const FORGED: &[&str] = &[
    "::error::x.md",
    "::stop-commands::x/y.md",
    "a%0A::add-mask::b.md",
    "a%250D%250A::error::b.md",
    "##[error]c.md",
    "##[group]d,line=1,title=e::f.md",
    "stories/::set-output name=g::.md",
    "<img src=x onerror=y>.md",
    "] [x](y) @team #1 `z`.md",
];

const FORMATS: &[&str] = &["human", "short", "json", "github", "gitlab", "sarif", "markdown"];

/// Also where fields, links and titles say the same as the names, with every format of the report.
#[test]
fn no_name_forges_a_command_in_a_log_or_turns_a_line_round() {
    let site = site();
    for name in FORGED {
        let text = format!(
            "---\ntitle: \"{name}\"\n\"{name}\": 1\n::error::x: \"\\e[31m\\u202e\"\n---\n\
             ::error::text [x]({name}no.md) ##[error]\u{1b}[2J\u{202e}\n"
        );
        site.write(&format!("content/{name}"), text);
    }
    for format in FORMATS {
        let said = site.run(&["check", &format!("--format={format}")]).said;
        assert!(
            FORGED.iter().any(|name| said.contains(&name[2..7])),
            "{format} tells them: {said}"
        );
        assert_harmless(&said, format);
        assert!(!said.contains("##["), "{format}: {said}");
        for line in said.lines().filter(|line| line.trim_start().starts_with("::")) {
            let own = ["::error file=", "::warning file=", "::notice file="];
            let is_own = *format == "github" && own.iter().any(|begin| line.starts_with(begin));
            let fields = line[2..].split("::").next().unwrap_or_default();
            // Of the names of its fields, none comes from a file.
            assert!(is_own && fields.matches(",title=").count() == 1, "{format}: {line}");
            assert!(fields.matches(",line=").count() < 2, "{format}: {line}");
        }
    }
}

#[test]
fn each_name_is_told_or_read() {
    let site = site();
    let said = site.run(&["check", "--format=json"]).said;
    let bad = said.matches("\"bad-name\"").count();
    assert_eq!(bad, UNFIT.len(), "{said}");
    for (name, hint) in BESIDE {
        assert!(said.contains(hint), "{name:?}: {said}");
    }
    for name in FINE {
        let path = Path::new("content").join(name);
        let shown = path.to_str().expect("a name of letters");
        let told = said.lines().filter(|line| line.contains(&format!("\"{shown}\"")));
        let is_bad = told.clone().any(|line| line.contains("bad-name") || line.contains("unread"));
        assert!(!is_bad, "{name}: {said}");
    }
}
