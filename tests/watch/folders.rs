//! Folders that come, go, move and are replaced.

use std::fs;

use crate::project::{Project, step, steps, try_all, way};

#[test]
fn a_new_folder_is_reported_with_all_its_files() {
    let fifty: Vec<String> = (10..60).map(|it| format!("content/new/n{it}.md: two")).collect();
    let fill = |project: &Project| {
        (10..60).for_each(|it| project.write(&format!("content/new/n{it}.md"), "two\n"));
    };
    let nested = |project: &Project| {
        for folder in ["1", "1/2", "1/2/3", "1/2/3/4"] {
            project.write(&format!("content/{folder}/a.md"), "two\n");
        }
    };
    let told = [
        "content/1/2/3/4/a.md: two",
        "content/1/2/3/a.md: two",
        "content/1/2/a.md: two",
        "content/1/a.md: two",
    ];
    let later = |project: &Project| project.write("content/1/2/3/4/a.md", "three\n");
    let bring = |project: &Project| {
        fs::create_dir(project.at("../new")).expect("a folder");
        project.write("../new/a.md", "two\n");
        project.rename("../new", "content/new");
    };
    try_all(vec![
        steps("a new folder filled at once", vec![step(fill, &fifty)]),
        steps(
            "folders in folders",
            vec![step(nested, &told), step(later, &["content/1/2/3/4/a.md: three"])],
        ),
        steps(
            "a folder from elsewhere",
            vec![
                step(bring, &["content/new/a.md: two"]),
                step(|it| it.write("content/new/a.md", "three\n"), &["content/new/a.md: three"]),
            ],
        ),
        way("an archive", unpack, &["content/x/a.md: two", "content/x/y/b.md: two"]),
    ]);
}

#[test]
fn a_removed_folder_is_reported_with_all_its_files() {
    let gone = &["content/stories/2026/c.md: gone"];
    try_all(vec![
        way("deleted", |it| it.run("rm -r content/stories"), gone),
        way("moved away", |it| it.rename("content/stories", "../stories"), gone),
        steps(
            "moved inside",
            vec![
                step(
                    |it| it.rename("content/stories/2026", "content/stories/2027"),
                    &["content/stories/2026/c.md: gone", "content/stories/2027/c.md: one"],
                ),
                step(
                    |it| it.write("content/stories/2027/c.md", "two\n"),
                    &["content/stories/2027/c.md: two"],
                ),
            ],
        ),
        way(
            "moved away and back at once",
            |it| {
                it.rename("content/stories", "../stories");
                it.rename("../stories", "content/stories");
            },
            &[],
        ),
    ]);
}

#[test]
fn a_place_itself_may_come_go_and_be_replaced() {
    let gone = [
        "content/a.md: gone",
        "content/b.md: gone",
        "content/drawing.svg: gone",
        "content/programme.toml: gone",
        "content/stories/2026/c.md: gone",
    ];
    let back = [
        "content/a.md: one",
        "content/b.md: one",
        "content/drawing.svg: 4×3",
        "content/programme.toml: one",
        "content/stories/2026/c.md: one",
    ];
    let after = || step(|it| it.write("content/a.md", "three\n"), &["content/a.md: three"]);
    let replace = |project: &Project| {
        project.run("cp -r content ../content && echo two > ../content/b.md");
        project.run("mv content ../old && mv ../content content");
    };
    let themes = ["templates/base.html", "styles/a.css", "texts/en.ftl"];
    let themes = themes.map(|file| format!("themes/default/{file}: gone"));
    let mut themes = themes;
    themes.sort_unstable();
    try_all(vec![
        steps(
            "content away and back",
            vec![
                step(|it| it.rename("content", "away"), &gone),
                step(|it| it.rename("away", "content"), &back),
                after(),
            ],
        ),
        steps("content replaced", vec![step(replace, &["content/b.md: two"]), after()]),
        steps(
            "content deleted and made anew",
            vec![
                step(|it| it.run("rm -r content"), &gone),
                step(|it| it.write("content/n.md", "two\n"), &["content/n.md: two"]),
                step(|it| it.write("content/n.md", "three\n"), &["content/n.md: three"]),
            ],
        ),
        steps(
            "themes away and one made anew",
            vec![
                step(|it| it.rename("themes", "away"), &themes),
                step(
                    |it| it.write("themes/new/styles/a.css", "two\n"),
                    &["themes/new/styles/a.css: two"],
                ),
                step(
                    |it| it.write("themes/new/styles/a.css", "three\n"),
                    &["themes/new/styles/a.css: three"],
                ),
            ],
        ),
    ]);
}

fn unpack(project: &Project) {
    project.run("mkdir -p ../x/y && echo two > ../x/a.md && echo two > ../x/y/b.md");
    project.run("tar -C .. -cf ../x.tar x && tar -C content -xf ../x.tar");
}
