//! Edits of `site.toml`, `content/programme.toml` and the files of looks.

use crate::chance::Chance;

/// Lines of `site.toml` that may come to stand there instead of others of their key.
const SITE: &[&str] = &[
    "title = \"Other\"",
    "title = { en = \"Harbour\", nl = \"Haven\" }",
    "description = \"Another\"",
    "base_url = \"https://other.example/\"",
    "base_url = \"nowhere\"",
    "default_language = \"da\"",
    "languages = [\"en\", \"da\", \"nl\"]",
    "languages = [\"en\"]",
    "languages = [\"da\", \"en\"]",
    "theme = \"own\"",
    "theme = \"none\"",
    "time_zone = \"Asia/Tokyo\"",
    "index = true",
    "edit_url = \"https://edit.example/{path}\"",
    "per_page = 2",
    "per_page = 0",
    "feed_length = 2",
    "colors = { ink = \"#cccccc\" }",
    "colors = { brnad = \"#123456\" }",
    "type = { serif = \"Georgia\" }",
    "space = { radius = \"0\" }",
    "pictures = { widths = [300, 900] }",
    "orphan-page = \"off\"",
    "broken-link = \"advice\"",
    "photo-without-alt = \"error\"",
    "unknown-person = \"off\"",
    "unknown-person = \"warning\"",
    "same-address = \"off\"",
    "tittel = \"x\"",
    "# A remark",
    "",
    "title = [",
];

const PROGRAMME: &[&str] = &[
    "sentence = \"Otherwise.\"",
    "page = \"tell-yours.md\"",
    "page = \"nowhere.md\"",
    "contact = \"bo\"",
    "contact = \"nobody\"",
    "text = { en = \"You may.\", da = \"Du må.\" }",
    "owner = \"mette-krogh\"",
    "owner = \"nobody\"",
    "id = \"people-find-us\"",
    "id = \"workshop\"",
    "id = \"story_helper\"",
    "id = \"harwich\"",
    "name = \"Renamed\"",
    "name = { da = \"Navn\" }",
    "person = \"bo\"",
    "person = \"nobody\"",
    "since = 2027-01-01",
    "until = 2026-11-20",
    "until = 2026-11-21",
    "why = \"Because.\"",
    "# A remark",
    "",
    "[[teams]]\nid = \"deck\"\nname = \"Deck\"\n",
    "[[places]]\nid = \"rotterdam\"\nname = \"Rotterdam\"\n",
    "[purpose",
];

/// The table with one of its lines or blocks changed.
pub(crate) fn edited(path: &str, text: &str, chance: &mut Chance) -> String {
    let known = if path == "site.toml" { SITE } else { PROGRAMME };
    let new = chance.word(known);
    let key = new.split_once(" = ").map(|(key, _)| key.to_owned());
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let is_of_key = |line: &String| {
        key.as_ref().is_some_and(|key| {
            line.strip_prefix(key.as_str()).is_some_and(|rest| rest.starts_with(" ="))
        })
    };
    let places: Vec<usize> = (0..lines.len()).filter(|at| is_of_key(&lines[*at])).collect();
    match (chance.below(8), chance.one_of(&places).copied()) {
        (0, _) => {
            let mut blocks: Vec<&str> = text.split("\n\n").collect();
            let at = chance.below(blocks.len());
            match chance.once_in(2) {
                true => drop(blocks.remove(at)),
                false => blocks.swap(0, at),
            }
            return blocks.join("\n\n");
        }
        (1, Some(at)) => drop(lines.remove(at)),
        (_, Some(at)) => lines[at] = new,
        (_, None) if new.contains('-') && path == "site.toml" && !new.contains('{') => {
            lines.push(new);
        }
        (_, None) if new.starts_with('[') => lines.extend(new.lines().map(str::to_owned)),
        (_, None) => lines.insert(0, new),
    }
    lines.join("\n") + "\n"
}

/// What may stand in files of looks.
pub(crate) const LOOKS: &[(&str, &[&str])] = &[
    (
        "themes/default/styles/99-own.css",
        &[
            "h1 { color: red; }",
            "h1 { color: blue; }",
            "@import \"https://a.example/x.css\";",
            "h1 {",
        ],
    ),
    ("themes/own/styles/99-own.css", &["h2 { color: red; }", "h2 { background: url(no.png); }"]),
    (
        "themes/default/templates/not-found.html",
        &["<h1>{{ page.title }}</h1>", "{{ page.nope }}", "{{", "<h1>Gone</h1>"],
    ),
    ("themes/own/templates/not-found.html", &["<h1>Own</h1>"]),
    ("themes/default/templates/part-footer.html", &["<footer>Own</footer>", "{% if %}"]),
    ("themes/default/templates/part-pager.html", &["<nav>Own</nav>"]),
    (
        "themes/default/texts/en.ftl",
        &[
            "nav-stories = Tales\n",
            "nav-stories = { $x\n",
            "nav-stories = { nav-stories }\n",
            "nope = x\n",
        ],
    ),
    ("themes/default/texts/da.ftl", &["nav-stories = Sagn\n", "nav-people = Folk\n"]),
    ("themes/own/texts/en.ftl", &["nav-stories = Yarns\n"]),
    (
        "themes/default/theme.toml",
        &["[colors]\nink = \"#111111\"\n", "[colors]\nink = \"#f0f0f0\"\n", "[colors"],
    ),
    ("themes/default/scripts/site.js", &["let a = 1;", "let a = 2;"]),
    ("themes/default/icon.svg", &["<svg xmlns=\"http://www.w3.org/2000/svg\"/>"]),
];
