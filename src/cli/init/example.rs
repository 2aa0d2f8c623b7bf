//! The whole handbook of an invented company. Each of its files says that it is of the example.

use std::path::Path;

use include_dir::{Dir, DirEntry, include_dir};

use crate::base::{SourcePath, example_mark};
use crate::cli::files::NewFile;

static CONTENT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");
const SITE: &str = include_str!("../../../site.toml");

pub(super) fn files() -> Vec<NewFile> {
    let mut files = vec![file("site.toml", SITE.as_bytes())];
    let mut folders = vec![&CONTENT];
    while let Some(folder) = folders.pop() {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(inner) => folders.push(inner),
                DirEntry::File(embedded) => {
                    let path = embedded.path().to_str().expect("embedded names are UTF-8");
                    files.push(file(&format!("content/{path}"), embedded.contents()));
                }
            }
        }
    }
    files
}

fn file(path: &str, bytes: &[u8]) -> NewFile {
    let path = SourcePath::new(path).expect("an embedded path is inside");
    let text = str::from_utf8(bytes).ok().and_then(|text| example_mark::marked(&path, text));
    match text {
        Some(text) => NewFile::text(path, text),
        None => NewFile::bytes(path, bytes.to_vec()),
    }
}

pub(super) fn next(folder: &Path) -> String {
    format!(
        "The example handbook, of an invented company, is in {folder}. Make it yours:\n  1. site.toml: \
         the name, the address, the colours\n  2. content/programme.toml: what the programme is \
         for, and whom people can ask\n  3. storywall serve --open{}\n\
         Each text has a line that says it is of the example. Delete that line when all of the \
         text is true of your company; until then, storywall check warns you",
        super::root_option(folder),
        folder = super::named(folder),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_the_example_says_that_it_is_one() {
        let files = files();
        assert!(files.len() > 200, "{}", files.len());
        for file in files {
            let is_text = matches!(&*file.path.extension(), "md" | "toml" | "txt");
            let is_marked = file.as_text().is_some_and(example_mark::is_in);
            assert_eq!(is_text, is_marked, "{}", file.path);
        }
    }
}
