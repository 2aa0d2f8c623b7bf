//! Every code that a diagnostic can have: its name, what it means, how much it matters, and whether
//! a site may decide that otherwise. A row of `src/base/codes/table.rs` says all of it. What helps is
//! in `src/base/codes/help/`, a file for each language.

pub(crate) mod help;
mod rows;
mod table;

pub use table::Code;

use super::Severity;

/// What there is to know about a code.
#[derive(Debug)]
pub(crate) struct Row {
    /// In kebab case, for ever: `unknown-theme`. A better name keeps this one among `old_names`.
    pub name: &'static str,
    /// Names that it had earlier; `[severity]` still understands them. Where one code became
    /// several, each of them has the old name.
    pub old_names: &'static [&'static str],
    /// One sentence for people who do not program.
    pub meaning: &'static str,
    /// The severities that the program itself may choose; the first is the usual one.
    pub severities: &'static [Severity],
    pub weighing: Weighing,
    pub section: Section,
}

/// Whether `[severity]` in `site.toml` may give a code another weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weighing {
    Free,
    Fixed(Why),
}

/// Why a site cannot give a code another weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Somebody has not agreed, or not any more.
    Consent,
    /// Readers or their computers could come to harm.
    Safety,
    /// One file could make the whole site too large or too slow.
    Size,
    /// With less weight, something would be missing from the site, and nobody would know.
    Loss,
    /// The report could not be trusted.
    Report,
    /// How somebody writes stops nothing.
    Writing,
}

impl Why {
    /// The reason, as the end of a sentence.
    pub(crate) fn words(self, language: &str) -> &'static str {
        help::help(language).word(match self {
            Why::Consent => "consent",
            Why::Safety => "safety",
            Why::Size => "size",
            Why::Loss => "loss",
            Why::Writing => "writing",
            Why::Report => "report",
        })
    }
}

/// The parts of the list of all codes, in which people look for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Files,
    Fields,
    Names,
    Consent,
    Stories,
    Pictures,
    Links,
    Text,
    Speaking,
    Site,
    Look,
    Report,
}

impl Section {
    /// In the order in which they are shown.
    pub(crate) const ALL: [Section; 12] = [
        Section::Files,
        Section::Fields,
        Section::Names,
        Section::Consent,
        Section::Stories,
        Section::Pictures,
        Section::Links,
        Section::Text,
        Section::Speaking,
        Section::Site,
        Section::Look,
        Section::Report,
    ];

    pub(crate) fn heading(self, language: &str) -> &'static str {
        help::help(language).heading(self)
    }
}

impl Code {
    /// As it stands in reports and in `[severity]`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The code that has this name now.
    pub(crate) fn named(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// The codes that are meant by a name: the one that has it, then those that had it earlier.
    pub(crate) fn called(name: &str) -> Vec<Code> {
        let has = Code::ALL.iter().filter(|code| code.name() == name);
        let had = Code::ALL.iter().filter(|code| code.row().old_names.contains(&name));
        has.chain(had).copied().collect()
    }

    /// The name of a code that is nearest to what was written, if one is near enough.
    pub(crate) fn nearest(name: &str) -> Option<&'static str> {
        super::diagnostic::nearest(name, Code::ALL.iter().map(|code| code.name()))
    }

    /// Why a site cannot give this code another weight, if so.
    pub(crate) fn why_fixed(self) -> Option<Why> {
        match self.row().weighing {
            Weighing::Free => None,
            Weighing::Fixed(why) => Some(why),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_name_stands_once_in_kebab_case_and_is_that_of_its_code() {
        let mut seen = BTreeSet::new();
        for code in Code::ALL {
            assert!(seen.insert(code.name()), "{} is there twice", code.name());
            assert_eq!(kebab(&format!("{code:?}")), code.name());
            assert_eq!(Code::called(code.name())[0], *code);
        }
    }

    #[test]
    fn old_names_lead_to_codes_that_are_all_free_or_all_fixed() {
        for old in Code::ALL.iter().flat_map(|code| code.row().old_names) {
            let fixed: Vec<bool> =
                Code::called(old).iter().map(|code| code.why_fixed().is_some()).collect();
            assert!(!fixed.is_empty(), "{old} leads nowhere");
            assert!(fixed.windows(2).all(|two| two[0] == two[1]), "{old} is both");
            assert!(is_kebab(old), "{old}");
            // A site that weighs or allows one kind of problem would hide another one with it.
            let own = Code::ALL.iter().find(|code| code.name() == *old);
            assert_eq!(own, None, "{old} is the name of another code");
        }
    }

    #[test]
    fn each_meaning_is_one_short_sentence() {
        for code in Code::ALL {
            let meaning = code.row().meaning;
            let is_file = meaning.split(' ').next().is_some_and(|word| word.ends_with(".toml"));
            assert!(is_file || meaning.starts_with(char::is_uppercase), "{meaning}");
            assert!(meaning.ends_with('.') && !meaning.contains(". "), "{meaning}");
            assert!(meaning.split_whitespace().count() <= 25, "{meaning}");
            assert!(!code.row().severities.is_empty(), "{code:?}");
        }
    }

    #[test]
    fn sections_stand_in_order_and_none_is_empty() {
        let mut sections: Vec<Section> = Code::ALL.iter().map(|code| code.row().section).collect();
        sections.dedup();
        assert_eq!(sections, Section::ALL);
    }

    #[test]
    fn a_misspelled_code_suggests_the_nearest_one() {
        assert_eq!(Code::nearest("unknwon-theme"), Some("unknown-theme"));
        assert_eq!(Code::nearest("weather"), None);
    }

    fn is_kebab(name: &str) -> bool {
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        name.split('-').all(part)
    }

    /// `UnknownTheme` as `unknown-theme`.
    fn kebab(name: &str) -> String {
        let mut kebab = String::new();
        for c in name.chars() {
            if c.is_ascii_uppercase() && !kebab.is_empty() {
                kebab.push('-');
            }
            kebab.push(c.to_ascii_lowercase());
        }
        kebab
    }
}
