//! The fields of other tools, and what each means here.

/// What such a field is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The same as a field of this name.
    Field(&'static str),
    /// Whether the page is a draft, by the words of this answer.
    Draft { if_yes: bool },
    /// Near to a field of this name, and not the same: only its author can say.
    Like(&'static str),
    /// What hides a page elsewhere, for a time or from some readers, and nothing here.
    Hides,
    /// Nothing: the program decides it, with this reason or remedy.
    Nothing(&'static str),
}

use Meaning::{Draft, Field as Same, Hides, Like, Nothing};

pub(super) const LAYOUT: &str = "Remove the line: the look of a page follows from its folder";
pub(super) const MENU: &str =
    "Remove the line: the menu follows from the folders, and order from the field order";
pub(super) const ADDRESS: &str = "Remove the line: the address of a page follows from the name of its file. An \
                       address that it had before goes into aliases";
pub(super) const CARD: &str = "Remove the line: what other sites show of a page follows from its title and \
                    summary";
pub(super) const CONTENTS: &str = "Remove the line: every page with two headings lists them";
pub(super) const SEARCH: &str = "Remove the line: whether search engines may look is decided for the whole \
                      site, with index in site.toml";

pub(super) const GITLAB: &str =
    "Remove the line: it is for the handbook and the documentation of GitLab";
pub(super) const EDIT: &str =
    "Remove the line: where a page is changed follows from edit_url in site.toml";
pub(super) const ZOLA: &str =
    "Remove the line and those that belong to it: templates of Zola use them";
pub(super) const TAXONOMIES: &str = "Write its words into keywords, as in keywords: [night, pump], and remove \
                          the line and those that belong to it; or only remove them";

pub(super) const GUIDELINE: &str = "Remove the line; or, if this is a rule of the company, move the file to \
                         content/guidelines/";

/// Fields whose yes hides a text, in lower case, with `-` for `_`.
pub(super) const HIDING: &[&str] = &[
    "hidden",
    "hide",
    "private",
    "unlisted",
    "secret",
    "skjult",
    "skjul",
    "privat",
    "verborgen",
    "verberg",
    "privé",
];

/// Fields whose no hides one.
pub(super) const SHOWING: &[&str] =
    &["visible", "visibility", "access", "listed", "show", "synlig", "vis", "zichtbaar", "toon"];

/// Names of fields in lower case, with `-` for `_`.
pub(super) const FIELDS: &[(&[&str], Meaning)] = &[
    (&["description", "excerpt", "abstract", "tagline", "subtitle", "lead"], Same("summary")),
    (&["weight", "nav-order", "sidebar-position", "position", "menu-order"], Same("order")),
    (&["redirect-from", "redirects", "alias", "old-urls", "slug-history"], Same("aliases")),
    (&["tags", "tag", "categories", "category", "topics"], Same("keywords")),
    (&["sidebar-label", "nav-title", "linktitle", "navtitle", "short-title"], Nothing(MENU)),
    (&["draft", "is-draft"], Draft { if_yes: true }),
    (&["published", "publish"], Draft { if_yes: false }),
    (
        &[
            "date",
            "lastmod",
            "last-modified",
            "last-updated",
            "updated",
            "modified",
            "last-reviewed",
            "last-reviewed-on",
            "reviewed-on",
            "last-update",
            "last-modified-at",
            "updated-at",
            "created",
            "creation-date",
        ],
        Like("reviewed"),
    ),
    (
        &[
            "publishdate",
            "publish-date",
            "pubdate",
            "publish-at",
            "publish-on",
            "embargo",
            "expirydate",
            "expiry-date",
            "expires",
            "unpublish-date",
            "unpublishdate",
            "hidden",
            "private",
            "unlisted",
            "visibility",
            "visible",
            "access",
        ],
        Hides,
    ),
    (
        &["author", "authors", "maintainer", "maintainers", "dri", "dris", "owners", "contact"],
        Like("owner"),
    ),
    (
        &["lang", "language", "locale"],
        Nothing(
            "Remove the line: the language of a page is in the name of its file, as in page.da.md",
        ),
    ),
    (
        &["redirect-to", "redirect"],
        Nothing(
            "Remove this file, and write its address into aliases of the page to which it leads",
        ),
    ),
    (
        &["permalink", "slug", "url", "canonical-path", "canonical-url", "canonical"],
        Nothing(ADDRESS),
    ),
    (
        &[
            "layout",
            "template",
            "type",
            "kind",
            "theme",
            "markup",
            "math",
            "mermaid",
            "render",
            "outputs",
            "cascade",
            "css",
            "js",
            "class",
            "pagination",
            "comments",
            "full-width",
            "hide-title",
            "eleventycomputed",
            "eleventyexcludefromcollections",
            "content-type",
            "cssclass",
            "cssclasses",
        ],
        Nothing(LAYOUT),
    ),
    (
        &[
            "sidebar",
            "menu",
            "nav",
            "parent",
            "grand-parent",
            "has-children",
            "nav-exclude",
            "hide-sidebar",
            "no-list",
            "simple-list",
            "prev",
            "next",
            "pagination-next",
            "pagination-prev",
            "eleventynavigation",
            "breadcrumbs",
            "identifier",
            "id",
            "hide",
            "collapsible",
            "child-nav-order",
            "bookcollapsesection",
            "bookhidden",
        ],
        Nothing(MENU),
    ),
    (&["toc", "toc-hide", "hide-table-of-contents", "table-of-contents"], Nothing(CONTENTS)),
    (
        &[
            "image",
            "images",
            "thumbnail",
            "ogimage",
            "og-image",
            "featured-image",
            "twitter-image",
            "twitter-image-alt",
            "twitter-site",
            "twitter-creator",
            "twitter-card",
            "cover",
            "opengraph-image",
            "social-image",
            "icon",
        ],
        Nothing(CARD),
    ),
    (&["noindex", "robots", "sitemap", "search-exclude", "search"], Nothing(SEARCH)),
    (&["version", "policy", "effective", "supersedes"], Nothing(GUIDELINE)),
    (&["stage", "group", "info", "controlled-document"], Nothing(GITLAB)),
    (&["custom-edit-url"], Nothing(EDIT)),
    (&["extra"], Nothing(ZOLA)),
    (&["taxonomies"], Nothing(TAXONOMIES)),
    (&["cspell"], Nothing("Remove the line: it is for a program that checks spelling")),
];
