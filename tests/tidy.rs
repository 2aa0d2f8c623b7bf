//! The house is in order: who may import whom, who may touch the outside, what is named exists.
#![expect(clippy::disallowed_methods, reason = "it reads the tree that it judges")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A room may import only itself and what stands before it.
const ROOMS: &str = "base report data config language chart look picture document submission site \
                     speaking evaluation due coach check views workspace preview io cli";
const OUTSIDE: &str = "std::fs std::net std::env Instant::now SystemTime::now Zoned::now";
const MADE: &str = "target node_modules .git public corpus artifacts";

#[test]
fn files_of_the_source_keep_their_place() {
    let rooms: Vec<&str> = ROOMS.split_whitespace().collect();
    let mut wrong = vec![];
    for (path, text) in files("src", ".rs") {
        let mut say = |what: String| wrong.push(format!("{path} {what}"));
        if !text.starts_with("//!") {
            say("does not open with //!".to_owned());
        }
        // A table is looked up row by row, and each new code is a row.
        let is_table = path == "src/base/codes/table.rs";
        if text.lines().count() > 400 && !is_table {
            say(format!("has {} lines: 400 is the limit", text.lines().count()));
        }
        let name = path[4..].split(['/', '.']).next().unwrap_or_default();
        if matches!(name, "lib" | "main") {
            continue;
        }
        let Some(own) = rooms.iter().position(|room| *room == name) else {
            say("is in no room of the order".to_owned());
            continue;
        };
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let imports = |room: &&&str| {
                line.contains(&format!("crate::{room}"))
                    || line.contains("crate::{") && words(line).any(|word| word == **room)
            };
            rooms[own + 1..].iter().filter(imports).for_each(|room| say(format!("imports {room}")));
            let outer = matches!(name, "io" | "cli") || path.contains("/tests");
            let touches = |word: &&str| !outer && line.contains(*word);
            OUTSIDE.split(' ').filter(touches).for_each(|word| say(format!("uses {word}")));
        }
    }
    none(&wrong);
}

/// A file may name the files below it, and they may name it; files side by side form no circle.
#[test]
fn files_of_a_room_import_each_other_one_way() {
    let texts = files("src", ".rs");
    let names: BTreeMap<Vec<String>, String> =
        texts.iter().map(|(path, text)| (name(path), code(text))).collect();
    let mut imports: BTreeMap<&[String], BTreeSet<&[String]>> = BTreeMap::new();
    for (own, text) in &names {
        let found = paths(text).into_iter().filter_map(|path| {
            let above = path.iter().take_while(|part| *part == "super").count();
            let start = match path.first().map(String::as_str)? {
                "crate" => vec![],
                "super" => own[..own.len().checked_sub(above)?].to_vec(),
                _ => return None,
            };
            let whole = [start, path[above.max(1)..].to_vec()].concat();
            (1..=whole.len()).rev().find_map(|end| names.get_key_value(&whole[..end]))
        });
        let beside = |other: &&Vec<String>| {
            other[0] == own[0] && !other.starts_with(own) && !own.starts_with(other)
        };
        let found = found.map(|(name, _)| name).filter(beside).map(Vec::as_slice);
        imports.insert(own, found.collect());
    }
    // What imports nothing that is left, or that nothing left imports, is no part of a circle.
    let is_free = |own: &&[String], left: &BTreeMap<&[String], BTreeSet<&[String]>>| {
        !left[own].iter().any(|other| left.contains_key(other))
            || !left.values().any(|others| others.contains(own))
    };
    while let Some(free) = imports.keys().copied().find(|own| is_free(own, &imports)) {
        imports.remove(free);
    }
    let wrong = imports.iter().map(|(own, others)| {
        let others = others.iter().filter(|other| imports.contains_key(*other));
        format!(
            "{} imports {}",
            own.join("::"),
            others.map(|it| it.join("::")).collect::<Vec<_>>().join(", ")
        )
    });
    none(&wrong.collect::<Vec<_>>());
}

/// The module of a file: `src/site/mod.rs` is `site`.
fn name(path: &str) -> Vec<String> {
    let parts = path["src/".len()..].trim_end_matches(".rs").trim_end_matches("/mod");
    parts.split('/').map(str::to_owned).collect()
}

/// What is not for tests, without remarks.
fn code(text: &str) -> String {
    let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    own.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The paths that begin with `super` or `crate`; a group stands for all that is in it.
fn paths(code: &str) -> Vec<Vec<String>> {
    let begins =
        |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || "_$:".contains(c));
    let starts = ["super::", "crate::"].into_iter().flat_map(|it| code.match_indices(it));
    let mut paths = vec![];
    for (at, _) in starts.filter(|(at, _)| begins(*at)) {
        let mut groups = vec![vec![]];
        let mut path: Vec<String> = vec![];
        let rest = &code[at..];
        let mut from = 0;
        for (end, c) in rest.char_indices().filter(|(_, c)| !c.is_alphanumeric() && *c != '_') {
            if end > from {
                path.push(rest[from..end].to_owned());
            }
            from = end + c.len_utf8();
            match c {
                ':' => {}
                '{' if rest[..end].ends_with("::") => groups.push(path.clone()),
                ',' | '}' | ' ' | '\n' if groups.len() > 1 => {
                    paths.push(std::mem::replace(&mut path, groups[groups.len() - 1].clone()));
                    if c == '}' {
                        groups.pop();
                        path = groups[groups.len() - 1].clone();
                    }
                }
                _ => break,
            }
            if groups.len() == 1 && c == '}' {
                break;
            }
        }
        paths.push(path);
    }
    paths
}

/// A match over kinds or their fields names them all, so that a new one does not slip through; where
/// only one of them is meant, `if let` says so.
#[test]
fn matches_over_kinds_have_no_wildcard_arm() {
    let mut wrong = vec![];
    for (path, text) in files("src", ".rs") {
        let code = code(&text);
        let lines: Vec<&str> = code.lines().collect();
        let depth = |line: &str| line.len() - line.trim_start().len();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| names_a_kind(line)) {
            // Arms of one match stand equally deep; its end stands less deep.
            let own = depth(line);
            let arms = lines[at..].iter().take_while(|it| it.is_empty() || depth(it) >= own);
            let arms = arms.filter(|it| depth(it) == own).map(|it| it.trim_start());
            let rest = arms.filter_map(|arm| arm.split_once(" =>")).map(|(pattern, _)| pattern);
            let is_name = |pattern: &&str| pattern.chars().all(|c| c.is_lowercase() || c == '_');
            wrong.extend(rest.filter(is_name).map(|pattern| {
                format!("{path}: an arm “{pattern} =>” stands below “{}”", line.trim())
            }));
        }
    }
    none(&wrong);
}

/// Whether an arm begins here that matches a kind of content or its fields.
fn names_a_kind(line: &str) -> bool {
    let arm = line.trim_start().trim_start_matches("| ");
    let arm = arm.trim_start_matches(['&', '(']).trim_start_matches("Some(");
    let arm = arm.trim_start_matches("Subject::Kind(");
    let kinds = storywall::document::Kind::ALL.iter().map(|kind| format!("{kind:?}"));
    let mut names = kinds.chain(["Translation".to_owned()]);
    names.any(|name| {
        ["Kind::", "Meta::"].iter().any(|of| {
            let rest = arm.strip_prefix(of).and_then(|rest| rest.strip_prefix(name.as_str()));
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == ':'))
        })
    })
}

#[test]
fn the_architecture_names_what_exists() {
    let text = files("", "ARCHITECTURE.md").pop().expect("ARCHITECTURE.md is there").1;
    let there = |path: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists();
    let mut wrong: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && !"/._-".contains(c))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| {
            word.split_once('/').is_some_and(|(first, _)| !first.is_empty() && there(first))
        })
        .filter(|path| !there(path) && !path.split(['/', '.']).any(stands_for_names))
        .map(|path| format!("{path} is named and is not there"))
        .collect();
    for (path, _) in
        files("src", "/mod.rs").iter().filter(|(path, _)| path.matches('/').count() < 3)
    {
        let folder = path[4..].trim_end_matches("mod.rs");
        if !text.contains(folder) {
            wrong.push(format!("src/{folder} is not named"));
        }
    }
    none(&wrong);
}

#[test]
fn every_text_and_every_class_of_the_look_is_used() {
    let mut using = files("themes/default/templates", ".html");
    using.extend(files("themes/default/scripts", ".js"));
    using.extend(files("src", ".rs"));
    let code = using.iter().filter(|(path, _)| !path.contains("/tests"));
    let code = code.flat_map(|(_, text)| text.split("#[cfg(test)]\nmod tests {").next());
    let code = code.flat_map(str::lines);
    let using: String = code
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let named: BTreeSet<&str> = using.split(|c: char| !is_named(c)).collect();
    let lower = using.to_lowercase();
    let named: BTreeSet<&str> = named.into_iter().chain(words(&lower)).collect();
    // `form-{{ form }}` and `"form-" ~ form` name all that begins so and ends with a known word.
    let made = |name: &str| {
        name.match_indices(|c: char| c == '-' || c.is_ascii_digit()).any(|(at, found)| {
            let (begin, end) = name.split_at(if found == "-" { at + 1 } else { at });
            let is_known = named.contains(end) || begin == "language-" || end.parse::<u8>().is_ok();
            let asks = ["{", "\" ~"].iter().any(|it| using.contains(&format!("{begin}{it}")));
            is_known && asks
        })
    };
    let mut wrong = vec![];
    for (path, text) in files("themes/default/texts", ".ftl") {
        let keys = text.lines().filter_map(|line| Some(line.split_once(" =")?.0));
        let unused = keys.filter(|key| !using.contains(&format!("\"{key}\"")) && !made(key));
        wrong.extend(unused.map(|key| format!("{path} has “{key}”, which nothing asks for")));
    }
    for (path, text) in files("themes/default/styles", ".css") {
        let plain = text.split("*/").filter_map(|part| part.split("/*").next());
        let plain: String = plain.collect();
        let selectors = plain.split('{').filter_map(|part| part.rsplit(['}', ';']).next());
        let classes = selectors.flat_map(|it| it.split('.').skip(1));
        let classes = classes.filter_map(|it| it.split(|c: char| !is_named(c)).next());
        let begins = |class: &&str| class.starts_with(|c: char| c.is_ascii_alphabetic());
        let unused = classes.filter(begins).filter(|class| !named.contains(class) && !made(class));
        wrong.extend(unused.map(|class| format!("{path} styles “.{class}”, which nothing bears")));
    }
    none(&wrong);
}

/// Colours and widths stand among the tokens of the look, and a line holds one declaration.
#[test]
fn styles_are_written_to_be_read() {
    const TOKENS: &str = "themes/default/styles/10-tokens.css";
    let styles = files("themes/default/styles", ".css");
    let tokens = styles.iter().find(|(path, _)| path == TOKENS).map_or("", |(_, text)| text);
    let widths = tokens.split("*/").next().unwrap_or_default();
    let mut wrong = vec![];
    for (path, text) in &styles {
        for line in text.lines() {
            let mut say = |what: &str| wrong.push(format!("{path}: {what}: {}", line.trim()));
            if line.matches(';').count() > 1 && !line.contains("/*") {
                say("two declarations in a line");
            }
            let has_colour = line.contains(": #") || line.contains("(#");
            // Ink and paper of a printer are no tokens.
            if has_colour && path != TOKENS && !line.contains("#000") && !line.contains("#fff") {
                say("a colour that is no token");
            }
            // `47.99rem` is the other side of `48rem`.
            let asked = line.split("-width: ").skip(1).filter_map(|it| it.split("rem").next());
            let asked =
                asked.filter_map(|it| it.parse::<f64>().ok()).filter(|_| line.contains('@'));
            for width in asked.filter(|it| !widths.contains(&format!(" {}rem ", it.ceil()))) {
                say(&format!("{width}rem is not among the widths of {TOKENS}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_text_is_there_in_every_language() {
    let mut asking = files("themes/default/templates", ".html");
    asking.extend(files("src/views", ".rs"));
    asking.extend(files("src/preview", ".rs"));
    let mut wrong = vec![];
    for (texts, text) in files("themes/default/texts", ".ftl") {
        let keys: Vec<&str> = text.lines().filter_map(|it| Some(it.split_once(" =")?.0)).collect();
        for (path, asks) in &asking {
            let close = asks.split_whitespace().collect::<String>().replace("text_with(", "text(");
            // The preview's texts are known by how their keys begin, wherever one stands.
            let own = close.match_indices("\"preview-").map(|(at, _)| &close[at + 1..]);
            let asked = close.split("t(key=\"").skip(1).chain(close.split(".text(\"").skip(1));
            for part in asked.chain(own) {
                let (key, rest) = part.split_once('"').unwrap_or((part, ""));
                // `"state-" ~ state` asks for some text that begins so.
                let begins = rest.starts_with('~');
                if !keys.iter().any(|it| *it == key || begins && it.starts_with(key)) {
                    wrong.push(format!("{path} asks for “{key}”, which {texts} lacks"));
                }
            }
        }
    }
    none(&wrong);
}

#[test]
fn templates_say_nothing_themselves_and_no_file_says_where_it_was_made() {
    let mut wrong = vec![];
    for (path, mut text) in files("themes/default/templates", ".html") {
        // Files that stand alone, such as emails, bear their styles in themselves.
        let parts = [("{#", "#}"), ("<style>", "</style>"), ("{%", "%}"), ("{{", "}}"), ("<", ">")];
        for (open, close) in parts {
            // What stands before the first opening counts as after a closing.
            let parts = format!("{close}{text}");
            text = parts.split(open).filter_map(|part| Some(part.split_once(close)?.1)).collect();
        }
        let said = words(&text).filter(|word| word.len() > 2);
        wrong.extend(said.map(|word| format!("{path} says “{word}”")));
    }
    let places = ["/wo_rk/", "/ro_ot/", "issue_ #", "fixes_ #"].map(|it| it.replace('_', ""));
    for (path, text) in files("", "") {
        let said = places.iter().filter(|it| text.contains(*it));
        wrong.extend(said.map(|it| format!("{path} says “{it}”")));
    }
    none(&wrong);
}

/// The texts below a folder whose paths end so, with their paths; what tools made is left out.
fn files(below: &str, end: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    walkdir::WalkDir::new(root.join(below))
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| MADE.split(' ').all(|made| entry.file_name() != made))
        .filter_map(|entry| {
            let path = entry.ok()?.into_path();
            let name = path.strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
            (name.ends_with(end)).then_some(())?;
            Some((name, std::fs::read_to_string(path).ok()?))
        })
        .collect()
}

/// `themes/NAME/` stands for many.
fn stands_for_names(part: &str) -> bool {
    part.len() > 2 && part.chars().all(|c| c.is_ascii_uppercase())
}

/// Whether it may stand in the name of a text or a class.
fn is_named(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} things are out of order:\n  {}", wrong.len(), wrong.join("\n  "));
}
