//! The file with which a text begins: its fields, and as comments the questions that help to begin.

use crate::base::{Source, SourcePath};
use crate::data::{Value, yaml};
use crate::language::{Language, slug};

use super::Kind;

/// What is known of a text that is begun.
#[derive(Default)]
pub(crate) struct NewText<'a> {
    /// Lines of fields that were sent with the text, which stay as they are.
    pub(crate) sent_fields: &'a str,
    /// Names of fields, and what stands behind their colons (`as_text`, `as_typed`).
    pub(crate) fields: Vec<(&'a str, String)>,
    /// Files beside it, for its field `photos`: names in ASCII, without spaces.
    pub(crate) photos: Vec<String>,
    /// Stands above the questions, which no reader sees.
    pub(crate) lead: String,
    pub(crate) questions: Vec<String>,
    /// The text itself, where there is one already.
    pub(crate) body: &'a str,
}

impl NewText<'_> {
    /// The file. No reader sees its comments.
    pub(crate) fn source(&self) -> String {
        let mut text = format!("---\n{}", self.sent_fields);
        for (name, value) in &self.fields {
            text += &format!("{name}: {value}\n");
        }
        if !self.photos.is_empty() {
            text += "photos:\n";
        }
        for photo in &self.photos {
            text += &format!("  - file: {photo}\n");
        }
        text += "---\n\n";
        if !self.questions.is_empty() {
            text += &format!("<!-- {} -->\n", commented(&self.lead));
            for question in &self.questions {
                text += &format!("<!-- {} -->\n", commented(question));
            }
            text.push('\n');
        }
        text + self.body
    }
}

/// Where a text of this kind begins: in the folder of its kind, a story in that of its year. `called`
/// is its title, or another name for its file; `None` if nothing of it can be written in a name.
pub(crate) fn path(kind: Kind, called: &str, year: i16, language: &Language) -> Option<SourcePath> {
    let name = slug::slug(called, language)?;
    // A file of such a name is the page of the whole folder.
    let name = match kind != Kind::Page && matches!(&*name, "index" | "readme") {
        true => format!("{name}-{}", kind.word()),
        false => name,
    };
    let folder = kind.row().folder;
    let of_the_year = if kind == Kind::Story { format!("{year}/") } else { String::new() };
    SourcePath::new(&format!("{folder}{of_the_year}{name}.md"))
}

/// What somebody typed for a field, as it stands behind a colon: as a list or a group if it is one,
/// else as text.
pub(crate) fn as_typed(value: &str) -> String {
    let is_typed_yaml = value.starts_with(['[', '{']) && value.ends_with([']', '}']);
    if is_typed_yaml { value.to_owned() } else { as_text(value) }
}

/// Words as they stand behind a colon: as they are if they are read as the same words, else between
/// quotation marks.
pub(crate) fn as_text(value: &str) -> String {
    if is_read_as_it_is(value) {
        return value.to_owned();
    }
    // A text in JSON is the same text in YAML.
    serde_json::Value::from(value).to_string()
}

fn is_read_as_it_is(value: &str) -> bool {
    let line = format!("field: {value}\n");
    let path = SourcePath::new("content/new.md").expect("a path of one name");
    let source = Source::new(path, line.as_str());
    let mut found = vec![];
    let tree = yaml::read(&source, 0..line.len(), &mut found);
    let [entry] = &tree.entries[..] else { return false };
    found.is_empty()
        && entry.key == "field"
        && matches!(&entry.value.value, Value::Scalar(read) if read == value)
}

/// Words inside a comment: two hyphens would end it.
fn commented(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace("--", "- -").replace('>', "›")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(fields: Vec<(&'static str, String)>) -> NewText<'static> {
        NewText { fields, ..NewText::default() }
    }

    #[test]
    fn a_value_has_quotation_marks_only_where_it_needs_them() {
        for plain in ["Pump four went quiet", "Bob's lås", "C# og C++", "24,5 grader", "2026-11-29"]
        {
            assert_eq!(as_typed(plain), plain);
        }
        for (typed, quoted) in [
            ("Pump #4: with its cover off", r#""Pump #4: with its cover off""#),
            ("\"Hold on\", she said", r#""\"Hold on\", she said""#),
            ("@mette", r#""@mette""#),
            ("!Wow", r#""!Wow""#),
            ("[Historie]", r#""[Historie]""#),
        ] {
            assert_eq!(as_text(typed), quoted);
        }
        assert_eq!(as_typed("[jonas-holm, mette-krogh]"), "[jonas-holm, mette-krogh]");
    }

    #[test]
    fn questions_are_comments_that_no_question_ends() {
        let mut new = text(vec![("title", "Pump four".to_owned())]);
        new.lead = "Begin with one of these".to_owned();
        new.questions = vec!["Who -- and when -->\n why?".to_owned()];
        assert_eq!(
            new.source(),
            "---\ntitle: Pump four\n---\n\n<!-- Begin with one of these -->\n\
             <!-- Who - - and when - -› why? -->\n\n"
        );
    }

    #[test]
    fn what_was_sent_stays_as_it_is() {
        let new = NewText {
            sent_fields: "title:   Pumpe 4  # ja\n",
            photos: vec!["pumpe-1.jpg".to_owned(), "pumpe-2.jpg".to_owned()],
            body: "Den *larmede*.\n",
            ..text(vec![("author", "jonas-holm".to_owned())])
        };
        assert_eq!(
            new.source(),
            "---\ntitle:   Pumpe 4  # ja\nauthor: jonas-holm\nphotos:\n  - file: pumpe-1.jpg\n  \
             - file: pumpe-2.jpg\n---\n\nDen *larmede*.\n"
        );
    }

    #[test]
    fn a_story_lies_in_the_folder_of_its_year() {
        let (da, en) = (Language::parse("da").unwrap(), Language::parse("en").unwrap());
        let path =
            |kind, title, language| path(kind, title, 2026, language).map(|it| it.to_string());
        assert_eq!(
            path(Kind::Story, "Låsen på Ærø", &da).as_deref(),
            Some("content/stories/2026/laasen-paa-aeroe.md")
        );
        assert_eq!(
            path(Kind::Person, "Mette Krogh", &en).as_deref(),
            Some("content/people/mette-krogh.md")
        );
        assert_eq!(
            path(Kind::Page, "If it goes wrong", &en).as_deref(),
            Some("content/if-it-goes-wrong.md")
        );
        assert_eq!(path(Kind::Story, "!!!", &en), None);
        // Nobody becomes the page of a folder because of their name.
        assert_eq!(
            path(Kind::Person, "Index", &en).as_deref(),
            Some("content/people/index-person.md")
        );
        assert_eq!(path(Kind::Page, "Index", &en).as_deref(), Some("content/index.md"));
    }

    proptest! {
        /// Whatever a title is, it is read again as the same words.
        #[test]
        fn a_value_is_read_as_it_was_typed(value in "[^\\p{C}\\p{Z}][^\\p{C}]{0,40}[^\\p{C}\\p{Z}]") {
            let line = format!("title: {}\n", as_text(&value));
            let path = SourcePath::new("content/new.md").unwrap();
            let source = Source::new(path, line.as_str());
            let mut found = vec![];
            let tree = yaml::read(&source, 0..line.len(), &mut found);
            prop_assert_eq!(&tree.entries[0].value.value, &Value::Scalar(value), "{}", line);
        }
    }
}
