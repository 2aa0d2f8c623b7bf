//! What a company's own template of a kind of page leaves out that readers come for: the text, the
//! title, who tells it.

use std::collections::BTreeMap;

use super::engine::uses;
use super::{LookFiles, of_folder};
use crate::base::{Code, Diagnostic, Source, Span};

/// A value of a page, what it is to readers, and how a template shows it.
type Needed = (&'static str, &'static str, &'static str);

/// The templates of pages that show one text, what such a page is called, and what it needs.
const NEEDED: &[(&str, &str, &[Needed])] = &[
    (
        "story.html",
        "story",
        &[
            ("story.html", "its text", "{{ story.html | safe }}"),
            ("story.title", "its title", "<h1>{{ story.title }}</h1>"),
            (
                "story.people",
                "who tells it",
                "{% for face in story.people %}{{ <byline face={face} size=\"big\" /> }}{% endfor %}",
            ),
        ],
    ),
    (
        "page.html",
        "page of the handbook",
        &[
            ("doc.html", "its text", "{{ doc.html | safe }}"),
            ("doc.title", "its title", "<h1>{{ doc.title }}</h1>"),
        ],
    ),
    (
        "faq-entry.html",
        "question",
        &[
            ("question.html", "the answer", "{{ question.html | safe }}"),
            ("question.title", "the question", "<h1>{{ question.title }}</h1>"),
        ],
    ),
    (
        "person.html",
        "page of a colleague",
        &[
            ("person.name", "the name", "<h1>{{ person.name }}</h1>"),
            ("person.html", "what they say of themselves", "{{ person.html | safe }}"),
        ],
    ),
    (
        "theme.html",
        "theme",
        &[
            ("theme.title", "its title", "<h1>{{ theme.title }}</h1>"),
            ("theme.html", "its text", "{{ theme.html | safe }}"),
            ("cards", "its stories", "{{ <wall cards={cards} /> }}"),
        ],
    ),
    (
        "opportunity.html",
        "page of an event",
        &[
            ("opportunity.html", "its text", "{{ opportunity.html | safe }}"),
            ("opportunity.name", "its name", "<h1>{{ opportunity.name }}</h1>"),
        ],
    ),
    (
        "talk.html",
        "talk",
        &[
            ("talk.html", "its text", "{{ talk.html | safe }}"),
            ("talk.title", "its title", "<h1>{{ talk.title }}</h1>"),
        ],
    ),
    (
        "training.html",
        "training",
        &[
            ("training.html", "its text", "{{ training.html | safe }}"),
            ("training.title", "its title", "<h1>{{ training.title }}</h1>"),
        ],
    ),
    (
        "digest.html",
        "letter",
        &[
            ("html", "its introduction", "{{ html | safe }}"),
            ("page.title", "its title", "<h1>{{ page.title }}</h1>"),
        ],
    ),
    (
        "base.html",
        "page",
        &[
            ("page.title", "its name in the tab of the browser", "<title>{{ page.title }}</title>"),
            ("links", "colours, fonts and scripts", "{{ links | safe }}"),
            ("masthead", "the head of the site with its menu", "{{ masthead | safe }}"),
        ],
    ),
];

/// A warning for each template of `own` that shows no such value, neither itself nor by what it
/// uses. `files` are those of both looks.
pub(super) fn values(own: &LookFiles, files: &LookFiles) -> Vec<Diagnostic> {
    let templates = of_folder(files, "templates/");
    let mut told = vec![];
    for (name, page, needed) in NEEDED {
        let own = own.contains_key(&format!("templates/{name}"));
        let Some(source) = templates.get(*name).filter(|_| own) else { continue };
        for (value, lost, shown) in *needed {
            if is_shown(&templates, name, value) {
                continue;
            }
            let span = Span::file(source.path.clone());
            let message = format!("With this template, readers of a {page} do not see {lost}");
            let hint = format!("Write {shown} where it is to stand");
            told.push(Diagnostic::new(Code::LeftOutByTemplate, span, message).hint(hint));
        }
    }
    told
}

/// Whether this template, or one that it uses, names the value, or hands on all that it is part of.
fn is_shown(templates: &BTreeMap<String, Source>, name: &str, value: &str) -> bool {
    let whole = value.split('.').next().unwrap_or(value);
    let used = uses(templates, std::iter::once(name));
    used.into_iter().filter_map(|it| templates.get(it)).any(|source| {
        words_of_tags(&source.text).any(|tag| {
            names(tag, value)
                // `{% set s = story %}`, `<mine story={story} />`, `story["html"]`
                || value.contains('.') && names_whole(tag, whole)
        })
    })
}

/// What stands between `{{ }}` and `{% %}` and may be shown, without the names of templates.
fn words_of_tags(text: &str) -> impl Iterator<Item = &str> {
    let begins = text.match_indices("{{").chain(text.match_indices("{%"));
    begins.filter_map(move |(at, begin)| {
        let end = if begin == "{{" { "}}" } else { "%}" };
        let tag = &text[at + 2..];
        let tag = &tag[..tag.find(end)?];
        let command = tag.trim_start_matches(['-', ' ', '\n']);
        // A condition shows nothing, and neither does what asks for the styles of a text.
        let is_other = ["extends ", "include ", "if ", "elif "];
        let is_other = is_other.iter().any(|it| command.starts_with(it));
        let asks = ["<block_styles", "<wall_styles", "<code_script", "<page_styles"];
        (!is_other && !asks.iter().any(|it| tag.contains(it))).then_some(tag)
    })
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '-')
}

fn names(tag: &str, value: &str) -> bool {
    tag.match_indices(value).any(|(at, _)| {
        let (before, behind) = (&tag[..at], &tag[at + value.len()..]);
        !before.ends_with(is_of_name)
            && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '_')
            && !before.ends_with('"')
    })
}

fn names_whole(tag: &str, whole: &str) -> bool {
    tag.match_indices(whole).any(|(at, _)| {
        let (before, behind) = (&tag[..at], &tag[at + whole.len()..]);
        !before.ends_with(is_of_name) && !behind.starts_with(is_of_name) && !before.ends_with('"')
            // `{{ <mine story={…} /> }}` names an argument.
            && !behind.starts_with('=')
            && !before.ends_with('<')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Content, SourcePath};

    fn told(templates: &[(&str, &str)]) -> Vec<String> {
        let file = |(name, text): &(&str, &str)| {
            let inside = format!("templates/{name}");
            let path = SourcePath::new(&format!("themes/x/{inside}")).expect("inside");
            (inside, (path, Content::Text((*text).into())))
        };
        let own: LookFiles = templates.iter().map(file).collect();
        values(&own, &own).into_iter().map(|it| it.message).collect()
    }

    #[test]
    fn what_readers_would_not_see_is_told() {
        let bare = told(&[(
            "story.html",
            "{% extends \"base.html\" %}{{ <block_styles html={story.html} /> }}\
             {% if story.html %}<h1>{{ story.title }}</h1>{% endif %}",
        )]);
        assert_eq!(bare.len(), 2, "{bare:?}");
        assert!(bare[0].contains("its text") && bare[1].contains("who tells it"), "{bare:?}");
        for (text, other) in [
            ("{{ story.title }}{{ story.html | safe }}{{ story.people }}", ""),
            ("{% set s = story %}{{ s.title }}", ""),
            ("{{ <mine story={story} /> }}", "{% component mine(story) %}{{ story.html }}"),
            ("{{ story[\"html\"] }}", ""),
            ("{% include \"mine.html\" %}{{ story.title }}", "{{ story.html }}{{ story.people }}"),
        ] {
            assert_eq!(told(&[("story.html", text), ("mine.html", other)]), [""; 0], "{text}");
        }
        let included = told(&[("story.html", "{% include \"story.html\" %}")]);
        assert_eq!(included.len(), 3, "{included:?}");
        let around = told(&[("base.html", "{{ page.title }}{{ links | safe }}")]);
        assert_eq!(around.len(), 1, "{around:?}");
    }

    #[test]
    fn the_default_look_leaves_out_nothing() {
        let mut embedded = LookFiles::new();
        super::super::collect(&super::super::DEFAULT, &mut embedded);
        assert_eq!(values(&embedded, &embedded), []);
        for (name, ..) in NEEDED {
            assert!(embedded.contains_key(&format!("templates/{name}")), "{name}");
        }
    }
}
