//! The content security policy of pages: load from the own site only, and nothing inline. One
//! table, and the two ways to say it: as a header, and as a tag in the page itself.

/// A directive of a Content-Security-Policy, and its sources.
pub(crate) type Directive = (&'static str, &'static str);

/// For every page.
pub(crate) const PAGE: &[Directive] = &[
    ("default-src", "'none'"),
    ("script-src", SELF),
    ("style-src", SELF),
    ("img-src", SELF),
    ("font-src", SELF),
    ("connect-src", SELF),
    ("manifest-src", SELF),
    ("media-src", SELF),
    ("form-action", "'self' mailto:"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'none'"),
];

/// For a drawing that is opened alone: it runs nothing and fetches nothing.
pub(crate) const DRAWING: &[Directive] =
    &[("default-src", "'none'"), ("style-src", "'unsafe-inline'"), ("sandbox", "")];

const SELF: &str = "'self'";

/// What a page loads, each with the directives that are asked in turn; `default-src` is the last.
/// <https://www.w3.org/TR/CSP3/#directive-fallback-list>
const LOADED: &[(&str, &[&str])] = &[
    ("connect-src", &[]),
    ("font-src", &[]),
    ("frame-src", &["child-src"]),
    ("img-src", &[]),
    ("manifest-src", &[]),
    ("media-src", &[]),
    ("object-src", &[]),
    ("script-src", &[]),
    ("style-src", &[]),
    ("worker-src", &["child-src", "script-src"]),
];

/// A tag may not say these. <https://www.w3.org/TR/CSP3/#meta-element>
const NOT_IN_TAGS: &[&str] = &["frame-ancestors", "report-uri", "sandbox"];

/// As the value of the header.
pub(crate) fn header(policy: &[Directive]) -> String {
    joined(policy.iter().copied())
}

/// As the content of a page's `<meta http-equiv="Content-Security-Policy">`. Every page carries it,
/// so it says in few bytes what the header says for what a page loads: the site itself, but for what
/// may come from nowhere.
pub(crate) fn tag(policy: &[Directive]) -> String {
    let from_nowhere = LOADED.iter().filter(|(kind, _)| sources(policy, kind) != SELF);
    let loads = from_nowhere.map(|(kind, _)| (*kind, sources(policy, kind)));
    let is_load =
        |name: &str| name == "default-src" || LOADED.iter().any(|(kind, _)| *kind == name);
    let others = policy.iter().copied();
    let others = others.filter(|(name, _)| !is_load(name) && !NOT_IN_TAGS.contains(name));
    joined([("default-src", SELF)].into_iter().chain(loads).chain(others))
}

/// The sources from which a policy lets a page load something.
fn sources<'a>(policy: &[(&'a str, &'a str)], kind: &str) -> &'a str {
    let named = |name: &str| policy.iter().find(|(known, _)| *known == name);
    let asked_next = LOADED.iter().find(|(known, _)| *known == kind).map_or(&[][..], |it| it.1);
    let mut names = [kind].into_iter().chain(asked_next.iter().copied()).chain(["default-src"]);
    names.find_map(named).map_or("*", |(_, sources)| sources)
}

fn joined(directives: impl Iterator<Item = Directive>) -> String {
    let one = |(name, sources): Directive| match sources {
        "" => name.to_owned(),
        _ => format!("{name} {sources}"),
    };
    directives.map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tag_is_short() {
        assert_eq!(
            tag(PAGE),
            "default-src 'self'; frame-src 'none'; object-src 'none'; \
             form-action 'self' mailto:; base-uri 'none'"
        );
    }

    #[test]
    fn the_tag_lets_a_page_load_what_the_header_lets_it_load() {
        let tag = tag(PAGE);
        let directives: Vec<(&str, &str)> =
            tag.split("; ").filter_map(|directive| directive.split_once(' ')).collect();
        for (kind, _) in LOADED {
            assert_eq!(sources(&directives, kind), sources(PAGE, kind), "{kind}");
        }
        for (name, value) in PAGE.iter().filter(|(name, _)| !name.ends_with("-src")) {
            let said = directives.iter().find(|(known, _)| known == name).map(|(_, value)| value);
            assert_eq!(said.is_some(), !NOT_IN_TAGS.contains(name), "{name}");
            assert!(said.is_none_or(|said| said == value), "{name}");
        }
    }

    #[test]
    fn inline_scripts_and_styles_are_forbidden() {
        for policy in [PAGE, DRAWING] {
            let script = sources(policy, "script-src");
            assert!(!script.contains("unsafe") && !script.contains('*'), "{script}");
        }
        assert!(!header(PAGE).contains("unsafe"));
        assert!(header(DRAWING).ends_with("; sandbox"));
    }
}
