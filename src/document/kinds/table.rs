//! The table of kinds: one row says all that the program knows of a kind but its fields, its page
//! and its list, which have a file each. And the table of sections, the parts of the site.
//!
//! A row names the kind's variant, the name of its values, its folder in `content/`, the function
//! of `src/views/` that makes its page and, if it has one, the function that makes its list. What
//! stands in braces is a `KindRow`: a column that is missing does not compile.

use super::Kind;

/// Calls the macro `$make` with all rows.
macro_rules! for_each_kind {
    ($make:ident) => {
        $make! {
            Page page in "" by handbook::view {
                heading: "Pages",
                one: "a page",
                about: "Every other Markdown file in `content/`, and the `index.md` of each folder.",
                id: Id::LastPart,
                is_submitted: false,
                public: Public::Never,
                is_translatable: true,
                section: Section::Handbook,
                page: Shown { word: "page", template: "page.html" },
                list: List::None,
            }
            Guideline guideline in "guidelines/" by handbook::view {
                heading: "Guidelines",
                one: "a guideline",
                about: "What you may do, where to take care, when to ask first.",
                id: Id::LastPart,
                is_submitted: false,
                public: Public::Never,
                is_translatable: true,
                section: Section::Handbook,
                page: Shown { word: "page", template: "page.html" },
                list: List::None,
            }
            Theme theme in "themes/" by themes::view, themes::list {
                heading: "Themes",
                one: "a theme",
                about: "What stories are about, with questions to start a story.",
                id: Id::WithoutFolder,
                is_submitted: false,
                public: Public::Always,
                is_translatable: true,
                section: Section::Themes,
                page: Shown { word: "theme", template: "theme.html" },
                list: List::Whole(Shown { word: "themes", template: "themes.html" }),
            }
            Faq faq in "faq/" by faq::view, faq::list {
                heading: "Questions",
                one: "a question",
                about: "Questions about fears, policy and practice, with plain answers.",
                id: Id::LastPart,
                is_submitted: false,
                public: Public::Never,
                is_translatable: true,
                section: Section::Faq,
                page: Shown { word: "question", template: "faq-entry.html" },
                list: List::Whole(Shown { word: "questions", template: "faq.html" }),
            }
            Story story in "stories/" by story::view {
                heading: "Stories",
                one: "a story",
                about: "A title, an author and the text are enough.",
                id: Id::LastPart,
                is_submitted: true,
                public: Public::ByConsent,
                is_translatable: false,
                section: Section::Stories,
                page: Shown { word: "story", template: "story.html" },
                list: List::Wall,
            }
            Person person in "people/" by people::view, people::list {
                heading: "People",
                one: "a person",
                about: "A colleague, with as much as they want to show.",
                id: Id::WithoutFolder,
                is_submitted: true,
                public: Public::ByConsent,
                is_translatable: false,
                section: Section::People,
                page: Shown { word: "person", template: "person.html" },
                list: List::Paged(Shown { word: "people", template: "people.html" }, 120),
            }
            Opportunity opportunity in "speaking/" by speaking::view, speaking::board {
                heading: "Chances to speak",
                one: "an event",
                about: "A conference, a meetup, a podcast, an evening at work.",
                id: Id::WithoutFolder,
                is_submitted: false,
                public: Public::Never,
                is_translatable: true,
                section: Section::Speaking,
                page: Shown { word: "opportunity", template: "opportunity.html" },
                list: List::Whole(Shown { word: "speaking board", template: "speaking.html" }),
            }
            Talk talk in "talks/" by talks::view, talks::list {
                heading: "Talks",
                one: "a talk",
                about: "A talk that somebody gave or could give.",
                id: Id::LastPart,
                is_submitted: true,
                public: Public::ByConsent,
                is_translatable: true,
                section: Section::Speaking,
                page: Shown { word: "talk", template: "talk.html" },
                list: List::Whole(Shown { word: "talks", template: "talks.html" }),
            }
            Training training in "training/" by training::view, training::list {
                heading: "Trainings",
                one: "a training",
                about: "What colleagues can learn, and from whom.",
                id: Id::LastPart,
                is_submitted: false,
                public: Public::Never,
                is_translatable: true,
                section: Section::Training,
                page: Shown { word: "training", template: "training.html" },
                list: List::Whole(Shown { word: "trainings", template: "trainings.html" }),
            }
            Digest digest in "digests/" by digests::view, digests::list {
                heading: "Letters",
                one: "a letter",
                about: "A letter to colleagues about their stories, which is sent as an email, too.",
                id: Id::LastPart,
                is_submitted: false,
                public: Public::Never,
                is_translatable: true,
                section: Section::Stories,
                page: Shown { word: "letter", template: "digest.html" },
                list: List::Whole(Shown { word: "letters", template: "digests.html" }),
            }
        }
    };
}
pub(crate) use for_each_kind;

macro_rules! sections {
    ($( $Section:ident { $($row:tt)* } )*) => {
        /// A part of the site, with a place in the main navigation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Section { $( $Section, )* }

        /// The parts of the site in the order of the main navigation.
        pub(crate) const SECTIONS: &[SectionRow] = &[ $( SectionRow {
            section: Section::$Section,
            $($row)*
        }, )* ];
    };
}

sections! {
    Stories {
        key: "stories",
        address: "stories/index.html",
        is_public: true,
        stands_empty: true,
    }
    Handbook {
        key: "handbook",
        address: "handbook.html",
        is_public: false,
        stands_empty: false,
    }
    Faq {
        key: "faq",
        address: "faq/index.html",
        is_public: false,
        stands_empty: false,
    }
    Themes {
        key: "themes",
        address: "themes/index.html",
        is_public: true,
        stands_empty: false,
    }
    Speaking {
        key: "speaking",
        address: "speaking/index.html",
        is_public: false,
        stands_empty: false,
    }
    Training {
        key: "training",
        address: "training/index.html",
        is_public: false,
        stands_empty: false,
    }
    People {
        key: "people",
        address: "people/index.html",
        is_public: true,
        stands_empty: false,
    }
}

/// What is known of a section; which kinds it holds, their own rows say.
pub(crate) struct SectionRow {
    pub(crate) section: Section,
    /// Its text in the navigation is `nav-KEY`.
    pub(crate) key: &'static str,
    /// Where it begins.
    pub(crate) address: &'static str,
    /// Whether the navigation of a public build has it.
    pub(crate) is_public: bool,
    /// Whether the navigation has it even where nothing is in it, because its list invites.
    pub(crate) stands_empty: bool,
}

/// What is known of a kind.
pub(crate) struct KindRow {
    /// Its name for people and for codes.
    pub(crate) word: &'static str,
    /// Its folder in `content/`, with a slash at its end; empty for pages, which lie anywhere.
    pub(crate) inside: &'static str,
    /// The same with `content/`, as authors are told.
    pub(crate) folder: &'static str,
    /// Its heading in the authors' reference.
    pub(crate) heading: &'static str,
    /// How a sentence calls one of it.
    pub(crate) one: &'static str,
    /// What it is for.
    pub(crate) about: &'static str,
    pub(crate) id: Id,
    /// Employees write these: nothing in them is trusted, and no word is touched.
    pub(crate) is_submitted: bool,
    pub(crate) public: Public,
    /// Whether a text may stand beside it that says the same in another language.
    pub(crate) is_translatable: bool,
    pub(crate) section: Section,
    pub(crate) page: Shown,
    pub(crate) list: List,
}

/// The name by which other files call a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Id {
    /// Its name without the folder of its kind, so that no two are the same.
    WithoutFolder,
    /// The last part of its name.
    LastPart,
}

/// Whether a public build shows texts of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Public {
    /// What speaks of the company's own rules, money and contacts stays inside.
    Never,
    Always,
    /// Where its people agreed, which `src/site/visibility.rs` asks.
    ByConsent,
}

/// What an address shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    /// What it is called where addresses are explained.
    pub(crate) word: &'static str,
    pub(crate) template: &'static str,
}

/// The list of a kind, at `FOLDER/index.html`; `index.md` of that folder stands at its head.
#[derive(Clone, Copy, Debug)]
pub(crate) enum List {
    /// It stands in the tree of the handbook instead.
    None,
    /// On one page.
    Whole(Shown),
    /// So many texts on a page.
    Paged(Shown, usize),
    /// The wall, which has addresses of its own.
    Wall,
}

macro_rules! rows {
    ($( $Kind:ident $name:ident in $folder:literal by $view:path $(, $list:path)? { $($row:tt)* } )*) => {
        const KINDS: &[KindRow] = &[ $( KindRow {
            word: stringify!($name),
            inside: $folder,
            folder: concat!("content/", $folder),
            $($row)*
        }, )* ];

        impl Kind {
            /// The address of the kind's list, if it has one.
            pub(crate) fn list_address(self) -> Option<&'static str> {
                let address = match self { $( Kind::$Kind => concat!($folder, "index.html"), )* };
                self.has_list().then_some(address)
            }

            /// The name of the text that stands at the head of the kind's list, if it has one.
            pub(crate) fn opening(self) -> Option<&'static str> {
                let name = match self { $( Kind::$Kind => concat!($folder, "index"), )* };
                self.has_list().then_some(name)
            }
        }
    };
}
for_each_kind!(rows);

impl Kind {
    /// What is known of it.
    pub(crate) const fn row(self) -> &'static KindRow {
        &KINDS[self as usize]
    }

    fn has_list(self) -> bool {
        !matches!(self.row().list, List::None)
    }

    /// Whether the page of this name stands at the head of a list, or of the site.
    pub(crate) fn is_opening(name: &str) -> bool {
        name == "index" || Kind::ALL.iter().any(|kind| kind.opening() == Some(name))
    }
}

impl List {
    /// What its address shows, where it is made of the kind's texts alone.
    pub(crate) const fn shown(&self) -> Option<&Shown> {
        match self {
            List::Whole(shown) | List::Paged(shown, _) => Some(shown),
            List::None | List::Wall => None,
        }
    }

    /// How many texts stand on one page of it.
    pub(crate) const fn per_page(&self) -> usize {
        match self {
            List::Paged(_, per_page) => *per_page,
            List::Whole(_) | List::None | List::Wall => usize::MAX,
        }
    }
}

impl Section {
    /// What is known of it.
    pub(crate) const fn row(self) -> &'static SectionRow {
        &SECTIONS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_kinds_share_a_folder_or_a_word() {
        for (at, kind) in Kind::ALL.iter().enumerate() {
            for other in &Kind::ALL[..at] {
                assert_ne!(kind.row().folder, other.row().folder);
                assert_ne!(kind.row().word, other.row().word);
            }
        }
    }
}
