//! Joins the scripts of a look into few files: one for every page, and one for each folder, for the
//! pages that ask for it.

use std::collections::BTreeMap;

use crate::base::Source;

/// Joins the scripts: those of `scripts/` are `site.js`, which every page loads; those of a folder
/// in it, `scripts/find/`, are `script-find.js`.
pub(super) fn bundles(scripts: BTreeMap<String, Source>) -> BTreeMap<String, String> {
    let mut bundles: BTreeMap<String, String> = BTreeMap::new();
    for (name, source) in scripts {
        let bundle = match name.split_once('/') {
            Some((folder, _)) => format!("script-{folder}.js"),
            None => "site.js".to_owned(),
        };
        let script = bundles.entry(bundle).or_default();
        // A file may end in a remark, without the end of its line.
        if !script.is_empty() && !script.ends_with('\n') {
            script.push('\n');
        }
        script.push_str(&source.text);
    }
    bundles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    #[test]
    fn each_folder_of_scripts_is_a_file_of_its_own() {
        let files = [
            ("b.js", "let b; // the end"),
            ("c.js", "let c;\n"),
            ("find/a.js", "let found;"),
            ("find/deep/b.js", "let deep;"),
        ];
        let source = |(name, text): (&str, &str)| {
            let path = SourcePath::new(&format!("themes/own/scripts/{name}")).expect("a path");
            (name.to_owned(), Source::new(path, text))
        };
        let expected = [
            ("script-find.js", "let found;\nlet deep;"),
            ("site.js", "let b; // the end\nlet c;\n"),
        ];
        let expected = expected.map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(bundles(files.map(source).into()), expected.into());
    }
}
