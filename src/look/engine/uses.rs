//! Which templates a template needs (those that it extends, includes, or takes a component from),
//! and which names they ask for.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Source;

/// The names of all templates that `first` needs, including `first`. They are read from the source
/// text, so what is inside a condition counts too.
pub(in crate::look) fn uses<'a>(
    templates: &'a BTreeMap<String, Source>,
    first: impl Iterator<Item = &'a str>,
) -> BTreeSet<&'a str> {
    let mut homes: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, source) in templates {
        homes.extend(after(&source.text, "component ").map(|component| (component, name.as_str())));
    }
    let mut used = BTreeSet::new();
    let mut waiting: Vec<&str> = first.map(|it| homes.get(it).copied().unwrap_or(it)).collect();
    while let Some(name) = waiting.pop() {
        let Some((name, source)) = templates.get_key_value(name) else { continue };
        if !used.insert(name.as_str()) {
            continue;
        }
        let text = &*source.text;
        waiting.extend(quoted(text, "extends ").chain(quoted(text, "include ")));
        waiting.extend(after(text, "<").filter_map(|component| homes.get(component).copied()));
    }
    used
}

/// The components that a template has.
pub(in crate::look) fn components(template: &Source) -> impl Iterator<Item = &str> {
    let text = &*template.text;
    text.match_indices("{%").filter_map(move |(at, mark)| {
        let rest = text[at + mark.len()..].trim_start_matches('-').trim_start();
        let name = rest.strip_prefix("component ")?.trim_start();
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        Some(&name[..end])
    })
}

/// The blocks that a template has.
pub(super) fn blocks(template: &Source) -> impl Iterator<Item = &str> {
    let text = &*template.text;
    text.match_indices("{%").filter_map(move |(at, mark)| {
        let rest = text[at + mark.len()..].trim_start_matches('-').trim_start();
        let name = rest.strip_prefix("block ")?.trim_start();
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        Some(&name[..end])
    })
}

/// Whether a template uses this component.
pub(in crate::look) fn is_used(templates: &BTreeMap<String, Source>, component: &str) -> bool {
    templates.values().any(|source| after(&source.text, "<").any(|name| name == component))
}

/// The names joined by dots in these templates: `assets.css`, `may.contact.name` …
pub(super) fn names<'a>(sources: impl Iterator<Item = &'a Source>) -> BTreeSet<&'a str> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let words = sources.flat_map(move |source| source.text.split(move |c| !is_part(c)));
    words.filter(|word| word.contains('.')).collect()
}

/// The words directly after `mark`.
fn after<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(mark).map(move |(at, _)| {
        let rest = &text[at + mark.len()..];
        &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())]
    })
}

/// The text in quotes directly after `mark`.
fn quoted<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(mark).filter_map(move |(at, _)| {
        let rest = text[at + mark.len()..].trim_start();
        rest.strip_prefix('"')?.split_once('"').map(|(name, _)| name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    #[test]
    fn a_template_depends_on_everything_it_includes() {
        let templates: BTreeMap<String, Source> = [
            ("base.html", "{% include \"foot.html\" %}<main>{% block main %}{% endblock main %}"),
            ("foot.html", "<hr>{{ assets.css }}{% if assets.styles.text %}"),
            ("card.html", "{% component card(c) -%}{{ <face f={c.f} /> }}{%- endcomponent card %}"),
            ("face.html", "{% component face(f) -%}{{ f }}{%- endcomponent face %}"),
            ("wall.html", "{% extends \"base.html\" %}{% block main %}{{ <card c={c} /> }}"),
            ("other.html", "{% extends \"base.html\" %}"),
        ]
        .into_iter()
        .map(|(name, text)| {
            let path = SourcePath::new(name).expect("inside");
            (name.to_owned(), Source::new(path, text))
        })
        .collect();
        let of = |first: &'static str| -> Vec<&str> {
            uses(&templates, std::iter::once(first)).into_iter().collect()
        };
        assert_eq!(
            of("wall.html"),
            ["base.html", "card.html", "face.html", "foot.html", "wall.html"]
        );
        assert_eq!(of("other.html"), ["base.html", "foot.html", "other.html"]);
        assert_eq!(of("card"), ["card.html", "face.html"]);
        assert!(of("none.html").is_empty());
        let named = |first| names(of(first).into_iter().map(|name| &templates[name]));
        assert_eq!(
            named("other.html"),
            BTreeSet::from(["assets.css", "assets.styles.text", "base.html", "foot.html"])
        );
        assert_eq!(named("card"), BTreeSet::from(["c.f"]));
    }
}
