//! Mistakes in templates, and what is said of them.

use std::sync::Arc;

use super::super::Templates;
use super::*;
use crate::base::{SourcePath, Span};
use crate::language::{Languages, Texts, language};

/// What is said of a page with this template, with the place.
fn told(template: &str) -> (String, String, String) {
    let source = |name: &str, text: &str| {
        let path = SourcePath::new(&format!("themes/mine/templates/{name}")).expect("inside");
        (name.to_owned(), Source::new(path, text))
    };
    let base = "<p>{% block main %}{% endblock main %}</p>{% component card(a: string) %}{{ a }}{% endcomponent card %}";
    let files: BTreeMap<String, Source> =
        [source("base.html", base), source("page.html", template)].into();
    let languages = Languages::new(language("en"), []);
    let file = SourcePath::new("themes/default/texts/en.ftl").expect("inside");
    let texts = [(language("en"), Source::new(file, "tell-yours = Tell\n"))];
    let (texts, _) = Texts::new(&language("en"), &texts);
    let (templates, mut out) = Templates::new(&files, &languages, &Arc::new(texts));
    if out.is_empty() {
        let engine = templates.engine(&language("en"), &BTreeMap::<&str, &str>::new(), None);
        let page = serde_json::json!({ "story": { "title": "Pump" }, "root": "" });
        out.extend(engine.render("page.html", &page).err());
    }
    let [first, ..] = &out[..] else { panic!("{template}: nothing is told") };
    let Span { path, range } = &first.span;
    assert_eq!(path.file_name(), "page.html", "{template}: {first:?}");
    let place = range.clone().map_or("", |range| &template[range]);
    (first.message.clone(), format!("{:?}", first.notes), place.to_owned())
}

#[test]
fn a_mistake_in_a_template_is_told_in_plain_words_with_what_was_meant() {
    let page = |inside: &str| {
        format!("{{% extends \"base.html\" %}}\n{{% block main %}}{inside}{{% endblock main %}}\n")
    };
    for (template, message, hint, place) in [
        (page("{{ stroy.title }}"), "no value “stroy”", "“story”", "stroy"),
        (page("{{ story.titel }}"), "“story” has no value “titel”", "“title”", "titel"),
        (page("{% for one in story.all %}x{% endfor %}"), "no value “all”", "title", ""),
        (page("{% for one in story.titles %}x{% endfor %}"), "“titles”", "“title”?", ""),
        (page("{{ story.titel.first }}"), "“story” has no value “titel”", "“title”", ""),
        (page("{% for a in [1] %}{{ a.b.c }}{% endfor %}"), "“a” has no value “b”", "", ""),
        (page("{{ story.title | uper }}"), "“uper”", "“upper”", "u"),
        (page("{{ tt(key=\"tell-yours\") }}"), "“tt”", "“t”", "t"),
        (page("{{ t(kye=\"tell-yours\") }}"), "lacks “key”", "key= in place of kye=", "t(k"),
        (page("{{ t(key=\"tell-your\") }}"), "no text “tell-your”", "“tell-yours”", ""),
        (page("{{ <crad a=\"x\" /> }}"), "part “crad”", "“card”", ""),
        (page("{% fi story %}x{% endif %}"), "“fi”", "“if”", "fi"),
        (page("{% if story %}x"), "No {% block … %} is open", "{% endif %}", "endblock"),
        (page("x{% endfor %}"), "No {% for … %} is open", "Remove it", "endfor"),
        (page("{% include \"bas.html\" %}"), "no template “bas.html”", "“base.html”", ""),
        (page("{{ story.title }"), "ends with one", "Close {{ with }}", ""),
        (
            "{% extends \"base.html\" %}{% block mian %}x{% endblock mian %}".to_owned(),
            "not see this block",
            "“main”",
            "",
        ),
        (
            "{% extends \"base.html\" %}{% block main %}x{% endblock mian %}".to_owned(),
            "begins as “main” and ends as “mian”",
            "same name",
            "mian",
        ),
        ("x{% extends \"base.html\" %}".to_owned(), "has to be first", "Move it below", ""),
        ("{% extends \"base.html\" %}x".to_owned(), "outside of all blocks", "Move it", ""),
        ("{% extends \"bass.html\" %}".to_owned(), "no template “bass.html”", "“base.html”", ""),
        ("{% if root %}x".to_owned(), "never closed", "{% endif %}", ""),
        ("{{ \"x }}".to_owned(), "quotation mark", "same mark", ""),
        ("{{ 1 ++ 2 }}".to_owned(), "cannot be read", "remove this file", ""),
    ] {
        let (told, notes, found) = told(&template);
        let notes = notes.replace("\\\"", "\"");
        assert!(told.contains(message), "{template}: {told}");
        assert!(notes.contains(hint), "{template}: {notes}");
        assert!(found.starts_with(place), "{template}: {found}");
    }
}
