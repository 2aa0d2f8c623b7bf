//! The texts of the example as its readers see them, without asking the program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The languages of the example; its own first.
pub(crate) const LANGUAGES: [&str; 3] = ["en", "da", "nl"];
/// The day of the example.
pub(crate) const TODAY: &str = "2026-11-21";

/// A text of the example.
pub(crate) struct Text {
    /// Its path in `content/` without ending and language.
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) is_translation: bool,
    /// The lines of its front matter.
    pub(crate) front: String,
    pub(crate) body: String,
}

impl Text {
    fn new(path: &str, text: &str) -> Text {
        let stem = path.trim_end_matches(".md");
        let other = LANGUAGES[1..].iter().find(|it| stem.ends_with(&format!(".{it}")));
        let name = other.map_or(stem, |it| stem.trim_end_matches(&format!(".{it}"))).to_owned();
        let (front, body) = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"))
            .unwrap_or_else(|| panic!("{path} has no front matter"));
        let (front, body) = (front.to_owned(), body.to_owned());
        let mut text =
            Text { name, language: String::new(), is_translation: other.is_some(), front, body };
        let own = text.field("lang").unwrap_or_else(|| "en".to_owned());
        text.language = other.map_or(own, |it| (*it).to_owned());
        text
    }

    /// The value of a field of one line, without quotes.
    pub(crate) fn field(&self, key: &str) -> Option<String> {
        let line = self.front.lines().find_map(|line| line.strip_prefix(&format!("{key}: ")))?;
        Some(line.trim().trim_matches('"').to_owned())
    }

    /// The entries of a list that is written a line each.
    pub(crate) fn entries(&self, key: &str) -> Vec<&str> {
        let lines = self.front.lines().skip_while(|line| *line != format!("{key}:")).skip(1);
        lines.map_while(|line| line.strip_prefix("  - ")).collect()
    }

    /// Front matter and text.
    pub(crate) fn whole(&self) -> String {
        format!("{}\n{}", self.front, self.body)
    }

    pub(crate) fn place(&self) -> String {
        let other = if self.is_translation { format!(".{}", self.language) } else { String::new() };
        format!("content/{}{other}.md", self.name)
    }

    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.name.starts_with(&format!("{folder}/"))
    }
}

/// All texts of the example, except the page that the program makes.
pub(crate) static TEXTS: LazyLock<Vec<Text>> = LazyLock::new(|| {
    let mut found = vec![];
    walk(&root().join("content"), "", &mut found);
    found.retain(|(path, _)| path != "writing-front-matter.md");
    found.iter().map(|(path, text)| Text::new(path, text)).collect()
});

/// The data of the programme, and of the site.
pub(crate) static PROGRAMME: LazyLock<toml::Table> =
    LazyLock::new(|| table("content/programme.toml"));
pub(crate) static SITE: LazyLock<toml::Table> = LazyLock::new(|| table("site.toml"));

pub(crate) fn text(name: &str) -> &'static Text {
    let found = TEXTS.iter().find(|it| it.name == name && !it.is_translation);
    found.unwrap_or_else(|| panic!("the example has no {name}"))
}

/// The originals in a folder.
pub(crate) fn originals(folder: &str) -> impl Iterator<Item = &'static Text> {
    TEXTS.iter().filter(move |text| text.is_in(folder) && !text.is_translation)
}

/// The text in every language that has it.
pub(crate) fn in_all_languages(name: &str) -> impl Iterator<Item = &'static Text> {
    TEXTS.iter().filter(move |text| text.name == name)
}

pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|it| panic!("{path}: {it}"))
}

/// The texts of the interface by key, with their forms on the lines below.
pub(crate) fn interface(language: &str) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut last = String::new();
    for line in read(&format!("themes/default/texts/{language}.ftl")).lines() {
        if let Some((key, words)) = line.split_once(" = ").filter(|_| !line.starts_with([' ', '#']))
        {
            last = key.to_owned();
            texts.insert(last.clone(), words.to_owned());
        } else if let (true, Some(words)) = (line.starts_with(' '), texts.get_mut(&last)) {
            words.push('\n');
            words.push_str(line);
        }
    }
    texts
}

fn table(path: &str) -> toml::Table {
    read(path).parse().unwrap_or_else(|it| panic!("{path}: {it}"))
}

pub(crate) fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).expect("Cargo runs the tests")
}

fn walk(folder: &Path, below: &str, found: &mut Vec<(String, String)>) {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut entries: Vec<_> = entries.map(|it| it.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().and_then(|it| it.to_str()).expect("a plain name");
        if path.is_dir() {
            walk(&path, &format!("{below}{name}/"), found);
        } else if name.ends_with(".md") {
            let text = std::fs::read_to_string(&path).expect("a text");
            found.push((format!("{below}{name}"), text));
        }
    }
}
