//! The kinds of alerts, and what other tools call them.

/// What an alert says about what it holds: the name in the source, the class, the title's key.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AlertKind {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
}

impl AlertKind {
    /// How a block of another tool is written here.
    pub(super) fn remedy(&self) -> String {
        format!(
            "Write it as a quotation that begins with > [!{}]; each of its lines begins with >",
            self.name.to_uppercase()
        )
    }
}

/// What to do with a notation of another tool that has no counterpart here.
pub(super) const REMOVE: &str = "Remove it, or write in Markdown what it should show";

/// The five kinds that GitHub has, followed by those of Storywall.
pub(super) const KINDS: &[AlertKind] = &[
    AlertKind { name: "note", title: "alert-note" },
    AlertKind { name: "tip", title: "alert-tip" },
    AlertKind { name: "important", title: "alert-important" },
    AlertKind { name: "warning", title: "alert-warning" },
    AlertKind { name: "caution", title: "alert-caution" },
    AlertKind { name: "may", title: "alert-may" },
    AlertKind { name: "careful", title: "alert-careful" },
    AlertKind { name: "ask", title: "alert-ask" },
    AlertKind { name: "do", title: "alert-do" },
    AlertKind { name: "dont", title: "alert-dont" },
];

/// What other tools call their blocks, and the kinds that mean the same.
const OTHER_NAMES: &[(&str, &[&str])] = &[
    (
        "note",
        &[
            "info",
            "abstract",
            "summary",
            "tldr",
            "seealso",
            "example",
            "quote",
            "cite",
            "question",
            "faq",
            "help",
            "todo",
            "primary",
            "secondary",
            "alert",
            "admonition",
            "callout",
            "hint",
            "notice",
        ],
    ),
    ("tip", &["success", "check", "done"]),
    ("important", &["attention"]),
    ("caution", &["danger", "error", "failure", "fail", "bug", "missing"]),
];

/// What the interface calls its alerts, and what people call them, in the languages it speaks.
const TITLES: &[(&str, &[&str])] = &[
    ("note", &["bemærk", "obs", "goed om te weten", "opmerking"]),
    ("tip", &["råd"]),
    ("important", &["vigtigt", "belangrijk"]),
    ("warning", &["advarsel", "waarschuwing"]),
    ("caution", &["fare", "gevaar"]),
    ("may", &["you may", "du må gerne", "du må", "må", "må gerne", "je mag", "mag"]),
    ("careful", &["take care", "be careful", "pas på", "let op"]),
    ("ask", &["ask first", "spørg først", "spørg", "vraag het eerst", "vraag"]),
    ("do", &["sådan", "gør", "wel doen", "wel"]),
    (
        "dont",
        &[
            "may not",
            "you may not",
            "must not",
            "do not",
            "ikke sådan",
            "må ikke",
            "du må ikke",
            "niet doen",
            "niet",
            "mag niet",
            "je mag niet",
        ],
    ),
];

/// The kind that somebody means by this name, in any case and with any blanks: here, in other tools,
/// or in a language of the interface.
pub(super) fn meant_by(name: &str) -> Option<&'static AlertKind> {
    let name = name.trim_matches(|c: char| c.is_whitespace() || "!*_`:".contains(c)).to_lowercase();
    let name = name.replace(['-', '_'], " ");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let title = TITLES.iter().find(|(_, names)| names.contains(&&*name));
    let titled = title.and_then(|(own, _)| KINDS.iter().find(|kind| kind.name == *own));
    titled.or_else(|| called(&plain))
}

/// What Quarto calls a block, without the word that all of them have: `callout-note`.
pub(super) fn without_prefix(name: &str) -> &str {
    name.strip_prefix("callout-").unwrap_or(name)
}

/// The kind that is called so here or in other tools.
pub(super) fn called(name: &str) -> Option<&'static AlertKind> {
    let is_it = |known: &str| known.eq_ignore_ascii_case(name);
    let same = OTHER_NAMES.iter().find(|(_, names)| names.iter().any(|name| is_it(name)));
    KINDS.iter().find(|kind| is_it(kind.name) || same.is_some_and(|(own, _)| *own == kind.name))
}
