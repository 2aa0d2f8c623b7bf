//! Names with letters that disks and keyboards spell in two ways.

use crate::project::{Project, step, steps, try_all, way};

#[test]
fn a_name_is_noticed_in_either_spelling() {
    let (composed, parted) = ("content/\u{e5}se \u{f8}.md", "content/a\u{30a}se \u{f8}.md");
    let told = ["content/\u{e5}se \u{f8}.md: two"];
    let change = |path: &'static str| move |project: &Project| project.write(path, "two\n");
    let both = |path: &'static str, name: &'static str| {
        steps(
            name,
            vec![
                step(change(path), &told),
                step(move |it| it.write(path, "three\n"), &["content/\u{e5}se \u{f8}.md: three"]),
                step(move |it| it.remove(path), &["content/\u{e5}se \u{f8}.md: gone"]),
            ],
        )
    };
    try_all(vec![
        both(composed, "composed"),
        both(parted, "parted"),
        way(
            "a folder of such a name",
            |it| it.write("content/bla\u{30a}/n.md", "two\n"),
            &["content/bl\u{e5}/n.md: two"],
        ),
        steps(
            "from one spelling to the other",
            vec![
                step(change(composed), &told),
                // The same file under the same name: nothing is to be told.
                step(
                    |it| {
                        it.rename("content/\u{e5}se \u{f8}.md", "content/a\u{30a}se \u{f8}.md");
                        it.write("content/a.md", "two\n");
                    },
                    &["content/a.md: two"],
                ),
            ],
        ),
        steps(
            "both spellings",
            vec![
                step(change(composed), &told),
                step(
                    |it| it.write("content/a\u{30a}se \u{f8}.md", "twin\n"),
                    &["content/\u{FFFD}se \u{FFFD}.md: Flawed(TwinName)"],
                ),
                step(
                    |it| it.remove("content/\u{e5}se \u{f8}.md"),
                    &["content/\u{e5}se \u{f8}.md: twin", "content/\u{FFFD}se \u{FFFD}.md: gone"],
                ),
            ],
        ),
    ]);
}
