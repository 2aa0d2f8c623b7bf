//! Folders whose names mean something to people and other tools, and nothing here: what is in
//! `drafts/` or `_posts/` is published like any other file.

use std::ops::Range;

use super::Kind;
use crate::base::{Code, Diagnostic, Source, SourcePath};
use crate::data::{Shape, Tree};

/// Folders of texts that are not ready, in the languages of the interface; an underscore before
/// the name is another tool's way to write it.
const DRAFTS: &[&str] = &[
    "draft",
    "drafts",
    "unpublished",
    "wip",
    "work-in-progress",
    "kladde",
    "kladder",
    "udkast",
    "upubliceret",
    "klad",
    "kladjes",
    "concepten",
    "ongepubliceerd",
];

/// What is said of a text in such a folder that does not itself say whether it is a draft.
pub(super) fn check(
    source: &Source,
    kind: Kind,
    tree: &Tree,
    fence: &Range<usize>,
) -> Option<Diagnostic> {
    let inside = source.path.as_str().strip_prefix("content/")?;
    let (folders, _) = inside.rsplit_once('/')?;
    let says_so = |key: &str| matches!(key, "status" | "draft" | "published");
    if tree.broken || tree.entries.iter().any(|entry| says_so(&entry.key)) {
        return None;
    }
    let is_drafts = |folder: &&str| is_drafts(folder);
    let one = kind.row().one;
    let (message, hint) = if let Some(folder) = folders.split('/').find(is_drafts) {
        let message = format!("Readers see this as {one}, although it is in a folder {folder}/");
        (message, remedy_for_drafts(kind))
    } else {
        let folder = folders.split('/').find(|folder| folder.starts_with('_'))?;
        match name(folder).trim_matches('-') {
            "posts" | "post" => (
                format!("Readers see this as {one}: {folder}/ is where another tool (Jekyll) keeps its posts"),
                format!(
                    "Move a story to {}, and a page to a folder without _ in its name",
                    Kind::Story.folder().trim_matches('`')
                ),
            ),
            _ => (
                format!("Readers see this as {one}, although the name of its folder {folder}/ begins with _"),
                "Other tools show nothing of such a folder: move it out of content/, or remove the _ \
                 if readers should see it"
                    .to_owned(),
            ),
        }
    };
    let span = source.span(fence.clone());
    Some(Diagnostic::new(Code::FolderOfOtherTool, span, message).hint(hint))
}

fn name(folder: &str) -> String {
    folder.to_lowercase().replace([' ', '_'], "-")
}

fn is_drafts(folder: &str) -> bool {
    DRAFTS.contains(&name(folder).trim_matches('-'))
}

/// Folders of texts that are kept and no longer shown.
const KEPT: &[&str] = &[
    "archive",
    "archived",
    "arkiv",
    "archief",
    "old",
    "gammelt",
    "gamle",
    "oud",
    "trash",
    "backup",
    "template",
    "templates",
    "skabeloner",
    "sjablonen",
];

/// The remedy for a text that is to be moved to the folder of its kind, where it lies in a folder whose
/// name says that readers should not see it: to move it there would publish it.
pub(super) fn moved(path: &SourcePath, kind: Kind, tree: &Tree) -> Option<String> {
    let (folders, _) = path.as_str().strip_prefix("content/")?.rsplit_once('/')?;
    let place = kind.folder().trim_matches('`');
    let says_so = |key: &str| matches!(key, "status" | "draft" | "published");
    if tree.entries.iter().any(|entry| says_so(&entry.key)) {
        return None;
    }
    let mut folders = folders.split('/');
    if folders.clone().any(is_drafts) && has_drafts(kind) {
        return Some(format!(
            "Write status: draft among its fields, and move the file to {place}; without that line, \
             readers see it there"
        ));
    }
    let is_kept = |folder: &str| {
        let name = name(folder);
        let name = name.trim_matches('-');
        let is_posts = matches!(name, "post" | "posts");
        is_drafts(folder) || KEPT.contains(&name) || folder.starts_with('_') && !is_posts
    };
    folders.any(is_kept).then(|| {
        format!(
            "Move the file to {place} if readers should see it; if not, move it out of content/"
        )
    })
}

fn has_drafts(kind: Kind) -> bool {
    kind.fields().iter().any(|field| {
        field.name == "status"
            && matches!(field.shape, Shape::Choice(words) if words.contains(&"draft"))
    })
}

fn remedy_for_drafts(kind: Kind) -> String {
    match has_drafts(kind) {
        true => "If it is not ready, write status: draft among its fields, or move it out of \
                 content/; if it is, move it out of that folder"
            .to_owned(),
        false => {
            "If it is not ready, move it out of content/; if it is, move it out of that folder"
                .to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::base::{Code, Note, Source, SourcePath};
    use crate::document::{Highlighter, ParseContext, parse};

    /// The hint for a file with these fields, if its folder is told.
    fn told(path: &str, fields: &str) -> Option<String> {
        let text = format!("---\n{fields}---\nA text.\n");
        let source = Source::new(SourcePath::new(path).expect("inside"), text);
        let highlighter = Highlighter::new();
        let languages = ["en", "da"].map(str::to_owned);
        let context = ParseContext::new(&languages, &highlighter);
        let found = parse(&source, context).diagnostics;
        let found = found.into_iter().find(|found| found.code == Code::FolderOfOtherTool)?;
        found.notes.into_iter().find_map(|note| match note {
            Note::Hint(hint) => Some(hint),
            Note::Place(..) | Note::Example(_) => None,
        })
    }

    #[test]
    fn a_text_in_a_folder_of_drafts_is_told_where_readers_see_it() {
        for (path, fields, hint) in [
            ("content/drafts/a.md", "title: A\n", "status: draft"),
            ("content/_drafts/a.md", "title: A\n", "status: draft"),
            ("content/Drafts/2026/a.md", "title: A\n", "status: draft"),
            ("content/crew/kladder/a.md", "title: A\n", "status: draft"),
            ("content/concepten/index.md", "title: A\n", "status: draft"),
            ("content/stories/drafts/a.md", "title: A\nauthor: anna\n", "status: draft"),
            ("content/people/Work in progress/a.md", "name: Anna\n", "move it out of content/;"),
            ("content/_posts/2026-11-02-a.md", "title: A\n", "content/stories/"),
            ("content/_includes/a.md", "title: A\n", "remove the _"),
            ("content/faq/_old/a.md", "title: A\n", "remove the _"),
        ] {
            let told = told(path, fields).unwrap_or_else(|| panic!("{path}"));
            assert!(told.contains(hint), "{path}: {told}");
        }
    }

    #[test]
    fn no_remedy_publishes_a_text_that_was_put_aside() {
        let story = "title: A\nauthor: birthe-lund\ndate: 2026-11-02\nteam: night\n";
        for (path, fields, wanted) in [
            ("content/_drafts/a.md", story, "Write status: draft"),
            ("content/kladder/a.md", story, "Write status: draft"),
            ("content/_site/a.md", story, "move it out of content/"),
            ("content/archive/a.md", story, "move it out of content/"),
            ("content/arkiv/2024/a.md", story, "move it out of content/"),
            ("content/news/a.md", story, "Move the file to content/stories/"),
            ("content/_posts/a.md", story, "Move the file to content/stories/"),
        ] {
            let text = format!("---\n{fields}---\nA text.\n");
            let source = Source::new(SourcePath::new(path).expect("inside"), text);
            let highlighter = Highlighter::new();
            let languages = ["en".to_owned()];
            let context = ParseContext::new(&languages, &highlighter);
            let found = parse(&source, context).diagnostics;
            let found = found
                .into_iter()
                .find(|found| matches!(found.code, Code::MisplacedText | Code::UnreadConsent));
            let found = found.unwrap_or_else(|| panic!("{path}"));
            let hint = found.notes.into_iter().find_map(|note| match note {
                Note::Hint(hint) => Some(hint),
                Note::Place(..) | Note::Example(_) => None,
            });
            let hint = hint.expect("a remedy");
            assert!(hint.contains(wanted), "{path}: {hint}");
        }
    }

    #[test]
    fn a_text_that_says_what_it_is_and_other_folders_are_not_told() {
        for (path, fields) in [
            ("content/drafts/a.md", "title: A\nstatus: draft\n"),
            ("content/drafts/a.md", "title: A\nstatus: published\n"),
            ("content/drafts/a.md", "title: A\ndraft: true\n"),
            ("content/drafts/a.da.md", "title: A\n"),
            ("content/drafts.md", "title: A\n"),
            ("content/drafting/a.md", "title: A\n"),
            ("content/posts/a.md", "title: A\n"),
            ("content/a_b/a.md", "title: A\n"),
            ("content/crew/_index.md", "title: A\n"),
        ] {
            assert_eq!(told(path, fields), None, "{path} {fields}");
        }
        let story = "title: A\nauthor: birthe-lund\ndate: 2026-11-02\nteam: night\n";
        assert_eq!(told("content/_posts/a.md", story), None, "told as a misplaced story");
    }
}
